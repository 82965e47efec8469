//! Saving a backup.

use std::path::PathBuf;

use sponsor_core::Desk;
use sponsor_core::backup::save_backup;

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
