//! A switch between two to five options that are all seen.

use egui::{
    CornerRadius, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::paint::{Line, focus_ring_inside, ground};
use super::select::Select;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// A switch: `Segmented::new(&name, &mut view).option(View::Week, "Седмица").option(…).show(ui)`.
///
/// The response is `changed()` when another option was chosen. Arrows move the choice while it has the focus.
#[derive(Debug)]
#[must_use = "a switch is shown with `show`"]
pub struct Segmented<'a, T> {
    name: &'a str,
    value: &'a mut T,
    options: Vec<Choice<'a, T>>,
    width: Option<f32>,
    accent: bool,
    folded: bool,
    narrow: bool,
}

#[derive(Debug)]
struct Choice<'a, T> {
    value: T,
    text: &'a str,
    icon: Option<char>,
    count: Option<&'a str>,
    keys: Option<&'a str>,
}

impl<'a, T: PartialEq + Clone> Segmented<'a, T> {
    /// A switch of this value; the name is read aloud.
    pub const fn new(name: &'a str, value: &'a mut T) -> Self {
        Self { name, value, options: Vec::new(), width: None, accent: false, folded: false, narrow: false }
    }

    /// Adds an option.
    pub fn option(self, value: T, text: &'a str) -> Self {
        self.full_option(value, None, text, None)
    }

    /// Adds an option with an icon.
    pub fn icon_option(self, value: T, icon: char, text: &'a str) -> Self {
        self.full_option(value, Some(icon), text, None)
    }

    /// Adds an option with an icon and a count after its words.
    pub fn full_option(mut self, value: T, icon: Option<char>, text: &'a str, count: Option<&'a str>) -> Self {
        self.options.push(Choice { value, text, icon, count, keys: None });
        self
    }

    /// Adds an option with the key that chooses it, which stands in its tip.
    pub fn keyed_option(mut self, value: T, text: &'a str, keys: &'a str) -> Self {
        self.options.push(Choice { value, text, icon: None, count: None, keys: Some(keys) });
        self
    }

    /// Stretches to this width, all options equally wide.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// On a card with the chosen one in the accent, as the two lists of the page List.
    pub const fn accent(mut self) -> Self {
        self.accent = true;
        self
    }

    /// With little room at the sides of its words, where it stands in a row with more.
    pub const fn narrow(mut self) -> Self {
        self.narrow = true;
        self
    }

    /// Shown as a list that opens, where there is no room for all options.
    pub const fn folded(mut self, folded: bool) -> Self {
        self.folded = folded;
        self
    }

