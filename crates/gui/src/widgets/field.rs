//! Fields for text of one line or many, with a label above and what is to say below.

use egui::text::LayoutJob;
use egui::{
    Align2, Color32, CornerRadius, Event, Frame, Id, InputState, Key, Margin, Modifiers, Response, Stroke, TextBuffer,
    TextEdit, Ui, vec2,
};

use super::text::{soft, text};
use super::typing_steps;
use crate::theme::{IconSize, TextSize, Tokens, height, icon_text, radius, space};

/// What a field says below itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Below {
    /// How it was understood, in the accent.
    Understood(String),
    /// What is wrong, in the colour of urgent.
    Error(String),
    /// A quiet remark.
    Note(String),
}

/// What became of a field in this frame.
#[derive(Debug)]
pub struct FieldResponse {
    /// The response of the text itself; `changed()` when it was edited.
    pub response: Response,
    /// Enter or Ctrl+Enter was pressed; in a text of many lines Ctrl+Enter.
    pub committed: bool,
}

/// A field: `Field::new("Име", &mut draft.name).hint("…").show(ui)`.
#[must_use = "a field is shown with `show`"]
pub struct Field<'a> {
    label: &'a str,
    text: &'a mut String,
    hint: &'a str,
    icon: Option<char>,
    rows: usize,
    width: Option<f32>,
    show_label: bool,
    size: TextSize,
    below: Option<Below>,
    id: Option<Id>,
    password: bool,
}

impl std::fmt::Debug for Field<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What people type is not for logs.
        formatter.debug_struct("Field").field("label", &self.label).finish_non_exhaustive()
    }
}

impl<'a> Field<'a> {
    /// A field of one line with its label above.
    pub const fn new(label: &'a str, text: &'a mut String) -> Self {
        Self {
            label,
            text,
            hint: "",
            icon: None,
            rows: 1,
            width: None,
            show_label: true,
            size: TextSize::Body,
            below: None,
            id: None,
            password: false,
        }
    }

