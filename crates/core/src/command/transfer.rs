//! Commands that take in many records at once: an export of everything, an address book.

use super::{CommandError, Doing};
use crate::model::{AnyRecord, Person, RecordKind};

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
    super::people::check_sponsors(doing, joined)?;
    Ok(file.to_owned())
}
