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
        happened: None,
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
    let cases: Vec<(&str, &str)> =
        cases.lines().filter(|case| !case.starts_with('#')).filter_map(|case| case.split_once(" => ")).collect();
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

#[test]
fn every_repetition_of_the_tables_begins_on_the_day_that_is_shown_and_goes_on() {
    let names = KnownNames::of_people(&people());
    let context = at(tuesday(), &names);
    let cases = [include_str!("cases/bg.txt"), include_str!("cases/en.txt")];
    let repeating = cases.iter().flat_map(|cases| cases.lines()).filter(|case| case.contains('~'));
    let mut tried = 0;
    for (line, _) in repeating.filter_map(|case| case.split_once(" => ")).filter(|(line, _)| !line.starts_with('#')) {
        let read = read(line, &context);
        let entry = read.entry(crate::model::EntryId::from_bytes([1; 16]), context.now);
        let first = read.date.unwrap();
        let days = crate::query::instances(&entry, &(first..=first + chrono::Days::new(800)));
        let begins = days.first().and_then(|one| one.when.first_day());
        assert_eq!(begins, Some(first), "{line}: {:?}", read.repeat);
        assert!(days.len() > 1, "{line}: {:?}", read.repeat);
        tried += 1;
    }
    assert!(tried > 30, "{tried}");
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn when(local: &str, line: &str) -> String {
    let names = KnownNames::default();
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    let read = read(line, &at(local, &names));
    let time = read.time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
    read.date.map(|date| format!("{date}{time}")).unwrap_or_default()
}

#[test]
fn a_weekday_on_its_own_day_is_today_only_while_its_hour_is_to_come() {
    assert_eq!(when("2026-11-27 10:00", "в петък в 14 кафе"), "2026-11-27 14:00");
    assert_eq!(when("2026-11-27 15:00", "в петък в 14 кафе"), "2026-12-04 14:00");
    assert_eq!(when("2026-11-27 10:00", "в петък кафе"), "2026-12-04");
    assert_eq!(when("2026-11-27 10:00", "next Friday coffee"), "2026-12-04");
    assert_eq!(when("2026-11-29 10:00", "next Friday coffee"), "2026-12-04");
    assert_eq!(when("2026-11-29 10:00", "другата седмица във вторник кафе"), "2026-12-01");
}

#[test]
fn after_midnight_the_day_is_still_the_one_before_and_hours_count_from_the_clock() {
    assert_eq!(when("2026-11-25 01:30", "утре кафе"), "2026-11-25");
    assert_eq!(when("2026-11-25 01:30", "довечера кафе"), "2026-11-25 20:00");
    assert_eq!(when("2026-11-25 01:30", "9:00 кафе"), "2026-11-25 09:00");
    assert_eq!(when("2026-11-25 01:30", "след половин час кафе"), "2026-11-25 02:00");
    assert_eq!(when("2026-11-25 05:00", "утре кафе"), "2026-11-26");
    assert_eq!(when("2026-11-24 23:45", "след половин час кафе"), "2026-11-25 00:15");
}

#[test]
fn the_next_week_begins_on_the_day_that_is_set() {
    let names = KnownNames::default();
    let sunday_first = Context { week_starts: Weekday::Sun, ..at(tuesday(), &names) };
    assert_eq!(read("другата седмица", &sunday_first).date, Some(day("2026-11-29")));
    assert_eq!(read("следващата неделя", &sunday_first).date, Some(day("2026-11-29")));
    assert_eq!(read("следващата неделя", &at(tuesday(), &names)).date, Some(day("2026-12-06")));
}

#[test]
fn what_is_taken_away_is_a_word_again() {
    let names = KnownNames::of_people(&people());
    let context = at(tuesday(), &names);
    let line = "утре 14:00 кафе с Петър";
    let part = |wanted: fn(&Meaning) -> bool| {
        read(line, &context).parts.into_iter().find(|part| wanted(&part.meaning)).unwrap().range
    };
    let no_day = read_without(line, &[part(|one| *one == Meaning::Day)], &context);
    assert_eq!(told(&no_day, &names), "meeting 11-24 14:00 {Петър Колев} : утре кафе");
    let nobody = read_without(line, &[part(|one| matches!(one, Meaning::Person(_)))], &context);
    assert_eq!(told(&nobody, &names), "event 11-25 14:00 : кафе с Петър");
    let whole = 0..line.len();
    let nothing = read_without(line, std::slice::from_ref(&whole), &context);
    assert_eq!(told(&nothing, &names), format!("note : {line}"));
}

#[test]
fn a_choice_between_two_takes_the_name_out_of_the_title() {
    let names = KnownNames::of_people(&people());
    let context = at(tuesday(), &names);
    let line = "утре кафе с Мария";
    let unsure = read(line, &context).unsure.remove(0);
    let full: Vec<&str> = unsure.candidates.iter().map(|one| names.full_name(*one)).collect();
    assert_eq!(full, ["Мария Илиева", "Мария Петрова"]);
    let chosen = vec![(unsure.range, unsure.candidates[1])];
    let sure = read_with(line, &Wishes { chosen, ..Wishes::default() }, &context);
    assert_eq!(told(&sure, &names), "meeting 11-25 {Мария Петрова} : кафе");
}

#[test]
fn what_is_set_outright_is_not_read_from_the_line() {
    let names = KnownNames::of_people(&people());
    let outright = Wishes { at: Some((day("2026-12-05"), NaiveTime::from_hms_opt(9, 30, 0))), ..Wishes::default() };
    let read = read_with("да кажа за утре в 14 на Петър", &outright, &at(tuesday(), &names));
    assert_eq!(told(&read, &names), "task 12-05 09:30 {Петър Колев} : да кажа за утре в 14 на Петър");
    let chosen = Wishes { kind: Some(EntryKind::Call), ..outright };
    assert_eq!(read_with("кафе", &chosen, &at(tuesday(), &names)).kind, EntryKind::Call);
}

#[test]
fn a_long_text_stays_a_note_as_it_is() {
    let names = KnownNames::of_people(&people());
    let long = "утре в 14 среща с Петър ".repeat(30);
    let read = read(&long, &at(tuesday(), &names));
    assert_eq!((read.kind, read.date, read.parts.len()), (EntryKind::Note, None, 0));
    assert_eq!(read.title, long.trim());
}

const FRAGMENTS: [&str; 64] = [
    "утре",
    "в",
    "14:30",
    "Мария",
    "Петър",
    "Колев",
    "с",
    "!!",
    "!",
    "@",
    "всеки",
    "понеделник",
    "до",
    "петък",
    "24.11",
    "2+1",
    "за",
    "45 мин",
    ",",
    "?",
    ";",
    "следващия",
    "next",
    "Friday",
    "at",
    "half past two",
    "—",
    "\u{301}",
    "кафе",
    "14-15:30",
    "от",
    "14",
    "ч",
    "сутринта",
    "довечера",
    "след",
    "половин час",
    "in",
    "3",
    "days",
    "седмица",
    "през",
    "края на",
    "месеца",
    "обади се на",
    "среща",
    "бележка",
    "note",
    "важно",
    "спешно",
    "„",
    "“",
    "5-и",
    "Nov",
    "24",
    "every",
    "и",
    "and",
    "2pm",
    "🎉",
    "...",
    "9999999999999",
    "31.12.9999",
    "pm",
];

fn lines() -> impl Strategy<Value = String> {
    let fragments =
        prop::collection::vec((prop::sample::select(FRAGMENTS.as_slice()), prop::bool::weighted(0.85)), 0..14);
    let known = fragments.prop_map(|parts| {
        parts.into_iter().map(|(text, room)| if room { format!("{text} ") } else { text.to_owned() }).collect()
    });
    prop_oneof![known, "\\PC{0,60}", "[а-я0-9 .:,/@!+-]{0,40}"]
}

/// The runs of letters and figures of a line, with their places.
fn runs(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, letter) in line.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        match runs.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + letter.len_utf8(),
            None => runs.push(at..at + letter.len_utf8()),
        }
    }
    runs
}

