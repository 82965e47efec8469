//! Values as scripts read them: keys always present, unknown is null, decimals are numbers.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use serde_json::{Number, Value, json};
use sponsor_core::model::{Action, EntryKind, EntryState, Priority};
use sponsor_core::query::Item;

/// A decimal as a number.
#[must_use]
pub fn decimal(value: Decimal) -> Value {
    value.normalize().to_string().parse::<Number>().map_or(Value::Null, Value::Number)
}

/// A decimal that may be unknown.
#[must_use]
pub fn decimal_or_null(value: Option<Decimal>) -> Value {
    value.map_or(Value::Null, decimal)
}

/// A date.
#[must_use]
pub fn date(value: NaiveDate) -> Value {
    Value::String(value.format("%Y-%m-%d").to_string())
}

/// A local moment, to the minute.
#[must_use]
pub fn moment(value: NaiveDateTime) -> Value {
    Value::String(value.format("%Y-%m-%dT%H:%M").to_string())
}

/// An action in one word.
#[must_use]
pub fn action(value: Option<&Action>) -> Value {
    let word = match value {
        None => return Value::Null,
        Some(Action::Call) => "call",
        Some(Action::Invitation) => "invitation",
        Some(Action::Meeting) => "meeting",
        Some(Action::TwoPlusOne) => "two_plus_one",
        Some(Action::Presentation) => "presentation",
        Some(Action::FollowUp) => "follow_up",
        Some(Action::Training) => "training",
        Some(Action::OnlinePost) => "online_post",
        Some(Action::Own(name)) => return Value::String(format!("own:{name}")),
    };
    Value::String(word.to_owned())
}

/// A kind of entry in one word.
#[must_use]
pub const fn kind(value: EntryKind) -> &'static str {
    match value {
        EntryKind::Meeting => "meeting",
        EntryKind::Event => "event",
        EntryKind::Call => "call",
        EntryKind::Message => "message",
        EntryKind::Task => "task",
        EntryKind::Note => "note",
    }
}

/// A priority in one word.
#[must_use]
pub const fn priority(value: Priority) -> &'static str {
    match value {
        Priority::Urgent => "urgent",
        Priority::Important => "important",
        Priority::Necessary => "necessary",
        Priority::Other => "other",
    }
}

/// A state in one word.
#[must_use]
pub const fn state(value: EntryState) -> &'static str {
    match value {
        EntryState::Planned => "planned",
        EntryState::Done => "done",
        EntryState::Dropped => "dropped",
    }
}

/// An item of the day.
#[must_use]
pub fn item(item: &Item) -> Value {
    let names: Vec<&str> = item.people.iter().map(|person| person.full.as_str()).collect();
    json!({
        "id": item.id.to_string(),
        "kind": kind(item.kind),
        "action": action(item.action.as_ref()),
        "title": item.title,
        "date": item.when.first_day().map_or(Value::Null, date),
        "time": item.when.time().map(|time| time.format("%H:%M").to_string()),
        "minutes": item.when.minutes(),
        "people": names,
        "priority": priority(item.priority),
        "state": state(item.state),
    })
}
