//! The rows of a table, from a file of text or from a workbook.

use std::ops::Range;

use super::Refusal;
use super::columns::delimiter;
use super::encoding::{FileText, ReadOptions, to_text};
use super::source::{FileError, FileKind, LONGEST_LINE};
use super::vcard_lines::lines;
use super::workbook_in::read_workbook;

/// Among how many rows the heading is looked for: reports begin with a title.
const ABOVE_HEADING: usize = 10;

/// The most cells of a row.
const MOST_CELLS: usize = 4096;

/// A cell as it stands there, or why it cannot be read.
pub(super) type TableCell = Result<String, Refusal>;

/// A row of a table that has anything in it.
#[derive(Clone, Debug)]
pub(super) struct TableRow {
    /// The line on which it begins, from 1; zero when unknown.
    pub(super) line: usize,
    /// How far the reading is, of [`Table::total`].
    pub(super) place: usize,
    /// Its cells, or why there are none.
    pub(super) cells: Result<Vec<TableCell>, Refusal>,
}

impl TableRow {
    /// The text of a cell; nothing where there is no cell.
    pub(super) fn text(&self, column: usize) -> TableCell {
        let cells = self.cells.as_ref().map_err(|refusal| *refusal)?;
        cells.get(column).cloned().unwrap_or_else(|| Ok(String::new()))
    }
}

/// A table with the heading found.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// [`FileKind::Csv`] or [`FileKind::Xlsx`].
    pub(super) kind: FileKind,
    /// The encoding, for a file of text.
    pub(super) encoding: Option<String>,
    /// The byte between cells, for a file of text.
    pub(super) delimiter: Option<u8>,
    /// The cells of the heading.
    pub(super) heading: Vec<String>,
    /// How many rows stand above what the heading heads, the heading too.
    above: usize,
    source: Source<'a>,
}

#[derive(Debug)]
enum Source<'a> {
    Text(FileText<'a>, u8),
    Sheet(Vec<TableRow>),
}

/// Whether bytes are a workbook, whatever is in it.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

impl<'a> Table<'a> {
    /// Reads the table so far that its heading is known; `is_heading` knows one when it sees it.
    ///
    /// # Errors
    /// [`FileError::Empty`], [`FileError::Binary`], [`FileError::Workbook`], [`FileError::NoContacts`].
    pub(super) fn read(
        bytes: &'a [u8],
        options: &ReadOptions,
        is_heading: &dyn Fn(&[String]) -> bool,
    ) -> Result<Self, FileError> {
        if is_workbook(bytes) {
            let rows = read_workbook(bytes)?;
            if rows.is_empty() {
                return Err(FileError::Empty);
            }
            return Self::with_heading(FileKind::Xlsx, None, None, Source::Sheet(rows), is_heading);
        }
        let text = to_text(bytes, options)?;
        let between = options.delimiter.unwrap_or_else(|| guess_delimiter(&text.bytes));
        let encoding = Some(text.encoding.name().to_owned());
        Self::with_heading(FileKind::Csv, encoding, Some(between), Source::Text(text, between), is_heading)
    }

    fn with_heading(
        kind: FileKind,
        encoding: Option<String>,
        delimiter: Option<u8>,
        source: Source<'a>,
        is_heading: &dyn Fn(&[String]) -> bool,
    ) -> Result<Self, FileError> {
        let mut table = Self { kind, encoding, delimiter, heading: Vec::new(), above: 0, source };
        let start: Vec<Vec<String>> = table.all_rows().take(ABOVE_HEADING).map(|row| plain(&row)).collect();
        let at = start.iter().position(|row| is_heading(row)).unwrap_or(0);
        table.heading = start.into_iter().nth(at).ok_or(FileError::NoContacts)?;
        table.above = at + 1;
        Ok(table)
    }

    /// The rows below the heading.
    pub(super) fn rows(&self) -> impl Iterator<Item = TableRow> + '_ {
        self.all_rows().skip(self.above)
    }

    /// The first rows below the heading, as plain text.
    pub(super) fn first_rows(&self, count: usize) -> Vec<Vec<String>> {
        self.rows().take(count).map(|row| plain(&row)).collect()
    }

    /// What [`TableRow::place`] ends with.
    pub(super) fn total(&self) -> usize {
        match &self.source {
            Source::Text(text, _) => text.bytes.len(),
            Source::Sheet(rows) => rows.len(),
        }
    }

    fn all_rows(&self) -> Box<dyn Iterator<Item = TableRow> + '_> {
        match &self.source {
            Source::Text(text, between) => Box::new(text_rows(text, *between)),
            Source::Sheet(rows) => Box::new(rows.iter().cloned()),
        }
    }
}

