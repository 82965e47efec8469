//! Commands about the plan.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use super::{CommandError, Doing};
use crate::model::{
    Action, InvalidValue, LONGEST_TEXT, LookedBack, PersonId, PlanAction, PlanItem, PlanItemId, PlanLevel, Record as _,
    Review, ReviewId, is_outcome,
};
use crate::store::StoreError;

/// The most of an action that one day takes.
pub const MOST_PLANNED: u16 = 1_000;

/// The most of an action that a person tells of some days.
const MOST_TOLD: u16 = 10_000;

/// The longest span over which a count is spread, in days: a year.
const LONGEST_SPAN: usize = 366;
const LONGEST: TimeDelta = TimeDelta::days(366);

/// The most that a correction adds or takes away.
const MOST_CORRECTED: i32 = 1_000;

/// How many of an action are planned for a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedDay {
    /// The day.
    pub on: NaiveDate,
    /// The row.
    pub action: PlanAction,
    /// How many.
    pub planned: u16,
}

/// What a partner told of what they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldPlan {
    /// Who.
    pub person: PersonId,
    /// The first of the days.
    pub from: NaiveDate,
    /// The last of the days.
    pub to: NaiveDate,
    /// How many of each action; with none what was told of these days goes.
    pub counts: Vec<(PlanAction, u16)>,
    /// The day on which it was told.
    pub on: NaiveDate,
    /// How it was told.
    pub source: String,
}

/// What is decided of that which was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDecision {
    /// Whose plan.
    pub person: PersonId,
    /// The level of the period that is over.
    pub level: PlanLevel,
    /// The first day of that period.
    pub from: NaiveDate,
    /// What goes over to the next period.
    pub carried: Vec<(PlanAction, u32)>,
    /// What is let go.
    pub dropped: Vec<(PlanAction, u32)>,
    /// How the days are planned to which it goes.
    pub days: Vec<PlannedDay>,
}

/// How a count is shared among some days: as evenly as whole numbers allow, over the days of the week on which one works;
/// where none of the days is one of those, over all of them. The shares sum up to the count.
#[must_use]
pub fn shares(days: &RangeInclusive<NaiveDate>, planned: u32, works: &[Weekday]) -> Vec<(NaiveDate, u32)> {
    let each = || days.start().iter_days().take_while(|day| day <= days.end()).take(LONGEST_SPAN);
    let works_on = |day: &NaiveDate| works.is_empty() || works.contains(&day.weekday());
    let any = each().any(|day| works_on(&day));
    let working = |day: &NaiveDate| !any || works_on(day);
    let many = u64::try_from(each().filter(|day| working(day)).count().max(1)).unwrap_or(u64::MAX);
    let up_to = |number: u64| u64::from(planned) * number / many;
    let mut number = 0;
    let mut shared = Vec::new();
    for day in each() {
        let mut share = 0;
        if working(&day) {
            share = up_to(number + 1) - up_to(number);
            number += 1;
        }
        shared.push((day, u32::try_from(share).unwrap_or(u32::MAX)));
    }
    shared
}

pub(super) fn spread(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    days: &RangeInclusive<NaiveDate>,
    action: &PlanAction,
    planned: u32,
    works: &[Weekday],
) -> Result<String, CommandError> {
    let shared = shares(days, planned, works);
    if shared.is_empty() || *days.end() - *days.start() >= LONGEST {
        return Err(InvalidValue::EndBeforeStart.into());
    }
    let mut name = String::new();
    for (on, share) in shared {
        let share = u16::try_from(share).map_err(|_| InvalidValue::Count)?;
        name = count(doing, person, on, action, share)?;
    }
    Ok(name)
}

pub(super) fn days(doing: &mut Doing<'_, '_>, person: PersonId, counts: &[PlannedDay]) -> Result<String, CommandError> {
    for day in counts {
        count(doing, person, day.on, &day.action, day.planned)?;
    }
    Ok(doing.person(person)?.name.full())
}

pub(super) fn set_up(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    rows: &[PlanAction],
    works: &[Weekday],
) -> Result<String, CommandError> {
    let name = doing.person(person)?.name.full();
    let mut chosen: Vec<PlanAction> = Vec::new();
    for row in rows {
        may_be_planned(row)?;
        if !chosen.contains(row) {
            chosen.push(row.clone());
        }
    }
    let mut works = works.to_vec();
    works.sort_by_key(Weekday::num_days_from_monday);
    works.dedup();
    let id = PlanItemId::named(&[b"setup", &person.to_bytes()]);
    doing.writing.put(&PlanItem::Setup { id, person, rows: chosen, works })?;
    Ok(name)
}

