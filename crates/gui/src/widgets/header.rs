//! The header of a page and the items of the navigation.

use egui::{CornerRadius, Margin, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::card::split;
use super::paint::{Line, focus_ring_inside, ground, mark_selected};
use super::text::text;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// The header of a page, 64 high: title and subtitle, then `left` beside them, and `right` at the right edge.
///
/// `right` is laid out from the right: add the one main action first, the search after it.
pub fn page_header<L, R>(
    ui: &mut Ui,
    title: &str,
    subtitle: &str,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    let tokens = Tokens::of(ui);
    split(
        ui,
        height::HEADER,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let response = text(ui, title, TextSize::Title, tokens.ink);
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            if !subtitle.is_empty() {
                ui.add_space(space::XS);
                text(ui, subtitle, TextSize::Body, tokens.soft);
            }
            left(ui)
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            right(ui)
        },
    )
}

/// The margins of a page around its contents, below the header.
#[must_use]
pub const fn page_margin() -> Margin {
    Margin { left: 24, right: 24, top: 0, bottom: 24 }
}

/// The words above a group of the navigation.
pub fn nav_group(ui: &mut Ui, words: &str) -> Response {
    let tokens = Tokens::of(ui);
    ui.add_space(space::L);
    let answer = ui.horizontal(|ui| {
        ui.add_space(10.0);
        text(ui, words, TextSize::Soft, tokens.soft)
    });
    ui.add_space(space::XS);
    answer.inner
}

/// An item of the navigation; folded it is the icon alone, with its words as tip.
pub fn nav_item(ui: &mut Ui, icon: char, words: &str, count: Option<&str>, selected: bool, folded: bool) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::NAV), Sense::click());
    let name = match count {
        Some(count) => format!("{words} {count}"),
        None => words.to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), &name));
    mark_selected(&response, selected);
    let (fill, ink) = if selected {
        (tokens.accent_soft, tokens.accent)
    } else {
        (ground(&tokens, &response, tokens.rail), tokens.ink)
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BUTTON), fill);
    let mut line = Line::new(10.0);
    line.icon(ui, icon, IconSize::Regular, if selected { tokens.accent } else { tokens.soft });
    if folded {
        line.paint_centred(ui.painter(), rect);
    } else {
        line.text(ui, words, TextSize::Medium, ink);
        line.paint(ui.painter(), rect.left_center() + vec2(10.0, 0.0));
        if let Some(count) = count {
            let mut right = Line::new(0.0);
            right.text(ui, count, TextSize::SoftTabular, tokens.soft);
            right.paint(ui.painter(), rect.right_center() - vec2(10.0 + right.size().x, 0.0));
        }
    }
    focus_ring_inside(ui, &response, rect, radius::BUTTON);
    if folded { response.on_hover_text(name) } else { response }
}
