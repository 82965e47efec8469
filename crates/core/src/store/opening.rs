//! Making and opening the database behind a workspace: checked, behind a gate, brought up to this program's schema.

use redb::{Builder, Database, ReadableDatabase as _};

use super::gate::{Gate, GateKeeper};
use super::migrate::{self, Migration};
use super::{Medium, SCHEMA, StoreError, begin_write, tables};
use crate::model::{RecordKind, WorkspaceId};

/// What stands at the beginning of every file of redb.
const MAGIC: &[u8] = b"redb\x1A\x0A\xA9\x0D\x0A";

/// The cache of the database, in bytes; its own default is 1 GiB.
const CACHE: usize = 16 * 1024 * 1024;

/// An open database with the gate before its storage.
#[derive(Debug)]
pub(crate) struct Handle {
    pub(crate) database: Database,
    keeper: GateKeeper,
}

impl Handle {
    /// Whether the storage has failed under this handle; a fresh one is then needed even to read.
    pub(crate) fn has_failed(&self) -> bool {
        self.keeper.has_failed()
    }
}

/// How every database is opened: its integrity checked, its cache small.
pub(crate) fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE).set_check_integrity_on_open(true);
    builder
}

/// Makes an empty workspace where there are no bytes.
pub(crate) fn make(medium: &dyn Medium, id: WorkspaceId) -> Result<Handle, StoreError> {
    // The gate is open from the start: there is nothing yet to protect.
    let (gate, keeper) = Gate::closed(medium.backend()?)?;
    keeper.release()?;
    let database = builder().create_with_backend(gate)?;
    let transaction = begin_write(&database)?;
    {
        for kind in RecordKind::ALL {
            transaction.open_table(tables::records(kind))?;
        }
        transaction.open_table(tables::INDEX)?;
        transaction.open_table(tables::HISTORY)?;
        transaction.open_table(tables::WAYS)?;
        transaction.open_table(tables::LEFT)?;
        transaction.open_table(tables::COMMANDS)?;
        transaction.open_table(tables::DRAFTS)?;
        let mut meta = transaction.open_table(tables::META)?;
        meta.insert(tables::SCHEMA, SCHEMA.to_be_bytes().as_slice())?;
        meta.insert(tables::WORKSPACE, id.to_bytes().as_slice())?;
    }
    transaction.commit()?;
    Ok(Handle { database, keeper })
}

/// Looks at length and first bytes only.
pub(crate) fn check_head(medium: &dyn Medium) -> Result<(), StoreError> {
    let (head, _) = medium.peek()?.ok_or(StoreError::Missing)?;
    if head.starts_with(MAGIC) { Ok(()) } else { Err(StoreError::NotAWorkspace) }
}

/// Opens behind a closed gate; releases it once integrity and schema are accepted, and only where writing is allowed.
/// A file of an older schema is copied aside and brought up; where it may only be read, in memory alone.
pub(crate) fn open_checked(
    medium: &dyn Medium,
    writable: bool,
    migrations: &[Migration],
) -> Result<Handle, StoreError> {
    check_head(medium)?;
    let (gate, keeper) = Gate::closed(medium.backend()?)?;
    let database = builder().create_with_backend(gate)?;
    let found = schema_of(&database)?;
    let known = migrate::newest(migrations);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let is_older = found < known;
    if is_older {
        migrate::from(migrations, found)?;
    } else {
        has_its_tables(&database)?;
    }
    if writable {
        if is_older {
            // The gate is still closed: these are the bytes that the older program left.
            medium.copy_aside(&format!("schema-{found}.backup"))?;
        }
        keeper.release()?;
    }
    if is_older {
        let transaction = begin_write(&database)?;
        migrate::run(migrations, found, &transaction)?;
        transaction.commit()?;
    }
    Ok(Handle { database, keeper })
}

/// The schema of a database that is a workspace.
fn schema_of(database: &Database) -> Result<u32, StoreError> {
    let transaction = database.begin_read()?;
    let meta = match transaction.open_table(tables::META) {
        Ok(meta) => meta,
        Err(redb::TableError::TableDoesNotExist(_) | redb::TableError::TableTypeMismatch { .. }) => {
            return Err(StoreError::NotAWorkspace);
        }
        Err(error) => return Err(error.into()),
    };
    let bytes = meta.get(tables::SCHEMA)?.ok_or(StoreError::NotAWorkspace)?;
    let schema: [u8; 4] = bytes.value().try_into().map_err(|_| StoreError::Damaged("the schema is no number"))?;
    Ok(u32::from_be_bytes(schema))
}

/// Whether a database of this schema has the tables that every view opens.
fn has_its_tables(database: &Database) -> Result<(), StoreError> {
    let transaction = database.begin_read()?;
    let records = |kind| transaction.open_table(tables::records(kind)).map(drop);
    let opened = RecordKind::ALL.into_iter().try_for_each(records);
    let opened = opened.and_then(|()| transaction.open_table(tables::INDEX).map(drop));
    let opened = opened.and_then(|()| transaction.open_table(tables::HISTORY).map(drop));
    let opened = opened.and_then(|()| transaction.open_table(tables::WAYS).map(drop));
    let opened = opened.and_then(|()| transaction.open_table(tables::LEFT).map(drop));
    let opened = opened.and_then(|()| transaction.open_table(tables::COMMANDS).map(drop));
    let opened = opened.and_then(|()| transaction.open_table(tables::DRAFTS).map(drop));
    opened.map_err(|error| match error {
        redb::TableError::Storage(error) => error.into(),
        _ => StoreError::Damaged("a table is missing"),
    })
}
