//! What the command of an import does with one record, as the entries are then.

use super::preview::{CalendarItem, take_in};
use crate::model::{Entry, EntryId};
use crate::moment::Now;

/// What is to be written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CalendarChange {
    /// The entry as it is to be.
    pub(crate) entry: Entry,
    /// Whether it is new.
    pub(crate) is_new: bool,
}

impl CalendarItem {
    /// The entry that it is held against.
    pub(crate) fn target(&self) -> EntryId {
        self.instance.map_or(self.file.entry.id, |(series, _)| series)
    }
}

/// Takes in a record over what is there now; none where there is nothing to write. An instance whose series is gone
/// comes as an entry of its own.
pub(crate) fn put_item(there: Option<Entry>, item: &CalendarItem, now: Now) -> Option<CalendarChange> {
    let (entry, merged) = take_in(there, item, now);
    match merged {
        None => Some(CalendarChange { entry, is_new: true }),
        Some(merged) => merged.changes_something().then_some(CalendarChange { entry, is_new: false }),
    }
}
