//! A period of the plan that ends: ten minutes in which one looks back at it, by three questions.

use chrono::{Datelike as _, NaiveDate};
use egui::{Key, Modifiers, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{LookedBack, PlanLevel};

use super::question::{Ending, EveningView, later};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, space};
use crate::widgets::{Button, Card, Field, icon, soft, text};

/// The answers while they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodForm {
    /// The first day of the period that they are about.
    pub from: Option<NaiveDate>,
    /// The answers.
    pub answers: LookedBack,
}

impl Form for PeriodForm {
    const KIND: FormKind = FormKind::LookBack;
}

/// The three questions, with the message of each.
const QUESTIONS: [&str; 3] = ["evening-period-did", "evening-period-keeps", "evening-period-changes"];

const fn key_word(level: PlanLevel) -> &'static str {
    match level {
        PlanLevel::Year => "year",
        PlanLevel::ThreeMonths => "three-months",
        _ => "month",
    }
}

fn parts(answers: &mut LookedBack) -> [&mut String; 3] {
    [&mut answers.did, &mut answers.keeps, &mut answers.changes]
}

/// A card for each period that ends. `open` is the one whose questions are being answered.
pub fn ending_cards(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, open: &mut Option<PlanLevel>) {
    for ending in &view.ending {
        ending_card(ui, scene, view, ending, open);
    }
}

fn ending_card(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, ending: &Ending, open: &mut Option<PlanLevel>) {
    let key = FormKey::about(FormKind::LookBack, key_word(ending.level));
    if scene.was_saved(&key) {
        *open = None;
    }
    let tokens = Tokens::of(ui);
    let (title, about) = said(scene, view, ending);
    let answers = scene.words.get(if ending.kept == LookedBack::default() { "evening-period-answer" } else { "edit" });
    ui.push_id(("period", key_word(ending.level)), |ui| {
        Card::new().show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                icon(ui, icons::PLAN, IconSize::Large, tokens.accent);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = space::XXS;
                    text(ui, &title, TextSize::Heading, tokens.ink);
                    soft(ui, &about);
                });
            });
            if *open == Some(ending.level) {
                questions(ui, scene, ending, key);
                return;
            }
            kept(ui, scene, &ending.kept);
            if ui.add(Button::accent(&answers).icon(icons::EDIT)).clicked() {
                *open = Some(ending.level);
            }
        });
    });
}

/// How a period ends, in words, and what is offered.
fn said(scene: &Scene<'_>, view: &EveningView, ending: &Ending) -> (String, String) {
    let left = (*ending.days.end() - view.on).num_days();
    let values = [("left", left.into())];
    let title = match ending.level {
        PlanLevel::Year => {
            let year = i64::from(ending.days.start().year()).to_string();
            scene.words.with("evening-ending-year", &[("year", year.into())])
        }
        PlanLevel::ThreeMonths => scene.words.with("evening-ending-three-months", &values),
        _ => scene.words.with("evening-ending-month", &values),
    };
    let about = if ending.level == PlanLevel::Year {
        scene.words.get("evening-ending-text-year")
    } else {
        let date = scene.formats.date_day_month(later(*ending.days.end(), 1));
        scene.words.with("evening-ending-text", &[("date", date.into())])
    };
    (title, about)
}

/// What was answered, quietly.
fn kept(ui: &mut Ui, scene: &Scene<'_>, kept: &LookedBack) {
    let tokens = Tokens::of(ui);
    for (question, answer) in QUESTIONS.into_iter().zip([&kept.did, &kept.keeps, &kept.changes]) {
        if !answer.is_empty() {
            soft(ui, &scene.words.get(question));
            text(ui, answer, TextSize::Body, tokens.ink);
        }
    }
}

fn questions(ui: &mut Ui, scene: &mut Scene<'_>, ending: &Ending, key: FormKey) {
    let from = *ending.days.start();
    let begun = PeriodForm { from: Some(from), answers: ending.kept.clone() };
    let labels = QUESTIONS.map(|question| scene.words.get(question));
    let form = scene.form(&key, || begun.clone());
    if form.from != Some(from) {
        // What was begun about another period is not an answer about this one.
        form.clone_from(&begun);
    }
    let mut committed = false;
    for (label, answer) in labels.iter().zip(parts(&mut form.answers)) {
        let shown = Field::new(label, answer).rows(2).width(ui.available_width()).show(ui);
        committed |= shown.committed;
    }
    let answers = form.answers.clone();
    committed |= ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let save = scene.words.get("save");
    if ui.add(Button::primary(&save).keys("Ctrl Enter")).clicked() || committed {
        scene.save(key, Command::LookBack { level: ending.level, from, answers });
    }
}
