//! `today` and `search`.

use serde_json::{Value, json};
use sponsor_core::model::EntryState;
use sponsor_core::query::{Ask, AskKind, FirstDays, FoundId, Item, Silent, TodayView, today as today_of};

use super::super::failure::Failure;
use super::super::json;
use super::super::output::Output;
use super::super::session::Session;
use crate::pages::diary::kind_word;

/// What matters today.
pub fn today(session: &Session) -> Result<Output, Failure> {
    let desk = session.open()?;
    let view = desk.read()?;
    let today = today_of(&view, session.now)?;
    let lines = said(session, &today);
    let value = json!({
        "date": json::date(today.date),
        "programme": today.programme.iter().map(json::item).collect::<Vec<_>>(),
        "overdue": today.overdue.iter().map(json::item).collect::<Vec<_>>(),
        "silent": today.silent.iter().map(silent).collect::<Vec<_>>(),
        "first_days": today.first_days.iter().map(first_days).collect::<Vec<_>>(),
    });
    Ok(Output::new(lines, value))
}

/// The day in lines: each part under its word, each entry with what it is.
fn said(session: &Session, today: &TodayView) -> Vec<String> {
    let words = session.words();
    let mut lines = vec![session.formats().date_weekday_long(today.date)];
    let silent = today.silent.iter().map(|silent| {
        let (name, ask) = (silent.standing.person.name.full(), silent.ask.text.as_str());
        words.with("cli-today-silent", &[("name", name.into()), ("days", silent.days.into()), ("ask", ask.into())])
    });
    let first_days = today.first_days.iter().map(|first| {
        let values = [
            ("name", first.person.full.as_str().into()),
            ("done", first.done.into()),
            ("total", first.total.into()),
            ("hours", first.hours_left.into()),
        ];
        words.with("cli-today-first-days", &values)
    });
    let parts: [(&str, Vec<String>); 4] = [
        ("programme-of-day", today.programme.iter().map(|item| line(session, item)).collect()),
        ("unfinished", today.overdue.iter().map(|item| line(session, item)).collect()),
        ("today-silent", silent.collect()),
        ("first-three-days", first_days.collect()),
    ];
    for (title, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        lines.push(String::new());
        lines.push(words.get(title));
        lines.extend(part.into_iter().map(|line| format!("  {line}")));
    }
    lines
}

/// «14:00  среща · Мария Петрова · направено».
fn line(session: &Session, item: &Item) -> String {
    let words = session.words();
    let time = item.when.time().map_or_else(|| words.get("all-day"), |time| session.formats().time(time));
    let kind = kind_word(&words, item.kind);
    let state = match item.state {
        EntryState::Planned => None,
        EntryState::Done => Some(words.get("state-done")),
        EntryState::Dropped => Some(words.get("state-dropped")),
    };
    let people = item.people.iter().map(|person| person.full.clone()).filter(|name| !item.title.contains(name));
    let parts = [kind.to_lowercase(), item.title.clone()].into_iter().chain(people).chain(state);
    format!("{time}  {}", parts.collect::<Vec<_>>().join(" · "))
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
