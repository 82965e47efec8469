//! The settings: three columns of cards. A change applies at once, as one command.

mod cadence;
mod data;
mod field;
mod look;
mod ready_words;
mod restore;
mod rhythm;

use egui::{Frame, ScrollArea, Ui};

use self::ready_words::Editing;
use self::restore::Restoring;
use crate::app::{Action, Scene, undo_words};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Button, page_header, page_margin};

/// From this width on there are three columns.
const THREE_FROM: f32 = 1_120.0;
/// From this width on there are two.
const TWO_FROM: f32 = 640.0;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct SettingsPage {
    restoring: Restoring,
    ready_words: Editing,
}

impl SettingsPage {
    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            let (title, note) = (scene.words.get("page-settings"), scene.words.get("settings-note"));
            let (undo, named) = (scene.words.get("undo"), undo_words(scene.words, scene.frame));
            let can = scene.frame.undo.is_some() && scene.frame.writable;
            page_header(
                ui,
                &title,
                &note,
                |_, _| (),
                |ui, fold| {
                    let button = Button::quiet(&undo).icon(icons::UNDO).name(&named).folded(fold.actions());
                    if ui.add_enabled(can, button).on_hover_text(&named).clicked() {
                        scene.act(Action::Undo);
                    }
                },
            );
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| columns(ui, scene, &mut self.ready_words));
        });
        self.restoring.ui(ui, scene);
        self.ready_words.ui(ui, scene);
    }
}

fn columns(ui: &mut Ui, scene: &mut Scene<'_>, texts: &mut Editing) {
    if ui.available_width() < TWO_FROM {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::L);
            look::look(ui, scene);
            look::about_you(ui, scene);
            files(ui, scene);
            rhythm::week(ui, scene);
            cadence::cadence(ui, scene);
            rhythm::points(ui, scene);
            texts.card(ui, scene);
            look::pages(ui, scene);
            data::closing_line(ui, scene);
        });
        return;
    }
    let three = ui.available_width() >= THREE_FROM;
    let count = if three { 3.0 } else { 2.0 };
    let each = (ui.available_width() - space::L * (count - 1.0)) / count;
    let column = |ui: &mut Ui, contents: &mut dyn FnMut(&mut Ui)| {
        ui.vertical(|ui| {
            ui.set_width(each);
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::L);
            contents(ui);
        });
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        column(ui, &mut |ui| {
            look::look(ui, scene);
            look::about_you(ui, scene);
            look::pages(ui, scene);
            if !three {
                cadence::cadence(ui, scene);
            }
        });
        if three {
            column(ui, &mut |ui| {
                rhythm::week(ui, scene);
                cadence::cadence(ui, scene);
                rhythm::points(ui, scene);
            });
        }
        column(ui, &mut |ui| {
            files(ui, scene);
            if !three {
                rhythm::week(ui, scene);
                rhythm::points(ui, scene);
            }
            texts.card(ui, scene);
        });
    });
    ui.add_space(space::L);
    data::closing_line(ui, scene);
    ui.add_space(space::S);
}

fn files(ui: &mut Ui, scene: &mut Scene<'_>) {
    data::backup(ui, scene);
    data::data(ui, scene);
}
