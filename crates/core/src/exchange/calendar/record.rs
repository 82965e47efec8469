//! A component of a calendar as an entry of ours, or as one instance of a series.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

use super::alarms::{inner_lines, read_alarm};
use super::components::{ComponentKind, RawRecord};
use super::content::Property;
use super::fields::own_fields_into;
use super::guests::{Guests, OWN_ID};
use super::moments::{Moment, moment};
use super::repeats::put_repeats;
use super::times::{Times, read_times};
use super::zones::Zones;
use crate::exchange::Refusal;
use crate::exchange::encoding::FileText;
use crate::exchange::own::OWN;
use crate::exchange::vcard_lines::whole_lines;
use crate::model::{
    CalendarSource, CalendarVersion, Entry, EntryId, EntryKind, EntryState, LONGEST_TEXT, Language, PersonId, Priority,
    When,
};
use crate::moment::Now;

/// What the UIDs of our own entries end in.
pub(super) const OWN_UID: &str = "@sponsor-desk";

/// The most that is kept of one component beside our own fields, in bytes.
const MOST_KEPT: usize = 1024 * 1024;

/// What is said about a record beyond what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// Nobody knows its zone: its hours are taken as those at home.
    UnknownZone,
    /// It is longer than a week and becomes whole days.
    WholeDays,
    /// It has no title, and stands with words that say so.
    NoTitle,
    /// It counts more instances than anybody lives to see, and repeats without end.
    WithoutEnd,
}

/// A component as an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct FileEntry {
    /// The entry as it would be if nothing were there.
    pub(super) entry: Entry,
    /// The state that the file says; none where it says none.
    pub(super) said: Option<EntryState>,
    /// How new the file's is.
    pub(super) version: CalendarVersion,
}

/// What a component came to.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) file: FileEntry,
    /// For one instance of a series: its original moment.
    pub(super) instance_of: Option<Moment>,
    /// The id of the series or the entry, by the UID.
    pub(super) id: EntryId,
    pub(super) remarks: Vec<Remark>,
}

/// What components are read with.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) file: &'a FileText<'a>,
    pub(super) zones: Zones,
    pub(super) guests: Guests,
    pub(super) now: Now,
    /// The user's language.
    pub(super) language: Language,
}

/// A record that was refused.
#[derive(Debug)]
pub(super) struct Refused {
    /// The line on which it begins or is broken.
    pub(super) line: usize,
    /// Why.
    pub(super) why: Refusal,
    /// Its title, as far as it was read.
    pub(super) title: String,
}

impl Refused {
    const fn new(line: usize, why: Refusal) -> Self {
        Self { line, why, title: String::new() }
    }
}

/// The properties of a component, sorted by what they are about.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub(super) uid: String,
    pub(super) version: CalendarVersion,
    last_modified: bool,
    created: Option<Moment>,
    summary: Option<String>,
    descriptions: Vec<String>,
    location: String,
    categories: Vec<String>,
    status: String,
    completed: bool,
    priority: Option<u32>,
    guests: Vec<Property>,
    /// Beginning, end, due day and length.
    pub(super) times: Vec<Property>,
    /// Rules and single days of a series.
    pub(super) repeats: Vec<Property>,
    recurrence: Option<Property>,
    own: Vec<(String, String)>,
    /// The lines of state and priority, kept where they say more than we write ourselves.
    lines: (Option<String>, Option<String>),
    rest: Vec<String>,
}

