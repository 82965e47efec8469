//! Reads the company's report and holds it against the structure; nothing is written.

use std::path::PathBuf;
use std::sync::Arc;

use sponsor_core::exchange::{
    Against, FileError, ReportOptions, ReportPreview, TableLook, look_at_report, preview_report, read_file_telling,
};
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, Now};

use super::contacts::{Told, name_of};
use crate::app::{Progress, Work, WorkOutcome};

/// Reads a report, for its preview.
#[derive(Debug)]
pub struct ReadReport {
    /// The file.
    pub path: PathBuf,
    /// The day, and what a person said of encoding, delimiter and columns.
    pub options: ReportOptions,
    /// The moment, for the days on which new people come to the list.
    pub now: Now,
}

/// What became of the reading.
#[derive(Debug)]
pub struct ReportRead {
    /// The file.
    pub path: PathBuf,
    /// What the report would do, or why the whole file is refused.
    pub preview: Result<ReportPreview, FileError>,
    /// A look at the table, for a person to say what its columns are; none for what is no table.
    pub look: Option<TableLook>,
}

impl Work for ReadReport {
    fn name(&self) -> &'static str {
        "import-reading"
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        match self.read(desk, progress) {
            Ok((Err(FileError::Cancelled), _)) => WorkOutcome::Cancelled,
            Ok((preview, look)) => WorkOutcome::Read(Arc::new(ReportRead { path: self.path, preview, look })),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

type Read = (Result<ReportPreview, FileError>, Option<TableLook>);

impl ReadReport {
    fn read(&self, desk: &Desk, progress: &Progress) -> Result<Read, StoreError> {
        let view = desk.read()?;
        let against = Against { people: view.people(), ids: desk.ids(), now: self.now };
        let bytes = match read_file_telling(&self.path, &Told(progress)) {
            Ok(bytes) => bytes,
            Err(error) => return Ok((Err(error), None)),
        };
        let name = name_of(&self.path);
        let preview = preview_report(&name, &bytes, &self.options, &against, view.all()?, &Told(progress));
        let is_table = matches!(preview, Ok(_) | Err(FileError::NoReport));
        Ok((preview, is_table.then(|| look_at_report(&bytes, &self.options.read).ok()).flatten()))
    }
}
