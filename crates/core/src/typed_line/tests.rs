//! Lines and what they mean: a table in each language, and what holds for any text.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use proptest::prelude::*;

use super::{Context, KnownNames, Meaning, TypedLine, Wishes, read, read_with, read_without};
use crate::Now;
use crate::model::{Action, EntryKind, IdSource, Name, Person, PersonId, Priority};

const NAMES: [&str; 16] = [
    "Мария Илиева",
    "Мария Петрова",
    "Петър Колев",
    "Стоян Вълчев",
    "Елена Димова",
    "Ралица Попова",
    "Иван Георгиев",
    "Милена Костадинова",
    "Надежда Русева",
    "Анна-Мария Костова",
    "Димитър Янев",
    "William Stone",
    "Elizabeth Grant",
    "Mark Lane",
    "Hope Turner",
    "John Smith",
];

fn tuesday() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 40, 0).unwrap()
}

fn people() -> Vec<Person> {
    let ids = IdSource::seeded(7);
    let person = |name: &&str| {
        let mut person = Person::new(PersonId::new(&ids, tuesday()), Name::from_full(name).unwrap(), tuesday().date());
        if *name == "Димитър Янев" {
            "Мецо".clone_into(&mut person.nickname);
        }
        person
    };
    NAMES.iter().map(person).collect()
}

fn at(local: NaiveDateTime, names: &KnownNames) -> Context<'_> {
    Context {
        now: Now::new(local, chrono_tz::Europe::Sofia),
        day_ends: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
        week_starts: Weekday::Mon,
        people: names,
    }
}

fn kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Meeting => "meeting",
        EntryKind::Event => "event",
        EntryKind::Call => "call",
        EntryKind::Message => "message",
        EntryKind::Task => "task",
        EntryKind::Note => "note",
    }
}

/// A reading in the words of the tables.
fn told(read: &TypedLine, names: &KnownNames) -> String {
    let said = if read.kind_said { "*" } else { "" };
    let mut told = vec![format!("{}{said}", kind(read.kind))];
    let day = |day: NaiveDate| day.format(if day.year() == 2026 { "%m-%d" } else { "%Y-%m-%d" }).to_string();
    told.extend(read.date.map(day));
    told.extend(read.time.map(|time| time.format("%H:%M").to_string()));
    told.extend(read.minutes.map(|minutes| format!("{minutes}m")));
    told.extend(read.action.as_ref().map(|action| match action {
        Action::TwoPlusOne => "[two_plus_one]".to_owned(),
        Action::Training => "[training]".to_owned(),
        other => format!("[{other:?}]"),
    }));
    if !read.place.is_empty() {
        told.push(format!("@{}", read.place));
    }
    match read.priority {
        Priority::Urgent => told.push("!urgent".to_owned()),
        Priority::Important => told.push("!important".to_owned()),
        Priority::Necessary => told.push("!necessary".to_owned()),
        Priority::Other => {}
    }
    told.extend(read.repeat.as_ref().map(|repeat| format!("~{}", repeat.rule())));
    if !read.people.is_empty() {
        let names: Vec<&str> = read.people.iter().map(|one| names.full_name(*one)).collect();
        told.push(format!("{{{}}}", names.join(",")));
    }
    told.extend(read.unsure.iter().map(|unsure| format!("?{}={}", unsure.text, unsure.candidates.len())));
    format!("{} : {}", told.join(" "), read.title)
}

fn table(cases: &str) -> usize {
    let names = KnownNames::of_people(&people());
    let context = at(tuesday(), &names);
    let cases: Vec<(&str, &str)> = cases.lines().filter_map(|case| case.split_once(" => ")).collect();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(line, expected)| {
            let told = told(&read(line, &context), &names);
            (told != *expected).then(|| format!("{line}\n   is: {told}\n not: {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    cases.len()
}

#[test]
fn bulgarian_lines_are_understood_as_people_mean_them() {
    assert!(table(include_str!("cases/bg.txt")) >= 150);
}

#[test]
fn english_lines_are_understood_as_people_mean_them() {
    assert!(table(include_str!("cases/en.txt")) >= 150);
}
