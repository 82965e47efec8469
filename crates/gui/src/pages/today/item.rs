//! How an entry looks in a row: its hour, its icon, its title with a quiet line below, and its state.

use chrono::NaiveDate;
use egui::{Align, Layout, Stroke, Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::{Action as PlanAction, EntryKind, EntryState, Mode, Priority, TaskNature};
use sponsor_core::query::Item;

use super::press::press;
use super::{is_short, tall_row};
use crate::app::{Place, Scene, state_icon};
use crate::icons;
use crate::pages::diary::state_word;
use crate::theme::{IconSize, TextSize, Tokens, height, space, stroke};
use crate::widgets::{Button, Pill, PriorityLook, Tone, entry_title, icon, row, split, telling_icon, text, tick_box};
use crate::words::Words;

/// The column of hours.
const TIME_WIDTH: f32 = 62.0;
/// The column of icons and boxes to tick.
const SIGN_WIDTH: f32 = 22.0;
/// How many names a line says before it counts the others.
const NAMES_SAID: usize = 3;

/// The icon of an entry: that of its action where it has one that says more than its kind.
#[must_use]
pub const fn item_icon(item: &Item) -> char {
    match &item.action {
        Some(PlanAction::TwoPlusOne) => icons::TWO_PLUS_ONE,
        Some(PlanAction::Training | PlanAction::Presentation) => icons::PRESENTATION,
        Some(PlanAction::Invitation) => icons::INVITATION,
        Some(PlanAction::OnlinePost) => icons::ONLINE_POST,
        _ if matches!(
            (item.nature, item.state),
            (Some(TaskNature::MyPromise | TaskNature::TheirPromise), EntryState::Planned)
        ) =>
        {
            icons::PROMISE
        }
        _ => state_icon(item.kind, item.state),
    }
}

/// The quiet line below a title: what came of it, else where and with whom, else the first line of the note.
#[must_use]
pub fn item_detail(words: &Words, item: &Item) -> String {
    if let Some(outcome) = &item.outcome {
        if !outcome.promise.is_empty() {
            return words.with("today-promise", &[("text", outcome.promise.as_str().into())]);
        }
        if !outcome.talked_about.is_empty() {
            return first_line(&outcome.talked_about).to_owned();
        }
    }
    let mut parts = Vec::new();
    if item.place.contains("://") || (item.place.is_empty() && item.mode == Some(Mode::Online)) {
        parts.push(words.get("online"));
    } else if !item.place.trim().is_empty() {
        parts.push(item.place.trim().to_owned());
    }
    if item.invited > 0 {
        parts.push(words.with("today-invited", &[("count", item.invited.into())]));
    }
    parts.extend(names_beside(words, item));
    if parts.is_empty() {
        return first_line(&item.note).to_owned();
    }
    parts.join(" · ")
}

fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default()
}

/// The people that the title does not name itself.
fn names_beside(words: &Words, item: &Item) -> Option<String> {
    let said = |name: &str| name.split(' ').next().is_some_and(|first| item.title.contains(first));
    let others: Vec<_> = item.people.iter().filter(|person| !said(&person.full)).collect();
    let names: Vec<_> = others.iter().take(NAMES_SAID).map(|person| person.short.as_str()).collect();
    let names = names.join(", ");
    let rest = others.len().saturating_sub(NAMES_SAID);
    match (names.is_empty(), rest) {
        (true, _) => None,
        (false, 0) => Some(names),
        (false, rest) => Some(words.with("today-and-more", &[("names", names.into()), ("count", rest.into())])),
    }
}

/// The height of an entry's row: taller where it has a second line.
#[must_use]
pub fn item_height(ui: &Ui, detail: &str) -> f32 {
    if detail.is_empty() { height::AGENDA_ROW } else { tall_row(ui) }
}

/// What stands in the column of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hour {
    /// The hour at which it is, or the sign for "during the day".
    OfDay,
    /// The day from which it waits, in the colour of what is late.
    From(NaiveDate),
}

/// A row for an entry; `right` is laid out from the right edge.
pub fn item_row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    index: usize,
    item: &Item,
    hour: Hour,
    right: impl FnOnce(&mut Ui, &mut Scene<'_>),
) {
    let detail = item_detail(scene.words, item);
    let least = if matches!(hour, Hour::From(_)) && !is_short(ui) { 40.0 } else { 0.0 };
    let tall = item_height(ui, &detail).max(least);
    ui.push_id((item.id, item.instance), |ui| {
        row(ui, index, tall, |ui| {
            let held = std::cell::RefCell::new(&mut *scene);
            split(
                ui,
                tall,
                |ui| item_left(ui, &mut held.borrow_mut(), item, hour, &detail),
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    right(ui, &mut held.borrow_mut());
                },
            );
        });
    });
}