pub(super) fn tell(doing: &mut Doing<'_, '_>, told: &ToldPlan) -> Result<String, CommandError> {
    let name = doing.person(told.person)?.name.full();
    if told.person == doing.settings()?.me {
        return Err(CommandError::Myself);
    }
    if told.to < told.from || told.to - told.from >= LONGEST {
        return Err(InvalidValue::EndBeforeStart.into());
    }
    text_fits(&told.source)?;
    for (action, count) in &told.counts {
        may_be_planned(action)?;
        if *count > MOST_TOLD {
            return Err(InvalidValue::Count.into());
        }
    }
    let (person, from, to) = (told.person, told.from, told.to);
    let id = PlanItemId::named(&[b"told", &person.to_bytes(), &day_name(from), &day_name(to)]);
    let source = told.source.trim().to_owned();
    let item = PlanItem::Told { id, person, from, to, counts: told.counts.clone(), on: told.on, source };
    if told.counts.is_empty() {
        doing.writing.remove(item.key())?;
    } else {
        doing.writing.put(&item)?;
    }
    Ok(name)
}

pub(super) fn correct(
    doing: &mut Doing<'_, '_>,
    on: NaiveDate,
    action: &PlanAction,
    by: i32,
    why: &str,
) -> Result<String, CommandError> {
    if by.abs() > MOST_CORRECTED {
        return Err(InvalidValue::Count.into());
    }
    may_be_planned(action)?;
    text_fits(why)?;
    let person = doing.settings()?.me;
    let id = PlanItemId::named(&[b"correction", &person.to_bytes(), &day_name(on), &row_name(action)?]);
    let item = PlanItem::Correction { id, person, on, action: action.clone(), by, why: why.trim().to_owned() };
    if by == 0 {
        doing.writing.remove(item.key())?;
    } else {
        doing.writing.put(&item)?;
    }
    Ok(doing.person(person)?.name.full())
}

pub(super) fn decide(doing: &mut Doing<'_, '_>, decision: &PlanDecision) -> Result<String, CommandError> {
    let PlanDecision { person, level, from, carried, dropped, days: counts } = decision;
    let name = days(doing, *person, counts)?;
    let id = PlanItemId::named(&[b"closed", &person.to_bytes(), &[*level as u8], &day_name(*from)]);
    let (person, level, from) = (*person, *level, *from);
    doing.writing.put(&PlanItem::Closed {
        id,
        person,
        level,
        from,
        carried: carried.clone(),
        dropped: dropped.clone(),
    })?;
    Ok(name)
}

/// The same item in the plan of another person.
pub(super) fn of_another(item: &PlanItem, person: PersonId) -> Result<PlanItem, CommandError> {
    let whose = person.to_bytes();
    let mut item = item.clone();
    let named = match &item {
        PlanItem::Count { on, action, .. } => {
            PlanItemId::named(&[b"count", &whose, &day_name(*on), &row_name(action)?])
        }
        PlanItem::Words { level, from, .. } => {
            PlanItemId::named(&[b"words", &whose, &[*level as u8], &day_name(*from)])
        }
        PlanItem::Setup { .. } => PlanItemId::named(&[b"setup", &whose]),
        PlanItem::Told { from, to, .. } => PlanItemId::named(&[b"told", &whose, &day_name(*from), &day_name(*to)]),
        PlanItem::Correction { on, action, .. } => {
            PlanItemId::named(&[b"correction", &whose, &day_name(*on), &row_name(action)?])
        }
        PlanItem::Closed { level, from, .. } => {
            PlanItemId::named(&[b"closed", &whose, &[*level as u8], &day_name(*from)])
        }
    };
    match &mut item {
        PlanItem::Count { id, person: of, .. }
        | PlanItem::Words { id, person: of, .. }
        | PlanItem::Setup { id, person: of, .. }
        | PlanItem::Told { id, person: of, .. }
        | PlanItem::Correction { id, person: of, .. }
        | PlanItem::Closed { id, person: of, .. } => (*id, *of) = (named, person),
    }
    Ok(item)
}

