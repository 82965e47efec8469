//! Sending contacts, structure, orders or everything out. The window and the command line share it.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sponsor_core::Desk;
use sponsor_core::exchange::{
    CardVersion, OutTable, contacts_as_csv, contacts_as_json, contacts_as_vcard, contacts_as_xlsx, orders_table,
    own_contacts, people_of, structure_table, workspace_as_json,
};
use sponsor_core::files::write_whole;
use sponsor_core::model::PersonId;
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use crate::app::{Progress, Work, WorkOutcome};
use crate::words::Words;

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The user's own contacts.
    Contacts,
    /// These people, in this order.
    People(Vec<PersonId>),
    /// Everyone registered below the user, with the points of the month of this day.
    Structure(NaiveDate),
    /// Every order.
    Orders,
    /// Everything, as JSON.
    All,
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
    /// It did not fit into the form.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Exported {
    /// The bytes of a file with this name; the form follows from its ending. Cards are of `version`.
    ///
    /// # Errors
    /// [`ExportError::Ending`] for an ending in which this is not written.
    pub fn bytes(&self, view: &View, path: &Path, version: CardVersion, words: &Words) -> Result<Vec<u8>, ExportError> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let people = match self {
            Self::All if ending == "json" => return Ok(workspace_as_json(view)?),
            Self::All => return Err(ExportError::Ending(ending)),
            Self::Orders => return table_bytes(&orders_table(view)?, &ending, words),
            Self::Structure(today) if !matches!(ending.as_str(), "vcf" | "vcard") => {
                let roles = ["role-partner", "role-customer"].map(|role| words.get(role));
                let table = structure_table(view, *today, [&roles[0], &roles[1]])?;
                return table_bytes(&table, &ending, words);
            }
            Self::Structure(_) => {
                let below = view.people().branch(view.settings()?.me);
                people_of(view.people(), below.get(1..).unwrap_or_default())
            }
            Self::Contacts => own_contacts(view.people()),
            Self::People(ids) => people_of(view.people(), ids),
        };
        match ending.as_str() {
            "vcf" | "vcard" => Ok(contacts_as_vcard(&people, version)),
            "csv" => Ok(contacts_as_csv(&people)),
            "xlsx" => Ok(contacts_as_xlsx(&people)?),
            "json" => Ok(contacts_as_json(&people)),
            _ => Err(ExportError::Ending(ending)),
        }
    }
}

fn table_bytes(table: &OutTable, ending: &str, words: &Words) -> Result<Vec<u8>, ExportError> {
    let heading: Vec<String> =
        table.keys.iter().map(|key| words.get(&format!("export-column-{}", key.replace('_', "-")))).collect();
    match ending {
        "csv" => Ok(table.as_csv(&heading)),
        "xlsx" => Ok(table.as_xlsx(&heading)?),
        "json" => Ok(table.as_json()),
        _ => Err(ExportError::Ending(ending.to_owned())),
    }
}

/// Writes an export.
#[derive(Debug)]
pub struct ExportWork {
    /// What goes out.
    pub what: Exported,
    /// Where the file goes.
    pub path: PathBuf,
    /// For the headings of tables.
    pub words: Words,
}

impl Work for ExportWork {
    fn name(&self) -> &'static str {
        match self.what {
            Exported::Contacts | Exported::People(_) => "command-export-contacts",
            Exported::Structure(_) => "command-export-structure",
            Exported::Orders => "command-export-orders",
            Exported::All => "command-export-all",
        }
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let view = match desk.read() {
            Ok(view) => view,
            Err(error) => return WorkOutcome::failed(error),
        };
        let bytes = match self.what.bytes(&view, &self.path, CardVersion::default(), &self.words) {
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
