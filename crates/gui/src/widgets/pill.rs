//! Pills that say a state.

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2};

use super::paint::{Line, SMALL_GAP};
use super::tone::{PriorityLook, StageLook, Tone};
use crate::theme::{IconSize, TextSize, Tokens, height, space};

/// A pill that says something: `ui.add(Pill::new("направено").icon(icons::DONE).tone(Tone::Accent))`.
#[derive(Debug, Clone)]
#[must_use = "a pill is shown with `ui.add`"]
pub struct Pill<'a> {
    text: &'a str,
    icon: Option<char>,
    tone: Tone,
    most: f32,
}

impl<'a> Pill<'a> {
    /// A neutral pill.
    pub const fn new(text: &'a str) -> Self {
        Self { text, icon: None, tone: Tone::Neutral, most: f32::INFINITY }
    }

    /// The pill of a stage; the text is [`StageLook::word`].
    pub const fn stage(stage: StageLook, text: &'a str) -> Self {
        Self { text, icon: Some(stage.icon()), tone: stage.tone(), most: f32::INFINITY }
    }

    /// The pill of a priority; the text is [`PriorityLook::word`].
    pub const fn priority(priority: PriorityLook, text: &'a str) -> Self {
        Self { text, icon: Some(priority.icon()), tone: priority.tone(), most: f32::INFINITY }
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Its meaning.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// At most this wide: longer words are cut with «…».
    pub const fn most(mut self, most: f32) -> Self {
        self.most = most;
        self
    }
}

impl Widget for Pill<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let colours = self.tone.colours(&tokens);
        let mut line = Line::new(SMALL_GAP);
        if let Some(icon) = self.icon {
            line.icon(ui, icon, IconSize::Small, colours.ink);
        }
        if self.most.is_finite() {
            let icon = if self.icon.is_some() { line.size().x + SMALL_GAP } else { 0.0 };
            line.text_within(ui, self.text, TextSize::Pill, colours.ink, self.most - 2.0 * space::S - icon);
        } else {
            line.text(ui, self.text, TextSize::Pill, colours.ink);
        }
        let (rect, response) =
            ui.allocate_exact_size(vec2(line.size().x + 2.0 * space::S, height::PILL), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        paint_capsule(ui, rect, colours.ground, colours.line, 1.0);
        line.paint_centred(ui.painter(), rect);
        response
    }
}

/// Paints a rectangle whose ends are half circles.
pub(super) fn paint_capsule(ui: &Ui, rect: egui::Rect, fill: Color32, line: Color32, width: f32) {
    let stroke = if line == Color32::TRANSPARENT { Stroke::NONE } else { Stroke::new(width, line) };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "half the height of a chip")]
    let corner = CornerRadius::same((rect.height() / 2.0).round() as u8);
    ui.painter().rect(rect, corner, fill, stroke, StrokeKind::Inside);
}
