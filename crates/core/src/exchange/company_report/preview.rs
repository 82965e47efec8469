//! What the company's report would do, row by row, before it does anything.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::amounts::DecimalSign;
use super::columns::{is_report_heading, report_columns};
use super::records::{ReportRecord, decimal_sign, read_records};
use crate::exchange::preview::Against;
use crate::exchange::report::{FileReport, Proposal, ProposedRecord, Reasons, RefusedRecord};
use crate::exchange::source::{FileError, FileKind, LONGEST_FILE, Progress, Refusal};
use crate::exchange::table_in::{Table, TableLook};
use crate::exchange::{ReadOptions, recognise};
use crate::model::{ColumnMapping, PersonId, Points, Reading, ReadingId, Registration, ReportColumn, remembered};
use crate::query::People;

/// The last day of the month before a day: the day that a report is about unless it is said.
#[must_use]
pub fn month_before(day: NaiveDate) -> NaiveDate {
    day.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(day)
}

/// How a report is read.
#[derive(Clone, Debug)]
pub struct ReportOptions {
    /// Encoding and delimiter, where a person chose them.
    pub read: ReadOptions,
    /// The day that the points are about.
    pub on: NaiveDate,
    /// What the columns are; none to know them by their headings.
    pub columns: Option<Vec<Option<ReportColumn>>>,
}

impl ReportOptions {
    /// Everything recognised, for a report about a day.
    #[must_use]
    pub fn new(on: NaiveDate) -> Self {
        Self { read: ReadOptions::default(), on, columns: None }
    }
}

/// What a row changes of somebody who is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportChanges {
    /// The rank that was and the one that is.
    pub rank: Option<(String, String)>,
    /// The sponsor that was and the one that is; the branch goes along.
    pub moved: Option<(PersonId, PersonId)>,
    /// A contact is registered by it.
    pub registered: bool,
    /// The number in the company was not known.
    pub numbered: bool,
    /// The city was not known.
    pub city: bool,
    /// Points of the month are new or others than those there.
    pub points: bool,
}

/// What a row brings to somebody who is there, to be put into them as they are when it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportUpdate {
    /// Who.
    pub person: PersonId,
    /// The registration as the report has it.
    pub registration: Registration,
    /// The city as the report has it; empty when it says none.
    pub city: String,
    /// Whether they go under the sponsor of the report.
    pub moves: bool,
    /// The day that the report is about.
    pub on: NaiveDate,
}

/// What a row of the report comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportVerdict {
    /// Somebody new, below this sponsor.
    Added {
        /// The sponsor: somebody there, or of another row.
        sponsor: PersonId,
    },
    /// Somebody who is there.
    Updated {
        /// Who; the user for a row of their own.
        person: PersonId,
        /// What changes.
        changes: ReportChanges,
    },
    /// Somebody who is there, and nothing new.
    Unchanged {
        /// Who.
        person: PersonId,
    },
    /// Nothing that can be taken in.
    Refused(Refusal),
}

/// A row of the report.
#[derive(Clone, Debug)]
pub struct ReportRow {
    /// Its number in the report, from 1.
    pub ordinal: usize,
    /// The line on which it stands, if known.
    pub line: Option<usize>,
    /// The number in the company.
    pub number: String,
    /// The name.
    pub name: String,
    /// The person's own points.
    pub own: Option<Points>,
    /// The points of the branch.
    pub group: Option<Points>,
    /// What it comes to.
    pub verdict: ReportVerdict,
    /// Somebody who may be the same person: the name alone is equal.
    pub proposed: Option<PersonId>,
    /// Whether the person wants it taken in.
    pub include: bool,
    /// The one whom a person said it to be.
    pub(super) joined: Option<PersonId>,
    /// The sponsor that was found for it.
    pub(super) below: Option<PersonId>,
    /// The ids of what it may make.
    pub(super) fresh: Fresh,
}

impl ReportRow {
    /// Whether there is anything to take in.
    #[must_use]
    pub const fn changes_something(&self) -> bool {
        matches!(self.verdict, ReportVerdict::Added { .. } | ReportVerdict::Updated { .. })
    }
}

/// The ids of what a row may make.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fresh {
    pub(super) person: PersonId,
    pub(super) own: ReadingId,
    pub(super) group: ReadingId,
}

/// Somebody of the structure with a number that the report does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaver {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The number in the company.
    pub number: String,
}

/// How many rows come to what; those that are left out are among the unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportCounts {
    /// New people.
    pub added: usize,
    /// People of whom something changes.
    pub updated: usize,
    /// Nothing to do, or left out.
    pub unchanged: usize,
    /// Nothing that can be taken in.
    pub refused: usize,
    /// Of those updated: how many go under another sponsor.
    pub moved: usize,
}

/// What the report would do.
#[derive(Clone, Debug)]
pub struct ReportPreview {
    /// The file's name.
    pub file: String,
    /// The encoding that was recognised or said, for a file of text.
    pub encoding: Option<String>,
    /// The byte between cells that was recognised or said, for a file of text.
    pub delimiter: Option<u8>,
    /// The rows, in order.
    pub rows: Vec<ReportRow>,
    /// Who has left: registered with a number that the report does not have, by name. Nobody is deleted.
    pub left: Vec<Leaver>,
    /// The last day of registration in the report.
    pub newest: Option<NaiveDate>,
    pub(super) on: NaiveDate,
    pub(super) mapping: Option<ColumnMapping<ReportColumn>>,
    pub(super) records: Arc<[ReportRecord]>,
    /// How the file parts decimals.
    pub(super) sign: DecimalSign,
    pub(super) readings: Arc<[Reading]>,
    pub(super) people: People,
    /// The day on which new people come to the list.
    pub(super) today: NaiveDate,
}

