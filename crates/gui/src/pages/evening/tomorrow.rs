//! Tomorrow: what stands there, beside every step; and the last step, which adds what is missing.

use egui::Ui;
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind, ReviewState, When};
use sponsor_core::query::Item;

use super::happened::EveningLineForm;
use super::question::{EveningView, later};
use crate::app::{FormKey, FormKind, Page, Place, Scene};
use crate::icons;
use crate::pages::today::decide::move_or_drop;
use crate::pages::today::item::{Hour, cell, item_detail, item_icon, item_row};
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, Field, entry_title, icon, key_cap, row, soft, text};

/// The card of tomorrow at the right, with the button that ends the review.
pub fn tomorrow_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, last: bool) {
    let title = scene.words.get("evening-tomorrow");
    let note = scene.formats.date_weekday_long(later(scene.today, 1));
    Card::new().title(&title).note(&note).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.tomorrow.is_empty() {
            soft(ui, &scene.words.get("evening-tomorrow-empty"));
        }
        for (index, item) in view.tomorrow.iter().enumerate() {
            slim_row(ui, scene, index, item);
        }
        let busy: u32 = view.tomorrow.iter().filter_map(|item| item.when.minutes()).sum();
        if busy > 0 {
            ui.add_space(space::S);
            let words = format!("{}: {}", scene.words.get("evening-busy"), scene.formats.duration(busy));
            soft(ui, &words);
        }
        ui.add_space(space::M);
        done_button(ui, scene, last);
    });
}

fn slim_row(ui: &mut Ui, scene: &Scene<'_>, index: usize, item: &Item) {
    let tokens = Tokens::of(ui);
    let detail = item_detail(scene.words, item);
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
                text(ui, &detail, TextSize::Soft, tokens.soft);
            }
        });
    });
}

/// «Готово»: the evening is held; Today shows the evenings in a row. Before the last step it is quiet, for there one
/// goes on.
fn done_button(ui: &mut Ui, scene: &mut Scene<'_>, last: bool) {
    let words = scene.words.get("done");
    let width = ui.available_width();
    let button = if last { Button::primary(&words) } else { Button::plain(&words) };
    if ui.add(button.icon(icons::DONE).width(width)).clicked() {
        end(scene, ReviewState::Done);
    }
}

/// Ends the review and goes back to Today.
pub fn end(scene: &mut Scene<'_>, state: ReviewState) {
    scene.run(Command::HoldEvening { on: scene.today, state });
    scene.go(Place::Page(Page::Today));
}

/// The last step: tomorrow in order, and a line for what is missing.
pub fn tomorrow_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
    let title = scene.words.get("evening-tomorrow-title");
    Card::new().edged().title(&title).show(ui, |ui| {
        soft(ui, &scene.words.get("evening-tomorrow-text"));
        add_line(ui, scene);
    });
    if view.tomorrow.is_empty() {
        return;
    }
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in view.tomorrow.iter().enumerate() {
            item_row(ui, scene, index, item, Hour::OfDay, |ui, scene| move_or_drop(ui, scene, item, true));
        }
    });
}

fn add_line(ui: &mut Ui, scene: &mut Scene<'_>) {
    let key = FormKey::about(FormKind::EveningLine, "tomorrow");
    let (label, hint) = (scene.words.get("evening-add-tomorrow"), scene.words.get("evening-add-tomorrow-hint"));
    let form = scene.form(&key, EveningLineForm::default);
    let field = ui
        .horizontal(|ui| {
            let room = ui.available_width() - 60.0;
            let field = Field::new(&label, &mut form.text).hint(&hint).icon(icons::ADD).hide_label().width(room);
            let field = field.show(ui);
            key_cap(ui, "Enter");
            field
        })
        .inner;
    let typed = form.text.trim().to_owned();
    if field.committed && !typed.is_empty() {
        let when = When::day(later(scene.today, 1));
        let task = Entry::new(scene.new_entry(), EntryKind::Task, &typed, when, scene.now.local);
        scene.save(key, Command::AddEntry(Box::new(task)));
        field.response.request_focus();
    }
}
