//! An error as a sentence for a person: what happened, what was kept, what to do.

use std::error::Error;
use std::io;

use sponsor_core::DeskError;
use sponsor_core::backup::BackupError;
use sponsor_core::command::CommandError;
use sponsor_core::exchange::{
    AdmitError, FileError, FileKind, Proposal, Reasons, Refusal, WorkbookError, WorkspaceJsonError,
};
use sponsor_core::model::InvalidValue;
use sponsor_core::store::StoreError;

use super::reply::BeginError;
use crate::words::Words;
use crate::works::ExportError;

/// The sentence for an error, in the language of the words.
#[must_use]
pub fn sentence(words: &Words, error: &(dyn Error + 'static)) -> String {
    if let Some(error) = error.downcast_ref::<DeskError>() {
        return match error {
            DeskError::Command(error) => command(words, error),
            DeskError::Store(error) => store(words, error),
        };
    }
    if let Some(error) = error.downcast_ref::<BeginError>() {
        return match error {
            BeginError::Desk(error) => sentence(words, error),
            BeginError::Backup(error) => backup(words, error),
        };
    }
    if let Some(error) = error.downcast_ref::<CommandError>() {
        return command(words, error);
    }
    if let Some(error) = error.downcast_ref::<StoreError>() {
        return store(words, error);
    }
    if let Some(error) = error.downcast_ref::<io::Error>() {
        return file(words, error);
    }
    if let Some(error) = error.downcast_ref::<InvalidValue>() {
        return words.get(invalid(*error));
    }
    if let Some(error) = error.downcast_ref::<BackupError>() {
        return backup(words, error);
    }
    if let Some(error) = error.downcast_ref::<FileError>() {
        return import(words, error);
    }
    if let Some(error) = error.downcast_ref::<WorkspaceJsonError>() {
        return words.get(match error {
            WorkspaceJsonError::Newer { .. } => "error-newer",
            WorkspaceJsonError::Shape(_) | WorkspaceJsonError::Format | WorkspaceJsonError::Twice => "error-no-export",
        });
    }
    if let Some(error) = error.downcast_ref::<ExportError>() {
        return match error {
            ExportError::Ending(ending) => words.with("error-ending", &[("ending", ending.as_str().into())]),
            ExportError::Store(error) => store(words, error),
            ExportError::Workbook(WorkbookError::CellTooLong) => words.get("error-cell-too-long"),
            ExportError::Workbook(WorkbookError::Sheet(_)) => words.get("error-workbook-not-made"),
        };
    }
    if error.is::<AdmitError>() {
        return words.get("error-other-workspace");
    }
    words.get("error-unknown")
}

fn command(words: &Words, error: &CommandError) -> String {
    words.get(match error {
        CommandError::NotFound(_) | CommandError::NoSuchInstance => "error-not-found",
        CommandError::AlreadyThere => "error-already-there",
        CommandError::Invalid(error) => invalid(*error),
        CommandError::Cycle => "error-cycle",
        CommandError::SponsorNotRegistered => "error-sponsor-not-registered",
        CommandError::Myself => "error-myself",
        CommandError::InterviewState => "error-interview-state",
        CommandError::OtherWorkspace => "error-other-workspace",
        CommandError::Store(error) => return store(words, error),
    })
}

const fn invalid(error: InvalidValue) -> &'static str {
    match error {
        InvalidValue::EmptyName => "error-empty-name",
        InvalidValue::EmptyTitle => "error-empty-title",
        InvalidValue::TextTooLong => "error-text-too-long",
        InvalidValue::Amount => "error-amount",
        InvalidValue::NoSuchDay => "error-no-such-day",
        InvalidValue::EndBeforeStart => "error-end-before-start",
        InvalidValue::Duration => "error-duration",
        InvalidValue::Count => "error-count",
        InvalidValue::Days => "error-days",
        InvalidValue::Rule => "error-rule",
        InvalidValue::Currency => "error-currency",
        InvalidValue::Outcome => "error-outcome",
    }
}

fn store(words: &Words, error: &StoreError) -> String {
    words.get(match error {
        StoreError::Missing => "error-missing",
        StoreError::AlreadyThere => "error-file-there",
        StoreError::NotAWorkspace => "error-not-a-workspace",
        StoreError::Damaged(_) | StoreError::Decode(_) => "error-damaged",
        StoreError::Newer { .. } => "error-newer",
        StoreError::OpenElsewhere => "error-open-elsewhere",
        StoreError::ReadOnly => "error-read-only",
        StoreError::Io(error) => return file(words, error),
        StoreError::Encode(_) | StoreError::Database(_) => "error-store",
    })
}

