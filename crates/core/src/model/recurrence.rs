//! How an entry repeats: a rule of RFC 5545, days left out, and instances that differ.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{EntryState, InvalidValue, Outcome, When};

/// One instance of a series that differs from the rest, keyed by its original day in [`Repeat::overrides`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InstanceOverride {
    /// Its own state.
    pub state: Option<EntryState>,
    /// Its own time.
    pub when: Option<When>,
    /// Its own title.
    pub title: Option<String>,
    /// What happened in it.
    pub outcome: Option<Outcome>,
}

/// A series: the rule and what departs from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "WrittenRepeat")]
pub struct Repeat {
    rule: String,
    /// Days of the rule on which nothing is.
    pub left_out: BTreeSet<NaiveDate>,
    /// Instances that differ, by their original day; one on a day that the rule does not have is one more.
    pub overrides: BTreeMap<NaiveDate, InstanceOverride>,
    /// The zone in whose time the instances are shown, where it is another than that of the series: a weekly call at ten
    /// in New York is now seven, now six hours later in Sofia.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_in: Option<Tz>,
}

/// A series as it stands in a file, before its rule is checked.
#[derive(Deserialize)]
struct WrittenRepeat {
    rule: String,
    left_out: BTreeSet<NaiveDate>,
    overrides: BTreeMap<NaiveDate, InstanceOverride>,
    #[serde(default)]
    shown_in: Option<Tz>,
}

impl TryFrom<WrittenRepeat> for Repeat {
    type Error = InvalidValue;

    fn try_from(written: WrittenRepeat) -> Result<Self, InvalidValue> {
        let WrittenRepeat { rule, left_out, overrides, shown_in } = written;
        Ok(Self { left_out, overrides, shown_in, ..Self::new(&rule)? })
    }
}

/// A day of the week as a rule names it (RFC 5545 §3.3.10, `weekday`).
#[must_use]
pub const fn weekday_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

impl Repeat {
    /// A series by the value of an RRULE (RFC 5545 §3.3.10), such as "FREQ=WEEKLY;BYDAY=MO".
    ///
    /// # Errors
    /// [`InvalidValue::Rule`] when it names no frequency or has a character that no rule has.
    pub fn new(rule: &str) -> Result<Self, InvalidValue> {
        let rule = rule.trim().trim_start_matches("RRULE:").to_ascii_uppercase();
        let sound = rule.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"=;,+-".contains(&byte));
        if !sound || !rule.split(';').any(|part| part.starts_with("FREQ=")) {
            return Err(InvalidValue::Rule);
        }
        Ok(Self { rule, left_out: BTreeSet::new(), overrides: BTreeMap::new(), shown_in: None })
    }

    /// The value of the RRULE.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    fn part(&self, name: &str) -> Option<&str> {
        self.rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    }

    /// The parts of the rule that say on which days it is, beside how often and until when.
    fn days_said(&self) -> Vec<(&str, &str)> {
        let parts = self.rule.split(';').filter_map(|part| part.split_once('='));
        parts.filter(|(name, _)| !matches!(*name, "FREQ" | "INTERVAL" | "COUNT" | "UNTIL" | "WKST")).collect()
    }

    /// Whether the rule goes by months.
    #[must_use]
    pub fn goes_by_months(&self) -> bool {
        self.part("FREQ") == Some("MONTHLY")
    }

    /// For a rule such as "the second Tuesday of the month" which one, -1 for the last, and the weekday.
    #[must_use]
    pub fn place_in_month(&self) -> Option<(i8, Weekday)> {
        let days = self.part("BYDAY").filter(|_| self.goes_by_months())?;
        let (place, code) = days.split_at_checked(days.len().checked_sub(2)?)?;
        Some((place.parse().ok()?, weekday_of(code)?))
    }

    /// The rule with this part in the place of the one that is named so.
    fn with_part(&self, name: &str, value: &str) -> Result<Self, InvalidValue> {
        let named = |part: &&str| part.split('=').next() == Some(name);
        let others = self.rule.split(';').filter(|part| !named(part)).map(str::to_owned);
        Self::new(&others.chain([format!("{name}={value}")]).collect::<Vec<_>>().join(";"))
    }

    fn without_part(&self, name: &str) -> Result<Self, InvalidValue> {
        let others = self.rule.split(';').filter(|part| part.split('=').next() != Some(name));
        Self::new(&others.collect::<Vec<_>>().join(";"))
    }

    /// The same rhythm that ends with a day, without what departs from the rule.
    ///
    /// # Errors
    /// [`InvalidValue::Rule`] when the rule cannot be read.
    pub fn ending(&self, last: NaiveDate) -> Result<Self, InvalidValue> {
        self.without_part("COUNT")?.with_part("UNTIL", &last.format("%Y%m%dT235959").to_string())
    }

    /// The rule without its first instances: one that is counted counts that many fewer.
    ///
    /// # Errors
    /// [`InvalidValue::Rule`] when the rule cannot be read, or nothing is left.
    pub fn without_first(&self, passed: usize) -> Result<Self, InvalidValue> {
        let Some(count) = self.part("COUNT") else { return Self::new(&self.rule) };
        let count: usize = count.parse().map_err(|_| InvalidValue::Rule)?;
        let left = count.checked_sub(passed).filter(|left| *left > 0).ok_or(InvalidValue::Rule)?;
        self.with_part("COUNT", &left.to_string())
    }

    /// The rule after its instance of one day went to another, all others likewise, without what departs from it; none
    /// where it says more than can be moved so.
    #[must_use]
    pub fn moved(&self, from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let plain = Self::new(&self.rule).ok()?;
        if from == to {
            return Some(plain);
        }
        let moved = match (self.part("FREQ")?, self.days_said().as_slice()) {
            ("DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY", []) => plain,
            ("WEEKLY", [("BYDAY", days)]) => {
                let turned: Option<Vec<&str>> = days
                    .split(',')
                    .map(|code| {
                        let ahead = (to - from).num_days() + i64::from(weekday_of(code)?.num_days_from_monday());
                        let turned = u8::try_from(ahead.rem_euclid(7)).ok()?;
                        Some(weekday_code(Weekday::try_from(turned).ok()?))
                    })
                    .collect();
                plain.with_part("BYDAY", &turned?.join(",")).ok()?
            }
            ("MONTHLY", [("BYMONTHDAY", _)]) => plain.with_part("BYMONTHDAY", &to.day().to_string()).ok()?,
            ("MONTHLY", [("BYDAY", _)]) => {
                let (place, _) = self.place_in_month()?;
                let place = if place < 0 && is_last_in_month(to) { -1 } else { place_of(to) };
                plain.with_part("BYDAY", &format!("{place}{}", weekday_code(to.weekday()))).ok()?
            }
            _ => return None,
        };
        let Some(until) = self.part("UNTIL") else { return Some(moved) };
        let until = NaiveDate::parse_from_str(until.get(..8)?, "%Y%m%d").ok()?;
        moved.with_part("UNTIL", &until.checked_add_signed(to - from)?.format("%Y%m%dT235959").to_string()).ok()
    }
}

