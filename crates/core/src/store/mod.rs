//! The only code that names redb: the file of a workspace, its tables, its gate and lock, its lookups and its history.

mod codec;
mod compact;
mod copy;
mod error;
mod gate;
mod history;
mod index;
mod integrity;
mod lock;
mod medium;
mod migrate;
mod opening;
mod reading;
mod sound;
mod tables;
mod undo;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use redb::{Database, ReadableDatabase as _};

pub(crate) use self::codec::decode;
pub(crate) use self::copy::look_into;
pub use self::error::StoreError;
pub use self::history::{Author, HistoryRow, HistoryState};
pub(crate) use self::index::{
    Lookup, UNDATED, day_bytes, day_of_key, day_of_person_key, entry_at_end, order_at_end, person_of,
};
pub(crate) use self::integrity::check;
pub use self::integrity::{CheckReport, Fault, Problem};
pub use self::medium::{Medium, MemoryMedium};
pub(crate) use self::reading::Reading;
pub(crate) use self::tables::WORKSPACE;
pub(crate) use self::undo::Way;
pub(crate) use self::writing::{Changes, Writing};

pub(crate) use self::lock::{Locked, WorkspaceLock};
use self::medium::FileMedium;
use self::migrate::MIGRATIONS;
use self::opening::{Handle, check_head, make, open_checked};
use crate::model::WorkspaceId;

/// The schema that this program writes. Every change of a record's shape raises it.
pub const SCHEMA: u32 = 5;

/// The open file of a workspace.
#[derive(Debug)]
pub(crate) struct Store {
    medium: Box<dyn Medium>,
    handle: RwLock<Option<Arc<Handle>>>,
    /// One writer at a time, and none while the handle is swapped.
    writer: Mutex<()>,
    writable: bool,
    path: Option<PathBuf>,
    _lock: Option<WorkspaceLock>,
}

impl Store {
    /// Makes a new workspace where there is nothing yet.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there are bytes already; any failure of the medium.
    pub(crate) fn create_in(medium: Box<dyn Medium>, id: WorkspaceId) -> Result<Self, StoreError> {
        if medium.peek()?.is_some_and(|(_, length)| length > 0) {
            return Err(StoreError::AlreadyThere);
        }
        let handle = make(&*medium, id)?;
        Ok(Self::over(medium, handle, true))
    }

    /// Opens a workspace in any medium.
    ///
    /// # Errors
    /// As [`Store::open`], but for what concerns files and locks.
    pub(crate) fn open_in(medium: Box<dyn Medium>) -> Result<Self, StoreError> {
        let handle = open_checked(&*medium, true, MIGRATIONS)?;
        Ok(Self::over(medium, handle, true))
    }

    fn over(medium: Box<dyn Medium>, handle: Handle, writable: bool) -> Self {
        let handle = RwLock::new(Some(Arc::new(handle)));
        Self { medium, handle, writer: Mutex::new(()), writable, path: None, _lock: None }
    }