impl Reader<'_> {
    /// The zone of the clock at home.
    pub(super) const fn home(&self) -> Tz {
        self.now.zone
    }

    /// Reads a component.
    ///
    /// # Errors
    /// Its line and why it is refused.
    pub(super) fn read(&self, raw: &RawRecord<'_>) -> Result<Record, Refused> {
        let line = raw.component.line;
        if raw.kind == ComponentKind::Other {
            return Err(Refused::new(line, Refusal::NoEntry));
        }
        if !raw.component.ended {
            return Err(Refused::new(line, Refusal::NoEnd));
        }
        let lines = whole_lines(&raw.component.as_card(), self.file).map_err(|(line, why)| Refused::new(line, why))?;
        let mut sorted = Sorted::default();
        for one in &lines {
            self.sort(&mut sorted, raw.kind, Property::read(one));
        }
        if sorted.uid.is_empty() {
            // Without one the same component has to be known again all the same.
            let parts: Vec<&[u8]> = lines.iter().map(|line| line.text.as_bytes()).collect();
            sorted.uid = format!("none-{}", text_of(EntryId::named(&parts)));
        }
        let title = title(&sorted).unwrap_or_default();
        self.to_record(raw, sorted).map_err(|why| Refused { line, why, title })
    }

    fn sort(&self, sorted: &mut Sorted, kind: ComponentKind, property: Property) {
        match property.name.as_str() {
            "UID" if sorted.uid.is_empty() => property.text().trim().clone_into(&mut sorted.uid),
            "SEQUENCE" => sorted.version.sequence = property.value.parse().unwrap_or(0),
            "LAST-MODIFIED" | "DTSTAMP" => {
                let wins = property.name == "LAST-MODIFIED";
                let stamp = moment(&property, &self.zones).map(Moment::in_utc);
                if wins || !sorted.last_modified {
                    sorted.version.stamp = stamp.or(sorted.version.stamp);
                }
                sorted.last_modified |= wins && stamp.is_some();
            }
            "CREATED" | "DCREATED" => sorted.created = moment(&property, &self.zones),
            "SUMMARY" if sorted.summary.is_none() => sorted.summary = Some(property.text()),
            "DESCRIPTION" if kind == ComponentKind::Journal || sorted.descriptions.is_empty() => {
                sorted.descriptions.push(property.text());
            }
            "LOCATION" if sorted.location.is_empty() => property.text().trim().clone_into(&mut sorted.location),
            "DTSTART" | "DTEND" | "DUE" | "DURATION" => sorted.times.push(property),
            "RRULE" | "EXRULE" | "EXDATE" | "RDATE" => sorted.repeats.push(property),
            "RECURRENCE-ID" => sorted.recurrence = Some(property),
            // Whoever we wrote ourselves needs no line beside.
            "ATTENDEE" if property.parameter(OWN_ID).is_some() && self.guests.find(&property).is_some() => {
                sorted.guests.push(property);
            }
            name if name.starts_with(OWN) => sorted.own.push((property.name.clone(), property.text())),
            _ => sort_kept(sorted, property),
        }
    }

    fn to_record(&self, raw: &RawRecord<'_>, mut sorted: Sorted) -> Result<Record, Refusal> {
        let times = read_times(self, raw.kind, &mut sorted)?;
        let instance_of = self.instance_of(&sorted)?;
        let own_id = sorted.uid.strip_suffix(OWN_UID).and_then(|id| serde_json::from_value(id.into()).ok());
        let is_own = own_id.is_some();
        let id = own_id.unwrap_or_else(|| EntryId::named(&[b"calendar", sorted.uid.as_bytes()]));
        let people = self.people(&sorted.guests);
        let mut remarks = times.remarks.clone();
        let mut entry = self.entry(raw, &sorted, &times, people, &mut remarks)?;
        let own_state = own_fields_into(&mut entry, &sorted.own);
        entry.priority = kept_priority(entry.priority, sorted.priority);
        put_repeats(self, &mut entry, &sorted, &times, &mut remarks)?;
        entry.id = match &sorted.recurrence {
            Some(of) => EntryId::named(&[b"calendar", sorted.uid.as_bytes(), of.text.as_bytes()]),
            None => id,
        };
        let status = said_state(raw, &sorted);
        let said = status.or(own_state);
        entry.state = said.unwrap_or_else(|| self.state_of_the_past(&entry));
        let mut rest = sorted.rest;
        let plain = (status.is_some() && sorted.status != "IN-PROCESS", number_of(entry.priority) == sorted.priority);
        rest.extend(sorted.lines.0.filter(|_| !plain.0));
        rest.extend(sorted.lines.1.filter(|_| !plain.1));
        rest.extend(sorted.recurrence.map(|property| property.text));
        let mut alarms = Vec::new();
        for inner in &raw.component.inner {
            if inner.name == "VALARM" {
                alarms.extend(read_alarm(self, inner, &mut entry));
            } else {
                inner_lines(self, inner, &mut rest);
            }
        }
        entry.reminders.sort_unstable();
        entry.reminders.dedup();
        let version = sorted.version;
        let no_more = is_own && rest.is_empty() && alarms.is_empty() && version.sequence == 0;
        let source = CalendarSource { uid: sorted.uid, version, rest, alarms, ..CalendarSource::default() };
        check_size(&entry, &source)?;
        entry.calendar = Some(Box::new(source)).filter(|_| !no_more);
        Ok(Record { file: FileEntry { entry, said, version }, instance_of, id, remarks })
    }

    fn instance_of(&self, sorted: &Sorted) -> Result<Option<Moment>, Refusal> {
        let Some(property) = &sorted.recurrence else { return Ok(None) };
        if property.parameter("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE")) {
            return Err(Refusal::FromDayOn);
        }
        moment(property, &self.zones).map(Some).ok_or(Refusal::Time)
    }

    fn people(&self, guests: &[Property]) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = Vec::new();
        for person in guests.iter().filter_map(|guest| self.guests.find(guest)) {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people
    }

    fn entry(
        &self,
        raw: &RawRecord<'_>,
        sorted: &Sorted,
        times: &Times,
        people: Vec<PersonId>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Entry, Refusal> {
        let kind = match raw.kind {
            ComponentKind::Todo => EntryKind::Task,
            ComponentKind::Journal => EntryKind::Note,
            _ if people.is_empty() => EntryKind::Event,
            _ => EntryKind::Meeting,
        };
        let title = match title(sorted) {
            Some(title) => title,
            // Time that is taken is taken, whatever for.
            None if times.when != When::Undated => {
                remarks.push(Remark::NoTitle);
                untitled(self.language).to_owned()
            }
            None => return Err(Refusal::NoTitle),
        };
        let created = sorted.created.map_or(self.now.local, |moment| moment.by_clock_of(self.home()));
        let mut entry = Entry::new(EntryId::from_bytes([0; 16]), kind, &title, times.when, created);
        sorted.descriptions.join("\n\n").trim().clone_into(&mut entry.note);
        if entry.note == entry.title {
            entry.note.clear();
        }
        entry.place.clone_from(&sorted.location);
        entry.people = people;
        // A note of another program is no jotted one that waits to be decided.
        entry.sorted = kind == EntryKind::Note;
        Ok(entry)
    }

    /// What was before today took place unless the file says otherwise; nobody is asked about years that are gone.
    fn state_of_the_past(&self, entry: &Entry) -> EntryState {
        let past = entry.when.last_day().is_some_and(|day| day < self.now.date());
        let held = matches!(entry.kind, EntryKind::Event | EntryKind::Meeting) && entry.repeat.is_none();
        if past && held { EntryState::Done } else { EntryState::Planned }
    }
}

