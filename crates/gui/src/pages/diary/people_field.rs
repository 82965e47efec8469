//! People in a form: chips, and a field that suggests people of the list while one types.

use egui::{Frame, Key, Modifiers, Ui};
use sponsor_core::model::PersonId;

use super::chosen::Chosen;
use super::looks::relation_word;
use super::questions::{PeopleQuestion, Suggestion};
use crate::app::{Scene, marked};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{Chip, Field, avatar, avatar_size, icon, key_cap, soft, split, text};

/// What became of a field for people in this frame.
#[derive(Debug, Default)]
pub(super) struct PeopleAnswer {
    /// A person of the list was chosen.
    pub(super) chosen: Option<Suggestion>,
    /// A name that is not on the list was typed and confirmed.
    pub(super) new: Option<String>,
    /// Enter was pressed in the empty field.
    pub(super) committed: bool,
    /// The person at this place was taken away.
    pub(super) removed: Option<usize>,
}

/// How a field for people looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeopleField<'a> {
    /// Its label.
    pub(super) label: &'a str,
    /// What stands in it while it is empty.
    pub(super) hint: &'a str,
    /// Whether a name that is not on the list can be added.
    pub(super) takes_new: bool,
}

impl PeopleField<'_> {
    /// Shows chips, the field, and what is suggested for what is typed. `typed` and `people` are those of the form; the
    /// form takes over what the answer says.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        people: &[Chosen],
        typed: &mut String,
    ) -> PeopleAnswer {
        let mut answer = PeopleAnswer { removed: chips(ui, scene, people), ..PeopleAnswer::default() };
        let highlighted_id = ui.make_persistent_id(("highlighted", self.label));
        let mut at = ui.data(|data| data.get_temp::<usize>(highlighted_id)).unwrap_or(0);
        let id = ui.make_persistent_id(("people", self.label));
        let focused = ui.memory(|memory| memory.has_focus(id));
        let pressed = focused && ui.input(|input| input.key_pressed(Key::Enter));
        if focused && !typed.trim().is_empty() {
            walk(ui, &mut at);
        }
        let field = Field::new(self.label, typed).hint(self.hint).icon(icons::ADD_PERSON).hide_label().id(id).show(ui);
        if field.response.changed() {
            at = 0;
        }
        let name = typed.trim().to_owned();
        if name.is_empty() {
            answer.committed = field.committed;
            return answer;
        }
        let without: Vec<PersonId> = people.iter().map(|one| one.id).collect();
        let new = self.takes_new.then_some(name.as_str());
        let (found, clicked) = suggestions(ui, scene, &name, &without, at, new);
        let count = found.len() + usize::from(self.takes_new);
        at = at.min(count.saturating_sub(1));
        ui.data_mut(|data| data.insert_temp(highlighted_id, at));
        let by_key = found.get(at).cloned().filter(|_| pressed);
        let new_by_key = pressed && self.takes_new && at >= found.len();
        answer.chosen = clicked.clone().filter(|one| !is_new(one)).or(by_key);
        if clicked.is_some_and(|one| is_new(&one)) || new_by_key {
            answer.new = Some(name);
        }
        if answer.chosen.is_some() || answer.new.is_some() {
            typed.clear();
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        answer
    }
}

/// The chips of people; the one that was taken away, if any.
fn chips(ui: &mut Ui, scene: &Scene<'_>, people: &[Chosen]) -> Option<usize> {
    let mut removed = None;
    if people.is_empty() {
        return None;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        for (at, person) in people.iter().enumerate() {
            let name = scene.words.with("diary-take-away", &[("name", person.name.as_str().into())]);
            let chip = Chip::new(&person.name).removable(&name);
            let chip = if person.new { chip.icon(icons::ADD_PERSON) } else { chip };
            if ui.push_id(person.id, |ui| chip.show(ui)).inner.removed {
                removed = Some(at);
            }
        }
    });
    removed
}

