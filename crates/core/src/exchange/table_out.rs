//! Tables that go out: rows of typed cells, written as CSV, as a workbook or as JSON.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use serde_json::{Map, Number, Value};

use super::csv_out::{BYTE_ORDER_MARK, harmless, harmless_phone};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutCell {
    /// A text; also whatever only looks like a number, such as an identifier.
    Text(String),
    /// A phone, whose + is no formula.
    Phone(String),
    /// A number that is counted with.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
    /// Nothing, or unknown.
    Nothing,
}

impl OutCell {
    /// A text; nothing where it is empty.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }

    /// A number that may be unknown.
    #[must_use]
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    fn in_csv(&self) -> String {
        match self {
            Self::Text(text) => harmless(text),
            Self::Phone(phone) => harmless_phone(phone),
            Self::Number(number) => number.normalize().to_string(),
            Self::Day(day) => day.to_string(),
            Self::Nothing => String::new(),
        }
    }

    fn in_json(&self) -> Value {
        match self {
            Self::Text(text) | Self::Phone(text) => Value::String(text.clone()),
            Self::Number(number) => number.normalize().to_string().parse::<Number>().map_or(Value::Null, Value::Number),
            Self::Day(day) => Value::String(day.to_string()),
            Self::Nothing => Value::Null,
        }
    }
}

/// A table that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutTable {
    /// The columns as scripts call them.
    pub keys: &'static [&'static str],
    /// The cells, a row as long as there are keys.
    pub rows: Vec<Vec<OutCell>>,
}

impl OutTable {
    /// The table with this heading as CSV, with a byte-order mark.
    #[must_use]
    pub fn as_csv(&self, heading: &[String]) -> Vec<u8> {
        let start = BYTE_ORDER_MARK.as_bytes().to_vec();
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(start);
        let rows = self.rows.iter().map(|row| row.iter().map(OutCell::in_csv).collect::<Vec<_>>());
        for row in std::iter::once(heading.to_vec()).chain(rows) {
            // Writing into memory fails only where there is none left.
            let _ = out.write_record(&row);
        }
        out.into_inner().unwrap_or_default()
    }

    /// The table as JSON: a list of objects, unknown is null.
    #[must_use]
    pub fn as_json(&self) -> Vec<u8> {
        let object = |row: &Vec<OutCell>| {
            let fields = self.keys.iter().zip(row).map(|(key, cell)| ((*key).to_owned(), cell.in_json()));
            Value::Object(fields.collect::<Map<_, _>>())
        };
        let all: Vec<Value> = self.rows.iter().map(object).collect();
        serde_json::to_vec_pretty(&all).unwrap_or_default()
    }

    /// The table with this heading as a workbook: texts stay texts, numbers are numbers, days are days.
    ///
    /// # Errors
    /// [`WorkbookError`] for more rows or a longer text than a sheet takes.
    pub fn as_xlsx(&self, heading: &[String]) -> Result<Vec<u8>, WorkbookError> {
        workbook(heading, &self.rows)
    }
}

/// Why a workbook was not made: a sheet has its limits, and nothing is cut off to fit into them.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// A text is longer than 32,767 letters.
    #[error("a text is longer than a cell of a workbook takes")]
    CellTooLong,
    /// There are more rows or columns than a sheet has, or it could not be put together.
    #[error("the workbook could not be made: {0}")]
    Sheet(XlsxError),
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::MaxStringLengthExceeded => Self::CellTooLong,
            other => Self::Sheet(other),
        }
    }
}

/// A sheet with a heading that stays in sight and can be filtered by.
pub(super) fn workbook(heading: &[String], rows: &[Vec<OutCell>]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("dd.mm.yyyy"));
    for (column, words) in (0_u16..).zip(heading) {
        sheet.write_string_with_format(0, column, words, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                OutCell::Text(text) | OutCell::Phone(text) => {
                    sheet.write_string(row, column, text)?;
                }
                OutCell::Number(number) => {
                    sheet.write_number(row, column, number.to_f64().unwrap_or(0.0))?;
                }
                OutCell::Day(on) => {
                    sheet.write_datetime_with_format(row, column, excel_day(*on)?, &day)?;
                }
                OutCell::Nothing => {}
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    Ok(book.save_to_buffer()?)
}

fn excel_day(on: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike as _;
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(on.year()).unwrap_or(1900), part(on.month()), part(on.day()))
}
