//! The company's monthly report: registered users with their sponsors, ranks and points, held against the structure.
//!
//! A row is somebody there by the number in the company; an equal name alone is only proposed. Nobody is deleted: who
//! is missing in the report is shown.

mod amounts;
mod columns;
mod cycles;
mod deciding;
mod judging;
mod mending;
mod preview;
mod records;

pub use self::columns::{guess_report_columns, is_report};
pub use self::preview::{
    Leaver, ReportChanges, ReportCounts, ReportOptions, ReportPreview, ReportRow, ReportUpdate, ReportVerdict,
    look_at_report, month_before, preview_report,
};
