//! How an entry repeats: a rule of RFC 5545, days left out, and instances that differ.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, Weekday};
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
}
