//! Numbers that are typed into cells of the plan: digits over a cell, what they would change, and the command.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sponsor_core::command::{Command, PlannedDay};
use sponsor_core::model::PlanAction;
use sponsor_core::query::proposal;

use super::ask::PlanAnswer;
use super::say::plan_name;
use crate::app::{Action, Form, FormKey, FormKind, Scene};

/// The longest number that a cell takes.
const MOST_DIGITS: usize = 5;

/// A cell of the table: a row, and a part of the period or all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellAt {
    /// The row.
    pub(super) action: PlanAction,
    /// The days.
    pub(super) days: RangeInclusive<NaiveDate>,
}

/// What is typed over a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCellForm {
    /// The digits.
    pub text: String,
}

impl Form for PlanCellForm {
    const KIND: FormKind = FormKind::PlanCell;
}

impl CellAt {
    fn key(&self, answer: &PlanAnswer) -> FormKey {
        let row = match &self.action {
            PlanAction::NewNames => "names".to_owned(),
            PlanAction::Action(action) => format!("{action:?}"),
        };
        let about = format!("{}/{} {} {row}", answer.person, self.days.start(), self.days.end());
        FormKey::about(FormKind::PlanCell, about)
    }

    /// Whether it is one day, so that nothing is spread.
    pub(super) fn is_day(&self) -> bool {
        self.days.start() == self.days.end()
    }

    /// What is typed over it and not yet taken.
    pub(super) fn typed(&self, scene: &mut Scene<'_>, answer: &PlanAnswer) -> Option<String> {
        let key = self.key(answer);
        if !scene.drafts.is_touched(&key) {
            return None;
        }
        Some(scene.form(&key, PlanCellForm::default).text.clone()).filter(|text| !text.is_empty())
    }

    /// Types over it.
    pub(super) fn type_text(&self, scene: &mut Scene<'_>, answer: &PlanAnswer, text: &str) {
        let key = self.key(answer);
        if text.is_empty() {
            scene.act(Action::Forget(key));
        } else if text.len() <= MOST_DIGITS {
            text.clone_into(&mut scene.form(&key, PlanCellForm::default).text);
        }
    }

    /// Gives up what is typed.
    pub(super) fn give_up(&self, scene: &mut Scene<'_>, answer: &PlanAnswer) {
        scene.act(Action::Forget(self.key(answer)));
    }

    /// How many are planned in it.
    pub(super) fn planned(&self, answer: &PlanAnswer) -> u32 {
        self.known(answer).0
    }

    /// How many are planned in it, and how many were done, where that is known.
    pub(super) fn known(&self, answer: &PlanAnswer) -> (u32, Option<u32>) {
        let days = answer.now.days_of(&self.action);
        let within = || days.iter().filter(|day| self.days.contains(&day.on));
        let done = within().filter_map(|day| day.done).reduce(u32::saturating_add);
        (within().map(|day| day.planned).sum(), done)
    }

    /// The days that change so that it holds a number; none where it cannot hold so many.
    pub(super) fn change(&self, answer: &PlanAnswer, total: u32) -> Option<Vec<PlannedDay>> {
        let mut days = answer.now.days_of(&self.action);
        days.retain(|day| self.days.contains(&day.on));
        let changed = proposal(&days, total, answer.today, &answer.now.works)?;
        let of = |(on, planned)| PlannedDay { on, action: self.action.clone(), planned };
        Some(changed.into_iter().map(of).collect())
    }

    /// Takes what is typed: the command that it asks for, with its form.
    pub(super) fn take(&self, scene: &mut Scene<'_>, answer: &PlanAnswer) {
        let Some(text) = self.typed(scene, answer) else { return };
        match text.parse().ok().and_then(|total| self.change(answer, total)) {
            Some(counts) if !counts.is_empty() => {
                let command = Command::PlanDays { person: answer.person, counts };
                scene.save(self.key(answer), command);
            }
            // What changes nothing is no step of the history.
            Some(_) => self.give_up(scene, answer),
            None => {
                self.give_up(scene, answer);
                scene.act(Action::Say(scene.words.get("plan-too-many")));
            }
        }
    }

    /// Sets it at once.
    pub(super) fn set(&self, scene: &mut Scene<'_>, answer: &PlanAnswer, total: u32) {
        if let Some(counts) = self.change(answer, total).filter(|counts| !counts.is_empty()) {
            scene.run(Command::PlanDays { person: answer.person, counts });
        }
    }

    /// What typing this would change, said before it is done: «Ще промени 5 дни: от … до …».
    pub(super) fn preview(&self, scene: &Scene<'_>, answer: &PlanAnswer, text: &str) -> String {
        let words = scene.words;
        let changed = text.parse().ok().and_then(|total| self.change(answer, total));
        let Some(changed) = changed else { return words.get("plan-too-many") };
        let before = |day: &PlannedDay| {
            let days = answer.now.days_of(&day.action);
            days.iter().find(|one| one.on == day.on).map_or(0, |one| one.planned)
        };
        let row = plan_name(words, &self.action);
        changes_words(scene, &changed, &row, before)
    }
}

/// What some days would become, in a sentence.
pub(super) fn changes_words(
    scene: &Scene<'_>,
    changed: &[PlannedDay],
    row: &str,
    before: impl Fn(&PlannedDay) -> u32,
) -> String {
    let (words, formats) = (scene.words, scene.formats);
    let mut days: Vec<NaiveDate> = changed.iter().map(|day| day.on).collect();
    days.sort_unstable();
    days.dedup();
    match (&changed, days.first(), days.last()) {
        ([one], ..) => words.with(
            "plan-changes-day",
            &[
                ("row", row.into()),
                ("day", formats.date_compact(one.on).into()),
                ("before", before(one).into()),
                ("after", one.planned.into()),
            ],
        ),
        (_, Some(first), Some(last)) => words.with(
            "plan-changes-days",
            &[
                ("row", row.into()),
                ("count", days.len().into()),
                ("first", formats.date_compact(*first).into()),
                ("last", formats.date_compact(*last).into()),
            ],
        ),
        _ => words.get("plan-changes-nothing"),
    }
}
