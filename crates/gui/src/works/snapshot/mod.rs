//! A snapshot as a file: a document, a table or data. The command line makes the same files.

mod data;
mod page;
mod picture;
mod workbook;

use std::path::{Path, PathBuf};

use sponsor_core::Desk;
use sponsor_core::command::CommandError;
use sponsor_core::files::write_whole;
use sponsor_core::model::{Snapshot, SnapshotId};
use sponsor_documents::{About, DocumentError, Format, Template, render};

pub use self::data::{SnapshotItem, snapshot_csv, snapshot_item, snapshot_json};
pub use self::page::{scope_name, snapshot_data};
pub use self::picture::SnapshotPicture;

use crate::app::{Progress, Work, WorkOutcome};
use crate::format::Formats;
use crate::words::{Language, Words};

/// The formats in which a snapshot leaves the program, by their endings.
pub const SNAPSHOT_ENDINGS: [&str; 6] = ["pdf", "png", "svg", "xlsx", "csv", "json"];

/// Why a snapshot could not be made into a file.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotFileError {
    /// The document could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The data could not be written as JSON.
    #[error("the snapshot cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The picture could not be read again, to be copied.
    #[error("the picture could not be copied: {0}")]
    Picture(String),
    /// The workbook could not be put together.
    #[error("the workbook could not be made: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// No format has this ending.
    #[error("a snapshot is written as pdf, png, svg, xlsx, csv or json, not as {0}")]
    Ending(String),
}

/// The bytes of a snapshot in the format of an ending, in the language of the words: one element a file, several where
/// a picture has several pages.
///
/// # Errors
/// [`SnapshotFileError::Ending`] for an ending that is none of [`SNAPSHOT_ENDINGS`]; else when the format fails.
pub fn snapshot_file(
    words: &Words,
    formats: &Formats,
    snapshot: &Snapshot,
    ending: &str,
) -> Result<Vec<Vec<u8>>, SnapshotFileError> {
    let format = match ending {
        "pdf" => Format::Pdf,
        "png" => Format::Png,
        "svg" => Format::Svg,
        "xlsx" => return Ok(vec![workbook::snapshot_workbook(words, formats, snapshot)?]),
        "csv" => return Ok(vec![snapshot_csv(words, formats, snapshot)]),
        "json" => return Ok(vec![snapshot_json(snapshot)?]),
        other => return Err(SnapshotFileError::Ending(other.to_owned())),
    };
    let data = snapshot_data(words, formats, snapshot);
    let about = About {
        title: format!("{} · {}", data.heading, data.period),
        language: match words.language() {
            Language::Bulgarian => sponsor_documents::Language::Bulgarian,
            Language::English => sponsor_documents::Language::English,
        },
        author: snapshot.by.clone(),
        date: snapshot.taken.date(),
    };
    Ok(render(Template::Snapshot, &data, &about, format)?)
}

/// Where the pages of a file go: the path itself, or `name-1.png`, `name-2.png` … where there are several.
#[must_use]
pub fn page_paths(path: &Path, pages: usize) -> Vec<PathBuf> {
    if pages == 1 {
        return vec![path.to_owned()];
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    (1..=pages).map(|page| path.with_file_name(format!("{stem}-{page}{ending}"))).collect()
}

/// Writes a snapshot to a file.
#[derive(Debug)]
pub struct SnapshotExport {
    /// The snapshot.
    pub id: SnapshotId,
    /// Where it goes.
    pub path: PathBuf,
    /// The format, one of [`SNAPSHOT_ENDINGS`].
    pub ending: &'static str,
    /// In which language.
    pub words: Words,
}

impl Work for SnapshotExport {
    fn name(&self) -> &'static str {
        "figures-export-work"
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let found = desk.read().and_then(|view| view.snapshots());
        let snapshot = match found.map(|all| all.into_iter().find(|one| one.id == self.id)) {
            Ok(Some(snapshot)) => snapshot,
            Ok(None) => return WorkOutcome::failed(CommandError::NotFound("snapshot")),
            Err(error) => return WorkOutcome::failed(error),
        };
        let files = match snapshot_file(&self.words, &Formats::new(self.words.clone()), &snapshot, self.ending) {
            Ok(files) => files,
            Err(error) => return WorkOutcome::failed(error),
        };
        if progress.is_cancelled() {
            return WorkOutcome::Cancelled;
        }
        let path = if self.path.extension().is_some() { self.path } else { self.path.with_extension(self.ending) };
        let paths = page_paths(&path, files.len());
        for (path, bytes) in paths.iter().zip(&files) {
            if let Err(error) = write_whole(path, bytes) {
                return WorkOutcome::failed(error);
            }
        }
        WorkOutcome::Written(paths.into_iter().next().unwrap_or(path))
    }
}
