//! The search in the header of a page: it opens the palette.

use egui::Ui;

use crate::app::{Action, Scene, WindowCommand};
use crate::widgets::{Fold, search_box};

/// The button with its keys.
pub(super) fn search(ui: &mut Ui, scene: &mut Scene<'_>, fold: Fold) {
    search_of_width(ui, scene, None, fold);
}

/// The box that says what can be found, while there is room for it.
pub(super) fn wide_search(ui: &mut Ui, scene: &mut Scene<'_>, fold: Fold) {
    search_of_width(ui, scene, Some(292.0), fold);
}

fn search_of_width(ui: &mut Ui, scene: &mut Scene<'_>, width: Option<f32>, fold: Fold) {
    let name = scene.words.get("command-palette");
    let keys = WindowCommand::Palette.key_text().unwrap_or_default();
    if search_box(ui, &name, &keys, width, fold).clicked() {
        scene.act(Action::Palette);
    }
}
