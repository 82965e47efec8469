//! `add`: a note, or an entry when a time is said.

use chrono::NaiveDateTime;
use serde_json::{Value, json};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryId, EntryKind, PersonId, Repeat, When};
use sponsor_core::query::{People, View};
use sponsor_core::text::fold;

use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use crate::format::parse;

/// Writes a note, or an entry.
pub fn add(session: &Session, text: &str, at: Option<&str>) -> Result<Output, Failure> {
    let when = at.map(|at| when(session, at)).transpose()?;
    let desk = session.open()?;
    let people = named(desk.read()?.people(), text);
    let kind = match (&when, people.is_empty()) {
        (None, _) => EntryKind::Note,
        (Some(_), true) => EntryKind::Event,
        (Some(_), false) => EntryKind::Meeting,
    };
    let id = EntryId::new(desk.ids(), session.now.local);
    let mut entry = Entry::new(id, kind, text, when.unwrap_or_default(), session.now.local);
    entry.people = people;
    session.run(&desk, Command::AddEntry(Box::new(entry)))?;
    let view = desk.read()?;
    let Some((entry, _)) = view.item(id, None)? else { return Err(Failure::message("error-not-found")) };
    Ok(Output::new(vec![understood(session, &view, &entry)], value(&view, &entry)))
}

/// A moment, a day, or a day and a time as people type them.
fn when(session: &Session, at: &str) -> Result<When, Failure> {
    let zone = session.now.zone;
    let timed = |start| When::Timed { start, minutes: None, zone };
    if let Ok(start) = NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H:%M") {
        return Ok(timed(start));
    }
    let today = session.now.date();
    if let Some(day) = parse::date(at, today) {
        return Ok(When::day(day));
    }
    let split = at.trim().rsplit_once(' ').and_then(|(day, time)| {
        let day = parse::date(day, today)?;
        Some(timed(day.and_time(parse::time(time)?)))
    });
    split.ok_or_else(|| Failure::Message("error-when", vec![("when", at.to_owned())]))
}

/// People of the list whose whole name stands in the text; nobody is created.
fn named(people: &People, text: &str) -> Vec<PersonId> {
    let text = format!(" {} ", fold(text));
    let me = people.settings().map(|settings| settings.me);
    let stands = |name: &str| !name.trim().is_empty() && text.contains(&format!(" {} ", fold(name)));
    let mut found: Vec<_> = people
        .all()
        .filter(|person| Some(person.id) != me && !person.name.family().is_empty() && stands(&person.name.full()))
        .map(|person| person.id)
        .collect();
    found.sort_unstable();
    found
}

fn understood(session: &Session, view: &View, entry: &Entry) -> String {
    let formats = session.formats();
    let day = entry.when.first_day().map(|day| formats.date_short(day));
    let time = entry.when.time().map(|time| formats.time(time));
    let people = entry.people.iter().map(|id| view.people().name(*id));
    let kind = session.words().get(kind_key(entry.kind));
    let parts = [Some(kind), day, time].into_iter().flatten().chain(people).chain([entry.title.clone()]);
    parts.collect::<Vec<_>>().join(" · ")
}

const fn kind_key(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Meeting => "kind-meeting",
        EntryKind::Event => "kind-event",
        EntryKind::Call => "kind-call",
        EntryKind::Message => "kind-message",
        EntryKind::Task => "kind-task",
        EntryKind::Note => "kind-note",
    }
}

fn value(view: &View, entry: &Entry) -> Value {
    let names: Vec<_> = entry.people.iter().map(|id| view.people().name(*id)).collect();
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
        "unsure": [],
    })
}
