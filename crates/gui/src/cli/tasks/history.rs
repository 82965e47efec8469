//! `undo`, `redo` and `history`.

use serde_json::{Value, json, to_value};
use sponsor_core::Done;
use sponsor_core::store::{Author, HistoryRow, HistoryState};

use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use crate::app::done_words;

/// Takes back a command.
pub fn undo(session: &Session, number: Option<u64>) -> Result<Output, Failure> {
    let desk = session.open()?;
    let done = match number {
        Some(number) => desk.undo_command(number)?,
        None => desk.undo()?,
    };
    turned(session, done, "undone", "nothing-to-undo")
}

/// Does again what was last taken back.
pub fn redo(session: &Session) -> Result<Output, Failure> {
    let desk = session.open()?;
    turned(session, desk.redo()?, "redone", "nothing-to-redo")
}

fn turned(session: &Session, done: Option<Done>, key: &str, nothing: &'static str) -> Result<Output, Failure> {
    let done = done.ok_or_else(|| Failure::message(nothing))?;
    let words = session.words();
    let what = done_words(&words, done.name, &done.subject);
    let line = words.with(key, &[("what", what.into())]);
    let value = json!({
        "number": done.sequence,
        "command": to_value(done.name)?,
        "subject": done.subject,
        "records": done.touched,
        "left": done.left.len(),
    });
    Ok(Output::new(vec![line], value))
}

/// What was done, newest first.
pub fn list(session: &Session, limit: usize) -> Result<Output, Failure> {
    let desk = session.open()?;
    let rows = desk.read()?.history(limit)?;
    let (words, formats) = (session.words(), session.formats());
    let lines = rows.iter().map(|row| {
        let mark = if row.state == HistoryState::Done { " " } else { "–" };
        let when = format!("{} {}", formats.date_short(row.at.date()), formats.time(row.at.time()));
        format!("{:>6} {mark} {when}  {}", row.sequence, done_words(&words, row.name, &row.subject))
    });
    let value = |row: &HistoryRow| -> Result<Value, Failure> {
        Ok(json!({
            "number": row.sequence,
            "id": row.command.to_string(),
            // As the file itself calls it, which no other name inside the program changes.
            "command": to_value(row.name)?,
            "subject": row.subject,
            "records": row.touched,
            "at": json::moment(row.at),
            "by": if row.by == Author::Person { "person" } else { "background" },
            "state": match row.state {
                HistoryState::Done => "done",
                HistoryState::Undone => "undone",
                HistoryState::Abandoned => "abandoned",
            },
        }))
    };
    let values = rows.iter().map(value).collect::<Result<_, _>>()?;
    Ok(Output::new(lines.collect(), Value::Array(values)))
}
