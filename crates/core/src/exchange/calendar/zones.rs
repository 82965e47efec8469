//! Which zone of the world a name in a calendar means: an IANA name, one of Windows, or whatever name with its rules.

use std::collections::HashMap;

use calcard::common::timezone::Tz as NamedZone;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty, ICalendarValue};
use calcard::{Entry as Parsed, Parser};
use chrono::{DateTime, Datelike as _, Days, FixedOffset, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::components::RawComponent;
use crate::exchange::encoding::FileText;
use crate::exchange::vcard_lines::whole_lines;

/// The zone that a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// One of the world's.
    Known(Tz),
    /// So many hours from UTC, all year round.
    Fixed(FixedOffset),
    /// Nobody knows; it counts as the clock at home.
    Unknown,
}

/// The zones of a file.
#[derive(Debug, Default)]
pub(super) struct Zones {
    defined: HashMap<String, Zone>,
}

impl Zones {
    /// Reads the definitions of a file. Where several of the world's zones keep the rules of one, that at home is meant.
    pub(super) fn read(components: &[RawComponent<'_>], file: &FileText<'_>, home: Tz) -> Self {
        let mut zones = Self::default();
        for component in components.iter().take(MOST_ZONES) {
            let text = as_text(component, file);
            let Parsed::ICalendar(calendar) = Parser::new(&text).entry() else { continue };
            let Some((name, zone)) = defined(&calendar, home) else { continue };
            zones.defined.insert(name, zone);
        }
        zones
    }

    /// The zone that a name means in this file.
    pub(super) fn find(&self, name: &str) -> Zone {
        let name = name.trim();
        let defined = || self.defined.get(name).copied();
        by_name(name).map(Zone::Known).or_else(defined).or_else(|| by_offset(name)).unwrap_or(Zone::Unknown)
    }
}

/// The most definitions that are read of a file.
const MOST_ZONES: usize = 2_000;

/// A definition as text of its own.
fn as_text(component: &RawComponent<'_>, file: &FileText<'_>) -> String {
    let mut text = String::new();
    put_text(component, file, &mut text);
    text
}

fn put_text(component: &RawComponent<'_>, file: &FileText<'_>, text: &mut String) {
    text.extend(["BEGIN:", &component.name, "\r\n"]);
    for line in whole_lines(&component.as_card(), file).unwrap_or_default() {
        text.push_str(&line.text);
        text.push_str("\r\n");
    }
    for inner in component.inner.iter().take(MOST_RULES) {
        put_text(inner, file, text);
    }
    text.extend(["END:", &component.name, "\r\n"]);
}

/// The most rules of a zone that are read: some keep every change since 1883.
const MOST_RULES: usize = 400;

/// A zone by an IANA name or one of Windows, whatever stands before it.
fn by_name(name: &str) -> Option<Tz> {
    let named = |name: &str| match name.parse::<NamedZone>() {
        Ok(NamedZone::Tz(zone)) => Some(zone),
        _ => None,
    };
    let parts: Vec<&str> = name.split('/').collect();
    let ends = (1..=3).rev().filter_map(|count| parts.get(parts.len().checked_sub(count)?..));
    let mut ends = ends.filter(|end| end.len() > 1).map(|end| end.join("/"));
    named(name).or_else(|| ends.find_map(|end| end.parse().ok()))
}

/// A zone by a name such as "UTC+02:00" or "GMT-3".
fn by_offset(name: &str) -> Option<Zone> {
    let rest = ["UTC", "GMT"].iter().find_map(|start| name.strip_prefix(start))?.trim();
    let east = rest.starts_with('+');
    let (hours, minutes) = rest.get(1..)?.split_once(':').unwrap_or((rest.get(1..)?, "0"));
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if !rest.starts_with(['+', '-']) || !(0..=14).contains(&hours) || !(0..60).contains(&minutes) {
        return None;
    }
    let seconds = hours * 3_600 + minutes * 60;
    FixedOffset::east_opt(if east { seconds } else { -seconds }).map(Zone::Fixed)
}

/// A definition's own name and the zone it means.
fn defined(calendar: &ICalendar, home: Tz) -> Option<(String, Zone)> {
    let zone = calendar.components.first()?;
    let texts = || zone.entries.iter().filter_map(|entry| Some((&entry.name, text_of(entry.values.first()?)?)));
    let name = texts().find(|(name, _)| **name == ICalendarProperty::Tzid)?.1;
    let place = texts().find_map(|(name, text)| match name {
        ICalendarProperty::Other(other) if other == "X-LIC-LOCATION" => by_name(text),
        _ => None,
    });
    let named = by_name(name).or(place).or_else(|| match zone.timezone() {
        Some((_, NamedZone::Tz(zone))) => Some(zone),
        _ => None,
    });
    let found = named.map(Zone::Known).or_else(|| by_rules(calendar, home)).unwrap_or(Zone::Unknown);
    Some((name.trim().to_owned(), found))
}

fn text_of(value: &ICalendarValue) -> Option<&str> {
    match value {
        ICalendarValue::Text(text) => Some(text),
        _ => None,
    }
}

/// A change of the clocks that a definition tells of.
#[derive(Clone, Copy, Debug)]
struct Change {
    /// From this local time on, by the clock before it.
    at: NaiveDateTime,
    /// Seconds east of UTC from then on.
    to: i32,
}

/// The zone of the world that keeps the rules of a definition: at home, or the first that does.
fn by_rules(calendar: &ICalendar, home: Tz) -> Option<Zone> {
    let mut changes: Vec<Change> = calendar.components.iter().skip(1).flat_map(changes_of).collect();
    changes.sort_by_key(|change| change.at);
    let first = changes.first()?;
    if changes.iter().all(|change| change.to == first.to) {
        let fixed = FixedOffset::east_opt(first.to)?;
        let same = [home].into_iter().find(|zone| PROBED_YEARS.all_keep(*zone, &changes));
        return Some(same.map_or(Zone::Fixed(fixed), Zone::Known));
    }
    let mut all = [home].into_iter().chain(WELL_KNOWN).chain(TZ_VARIANTS);
    all.find(|zone| PROBED_YEARS.all_keep(*zone, &changes)).map(Zone::Known)
}

/// Those that people know, before all that have the same rules.
const WELL_KNOWN: [Tz; 8] = [
    Tz::Europe__Berlin,
    Tz::Europe__London,
    Tz::Europe__Athens,
    Tz::Europe__Istanbul,
    Tz::America__New_York,
    Tz::America__Chicago,
    Tz::America__Denver,
    Tz::America__Los_Angeles,
];

/// The years whose rules are compared: those of which a calendar of now is about.
struct Probed {
    from: i32,
    to: i32,
}

const PROBED_YEARS: Probed = Probed { from: 2012, to: 2027 };

impl Probed {
    /// Whether a zone keeps the same clocks in the middle of every month from the first year on which the rules speak.
    fn all_keep(&self, zone: Tz, changes: &[Change]) -> bool {
        let years = (self.from..=self.to).step_by(5);
        let days = years.flat_map(|year| (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 15)));
        let mut noons = days.filter_map(|day| day.and_hms_opt(12, 0, 0));
        noons.all(|noon| {
            let told = changes.iter().rev().find(|change| change.at <= noon).or_else(|| changes.first());
            told.is_some_and(|told| offset_at(zone, noon) == Some(told.to))
        })
    }
}

