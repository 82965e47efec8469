//! Where an entry came from when it came from a calendar file, and what that file said beyond our own fields.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::values::is_default;

/// How new a component of a calendar is: a higher number is newer, then a later moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CalendarVersion {
    /// SEQUENCE; zero unless said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sequence: u32,
    /// LAST-MODIFIED, else DTSTAMP, in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamp: Option<NaiveDateTime>,
}

impl CalendarVersion {
    /// Whether this is older than another; what cannot be told apart is not.
    #[must_use]
    pub fn is_older_than(&self, other: &Self) -> bool {
        match self.sequence.cmp(&other.sequence) {
            std::cmp::Ordering::Equal => self.stamp.zip(other.stamp).is_some_and(|(ours, theirs)| ours < theirs),
            order => order.is_lt(),
        }
    }
}

/// The fingerprints of a field when a file was last taken in: as it was written here, and as the file had it. By them
/// one tells who changed it since.
pub type Fingerprints = (u64, u64);

/// One instance of a series as a calendar file had it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarInstance {
    /// How new it was.
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: CalendarVersion,
    /// Its fields when they were taken in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<Fingerprints>,
    /// Lines that we have no field for, whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rest: Vec<String>,
}

impl CalendarInstance {
    /// The text of a property that differs from the series' and that we have no field for: `LOCATION`, `DESCRIPTION`.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        let value = |line: &String| Some(line.strip_prefix(name)?.strip_prefix(':')?.to_owned());
        let value = self.rest.iter().find_map(value)?;
        let mut text = String::with_capacity(value.len());
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => text.extend(letters.next().map(|next| if matches!(next, 'n' | 'N') { '\n' } else { next })),
                plain => text.push(plain),
            }
        }
        Some(text)
    }
}

/// An alarm that says more than how long before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarAlarm {
    /// The reminder that it is, in minutes before the start; none for one that is no reminder of ours.
    pub minutes: Option<u32>,
    /// Its lines, whole.
    pub lines: Vec<String>,
}

/// The calendar file that an entry came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarSource {
    /// The UID, by which the same thing is known in another file.
    pub uid: String,
    /// How new it was.
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: CalendarVersion,
    /// Its fields when they were taken in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<Fingerprints>,
    /// Lines that we have no field for, whole; components within it with their BEGIN and END.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rest: Vec<String>,
    /// Alarms that say more than how long before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<CalendarAlarm>,
    /// Instances that had a component of their own, by their original days.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub instances: BTreeMap<NaiveDate, CalendarInstance>,
}
