//! The report of an import, as the command line prints it with `--json`: keys always present, unknown is null.

use serde::Serialize;

use super::preview::{Preview, Verdict};
use super::source::{FileError, FileKind, Refusal};

/// Why a record may be somebody who is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// The name alone is equal.
    SameName,
}

/// Says reasons in the language of whoever reads a report.
pub trait Reasons {
    /// Why a record could not be taken.
    fn refusal(&self, refusal: Refusal) -> String;

    /// Why a record may be somebody who is there.
    fn proposal(&self, proposal: Proposal) -> String;
}

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

    /// The report of a file that was refused as a whole, with the sentence that says why.
    #[must_use]
    pub fn refused(file: &str, error: &FileError, why: String) -> Self {
        let kind = match error {
            FileError::OtherKind(kind) => Some(*kind),
            _ => None,
        };
        Self { error: Some(why), ..Self::new(file, kind, None) }
    }
}

impl Preview {
    /// The report of the file, as scripts read it. Rows that are left out count as unchanged.
    #[must_use]
    pub fn report(&self, reasons: &dyn Reasons) -> FileReport {
        let counts = self.counts();
        let mut report = FileReport::new(&self.file, Some(self.kind), self.encoding.as_deref());
        (report.read, report.added, report.updated) = (self.rows.len(), counts.added, counts.joined);
        report.unchanged = counts.unchanged;
        for row in &self.rows {
            if let Verdict::Refused(refusal) = &row.verdict {
                let reason = reasons.refusal(*refusal);
                report.refused.push(RefusedRecord { record: row.ordinal, line: row.line, reason });
            }
            // Only whoever is added may be somebody who is there; who else has a phone of theirs is no proposal.
            if let Some(proposed) = row.proposed.filter(|_| row.include && row.verdict == Verdict::Added) {
                let (person, reason) = (self.name_of(proposed), reasons.proposal(Proposal::SameName));
                report.proposed.push(ProposedRecord { record: row.ordinal, person, reason });
            }
        }
        report
    }
}
