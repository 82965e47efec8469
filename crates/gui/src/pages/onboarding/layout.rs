//! How the screens of a talk are laid out: a column in the middle, parts side by side, a question with help beside it.

use egui::{Popup, Ui, vec2};

use crate::theme::{TextSize, Tokens, space};
use crate::widgets::text;

/// How wide a question with help beside it is.
const WIDE: f32 = 1090.0;
/// How wide the help is.
const HELP: f32 = 320.0;
/// Between what is said and the help.
const BETWEEN: f32 = 48.0;

/// A column in the middle, at most this wide.
pub fn column<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = width.min(room);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space((room - width) / 2.0);
        part(ui, width, contents)
    })
    .inner
}

/// A part this wide that stands beside another.
pub fn part<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        contents(ui)
    })
    .inner
}

/// A question, below it what is said to it and, at the right, what helps to say it. Both may change `draft`.
pub fn question_with_help<D>(
    ui: &mut Ui,
    question: &str,
    draft: &mut D,
    said: impl FnOnce(&mut Ui, &mut D),
    help: impl FnOnce(&mut Ui, &mut D),
) {
    column(ui, WIDE, |ui| {
        ui.add_space(space::XL);
        text(ui, question, TextSize::Question, Tokens::of(ui).ink);
        ui.add_space(space::L);
        let left = (ui.available_width() - HELP - BETWEEN).max(300.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            part(ui, left, |ui| said(ui, draft));
            part(ui, HELP, |ui| help(ui, draft));
        });
        ui.add_space(space::L);
    });
}

/// Whether a list is open, whose keys these then are.
pub fn any_popup(ui: &Ui) -> bool {
    Popup::is_any_open(ui.ctx())
}
