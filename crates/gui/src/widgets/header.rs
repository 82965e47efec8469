//! The header of a page and the items of the navigation.

use egui::{
    Align, CornerRadius, Id, Layout, Margin, Rect, Response, Role, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::paint::{Line, focus_ring_inside, ground, mark_selected};
use super::text::text;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// How far a header has given way to the room there is; each goes before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// Everything is shown.
    Nothing,
    /// Without the subtitle and the keys of the search.
    Subtitle,
    /// Side actions are icons, switches are menus.
    Actions,
    /// The main action is an icon, too.
    Main,
}

impl Fold {
    const ALL: [Self; 4] = [Self::Nothing, Self::Subtitle, Self::Actions, Self::Main];

    /// Whether the subtitle and the keys of the search have gone.
    #[must_use]
    pub fn subtitle(self) -> bool {
        self >= Self::Subtitle
    }

    /// Whether side actions are icons and switches are menus.
    #[must_use]
    pub fn actions(self) -> bool {
        self >= Self::Actions
    }

    /// Whether the main action is an icon.
    #[must_use]
    pub fn main(self) -> bool {
        self >= Self::Main
    }
}

/// What is known of the width that a header needs: with these words, at each fold.
#[derive(Clone, Debug, PartialEq)]
struct Needed {
    words: String,
    widths: [f32; 4],
}

/// The header of a page, 64 high: title and subtitle, then `left` beside them, and `right` at the right edge.
///
/// `right` is laid out from the right: add the one main action first, the search after it. Where there is no room for
/// all, both are asked to fold, step by step.
pub fn page_header<L, R>(
    ui: &mut Ui,
    title: &str,
    subtitle: &str,
    left: impl FnOnce(&mut Ui, Fold) -> L,
    right: impl FnOnce(&mut Ui, Fold) -> R,
) -> (L, R) {
    let id = ui.unique_id().with(("header", title));
    let room = ui.available_width();
    let words = format!("{title}/{subtitle}");
    let known = ui.data(|data| data.get_temp::<Needed>(id)).filter(|known| known.words == words);
    let mut known = known.unwrap_or(Needed { words, widths: [0.0; 4] });
    let enough = |fold: &Fold| known.widths.get(*fold as usize).is_none_or(|width| *width <= room);
    let fold = Fold::ALL.into_iter().find(enough).unwrap_or(Fold::Main);
    let shown = if fold.subtitle() { "" } else { subtitle };
    let (answer, needs) = header_at(ui, title, shown, fold, |ui| left(ui, fold), |ui| right(ui, fold));
    remember(ui, id, &mut known, fold, needs);
    if needs > room && fold != Fold::Main {
        ui.ctx().request_discard("the header folds");
    }
    answer
}

/// Keeps what a header needs at this fold; when that changed, its words did, and less folded it may have room again.
fn remember(ui: &Ui, id: Id, known: &mut Needed, fold: Fold, needs: f32) {
    let Some(before) = known.widths.get(fold as usize).copied() else { return };
    if (before - needs).abs() < 0.5 {
        return;
    }
    if before > 0.0 {
        known.widths = [0.0; 4];
    }
    if let Some(width) = known.widths.get_mut(fold as usize) {
        *width = needs;
    }
    ui.data_mut(|data| data.insert_temp(id, known.clone()));
}

/// Paints the header; gives the answers and the width that everything needs.
fn header_at<L, R>(
    ui: &mut Ui,
    title: &str,
    subtitle: &str,
    fold: Fold,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> ((L, R), f32) {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), height::HEADER);
    let builder = UiBuilder::new().id_salt("header").accessibility_role(Role::Header).accessibility_label(title);
    ui.scope_builder(builder, |ui| {
        let whole = Rect::from_min_size(ui.available_rect_before_wrap().min, size);
        let part =
            |name: &str, rect: Rect, layout: Layout| UiBuilder::new().id_salt(name).max_rect(rect).layout(layout);
        let mut at_right = ui.new_child(part("right", whole, Layout::right_to_left(Align::Center)));
        at_right.spacing_mut().item_spacing.x = space::M;
        at_right.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        let right = right(&mut at_right);
        let taken = at_right.min_rect().width();
        let gap = if taken > 0.0 { space::M } else { 0.0 };
        let mut room = whole;
        room.max.x = (whole.max.x - taken - gap).max(whole.min.x);
        let mut at_left = ui.new_child(part("left", room, Layout::left_to_right(Align::Center)));
        at_left.spacing_mut().item_spacing.x = space::M;
        // Only at the very last words are cut.
        let wrap = if fold.main() { TextWrapMode::Truncate } else { TextWrapMode::Extend };
        at_left.style_mut().wrap_mode = Some(wrap);
        let response = text(&mut at_left, title, TextSize::Title, tokens.ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        if !subtitle.is_empty() {
            at_left.add_space(space::XS);
            text(&mut at_left, subtitle, TextSize::Body, tokens.soft);
        }
        let left = left(&mut at_left);
        let needs = at_left.min_rect().width() + gap + taken;
        ui.advance_cursor_after_rect(whole);
        ((left, right), needs)
    })
    .inner
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
