//! The forms of the page, each in a panel over it. Escape keeps what was typed.

mod contact;
mod person;
mod person_fields;
mod registration;
mod who;

use egui::Ui;

use crate::theme::{height, space};
use crate::widgets::{Button, split};
use crate::words::Words;

pub(super) use self::contact::birthday_text;
pub(super) use self::person::{Panel, PersonPanel};
pub(super) use self::registration::RegistrationPanel;

/// What was pressed below a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Nothing,
    /// It is to be saved.
    Save,
    /// It is given up, with what was typed.
    Cancel,
}

impl Pressed {
    /// This, or a save where something else in the form asked for it.
    const fn or(self, committed: bool) -> Self {
        match self {
            Self::Nothing if committed => Self::Save,
            pressed => pressed,
        }
    }
}

/// The buttons below a form.
fn save_row(ui: &mut Ui, words: &Words, note: &str) -> Pressed {
    ui.add_space(space::M);
    let (_, pressed) = split(
        ui,
        height::BUTTON,
        |ui| crate::widgets::soft(ui, note),
        |ui| {
            let saved = ui.add(Button::primary(&words.get("save")).keys("Ctrl ↵")).clicked();
            let cancelled = ui.add(Button::plain(&words.get("cancel"))).clicked();
            if cancelled { Pressed::Cancel } else { Pressed::Nothing.or(saved) }
        },
    );
    let keys = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter));
    pressed.or(keys)
}

/// Two things side by side, equally wide.
fn pair(ui: &mut Ui, first: impl FnOnce(&mut Ui, f32), second: impl FnOnce(&mut Ui, f32)) {
    let width = (ui.available_width() - space::L) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.vertical(|ui| {
            ui.set_width(width);
            first(ui, width);
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            second(ui, width);
        });
    });
}