impl Sorted {
    /// Whether there is more than one instance.
    pub(super) fn repeats(&self) -> bool {
        let says = |one: &Property| matches!(one.name.as_str(), "RRULE" | "RDATE") && !one.value.is_empty();
        self.repeats.iter().any(says)
    }

    /// Keeps lines to be given back as they are.
    pub(super) fn keep(&mut self, lines: Vec<String>) {
        self.rest.extend(lines);
    }
}

/// Properties of which the line is kept, too: what it says may be more than we have a field for.
fn sort_kept(sorted: &mut Sorted, property: Property) {
    match property.name.as_str() {
        "STATUS" => {
            sorted.status = property.value.to_ascii_uppercase().replace(' ', "-");
            sorted.lines.0 = Some(property.text);
            return;
        }
        "PRIORITY" => {
            sorted.priority = property.value.parse().ok();
            sorted.lines.1 = Some(property.text);
            return;
        }
        "PERCENT-COMPLETE" => sorted.completed |= property.value == "100",
        "COMPLETED" => sorted.completed |= !property.value.is_empty(),
        "CATEGORIES" => sorted.categories.extend(property.list()),
        "ATTENDEE" | "ORGANIZER" => sorted.guests.push(property.clone()),
        _ => {}
    }
    sorted.rest.push(property.text);
}

