//! A consistent copy of a workspace while it is open, and a look into a copy without changing it.

use std::path::Path;

use redb::{ReadTransaction, ReadableDatabase as _, ReadableTable as _, WriteTransaction};

use super::gate::Gate;
use super::medium::FileMedium;
use super::migrate::MIGRATIONS;
use super::opening::{builder, check_head, open_checked};
use super::{Medium as _, Reading, Store, StoreError, begin_write, tables};
use crate::files::{folder_of, sync_folder};
use crate::model::RecordKind;

impl Store {
    /// Copies one moment of the file, table by table, to `path`: a temporary file beside it (0600), synced, renamed.
    ///
    /// # Errors
    /// When the place cannot be written, or any failure of the medium; then there is no new file.
    pub(crate) fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let handle = self.handle()?;
        let from = handle.database.begin_read()?;
        let folder = folder_of(path);
        let made = tempfile::Builder::new().prefix(".part-").tempfile_in(folder)?;
        // The gate is open from the start: there is nothing yet to protect.
        let (gate, keeper) = Gate::closed(FileMedium::new(made.path(), true).backend()?)?;
        keeper.release()?;
        let database = builder().create_with_backend(gate)?;
        let to = begin_write(&database)?;
        copy_tables(&from, &to)?;
        to.commit()?;
        drop(database);
        made.as_file().sync_all()?;
        made.persist(path).map_err(|error| error.error)?;
        sync_folder(folder);
        Ok(())
    }
}

macro_rules! copy {
    ($from:expr, $to:expr, $($table:expr),+ $(,)?) => {$({
        let from = $from.open_table($table)?;
        let mut to = $to.open_table($table)?;
        for row in from.iter()? {
            let (key, value) = row?;
            to.insert(key.value(), value.value())?;
        }
    })+};
}

fn copy_tables(from: &ReadTransaction, to: &WriteTransaction) -> Result<(), StoreError> {
    for kind in RecordKind::ALL {
        copy!(from, to, tables::records(kind));
    }
    copy!(
        from,
        to,
        tables::INDEX,
        tables::HISTORY,
        tables::WAYS,
        tables::LEFT,
        tables::COMMANDS,
        tables::DRAFTS,
        tables::META
    );
    Ok(())
}

/// Looks into the file of a workspace behind a gate that is never released, so that it keeps its bytes; it may be open
/// for nobody or for reading only.
///
/// # Errors
/// As [`Store::open`].
pub(crate) fn look_into<T>(path: &Path, look: impl FnOnce(&Reading) -> Result<T, StoreError>) -> Result<T, StoreError> {
    if !path.is_file() {
        return Err(if path.exists() { StoreError::NotAWorkspace } else { StoreError::Missing });
    }
    let medium = FileMedium::new(path, false);
    check_head(&medium)?;
    let handle = open_checked(&medium, false, MIGRATIONS)?;
    let reading = Reading::begin(handle.database.begin_read()?)?;
    look(&reading)
}
