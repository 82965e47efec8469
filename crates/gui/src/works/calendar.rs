//! Reads a calendar and holds it against the diary; nothing is written.

use std::path::PathBuf;
use std::sync::Arc;

use sponsor_core::exchange::{self, CalendarPreview, FileError, ReadOptions, preview_calendar};
use sponsor_core::{Desk, Now};

use super::contacts::{Told, name_of};
use crate::app::{Progress, Work, WorkOutcome};

/// Reads a calendar, for the preview of an import.
#[derive(Debug)]
pub struct ReadCalendar {
    /// The file.
    pub path: PathBuf,
    /// The encoding, where a person said it; else it is recognised.
    pub options: ReadOptions,
    /// The moment, and the zone at home.
    pub now: Now,
}

/// What became of the reading.
#[derive(Debug)]
pub struct CalendarRead {
    /// The file.
    pub path: PathBuf,
    /// What an import would do, or why the whole file is refused.
    pub preview: Result<CalendarPreview, FileError>,
}

impl Work for ReadCalendar {
    fn name(&self) -> &'static str {
        "import-reading"
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let view = match desk.read() {
            Ok(view) => view,
            Err(error) => return WorkOutcome::failed(error),
        };
        let told = Told(progress);
        let bytes = exchange::read_file_telling(&self.path, &told);
        let preview = bytes
            .and_then(|bytes| preview_calendar(&name_of(&self.path), &bytes, &self.options, (&view, self.now), &told));
        WorkOutcome::Read(Arc::new(CalendarRead { path: self.path, preview }))
    }
}
