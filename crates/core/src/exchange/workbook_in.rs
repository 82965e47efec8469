//! The rows of a workbook, read cell by cell: a sheet that says it is a million rows wide costs nothing.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};

use super::Refusal;
use super::source::{FileError, LONGEST_FILE};
use super::table_in::TableRow;

/// Columns beyond this one are no table of people.
const COLUMNS: usize = 512;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The rows of the first sheet that has any.
///
/// # Errors
/// [`FileError::Workbook`] for what is damaged or locked, [`FileError::TooLong`] for more text than a file may have.
pub(super) fn read_workbook(bytes: &[u8]) -> Result<Vec<TableRow>, FileError> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| FileError::Workbook)?;
    for name in book.sheet_names() {
        let rows = read_sheet(&mut book, &name)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

fn read_sheet(book: &mut Book<'_>, name: &str) -> Result<Vec<TableRow>, FileError> {
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| FileError::Workbook)?;
    let mut length = 0_u64;
    while let Some(cell) = reader.next_cell().map_err(|_| FileError::Workbook)? {
        let ((row, column), text) = (cell.get_position(), text_of(cell.get_value()));
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if text.trim().is_empty() || column >= COLUMNS {
            continue;
        }
        length = length.saturating_add(text.len() as u64);
        if length > LONGEST_FILE {
            return Err(FileError::TooLong);
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = text;
        }
    }
    let to_row = |(place, (row, cells)): (usize, (u32, Vec<String>))| {
        let line = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        TableRow { line, place: place + 1, cells: Ok(cells.into_iter().map(checked).collect()) }
    };
    Ok(rows.into_iter().enumerate().map(to_row).collect())
}

fn checked(text: String) -> Result<String, Refusal> {
    if text.len() > crate::model::LONGEST_TEXT { Err(Refusal::FieldTooLong) } else { Ok(text) }
}

/// What a person sees in the cell; a number as it would be typed, a day as 2026-11-30.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => day_text(moment),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or(text).to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number of a sheet: whole ones, phones and identifiers among them, without a point or an exponent.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

fn day_text(moment: &ExcelDateTime) -> String {
    if moment.as_f64() < 1.0 {
        return String::new();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
