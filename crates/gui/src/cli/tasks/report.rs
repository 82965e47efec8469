//! `import --into structure`: the company's monthly report.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::to_value;
use sponsor_core::Desk;
use sponsor_core::exchange::{
    Against, FileError, FileReport, ImportReport, NoProgress, ReportOptions, ReportPreview, ReportVerdict,
    month_before, preview_report, read_file,
};

use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use super::exchange::{complaints, lines_of, refused};
use crate::words::Words;

/// What became of a file: its report, and lines that only people read.
struct Brought {
    report: FileReport,
    lines: Vec<String>,
}

/// Brings in reports; each is one command.
pub fn import(session: &Session, files: &[PathBuf], date: Option<NaiveDate>, dry_run: bool) -> Result<Output, Failure> {
    let on = date.unwrap_or_else(|| month_before(session.now.date()));
    let mut report = ImportReport { dry_run, files: Vec::new() };
    let mut lines = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let one = match read_file(file) {
            Ok(bytes) => match import_one(session, &name, &bytes, on, dry_run) {
                // What became of those before is told all the same.
                Err(failure) if !report.files.is_empty() => broken(session, &name, &failure),
                one => one?,
            },
            Err(error) => whole(session, &name, &error),
        };
        lines.extend(lines_of(&session.words(), &one.report));
        lines.extend(one.lines);
        report.files.push(one.report);
    }
    let complaints = complaints(&report);
    Ok(Output { complaints, ..Output::new(lines, to_value(&report)?) })
}

fn broken(session: &Session, name: &str, failure: &Failure) -> Brought {
    let mut report = FileReport::new(name, None, None);
    report.error = Some(failure.sentence(&session.words()));
    Brought { report, lines: Vec::new() }
}

fn whole(session: &Session, name: &str, error: &FileError) -> Brought {
    Brought { report: refused(&session.words(), name, error), lines: Vec::new() }
}

fn import_one(session: &Session, name: &str, bytes: &[u8], on: NaiveDate, dry_run: bool) -> Result<Brought, Failure> {
    if !session.exists() {
        // Nothing is made for a file of which nothing can be taken, nor for a look.
        let memory = sponsor_core::store::MemoryMedium::new();
        let desk = session.begin(Desk::create_in(Box::new(memory), session.ids(), session.now)?)?;
        match preview(session, &desk, name, bytes, on)? {
            Ok(preview) if dry_run || preview.counts().added == 0 => return Ok(brought(&session.words(), &preview)),
            Ok(_) => drop(session.create()?),
            Err(error) => return Ok(whole(session, name, &error)),
        }
    }
    let desk = session.open()?;
    match preview(session, &desk, name, bytes, on)? {
        Ok(preview) => {
            let counts = preview.counts();
            if !dry_run && counts.added + counts.updated > 0 {
                session.run(&desk, preview.into_command())?;
            }
            Ok(brought(&session.words(), &preview))
        }
        Err(error) => Ok(whole(session, name, &error)),
    }
}

fn preview(
    session: &Session,
    desk: &Desk,
    name: &str,
    bytes: &[u8],
    on: NaiveDate,
) -> Result<Result<ReportPreview, FileError>, Failure> {
    let view = desk.read()?;
    let against = Against { people: view.people(), ids: desk.ids(), now: session.now };
    Ok(preview_report(name, bytes, &ReportOptions::new(on), &against, view.all()?, &NoProgress))
}

/// The report with who has moved and who has left.
fn brought(words: &Words, preview: &ReportPreview) -> Brought {
    let moved = preview.rows.iter().filter_map(|row| {
        let ReportVerdict::Updated { changes, .. } = &row.verdict else { return None };
        let (from, to) = changes.moved?;
        let values = [
            ("name", row.name.as_str().into()),
            ("number", row.number.as_str().into()),
            ("from", preview.name_of(from).into()),
            ("to", preview.name_of(to).into()),
        ];
        Some(words.with("report-line-moved", &values))
    });
    let left = preview.left.iter().map(|one| {
        let values = [("name", one.name.as_str().into()), ("number", one.number.as_str().into())];
        words.with("report-line-left", &values)
    });
    Brought { lines: moved.chain(left).collect(), report: preview.report(words) }
}
