//! `figures`, `reading` and `snapshot`.

use std::path::Path;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value, json, to_value};
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::files::write_whole;
use sponsor_core::model::{FigureValues, Points, PointsSource, Reading, ReadingId, Scope, Snapshot, SnapshotId};
use sponsor_core::query::{Figures, build_snapshot, figures};

use super::super::arguments::{PeriodArguments, SnapshotTask};
use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use super::{period_of, scope_of};
use crate::works::snapshot::{SNAPSHOT_ENDINGS, page_paths, snapshot_file, snapshot_item};

/// The three figures of a period.
pub fn show(session: &Session, arguments: &PeriodArguments) -> Result<Output, Failure> {
    let desk = session.open()?;
    let view = desk.read()?;
    let scope = scope_of(&view, arguments.branch.as_deref())?;
    let shown = figures(&view, period_of(session, arguments), scope, session.now.date())?;
    let branch = match scope {
        Scope::Branch(person) | Scope::Own(person) => Some(view.people().name(person)),
        Scope::Whole => None,
    };
    Ok(Output::new(lines(session, &shown), value(&shown, branch.as_deref())))
}

fn lines(session: &Session, figures: &Figures) -> Vec<String> {
    let (words, formats) = (session.words(), session.formats());
    let number = |value: Option<Decimal>| value.map_or_else(|| words.get("no-data"), |value| formats.decimal(value));
    let count = |value: Option<u32>| number(value.map(Decimal::from));
    let line = |key: &str, now: String, before: String| format!("{}: {now} ({before})", words.get(key));
    let (now, before) = (&figures.values, &figures.previous);
    vec![
        formats.figure_period(figures.period, figures.until),
        line("figure-points", number(now.points), number(before.points)),
        line("figure-new-users", count(now.new_users), count(before.new_users)),
        line("figure-in-training", count(now.in_training), count(before.in_training)),
    ]
}

fn value(figures: &Figures, branch: Option<&str>) -> Value {
    let (now, before): (&FigureValues, &FigureValues) = (&figures.values, &figures.previous);
    let source = figures.source.map(|source| match source {
        PointsSource::Reading => "reading",
        PointsSource::Orders => "orders",
    });
    let reading = figures.reading.map(|(on, points)| json!({ "value": json::decimal(points), "date": json::date(on) }));
    let customers = now.new_users.zip(now.new_partners).map(|(users, partners)| users.saturating_sub(partners));
    json!({
        "period": figures.period.name().0,
        "branch": branch,
        "points": {
            "value": json::decimal_or_null(now.points),
            "previous": json::decimal_or_null(before.points),
            "source": source,
            "orders": json::decimal_or_null(figures.orders),
            "reading": reading,
        },
        "new": {
            "users": now.new_users,
            "partners": now.new_partners,
            "customers": customers,
            "previous": before.new_users,
        },
        "training": {
            "people": now.in_training,
            "in_person": now.in_person,
            "online_only": now.online_only,
            "wants_more": now.wants_more,
            "previous": before.in_training,
        },
    })
}

/// Types in a reading.
pub fn reading(
    session: &Session,
    on: NaiveDate,
    points: Decimal,
    branch: Option<&str>,
    own: bool,
) -> Result<Output, Failure> {
    let desk = session.open()?;
    let scope = {
        let view = desk.read()?;
        if own { Scope::Own(view.settings()?.me) } else { scope_of(&view, branch)? }
    };
    let id = ReadingId::new(desk.ids(), session.now.local);
    let reading = Reading { id, on, scope, points: Points::new(points)?, source: String::new() };
    session.run(&desk, Command::AddReading(reading))?;
    let line = format!("{}: {}", session.formats().date_long(on), session.formats().decimal(points));
    let value = json!({
        "id": id.to_string(),
        "date": json::date(on),
        "points": json::decimal(points),
        "branch": branch,
        "own": own,
    });
    Ok(Output::new(vec![line], value))
}

