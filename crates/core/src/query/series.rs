//! The instances of entries over a span of days. Recurrence rules are expanded by `calcard`, only for what is asked for
//! and never without bound.

use std::ops::RangeInclusive;

use calcard::Entry as Parsed;
use calcard::Parser;
use calcard::common::timezone::Tz as CalendarZone;
use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _};

use crate::model::{Entry, EntryState, InstanceOverride, Outcome, When};

/// The most instances that one rule is asked for. A daily entry of thirty years has fewer.
pub(super) const MOST_INSTANCES: usize = 12_000;

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
            when: own.when.unwrap_or_else(|| when_of(entry, day)),
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

/// When the instance of a series is whose original day is this one, in the zone in which it is shown.
#[must_use]
pub fn when_of(entry: &Entry, day: NaiveDate) -> When {
    let when = entry.when.on_day(day);
    match entry.repeat.as_ref().and_then(|repeat| repeat.shown_in) {
        Some(zone) => when.seen_in(zone),
        None => when,
    }
}

/// The first day that a rule gives from the first day of an entry on, however far it is; none for a rule that gives
/// none within a hundred years.
#[must_use]
pub fn first_of_rule(entry: &Entry) -> Option<NaiveDate> {
    let first = entry.when.first_day()?;
    let until = first.checked_add_months(Months::new(1_200))?;
    expanded(entry, first, until, 1).first().copied()
}

/// The original days of a series over a span of days, in order, those left out too.
fn days_of_rule(entry: &Entry, days: &RangeInclusive<NaiveDate>) -> Vec<NaiveDate> {
    let (Some(repeat), Some(first)) = (&entry.repeat, entry.when.first_day()) else { return Vec::new() };
    let mut found = expanded(entry, begin(repeat.rule(), first, *days.start()), *days.end(), MOST_INSTANCES);
    // What a later beginning may add stands before the days that are asked for.
    found.retain(|day| days.contains(day));
    found
}

/// The original days of a series from its first up to a day, in order, those left out too.
pub(crate) fn original_days(entry: &Entry, until: NaiveDate) -> Vec<NaiveDate> {
    let mut days =
        entry.when.first_day().map(|first| expanded(entry, first, until, MOST_INSTANCES)).unwrap_or_default();
    // A rule that is counted is not bounded by a day.
    days.retain(|day| *day <= until);
    days
}

/// The days of a rule from a beginning up to a day.
pub(super) fn expanded(entry: &Entry, first: NaiveDate, until: NaiveDate, most: usize) -> Vec<NaiveDate> {
    let Some(repeat) = &entry.repeat else { return Vec::new() };
    if until < first {
        return Vec::new();
    }
    let time = entry.when.time().unwrap_or(NaiveTime::MIN);
    let calendar = calendar_text(&bounded(repeat.rule(), until, &entry.when), first.and_time(time));
    let Parsed::ICalendar(calendar) = Parser::new(&calendar).entry() else { return Vec::new() };
    let expanded = calendar.expand_dates(CalendarZone::Floating, most);
    let mut days: Vec<_> = expanded.events.iter().map(|event| event.start.date_naive()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Where the expansion may begin so that nothing from a day on is missed: as late as the rule allows, a whole number of
/// its intervals after its first day, and at least one before the day. A rule that is counted, or that goes by years,
/// begins where it does; so does one on a day that not every month has.
fn begin(rule: &str, first: NaiveDate, from: NaiveDate) -> NaiveDate {
    let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name));
    let interval = part("INTERVAL=").map_or(Some(1), |text| text.parse::<u32>().ok()).filter(|every| *every > 0);
    let Some(every) = interval.filter(|_| part("COUNT=").is_none() && from > first) else { return first };
    let passed = u64::try_from((from - first).num_days()).unwrap_or(0);
    let whole = |length: u64| (passed / length).saturating_sub(1) * length;
    let later = match part("FREQ=") {
        Some("DAILY") => first.checked_add_days(Days::new(whole(u64::from(every)))),
        Some("WEEKLY") => first.checked_add_days(Days::new(whole(7 * u64::from(every)))),
        // Twelve times the interval is the same month of another year; a year has 366 days at most.
        Some("MONTHLY") if first.day() <= 28 => u32::try_from(whole(366 * u64::from(every)) / 366 * 12)
            .ok()
            .and_then(|months| first.checked_add_months(Months::new(months))),
        _ => None,
    };
    later.unwrap_or(first)
}