/// What of a row can be read.
fn plain(row: &TableRow) -> Vec<String> {
    let cells = row.cells.as_ref().map_or(&[][..], Vec::as_slice);
    cells.iter().map(|cell| cell.as_deref().unwrap_or("").trim().to_owned()).collect()
}

/// The byte between cells: by the first line that has any.
fn guess_delimiter(bytes: &[u8]) -> u8 {
    let filled = lines(bytes).filter(|line| !line.bytes.trim_ascii().is_empty()).take(ABOVE_HEADING);
    let has_any = |line: &[u8]| line.iter().any(|byte| matches!(byte, b',' | b';' | b'\t'));
    filled.map(|line| line.bytes).find(|line| has_any(line)).map_or(b',', delimiter)
}

fn text_rows<'a>(text: &'a FileText<'_>, between: u8) -> impl Iterator<Item = TableRow> + 'a {
    let rows = csv::ReaderBuilder::new()
        .delimiter(between)
        .flexible(true)
        .has_headers(false)
        .from_reader(&*text.bytes)
        .into_byte_records();
    let mut counting = LineCount { bytes: &text.bytes, at: 0, line: 1 };
    rows.filter_map(move |row| match row {
        Err(_) => Some(TableRow { line: 0, place: 0, cells: Err(Refusal::Row) }),
        Ok(row) if row.iter().all(|cell| cell.trim_ascii().is_empty()) => None,
        Ok(row) => {
            let place = row.position().map_or(0, |place| usize::try_from(place.byte()).unwrap_or(usize::MAX));
            Some(TableRow { line: counting.line_of(place), place, cells: cells_of(&row, text) })
        }
    })
}

/// Counts the lines of a file as an editor does. The reader of tables counts only `\n`, and that of the line before
/// as part of a row.
struct LineCount<'a> {
    bytes: &'a [u8],
    /// Up to where it has counted.
    at: usize,
    /// The line on which that is, from 1.
    line: usize,
}

impl LineCount<'_> {
    /// The line of the row that begins here, or behind the ends of lines that stand here. Rows come in order.
    fn line_of(&mut self, place: usize) -> usize {
        let ends = self.bytes.get(place..).unwrap_or_default().iter();
        let start = place + ends.take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.bytes.get(self.at..start).unwrap_or_default();
        let returns = memchr::memchr_iter(b'\r', passed).filter(|at| passed.get(at + 1) != Some(&b'\n')).count();
        self.line += memchr::memchr_iter(b'\n', passed).count() + returns;
        self.at = self.at.max(start);
        self.line
    }
}

fn cells_of(row: &csv::ByteRecord, text: &FileText<'_>) -> Result<Vec<TableCell>, Refusal> {
    // Thousands of cells are no row of a table, and each would be compared with all others.
    if row.as_slice().len() + row.len() > LONGEST_LINE || row.len() > MOST_CELLS {
        return Err(Refusal::LineTooLong);
    }
    let cell = |cell: &[u8]| {
        if cell.len() > crate::model::LONGEST_TEXT {
            return Err(Refusal::FieldTooLong);
        }
        text.decode(cell, None)
    };
    Ok(row.iter().map(cell).collect())
}

/// What a person sees of a table before they say what its columns are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableLook {
    /// [`FileKind::Csv`] or [`FileKind::Xlsx`].
    pub kind: FileKind,
    /// The encoding that was recognised or said, for a file of text.
    pub encoding: Option<String>,
    /// The byte between cells that was recognised or said, for a file of text.
    pub delimiter: Option<u8>,
    /// The heading.
    pub heading: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
}

impl TableLook {
    /// As many rows as one looks at.
    const ROWS: usize = 4;

    pub(super) fn of(table: &Table<'_>) -> Self {
        Self {
            kind: table.kind,
            encoding: table.encoding.clone(),
            delimiter: table.delimiter,
            heading: table.heading.clone(),
            rows: table.first_rows(Self::ROWS),
        }
    }

    /// The columns, by their places; a row may have more cells than the heading.
    #[must_use]
    pub fn columns(&self) -> Range<usize> {
        let widest = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        0..self.heading.len().max(widest)
    }

    /// What stands in the first rows of a column, without what is empty.
    #[must_use]
    pub fn examples(&self, column: usize) -> Vec<&str> {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        cells.map(String::as_str).filter(|text| !text.is_empty()).collect()
    }
}
