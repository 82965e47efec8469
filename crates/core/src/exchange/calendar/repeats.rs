//! How something of a calendar repeats: its rule, days left out, single days more.

use chrono::NaiveDate;

use super::content::Property;
use super::moments::{Moment, length, moment_in, moments};
use super::record::{Reader, Remark, Sorted};
use super::rules::{once, rule};
use super::times::Times;
use crate::exchange::Refusal;
use crate::model::{Entry, InstanceOverride, Repeat, When};
use crate::query::{first_of_rule, series_has, when_of};

/// The most single days that a series may name.
const MOST_DAYS: usize = 10_000;

/// Puts the rule of a component, its days left out and its single days into the entry.
///
/// # Errors
/// As [`rule`]; [`Refusal::Time`] for a day that is none.
pub(super) fn put_repeats(
    reader: &Reader<'_>,
    entry: &mut Entry,
    sorted: &Sorted,
    times: &Times,
    remarks: &mut Vec<Remark>,
) -> Result<(), Refusal> {
    let named = |name: &'static str| {
        sorted.repeats.iter().filter(move |property| property.name == name && !property.value.is_empty())
    };
    let rules: Vec<&Property> = named("RRULE").collect();
    let more: Vec<(Moment, Option<u32>)> =
        named("RDATE").map(|one| more_days(reader, one)).collect::<Result<Vec<_>, _>>()?.concat();
    if rules.len() > 1 || named("EXRULE").next().is_some() || more.len() > MOST_DAYS {
        return Err(Refusal::Repeat);
    }
    let mut repeat = match rules.first() {
        Some(one) => {
            let found = rule(&one.value, entry)?;
            remarks.extend(found.bounded.then_some(Remark::WithoutEnd));
            found.repeat
        }
        None if more.is_empty() => return Ok(()),
        None => once()?,
    };
    repeat.shown_in = times.shown_in;
    for property in named("EXDATE") {
        let days = moments(property, &reader.zones).ok_or(Refusal::Time)?;
        repeat.left_out.extend(days.into_iter().take(MOST_DAYS).map(|moment| day_in(entry, moment)));
    }
    entry.repeat = Some(repeat);
    add_days(reader, entry, &more);
    Ok(())
}

/// The original day of an instance in the zone of its series.
pub(super) fn day_in(series: &Entry, moment: Moment) -> NaiveDate {
    match (series.when, moment) {
        (When::Timed { zone, .. }, Moment::Local(..)) => moment.by_clock_of(zone).date(),
        _ => moment.day(),
    }
}

fn more_days(reader: &Reader<'_>, property: &Property) -> Result<Vec<(Moment, Option<u32>)>, Refusal> {
    let read = |value: &str| {
        let (start, end) = value.split_once('/').map_or((value, None), |(start, end)| (start, Some(end)));
        let moment = |text: &str| moment_in(text, property.parameter("TZID"), None, &reader.zones);
        let start = moment(start)?;
        let lasts = match end {
            None => None,
            Some(end) => Some(length(end).or_else(|| Some(moment(end)?.in_utc() - start.in_utc()))?),
        };
        Some((start, lasts.and_then(|lasts| u32::try_from(lasts.num_minutes()).ok()).filter(|minutes| *minutes > 0)))
    };
    let values = property.value.split(',').map(str::trim).filter(|value| !value.is_empty());
    values.map(|value| read(value).ok_or(Refusal::Time)).collect()
}

/// Days that the rule does not have: single ones that the file names, and the first day itself, which is always one.
fn add_days(reader: &Reader<'_>, entry: &mut Entry, more: &[(Moment, Option<u32>)]) {
    let mut found: Vec<(NaiveDate, When)> = Vec::new();
    if let (Some(first), When::AllDay { .. } | When::Timed { .. }) = (entry.when.first_day(), entry.when)
        && first_of_rule(entry) != Some(first)
    {
        found.push((first, when_of(entry, first)));
    }
    for (moment, minutes) in more {
        let day = day_in(entry, *moment);
        found.push((day, shown(reader, entry, *moment, *minutes)));
    }
    for (day, when) in found {
        let same = when == when_of(entry, day);
        let there = series_has(entry, day) && same;
        if let Some(repeat) = entry.repeat.as_mut().filter(|repeat| !there && !repeat.left_out.contains(&day)) {
            repeat.overrides.entry(day).or_insert_with(|| InstanceOverride { when: Some(when), ..Default::default() });
        }
    }
}

/// When a single day of a series is, by the clock at home.
fn shown(reader: &Reader<'_>, entry: &Entry, moment: Moment, minutes: Option<u32>) -> When {
    match (entry.when, moment) {
        (When::Timed { minutes: usual, .. }, Moment::Local(..)) => {
            let zone = reader.home();
            When::Timed { start: moment.by_clock_of(zone), minutes: minutes.or(usual), zone }
        }
        _ => when_of(entry, moment.day()),
    }
}

/// A series without its instances that differ, to compare rules.
pub(super) fn bare(repeat: &Repeat) -> (&str, &std::collections::BTreeSet<NaiveDate>) {
    (repeat.rule(), &repeat.left_out)
}
