//! Words that several parts of the page share.

use sponsor_core::model::{FigureValues, Mode, Person, Role};
use sponsor_core::query::{Item, TrainingRow};

use crate::app::Scene;
use crate::icons;
use crate::words::Words;

/// Who came to trainings this month; none before the first.
pub(super) fn month(scene: &Scene<'_>, values: &FigureValues) -> Option<String> {
    let people = values.in_training?;
    let count = |value: Option<u32>| value.unwrap_or(0).into();
    let values = [
        ("month", scene.formats.month(chrono::Datelike::month(&scene.today)).into()),
        ("people", people.into()),
        ("in_person", count(values.in_person)),
        ("online", count(values.online_only)),
        ("more", count(values.wants_more)),
    ];
    Some(scene.words.with("training-month", &values))
}

/// «сб 28 ноем · 10:00», with today and tomorrow said.
pub(super) fn when(scene: &Scene<'_>, item: &Item) -> String {
    let Some(day) = item.when.first_day() else { return scene.words.get("training-undated") };
    let away = (day - scene.today).num_days();
    let near = match away {
        0 => format!("{}, ", scene.words.get("today")),
        1 => format!("{}, ", scene.words.get("tomorrow")),
        _ => String::new(),
    };
    let date = format!("{near}{}", scene.formats.date_short(day));
    match item.when.time() {
        Some(time) => format!("{date} · {}", scene.formats.time(time)),
        None => date,
    }
}

/// The icon of a place: in person or online.
pub(super) fn mode_icon(item: &Item) -> char {
    match mode(item) {
        Mode::Online => icons::ONLINE,
        Mode::InPerson => icons::PLACE,
    }
}

/// In person or online; a link is online.
pub(super) fn mode(item: &Item) -> Mode {
    let link = item.place.contains("://");
    item.mode.unwrap_or(if link { Mode::Online } else { Mode::InPerson })
}

pub(super) fn mode_word(words: &Words, mode: Mode) -> String {
    words.get(match mode {
        Mode::InPerson => "in-person",
        Mode::Online => "online",
    })
}

/// How many came of how many, or how many are invited.
pub(super) fn count(scene: &Scene<'_>, row: &TrainingRow, held: bool) -> String {
    let values = [("came", row.came.into()), ("all", row.everyone.into()), ("invited", row.invited.into())];
    scene.words.with(if held { "training-came-of" } else { "training-invited" }, &values)
}

/// Partner, customer, contact of the list, or guest.
pub(super) fn role(words: &Words, person: &Person) -> String {
    match person.registration.as_ref().map(|own| own.role) {
        Some(Role::Partner) => words.get("role-partner"),
        Some(Role::Customer) => words.get("role-customer"),
        None => words.get("training-guest"),
    }
}
