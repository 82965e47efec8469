//! How far something is: a bar, and segments for steps.

use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::theme::{Tokens, radius};

/// A bar from 0 to 1, six points high; the name says the figures («4 от 10»).
pub fn progress_bar(ui: &mut Ui, share: f32, width: f32, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    tell(&response, name, f64::from(share));
    let corner = CornerRadius::same(radius::BAR);
    ui.painter().rect_filled(rect, corner, tokens.other_soft);
    if share > 0.0 {
        let mut done = rect;
        done.set_width((rect.width() * share).max(6.0));
        ui.painter().rect_filled(done, corner, tokens.accent);
    }
    response
}

/// One thin segment for each step, the done ones in the accent; the name says the figures («3 от 7»).
pub fn progress_segments(ui: &mut Ui, done: usize, total: usize, width: f32, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
    let steps = total.clamp(1, 100);
    #[expect(clippy::cast_precision_loss, reason = "a hundred steps at most")]
    let (done_steps, count) = (done.min(steps) as f32, steps as f32);
    tell(&response, name, f64::from(done_steps / count));
    let gap = if width / count > 20.0 { 4.0 } else { 2.0 };
    let each = ((width - gap * (count - 1.0)) / count).max(1.0);
    let mut left = rect.left();
    for step in 0..steps {
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(each, rect.height()));
        let colour = if step < done { tokens.accent } else { tokens.other_soft };
        ui.painter().rect_filled(part, CornerRadius::same(radius::BAR), colour);
        left += each + gap;
    }
    response
}

fn tell(response: &Response, name: &str, share: f64) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(share);
        info
    });
}
