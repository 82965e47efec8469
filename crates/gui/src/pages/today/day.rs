//! «Денят»: the programme in order of time with the line of now, tasks, what is kept of people, and what waits from before.

use std::collections::BTreeSet;

use egui::{Stroke, Ui, vec2};
use sponsor_core::model::{Action as PlanAction, EntryKind, EntryState};
use sponsor_core::query::{Item, TodayView};

use super::decide::decide_row;
use super::is_short;
use super::item::{Hour, item_row, item_state};
use super::occasions::occasion_rows;
use crate::app::{Page, Place, Scene};
use crate::icons;
use crate::theme::{Tokens, space, stroke};
use crate::widgets::{Button, Card, Pill, Tone, soft};

/// How many things from before are shown, and how many where the window is low.
const WAITING_SHOWN: usize = 5;
const WAITING_SHORT: usize = 2;
/// How many rows the programme has where the window is low.
const PROGRAMME_SHORT: usize = 7;

/// The card of the day.
pub fn day_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &TodayView) {
    let title = scene.words.get("programme-of-day");
    let note = counts(scene, &view.programme);
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.programme.is_empty() && view.overdue.is_empty() && view.occasions.is_empty() {
            nothing_yet(ui, scene);
        }
        let mut index = programme(ui, scene, view);
        index += occasion_rows(ui, scene, index, &view.occasions);
        waiting(ui, scene, &view.overdue, index);
    });
}

fn nothing_yet(ui: &mut Ui, scene: &mut Scene<'_>) {
    soft(ui, &scene.words.get("today-day-empty"));
    ui.add_space(space::S);
    let words = scene.words.get("new-entry");
    if ui.add(Button::plain(&words).icon(icons::ADD).small()).clicked() {
        scene.go(Place::NewEntry { day: Some(scene.today) });
    }
}

/// What the day holds, in numbers: «1 среща · 2 обаждания».
fn counts(scene: &Scene<'_>, programme: &[Item]) -> String {
    let of = |wanted: &str| programme.iter().filter(|item| count_key(item) == Some(wanted)).count();
    let keys = [
        "today-count-meetings",
        "today-count-calls",
        "today-count-messages",
        "today-count-trainings",
        "today-count-events",
        "today-count-tasks",
    ];
    let said = keys.into_iter().filter_map(|key| {
        let count = of(key);
        (count > 0).then(|| scene.words.with(key, &[("count", count.into())]))
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn count_key(item: &Item) -> Option<&'static str> {
    if item.action == Some(PlanAction::Training) {
        return Some("today-count-trainings");
    }
    match item.kind {
        EntryKind::Meeting => Some("today-count-meetings"),
        EntryKind::Event => Some("today-count-events"),
        EntryKind::Call => Some("today-count-calls"),
        EntryKind::Message => Some("today-count-messages"),
        EntryKind::Task => Some("today-count-tasks"),
        EntryKind::Note => None,
    }
}

/// The rows of the programme; the line of now stands before the first that has not begun. Gives how many rows follow
/// without a break.
fn programme(ui: &mut Ui, scene: &mut Scene<'_>, view: &TodayView) -> usize {
    let now = scene.now.local;
    let starts = |item: &Item| item.when.first_day().zip(item.when.time()).map(|(day, time)| day.and_time(time));
    let begun = view.programme.iter().filter(|item| starts(item).is_some_and(|start| start <= now)).count();
    let timed = view.programme.iter().filter(|item| starts(item).is_some()).count();
    let mut index = 0;
    let shown = shown_rows(ui, scene, &view.programme);
    for (at, item) in view.programme.iter().enumerate() {
        if !shown.contains(&at) {
            continue;
        }
        if at == begun && timed > 0 {
            now_line(ui, scene);
            index = 0;
        }
        item_row(ui, scene, index, item, Hour::OfDay, |ui, scene| item_state(ui, scene, item));
        index += 1;
    }
    if timed > 0 && begun == view.programme.len() {
        now_line(ui, scene);
        index = 0;
    }
    let hidden = view.programme.len().saturating_sub(shown.len());
    if hidden > 0 && more(ui, &scene.words.with("today-programme-more", &[("count", hidden.into())])) {
        scene.go(Place::Day(scene.today));
    }
    index
}

/// The rows of the programme that are shown: where the window is low, first what still asks for something.
fn shown_rows(ui: &Ui, scene: &Scene<'_>, programme: &[Item]) -> BTreeSet<usize> {
    let asks = |item: &Item| item.state == EntryState::Planned || item.asks_how_it_went(scene.now.local);
    let mut order: Vec<usize> = (0..programme.len()).collect();
    order.sort_by_key(|at| programme.get(*at).is_none_or(|item| !asks(item)));
    let most = if is_short(ui) { PROGRAMME_SHORT } else { programme.len() };
    order.into_iter().take(most).collect()
}

fn now_line(ui: &mut Ui, scene: &Scene<'_>) {
    let tokens = Tokens::of(ui);
    let time = scene.formats.time(scene.now.local.time());
    let words = scene.words.with("today-now", &[("time", time.into())]);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 22.0),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.add(Pill::new(&words).tone(Tone::Filled));
            let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0), egui::Sense::hover());
            ui.painter().hline(line.x_range(), line.center().y, Stroke::new(stroke::FOCUS, tokens.accent));
        },
    );
}

fn waiting(ui: &mut Ui, scene: &mut Scene<'_>, overdue: &[Item], first: usize) {
    let shown = if is_short(ui) { WAITING_SHORT } else { WAITING_SHOWN };
    for (at, item) in overdue.iter().take(shown).enumerate() {
        decide_row(ui, scene, first + at, item);
    }
    let hidden = overdue.len().saturating_sub(shown);
    if hidden > 0 && more(ui, &scene.words.with("today-overdue-more", &[("count", hidden.into())])) {
        scene.go(Place::Page(Page::Evening));
    }
}

/// The link to the page with the rest of a list.
pub fn more(ui: &mut Ui, words: &str) -> bool {
    ui.add_space(space::XS);
    ui.add(Button::link(words).trailing(icons::RIGHT).small()).clicked()
}
