//! Buttons: the one main action, plain ones, quiet ones, dangerous ones, and icons with a name.

use egui::{Align2, Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2};

use super::header::Fold;
use super::paint::{Line, focus_ring, ground};
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Primary,
    Plain,
    Accent,
    Quiet,
    Link,
    Danger,
}

/// A button: `ui.add(Button::primary(&words.get("save")).keys("Ctrl ↵")).clicked()`.
#[derive(Debug, Clone)]
#[must_use = "a button is shown with `ui.add`"]
pub struct Button<'a> {
    text: &'a str,
    name: &'a str,
    icon: Option<char>,
    trailing: Option<char>,
    keys: Option<&'a str>,
    look: Look,
    height: f32,
    width: Option<f32>,
    left: bool,
    colour: Option<Color32>,
}

impl<'a> Button<'a> {
    const fn new(text: &'a str, look: Look) -> Self {
        Self {
            text,
            name: text,
            icon: None,
            trailing: None,
            keys: None,
            look,
            height: height::BUTTON,
            width: None,
            left: false,
            colour: None,
        }
    }

    /// The one main action of a page or form.
    pub const fn primary(text: &'a str) -> Self {
        Self::new(text, Look::Primary)
    }

    /// An action.
    pub const fn plain(text: &'a str) -> Self {
        Self::new(text, Look::Plain)
    }

    /// An action that is the next step here: plain, with its words in the accent.
    pub const fn accent(text: &'a str) -> Self {
        Self::new(text, Look::Accent)
    }

    /// An action without a frame.
    pub const fn quiet(text: &'a str) -> Self {
        Self::new(text, Look::Quiet)
    }

    /// Words in the accent without a frame and without padding, as «още 3».
    pub const fn link(text: &'a str) -> Self {
        Self::new(text, Look::Link)
    }

    /// An action that deletes.
    pub const fn danger(text: &'a str) -> Self {
        Self::new(text, Look::Danger)
    }

    /// A plain button with an icon alone; the name is read aloud and shown as the tip.
    pub const fn icon_only(icon: char, name: &'a str) -> Self {
        let mut button = Self::new("", Look::Plain);
        button.name = name;
        button.icon = Some(icon);
        button
    }

