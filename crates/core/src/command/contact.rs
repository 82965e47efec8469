//! A contact that took place is written down in one step, with the call that follows from it.

use chrono::{NaiveDate, TimeDelta, Timelike as _};

use super::diary::{guess_action, put_with_stages};
use super::{CommandError, Doing};
use crate::model::{DatedLine, Entry, EntryId, EntryKind, EntryState, Outcome, Person, PersonId, When};

/// How two people were in touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ContactKind {
    /// A call.
    #[default]
    Call,
    /// A message.
    Message,
    /// A meeting.
    Meeting,
}

impl ContactKind {
    /// All of them, in the order in which a person chooses.
    pub const ALL: [Self; 3] = [Self::Call, Self::Message, Self::Meeting];

    /// The kind of entry that it becomes.
    #[must_use]
    pub const fn entry(self) -> EntryKind {
        match self {
            Self::Call => EntryKind::Call,
            Self::Message => EntryKind::Message,
            Self::Meeting => EntryKind::Meeting,
        }
    }
}

/// A contact that took place just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLog {
    /// The id of its entry, so that the same contact is not written down twice.
    pub entry: EntryId,
    /// With whom.
    pub person: PersonId,
    /// How.
    pub kind: ContactKind,
    /// One line of what happened, or the message that was sent; may be empty.
    pub said: String,
    /// The day of the next call; none for no call.
    pub next_call: Option<NaiveDate>,
    /// «От какво има нужда», as it is now; empty where nothing new is known.
    pub need: String,
    /// «Какво става при него/нея», as it is now; empty where nothing new is known.
    pub going_on: String,
    /// The day on which something is kept that the person was congratulated on.
    pub greeted: Option<NaiveDate>,
}

impl ContactLog {
    /// A contact of which nothing else is said.
    #[must_use]
    pub const fn new(entry: EntryId, person: PersonId, kind: ContactKind) -> Self {
        Self {
            entry,
            person,
            kind,
            said: String::new(),
            next_call: None,
            need: String::new(),
            going_on: String::new(),
            greeted: None,
        }
    }
}

pub(super) fn log(doing: &mut Doing<'_, '_>, log: &ContactLog) -> Result<String, CommandError> {
    let mut person = doing.person(log.person)?;
    let today = doing.now.date();
    let mut entry = contact(doing, log, &person);
    doing.is_new(&entry)?;
    if let Some(on) = log.next_call {
        let call = next_call(doing, &entry, &person, on);
        call.check()?;
        doing.writing.put(&call)?;
        entry.outcome.get_or_insert_with(|| met(&person)).call = Some(call.id);
    }
    entry.check()?;
    let lines = [(&log.need, &mut person.needs), (&log.going_on, &mut person.going_on)];
    for (text, into) in lines.into_iter().filter(|(text, _)| !text.trim().is_empty()) {
        into.push(DatedLine { on: today, text: text.trim().to_owned() });
    }
    person.greeted_on = log.greeted.or(person.greeted_on);
    person.check()?;
    doing.writing.put(&person)?;
    put_with_stages(doing, &entry)?;
    Ok(person.name.full())
}

fn met(person: &Person) -> Outcome {
    Outcome { met: vec![person.id], ..Outcome::default() }
}

/// The entry of the contact itself: done, at this minute.
fn contact(doing: &Doing<'_, '_>, log: &ContactLog, person: &Person) -> Entry {
    let local = doing.now.local;
    let start = local.with_second(0).and_then(|start| start.with_nanosecond(0)).unwrap_or(local);
    let when = When::Timed { start, minutes: None, zone: doing.now.zone };
    let mut entry = Entry::new(log.entry, log.kind.entry(), &person.name.full(), when, local);
    entry.people.push(person.id);
    entry.state = EntryState::Done;
    let said = log.said.trim();
    match log.kind {
        // What was sent is the message itself, not what came of it.
        ContactKind::Message => said.clone_into(&mut entry.note),
        ContactKind::Call | ContactKind::Meeting if said.is_empty() => {}
        ContactKind::Call | ContactKind::Meeting => {
            entry.outcome = Some(Outcome { talked_about: said.to_owned(), ..met(person) });
        }
    }
    entry.action = guess_action(&entry, std::slice::from_ref(person));
    entry
}

fn next_call(doing: &Doing<'_, '_>, after: &Entry, person: &Person, on: NaiveDate) -> Entry {
    // A moment later, so that ids keep the order in which things were created.
    let at = doing.now.local.checked_add_signed(TimeDelta::milliseconds(1)).unwrap_or(doing.now.local);
    let id = EntryId::new(doing.ids, at);
    let mut call = Entry::new(id, EntryKind::Call, &person.name.full(), When::day(on), doing.now.local);
    call.people.push(person.id);
    call.follows = Some(after.id);
    call.action = guess_action(&call, std::slice::from_ref(person));
    call
}

pub(super) fn greet(doing: &mut Doing<'_, '_>, id: PersonId, on: NaiveDate) -> Result<String, CommandError> {
    let mut person = doing.person(id)?;
    person.greeted_on = Some(on);
    doing.writing.put(&person)?;
    Ok(person.name.full())
}
