//! What was not done: carried over to this period or let go, row by row; what it changes is said before. And a period that
//! is planned as the one before.

use std::collections::BTreeSet;

use egui::Ui;
use sponsor_core::command::{Command, PlanDecision, PlannedDay};
use sponsor_core::model::PlanAction;
use sponsor_core::query::{as_before, carried_days};

use super::ask::PlanAnswer;
use super::say::{level_key, plan_name};
use super::typing::changes_words;
use crate::app::{FormKey, FormKind, Scene};
use crate::icons;
use crate::pages::today::progress::plan_icon;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, Segmented, hairline, icon, modal, row, soft, split, text};

/// What becomes of that which was not done; `dropped` are the rows that are let go. Tells whether it should close.
pub(super) fn left_modal(
    ui: &Ui,
    scene: &mut Scene<'_>,
    answer: &PlanAnswer,
    dropped: &mut BTreeSet<PlanAction>,
) -> bool {
    let key = FormKey::about(
        FormKind::PlanLeft,
        format!("{}/{:?} {}", answer.person, answer.before.level, answer.before.days.start()),
    );
    if scene.was_saved(&key) {
        return true;
    }
    let words = scene.words;
    let (title, close) = (words.get("plan-left-title"), words.get("close"));
    let left = answer.before.left();
    let shown = modal(ui.ctx(), "plan left", &title, &close, 560.0, |ui| {
        soft(ui, &words.get("plan-left-about"));
        ui.add_space(space::S);
        for (index, (action, count)) in left.iter().enumerate() {
            left_row(ui, scene, index, action, *count, dropped);
        }
        hairline(ui);
        ui.add_space(space::S);
        let (carried, let_go): (Vec<_>, Vec<_>) = left.iter().cloned().partition(|(row, _)| !dropped.contains(row));
        let days = carried_days(&answer.now, &carried, answer.today);
        let said = if carried.is_empty() {
            words.get("plan-left-all-dropped")
        } else {
            let row = words.get(&format!("{}-sum", level_key(answer.now.level)));
            changes_words(scene, &days, &row, |day| planned(answer, day))
        };
        text(ui, &said, TextSize::Medium, Tokens::of(ui).accent);
        ui.add_space(space::M);
        let (saved, cancelled) = decide_buttons(ui, scene, "plan-left-decide");
        if saved {
            let decision = PlanDecision {
                person: answer.person,
                level: answer.before.level,
                from: *answer.before.days.start(),
                carried,
                dropped: let_go,
                days,
            };
            scene.save(key.clone(), Command::DecidePlan(Box::new(decision)));
        }
        cancelled
    });
    shown.closed || shown.inner
}

fn planned(answer: &PlanAnswer, day: &PlannedDay) -> u32 {
    let days = answer.now.days_of(&day.action);
    days.iter().find(|one| one.on == day.on).map_or(0, |one| one.planned)
}

fn left_row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    index: usize,
    action: &PlanAction,
    count: u32,
    dropped: &mut BTreeSet<PlanAction>,
) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let name = plan_name(words, action);
    let (carry, drop) = (words.get("plan-carry"), words.get("drop"));
    let mut goes = dropped.contains(action);
    row(ui, index, 46.0, |ui| {
        split(
            ui,
            46.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                icon(ui, plan_icon(action), IconSize::Regular, tokens.soft);
                text(ui, &name, TextSize::Body, tokens.ink);
                text(ui, &scene.formats.integer(count), TextSize::TabularStrong, tokens.ink);
            },
            |ui| {
                let switch = words.with("plan-left-of", &[("row", name.as_str().into())]);
                Segmented::new(&switch, &mut goes).option(false, &carry).option(true, &drop).show(ui);
            },
        );
    });
    if goes {
        dropped.insert(action.clone());
    } else {
        dropped.remove(action);
    }
}

/// Plans the period as the one before; what it changes is said before. Tells whether it should close.
pub(super) fn as_before_modal(ui: &Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) -> bool {
    let words = scene.words;
    let (title, close) = (words.get("plan-as-before"), words.get("close"));
    let days = as_before(&answer.now, &answer.before, answer.today);
    let row = words.get(&format!("{}-sum", level_key(answer.now.level)));
    let mut done = false;
    let shown = modal(ui.ctx(), "plan as before", &title, &close, 480.0, |ui| {
        soft(ui, &words.get("plan-as-before-about"));
        ui.add_space(space::S);
        text(
            ui,
            &changes_words(scene, &days, &row, |day| planned(answer, day)),
            TextSize::Medium,
            Tokens::of(ui).accent,
        );
        ui.add_space(space::M);
        let (saved, cancelled) = decide_buttons(ui, scene, "plan-as-before-do");
        if saved && !days.is_empty() {
            scene.run(Command::PlanDays { person: answer.person, counts: days.clone() });
        }
        done = saved;
        cancelled
    });
    shown.closed || shown.inner || done
}

fn decide_buttons(ui: &mut Ui, scene: &Scene<'_>, key: &str) -> (bool, bool) {
    let (does, cancel) = (scene.words.get(key), scene.words.get("cancel"));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let saved = ui.add(Button::primary(&does).icon(icons::DONE).keys("↵")).clicked();
        (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    let (saved, cancelled) = split(ui, height::BUTTON, |_| (), right).1;
    let focused = ui.memory(|memory| memory.focused().is_some());
    let entered = !focused && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    (saved || entered, cancelled)
}
