//! The three figures of the period against the same days before.

use egui::{Align, Layout, Rect, Stroke, Ui, pos2, vec2};
use rust_decimal::prelude::ToPrimitive as _;
use sponsor_core::model::{FigureValues, PointsSource};
use sponsor_documents::{Direction, Figure, SnapshotData};

use super::ask::FiguresAnswer;
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, Card, icon, soft, split, telling_icon, text};

/// The small line at the right of a card.
const SPARK: egui::Vec2 = vec2(96.0, 30.0);

/// What one card says.
struct FigureCard<'a> {
    figure: &'a Figure,
    detail: String,
    rule: String,
    known: bool,
    line: Vec<Option<f64>>,
    /// Whether it can be typed.
    typed: bool,
}

/// What all cards of a row keep to, so that they are equally high.
struct Place {
    /// The same days before stand on a line of their own.
    previous_below: bool,
    /// The height of the words at the bottom.
    detail: f32,
}

/// The space inside a card with its edge.
const INSIDE: f32 = 2.0 * space::L + 2.0;
/// The least width of a card.
const LEAST: f32 = 210.0;

/// How many cards stand beside each other: three, or one above the other.
fn beside(room: f32) -> usize {
    if room >= 3.0 * LEAST + 2.0 * space::L { 3 } else { 1 }
}

fn shared(beside: usize) -> f32 {
    f32::from(u8::try_from(beside).unwrap_or(1))
}

fn width_of(ui: &Ui, words: &str, size: TextSize) -> f32 {
    ui.painter().layout_no_wrap(words.to_owned(), size.font(), Tokens::of(ui).ink).size().x
}

/// Shows the three cards; tells whether a reading is to be typed.
pub(super) fn figure_cards(ui: &mut Ui, scene: &Scene<'_>, answer: &FiguresAnswer, data: &SnapshotData) -> bool {
    let values = &answer.figures.values;
    let line = |of: fn(&FigureValues) -> Option<f64>| -> Vec<Option<f64>> {
        answer.snapshot.series.iter().map(|(_, values)| of(values)).collect()
    };
    let known = [values.points.is_some(), values.new_users.is_some(), values.in_training.is_some()];
    let lines = [
        line(|values| values.points.and_then(|points| points.to_f64())),
        line(|values| values.new_users.map(f64::from)),
        line(|values| values.in_training.map(f64::from)),
    ];
    let rules = ["figures-rule-points", "figures-rule-new", "figures-rule-training"];
    let mut type_reading = false;
    let gap = ui.spacing().item_spacing;
    ui.spacing_mut().item_spacing.x = space::L;
    let cards: Vec<FigureCard<'_>> = data
        .figures
        .iter()
        .enumerate()
        .map(|(at, figure)| FigureCard {
            figure,
            detail: if at == 0 { points_detail(scene, answer) } else { figure.detail.clone() },
            rule: rules.get(at).map(|key| scene.words.get(key)).unwrap_or_default(),
            known: known.get(at).copied().unwrap_or(false),
            line: lines.get(at).cloned().unwrap_or_default(),
            typed: at == 0,
        })
        .collect();
    let beside = beside(ui.available_width());
    for row in cards.chunks(beside) {
        let each = (ui.available_width() + space::L) / shared(beside) - space::L;
        let room = each - INSIDE;
        let place = Place {
            previous_below: row.iter().any(|card| card.head_width(ui, scene) > room),
            detail: row.iter().map(|card| card.detail_height(ui, room)).fold(0.0, f32::max),
        };
        ui.columns(beside, |columns| {
            for (ui, card) in columns.iter_mut().zip(row) {
                ui.spacing_mut().item_spacing = gap;
                // The columns of egui stretch what wraps.
                let card = |ui: &mut Ui| card.show(ui, scene, &place);
                type_reading |= ui.with_layout(Layout::top_down(Align::Min), card).inner;
            }
        });
    }
    ui.spacing_mut().item_spacing = gap;
    type_reading
}

/// Where the points come from; a reading and the orders beside it.
fn points_detail(scene: &Scene<'_>, answer: &FiguresAnswer) -> String {
    let figures = &answer.figures;
    match (figures.source, figures.reading, figures.orders) {
        (Some(PointsSource::Reading), Some((on, _)), orders) => {
            let date = scene.formats.date_near(on, scene.now.date());
            match orders {
                Some(orders) => {
                    let orders = scene.formats.decimal(orders);
                    scene
                        .words
                        .with("figures-from-site-and-orders", &[("date", date.into()), ("orders", orders.into())])
                }
                None => scene.words.with("figures-from-site", &[("date", date.into())]),
            }
        }
        (Some(PointsSource::Reading), None, _) => scene.words.get("read-from-site"),
        (Some(PointsSource::Orders), ..) => scene.words.get("figures-from-orders"),
        (None, ..) => String::new(),
    }
}

