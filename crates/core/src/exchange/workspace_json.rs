//! Everything in a workspace as JSON, and back. The same records always give the same bytes: no history, drafts, window
//! state, keys or time of export, records sorted by kind and id.

use serde::{Deserialize, Serialize};

use crate::model::{AnyRecord, WorkspaceId};
use crate::query::View;
use crate::store::{SCHEMA, StoreError};

/// The name of the format.
const FORMAT: &str = "sponsor-desk";

/// What tells an export of everything from other JSON.
pub(super) const MARK: &[u8] = b"\"sponsor-desk\"";

/// What an export of everything holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkspaceExport {
    format: String,
    schema: u32,
    /// The workspace.
    pub workspace: WorkspaceId,
    /// Its records, sorted by kind and id.
    pub records: Vec<AnyRecord>,
}

/// Why an export of everything cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceJsonError {
    /// It is no JSON, cut short, or has other fields than an export.
    #[error("the file is no export of a workspace, or it is damaged: {0}")]
    Shape(#[from] serde_json::Error),
    /// Another program's file.
    #[error("the file is no export of a workspace")]
    Format,
    /// A newer version of the program wrote it.
    #[error("the export has schema {found}, this program knows {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema that this program knows.
        known: u32,
    },
    /// Two records with one id.
    #[error("the export has a record twice")]
    Twice,
}

/// Everything in the workspace as JSON, a record a line.
///
/// # Errors
/// Any failure of the store.
pub fn workspace_as_json(view: &View) -> Result<Vec<u8>, StoreError> {
    let encode = |error: serde_json::Error| StoreError::Encode(error.to_string());
    let id = serde_json::to_string(&view.workspace_id()?).map_err(encode)?;
    let mut out = format!("{{\n\"format\": \"{FORMAT}\",\n\"schema\": {SCHEMA},\n\"workspace\": {id},\n\"records\": [")
        .into_bytes();
    let mut failed = None;
    let mut first = true;
    view.each_record(|record| {
        out.extend_from_slice(if std::mem::take(&mut first) { b"\n" } else { b",\n" });
        failed = failed.take().or(serde_json::to_writer(&mut out, &record).err());
    })?;
    out.extend_from_slice(b"\n]\n}\n");
    match failed {
        Some(error) => Err(encode(error)),
        None => Ok(out),
    }
}

/// Reads an export of everything.
///
/// # Errors
/// As [`WorkspaceJsonError`] says.
pub fn workspace_from_json(bytes: &[u8]) -> Result<WorkspaceExport, WorkspaceJsonError> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        schema: u32,
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The head by itself first: the records of a newer version may have another shape.
    let head: Head = serde_json::from_slice(bytes)?;
    if head.format != FORMAT {
        return Err(WorkspaceJsonError::Format);
    }
    if head.schema > SCHEMA {
        return Err(WorkspaceJsonError::Newer { found: head.schema, known: SCHEMA });
    }
    let export: WorkspaceExport = serde_json::from_slice(bytes)?;
    let keys: std::collections::BTreeSet<_> = export.records.iter().map(AnyRecord::key).collect();
    if keys.len() == export.records.len() { Ok(export) } else { Err(WorkspaceJsonError::Twice) }
}

/// Why an export may not be taken into a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdmitError {
    /// The workspace has records and another id.
    #[error("the workspace is not empty, and the export is of another one")]
    OtherWorkspace,
}

/// Whether an export may be taken into a workspace: into its own, or into one that is empty. An empty workspace for it
/// is made with `Desk::create_with_id`, so that it takes over the id.
///
/// # Errors
/// [`AdmitError::OtherWorkspace`], or any failure of the store.
pub fn admit(export: &WorkspaceExport, view: &View) -> Result<Result<(), AdmitError>, StoreError> {
    let is_empty = view.people().is_empty() && view.people().settings().is_none();
    let same = view.workspace_id()? == export.workspace;
    Ok(if same || is_empty { Ok(()) } else { Err(AdmitError::OtherWorkspace) })
}
