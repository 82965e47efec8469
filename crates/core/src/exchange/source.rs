//! What all readers share: the bytes of a file with their limits, what kind of file they are, progress and cancel, and
//! the reasons for which a file or one of its records is refused.

use std::io::{self, Read as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::company_report::is_report;
use super::encoding::{ReadOptions, starts_with_text, to_text};
use super::pictures::WithoutPictures;
use super::table_in::is_workbook;
use crate::model::InvalidValue;

/// The longest file that is read, in bytes.
pub const LONGEST_FILE: u64 = 200 * 1024 * 1024;

/// The longest line of an address book that is read, in bytes; pictures are left out and may be longer.
pub(super) const LONGEST_LINE: usize = 1024 * 1024;

/// The most records of a calendar that are read.
pub const MOST_RECORDS: usize = 200_000;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// Cards of people.
    VCard,
    /// A table of people.
    Csv,
    /// A workbook.
    Xlsx,
    /// A calendar.
    ICalendar,
    /// The company's monthly report.
    Report,
    /// Who was at a training.
    Attendance,
    /// An export of everything.
    Workspace,
}

/// Why a whole file was refused.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is no such file.
    #[error("there is no file at this place")]
    Missing,
    /// A folder stands at that place.
    #[error("this is a folder, not a file")]
    Folder,
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is longer than [`LONGEST_FILE`].
    #[error("the file is longer than 200 MB")]
    TooLong,
    /// It is no text: a picture, say.
    #[error("the file holds no text that could be read as contacts")]
    Binary,
    /// A workbook that is damaged, locked by a password, or of the time before 2007.
    #[error("the workbook cannot be read: it is damaged, locked by a password or in the old form .xls")]
    Workbook,
    /// No column of the table is the number, the name or the like that a company's report has.
    #[error("the columns of the report are not known")]
    NoReport,
    /// It is text, but neither cards nor a table with a heading that names people.
    #[error("the file holds no contacts: neither cards nor a table with a column of names")]
    NoContacts,
    /// It is a calendar in which there is nothing.
    #[error("the calendar holds no events, tasks or notes")]
    NoEntries,
    /// It holds more records than [`MOST_RECORDS`].
    #[error("the file holds more than 200,000 records")]
    TooMany,
    /// It holds something else that is read in another way.
    #[error("the file holds no contacts but another kind of data")]
    OtherKind(FileKind),
    /// The person stopped the reading.
    #[error("the reading was stopped")]
    Cancelled,
    /// The file system failed.
    #[error("the file could not be read: {0}")]
    Io(#[from] io::Error),
}

/// Why one record of a file was refused; its neighbours are not touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The card does not end before the next one begins or the file ends.
    #[error("the card has no end")]
    NoEnd,
    /// There is neither a name nor anything that could stand for one.
    #[error("it names nobody")]
    NoName,
    /// A line is longer than 1 MiB.
    #[error("a line is longer than 1 MiB")]
    LineTooLong,
    /// A field is longer than 64 KiB.
    #[error("a field is longer than 64 KiB")]
    FieldTooLong,
    /// Bytes that are letters in no encoding.
    #[error("its letters are damaged")]
    Letters,
    /// A row of a table that cannot be read.
    #[error("the row cannot be read")]
    Row,
    /// The report's row has no number of the company.
    #[error("it has no number of the company")]
    NoNumber,
    /// The number stood on an earlier row.
    #[error("the number stands on an earlier row, too")]
    NumberTwice,
    /// The number of the sponsor is neither in the report nor known.
    #[error("the sponsor's number is neither in the report nor known")]
    NoSponsor,
    /// The row of the sponsor is refused, or left out.
    #[error("the row of the sponsor does not come")]
    SponsorRefused,
    /// The sponsors of these rows lead back to themselves.
    #[error("the sponsor stands below this person")]
    Cycle,
    /// Somebody new without a day of registration.
    #[error("there is no day of registration")]
    NoDay,
    /// The day of registration is none.
    #[error("the day of registration cannot be read")]
    Day,
    /// Points that are no number.
    #[error("the points cannot be read")]
    Points,
    /// Free and busy times, which stand in no diary.
    #[error("it is neither an event nor a task or a note")]
    NoEntry,
    /// An event that does not say what it is about.
    #[error("it has no title and nothing that could stand for one")]
    NoTitle,
    /// An event that does not say when it begins.
    #[error("it does not say when it begins")]
    NoStart,
    /// A day or an hour that is none.
    #[error("its day or hour cannot be read")]
    Time,
    /// An end that is none, or before the beginning.
    #[error("it ends before it begins")]
    EndBeforeStart,
    /// A rule of repetition that is none, has no day, or counts by another calendar.
    #[error("how it repeats cannot be read or gives no day")]
    Repeat,
    /// A rule that has several instances a day.
    #[error("it repeats several times a day")]
    RepeatsWithinDay,
    /// A change of all instances from one on.
    #[error("it changes a series from a day on, which cannot be taken in")]
    FromDayOn,
    /// Another record of the file has the same identifier and is no older.
    #[error("another record of the file has the same identifier")]
    UidTwice,
    /// Several people of the list fit.
    #[error("several people of the list have this name")]
    SeveralFit,
    /// Whether or how somebody came, or whether they want to grow, cannot be read.
    #[error("it cannot be read whether and how they came")]
    Presence,
    /// A value that no person takes.
    #[error(transparent)]
    Invalid(InvalidValue),
}

impl From<InvalidValue> for Refusal {
    fn from(value: InvalidValue) -> Self {
        match value {
            InvalidValue::EmptyName => Self::NoName,
            InvalidValue::TextTooLong => Self::FieldTooLong,
            InvalidValue::EmptyTitle => Self::NoTitle,
            InvalidValue::EndBeforeStart => Self::EndBeforeStart,
            other => Self::Invalid(other),
        }
    }
}

