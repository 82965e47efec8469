//! What the targets do: read against an empty workspace in memory.

#![allow(dead_code, reason = "each target takes its part")]

use chrono::{NaiveDate, NaiveTime};
use sponsor_core::exchange::{
    Against, NoProgress, ReadOptions, ReportOptions, calendar_as_ics, preview_calendar, preview_contacts, preview_report,
};
use sponsor_core::command::{Beginning, Command};
use sponsor_core::model::{CommandId, Entry, IdSource, Language, Name, PersonId, ThemeChoice};
use sponsor_core::store::{Author, MemoryMedium};
use sponsor_core::{Desk, Now, Request};

fn with_desk(work: impl FnOnce(&Desk, Now)) {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
    let now = Now::new(day.and_hms_opt(10, 0, 0).expect("an hour"), chrono_tz::Europe::Sofia);
    let desk = Desk::create_in(Box::new(MemoryMedium::new()), IdSource::seeded(7), now).expect("a workspace in memory");
    work(&desk, now);
}

/// Reads bytes as contacts.
pub fn contacts(bytes: &[u8]) {
    with_desk(|desk, now| {
        let view = desk.read().expect("a view");
        let against = Against { people: view.people(), ids: desk.ids(), now };
        if let Ok(preview) = preview_contacts("file", bytes, &ReadOptions::default(), &against, &NoProgress) {
            let counts = preview.counts();
            assert_eq!(preview.read, counts.added + counts.joined + counts.unchanged + counts.refused);
            let _ = preview.into_command();
        }
    });
}

/// Reads bytes as the company's report.
pub fn report(bytes: &[u8]) {
    with_desk(|desk, now| {
        let view = desk.read().expect("a view");
        let against = Against { people: view.people(), ids: desk.ids(), now };
        let options = ReportOptions::new(now.date());
        if let Ok(preview) = preview_report("file", bytes, &options, &against, Vec::new(), &NoProgress) {
            let counts = preview.counts();
            assert_eq!(preview.rows.len(), counts.added + counts.updated + counts.unchanged + counts.refused);
            let _ = preview.into_command();
        }
    });
}

fn run(desk: &Desk, now: Now, command: Command) {
    let id = CommandId::new(desk.ids(), now.local);
    desk.run(&Request { id, by: Author::Person, now, command }).expect("the command is done");
}

fn begin(desk: &Desk, now: Now) {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
    let beginning = Beginning {
        me: PersonId::new(desk.ids(), now.local),
        name: Name::new("A", "B").expect("a name"),
        language: Language::English,
        home_city: String::new(),
        evening_at: at(20),
        review_day: chrono::Weekday::Fri,
        review_at: at(17),
        theme: ThemeChoice::System,
    };
    run(desk, now, Command::Begin(Box::new(beginning)));
}

/// Reads bytes as a calendar, takes it in, reads it again, and reads what goes out.
pub fn calendar(bytes: &[u8]) {
    with_desk(|desk, now| {
        begin(desk, now);
        let look = |bytes: &[u8]| {
            let view = desk.read().expect("a view");
            preview_calendar("file", bytes, &ReadOptions::default(), (&view, now), &NoProgress)
        };
        let Ok(preview) = look(bytes) else { return };
        let counts = preview.counts();
        assert_eq!(preview.rows.len(), counts.added + counts.updated + counts.unchanged + counts.refused);
        run(desk, now, preview.into_command());
        let again = look(bytes).expect("it was read before").counts();
        assert_eq!((again.added, again.updated), (0, 0), "a second time changes nothing");
        let view = desk.read().expect("a view");
        let all: Vec<Entry> = view.all().expect("every entry");
        if !all.is_empty() {
            let out = calendar_as_ics(&all, view.people(), now.zone);
            let back = look(&out).expect("our own calendar is one").counts();
            assert_eq!(back.added, 0, "what goes out is known when it comes back");
        }
    });
}
