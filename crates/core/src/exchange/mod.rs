//! Files of other programs in, files for other programs out: address books as vCard and CSV, calendars as
//! iCalendar, and everything as JSON.
//!
//! Reading works on bytes in memory and against a view of the people there; nothing is written before the person has
//! seen the [`Preview`] and its one command is run.

mod attendance;
mod calendar;
mod columns;
mod company_report;
mod compare;
mod csv_in;
mod csv_out;
mod deciding;
mod encoding;
mod headings;
mod joining;
mod matching;
mod mending;
mod one_person;
mod own;
mod pictures;
mod preview;
mod report;
mod source;
mod structure_out;
mod table_in;
mod table_out;
#[cfg(test)]
mod tests;
mod vcard_in;
mod vcard_lines;
mod vcard_out;
mod vcard_values;
mod workbook_in;
mod workspace_json;

pub use self::attendance::{
    AttendanceCounts, AttendanceOptions, AttendancePreview, AttendanceRow, AttendanceVerdict, ForTraining, Who,
    preview_attendance, preview_names,
};
pub use self::calendar::{
    CalendarCounts, CalendarField, CalendarItem, CalendarPreview, CalendarRow, CalendarVerdict, DIARY_KEYS, DiaryCodes,
    DiaryWords, Remark, calendar_as_ics, diary_table, preview_calendar,
};
pub(crate) use self::calendar::{forget_guest, put_item};
pub use self::columns::guess_contact_column;
pub use self::company_report::{
    Leaver, ReportChanges, ReportCounts, ReportOptions, ReportPreview, ReportRow, ReportUpdate, ReportVerdict,
    guess_report_columns, look_at_report, month_before, preview_report,
};
pub use self::compare::{Choice, Field, FieldChange, FieldValue};
pub use self::csv_out::{TableWords, contacts_as_csv, contacts_as_json, contacts_as_xlsx};
pub use self::encoding::ReadOptions;
pub(crate) use self::joining::email_key;
pub use self::mending::Mended;
pub use self::one_person::{compare_people, joined_person};
pub use self::preview::{
    Against, ContactJoin, Counts, Preview, PreviewRow, Verdict, look_at_contacts, preview_contacts,
};
pub use self::report::{FileReport, ImportReport, Proposal, ProposedRecord, Reasons, RefusedRecord};
pub use self::source::{
    FileError, FileKind, LONGEST_FILE, MOST_RECORDS, NoProgress, Progress, Refusal, read_file, read_file_telling,
    recognise,
};
pub use self::structure_out::{ORDERS_KEYS, STRUCTURE_KEYS, orders_table, structure_table};
pub use self::table_in::TableLook;
pub use self::table_out::{OutCell, OutTable, WorkbookError};
pub use self::vcard_out::{CardVersion, contacts_as_vcard, own_contacts, people_of};
pub use self::workspace_json::{
    AdmitError, WorkspaceExport, WorkspaceJsonError, admit, workspace_as_json, workspace_from_json,
};
