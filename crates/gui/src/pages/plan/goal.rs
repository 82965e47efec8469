//! The goal of the year: one, clear, and what it means.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Goal, GoalState, PersonId, PlanLevel};

use super::ask::PlanAnswer;
use crate::app::{Form, FormKey, FormKind, Scene, older_draft};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, Card, Field, date_field, icon, modal, soft, split, text};

/// From this width on the dates of the goal stand beside it.
const DATES_FROM: f32 = 780.0;

/// What is typed of the goal of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanGoalForm {
    /// What.
    pub what: String,
    /// By when; may be empty.
    pub until: String,
    /// What it means; may be empty.
    pub why: String,
}

impl Form for PlanGoalForm {
    const KIND: FormKind = FormKind::PlanGoal;
}

/// Paints the goal; tells whether it is to be written or changed.
pub(super) fn goal_card(ui: &mut Ui, scene: &Scene<'_>, answer: &PlanAnswer) -> bool {
    let words = scene.words;
    let label = if answer.mine {
        words.get("plan-my-goal")
    } else {
        words.with("plan-goal-of", &[("name", answer.name.as_str().into())])
    };
    let goal = answer.now.goal.as_ref();
    let (does, name) = match goal {
        Some(_) => (words.get("edit"), format!("{}: {label}", words.get("edit"))),
        None => (words.get("plan-write-goal"), words.get("plan-write-goal")),
    };
    let tokens = Tokens::of(ui);
    let mut pressed = false;
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        split(
            ui,
            44.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                icon(ui, icons::GOAL, IconSize::Large, tokens.accent);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    text(ui, &label, TextSize::Soft, tokens.soft);
                    match goal {
                        Some(goal) => text(ui, &goal.what, TextSize::Heading, tokens.ink),
                        None => text(ui, &words.get("plan-no-goal"), TextSize::Body, tokens.soft),
                    };
                });
            },
            |ui| {
                pressed = ui.add(Button::link(&does).name(&name).small()).clicked();
                if let Some(goal) = goal.filter(|_| ui.available_width() > DATES_FROM) {
                    ui.add_space(space::M);
                    soft(ui, &dates(scene, goal));
                }
            },
        );
        // What it means belongs to the year; elsewhere the goal alone is enough.
        if let Some(goal) = goal.filter(|goal| answer.now.level == PlanLevel::Year && !goal.why.is_empty()) {
            ui.horizontal(|ui| {
                ui.add_space(IconSize::Large.size() + space::L);
                text(ui, &goal.why, TextSize::Body, tokens.ink);
            });
        }
    });
    pressed
}

fn dates(scene: &Scene<'_>, goal: &Goal) -> String {
    let (words, formats) = (scene.words, scene.formats);
    let agreed = words.with("plan-goal-written", &[("date", formats.date_long(goal.agreed).into())]);
    match goal.until {
        Some(until) => {
            let until = words.with("structure-goal-until", &[("date", formats.date_long(until).into())]);
            format!("{until} · {agreed}")
        }
        None => agreed,
    }
}

/// The form of the goal; tells whether it should close.
pub(super) fn goal_modal(ui: &Ui, scene: &mut Scene<'_>, answer: &PlanAnswer, fresh: &mut bool) -> bool {
    let key = key(answer.person);
    if scene.was_saved(&key) {
        return true;
    }
    let goal = answer.now.goal.as_ref();
    let begin = || begin(goal);
    let mut form = scene.form(&key, begin).clone();
    let words = scene.words;
    let (title, close) = (words.get("plan-goal-title"), words.get("close"));
    let id = Id::unique("what of the goal of a plan");
    let shown = modal(ui.ctx(), "plan goal", &title, &close, 520.0, |ui| {
        soft(ui, &words.get("plan-goal-about"));
        ui.add_space(space::S);
        if older_draft(ui, scene, &key, (id, form.what.as_str())).start_over {
            form = begin();
        }
        let [what, hint, until, why, why_hint] =
            ["plan-goal-what", "plan-goal-hint", "structure-goal-by", "plan-goal-why", "plan-goal-why-hint"]
                .map(|key| words.get(key));
        let mut entered = Field::new(&what, &mut form.what).hint(&hint).id(id).show(ui).committed;
        entered |= Field::new(&why, &mut form.why).hint(&why_hint).rows(2).show(ui).committed;
        entered |= date_field(ui, words, Field::new(&until, &mut form.until), scene.now.date()).field.committed;
        ui.add_space(space::M);
        let (saved, cancelled) = buttons(ui, scene);
        (entered | saved, cancelled)
    });
    if *fresh {
        ui.memory_mut(|memory| memory.request_focus(id));
        *fresh = false;
    }
    *scene.form(&key, begin) = form.clone();
    let (entered, cancelled) = shown.inner;
    if entered {
        let form = scene.drafts.rebased(&key, &form, &begin());
        save(scene, key, answer.person, goal, &form);
    }
    shown.closed || cancelled
}

fn key(person: PersonId) -> FormKey {
    FormKey::about(FormKind::PlanGoal, person)
}

fn begin(goal: Option<&Goal>) -> PlanGoalForm {
    let Some(goal) = goal else { return PlanGoalForm::default() };
    PlanGoalForm {
        what: goal.what.clone(),
        until: goal.until.map(Formats::date_typed).unwrap_or_default(),
        why: goal.why.clone(),
    }
}

fn save(scene: &mut Scene<'_>, key: FormKey, person: PersonId, goal: Option<&Goal>, form: &PlanGoalForm) {
    let today = scene.now.date();
    let until = parse::date(&form.until, today);
    let dated = until.is_some() || form.until.trim().is_empty();
    if !dated || form.what.trim().is_empty() {
        return;
    }
    let goal = Goal {
        id: goal.map_or_else(|| scene.new_goal(), |goal| goal.id),
        person,
        what: form.what.trim().to_owned(),
        until,
        why: form.why.trim().to_owned(),
        agreed: goal.map_or(today, |goal| goal.agreed),
        state: GoalState::Open,
        decided: None,
    };
    scene.save(key, Command::SetGoal(Box::new(goal)));
}

/// Save and Cancel at the foot of a form of the plan.
pub(super) fn buttons(ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
    let (save, cancel) = (scene.words.get("save"), scene.words.get("cancel"));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let saved = ui.add(Button::primary(&save).icon(icons::SAVE).keys("↵")).clicked();
        (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    split(ui, height::BUTTON, |_| (), right).1
}
