//! Backups: a copy of the whole workspace in one file, checked when it is made and before it is put back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::desk::Desk;
use crate::files::{folder_of, sync_folder};
use crate::model::{RecordKind, WorkspaceId};
use crate::store::{Locked, Problem, Reading, StoreError, WORKSPACE, WorkspaceLock, check, look_into};

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupContents {
    /// The workspace that it is of.
    pub workspace: WorkspaceId,
    /// How many records of each kind.
    pub records: BTreeMap<RecordKind, u64>,
    /// When something was last changed in it; none in one that has not begun.
    pub last_change: Option<NaiveDateTime>,
    /// What does not fit together in it; a repair mends most of it.
    pub problems: Vec<Problem>,
}

/// Why a backup could not be made or put back. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The backup would stand in the place of the open workspace itself.
    #[error("a backup cannot take the place of the workspace that it is of")]
    SameFile,
    /// What was written does not hold what the workspace does.
    #[error("the backup does not hold what the workspace holds")]
    NotTheSame,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file system failed.
    #[error("the file could not be read or written: {0}")]
    Io(#[from] std::io::Error),
}

/// Saves a backup of an open workspace and checks it by opening it. A file that stands at `path` is replaced only by a
/// backup that has been checked.
///
/// # Errors
/// As [`BackupError`] says.
pub fn save_backup(desk: &Desk, path: &Path) -> Result<BackupContents, BackupError> {
    if desk.path().is_some_and(|open| is_same_file(open, path)) {
        return Err(BackupError::SameFile);
    }
    let folder = folder_of(path);
    let made = tempfile::Builder::new().prefix(".backup-").tempdir_in(folder)?;
    let copy = made.path().join("copy");
    desk.copy_to(&copy)?;
    let saved = describe_backup(&copy)?;
    let view = desk.read()?;
    let now = view.check()?;
    let untouched = view.history(1)?.first().map(|row| row.at) == saved.last_change;
    // Commands may have come meanwhile; the copy is of one moment, so only an unchanged workspace can be compared.
    if untouched && (now.records != saved.records || now.problems != saved.problems) {
        return Err(BackupError::NotTheSame);
    }
    std::fs::rename(&copy, path)?;
    sync_folder(folder);
    Ok(saved)
}

/// What a backup holds, after checking that the file is sound and everything in it can be read. The file is not changed.
///
/// # Errors
/// As [`BackupError`] says.
pub fn describe_backup(path: &Path) -> Result<BackupContents, BackupError> {
    Ok(look_into(path, look)?)
}

fn look(reading: &Reading) -> Result<BackupContents, StoreError> {
    let report = check(reading)?;
    let id = reading.meta(WORKSPACE)?.and_then(|bytes| bytes.try_into().ok());
    let workspace = id.map(WorkspaceId::from_bytes).ok_or(StoreError::Damaged("the workspace has no id"))?;
    let last_change = reading.history(1)?.first().map(|row| row.at);
    Ok(BackupContents { workspace, records: report.records, last_change, problems: report.problems })
}

/// Puts a backup in the place of the workspace at `workspace`, which no one may have open. What stood there is copied
/// aside first, and its new place returned; none when there was nothing.
///
/// # Errors
/// [`StoreError::OpenElsewhere`] while the workspace is open; else as [`BackupError`] says.
pub fn restore_backup(backup: &Path, workspace: &Path) -> Result<Option<PathBuf>, BackupError> {
    if is_same_file(backup, workspace) {
        return Err(BackupError::SameFile);
    }
    describe_backup(backup)?;
    let _lock = match WorkspaceLock::take(workspace)? {
        Locked::Held(lock) => lock,
        Locked::Elsewhere => return Err(StoreError::OpenElsewhere.into()),
        Locked::CannotLock => return Err(StoreError::ReadOnly.into()),
    };
    let bring = copy_beside(backup, workspace)?;
    // The copy that will be put in place is the one that is checked last.
    describe_backup(bring.path())?;
    let aside = if workspace.exists() { Some(set_aside(workspace)?) } else { None };
    bring.persist(workspace).map_err(|error| error.error)?;
    sync_folder(folder_of(workspace));
    Ok(aside)
}

/// Copies a file to a temporary one (0600) beside another, synced.
fn copy_beside(from: &Path, beside: &Path) -> Result<tempfile::NamedTempFile, std::io::Error> {
    let mut copy = tempfile::Builder::new().prefix(".part-").tempfile_in(folder_of(beside))?;
    std::io::copy(&mut std::fs::File::open(from)?, copy.as_file_mut())?;
    copy.as_file().sync_all()?;
    Ok(copy)
}

/// Copies the present file to `NAME.before-restore`, or with a number where there is one already: nothing that was set
/// aside before is lost.
fn set_aside(workspace: &Path) -> Result<PathBuf, std::io::Error> {
    let mut copy = copy_beside(workspace, workspace)?;
    for number in 1..=u32::MAX {
        let aside = aside_path(workspace, number);
        match copy.persist_noclobber(&aside) {
            Ok(_) => return Ok(aside),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => copy = error.file,
            Err(error) => return Err(error.error),
        }
    }
    Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists))
}

fn aside_path(workspace: &Path, number: u32) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(".before-restore");
    if number > 1 {
        name.push(format!("-{number}"));
    }
    PathBuf::from(name)
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
