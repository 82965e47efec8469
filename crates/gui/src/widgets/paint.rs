//! What several widgets paint with: runs of icons, words and keys in one line, and the focus ring.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CornerRadius, Galley, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui, Vec2, vec2};

use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// Between the letters of a key cap and its edge.
const KEY_PADDING: f32 = 6.0;

/// Icons, words and key caps that stand in one line, measured before they are painted.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    gap: f32,
}

#[derive(Debug, Clone)]
struct Piece {
    galley: Arc<Galley>,
    colour: Color32,
    cap: Option<Cap>,
}

/// How a key cap is drawn around its letters.
#[derive(Debug, Clone, Copy)]
struct Cap {
    ground: Color32,
    line: Color32,
}

impl Piece {
    fn size(&self) -> Vec2 {
        match self.cap {
            None => self.galley.size(),
            Some(_) => vec2((self.galley.size().x + 2.0 * KEY_PADDING).max(height::KEY), height::KEY),
        }
    }
}

impl Line {
    /// An empty line with this space between its pieces.
    pub(super) const fn new(gap: f32) -> Self {
        Self { pieces: Vec::new(), gap }
    }

    /// Adds an icon.
    pub(super) fn icon(&mut self, ui: &Ui, icon: char, size: IconSize, colour: Color32) {
        let galley = ui.painter().layout_no_wrap(icon.to_string(), size.font(), colour);
        self.pieces.push(Piece { galley, colour, cap: None });
    }

    /// Adds words.
    pub(super) fn text(&mut self, ui: &Ui, text: &str, size: TextSize, colour: Color32) {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), size.font(), colour);
        self.pieces.push(Piece { galley, colour, cap: None });
    }

    /// Adds words that are cut with «…» where they are wider than `most`.
    pub(super) fn text_within(&mut self, ui: &Ui, text: &str, size: TextSize, colour: Color32, most: f32) {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), size.font(), colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(most.max(0.0));
        let galley = ui.painter().layout_job(job);
        self.pieces.push(Piece { galley, colour, cap: None });
    }

    /// Adds a key cap such as `Ctrl K`; the arrows and `↵` are drawn as icons.
    pub(super) fn key(&mut self, ui: &Ui, keys: &str, tokens: &Tokens) {
        let galley = ui.painter().layout_job(key_job(keys, tokens.soft));
        let cap = Some(Cap { ground: tokens.wash, line: tokens.line });
        self.pieces.push(Piece { galley, colour: tokens.soft, cap });
    }

    /// Adds a key without a cap, for grounds that are themselves coloured.
    pub(super) fn bare_key(&mut self, ui: &Ui, keys: &str, colour: Color32) {
        let galley = ui.painter().layout_job(key_job(keys, colour));
        self.pieces.push(Piece { galley, colour, cap: None });
    }

    /// Width and height of the whole line.
    pub(super) fn size(&self) -> Vec2 {
        let mut size = Vec2::ZERO;
        for (index, piece) in self.pieces.iter().enumerate() {
            let each = piece.size();
            size.x += each.x + if index > 0 { self.gap } else { 0.0 };
            size.y = size.y.max(each.y);
        }
        size
    }

    /// Paints the line with its left end and its middle height at this point.
    pub(super) fn paint(&self, painter: &Painter, left_middle: Pos2) {
        let mut x = left_middle.x;
        for piece in &self.pieces {
            let size = piece.size();
            let rect = Rect::from_min_size(Pos2::new(x, left_middle.y - size.y / 2.0), size);
            if let Some(cap) = piece.cap {
                painter.rect(
                    rect,
                    CornerRadius::same(radius::KEY),
                    cap.ground,
                    Stroke::new(1.0, cap.line),
                    StrokeKind::Inside,
                );
            }
            let at = rect.center() - piece.galley.size() / 2.0;
            painter.galley(at, Arc::clone(&piece.galley), piece.colour);
            x += size.x + self.gap;
        }
    }

    /// Paints the line in the middle of a rectangle.
    pub(super) fn paint_centred(&self, painter: &Painter, rect: Rect) {
        let left = rect.center().x - self.size().x / 2.0;
        self.paint(painter, Pos2::new(left, rect.center().y));
    }
}

/// The letters of a key cap; the signs that our text font lacks are icons.
fn key_job(keys: &str, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for letter in keys.chars() {
        let icon = match letter {
            '↑' => Some(icons::ARROW_UP),
            '↓' => Some(icons::ARROW_DOWN),
            '←' => Some(icons::ARROW_LEFT),
            '→' => Some(icons::ARROW_RIGHT),
            '↵' => Some(icons::ENTER_KEY),
            _ => None,
        };
        let font = match icon {
            Some(_) => egui::FontId::new(TextSize::Pill.size(), IconSize::Small.font().family),
            None => TextSize::Pill.font(),
        };
        let format = TextFormat { font_id: font, color: colour, valign: egui::Align::Center, ..TextFormat::default() };
        job.append(&icon.unwrap_or(letter).to_string(), 0.0, format);
    }
    job
}

/// Paints the ring around a widget that has the focus of the keyboard.
pub(super) fn focus_ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let tokens = Tokens::of(ui);
        ui.painter().rect_stroke(
            rect.expand(3.0),
            CornerRadius::same(corner.saturating_add(3)),
            Stroke::new(2.0, tokens.accent),
            StrokeKind::Inside,
        );
    }
}

/// Paints the ring inside the edge, for widgets that fill a row.
pub(super) fn focus_ring_inside(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let tokens = Tokens::of(ui);
        ui.painter().rect_stroke(rect, CornerRadius::same(corner), Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
}

/// The ground under the pointer: pressed, hovered or at rest.
pub(super) fn ground(tokens: &Tokens, response: &Response, at_rest: Color32) -> Color32 {
    if response.is_pointer_button_down_on() {
        blend(tokens, at_rest, 0.10)
    } else if response.hovered() {
        blend(tokens, at_rest, 0.05)
    } else {
        at_rest
    }
}

fn blend(tokens: &Tokens, base: Color32, share: f32) -> Color32 {
    if base == Color32::TRANSPARENT { tokens.ink.gamma_multiply(share) } else { base.lerp_to_gamma(tokens.ink, share) }
}

/// Tells those who listen that this row or tab is the selected one.
pub(super) fn mark_selected(response: &Response, selected: bool) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_selected(selected));
}

/// Space between an icon and its word in small things.
pub(super) const SMALL_GAP: f32 = space::XS + 1.0;
