//! What a person gets from files of contacts and gives in them.

mod calendar_trip;
mod calendars;
mod cards;
mod company;
mod comparing;
mod everything;
mod meanwhile;
mod mending;
mod properties;
mod round_trip;
mod tables;

use chrono::{NaiveDate, NaiveTime};

use super::{
    Against, FileError, FileReport, NoProgress, Preview, Proposal, ReadOptions, Reasons, Refusal, TableWords,
    preview_contacts,
};
use crate::command::{Beginning, Command};
use crate::model::{CommandId, IdSource, Language, Name, Person, PersonId, ThemeChoice};
use crate::store::{Author, MemoryMedium};
use crate::{Desk, Now, Request};

fn now() -> Now {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    Now::new(day.and_hms_opt(10, 0, 0).unwrap(), chrono_tz::Europe::Sofia)
}

/// A workspace of Деница that has just begun.
fn begun() -> Desk {
    let desk = Desk::create_in(Box::new(MemoryMedium::new()), IdSource::seeded(7), now()).unwrap();
    begin(&desk);
    desk
}

fn begin(desk: &Desk) {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let beginning = Beginning {
        me: PersonId::new(desk.ids(), now().local),
        name: Name::new("Деница", "Колева").unwrap(),
        language: Language::Bulgarian,
        home_city: "Пловдив".to_owned(),
        evening_at: at(20),
        review_day: chrono::Weekday::Fri,
        review_at: at(17),
        theme: ThemeChoice::System,
    };
    run(desk, Command::Begin(Box::new(beginning)));
}

fn run(desk: &Desk, command: Command) {
    let id = CommandId::new(desk.ids(), now().local);
    desk.run(&Request { id, by: Author::Person, now: now(), command }).unwrap();
}

fn try_preview(desk: &Desk, bytes: &[u8]) -> Result<Preview, FileError> {
    let view = desk.read().map_err(std::io::Error::other)?;
    let against = Against { people: view.people(), ids: desk.ids(), now: now() };
    preview_contacts("file", bytes, &ReadOptions::default(), &against, &NoProgress)
}

fn preview(desk: &Desk, bytes: &[u8]) -> Preview {
    try_preview(desk, bytes).unwrap()
}

/// Reasons as the errors say them.
struct English;

impl Reasons for English {
    fn refusal(&self, refusal: Refusal) -> String {
        refusal.to_string()
    }

    fn proposal(&self, proposal: Proposal) -> String {
        match proposal {
            Proposal::SameName => "the name is equal".to_owned(),
        }
    }
}

/// Takes a file in and says what came of it.
fn import(desk: &Desk, bytes: &[u8]) -> FileReport {
    let preview = preview(desk, bytes);
    run(desk, preview.into_command());
    preview.report(&English)
}

fn counts(report: &FileReport) -> [usize; 5] {
    [report.read, report.added, report.updated, report.unchanged, report.refused.len()]
}

/// Everyone but the user, by name.
fn people(desk: &Desk) -> Vec<Person> {
    let view = desk.read().unwrap();
    let me = view.people().me().map(|me| me.id);
    let mut all: Vec<Person> =
        view.people().all().filter(|one| Some(one.id) != me).map(|one| Person::clone(one)).collect();
    all.sort_by_key(|person| (person.name.full(), person.id));
    all
}

fn only(desk: &Desk) -> Person {
    let mut all = people(desk);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// A card of version 3.0 with these lines.
fn card(lines: &str) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}\r\nEND:VCARD\r\n")
}

/// The words of a table that goes out, as a Bulgarian has them.
const TABLE_WORDS: TableWords<'static> = TableWords {
    language: Language::Bulgarian,
    relation: &|person| person.relation.map_or("", |_| "близък").to_owned(),
    stage: &|_| "нов".to_owned(),
};
