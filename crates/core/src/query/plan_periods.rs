//! When the periods of a plan begin and end: week, month, three months, year.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::View;
use super::plan::week_of;
use crate::model::{PersonId, PlanLevel};
use crate::store::StoreError;

/// The months of a period of three months.
const THREE: u32 = 3;

/// When the periods of a person's plan begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanCalendar {
    /// The first day of a week.
    pub week_starts: Weekday,
    /// A day on which three months begin; none for the quarters of the calendar.
    pub three_months_from: Option<NaiveDate>,
}

impl PlanCalendar {
    /// The calendar of a person: three months begin the day after the registration. The user's are the quarters of the
    /// calendar, unless the settings say otherwise.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn of(view: &View, person: PersonId) -> Result<Self, StoreError> {
        let settings = view.settings()?;
        let registered = view.people().get(person).and_then(|one| one.registration.as_ref().map(|own| own.on));
        let three_months_from = if person == settings.me {
            settings.three_months_from
        } else {
            registered.and_then(|on| on.checked_add_days(Days::new(1)))
        };
        Ok(Self { week_starts: settings.week_starts, three_months_from })
    }

    /// The days of the period of a level in which a day is. The periods of a level follow each other without a gap.
    #[must_use]
    pub fn days(self, level: PlanLevel, day: NaiveDate) -> RangeInclusive<NaiveDate> {
        let whole = match level {
            PlanLevel::Day => None,
            PlanLevel::Week => Some(week_of(day, self.week_starts)),
            PlanLevel::Month => months_from(day.with_day(1), 1),
            PlanLevel::ThreeMonths => self.three_months(day),
            PlanLevel::Year => months_from(day.with_day(1).and_then(|first| first.with_month(1)), 12),
        };
        whole.unwrap_or(day..=day)
    }

    /// The parts in which a period of a level is planned, in order: a week by days, a month by weeks, three months by
    /// months, a year by quarters. A week or a month that crosses the edge of the period is cut there.
    #[must_use]
    pub fn parts(self, level: PlanLevel, days: &RangeInclusive<NaiveDate>) -> Vec<RangeInclusive<NaiveDate>> {
        let part_of = |day| match level {
            PlanLevel::Day | PlanLevel::Week => day..=day,
            PlanLevel::Month => self.days(PlanLevel::Week, day),
            PlanLevel::ThreeMonths => self.days(PlanLevel::Month, day),
            PlanLevel::Year => quarter(day).unwrap_or(day..=day),
        };
        let mut parts = Vec::new();
        let mut next = Some(*days.start());
        while let Some(from) = next.filter(|day| days.contains(day)) {
            let to = (*part_of(from).end()).min(*days.end());
            parts.push(from..=to);
            next = to.succ_opt();
        }
        parts
    }

    fn three_months(self, day: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
        let Some(start) = self.three_months_from else {
            return quarter(day);
        };
        let passed = (day.year() - start.year()) * 12 + month_of(day) - month_of(start);
        // The month alone says it but for one: the day of the month decides.
        let about = passed.div_euclid(3);
        (about - 1..=about + 1).find_map(|number| {
            let (first, next) = (shifted(start, 3 * number)?, shifted(start, 3 * (number + 1))?);
            (first <= day && day < next).then_some(first..=next.pred_opt()?)
        })
    }
}

/// The quarter of the calendar in which a day is.
fn quarter(day: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
    months_from(day.with_day(1)?.with_month0(day.month0() / THREE * THREE), THREE)
}

fn month_of(day: NaiveDate) -> i32 {
    i32::try_from(day.month0()).unwrap_or(0)
}

/// A day so many months later or before; the last of the month where it has no such day.
fn shifted(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}

fn months_from(first: Option<NaiveDate>, months: u32) -> Option<RangeInclusive<NaiveDate>> {
    let first = first?;
    Some(first..=first.checked_add_months(Months::new(months))?.pred_opt()?)
}

