//! Why a document could not be made.

use typst::diag::SourceDiagnostic;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The data cannot be written as JSON.
    #[error("the data of the document cannot be written: {0}")]
    Data(#[from] serde_json::Error),
    /// The template does not fit the data it was given: a mistake of the program, not of the user.
    #[error("the template does not fit its data: {0}")]
    Template(String),
    /// The page was laid out but could not be written in the wanted format.
    #[error("the document cannot be written as {format}: {reason}")]
    Export {
        /// Name of the format: PDF or PNG.
        format: &'static str,
        /// What the exporter said.
        reason: String,
    },
}

/// All messages of the typesetter in one line.
pub(crate) fn messages(diagnostics: &[SourceDiagnostic]) -> String {
    let all: Vec<&str> = diagnostics.iter().map(|one| one.message.as_str()).collect();
    all.join("; ")
}
