//! The report of an import, as the command line prints it with `--json`: keys always present, unknown is null.

use serde::Serialize;

use super::source::{FileError, FileKind};

/// The report of all files of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Whether nothing was to be written.
    pub dry_run: bool,
    /// File by file, in the order in which they were named.
    pub files: Vec<FileReport>,
}

/// The report of a file: read = added + updated + unchanged + refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// The file, as it was named.
    pub file: String,
    /// What it holds, if that could be recognised.
    pub kind: Option<FileKind>,
    /// Its encoding, for a file of text.
    pub encoding: Option<String>,
    /// How many records it has.
    pub read: usize,
    /// How many were new.
    pub added: usize,
    /// How many added something to what was there.
    pub updated: usize,
    /// How many added nothing.
    pub unchanged: usize,
    /// Those that could not be taken.
    pub refused: Vec<RefusedRecord>,
    /// Those that were added and may be somebody who is there.
    pub proposed: Vec<ProposedRecord>,
    /// Why the whole file was refused, if it was.
    pub error: Option<String>,
}

/// A record that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedRecord {
    /// Its number in the file, from 1.
    pub record: usize,
    /// The line on which it begins or is broken.
    pub line: Option<usize>,
    /// Why.
    pub reason: String,
}

/// A record that may be somebody who is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProposedRecord {
    /// Its number in the file, from 1.
    pub record: usize,
    /// The name of the one who is there.
    pub person: String,
    /// Why they may be the same.
    pub reason: String,
}

impl FileReport {
    /// The report of a file of which nothing is known yet.
    #[must_use]
    pub fn new(file: &str, kind: Option<FileKind>, encoding: Option<&str>) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            encoding: encoding.map(str::to_owned),
            read: 0,
            added: 0,
            updated: 0,
            unchanged: 0,
            refused: Vec::new(),
            proposed: Vec::new(),
            error: None,
        }
    }

    /// The report of a file that was refused as a whole.
    #[must_use]
    pub fn refused(file: &str, error: &FileError) -> Self {
        let kind = match error {
            FileError::OtherKind(kind) => Some(*kind),
            _ => None,
        };
        Self { error: Some(error.to_string()), ..Self::new(file, kind, None) }
    }
}
