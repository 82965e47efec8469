//! How a node of the tree is drawn: who, the points and new users of the branch, and how it goes.

use egui::{Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::format::{fitting_name, initials};
use crate::pages::structure::status::Status;
use crate::theme::{IconSize, TextSize, Tokens, radius, space};

/// Below this zoom a node says the name alone.
pub(super) const NAME_ALONE: f32 = 0.5;
/// The diameter of the initials.
const AVATAR: f32 = 28.0;
/// Around what a node says.
const PADDING: f32 = 10.0;

/// What a node says.
#[derive(Debug)]
pub(super) struct Face {
    /// The whole name.
    pub(super) name: String,
    /// The name as it is shown where there is room for it.
    pub(super) shown: String,
    /// The points of the branch.
    pub(super) points: String,
    /// That they are new, or how many of the branch are; may be empty.
    pub(super) new: String,
    /// How it goes; none for the user.
    pub(super) status: Option<Status>,
}

/// How a node stands out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stands {
    /// It is the chosen one.
    pub(super) chosen: bool,
    /// The pointer is over it.
    pub(super) hovered: bool,
    /// It is what is looked for.
    pub(super) found: bool,
    /// Others are looked for, or it is being moved.
    pub(super) faint: bool,
}

fn font(size: TextSize, zoom: f32) -> FontId {
    let font = size.font();
    FontId::new(font.size * zoom, font.family)
}

/// Draws a node.
pub(super) fn node(painter: &Painter, tokens: &Tokens, rect: Rect, zoom: f32, face: &Face, stands: Stands) {
    let (fill, edge) = match stands {
        Stands { chosen: true, .. } => (tokens.accent_soft, Stroke::new(2.0, tokens.accent)),
        Stands { found: true, .. } => (tokens.card, Stroke::new(2.0, tokens.accent)),
        Stands { hovered: true, .. } => (tokens.card, Stroke::new(1.0, tokens.hovered_line())),
        _ => (tokens.card, Stroke::new(1.0, tokens.line)),
    };
    let corner = CornerRadius::same(if zoom < NAME_ALONE { radius::KEY } else { radius::BUTTON });
    painter.rect(rect, corner, fill, edge, StrokeKind::Inside);
    let ink = if stands.faint { tokens.soft } else { tokens.ink };
    if zoom < NAME_ALONE {
        let room = rect.shrink2(vec2(4.0, 0.0));
        name(painter, &face.shown, font(TextSize::Heading, zoom * 1.2), ink, room.left_center(), room.width());
        return;
    }
    let centre = pos2(rect.left() + (PADDING + AVATAR / 2.0) * zoom, rect.center().y);
    let (ground, letters) =
        if stands.chosen { (tokens.accent, tokens.on_accent) } else { (tokens.accent_soft, tokens.accent) };
    painter.circle_filled(centre, AVATAR / 2.0 * zoom, ground);
    painter.text(centre, Align2::CENTER_CENTER, initials(&face.name), font(TextSize::Initials, zoom), letters);
    let left = rect.left() + (PADDING + AVATAR + 10.0) * zoom;
    let mut right = rect.right() - PADDING * zoom;
    if let Some(status) = face.status {
        let size = FontId::new(IconSize::Regular.size() * zoom, IconSize::Regular.font().family);
        let at = pos2(right, rect.center().y);
        right = painter.text(at, Align2::RIGHT_CENTER, status.icon(), size, status.colour(tokens)).left() - space::XS;
    }
    let upper = pos2(left, rect.top() + 17.0 * zoom);
    name(painter, &face.shown, font(TextSize::Medium, zoom), ink, upper, right - left);
    figures(painter, tokens, face, zoom, pos2(left, rect.top() + 35.0 * zoom), right - left);
}

fn name(painter: &Painter, whole: &str, font: FontId, ink: Color32, left_middle: Pos2, room: f32) {
    let shown = fitting_name(whole, |form| painter.layout_no_wrap(form.to_owned(), font.clone(), ink).size().x <= room);
    painter.text(left_middle, Align2::LEFT_CENTER, shown, font, ink);
}

/// The points, and what is new where there is room for it.
fn figures(painter: &Painter, tokens: &Tokens, face: &Face, zoom: f32, left_middle: Pos2, room: f32) {
    let size = font(TextSize::SoftTabular, zoom);
    let points = painter.text(left_middle, Align2::LEFT_CENTER, &face.points, size, tokens.soft);
    if face.new.is_empty() {
        return;
    }
    let new = painter.layout_no_wrap(face.new.clone(), font(TextSize::SoftMedium, zoom), tokens.up);
    let left = points.right() + 6.0 * zoom;
    if left + new.size().x <= left_middle.x + room + 1.0 {
        painter.galley(pos2(left, left_middle.y - new.size().y / 2.0), new, tokens.up);
    }
}

/// Draws the sign at the right of a node that folds and unfolds what is below it.
pub(super) fn fold(painter: &Painter, tokens: &Tokens, rect: Rect, zoom: f32, words: &str, hovered: bool) {
    let corner = CornerRadius::same(10);
    let ink = if hovered { tokens.ink } else { tokens.soft };
    let fill = if words.is_empty() { tokens.other_soft } else { tokens.card };
    painter.rect(
        rect,
        corner,
        fill,
        Stroke::new(1.0, if hovered { tokens.other } else { tokens.line }),
        StrokeKind::Inside,
    );
    if words.is_empty() {
        let half = 4.0 * zoom;
        painter.hline(rect.center().x - half..=rect.center().x + half, rect.center().y, Stroke::new(1.25, ink));
    } else {
        painter.text(rect.center(), Align2::CENTER_CENTER, words, font(TextSize::Pill, zoom), ink);
    }
}

/// The room of that sign beside a node.
pub(super) fn fold_rect(node: Rect, zoom: f32, letters: usize) -> Rect {
    let letters = f32::from(u16::try_from(letters.max(1)).unwrap_or(u16::MAX));
    let size = vec2((13.0 + 8.0 * letters) * zoom, 20.0 * zoom);
    Rect::from_min_size(pos2(node.right() + 2.0 * zoom, node.center().y - size.y / 2.0), size)
}
