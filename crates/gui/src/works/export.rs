//! Sending contacts, structure, orders or everything out. The window and the command line share it.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use chrono_tz::Tz;
use sponsor_core::Desk;
use sponsor_core::exchange::{
    CardVersion, OutTable, TableWords, WorkbookError, contacts_as_csv, contacts_as_json, contacts_as_vcard,
    contacts_as_xlsx, orders_table, own_contacts, people_of, structure_table, workspace_as_json,
};
use sponsor_core::files::write_whole;
use sponsor_core::model::{Person, PersonId};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::diary::{DiaryPart, diary_bytes};
use crate::app::{Progress, Work, WorkOutcome};
use crate::pages::list::{relation_word, stage_word};
use crate::words::Words;

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The user's own contacts.
    Contacts,
    /// These people, in this order.
    People(Vec<PersonId>),
    /// Everyone registered below the user, with the points of the month.
    Structure,
    /// Every order.
    Orders,
    /// Entries of the diary; `home` is the zone by whose clock it is kept.
    Diary {
        /// Which.
        part: DiaryPart,
        /// The zone.
        home: Tz,
    },
    /// Everything, as JSON.
    All,
}

/// In which form something goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// Cards.
    Cards(CardVersion),
    /// A table of text.
    Csv,
    /// A workbook.
    Xlsx,
    /// JSON, for scripts.
    Json,
    /// A calendar.
    Calendar,
}

impl FileForm {
    /// The form of a file of this name, by its ending; cards are of `version`.
    ///
    /// # Errors
    /// [`ExportError::Ending`] for an ending that no form has.
    pub fn of(path: &Path, version: CardVersion) -> Result<Self, ExportError> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "vcf" | "vcard" => Ok(Self::Cards(version)),
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            "json" => Ok(Self::Json),
            "ics" | "ical" => Ok(Self::Calendar),
            _ => Err(ExportError::Ending(ending)),
        }
    }

    /// The ending of files of this form.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Cards(_) => "vcf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Calendar => "ics",
        }
    }

    const fn version(self) -> CardVersion {
        match self {
            Self::Cards(version) => version,
            _ => CardVersion::V4,
        }
    }
}

/// Why an export was not made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// What goes out is not written in this form.
    #[error("this is not exported with the ending {0}")]
    Ending(String),
    /// The workspace could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It did not fit into a workbook.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
}

impl Exported {
    /// The forms that a person chooses from, the usual one first.
    #[must_use]
    pub const fn forms(&self) -> &'static [FileForm] {
        const V4: FileForm = FileForm::Cards(CardVersion::V4);
        const V3: FileForm = FileForm::Cards(CardVersion::V3);
        match self {
            Self::Contacts | Self::People(_) => &[V4, V3, FileForm::Csv, FileForm::Xlsx],
            Self::Structure => &[FileForm::Xlsx, FileForm::Csv, V4, V3],
            Self::Orders => &[FileForm::Xlsx, FileForm::Csv],
            Self::Diary { .. } => &[FileForm::Calendar, FileForm::Csv, FileForm::Json],
            Self::All => &[FileForm::Json],
        }
    }

    /// The bytes of a file of this form. Points are those of the month of `today`.
    ///
    /// # Errors
    /// [`ExportError::Ending`] for a form in which this is not written.
    pub fn bytes(&self, view: &View, form: FileForm, today: NaiveDate, words: &Words) -> Result<Vec<u8>, ExportError> {
        let people = match (self, form) {
            (Self::All, FileForm::Json) => return Ok(workspace_as_json(view)?),
            (Self::Diary { part, home }, _) => return diary_bytes(view, part, *home, form, words),
            (Self::All, _) | (_, FileForm::Calendar) | (Self::Orders, FileForm::Cards(_)) => {
                return Err(ExportError::Ending(form.ending().to_owned()));
            }
            (Self::Orders, _) => return table_bytes(&orders_table(view)?, form, words),
            (Self::Structure, FileForm::Cards(_)) => {
                let below = view.people().branch(view.settings()?.me);
                people_of(view.people(), below.get(1..).unwrap_or_default())
            }
            (Self::Structure, _) => {
                let roles = ["role-partner", "role-customer"].map(|role| words.get(role));
                let table = structure_table(view, today, [&roles[0], &roles[1]])?;
                return table_bytes(&table, form, words);
            }
            (Self::Contacts, _) => own_contacts(view.people()),
            (Self::People(ids), _) => people_of(view.people(), ids),
        };
        let relation = |person: &Person| person.relation.map(|one| relation_word(words, one)).unwrap_or_default();
        let stage = |person: &Person| stage_word(words, person).1;
        let table = TableWords { language: words.language(), relation: &relation, stage: &stage };
        Ok(match form {
            FileForm::Cards(version) => contacts_as_vcard(&people, version),
            FileForm::Csv => contacts_as_csv(&people, &table),
            FileForm::Xlsx => contacts_as_xlsx(&people, &table)?,
            FileForm::Json | FileForm::Calendar => contacts_as_json(&people),
        })
    }
}

/// A table in a form that tables have.
///
/// # Errors
/// [`ExportError::Ending`] for a form that they do not have.
pub(super) fn table_bytes(table: &OutTable, form: FileForm, words: &Words) -> Result<Vec<u8>, ExportError> {
    let heading: Vec<String> =
        table.keys.iter().map(|key| words.get(&format!("export-column-{}", key.replace('_', "-")))).collect();
    match form {
        FileForm::Csv => Ok(table.as_csv(&heading)),
        FileForm::Xlsx => Ok(table.as_xlsx(&heading)?),
        FileForm::Json => Ok(table.as_json()),
        FileForm::Cards(_) | FileForm::Calendar => Err(ExportError::Ending(form.ending().to_owned())),
    }
}

/// Writes an export.
#[derive(Debug)]
pub struct ExportWork {
    /// What goes out.
    pub what: Exported,
    /// The form that was chosen; another ending of the file says another one. None where only the ending says it.
    pub form: Option<FileForm>,
    /// Where the file goes.
    pub path: PathBuf,
    /// The day whose month the points are of.
    pub today: NaiveDate,
    /// For the headings of tables.
    pub words: Words,
}

impl ExportWork {
    fn bytes(&self, view: &View) -> Result<Vec<u8>, ExportError> {
        let version = self.form.map_or(CardVersion::V4, FileForm::version);
        let form = match (FileForm::of(&self.path, version), self.form) {
            (Ok(form), _) | (Err(_), Some(form)) => form,
            (Err(error), None) => return Err(error),
        };
        self.what.bytes(view, form, self.today, &self.words)
    }
}

impl Work for ExportWork {
    fn name(&self) -> &'static str {
        match self.what {
            Exported::Contacts | Exported::People(_) => "command-export-contacts",
            Exported::Structure => "command-export-structure",
            Exported::Orders => "command-export-orders",
            Exported::Diary { .. } => "command-export-diary",
            Exported::All => "command-export-all",
        }
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let view = match desk.read() {
            Ok(view) => view,
            Err(error) => return WorkOutcome::failed(error),
        };
        let bytes = match self.bytes(&view) {
            Ok(bytes) => bytes,
            Err(error) => return WorkOutcome::failed(error),
        };
        if progress.is_cancelled() {
            return WorkOutcome::Cancelled;
        }
        // The file of the workspace itself is never written over.
        if desk.path().is_some_and(|open| is_same_file(open, &self.path)) {
            return WorkOutcome::failed(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        match write_whole(&self.path, &bytes) {
            Ok(()) => WorkOutcome::Written(self.path),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

/// Whether two paths lead to the same file.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
