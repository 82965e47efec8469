//! What became of the notes that were sorted in an evening review.

use chrono::NaiveDateTime;

use super::{Item, PersonName, View};
use crate::command::CommandName;
use crate::model::{EntryId, EntryKind};
use crate::store::{HistoryState, StoreError};

/// How many commands of the past are looked at.
const LOOKED_BACK: usize = 200;

/// What a note became.
#[derive(Clone, Debug, PartialEq)]
pub enum Became {
    /// A task, a promise or a call, as it is now.
    Entry(Box<Item>),
    /// A person on the list.
    Contact(PersonName),
    /// It stays a note.
    Note,
    /// What it became is no more to be seen: it was done or deleted since.
    Gone,
}

/// A note that was sorted and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct SortedNote {
    /// The number of the command.
    pub sequence: u64,
    /// The note.
    pub title: String,
    /// What it became.
    pub became: Became,
}

/// Those of these notes that were sorted since a moment, newest first.
///
/// # Errors
/// Any failure of the store.
pub fn sorted_notes(view: &View, notes: &[Item], since: NaiveDateTime) -> Result<Vec<SortedNote>, StoreError> {
    let rows = view.history(LOOKED_BACK)?.into_iter();
    let held =
        rows.filter(|row| row.name == CommandName::SortNote && row.state == HistoryState::Done && row.at >= since);
    let open = view.open()?;
    let mut told: Vec<EntryId> = Vec::new();
    let mut all = Vec::new();
    for row in held {
        let own = |note: &&Item| note.sorted && note.title == row.subject && !told.contains(&note.id);
        let note = notes.iter().filter(|note| note.kind == EntryKind::Note).rfind(own);
        told.extend(note.map(|note| note.id));
        let follows = note.and_then(|note| open.iter().find(|entry| entry.follows == Some(note.id)));
        let became = match (follows, note) {
            (Some(entry), _) => Became::Entry(Box::new(Item::whole(entry, view.people()))),
            // Nothing but the note itself was written.
            (None, _) if row.touched <= 1 => Became::Note,
            // Who came to the list by it stands last among its people.
            (None, Some(note)) => note.people.last().cloned().map_or(Became::Gone, Became::Contact),
            (None, None) => Became::Gone,
        };
        all.push(SortedNote { sequence: row.sequence, title: row.subject, became });
    }
    Ok(all)
}
