//! A person's initials in a circle.

use egui::{Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::paint::Line;
use crate::format::initials;
use crate::theme::{TextSize, Tokens};

/// Diameters of avatars in points.
pub mod avatar_size {
    /// In the rows of a table.
    pub const SMALL: f32 = 24.0;
    /// In lists on cards.
    pub const MEDIUM: f32 = 32.0;
    /// At the top of a person's pane.
    pub const LARGE: f32 = 44.0;
}

/// A person's initials in a circle of this diameter; `chosen` fills it with the accent.
///
/// The name stands beside it, so it has none of its own for those who listen.
pub fn avatar(ui: &mut Ui, name: &str, diameter: f32, chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(diameter, diameter), Sense::hover());
    let (ground, ink) = if chosen { (tokens.accent, tokens.on_accent) } else { (tokens.accent_soft, tokens.accent) };
    let size = if diameter < 28.0 {
        TextSize::Initials
    } else if diameter < 40.0 {
        TextSize::EntryStrong
    } else {
        TextSize::Heading
    };
    ui.painter().circle_filled(rect.center(), diameter / 2.0, ground);
    let mut line = Line::new(0.0);
    line.text(ui, &initials(name), size, ink);
    line.paint_centred(ui.painter(), rect);
    response
}

/// The mark of the program at the top of the navigation: an S on the accent.
pub fn mark(ui: &mut Ui, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    ui.painter().rect_filled(rect, crate::theme::radius::BUTTON, tokens.accent);
    let mut line = Line::new(0.0);
    line.text(ui, "S", TextSize::EntryStrong, tokens.on_accent);
    line.paint_centred(ui.painter(), rect);
    response
}
