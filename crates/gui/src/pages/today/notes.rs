//! The notes of today, and the offer of the evening review.

use chrono::TimeDelta;
use egui::{Align, Layout, Ui};
use sponsor_core::query::{Evening, Item};

use super::is_short;
use super::item::place_of;
use super::press::press;
use crate::app::{Page, Place, Scene};
use crate::icons;
use crate::pages::evening::{left_at, left_before};
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, Card, icon, row, split, text, two_lines};

/// How long before its hour the evening review stands out.
const NEAR: TimeDelta = TimeDelta::hours(1);

/// How many notes are shown, and how many where the window is low.
const NOTES_SHOWN: usize = 6;
const NOTES_SHORT: usize = 1;

/// «Бележки от днес»: jotted and not yet sorted.
pub fn notes_card(ui: &mut Ui, scene: &mut Scene<'_>, notes: &[Item]) {
    if notes.is_empty() {
        return;
    }
    let title = scene.words.get("today-notes");
    let note = scene.words.with("today-notes-waiting", &[("count", notes.len().into())]);
    Card::new().title(&title).note(&note).show(ui, |ui| {
        let tokens = Tokens::of(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        let most = if is_short(ui) { NOTES_SHORT } else { NOTES_SHOWN };
        for (index, note) in notes.iter().take(most).enumerate() {
            row(ui, index, height::AGENDA_ROW - 4.0, |ui| {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                let time = scene.formats.time(note.created.time());
                super::item::cell(ui, 62.0, |ui| text(ui, &time, TextSize::Tabular, tokens.soft));
                super::item::cell(ui, 22.0, |ui| icon(ui, icons::NOTE, IconSize::Regular, tokens.soft));
                let words = text(ui, &note.title, TextSize::Body, tokens.ink);
                let name = scene.words.with("today-open-entry", &[("title", note.title.as_str().into())]);
                if press(ui, words.rect, ("note", note.id), &name).clicked() {
                    scene.go(place_of(note));
                }
                let hidden = notes.len().saturating_sub(most);
                if index + 1 == most && hidden > 0 {
                    let words = scene.words.with("today-notes-more", &[("count", hidden.into())]);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if ui.add(Button::link(&words).trailing(icons::RIGHT).small()).clicked() {
                            scene.go(Place::Page(Page::Evening));
                        }
                    });
                }
            });
        }
    });
}

/// Whether the evening review is due: near its hour, after it, or in the night that still belongs to the day.
#[must_use]
pub fn evening_is_near(scene: &Scene<'_>) -> bool {
    let at = scene.today.and_time(scene.frame.settings.evening_at);
    scene.now.local + NEAR >= at
}

/// The offer of the evening review, with its hour; after it was held, a quiet word.
pub fn evening_card(ui: &mut Ui, scene: &mut Scene<'_>, evening: Evening) {
    let near = evening_is_near(scene);
    let left = left_at(scene).filter(|_| !evening.is_over());
    let before = left_before(scene).filter(|_| !evening.is_over());
    let words = scene.words;
    let streak = (evening.streak > 0).then(|| words.with("today-evening-streak", &[("count", evening.streak.into())]));
    let line = words.get(match (evening.held, evening.rest) {
        (true, _) => "today-evening-held-line",
        (_, true) => "today-evening-rest-line",
        _ => "today-evening-line",
    });
    let line = match left {
        Some(step) => words.with("today-evening-left", &[("step", step.short_name(words).into())]),
        None => line,
    };
    let before = before.map(|day| {
        let date = scene.formats.date_near(day, scene.today);
        words.with("today-evening-left-before", &[("date", date.into())])
    });
    let line = before.unwrap_or(line);
    let below = [Some(line), streak].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let hour = scene.formats.time(scene.frame.settings.evening_at);
    let title = if evening.held {
        words.get("today-evening-held")
    } else if evening.rest {
        words.get("today-evening-rest")
    } else {
        format!("{} · {hour}", words.get("evening-review"))
    };
    let button = words.get(match (evening.is_over(), left) {
        (true, _) => "open",
        (false, Some(_)) => "today-continue",
        (false, None) => "start-now",
    });
    let card = if evening.is_over() { Card::new() } else { Card::new().accent() };
    card.show(ui, |ui| {
        split(
            ui,
            40.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                let sign = if evening.is_over() { icons::DONE_CIRCLE } else { icons::EVENING };
                icon(ui, sign, IconSize::Large, Tokens::of(ui).accent);
                two_lines(ui, &title, &below);
            },
            |ui| {
                let button = if near && !evening.is_over() { Button::primary(&button) } else { Button::plain(&button) };
                if ui.add(button).clicked() {
                    scene.go(Place::Page(Page::Evening));
                }
            },
        );
    });
}
