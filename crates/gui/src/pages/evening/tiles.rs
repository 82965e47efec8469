//! The five things that a note can become, side by side with their keys.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::guess::Sort;
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};
use crate::widgets::{icon, key_cap, text};
use crate::words::Words;

/// How high a tile is.
const TALL: f32 = 104.0;

/// The icon of what a note becomes.
#[must_use]
pub const fn sort_icon(sort: Sort) -> char {
    match sort {
        Sort::Task => icons::TASK,
        Sort::Call => icons::CALL,
        Sort::Contact => icons::ADD_PERSON,
        Sort::Promise => icons::PROMISE,
        Sort::Note => icons::NOTE,
    }
}

/// The name of what a note becomes.
#[must_use]
pub fn sort_name(words: &Words, sort: Sort) -> String {
    match sort {
        Sort::Task => words.get("evening-into-task"),
        Sort::Call => words.get("evening-into-call"),
        Sort::Contact => words.get("evening-into-contact"),
        Sort::Promise => words.get("evening-into-promise"),
        Sort::Note => words.get("evening-into-note"),
    }
}

fn sort_line(words: &Words, sort: Sort) -> String {
    match sort {
        Sort::Task => words.get("evening-into-task-line"),
        Sort::Call => words.get("evening-into-call-line"),
        Sort::Contact => words.get("evening-into-contact-line"),
        Sort::Promise => words.get("evening-into-promise-line"),
        Sort::Note => words.get("evening-into-note-line"),
    }
}

/// The tiles; gives the one that was pressed.
pub fn tiles(ui: &mut Ui, scene: &Scene<'_>, chosen: Sort, proposed: Sort) -> Option<Sort> {
    let mut pressed = None;
    let width = (ui.available_width() - 4.0 * space::S) / 5.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (index, sort) in Sort::ALL.into_iter().enumerate() {
            let key = (index + 1).to_string();
            let line =
                if sort == proposed { scene.words.get("evening-proposed") } else { sort_line(scene.words, sort) };
            if tile(ui, scene, sort, &key, &line, width, chosen == sort) {
                pressed = Some(sort);
            }
        }
    });
    pressed
}

fn tile(ui: &mut Ui, scene: &Scene<'_>, sort: Sort, key: &str, line: &str, width: f32, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let name = sort_name(scene.words, sort);
    let (rect, response) = ui.allocate_exact_size(vec2(width, TALL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
    let (fill, edge, thick, ink) = match (chosen, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent, 2.0, tokens.accent),
        (false, true) => (tokens.hovered(tokens.card), tokens.hovered_line(), 1.0, tokens.soft),
        (false, false) => (tokens.card, tokens.line, 1.0, tokens.soft),
    };
    let corner = CornerRadius::same(radius::CARD);
    ui.painter().rect(rect, corner, fill, Stroke::new(thick, edge), StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(3.0),
            corner,
            Stroke::new(stroke::FOCUS, tokens.accent),
            StrokeKind::Inside,
        );
    }
    let cap = Rect::from_min_size(rect.min + vec2(8.0, 8.0), vec2(24.0, 18.0));
    key_cap(&mut ui.new_child(UiBuilder::new().id_salt((key, "cap")).max_rect(cap)), key);
    let middle = Rect::from_min_max(rect.min + vec2(4.0, 24.0), rect.max - vec2(4.0, 4.0));
    let layout = egui::Layout::top_down(egui::Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().id_salt(key).max_rect(middle).layout(layout));
    inside.spacing_mut().item_spacing.y = 1.0;
    icon(&mut inside, sort_icon(sort), IconSize::Large, ink);
    text(&mut inside, &name, TextSize::Strong, if chosen { tokens.accent } else { tokens.ink });
    text(&mut inside, line, TextSize::Soft, if chosen { tokens.accent } else { tokens.soft });
    response.clicked()
}
