//! The plan beside what was done: the day as the atom, sums, and the counting of what the diary shows as done.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate, Weekday};

use super::View;
use crate::model::{EntryState, PersonId, PlanAction, PlanItem};
use crate::store::StoreError;

/// A row of a plan over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// What is counted.
    pub action: PlanAction,
    /// How many are planned.
    pub planned: u32,
    /// How many were done, as the diary knows.
    pub done: u32,
}

/// The week in which a day is, beginning on a weekday.
#[must_use]
pub fn week_of(day: NaiveDate, starts: Weekday) -> RangeInclusive<NaiveDate> {
    let week = day.week(starts);
    week.checked_first_day().unwrap_or(day)..=week.checked_last_day().unwrap_or(day)
}

/// What was planned and done over these days, for the user; each row that has either.
///
/// Done counts itself: entries marked done with the row's action, each for its count; new names are people who came to
/// the user's own list.
///
/// # Errors
/// Any failure of the store.
pub fn plan_rows(view: &View, person: PersonId, days: &RangeInclusive<NaiveDate>) -> Result<Vec<PlanRow>, StoreError> {
    let mut rows: BTreeMap<PlanAction, (u32, u32)> = BTreeMap::new();
    for item in view.all::<PlanItem>()? {
        if let PlanItem::Count { person: whose, on, action, planned, .. } = item
            && whose == person
            && days.contains(&on)
        {
            rows.entry(action).or_default().0 += u32::from(planned);
        }
    }
    for (action, done) in done_actions(view, days)? {
        rows.entry(action).or_default().1 += done;
    }
    Ok(rows.into_iter().map(|(action, (planned, done))| PlanRow { action, planned, done }).collect())
}

/// How many of each action the diary shows as done over these days.
///
/// # Errors
/// Any failure of the store.
pub fn done_actions(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<BTreeMap<PlanAction, u32>, StoreError> {
    let mut done: BTreeMap<PlanAction, u32> = BTreeMap::new();
    for found in view.appearances(days)? {
        let counts = found.instance.state == EntryState::Done
            && found.instance.when.first_day().is_some_and(|day| days.contains(&day));
        if let Some(action) = found.entry.action.clone().filter(|_| counts) {
            *done.entry(PlanAction::Action(action)).or_default() += u32::from(found.entry.count);
        }
    }
    let mine = view.people().all().filter(|person| person.is_mine() && days.contains(&person.created));
    let names = u32::try_from(mine.count()).unwrap_or(u32::MAX);
    if names > 0 {
        done.insert(PlanAction::NewNames, names);
    }
    Ok(done)
}

/// Seven days from a day on.
#[must_use]
pub fn seven_days(from: NaiveDate) -> RangeInclusive<NaiveDate> {
    from..=from.checked_add_days(Days::new(6)).unwrap_or(from)
}