    fn into_list(self, ui: &mut Ui) -> Response {
        let words = |option: Choice<'a, T>| match option.count {
            Some(count) => (option.value, format!("{} {count}", option.text)),
            None => (option.value, option.text.to_owned()),
        };
        let options = self.options.into_iter().map(words);
        Select::new(self.name, self.value).options(options).plain().hide_label().show(ui)
    }

    /// Shows the switch.
    pub fn show(mut self, ui: &mut Ui) -> Response {
        if self.folded {
            return self.into_list(ui);
        }
        let builder = UiBuilder::new()
            .id_salt(("switch", self.name))
            .accessibility_role(Role::RadioGroup)
            .accessibility_label(self.name);
        let before = self.value.clone();
        let mut response = ui.scope_builder(builder, |ui| self.segments(ui)).inner;
        if before != *self.value {
            response.mark_changed();
        }
        response
    }

    fn segments(&mut self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let lines: Vec<Line> = self.options.iter().map(|option| self.line(ui, &tokens, option)).collect();
        let inset = if self.accent { 0.0 } else { 3.0 };
        let tall = if self.accent { height::BUTTON + 6.0 } else { height::BUTTON };
        let padding = match (self.accent, self.narrow) {
            (true, _) => space::L,
            (false, true) => space::S,
            (false, false) => space::M,
        };
        let mut widths: Vec<f32> = lines.iter().map(|line| line.size().x + 2.0 * padding).collect();
        if let Some(width) = self.width {
            stretch(&mut widths, width - 2.0 * inset);
        }
        let whole = vec2(widths.iter().sum::<f32>() + 2.0 * inset, tall);
        let (rect, mut response) = ui.allocate_exact_size(whole, Sense::hover());
        self.paint_ground(ui, &tokens, rect);
        let group = ui.make_persistent_id("segments");
        let mut left = rect.left() + inset;
        let mut responses = Vec::new();
        for (index, (line, width)) in lines.iter().zip(&widths).enumerate() {
            let part = Rect::from_min_size(pos2(left, rect.top() + inset), vec2(*width, tall - 2.0 * inset));
            responses.push(self.segment(ui, group.with(index), index, line, part));
            left += width;
        }
        self.move_by_keys(ui, &responses);
        for part in responses {
            response |= part;
        }
        response
    }

    fn line(&self, ui: &Ui, tokens: &Tokens, option: &Choice<'_, T>) -> Line {
        let chosen = option.value == *self.value;
        let colour = match (chosen, self.accent) {
            (true, true) => tokens.accent,
            (true, false) => tokens.ink,
            (false, _) => tokens.soft,
        };
        let mut line = Line::new(space::S);
        if let Some(icon) = option.icon {
            line.icon(ui, icon, IconSize::Regular, colour);
        }
        line.text(ui, option.text, TextSize::Medium, colour);
        if let Some(count) = option.count {
            line.text(ui, count, TextSize::TabularMedium, colour);
        }
        line
    }

    fn paint_ground(&self, ui: &Ui, tokens: &Tokens, rect: Rect) {
        let (fill, stroke) =
            if self.accent { (tokens.card, Stroke::new(1.0, tokens.line)) } else { (tokens.other_soft, Stroke::NONE) };
        ui.painter().rect(rect, CornerRadius::same(radius::BUTTON), fill, stroke, StrokeKind::Inside);
    }

    fn segment(&mut self, ui: &Ui, id: Id, index: usize, line: &Line, part: Rect) -> Response {
        let tokens = Tokens::of(ui);
        let response = ui.interact(part, id, Sense::click());
        let Some(option) = self.options.get(index) else {
            return response;
        };
        if response.clicked() {
            *self.value = option.value.clone();
        }
        let chosen = option.value == *self.value;
        let name = match option.count {
            Some(count) => format!("{} {count}", option.text),
            None => option.text.to_owned(),
        };
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
        let corner = CornerRadius::same(if self.accent { radius::BUTTON } else { radius::ENTRY });
        if chosen && self.accent {
            ui.painter().rect_filled(part.shrink(1.0), corner, tokens.accent_soft);
        } else if chosen {
            ui.painter().rect(part, corner, tokens.card, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
        } else if response.hovered() {
            ui.painter().rect_filled(part, corner, ground(&tokens, &response, tokens.other_soft));
        }
        line.paint_centred(ui.painter(), part);
        focus_ring_inside(ui, &response, part, radius::ENTRY);
        match option.keys {
            Some(keys) => response.on_hover_text(format!("{} · {keys}", option.text)),
            None => response,
        }
    }

    /// Left and right choose the neighbour and take the focus there.
    fn move_by_keys(&mut self, ui: &Ui, responses: &[Response]) {
        let Some(focused) = responses.iter().position(Response::has_focus) else {
            return;
        };
        if let Some(response) = responses.get(focused) {
            let filter = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        let (left, right) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowLeft), input.consume_key(Modifiers::NONE, Key::ArrowRight))
        });
        let next = match (left, right) {
            (true, false) => focused.checked_sub(1),
            (false, true) => Some(focused + 1),
            _ => None,
        };
        let target = next.and_then(|next| Some((self.options.get(next)?, responses.get(next)?)));
        if let Some((option, response)) = target {
            *self.value = option.value.clone();
            response.request_focus();
        }
    }
}

fn stretch(widths: &mut [f32], whole: f32) {
    let left = whole - widths.iter().sum::<f32>();
    #[expect(clippy::cast_precision_loss, reason = "a handful of options")]
    let share = left.max(0.0) / widths.len().max(1) as f32;
    for width in widths {
        *width += share;
    }
}
