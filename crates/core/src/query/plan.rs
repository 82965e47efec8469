//! The plan beside what was done: the day as the atom, sums, and the counting of what the diary shows as done.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate, Weekday};

use super::plan_periods::PlanCalendar;
use super::silent::goals;
use super::view::Appearance;
use super::{People, View};
use crate::model::{Action, EntryState, PersonId, PlanAction, PlanItem, PlanLevel, Training};
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

impl PlanRow {
    /// How many are still to be done.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.planned.saturating_sub(self.done)
    }
}

/// From where it is known how much was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanSource {
    /// The diary: everything that the user did.
    Diary,
    /// What the user and the partner did together.
    Together,
}

/// One day of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// The day.
    pub on: NaiveDate,
    /// How many are planned for it.
    pub planned: u32,
    /// How many were done on it; none where that is not known.
    pub done: Option<u32>,
}

/// A row of a person's plan over a period, day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// What is counted.
    pub action: PlanAction,
    /// How many are planned: the sum of the days.
    pub planned: u32,
    /// How many were done: the sum of the days; none where that is not known, which is not zero.
    pub done: Option<u32>,
    /// From where that is known.
    pub source: Option<PlanSource>,
    /// How many of them are planned up to today, today included: the pace.
    pub due: u32,
    /// Every day of the period.
    pub days: Vec<PlanDay>,
}

impl PlanLine {
    /// How many are still to be done; none where it is not known how many were.
    #[must_use]
    pub fn left(&self) -> Option<u32> {
        self.done.map(|done| self.planned.saturating_sub(done))
    }

    /// How far ahead of the pace it is; negative behind it, none where it is not known.
    #[must_use]
    pub fn ahead(&self) -> Option<i64> {
        self.done.map(|done| i64::from(done) - i64::from(self.due))
    }
}

/// A person's plan over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// Whose.
    pub person: PersonId,
    /// The level.
    pub level: PlanLevel,
    /// The days of the period.
    pub days: RangeInclusive<NaiveDate>,
    /// The goal that the person works for.
    pub goal: Option<String>,
    /// The important things of the period, in words.
    pub important: Vec<String>,
    /// The rows with anything planned or done.
    pub rows: Vec<PlanLine>,
}

/// Counts by row and day.
type Counts = BTreeMap<PlanAction, BTreeMap<NaiveDate, u32>>;

/// The week in which a day is, beginning on a weekday.
#[must_use]
pub fn week_of(day: NaiveDate, starts: Weekday) -> RangeInclusive<NaiveDate> {
    let week = day.week(starts);
    week.checked_first_day().unwrap_or(day)..=week.checked_last_day().unwrap_or(day)
}

