//! The only code that names redb: the file of a workspace, its tables, its gate and lock, its lookups and its history.

mod codec;
mod copy;
mod error;
mod gate;
mod history;
mod index;
mod integrity;
mod lock;
mod medium;
mod reading;
mod tables;
mod undo;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use redb::{Builder, Database, ReadableDatabase as _};

pub(crate) use self::codec::decode;
pub(crate) use self::copy::look_into;
pub use self::error::StoreError;
pub use self::history::{Author, HistoryRow, HistoryState};
pub(crate) use self::index::{Lookup, day_of_person_key, entry_at_end, order_at_end, person_of};
pub(crate) use self::integrity::check;
pub use self::integrity::{CheckReport, Problem};
pub use self::medium::{Medium, MemoryMedium};
pub(crate) use self::reading::Reading;
pub(crate) use self::tables::WORKSPACE;
pub(crate) use self::undo::Way;
pub(crate) use self::writing::{Changes, Writing};

use self::gate::{Gate, GateKeeper};
pub(crate) use self::lock::{Locked, WorkspaceLock};
use self::medium::FileMedium;
use crate::model::WorkspaceId;

/// The schema that this program writes. Every change of a record's shape raises it.
pub const SCHEMA: u32 = 1;

/// What stands at the beginning of every file of redb.
const MAGIC: &[u8] = b"redb\x1A\x0A\xA9\x0D\x0A";

/// The cache of the database, in bytes; its own default is 1 GiB.
const CACHE: usize = 16 * 1024 * 1024;

/// The open file of a workspace.
#[derive(Debug)]
pub(crate) struct Store {
    medium: Box<dyn Medium>,
    database: RwLock<Option<Arc<Database>>>,
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
        let database = make(&*medium, id)?;
        Ok(Self::over(medium, database, true))
    }

    /// Opens a workspace in any medium.
    ///
    /// # Errors
    /// As [`Store::open`], but for what concerns files and locks.
    pub(crate) fn open_in(medium: Box<dyn Medium>) -> Result<Self, StoreError> {
        let database = open_checked(&*medium, true)?;
        Ok(Self::over(medium, database, true))
    }

    fn over(medium: Box<dyn Medium>, database: Database, writable: bool) -> Self {
        let database = RwLock::new(Some(Arc::new(database)));
        Self { medium, database, writer: Mutex::new(()), writable, path: None, _lock: None }
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
        let database = open_checked(&*medium, writable)?;
        let store = Self::over(medium, database, writable);
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

    fn database(&self) -> Result<Arc<Database>, StoreError> {
        let guard = self.database.read().unwrap_or_else(PoisonError::into_inner);
        match &*guard {
            Some(database) => Ok(Arc::clone(database)),
            None => {
                drop(guard);
                self.reopen()
            }
        }
    }

    /// Swaps in a fresh, checked handle: after a failure the old one fails even to read.
    fn reopen(&self) -> Result<Arc<Database>, StoreError> {
        let mut guard = self.database.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(database) = &*guard {
            return Ok(Arc::clone(database));
        }
        let database = Arc::new(open_checked(&*self.medium, self.writable)?);
        *guard = Some(Arc::clone(&database));
        Ok(database)
    }

    /// Lets the handle go after a failure; the next use opens a fresh one.
    fn let_go(&self) {
        self.database.write().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// A view of the file as it is now.
    ///
    /// # Errors
    /// Any failure of the medium.
    pub(crate) fn read(&self) -> Result<Reading, StoreError> {
        let begin = || Reading::begin(self.database()?.begin_read()?);
        begin().or_else(|_| {
            self.let_go();
            begin()
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
        let database = self.database()?;
        let outcome = transact(&database, work);
        drop(database);
        outcome.map_err(|failure| match failure {
            Failure::Work(error) => error,
            Failure::Medium(error) => {
                self.let_go();
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
        let keep = || -> Result<(), StoreError> {
            let transaction = begin_write(&*self.database()?)?;
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
        keep().inspect_err(|_| self.let_go())
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

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE).set_check_integrity_on_open(true);
    builder
}

fn make(medium: &dyn Medium, id: WorkspaceId) -> Result<Database, StoreError> {
    // The gate is open from the start: there is nothing yet to protect.
    let (gate, keeper) = Gate::closed(medium.backend()?)?;
    keeper.release()?;
    let database = builder().create_with_backend(gate)?;
    let transaction = begin_write(&database)?;
    {
        transaction.open_table(tables::RECORDS)?;
        transaction.open_table(tables::INDEX)?;
        transaction.open_table(tables::HISTORY)?;
        transaction.open_table(tables::WAYS)?;
        transaction.open_table(tables::COMMANDS)?;
        transaction.open_table(tables::DRAFTS)?;
        let mut meta = transaction.open_table(tables::META)?;
        meta.insert(tables::SCHEMA, SCHEMA.to_be_bytes().as_slice())?;
        meta.insert(tables::WORKSPACE, id.to_bytes().as_slice())?;
    }
    transaction.commit()?;
    Ok(database)
}

/// Looks at length and first bytes only.
fn check_head(medium: &dyn Medium) -> Result<(), StoreError> {
    let (head, _) = medium.peek()?.ok_or(StoreError::Missing)?;
    if head.starts_with(MAGIC) { Ok(()) } else { Err(StoreError::NotAWorkspace) }
}

/// Opens behind a closed gate; releases it once integrity and schema are accepted, and only where writing is allowed.
fn open_checked(medium: &dyn Medium, writable: bool) -> Result<Database, StoreError> {
    check_head(medium)?;
    let (gate, keeper) = Gate::closed(medium.backend()?)?;
    let database = builder().create_with_backend(gate)?;
    accept(&database)?;
    if writable {
        release(&keeper)?;
    }
    Ok(database)
}

fn release(keeper: &GateKeeper) -> Result<(), StoreError> {
    keeper.release().map_err(StoreError::Io)
}

/// Accepts a database as a workspace of this schema.
fn accept(database: &Database) -> Result<(), StoreError> {
    let transaction = database.begin_read()?;
    let meta = match transaction.open_table(tables::META) {
        Ok(meta) => meta,
        Err(redb::TableError::TableDoesNotExist(_)) => return Err(StoreError::NotAWorkspace),
        Err(error) => return Err(error.into()),
    };
    let bytes = meta.get(tables::SCHEMA)?.ok_or(StoreError::NotAWorkspace)?;
    let schema: [u8; 4] = bytes.value().try_into().map_err(|_| StoreError::Damaged("the schema is no number"))?;
    let found = u32::from_be_bytes(schema);
    match found.cmp(&SCHEMA) {
        std::cmp::Ordering::Greater => Err(StoreError::Newer { found, known: SCHEMA }),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(StoreError::Damaged("the schema is older than any that was written")),
    }
}
