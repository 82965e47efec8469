//! What taking in a calendar would do, record by record, before it does anything; and the one command that does it.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use chrono::NaiveDate;

use super::components::components;
use super::fields::CalendarField;
use super::guests::Guests;
use super::merging::{Merged, as_new, merge_entry, merge_instance};
use super::record::{FileEntry, Reader, Record, Refused, Remark};
use super::repeats::day_in;
use super::zones::Zones;
use crate::command::Command;
use crate::exchange::encoding::{ReadOptions, to_text};
use crate::exchange::report::{FileReport, Reasons, RefusedRecord};
use crate::exchange::source::{FileError, FileKind, MOST_RECORDS, Progress, Refusal, advance, recognise};
use crate::model::{Entry, EntryId, EntryKind, Language, PersonId, When};
use crate::moment::Now;
use crate::query::View;

/// What a record of a calendar comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarVerdict {
    /// Something new.
    Added,
    /// Something that is there and that the file has changed.
    Updated {
        /// What changes.
        news: Vec<CalendarField>,
        /// What differs and stays, because it was changed here.
        kept: Vec<CalendarField>,
    },
    /// Something that is there as it is in the file.
    Unchanged {
        /// What differs and stays, because it was changed here.
        kept: Vec<CalendarField>,
        /// Whether the file has an older one.
        older: bool,
    },
    /// Nothing that could be taken in.
    Refused(Refusal),
}

/// A record of the calendar.
#[derive(Clone, Debug)]
pub struct CalendarRow {
    /// Its number in the file, from 1.
    pub ordinal: usize,
    /// The line on which it begins or is broken.
    pub line: usize,
    /// The title; of a record that was refused as far as it was read.
    pub title: String,
    /// What it is.
    pub kind: EntryKind,
    /// When it is; of a series its first instance, by the clock at home.
    pub when: When,
    /// The rule of a series; empty for anything else.
    pub repeat: String,
    /// Who takes part, of those who are there.
    pub people: Vec<PersonId>,
    /// What they are called.
    pub names: Vec<String>,
    /// Whether it is one instance of a series.
    pub of_series: bool,
    /// What it comes to.
    pub verdict: CalendarVerdict,
    /// What else is to be said of it.
    pub remarks: Vec<Remark>,
    /// Whether the person wants it taken in.
    pub include: bool,
    item: Option<CalendarItem>,
}

impl CalendarRow {
    /// Whether there is anything to take in.
    #[must_use]
    pub const fn changes_something(&self) -> bool {
        matches!(self.verdict, CalendarVerdict::Added | CalendarVerdict::Updated { .. })
    }

    fn refused(ordinal: usize, line: usize, refusal: Refusal) -> Self {
        Self {
            ordinal,
            line,
            title: String::new(),
            kind: EntryKind::Event,
            when: When::Undated,
            repeat: String::new(),
            people: Vec::new(),
            names: Vec::new(),
            of_series: false,
            verdict: CalendarVerdict::Refused(refusal),
            remarks: Vec::new(),
            include: false,
            item: None,
        }
    }
}

/// Something that is taken in, as the file has it: it is held against what is there again when that is done.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarItem {
    pub(super) file: FileEntry,
    /// For one instance of a series that is there: the series and the original day.
    pub(super) instance: Option<(EntryId, NaiveDate)>,
}

/// How many records come to what; those that are left out are among the unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarCounts {
    /// New entries.
    pub added: usize,
    /// Entries that change.
    pub updated: usize,
    /// Nothing to do, or left out.
    pub unchanged: usize,
    /// Nothing that could be taken in.
    pub refused: usize,
}

/// What taking in a calendar would do.
#[derive(Clone, Debug)]
pub struct CalendarPreview {
    /// The file's name.
    pub file: String,
    /// The encoding that was recognised or said.
    pub encoding: String,
    /// The records, in order.
    pub rows: Vec<CalendarRow>,
}