/// A person's plan over the period of a level in which a day is.
///
/// Of the user all that was done is known from the diary. Of another person only what was done together: 2+1 meetings
/// and trainings; the rest is not known.
///
/// # Errors
/// Any failure of the store.
pub fn plan(
    view: &View,
    person: PersonId,
    level: PlanLevel,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<PlanView, StoreError> {
    let days = PlanCalendar::of(view, person)?.days(level, day);
    let mine = view.settings()?.me == person;
    let planned = planned_by_day(view, person, &days)?;
    let done = if mine { done_by_day(view, &days)? } else { together_by_day(view, person, &days)? };
    let mut actions: Vec<&PlanAction> = planned.keys().chain(done.keys()).collect();
    actions.sort_unstable();
    actions.dedup();
    let rows = actions.into_iter().map(|action| {
        let none = BTreeMap::new();
        let (planned, done) = (planned.get(action).unwrap_or(&none), done.get(action));
        let source = match (mine, done) {
            (true, _) => Some(PlanSource::Diary),
            (false, Some(_)) => Some(PlanSource::Together),
            (false, None) => None,
        };
        line(action, planned, done.unwrap_or(&none), source, &days, today)
    });
    let rows = rows.collect();
    let important = words(view, person, level, *days.start())?;
    let goal = goals(view)?.remove(&person);
    Ok(PlanView { person, level, days, goal, important, rows })
}

fn line(
    action: &PlanAction,
    planned: &BTreeMap<NaiveDate, u32>,
    done: &BTreeMap<NaiveDate, u32>,
    source: Option<PlanSource>,
    days: &RangeInclusive<NaiveDate>,
    today: NaiveDate,
) -> PlanLine {
    let on = |counts: &BTreeMap<NaiveDate, u32>, day: NaiveDate| counts.get(&day).copied().unwrap_or(0);
    let each = days.start().iter_days().take_while(|day| day <= days.end());
    let each: Vec<_> =
        each.map(|day| PlanDay { on: day, planned: on(planned, day), done: source.map(|_| on(done, day)) }).collect();
    PlanLine {
        action: action.clone(),
        planned: each.iter().map(|day| day.planned).sum(),
        done: source.map(|_| each.iter().filter_map(|day| day.done).sum()),
        source,
        due: each.iter().filter(|day| day.on <= today).map(|day| day.planned).sum(),
        days: each,
    }
}

fn words(view: &View, person: PersonId, level: PlanLevel, first: NaiveDate) -> Result<Vec<String>, StoreError> {
    let all = view.all::<PlanItem>()?.into_iter();
    let said = all.filter_map(|item| match item {
        PlanItem::Words { person: whose, level: of, from, lines, .. } => {
            (whose == person && of == level && from == first).then_some(lines)
        }
        PlanItem::Count { .. } => None,
    });
    Ok(said.flatten().collect())
}

fn planned_by_day(view: &View, person: PersonId, days: &RangeInclusive<NaiveDate>) -> Result<Counts, StoreError> {
    let mut counts = Counts::new();
    for item in view.all::<PlanItem>()? {
        if let PlanItem::Count { person: whose, on, action, planned, .. } = item
            && whose == person
            && days.contains(&on)
        {
            *counts.entry(action).or_default().entry(on).or_default() += u32::from(planned);
        }
    }
    Ok(counts)
}

/// The entries that count on these days, each with its day and its row: done, and begun on one of them.
fn counting(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<Vec<(NaiveDate, Action, Appearance)>, StoreError> {
    let counted = |found: Appearance| {
        let day = found.instance.when.first_day().filter(|day| days.contains(day))?;
        let action = found.entry.action.clone().filter(|_| found.instance.state == EntryState::Done)?;
        Some((day, action, found))
    };
    Ok(view.appearances(days)?.into_iter().filter_map(counted).collect())
}

/// What the diary shows as done: each entry in its one row, for its count; new names are people who came to the user's
/// own list.
fn done_by_day(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<Counts, StoreError> {
    let mut counts = Counts::new();
    let mut add = |action, day, count| *counts.entry(action).or_default().entry(day).or_default() += count;
    for (day, action, found) in counting(view, days)? {
        add(PlanAction::Action(action), day, u32::from(found.entry.count));
    }
    for day in new_names(view.people()).filter(|day| days.contains(day)) {
        add(PlanAction::NewNames, day, 1);
    }
    Ok(counts)
}

fn new_names(people: &People) -> impl Iterator<Item = NaiveDate> {
    people.all().filter_map(|person| person.new_name_on())
}

/// What the user and a person did together: 2+1 meetings with them, trainings to which they came.
fn together_by_day(view: &View, person: PersonId, days: &RangeInclusive<NaiveDate>) -> Result<Counts, StoreError> {
    let mut counts = Counts::new();
    let came = |training: &Training| training.came.iter().any(|one| one.person == person);
    for (day, action, found) in counting(view, days)? {
        let together = match action {
            Action::TwoPlusOne => found.entry.people.contains(&person),
            Action::Training => found.entry.training.as_ref().is_some_and(came),
            _ => false,
        };
        if together {
            let row = counts.entry(PlanAction::Action(action)).or_default();
            *row.entry(day).or_default() += u32::from(found.entry.count);
        }
    }
    Ok(counts)
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
    for (action, days) in planned_by_day(view, person, days)? {
        rows.entry(action).or_default().0 += days.values().sum::<u32>();
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
    Ok(done_by_day(view, days)?.into_iter().map(|(action, days)| (action, days.values().sum())).collect())
}

/// Seven days from a day on.
#[must_use]
pub fn seven_days(from: NaiveDate) -> RangeInclusive<NaiveDate> {
    from..=from.checked_add_days(Days::new(6)).unwrap_or(from)
}
