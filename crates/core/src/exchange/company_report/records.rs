//! The rows of a report as its reader sees them, before they are held against anybody.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::amounts::{DecimalSign, points};
use crate::exchange::Refusal;
use crate::exchange::csv_out::disarmed;
use crate::exchange::source::{FileError, FileKind, Progress, advance};
use crate::exchange::table_in::{Table, TableRow};
use crate::exchange::vcard_values::parse_birthday;
use crate::model::{LONGEST_TEXT, Points, ReportColumn, Role};

/// What the cells of a row say, by what their columns are. An empty cell has no text.
pub(super) type ReportTexts = BTreeMap<ReportColumn, String>;

/// A row of the report.
#[derive(Clone, Debug, Default)]
pub(super) struct ReportRecord {
    /// The line on which it stands; zero when unknown.
    pub(super) line: usize,
    /// What it says, also where that cannot be read.
    pub(super) texts: ReportTexts,
    /// What of it a person typed.
    pub(super) typed: BTreeSet<ReportColumn>,
    /// The number, as it stands there.
    pub(super) number: String,
    pub(super) name: String,
    /// The sponsor's number; empty for the user.
    pub(super) sponsor: String,
    pub(super) registered: Option<NaiveDate>,
    pub(super) own: Option<Points>,
    pub(super) group: Option<Points>,
    pub(super) rank: String,
    pub(super) city: String,
    pub(super) role: Option<Role>,
    /// Why the row cannot be read.
    pub(super) refusal: Option<Refusal>,
}

/// Every row below the heading.
pub(super) fn read_records(
    table: &Table<'_>,
    columns: &[Option<ReportColumn>],
    sign: DecimalSign,
    progress: &dyn Progress,
) -> Result<Vec<ReportRecord>, FileError> {
    let total = table.total();
    let mut records = Vec::new();
    for row in table.rows() {
        let (texts, problem) = texts_of(&row, columns);
        let read = ReportRecord::read(row.line, texts, |_| sign);
        let record = ReportRecord { refusal: problem.or(read.refusal), ..read };
        records.push(record);
        advance(progress, row.place / 64 * 64, total)?;
    }
    advance(progress, total, total)?;
    Ok(records)
}

/// The sign of decimals in the columns of points. In a workbook a number has a point.
pub(super) fn decimal_sign(table: &Table<'_>, columns: &[Option<ReportColumn>]) -> DecimalSign {
    let of_points =
        |column: &Option<ReportColumn>| matches!(column, Some(ReportColumn::OwnPoints | ReportColumn::GroupPoints));
    let places: Vec<usize> =
        columns.iter().enumerate().filter(|(_, column)| of_points(column)).map(|(place, _)| place).collect();
    let cells: Vec<String> = table
        .rows()
        .flat_map(|row| places.iter().filter_map(move |place| row.text(*place).ok()).collect::<Vec<_>>())
        .collect();
    match DecimalSign::of(cells.iter().map(String::as_str)) {
        DecimalSign::Unknown if table.kind == FileKind::Xlsx => DecimalSign::Dot,
        sign => sign,
    }
}

/// What the cells say, and why they cannot be read.
fn texts_of(row: &TableRow, columns: &[Option<ReportColumn>]) -> (ReportTexts, Option<Refusal>) {
    let mut texts = ReportTexts::new();
    for (place, column) in columns.iter().enumerate() {
        let Some(column) = column else { continue };
        let text = match row.text(place) {
            Ok(text) => text,
            Err(refusal) => return (texts, Some(refusal)),
        };
        let text = disarmed(text.trim()).trim();
        if text.len() > LONGEST_TEXT {
            return (texts, Some(Refusal::FieldTooLong));
        }
        match texts.get_mut(column) {
            // A name may take several columns.
            Some(before) if *column == ReportColumn::Name && !text.is_empty() => *before = format!("{before} {text}"),
            _ if text.is_empty() => {}
            _ => drop(texts.insert(*column, text.to_owned())),
        }
    }
    (texts, None)
}

impl ReportRecord {
    /// A row that says this; `sign` tells how points in a column part their decimals.
    pub(super) fn read(line: usize, texts: ReportTexts, sign: impl Fn(ReportColumn) -> DecimalSign) -> Self {
        let mut record = Self { line, ..Self::default() };
        let mut problem = Ok(());
        for (column, text) in &texts {
            // Number and name are read even where something behind them is wrong: a person wants to know whose row it is.
            problem = problem.and(take(&mut record, *column, text, sign(*column)));
        }
        let numbered = if number_key(&record.number).is_empty() { Err(Refusal::NoNumber) } else { Ok(()) };
        Self { refusal: problem.and(numbered).err(), texts, ..record }
    }
}

fn take(record: &mut ReportRecord, column: ReportColumn, text: &str, sign: DecimalSign) -> Result<(), Refusal> {
    match column {
        ReportColumn::Number => text.clone_into(&mut record.number),
        ReportColumn::Name => text.clone_into(&mut record.name),
        ReportColumn::Sponsor => text.clone_into(&mut record.sponsor),
        ReportColumn::RegisteredOn => record.registered = Some(day(text).ok_or(Refusal::Day)?),
        ReportColumn::OwnPoints => record.own = points(text, sign)?,
        ReportColumn::GroupPoints => record.group = points(text, sign)?,
        ReportColumn::Rank => text.clone_into(&mut record.rank),
        ReportColumn::City => text.clone_into(&mut record.city),
        ReportColumn::Role => record.role = role(text),
    }
    Ok(())
}

fn day(text: &str) -> Option<NaiveDate> {
    let day = parse_birthday(text)?;
    NaiveDate::from_ymd_opt(day.year()?, day.month().into(), day.day().into())
}

fn role(text: &str) -> Option<Role> {
    let text = text.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if begins(&["клиент", "customer", "client", "потребител", "retail"]) {
        Some(Role::Customer)
    } else {
        begins(&["партньор", "partner", "дистрибутор", "distributor", "консултант", "consultant"])
            .then_some(Role::Partner)
    }
}

/// A number as it is compared: spreadsheets put spaces into it and take zeros off its front. Empty for none.
pub(super) fn number_key(number: &str) -> String {
    let tidy = number.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_uppercase();
    let bare = tidy.trim_start_matches('0');
    if bare.is_empty() && !tidy.is_empty() { "0".to_owned() } else { bare.to_owned() }
}
