//! What can go wrong with the file of a workspace.

use std::io;

/// What went wrong with the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at that place.
    #[error("there is no workspace at this place")]
    Missing,
    /// There is a file already where a workspace was to be made.
    #[error("there is a file at this place already")]
    AlreadyThere,
    /// The file is not a workspace: empty, or another program's.
    #[error("the file is not a workspace")]
    NotAWorkspace,
    /// The file was damaged outside the program; it was not changed.
    #[error("the file is damaged: {0}")]
    Damaged(&'static str),
    /// The file was written by a newer version of the program; it was not changed.
    #[error("the file has schema {found}, this program knows {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema that this program knows.
        known: u32,
    },
    /// Another window or command has the workspace open.
    #[error("the workspace is open elsewhere")]
    OpenElsewhere,
    /// The workspace was opened for reading only.
    #[error("the workspace can only be read")]
    ReadOnly,
    /// A record could not be written as bytes.
    #[error("a record could not be encoded: {0}")]
    Encode(String),
    /// The bytes of a record have another shape than its kind.
    #[error("a record could not be decoded: {0}")]
    Decode(String),
    /// The file system failed.
    #[error("the file could not be read or written: {0}")]
    Io(#[from] io::Error),
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(Box<redb::Error>),
}

macro_rules! from_redb {
    ($($error:ty),+ $(,)?) => {$(
        impl From<$error> for StoreError {
            fn from(error: $error) -> Self {
                Self::from(redb::Error::from(error))
            }
        }
    )+};
}

from_redb!(
    redb::StorageError,
    redb::TableError,
    redb::TransactionError,
    redb::CommitError,
    redb::DatabaseError,
    redb::CompactionError,
    redb::SetDurabilityError,
);

impl From<redb::Error> for StoreError {
    fn from(error: redb::Error) -> Self {
        match error {
            redb::Error::Corrupted(_) => Self::Damaged("the check of its integrity failed"),
            redb::Error::DatabaseAlreadyOpen => Self::OpenElsewhere,
            redb::Error::Io(error) => Self::Io(error),
            other => Self::Database(Box::new(other)),
        }
    }
}
