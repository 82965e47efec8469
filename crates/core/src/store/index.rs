//! The keys under which records are looked up. All of them can be made again from the records.

use chrono::{Datelike as _, NaiveDate};
use redb::ReadableTable;

use super::StoreError;
use super::codec::decode;
use super::sound::named_in_entry;
use crate::model::{Entry, EntryId, EntryKind, EntryState, Order, OrderId, PersonId, RecordKey, RecordKind, When};

/// The lookups, by the first byte of their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Lookup {
    /// day · entry: every day on which a single entry is.
    EntryByDay = 1,
    /// entry: those that repeat.
    EntryRepeating = 2,
    /// day · entry: planned single entries that are decided one day, undated ones last.
    EntryOpen = 3,
    /// person · day · entry: entries a person takes part in.
    EntryByPerson = 4,
    /// person · day · entry: real contacts.
    Contact = 5,
    /// day · entry: trainings.
    Training = 6,
    /// day · order.
    OrderByDay = 7,
    /// person · day · order.
    OrderByPerson = 8,
    /// person · entry: entries that name a person without their taking part: invited, leading, met first there.
    EntryNaming = 9,
}

/// The day that stands for "undated": after every other.
pub(crate) const UNDATED: i32 = i32::MAX;

/// An entry over more days than this is looked up by its first ones only.
const LONGEST_SPAN: usize = 400;

/// A day as four bytes that sort by time.
pub(crate) fn day_bytes(day: i32) -> [u8; 4] {
    // Flipping the sign bit makes negative days sort before positive ones.
    (day.cast_unsigned() ^ (1 << 31)).to_be_bytes()
}

/// The day that four bytes of a key stand for.
pub(crate) fn day_from(bytes: [u8; 4]) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt((u32::from_be_bytes(bytes) ^ (1 << 31)).cast_signed())
}

/// A key of a lookup from its parts.
pub(crate) fn key(lookup: Lookup, parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = vec![lookup as u8];
    for part in parts {
        bytes.extend_from_slice(part);
    }
    bytes
}

/// The keys of a lookup that begin with these bytes, in order, whether the table is being read or written.
pub(crate) fn keys_in(
    table: &impl ReadableTable<&'static [u8], ()>,
    lookup: Lookup,
    parts: &[&[u8]],
) -> Result<Vec<Vec<u8>>, StoreError> {
    let from = key(lookup, parts);
    let mut keys = Vec::new();
    for row in table.range(from.as_slice()..)? {
        let row = row?;
        if !row.0.value().starts_with(&from) {
            break;
        }
        keys.push(row.0.value().to_vec());
    }
    Ok(keys)
}

/// The 16 bytes at the end of a key.
pub(crate) fn last_id(key: &[u8]) -> Option<[u8; 16]> {
    key.last_chunk::<16>().copied()
}

/// The entry at the end of a key.
pub(crate) fn entry_at_end(key: &[u8]) -> Option<EntryId> {
    last_id(key).map(EntryId::from_bytes)
}

/// The order at the end of a key.
pub(crate) fn order_at_end(key: &[u8]) -> Option<OrderId> {
    last_id(key).map(OrderId::from_bytes)
}

/// The person that a key of a person's lookup begins with.
pub(crate) fn person_of(key: &[u8]) -> Option<PersonId> {
    key.get(1..17)?.try_into().ok().map(PersonId::from_bytes)
}

/// The day of a key of the form person · day · id.
pub(crate) fn day_of_person_key(key: &[u8]) -> Option<NaiveDate> {
    key.get(17..21)?.try_into().ok().and_then(day_from)
}

/// The day of a key of the form day · id.
pub(crate) fn day_of_key(key: &[u8]) -> Option<NaiveDate> {
    key.get(1..5)?.try_into().ok().and_then(day_from)
}

/// Every key of a record.
///
/// # Errors
/// [`StoreError::Decode`] when the record is of another shape.
pub(crate) fn keys_of(record: RecordKey, body: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
    Ok(match record.kind {
        RecordKind::Entry => entry_keys(&decode(body)?),
        RecordKind::Order => order_keys(&decode(body)?),
        _ => Vec::new(),
    })
}

