//! What waits from before is decided in place: done, moved to another day, or dropped.

use chrono::{Days, NaiveDate};
use egui::Ui;
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{EntryKind, EntryState};
use sponsor_core::query::Item;

use super::item::{Hour, how_did_it_go, item_row, set_state};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Button, Field, date_field, popover};

/// The date that is typed for a move.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveForm {
    /// The date as it is typed.
    pub on: String,
}

impl Form for MoveForm {
    const KIND: FormKind = FormKind::Move;
}

/// A row for something undecided, with its buttons.
pub fn decide_row(ui: &mut Ui, scene: &mut Scene<'_>, index: usize, item: &Item) {
    let hour = match item.when.last_day() {
        Some(day) if day < scene.today => Hour::From(day),
        _ => Hour::OfDay,
    };
    item_row(ui, scene, index, item, hour, |ui, scene| decide_buttons(ui, scene, item));
}

fn decide_buttons(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item) {
    let (done, moved, drop) = (scene.words.get("done"), scene.words.get("move"), scene.words.get("drop"));
    if ui.add(Button::quiet(&drop).small()).clicked() {
        set_state(scene, item, EntryState::Dropped);
    }
    let button = ui.add(Button::plain(&moved).small());
    popover(&button, 260.0, |ui| move_form(ui, scene, item));
    // Of a meeting or a call that is over one asks more than whether it was.
    if matches!(item.kind, EntryKind::Task | EntryKind::Message) || !item.asks_how_it_went(scene.now.local) {
        if ui.add(Button::plain(&done).small()).clicked() {
            set_state(scene, item, EntryState::Done);
        }
    } else {
        how_did_it_go(ui, scene, item);
    }
}

fn move_form(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item) {
    ui.spacing_mut().item_spacing.y = space::S;
    let tomorrow = scene.today.checked_add_days(Days::new(1)).unwrap_or(scene.today);
    let key = FormKey::about(FormKind::Move, item.id);
    let words = scene.words;
    let today = scene.today;
    let name = words.get("today-move-tomorrow");
    let to_tomorrow = ui.add(Button::plain(&name).icon(icons::MOVE).width(260.0)).clicked();
    let (label, hint) = (words.get("today-move-field"), words.get("today-move-hint"));
    let form = scene.form(&key, MoveForm::default);
    let typed = date_field(ui, words, Field::new(&label, &mut form.on).hint(&hint), today);
    let pressed = ui.add_enabled(typed.value.is_some(), Button::primary(&words.get("move"))).clicked();
    let wanted = typed.value.filter(|_| pressed || typed.field.committed);
    if let Some(day) = to_tomorrow.then_some(tomorrow).or(wanted) {
        scene.save(key, move_to(item, day));
        ui.close();
    }
}

/// The command that moves an entry to another day, at its own hour.
#[must_use]
pub fn move_to(item: &Item, day: NaiveDate) -> Command {
    Command::MoveEntry { entry: item.id, instance: item.instance, to: item.when.on_day(day) }
}
