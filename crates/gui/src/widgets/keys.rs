//! Key caps: what to press, and what it does.

use egui::{Response, Role, Sense, Ui, WidgetInfo};

use super::paint::Line;
use crate::theme::{TextSize, Tokens, space};

/// A key cap such as `Enter`, `Ctrl K` or `↑`.
pub fn key_cap(ui: &mut Ui, keys: &str) -> Response {
    hint(ui, &[keys], "")
}

/// Key caps and what they do: `key_hint(ui, &["↑", "↓"], "човек")`.
pub fn key_hint(ui: &mut Ui, keys: &[&str], what: &str) -> Response {
    hint(ui, keys, what)
}

fn hint(ui: &mut Ui, keys: &[&str], what: &str) -> Response {
    let tokens = Tokens::of(ui);
    let mut line = Line::new(space::XS);
    for each in keys {
        line.key(ui, each, &tokens);
    }
    if !what.is_empty() {
        line.text(ui, what, TextSize::Soft, tokens.soft);
    }
    let (rect, response) = ui.allocate_exact_size(line.size(), Sense::hover());
    let name = format!("{} {what}", keys.join(" "));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.trim()));
    line.paint(ui.painter(), rect.left_center());
    response
}