    /// An icon alone without a frame, such as the cross of a pane.
    pub const fn quiet_icon(icon: char, name: &'a str) -> Self {
        let mut button = Self::icon_only(icon, name);
        button.look = Look::Quiet;
        button
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words, such as the caret of a list that opens.
    pub const fn trailing(mut self, icon: char) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// The keys that do the same, such as `Ctrl K` or `Ctrl ↵`.
    pub const fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// Another accessible name than the words, where these do not say enough.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// Its icon alone where this is true; its words are then its name and its tip.
    pub const fn folded(mut self, folded: bool) -> Self {
        if folded && self.icon.is_some() {
            self.text = "";
            self.keys = None;
        }
        self
    }

    /// 28 high: in rows and cards.
    pub const fn small(mut self) -> Self {
        self.height = height::BUTTON_SMALL;
        self
    }

    /// 44 high: in the interview.
    pub const fn large(mut self) -> Self {
        self.height = height::BUTTON_LARGE;
        self
    }

    /// At least this wide, with its words in the middle.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Its words at the left, for a button that is wide, with the keys at the right.
    pub const fn left(mut self) -> Self {
        self.left = true;
        self
    }

    /// Words and icon in another colour of the tokens.
    pub const fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    fn text_size(&self) -> TextSize {
        match (self.height, self.look) {
            (size, Look::Plain | Look::Accent | Look::Quiet | Look::Danger) if size < height::BUTTON => {
                TextSize::SoftMedium
            }
            (size, _) if size > height::BUTTON => TextSize::Heading,
            _ => TextSize::Medium,
        }
    }

    fn ink(&self, tokens: &Tokens) -> Color32 {
        self.colour.unwrap_or(match self.look {
            Look::Primary => tokens.on_accent,
            Look::Plain => tokens.ink,
            Look::Accent | Look::Link => tokens.accent,
            Look::Quiet => tokens.soft,
            Look::Danger => tokens.urgent,
        })
    }

    fn line(&self, ui: &Ui, tokens: &Tokens, with_keys: bool) -> Line {
        let ink = self.ink(tokens);
        let mut line = Line::new(space::S);
        if let Some(icon) = self.icon {
            let size =
                if self.height < height::BUTTON && !self.text.is_empty() { IconSize::Small } else { IconSize::Regular };
            line.icon(ui, icon, size, ink);
        }
        if !self.text.is_empty() {
            line.text(ui, self.text, self.text_size(), ink);
        }
        if with_keys {
            self.add_keys(ui, &mut line, tokens);
        }
        if let Some(icon) = self.trailing {
            line.icon(ui, icon, IconSize::Small, ink);
        }
        line
    }

    fn add_keys(&self, ui: &Ui, line: &mut Line, tokens: &Tokens) {
        match (self.keys, self.look) {
            (Some(keys), Look::Primary) => line.bare_key(ui, keys, tokens.on_accent),
            (Some(keys), _) => line.key(ui, keys, tokens),
            (None, _) => {}
        }
    }

    fn padding(&self) -> f32 {
        match (self.look, self.text.is_empty()) {
            (Look::Link, _) => 0.0,
            (_, true) => 5.0,
            (Look::Primary, _) => 16.0,
            (_, false) if self.height < height::BUTTON => 10.0,
            _ => 14.0,
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let line = self.line(ui, &tokens, true);
        let mut size = vec2(line.size().x + 2.0 * self.padding(), self.height);
        if self.text.is_empty() && self.keys.is_none() {
            size.x = size.x.max(self.height);
        }
        size.x = size.x.max(self.width.unwrap_or(0.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if ui.is_rect_visible(rect) {
            self.paint_ground(ui, &tokens, &response);
            if self.left {
                let pad = vec2(self.padding().min(12.0), 0.0);
                self.line(ui, &tokens, false).paint(ui.painter(), rect.left_center() + pad);
                let mut keys = Line::new(0.0);
                self.add_keys(ui, &mut keys, &tokens);
                keys.paint(ui.painter(), rect.right_center() - pad - vec2(keys.size().x, 0.0));
            } else {
                line.paint_centred(ui.painter(), rect);
            }
            focus_ring(ui, &response, rect, radius::BUTTON);
        }
        if self.text.is_empty() { response.on_hover_text(self.name) } else { response }
    }
}

impl Button<'_> {
    fn paint_ground(&self, ui: &Ui, tokens: &Tokens, response: &Response) {
        let (at_rest, stroke) = match self.look {
            Look::Primary => (tokens.accent, Stroke::NONE),
            Look::Plain | Look::Accent | Look::Danger => {
                let line = if response.hovered() { tokens.hovered_line() } else { tokens.line };
                (tokens.card, Stroke::new(1.0, line))
            }
            Look::Quiet => (Color32::TRANSPARENT, Stroke::NONE),
            Look::Link => {
                if response.hovered() {
                    let rect = response.rect;
                    let y = Align2::LEFT_BOTTOM.pos_in_rect(&rect).y - rect.height() / 2.0 + 10.0;
                    ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, tokens.accent));
                }
                return;
            }
        };
        ui.painter().rect(
            response.rect,
            CornerRadius::same(radius::BUTTON),
            ground(tokens, response, at_rest),
            stroke,
            StrokeKind::Inside,
        );
    }
}

/// The box in the header of a page that opens the search: `search_box(ui, "Търси човек…", "Ctrl K", Some(292.0), fold)`.
///
/// Without a width it is the icon and the keys, folded the icon alone; `name` is what is read aloud.
pub fn search_box(ui: &mut Ui, name: &str, keys: &str, width: Option<f32>, fold: Fold) -> Response {
    let soft = Tokens::of(ui).soft;
    let words = if width.is_some() && !fold.subtitle() { name } else { "" };
    let button = Button::plain(words).name(name).icon(crate::icons::SEARCH).colour(soft).folded(fold.subtitle());
    let button = if fold.subtitle() { button } else { button.keys(keys) };
    ui.add(match width {
        Some(width) if !fold.subtitle() => button.width(width).left(),
        _ => button,
    })
}
