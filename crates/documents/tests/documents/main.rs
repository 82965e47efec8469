//! What a person gets as a document.

#![expect(clippy::expect_used, reason = "a test says what it takes for granted")]

mod files;
mod plan;
mod samples;
mod sheet;
mod snapshot;
mod tomorrow;
