//! What a higher level proposes for its days: the day is the atom, so a number for a week or a month is always a change
//! of days, and what it would change is known before.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::{PlanDay, PlanView};
use crate::command::{MOST_PLANNED, PlannedDay, shares};
use crate::model::{PlanAction, PlanLevel};

/// The days of a period that change so that they sum up to a total, each with its new count; none where the days cannot
/// take so many.
///
/// What is added is spread over the days on which the person works, from `from` on where the period has such days; what
/// is there stays. What is taken away comes from the days with the most, the late ones first, and from days before
/// `from` only when nothing is left to take after it.
#[must_use]
pub fn proposal(days: &[PlanDay], total: u32, from: NaiveDate, works: &[Weekday]) -> Option<Vec<(NaiveDate, u16)>> {
    let before: u32 = days.iter().map(|day| day.planned).sum();
    let mut counts: Vec<(NaiveDate, u32)> = days.iter().map(|day| (day.on, day.planned)).collect();
    if total >= before {
        add(&mut counts, total - before, from, works);
    } else {
        take(&mut counts, before - total, from);
    }
    let changed = days.iter().zip(counts).filter(|(day, (_, count))| day.planned != *count);
    changed
        .map(|(_, (on, count))| Some((on, u16::try_from(count).ok().filter(|count| *count <= MOST_PLANNED)?)))
        .collect()
}

fn add(counts: &mut [(NaiveDate, u32)], more: u32, from: NaiveDate, works: &[Weekday]) {
    let (Some((first, _)), Some((last, _))) = (counts.first().copied(), counts.last().copied()) else { return };
    let works_on = |day: NaiveDate| works.is_empty() || works.contains(&day.weekday());
    let open = |day: NaiveDate| (first..=last).contains(&day);
    // Over what is left of the period; where nobody works any more, over all of it.
    let left = counts.iter().any(|(day, _)| *day >= from && works_on(*day));
    let start = if open(from) && left { from } else { first };
    for (day, share) in shares(&(start..=last), more, works) {
        if let Some((_, count)) = counts.iter_mut().find(|(on, _)| *on == day) {
            *count = count.saturating_add(share);
        }
    }
}

fn take(counts: &mut [(NaiveDate, u32)], mut fewer: u32, from: NaiveDate) {
    while fewer > 0 {
        let still = |late: bool| move |(day, count): &(NaiveDate, u32)| *count > 0 && (*day >= from) == late;
        let any_late = counts.iter().any(still(true));
        let most = counts.iter_mut().filter(|one| still(any_late)(one)).max_by_key(|(day, count)| (*count, *day));
        let Some((_, count)) = most else { return };
        *count -= 1;
        fewer -= 1;
    }
}

/// The days of a period that change when something of each row comes to it.
#[must_use]
pub fn carried_days(into: &PlanView, carried: &[(PlanAction, u32)], from: NaiveDate) -> Vec<PlannedDay> {
    let mut changed = Vec::new();
    for (action, count) in carried {
        let days = into.days_of(action);
        let total = days.iter().map(|day| day.planned).sum::<u32>().saturating_add(*count);
        changed.extend(as_planned(action, proposal(&days, total, from, &into.works).unwrap_or_default()));
    }
    changed
}

/// The days of a period that change so that it is planned as the one before: a week day by day, a longer period by the
/// total of each row. Days that are over stay as they are, and a row that the period before lacks stays, too.
#[must_use]
pub fn as_before(now: &PlanView, before: &PlanView, today: NaiveDate) -> Vec<PlannedDay> {
    let mut changed = Vec::new();
    for row in before.rows.iter().filter(|row| row.planned > 0) {
        let days = now.days_of(&row.action);
        if matches!(now.level, PlanLevel::Week | PlanLevel::Day) {
            let pairs = days.iter().zip(&row.days).filter(|(day, old)| day.on >= today && day.planned != old.planned);
            let counts = pairs.filter_map(|(day, old)| Some((day.on, u16::try_from(old.planned).ok()?)));
            changed.extend(as_planned(&row.action, counts));
        } else if let Some(counts) = proposal(&days, row.planned, today, &now.works) {
            changed.extend(as_planned(&row.action, counts));
        }
    }
    changed
}

fn as_planned(
    action: &PlanAction,
    counts: impl IntoIterator<Item = (NaiveDate, u16)>,
) -> impl Iterator<Item = PlannedDay> {
    counts.into_iter().map(|(on, planned)| PlannedDay { on, action: action.clone(), planned })
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, Days, NaiveDate, Weekday};
    use proptest::prelude::*;

    use super::proposal;
    use crate::model::WORKING_DAYS;
    use crate::query::PlanDay;

    fn day(number: u64) -> NaiveDate {
        // Monday 23 November 2026.
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().checked_add_days(Days::new(number)).unwrap()
    }

    fn week(planned: &[u32]) -> Vec<PlanDay> {
        let of =
            |(number, planned): (u64, &u32)| PlanDay { on: day(number), planned: *planned, done: None, corrected: 0 };
        (0..).zip(planned).map(of).collect()
    }

    #[test]
    fn what_is_added_goes_to_the_working_days_that_are_left_and_what_is_there_stays() {
        let days = week(&[4, 4, 0, 6, 0, 0, 0]);
        let wednesday = day(2);
        assert_eq!(
            proposal(&days, 18, wednesday, &WORKING_DAYS),
            Some(vec![(day(2), 1), (day(3), 7), (day(4), 1), (day(5), 1)])
        );
        assert_eq!(proposal(&days, 14, wednesday, &WORKING_DAYS), Some(Vec::new()));
    }

    #[test]
    fn what_is_taken_away_comes_from_the_fullest_days_that_are_left() {
        let days = week(&[4, 4, 0, 6, 2, 0, 0]);
        assert_eq!(proposal(&days, 13, day(2), &WORKING_DAYS), Some(vec![(day(3), 3)]));
        assert_eq!(proposal(&days, 7, day(2), &WORKING_DAYS), Some(vec![(day(1), 3), (day(3), 0), (day(4), 0)]));
        assert_eq!(proposal(&days, 1_000_000, day(2), &WORKING_DAYS), None, "more than days take");
    }

    proptest! {
        #[test]
        fn the_days_always_sum_up_to_the_total(
            planned in prop::collection::vec(0u32..20, 1..370), total in 0u32..2_000, from in 0u64..400, works in 0u8..128,
        ) {
            let works: Vec<Weekday> =
                (0..7).filter(|day| works & (1 << day) != 0).map(|day| Weekday::try_from(day).unwrap()).collect();
            let days = week(&planned);
            if let Some(changed) = proposal(&days, total, day(from), &works) {
                let mut after: std::collections::BTreeMap<_, u32> = days.iter().map(|day| (day.on, day.planned)).collect();
                let before: u32 = after.values().sum();
                for (on, count) in &changed {
                    prop_assert!(after.insert(*on, u32::from(*count)) != Some(u32::from(*count)));
                }
                prop_assert_eq!(after.values().sum::<u32>(), total);
                let works_left = days.iter().any(|day| day.on >= self::day(from) && works.contains(&day.on.weekday()));
                if total >= before && works_left {
                    prop_assert!(changed.iter().all(|(on, _)| *on >= day(from) && works.contains(&on.weekday())));
                }
            } else {
                prop_assert!(total > 1_000, "a day is over its most");
            }
        }
    }
}
