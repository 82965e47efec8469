//! `demo`, `backup`, `restore` and `check`: the file as a whole.

use std::path::Path;

use serde_json::{Map, Value, json};
use sponsor_core::backup::{BackupContents, describe_backup, restore_backup, save_backup};
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::RecordKind;
use sponsor_core::store::{CheckReport, Fault, Problem, SCHEMA, StoreError};

use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use crate::words::Words;

/// Makes an example workspace. A file that is there already is left alone.
pub fn demo(session: &Session, out: &Path, size: Size, seed: u64) -> Result<Output, Failure> {
    if out.exists() {
        return Err(StoreError::AlreadyThere.into());
    }
    let recipe = Recipe { seed, size, language: session.language(), now: session.now };
    build_file(out, &recipe, &mut |_, _| {})?;
    let path = out.display().to_string();
    let line = session.words().with("work-written", &[("file", path.as_str().into())]);
    Ok(Output::new(vec![line], json!({ "file": path })))
}

/// Saves a checked copy.
pub fn backup(session: &Session, out: &Path) -> Result<Output, Failure> {
    let desk = session.open()?;
    let contents = save_backup(&desk, out)?;
    let path = out.display().to_string();
    let line = session.words().with("work-written", &[("file", path.as_str().into())]);
    Ok(Output::new(vec![line], about(&contents, "file", &path)))
}

fn about(contents: &BackupContents, key: &str, path: &str) -> Value {
    let mut value = Map::new();
    value.insert(key.to_owned(), path.into());
    value.insert("records".to_owned(), counts(|kind| contents.records.get(&kind).copied()));
    value.insert("last_change".to_owned(), contents.last_change.map_or(Value::Null, json::moment));
    Value::Object(value)
}

fn counts(count: impl Fn(RecordKind) -> Option<u64>) -> Value {
    let each = RecordKind::ALL.into_iter().map(|kind| (kind.name().to_owned(), count(kind).unwrap_or(0).into()));
    Value::Object(each.collect())
}

/// Puts a backup in the place of the workspace.
pub fn restore(session: &Session, file: &Path) -> Result<Output, Failure> {
    if let Some(folder) = session.workspace.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let aside = restore_backup(file, &session.workspace)?;
    let aside = aside.map(|aside| aside.display().to_string());
    let words = session.words();
    let line = match &aside {
        Some(aside) => words.with("restored-aside", &[("file", aside.as_str().into())]),
        None => words.get("restored"),
    };
    Ok(Output::new(vec![line], json!({ "workspace": session.workspace.display().to_string(), "aside": aside })))
}

/// Checks the workspace; with `repair` makes its lookups again.
pub fn check(session: &Session, repair: bool) -> Result<Output, Failure> {
    let report = if repair { session.open()?.repair()? } else { look(&session.workspace)? };
    let good = report.problems.is_empty();
    let words = session.words();
    let head = words.get(if good { "check-good" } else { "check-bad" });
    let problems = report.problems.iter().map(|problem| {
        format!("{} {}: {}", problem.kind, problem.id.as_deref().unwrap_or("–"), fault(&words, problem))
    });
    let lines = std::iter::once(head).chain(problems).collect();
    Ok(Output { good, ..Output::new(lines, check_value(&report)) })
}

/// What is wrong with a record, in the language of the words.
fn fault(words: &Words, problem: &Problem) -> String {
    words.get(match problem.fault {
        Fault::Misplaced => "problem-place",
        Fault::NobodyNamed => "problem-person",
        Fault::Loose => "problem-sponsor",
        Fault::NoSettings => "problem-settings",
        Fault::Lookups(_) => "problem-lookups",
    })
}

/// Looks into the file without changing it.
fn look(workspace: &Path) -> Result<CheckReport, Failure> {
    let contents = describe_backup(workspace)?;
    if !contents.records.contains_key(&RecordKind::Settings) {
        return Err(StoreError::Missing.into());
    }
    Ok(CheckReport { schema: SCHEMA, records: contents.records, problems: contents.problems })
}

fn check_value(report: &CheckReport) -> Value {
    let problems: Vec<_> = report
        .problems
        .iter()
        .map(|problem| json!({ "kind": problem.kind, "id": problem.id, "text": problem.text }))
        .collect();
    json!({
        "ok": report.problems.is_empty(),
        "schema": report.schema,
        "records": counts(|kind| report.records.get(&kind).copied()),
        "problems": problems,
    })
}
