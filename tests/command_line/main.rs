//! The real binary, without a window.

#![expect(clippy::unwrap_used, reason = "a test says what it takes for granted")]

mod attendance;
mod calendar;
mod document;
mod failures;
mod figures;
mod import;
mod plan;
mod report;
mod support;
mod today;
mod typed_line;