fn walk(ui: &Ui, at: &mut usize) {
    let (down, up) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
    });
    if down {
        *at += 1;
    }
    if up {
        *at = at.saturating_sub(1);
    }
}

/// The line that stands for a new person.
fn is_new(suggestion: &Suggestion) -> bool {
    suggestion.id == PersonId::from_bytes([0; 16])
}

/// Shows who is suggested for what is typed, and with `new` a line that adds a person of that name. Gives the people
/// that were found and the line that was pressed.
pub(super) fn suggestions(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    typed: &str,
    without: &[PersonId],
    highlighted: usize,
    new: Option<&str>,
) -> (Vec<Suggestion>, Option<Suggestion>) {
    if typed.trim().is_empty() {
        return (Vec::new(), None);
    }
    let answer = scene.ask_exact(&PeopleQuestion { typed: typed.trim().to_owned() });
    let mut found: Vec<Suggestion> = answer.iter().flat_map(|found| found.iter()).cloned().collect();
    found.retain(|one| !without.contains(&one.id));
    let tokens = Tokens::of(ui);
    let mut clicked = None;
    let frame = Frame::new()
        .fill(tokens.card)
        .stroke(egui::Stroke::new(stroke::HAIRLINE, tokens.line))
        .corner_radius(radius::BUTTON);
    if found.is_empty() && new.is_none() {
        soft(ui, &scene.words.get("diary-nobody-found"));
        return (found, None);
    }
    frame.inner_margin(space::XS).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, one) in found.iter().enumerate() {
            if suggestion_line(ui, scene, one, at == highlighted) {
                clicked = Some(one.clone());
            }
        }
        if let Some(name) = new
            && new_line(ui, scene, name, highlighted >= found.len())
        {
            let (id, name) = (PersonId::from_bytes([0; 16]), name.to_owned());
            clicked =
                Some(Suggestion { id, name, marks: Vec::new(), list_of: None, relation: None, city: String::new() });
        }
    });
    (found, clicked)
}

fn suggestion_line(ui: &mut Ui, scene: &Scene<'_>, one: &Suggestion, highlighted: bool) -> bool {
    let tokens = Tokens::of(ui);
    let owner = one.list_of.as_ref().map(|of| scene.words.with("diary-from-list-of", &[("name", of.as_str().into())]));
    let who = owner.or_else(|| one.relation.map(|relation| relation_word(scene.words, relation)));
    let beside: Vec<String> = who.into_iter().chain([one.city.clone()]).filter(|part| !part.is_empty()).collect();
    line(ui, &one.name, highlighted, |ui| {
        avatar(ui, &one.name, avatar_size::SMALL, false);
        ui.add(egui::Label::new(marked(&tokens, &one.name, &one.marks)).selectable(false));
        soft(ui, &beside.join(" · "));
    })
}

fn new_line(ui: &mut Ui, scene: &Scene<'_>, name: &str, highlighted: bool) -> bool {
    let tokens = Tokens::of(ui);
    let words = scene.words.with("diary-new-person", &[("name", name.into())]);
    line(ui, &words, highlighted, |ui| {
        icon(ui, icons::ADD_PERSON, IconSize::Regular, tokens.soft);
        text(ui, &words, TextSize::Body, tokens.soft);
    })
}

fn line(ui: &mut Ui, name: &str, highlighted: bool, contents: impl FnOnce(&mut Ui)) -> bool {
    let tokens = Tokens::of(ui);
    let fill = if highlighted { tokens.accent_soft } else { tokens.card };
    let shown = Frame::new().fill(fill).corner_radius(radius::ENTRY).inner_margin(egui::Margin::symmetric(8, 0)).show(
        ui,
        |ui| {
            split(ui, height::MENU_ITEM, contents, |ui| {
                if highlighted {
                    key_cap(ui, "Enter");
                }
            });
        },
    );
    let response = ui.interact(shown.response.rect, ui.scope_id().with(("suggestion", name)), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.clicked()
}
