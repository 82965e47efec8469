//! Printing: a document is made into a folder of its own and opens in the system's viewer, which prints it.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, TimeDelta};
use sponsor_core::Desk;

use crate::app::{Progress, Work, WorkOutcome};

/// A document on its way to paper: another work that writes it to this path.
#[derive(Debug)]
pub struct PrintWork {
    /// What makes the document.
    pub work: Box<dyn Work>,
    /// The folder for printed documents.
    pub folder: PathBuf,
    /// The folder in it where this one goes, as [`print_place`] names it.
    pub place: PathBuf,
    /// The moment, by which is known what was printed long ago.
    pub now: NaiveDateTime,
}

impl Work for PrintWork {
    fn name(&self) -> &'static str {
        self.work.name()
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        if let Err(error) = make_room(&self.folder, &self.place, self.now) {
            return WorkOutcome::failed(error);
        }
        match self.work.run(desk, progress) {
            WorkOutcome::Written(path) => WorkOutcome::ToPrint(path),
            other => other,
        }
    }
}

/// How the time of printing is written in the name of its folder.
const WRITTEN: &str = "%Y%m%dT%H%M%S";

/// A folder of its own for what is printed at a moment. Nobody can know its name before: the place is open to others.
#[must_use]
pub fn print_place(folder: &Path, now: NaiveDateTime) -> PathBuf {
    folder.join(format!("{}-{}", now.format(WRITTEN), uuid::Uuid::new_v4().simple()))
}

/// Whether a folder was made by [`print_place`] more than a day ago: no viewer needs it any more.
fn is_old(name: &str, now: NaiveDateTime) -> bool {
    let printed = name.split_once('-').and_then(|(time, _)| NaiveDateTime::parse_from_str(time, WRITTEN).ok());
    printed.is_some_and(|printed| now - printed > TimeDelta::days(1))
}

/// Makes the folders, for the user alone: what is printed is private. What was printed more than a day ago goes.
fn make_room(folder: &Path, place: &Path, now: NaiveDateTime) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)?;
    for old in std::fs::read_dir(folder)?.flatten() {
        if is_old(&old.file_name().to_string_lossy(), now) {
            let _ = std::fs::remove_dir_all(old.path());
        }
    }
    builder.create(place)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};

    use super::{make_room, print_place};

    #[test]
    fn each_print_has_a_place_of_its_own_and_only_what_is_older_than_a_day_goes() {
        let folder = tempfile::tempdir().unwrap();
        let now = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 40, 0).unwrap();
        let place = |hours| print_place(folder.path(), now - TimeDelta::hours(hours));
        let (old, recent, present) = (place(25), place(23), place(0));
        let foreign = folder.path().join("photos");
        for made in [&old, &recent, &foreign] {
            std::fs::create_dir_all(made).unwrap();
        }
        make_room(folder.path(), &present, now).unwrap();
        assert_eq!([&old, &recent, &foreign, &present].map(|made| made.exists()), [false, true, true, true]);
        assert_ne!(place(0), present);
    }
}
