//! How much a series gives: nothing, so many, no end, or more than is ever shown. Core bounds every expansion; this says
//! beforehand what that bound would hide.

use chrono::{Days, NaiveDate};

use super::series::{MOST_INSTANCES, expanded};
use crate::model::Entry;

/// How far ahead the first instance of a series without an end is looked for: 29 February comes after eight years at most.
const YEARS: u64 = 9;

/// How much a series gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeriesSize {
    /// No day at all within nine years.
    Nothing,
    /// So many days, the first and the last of them.
    Counted {
        /// How many.
        count: usize,
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// It has no end.
    Endless {
        /// The first day.
        first: NaiveDate,
    },
    /// More days than a series is ever asked for.
    TooMany {
        /// The most that are shown.
        most: usize,
    },
}

/// How much the series of an entry gives; none for an entry that does not repeat or has no day.
#[must_use]
pub fn series_size(entry: &Entry) -> Option<SeriesSize> {
    let (repeat, first) = (entry.repeat.as_ref()?, entry.when.first_day()?);
    let part = |name: &str| repeat.rule().split(';').find_map(|part| part.strip_prefix(name));
    let count = part("COUNT=").map(|count| count.parse::<usize>().unwrap_or(usize::MAX));
    if count.is_some_and(|count| count >= MOST_INSTANCES) {
        return Some(SeriesSize::TooMany { most: MOST_INSTANCES });
    }
    let ahead = first.checked_add_days(Days::new(YEARS * 366)).unwrap_or(first);
    let until = part("UNTIL=").and_then(|until| NaiveDate::parse_from_str(until.get(..8)?, "%Y%m%d").ok());
    if count.is_none() && until.is_none() {
        let soon = first.checked_add_days(Days::new(60)).unwrap_or(first);
        let day =
            expanded(entry, first, soon, MOST_INSTANCES).into_iter().chain(expanded_once(entry, first, ahead)).next();
        return Some(day.map_or(SeriesSize::Nothing, |first| SeriesSize::Endless { first }));
    }
    let days = expanded(entry, first, until.unwrap_or(NaiveDate::MAX), MOST_INSTANCES);
    if days.len() >= MOST_INSTANCES {
        return Some(SeriesSize::TooMany { most: MOST_INSTANCES });
    }
    let ends = days.first().copied().zip(days.last().copied());
    Some(ends.map_or(SeriesSize::Nothing, |(first, last)| SeriesSize::Counted { count: days.len(), first, last }))
}

/// The days of a rule up to a day, read only when nothing nearer was found.
fn expanded_once(entry: &Entry, first: NaiveDate, until: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
    std::iter::once_with(move || expanded(entry, first, until, MOST_INSTANCES)).flatten()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{SeriesSize, series_size};
    use crate::model::{Entry, EntryId, EntryKind, Repeat, When};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// What a rule gives from Tuesday 24 November 2026 on.
    fn size(rule: &str) -> SeriesSize {
        let first = day(2026, 11, 24);
        let created = first.and_hms_opt(12, 40, 0).unwrap();
        let mut entry = Entry::new(EntryId::from_bytes([1; 16]), EntryKind::Meeting, "Екип", When::day(first), created);
        entry.repeat = Repeat::new(rule).ok();
        series_size(&entry).unwrap()
    }

    #[test]
    fn what_gives_nothing_or_too_much_is_told_apart_from_what_has_days() {
        let never = size("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
        assert_eq!(never, SeriesSize::Nothing);
        assert_eq!(size("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261127T235959"), SeriesSize::Nothing);
        let leap = size("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29");
        assert_eq!(leap, SeriesSize::Endless { first: day(2028, 2, 29) });
        let counted = size("FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        let (first, last) = (day(2026, 11, 24), day(2026, 12, 15));
        assert_eq!(counted, SeriesSize::Counted { count: 4, first, last });
        assert!(matches!(size("FREQ=DAILY;COUNT=999999"), SeriesSize::TooMany { .. }));
        assert!(matches!(size("FREQ=DAILY;UNTIL=20990101T235959"), SeriesSize::TooMany { .. }));
    }

    #[test]
    fn a_rule_that_cannot_be_counted_is_bounded_all_the_same() {
        assert_eq!(size("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"), SeriesSize::Nothing);
        assert_eq!(size("FREQ=MONTHLY;BYDAY=-1FR"), SeriesSize::Endless { first: day(2026, 11, 27) });
    }
}
