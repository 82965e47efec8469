//! Who was at a training: from a table, or from names that were pasted.

mod preview;
mod records;
mod values;

pub use self::preview::{
    AttendanceCounts, AttendanceOptions, AttendancePreview, AttendanceRow, AttendanceVerdict, ForTraining, Who,
    preview_attendance, preview_names,
};
