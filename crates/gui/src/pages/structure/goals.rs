//! The goals of a person: agreed between two people, never judged.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Goal, GoalState, PersonId};
use sponsor_core::query::PersonView;

use super::pane::{Pane, Typing, part_heading};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, Field, MenuItem, body, date_field, menu, soft, split, text};

/// What is typed of a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalForm {
    /// What, in their words.
    pub what: String,
    /// By when; may be empty.
    pub until: String,
    /// Why it matters; may be empty.
    pub why: String,
}

impl Form for GoalForm {
    const KIND: FormKind = FormKind::Goal;
}

fn key(person: PersonId, goal: Option<&Goal>) -> FormKey {
    match goal {
        Some(goal) => FormKey::about(FormKind::Goal, goal.id),
        None => FormKey::about(FormKind::Goal, format!("of/{person}")),
    }
}

/// Shows the open goals, and the one that is typed.
pub(super) fn goals(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, view: &PersonView) {
    let words = scene.words;
    let person = view.row.person.id;
    let title = words.get("structure-goal");
    let (does, name, typing) = match view.goals.first() {
        None => {
            let agree = words.get("structure-agree-goal");
            (agree.clone(), agree, Typing::NewGoal)
        }
        Some(goal) => {
            let edit = words.get("edit");
            (edit.clone(), format!("{edit}: {title}"), Typing::Goal(goal.id))
        }
    };
    if part_heading(ui, icons::GOAL, &title, &does, &name) {
        pane.turn(typing);
    }
    if pane.typing == Some(Typing::NewGoal) {
        write(ui, scene, pane, person, None);
    } else if view.goals.is_empty() {
        soft(ui, &words.get("structure-no-goal"));
    }
    for goal in &view.goals {
        if pane.typing == Some(Typing::Goal(goal.id)) {
            write(ui, scene, pane, person, Some(goal));
        } else {
            show(ui, scene, pane, goal);
        }
    }
    past(ui, scene, pane, &view.past_goals);
}

/// Goals that were reached or given up, each with the day; behind a link until they are asked for.
fn past(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, goals: &[Goal]) {
    let words = scene.words;
    if goals.is_empty() {
        return;
    }
    if !pane.past_goals {
        let words = words.with("structure-past-goals", &[("count", goals.len().into())]);
        pane.past_goals = ui.add(Button::link(&words).icon(icons::FROM_BEFORE).small()).clicked();
        return;
    }
    for goal in goals {
        let when = scene.formats.date_near(goal.decided.unwrap_or(goal.agreed), scene.now.date());
        let key =
            if goal.state == GoalState::Reached { "structure-goal-reached-on" } else { "structure-goal-dropped-on" };
        let state = words.with(key, &[("date", when.into())]);
        let again = words.with("structure-goal-again", &[("goal", goal.what.as_str().into())]);
        ui.push_id(goal.id, |ui| {
            split(
                ui,
                height::BUTTON_SMALL,
                |ui| text(ui, &goal.what, TextSize::Body, Tokens::of(ui).soft),
                |ui| {
                    if ui.add(Button::quiet_icon(icons::UNDO, &again).small()).clicked() {
                        let open = Goal { state: GoalState::Open, decided: None, ..goal.clone() };
                        scene.run(Command::SetGoal(Box::new(open)));
                    }
                },
            );
            soft(ui, &state);
        });
    }
}

fn show(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, goal: &Goal) {
    let words = scene.words;
    let until =
        goal.until.map(|until| words.with("structure-goal-until", &[("date", scene.formats.date_long(until).into())]));
    ui.push_id(goal.id, |ui| {
        body(ui, &goal.what);
        if !goal.why.is_empty() {
            soft(ui, &goal.why);
        }
        split(
            ui,
            height::BUTTON_SMALL,
            |ui| soft(ui, &until.unwrap_or_default()),
            |ui| {
                let name = words.with("structure-goal-more", &[("goal", goal.what.as_str().into())]);
                let button = ui.add(Button::quiet_icon(icons::MORE, &name).small());
                menu(&button, |ui| choices(ui, scene, pane, goal));
            },
        );
    });
}

