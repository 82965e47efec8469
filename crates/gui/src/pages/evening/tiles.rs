//! What can be done with the thing at hand, side by side with the keys 1 to 5.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::guess::Sort;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};
use crate::widgets::{icon, key_cap, text_cut};
use crate::words::Words;

/// How high a tile is, and how high where the window is low.
const TALL: f32 = 104.0;
const SHORT: f32 = 86.0;
/// Below this height of the window tiles are short.
const LOW: f32 = 720.0;

/// One thing that can be done.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Its icon.
    pub icon: char,
    /// What it is called.
    pub name: String,
    /// A quiet line below.
    pub line: String,
    /// Whether it is the one that is chosen.
    pub chosen: bool,
}

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

/// A line about what a note becomes.
#[must_use]
pub fn sort_line(words: &Words, sort: Sort) -> String {
    match sort {
        Sort::Task => words.get("evening-into-task-line"),
        Sort::Call => words.get("evening-into-call-line"),
        Sort::Contact => words.get("evening-into-contact-line"),
        Sort::Promise => words.get("evening-into-promise-line"),
        Sort::Note => words.get("evening-into-note-line"),
    }
}

/// The tiles; gives the one that was pressed. `first` is the key of the first one.
pub fn tiles(ui: &mut Ui, all: &[Tile], first: usize) -> Option<usize> {
    let mut pressed = None;
    let widths = widths(ui, all);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (index, (tile, width)) in all.iter().zip(widths).enumerate() {
            if show(ui, tile, &(index + first).to_string(), width) {
                pressed = Some(index);
            }
        }
    });
    pressed
}

/// How wide each is: all the same, unless a name needs more.
fn widths(ui: &Ui, all: &[Tile]) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "five tiles at most")]
    let many = all.len().max(1) as f32;
    let room = ui.available_width() - (many - 1.0) * space::S;
    let ink = Tokens::of(ui).ink;
    let name = |tile: &Tile| {
        let words = ui.painter().layout_no_wrap(tile.name.clone(), TextSize::Strong.font(), ink);
        words.size().x.ceil() + 2.0 * space::S
    };
    let named: Vec<f32> = all.iter().map(name).collect();
    if named.iter().all(|width| *width <= room / many) {
        return named.iter().map(|_| room / many).collect();
    }
    let rest = (room - named.iter().sum::<f32>()) / many;
    named.into_iter().map(|width| (width + rest).max(48.0)).collect()
}

fn show(ui: &mut Ui, tile: &Tile, key: &str, width: f32) -> bool {
    let tokens = Tokens::of(ui);
    let tall = if ui.ctx().content_rect().height() < LOW { SHORT } else { TALL };
    let (rect, response) = ui.allocate_exact_size(vec2(width, tall), Sense::click());
    let chosen = tile.chosen;
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &tile.name));
    let (fill, edge, thick, ink) = match (chosen, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent, 2.0, tokens.accent),
        (false, true) => (tokens.hovered(tokens.card), tokens.hovered_line(), 1.0, tokens.soft),
        (false, false) => (tokens.card, tokens.line, 1.0, tokens.soft),
    };
    let corner = CornerRadius::same(radius::CARD);
    ui.painter().rect(rect, corner, fill, Stroke::new(thick, edge), StrokeKind::Inside);
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(rect.expand(3.0), corner, ring, StrokeKind::Inside);
    }
    let cap = Rect::from_min_size(rect.min + vec2(8.0, 8.0), vec2(24.0, 18.0));
    key_cap(&mut ui.new_child(UiBuilder::new().id_salt((key, "cap")).max_rect(cap)), key);
    let above = (tall - 76.0).max(8.0);
    let middle = Rect::from_min_max(rect.min + vec2(4.0, above), rect.max - vec2(4.0, 4.0));
    let layout = egui::Layout::top_down(egui::Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().id_salt(key).max_rect(middle).layout(layout));
    inside.spacing_mut().item_spacing.y = 1.0;
    icon(&mut inside, tile.icon, IconSize::Large, ink);
    text_cut(&mut inside, &tile.name, TextSize::Strong, if chosen { tokens.accent } else { tokens.ink });
    text_cut(&mut inside, &tile.line, TextSize::Soft, if chosen { tokens.accent } else { tokens.soft });
    response.clicked()
}
