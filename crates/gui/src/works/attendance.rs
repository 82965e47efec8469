//! Reads an attendance and holds it against the list and its training; nothing is written.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use sponsor_core::exchange::{
    Against, AttendanceOptions, AttendancePreview, FileError, ForTraining, preview_attendance, read_file_telling,
};
use sponsor_core::model::{Entry, EntryId};
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, Now};

use super::contacts::{Told, name_of};
use crate::app::{Progress, Work, WorkOutcome};

/// Reads an attendance, for its preview.
#[derive(Debug)]
pub struct ReadAttendance {
    /// The file.
    pub path: PathBuf,
    /// The training.
    pub entry: EntryId,
    /// The original day of the instance, for a series.
    pub instance: Option<NaiveDate>,
    /// The moment.
    pub now: Now,
}

/// What became of the reading.
#[derive(Debug)]
pub struct AttendanceRead {
    /// The file.
    pub path: PathBuf,
    /// What it would do, or why the whole file is refused.
    pub preview: Result<AttendancePreview, FileError>,
}

impl Work for ReadAttendance {
    fn name(&self) -> &'static str {
        "import-reading"
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        match self.read(desk, progress) {
            Ok(Err(FileError::Cancelled)) => WorkOutcome::Cancelled,
            Ok(preview) => WorkOutcome::Read(Arc::new(AttendanceRead { path: self.path, preview })),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

impl ReadAttendance {
    fn read(&self, desk: &Desk, progress: &Progress) -> Result<Result<AttendancePreview, FileError>, StoreError> {
        let view = desk.read()?;
        let found = view.entry(self.entry)?.filter(Entry::is_training);
        let entry = found.ok_or(StoreError::Damaged("the training is gone"))?;
        let instance = self.instance.map(|day| (day, EntryId::new(desk.ids(), self.now.local)));
        let training = ForTraining { entry: Arc::new(entry), instance, is_new: false, invites: false };
        let against = Against { people: view.people(), ids: desk.ids(), now: self.now };
        let read = read_file_telling(&self.path, &Told(progress)).and_then(|bytes| {
            let (name, options) = (name_of(&self.path), AttendanceOptions::default());
            preview_attendance(&name, &bytes, &options, training, &against, &Told(progress))
        });
        Ok(read)
    }
}
