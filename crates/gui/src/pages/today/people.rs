//! People at the right of Today: those in their first three days, and those not heard from, each with a thing to ask.

use chrono::Days;
use egui::text::LayoutJob;
use egui::{Label, Ui};
use sponsor_core::command::{Command, ContactKind};
use sponsor_core::query::{Ask, AskKind, FirstDays, PersonName, Silent};

use super::day::more;
use super::press::press;
use super::{is_short, tall_row};
use crate::app::{Action, ContactWish, Place, Scene};
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{
    Button, Card, MenuItem, Pill, Tone, avatar, avatar_size, menu, person_name, progress_segments, row, soft, split,
    text,
};
use crate::words::Words;

/// How many people not heard from are shown: in a high window, in one of middle height, and where it is low.
const SILENT_SHOWN: [usize; 3] = [5, 3, 2];
/// From this height of the window on it is high.
const HIGH: f32 = 1200.0;
/// The width of the two buttons of a row.
const BUTTONS: f32 = 72.0;
/// For how many days one can put somebody off.
const SNOOZES: [u64; 3] = [1, 3, 7];

/// «Първите 3 дни»: the hours that are left, what is done, what is next.
pub fn first_days_card(ui: &mut Ui, scene: &mut Scene<'_>, people: &[FirstDays]) {
    if people.is_empty() {
        return;
    }
    let title = scene.words.get("first-three-days");
    let note = match people {
        [one] => until(scene, one),
        _ => scene.words.with("count-people", &[("count", people.len().into())]),
    };
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, one) in people.iter().enumerate() {
            first_days_row(ui, scene, index, one);
        }
    });
}

fn until(scene: &Scene<'_>, one: &FirstDays) -> String {
    let day = scene.formats.date_near(one.until.date(), scene.today);
    let when = format!("{day}, {}", scene.formats.time(one.until.time()));
    scene.words.with("until-time", &[("time", when.into())])
}

fn first_days_row(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, one: &FirstDays) {
    let tokens = Tokens::of(ui);
    let left = match one.hours_left {
        ..1 => scene.words.get("today-first-last-hour"),
        hours => scene.words.with("today-first-hours", &[("count", hours.into())]),
    };
    let progress = scene.words.with("count-of-total", &[("done", one.done.into()), ("total", one.total.into())]);
    let below = match (&one.next, one.total) {
        (_, 0) => scene.words.get("today-first-none"),
        (None, _) => scene.words.with("today-first-all-done", &[("progress", progress.as_str().into())]),
        (Some(next), _) => scene
            .words
            .with("today-first-next", &[("progress", progress.as_str().into()), ("what", next.as_str().into())]),
    };
    let tall = 60.0;
    row(ui, index, tall, |ui| {
        avatar(ui, &one.person.full, avatar_size::MEDIUM, false);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            ui.add_space(4.0);
            split(
                ui,
                22.0,
                |ui| {
                    let name = person_name(ui, &one.person.full, TextSize::Strong, tokens.ink);
                    if press(ui, name.rect, ("first days", one.person.id), &one.person.full).clicked() {
                        scene.go(Place::Person(one.person.id));
                    }
                },
                |ui| ui.add(Pill::new(&left).icon(icons::FIRST_DAYS).tone(Tone::Important)),
            );
            let width = ui.available_width();
            progress_segments(ui, one.done, one.total, width, &progress);
            ui.add_space(space::XXS);
            let who = std::slice::from_ref(&one.person);
            crate::widgets::entry_title(ui, &below, who, TextSize::Soft, tokens.soft);
        });
    });
}

/// «Отдавна не сте се чували»: some people, and the way to the others on the List.
pub fn silent_card(ui: &mut Ui, scene: &mut Scene<'_>, people: &[Silent]) {
    let title = scene.words.get("today-silent");
    let note = match people.len() {
        0 => String::new(),
        count => scene.words.with("count-people", &[("count", count.into())]),
    };
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if people.is_empty() {
            soft(ui, &scene.words.get("today-silent-empty"));
        }
        let [high, middle, low] = SILENT_SHOWN;
        let is_high = ui.ctx().content_rect().height() >= HIGH;
        let shown = if is_high {
            high
        } else if is_short(ui) {
            low
        } else {
            middle
        };
        for (index, one) in people.iter().take(shown).enumerate() {
            silent_row(ui, scene, index, one);
        }
        if let Some(next) = people.get(shown) {
            let hidden = people.len().saturating_sub(shown);
            let words = scene.words.with("today-silent-more", &[("count", hidden.into())]);
            if more(ui, &words) {
                scene.go(Place::Waiting(next.standing.person.id));
            }
        }
    });
}

fn silent_row(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, one: &Silent) {
    let person = &one.standing.person;
    let named = PersonName { id: person.id, full: person.name.full(), short: person.name.short() };
    let ask = ask_sentence(scene, &one.ask, &named.full);
    // The words take two lines where one is too short, and are never lost.
    let room = ui.available_width() - avatar_size::MEDIUM - 2.0 * space::M - BUTTONS;
    let soft = Tokens::of(ui).soft;
    let wrapped = |ui: &Ui, words: &str| ui.painter().layout(words.to_owned(), TextSize::Soft.font(), soft, room);
    let lines = wrapped(ui, &ask).rows.len().clamp(1, 2);
    #[expect(clippy::cast_precision_loss, reason = "one line or two")]
    let tall = tall_row(ui) + (lines - 1) as f32 * TextSize::Soft.line_height();
    row(ui, index, tall, |ui| {
        let held = std::cell::RefCell::new(&mut *scene);
        split(
            ui,
            tall,
            |ui| silent_words(ui, &mut held.borrow_mut(), one, &named, &ask),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let scene = &mut **held.borrow_mut();
                snooze_menu(ui, scene, &named);
                let name = scene.words.with("today-call", &[("name", named.full.as_str().into())]);
                if ui.add(Button::icon_only(icons::CALL, &name).small()).clicked() {
                    let wish = ContactWish { person: named.id, kind: ContactKind::Call, greeted: None };
                    scene.act(Action::Contact(wish));
                }
            },
        );
    });
}

