//! Cards, the rows in them, and the hairline.

use egui::{
    Align, Color32, CornerRadius, Frame, InnerResponse, Layout, Margin, Response, Sense, Stroke, Ui, UiBuilder, vec2,
};

use super::text::{heading, icon, soft, text};
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// A card as wide as there is room: `Card::new().title("Денят").note("3 задачи").show(ui, |ui| …)`.
#[derive(Debug, Clone)]
#[must_use = "a card is shown with `show`"]
pub struct Card<'a> {
    title: Option<&'a str>,
    note: Option<&'a str>,
    icon: Option<char>,
    ground: Ground,
    padding: i8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Card,
    Accent,
    Edged,
}

impl Default for Card<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Card<'a> {
    /// A card without a heading.
    pub const fn new() -> Self {
        Self { title: None, note: None, icon: None, ground: Ground::Card, padding: 16 }
    }

    /// Its heading.
    pub const fn title(mut self, title: &'a str) -> Self {
        self.title = Some(title);
        self
    }

    /// Quiet words at the right of the heading.
    pub const fn note(mut self, note: &'a str) -> Self {
        self.note = Some(note);
        self
    }

    /// An icon in the accent before the heading.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// On the soft ground of the accent, without a line: an offer.
    pub const fn accent(mut self) -> Self {
        self.ground = Ground::Accent;
        self
    }

    /// With an edge in the accent: what is worked on now.
    pub const fn edged(mut self) -> Self {
        self.ground = Ground::Edged;
        self
    }

    /// Another space inside, as 0 for a table that fills the card.
    pub const fn padding(mut self, padding: i8) -> Self {
        self.padding = padding;
        self
    }

    /// Shows the card around the contents.
    pub fn show<R>(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let tokens = Tokens::of(ui);
        card_frame(&tokens, self.ground, self.padding).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::S;
            if let Some(title) = self.title {
                self.heading(ui, title);
            }
            contents(ui)
        })
    }

    fn heading(&self, ui: &mut Ui, title: &str) {
        let accent = Tokens::of(ui).accent;
        split(
            ui,
            TextSize::Heading.line_height() + 2.0,
            |ui| {
                if let Some(sign) = self.icon {
                    icon(ui, sign, IconSize::Large, accent);
                }
                heading(ui, title);
            },
            |ui| {
                if let Some(note) = self.note {
                    soft(ui, note);
                }
            },
        );
    }
}

fn card_frame(tokens: &Tokens, ground: Ground, padding: i8) -> Frame {
    let (fill, stroke) = match ground {
        Ground::Card => (tokens.card, Stroke::new(1.0, tokens.line)),
        Ground::Accent => (tokens.accent_soft, Stroke::new(1.0, tokens.accent_soft)),
        Ground::Edged => (tokens.card, Stroke::new(1.0, tokens.accent)),
    };
    Frame::new()
        .fill(fill)
        .stroke(stroke)
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(padding))
}

/// A line with something at its left and something at its right; the right one is laid out from the right edge,
/// so what is added first stands rightmost. The right one keeps its width; texts at the left are cut between words.
pub fn split<L, R>(
    ui: &mut Ui,
    height: f32,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        let whole = ui.max_rect();
        // The right side is measured first, so that what is long at the left can use what remains.
        let mut at_right = ui
            .new_child(UiBuilder::new().id_salt("right").max_rect(whole).layout(Layout::right_to_left(Align::Center)));
        let right = right(&mut at_right);
        let taken = at_right.min_rect().width();
        let mut room = whole;
        room.max.x = (whole.max.x - taken - if taken > 0.0 { space::M } else { 0.0 }).max(whole.min.x);
        let mut at_left =
            ui.new_child(UiBuilder::new().id_salt("left").max_rect(room).layout(Layout::left_to_right(Align::Center)));
        at_left.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        let left = left(&mut at_left);
        ui.advance_cursor_after_rect(whole.union(at_left.min_rect()));
        (left, right)
    })
    .inner
}

