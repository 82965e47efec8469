//! The commands of the window: one list feeds the keys, the palette and the tips.

use egui::{Event, InputState, Key, KeyboardShortcut, Modifiers};

use sponsor_core::command::ContactKind;

use super::action::{Action, Page, Place};
use super::chooser::Purpose;
use super::deeds::PersonDeed;
use crate::icons;
use crate::works::Exported;

/// A command of the window, wherever it is given from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowCommand {
    /// Goes to a page.
    Go(Page),
    /// Opens the palette.
    Palette,
    /// Opens the jot line.
    Jot,
    /// Begins a new entry.
    NewEntry,
    /// Begins a new person.
    NewPerson,
    /// Writes down that one was in touch with somebody.
    InTouch,
    /// Opens ready words for somebody.
    ReadyWords,
    /// Opens the memory jogger.
    Jogger,
    /// Begins a new training.
    NewTraining,
    /// Begins an interview.
    Meet,
    /// Plans the week.
    PlanWeek,
    /// Takes back the newest change.
    Undo,
    /// Does it again.
    Redo,
    /// Shows what was done.
    History,
    /// Brings in contacts.
    Import,
    /// Brings in the company's report.
    ImportReport,
    /// Sends contacts out.
    ExportContacts,
    /// Sends the structure out.
    ExportStructure,
    /// Sends the orders out.
    ExportOrders,
    /// Sends everything out.
    ExportAll,
    /// Makes a backup.
    Backup,
}

const COMMAND: Modifiers = Modifiers::COMMAND;
const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Something goes out, in the form that the name of the file says.
const fn export(what: Exported) -> Action {
    Action::Choose(Purpose::Export(what, None))
}

impl WindowCommand {
    /// Every command, in the order of the palette.
    pub const ALL: [Self; 31] = [
        Self::Go(Page::Today),
        Self::Go(Page::Diary),
        Self::Go(Page::List),
        Self::Go(Page::Structure),
        Self::Go(Page::Onboarding),
        Self::Go(Page::Plan),
        Self::Go(Page::Figures),
        Self::Go(Page::Training),
        Self::Go(Page::Settings),
        Self::Go(Page::Evening),
        Self::Go(Page::Review),
        Self::Palette,
        Self::Jot,
        Self::NewEntry,
        Self::NewPerson,
        Self::InTouch,
        Self::ReadyWords,
        Self::Jogger,
        Self::NewTraining,
        Self::Meet,
        Self::PlanWeek,
        Self::Undo,
        Self::Redo,
        Self::History,
        Self::Import,
        Self::ImportReport,
        Self::ExportContacts,
        Self::ExportStructure,
        Self::ExportOrders,
        Self::ExportAll,
        Self::Backup,
    ];

