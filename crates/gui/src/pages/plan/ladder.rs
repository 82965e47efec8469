//! The ladder at the left: year, three months, month, week, day.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use egui::{Color32, CornerRadius, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::PlanLevel;

use super::ask::PlanAnswer;
use super::say::{level_key, period_short};
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};
use crate::widgets::{Card, Segmented, hairline, soft};

/// The height of a rung.
const RUNG: f32 = 52.0;
/// From this width on there is room for icons and for the note below.
const ROOMY: f32 = 150.0;

const fn level_icon(level: PlanLevel) -> char {
    match level {
        PlanLevel::Year => icons::GOAL,
        PlanLevel::ThreeMonths => icons::LADDER,
        PlanLevel::Month => icons::CALENDAR,
        PlanLevel::Week => icons::CALENDAR_DAYS,
        PlanLevel::Day => icons::TODAY,
    }
}

/// Paints the ladder; gives the level that was chosen.
pub(super) fn ladder(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) -> Option<PlanLevel> {
    let mut chosen = None;
    Card::new().padding(8).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        for (level, days) in &answer.rungs {
            if rung(ui, scene, *level, days, *level == answer.now.level) {
                chosen = Some(*level);
            }
        }
        if ui.available_width() >= ROOMY {
            ui.add_space(space::XS);
            hairline(ui);
            ui.add_space(space::XS);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(8, 4)).show(ui, |ui| {
                soft(ui, &scene.words.get("plan-ladder-note"));
            });
        }
    });
    chosen
}

/// The ladder as a switch, where there is no room for a column; gives the level that was chosen.
pub(super) fn switch(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) -> Option<PlanLevel> {
    let mut level = answer.now.level;
    let name = scene.words.get("plan-levels");
    let names: Vec<_> = answer.rungs.iter().map(|(level, _)| (*level, scene.words.get(level_key(*level)))).collect();
    let mut switch = Segmented::new(&name, &mut level);
    for (level, name) in &names {
        switch = switch.option(*level, name);
    }
    switch.show(ui).changed().then_some(level)
}

fn rung(ui: &mut Ui, scene: &Scene<'_>, level: PlanLevel, days: &RangeInclusive<NaiveDate>, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), RUNG), Sense::hover());
    let response = ui.interact(rect, Id::unique(("plan rung", level)), Sense::click());
    let (name, period) = (scene.words.get(level_key(level)), period_short(scene.formats, level, days));
    let whole = format!("{name}: {period}");
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &whole));
    let fill = if chosen {
        tokens.accent_soft
    } else if response.hovered() {
        tokens.wash
    } else {
        Color32::TRANSPARENT
    };
    let corner = CornerRadius::same(radius::BUTTON);
    ui.painter().rect_filled(rect, corner, fill);
    if response.has_focus() {
        let ring = egui::Stroke::new(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(rect, corner, ring, egui::StrokeKind::Inside);
    }
    let (ink, quiet) = if chosen { (tokens.accent, tokens.accent) } else { (tokens.ink, tokens.soft) };
    let roomy = rect.width() >= ROOMY;
    let sign = ui.painter().layout_no_wrap(level_icon(level).to_string(), IconSize::Regular.font(), quiet);
    if roomy {
        ui.painter().galley(pos2(rect.left() + 12.0, rect.center().y - sign.size().y / 2.0), sign, quiet);
    }
    let left = rect.left() + 12.0 + if roomy { IconSize::Regular.size() + 10.0 } else { 0.0 };
    let line = |words: &str, size: TextSize, top: f32, colour: Color32| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), size.font(), colour);
        ui.painter().with_clip_rect(Rect::everything_left_of(rect.right() - 4.0)).galley(
            pos2(left, top),
            galley,
            colour,
        );
    };
    line(&name, TextSize::Strong, rect.top() + 8.0, ink);
    line(&period, TextSize::Soft, rect.top() + 28.0, if chosen { ink } else { quiet });
    response.clicked()
}
