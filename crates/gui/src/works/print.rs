//! Printing: a document is made into a folder of its own and opens in the system's viewer, which prints it.

use std::io;
use std::path::{Path, PathBuf};

use sponsor_core::Desk;

use crate::app::{Progress, Work, WorkOutcome};

/// A document on its way to paper: another work that writes it to this path.
#[derive(Debug)]
pub struct PrintWork {
    /// What makes the document.
    pub work: Box<dyn Work>,
    /// The folder for printed documents.
    pub folder: PathBuf,
    /// The folder in it where this one goes.
    pub place: PathBuf,
}

impl Work for PrintWork {
    fn name(&self) -> &'static str {
        self.work.name()
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        if let Err(error) = make_room(&self.folder, &self.place) {
            return WorkOutcome::failed(error);
        }
        match self.work.run(desk, progress) {
            WorkOutcome::Written(path) => WorkOutcome::ToPrint(path),
            other => other,
        }
    }
}

/// Makes the folders, for the user alone: what is printed is private. What was printed before goes, as far as no viewer
/// holds it.
fn make_room(folder: &Path, place: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)?;
    for old in std::fs::read_dir(folder)?.flatten() {
        let _ = std::fs::remove_dir_all(old.path());
    }
    builder.create(place)
}
