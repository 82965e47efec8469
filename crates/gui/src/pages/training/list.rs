//! The list of trainings: those to come, and those that were held.

use chrono::NaiveDate;
use egui::{CornerRadius, Key, Modifiers, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use sponsor_core::model::EntryId;
use sponsor_core::query::{TrainingRow, Trainings};

use super::{Chosen, say};
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space};
use crate::widgets::{Button, Card, hairline, icon, soft, split, text};

/// Height of a line with its two rows of words.
const LINE: f32 = 52.0;

/// What was pressed in the list.
pub(super) enum Picked {
    Training(EntryId, Option<NaiveDate>),
    Older,
}

/// The training that is shown at first: the last one that was held, else the next one.
pub(super) fn first(trainings: &Trainings) -> Option<Chosen> {
    trainings.held.first().or_else(|| trainings.coming.first()).map(|row| (row.item.id, row.item.instance))
}

/// Shows the list; gives what was pressed.
pub(super) fn list(ui: &mut Ui, scene: &Scene<'_>, trainings: &Trainings, chosen: Option<Chosen>) -> Option<Picked> {
    let mut picked = None;
    Card::new().padding(8).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let parts = [("training-coming", &trainings.coming, false), ("training-held", &trainings.held, true)];
        let mut before = false;
        for (title, rows, held) in parts {
            if rows.is_empty() {
                continue;
            }
            if before {
                ui.add_space(space::XS);
                hairline(ui);
            }
            ui.add_space(space::XS);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                soft(ui, &scene.words.get(title));
            });
            for row in rows {
                let key = (row.item.id, row.item.instance);
                if line(ui, scene, row, held, chosen == Some(key)) {
                    picked = Some(Picked::Training(key.0, key.1));
                }
            }
            before = true;
        }
        if trainings.older > 0 {
            let words = scene.words.with("training-older", &[("count", trainings.older.into())]);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                if ui.add(Button::link(&words).trailing(icons::RIGHT).small()).clicked() {
                    picked = Some(Picked::Older);
                }
            });
        }
    });
    walked(ui, trainings, chosen).or(picked)
}

/// Walks the list with Alt and the arrows, whatever has the focus.
fn walked(ui: &Ui, trainings: &Trainings, chosen: Option<Chosen>) -> Option<Picked> {
    let step = ui.input_mut(|input| {
        let mut pressed = |key| i32::from(input.consume_key(Modifiers::ALT, key));
        pressed(Key::ArrowDown) - pressed(Key::ArrowUp)
    });
    if step == 0 {
        return None;
    }
    let keys: Vec<Chosen> =
        trainings.coming.iter().chain(&trainings.held).map(|row| (row.item.id, row.item.instance)).collect();
    let at = keys.iter().position(|key| Some(*key) == chosen)?;
    let to = if step > 0 { at + 1 } else { at.checked_sub(1)? };
    keys.get(to).map(|(id, instance)| Picked::Training(*id, *instance))
}

fn line(ui: &mut Ui, scene: &Scene<'_>, row: &TrainingRow, held: bool, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let (when, count) = (say::when(scene, &row.item), say::count(scene, row, held));
    let name = format!("{}, {when}, {count}", row.topic);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &name));
    let fill = if chosen {
        tokens.accent_soft
    } else if response.hovered() || response.has_focus() {
        tokens.wash
    } else {
        tokens.none()
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BUTTON), fill);
    let ink = if chosen { tokens.accent } else { tokens.ink };
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(vec2(space::S, space::XS))), |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
        ui.spacing_mut().interact_size.y = TextSize::Soft.line_height();
        split(
            ui,
            TextSize::Body.line_height() + 2.0,
            |ui| {
                icon(
                    ui,
                    say::mode_icon(&row.item),
                    IconSize::Regular,
                    if chosen { tokens.accent } else { tokens.soft },
                );
                text(ui, &row.topic, TextSize::Medium, ink);
            },
            |ui| soft(ui, &count),
        );
        ui.horizontal(|ui| {
            ui.add_space(IconSize::Regular.size() + space::S);
            soft(ui, &when);
        });
    });
    if response.has_focus() {
        let stroke = egui::Stroke::new(crate::theme::stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::BUTTON), stroke, egui::StrokeKind::Inside);
    }
    response.clicked()
}
