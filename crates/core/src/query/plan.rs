//! The plan beside what was done: the day as the atom, all else sums days.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate, Weekday};

use super::View;
use super::plan_done::{PlanSource, PlanTogether, done_by_day, together_by_day};
use super::plan_items::{Counts, PlanItems, PlanTold};
use super::plan_periods::PlanCalendar;
use crate::model::{Goal, GoalState, PersonId, PlanAction, PlanLevel};
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

/// One day of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// The day.
    pub on: NaiveDate,
    /// How many are planned for it.
    pub planned: u32,
    /// How many were done on it; none where that is not known.
    pub done: Option<u32>,
    /// How many of them were added by hand; negative where some were taken away.
    pub corrected: i32,
}

/// A row of a person's plan over a period, day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// What is counted.
    pub action: PlanAction,
    /// How many are planned: the sum of the days.
    pub planned: u32,
    /// How many were done; none where that is not known, which is not zero. Of the user it is the sum of the days; of
    /// another person what was told of whole weeks belongs to no single day.
    pub done: Option<u32>,
    /// From where that is known.
    pub source: Option<PlanSource>,
    /// How many of them are planned up to today, today included: the pace.
    pub due: u32,
    /// Every day of the period.
    pub days: Vec<PlanDay>,
    /// Of another person: what was done together with the user.
    pub together: Option<PlanTogether>,
    /// Of another person: what they told, the newest first.
    pub told: Vec<PlanTold>,
}

impl PlanLine {
    fn of(action: &PlanAction, days: Vec<PlanDay>, today: NaiveDate) -> Self {
        Self {
            action: action.clone(),
            planned: days.iter().map(|day| day.planned).sum(),
            done: None,
            source: None,
            due: days.iter().filter(|day| day.on <= today).map(|day| day.planned).sum(),
            days,
            together: None,
            told: Vec::new(),
        }
    }

    /// How many of the done ones were added by hand; negative where some were taken away.
    #[must_use]
    pub fn corrected(&self) -> i32 {
        self.days.iter().map(|day| day.corrected).sum()
    }

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
    pub goal: Option<Goal>,
    /// The important things of the period, in words.
    pub important: Vec<String>,
    /// The rows that are switched on, in their order, then others with anything planned or known.
    pub rows: Vec<PlanLine>,
    /// The rows that are switched on.
    pub chosen: Vec<PlanAction>,
    /// The days of the week on which the person works; none for every day.
    pub works: Vec<Weekday>,
    /// Whether it was decided what becomes of that which was not done in the period.
    pub decided: bool,
}

impl PlanView {
    /// The days of a row; without anything where the plan has no such row.
    #[must_use]
    pub fn days_of(&self, action: &PlanAction) -> Vec<PlanDay> {
        match self.rows.iter().find(|row| row.action == *action) {
            Some(row) => row.days.clone(),
            None => each_day(&self.days).map(|on| PlanDay { on, planned: 0, done: None, corrected: 0 }).collect(),
        }
    }

    /// What was planned and not done, by row; of what is not known nothing is said to be left.
    #[must_use]
    pub fn left(&self) -> Vec<(PlanAction, u32)> {
        let left = self.rows.iter().filter_map(|row| Some((row.action.clone(), row.left()?)));
        left.filter(|(_, left)| *left > 0).collect()
    }

    /// Whether nothing is planned in it, neither counts nor words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.important.is_empty() && self.rows.iter().all(|row| row.planned == 0)
    }
}

/// The week in which a day is, beginning on a weekday.
#[must_use]
pub fn week_of(day: NaiveDate, starts: Weekday) -> RangeInclusive<NaiveDate> {
    let week = day.week(starts);
    week.checked_first_day().unwrap_or(day)..=week.checked_last_day().unwrap_or(day)
}

/// Reads plans of one person; what was put down for them is read once.
#[derive(Debug)]
pub struct PlanReader<'a> {
    view: &'a View,
    person: PersonId,
    mine: bool,
    calendar: PlanCalendar,
    items: PlanItems,
    goal: Option<Goal>,
    today: NaiveDate,
}