fn keeps_every_word(line: &str, read: &TypedLine) {
    for run in runs(line) {
        let covered = read.parts.iter().any(|part| part.range.start <= run.start && run.end <= part.range.end);
        let word = line.get(run).unwrap();
        assert!(covered || read.title.contains(word), "{line:?} lost {word:?}: {read:?}");
    }
    assert!(line.trim().is_empty() || !read.title.is_empty(), "{line:?}");
    assert!(read.parts.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{line:?}: {read:?}");
    assert!(read.parts.iter().all(|part| line.get(part.range.clone()).is_some()), "{line:?}");
    assert!(read.time.is_none() || read.date.is_some());
    assert!(read.minutes.is_none() || read.time.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_an_entry_or_a_note_and_loses_no_word(line in lines(), hour in 0_u32..24, chosen in any::<prop::sample::Index>()) {
        let names = KnownNames::of_people(&people());
        let local = tuesday().date().and_hms_opt(hour, 40, 0).unwrap();
        let context = at(local, &names);
        let first = read(&line, &context);
        keeps_every_word(&line, &first);
        let entry = first.entry(crate::model::EntryId::from_bytes([1; 16]), context.now);
        prop_assert!(line.trim().is_empty() || entry.check().is_ok(), "{:?}", entry);
        if !first.parts.is_empty() {
            let plain = first.parts[chosen.index(first.parts.len())].range.clone();
            let second = read_without(&line, std::slice::from_ref(&plain), &context);
            keeps_every_word(&line, &second);
            prop_assert!(second.parts.iter().all(|part| part.range.end <= plain.start || part.range.start >= plain.end));
        }
    }
}
