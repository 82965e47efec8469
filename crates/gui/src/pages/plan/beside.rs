//! What stands beside the table: the period before and the longer ones around it, what is known of a partner, and, once,
//! why points are not planned.

use egui::{Rect, Sense, Stroke, Ui, pos2, vec2};
use sponsor_core::model::PlanLevel;
use sponsor_core::query::{PlanLine, PlanView};

use super::ask::PlanAnswer;
use super::say::{
    capital, count_words, level_key, pace_words, period_short, period_words, plan_name, running_words, source_words,
};
use super::{Open, Wish};
use crate::app::{Page, Place, Scene, shown_pages};
use crate::pages::today::press::press;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Card, hairline, heading, progress_bar, soft, split, text, text_cut};
use crate::words::Words;

/// Paints the column; gives what a person wished for.
pub(super) fn beside(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) -> Option<Wish> {
    ui.spacing_mut().item_spacing.y = space::L;
    let mut wish = before_card(ui, scene, answer);
    for view in &answer.around {
        wish = around_card(ui, scene, answer, view).or(wish);
    }
    outcomes_card(ui, scene);
    wish
}

fn rows_of(view: &PlanView) -> Vec<&PlanLine> {
    view.rows.iter().filter(|line| line.planned > 0 || line.done.is_some_and(|done| done > 0)).collect()
}

/// The same period before, each row with what was planned and done; what is left is decided here.
fn before_card(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) -> Option<Wish> {
    let words = scene.words;
    let view = &answer.before;
    let title = words.get(&format!("{}-before", level_key(view.level)));
    let note = period_short(scene.formats, view.level, &view.days);
    let rows = rows_of(view);
    let mut wish = None;
    Card::new().show(ui, |ui| {
        titled(ui, &title, &note);
        ui.spacing_mut().item_spacing.y = space::XXS;
        if rows.is_empty() {
            soft(ui, &words.get("plan-before-empty"));
        }
        for line in rows {
            wish = plain_row(ui, scene, view, line).or(wish.take());
        }
        // It is decided once the period is over, and only what is known.
        let over = *view.days.end() < answer.today;
        if over && !view.left().is_empty() {
            ui.add_space(space::XS);
            hairline(ui);
            ui.add_space(space::XS);
            if view.decided {
                soft(ui, &words.get("plan-left-decided"));
            } else {
                let decide = words.get("plan-decide-left");
                if ui.add(Button::link(&decide).small()).clicked() {
                    wish = Some(Wish::Open(Open::Left));
                }
            }
        }
    });
    wish
}

/// The heading of a card with a quiet note at its right; below it where there is no room.
fn titled(ui: &mut Ui, title: &str, note: &str) {
    let tokens = Tokens::of(ui);
    let wide =
        |words: &str, size: TextSize| ui.painter().layout_no_wrap(words.to_owned(), size.font(), tokens.ink).size().x;
    let beside = wide(title, TextSize::Heading) + wide(note, TextSize::Soft) + space::M <= ui.available_width();
    if beside {
        split(ui, TextSize::Heading.line_height() + space::XXS, |ui| heading(ui, title), |ui| soft(ui, note));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    heading(ui, title);
    soft(ui, note);
    ui.add_space(space::S);
}

/// What a row says at its right: unknown is said alone, so that the name keeps its room.
fn side_words(words: &Words, line: &PlanLine) -> String {
    if line.done.is_none() { words.get("unknown-yet") } else { count_words(words, line.done, line.planned) }
}

fn opens(view: &PlanView, line: &PlanLine) -> Wish {
    let (from, to) = (*view.days.start(), *view.days.end());
    Wish::Open(Open::Behind { action: line.action.clone(), from, to })
}

fn plain_row(ui: &mut Ui, scene: &Scene<'_>, view: &PlanView, line: &PlanLine) -> Option<Wish> {
    let tokens = Tokens::of(ui);
    let name = plan_name(scene.words, &line.action);
    let counts = count_words(scene.words, line.done, line.planned);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let spoken = format!("{}, {name}: {counts}", period_words(scene.formats, view.level, &view.days));
    let pressed = press(ui, rect, ("plan before", &line.action), &spoken).clicked();
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        split(
            ui,
            24.0,
            |ui| text_cut(ui, &name, TextSize::Body, tokens.ink),
            |ui| text(ui, &side_words(scene.words, line), TextSize::Tabular, tokens.soft),
        );
    });
    pressed.then(|| opens(view, line))
}