/// Who wants to know how far a reading is, and may stop it.
pub trait Progress {
    /// So many of so many records are done.
    fn step(&self, done: usize, total: usize);

    /// Whether to stop.
    fn is_cancelled(&self) -> bool;
}

/// Nobody wants to know, and nobody stops it.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn step(&self, _done: usize, _total: usize) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Tells of progress now and then, and ends the work when it is to stop.
pub(super) fn advance(progress: &dyn Progress, done: usize, total: usize) -> Result<(), FileError> {
    if done.is_multiple_of(64) || done == total {
        if progress.is_cancelled() {
            return Err(FileError::Cancelled);
        }
        progress.step(done, total);
    }
    Ok(())
}

/// The bytes of a file.
///
/// # Errors
/// [`FileError::Missing`], [`FileError::Folder`], [`FileError::Empty`], [`FileError::TooLong`], [`FileError::Io`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileError> {
    read_file_telling(path, &NoProgress)
}

/// As much as is read at a time.
const BLOCK: usize = 1024 * 1024;

/// The bytes of a file, read block by block: tells how far it is and stops when told. Of an address book the pictures
/// are left out as they pass, so that what is held is only what is written in it.
///
/// # Errors
/// As [`read_file`], and [`FileError::Cancelled`].
pub fn read_file_telling(path: &Path, progress: &dyn Progress) -> Result<Vec<u8>, FileError> {
    let about = std::fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileError::Missing,
        _ => FileError::Io(error),
    })?;
    if about.is_dir() {
        return Err(FileError::Folder);
    }
    if about.len() > LONGEST_FILE {
        return Err(FileError::TooLong);
    }
    let total = usize::try_from(about.len()).unwrap_or(0);
    let mut file = std::fs::File::open(path)?;
    let mut held = Held::default();
    let mut block = Vec::with_capacity(BLOCK.min(total + 1));
    let mut read = 0_usize;
    loop {
        block.clear();
        if file.by_ref().take(BLOCK as u64).read_to_end(&mut block)? == 0 {
            break;
        }
        read += block.len();
        // A file that grows meanwhile is caught, too.
        if read as u64 > LONGEST_FILE {
            return Err(FileError::TooLong);
        }
        held.take(&block, total);
        if progress.is_cancelled() {
            return Err(FileError::Cancelled);
        }
        progress.step(read, total.max(read));
    }
    if read == 0 { Err(FileError::Empty) } else { Ok(held.finish()) }
}

/// What is held of a file that is being read.
#[derive(Debug, Default)]
struct Held {
    bytes: Vec<u8>,
    begun: bool,
    without_pictures: Option<WithoutPictures>,
}

impl Held {
    /// Takes the next block of a file of so many bytes.
    fn take(&mut self, block: &[u8], total: usize) {
        if !std::mem::replace(&mut self.begun, true) {
            self.without_pictures = WithoutPictures::of(block);
            if self.without_pictures.is_none() {
                self.bytes.reserve_exact(total);
            }
        }
        match &mut self.without_pictures {
            Some(reading) => reading.take(block, &mut self.bytes),
            None => self.bytes.extend_from_slice(block),
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if let Some(reading) = self.without_pictures.take() {
            reading.finish(&mut self.bytes);
        }
        self.bytes
    }
}

/// What old workbooks and those locked by a password begin with.
const OLD_WORKBOOK: &[u8] = b"\xD0\xCF\x11\xE0";

/// What kind of file these bytes are.
///
/// # Errors
/// [`FileError::Empty`], [`FileError::TooLong`], [`FileError::Binary`], [`FileError::Workbook`].
pub fn recognise(bytes: &[u8]) -> Result<FileKind, FileError> {
    if bytes.len() as u64 > LONGEST_FILE {
        return Err(FileError::TooLong);
    }
    if bytes.starts_with(OLD_WORKBOOK) {
        return Err(FileError::Workbook);
    }
    if is_workbook(bytes) {
        return Ok(if is_report(bytes, &ReadOptions::default()) { FileKind::Report } else { FileKind::Xlsx });
    }
    let text = to_text(bytes, &ReadOptions::default())?;
    if starts_with_text(&text.bytes, b"{") && memchr::memmem::find(&text.bytes, super::workspace_json::MARK).is_some() {
        return Ok(FileKind::Workspace);
    }
    let begins = |word: &[u8]| super::vcard_lines::lines(&text.bytes).any(|line| is_begin(line.bytes, word));
    if begins(b"VCARD") {
        return Ok(FileKind::VCard);
    }
    // An event alone, as a mail has it, is a calendar all the same.
    let parts: [&[u8]; 5] = [b"VCALENDAR", b"VEVENT", b"VTODO", b"VJOURNAL", b"VTIMEZONE"];
    if parts.into_iter().any(begins) {
        return Ok(FileKind::ICalendar);
    }
    Ok(if is_report(bytes, &ReadOptions::default()) { FileKind::Report } else { FileKind::Csv })
}

/// Whether a line begins a component of this name.
pub(super) fn is_begin(line: &[u8], component: &[u8]) -> bool {
    is_mark(line, b"BEGIN", component)
}

/// Whether a line is `mark:component`, in any case and with spaces around.
pub(super) fn is_mark(line: &[u8], mark: &[u8], component: &[u8]) -> bool {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii();
    let Some((head, rest)) = line.split_at_checked(mark.len()) else { return false };
    let Some(rest) = rest.trim_ascii_start().strip_prefix(b":") else { return false };
    head.eq_ignore_ascii_case(mark) && rest.trim_ascii().eq_ignore_ascii_case(component)
}