fn silent_words(ui: &mut Ui, scene: &mut Scene<'_>, one: &Silent, named: &PersonName, ask: &str) {
    let tokens = Tokens::of(ui);
    let cadence = one.standing.cadence_days.unwrap_or_default();
    let days = scene.words.with("today-silent-days", &[("days", one.days.into()), ("cadence", cadence.into())]);
    let lines = ((ui.max_rect().height() - 20.0) / TextSize::Soft.line_height()).floor();
    avatar(ui, &named.full, avatar_size::MEDIUM, false);
    ui.spacing_mut().item_spacing.x = space::M;
    let lines = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let words = if lines >= 2.0 { 2.0 * TextSize::Soft.line_height() } else { TextSize::Soft.line_height() };
        ui.add_space(((ui.max_rect().height() - 20.0 - words) / 2.0).max(0.0));
        ui.spacing_mut().interact_size.y = 20.0;
        let first = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let name = person_name(ui, &named.full, TextSize::Strong, tokens.ink);
            text(ui, &format!(" · {days}"), TextSize::Soft, tokens.soft);
            name.rect
        });
        asked(ui, ask, lines >= 2.0);
        first.inner
    });
    if press(ui, lines.inner, ("silent", named.id), &named.full).clicked() {
        scene.go(Place::Person(named.id));
    }
}

/// The words of what to ask, on one line or two; on hover all of them.
fn asked(ui: &mut Ui, ask: &str, two: bool) {
    let soft = Tokens::of(ui).soft;
    let mut job = LayoutJob::simple(ask.to_owned(), TextSize::Soft.font(), soft, ui.available_width());
    for section in &mut job.sections {
        section.format.line_height = Some(TextSize::Soft.line_height());
    }
    job.wrap.max_rows = if two { 2 } else { 1 };
    let galley = ui.painter().layout_job(job);
    let elided = galley.elided;
    let response = ui.add(Label::new(galley));
    if elided {
        response.on_hover_text(ask);
    }
}

/// The one thing to ask, as a sentence that reproaches nobody.
/// The name of the person stands above it and is not said again.
fn ask_sentence(scene: &Scene<'_>, ask: &Ask, name: &str) -> String {
    ask_words(scene.words, scene.formats, ask, name)
}

/// As [`ask_sentence`], for what is not painted.
#[must_use]
pub fn ask_words(words: &Words, formats: &Formats, ask: &Ask, name: &str) -> String {
    let text = without_name(&ask.text, name);
    let key = match ask.kind {
        AskKind::Promise => "today-ask-promise",
        AskKind::Information => "today-ask-information",
        AskKind::Important => "today-ask-important",
        AskKind::Goal => "today-ask-goal",
        AskKind::LastTalk => {
            let Some(on) = ask.on.filter(|_| !ask.text.trim().is_empty()) else {
                return words.get("today-ask-how");
            };
            // A date is never broken over two lines.
            let date = formats.date_tiny(on).replace(' ', "\u{a0}");
            if text.is_empty() {
                return words.with("today-ask-last-day", &[("date", date.into())]);
            }
            return words.with("today-ask-last-talk", &[("text", text.into()), ("date", date.into())]);
        }
    };
    words.with(key, &[("text", text.into())])
}

/// What stands between a name and the words about it.
const SIGNS: [char; 5] = [':', '·', ',', '–', '-'];

/// A text that ends or begins with a name, without it: «Покана за кафе: Петя Енева» is «Покана за кафе». Where the name
/// is part of the sentence, as in «Среща с Петя Енева», it stays.
fn without_name<'a>(text: &'a str, name: &str) -> &'a str {
    let text = text.trim();
    let before = text.strip_suffix(name).map(str::trim_end).filter(|rest| rest.is_empty() || rest.ends_with(SIGNS));
    let after = || text.strip_prefix(name).map(str::trim_start).filter(|rest| rest.starts_with(SIGNS));
    before.or_else(after).unwrap_or(text).trim_matches(SIGNS).trim()
}

fn snooze_menu(ui: &mut Ui, scene: &mut Scene<'_>, person: &PersonName) {
    let name = scene.words.with("today-snooze", &[("name", person.full.as_str().into())]);
    let button = ui.add(Button::icon_only(icons::SNOOZE, &name).small());
    menu(&button, |ui| {
        for days in SNOOZES {
            let words = scene.words.with("days-from-now", &[("count", days.into())]);
            if ui.add(MenuItem::new(&words).icon(icons::SNOOZE)).clicked() {
                let until = scene.today.checked_add_days(Days::new(days)).unwrap_or(scene.today);
                scene.run(Command::Snooze { person: person.id, until });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::without_name;

    #[test]
    fn the_name_above_a_line_is_not_said_again_in_it() {
        for (text, said) in [
            ("Покана за кафе: Петя Енева", "Покана за кафе"),
            ("Петя Енева: мострите", "мострите"),
            ("Петя Енева", ""),
            ("Среща с Петя Енева", "Среща с Петя Енева"),
            ("Петя Еневата", "Петя Еневата"),
        ] {
            assert_eq!(without_name(text, "Петя Енева"), said);
        }
    }
}
