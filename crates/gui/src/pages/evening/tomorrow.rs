//! Tomorrow: what stands there, beside every step; and the last step, which adds what is missing.

use egui::{CornerRadius, Sense, Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::{PlanLevel, ReviewState, When};
use sponsor_core::query::Item;

use super::hours::hours_column;
use super::line::{About, evening_line};
use super::place::place_key;
use super::question::EveningView;
use super::suggest::{Suggestion, plan_pills, suggestions, suggestions_card};
use crate::app::{Action, LineLook, Page, Place, Purpose, Scene};
use crate::icons;
use crate::pages::today::decide::move_or_drop;
use crate::pages::today::item::{Hour, cell, item_detail, item_icon, item_row};
use crate::theme::{IconSize, TextSize, Tokens, radius, space};
use crate::widgets::{Banner, Button, Card, Tone, entry_title, icon, row, soft, split, text};

/// The hours of the bar of what is taken.
const BAR_FROM: u32 = 8;
const BAR_UNTIL: u32 = 20;

/// The card of tomorrow at the right, with the button that ends the review.
pub fn tomorrow_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, last: bool) {
    let title = super::steps::Step::Tomorrow.name(scene, view);
    let note = scene.formats.date_weekday_long(view.next);
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.tomorrow.is_empty() {
            soft(ui, &scene.words.get("evening-tomorrow-empty"));
        }
        let (timed, whole): (Vec<_>, Vec<_>) = view.tomorrow.iter().partition(|item| item.when.time().is_some());
        if last {
            let suggested = suggestions(view);
            ui.add_space(space::S);
            if let Some((number, when)) = hours_column(ui, scene, view, &suggested) {
                take(scene, &suggested, number, when);
            }
        } else {
            for (index, item) in timed.iter().enumerate() {
                slim_row(ui, scene, view, index, item);
            }
        }
        if !whole.is_empty() {
            ui.add_space(space::S);
            soft(ui, &scene.words.get("today-all-day"));
            for (index, item) in whole.iter().enumerate() {
                slim_row(ui, scene, view, index, item);
            }
        }
        busy(ui, scene, view);
        ui.add_space(space::M);
        if !last {
            plan_pills(ui, scene, view);
        }
        print_button(ui, scene, view);
        ui.add_space(space::S);
        done_button(ui, scene, view, last);
    });
}

fn take(scene: &mut Scene<'_>, suggested: &[Suggestion], number: usize, when: When) {
    if let Some(one) = suggested.get(number) {
        let command = one.take(scene, when);
        scene.run(command);
    }
}

fn slim_row(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, index: usize, item: &Item) {
    let tokens = Tokens::of(ui);
    let overlaps = view.overlapping(item).next().map(|other| {
        let values = [("title", other.title.as_str().into())];
        scene.words.with("evening-overlap", &values)
    });
    let (detail, colour) = match overlaps {
        Some(words) => (words, tokens.important),
        None => (item_detail(scene.words, item), tokens.soft),
    };
    let tall = if detail.is_empty() { 34.0 } else { 48.0 };
    row(ui, index, tall, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        cell(ui, 42.0, |ui| match item.when.time() {
            Some(time) => drop(text(ui, &scene.formats.time(time), TextSize::Tabular, tokens.soft)),
            None => icon(ui, icons::ALL_DAY, IconSize::Regular, tokens.soft),
        });
        cell(ui, 20.0, |ui| icon(ui, item_icon(item), IconSize::Regular, tokens.accent));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(((tall - if detail.is_empty() { 20.0 } else { 38.0 }) / 2.0).max(0.0));
            entry_title(ui, &item.title, &item.people, TextSize::Strong, tokens.ink);
            if !detail.is_empty() {
                text(ui, &detail, TextSize::Soft, colour);
            }
        });
    });
}

