//! The forms of the window: every kind, every place in which one stands, and what a form must be.

use std::fmt::Debug;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sponsor_core::model::{EntryKind, PersonId};

/// Every form of the window. A form that is not here does not compile: [`Form::KIND`] needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FormKind {
    /// The jot line.
    Jot,
    /// A new entry or one that is changed.
    Entry,
    /// «Как мина?».
    Outcome,
    /// Another day and hour for an entry.
    MoveEntry,
    /// The name of a guest of a training.
    TrainingGuest,
    /// A new training or one that is changed.
    Training,
    /// Names of those who came to a training, as they were pasted.
    AttendanceNames,
    /// The preview of an attendance: nothing is typed in it, it is what its command closes.
    Attendance,
    /// A step of the learning path.
    PathStep,
    /// A method in the sponsor's own words.
    Method,
    /// Names in a row on the list.
    QuickName,
    /// A text of its own on the list: a city for a row or for many, the name of a view.
    ListField,
    /// Names that are sorted one at a time: who is left, and the city that is typed.
    Sorting,
    /// A new person or one that is changed.
    Person,
    /// A note about a person, on their pane.
    PersonNote,
    /// «От какво има нужда» and «Какво става при него/нея».
    PersonLine,
    /// A registration.
    Registration,
    /// Another sponsor for a registered user.
    MoveUnder,
    /// A rank or a milestone that was reached.
    Milestone,
    /// An order.
    Order,
    /// A goal.
    Goal,
    /// A reading of the company's site.
    Reading,
    /// The comment of a snapshot.
    SnapshotComment,
    /// «Какво стана днес?» in the evening.
    EveningLine,
    /// How far the evening review is: nothing is typed in it, but it is found again.
    EveningPlace,
    /// What one says when one looks back at a period of the plan.
    LookBack,
    /// How far the weekly review is: nothing is typed in it, but it is found again.
    ReviewPlace,
    /// A correction of the weekly review.
    Correction,
    /// A name for a note that becomes a contact.
    NoteContact,
    /// The first screen of an interview: who.
    InterviewGuest,
    /// The field under the caret in an interview.
    InterviewField,
    /// The fields of the settings.
    Settings,
    /// The date to which an entry is moved.
    Move,
    /// The preview of an import: nothing is typed in it, it is what its command closes.
    Import,
    /// The first start. The window keeps it, for there is no workspace yet.
    FirstStart,
    /// A contact that took place.
    Contact,
    /// A message from ready words.
    ReadyWords,
    /// Ready words in the user's own wording.
    ReadyText,
    /// The number that is typed into a cell of a plan.
    PlanCell,
    /// The important things of a period of a plan.
    PlanWords,
    /// What a partner told of their plan.
    PlanTold,
    /// A correction of what was done, by hand.
    PlanCorrection,
    /// A row of one's own in a plan.
    PlanRow,
    /// The goal of the year.
    PlanGoal,
    /// What becomes of that which was not done: nothing is typed in it, it is what its command closes.
    PlanLeft,
}

impl FormKind {
    /// Whether what was typed is there again when its command is taken back. A field of the settings shows how they
    /// are, a cell of a plan its number, and a talk shows the answers that hold: there one looks at what is true again, not at what was typed. In an
    /// import and at the first start no text is saved.
    pub(super) const fn comes_back(self) -> bool {
        !matches!(
            self,
            Self::Settings
                | Self::InterviewField
                | Self::ReadyText
                | Self::Import
                | Self::FirstStart
                | Self::PlanCell
                | Self::PlanLeft
                | Self::Attendance
                | Self::PathStep
                | Self::Method
        )
    }

    /// Every place in which a form of this kind stands. A key that stands in none of them is refused by
    /// [`Drafts::form`](super::Drafts::form) while it is being developed, so that none is forgotten here.
    #[must_use]
    pub const fn places(self) -> &'static [FormPlace] {
        use FormPlace::{File, New, OfRecord, Part, Record, RecordOnDay, Step, Word};
        match self {
            Self::Jot
            | Self::EveningPlace
            | Self::Sorting
            | Self::ReviewPlace
            | Self::Correction
            | Self::Reading
            | Self::FirstStart => &[New],
            Self::Import | Self::Attendance => &[File],
            Self::AttendanceNames => &[Record, RecordOnDay, Part("one")],
            Self::PathStep => &[New, Step],
            Self::ListField => &[Word("view"), Word("rename"), Word("city"), Record],
            Self::Entry => &[New, Record, RecordOnDay, Part("entry"), Part("call"), Part("meeting"), Part("task")],
            Self::Person | Self::InterviewGuest | Self::Training => &[New, Record],
            Self::Outcome | Self::MoveEntry | Self::Move => &[Record, RecordOnDay],
            Self::TrainingGuest
            | Self::PersonNote
            | Self::Registration
            | Self::MoveUnder
            | Self::Milestone
            | Self::NoteContact
            | Self::Contact
            | Self::ReadyWords
            | Self::PlanRow
            | Self::PlanGoal => &[Record],
            Self::SnapshotComment => &[New, Word("review")],
            Self::QuickName => &[New, Word("many"), Word("jogger")],
            Self::PersonLine => &[Part("need"), Part("going-on"), Part("ask-again"), Part("cadence")],
            Self::Order | Self::Goal => &[OfRecord, Record],
            Self::EveningLine => &[New, Word("tomorrow"), Word("day")],
            Self::LookBack => &[Word("month"), Word("three-months"), Word("year")],
            Self::InterviewField
            | Self::ReadyText
            | Self::Method
            | Self::PlanCell
            | Self::PlanWords
            | Self::PlanTold
            | Self::PlanCorrection
            | Self::PlanLeft => &[Step],
            Self::Settings => &[
                Word("settings-name"),
                Word("settings-city"),
                Word("settings-phone"),
                Word("settings-review-at"),
                Word("settings-evening-at"),
                Word("settings-day-ends"),
                Word("settings-points-name"),
            ],
        }
    }

    /// Every form.
    pub const ALL: [Self; 45] = [
        Self::Jot,
        Self::Entry,
        Self::Outcome,
        Self::MoveEntry,
        Self::TrainingGuest,
        Self::Training,
        Self::AttendanceNames,
        Self::Attendance,
        Self::PathStep,
        Self::Method,
        Self::QuickName,
        Self::ListField,
        Self::Sorting,
        Self::Person,
        Self::PersonNote,
        Self::PersonLine,
        Self::Registration,
        Self::MoveUnder,
        Self::Milestone,
        Self::Order,
        Self::Goal,
        Self::Reading,
        Self::SnapshotComment,
        Self::EveningLine,
        Self::EveningPlace,
        Self::LookBack,
        Self::ReviewPlace,
        Self::Correction,
        Self::NoteContact,
        Self::InterviewGuest,
        Self::InterviewField,
        Self::Settings,
        Self::Move,
        Self::Import,
        Self::FirstStart,
        Self::Contact,
        Self::ReadyWords,
        Self::ReadyText,
        Self::PlanCell,
        Self::PlanWords,
        Self::PlanTold,
        Self::PlanCorrection,
        Self::PlanRow,
        Self::PlanGoal,
        Self::PlanLeft,
    ];
}