/// Looks at a report, so that a person can say what its columns are.
///
/// # Errors
/// What is wrong with the whole file.
pub fn look_at_report(bytes: &[u8], options: &ReadOptions) -> Result<TableLook, FileError> {
    Ok(TableLook::of(&Table::read(bytes, options, &is_report_heading)?))
}

/// Reads the company's report and holds it against the structure and the readings there.
///
/// # Errors
/// Why the whole file is refused; what is wrong with single rows stands in them.
pub fn preview_report(
    file: &str,
    bytes: &[u8],
    options: &ReportOptions,
    against: &Against<'_>,
    readings: Vec<Reading>,
    progress: &dyn Progress,
) -> Result<ReportPreview, FileError> {
    if bytes.len() as u64 > LONGEST_FILE {
        return Err(FileError::TooLong);
    }
    let kind = recognise(bytes)?;
    if !matches!(kind, FileKind::Report | FileKind::Csv | FileKind::Xlsx) {
        return Err(FileError::OtherKind(kind));
    }
    let known = against.people.settings().map(|settings| settings.columns.report.as_slice()).unwrap_or_default();
    let is_heading = |cells: &[String]| is_report_heading(cells) || remembered(known, cells).is_some();
    let table = Table::read(bytes, &options.read, &is_heading)?;
    let said = options.columns.as_deref();
    let columns = report_columns(&table.heading, said, known).ok_or(FileError::NoReport)?;
    let sign = decimal_sign(&table, &columns);
    let records = read_records(&table, &columns, sign, progress)?;
    if records.is_empty() {
        return Err(FileError::NoReport);
    }
    let rows = records.iter().enumerate().map(|(place, record)| to_row(place + 1, record, against));
    let mut preview = ReportPreview {
        file: file.to_owned(),
        rows: rows.collect(),
        left: Vec::new(),
        newest: newest(&records),
        on: options.on,
        mapping: said.map(|said| ColumnMapping::new(&table.heading, said.to_vec())),
        encoding: table.encoding,
        delimiter: table.delimiter,
        records: records.into(),
        sign,
        readings: readings.into(),
        people: against.people.clone(),
        today: against.now.date(),
    };
    preview.judge();
    Ok(preview)
}

/// The last day of registration.
pub(super) fn newest(records: &[ReportRecord]) -> Option<NaiveDate> {
    records.iter().filter_map(|record| record.registered).max()
}

fn to_row(ordinal: usize, record: &ReportRecord, against: &Against<'_>) -> ReportRow {
    let at = against.now.local;
    ReportRow {
        ordinal,
        line: Some(record.line).filter(|line| *line > 0),
        number: record.number.clone(),
        name: record.name.clone(),
        own: record.own,
        group: record.group,
        verdict: ReportVerdict::Refused(record.refusal.unwrap_or(Refusal::Row)),
        proposed: None,
        include: true,
        joined: None,
        below: None,
        fresh: Fresh {
            person: PersonId::new(against.ids, at),
            own: ReadingId::new(against.ids, at),
            group: ReadingId::new(against.ids, at),
        },
    }
}

impl ReportPreview {
    /// The day that the points are about.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// How many rows come to what.
    #[must_use]
    pub fn counts(&self) -> ReportCounts {
        let mut counts = ReportCounts::default();
        for row in &self.rows {
            match &row.verdict {
                ReportVerdict::Refused(_) => counts.refused += 1,
                ReportVerdict::Added { .. } if row.include => counts.added += 1,
                ReportVerdict::Updated { changes, .. } if row.include => {
                    counts.updated += 1;
                    counts.moved += usize::from(changes.moved.is_some());
                }
                _ => counts.unchanged += 1,
            }
        }
        counts
    }

    /// The name of somebody there or of somebody whom the report adds.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> String {
        let new = || self.rows.iter().find(|row| row.fresh.person == id).map(|row| row.name.clone());
        self.people.get(id).map(|person| person.name.full()).or_else(new).unwrap_or_default()
    }

    /// The report of the file, as scripts read it. Rows that are left out count as unchanged.
    #[must_use]
    pub fn report(&self, reasons: &dyn Reasons) -> FileReport {
        let counts = self.counts();
        let mut report = FileReport::new(&self.file, Some(FileKind::Report), self.encoding.as_deref());
        (report.read, report.added, report.updated) = (self.rows.len(), counts.added, counts.updated);
        report.unchanged = counts.unchanged;
        for row in &self.rows {
            if let ReportVerdict::Refused(refusal) = &row.verdict {
                let reason = reasons.refusal(*refusal);
                report.refused.push(RefusedRecord { record: row.ordinal, line: row.line, reason });
            }
            if let Some(proposed) = row.proposed.filter(|_| row.include) {
                let (person, reason) = (self.name_of(proposed), reasons.proposal(Proposal::SameName));
                report.proposed.push(ProposedRecord { record: row.ordinal, person, reason });
            }
        }
        report
    }
}
