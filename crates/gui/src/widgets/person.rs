//! What panes of people share: the line of stages, dated lines, the timeline, and properties.

use std::cmp::Ordering;

use egui::{Align, Color32, Layout, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::card::split;
use super::paint::{Line, focus_ring};
use super::text::{icon, soft, text};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};

/// A step of a [`stepper`]: its word, and the icon it has while it is the present one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// What is read aloud and shown as the tip.
    pub name: &'a str,
    /// The icon.
    pub icon: char,
}

/// A line of steps: done ones with a tick, the present one with its icon, the coming ones empty.
///
/// Gives the step that was pressed.
pub fn stepper(ui: &mut Ui, steps: &[Step<'_>], present: usize, width: f32) -> Option<usize> {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let gaps = u16::try_from(steps.len().saturating_sub(1)).unwrap_or(1).max(1);
    let apart = (rect.width() - 20.0) / f32::from(gaps);
    let mut x = rect.left() + 10.0;
    for index in 1..steps.len() {
        let colour = if index <= present { tokens.accent } else { tokens.line };
        ui.painter().hline(x..=x + apart, rect.center().y, Stroke::new(2.0, colour));
        x += apart;
    }
    x = rect.left() + 10.0;
    let mut pressed = None;
    for (index, step) in steps.iter().enumerate() {
        let place = Rect::from_center_size(pos2(x, rect.center().y), vec2(22.0, 22.0));
        let part = ui.interact(place, response.id.with(index), Sense::click());
        part.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), index == present, step.name));
        paint_step(ui, &tokens, place, step.icon, index, present);
        focus_ring(ui, &part, place.shrink(2.0), 9);
        if part.on_hover_text(step.name).clicked() {
            pressed = Some(index);
        }
        x += apart;
    }
    pressed
}

fn paint_step(ui: &Ui, tokens: &Tokens, place: Rect, sign: char, index: usize, present: usize) {
    let painter = ui.painter();
    let mut line = Line::new(0.0);
    match index.cmp(&present) {
        Ordering::Less => {
            painter.circle_filled(place.center(), 7.0, tokens.accent);
            let tick = TextSize::Initials.size();
            let font = egui::FontId::new(tick, IconSize::Small.font().family);
            let galley = painter.layout_no_wrap(icons::DONE.to_string(), font, tokens.on_accent);
            painter.galley(place.center() - galley.size() / 2.0, galley, tokens.on_accent);
        }
        Ordering::Equal => {
            painter.circle_filled(place.center(), 10.5, tokens.accent);
            line.icon(ui, sign, IconSize::Small, tokens.on_accent);
            line.paint_centred(painter, place);
        }
        Ordering::Greater => {
            painter.circle(place.center(), 7.0, tokens.card, Stroke::new(1.25, tokens.other));
        }
    }
}

/// A dated line with a bar at its left, as «От какво има нужда».
pub fn dated_line(ui: &mut Ui, title: &str, when: &str, words: &str) -> Response {
    let tokens = Tokens::of(ui);
    let answer = ui.horizontal_top(|ui| {
        ui.add_space(space::M);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            split(ui, 18.0, |ui| soft(ui, title), |ui| soft(ui, when));
            text(ui, words, TextSize::Body, tokens.ink);
        });
    });
    let rect = answer.response.rect;
    let bar = Rect::from_min_size(rect.left_top(), vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar, 1.0, tokens.accent);
    answer.response
}

/// A happening in a timeline: icon, when, what; a line leads on to the next unless it is the last.
pub fn timeline_item(ui: &mut Ui, sign: char, colour: Color32, when: &str, words: &str, last: bool) -> Response {
    let tokens = Tokens::of(ui);
    let answer = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        icon(ui, sign, IconSize::Regular, colour);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            soft(ui, when);
            text(ui, words, TextSize::Body, tokens.ink);
            ui.add_space(space::XS);
        });
    });
    if !last {
        let rect = answer.response.rect;
        let x = rect.left() + IconSize::Regular.size() / 2.0;
        ui.painter().vline(x, rect.top() + 24.0..=rect.bottom() + 2.0, Stroke::new(1.0, tokens.line));
    }
    answer.response
}

/// A quiet label at the left and, from `label_width` on, what it is; several pills want `ui.horizontal_wrapped`.
pub fn property<R>(ui: &mut Ui, label: &str, label_width: f32, value: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.allocate_ui_with_layout(vec2(label_width, 20.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(label_width);
            ui.add_space(1.0);
            soft(ui, label);
        });
        ui.vertical(value).inner
    })
    .inner
}