/// Takes, lists or exports snapshots.
pub fn snapshots(session: &Session, task: SnapshotTask) -> Result<Output, Failure> {
    match task {
        SnapshotTask::Take { period, comment } => {
            let desk = session.open()?;
            let snapshot = take(session, &desk, &period, &comment)?;
            Ok(Output::new(vec![snapshot_line(session, &snapshot)], to_value(snapshot_item(&snapshot))?))
        }
        SnapshotTask::List => {
            let all = session.open()?.read()?.snapshots()?;
            let lines = all.iter().map(|snapshot| snapshot_line(session, snapshot)).collect();
            let items: Vec<_> = all.iter().map(snapshot_item).collect();
            Ok(Output::new(lines, to_value(items)?))
        }
        SnapshotTask::Export { id, out } => {
            let desk = session.open()?;
            let wanted: SnapshotId = id.parse().map_err(|_| Failure::message("error-not-found"))?;
            let all = desk.read()?.snapshots()?;
            let found = all.iter().find(|snapshot| snapshot.id == wanted);
            export(session, found.ok_or_else(|| Failure::message("error-not-found"))?, &out)
        }
    }
}

/// Takes a snapshot and exports it at once.
pub fn take_and_export(
    session: &Session,
    period: &PeriodArguments,
    comment: &str,
    out: Option<&Path>,
) -> Result<Output, Failure> {
    let out = out.ok_or_else(|| Failure::message("error-out-missing"))?;
    let desk = session.open()?;
    // The format is looked at first, so that nothing is taken for a file that cannot be written.
    ending(out)?;
    let snapshot = build(session, &desk, period, comment)?;
    // It is written first and taken then: a file that cannot be written leaves the workspace as it was.
    let written = export(session, &snapshot, out)?;
    session.run(&desk, Command::TakeSnapshot(Box::new(snapshot)))?;
    Ok(written)
}

fn take(session: &Session, desk: &Desk, period: &PeriodArguments, comment: &str) -> Result<Snapshot, Failure> {
    let snapshot = build(session, desk, period, comment)?;
    session.run(desk, Command::TakeSnapshot(Box::new(snapshot.clone())))?;
    Ok(snapshot)
}

fn build(session: &Session, desk: &Desk, period: &PeriodArguments, comment: &str) -> Result<Snapshot, Failure> {
    let view = desk.read()?;
    let scope = scope_of(&view, period.branch.as_deref())?;
    let id = SnapshotId::new(desk.ids(), session.now.local);
    Ok(build_snapshot(&view, id, period_of(session, period), scope, session.now, comment)?)
}

fn snapshot_line(session: &Session, snapshot: &Snapshot) -> String {
    let formats = session.formats();
    let (period, taken) =
        (formats.figure_period(snapshot.period, snapshot.until), formats.date_long(snapshot.taken.date()));
    format!("{} · {period} · {taken} · {} · {}", snapshot.id, snapshot.by, snapshot.comment)
}

fn ending(out: &Path) -> Result<String, Failure> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if SNAPSHOT_ENDINGS.contains(&ending.as_str()) {
        Ok(ending)
    } else {
        Err(Failure::Message("error-ending", vec![("ending", ending)]))
    }
}

fn export(session: &Session, snapshot: &Snapshot, out: &Path) -> Result<Output, Failure> {
    session.spare(out)?;
    let pages = snapshot_file(&session.words(), &session.formats(), snapshot, &ending(out)?)?;
    let mut written = Vec::new();
    for (path, bytes) in page_paths(out, pages.len()).into_iter().zip(&pages) {
        write_whole(&path, bytes)?;
        written.push(path.display().to_string());
    }
    let words = session.words();
    let lines = written.iter().map(|file| words.with("work-written", &[("file", file.as_str().into())])).collect();
    Ok(Output::new(lines, json!({ "files": written, "pages": pages.len() })))
}
