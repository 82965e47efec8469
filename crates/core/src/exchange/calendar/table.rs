//! Entries as a table, for spreadsheets and scripts.

use chrono::NaiveDate;
use std::borrow::Borrow;

use rust_decimal::Decimal;

use crate::exchange::{OutCell, OutTable};
use crate::model::{Entry, EntryKind, EntryState, Priority, When};
use crate::query::People;

/// The keys of the columns, in order.
pub const DIARY_KEYS: [&str; 13] = [
    "kind", "title", "date", "time", "until", "minutes", "people", "place", "priority", "state", "repeat", "note", "id",
];

/// Says what something of an entry is called; scripts have the codes.
pub trait DiaryWords {
    /// A kind.
    fn kind(&self, kind: EntryKind) -> String;
    /// A priority.
    fn priority(&self, priority: Priority) -> String;
    /// A state.
    fn state(&self, state: EntryState) -> String;
    /// How something that begins on a day repeats, by the value of its RRULE.
    fn repeat(&self, rule: &str, first: NaiveDate) -> String;
}

/// The words of scripts.
#[derive(Clone, Copy, Debug, Default)]
pub struct DiaryCodes;

impl DiaryWords for DiaryCodes {
    fn kind(&self, kind: EntryKind) -> String {
        let code = match kind {
            EntryKind::Meeting => "meeting",
            EntryKind::Event => "event",
            EntryKind::Call => "call",
            EntryKind::Message => "message",
            EntryKind::Task => "task",
            EntryKind::Note => "note",
        };
        code.to_owned()
    }

    fn priority(&self, priority: Priority) -> String {
        let code = match priority {
            Priority::Urgent => "urgent",
            Priority::Important => "important",
            Priority::Necessary => "necessary",
            Priority::Other => "other",
        };
        code.to_owned()
    }

    fn state(&self, state: EntryState) -> String {
        let code = match state {
            EntryState::Planned => "planned",
            EntryState::Done => "done",
            EntryState::Dropped => "dropped",
        };
        code.to_owned()
    }

    fn repeat(&self, rule: &str, _first: NaiveDate) -> String {
        rule.to_owned()
    }
}

/// The entries as a table, one a row; of a series its first instance and how it repeats.
#[must_use]
pub fn diary_table<E: Borrow<Entry>>(entries: &[E], people: &People, words: &dyn DiaryWords) -> OutTable {
    let rows = entries.iter().map(|entry| row(entry.borrow(), people, words)).collect();
    OutTable { keys: &DIARY_KEYS, rows }
}

/// The day of an entry; a note without one belongs to the day on which it was jotted.
fn day_of(entry: &Entry) -> Option<NaiveDate> {
    let jotted = (entry.kind == EntryKind::Note).then(|| entry.created.date());
    entry.when.first_day().or(jotted)
}

fn row(entry: &Entry, people: &People, words: &dyn DiaryWords) -> Vec<OutCell> {
    let names = entry.people.iter().filter_map(|id| people.get(*id)).map(|person| person.name.full());
    let until = match entry.when {
        When::AllDay { from, to } if to > from => Some(to),
        _ => None,
    };
    let time = entry.when.time().map(|time| time.format("%H:%M").to_string());
    let repeats = entry.repeat.as_ref().zip(entry.when.first_day());
    let repeats = repeats.map(|(repeat, first)| words.repeat(repeat.rule(), first));
    vec![
        OutCell::Text(words.kind(entry.kind)),
        OutCell::text(&entry.title),
        day_of(entry).map_or(OutCell::Nothing, OutCell::Day),
        OutCell::text(&time.unwrap_or_default()),
        until.map_or(OutCell::Nothing, OutCell::Day),
        OutCell::number(entry.when.minutes().map(Decimal::from)),
        OutCell::text(&names.collect::<Vec<_>>().join(", ")),
        OutCell::text(&entry.place),
        OutCell::Text(words.priority(entry.priority)),
        OutCell::Text(words.state(entry.state)),
        OutCell::text(&repeats.unwrap_or_default()),
        OutCell::text(&entry.note),
        OutCell::Text(super::record::text_of(entry.id)),
    ]
}
