//! Sending contacts or everything out.

use std::io;
use std::path::{Path, PathBuf};

use sponsor_core::Desk;
use sponsor_core::exchange::{CardVersion, contacts_as_csv, contacts_as_vcard, own_contacts, workspace_as_json};
use sponsor_core::files::write_whole;
use sponsor_core::model::PersonId;
use sponsor_core::store::StoreError;

use crate::app::{Progress, Work, WorkOutcome};

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The user's own contacts: CSV where the file is called so, else vCard.
    Contacts,
    /// These people, in the same way.
    People(Vec<PersonId>),
    /// Everything, as JSON.
    All,
}

/// Writes an export.
#[derive(Debug)]
pub struct ExportWork {
    /// What goes out.
    pub what: Exported,
    /// Where the file goes.
    pub path: PathBuf,
}

impl Work for ExportWork {
    fn name(&self) -> &'static str {
        match self.what {
            Exported::Contacts | Exported::People(_) => "command-export-contacts",
            Exported::All => "command-export-all",
        }
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let bytes = match self.bytes(desk) {
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

impl ExportWork {
    fn bytes(&self, desk: &Desk) -> Result<Vec<u8>, StoreError> {
        let view = desk.read()?;
        let people = match &self.what {
            Exported::People(chosen) => chosen.iter().filter_map(|id| view.people().get(*id)).cloned().collect(),
            Exported::Contacts | Exported::All => own_contacts(view.people()),
        };
        let is_csv = self.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        match self.what {
            Exported::All => workspace_as_json(&view),
            Exported::Contacts | Exported::People(_) if is_csv => Ok(contacts_as_csv(&people)),
            Exported::Contacts | Exported::People(_) => Ok(contacts_as_vcard(&people, CardVersion::default())),
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
