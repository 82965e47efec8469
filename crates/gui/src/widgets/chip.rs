//! Chips that do something: filters, what was understood, people in a field.

use egui::{Color32, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::paint::{Line, SMALL_GAP, focus_ring, ground};
use super::pill::paint_capsule;
use super::tone::Tone;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};

/// What became of a chip in this frame.
#[derive(Debug)]
pub struct ChipResponse {
    /// The chip itself; `clicked()` when it was pressed.
    pub response: Response,
    /// Its cross was pressed, or Delete while it had the focus.
    pub removed: bool,
}

/// A chip that does something: filters, what was understood, people in a field.
///
/// `Chip::new("днес").icon(icons::DUE).tone(Tone::Important).count("4").selected(on).show(ui).response.clicked()`
#[derive(Debug, Clone)]
#[must_use = "a chip is shown with `show`"]
pub struct Chip<'a> {
    text: &'a str,
    icon: Option<char>,
    count: Option<&'a str>,
    tone: Tone,
    selected: Option<bool>,
    opens: bool,
    remove: Option<&'a str>,
    height: f32,
    width: Option<f32>,
    narrow: bool,
}

/// Between the edge of a narrow chip and its words.
const NARROW: f32 = 6.0;

impl<'a> Chip<'a> {
    /// A chip with these words.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            count: None,
            tone: Tone::Accent,
            selected: None,
            opens: false,
            remove: None,
            height: height::CHIP,
            width: None,
            narrow: false,
        }
    }

    /// With little room at its sides, where several stand in one row.
    pub const fn narrow(mut self) -> Self {
        self.narrow = true;
        self
    }

    /// How wide it is by itself.
    #[must_use]
    pub fn natural_width(&self, ui: &Ui) -> f32 {
        let ink = Tokens::of(ui).ink;
        let cross = if self.remove.is_some() { 20.0 } else { 0.0 };
        self.line(ui, ink, ink).size().x + 2.0 * self.padding() + cross
    }

    const fn padding(&self) -> f32 {
        if self.narrow {
            NARROW
        } else if self.height > 32.0 {
            space::L
        } else {
            space::M
        }
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A number after the words.
    pub const fn count(mut self, count: &'a str) -> Self {
        self.count = Some(count);
        self
    }

    /// Its meaning: the colour of its icon, and of all of it while it is selected.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Makes it a choice that is on or off.
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// It opens a list: a caret stands after the words.
    pub const fn opens(mut self) -> Self {
        self.opens = true;
        self
    }

    /// It can be taken away; the name of the cross is read aloud.
    pub const fn removable(mut self, name: &'a str) -> Self {
        self.remove = Some(name);
        self
    }

    /// Another height, up to 36.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// At least this wide.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows the chip.
    pub fn show(self, ui: &mut Ui) -> ChipResponse {
        let tokens = Tokens::of(ui);
        let on = self.selected.unwrap_or(self.remove.is_some());
        let tone = self.tone.colours(&tokens);
        let ink = if on { tone.ink } else { tokens.ink };
        let line = self.line(ui, ink, tone.ink);
        let cross = if self.remove.is_some() { 20.0 } else { 0.0 };
        let natural = line.size().x + 2.0 * self.padding() + cross;
        let size = vec2(natural.max(self.width.unwrap_or(0.0)), self.height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        self.tell(ui, &response);
        let (fill, edge) = match (on, self.tone) {
            (true, Tone::Accent) if !self.is_large() => (tone.ground, Color32::TRANSPARENT),
            (true, _) => (tone.ground, tone.ink),
            (false, _) if response.hovered() => (tokens.card, tokens.hovered_line()),
            (false, _) => (tokens.card, tokens.line),
        };
        paint_capsule(ui, rect, ground(&tokens, &response, fill), edge, 1.0);
        let words = egui::Rect::from_min_max(rect.min, rect.max - vec2(cross, 0.0));
        line.paint_centred(ui.painter(), words);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "half the height of a chip")]
        focus_ring(ui, &response, rect, (self.height / 2.0) as u8);
        let removed = self.remove.is_some_and(|name| cross_clicked(ui, &response, name, ink));
        ChipResponse { response, removed }
    }

    /// The chips of the interview speak as loud as text.
    fn is_large(&self) -> bool {
        self.height > 32.0
    }

    fn line(&self, ui: &Ui, ink: Color32, icon_ink: Color32) -> Line {
        let size = if self.is_large() { TextSize::Medium } else { TextSize::SoftMedium };
        let mut line = Line::new(SMALL_GAP);
        if let Some(icon) = self.icon {
            line.icon(ui, icon, IconSize::Small, icon_ink);
        }
        line.text(ui, self.text, size, ink);
        if let Some(count) = self.count {
            line.text(ui, count, size, ink);
        }
        if self.opens {
            line.icon(ui, icons::DOWN, IconSize::Small, ink);
        }
        line
    }

    fn tell(&self, ui: &Ui, response: &Response) {
        let name = match self.count {
            Some(count) => format!("{} {count}", self.text),
            None => self.text.to_owned(),
        };
        response.widget_info(|| match self.selected {
            Some(selected) => WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), selected, &name),
            None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name),
        });
    }
}

fn cross_clicked(ui: &Ui, chip: &Response, name: &str, ink: Color32) -> bool {
    let rect = egui::Rect::from_min_max(chip.rect.right_top() - vec2(28.0, 0.0), chip.rect.max);
    let cross = ui.interact(rect, chip.id.with("remove"), Sense::click());
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let mut line = Line::new(0.0);
    line.icon(ui, icons::CLOSE, IconSize::Small, ink);
    line.paint_centred(ui.painter(), rect);
    focus_ring(ui, &cross, rect.shrink(4.0), 8);
    let by_key = chip.has_focus()
        && ui.input(|input| input.key_pressed(egui::Key::Delete) || input.key_pressed(egui::Key::Backspace));
    cross.clicked() || by_key
}
