//! Commands that take in many records at once: an export of everything, an address book.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{CommandError, Doing};
use crate::exchange::{ContactJoin, ReportUpdate};
use crate::model::{
    AnyRecord, ColumnMapping, ContactColumn, ListOwner, Person, PersonId, Reading, Record as _, RecordKind,
    RememberedColumns, ReportColumn, Scope, Stage, remember,
};

/// What the company's report comes to, record by record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportRecords {
    /// The file's name, for the history.
    pub file: String,
    /// People who come to the structure.
    pub added: Vec<Person>,
    /// What comes to people who are there; to those who are gone meanwhile nothing does.
    pub updated: Vec<ReportUpdate>,
    /// Readings of the month; another of the same day and scope is replaced.
    pub readings: Vec<Reading>,
    /// What was said of the columns, to be remembered.
    pub mapping: Option<ColumnMapping<ReportColumn>>,
}

/// Takes in an export of everything. Whether the workspace is empty or the same is decided by the caller, who knows
/// its id; records that are there are replaced.
pub(super) fn import_workspace(doing: &mut Doing<'_, '_>, records: &[AnyRecord]) -> Result<String, CommandError> {
    for record in records {
        match record {
            AnyRecord::Person(person) => person.check()?,
            AnyRecord::Entry(entry) => entry.check()?,
            AnyRecord::Order(order) => order.check()?,
            _ => {}
        }
        doing.writing.put_any(record)?;
    }
    if !doing.writing.has_any(RecordKind::Settings)? {
        return Err(CommandError::NotFound("settings"));
    }
    let people = records.iter().filter_map(|record| match record {
        AnyRecord::Person(person) => Some(person),
        _ => None,
    });
    super::people::check_sponsors(doing, people)?;
    Ok(String::new())
}

impl ReportRecords {
    /// Everyone of whom something comes: a record or a reading.
    #[must_use]
    pub fn touched(&self) -> BTreeSet<PersonId> {
        let people = self.added.iter().map(|person| person.id).chain(self.updated.iter().map(|update| update.person));
        let read = self.readings.iter().filter_map(|reading| match reading.scope {
            Scope::Branch(person) | Scope::Own(person) => Some(person),
            Scope::Whole => None,
        });
        people.chain(read).collect()
    }
}

/// Takes in an address book: each person as they are now, for the preview may have been looked at for a while.
pub(super) fn import_contacts(
    doing: &mut Doing<'_, '_>,
    file: &str,
    added: &[Person],
    joined: &[ContactJoin],
    mapping: Option<&ColumnMapping<ContactColumn>>,
) -> Result<String, CommandError> {
    let mut new: BTreeMap<PersonId, Person> = BTreeMap::new();
    for join in joined {
        match doing.writing.get::<Person>(join.with.to_bytes())? {
            Some(mut there) => {
                join.put_into(&mut there);
                there.check()?;
                doing.writing.put(&there)?;
            }
            // Whoever was deleted meanwhile is somebody new.
            None => new.extend(join.alone(PersonId::new(doing.ids, doing.now.local)).map(|one| (one.id, one))),
        }
    }
    for person in added {
        match doing.writing.get::<Person>(person.id.to_bytes())? {
            // Whoever came back meanwhile is joined with what the file has.
            Some(mut there) => {
                ContactJoin::of(person.id, person.clone()).put_into(&mut there);
                there.check()?;
                doing.writing.put(&there)?;
            }
            None => drop(new.insert(person.id, person.clone())),
        }
    }
    name_only_those_there(doing, &mut new)?;
    let new: Vec<Person> = new.into_values().collect();
    super::people::add(doing, &new)?;
    remember_columns(doing, mapping, |columns| &mut columns.contacts)?;
    Ok(file.to_owned())
}

/// Brings in the company's report: people first, so that a sponsor may come with those whom they brought in.
pub(super) fn import_report(doing: &mut Doing<'_, '_>, records: &ReportRecords) -> Result<String, CommandError> {
    let me = doing.settings()?.me;
    if records
        .added
        .iter()
        .map(|person| person.id)
        .chain(records.updated.iter().map(|one| one.person))
        .any(|id| id == me)
    {
        return Err(CommandError::Myself);
    }
    let mut updated = Vec::with_capacity(records.updated.len());
    for update in &records.updated {
        if let Some(mut person) = doing.writing.get::<Person>(update.person.to_bytes())? {
            update.put_into(&mut person);
            updated.push(person);
        }
    }
    put_people(doing, &records.added, &updated)?;
    put_readings(doing, &records.readings)?;
    remember_columns(doing, records.mapping.as_ref(), |columns| &mut columns.report)?;
    Ok(records.file.clone())
}