/// How much of the day is taken: in words, and as a bar of its hours.
fn busy(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
    let busy: u32 = view.tomorrow.iter().filter_map(|item| item.when.minutes()).sum();
    if busy == 0 {
        return;
    }
    let tokens = Tokens::of(ui);
    ui.add_space(space::S);
    let (words, hours) = (scene.words.get("evening-busy"), scene.formats.duration(busy));
    split(
        ui,
        22.0,
        |ui| text(ui, &words, TextSize::Body, tokens.ink),
        |ui| text(ui, &hours, TextSize::Strong, tokens.ink),
    );
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    let corner = CornerRadius::same(radius::BAR);
    ui.painter().rect_filled(bar, corner, tokens.other_soft);
    #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
    let at = |minute: u32| {
        let within = minute.clamp(BAR_FROM * 60, BAR_UNTIL * 60) - BAR_FROM * 60;
        bar.left() + bar.width() * within as f32 / ((BAR_UNTIL - BAR_FROM) * 60) as f32
    };
    for item in &view.tomorrow {
        let (Some(time), Some(minutes)) = (item.when.time(), item.when.minutes()) else { continue };
        let start = chrono::Timelike::hour(&time) * 60 + chrono::Timelike::minute(&time);
        let taken = egui::Rect::from_x_y_ranges(at(start)..=at(start + minutes), bar.y_range());
        if taken.width() > 0.0 {
            ui.painter().rect_filled(taken, corner, tokens.accent);
        }
    }
}

fn print_button(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
    let words = scene.words.get("evening-print");
    let width = ui.available_width();
    if ui.add(Button::plain(&words).icon(icons::PRINT).width(width)).clicked() {
        scene.act(Action::Print(Purpose::SaveTomorrow(view.next)));
    }
}

/// «Готово»: the evening is held; Today shows the evenings in a row. Before the last step it is quiet, for there one
/// goes on.
fn done_button(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, last: bool) {
    let words = scene.words.get("done");
    let width = ui.available_width();
    let button = if last { Button::primary(&words).keys("Enter") } else { Button::plain(&words) };
    if ui.add(button.icon(icons::DONE).width(width)).clicked() {
        end(scene, view.on, ReviewState::Done);
    }
}

/// Ends the review of a day and goes back to Today; the next one begins at its beginning.
pub fn end(scene: &mut Scene<'_>, on: chrono::NaiveDate, state: ReviewState) {
    scene.run(Command::HoldEvening { on, state });
    scene.act(Action::Forget(place_key()));
    scene.go(Place::Page(Page::Today));
}

/// The last step: a line for what is missing, what is suggested, the day in order.
pub fn tomorrow_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
    ending_soon(ui, scene, view);
    let title = scene.words.get("evening-tomorrow-title");
    Card::new().edged().title(&title).show(ui, |ui| {
        soft(ui, &scene.words.get("evening-tomorrow-text"));
        add_line(ui, scene, view);
    });
    let suggested = suggestions(view);
    if let Some(number) = suggestions_card(ui, scene, view, &suggested) {
        take(scene, &suggested, number, When::day(view.target));
    }
    if view.tomorrow.is_empty() {
        return;
    }
    let title = scene.words.get("evening-fixed");
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in view.tomorrow.iter().enumerate() {
            item_row(ui, scene, index, item, Hour::OfDay, |ui, scene| move_or_drop(ui, scene, item, true));
        }
    });
}

/// A gentle word in the last evenings of a month and of three months.
fn ending_soon(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
    for (level, days) in &view.ending {
        let left = (*days.end() - view.on).num_days();
        let key = match level {
            PlanLevel::ThreeMonths => "evening-ending-three-months",
            _ => "evening-ending-month",
        };
        let date = scene.formats.date_day_month(super::question::later(*days.end(), 1));
        let title = scene.words.with(key, &[("left", left.into())]);
        let text = scene.words.with("evening-ending-text", &[("date", date.into())]);
        Banner::new(&title).text(&text).icon(icons::PLAN).tone(Tone::Accent).show(ui, |_| {});
    }
}

fn add_line(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
    let (label, hint) = (scene.words.get("evening-add-tomorrow"), scene.words.get("evening-add-tomorrow-hint"));
    let id = egui::Id::unique("evening tomorrow line");
    let look = LineLook { id, label: &label, hint: &hint, icon: icons::ADD };
    evening_line(ui, scene, About::Comes(view.target), &look);
}
