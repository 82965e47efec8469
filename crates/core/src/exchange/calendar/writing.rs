//! Entries as a calendar that other programs read.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

use super::content::{Property, as_parameter};
use super::fields::{CalendarField, own_fields, own_state};
use super::guests::{Guests, OWN_ID};
use super::merging::{sequence_of, uid_of};
use super::moments::{stamp_text, utc_text};
use super::record::{number_of, priority_of};
use super::rules::{day_text, rule_out};
use super::zones::definition;
use crate::exchange::vcard_lines::escape;
use crate::exchange::vcard_out::put_line;
use crate::model::{Entry, EntryKind, EntryState, InstanceOverride, Person, Repeat, When, moment_of};
use crate::query::{People, series_has};

/// The entries as a calendar, in the order in which they come. `home` is the zone by whose clock they were written.
#[must_use]
pub fn calendar_as_ics<E: Borrow<Entry>>(entries: &[E], people: &People, home: Tz) -> Vec<u8> {
    let mut out = Calendar { out: String::new(), guests: Guests::new(people), people, home };
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Sponsor Desk//Sponsor Desk//BG");
    out.line("CALSCALE:GREGORIAN");
    out.zones(entries.iter().map(Borrow::borrow));
    for entry in entries {
        out.entry(entry.borrow());
    }
    out.line("END:VCALENDAR");
    out.out.into_bytes()
}

struct Calendar<'a> {
    out: String,
    guests: Guests,
    people: &'a People,
    home: Tz,
}

