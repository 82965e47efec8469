//! Reads an address book and holds it against the people there; nothing is written.

use std::path::PathBuf;
use std::sync::Arc;

use sponsor_core::exchange::{
    self, Against, FileError, FileKind, Preview, ReadOptions, TableLook, look_at_contacts, preview_contacts, recognise,
};
use sponsor_core::{Desk, Now};

use crate::app::{Progress, Work, WorkOutcome};

/// Reads a file of contacts, for the preview of an import.
#[derive(Debug)]
pub struct ReadContacts {
    /// The file.
    pub path: PathBuf,
    /// Encoding, delimiter and columns, where a person said them; else they are recognised.
    pub options: ReadOptions,
    /// The moment, for the days on which new people come to the list.
    pub now: Now,
}

/// What became of the reading.
#[derive(Debug)]
pub struct ContactsRead {
    /// The file.
    pub path: PathBuf,
    /// What an import would do, or why the whole file is refused.
    pub preview: Result<Preview, FileError>,
    /// A look at the table, for a person to say what its columns are; none for what is no table.
    pub look: Option<TableLook>,
}

/// Tells the window how far the reading is.
pub(super) struct Told<'a>(pub(super) &'a Progress);

impl exchange::Progress for Told<'_> {
    fn step(&self, done: usize, total: usize) {
        self.0.step(u64::try_from(done).unwrap_or(u64::MAX), u64::try_from(total).unwrap_or(u64::MAX));
    }

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

/// The name of a file without its folder.
pub(super) fn name_of(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Work for ReadContacts {
    fn name(&self) -> &'static str {
        "import-reading"
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let view = match desk.read() {
            Ok(view) => view,
            Err(error) => return WorkOutcome::failed(error),
        };
        let against = Against { people: view.people(), ids: desk.ids(), now: self.now };
        let (preview, look) = match exchange::read_file_telling(&self.path, &Told(progress)) {
            Ok(bytes) => {
                let name = name_of(&self.path);
                let preview = preview_contacts(&name, &bytes, &self.options, &against, &Told(progress));
                let is_table = matches!(recognise(&bytes), Ok(FileKind::Csv | FileKind::Xlsx));
                (preview, is_table.then(|| look_at_contacts(&bytes, &self.options).ok()).flatten())
            }
            Err(error) => (Err(error), None),
        };
        if matches!(preview, Err(FileError::Cancelled)) {
            return WorkOutcome::Cancelled;
        }
        WorkOutcome::Read(Arc::new(ContactsRead { path: self.path, preview, look }))
    }
}
