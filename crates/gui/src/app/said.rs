//! What is said of commands whose name says too little.

use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind, Person};

use crate::words::Words;

/// What is said of a command of which a person wants to know more than its name.
pub(super) fn said(words: &Words, command: &Command) -> Option<String> {
    if let Command::AddEntryAndPeople { entry, people } = command {
        return Some(said_of_entry(words, entry, people));
    }
    let Command::ImportContacts { added, joined, .. } = command else { return None };
    let say = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
    let values = [
        ("people", say("import-imported", added.len() + joined.len()).into()),
        ("added", say("import-new", added.len()).into()),
        ("joined", say("import-filled", joined.len()).into()),
    ];
    Some(words.with("import-done", &values))
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
