//! Saving a backup, and looking into one before it is put back.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;
use sponsor_core::backup::{BackupContents, BackupError, Holdings, describe_backup, save_backup};
use sponsor_core::{Desk, Now};

use crate::app::{Progress, Work, WorkOutcome};

/// Saves a backup of the workspace and checks it.
#[derive(Debug)]
pub struct BackupWork {
    /// Where the backup goes.
    pub path: PathBuf,
}

impl Work for BackupWork {
    fn name(&self) -> &'static str {
        "command-backup"
    }

    fn run(self: Box<Self>, desk: &Desk, _progress: &Progress) -> WorkOutcome {
        match save_backup(desk, &self.path) {
            Ok(_) => WorkOutcome::Written(self.path),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

/// Looks into a backup, beside what the open workspace holds. Nothing is changed.
#[derive(Debug)]
pub struct LookIntoBackup {
    /// The backup.
    pub path: PathBuf,
    /// The moment, for the zone in which the file's date is told.
    pub now: Now,
}

/// What a backup holds beside the open workspace.
#[derive(Debug)]
pub struct BackupLook {
    /// The backup.
    pub path: PathBuf,
    /// When its file was written, where the system knows.
    pub written: Option<NaiveDateTime>,
    /// What it holds, or why it cannot be put back.
    pub contents: Result<BackupContents, BackupError>,
    /// What the open workspace holds.
    pub present: Holdings,
}

impl Work for LookIntoBackup {
    fn name(&self) -> &'static str {
        "settings-restore-looking"
    }

    fn run(self: Box<Self>, desk: &Desk, _progress: &Progress) -> WorkOutcome {
        let present = match Holdings::of_open(desk) {
            Ok(present) => present,
            Err(error) => return WorkOutcome::failed(error),
        };
        let written = std::fs::metadata(&self.path).and_then(|about| about.modified()).ok();
        let written =
            written.map(|at| chrono::DateTime::<chrono::Utc>::from(at).with_timezone(&self.now.zone).naive_local());
        let contents = describe_backup(&self.path);
        WorkOutcome::Read(Arc::new(BackupLook { path: self.path, written, contents, present }))
    }
}
