//! Tomorrow: what stands there, beside every step; and the last step, which adds what is missing.

use egui::{CornerRadius, Sense, Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::{PlanLevel, ReviewState, When};
use sponsor_core::query::Item;

use super::hours::{UNSAID, hours_column};
use super::line::{About, coming_line_id, evening_line};
use super::period::ending_cards;
use super::place::place_key;
use super::print::print_buttons;
use super::question::EveningView;
use super::suggest::{Suggestion, plan_pills, suggestions, suggestions_card};
use crate::app::{Action, LineLook, Page, Place, Scene};
use crate::icons;
use crate::pages::today::decide::move_or_drop;
use crate::pages::today::item::{Hour, cell, item_detail, item_icon, item_row};
use crate::theme::{IconSize, TextSize, Tokens, radius, space};
use crate::widgets::{Button, Card, entry_title, icon, row, soft, split, text};
use crate::works::DayParts;

/// The hours of the bar of what is taken.
const BAR_FROM: u32 = 8;
const BAR_UNTIL: u32 = 20;

/// The card of tomorrow at the right, with the button that ends the review.
pub fn tomorrow_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, last: bool, parts: &mut DayParts) {
    let title = super::steps::Step::Tomorrow.name(scene, view);
    let note = scene.formats.date_weekday_long(view.next);
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.tomorrow.is_empty() {
            soft(ui, &scene.words.get("evening-tomorrow-empty"));
        } else if !view.added.is_empty() {
            soft(ui, &scene.words.get("evening-added-tinted"));
            ui.add_space(space::XS);
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
        print_buttons(ui, scene, view, parts);
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
    let with = view.overlapping(item).next();
    let (detail, colour) = match with {
        Some(other) => (overlap_words(scene, item, other), tokens.important),
        None => (item_detail(scene.words, item), tokens.soft),
    };
    let added = view.is_added(item);
    let tall = if detail.is_empty() { 34.0 } else { 48.0 };
    row(ui, index, tall, |ui| {
        if added {
            tint(ui, scene, item);
        }
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
                let shown = text(ui, &detail, TextSize::Soft, colour);
                if let Some(other) = with {
                    shown.on_hover_text(other.title.as_str());
                }
            }
        });
    });
}

/// Until when an item overlaps with another one.
fn overlap_words(scene: &Scene<'_>, item: &Item, other: &Item) -> String {
    let ends = [item, other].into_iter().filter_map(|one| {
        let end = one.when.end()?;
        Some(if one.when.minutes().is_some() { end } else { end + chrono::TimeDelta::minutes(UNSAID.into()) })
    });
    let time = ends.min().map(|end| scene.formats.time(end.time())).unwrap_or_default();
    scene.words.with("evening-overlap", &[("time", time.into())])
}

/// The ground of what was put into the day this evening.
fn tint(ui: &Ui, scene: &Scene<'_>, item: &Item) {
    let rect = ui.max_rect().expand2(vec2(space::S, -1.0));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), Tokens::of(ui).accent_soft);
    let said = added_words(scene, &item.title);
    let response = ui.interact(rect, ui.scope_id().with(("added", item.id, item.instance)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
}

/// How it is read aloud that something was put into the day this evening.
pub(super) fn added_words(scene: &Scene<'_>, title: &str) -> String {
    scene.words.with("evening-added", &[("title", title.into())])
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

/// The last step: a line for what is missing, what is suggested, the day in order. `period` is the period at which one
/// looks back.
pub fn tomorrow_step(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    view: &EveningView,
    who: &mut bool,
    period: &mut Option<PlanLevel>,
) {
    ending_cards(ui, scene, view, period);
    let past = view.on < scene.today;
    let (title, about) = if past {
        ("evening-next-title", "evening-next-text")
    } else {
        ("evening-tomorrow-title", "evening-tomorrow-text")
    };
    let title = scene.words.get(title);
    Card::new().edged().title(&title).show(ui, |ui| {
        soft(ui, &scene.words.get(about));
        add_line(ui, scene, view, who);
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

fn add_line(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, who: &mut bool) {
    let (label, hint) = (scene.words.get("evening-add-tomorrow"), scene.words.get("evening-add-tomorrow-hint"));
    let look = LineLook { id: coming_line_id(), label: &label, hint: &hint, icon: icons::ADD };
    let (_, left) = evening_line(ui, scene, About::Comes(view.target), &look, who);
    if left {
        // The Enter that leaves the empty line does not end the review yet.
        ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    }
}