/// The rule with its end no later than a day, by the local time of what repeats.
fn bounded(rule: &str, until: NaiveDate, when: &When) -> String {
    let ours = until.min(FARTHEST).and_time(DAY_END);
    let kept = rule.split(';').filter(|part| !part.starts_with("UNTIL="));
    let theirs = rule.split(';').find_map(|part| part.strip_prefix("UNTIL=")).and_then(|end| rule_end(end, when));
    let end = theirs.map_or(ours, |theirs| theirs.min(ours));
    let end = format!("UNTIL={}", end.format(LOCAL_FORMAT));
    kept.map(str::to_owned).chain([end]).collect::<Vec<_>>().join(";")
}

/// The last day that a rule can write (RFC 5545 §3.3.4: a year has four digits).
const FARTHEST: NaiveDate = match NaiveDate::from_ymd_opt(9_999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// How a rule writes a local moment.
const LOCAL_FORMAT: &str = "%Y%m%dT%H%M%S";

/// The last second of a day.
const DAY_END: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The end of a rule in the local time of what repeats: RFC 5545 has it in UTC where the start has a zone, and a day
/// alone is all of that day. None for what is no moment.
pub(crate) fn rule_end(end: &str, when: &When) -> Option<NaiveDateTime> {
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    let Some((date, _)) = end.split_once('T') else { return day(end).map(|day| day.and_time(DAY_END)) };
    match (when, end.strip_suffix('Z')) {
        (When::Timed { zone, .. }, Some(utc)) => {
            let moment = NaiveDateTime::parse_from_str(utc, LOCAL_FORMAT).ok()?;
            Some(zone.from_utc_datetime(&moment).naive_local())
        }
        (When::Timed { .. }, None) => NaiveDateTime::parse_from_str(end, LOCAL_FORMAT).ok(),
        // A whole day ends with a day; some programs write a moment all the same.
        _ => day(date).map(|day| day.and_time(DAY_END)),
    }
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
    !left_out && !days_of_rule(entry, &(day..=day)).is_empty()
}

/// The appearances of an entry over these days, in order of time.
#[must_use]
pub fn instances(entry: &Entry, days: &RangeInclusive<NaiveDate>) -> Vec<Instance> {
    let Some(repeat) = &entry.repeat else {
        return Some(Instance::whole(entry)).filter(|one| one.covers(days)).into_iter().collect();
    };
    let mut found = Vec::new();
    // What lasts several days may have begun before them.
    let lasts = entry.when.first_day().zip(entry.when.last_day()).map_or(0, |(first, last)| (last - first).num_days());
    // What is shown in another zone may be on the day before or after.
    let beside = u64::from(repeat.shown_in.is_some());
    let lasts = Days::new(u64::try_from(lasts).unwrap_or(0) + beside);
    let from = days.start().checked_sub_days(lasts).unwrap_or(*days.start());
    let until = days.end().checked_add_days(Days::new(beside)).unwrap_or(*days.end());
    for day in days_of_rule(entry, &(from..=until)) {
        if repeat.left_out.contains(&day) || repeat.overrides.contains_key(&day) {
            continue;
        }
        let whole = Instance::whole(entry);
        found.push(Instance { of_series: Some(day), when: when_of(entry, day), ..whole });
    }
    found.extend(repeat.overrides.iter().map(|(day, own)| Instance::overridden(entry, *day, own)));
    found.retain(|one| one.covers(days));
    found.sort_by_key(|one| (one.when.first_day(), one.when.time()));
    found
}

/// How far ahead the next instance of a series is looked for, in days: one a year is found.
const LOOKED_AHEAD: Days = Days::new(400);

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

    use proptest::prelude::*;

    use super::{MOST_INSTANCES, days_of_rule, expanded, instances, series_has};
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

    #[test]
    fn a_series_of_another_zone_is_shown_by_the_clock_at_home() {
        let mut entry = weekly();
        let start = day(12).and_hms_opt(20, 0, 0).unwrap();
        entry.when = When::Timed { start, minutes: Some(60), zone: chrono_tz::America::New_York };
        entry.repeat.as_mut().unwrap().shown_in = Some(chrono_tz::Europe::Sofia);
        // The clocks go back on 25 October in Sofia and on 1 November in New York.
        let found = instances(&entry, &(day(20)..=NaiveDate::from_ymd_opt(2026, 11, 3).unwrap()));
        let shown: Vec<_> =
            found.iter().map(|one| format!("{} {}", one.when.first_day().unwrap(), one.when.time().unwrap())).collect();
        assert_eq!(shown, ["2026-10-20 03:00:00", "2026-10-27 02:00:00", "2026-11-03 03:00:00"]);
        assert_eq!(found[0].of_series, Some(day(19)));
    }

    #[test]
    fn an_end_in_utc_is_one_by_the_clock_of_the_series() {
        let mut entry = weekly();
        // Ten o'clock in Sofia is seven in UTC in summer and eight in winter.
        for (end, count) in [("20261026T080000Z", 4), ("20261026T075959Z", 3), ("20261019T070000Z", 3), ("20261019", 3)]
        {
            entry.repeat = Some(Repeat::new(&format!("FREQ=WEEKLY;UNTIL={end}")).unwrap());
            assert_eq!(instances(&entry, &(day(1)..=day(31))).len(), count, "{end}");
        }
        entry.when = When::day(day(5));
        entry.repeat = Some(Repeat::new("FREQ=WEEKLY;UNTIL=20261019T000000Z").unwrap());
        assert_eq!(instances(&entry, &(day(1)..=day(31))).len(), 3);
    }

    fn rule() -> impl Strategy<Value = String> {
        let more = proptest::sample::select(vec![
            "",
            ";BYDAY=MO,TH",
            ";BYDAY=TU;WKST=SU",
            ";BYMONTHDAY=15",
            ";BYMONTHDAY=-1",
            ";BYDAY=2MO",
            ";BYMONTH=3,11",
            ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            ";UNTIL=20280301T235959Z",
            ";COUNT=40",
        ]);
        (proptest::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), 1_u32..6, more)
            .prop_filter("a place within a month needs months", |(often, _, more)| {
                let months = matches!(*often, "MONTHLY" | "YEARLY");
                months || !(more.contains("2MO") || more.contains("MONTHDAY") || more.contains("SETPOS"))
            })
            .prop_map(|(often, every, more)| format!("FREQ={often};INTERVAL={every}{more}"))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_series_from_a_later_beginning_has_the_same_days_as_from_its_first(
            rule in rule(),
            first in 0_u64..800,
            after in 0_u64..1_500,
            length in 0_u64..90,
        ) {
            let origin = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
            let first = origin + chrono::Days::new(first);
            let mut entry = weekly();
            entry.when = When::day(first);
            entry.repeat = Some(Repeat::new(&rule).unwrap());
            let from = first + chrono::Days::new(after);
            let days = from..=from + chrono::Days::new(length);
            let whole = expanded(&entry, first, *days.end(), MOST_INSTANCES);
            let asked: Vec<_> = whole.into_iter().filter(|day| days.contains(day)).collect();
            prop_assert_eq!(days_of_rule(&entry, &days), asked);
        }
    }
}