impl FigureCard<'_> {
    /// The width that the line above the figure needs.
    fn head_width(&self, ui: &Ui, scene: &Scene<'_>) -> f32 {
        let link = if self.typed {
            width_of(ui, &scene.words.get("figures-enter-reading"), TextSize::Medium) + space::S
        } else {
            0.0
        };
        let label = width_of(ui, &self.figure.label, TextSize::Body);
        label
            + space::S
            + IconSize::Small.size()
            + link
            + space::L
            + width_of(ui, &self.figure.previous, TextSize::Soft)
    }

    fn detail_height(&self, ui: &Ui, room: f32) -> f32 {
        let soft = Tokens::of(ui).soft;
        let galley = ui.painter().layout(self.detail.clone(), TextSize::Soft.font(), soft, room);
        TextSize::Soft.line_height() * f32::from(u16::try_from(galley.rows.len()).unwrap_or(1))
    }

    fn show(&self, ui: &mut Ui, scene: &Scene<'_>, place: &Place) -> bool {
        let tokens = Tokens::of(ui);
        let mut pressed = false;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            split(
                ui,
                height::BUTTON_SMALL,
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    text(ui, &self.figure.label, TextSize::Body, tokens.soft);
                    telling_icon(ui, icons::INFO, IconSize::Small, tokens.soft, &self.rule);
                    if self.typed {
                        pressed = ui.add(Button::link(&scene.words.get("figures-enter-reading")).small()).clicked();
                    }
                },
                |ui| {
                    if !place.previous_below {
                        soft(ui, &self.figure.previous);
                    }
                },
            );
            if place.previous_below {
                soft(ui, &self.figure.previous);
            }
            let room = ui.available_width();
            let shown = ui.horizontal(|ui| {
                ui.set_height(40.0);
                let (size, colour) =
                    if self.known { (TextSize::Figure, tokens.ink) } else { (TextSize::Heading, tokens.soft) };
                text(ui, &self.figure.value, size, colour);
                self.change(ui, scene);
            });
            let row = shown.response.rect;
            if row.width() + SPARK.x + space::L <= room {
                let corner = pos2(row.left() + room - SPARK.x - 3.0, row.center().y - SPARK.y / 2.0);
                spark(ui, &tokens, Rect::from_min_size(corner, SPARK), &self.line);
            }
            let bottom = ui.cursor().top() + place.detail;
            text(ui, if self.detail.is_empty() { " " } else { &self.detail }, TextSize::Soft, tokens.soft);
            ui.add_space((bottom - ui.min_rect().bottom()).max(0.0));
        });
        pressed
    }

    fn change(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let tokens = Tokens::of(ui);
        let Some(change) = &self.figure.change else { return };
        ui.add_space(space::XS);
        let (sign, colour, meaning) = match change.direction {
            Direction::Up => (Some(icons::ARROW_UP), tokens.up, "figures-up"),
            Direction::Down => (Some(icons::ARROW_DOWN), tokens.down, "figures-down"),
            Direction::Same | Direction::None => (None, tokens.soft, "figures-same"),
        };
        ui.spacing_mut().item_spacing.x = space::XS;
        let meaning = scene.words.get(meaning);
        match sign {
            Some(sign) => {
                icon(ui, sign, IconSize::Small, colour);
                let response = text(ui, &change.text, TextSize::TabularMedium, colour);
                let name = format!("{meaning}: {}", change.text);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
            }
            None => drop(text(ui, &meaning, TextSize::Soft, colour)),
        }
    }
}

/// A line without axes: how the figure went over the periods.
pub(in crate::pages) fn spark(ui: &Ui, tokens: &Tokens, rect: Rect, values: &[Option<f64>]) {
    let known = || values.iter().copied().flatten();
    let (least, most) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    if !least.is_finite() || values.len() < 2 {
        return;
    }
    let last = values.len() - 1;
    let place = |at: usize, value: f64| {
        let share = if most > least { (value - least) / (most - least) } else { 0.5 };
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "places on a screen")]
        let (x, y) = (at as f32 / last as f32, share as f32);
        pos2(rect.left() + x * rect.width(), rect.bottom() - y * rect.height())
    };
    let stroke = Stroke::new(1.5, tokens.accent);
    let points: Vec<_> = values.iter().enumerate().map(|(at, value)| value.map(|value| place(at, value))).collect();
    for pair in points.windows(2) {
        if let [Some(from), Some(to)] = pair {
            ui.painter().line_segment([*from, *to], stroke);
        }
    }
    if let Some(end) = points.last().copied().flatten() {
        ui.painter().circle_filled(end, 3.0, tokens.accent);
    }
}