/// The periods that end so soon that their next one is offered: a month and three months, in their last three evenings.
#[must_use]
pub fn ending_soon(calendar: PlanCalendar, day: NaiveDate) -> Vec<(PlanLevel, RangeInclusive<NaiveDate>)> {
    let near = |days: &RangeInclusive<NaiveDate>| (*days.end() - day).num_days() < LAST_EVENINGS;
    let levels = [PlanLevel::ThreeMonths, PlanLevel::Month];
    levels.into_iter().map(|level| (level, calendar.days(level, day))).filter(|(_, days)| near(days)).collect()
}

/// How many evenings at the end of a period offer the next one.
const LAST_EVENINGS: i64 = 3;

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate, Weekday};
    use proptest::prelude::*;

    use super::{PlanCalendar, ending_soon};
    use crate::model::PlanLevel;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    const LEVELS: [PlanLevel; 5] =
        [PlanLevel::Day, PlanLevel::Week, PlanLevel::Month, PlanLevel::ThreeMonths, PlanLevel::Year];

    #[test]
    fn three_months_begin_the_day_after_the_registration_and_mine_with_the_quarter() {
        let of = |from, on| {
            PlanCalendar { week_starts: Weekday::Mon, three_months_from: from }.days(PlanLevel::ThreeMonths, on)
        };
        assert_eq!(of(None, day(2026, 11, 24)), day(2026, 10, 1)..=day(2026, 12, 31));
        // Registered on 23 November.
        let from = Some(day(2026, 11, 24));
        assert_eq!(of(from, day(2026, 11, 24)), day(2026, 11, 24)..=day(2027, 2, 23));
        assert_eq!(of(from, day(2027, 2, 24)), day(2027, 2, 24)..=day(2027, 5, 23));
        // From a day that February lacks, no day is lost and none counts twice.
        let from = Some(day(2026, 11, 30));
        assert_eq!(of(from, day(2027, 2, 27)), day(2026, 11, 30)..=day(2027, 2, 27));
        assert_eq!(of(from, day(2027, 2, 28)), day(2027, 2, 28)..=day(2027, 5, 29));
    }

    #[test]
    fn the_last_three_evenings_of_a_month_and_of_three_months_offer_the_next() {
        let calendar = PlanCalendar { week_starts: Weekday::Mon, three_months_from: Some(day(2026, 8, 31)) };
        let levels = |on| ending_soon(calendar, on).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
        assert_eq!(levels(day(2026, 11, 26)), []);
        assert_eq!(levels(day(2026, 11, 27)), [PlanLevel::ThreeMonths]);
        assert_eq!(levels(day(2026, 11, 28)), [PlanLevel::ThreeMonths, PlanLevel::Month]);
        assert_eq!(levels(day(2026, 11, 30)), [PlanLevel::Month]);
        assert_eq!(levels(day(2026, 12, 1)), []);
    }

    proptest! {
        #[test]
        fn the_periods_of_a_level_follow_each_other_without_a_gap(
            start in 0u64..3_000, on in 0u64..6_000, own in any::<bool>(), week in 0u8..7,
        ) {
            let base = day(2020, 1, 1);
            let later = |days| base.checked_add_days(Days::new(days)).unwrap();
            let week_starts = Weekday::try_from(week).unwrap();
            let calendar = PlanCalendar { week_starts, three_months_from: own.then(|| later(start)) };
            for level in LEVELS {
                let days = calendar.days(level, later(on));
                prop_assert!(days.contains(&later(on)));
                prop_assert_eq!(calendar.days(level, *days.start()), days.clone());
                prop_assert_eq!(calendar.days(level, *days.end()), days.clone());
                let next = calendar.days(level, days.end().succ_opt().unwrap());
                prop_assert_eq!(next.start().pred_opt(), Some(*days.end()));
                let parts = calendar.parts(level, &days);
                prop_assert_eq!(parts.first().map(|part| *part.start()), Some(*days.start()));
                prop_assert_eq!(parts.last().map(|part| *part.end()), Some(*days.end()));
                for pair in parts.windows(2) {
                    prop_assert_eq!(pair[0].end().succ_opt(), Some(*pair[1].start()));
                }
            }
        }
    }
}
