//! `import` and `export`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::to_value;
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::exchange::{
    Against, CalendarPreview, CardVersion, FileError, FileKind, FileReport, ImportReport, NoProgress, Preview,
    ReadOptions, WorkbookError, admit, preview_calendar, preview_contacts, read_file, recognise, workspace_from_json,
};
use sponsor_core::files::write_whole;
use sponsor_core::model::RecordKey;

use super::super::arguments::ExportArgument;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use crate::words::Words;
use crate::works::{DiaryPart, ExportError, Exported, FileForm};

/// Brings in files; each is one command.
pub fn import(session: &Session, files: &[PathBuf], dry_run: bool) -> Result<Output, Failure> {
    let mut report = ImportReport { dry_run, files: Vec::new() };
    for file in files {
        let name = file.display().to_string();
        let one = match read_file(file) {
            Ok(bytes) => match import_one(session, &name, &bytes, dry_run) {
                // What became of those before is told all the same.
                Err(failure) if !report.files.is_empty() => {
                    let mut one = FileReport::new(&name, None, None);
                    one.error = Some(failure.sentence(&session.words()));
                    one
                }
                one => one?,
            },
            Err(error) => refused(&session.words(), &name, &error),
        };
        report.files.push(one);
    }
    let words = session.words();
    let lines = report.files.iter().flat_map(|file| lines_of(&words, file)).collect();
    Ok(Output { complaints: complaints(&report), ..Output::new(lines, to_value(&report)?) })
}

/// A sentence for each file that was refused whole.
pub(super) fn complaints(report: &ImportReport) -> Vec<String> {
    report.files.iter().filter_map(|file| Some(format!("{}: {}", file.file, file.error.as_ref()?))).collect()
}

fn import_one(session: &Session, name: &str, bytes: &[u8], dry_run: bool) -> Result<FileReport, Failure> {
    let words = session.words();
    match recognise(bytes) {
        Ok(FileKind::Workspace) => import_everything(session, name, bytes, dry_run),
        Ok(FileKind::ICalendar) => import_calendar(session, name, bytes, dry_run),
        Ok(_) => import_contacts(session, name, bytes, dry_run),
        Err(error) => Ok(refused(&words, name, &error)),
    }
}

/// The report of a file that was refused whole, with a sentence in the language of the words.
pub(super) fn refused(words: &Words, name: &str, error: &FileError) -> FileReport {
    FileReport::refused(name, error, crate::app::sentence(words, error))
}

fn import_contacts(session: &Session, name: &str, bytes: &[u8], dry_run: bool) -> Result<FileReport, Failure> {
    let words = session.words();
    if !session.exists() {
        // Nothing is made for a file of which nothing can be taken, nor for a look.
        let memory = sponsor_core::store::MemoryMedium::new();
        let desk = Desk::create_in(Box::new(memory), session.ids(), session.now)?;
        match preview(session, &desk, name, bytes) {
            Ok(preview) if dry_run || preview.counts().added == 0 => return Ok(preview.report(&words)),
            Ok(_) => drop(session.create()?),
            Err(error) => return Ok(refused(&words, name, &error)),
        }
    }
    let desk = session.open()?;
    match preview(session, &desk, name, bytes) {
        Ok(preview) => {
            if !dry_run {
                session.run(&desk, preview.into_command())?;
            }
            Ok(preview.report(&words))
        }
        Err(error) => Ok(refused(&words, name, &error)),
    }
}

fn import_calendar(session: &Session, name: &str, bytes: &[u8], dry_run: bool) -> Result<FileReport, Failure> {
    let words = session.words();
    let look = |desk: &Desk| -> Result<Result<CalendarPreview, FileError>, Failure> {
        let view = desk.read()?;
        Ok(preview_calendar(name, bytes, &ReadOptions::default(), (&view, session.now), &NoProgress))
    };
    if !session.exists() {
        let memory = sponsor_core::store::MemoryMedium::new();
        let desk = Desk::create_in(Box::new(memory), session.ids(), session.now)?;
        match look(&desk)? {
            Ok(preview) if dry_run || preview.counts().added == 0 => return Ok(preview.report(&words)),
            Ok(_) => drop(session.create()?),
            Err(error) => return Ok(refused(&words, name, &error)),
        }
    }
    let desk = session.open()?;
    match look(&desk)? {
        Ok(preview) => {
            let counts = preview.counts();
            if !dry_run && counts.added + counts.updated > 0 {
                session.run(&desk, preview.into_command())?;
            }
            Ok(preview.report(&words))
        }
        Err(error) => Ok(refused(&words, name, &error)),
    }
}

fn preview(session: &Session, desk: &Desk, name: &str, bytes: &[u8]) -> Result<Preview, FileError> {
    let view = desk.read().map_err(|error| FileError::Io(std::io::Error::other(error)))?;
    let against = Against { people: view.people(), ids: desk.ids(), now: session.now };
    preview_contacts(name, bytes, &ReadOptions::default(), &against, &NoProgress)
}

