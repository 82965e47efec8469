//! The moment at which something happens. Core reads no clock: whoever gives a command or asks says when it is.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

/// A moment as a person's clock on the wall shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Local date and time.
    pub local: NaiveDateTime,
    /// The zone of the wall clock.
    pub zone: Tz,
}

impl Now {
    /// A moment.
    #[must_use]
    pub const fn new(local: NaiveDateTime, zone: Tz) -> Self {
        Self { local, zone }
    }

    /// The date of the calendar.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.local.date()
    }

    /// The day that a person would call "today": before the hour at which a day ends it is still the day before.
    #[must_use]
    pub fn today(&self, day_ends: NaiveTime) -> NaiveDate {
        let date = self.local.date();
        let night = self.local.time() < day_ends && day_ends < NOON;
        if night { date.checked_sub_days(Days::new(1)).unwrap_or(date) } else { date }
    }
}

/// A day that "ended" after noon would swallow the next one: such a setting is taken as midnight.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::Now;

    #[test]
    fn what_is_jotted_after_midnight_belongs_to_the_evening_before() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let four = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
        let at = |hour| Now::new(day.and_hms_opt(hour, 30, 0).unwrap(), chrono_tz::Europe::Sofia).today(four);
        assert_eq!(at(1), day.pred_opt().unwrap());
        assert_eq!(at(4), day);
        assert_eq!(at(23), day);
    }
}
