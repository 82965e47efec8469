//! The instances of entries over a span of days. Recurrence rules are expanded by `calcard`, only for what is asked for
//! and never without bound.

use std::ops::RangeInclusive;

use calcard::Entry as Parsed;
use calcard::Parser;
use calcard::common::timezone::Tz as CalendarZone;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::model::{Entry, EntryState, InstanceOverride, Outcome, When};

/// The most instances that one rule is asked for. A daily entry of thirty years has fewer.
const MOST_INSTANCES: usize = 12_000;

/// One appearance of an entry: the entry itself, or one instance of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// The original day, for an instance of a series.
    pub of_series: Option<NaiveDate>,
    /// When it is.
    pub when: When,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub state: EntryState,
    /// What happened in it.
    pub outcome: Option<Outcome>,
}

impl Instance {
    fn whole(entry: &Entry) -> Self {
        Self {
            of_series: None,
            when: entry.when,
            title: entry.title.clone(),
            state: entry.state,
            outcome: entry.outcome.clone(),
        }
    }

    fn overridden(entry: &Entry, day: NaiveDate, own: &InstanceOverride) -> Self {
        Self {
            of_series: Some(day),
            when: own.when.unwrap_or_else(|| entry.when.on_day(day)),
            title: own.title.clone().unwrap_or_else(|| entry.title.clone()),
            state: own.state.unwrap_or(entry.state),
            outcome: own.outcome.clone(),
        }
    }

    fn covers(&self, days: &RangeInclusive<NaiveDate>) -> bool {
        match (self.when.first_day(), self.when.last_day()) {
            (Some(first), Some(last)) => first <= *days.end() && last >= *days.start(),
            _ => false,
        }
    }
}

/// The original days of a series up to a day, in order, those left out too.
fn days_of_rule(entry: &Entry, until: NaiveDate) -> Vec<NaiveDate> {
    let (Some(repeat), Some(first)) = (&entry.repeat, entry.when.first_day()) else { return Vec::new() };
    if until < first {
        return Vec::new();
    }
    let time = entry.when.time().unwrap_or(NaiveTime::MIN);
    let calendar = calendar_text(&bounded(repeat.rule(), until), first.and_time(time));
    let Parsed::ICalendar(calendar) = Parser::new(&calendar).entry() else { return Vec::new() };
    let expanded = calendar.expand_dates(CalendarZone::Floating, MOST_INSTANCES);
    let mut days: Vec<_> = expanded.events.iter().map(|event| event.start.date_naive()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The rule with its end no later than a day, unless it is counted.
fn bounded(rule: &str, until: NaiveDate) -> String {
    let has = |name: &str| rule.split(';').any(|part| part.starts_with(name));
    if has("COUNT=") {
        return rule.to_owned();
    }
    let ours = until.format("%Y%m%dT235959").to_string();
    let kept = rule.split(';').filter(|part| !part.starts_with("UNTIL="));
    let theirs = rule.split(';').find_map(|part| part.strip_prefix("UNTIL="));
    let end = theirs.map(|end| end.trim_end_matches('Z').to_owned()).filter(|end| *end < ours).unwrap_or(ours);
    kept.map(str::to_owned).chain([format!("UNTIL={end}")]).collect::<Vec<_>>().join(";")
}

fn calendar_text(rule: &str, start: NaiveDateTime) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{}\r\nRRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        start.format("%Y%m%dT%H%M%S")
    )
}

/// Whether a series has an instance whose original day is this one.
#[must_use]
pub fn series_has(entry: &Entry, day: NaiveDate) -> bool {
    let left_out = entry.repeat.as_ref().is_some_and(|repeat| repeat.left_out.contains(&day));
    !left_out && days_of_rule(entry, day).binary_search(&day).is_ok()
}