    /// Makes the file of a new workspace: whole, or not at all.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there is a file; [`StoreError::Io`] when the folder cannot be written.
    pub(crate) fn create(path: &Path, id: WorkspaceId) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::AlreadyThere);
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Made under another name and then put in place, so that a kill never leaves half a workspace.
        let made = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
        drop(make(&FileMedium::new(made.path(), true), id)?);
        made.persist_noclobber(path).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => StoreError::AlreadyThere,
            _ => StoreError::Io(error.error),
        })?;
        crate::files::sync_folder(folder);
        Self::open(path)
    }

    /// Opens the file of a workspace, checks it, and holds its lock. Where the place cannot lock or may not be written,
    /// the workspace is opened for reading only.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotAWorkspace`], [`StoreError::Newer`], [`StoreError::Damaged`],
    /// [`StoreError::OpenElsewhere`]; the file keeps its bytes.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(if path.exists() { StoreError::NotAWorkspace } else { StoreError::Missing });
        }
        check_head(&FileMedium::new(path, false))?;
        let lock = match WorkspaceLock::take(path) {
            Ok(Locked::Held(lock)) => Some(lock),
            Ok(Locked::Elsewhere) => return Err(StoreError::OpenElsewhere),
            Ok(Locked::CannotLock) | Err(_) => None,
        };
        let writable = lock.is_some() && std::fs::OpenOptions::new().write(true).open(path).is_ok();
        let medium: Box<dyn Medium> = Box::new(FileMedium::new(path, writable));
        let handle = open_checked(&*medium, writable, MIGRATIONS)?;
        let store = Self::over(medium, handle, writable);
        Ok(Self { path: Some(path.to_owned()), _lock: lock, ..store })
    }

    /// Whether commands can be given.
    pub(crate) const fn is_writable(&self) -> bool {
        self.writable
    }

    /// The file, for a workspace that is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The handle, or a fresh one where its storage has failed.
    fn handle(&self) -> Result<Arc<Handle>, StoreError> {
        let guard = self.handle.read().unwrap_or_else(PoisonError::into_inner);
        match &*guard {
            Some(handle) if !handle.has_failed() => Ok(Arc::clone(handle)),
            _ => {
                drop(guard);
                self.reopen()
            }
        }
    }

    /// Swaps in a fresh, checked handle: after a failure the old one fails even to read.
    fn reopen(&self) -> Result<Arc<Handle>, StoreError> {
        let mut guard = self.handle.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(handle) = guard.as_ref().filter(|handle| !handle.has_failed()) {
            return Ok(Arc::clone(handle));
        }
        // The old one goes first, so that there are never two on the same bytes.
        guard.take();
        let handle = Arc::new(open_checked(&*self.medium, self.writable, MIGRATIONS)?);
        *guard = Some(Arc::clone(&handle));
        Ok(handle)
    }

    /// Lets this handle go after a failure; the next use opens a fresh one. One that another thread has swapped in
    /// meanwhile stays.
    fn let_go(&self, failed: &Arc<Handle>) {
        let mut guard = self.handle.write().unwrap_or_else(PoisonError::into_inner);
        if guard.as_ref().is_some_and(|handle| Arc::ptr_eq(handle, failed)) {
            guard.take();
        }
    }

    /// A view of the file as it is now.
    ///
    /// # Errors
    /// Any failure of the medium.
    pub(crate) fn read(&self) -> Result<Reading, StoreError> {
        let begin = |handle: &Handle| Reading::begin(handle.database.begin_read()?);
        let handle = self.handle()?;
        begin(&handle).or_else(|_| {
            self.let_go(&handle);
            drop(handle);
            begin(&*self.handle()?)
        })
    }

    /// Does `work` in one transaction, committed durably when it succeeds; otherwise nothing is changed.
    ///
    /// # Errors
    /// What `work` fails with, [`StoreError::ReadOnly`], or any failure of the medium.
    pub(crate) fn write<T, E: From<StoreError>>(&self, work: impl FnOnce(Writing<'_>) -> Result<T, E>) -> Result<T, E> {
        if !self.writable {
            return Err(StoreError::ReadOnly.into());
        }
        let _one = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = self.handle()?;
        transact(&handle.database, work).map_err(|failure| match failure {
            Failure::Work(error) => error,
            Failure::Medium(error) => {
                self.let_go(&handle);
                error.into()
            }
        })
    }

    /// Keeps or forgets drafts; they are no commands and leave no history.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub(crate) fn keep_drafts(&self, drafts: &[(String, Option<Vec<u8>>)]) -> Result<(), StoreError> {
        if !self.writable {
            return Err(StoreError::ReadOnly);
        }
        let _one = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = self.handle()?;
        let keep = || -> Result<(), StoreError> {
            let transaction = begin_write(&handle.database)?;
            {
                let mut table = transaction.open_table(tables::DRAFTS)?;
                for (name, bytes) in drafts {
                    match bytes {
                        Some(bytes) => table.insert(name.as_str(), bytes.as_slice()).map(drop)?,
                        None => table.remove(name.as_str()).map(drop)?,
                    }
                }
            }
            Ok(transaction.commit()?)
        };
        keep().inspect_err(|_| self.let_go(&handle))
    }
}

enum Failure<E> {
    Work(E),
    Medium(StoreError),
}

fn begin_write(database: &Database) -> Result<redb::WriteTransaction, StoreError> {
    let mut transaction = database.begin_write()?;
    // Together with a checked open this makes a torn write show instead of being trusted.
    transaction.set_two_phase_commit(true);
    Ok(transaction)
}

fn transact<T, E: From<StoreError>>(
    database: &Database,
    work: impl FnOnce(Writing<'_>) -> Result<T, E>,
) -> Result<T, Failure<E>> {
    let transaction = begin_write(database).map_err(Failure::Medium)?;
    let writing = Writing::begin(&transaction).map_err(Failure::Medium)?;
    let done = work(writing).map_err(Failure::Work)?;
    transaction.commit().map_err(|error| Failure::Medium(error.into()))?;
    Ok(done)
}
