//! What a calendar brings to an entry that is there: what changed in the file since it was last taken in, and never what
//! was changed here meanwhile.

use chrono::NaiveDate;

use super::fields::{CalendarField, base_of};
use super::record::{FileEntry, OWN_UID, text_of};
use crate::model::{
    CalendarInstance, CalendarSource, CalendarVersion, Entry, Fingerprints, InstanceOverride, Move, When,
};
use crate::query::{series_has, when_of};

/// What taking in came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Merged {
    /// What the file's took the place of.
    pub(super) news: Vec<CalendarField>,
    /// What differs and stays, because it was changed here.
    pub(super) kept: Vec<CalendarField>,
    /// Whether lines that are only kept have changed.
    pub(super) rest: bool,
    /// Whether the file's is older than what is there.
    pub(super) older: bool,
}

impl Merged {
    /// Whether there is anything to write.
    pub(super) const fn changes_something(&self) -> bool {
        !self.news.is_empty() || self.rest
    }
}

/// What becomes of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Same,
    Take,
    Keep,
}

/// By the fingerprints of here and of the file, and those of when the file was last taken in.
fn way(same: bool, ours: u64, theirs: u64, base: Option<Fingerprints>) -> Way {
    match base {
        _ if same => Way::Same,
        Some((_, then)) if then == theirs => Way::Same,
        Some((then, _)) if then == ours => Way::Take,
        _ => Way::Keep,
    }
}

/// The version of what is there: of an entry of ours as many as it was moved.
fn version_of(there: &Entry) -> CalendarVersion {
    there.calendar.as_ref().map_or_else(
        || CalendarVersion { sequence: u32::try_from(there.moves.len()).unwrap_or(u32::MAX), stamp: None },
        |source| source.version,
    )
}

/// The sequence that an entry goes out with.
pub(super) fn sequence_of(there: &Entry) -> u32 {
    let moves = u32::try_from(there.moves.len()).unwrap_or(u32::MAX);
    there.calendar.as_ref().map_or(0, |source| source.version.sequence).saturating_add(moves)
}

/// The identifier of an entry in calendars: the one that it came with, else one of its id.
pub(super) fn uid_of(entry: &Entry) -> String {
    let own = || format!("{}{OWN_UID}", text_of(entry.id));
    entry.calendar.as_ref().map_or_else(own, |source| source.uid.clone())
}

/// Takes in an entry of a file over the one that is there.
pub(super) fn merge_entry(there: &mut Entry, file: &FileEntry, today: NaiveDate) -> Merged {
    let version = version_of(there);
    if file.version.is_older_than(&version) {
        return Merged { older: true, ..Merged::default() };
    }
    let known = there.calendar.as_ref().is_some_and(|source| !source.base.is_empty());
    let newer = version.is_older_than(&file.version);
    let before = there.when;
    let mut merged = Merged::default();
    let mut base = there.calendar.as_ref().map(|source| source.base.clone()).unwrap_or_default();
    base.resize(CalendarField::ALL.len(), (0, 0));
    for (field, print) in CalendarField::ALL.into_iter().zip(&mut base) {
        let (ours, theirs) = (field.of_entry(there), field.of_file(file));
        // An entry of ours that comes back from another program: a newer one of it was changed there.
        let then = if known { Some(*print) } else { newer.then_some((ours, 0)) };
        match way(field.is_same(there, file), ours, theirs, then) {
            Way::Same => {}
            Way::Take => {
                field.take(there, file);
                merged.news.push(field);
                print.0 = field.of_entry(there);
            }
            Way::Keep => merged.kept.push(field),
        }
        print.1 = theirs;
    }
    add_single_days(there, file, &mut merged);
    merged.rest = rest_differs(there.calendar.as_deref(), file);
    if merged.changes_something() {
        put_source(there, file, base);
        if there.when != before && before != When::Undated {
            there.moves.push(Move { from: before, to: there.when, on: today });
        }
    }
    merged
}

/// Single days that the file's series has beside its rule and ours does not.
fn add_single_days(there: &mut Entry, file: &FileEntry, merged: &mut Merged) {
    let (Some(ours), Some(theirs)) = (&mut there.repeat, &file.entry.repeat) else { return };
    let missing: Vec<_> = theirs.overrides.iter().filter(|(day, _)| !ours.overrides.contains_key(*day)).collect();
    if !missing.is_empty() && !merged.news.contains(&CalendarField::Repeat) {
        merged.news.push(CalendarField::Repeat);
    }
    ours.overrides.extend(missing.into_iter().map(|(day, own)| (*day, own.clone())));
}