fn choices(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, goal: &Goal) {
    let words = scene.words;
    let state = |state| Command::SetGoal(Box::new(Goal { state, ..goal.clone() }));
    if ui.add(MenuItem::new(&words.get("edit")).icon(icons::EDIT)).clicked() {
        pane.turn(Typing::Goal(goal.id));
    }
    if ui.add(MenuItem::new(&words.get("structure-agree-goal")).icon(icons::ADD)).clicked() {
        pane.turn(Typing::NewGoal);
    }
    if ui.add(MenuItem::new(&words.get("structure-goal-reached")).icon(icons::DONE)).clicked() {
        scene.run(state(GoalState::Reached));
    }
    if ui.add(MenuItem::new(&words.get("drop")).icon(icons::CLOSE)).clicked() {
        scene.run(state(GoalState::Dropped));
    }
    if ui.add(MenuItem::new(&words.get("delete")).icon(icons::DELETE).danger()).clicked() {
        scene.run(Command::DeleteGoal(goal.id));
    }
}

fn write(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, person: PersonId, goal: Option<&Goal>) {
    let key = key(person, goal);
    if scene.was_saved(&key) {
        pane.typing = None;
        return;
    }
    let words = scene.words;
    let today = scene.now.date();
    let begin = || begin(goal);
    let mut form = scene.form(&key, begin).clone();
    let id = Id::unique(("goal", &key.about));
    let hint = words.get("structure-goal-hint");
    let mut entered = false;
    let shown = ui.push_id(("goal form", &key.about), |ui| {
        let (what, until, why) =
            (words.get("structure-goal-what"), words.get("structure-goal-by"), words.get("structure-goal-why"));
        entered |= Field::new(&what, &mut form.what).hint(&hint).id(id).show(ui).committed;
        entered |= date_field(ui, words, Field::new(&until, &mut form.until), today).field.committed;
        entered |= Field::new(&why, &mut form.why).show(ui).committed;
        entered |= buttons(ui, scene, pane);
    });
    if pane.take_fresh() {
        ui.memory_mut(|memory| memory.request_focus(id));
        shown.response.scroll_to_me(None);
    }
    *scene.form(&key, begin) = form.clone();
    if entered && goal.is_some() {
        form = scene.drafts.rebased(&key, &form, &begin());
    }
    let until = parse::date(&form.until, today);
    let dated = until.is_some() || form.until.trim().is_empty();
    if entered && dated && !form.what.trim().is_empty() {
        let agreed = Goal {
            id: goal.map_or_else(|| scene.new_goal(), |goal| goal.id),
            person,
            what: form.what.trim().to_owned(),
            until,
            why: form.why.trim().to_owned(),
            agreed: goal.map_or(today, |goal| goal.agreed),
            state: goal.map_or(GoalState::Open, |goal| goal.state),
            decided: goal.and_then(|goal| goal.decided),
        };
        scene.save(key, Command::SetGoal(Box::new(agreed)));
    }
}

fn begin(goal: Option<&Goal>) -> GoalForm {
    let Some(goal) = goal else { return GoalForm::default() };
    GoalForm {
        what: goal.what.clone(),
        until: goal.until.map(Formats::date_typed).unwrap_or_default(),
        why: goal.why.clone(),
    }
}

/// Save and cancel below a form of the pane; tells whether it is to be saved.
pub(super) fn buttons(ui: &mut Ui, scene: &Scene<'_>, pane: &mut Pane) -> bool {
    let (save, cancel) = (scene.words.get("save"), scene.words.get("cancel"));
    let (saved, cancelled) = split(
        ui,
        height::BUTTON_SMALL,
        |_| (),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let saved = ui.add(Button::primary(&save).keys("↵").small()).clicked();
            (saved, ui.add(Button::quiet(&cancel).small()).clicked())
        },
    )
    .1;
    if cancelled {
        pane.typing = None;
    }
    saved
}

/// A quiet line of a list in the pane: when at the left, what beside it.
pub(super) fn dated_row(ui: &mut Ui, when: &str, what: &str) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.x = space::S;
    text(ui, when, TextSize::SoftTabular, tokens.soft);
    text(ui, what, TextSize::Body, tokens.ink);
}