/// The one hairline, as wide as there is room and one point high.
pub fn hairline(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, tokens.line));
}

/// A row of a slim list with a hairline above it, except above the first (`index` 0).
///
/// The contents stand in one line in the middle of the height; for a right side use [`split`] in it.
pub fn row<R>(ui: &mut Ui, index: usize, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui);
    let before = ui.spacing().item_spacing;
    ui.spacing_mut().item_spacing.y = 0.0;
    let size = vec2(ui.available_width(), height);
    let answer = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
        contents(ui)
    });
    if index > 0 {
        let rect = answer.response.rect;
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.line));
    }
    ui.spacing_mut().item_spacing = before;
    answer
}

/// Two lines above each other: what it is, and quiet words below.
pub fn two_lines(ui: &mut Ui, first: &str, second: &str) -> Response {
    let tokens = Tokens::of(ui);
    two_lines_coloured(ui, (first, TextSize::Strong, tokens.ink), second)
}

/// As [`two_lines`], with another kind and colour of the first line.
pub fn two_lines_coloured(ui: &mut Ui, first: (&str, TextSize, Color32), second: &str) -> Response {
    let tokens = Tokens::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = if second.is_empty() { 20.0 } else { 38.0 };
        ui.add_space(((ui.max_rect().height() - lines) / 2.0).max(0.0));
        text(ui, first.0, first.1, first.2);
        if !second.is_empty() {
            text(ui, second, TextSize::Soft, tokens.soft);
        }
    })
    .response
}

/// A row of the settings: words at the left with quiet words below, which may take several lines, and the control at
/// the right. Where both have no room beside each other the control stands below the words.
pub fn setting_row<R>(ui: &mut Ui, index: usize, words: &str, below: &str, control: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.unique_id().with(("setting", words));
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let room = ui.available_width();
    let size = |ui: &Ui, words: &str, kind: TextSize, room: f32| {
        let galley = ui.painter().layout(words.to_owned(), kind.font(), Tokens::of(ui).ink, room);
        vec2(galley.size().x, kind.line_height() * f32::from(u16::try_from(galley.rows.len()).unwrap_or(1)))
    };
    let beside = size(ui, words, TextSize::Body, f32::INFINITY).x + space::M + known <= room;
    let text_room = if beside { room - known - space::M } else { room };
    let below_height = if below.is_empty() { 0.0 } else { size(ui, below, TextSize::Soft, text_room).y };
    let text_height = TextSize::Body.line_height() + below_height;
    let control_height = height::FIELD + space::S;
    let tall = if beside { (text_height + 14.0).max(43.0) } else { text_height + control_height + 14.0 };
    let (answer, width) = row(ui, index, tall, |ui| {
        let whole = ui.max_rect();
        let (mut left, mut right) = (whole, whole);
        if beside {
            left.max.x = whole.left() + text_room;
        } else {
            left.max.y = whole.top() + 7.0 + text_height;
            right.min.y = left.max.y;
        }
        let align = if beside { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
        let builder = UiBuilder::new().id_salt("left").max_rect(left).layout(Layout::top_down(Align::Min));
        let mut at_left = ui.new_child(builder);
        at_left.spacing_mut().item_spacing.y = 0.0;
        at_left.add_space(((left.height() - text_height) / 2.0).max(0.0));
        let tokens = Tokens::of(ui);
        text(&mut at_left, words, TextSize::Body, tokens.ink);
        if !below.is_empty() {
            text(&mut at_left, below, TextSize::Soft, tokens.soft);
        }
        let mut at_right = ui.new_child(UiBuilder::new().id_salt("right").max_rect(right).layout(align));
        let answer = control(&mut at_right);
        ui.advance_cursor_after_rect(whole);
        (answer, at_right.min_rect().width())
    })
    .inner;
    if (known - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("the control of a setting was measured");
    }
    answer
}