/// Adds people and changes others, and only then looks at their sponsors.
fn put_people(doing: &mut Doing<'_, '_>, added: &[Person], changed: &[Person]) -> Result<(), CommandError> {
    for person in added {
        person.check()?;
        doing.is_new(person)?;
        doing.writing.put(person)?;
    }
    for person in changed {
        person.check()?;
        doing.person(person.id)?;
        doing.writing.put(person)?;
    }
    super::people::check_sponsors(doing, added.iter().chain(changed))
}

fn put_readings(doing: &mut Doing<'_, '_>, readings: &[Reading]) -> Result<(), CommandError> {
    let there: Vec<Reading> = if readings.is_empty() { Vec::new() } else { doing.writing.all()? };
    let there: HashMap<_, _> = there.iter().map(|old| ((old.on, old.scope), old.key())).collect();
    for reading in readings {
        doing.is_new(reading)?;
        let about = match reading.scope {
            Scope::Whole => None,
            Scope::Branch(person) | Scope::Own(person) => Some(person),
        };
        if let Some(person) = about
            && doing.writing.get::<Person>(person.to_bytes())?.is_none()
        {
            continue;
        }
        if let Some(old) = there.get(&(reading.on, reading.scope)) {
            doing.writing.remove(*old)?;
        }
        doing.writing.put(reading)?;
    }
    Ok(())
}

fn remember_columns<C: Clone>(
    doing: &mut Doing<'_, '_>,
    mapping: Option<&ColumnMapping<C>>,
    known: impl Fn(&mut RememberedColumns) -> &mut Vec<ColumnMapping<C>>,
) -> Result<(), CommandError> {
    let Some(mapping) = mapping else { return Ok(()) };
    let mut settings = doing.settings()?;
    let before = settings.columns.clone();
    remember(known(&mut settings.columns), mapping);
    if settings.columns != before {
        doing.writing.put(&settings)?;
    }
    Ok(())
}

/// Takes out of new people the names of those who are neither there nor come with them, and sponsors who would stand
/// below their own people. Whoever then has no registration stands where they stood before it.
fn name_only_those_there(doing: &Doing<'_, '_>, new: &mut BTreeMap<PersonId, Person>) -> Result<(), CommandError> {
    let sponsors: BTreeMap<PersonId, PersonId> =
        new.values().filter_map(|person| Some((person.id, person.registration.as_ref()?.sponsor))).collect();
    let mut named = BTreeSet::new();
    for person in new.values() {
        named.extend(person.referred_by);
        named.extend(person.different_from.iter().copied());
        named.extend(person.registration.as_ref().map(|own| own.sponsor));
        if let ListOwner::Partner(partner) = person.owner {
            named.insert(partner);
        }
    }
    let mut there: BTreeSet<PersonId> = new.keys().copied().collect();
    for id in named {
        if doing.writing.get::<Person>(id.to_bytes())?.is_some() {
            there.insert(id);
        }
    }
    let today = doing.now.date();
    for person in new.values_mut() {
        person.referred_by = person.referred_by.filter(|id| there.contains(id));
        person.different_from.retain(|id| there.contains(id));
        if matches!(&person.owner, ListOwner::Partner(partner) if !there.contains(partner)) {
            person.owner = ListOwner::Mine;
        }
        person.registration =
            person.registration.take().filter(|own| there.contains(&own.sponsor) && !meets_again(person.id, &sponsors));
    }
    unregister_below_nobody(doing, new)?;
    for person in new.values_mut() {
        if person.registration.is_none() && person.stage == Stage::Registered {
            person.reach(super::people::stage_before_registration(person), today);
        }
    }
    Ok(())
}

/// Takes out the registrations of new people whose sponsor is not registered, and of those below them in their turn.
fn unregister_below_nobody(doing: &Doing<'_, '_>, new: &mut BTreeMap<PersonId, Person>) -> Result<(), CommandError> {
    let mut registered = BTreeSet::from([doing.settings()?.me]);
    for own in new.values().filter_map(|person| person.registration.as_ref()) {
        let there = doing.writing.get::<Person>(own.sponsor.to_bytes())?;
        registered.extend(there.filter(|person| person.registration.is_some()).map(|person| person.id));
    }
    registered.extend(new.values().filter(|person| person.registration.is_some()).map(|person| person.id));
    loop {
        let loose =
            |person: &&mut Person| person.registration.as_ref().is_some_and(|own| !registered.contains(&own.sponsor));
        let found: Vec<PersonId> = new
            .values_mut()
            .filter(loose)
            .map(|person| {
                person.registration = None;
                person.id
            })
            .collect();
        if found.is_empty() {
            return Ok(());
        }
        for id in found {
            registered.remove(&id);
        }
    }
}

/// Whether the way up from a person leads back to them.
fn meets_again(person: PersonId, sponsors: &BTreeMap<PersonId, PersonId>) -> bool {
    let mut above = sponsors.get(&person);
    for _ in 0..sponsors.len() {
        match above {
            Some(id) if *id == person => return true,
            Some(id) => above = sponsors.get(id),
            None => return false,
        }
    }
    false
}
