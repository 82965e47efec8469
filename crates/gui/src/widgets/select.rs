//! A choice of one among many, in a list that opens below.

use egui::{
    CornerRadius, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use super::menu::{MenuItem, popover_frame};
use super::paint::{Line, focus_ring, ground};
use super::text::soft;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// A choice: `Select::new(&label, &mut value).option(…).option(…).show(ui)`.
///
/// The response is `changed()` when another option was chosen. Enter or Space opens the list,
/// up and down choose without opening it.
#[derive(Debug)]
#[must_use = "a choice is shown with `show`"]
pub struct Select<'a, T> {
    label: &'a str,
    value: &'a mut T,
    options: Vec<(T, String)>,
    icon: Option<char>,
    width: Option<f32>,
    show_label: bool,
    plain: bool,
    closed: Option<String>,
}

impl<'a, T: PartialEq + Clone> Select<'a, T> {
    /// A choice of this value with its label above.
    pub const fn new(label: &'a str, value: &'a mut T) -> Self {
        Self {
            label,
            value,
            options: Vec::new(),
            icon: None,
            width: None,
            show_label: true,
            plain: false,
            closed: None,
        }
    }

    /// Adds an option.
    pub fn option(mut self, value: T, text: impl Into<String>) -> Self {
        self.options.push((value, text.into()));
        self
    }

    /// Adds options.
    pub fn options(mut self, options: impl IntoIterator<Item = (T, String)>) -> Self {
        self.options.extend(options);
        self
    }

    /// An icon at its left.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// This wide; without it as wide as its words.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The label is only read aloud.
    pub const fn hide_label(mut self) -> Self {
        self.show_label = false;
        self
    }

    /// While it is closed the choice is said in these words; in the list it stands alone.
    pub fn closed(mut self, words: String) -> Self {
        self.closed = Some(words);
        self
    }

    /// Looks like a button, for the header of a page.
    pub const fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// Shows the choice.
    pub fn show(mut self, ui: &mut Ui) -> Response {
        if !self.show_label {
            return self.control(ui);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            soft(ui, self.label);
            self.control(ui)
        })
        .inner
    }

    fn chosen(&self) -> &str {
        let text = || self.options.iter().find(|(value, _)| value == self.value).map_or("", |(_, text)| text.as_str());
        self.closed.as_deref().unwrap_or_else(text)
    }

    fn control(&mut self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let mut line = Line::new(space::S);
        if let Some(icon) = self.icon {
            line.icon(ui, icon, IconSize::Regular, if self.plain { tokens.ink } else { tokens.soft });
        }
        let size = if self.plain { TextSize::Medium } else { TextSize::Body };
        let caret = IconSize::Regular.size();
        match self.width {
            Some(width) => line.text_within(ui, self.chosen(), size, tokens.ink, width - line.size().x - caret - 36.0),
            None => line.text(ui, self.chosen(), size, tokens.ink),
        }
        let natural = line.size().x + caret + 22.0 + space::M;
        let wide = self.width.map_or(natural, |width| width.min(ui.available_width()));
        let (rect, mut response) = ui.allocate_exact_size(vec2(wide, height::FIELD), Sense::click());
        let fill = if self.plain { tokens.card } else { tokens.wash };
        let edge = if response.hovered() { tokens.hovered_line() } else { tokens.line };
        let corner = CornerRadius::same(radius::BUTTON);
        ui.painter().rect(rect, corner, ground(&tokens, &response, fill), Stroke::new(1.0, edge), StrokeKind::Inside);
        line.paint(ui.painter(), rect.left_center() + vec2(11.0, 0.0));
        let mut arrow = Line::new(0.0);
        arrow.icon(ui, icons::DOWN, IconSize::Small, tokens.soft);
        arrow.paint(ui.painter(), rect.right_center() - vec2(11.0 + arrow.size().x, 0.0));
        focus_ring(ui, &response, rect, radius::BUTTON);
        let before = self.value.clone();
        self.choose_by_keys(ui, &response);
        self.list(&response, &tokens);
        if before != *self.value {
            response.mark_changed();
        }
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.label);
            info.current_text_value = Some(self.chosen().to_owned());
            info
        });
        response
    }

    fn list(&mut self, response: &Response, tokens: &Tokens) {
        let current = self.value.clone();
        let mut picked = None;
        Popup::menu(response)
            .gap(space::XS)
            .width(response.rect.width())
            .frame(popover_frame(tokens))
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .show(|ui| {
                ui.set_min_width(response.rect.width() - 12.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                egui::ScrollArea::vertical().max_height(ui.spacing().combo_height).show(ui, |ui| {
                    for (value, text) in &self.options {
                        if ui.add(MenuItem::new(text).chosen(*value == current)).clicked() {
                            picked = Some(value.clone());
                            ui.close();
                        }
                    }
                });
            });
        if let Some(picked) = picked {
            *self.value = picked;
            response.request_focus();
        }
    }

    fn choose_by_keys(&mut self, ui: &Ui, response: &Response) {
        if !response.has_focus() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(response)) {
            return;
        }
        let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let (up, down) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowUp), input.consume_key(Modifiers::NONE, Key::ArrowDown))
        });
        let now = self.options.iter().position(|(value, _)| value == self.value);
        let next = match (now, up, down) {
            (Some(now), true, false) => now.checked_sub(1),
            (Some(now), false, true) => Some(now + 1),
            (None, true, false) | (None, false, true) => Some(0),
            _ => None,
        };
        if let Some((value, _)) = next.and_then(|next| self.options.get(next)) {
            *self.value = value.clone();
        }
    }
}
