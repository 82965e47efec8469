//! Takes in a calendar.

use super::{CommandError, Doing};
use crate::exchange::{CalendarItem, put_item};
use crate::model::{Entry, PersonId};

/// Takes in records of a calendar, each held against what is there now, for the preview may have been looked at for a
/// while.
pub(super) fn import(doing: &mut Doing<'_, '_>, file: &str, items: &[CalendarItem]) -> Result<String, CommandError> {
    for item in items {
        let there = doing.writing.get::<Entry>(item.target().to_bytes())?;
        let Some(change) = put_item(there.clone(), item, doing.now) else { continue };
        let mut entry = change.entry;
        entry.people = those_there(doing, &entry.people)?;
        entry.check()?;
        let guesses = match &there {
            Some(before) if !change.is_new => super::guesses_again(before, &entry),
            _ => entry.action.is_none(),
        };
        if guesses && !entry.action_chosen {
            super::diary::guess(doing, &mut entry)?;
        }
        doing.writing.put(&entry)?;
    }
    Ok(file.to_owned())
}

/// Without people who were deleted meanwhile.
fn those_there(doing: &Doing<'_, '_>, people: &[PersonId]) -> Result<Vec<PersonId>, CommandError> {
    let mut there = Vec::with_capacity(people.len());
    for person in people {
        if doing.person_is_there(*person)? {
            there.push(*person);
        }
    }
    Ok(there)
}
