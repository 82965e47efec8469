//! A part of a row that can be pressed as one thing: a name that opens the person, a title that opens the entry.

use egui::{CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::theme::{Tokens, radius, stroke};

/// Makes what was painted in `rect` one button with this name; `salt` tells it from others on the page.
pub fn press(ui: &Ui, rect: Rect, salt: impl std::hash::Hash + std::fmt::Debug, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, Id::unique("pressed part").with(salt), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let around = rect.expand2(egui::vec2(4.0, 0.0));
    let corner = CornerRadius::same(radius::ENTRY);
    if response.hovered() {
        ui.painter().rect_filled(around, corner, tokens.ink.gamma_multiply(0.04));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(around, corner, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
