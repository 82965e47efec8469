//! What else is at a time.

use chrono::{Days, NaiveDateTime, TimeDelta};

use super::{Item, View};
use crate::model::{EntryId, EntryKind, EntryState, When};
use crate::store::StoreError;

/// How long a thing without a length is taken to be, so that two at the same hour meet.
const LEAST: TimeDelta = TimeDelta::minutes(30);

/// The most days that a thing with an hour lasts: it is looked for that long before.
const LONGEST: Days = Days::new(7);

/// From when to when a thing with an hour is.
fn span(when: &When) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let When::Timed { start, .. } = when else { return None };
    let end = when.end().unwrap_or(*start);
    Some((*start, end.max(start.checked_add_signed(LEAST).unwrap_or(*start))))
}

/// Whether two things are at the same time. What has no hour is at no time; what ends when the other begins is not.
#[must_use]
pub fn overlap(one: &When, other: &When) -> bool {
    let meet = |((from, to), (other_from, other_to))| from < other_to && other_from < to;
    span(one).zip(span(other)).is_some_and(meet)
}

impl View {
    /// What is planned at that time, in order of time, without the entry `except` itself. Notes take no time.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn planned_at(&self, when: &When, except: EntryId) -> Result<Vec<Item>, StoreError> {
        let Some((first, last)) = when.first_day().zip(when.last_day()) else { return Ok(Vec::new()) };
        let mut items = self.items(&(first.checked_sub_days(LONGEST).unwrap_or(first)..=last))?;
        items.retain(|item| {
            item.id != except
                && item.kind != EntryKind::Note
                && item.state == EntryState::Planned
                && overlap(&item.when, when)
        });
        Ok(items)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::overlap;
    use crate::model::When;

    fn at(hour: u32, minute: u32, minutes: Option<u32>) -> When {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        When::Timed { start: day.and_hms_opt(hour, minute, 0).unwrap(), minutes, zone: chrono_tz::Europe::Sofia }
    }

    #[test]
    fn things_meet_when_one_begins_before_the_other_is_over() {
        let ten = at(10, 0, Some(60));
        assert!(overlap(&ten, &at(10, 30, Some(60))));
        assert!(overlap(&at(9, 0, Some(180)), &ten));
        assert!(!overlap(&ten, &at(11, 0, Some(60))));
        assert!(!overlap(&at(9, 0, Some(60)), &ten));
    }

    #[test]
    fn two_without_a_length_meet_at_the_same_hour_and_a_whole_day_meets_nothing() {
        assert!(overlap(&at(10, 0, None), &at(10, 0, None)));
        assert!(overlap(&at(10, 0, None), &at(10, 15, Some(5))));
        assert!(!overlap(&at(10, 0, None), &at(10, 30, None)));
        let day = When::day(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
        assert!(!overlap(&day, &at(10, 0, Some(60))) && !overlap(&When::Undated, &When::Undated));
    }
}