fn text_fits(text: &str) -> Result<(), InvalidValue> {
    if text.len() > LONGEST_TEXT { Err(InvalidValue::TextTooLong) } else { Ok(()) }
}

/// Refuses a row that is an outcome: points, new users and rank are measured, never planned.
fn may_be_planned(action: &PlanAction) -> Result<(), InvalidValue> {
    match action {
        PlanAction::Action(Action::Own(name)) if is_outcome(name) => Err(InvalidValue::Outcome),
        PlanAction::Action(Action::Own(name)) if name.trim().is_empty() => Err(InvalidValue::EmptyTitle),
        _ => Ok(()),
    }
}

pub(super) fn count(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    on: NaiveDate,
    action: &PlanAction,
    planned: u16,
) -> Result<String, CommandError> {
    if planned > MOST_PLANNED {
        return Err(InvalidValue::Count.into());
    }
    if planned > 0 {
        may_be_planned(action)?;
    }
    let name = doing.person(person)?.name.full();
    let row = row_name(action)?;
    let id = PlanItemId::named(&[b"count", &person.to_bytes(), &day_name(on), &row]);
    let item = PlanItem::Count { id, person, on, action: action.clone(), planned };
    if planned == 0 {
        doing.writing.remove(item.key())?;
    } else {
        doing.writing.put(&item)?;
    }
    Ok(name)
}

pub(super) fn words(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    level: PlanLevel,
    from: NaiveDate,
    lines: &[String],
) -> Result<String, CommandError> {
    let name = doing.person(person)?.name.full();
    let lines: Vec<String> = lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let rung = [level as u8];
    let id = PlanItemId::named(&[b"words", &person.to_bytes(), &rung, &day_name(from)]);
    let empty = lines.is_empty();
    let item = PlanItem::Words { id, person, level, from, lines };
    if empty {
        doing.writing.remove(item.key())?;
    } else {
        doing.writing.put(&item)?;
    }
    Ok(name)
}

pub(super) fn look_back(
    doing: &mut Doing<'_, '_>,
    level: PlanLevel,
    from: NaiveDate,
    answers: &LookedBack,
) -> Result<String, CommandError> {
    let answers = answers.trimmed();
    answers.check()?;
    let id = ReviewId::named(&[b"period", &[level as u8], &day_name(from)]);
    let empty = answers == LookedBack::default();
    let review = Review::Period { id, level, from, answers };
    if empty {
        doing.writing.remove(review.key())?;
    } else {
        doing.writing.put(&review)?;
    }
    Ok(String::new())
}

fn day_name(day: NaiveDate) -> [u8; 4] {
    day.num_days_from_ce().to_be_bytes()
}

/// A row of the plan as part of an id.
fn row_name(action: &PlanAction) -> Result<Vec<u8>, CommandError> {
    serde_json::to_vec(action).map_err(|error| StoreError::Encode(error.to_string()).into())
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, Days, NaiveDate, Weekday};
    use proptest::prelude::*;

    use super::shares;

    proptest! {
        #[test]
        fn shares_sum_up_to_the_count_and_differ_by_one_at_most(
            start in 0u64..1_000, length in 0u64..366, planned in 0u32..5_000, works in 0u8..128,
        ) {
            let from = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().checked_add_days(Days::new(start)).unwrap();
            let to = from.checked_add_days(Days::new(length)).unwrap();
            let works: Vec<Weekday> =
                (0..7).filter(|day| works & (1 << day) != 0).map(|day| Weekday::try_from(day).unwrap()).collect();
            let shared = shares(&(from..=to), planned, &works);
            prop_assert_eq!(u64::try_from(shared.len()).unwrap(), length + 1);
            prop_assert_eq!(shared.iter().map(|(_, share)| share).sum::<u32>(), planned);
            let worked: Vec<_> = shared.iter().filter(|(day, _)| works.contains(&day.weekday())).collect();
            if !worked.is_empty() {
                let counts = worked.iter().map(|(_, share)| *share);
                prop_assert!(counts.clone().max().unwrap() - counts.min().unwrap() <= 1);
                let rest = shared.iter().filter(|(day, _)| !works.contains(&day.weekday()));
                prop_assert!(rest.clone().all(|(_, share)| *share == 0) );
            }
        }
    }
}