/// A longer period around: each row with its bar, and a tick where today is in it.
fn around_card(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer, view: &PlanView) -> Option<Wish> {
    let words = scene.words;
    let title = match view.level {
        PlanLevel::ThreeMonths => words.get("plan-level-three-months"),
        PlanLevel::Month => capital(&period_short(scene.formats, view.level, &view.days)),
        PlanLevel::Week => capital(&scene.formats.week_of(*view.days.start())),
        _ => capital(&period_words(scene.formats, view.level, &view.days)),
    };
    let running = running_words(words, &view.days, answer.today).filter(|_| view.level != PlanLevel::ThreeMonths);
    let note = running.unwrap_or_else(|| period_short(scene.formats, view.level, &view.days));
    let rows = rows_of(view);
    let mut wish = None;
    Card::new().show(ui, |ui| {
        titled(ui, &title, &note);
        ui.spacing_mut().item_spacing.y = space::XS;
        if rows.is_empty() {
            soft(ui, &words.get("plan-around-empty"));
        }
        for line in rows {
            wish = bar_row(ui, scene, answer, view, line).or(wish.take());
        }
    });
    wish
}

fn bar_row(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer, view: &PlanView, line: &PlanLine) -> Option<Wish> {
    let tokens = Tokens::of(ui);
    let name = plan_name(scene.words, &line.action);
    let bar = line.done.is_some() && line.planned > 0;
    let tall = if bar { 34.0 } else { 24.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let pace = pace_words(scene.words, line, &view.days, answer.today);
    let spoken = format!("{}, {name}: {pace}", period_words(scene.formats, view.level, &view.days));
    let pressed = press(ui, rect, ("plan around", view.level, &line.action), &spoken).on_hover_text(&pace).clicked();
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        split(
            ui,
            22.0,
            |ui| text_cut(ui, &name, TextSize::Body, tokens.ink),
            |ui| {
                let colour = if line.done.is_some() { tokens.ink } else { tokens.soft };
                text(ui, &side_words(scene.words, line), TextSize::Tabular, colour)
            },
        );
        if let Some(done) = line.done.filter(|_| line.planned > 0) {
            let share = f64::from(done) / f64::from(line.planned);
            #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
            let bar = progress_bar(ui, share.min(1.0) as f32, ui.available_width(), &format!("{name}: {pace}"));
            tick(ui, bar.rect, answer, view);
        }
    });
    pressed.then(|| opens(view, line))
}

/// Where in the period today is.
fn tick(ui: &Ui, bar: Rect, answer: &PlanAnswer, view: &PlanView) {
    if !view.days.contains(&answer.today) {
        return;
    }
    let (gone, all) =
        ((answer.today - *view.days.start()).num_days() + 1, (*view.days.end() - *view.days.start()).num_days() + 1);
    #[expect(clippy::cast_precision_loss, reason = "days of a year")]
    let x = bar.left() + bar.width() * (gone as f32 / all as f32);
    let x = x.min(bar.right() - 1.0);
    let ink = Tokens::of(ui).ink;
    ui.painter().line_segment([pos2(x, bar.top() - 3.0), pos2(x, bar.bottom() + 3.0)], Stroke::new(2.0, ink));
}

/// Why nobody plans points, new users or rank; said once.
fn outcomes_card(ui: &mut Ui, scene: &mut Scene<'_>) {
    let mut figures = false;
    Card::new().show(ui, |ui| {
        soft(ui, &scene.words.get("plan-outcomes"));
        if shown_pages(scene.frame).contains(&Page::Figures) {
            figures = ui.add(Button::link(&scene.words.get("page-figures")).small()).clicked();
        }
    });
    if figures {
        scene.go(Place::Page(Page::Figures));
    }
}

/// From where it is known what a partner did, each source with its date; what is not known says so.
pub(super) fn known_card(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) {
    if answer.mine {
        return;
    }
    let words = scene.words;
    let title = words.get("plan-known");
    let note = words.get("plan-known-note");
    Card::new().title(&title).note(&note).show(ui, |ui| {
        let tokens = Tokens::of(ui);
        ui.spacing_mut().item_spacing.y = space::XS;
        for line in &answer.now.rows {
            let sources = source_words(words, scene.formats, line, answer);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let name = plan_name(words, &line.action);
                ui.allocate_ui(vec2(168.0, 20.0), |ui| {
                    ui.set_min_width(168.0);
                    text_cut(ui, &name, TextSize::Body, tokens.ink);
                });
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for source in sources {
                        text(ui, &source, TextSize::Body, tokens.soft);
                    }
                });
            });
        }
    });
}
