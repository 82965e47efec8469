//! Alarms of a calendar as reminders, and components within a component as lines.

use chrono::TimeDelta;

use super::components::RawComponent;
use super::content::Property;
use super::moments::{length, moment};
use super::record::Reader;
use crate::exchange::vcard_lines::whole_lines;
use crate::model::{CalendarAlarm, Entry, When};

/// The most lines and components that are kept of what stands within one component.
const MOST_INNER: usize = 500;

/// Reads an alarm: puts the reminder into the entry, and gives the alarm itself where it says more than that. One that
/// cannot be read is left out.
pub(super) fn read_alarm(reader: &Reader<'_>, alarm: &RawComponent<'_>, entry: &mut Entry) -> Option<CalendarAlarm> {
    let lines = whole_lines(&alarm.as_card(), reader.file).ok()?;
    let properties: Vec<Property> = lines.iter().map(Property::read).collect();
    let action = properties.iter().find(|one| one.name == "ACTION").map(|one| one.value.to_ascii_uppercase());
    let reminds = matches!(action.as_deref(), None | Some("DISPLAY" | "AUDIO"));
    let trigger = properties.iter().find(|one| one.name == "TRIGGER");
    let minutes = trigger.filter(|_| reminds).and_then(|trigger| before(reader, trigger, &entry.when));
    entry.reminders.extend(minutes);
    let plain = |one: &Property| match one.name.as_str() {
        "TRIGGER" | "DESCRIPTION" => true,
        "ACTION" => one.value.eq_ignore_ascii_case("DISPLAY"),
        _ => false,
    };
    if minutes.is_some() && alarm.inner.is_empty() && properties.iter().all(plain) {
        return None;
    }
    let mut kept = Vec::new();
    inner_lines(reader, alarm, &mut kept);
    Some(CalendarAlarm { minutes, lines: kept })
}

/// How many minutes before the beginning an alarm is; none for one after it, or of something without a time.
fn before(reader: &Reader<'_>, trigger: &Property, when: &When) -> Option<u32> {
    let first = when.first_day()?;
    let start = first.and_time(when.time().unwrap_or_default());
    let before = if let Some(relative) = length(&trigger.value) {
        let from_end = trigger.parameter("RELATED").is_some_and(|related| related.eq_ignore_ascii_case("END"));
        let lasts = when.end().filter(|_| from_end).map_or(TimeDelta::zero(), |end| end - start);
        -(relative + lasts)
    } else {
        let zone = match when {
            When::Timed { zone, .. } => *zone,
            _ => reader.home(),
        };
        start - moment(trigger, &reader.zones)?.by_clock_of(zone)
    };
    (before >= TimeDelta::zero()).then(|| u32::try_from(before.num_minutes()).ok()).flatten()
}

/// The lines of a component within another, with its begin and end.
pub(super) fn inner_lines(reader: &Reader<'_>, inner: &RawComponent<'_>, into: &mut Vec<String>) {
    let Ok(lines) = whole_lines(&inner.as_card(), reader.file) else { return };
    if into.len() + lines.len() > MOST_INNER {
        return;
    }
    into.push(format!("BEGIN:{}", inner.name));
    into.extend(lines.into_iter().map(|line| line.text));
    for deeper in &inner.inner {
        inner_lines(reader, deeper, into);
    }
    into.push(format!("END:{}", inner.name));
}