/// The weekday that a rule names by two letters.
#[must_use]
pub fn weekday_of(code: &str) -> Option<Weekday> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [Mon, Tue, Wed, Thu, Fri, Sat, Sun].into_iter().find(|day| weekday_code(*day) == code)
}

/// Which one of its weekday a day is in its month, from 1 to 5.
#[must_use]
pub fn place_of(day: NaiveDate) -> i8 {
    i8::try_from((day.day() - 1) / 7 + 1).unwrap_or(1)
}

/// Whether a day is the last one of its weekday in its month.
#[must_use]
pub fn is_last_in_month(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month())
}

/// The day of the month that begins with `first` which is the `place`-th of a weekday; the last for a negative place.
/// None where the month has no fifth.
#[must_use]
pub fn weekday_in_month(first: NaiveDate, place: i8, weekday: Weekday) -> Option<NaiveDate> {
    if place < 0 {
        let next = first.checked_add_months(Months::new(1))?.pred_opt()?;
        let back = next.weekday().days_since(weekday);
        return next.checked_sub_days(Days::new(back.into()));
    }
    let ahead = u64::from(weekday.days_since(first.weekday())) + 7 * (u64::try_from(place).ok()?.checked_sub(1)?);
    first.checked_add_days(Days::new(ahead)).filter(|day| day.month() == first.month())
}

/// A day of the month that begins with `first`; the last one where the month has fewer.
#[must_use]
pub fn month_day(first: NaiveDate, day: u32) -> Option<NaiveDate> {
    first.with_day(day).or_else(|| first.checked_add_months(Months::new(1))?.pred_opt())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Repeat, month_day, weekday_in_month};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_rule_moves_with_one_of_its_days_and_keeps_its_rhythm() {
        let moved = |rule: &str, from, to| {
            Repeat::new(rule).unwrap().moved(from, to).map(|moved| moved.rule().to_owned()).unwrap_or_default()
        };
        assert_eq!(moved("FREQ=DAILY", day(11, 24), day(11, 25)), "FREQ=DAILY");
        let turned = moved("FREQ=WEEKLY;BYDAY=TU,SU;UNTIL=20261210T235959", day(11, 24), day(11, 25));
        assert_eq!(turned, "FREQ=WEEKLY;BYDAY=WE,MO;UNTIL=20261211T235959");
        assert_eq!(moved("FREQ=MONTHLY;BYMONTHDAY=24", day(11, 24), day(11, 26)), "FREQ=MONTHLY;BYMONTHDAY=26");
        assert_eq!(moved("FREQ=MONTHLY;BYDAY=2TU", day(11, 10), day(11, 18)), "FREQ=MONTHLY;BYDAY=3WE");
        assert_eq!(moved("FREQ=MONTHLY;BYDAY=-1FR", day(11, 27), day(11, 26)), "FREQ=MONTHLY;BYDAY=-1TH");
        assert_eq!(moved("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", day(11, 30), day(11, 29)), "");
        // Only the hour changes: every rule stays as it is.
        let odd = "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1";
        assert_eq!(moved(odd, day(11, 30), day(11, 30)), odd);
    }

    #[test]
    fn a_place_in_a_month_is_the_day_that_the_calendar_shows() {
        use chrono::Weekday::{Fri, Sun, Tue};
        assert_eq!(weekday_in_month(day(11, 1), 2, Tue), Some(day(11, 10)));
        assert_eq!(weekday_in_month(day(11, 1), -1, Fri), Some(day(11, 27)));
        assert_eq!(weekday_in_month(day(11, 1), 5, Sun), Some(day(11, 29)));
        assert_eq!(weekday_in_month(day(12, 1), 5, Sun), None);
        assert_eq!(month_day(day(2, 1), 31), Some(day(2, 28)));
    }
}