/// The appearances of an entry over these days, in order of time.
#[must_use]
pub fn instances(entry: &Entry, days: &RangeInclusive<NaiveDate>) -> Vec<Instance> {
    let Some(repeat) = &entry.repeat else {
        return Some(Instance::whole(entry)).filter(|one| one.covers(days)).into_iter().collect();
    };
    let mut found = Vec::new();
    for day in days_of_rule(entry, *days.end()) {
        if repeat.left_out.contains(&day) || repeat.overrides.contains_key(&day) {
            continue;
        }
        let whole = Instance::whole(entry);
        found.push(Instance { of_series: Some(day), when: entry.when.on_day(day), ..whole });
    }
    found.extend(repeat.overrides.iter().map(|(day, own)| Instance::overridden(entry, *day, own)));
    found.retain(|one| one.covers(days));
    found.sort_by_key(|one| (one.when.first_day(), one.when.time()));
    found
}

/// How far ahead the next instance of a series is looked for, in days: one a year is found.
const LOOKED_AHEAD: chrono::Days = chrono::Days::new(400);

/// The most decided instances that one series gives: its newest.
const MOST_DECIDED: usize = 300;

/// The instances of a series of which something was decided or told, newest first by their original days.
#[must_use]
pub fn decided_instances(entry: &Entry) -> Vec<Instance> {
    let overrides = entry.repeat.iter().flat_map(|repeat| repeat.overrides.iter().rev());
    let all = overrides.map(|(day, own)| Instance::overridden(entry, *day, own));
    all.filter(|one| one.state != EntryState::Planned || one.outcome.is_some()).take(MOST_DECIDED).collect()
}

/// The next instance of a series that is planned, from a day on.
#[must_use]
pub fn next_planned(entry: &Entry, from: NaiveDate) -> Option<Instance> {
    let until = from.checked_add_days(LOOKED_AHEAD).unwrap_or(from);
    instances(entry, &(from..=until)).into_iter().find(|one| one.state == EntryState::Planned)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{instances, series_has};
    use crate::model::{Entry, EntryId, EntryKind, EntryState, InstanceOverride, Repeat, When};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    fn weekly() -> Entry {
        let start = day(5).and_hms_opt(10, 0, 0).unwrap();
        let when = When::Timed { start, minutes: Some(60), zone: chrono_tz::Europe::Sofia };
        let mut entry = Entry::new(EntryId::from_bytes([1; 16]), EntryKind::Meeting, "Екип", when, start);
        entry.repeat = Some(Repeat::new("FREQ=WEEKLY;BYDAY=MO").unwrap());
        entry
    }

    #[test]
    fn a_weekly_meeting_at_ten_stays_at_ten_over_a_change_of_clocks() {
        let found = instances(&weekly(), &(day(19)..=NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()));
        let times: Vec<_> = found.iter().map(|one| one.when.time().unwrap().to_string()).collect();
        assert_eq!(times, ["10:00:00", "10:00:00", "10:00:00"]);
    }

    #[test]
    fn one_instance_keeps_its_own_state_and_time_and_another_is_left_out() {
        let mut entry = weekly();
        let repeat = entry.repeat.as_mut().unwrap();
        repeat.left_out.insert(day(12));
        let moved = InstanceOverride {
            state: Some(EntryState::Done),
            when: Some(When::day(day(20))),
            ..InstanceOverride::default()
        };
        repeat.overrides.insert(day(19), moved);
        let found = instances(&entry, &(day(1)..=day(31)));
        let shown: Vec<_> = found.iter().map(|one| (one.when.first_day().unwrap(), one.state)).collect();
        assert_eq!(shown, [(day(5), EntryState::Planned), (day(20), EntryState::Done), (day(26), EntryState::Planned)]);
        assert!(!series_has(&entry, day(12)));
        assert!(!series_has(&entry, day(13)));
    }

    #[test]
    fn a_series_that_ends_has_no_instance_after_its_end() {
        let mut entry = weekly();
        entry.repeat = Some(Repeat::new("FREQ=DAILY;UNTIL=20261007T235959Z").unwrap());
        assert_eq!(instances(&entry, &(day(1)..=day(31))).len(), 3);
        entry.repeat = Some(Repeat::new("FREQ=DAILY;COUNT=2").unwrap());
        assert_eq!(instances(&entry, &(day(1)..=day(31))).len(), 2);
    }
}
