//! The rows of an attendance as its reader sees them, before they are held against anybody.

use super::super::csv_out::disarmed;
use super::super::source::{FileError, Progress, Refusal, advance};
use super::super::table_in::{Table, TableRow};
use super::values::{AttendanceColumn, Said, attendance_columns, is_attendance_heading, said, yes};
use crate::model::{LONGEST_TEXT, Mode};

/// A row of an attendance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AttendanceRecord {
    /// The line on which it stands; zero when unknown.
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) email: String,
    /// How they came, if it is said.
    pub(super) mode: Option<Mode>,
    /// Whether it says that they did not come.
    pub(super) absent: bool,
    /// Whether they want to grow, if it is said.
    pub(super) wants_more: Option<bool>,
    /// Why the row cannot be taken.
    pub(super) refusal: Option<Refusal>,
}

/// Every row of a table.
///
/// # Errors
/// [`FileError::NoContacts`] when no column names people; [`FileError::Cancelled`].
pub(super) fn read_records(table: &Table<'_>, progress: &dyn Progress) -> Result<Vec<AttendanceRecord>, FileError> {
    let mut records = Vec::new();
    let headed = is_attendance_heading(&table.heading);
    let columns = match table.heading.as_slice() {
        heading if headed => attendance_columns(heading),
        // A list of names has no heading: its first row is a name, too.
        [first] => {
            records.push(AttendanceRecord { line: 1, name: first.clone(), ..AttendanceRecord::default() });
            vec![Some(AttendanceColumn::Name(0))]
        }
        _ => return Err(FileError::NoContacts),
    };
    let total = table.total();
    for row in table.rows() {
        records.push(record(&row, &columns));
        advance(progress, row.place / 64 * 64, total)?;
    }
    advance(progress, total, total)?;
    Ok(records)
}

fn record(row: &TableRow, columns: &[Option<AttendanceColumn>]) -> AttendanceRecord {
    let mut record = AttendanceRecord { line: row.line, ..AttendanceRecord::default() };
    let mut name = [const { String::new() }; 3];
    for (place, column) in columns.iter().enumerate() {
        let Some(column) = column else { continue };
        let taken = row.text(place).and_then(|text| take(&mut record, &mut name, *column, &text));
        if let Err(refusal) = taken {
            record.refusal = record.refusal.or(Some(refusal));
        }
    }
    record.name = name.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    if record.name.is_empty() {
        record.refusal = record.refusal.or(Some(Refusal::NoName));
    }
    record
}

fn take(
    record: &mut AttendanceRecord,
    name: &mut [String; 3],
    column: AttendanceColumn,
    text: &str,
) -> Result<(), Refusal> {
    let text = disarmed(text.trim()).trim();
    if text.len() > LONGEST_TEXT {
        return Err(Refusal::FieldTooLong);
    }
    match column {
        AttendanceColumn::Name(place) => {
            if let Some(part) = name.get_mut(usize::from(place)).filter(|part| part.is_empty()) {
                text.clone_into(part);
            }
        }
        AttendanceColumn::Phone if record.phone.is_empty() => text.clone_into(&mut record.phone),
        AttendanceColumn::Email if record.email.is_empty() => text.clone_into(&mut record.email),
        AttendanceColumn::Phone | AttendanceColumn::Email => {}
        AttendanceColumn::Came => match said(text).ok_or(Refusal::Presence)? {
            Said::NotCame => record.absent = record.mode.is_none(),
            Said::Came(mode) => {
                record.absent = false;
                record.mode = mode.or(record.mode);
            }
        },
        AttendanceColumn::WantsMore => record.wants_more = Some(yes(text).ok_or(Refusal::Presence)?),
    }
    Ok(())
}

/// Names that were pasted, one a line: with a phone, an address and how they came after a comma or a tab.
pub(super) fn read_names(text: &str) -> Vec<AttendanceRecord> {
    (1..).zip(text.lines()).filter_map(|(line, text)| pasted(line, text)).collect()
}

fn pasted(line: usize, text: &str) -> Option<AttendanceRecord> {
    let text = text.trim().trim_start_matches(|letter: char| !letter.is_alphabetic()).trim();
    let mut parts = text.split(['\t', ',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let mut record = AttendanceRecord { line, name: parts.next()?.to_owned(), ..AttendanceRecord::default() };
    for part in parts {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        if part.contains('@') {
            part.clone_into(&mut record.email);
        } else if digits >= 5 {
            part.clone_into(&mut record.phone);
        } else if let Some(Said::Came(Some(mode))) = said(part) {
            record.mode = Some(mode);
        } else if yes(part) == Some(true) {
            record.wants_more = Some(true);
        }
    }
    if record.name.len() > LONGEST_TEXT {
        record.name.clear();
        record.refusal = Some(Refusal::FieldTooLong);
    }
    Some(record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_are_names_with_what_stands_after_them() {
        let text = "1. Мария Петрова\n\n- Иван Колев, онлайн\n• Яна Динева\t0888 123 456\tiana@example.com; +\n";
        let names = read_names(text);
        let shown: Vec<_> = names.iter().map(|one| (one.line, one.name.as_str())).collect();
        assert_eq!(shown, [(1, "Мария Петрова"), (3, "Иван Колев"), (4, "Яна Динева")]);
        assert_eq!(names[1].mode, Some(Mode::Online));
        assert_eq!((names[2].phone.as_str(), names[2].email.as_str()), ("0888 123 456", "iana@example.com"));
        assert_eq!(names[2].wants_more, Some(true));
    }
}
