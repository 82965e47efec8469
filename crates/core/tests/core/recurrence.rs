//! Our days of a thousand random rules beside those that python-dateutil found (`scripts/recurrence_cases.py`).

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeZone as _};
use chrono_tz::Tz;
use serde::Deserialize;
use sponsor_core::model::{Entry, EntryId, EntryKind, Repeat, When};
use sponsor_core::query::instances;

const CASES: &str = include_str!("../data/recurrence.jsonl");

/// A rule and the days on which it is.
#[derive(Debug, Deserialize)]
struct Case {
    rule: String,
    zone: Option<Tz>,
    start: String,
    out: BTreeSet<NaiveDate>,
    from: NaiveDate,
    to: NaiveDate,
    days: String,
}

impl Case {
    fn start(&self) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(&self.start, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn entry(&self) -> Entry {
        let when = match self.zone {
            Some(zone) => When::Timed { start: self.start(), minutes: Some(30), zone },
            None => When::day(self.start().date()),
        };
        let mut entry = Entry::new(EntryId::from_bytes([1; 16]), EntryKind::Event, "Ред", when, self.start());
        let mut repeat = Repeat::new(&self.rule).unwrap();
        repeat.left_out.clone_from(&self.out);
        entry.repeat = Some(repeat);
        entry
    }

    fn asked(&self) -> RangeInclusive<NaiveDate> {
        self.from..=self.to
    }

    fn expected(&self) -> Vec<NaiveDate> {
        let mut day = self.from;
        let mut all = Vec::new();
        for part in self.days.split_whitespace() {
            let (step, times) = part.split_once('*').unwrap_or((part, "1"));
            for _ in 0..times.parse::<u32>().unwrap() {
                day = day + Days::new(step.parse().unwrap());
                all.push(day);
            }
        }
        all
    }
}

fn cases() -> Vec<Case> {
    CASES.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn days(entry: &Entry, asked: &RangeInclusive<NaiveDate>) -> Vec<NaiveDate> {
    instances(entry, asked).iter().filter_map(|one| one.when.first_day()).collect()
}

#[test]
fn a_thousand_rules_have_the_days_that_another_program_finds() {
    let cases = cases();
    assert_eq!(cases.len(), 1_000);
    let differing = cases.iter().filter(|case| days(&case.entry(), &case.asked()) != case.expected());
    let differing: Vec<_> = differing.map(|case| (&case.rule, &case.start, case.zone)).collect();
    // None differs, so that there is none to be named as one in which the other program is wrong.
    assert_eq!(differing, []);
}

#[test]
fn the_hour_of_a_series_stays_over_both_changes_of_the_clocks() {
    let mut changes = 0;
    for case in cases() {
        let Some(zone) = case.zone else { continue };
        let mut offsets = BTreeSet::new();
        for one in instances(&case.entry(), &case.asked()) {
            let When::Timed { start, zone: its, .. } = one.when else { panic!("a timed series has timed instances") };
            assert_eq!((start.time(), its), (case.start().time(), zone));
            // What stands on the clock is the same; the moment on the world's clock moves with the zone.
            offsets.extend(zone.from_local_datetime(&start).earliest().map(|at| start - at.naive_utc()));
        }
        changes += usize::from(offsets.len() > 1);
    }
    assert!(changes > 400, "only {changes} series stand on both sides of a change");
}