fn item_left(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item, hour: Hour, detail: &str) {
    let tokens = Tokens::of(ui);
    cell(ui, TIME_WIDTH, |ui| show_hour(ui, scene, item, hour));
    cell(ui, SIGN_WIDTH, |ui| show_sign(ui, scene, item, hour));
    let open = item.state == EntryState::Planned;
    let timed = item.when.time().is_some();
    let (size, colour) = match (open, timed || !matches!(item.kind, EntryKind::Task | EntryKind::Note)) {
        (true, true) => (TextSize::Strong, tokens.ink),
        (true, false) => (TextSize::Body, tokens.ink),
        (false, _) => (TextSize::Body, tokens.soft),
    };
    let lines = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let tall = if detail.is_empty() { 20.0 } else { 38.0 };
        ui.add_space(((ui.max_rect().height() - tall) / 2.0).max(0.0));
        let title = entry_title(ui, &item.title, &item.people, size, colour);
        if !open && (item.kind == EntryKind::Task || item.state == EntryState::Dropped) {
            let across = title.rect;
            ui.painter().hline(across.x_range(), across.center().y + 1.0, Stroke::new(stroke::HAIRLINE, tokens.soft));
        }
        let below = (!detail.is_empty()).then(|| text(ui, detail, TextSize::Soft, tokens.soft));
        below.map_or(title.rect, |below| title.rect.union(below.rect))
    });
    let name = scene.words.with("today-open-entry", &[("title", item.title.as_str().into())]);
    if press(ui, lines.inner, ("entry", item.id, item.instance), &name).clicked() {
        scene.go(place_of(item));
    }
}

/// Where an entry opens in the diary.
#[must_use]
pub fn place_of(item: &Item) -> Place {
    Place::Entry { id: item.id, instance: item.instance, day: item.when.first_day() }
}

/// Something in a column of this width, in the middle of the row's height.
pub fn cell<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(width, ui.max_rect().height());
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = space::XS;
        contents(ui)
    })
    .inner
}

fn show_hour(ui: &mut Ui, scene: &Scene<'_>, item: &Item, hour: Hour) {
    let tokens = Tokens::of(ui);
    match (hour, item.when.time()) {
        (Hour::From(day), _) => {
            let near = (scene.today - day).num_days() == 1;
            let when = if near { scene.words.get("yesterday") } else { scene.formats.date_tiny(day) };
            let letters = ui.painter().layout_no_wrap(when.clone(), TextSize::Soft.font(), tokens.urgent);
            if letters.size().x + IconSize::Small.size() + space::XS <= TIME_WIDTH {
                icon(ui, icons::FROM_BEFORE, IconSize::Small, tokens.urgent);
            }
            text(ui, &when, TextSize::Soft, tokens.urgent);
        }
        // A note stands at the hour at which it was written.
        (Hour::OfDay, None) if item.kind == EntryKind::Note => {
            text(ui, &scene.formats.time(item.created.time()), TextSize::Tabular, tokens.soft);
        }
        (Hour::OfDay, Some(time)) => {
            text(ui, &scene.formats.time(time), TextSize::Tabular, tokens.soft);
        }
        (Hour::OfDay, None) => {
            telling_icon(ui, icons::ALL_DAY, IconSize::Regular, tokens.soft, &scene.words.get("today-all-day"));
        }
    }
}

fn show_sign(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item, hour: Hour) {
    let tokens = Tokens::of(ui);
    if item.kind == EntryKind::Task && item.state != EntryState::Dropped {
        let mut done = item.state == EntryState::Done;
        let name = scene.words.with("today-tick", &[("title", item.title.as_str().into())]);
        if tick_box(ui, &mut done, &name).changed() {
            set_state(scene, item, if done { EntryState::Done } else { EntryState::Planned });
        }
        return;
    }
    let colour = match item.state {
        EntryState::Done => tokens.accent,
        EntryState::Planned if hour == Hour::OfDay => tokens.soft,
        EntryState::Planned | EntryState::Dropped => tokens.other,
    };
    icon(ui, item_icon(item), IconSize::Regular, colour);
}

/// Asks that an entry is done, dropped or planned again.
pub fn set_state(scene: &mut Scene<'_>, item: &Item, state: EntryState) {
    scene.run(Command::SetState { entry: item.id, instance: item.instance, state });
}

/// What stands at the right of an entry of today: «Как мина?», else its state, else its priority.
pub fn item_state(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item) {
    if item.asks_how_it_went(scene.now.local) {
        how_did_it_go(ui, scene, item);
        return;
    }
    match item.state {
        EntryState::Done if item.kind == EntryKind::Task => show_priority(ui, scene.words, item),
        EntryState::Done => {
            ui.add(Pill::new(&state_word(scene.words, item)).icon(icons::DONE).tone(Tone::Accent));
        }
        EntryState::Dropped => {
            ui.add(Pill::new(&state_word(scene.words, item)));
        }
        EntryState::Planned => show_priority(ui, scene.words, item),
    }
}

/// The button «Как мина?», which opens the entry in the diary.
pub fn how_did_it_go(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item) {
    let words = scene.words.get("how-did-it-go");
    if ui.add(Button::accent(&words).icon(icons::HOW_DID_IT_GO).small()).clicked() {
        scene.go(place_of(item));
    }
}

fn show_priority(ui: &mut Ui, words: &Words, item: &Item) {
    let look = match item.priority {
        Priority::Urgent => PriorityLook::Urgent,
        Priority::Important => PriorityLook::Important,
        Priority::Necessary => PriorityLook::Necessary,
        // «друго» says something only of a task among tasks.
        Priority::Other if item.kind == EntryKind::Task => PriorityLook::Other,
        Priority::Other => return,
    };
    ui.add(Pill::priority(look, &look.word(words)));
}
