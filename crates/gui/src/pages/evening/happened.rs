//! Step 0, «Какво стана днес?»: a line per happening, Enter after Enter, and what still asks how it went.

use egui::Ui;
use sponsor_core::model::EntryKind;

use super::deciding::Deciding;
use super::line::{About, evening_line, line_id};
use super::place::{Mark, keys_are_free};
use super::question::EveningView;
use crate::app::{LineLook, Scene};
use crate::icons;
use crate::pages::today::item::{Hour, item_row, item_state};
use crate::widgets::{Card, heading, soft};

/// Shows the step.
pub fn happened_step(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    view: &EveningView,
    (deciding, who): (&mut Deciding, &mut bool),
    at: &mut Option<Mark>,
) {
    let left_line = write_card(ui, scene, view, who);
    if !view.asks.is_empty() {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = crate::theme::space::XXS;
            heading(ui, &scene.words.get("evening-asks-title"));
            soft(ui, &scene.words.get("evening-asks-text"));
        });
        // The Enter that leaves the empty line is not yet one for what asks.
        let keys = !left_line && keys_are_free(ui);
        deciding.ui(ui, scene, view, &view.asks, at, keys);
    }
    let title = scene.words.get("evening-today-title");
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.happened.is_empty() {
            soft(ui, &scene.words.get("evening-today-empty"));
        }
        for (index, item) in view.happened.iter().enumerate() {
            item_row(ui, scene, index, item, Hour::OfDay, |ui, scene| {
                if item.kind != EntryKind::Note {
                    item_state(ui, scene, item);
                }
            });
        }
    });
}

/// The line; tells whether it was just left by Enter, or asks who is meant.
fn write_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, who: &mut bool) -> bool {
    let (label, hint) = (scene.words.get("evening-write"), scene.words.get("evening-write-hint"));
    let title = super::steps::Step::Happened.name(scene, view);
    let look = LineLook { id: line_id(), label: &label, hint: &hint, icon: icons::JOT };
    let card = Card::new().edged().title(&title);
    card.show(ui, |ui| evening_line(ui, scene, About::Happened(view.on), &look, who)).inner.1
}
