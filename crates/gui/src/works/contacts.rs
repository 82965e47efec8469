//! Reads an address book and holds it against the people there; nothing is written.

use std::path::PathBuf;
use std::sync::Arc;

use encoding_rs::Encoding;
use sponsor_core::exchange::{self, Against, FileError, Preview, ReadOptions, preview_contacts};
use sponsor_core::{Desk, Now};

use crate::app::{Progress, Work, WorkOutcome};

/// Reads a file of contacts, for the preview of an import.
#[derive(Debug)]
pub struct ReadContacts {
    /// The file.
    pub path: PathBuf,
    /// The encoding, where a person chose it; else it is recognised.
    pub encoding: Option<&'static Encoding>,
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
}

/// Tells the window how far the reading is.
struct Told<'a>(&'a Progress);

impl exchange::Progress for Told<'_> {
    fn step(&self, done: usize, total: usize) {
        self.0.step(u64::try_from(done).unwrap_or(u64::MAX), u64::try_from(total).unwrap_or(u64::MAX));
    }

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
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
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let options = ReadOptions { encoding: self.encoding, ..ReadOptions::default() };
        let against = Against { people: view.people(), ids: desk.ids(), now: self.now };
        let preview = exchange::read_file(&self.path)
            .and_then(|bytes| preview_contacts(&name, &bytes, &options, &against, &Told(progress)));
        WorkOutcome::Read(Arc::new(ContactsRead { path: self.path, preview }))
    }
}