impl<'a> PlanReader<'a> {
    /// A reader of a person's plan.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn of(view: &'a View, person: PersonId, today: NaiveDate) -> Result<Self, StoreError> {
        let goals = view.all::<Goal>()?.into_iter();
        let goal = goals
            .filter(|goal| goal.person == person && goal.state == GoalState::Open)
            .max_by_key(|goal| (goal.agreed, goal.id));
        Ok(Self {
            view,
            person,
            mine: view.settings()?.me == person,
            calendar: PlanCalendar::of(view, person)?,
            items: PlanItems::of(view, person)?,
            goal,
            today,
        })
    }

    /// When the periods of the plan begin.
    #[must_use]
    pub const fn calendar(&self) -> PlanCalendar {
        self.calendar
    }

    /// The plan over the period of a level in which a day is.
    ///
    /// Of the user all that was done is known from the diary. Of another person only what was done together (2+1
    /// meetings and trainings) and what they told; the rest is not known.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn read(&self, level: PlanLevel, day: NaiveDate) -> Result<PlanView, StoreError> {
        let (days, items) = (self.calendar.days(level, day), &self.items);
        let planned = items.planned(&days);
        let done = if self.mine {
            done_by_day(self.view, &days, &items.corrections)?
        } else {
            together_by_day(self.view, self.person, &days)?
        };
        let mut more: Vec<&PlanAction> = planned.keys().chain(done.keys()).chain(items.told_rows(&days)).collect();
        more.retain(|action| !items.rows.contains(action));
        more.sort_unstable();
        more.dedup();
        let rows = items.rows.iter().chain(more).map(|action| {
            let of = |counts: &Counts| counts.get(action).cloned().unwrap_or_default();
            if self.mine {
                self.my_line(action, &of(&planned), &of(&done), &days)
            } else {
                self.line_of_another(action, &of(&planned), &of(&done), &days)
            }
        });
        Ok(PlanView {
            person: self.person,
            level,
            goal: self.goal.clone(),
            important: items.words(level, *days.start()),
            rows: rows.collect(),
            chosen: items.rows.clone(),
            works: items.works.clone(),
            decided: items.is_closed(level, *days.start()),
            days,
        })
    }

    fn my_line(
        &self,
        action: &PlanAction,
        planned: &BTreeMap<NaiveDate, u32>,
        done: &BTreeMap<NaiveDate, u32>,
        days: &RangeInclusive<NaiveDate>,
    ) -> PlanLine {
        let corrected = |on| self.items.corrections.get(&(action.clone(), on)).map_or(0, |one| one.by);
        let each = each_day(days).map(|on| PlanDay {
            on,
            planned: count_on(planned, on),
            done: Some(count_on(done, on)),
            corrected: corrected(on),
        });
        let mut line = PlanLine::of(action, each.collect(), self.today);
        line.done = Some(line.days.iter().filter_map(|day| day.done).sum());
        line.source = Some(PlanSource::Diary);
        line
    }

    fn line_of_another(
        &self,
        action: &PlanAction,
        planned: &BTreeMap<NaiveDate, u32>,
        together: &BTreeMap<NaiveDate, u32>,
        days: &RangeInclusive<NaiveDate>,
    ) -> PlanLine {
        let told = self.items.told(action, days);
        let told_on = |on| {
            let of_day = told.iter().filter(|told| told.counted && told.from == on && told.to == on);
            of_day.map(|told| told.count).reduce(u32::saturating_add)
        };
        let each = each_day(days).map(|on| {
            let known = [together.get(&on).copied(), told_on(on)].into_iter().flatten();
            let done = known.reduce(u32::saturating_add);
            PlanDay { on, planned: count_on(planned, on), done, corrected: 0 }
        });
        let mut line = PlanLine::of(action, each.collect(), self.today);
        let last = together.keys().next_back().copied();
        line.together = last.map(|last| PlanTogether { count: together.values().sum(), last });
        let counted = || told.iter().filter(|told| told.counted).map(|told| told.count);
        line.source = match (counted().next(), line.together) {
            (Some(_), _) => Some(PlanSource::Told),
            (None, Some(_)) => Some(PlanSource::Together),
            (None, None) => None,
        };
        let together = line.together.map_or(0, |together| together.count);
        line.done = line.source.map(|_| counted().fold(together, u32::saturating_add));
        line.told = told;
        line
    }
}

/// A person's plan over the period of a level in which a day is, as a [`PlanReader`] reads it.
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
    PlanReader::of(view, person, today)?.read(level, day)
}

fn each_day(days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    days.start().iter_days().take_while(|day| day <= days.end())
}

fn count_on(counts: &BTreeMap<NaiveDate, u32>, day: NaiveDate) -> u32 {
    counts.get(&day).copied().unwrap_or(0)
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
    let items = PlanItems::of(view, person)?;
    for (action, days) in items.planned(days) {
        rows.entry(action).or_default().0 += days.values().sum::<u32>();
    }
    for (action, days) in done_by_day(view, days, &items.corrections)? {
        rows.entry(action).or_default().1 += days.values().sum::<u32>();
    }
    Ok(rows.into_iter().map(|(action, (planned, done))| PlanRow { action, planned, done }).collect())
}

/// Seven days from a day on.
#[must_use]
pub fn seven_days(from: NaiveDate) -> RangeInclusive<NaiveDate> {
    from..=from.checked_add_days(Days::new(6)).unwrap_or(from)
}