fn rest_differs(there: Option<&CalendarSource>, file: &FileEntry) -> bool {
    match (there, file.entry.calendar.as_deref()) {
        (Some(there), Some(theirs)) => there.rest != theirs.rest || there.alarms != theirs.alarms,
        (None, Some(theirs)) => !theirs.rest.is_empty() || !theirs.alarms.is_empty(),
        (_, None) => false,
    }
}

fn put_source(there: &mut Entry, file: &FileEntry, base: Vec<Fingerprints>) {
    let Some(mut source) = file.entry.calendar.clone() else { return };
    if let Some(known) = there.calendar.take() {
        source.instances = known.instances;
    }
    source.base = base;
    there.calendar = Some(source);
}

/// An entry of a file as a new one.
pub(super) fn as_new(file: &FileEntry) -> Entry {
    let mut entry = file.entry.clone();
    let base = base_of(&entry, file);
    if let Some(source) = &mut entry.calendar {
        source.base = base;
    }
    entry
}

/// One instance of a series as a file has it, beside the series that is there.
pub(super) fn instance_of(series: &Entry, day: NaiveDate, file: &FileEntry) -> (InstanceOverride, CalendarInstance) {
    let theirs = &file.entry;
    let own = InstanceOverride {
        state: file.said.filter(|said| *said != series.state),
        when: Some(theirs.when).filter(|when| *when != when_of(series, day) && *when != When::Undated),
        title: Some(theirs.title.clone()).filter(|title| *title != series.title),
        outcome: None,
    };
    let rest = theirs.calendar.as_ref().map(|source| source.rest.clone()).unwrap_or_default();
    // The line that names the instance is written anew.
    let rest = rest.into_iter().filter(|line| !line.starts_with("RECURRENCE-ID")).collect();
    let mut instance = CalendarInstance { version: file.version, base: Vec::new(), rest };
    // Where it is and what it is about may differ from the series; there is no place for that, so it is kept.
    for (name, text, usual) in [("LOCATION", &theirs.place, &series.place), ("DESCRIPTION", &theirs.note, &series.note)]
    {
        if text != usual {
            instance.rest.push(format!("{name}:{}", crate::exchange::vcard_lines::escape(text)));
        }
    }
    (own, instance)
}

/// Takes in one instance of a series that is there.
pub(super) fn merge_instance(series: &mut Entry, day: NaiveDate, file: &FileEntry) -> Merged {
    let (theirs, mut instance) = instance_of(series, day, file);
    let known = series.calendar.as_ref().and_then(|source| source.instances.get(&day)).cloned();
    if known.as_ref().is_some_and(|known| file.version.is_older_than(&known.version)) {
        return Merged { older: true, ..Merged::default() };
    }
    let (has, usual) = (series_has(series, day), when_of(series, day));
    let Some(repeat) = &mut series.repeat else { return Merged::default() };
    let there = repeat.overrides.get(&day).cloned();
    let mut own = there.clone().unwrap_or_default();
    // A single day that the file names beside the rule is no decision of anybody.
    let placed = own.when == Some(usual);
    let rest = known.as_ref().map_or(!instance.rest.is_empty(), |known| known.rest != instance.rest);
    let mut merged = Merged { rest, ..Merged::default() };
    for (at, field) in CalendarField::OF_INSTANCE.into_iter().enumerate() {
        let (ours, new) = (field.of_instance(&own), field.of_instance(&theirs));
        let nothing = field.of_instance(&InstanceOverride::default());
        let base = known.as_ref().and_then(|known| known.base.get(at).copied());
        // An instance that the file names for the first time: what nobody has decided here is the file's.
        let undecided = ours == nothing || placed && field == CalendarField::When;
        let base = base.or(undecided.then_some((ours, nothing)));
        match way(ours == new, ours, new, base) {
            Way::Same => {}
            Way::Take => {
                field.take_instance(&mut own, &theirs);
                merged.news.push(field);
            }
            Way::Keep => merged.kept.push(field),
        }
        let then =
            if merged.kept.contains(&field) { base.map_or(nothing, |(then, _)| then) } else { field.of_instance(&own) };
        instance.base.push((then, new));
    }
    if !has && there.is_none() {
        // On a day that the rule does not have, or that was left out: the file has it, so it is one.
        merged.news = if merged.news.is_empty() { vec![CalendarField::When] } else { merged.news };
        own.when = own.when.or(Some(file.entry.when).filter(|when| *when != When::Undated));
    }
    if merged.changes_something() {
        if own != InstanceOverride::default() || there.is_some() {
            repeat.overrides.insert(day, own);
        }
        if !instance.rest.is_empty() && series.calendar.is_none() {
            series.calendar = Some(Box::new(CalendarSource { uid: uid_of(series), ..CalendarSource::default() }));
        }
        if let Some(source) = &mut series.calendar {
            source.instances.insert(day, instance);
        }
    }
    merged
}