/// Reads a calendar and holds it against the entries there.
///
/// # Errors
/// Why the whole file is refused; what is wrong with single records stands in their rows.
pub fn preview_calendar(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    (view, now): (&View, Now),
    progress: &dyn Progress,
) -> Result<CalendarPreview, FileError> {
    let kind = recognise(bytes)?;
    if kind != FileKind::ICalendar {
        return Err(FileError::OtherKind(kind));
    }
    let text = to_text(bytes, options)?;
    let raw = components(&text.bytes);
    match raw.records.len() {
        0 => return Err(FileError::NoEntries),
        count if count > MOST_RECORDS => return Err(FileError::TooMany),
        _ => {}
    }
    let zones = Zones::read(&raw.zones, &text, now.zone);
    let language = view.people().settings().map_or(Language::Bulgarian, |settings| settings.language);
    let reader = Reader { file: &text, zones, guests: Guests::new(view.people()), now, language };
    let mut read = Vec::with_capacity(raw.records.len());
    for (index, record) in raw.records.iter().enumerate() {
        read.push((record.component.line, reader.read(record)));
        advance(progress, index + 1, raw.records.len())?;
    }
    let mut judging = Judging { view, now, there: HashMap::new(), added: HashSet::new(), seen: HashMap::new() };
    let rows = judging.rows(read, progress)?;
    Ok(CalendarPreview { file: file.to_owned(), encoding: text.encoding.name().to_owned(), rows })
}

/// Holds records against what is there and what the file has brought so far.
struct Judging<'a> {
    view: &'a View,
    now: Now,
    there: HashMap<EntryId, Option<Entry>>,
    /// What the file has brought that was not there.
    added: HashSet<EntryId>,
    /// What the file has named already, with how it had it.
    seen: HashMap<(EntryId, Option<NaiveDate>), (FileEntry, u64)>,
}

impl Judging<'_> {
    /// Series first: an instance may stand before its series in the file.
    fn rows(
        &mut self,
        read: Vec<(usize, Result<Record, Refused>)>,
        progress: &dyn Progress,
    ) -> Result<Vec<CalendarRow>, FileError> {
        let mut rows: Vec<Option<CalendarRow>> = Vec::new();
        rows.resize_with(read.len(), || None);
        let (mut first, mut then) = (Vec::new(), Vec::new());
        for (at, (line, record)) in read.into_iter().enumerate() {
            match record {
                Ok(record) if record.instance_of.is_some() => then.push((at, line, record)),
                Ok(record) => first.push((at, line, record)),
                Err(refused) => {
                    let row = CalendarRow::refused(at + 1, refused.line, refused.why);
                    put(&mut rows, at, CalendarRow { title: refused.title, ..row });
                }
            }
        }
        for (at, line, record) in first.into_iter().chain(then) {
            if progress.is_cancelled() {
                return Err(FileError::Cancelled);
            }
            let row = self.row(at + 1, line, record)?;
            put(&mut rows, at, row);
        }
        Ok(rows.into_iter().flatten().collect())
    }

    fn entry(&mut self, id: EntryId) -> Result<Option<Entry>, FileError> {
        if let Some(known) = self.there.get(&id) {
            return Ok(known.clone());
        }
        let found = self.view.entry(id).map_err(|error| FileError::Io(std::io::Error::other(error)))?;
        self.there.insert(id, found.clone());
        Ok(found)
    }

    fn row(&mut self, ordinal: usize, line: usize, record: Record) -> Result<CalendarRow, FileError> {
        let series = match record.instance_of {
            Some(moment) => {
                let series = self.entry(record.id)?.filter(|series| series.repeat.is_some());
                series.map(|series| (record.id, day_in(&series, moment)))
            }
            None => None,
        };
        let item = CalendarItem { file: record.file, instance: series };
        let key = series.map_or((item.file.entry.id, None), |(id, day)| (id, Some(day)));
        let print = print_of(&item.file);
        let verdict = match self.seen.get(&key) {
            Some((_, same)) if *same == print => CalendarVerdict::Unchanged { kept: Vec::new(), older: false },
            Some((known, _)) if !known.version.is_older_than(&item.file.version) => {
                if item.file.version.is_older_than(&known.version) {
                    CalendarVerdict::Unchanged { kept: Vec::new(), older: true }
                } else {
                    let title = item.file.entry.title;
                    return Ok(CalendarRow { title, ..CalendarRow::refused(ordinal, line, Refusal::UidTwice) });
                }
            }
            _ => self.judge(&item)?,
        };
        self.seen.entry(key).or_insert_with(|| (item.file.clone(), print));
        let mut row = row_of(ordinal, line, item, verdict, record.remarks, self.now);
        let known = row.people.iter().filter_map(|id| self.view.people().get(*id));
        row.names = known.map(|person| person.name.full()).collect();
        Ok(row)
    }

    fn judge(&mut self, item: &CalendarItem) -> Result<CalendarVerdict, FileError> {
        let id = item.instance.map_or(item.file.entry.id, |(series, _)| series);
        let there = self.entry(id)?;
        let (entry, merged) = take_in(there, item, self.now);
        self.there.insert(id, Some(entry));
        Ok(match merged {
            None => {
                self.added.insert(id);
                CalendarVerdict::Added
            }
            // An instance comes with its series: nothing that was here before is changed by it.
            Some(_) if item.instance.is_some() && self.added.contains(&id) => CalendarVerdict::Added,
            Some(Merged { older: true, .. }) => CalendarVerdict::Unchanged { kept: Vec::new(), older: true },
            Some(merged) if merged.changes_something() => {
                CalendarVerdict::Updated { news: merged.news, kept: merged.kept }
            }
            Some(merged) => CalendarVerdict::Unchanged { kept: merged.kept, older: false },
        })
    }
}