    /// What stands in it while it is empty.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// An icon at its left.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Many lines, this many to begin with. Enter is a new line, Ctrl+Enter commits.
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = if rows == 0 { 1 } else { rows };
        self
    }

    /// This wide; without it as wide as there is room.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The label is only read aloud.
    pub const fn hide_label(mut self) -> Self {
        self.show_label = false;
        self
    }

    /// Another kind of text, as [`TextSize::Answer`] in the interview.
    pub const fn text_size(mut self, size: TextSize) -> Self {
        self.size = size;
        self
    }

    /// What stands below.
    pub fn below(mut self, below: Option<Below>) -> Self {
        self.below = below;
        self
    }

    /// A fixed id, for a field that commands give the focus to.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows dots for what is typed.
    pub const fn password(mut self) -> Self {
        self.password = true;
        self
    }

    /// Shows the field.
    pub fn show(mut self, ui: &mut Ui) -> FieldResponse {
        let below = self.below.take();
        self.show_with(ui, |_, _| below)
    }

    /// Shows the field, and below it what the closure makes of the text; its second argument tells whether
    /// the field has the focus.
    pub fn show_with(mut self, ui: &mut Ui, below: impl FnOnce(&str, bool) -> Option<Below>) -> FieldResponse {
        let width = self.width.unwrap_or_else(|| ui.available_width()).min(ui.available_width());
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = space::XS;
            let label = self.show_label.then(|| self.label(ui).id);
            let field = self.edit(ui, width, label);
            let focused = field.response.has_focus();
            if let Some(below) = below(self.text, focused) {
                show_below(ui, &below);
            }
            field
        })
        .inner
    }

    /// An answer of the interview: large, on a card of its own, with more room around it.
    const fn is_answer(&self) -> bool {
        matches!(self.size, TextSize::Answer)
    }

    fn label(&self, ui: &mut Ui) -> Response {
        if self.is_answer() {
            let colour = Tokens::of(ui).soft;
            return text(ui, self.label, TextSize::Body, colour);
        }
        soft(ui, self.label)
    }

    fn frame(&self, tokens: &Tokens, focused: bool) -> Frame {
        let frame = field_frame(tokens, focused, self.rows > 1);
        if self.is_answer() {
            let (line, vertical) = (if focused { 2 } else { 1 }, if self.rows > 1 { 14 } else { 10 });
            return frame
                .fill(tokens.card)
                .inner_margin(Margin::symmetric(20 - line, vertical - line))
                .corner_radius(CornerRadius::same(radius::CARD));
        }
        frame
    }

    /// The least height of the field.
    fn least_height(&self) -> f32 {
        let around = if self.is_answer() { 22.0 } else { 14.0 };
        (self.size.line_height() + around).max(height::FIELD)
    }

    fn edit(&mut self, ui: &mut Ui, width: f32, label: Option<Id>) -> FieldResponse {
        let tokens = Tokens::of(ui);
        let id = self.id.unwrap_or_else(|| ui.make_persistent_id(("field", self.label)));
        let focused = ui.memory(|memory| memory.has_focus(id));
        let many = self.rows > 1;
        let answer = many && self.is_answer();
        let (size, ink, frame, tall) = (self.size, tokens.ink, self.frame(&tokens, focused), self.least_height());
        let by_control = |input: &mut InputState| {
            if many {
                input.consume_key(Modifiers::COMMAND, Key::Enter)
            } else {
                // The form around it may listen for the same keys.
                input.events.iter().any(is_control_enter)
            }
        };
        let committed_before = focused && ui.input_mut(by_control);
        typing_steps::forget_what_was_set(ui, id, self.text);
        let mut edit =
            if many { TextEdit::multiline(self.text).desired_rows(self.rows) } else { TextEdit::singleline(self.text) };
        if let Some(icon) = self.icon {
            edit = edit.prefix(icon_text(icon, IconSize::Regular).color(tokens.soft));
        }
        let hint = self.size.rich(self.hint).line_height(None).color(tokens.soft);
        // Lines of an answer stand as far apart as the lines of a text do; egui's own layout knows no such distance.
        let mut apart = move |ui: &Ui, text: &dyn TextBuffer, wrap: f32| {
            let mut job = LayoutJob::simple(text.as_str().to_owned(), size.font(), ink, wrap);
            for section in &mut job.sections {
                section.format.line_height = Some(size.line_height());
                section.format.valign = egui::Align::Center;
            }
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        if answer {
            edit = edit.layouter(&mut apart);
        }
        let output = edit
            .id(id)
            .font(self.size.font())
            .text_color(tokens.ink)
            .hint_text(hint)
            .password(self.password)
            .desired_width(width)
            .min_size(vec2(width, tall))
            .align(if many { Align2::LEFT_TOP } else { Align2::LEFT_CENTER })
            .frame(frame)
            .show(ui);
        let response = output.response.response;
        typing_steps::note(ui, id, self.text, response.has_focus());
        let response = match label {
            Some(label) => response.labelled_by(label),
            None => response.accessible_name(self.label),
        };
        let committed =
            committed_before || (!many && response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)));
        FieldResponse { response, committed }
    }
}

/// Ctrl+Enter as it was pressed; which keys are held at the end of the frame says nothing of it.
const fn is_control_enter(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.command)
}

/// The frame of fields: the wash, and a card with two points of accent while it has the focus.
pub(super) fn field_frame(tokens: &Tokens, focused: bool, many: bool) -> Frame {
    let (fill, width, line): (Color32, i8, Color32) =
        if focused { (tokens.card, 2, tokens.accent) } else { (tokens.wash, 1, tokens.line) };
    let vertical = if many { 8 } else { 6 };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(f32::from(width), line))
        .corner_radius(CornerRadius::same(radius::BUTTON))
        .inner_margin(Margin::symmetric(11 - width, vertical - width))
}

fn show_below(ui: &mut Ui, below: &Below) {
    let tokens = Tokens::of(ui);
    let (words, colour) = match below {
        Below::Understood(words) => (words, tokens.accent),
        Below::Error(words) => (words, tokens.urgent),
        Below::Note(words) => (words, tokens.soft),
    };
    text(ui, words, TextSize::Soft, colour);
}
