//! The diary as it goes out: which entries, and in whose words.

use chrono::NaiveDate;
use chrono_tz::Tz;
use sponsor_core::exchange::{DiaryCodes, DiaryWords, calendar_as_ics, diary_table};
use sponsor_core::model::{Action, Entry, EntryKind, EntryState, PersonId, Priority};
use sponsor_core::query::{Item, View, instances};

use super::export::{ExportError, FileForm, table_bytes};
use crate::pages::diary::{kind_word, priority_look, repeat_word};
use crate::words::Words;

/// Which entries go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiaryPart {
    /// All.
    All,
    /// Those that a filter lets through.
    Filtered(DiaryFilter),
    /// What is on any of these days.
    Period(NaiveDate, NaiveDate),
}

/// What entries are to be; nothing said lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DiaryFilter {
    /// Of this kind.
    pub kind: Option<EntryKind>,
    /// Counting in this row of the plan.
    pub action: Option<Action>,
    /// Of this priority.
    pub priority: Option<Priority>,
    /// In this state.
    pub state: Option<EntryState>,
    /// With this person.
    pub person: Option<PersonId>,
}

impl DiaryFilter {
    /// Whether anything is held back.
    #[must_use]
    pub fn is_on(&self) -> bool {
        *self != Self::default()
    }

    /// Whether an appearance of an entry is let through.
    #[must_use]
    pub fn shows(&self, item: &Item) -> bool {
        self.kind.is_none_or(|kind| kind == item.kind)
            && self.action.as_ref().is_none_or(|action| Some(action) == item.action.as_ref())
            && self.priority.is_none_or(|priority| priority == item.priority)
            && self.state.is_none_or(|state| state == item.state)
            && self.person.is_none_or(|id| item.people.iter().any(|person| person.id == id))
    }

    fn lets_through(&self, entry: &Entry) -> bool {
        self.kind.is_none_or(|kind| kind == entry.kind)
            && self.action.as_ref().is_none_or(|action| Some(action) == entry.action.as_ref())
            && self.priority.is_none_or(|priority| priority == entry.priority)
            && self.state.is_none_or(|state| state == entry.state)
            && self.person.is_none_or(|person| entry.people.contains(&person))
    }
}

impl DiaryPart {
    fn holds(&self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Filtered(filter) => filter.lets_through(entry),
            Self::Period(from, to) => !instances(entry, &(*from..=*to)).is_empty(),
        }
    }
}

/// The bytes of a file of this form; `home` is the zone by whose clock the diary is kept.
///
/// # Errors
/// [`ExportError::Ending`] for cards.
pub(super) fn diary_bytes(
    view: &View,
    part: &DiaryPart,
    home: Tz,
    form: FileForm,
    words: &Words,
) -> Result<Vec<u8>, ExportError> {
    let mut entries: Vec<Entry> = view.all()?;
    entries.retain(|entry| part.holds(entry));
    entries.sort_by_key(|entry| (entry.when.first_day(), entry.when.time(), entry.id));
    match form {
        FileForm::Calendar => Ok(calendar_as_ics(&entries, view.people(), home)),
        FileForm::Json => Ok(diary_table(&entries, view.people(), &DiaryCodes).as_json()),
        _ => table_bytes(&diary_table(&entries, view.people(), words), form, words),
    }
}

impl DiaryWords for Words {
    fn kind(&self, kind: EntryKind) -> String {
        kind_word(self, kind)
    }

    fn priority(&self, priority: Priority) -> String {
        priority_look(priority).word(self)
    }

    fn state(&self, state: EntryState) -> String {
        self.get(match state {
            EntryState::Planned => "state-planned",
            EntryState::Done => "state-done",
            EntryState::Dropped => "state-dropped",
        })
    }

    fn repeat(&self, rule: &str, first: NaiveDate) -> String {
        repeat_word(self, rule, first)
    }
}
