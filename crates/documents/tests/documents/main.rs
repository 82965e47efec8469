//! What a person gets as a document.

mod files;
mod samples;
mod sheet;
mod snapshot;