fn offset_at(zone: Tz, local: NaiveDateTime) -> Option<i32> {
    zone.from_local_datetime(&local).earliest().map(|at| at.offset().fix().local_minus_utc())
}

/// The changes of one rule of a definition, those of the years that are compared and the one before them.
fn changes_of(rule: &ICalendarComponent) -> Vec<Change> {
    let mut to = None;
    for entry in &rule.entries {
        if let (ICalendarProperty::Tzoffsetto, Some(ICalendarValue::PartialDateTime(value))) =
            (&entry.name, entry.values.first())
        {
            let seconds = i32::from(value.tz_hour.unwrap_or(0)) * 3_600 + i32::from(value.tz_minute.unwrap_or(0)) * 60;
            to = Some(if value.tz_minus { -seconds } else { seconds });
        }
    }
    let Some(to) = to else { return Vec::new() };
    let alone = ICalendar { components: vec![as_event(rule)] };
    let expanded = alone.expand_dates(NamedZone::Floating, MOST_CHANGES);
    let moments = expanded.events.iter().map(|event| event.start.naive_local());
    moments.map(|at| Change { at, to }).collect()
}

/// As many changes of one rule as are expanded: one a year since 1601, as Windows begins.
const MOST_CHANGES: usize = 500;

/// A rule as an event on the days on which the clocks change.
fn as_event(rule: &ICalendarComponent) -> ICalendarComponent {
    let wanted = [ICalendarProperty::Dtstart, ICalendarProperty::Rrule, ICalendarProperty::Rdate];
    let entries = rule.entries.iter().filter(|entry| wanted.contains(&entry.name)).cloned().collect();
    let component_type = calcard::icalendar::ICalendarComponentType::VEvent;
    ICalendarComponent { component_type, entries, component_ids: Vec::new() }
}

/// The definition of a zone, as lines, for the years between two days.
pub(super) fn definition(zone: Tz, from: NaiveDate, to: NaiveDate) -> String {
    let root = ICalendarComponent::default();
    let mut calendar = ICalendar { components: vec![root] };
    let at = |day: NaiveDate| DateTime::<Utc>::from_naive_utc_and_offset(day.into(), Utc).timestamp();
    let begin = NaiveDate::from_ymd_opt(from.year(), 1, 1).and_then(|day| day.checked_sub_days(Days::new(1)));
    let end = NaiveDate::from_ymd_opt(to.year().saturating_add(2), 1, 1);
    if calendar.add_timezone(zone.name(), at(begin.unwrap_or(from)), at(end.unwrap_or(to))).is_none() {
        return String::new();
    }
    let mut text = String::new();
    if calendar.write_to(&mut text).is_err() {
        return String::new();
    }
    let inner = text.split_once("BEGIN:VTIMEZONE").and_then(|(_, rest)| rest.split_once("END:VTIMEZONE"));
    inner.map(|(inner, _)| format!("BEGIN:VTIMEZONE{inner}END:VTIMEZONE\r\n")).unwrap_or_default()
}
