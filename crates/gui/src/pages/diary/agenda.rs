//! «Предстоящо»: the days that come, each with its entries.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use sponsor_core::model::{EntryState, Priority};
use sponsor_core::query::{Item, Occasion};

use super::drag::{Drag, keys_of, leaves, tip};
use super::looks::{asks, entry_icon, hours, priority_look, spoken, state_word};
use super::occasions::occasion_lines;
use super::views::{Look, in_the_middle};
use super::week::{Chosen, WeekWish};
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{Card, Pill, Tone, entry_title, hairline, icon, split, text, text_cut};

/// How many days it looks ahead, today among them.
pub(super) const DAYS: i64 = 60;
/// How wide the hours of an entry are.
const TIME: f32 = 84.0;

/// Shows the days; gives what was chosen. Days on which only something is kept of people stand there, too.
pub(super) fn agenda(
    ui: &mut Ui,
    scene: &Scene<'_>,
    days: &[(NaiveDate, Vec<Item>)],
    occasions: &[Occasion],
    chosen: Option<Chosen>,
    drag: &mut Option<Drag>,
) -> Option<WeekWish> {
    let mut wish = None;
    let nothing: &[Item] = &[];
    let mut all: BTreeMap<NaiveDate, &[Item]> = occasions.iter().map(|one| (one.on, nothing)).collect();
    all.extend(days.iter().map(|(day, items)| (*day, items.as_slice())));
    ScrollArea::vertical().id_salt("agenda").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(ui.available_width());
        in_the_middle(ui, |ui, _| {
            ui.spacing_mut().item_spacing.y = space::L;
            for (day, of_day) in all {
                let (title, away) = (scene.formats.date_weekday_long(day), scene.formats.days_away(day, scene.today));
                Card::new().title(&title).note(&away).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let kept: Vec<&Occasion> = occasions.iter().filter(|one| one.on == day).collect();
                    if let Some(person) = occasion_lines(ui, scene, &kept) {
                        wish = Some(WeekWish::Person(person));
                    }
                    for (at, item) in of_day.iter().enumerate() {
                        if at > 0 {
                            hairline(ui);
                        }
                        let row = if item.is_note_of_day() { note_row } else { row };
                        let is_chosen = chosen == Some((item.id, item.instance));
                        let response = row(ui, scene, item, is_chosen);
                        let by_key = keys_of(ui, scene, Look::Agenda, &response, item, is_chosen, drag);
                        if leaves(drag.as_ref(), (item.id, item.instance)) {
                            tip(ui, scene, drag.as_ref(), Some(response.rect));
                        }
                        let opened = response.clicked().then_some(WeekWish::Open((item.id, item.instance)));
                        wish = by_key.or(opened).or(wish.take());
                    }
                });
            }
        });
    });
    wish
}

fn second_line(item: &Item) -> String {
    let people = item.people.iter().map(|person| person.full.as_str()).filter(|name| !item.title.contains(name));
    let parts = people.chain([item.place.as_str()]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The room of a row that is chosen by a click or a key; its response, and none where it is out of sight.
fn room(ui: &mut Ui, scene: &Scene<'_>, item: &Item, tall: f32, chosen: bool) -> (egui::Response, Option<egui::Rect>) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with((item.id, item.instance)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(scene, item)));
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    if !ui.is_rect_visible(rect) {
        return (response, None);
    }
    let ground = rect.expand2(vec2(space::S, 0.0)).shrink2(vec2(0.0, 1.0));
    if chosen || response.hovered() {
        let fill = if chosen { tokens.accent_soft } else { tokens.hovered(tokens.card) };
        ui.painter().rect_filled(ground, radius::BUTTON, fill);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(stroke::FOCUS, tokens.accent);
        ui.painter().rect_stroke(ground, radius::BUTTON, stroke, egui::StrokeKind::Inside);
    }
    (response, Some(rect))
}

/// A note of the day: a pencil and its words, quieter than what has a time.
fn note_row(ui: &mut Ui, scene: &Scene<'_>, item: &Item, chosen: bool) -> egui::Response {
    let tokens = Tokens::of(ui);
    let (response, rect) = room(ui, scene, item, height::AGENDA_ROW, chosen);
    if let Some(rect) = rect {
        let mut inside = ui.new_child(UiBuilder::new().id_salt((item.id, item.instance)).max_rect(rect));
        inside.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            // Below the icons and titles of what has a time.
            ui.add_space(TIME + space::M);
            icon(ui, icons::EDIT, IconSize::Regular, tokens.soft);
            text_cut(ui, &item.title, TextSize::Body, tokens.soft);
        });
    }
    response
}

fn row(ui: &mut Ui, scene: &Scene<'_>, item: &Item, chosen: bool) -> egui::Response {
    let tokens = Tokens::of(ui);
    let second = second_line(item);
    let tall = if second.is_empty() { height::AGENDA_ROW } else { height::AGENDA_ROW_TALL };
    let (response, rect) = room(ui, scene, item, tall, chosen);
    let Some(rect) = rect else { return response };
    let mut inside = ui.new_child(UiBuilder::new().id_salt((item.id, item.instance)).max_rect(rect));
    split(
        &mut inside,
        tall,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            time(ui, scene, item);
            let ink = if item.state == EntryState::Planned { tokens.ink } else { tokens.soft };
            icon(ui, entry_icon(item.kind, item.state, item.action.as_ref()), IconSize::Regular, tokens.soft);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(if second.is_empty() { (tall - 20.0) / 2.0 } else { (tall - 38.0) / 2.0 });
                entry_title(ui, &item.title, &item.people, TextSize::Strong, ink);
                if !second.is_empty() {
                    text_cut(ui, &second, TextSize::Soft, tokens.soft);
                }
            });
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            pills(ui, scene, item);
        },
    );
    response
}

fn time(ui: &mut Ui, scene: &Scene<'_>, item: &Item) {
    let tokens = Tokens::of(ui);
    let words = hours(scene.formats, scene.words, &item.when);
    ui.allocate_ui_with_layout(vec2(TIME, 20.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_width(TIME);
        text(ui, &words, TextSize::SoftTabular, tokens.soft);
    });
}

fn pills(ui: &mut Ui, scene: &Scene<'_>, item: &Item) {
    let state = state_word(scene.words, item);
    match item.state {
        EntryState::Planned if asks(scene, item) => {
            ui.add(Pill::new(&scene.words.get("how-did-it-go")).icon(icons::QUESTION));
        }
        EntryState::Planned => {}
        EntryState::Done => drop(ui.add(Pill::new(&state).icon(icons::DONE).tone(Tone::Accent))),
        EntryState::Dropped => drop(ui.add(Pill::new(&state).icon(icons::NOTHING))),
    }
    if item.priority != Priority::Other {
        let look = priority_look(item.priority);
        ui.add(Pill::priority(look, &look.word(scene.words)));
    }
}