fn put(rows: &mut [Option<CalendarRow>], at: usize, row: CalendarRow) {
    if let Some(place) = rows.get_mut(at) {
        *place = Some(row);
    }
}

/// What a record is, whatever its place in the file.
fn print_of(file: &FileEntry) -> u64 {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(&file.entry).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

/// Takes in something over what is there; none of a change means that it is new.
pub(super) fn take_in(there: Option<Entry>, item: &CalendarItem, now: Now) -> (Entry, Option<Merged>) {
    match (there, item.instance) {
        (Some(mut series), Some((_, day))) if series.repeat.is_some() => {
            let merged = merge_instance(&mut series, day, &item.file);
            (series, Some(merged))
        }
        (Some(mut there), None) => {
            let merged = merge_entry(&mut there, &item.file, now.date());
            (there, Some(merged))
        }
        (_, _) => (as_new(&item.file), None),
    }
}

fn row_of(
    ordinal: usize,
    line: usize,
    item: CalendarItem,
    verdict: CalendarVerdict,
    remarks: Vec<Remark>,
    now: Now,
) -> CalendarRow {
    let entry = &item.file.entry;
    CalendarRow {
        ordinal,
        line,
        title: entry.title.clone(),
        kind: entry.kind,
        when: entry.when.seen_in(now.zone),
        repeat: entry.repeat.as_ref().map(|repeat| repeat.rule().to_owned()).unwrap_or_default(),
        people: entry.people.clone(),
        names: Vec::new(),
        of_series: item.instance.is_some(),
        include: matches!(verdict, CalendarVerdict::Added | CalendarVerdict::Updated { .. }),
        verdict,
        remarks,
        item: Some(item),
    }
}

impl CalendarPreview {
    /// The one command that takes in every row that is to be, series before their instances.
    #[must_use]
    pub fn into_command(&self) -> Command {
        let wanted = self.rows.iter().filter(|row| row.include && row.changes_something());
        let (mut items, instances): (Vec<_>, Vec<_>) =
            wanted.filter_map(|row| row.item.clone()).partition(|item| item.instance.is_none());
        let series: HashSet<EntryId> = items.iter().map(|item| item.file.entry.id).collect();
        // Of a series that is left out an instance does not come alone.
        let left_out: HashSet<EntryId> = self
            .rows
            .iter()
            .filter(|row| !row.include && row.verdict == CalendarVerdict::Added)
            .filter_map(|row| Some(row.item.as_ref()?.file.entry.id))
            .collect();
        items.extend(
            instances
                .into_iter()
                .filter(|item| item.instance.is_none_or(|(id, _)| series.contains(&id) || !left_out.contains(&id))),
        );
        Command::ImportCalendar { file: self.file.clone(), items }
    }

    /// How many records come to what.
    #[must_use]
    pub fn counts(&self) -> CalendarCounts {
        let mut counts = CalendarCounts::default();
        for row in &self.rows {
            match &row.verdict {
                CalendarVerdict::Refused(_) => counts.refused += 1,
                CalendarVerdict::Added if row.include => counts.added += 1,
                CalendarVerdict::Updated { .. } if row.include => counts.updated += 1,
                _ => counts.unchanged += 1,
            }
        }
        counts
    }

    /// The report of the file, as scripts read it. Rows that are left out count as unchanged.
    #[must_use]
    pub fn report(&self, reasons: &dyn Reasons) -> FileReport {
        let counts = self.counts();
        let mut report = FileReport::new(&self.file, Some(FileKind::ICalendar), Some(&self.encoding));
        (report.read, report.added, report.updated) = (self.rows.len(), counts.added, counts.updated);
        report.unchanged = counts.unchanged;
        for row in &self.rows {
            if let CalendarVerdict::Refused(refusal) = &row.verdict {
                let reason = reasons.refusal(*refusal);
                report.refused.push(RefusedRecord { record: row.ordinal, line: Some(row.line), reason });
            }
        }
        report
    }
}
