//! Switches that are on or off, and boxes to tick.

use egui::{Align2, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::paint::{Line, focus_ring};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};

/// A switch; the name is read aloud, the words stand beside it in the row. `changed()` when it was switched.
pub fn toggle(ui: &mut Ui, on: &mut bool, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, mut response) = ui.allocate_exact_size(vec2(36.0, 20.0), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *on, name));
    let share = ui.ctx().animate_bool_responsive(response.id, *on);
    let ground = tokens.other.lerp_to_gamma(tokens.accent, share);
    ui.painter().rect_filled(rect, CornerRadius::same(10), ground);
    let x = egui::lerp(rect.left() + 10.0..=rect.right() - 10.0, share);
    ui.painter().circle_filled(pos2(x, rect.center().y), 7.5, tokens.card);
    focus_ring(ui, &response, rect, 10);
    response
}

/// A box to tick with its words; `struck` strikes the words through when it is ticked, as done tasks are.
pub fn checkbox(ui: &mut Ui, on: &mut bool, words: &str, struck: bool) -> Response {
    let tokens = Tokens::of(ui);
    let colour = if *on && struck { tokens.soft } else { tokens.ink };
    let mut line = Line::new(0.0);
    line.text(ui, words, TextSize::Body, colour);
    let size = vec2(18.0 + space::M + line.size().x, line.size().y.max(20.0));
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    tick(ui, on, words, &mut response);
    let at = rect.left_center() + vec2(18.0 + space::M, 0.0);
    line.paint(ui.painter(), at);
    if *on && struck {
        let across = at.x..=at.x + line.size().x;
        ui.painter().hline(across, at.y + 1.0, Stroke::new(1.0, tokens.soft));
    }
    response
}

/// The width of [`tick_box`].
pub const TICK_BOX: f32 = 18.0;

/// A box to tick without words; the name is read aloud.
pub fn tick_box(ui: &mut Ui, on: &mut bool, name: &str) -> Response {
    let (_, mut response) = ui.allocate_exact_size(vec2(TICK_BOX, 20.0), Sense::click());
    tick(ui, on, name, &mut response);
    response
}

fn tick(ui: &Ui, on: &mut bool, name: &str, response: &mut Response) {
    let tokens = Tokens::of(ui);
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *on, name));
    let square = Align2::LEFT_CENTER.align_size_within_rect(vec2(18.0, 18.0), response.rect);
    let corner = CornerRadius::same(5);
    if *on {
        ui.painter().rect_filled(square, corner, tokens.accent);
        let mut line = Line::new(0.0);
        line.icon(ui, icons::DONE, IconSize::Small, tokens.on_accent);
        line.paint_centred(ui.painter(), square);
    } else {
        let edge = if response.hovered() { tokens.soft } else { tokens.other };
        ui.painter().rect(square, corner, tokens.card, Stroke::new(1.25, edge), StrokeKind::Inside);
    }
    focus_ring(ui, response, square, 5);
}
