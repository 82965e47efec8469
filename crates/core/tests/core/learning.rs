//! Commands about trainings and learning, made from numbers.

use sponsor_core::Now;
use sponsor_core::command::{AttendanceSheet, Command, MethodChange, PathChange};
use sponsor_core::learning::kept_path;
use sponsor_core::model::{
    Action, Attendance, AttendanceChange, Entry, EntryId, EntryKind, IdSource, Language, MethodWords, Mode, OwnMethod,
    StepWords, When,
};

use crate::making::{Choice, There, day, person};

pub fn attendance(there: &There, Choice { a, b, c }: Choice, ids: &IdSource, now: Now) -> AttendanceSheet {
    let guest = person(ids, &format!("Гост Нов{a}"), now);
    let mode = if b.is_multiple_of(2) { Mode::Online } else { Mode::InPerson };
    let changes = vec![
        AttendanceChange::Came(Attendance { person: guest.id, mode, wants_more: c.is_multiple_of(2) }),
        AttendanceChange::Came(Attendance { person: there.person(b), mode, wants_more: true }),
        AttendanceChange::Invited(there.person(c)),
        AttendanceChange::NotCame(there.person(a)),
        AttendanceChange::Off(there.person(a + 1)),
    ];
    let trainings: Vec<&Entry> = there.entries.iter().filter(|entry| entry.is_training()).collect();
    let known = usize::try_from(a).unwrap().checked_rem(trainings.len()).map(|at| trainings[at]);
    let sheet = match known {
        Some(training) => {
            let instance = there.instance(training.id, b).map(|day| (day, EntryId::new(ids, now.local)));
            AttendanceSheet { instance, ..AttendanceSheet::of(training.id, changes) }
        }
        None => {
            let id = EntryId::new(ids, now.local);
            let mut entry = Entry::new(id, EntryKind::Event, "Обучение", When::day(day(b)), now.local);
            (entry.action, entry.action_chosen) = (Some(Action::Training), true);
            AttendanceSheet { new: Some(Box::new(entry)), ..AttendanceSheet::of(id, changes) }
        }
    };
    AttendanceSheet { people: vec![guest], ..sheet }
}

/// A step of the path as it is there.
fn step(there: &There, number: u64) -> String {
    let path = there.settings.as_ref().map(kept_path).unwrap_or_default();
    let at = usize::try_from(number).unwrap().checked_rem(path.len());
    at.map_or_else(|| "none".to_owned(), |at| path[at].key.clone())
}

pub fn learn(there: &There, Choice { a, b, c }: Choice) -> Command {
    let on = (!c.is_multiple_of(4)).then(|| day(c));
    Command::Learn { people: vec![there.person(a)], step: step(there, b), on }
}

pub fn path(there: &There, Choice { a, b, c }: Choice) -> PathChange {
    let words = StepWords { title: format!("Стъпка {b}"), ..StepWords::default() };
    let step = step(there, b);
    match a % 6 {
        0 => PathChange::Add(words),
        1 => PathChange::Reword { step, words: Some(words) },
        2 => PathChange::Move { step, to: usize::try_from(c % 12).unwrap() },
        3 => PathChange::Switch { step, on: c.is_multiple_of(2) },
        4 => PathChange::Add(StepWords { next: "после".to_owned(), ..words }),
        _ => PathChange::Shipped,
    }
}

pub fn method(Choice { a, b, .. }: Choice) -> MethodChange {
    let key = if b.is_multiple_of(2) { "live_talk".to_owned() } else { String::new() };
    let words = MethodWords { title: format!("Метод {b}"), ..MethodWords::default() };
    match a % 3 {
        0 => MethodChange::Hide { method: "live_talk".to_owned(), hidden: b.is_multiple_of(2) },
        1 => MethodChange::Unwrite("live_talk".to_owned()),
        _ => MethodChange::Write(Box::new(OwnMethod { key, language: Language::Bulgarian, live: true, words })),
    }
}
