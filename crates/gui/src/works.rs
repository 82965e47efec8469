//! The long works of the window, each with the file it is about.

pub mod contacts;
mod sheet;
pub mod snapshot;

use std::path::PathBuf;

use sponsor_core::Now;

use crate::app::{Purpose, Work};
use crate::words::Words;

pub use self::sheet::{SheetWork, sheet_data};

/// The work for a file that was chosen for a purpose; none where the choice leads to a page.
#[must_use]
pub fn for_file(purpose: Purpose, path: PathBuf, words: &Words, now: Now) -> Option<Box<dyn Work>> {
    match purpose {
        Purpose::ExportSnapshot { id, ending } => {
            Some(Box::new(snapshot::SnapshotExport { id, path, ending, words: words.clone() }))
        }
        Purpose::SaveSheet(interview) => Some(Box::new(SheetWork { interview, path, on: now.local.date() })),
        _ => None,
    }
}
