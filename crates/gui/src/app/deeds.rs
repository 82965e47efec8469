//! What can be done with a person from everywhere: the pane, the palette and the keys know the same list.

use egui::Key;
use sponsor_core::command::ContactKind;
use sponsor_core::model::{EntryKind, PersonId};

use super::action::{Action, ContactWish, Place};
use crate::icons;

/// Something that is done with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonDeed {
    /// Shows everything that is known of them.
    Open,
    /// Writes down that one was in touch with them just now.
    Contact(ContactKind),
    /// Ready words for a message.
    ReadyWords,
    /// A new entry of a kind with them.
    Plan(EntryKind),
    /// «Посрещни»: the interview.
    Meet,
}

impl PersonDeed {
    /// Every deed, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Contact(ContactKind::Call),
        Self::Contact(ContactKind::Message),
        Self::Contact(ContactKind::Meeting),
        Self::ReadyWords,
        Self::Plan(EntryKind::Call),
        Self::Plan(EntryKind::Meeting),
        Self::Plan(EntryKind::Task),
        Self::Meet,
    ];

    /// The key of its name in the messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Contact(ContactKind::Call) => "deed-called",
            Self::Contact(ContactKind::Message) => "deed-wrote",
            Self::Contact(ContactKind::Meeting) => "deed-met",
            Self::ReadyWords => "deed-ready-words",
            Self::Plan(EntryKind::Call) => "deed-plan-call",
            Self::Plan(EntryKind::Task) => "deed-plan-task",
            Self::Plan(_) => "deed-plan-meeting",
            Self::Meet => "meet",
        }
    }

    /// Its icon.
    #[must_use]
    pub const fn icon(self) -> char {
        match self {
            Self::Open => icons::PERSON,
            Self::Contact(ContactKind::Call) | Self::Plan(EntryKind::Call) => icons::CALL,
            Self::Contact(ContactKind::Message) | Self::ReadyWords => icons::MESSAGE,
            Self::Plan(EntryKind::Task) => icons::TASK,
            Self::Contact(ContactKind::Meeting) | Self::Plan(_) => icons::MEETING,
            Self::Meet => icons::ONBOARDING,
        }
    }

    /// Its key on a person's pane, and as it is written on a cap.
    #[must_use]
    pub const fn key(self) -> Option<(Key, &'static str)> {
        match self {
            Self::Contact(ContactKind::Call) => Some((Key::C, "C")),
            Self::ReadyWords => Some((Key::M, "M")),
            Self::Plan(EntryKind::Meeting) => Some((Key::S, "S")),
            Self::Plan(EntryKind::Task) => Some((Key::T, "T")),
            Self::Open | Self::Contact(_) | Self::Plan(_) | Self::Meet => None,
        }
    }

    /// What it asks the window for.
    #[must_use]
    pub fn action(self, person: PersonId) -> Action {
        match self {
            Self::Open => Action::Go(Place::Person(person)),
            Self::Contact(kind) => Action::Contact(ContactWish { person, kind, greeted: None }),
            Self::ReadyWords => Action::ReadyWords { person, text: None },
            Self::Plan(kind) => Action::Go(Place::NewEntryWith { person, kind: Some(kind) }),
            Self::Meet => Action::Go(Place::Meet(Some(person))),
        }
    }

    /// Whether it leads to a change of the workspace.
    #[must_use]
    pub const fn changes(self) -> bool {
        !matches!(self, Self::Open)
    }
}