fn import_everything(session: &Session, name: &str, bytes: &[u8], dry_run: bool) -> Result<FileReport, Failure> {
    let mut report = FileReport::new(name, Some(FileKind::Workspace), Some("UTF-8"));
    let words = session.words();
    let export = match workspace_from_json(bytes) {
        Ok(export) => export,
        Err(error) => {
            report.error = Some(crate::app::sentence(&words, &error));
            return Ok(report);
        }
    };
    report.read = export.records.len();
    if !session.exists() {
        report.added = report.read;
        if !dry_run {
            let desk = session.create_with_id(export.workspace)?;
            session.run(&desk, Command::ImportWorkspace(export.records))?;
        }
        return Ok(report);
    }
    let desk = Desk::open(&session.workspace, session.ids())?;
    let view = desk.read()?;
    if let Err(error) = admit(&export, &view)? {
        report.read = 0;
        report.error = Some(crate::app::sentence(&words, &error));
        return Ok(report);
    }
    let there = records_by_key(&view)?;
    for record in &export.records {
        match there.get(&record.key()) {
            None => report.added += 1,
            Some(same) if same == record => report.unchanged += 1,
            Some(_) => report.updated += 1,
        }
    }
    drop(view);
    if !dry_run {
        session.run(&desk, Command::ImportWorkspace(export.records))?;
    }
    Ok(report)
}

type Records = std::collections::BTreeMap<RecordKey, sponsor_core::model::AnyRecord>;

fn records_by_key(view: &sponsor_core::query::View) -> Result<Records, Failure> {
    let mut records = Records::new();
    view.each_record(|record| {
        records.insert(record.key(), record);
    })?;
    Ok(records)
}

pub(super) fn lines_of(words: &Words, file: &FileReport) -> Vec<String> {
    if file.error.is_some() {
        return Vec::new();
    }
    let numbers = [
        ("file", file.file.as_str().into()),
        ("read", file.read.into()),
        ("added", file.added.into()),
        ("updated", file.updated.into()),
        ("unchanged", file.unchanged.into()),
        ("refused", file.refused.len().into()),
    ];
    let key = if file.kind == Some(FileKind::ICalendar) { "cli-calendar-report" } else { "import-report" };
    let head = words.with(key, &numbers);
    let refused = file.refused.iter().map(|one| {
        let line = one.line.map(|line| line.to_string()).unwrap_or_default();
        words.with(
            "import-refused",
            &[("record", one.record.to_string().into()), ("line", line.into()), ("reason", one.reason.as_str().into())],
        )
    });
    std::iter::once(head).chain(refused).collect()
}

/// What goes out, and of the diary from which day to which.
pub type Asked = (ExportArgument, Option<NaiveDate>, Option<NaiveDate>);

/// The part of the diary that is asked for; days are of the diary alone.
fn part_of((what, from, to): Asked) -> Result<DiaryPart, Failure> {
    if from.is_none() && to.is_none() {
        return Ok(DiaryPart::All);
    }
    let year = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let (from, to) = (from.unwrap_or(year(1, 1, 1)), to.unwrap_or(year(9_999, 12, 31)));
    match what {
        ExportArgument::Diary if from <= to => Ok(DiaryPart::Period(from, to)),
        ExportArgument::Diary => Err(Failure::message("error-end-before-start")),
        _ => Err(Failure::message("error-days-of-diary")),
    }
}

/// Sends out contacts, structure, orders, the diary or everything.
pub fn export(session: &Session, asked: Asked, out: &Path, version: CardVersion) -> Result<Output, Failure> {
    let part = part_of(asked)?;
    let desk = session.open()?;
    let view = desk.read()?;
    let words = session.words();
    let what = match asked.0 {
        ExportArgument::Diary => Exported::Diary { part, home: session.now.zone },
        ExportArgument::All => Exported::All,
        ExportArgument::Contacts => Exported::Contacts,
        ExportArgument::Structure => Exported::Structure,
        ExportArgument::Orders => Exported::Orders,
    };
    let bytes = FileForm::of(out, version).and_then(|form| what.bytes(&view, form, session.now.date(), &words));
    let bytes = bytes.map_err(|error| match error {
        ExportError::Ending(ending) => Failure::Message("error-ending", vec![("ending", ending)]),
        ExportError::Store(error) => error.into(),
        ExportError::Workbook(WorkbookError::CellTooLong) => Failure::message("error-cell-too-long"),
        ExportError::Workbook(WorkbookError::Sheet(_)) => Failure::message("error-workbook-not-made"),
    })?;
    session.spare(out)?;
    write_whole(out, &bytes)?;
    let path = out.display().to_string();
    let line = words.with("work-written", &[("file", path.as_str().into())]);
    Ok(Output::new(vec![line], serde_json::json!({ "file": path })))
}
