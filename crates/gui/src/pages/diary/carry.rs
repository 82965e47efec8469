//! An entry while it is moved or stretched by drag. Nothing here paints.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use sponsor_core::model::When;

use super::layout::DAY_MINUTES;
use super::week::Chosen;

/// Steps of a drag, in minutes.
const STEP: i64 = 15;

/// An entry that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Carry {
    /// Which.
    pub(super) entry: Chosen,
    /// Where it stood.
    pub(super) from: When,
    /// Where it would go now.
    pub(super) to: When,
    /// Whether its end is dragged, not all of it.
    stretches: bool,
    /// Minutes from its start to where it was taken hold of.
    hold: i64,
}

impl Carry {
    /// Takes hold of a timed entry at a moment; none of what has no hour.
    pub(super) fn begin(entry: Chosen, from: When, held: NaiveDateTime, stretches: bool) -> Option<Self> {
        let When::Timed { start, .. } = from else { return None };
        Some(Self { entry, from, to: from, stretches, hold: (held - start).num_minutes() })
    }

    /// Follows the pointer to a minute of a day.
    pub(super) fn follow(&mut self, day: NaiveDate, minute: u32) {
        let When::Timed { start, minutes, zone } = self.from else { return };
        let pointed = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
        self.to = if self.stretches {
            let length = nearest((pointed - start).num_minutes()).clamp(STEP, 24 * 60);
            When::Timed { start, minutes: u32::try_from(length).ok(), zone }
        } else {
            let begins = nearest(i64::from(minute) - self.hold).clamp(0, i64::from(DAY_MINUTES) - STEP);
            When::Timed { start: day.and_time(NaiveTime::MIN) + TimeDelta::minutes(begins), minutes, zone }
        };
    }

    /// Whether it would stand elsewhere or end elsewhere.
    pub(super) fn changes(&self) -> bool {
        self.from != self.to
    }
}

fn nearest(minutes: i64) -> i64 {
    (minutes + STEP / 2).div_euclid(STEP) * STEP
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::model::{EntryId, When};

    use super::Carry;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn timed(on: u32, hour: u32, minute: u32, minutes: u32) -> When {
        let start = day(on).and_hms_opt(hour, minute, 0).unwrap();
        When::Timed { start, minutes: Some(minutes), zone: chrono_tz::Europe::Sofia }
    }

    #[test]
    fn an_entry_follows_the_point_where_it_is_held_in_quarters_of_an_hour() {
        let held = day(25).and_hms_opt(16, 20, 0).unwrap();
        let mut carry = Carry::begin((EntryId::from_bytes([1; 16]), None), timed(25, 16, 0, 45), held, false).unwrap();
        carry.follow(day(25), 16 * 60 + 22);
        assert!(!carry.changes());
        carry.follow(day(26), 15 * 60 + 24);
        assert_eq!(carry.to, timed(26, 15, 0, 45));
        carry.follow(day(26), 5);
        assert_eq!(carry.to, timed(26, 0, 0, 45));
    }

    #[test]
    fn a_stretched_entry_keeps_its_start_and_never_vanishes() {
        let held = day(25).and_hms_opt(16, 44, 0).unwrap();
        let mut carry = Carry::begin((EntryId::from_bytes([1; 16]), None), timed(25, 16, 0, 45), held, true).unwrap();
        carry.follow(day(25), 17 * 60 + 31);
        assert_eq!(carry.to, timed(25, 16, 0, 90));
        carry.follow(day(25), 15 * 60);
        assert_eq!(carry.to, timed(25, 16, 0, 15));
        assert!(Carry::begin((EntryId::from_bytes([1; 16]), None), When::day(day(25)), held, false).is_none());
    }
}
