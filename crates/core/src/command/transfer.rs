//! Commands that take in many records at once: an export of everything, an address book.

use super::{CommandError, Doing};
use crate::model::{AnyRecord, Entry, Order, Person, RecordKind};

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
    names_exist(doing, records)?;
    Ok(String::new())
}

/// Refuses an export whose records name people who are in none of it.
fn names_exist(doing: &Doing<'_, '_>, records: &[AnyRecord]) -> Result<(), CommandError> {
    for record in records {
        match record {
            AnyRecord::Entry(Entry { people, .. }) => {
                doing.people(people)?;
            }
            AnyRecord::Order(Order { person, .. }) => {
                doing.person(*person)?;
            }
            _ => {}
        }
    }
    doing.person(doing.settings()?.me).map(drop)
}

pub(super) fn import_contacts(
    doing: &mut Doing<'_, '_>,
    file: &str,
    added: &[Person],
    joined: &[Person],
) -> Result<String, CommandError> {
    super::people::add(doing, added)?;
    for person in joined {
        person.check()?;
        doing.person(person.id)?;
        doing.writing.put(person)?;
    }
    Ok(file.to_owned())
}