fn backup(words: &Words, error: &BackupError) -> String {
    match error {
        BackupError::SameFile => words.get("error-backup-same-file"),
        BackupError::NotTheSame => words.get("error-backup-not-the-same"),
        BackupError::Store(error) => store(words, error),
        BackupError::Io(error) => file(words, error),
    }
}

fn import(words: &Words, error: &FileError) -> String {
    words.get(match error {
        FileError::Missing => "error-file-not-found",
        FileError::Folder => "error-is-a-folder",
        FileError::Empty => "error-file-empty",
        FileError::TooLong => "error-file-too-long",
        FileError::Binary => "error-file-binary",
        FileError::NoContacts => "error-file-no-contacts",
        FileError::Workbook => "error-file-workbook",
        FileError::NoEntries => "error-file-no-entries",
        FileError::TooMany => "error-file-too-many",
        FileError::NoReport => "error-file-no-report",
        FileError::OtherKind(FileKind::Report) => "error-file-is-report",
        FileError::OtherKind(kind) => {
            return words.with("error-file-other-kind", &[("kind", words.get(kind_key(*kind)).into())]);
        }
        FileError::Cancelled => "work-cancelled",
        FileError::Io(error) => return file(words, error),
    })
}

const fn kind_key(kind: FileKind) -> &'static str {
    match kind {
        FileKind::VCard => "file-kind-vcard",
        FileKind::Csv => "file-kind-csv",
        FileKind::Xlsx => "file-kind-xlsx",
        FileKind::ICalendar => "file-kind-icalendar",
        FileKind::Report => "file-kind-report",
        FileKind::Attendance => "file-kind-attendance",
        FileKind::Workspace => "file-kind-workspace",
    }
}

impl Reasons for Words {
    fn refusal(&self, refusal: Refusal) -> String {
        self.get(match refusal {
            Refusal::NoEnd => "import-refusal-no-end",
            Refusal::NoName => "import-refusal-no-name",
            Refusal::LineTooLong => "import-refusal-line-too-long",
            Refusal::FieldTooLong => "import-refusal-field-too-long",
            Refusal::Letters => "import-refusal-letters",
            Refusal::Row => "import-refusal-row",
            Refusal::NoNumber => "report-refusal-no-number",
            Refusal::NumberTwice => "report-refusal-number-twice",
            Refusal::NoSponsor => "report-refusal-no-sponsor",
            Refusal::SponsorRefused => "report-refusal-sponsor-refused",
            Refusal::Cycle => "report-refusal-cycle",
            Refusal::NoDay => "report-refusal-no-day",
            Refusal::Day => "report-refusal-day",
            Refusal::Points => "report-refusal-points",
            Refusal::NoEntry => "calendar-refusal-no-entry",
            Refusal::NoTitle => "calendar-refusal-no-title",
            Refusal::NoStart => "calendar-refusal-no-start",
            Refusal::Time => "calendar-refusal-time",
            Refusal::EndBeforeStart => "calendar-refusal-end",
            Refusal::Repeat => "calendar-refusal-repeat",
            Refusal::RepeatsWithinDay => "calendar-refusal-within-day",
            Refusal::FromDayOn => "calendar-refusal-from-day-on",
            Refusal::UidTwice => "calendar-refusal-uid-twice",
            Refusal::SeveralFit => "attendance-refusal-several",
            Refusal::Presence => "attendance-refusal-presence",
            Refusal::Invalid(_) => "import-refusal-invalid",
        })
    }

    fn proposal(&self, proposal: Proposal) -> String {
        self.get(match proposal {
            Proposal::SameName => "import-proposal-same-name",
        })
    }
}

/// The codes with which Windows says that another program has a file open, or a part of it.
const SHARING: [i32; 2] = [32, 33];

fn file(words: &Words, error: &io::Error) -> String {
    if cfg!(windows) && error.raw_os_error().is_some_and(|code| SHARING.contains(&code)) {
        return words.get("error-file-in-use");
    }
    words.get(match error.kind() {
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => "error-file-in-use",
        io::ErrorKind::NotFound => "error-file-not-found",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "error-file-denied",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "error-disk-full",
        io::ErrorKind::IsADirectory => "error-is-a-folder",
        _ => "error-file",
    })
}