impl Calendar<'_> {
    fn line(&mut self, text: &str) {
        put_line(&mut self.out, text);
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(&format!("{name}:{}", escape(text)));
        }
    }

    /// The zones of all entries, for the years that they are about.
    fn zones<'e>(&mut self, entries: impl Iterator<Item = &'e Entry>) {
        let mut found: BTreeMap<&'static str, (Tz, NaiveDate, NaiveDate)> = BTreeMap::new();
        for entry in entries {
            let overrides = entry.repeat.iter().flat_map(|repeat| repeat.overrides.values());
            for when in [entry.when].into_iter().chain(overrides.filter_map(|own| own.when)) {
                let When::Timed { start, zone, .. } = when else { continue };
                if zone != Tz::UTC {
                    let day = start.date();
                    let span = found.entry(zone.name()).or_insert((zone, day, day));
                    (span.1, span.2) = (span.1.min(day), span.2.max(day));
                }
            }
        }
        for (zone, from, to) in found.into_values() {
            self.out.push_str(&definition(zone, from, to));
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let name = component(entry);
        self.line(&format!("BEGIN:{name}"));
        self.head(entry, sequence_of(entry));
        self.text("SUMMARY", &entry.title);
        self.when(name, entry.when, entry.repeat.is_some());
        self.text("LOCATION", &entry.place);
        self.text("DESCRIPTION", &entry.note);
        if let Some(repeat) = &entry.repeat {
            self.repeat(entry, repeat);
        }
        let mut told = Told::default();
        let source = entry.calendar.as_deref();
        for line in source.iter().flat_map(|source| &source.rest) {
            self.kept(entry, line, &mut told);
        }
        self.generated(entry, name, &told);
        for line in told.inner {
            self.line(&line);
        }
        self.alarms(entry);
        self.line(&format!("END:{name}"));
        if let Some(repeat) = &entry.repeat {
            for (day, own) in &repeat.overrides {
                self.instance(entry, *day, own);
            }
        }
    }

    fn head(&mut self, entry: &Entry, sequence: u32) {
        self.text("UID", &uid_of(entry));
        let created = utc_text(entry.created, self.home);
        self.line(&format!("DTSTAMP:{created}"));
        self.line(&format!("CREATED:{created}"));
        if let Some(stamp) = entry.calendar.as_ref().and_then(|source| source.version.stamp) {
            self.line(&format!("LAST-MODIFIED:{}", stamp_text(stamp)));
        }
        if sequence > 0 {
            self.line(&format!("SEQUENCE:{sequence}"));
        }
    }

    fn when(&mut self, component: &str, when: When, repeats: bool) {
        let (start, end) = match component {
            "VTODO" if !repeats && single(when) => ("DUE", None),
            // Of a task one of both goes out: the due day, or beginning and length.
            "VTODO" => ("DTSTART", Some("DURATION")),
            "VJOURNAL" => ("DTSTART", None),
            _ => ("DTSTART", Some("DTEND")),
        };
        match when {
            When::Undated => {}
            When::AllDay { from, to } => {
                self.line(&format!("{start};VALUE=DATE:{}", day_text(from)));
                let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
                match end {
                    Some("DURATION") if to > from => self.line(&format!("DURATION:P{}D", (after - from).num_days())),
                    Some("DTEND") => self.line(&format!("DTEND;VALUE=DATE:{}", day_text(after))),
                    _ => {}
                }
            }
            When::Timed { start: local, minutes, zone } => {
                self.line(&at(start, local, zone));
                let (Some(end), Some(minutes)) = (end, minutes) else { return };
                let ends = moment_of(local, zone) + TimeDelta::minutes(minutes.into());
                let local_end = ends.naive_local();
                // An hour that there is twice cannot be the end.
                if end == "DTEND" && moment_of(local_end, zone) == ends {
                    self.line(&at(end, local_end, zone));
                } else {
                    self.line(&format!("DURATION:PT{minutes}M"));
                }
            }
        }
    }

    fn repeat(&mut self, entry: &Entry, repeat: &Repeat) {
        self.line(&format!("RRULE:{}", rule_out(entry, repeat)));
        for day in repeat.left_out.iter().filter(|day| !repeat.overrides.contains_key(*day)) {
            self.line(&original("EXDATE", entry, *day));
        }
        for day in repeat.overrides.keys().filter(|day| !rule_has(entry, **day)) {
            self.line(&original("RDATE", entry, *day));
        }
    }

    /// A line that was kept, unless what it says is no longer true.
    fn kept(&mut self, entry: &Entry, line: &str, told: &mut Told) {
        if line.starts_with("BEGIN:") || !told.inner.is_empty() {
            told.inner.push(line.to_owned());
            return;
        }
        let property = Property::of_kept(line);
        let goes = match property.name.as_str() {
            "STATUS" => {
                told.status |= status_holds(entry, &property.value);
                told.status
            }
            "PRIORITY" => {
                let number = property.value.parse().ok();
                let holds = number.is_some_and(|number| priority_of(number) == entry.priority)
                    || number == number_of(entry.priority);
                told.priority |= holds;
                holds
            }
            "COMPLETED" | "PERCENT-COMPLETE" => entry.state == EntryState::Done,
            "ATTENDEE" | "ORGANIZER" => match self.guests.find(&property) {
                Some(person) => {
                    told.people.insert(person);
                    entry.people.contains(&person)
                }
                None => true,
            },
            // The beginning of a task whose due day was moved here is not known.
            "DTSTART" => is_as_taken_in(entry, CalendarField::When),
            _ => true,
        };
        if goes {
            self.line(line);
        }
    }

    /// What no line that was kept has said.
    fn generated(&mut self, entry: &Entry, component: &str, told: &Told) {
        if let Some(status) = status(entry.state, component).filter(|_| !told.status) {
            self.line(&format!("STATUS:{status}"));
        }
        if let Some(number) = number_of(entry.priority).filter(|_| !told.priority) {
            self.line(&format!("PRIORITY:{number}"));
        }
        for person in entry.people.iter().filter(|id| !told.people.contains(id)).filter_map(|id| self.people.get(*id)) {
            let line = attendee(person);
            self.line(&line);
        }
        for (name, json) in own_fields(entry) {
            self.text(&name, &json);
        }
    }

    fn alarms(&mut self, entry: &Entry) {
        let kept = entry.calendar.iter().flat_map(|source| &source.alarms);
        let mut told = BTreeSet::new();
        for alarm in kept {
            if alarm.minutes.is_none_or(|minutes| entry.reminders.contains(&minutes)) {
                told.extend(alarm.minutes);
                alarm.lines.iter().for_each(|line| self.line(line));
            }
        }
        for minutes in entry.reminders.iter().filter(|minutes| !told.contains(*minutes)) {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.text("DESCRIPTION", &entry.title);
            self.line(&format!("TRIGGER:-PT{minutes}M"));
            self.line("END:VALARM");
        }
    }

    /// One instance that differs.
    fn instance(&mut self, entry: &Entry, day: NaiveDate, own: &InstanceOverride) {
        let source = entry.calendar.as_ref().and_then(|source| source.instances.get(&day));
        let moved = own.when.filter(|when| *when != crate::query::when_of(entry, day));
        if own.state.is_none() && own.title.is_none() && moved.is_none() && source.is_none() {
            return;
        }
        let name = component(entry);
        self.line(&format!("BEGIN:{name}"));
        self.head(entry, source.map_or(0, |source| source.version.sequence));
        self.line(&original("RECURRENCE-ID", entry, day));
        self.text("SUMMARY", own.title.as_ref().unwrap_or(&entry.title));
        self.when(name, moved.unwrap_or_else(|| entry.when.on_day(day)), true);
        let rest = source.map(|source| source.rest.as_slice()).unwrap_or_default();
        let says = |name: &str| rest.iter().any(|line| Property::of_kept(line).name == name);
        for (name, text) in [("LOCATION", &entry.place), ("DESCRIPTION", &entry.note)] {
            if !says(name) {
                self.text(name, text);
            }
        }
        let state = own.state.unwrap_or(entry.state);
        for line in rest {
            let status = line.strip_prefix("STATUS:");
            if status.is_none_or(|status| state_of(status).is_none_or(|said| said == state)) {
                self.line(line);
            }
        }
        if let Some(status) = status(state, name).filter(|_| !says("STATUS")) {
            self.line(&format!("STATUS:{status}"));
        }
        if let Some(state) = own.state {
            let (name, json) = own_state(state);
            self.text(&name, &json);
        }
        self.line(&format!("END:{name}"));
    }
}

