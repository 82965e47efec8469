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

/// Below this width of a row its buttons are icons.
pub(super) const COMPACT_BELOW: f32 = 520.0;

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
    let compact = ui.available_width() < COMPACT_BELOW;
    item_row(ui, scene, index, item, hour, |ui, scene| {
        move_or_drop(ui, scene, item, compact);
        done_or_how(ui, scene, item);
    });
}

/// The buttons «Премести» and «Отпада»; where there is little room their icons alone.
pub fn move_or_drop(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item, compact: bool) {
    let (moved, drop) = (scene.words.get("move"), scene.words.get("drop"));
    let dropping = if compact { Button::quiet_icon(icons::CLOSE, &drop) } else { Button::quiet(&drop) };
    if ui.add(dropping.small()).clicked() {
        set_state(scene, item, EntryState::Dropped);
    }
    let moving = if compact { Button::icon_only(icons::MOVE, &moved) } else { Button::plain(&moved) };
    let button = ui.add(moving.small());
    popover(&button, 260.0, |ui| move_form(ui, scene, item));
}

fn done_or_how(ui: &mut Ui, scene: &mut Scene<'_>, item: &Item) {
    let done = scene.words.get("done");
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
    let key = match item.instance {
        Some(day) => FormKey::about(FormKind::Move, format!("{} {day}", item.id)),
        None => FormKey::about(FormKind::Move, item.id),
    };
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
