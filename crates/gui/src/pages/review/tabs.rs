//! The five steps in a line; each can be gone to at once.

use egui::{Align2, CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::place::Step;
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};

/// How high a step is.
const TALL: f32 = 36.0;
/// What stands before its words: the circle and the space around it.
const BEFORE: f32 = 34.0;

/// Shows the steps; gives the one that was pressed.
pub(super) fn tabs(ui: &mut Ui, scene: &Scene<'_>, at: Step, passed: impl Fn(Step) -> bool) -> Option<Step> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        for step in Step::ALL {
            if tab(ui, &step.name(scene.words), step == at, passed(step)) {
                pressed = Some(step);
            }
        }
    });
    pressed
}

fn tab(ui: &mut Ui, name: &str, chosen: bool, passed: bool) -> bool {
    let tokens = Tokens::of(ui);
    let colour = if chosen { tokens.accent } else { tokens.soft };
    let font = if chosen { TextSize::Strong } else { TextSize::Body };
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font.font(), colour);
    let size = vec2(BEFORE + galley.size().x + space::L, TALL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, name));
    let corner = CornerRadius::same(radius::CARD);
    if chosen {
        ui.painter().rect_filled(rect, corner, tokens.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, tokens.hovered(tokens.paper));
    }
    let sign = if passed && !chosen { icons::DONE_CIRCLE } else { icons::OTHER };
    let ink = if chosen || passed { tokens.accent } else { tokens.soft };
    let at = pos2(rect.left() + BEFORE / 2.0 + 2.0, rect.center().y);
    ui.painter().text(at, Align2::CENTER_CENTER, sign, IconSize::Regular.font(), ink);
    let words = pos2(rect.left() + BEFORE, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(words, galley, colour);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, corner, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    response.clicked()
}
