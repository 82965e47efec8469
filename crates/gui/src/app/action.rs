//! What a page asks the window to do. A page changes nothing itself.

use std::path::PathBuf;

use chrono::NaiveDate;
use sponsor_core::command::{Command, ContactKind};
use sponsor_core::model::{EntryId, EntryKind, InterviewId, PersonId};

use super::chooser::Purpose;
use super::deeds::PersonDeed;
use super::forms::FormKey;
use super::work::Work;

/// A page of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Page {
    /// Днес.
    #[default]
    Today,
    /// Вечерен преглед, reached from Today.
    Evening,
    /// Дневник.
    Diary,
    /// Списък.
    List,
    /// Структура.
    Structure,
    /// Посрещане.
    Onboarding,
    /// План.
    Plan,
    /// Показатели.
    Figures,
    /// Обучение.
    Training,
    /// Седмичен анализ, reached from Today and from the figures.
    Review,
    /// Настройки.
    Settings,
}

impl Page {
    /// Every page.
    pub const ALL: [Self; 11] = [
        Self::Today,
        Self::Evening,
        Self::Diary,
        Self::List,
        Self::Structure,
        Self::Onboarding,
        Self::Plan,
        Self::Figures,
        Self::Training,
        Self::Review,
        Self::Settings,
    ];

    /// The name of the page in arguments.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Evening => "evening",
            Self::Diary => "diary",
            Self::List => "list",
            Self::Structure => "structure",
            Self::Onboarding => "onboarding",
            Self::Plan => "plan",
            Self::Figures => "figures",
            Self::Training => "training",
            Self::Review => "review",
            Self::Settings => "settings",
        }
    }
}

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A page as it was left.
    Page(Page),
    /// A person: on the Structure page when they are chosen there, else on the List.
    Person(PersonId),
    /// Those who wait for a call on the List, at this person.
    Waiting(PersonId),
    /// A registered user in the structure.
    InStructure(PersonId),
    /// An entry in the diary.
    Entry {
        /// The entry.
        id: EntryId,
        /// The original day, for an instance of a series.
        instance: Option<NaiveDate>,
        /// The day to show.
        day: Option<NaiveDate>,
    },
    /// A day in the diary.
    Day(NaiveDate),
    /// The form of a new entry, with the day filled in.
    NewEntry {
        /// The day.
        day: Option<NaiveDate>,
    },
    /// The form of an entry that is changed.
    ChangeEntry {
        /// The entry.
        id: EntryId,
        /// The original day of the instance, for a series.
        instance: Option<NaiveDate>,
    },
    /// The week of a person's plan; without a person the user's own.
    Plan(Option<PersonId>),
    /// The form of a reading.
    Reading,
    /// The weekly review of the week of a day; none for the one at hand.
    Review(Option<NaiveDate>),
    /// The line of a new order of a registered user.
    NewOrder(PersonId),
    /// The form of a new entry with a person.
    NewEntryWith {
        /// Who takes part.
        person: PersonId,
        /// What it is, if that was said.
        kind: Option<EntryKind>,
    },
    /// The memory jogger on the List.
    Jogger,
    /// The form of a new person.
    NewPerson,
    /// A view of the list that is kept under this name.
    View(String),
    /// Names of the list, sorted one at a time.
    Sorting,
    /// People of the list who look the same.
    Duplicates,
    /// «Посрещни»: a new interview, with a person of the list or without.
    Meet(Option<PersonId>),
    /// An interview that was begun.
    Interview(InterviewId),
    /// The preview of an import of a file.
    Import(PathBuf),
    /// The preview of the company's report.
    ImportReport(PathBuf),
    /// A training among the trainings.
    Training {
        /// The entry.
        id: EntryId,
        /// The original day, for an instance of a series.
        instance: Option<NaiveDate>,
    },
    /// The form of a new training, or of one that is changed.
    TrainingForm(Option<EntryId>),
    /// What people have learnt, at a person.
    Learning(Option<PersonId>),
    /// The preview of the attendance of the chosen training.
    ImportAttendance(PathBuf),
}

/// With whom and how one was in touch, for the form of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactWish {
    /// With whom.
    pub person: PersonId,
    /// How.
    pub kind: ContactKind,
    /// The day of what is kept, where it is about that.
    pub greeted: Option<NaiveDate>,
}

/// What a page asks for.
#[derive(Debug)]
pub enum Action {
    /// Lets language and theme be as they are set: what the window was started with goes no longer before it.
    AsSet,
    /// Does a command. The form closes and its draft goes when that is acknowledged; it stays, with everything typed,
    /// when it fails.
    Run {
        /// The command.
        command: Command,
        /// The form that it saves.
        form: Option<FormKey>,
    },
    /// Undoes the newest command.
    Undo,
    /// Undoes one command of the history.
    UndoOne(u64),
    /// Does again what was last undone.
    Redo,
    /// Goes somewhere.
    Go(Place),
    /// Gives up a draft on purpose.
    Forget(FormKey),
    /// Lets a person choose a file, for a purpose.
    Choose(Purpose),
    /// Makes the document of a purpose and opens it in the system's viewer, to be printed.
    Print(Purpose),
    /// Puts a reminder off for some minutes.
    PutOff {
        /// The entry.
        entry: EntryId,
        /// The original day, for an instance of a series.
        instance: Option<NaiveDate>,
        /// Minutes from now.
        minutes: u32,
    },
    /// Takes a reminder out of the window.
    PutAside {
        /// The entry.
        entry: EntryId,
        /// The original day, for an instance of a series.
        instance: Option<NaiveDate>,
    },
    /// Starts a long work.
    Work(Box<dyn Work>),
    /// Puts text on the clipboard.
    Copy(String),
    /// Opens a file, a folder or an address in the system's own program.
    OpenOutside(String),
    /// Shows a sentence at the bottom.
    Say(String),
    /// Writes down that one was in touch with a person just now.
    Contact(ContactWish),
    /// Opens ready words for a person.
    ReadyWords {
        /// For whom.
        person: PersonId,
        /// The text that is chosen; none for the first.
        text: Option<&'static str>,
    },
    /// Opens the palette to choose the person with whom something is done.
    PickPerson(PersonDeed),
    /// Opens the palette.
    Palette,
    /// Opens the jot line.
    Jot,
    /// Opens the history.
    History,
    /// Focus mode is on or off: no rail, nobody else's name.
    Focus(bool),
    /// Opens another workspace, or makes it.
    OpenWorkspace(PathBuf),
    /// Puts a backup in the place of the workspace; what stands there is set aside.
    Restore(PathBuf),
}
