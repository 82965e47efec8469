//! What is kept of people in the diary: a small sign in the head of a day, a quiet line in the agenda.

use egui::{Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::PersonId;
use sponsor_core::query::Occasion;

use crate::app::Scene;
use crate::icons;
use crate::pages::occasions::{beside_words, kept_words, sign};
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};
use crate::widgets::{MenuItem, icon, popover, soft, text};

/// Width of the list of a day.
const LIST: f32 = 320.0;
/// Height of the list at most.
const LIST_HIGH: f32 = 320.0;
/// How many lines a day of the agenda has; the others are counted.
const SHOWN: usize = 3;

/// Shows a sign at the left of what is left of a day's head; a click lists the people. Gives what is left now, and the
/// person who was chosen.
pub(super) fn occasions_chip(
    ui: &mut Ui,
    scene: &Scene<'_>,
    room: Rect,
    day: &str,
    kept: &[&Occasion],
) -> (Rect, Option<PersonId>) {
    let Some(first) = kept.first() else { return (room, None) };
    let tokens = Tokens::of(ui);
    let side = IconSize::Small.font().size + 6.0;
    let rect = Rect::from_min_size(pos2(room.left(), room.center().y - height::PILL / 2.0), vec2(side, height::PILL));
    let response = ui.interact(rect, ui.scope_id().with(("occasions", day)), Sense::click());
    let name = scene.words.with("occasion-of-day", &[("day", day.into()), ("people", said(scene, kept).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let pointed = response.hovered() || response.has_focus();
    if pointed {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), tokens.accent_soft);
    }
    let one_kind = kept.iter().all(|one| sign(one) == sign(first));
    let shown = if one_kind { sign(first) } else { icons::BIRTHDAY };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, shown, IconSize::Small.font(), tokens.accent);
    let mut chosen = None;
    popover(&response, LIST, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(LIST_HIGH).show(ui, |ui| {
            for one in kept {
                let line = format!("{} · {}", one.person.full, kept_words(scene.words, one));
                if ui.add(MenuItem::new(&line).icon(sign(one))).clicked() {
                    chosen = Some(one.person.id);
                    ui.close();
                }
            }
        });
    });
    (Rect::from_min_max(pos2(rect.right(), room.top()), room.max), chosen)
}

/// «Екатерина Танева, имен ден; и още 2».
fn said(scene: &Scene<'_>, kept: &[&Occasion]) -> String {
    let each = kept.iter().take(SHOWN).map(|one| format!("{}, {}", one.person.full, kept_words(scene.words, one)));
    let mut said: Vec<String> = each.collect();
    let hidden = kept.len().saturating_sub(SHOWN);
    if hidden > 0 {
        said.push(scene.words.with("occasion-more", &[("count", hidden.into())]));
    }
    said.join("; ")
}

/// The lines of a day in the agenda; gives the person who was chosen.
pub(super) fn occasion_lines(ui: &mut Ui, scene: &Scene<'_>, kept: &[&Occasion]) -> Option<PersonId> {
    let mut chosen = None;
    for one in kept.iter().take(SHOWN) {
        if line(ui, scene, one) {
            chosen = Some(one.person.id);
        }
    }
    let hidden = kept.len().saturating_sub(SHOWN);
    if hidden > 0 {
        ui.horizontal(|ui| {
            ui.add_space(84.0 + space::M);
            soft(ui, &scene.words.with("occasion-more", &[("count", hidden.into())]));
        });
    }
    if !kept.is_empty() {
        ui.add_space(space::XS);
    }
    chosen
}

fn line(ui: &mut Ui, scene: &Scene<'_>, one: &Occasion) -> bool {
    let tokens = Tokens::of(ui);
    let said = format!("{} · {}", one.person.full, kept_words(scene.words, one));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height::BUTTON_SMALL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.hovered() || response.has_focus() {
        let ground = rect.expand2(vec2(space::S, 0.0));
        ui.painter().rect_filled(ground, CornerRadius::same(radius::BUTTON), tokens.hovered(tokens.card));
    }
    let builder = egui::UiBuilder::new().id_salt(("occasion", one.person.id)).max_rect(rect);
    let mut inside = ui.new_child(builder);
    inside.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.add_space(84.0 + space::M);
        icon(ui, sign(one), IconSize::Regular, tokens.soft);
        text(ui, &said, TextSize::Soft, tokens.ink);
        text(ui, &beside_words(scene.words, one), TextSize::Soft, tokens.soft);
    });
    response.clicked()
}