    /// The key of its name in the messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Go(page) => page_name(page),
            Self::Palette => "command-palette",
            Self::Jot => "command-jot",
            Self::NewEntry => "new-entry",
            Self::NewPerson => "new-person",
            Self::InTouch => "command-in-touch",
            Self::ReadyWords => "command-ready-words",
            Self::Jogger => "jogger-title",
            Self::NewTraining => "training-new",
            Self::Meet => "meet-new-person",
            Self::PlanWeek => "command-plan-week",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::History => "command-history",
            Self::Import => "command-import",
            Self::ImportReport => "report-import",
            Self::ExportContacts => "command-export-contacts",
            Self::ExportStructure => "command-export-structure",
            Self::ExportOrders => "command-export-orders",
            Self::ExportAll => "command-export-all",
            Self::Backup => "command-backup",
        }
    }

    /// The key of other words by which it is found.
    #[must_use]
    pub const fn also(self) -> Option<&'static str> {
        match self {
            Self::History => Some("command-history-also"),
            Self::Meet => Some("command-meet-also"),
            Self::PlanWeek => Some("command-plan-week-also"),
            _ => None,
        }
    }

    /// Its icon.
    #[must_use]
    pub const fn icon(self) -> char {
        match self {
            Self::Go(page) => page_icon(page),
            Self::Palette => icons::SEARCH,
            Self::Jot => icons::JOT,
            Self::NewEntry => icons::ADD,
            Self::NewPerson => icons::ADD_PERSON,
            Self::InTouch => icons::CALL,
            Self::ReadyWords => icons::MESSAGE,
            Self::Jogger => icons::IDEA,
            Self::NewTraining => icons::TRAINING,
            Self::Meet => icons::ONBOARDING,
            Self::PlanWeek => icons::CALENDAR_DAYS,
            Self::Undo => icons::UNDO,
            Self::Redo => icons::REDO,
            Self::History => icons::FROM_BEFORE,
            Self::Import | Self::ImportReport => icons::IMPORT,
            Self::ExportContacts | Self::ExportStructure | Self::ExportOrders | Self::ExportAll => icons::EXPORT,
            Self::Backup => icons::SAVE,
        }
    }

    /// Its key. With Ctrl a key counts by its letter when that is Latin, else by its place: egui reports the place's
    /// letter for a key that has no Latin one, so that this holds on both Bulgarian layouts.
    #[must_use]
    pub const fn key(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::Go(Page::Today) => (COMMAND, Key::Num1),
            Self::Go(Page::Diary) => (COMMAND, Key::Num2),
            Self::Go(Page::List) => (COMMAND, Key::Num3),
            Self::Go(Page::Structure) => (COMMAND, Key::Num4),
            Self::Go(Page::Onboarding) => (COMMAND, Key::Num5),
            Self::Go(Page::Plan) => (COMMAND, Key::Num6),
            Self::Go(Page::Figures) => (COMMAND, Key::Num7),
            Self::Go(Page::Training) => (COMMAND, Key::Num8),
            Self::Go(Page::Settings) => (COMMAND, Key::Comma),
            Self::Go(Page::Evening) => (COMMAND, Key::E),
            Self::Palette => (COMMAND, Key::K),
            Self::Jot => (COMMAND, Key::J),
            Self::NewEntry => (COMMAND, Key::N),
            Self::NewPerson => (COMMAND_SHIFT, Key::N),
            Self::Undo => (COMMAND, Key::Z),
            Self::Redo => (COMMAND_SHIFT, Key::Z),
            Self::History => (COMMAND, Key::H),
            Self::Import => (COMMAND, Key::I),
            Self::InTouch => (COMMAND, Key::L),
            Self::Go(Page::Review)
            | Self::ReadyWords
            | Self::Jogger
            | Self::NewTraining
            | Self::Meet
            | Self::PlanWeek
            | Self::ImportReport
            | Self::ExportContacts
            | Self::ExportStructure
            | Self::ExportOrders
            | Self::ExportAll
            | Self::Backup => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// The key as it is written on a cap.
    #[must_use]
    pub fn key_text(self) -> Option<String> {
        let shortcut = self.key()?;
        let shift = if shortcut.modifiers.shift { "Shift " } else { "" };
        Some(format!("Ctrl {shift}{}", shortcut.logical_key.symbol_or_name()))
    }

    /// What it asks the window for.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Go(Page::Review) => Action::Go(Place::Review(None)),
            Self::Go(page) => Action::Go(Place::Page(page)),
            Self::Palette => Action::Palette,
            Self::Jot => Action::Jot,
            Self::NewEntry => Action::Go(Place::NewEntry { day: None }),
            Self::NewPerson => Action::Go(Place::NewPerson),
            Self::InTouch => Action::PickPerson(PersonDeed::Contact(ContactKind::Call)),
            Self::ReadyWords => Action::PickPerson(PersonDeed::ReadyWords),
            Self::Jogger => Action::Go(Place::Jogger),
            Self::NewTraining => Action::Go(Place::TrainingForm(None)),
            Self::Meet => Action::Go(Place::Meet(None)),
            Self::PlanWeek => Action::Go(Place::Plan(None)),
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
            Self::History => Action::History,
            Self::Import => Action::Choose(Purpose::ImportContacts),
            Self::ImportReport => Action::Choose(Purpose::ImportReport),
            Self::ExportStructure => export(Exported::Structure),
            Self::ExportOrders => export(Exported::Orders),
            Self::ExportContacts => export(Exported::Contacts),
            Self::ExportAll => export(Exported::All),
            Self::Backup => Action::Choose(Purpose::Backup),
        }
    }

    /// Whether it leads to a change of the workspace, so that one that can only be read has no use for it.
    #[must_use]
    pub const fn changes(self) -> bool {
        matches!(
            self,
            Self::NewEntry
                | Self::NewPerson
                | Self::InTouch
                | Self::ReadyWords
                | Self::Jogger
                | Self::NewTraining
                | Self::Meet
                | Self::Undo
                | Self::Redo
                | Self::Import
                | Self::ImportReport
        )
    }

    /// Whether it opens a field that takes the keyboard, and if so, whether that lies in a panel over the page.
    #[must_use]
    pub const fn opens_field(self) -> Option<bool> {
        match self {
            Self::Palette | Self::Jot | Self::InTouch | Self::NewPerson => Some(true),
            Self::NewEntry => Some(false),
            _ => None,
        }
    }

    /// Whether it may be given while a guest looks at the screen.
    #[must_use]
    pub const fn in_focus(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

/// Takes a key out of what was pressed in this frame, if it is there with just these modifiers: Ctrl+Shift+Z is not
/// Ctrl+Z, however quickly Shift is let go. Gives the place at which the events behind it stand now.
pub fn take_key(input: &mut InputState, shortcut: KeyboardShortcut) -> Option<usize> {
    let pressed = |event: &Event| {
        matches!(event, Event::Key { key, pressed: true, modifiers, .. }
            if *key == shortcut.logical_key && modifiers.matches_exact(shortcut.modifiers))
    };
    let at = input.events.iter().position(pressed)?;
    input.events.remove(at);
    Some(at)
}

/// The key of a page's name in the messages.
#[must_use]
pub const fn page_name(page: Page) -> &'static str {
    match page {
        Page::Today => "page-today",
        Page::Evening => "page-evening",
        Page::Diary => "page-diary",
        Page::List => "page-list",
        Page::Structure => "page-structure",
        Page::Onboarding => "page-onboarding",
        Page::Plan => "page-plan",
        Page::Figures => "page-figures",
        Page::Training => "page-training",
        Page::Review => "weekly-review",
        Page::Settings => "page-settings",
    }
}

/// A page's icon.
#[must_use]
pub const fn page_icon(page: Page) -> char {
    match page {
        Page::Today => icons::TODAY,
        Page::Evening => icons::EVENING,
        Page::Diary => icons::DIARY,
        Page::List => icons::LIST,
        Page::Structure => icons::STRUCTURE,
        Page::Onboarding => icons::ONBOARDING,
        Page::Plan => icons::PLAN,
        Page::Figures => icons::FIGURES,
        Page::Training => icons::TRAINING,
        Page::Review => icons::CALENDAR_DONE,
        Page::Settings => icons::SETTINGS,
    }
}