/// What lines that were kept have said already.
#[derive(Default)]
struct Told {
    status: bool,
    priority: bool,
    people: BTreeSet<crate::model::PersonId>,
    /// Lines of components within, which stand at the end.
    inner: Vec<String>,
}

/// What an entry is in a calendar. Without a day it is something to do.
const fn component(entry: &Entry) -> &'static str {
    match (entry.kind, entry.when) {
        (EntryKind::Note, _) => "VJOURNAL",
        (EntryKind::Task, _) | (_, When::Undated) => "VTODO",
        _ => "VEVENT",
    }
}

/// Whether something is one day or one moment, without a length.
fn single(when: When) -> bool {
    match when {
        When::Undated => true,
        When::AllDay { from, to } => from == to,
        When::Timed { minutes, .. } => minutes.is_none(),
    }
}

/// A local moment of a zone as a property.
fn at(name: &str, local: NaiveDateTime, zone: Tz) -> String {
    let time = local.format("%Y%m%dT%H%M%S");
    if zone == Tz::UTC { format!("{name}:{time}Z") } else { format!("{name};TZID={}:{time}", zone.name()) }
}

/// The original moment of an instance as a property.
fn original(name: &str, entry: &Entry, day: NaiveDate) -> String {
    match entry.when.on_day(day) {
        When::Timed { start, zone, .. } => at(name, start, zone),
        _ => format!("{name};VALUE=DATE:{}", day_text(day)),
    }
}

/// Whether the rule itself has a day, left out or not.
fn rule_has(entry: &Entry, day: NaiveDate) -> bool {
    let mut bare = entry.clone();
    if let Some(repeat) = &mut bare.repeat {
        repeat.left_out.clear();
    }
    series_has(&bare, day)
}

fn is_as_taken_in(entry: &Entry, field: CalendarField) -> bool {
    let place = CalendarField::ALL.iter().position(|one| *one == field);
    let base = entry.calendar.as_ref().zip(place).and_then(|(source, place)| source.base.get(place));
    base.is_none_or(|(then, _)| *then == field.of_entry(entry))
}

fn status(state: EntryState, component: &str) -> Option<&'static str> {
    match (state, component) {
        (EntryState::Dropped, _) => Some("CANCELLED"),
        (EntryState::Done, "VTODO") => Some("COMPLETED"),
        (EntryState::Planned, "VTODO") => Some("NEEDS-ACTION"),
        _ => None,
    }
}

/// The state that a status means; none for one that says something else.
fn state_of(status: &str) -> Option<EntryState> {
    match status.trim().to_ascii_uppercase().as_str() {
        "CANCELLED" | "CANCELED" | "DECLINED" => Some(EntryState::Dropped),
        "COMPLETED" => Some(EntryState::Done),
        "NEEDS-ACTION" | "NEEDS ACTION" | "IN-PROCESS" => Some(EntryState::Planned),
        _ => None,
    }
}

/// Whether a status of another program is still true.
fn status_holds(entry: &Entry, status: &str) -> bool {
    let said = state_of(status);
    if component(entry) == "VTODO" {
        return said == Some(entry.state);
    }
    // Of anything but a task only that it is called off says something about its state.
    (said == Some(EntryState::Dropped)) == (entry.state == EntryState::Dropped)
}

fn attendee(person: &Person) -> String {
    let id = serde_json::to_value(person.id).ok();
    let id = id.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
    let mail = person.emails.iter().map(|email| email.address.trim()).find(|address| {
        address.contains('@') && address.chars().all(|letter| letter.is_ascii_graphic() && !",;:\"".contains(letter))
    });
    let address = mail.map_or_else(|| format!("urn:uuid:{id}"), |mail| format!("mailto:{mail}"));
    format!("ATTENDEE;CN={};{OWN_ID}={id}:{address}", as_parameter(&person.name.full()))
}
