//! Menus and popovers: the frame, the lines, and how they open.

use egui::{
    CornerRadius, Frame, InnerResponse, Margin, Popup, PopupCloseBehavior, Response, Role, Sense, Shadow, Stroke, Ui,
    Widget, WidgetInfo, vec2,
};

use super::paint::{Line, focus_ring_inside};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};

/// The frame of everything that floats: card, hairline, a breath of shadow.
pub fn popover_frame(tokens: &Tokens) -> Frame {
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(6))
        .shadow(Shadow { offset: [0, 6], blur: 20, spread: 0, color: tokens.shadow })
}

/// Opens a menu below a button when it is clicked; a click on a line or Escape closes it.
pub fn menu<R>(button: &Response, contents: impl FnOnce(&mut Ui) -> R) -> Option<InnerResponse<R>> {
    let tokens = Tokens::of_context(&button.ctx);
    Popup::menu(button).gap(space::XS).width(220.0).frame(popover_frame(&tokens)).show(|ui| {
        ui.set_min_width(200.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui)
    })
}

/// Opens a popover of this width below a button when it is clicked; a click outside or Escape closes it.
pub fn popover<R>(button: &Response, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> Option<InnerResponse<R>> {
    let tokens = Tokens::of_context(&button.ctx);
    Popup::from_toggle_button_response(button)
        .gap(space::XS)
        .width(width)
        .frame(popover_frame(&tokens).inner_margin(Margin::same(16)))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(width);
            contents(ui)
        })
}

/// A line of a menu: `if ui.add(MenuItem::new("Промени").icon(icons::EDIT)).clicked() { … }`.
#[derive(Debug, Clone)]
#[must_use = "a line of a menu is shown with `ui.add`"]
pub struct MenuItem<'a> {
    text: &'a str,
    icon: Option<char>,
    keys: Option<&'a str>,
    chosen: Option<bool>,
    highlighted: bool,
    danger: bool,
}

impl<'a> MenuItem<'a> {
    /// A line with these words.
    pub const fn new(text: &'a str) -> Self {
        Self { text, icon: None, keys: None, chosen: None, highlighted: false, danger: false }
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The keys that do the same.
    pub const fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// A line of a choice, with a tick where it is the chosen one.
    pub const fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// The line that Enter would take, in a list of suggestions.
    pub const fn highlighted(mut self, highlighted: bool) -> Self {
        self.highlighted = highlighted;
        self
    }

    /// A line that deletes.
    pub const fn danger(mut self) -> Self {
        self.danger = true;
        self
    }
}

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let ink = if self.danger { tokens.urgent } else { tokens.ink };
        let mut line = Line::new(space::S);
        if let Some(icon) = self.icon {
            line.icon(ui, icon, IconSize::Regular, if self.danger { ink } else { tokens.soft });
        }
        line.text(ui, self.text, TextSize::Body, ink);
        let mut right = Line::new(space::XS);
        if let Some(keys) = self.keys {
            right.key(ui, keys, &tokens);
        }
        if self.chosen == Some(true) {
            right.icon(ui, icons::DONE, IconSize::Small, tokens.accent);
        }
        let reserve = if self.chosen.is_some() { 22.0 } else { 0.0 };
        let natural = line.size().x + right.size().x.max(reserve) + 2.0 * 10.0 + space::S;
        let wide = natural.max(ui.available_width().min(ui.min_rect().width().max(natural)));
        let (rect, response) = ui.allocate_exact_size(vec2(wide, height::MENU_ITEM), Sense::click());
        response.widget_info(|| match self.chosen {
            Some(chosen) => WidgetInfo::selected(Role::MenuItemRadio, ui.is_enabled(), chosen, self.text),
            None => WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), self.text),
        });
        let corner = CornerRadius::same(radius::ENTRY);
        if self.highlighted || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, corner, tokens.accent_soft);
        }
        line.paint(ui.painter(), rect.left_center() + vec2(10.0, 0.0));
        right.paint(ui.painter(), rect.right_center() - vec2(10.0 + right.size().x, 0.0));
        focus_ring_inside(ui, &response, rect, radius::ENTRY);
        response
    }
}