/// What the key of a form says after its kind. One kind can stand in several places, each with a text of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormPlace {
    /// Nothing: it is about something new.
    New,
    /// A word of its own.
    Word(&'static str),
    /// A record.
    Record,
    /// One day of a series.
    RecordOnDay,
    /// Something new that belongs to a record.
    OfRecord,
    /// A part of a record.
    Part(&'static str),
    /// A step of an interview.
    Step,
    /// A file.
    File,
}

impl FormPlace {
    fn holds(self, about: &str) -> bool {
        let is_id =
            |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        match self {
            Self::New => about.is_empty(),
            Self::Word(word) => about == word,
            Self::Record => is_id(about),
            Self::RecordOnDay => {
                about.split_once(' ').is_some_and(|(id, day)| is_id(id) && day.parse::<NaiveDate>().is_ok())
            }
            Self::OfRecord => about.strip_prefix("of/").is_some_and(is_id),
            Self::Part(part) => about.split_once('/').is_some_and(|(id, rest)| is_id(id) && rest == part),
            Self::File => !about.is_empty(),
            Self::Step => about.split_once('/').is_some_and(|(id, step)| is_id(id) && !step.is_empty()),
        }
    }
}

/// A form and what it is about: a record's id, or nothing for a new one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormKey {
    /// The form.
    pub kind: FormKind,
    /// What it is about; empty for something new.
    pub about: String,
}

impl FormKey {
    /// The form about something that has an id.
    pub fn about(kind: FormKind, id: impl std::fmt::Display) -> Self {
        Self { kind, about: id.to_string() }
    }

    /// The form for something new.
    #[must_use]
    pub const fn new(kind: FormKind) -> Self {
        Self { kind, about: String::new() }
    }

    /// The form of a new entry that begins with a person, of a kind if that was said. It stands beside the one that
    /// begins with nobody, so that what is unfinished there stays as it is.
    #[must_use]
    pub fn entry_with(person: PersonId, kind: Option<EntryKind>) -> Self {
        let part = match kind {
            Some(EntryKind::Call) => "call",
            Some(EntryKind::Meeting) => "meeting",
            Some(EntryKind::Task) => "task",
            _ => "entry",
        };
        Self::about(FormKind::Entry, format!("{person}/{part}"))
    }

    /// Whom and what the form of a new entry began with, where it is [such a form](Self::entry_with).
    #[must_use]
    pub fn begun_with(&self) -> Option<(PersonId, Option<EntryKind>)> {
        let (person, part) = self.about.split_once('/').filter(|_| self.kind == FormKind::Entry)?;
        let kind = match part {
            "call" => Some(EntryKind::Call),
            "meeting" => Some(EntryKind::Meeting),
            "task" => Some(EntryKind::Task),
            _ => None,
        };
        Some((person.parse().ok()?, kind))
    }

    /// In which of the places of its kind it stands.
    #[must_use]
    pub fn place(&self) -> Option<FormPlace> {
        // A word looks like an id, so the places that are exact are asked first.
        let exact = |place: &FormPlace| !matches!(place, FormPlace::Record);
        let places = self.kind.places();
        let first = places.iter().filter(|place| exact(place));
        first.chain(places.iter().filter(|place| !exact(place))).find(|place| place.holds(&self.about)).copied()
    }

    pub(super) fn name(&self) -> String {
        format!("{:?}/{}", self.kind, self.about)
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        let (kind, about) = name.split_once('/')?;
        let kind = FormKind::ALL.into_iter().find(|one| format!("{one:?}") == kind)?;
        Some(Self { kind, about: about.to_owned() })
    }
}

/// What a form holds while it is being typed.
pub trait Form: Serialize + DeserializeOwned + Clone + PartialEq + Debug + Send + 'static {
    /// Which form it is.
    const KIND: FormKind;
}
