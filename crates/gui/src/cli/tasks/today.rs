//! `today` and `search`.

use serde_json::{Value, json};
use sponsor_core::query::{Ask, AskKind, FirstDays, FoundId, Item, Silent, today as today_of};

use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;

/// What matters today.
pub fn today(session: &Session) -> Result<Output, Failure> {
    let desk = session.open()?;
    let view = desk.read()?;
    let today = today_of(&view, session.now)?;
    let (words, formats) = (session.words(), session.formats());
    let mut lines = vec![formats.date_weekday_long(today.date)];
    lines.extend(today.programme.iter().map(|item| line(session, item)));
    if !today.overdue.is_empty() {
        lines.push(words.get("unfinished"));
        lines.extend(today.overdue.iter().map(|item| line(session, item)));
    }
    for silent in &today.silent {
        let name = silent.standing.person.name.full();
        let ask = silent.ask.text.as_str();
        let values = [("name", name.into()), ("days", silent.days.into()), ("ask", ask.into())];
        lines.push(words.with("cli-today-silent", &values));
    }
    for first in &today.first_days {
        let values = [
            ("name", first.person.full.as_str().into()),
            ("done", first.done.into()),
            ("total", first.total.into()),
            ("hours", first.hours_left.into()),
        ];
        lines.push(words.with("cli-today-first-days", &values));
    }
    let value = json!({
        "date": json::date(today.date),
        "programme": today.programme.iter().map(json::item).collect::<Vec<_>>(),
        "overdue": today.overdue.iter().map(json::item).collect::<Vec<_>>(),
        "silent": today.silent.iter().map(silent).collect::<Vec<_>>(),
        "first_days": today.first_days.iter().map(first_days).collect::<Vec<_>>(),
    });
    Ok(Output::new(lines, value))
}

fn line(session: &Session, item: &Item) -> String {
    let time = item.when.time().map_or_else(|| "     ".to_owned(), |time| session.formats().time(time));
    let people: Vec<_> = item.people.iter().map(|person| person.full.as_str()).collect();
    let people = if people.is_empty() { String::new() } else { format!(" · {}", people.join(", ")) };
    format!("{time}  {}{people}", item.title)
}

fn silent(silent: &Silent) -> Value {
    json!({
        "id": silent.standing.person.id.to_string(),
        "person": silent.standing.person.name.full(),
        "days": silent.days,
        "cadence_days": silent.standing.cadence_days,
        "ask": { "kind": ask_word(&silent.ask), "text": silent.ask.text },
    })
}

const fn ask_word(ask: &Ask) -> &'static str {
    match ask.kind {
        AskKind::Promise => "promise",
        AskKind::Information => "information",
        AskKind::Important => "important",
        AskKind::Goal => "goal",
        AskKind::LastTalk => "last_talk",
    }
}

fn first_days(first: &FirstDays) -> Value {
    json!({
        "id": first.person.id.to_string(),
        "person": first.person.full,
        "until": json::moment(first.until),
        "hours_left": first.hours_left,
        "done": first.done,
        "total": first.total,
        "next": first.next,
    })
}

/// People and entries by what is typed.
pub fn search(session: &Session, text: &str, limit: usize) -> Result<Output, Failure> {
    let desk = session.open()?;
    let found = desk.read()?.find(text, limit)?;
    let lines = found.iter().map(|found| match found.on {
        Some(on) => format!("{} · {} · {}", session.formats().date_short(on), found.title, found.snippet),
        None if found.snippet == found.title => found.title.clone(),
        None => format!("{} · {}", found.title, found.snippet),
    });
    let lines = if found.is_empty() { vec![session.words().get("palette-nothing")] } else { lines.collect() };
    let values: Vec<Value> = found
        .iter()
        .map(|found| {
            let id = match found.id {
                FoundId::Person(id) => id.to_string(),
                FoundId::Entry(id) => id.to_string(),
            };
            json!({
                "kind": found.word(),
                "id": id,
                "title": found.title,
                "snippet": found.snippet,
                "match": [found.marked.0, found.marked.1],
            })
        })
        .collect();
    Ok(Output::new(lines, Value::Array(values)))
}
