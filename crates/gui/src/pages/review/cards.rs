//! The three figures, always in sight: of the week beside the one before, and of the month so far.

use std::cmp::Ordering;

use egui::{Rect, Ui, pos2, vec2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use sponsor_core::model::FigureValues;
use sponsor_core::query::Figures;
use sponsor_documents::Figure;

use super::question::ReviewView;
use crate::app::Scene;
use crate::format::FigureChange;
use crate::icons;
use crate::pages::figures::spark;
use crate::pages::today::column;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Card, hairline, icon, soft, split, telling_icon, text, text_cut};
use crate::works::snapshot::snapshot_data;

/// The small line at the right of a card.
const SPARK: egui::Vec2 = vec2(84.0, 30.0);
/// Below this width the cards stand above each other.
const ONE_BELOW: f32 = 640.0;

/// One of the three: how its value is taken.
type Of = fn(&FigureValues) -> Option<Decimal>;

/// The three, each with the key of its rule.
const THREE: [(Of, &str); 3] = [
    (|values| values.points, "figures-rule-points"),
    (|values| values.new_users.map(Decimal::from), "figures-rule-new"),
    (|values| values.in_training.map(Decimal::from), "figures-rule-training"),
];

/// Shows the three cards.
pub(super) fn figure_cards(ui: &mut Ui, scene: &Scene<'_>, view: &ReviewView) {
    let data = snapshot_data(scene.words, scene.formats, view.figures());
    let room = ui.available_width();
    if room < ONE_BELOW {
        for (at, figure) in data.figures.iter().enumerate() {
            card(ui, scene, view, at, figure);
        }
        return;
    }
    let each = (room - 2.0 * space::L) / 3.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (at, figure) in data.figures.iter().enumerate() {
            column(ui, each, |ui| card(ui, scene, view, at, figure));
        }
    });
}

fn card(ui: &mut Ui, scene: &Scene<'_>, view: &ReviewView, at: usize, figure: &Figure) {
    let Some((of, rule)) = THREE.get(at) else { return };
    let tokens = Tokens::of(ui);
    let shown = view.figures();
    let now = of(&shown.values);
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        split(
            ui,
            TextSize::Body.line_height(),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                text(ui, &figure.label, TextSize::Body, tokens.soft);
                telling_icon(ui, icons::INFO, IconSize::Small, tokens.soft, &scene.words.get(rule));
            },
            |ui| soft(ui, &figure.previous),
        );
        let row = ui.horizontal(|ui| {
            ui.set_height(40.0);
            let (size, colour) =
                if now.is_some() { (TextSize::Figure, tokens.ink) } else { (TextSize::Heading, tokens.soft) };
            text(ui, &figure.value, size, colour);
            let change = scene.formats.figure_change(now, of(&shown.previous), at == 0);
            show_change(ui, scene, change.as_ref());
        });
        let line: Vec<Option<f64>> =
            shown.series.iter().map(|(_, values)| of(values).and_then(|value| value.to_f64())).collect();
        let right = row.response.rect.left() + ui.available_width() - 3.0;
        if row.response.rect.right() + SPARK.x + space::M <= right {
            let corner = pos2(right - SPARK.x, row.response.rect.center().y - SPARK.y / 2.0);
            spark(ui, &tokens, Rect::from_min_size(corner, SPARK), &line);
        }
        hairline(ui);
        let detail = if figure.detail.is_empty() { " " } else { &figure.detail };
        text_cut(ui, detail, TextSize::Soft, tokens.soft);
        text_cut(ui, &month_words(scene, &view.review.month, *of), TextSize::Soft, tokens.soft);
    });
}

/// The month so far, beside the same days of the month before.
fn month_words(scene: &Scene<'_>, month: &Figures, of: Of) -> String {
    let formats = scene.formats;
    let before = month.period.previous().first_day();
    let values = [
        ("month", formats.month(chrono::Datelike::month(&month.period.first_day())).into()),
        ("value", formats.figure_value(of(&month.values)).into()),
        ("days", formats.figure_days(before, month.previous_until).into()),
        ("before", formats.figure_value(of(&month.previous)).into()),
    ];
    scene.words.with("review-month", &values)
}

fn show_change(ui: &mut Ui, scene: &Scene<'_>, change: Option<&FigureChange>) {
    let tokens = Tokens::of(ui);
    let Some(change) = change else { return };
    ui.spacing_mut().item_spacing.x = space::XS;
    let (sign, colour, meaning) = match change.way {
        Ordering::Greater => (icons::ARROW_UP, tokens.up, "figures-up"),
        Ordering::Less => (icons::ARROW_DOWN, tokens.down, "figures-down"),
        Ordering::Equal => {
            soft(ui, &scene.words.get("figures-same"));
            return;
        }
    };
    ui.add_space(space::XS);
    icon(ui, sign, IconSize::Small, colour);
    let said = text(ui, &change.text, TextSize::TabularMedium, colour);
    let name = format!("{}: {}", scene.words.get(meaning), change.text);
    said.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
}
