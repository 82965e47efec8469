//! Closing a workspace, and giving back to the disk what stands empty in its file.

use std::sync::{Arc, PoisonError};

use redb::{CompactionError, Database};

use super::{Store, StoreError, begin_write};

/// A file that takes less room on the disk is left as it is, in bytes: looking would cost more than it gives.
const WORTH_LOOKING: u64 = 8 * 1024 * 1024;

impl Store {
    /// Closes the file. Where at least half of what it takes on the disk stands empty, it is made smaller first.
    /// Tells whether it was.
    ///
    /// # Errors
    /// Any failure of the medium; what was acknowledged is durable all the same.
    pub(crate) fn close(self) -> Result<bool, StoreError> {
        let taken = self.medium.bytes_on_disk()?;
        if !self.writable || taken < WORTH_LOOKING {
            return Ok(false);
        }
        let handle = self.handle.write().unwrap_or_else(PoisonError::into_inner).take();
        // A handle that somebody still reads from is only let go.
        let Some(mut handle) = handle.filter(|handle| !handle.has_failed()).and_then(Arc::into_inner) else {
            return Ok(false);
        };
        if used(&handle.database)?.saturating_mul(2) > taken {
            return Ok(false);
        }
        match handle.database.compact() {
            Ok(_) => {}
            Err(CompactionError::TransactionInProgress) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        drop(handle);
        let left = self.medium.bytes_on_disk()?;
        tracing::info!(taken, left, "the file was compacted");
        Ok(left < taken)
    }
}

/// How many bytes of its file the database uses: the pages that hold something.
fn used(database: &Database) -> Result<u64, StoreError> {
    let transaction = begin_write(database)?;
    let statistics = transaction.stats()?;
    let pages = statistics.allocated_pages();
    let bytes = pages.saturating_mul(u64::try_from(statistics.page_size()).unwrap_or(u64::MAX));
    transaction.abort()?;
    Ok(bytes)
}
