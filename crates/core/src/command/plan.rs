//! Commands about the plan.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use super::{CommandError, Doing};
use crate::model::{
    InvalidValue, LookedBack, PersonId, PlanAction, PlanItem, PlanItemId, PlanLevel, Record as _, Review, ReviewId,
};
use crate::store::StoreError;

/// The most of an action that one day takes.
pub const MOST_PLANNED: u16 = 1_000;

/// The longest span over which a count is spread, in days: a year.
const LONGEST_SPAN: usize = 366;
const LONGEST: TimeDelta = TimeDelta::days(366);

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