/// What stands for a title that nobody gave.
const fn untitled(language: Language) -> &'static str {
    match language {
        Language::Bulgarian => "Без заглавие",
        Language::English => "Untitled",
    }
}

/// The title, or else what could stand for one.
fn title(sorted: &Sorted) -> Option<String> {
    let description = sorted.descriptions.iter().flat_map(|text| text.lines());
    let names = sorted.guests.iter().filter_map(|guest| guest.parameter("CN"));
    let all = sorted.summary.iter().map(String::as_str).chain(description).chain([sorted.location.as_str()]);
    let mut all = all.chain(sorted.categories.iter().map(String::as_str)).chain(names);
    all.find(|text| !text.trim().is_empty()).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The priority by its number in a calendar: one is the highest, five the middle that most programs give to everything.
pub(super) const fn priority_of(number: u32) -> Priority {
    match number {
        1 => Priority::Urgent,
        2..=4 => Priority::Important,
        _ => Priority::Other,
    }
}

/// The number of a priority in a calendar; none for the one that is not said.
pub(super) const fn number_of(priority: Priority) -> Option<u32> {
    match priority {
        Priority::Urgent => Some(1),
        Priority::Important => Some(3),
        Priority::Necessary => Some(5),
        Priority::Other => None,
    }
}

/// The priority that we wrote ourselves, unless another program has changed the number since.
fn kept_priority(ours: Priority, number: Option<u32>) -> Priority {
    let told = number.filter(|number| *number > 0);
    if number_of(ours) == told { ours } else { told.map_or(Priority::Other, priority_of) }
}

fn said_state(raw: &RawRecord<'_>, sorted: &Sorted) -> Option<EntryState> {
    let todo = raw.kind == ComponentKind::Todo;
    match sorted.status.as_str() {
        "CANCELLED" | "CANCELED" | "DECLINED" => Some(EntryState::Dropped),
        _ if raw.cancelled => Some(EntryState::Dropped),
        "COMPLETED" => Some(EntryState::Done),
        "NEEDS-ACTION" | "IN-PROCESS" if todo => Some(EntryState::Planned),
        _ if todo && sorted.completed => Some(EntryState::Done),
        _ => None,
    }
}

fn check_size(entry: &Entry, source: &CalendarSource) -> Result<(), Refusal> {
    entry.check()?;
    let kept = source.rest.iter().chain(source.alarms.iter().flat_map(|alarm| &alarm.lines)).chain([&source.uid]);
    let (mut whole, mut longest) = (0, entry.title.len());
    for line in kept {
        whole += line.len();
        longest = longest.max(line.len());
    }
    if longest > LONGEST_TEXT || whole > MOST_KEPT { Err(Refusal::FieldTooLong) } else { Ok(()) }
}

/// An id as text.
pub(super) fn text_of(id: EntryId) -> String {
    serde_json::to_value(id).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A whole day by its first and its last.
pub(super) const fn whole_days(from: NaiveDate, to: NaiveDate) -> When {
    When::AllDay { from, to }
}

/// The beginning of a day.
pub(super) const fn beginning(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
