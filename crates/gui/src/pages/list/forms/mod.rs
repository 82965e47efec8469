//! The forms of the page, each in a panel over it. Escape keeps what was typed.

mod contact;
mod person;
mod registration;
mod who;

use egui::Ui;

use crate::theme::{height, space};
use crate::widgets::{Button, split};
use crate::words::Words;

pub(super) use self::person::{Panel, PersonPanel};
pub(super) use self::registration::RegistrationPanel;

/// The buttons below a form; tells whether it is to be saved.
fn save_row(ui: &mut Ui, words: &Words, note: &str) -> bool {
    ui.add_space(space::M);
    let (_, saved) = split(
        ui,
        height::BUTTON,
        |ui| crate::widgets::soft(ui, note),
        |ui| ui.add(Button::primary(&words.get("save")).keys("Ctrl ↵")).clicked(),
    );
    saved || ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter))
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
