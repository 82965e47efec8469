//! First names for the guest's own two lists: one after another, counted by city, with prompts that help remember.

use egui::{Id, Ui, vec2};
use sponsor_core::memory_prompts::groups;
use sponsor_core::model::{FirstName, Interview};
use sponsor_core::text::fold_city;

use super::draft::StepDraft;
use super::layout::question_with_help;
use super::wording::Voice;
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Card, Field, Pill, heading, row, soft, split, text};

/// After how many names the next group of prompts is shown, and how many prompts of it.
const NAMES_A_GROUP: usize = 4;
const PROMPTS: usize = 8;

/// Shows the step; `fresh` gives the focus to the name.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, fresh: bool) {
    let question = voice.to_guest("interview-first-names-question");
    let said = |ui: &mut Ui, draft: &mut StepDraft| {
        entry(ui, voice, interview, draft, fresh);
        given(ui, voice, interview, draft);
    };
    let help = |ui: &mut Ui, draft: &mut StepDraft| {
        by_city(ui, voice, interview, &draft.names);
        memory(ui, voice, draft.names.len());
    };
    question_with_help(ui, &question, draft, said, help);
}

fn entry(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft, fresh: bool) {
    let words = &voice.words;
    let id = Id::unique(("interview-name", interview.id));
    let (name, city, add) =
        (words.get("interview-names-name"), words.get("interview-names-city"), words.get("interview-names-add"));
    let own = interview.guest_city.trim();
    let mut wants = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let narrow = (ui.available_width() * 0.34).min(230.0);
        let button = 112.0;
        let wide = ui.available_width() - narrow - button - 2.0 * space::M;
        let size = TextSize::Answer;
        wants |= Field::new(&name, &mut draft.name).text_size(size).width(wide).id(id).show(ui).committed;
        wants |= Field::new(&city, &mut draft.city).text_size(size).hint(own).width(narrow).show(ui).committed;
        ui.vertical(|ui| {
            ui.add_space(TextSize::Soft.line_height() + space::XS);
            wants |= ui.add(Button::plain(&add).icon(icons::ADD).large().width(button)).clicked();
        });
    });
    if wants {
        draft.add_name();
    }
    if wants || fresh {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    ui.add_space(space::S);
}

fn given(ui: &mut Ui, voice: &Voice, interview: &Interview, draft: &mut StepDraft) {
    let tokens = Tokens::of(ui);
    if draft.names.is_empty() {
        soft(ui, &voice.words.get("interview-names-empty"));
        return;
    }
    let mut removed = None;
    Card::new().show(ui, |ui| {
        // The newest on top: that is where the eye is.
        for (place, (index, given)) in draft.names.iter().enumerate().rev().enumerate() {
            row(ui, place, 38.0, |ui| {
                let name = voice.words.with("interview-names-remove", &[("name", given.name.as_str().into())]);
                let city = if given.city.is_empty() { interview.guest_city.as_str() } else { given.city.as_str() };
                let left = |ui: &mut Ui| text(ui, &given.name, TextSize::Medium, tokens.ink);
                split(ui, 38.0, left, |ui| {
                    ui.push_id(index, |ui| {
                        if ui.add(Button::quiet_icon(icons::CLOSE, &name).small()).clicked() {
                            removed = Some(index);
                        }
                    });
                    soft(ui, city);
                });
            });
        }
    });
    if let Some(index) = removed.filter(|index| *index < draft.names.len()) {
        draft.names.remove(index);
    }
}

/// Names by city, the guest's own first, then by how many.
#[must_use]
pub fn counted(own: &str, names: &[FirstName]) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, String, usize)> = vec![(fold_city(own), own.trim().to_owned(), 0)];
    for given in names.iter().filter(|given| !given.name.trim().is_empty()) {
        let city = if given.city.trim().is_empty() { own.trim() } else { given.city.trim() };
        let folded = fold_city(city);
        match counts.iter_mut().find(|(key, _, _)| *key == folded) {
            Some((_, _, count)) => *count += 1,
            None => counts.push((folded, city.to_owned(), 1)),
        }
    }
    if let Some((_, others)) = counts.split_first_mut() {
        others.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
    }
    counts.into_iter().map(|(_, city, count)| (city, count)).filter(|(_, count)| *count > 0).collect()
}

fn by_city(ui: &mut Ui, voice: &Voice, interview: &Interview, names: &[FirstName]) {
    let tokens = Tokens::of(ui);
    let all = voice.words.with("interview-names-count", &[("count", names.len().into())]);
    let title = voice.words.get("interview-names-by-city");
    Card::new().title(&title).note(&all).show(ui, |ui| {
        for (city, count) in counted(&interview.guest_city, names) {
            let city = if city.is_empty() { voice.words.get("interview-names-no-city") } else { city };
            let count = voice.formats.count(count);
            split(
                ui,
                24.0,
                |ui| text(ui, &city, TextSize::Body, tokens.ink),
                |ui| text(ui, &count, TextSize::TabularStrong, tokens.ink),
            );
        }
    });
    ui.add_space(space::S);
}

/// The prompts of the memory jogger, one group at a time; after some names the next group.
fn memory(ui: &mut Ui, voice: &Voice, names: usize) {
    let language = voice.words.language();
    let at = (names / NAMES_A_GROUP).checked_rem(groups().len()).unwrap_or(0);
    let Some(group) = groups().get(at) else { return };
    split(ui, 24.0, |ui| heading(ui, &voice.words.get("interview-names-memory")), |ui| soft(ui, group.title(language)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for prompt in group.prompts.iter().take(PROMPTS) {
            ui.add(Pill::new(prompt.words(language)));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{FirstName, counted};

    #[test]
    fn names_are_counted_by_city_and_the_own_one_comes_first() {
        let name = |name: &str, city: &str| FirstName { name: name.to_owned(), city: city.to_owned() };
        let names = [
            name("Ива", "София"),
            name("Петър", ""),
            name("Рая", "гр. София"),
            name("Дора", "пловдив"),
            name("Стефан", "Варна"),
            name(" ", "Варна"),
        ];
        let expected = [("Пловдив", 2), ("София", 2), ("Варна", 1)];
        assert_eq!(counted("Пловдив", &names), expected.map(|(city, count)| (city.to_owned(), count)));
    }
}
