//! What is said of commands whose name says too little.

use std::collections::BTreeSet;

use sponsor_core::command::{Command, Line, PeopleChange};
use sponsor_core::model::{Entry, EntryKind, Person, ReviewState};

use crate::words::Words;

/// What is said of a command of which a person wants to know more than its name.
pub(super) fn said(words: &Words, command: &Command) -> Option<String> {
    let say = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
    match command {
        Command::AddEntryAndPeople { entry, people } => Some(said_of_entry(words, entry, people)),
        Command::ImportContacts { added, joined, .. } => {
            let parts = [("import-new", added.len()), ("import-filled", joined.len())];
            // What did not happen need not be said.
            let what: Vec<_> =
                parts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| say(key, count)).collect();
            let people = say("import-imported", added.len() + joined.len());
            let values = [("people", people.into()), ("what", what.join(", ").into())];
            Some(words.with("import-done", &values))
        }
        Command::ImportCalendar { items, .. } => {
            let records = say("calendar-imported", items.len());
            Some(records)
        }
        Command::ImportReport(records) => {
            let new: BTreeSet<_> = records.added.iter().map(|person| person.id).collect();
            let values = [
                ("added", say("report-new", new.len()).into()),
                ("updated", say("report-changed", records.touched().difference(&new).count()).into()),
            ];
            Some(words.with("report-done", &values))
        }
        Command::EditPeople { people, change: PeopleChange::OffList(off) } if people.len() == 1 => {
            Some(words.get(if *off { "said-off-list" } else { "said-on-list" }))
        }
        Command::HoldEvening { state: ReviewState::Rest, .. } => Some(words.get("evening-rest")),
        Command::AddLine { about: Line::Need, .. } => Some(words.get("said-need")),
        Command::AddLine { about: Line::GoingOn, .. } => Some(words.get("said-going-on")),
        _ => None,
    }
}

/// An entry with people who came to the list: «среща с Албена Нова; нов човек в списъка».
fn said_of_entry(words: &Words, entry: &Entry, people: &[Person]) -> String {
    let names: Vec<_> = people.iter().map(|person| person.name.full()).collect();
    let names = names.join(", ");
    let what = if entry.title == names && entry.kind == EntryKind::Meeting {
        words.with("diary-meeting-with", &[("names", names.into())])
    } else {
        entry.title.clone()
    };
    words.with("history-added-with-people", &[("what", what.into()), ("count", people.len().into())])
}
