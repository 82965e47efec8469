//! `add`: the typed line, as an entry or a note.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::{Value, json};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryId, Repeat, When};
use sponsor_core::query::View;
use sponsor_core::typed_line::{Context, KnownNames, Meaning, TypedLine, Unsure, Wishes, read_with};

use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use crate::format::parse;
use crate::pages::diary::kind_word;

/// Writes what the line says; nobody is created. With `at` day and hour are set outright.
pub fn add(session: &Session, text: &str, at: Option<&str>) -> Result<Output, Failure> {
    let at = at.map(|at| when(session, at)).transpose()?;
    let desk = session.open()?;
    let view = desk.read()?;
    let people = view.people();
    let Some(settings) = people.settings() else { return Err(Failure::message("error-not-found")) };
    let names = KnownNames::of(people);
    let context = Context::new(session.now, settings, &names);
    let typed = read_with(text, &Wishes { at, ..Wishes::default() }, &context);
    let id = EntryId::new(desk.ids(), session.now.local);
    session.run(&desk, Command::AddEntry(Box::new(typed.entry(id, session.now))))?;
    let view = desk.read()?;
    let Some((entry, _)) = view.item(id, None)? else { return Err(Failure::message("error-not-found")) };
    let unsure = |one: &Unsure| {
        let names = one.candidates.iter().map(|id| view.people().name(*id)).collect::<Vec<_>>();
        (one.text.clone(), names)
    };
    let unsure: Vec<(String, Vec<String>)> = typed.unsure.iter().map(unsure).collect();
    let repeat = repeat_words(text, &typed);
    Ok(Output::new(understood(session, &view, &entry, repeat, &unsure), value(&view, &entry, &unsure)))
}

/// A moment, a day, or a day and a time as people type them.
fn when(session: &Session, at: &str) -> Result<(NaiveDate, Option<NaiveTime>), Failure> {
    if let Ok(start) = NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H:%M") {
        return Ok((start.date(), Some(start.time())));
    }
    let today = session.now.date();
    if let Some(day) = parse::date(at, today) {
        return Ok((day, None));
    }
    let split = at.trim().rsplit_once(' ').and_then(|(day, time)| {
        let day = parse::date(day, today)?;
        Some((day, Some(parse::time(time)?)))
    });
    split.ok_or_else(|| Failure::Message("error-when", vec![("when", at.to_owned())]))
}

/// The words that say how it repeats.
fn repeat_words(line: &str, typed: &TypedLine) -> Option<String> {
    let parts = typed.parts.iter().filter(|part| part.meaning == Meaning::Repeat);
    let said: Vec<&str> = parts.filter_map(|part| line.get(part.range.clone())).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What was understood, in one line, and a line for every name that several people have.
fn understood(
    session: &Session,
    view: &View,
    entry: &Entry,
    repeat: Option<String>,
    unsure: &[(String, Vec<String>)],
) -> Vec<String> {
    let (formats, words) = (session.formats(), session.words());
    let day = entry.when.first_day().map(|day| formats.date_short(day));
    let hour = entry.when.time().map(|time| match (entry.when.end(), &entry.when) {
        (Some(end), When::Timed { minutes: Some(_), .. }) => formats.time_range(time, end.time()),
        _ => formats.time(time),
    });
    let place = Some(entry.place.clone()).filter(|place| !place.is_empty());
    let people = entry.people.iter().map(|id| view.people().name(*id)).collect::<Vec<_>>().join(", ");
    let kind = kind_word(&words, entry.kind);
    // An entry without words of its own is called as its people are: that is said once.
    let title = Some(entry.title.clone()).filter(|title| *title != people);
    let people = Some(people).filter(|people| !people.is_empty());
    let parts = [Some(kind), day, hour, repeat, place, people, title];
    let told = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let asked = unsure.iter().map(|(name, candidates)| {
        let candidates = candidates.join(", ");
        words.with("cli-add-unsure", &[("name", name.as_str().into()), ("candidates", candidates.into())])
    });
    std::iter::once(told).chain(asked).collect()
}

fn value(view: &View, entry: &Entry, unsure: &[(String, Vec<String>)]) -> Value {
    let names: Vec<_> = entry.people.iter().map(|id| view.people().name(*id)).collect();
    let unsure = unsure.iter().map(|(text, candidates)| json!({"text": text, "candidates": candidates}));
    json!({
        "id": entry.id.to_string(),
        "kind": json::kind(entry.kind),
        "action": json::action(entry.action.as_ref()),
        "title": entry.title,
        "date": entry.when.first_day().map_or(Value::Null, json::date),
        "time": entry.when.time().map(|time| time.format("%H:%M").to_string()),
        "minutes": entry.when.minutes(),
        "people": names,
        "place": (!entry.place.is_empty()).then_some(&entry.place),
        "priority": json::priority(entry.priority),
        "repeat": entry.repeat.as_ref().map(Repeat::rule),
        "unsure": unsure.collect::<Vec<_>>(),
    })
}