fn order_keys(order: &Order) -> Vec<Vec<u8>> {
    let day = day_bytes(order.on.num_days_from_ce());
    let (id, person) = (order.id.to_bytes(), order.person.to_bytes());
    vec![key(Lookup::OrderByDay, &[&day, &id]), key(Lookup::OrderByPerson, &[&person, &day, &id])]
}

/// The day under which an entry stands with its people; a note without a day stands under the day it was written.
fn day_with_people(entry: &Entry) -> i32 {
    match entry.when.first_day() {
        Some(day) => day.num_days_from_ce(),
        None if entry.kind == EntryKind::Note => entry.created.date().num_days_from_ce(),
        None => UNDATED,
    }
}

fn entry_keys(entry: &Entry) -> Vec<Vec<u8>> {
    let id = entry.id.to_bytes();
    let mut keys = Vec::new();
    let day = day_with_people(entry);
    if entry.repeat.is_some() {
        keys.push(key(Lookup::EntryRepeating, &[&id]));
    } else {
        keys.extend(spanned_days(entry).map(|day| key(Lookup::EntryByDay, &[&day_bytes(day), &id])));
        if entry.state == EntryState::Planned && entry.kind != EntryKind::Note {
            keys.push(key(Lookup::EntryOpen, &[&day_bytes(day), &id]));
        }
    }
    if entry.is_training() {
        keys.push(key(Lookup::Training, &[&day_bytes(day), &id]));
    }
    let mut people = entry.people.clone();
    people.extend(entry.outcome.iter().flat_map(|outcome| outcome.met.iter().copied()));
    people.extend(entry.training.iter().flat_map(|training| training.came.iter().map(|one| one.person)));
    people.sort_unstable();
    people.dedup();
    for person in &people {
        keys.push(key(Lookup::EntryByPerson, &[&person.to_bytes(), &day_bytes(day), &id]));
        if entry.is_contact() && day != UNDATED {
            let day = contact_day(entry, day);
            keys.push(key(Lookup::Contact, &[&person.to_bytes(), &day_bytes(day), &id]));
        }
    }
    let others = named_in_entry(entry).into_iter().filter(|person| people.binary_search(person).is_err());
    keys.extend(others.map(|person| key(Lookup::EntryNaming, &[&person.to_bytes(), &id])));
    keys.extend(series_contacts(entry));
    keys
}

/// The day of a contact: one knew of the person when a note about them was written, whatever day it is for.
fn contact_day(entry: &Entry, day: i32) -> i32 {
    match entry.kind {
        EntryKind::Note => day.min(entry.created.date().num_days_from_ce()),
        _ => day,
    }
}

/// Instances of a series of calls, messages or meetings that were held are contacts on their own days.
fn series_contacts(entry: &Entry) -> Vec<Vec<u8>> {
    let Some(repeat) = entry.repeat.as_ref().filter(|_| entry.kind.is_contact()) else { return Vec::new() };
    let held = repeat.overrides.iter().filter(|(_, instance)| instance.state == Some(EntryState::Done));
    held.flat_map(|(day, instance)| {
        let day = instance.when.and_then(|when| when.first_day()).unwrap_or(*day).num_days_from_ce();
        let met = instance.outcome.iter().flat_map(|outcome| &outcome.met);
        let people = entry.people.iter().chain(met);
        people.map(move |person| key(Lookup::Contact, &[&person.to_bytes(), &day_bytes(day), &entry.id.to_bytes()]))
    })
    .collect()
}

fn spanned_days(entry: &Entry) -> impl Iterator<Item = i32> + use<> {
    let span = match entry.when {
        When::Undated if entry.kind == EntryKind::Note => {
            let day = entry.created.date();
            Some((day, day))
        }
        _ => entry.when.first_day().zip(entry.when.last_day()),
    };
    span.into_iter().flat_map(|(from, to)| (from.num_days_from_ce()..=to.num_days_from_ce()).take(LONGEST_SPAN))
}
