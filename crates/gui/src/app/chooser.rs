//! Choosing files. The system's dialog runs away from the painting thread; tests queue paths instead.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use sponsor_core::model::{InterviewId, PersonId, SnapshotId};

use crate::words::Words;
use crate::works::{DayParts, Exported, FileForm};

/// What a file is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Contacts to bring in: vCard, CSV or a workbook.
    ImportContacts,
    /// The company's report to bring in: CSV or a workbook.
    ImportReport,
    /// The attendance of a training to bring in: CSV or a workbook.
    ImportAttendance,
    /// Where something goes out, in the form that was chosen; without one the form follows from the ending.
    Export(Exported, Option<FileForm>),
    /// Where a snapshot goes, with the ending of its format.
    ExportSnapshot {
        /// The snapshot.
        id: SnapshotId,
        /// "pdf", "png", "svg", "xlsx", "csv" or "json".
        ending: &'static str,
    },
    /// Where the sheet of an interview goes.
    SaveSheet(InterviewId),
    /// Where the page of a day goes.
    SaveTomorrow(NaiveDate, DayParts),
    /// Where the page of a person's plan goes.
    SavePlan {
        /// Whose.
        person: PersonId,
        /// A day of its periods.
        day: NaiveDate,
    },
    /// Where a backup goes.
    Backup,
    /// The backup that is to come back.
    Restore,
    /// Another workspace to open.
    OtherWorkspace,
    /// A backup to begin with, at first start.
    BeginFromBackup,
}

/// What a dialog shows.
#[derive(Clone, Debug)]
pub struct Dialog {
    /// Whether a file is written.
    pub saves: bool,
    /// The proposed name.
    pub name: String,
    /// The name of the kind of file.
    pub kind: String,
    /// The endings.
    pub endings: Vec<String>,
}

impl Purpose {
    /// What the dialog for it shows.
    #[must_use]
    pub fn dialog(&self, words: &Words, today: NaiveDate) -> Dialog {
        // With its day, so that the next one does not take the place of this one.
        let named = |key: &str, ending: &str| format!("{}-{today}.{ending}", words.get(key));
        let (saves, name, kind, endings): (_, _, _, &[&str]) = match self {
            Self::ImportContacts => {
                (false, String::new(), "file-contacts", &["vcf", "vcard", "csv", "txt", "xlsx", "ics"])
            }
            Self::ImportReport => (false, String::new(), "report-title", &["csv", "txt", "xlsx"]),
            Self::ImportAttendance => (false, String::new(), "attendance-file", &["csv", "txt", "xlsx"]),
            Self::Export(what, form) => {
                let (key, kind) = match what {
                    Exported::Contacts | Exported::People(_) => ("file-name-contacts", "file-contacts"),
                    Exported::Diary { .. } => ("file-name-diary", "file-calendar"),
                    Exported::Structure => ("file-name-structure", "page-structure"),
                    Exported::Orders => ("file-name-orders", "command-export-orders"),
                    Exported::All => ("file-name-all", "file-json"),
                };
                let forms = form.as_ref().map_or(what.forms(), std::slice::from_ref);
                let mut endings: Vec<String> = forms.iter().map(|form| form.ending().to_owned()).collect();
                endings.dedup();
                let name = named(key, forms.first().map_or("", |form| form.ending()));
                return Dialog { saves: true, name, kind: words.get(kind), endings };
            }
            Self::ExportSnapshot { ending, .. } => {
                let name = named("file-name-snapshot", ending);
                return Dialog {
                    saves: true,
                    name,
                    kind: words.get("file-snapshot"),
                    endings: vec![(*ending).to_owned()],
                };
            }
            Self::SaveSheet(_) => (true, words.get("interview-file-name") + ".pdf", "interview-file-kind", &["pdf"]),
            Self::SaveTomorrow(day, _) => {
                let name = format!("{}-{day}.pdf", words.get("file-name-day"));
                (true, name, "interview-file-kind", &["pdf"])
            }
            Self::SavePlan { day, .. } => {
                let name = format!("{}-{day}.pdf", words.get("file-name-plan"));
                (true, name, "interview-file-kind", &["pdf"])
            }
            Self::Backup => (true, named("file-name-backup", "desk"), "file-workspace", &["desk"]),
            Self::Restore | Self::OtherWorkspace | Self::BeginFromBackup => {
                (false, String::new(), "file-workspace", &["desk"])
            }
        };
        let endings = endings.iter().map(|ending| (*ending).to_owned()).collect();
        Dialog { saves, name, kind: words.get(kind), endings }
    }
}

/// Who lets a person choose a file.
pub trait Chooser: Send + Sync + std::fmt::Debug {
    /// The chosen file; none when it was cancelled. May take as long as a person does, so never on the painting thread.
    fn choose(&self, dialog: &Dialog) -> Option<PathBuf>;
}

/// The system's own dialog.
#[derive(Debug)]
pub struct SystemChooser;

impl Chooser for SystemChooser {
    fn choose(&self, dialog: &Dialog) -> Option<PathBuf> {
        let shown = rfd::FileDialog::new().add_filter(&dialog.kind, &dialog.endings).set_file_name(&dialog.name);
        if dialog.saves { shown.save_file() } else { shown.pick_file() }
    }
}

/// Paths that were queued before, for tests.
#[derive(Clone, Debug, Default)]
pub struct QueuedChooser {
    paths: Arc<Mutex<VecDeque<PathBuf>>>,
}

impl QueuedChooser {
    /// Queues the answer to a later dialog.
    pub fn queue(&self, path: PathBuf) {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).push_back(path);
    }
}

impl Chooser for QueuedChooser {
    fn choose(&self, _dialog: &Dialog) -> Option<PathBuf> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}
