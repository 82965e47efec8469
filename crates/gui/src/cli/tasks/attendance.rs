//! `import --into training`: who came to a training.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::to_value;
use sponsor_core::Desk;
use sponsor_core::exchange::{
    Against, AttendanceOptions, AttendancePreview, FileError, FileReport, ForTraining, ImportReport, NoProgress,
    preview_attendance, read_file,
};
use sponsor_core::model::{Action, Entry, EntryId, EntryKind, EntryState, When};
use sponsor_core::query::{View, series_has, trainings_on};

use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use super::exchange::{complaints, lines_of, refused};

/// The training that is meant: by its day, by the id of its entry.
type Meant = (Option<NaiveDate>, Option<EntryId>);

/// Brings in attendances; each is one command.
pub fn import(session: &Session, files: &[PathBuf], meant: Meant, dry_run: bool) -> Result<Output, Failure> {
    let desk = session.open()?;
    let words = session.words();
    // Which training it is of is known before anything is written.
    training(session, &desk.read()?, &desk, meant)?;
    let mut report = ImportReport { dry_run, files: Vec::new() };
    let mut lines = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let one = match read_file(file) {
            Ok(bytes) => match import_one(session, &desk, (&name, &bytes), meant, dry_run) {
                // What became of those before is told all the same.
                Err(failure) if !report.files.is_empty() => {
                    let mut one = FileReport::new(&name, None, None);
                    one.error = Some(failure.sentence(&words));
                    one
                }
                one => one?,
            },
            Err(error) => refused(&words, &name, &error),
        };
        lines.extend(lines_of(&words, &one));
        report.files.push(one);
    }
    Ok(Output { complaints: complaints(&report), ..Output::new(lines, to_value(&report)?) })
}

fn import_one(
    session: &Session,
    desk: &Desk,
    (name, bytes): (&str, &[u8]),
    meant: Meant,
    dry_run: bool,
) -> Result<FileReport, Failure> {
    let words = session.words();
    let preview: Result<AttendancePreview, FileError> = {
        let view = desk.read()?;
        let training = training(session, &view, desk, meant)?;
        let against = Against { people: view.people(), ids: desk.ids(), now: session.now };
        preview_attendance(name, bytes, &AttendanceOptions::default(), training, &against, &NoProgress)
    };
    match preview {
        Ok(preview) => {
            let counts = preview.counts();
            if !dry_run && counts.added + counts.updated > 0 {
                session.run(desk, preview.into_command())?;
            }
            Ok(preview.report(&words))
        }
        Err(error) => Ok(refused(&words, name, &error)),
    }
}

/// The training that is meant. On a day that was said and has none, one comes to the diary.
fn training(session: &Session, view: &View, desk: &Desk, (date, id): Meant) -> Result<ForTraining, Failure> {
    let fresh = || EntryId::new(desk.ids(), session.now.local);
    if let Some(id) = id {
        let entry = view.entry(id)?.filter(Entry::is_training).ok_or_else(|| Failure::message("error-no-training"))?;
        let instance = match (&entry.repeat, date) {
            (Some(_), Some(day)) if series_has(&entry, day) => Some((day, fresh())),
            (Some(_), _) => return Err(Failure::message("error-training-of-series")),
            (None, _) => None,
        };
        return Ok(ForTraining { entry: Arc::new(entry), instance, is_new: false, invites: false });
    }
    let day = date.unwrap_or_else(|| session.now.date());
    let mut found = trainings_on(view, day)?;
    if found.len() > 1 {
        let named = |entry: &Arc<Entry>| format!("{} (--entry {})", entry.title, entry.id);
        let candidates: Vec<_> = found.iter().map(|(entry, _)| named(entry)).collect();
        return Err(Failure::Message("error-several-trainings", vec![("candidates", candidates.join(", "))]));
    }
    match found.pop() {
        Some((entry, instance)) => Ok(ForTraining {
            entry,
            instance: instance.of_series.map(|day| (day, fresh())),
            is_new: false,
            invites: false,
        }),
        None if date.is_none() => Err(Failure::message("error-no-training-today")),
        None => {
            let title = session.words().get("page-training");
            let mut entry = Entry::new(fresh(), EntryKind::Event, &title, When::day(day), session.now.local);
            (entry.action, entry.action_chosen) = (Some(Action::Training), true);
            if day <= session.now.date() {
                entry.state = EntryState::Done;
            }
            Ok(ForTraining { entry: Arc::new(entry), instance: None, is_new: true, invites: false })
        }
    }
}
