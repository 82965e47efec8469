//! What a person gets from calendars of other programs.

use chrono::{NaiveDate, NaiveDateTime};

use super::{begun, now, run};
use crate::Desk;
use crate::command::Command;
use crate::exchange::{
    CalendarField, CalendarPreview, CalendarVerdict, FileError, NoProgress, Progress, ReadOptions, Refusal, Remark,
    preview_calendar,
};
use crate::model::{Email, Entry, EntryKind, EntryState, Name, Person, PersonId, Priority, When};
use crate::query::instances;

pub(super) fn look(desk: &Desk, bytes: &[u8]) -> Result<CalendarPreview, FileError> {
    let view = desk.read().map_err(std::io::Error::other)?;
    preview_calendar("file.ics", bytes, &ReadOptions::default(), (&view, now()), &NoProgress)
}

/// A calendar around these lines.
pub(super) fn calendar(inner: &str) -> Vec<u8> {
    let lines: Vec<&str> = inner.lines().map(str::trim_start).filter(|line| !line.is_empty()).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", lines.join("\r\n")).into_bytes()
}

pub(super) fn take(desk: &Desk, bytes: &[u8]) -> CalendarPreview {
    let preview = look(desk, bytes).unwrap();
    run(desk, preview.into_command());
    preview
}

pub(super) fn entries(desk: &Desk) -> Vec<Entry> {
    let mut all: Vec<Entry> = desk.read().unwrap().all().unwrap();
    all.sort_by(|one, other| one.title.cmp(&other.title));
    all
}

/// Somebody who is on the list.
pub(super) fn add_person(desk: &Desk, name: &str, email: Option<&str>) -> PersonId {
    let mut person = Person::new(PersonId::new(desk.ids(), now().local), Name::from_full(name).unwrap(), now().date());
    person.emails =
        email.map(|address| Email { address: address.to_owned(), label: String::new() }).into_iter().collect();
    let id = person.id;
    run(desk, Command::AddPeople(vec![person]));
    id
}

fn only(desk: &Desk) -> Entry {
    let all = entries(desk);
    assert_eq!(all.len(), 1);
    all.into_iter().next().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn home(start: &str, minutes: Option<u32>) -> When {
    When::Timed { start: at(start), minutes, zone: chrono_tz::Europe::Sofia }
}

fn event(lines: &str) -> Vec<u8> {
    calendar(&format!("BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT"))
}

#[test]
fn an_hour_is_by_the_clock_at_home_however_the_file_says_its_zone() {
    let zone = "BEGIN:VTIMEZONE
        TZID:Нашият час
        BEGIN:STANDARD
        DTSTART:16010101T040000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0200
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0300
        END:DAYLIGHT
        END:VTIMEZONE";
    for start in [
        "DTSTART:20261201T080000Z",
        "DTSTART:20261201T100000",
        "DTSTART;TZID=Europe/Sofia:20261201T100000",
        "DTSTART;TZID=America/New_York:20261201T030000",
        "DTSTART;TZID=FLE Standard Time:20261201T100000",
        "DTSTART;TZID=\"W. Europe Standard Time\":20261201T090000",
        "DTSTART;TZID=/example.org/20210101_1/Europe/Berlin:20261201T090000",
        "DTSTART;TZID=Нашият час:20261201T100000",
        "DTSTART;TZID=UTC+03:00:20261201T110000",
        "DTSTART:2026-12-01T10:00:00+02:00",
    ] {
        let desk = begun();
        let lines = format!("{zone}\nBEGIN:VEVENT\nUID:1\nSUMMARY:Среща\n{start}\nDURATION:PT1H30M\nEND:VEVENT");
        take(&desk, &calendar(&lines));
        assert_eq!(only(&desk).when, home("2026-12-01T10:00", Some(90)), "{start}");
    }
}

#[test]
fn a_zone_that_nobody_knows_is_said_and_taken_as_home() {
    let desk = begun();
    let preview = take(&desk, &event("SUMMARY:a\nDTSTART;TZID=Някъде:20261201T100000"));
    assert_eq!(preview.rows[0].remarks, [Remark::UnknownZone]);
    assert_eq!(only(&desk).when, home("2026-12-01T10:00", None));
}

#[test]
fn whole_days_are_days_and_never_hours() {
    for (lines, from, to) in [
        ("DTSTART;VALUE=DATE:20261201", "2026-12-01", "2026-12-01"),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202", "2026-12-01", "2026-12-01"),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261204", "2026-12-01", "2026-12-03"),
        ("DTSTART;VALUE=DATE:20261201\nDURATION:P2D", "2026-12-01", "2026-12-02"),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261201", "2026-12-01", "2026-12-01"),
    ] {
        let desk = begun();
        take(&desk, &event(&format!("SUMMARY:Отпуск\n{lines}")));
        assert_eq!(only(&desk).when, When::AllDay { from: day(from), to: day(to) }, "{lines}");
    }
}

#[test]
fn hours_over_more_than_a_week_become_whole_days_and_that_is_said() {
    let desk = begun();
    let preview = take(&desk, &event("SUMMARY:Круиз\nDTSTART:20261201T100000\nDTEND:20261220T180000"));
    assert_eq!(preview.rows[0].remarks, [Remark::WholeDays]);
    assert_eq!(only(&desk).when, When::AllDay { from: day("2026-12-01"), to: day("2026-12-20") });
}

#[test]
fn events_tasks_and_notes_come_with_all_that_is_said_of_them() {
    let desk = begun();
    let file = calendar(
        "BEGIN:VEVENT
        UID:e
        SUMMARY:Обяд\\, после кафе
        DTSTART:20261201T100000Z
        LOCATION:Зала 3
        DESCRIPTION:Ред едно\\nред две
        PRIORITY:1
        X-OTHER;PAR=1:каквото е
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        DESCRIPTION:Обяд
        END:VALARM
        BEGIN:VALARM
        ACTION:AUDIO
        ATTACH:bell.wav
        TRIGGER;VALUE=DATE-TIME:20261201T090000Z
        END:VALARM
        END:VEVENT
        BEGIN:VTODO
        UID:t
        SUMMARY:Платена задача
        DUE;VALUE=DATE:20261203
        STATUS:COMPLETED
        END:VTODO
        BEGIN:VTODO
        UID:u
        SUMMARY:Хрумване без ден
        END:VTODO
        BEGIN:VJOURNAL
        UID:j
        SUMMARY:Ядосах се
        DESCRIPTION:и ми мина
        DTSTART;VALUE=DATE:20261101
        END:VJOURNAL",
    );
    let preview = take(&desk, &file);
    assert_eq!((preview.rows.len(), preview.counts().added), (4, 4));
    let all = entries(&desk);
    let [lunch, paid, idea, note] = all.as_slice() else { panic!("four entries") };
    assert_eq!((lunch.kind, lunch.title.as_str()), (EntryKind::Event, "Обяд, после кафе"));
    assert_eq!((lunch.place.as_str(), lunch.note.as_str()), ("Зала 3", "Ред едно\nред две"));
    assert_eq!((lunch.priority, lunch.reminders.as_slice()), (Priority::Urgent, [15, 60].as_slice()));
    let source = lunch.calendar.as_ref().unwrap();
    assert_eq!((source.uid.as_str(), source.rest.as_slice()), ("e", ["X-OTHER;PAR=1:каквото е".to_owned()].as_slice()));
    assert_eq!(source.alarms.iter().map(|alarm| alarm.minutes).collect::<Vec<_>>(), [Some(60)]);
    assert_eq!((paid.kind, paid.state, paid.when), (EntryKind::Task, EntryState::Done, When::day(day("2026-12-03"))));
    assert_eq!((idea.when, idea.state), (When::Undated, EntryState::Planned));
    assert_eq!((note.kind, note.note.as_str(), note.sorted), (EntryKind::Note, "и ми мина", true));
}

#[test]
fn people_are_known_by_their_address_or_their_name_and_make_it_a_meeting() {
    let desk = begun();
    let maria = add_person(&desk, "Мария Петрова", Some("maria@example.com"));
    let petar = add_person(&desk, "Петър Стоянов", None);
    let file = event(
        "SUMMARY:Кафе\nDTSTART:20261201T100000\nORGANIZER;CN=\"Стоянов, Петър\":mailto:p@example.com\nATTENDEE;CN=x:MAILTO:Maria@Example.com\nATTENDEE;CN=Някой друг:mailto:other@example.com",
    );
    let preview = take(&desk, &file);
    assert_eq!(preview.rows[0].people, [petar, maria]);
    let entry = only(&desk);
    assert_eq!((entry.kind, entry.people.as_slice()), (EntryKind::Meeting, [petar, maria].as_slice()));
    assert!(entry.calendar.unwrap().rest.iter().any(|line| line.contains("other@example.com")));
}

#[test]
fn a_series_has_its_rule_its_gaps_its_more_days_and_its_own_instances() {
    let desk = begun();
    let file = calendar(
        "BEGIN:VEVENT
        UID:s
        RECURRENCE-ID;TZID=Europe/Sofia:20261208T100000
        SUMMARY:Екип на друго място
        LOCATION:Пловдив
        DTSTART;TZID=Europe/Sofia:20261209T150000
        END:VEVENT
        BEGIN:VEVENT
        UID:s
        RECURRENCE-ID:20261222T080000Z
        STATUS:CANCELLED
        SUMMARY:Екип
        DTSTART;TZID=Europe/Sofia:20261222T100000
        DTEND;TZID=Europe/Sofia:20261222T110000
        END:VEVENT
        BEGIN:VEVENT
        UID:s
        SUMMARY:Екип
        DTSTART;TZID=Europe/Sofia:20261201T100000
        DTEND;TZID=Europe/Sofia:20261201T110000
        RRULE:FREQ=WEEKLY;UNTIL=20261229T080000Z
        EXDATE;TZID=Europe/Sofia:20261215T100000
        RDATE;TZID=Europe/Sofia:20261217T120000
        END:VEVENT",
    );
    let preview = take(&desk, &file);
    assert_eq!(preview.rows.iter().map(|row| row.of_series).collect::<Vec<_>>(), [true, true, false]);
    let entry = only(&desk);
    let found = instances(&entry, &(day("2026-12-01")..=day("2027-01-31")));
    let shown: Vec<_> = found
        .iter()
        .map(|one| format!("{} {} {:?}", one.when.first_day().unwrap(), one.when.time().unwrap(), one.state))
        .collect();
    assert_eq!(
        shown,
        [
            "2026-12-01 10:00:00 Planned",
            "2026-12-09 15:00:00 Planned",
            "2026-12-17 12:00:00 Planned",
            "2026-12-22 10:00:00 Dropped",
            "2026-12-29 10:00:00 Planned",
        ]
    );
    assert_eq!(found[1].title, "Екип на друго място");
    assert_eq!(look(&desk, &file).unwrap().counts().unchanged, 3);
}

#[test]
fn a_series_of_another_zone_goes_by_its_own_clock_and_is_shown_by_ours() {
    let desk = begun();
    take(
        &desk,
        &event("SUMMARY:Call\nDTSTART;TZID=America/New_York:20261020T200000\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
    );
    let found = instances(&only(&desk), &(day("2026-10-01")..=day("2026-12-31")));
    let shown: Vec<_> =
        found.iter().map(|one| format!("{} {}", one.when.first_day().unwrap(), one.when.time().unwrap())).collect();
    assert_eq!(shown, ["2026-10-21 03:00:00", "2026-10-28 02:00:00", "2026-11-04 03:00:00"]);
}

#[test]
fn what_cannot_be_taken_is_refused_with_its_line_and_never_touches_its_neighbours() {
    let desk = begun();
    let file = calendar(
        "BEGIN:VEVENT
        SUMMARY:без начало
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:лош час
        DTSTART:20261399T100000
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:назад
        DTSTART:20261201T100000
        DTEND:20261201T090000
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:всеки час
        DTSTART:20261201T100000
        RRULE:FREQ=HOURLY
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:никога
        DTSTART:20261201T100000
        RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
        END:VEVENT
        BEGIN:VEVENT
        UID:g
        RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000
        SUMMARY:оттам нататък
        DTSTART:20261201T100000
        END:VEVENT
        BEGIN:VFREEBUSY
        END:VFREEBUSY
        BEGIN:VTODO
        END:VTODO
        BEGIN:VEVENT
        SUMMARY:без край
        DTSTART:20261201T100000
        BEGIN:VEVENT
        SUMMARY:Добра
        DTSTART:20261201T100000
        END:VEVENT",
    );
    let preview = take(&desk, &file);
    let refused: Vec<_> = preview
        .rows
        .iter()
        .filter_map(|row| match row.verdict {
            CalendarVerdict::Refused(why) => Some((row.ordinal, row.line, why)),
            _ => None,
        })
        .collect();
    assert_eq!(
        refused,
        [
            (1, 3, Refusal::NoStart),
            (2, 6, Refusal::Time),
            (3, 10, Refusal::EndBeforeStart),
            (4, 15, Refusal::RepeatsWithinDay),
            (5, 20, Refusal::Repeat),
            (6, 25, Refusal::FromDayOn),
            (7, 31, Refusal::NoEntry),
            (8, 33, Refusal::NoTitle),
            (9, 35, Refusal::NoEnd),
        ]
    );
    assert_eq!(only(&desk).title, "Добра");
}

#[test]
fn a_rule_that_counts_further_than_anybody_lives_is_taken_without_end_and_that_is_said() {
    let desk = begun();
    let preview = take(&desk, &event("SUMMARY:a\nDTSTART:20261201T100000\nRRULE:FREQ=DAILY;COUNT=4000000000"));
    assert_eq!(preview.rows[0].remarks, [Remark::WithoutEnd]);
    assert_eq!(instances(&only(&desk), &(day("2056-01-01")..=day("2056-01-31"))).len(), 31);
}

#[test]
fn letters_are_read_from_older_encodings_and_over_folds_that_cut_them() {
    let text = String::from_utf8(event("SUMMARY:Среща с Гергана Щерева за плана\nDTSTART:20261201T100000")).unwrap();
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (older, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    let mut folded = text.clone().into_bytes();
    let at = text.find("Гергана").unwrap() + 1;
    folded.splice(at..at, *b"\r\n ");
    for bytes in [wide, older.into_owned(), folded] {
        let desk = begun();
        take(&desk, &bytes);
        assert_eq!(only(&desk).title, "Среща с Гергана Щерева за плана");
    }
}

#[test]
fn the_same_file_twice_changes_nothing_and_a_newer_one_updates_and_an_older_one_does_not() {
    let desk = begun();
    let with = |sequence: u32, title: &str, hour: u32| {
        event(&format!(
            "SEQUENCE:{sequence}\nSUMMARY:{title}\nDTSTART:20261201T{hour:02}0000\nDTSTAMP:20261101T100000Z"
        ))
    };
    take(&desk, &with(1, "Първо", 10));
    let before = entries(&desk);
    assert_eq!(take(&desk, &with(1, "Първо", 10)).counts().unchanged, 1);
    assert_eq!(entries(&desk), before);
    let preview = take(&desk, &with(2, "Второ", 11));
    let news = vec![CalendarField::Title, CalendarField::When];
    assert_eq!(preview.rows[0].verdict, CalendarVerdict::Updated { news, kept: Vec::new() });
    assert_eq!((only(&desk).title.as_str(), only(&desk).moves.len()), ("Второ", 1));
    let preview = take(&desk, &with(1, "Първо", 10));
    assert_eq!(preview.rows[0].verdict, CalendarVerdict::Unchanged { kept: Vec::new(), older: true });
    assert_eq!(only(&desk).title, "Второ");
}

#[test]
fn with_equal_sequences_the_later_stamp_is_newer() {
    let desk = begun();
    let with = |stamp: &str, title: &str| event(&format!("SUMMARY:{title}\nDTSTART:20261201T100000\n{stamp}"));
    take(&desk, &with("DTSTAMP:20261102T100000Z", "Ново"));
    take(&desk, &with("DTSTAMP:20261101T100000Z", "Старо"));
    assert_eq!(only(&desk).title, "Ново");
    take(&desk, &with("DTSTAMP:20261101T100000Z\nLAST-MODIFIED:20261103T100000Z", "Най-ново"));
    assert_eq!(only(&desk).title, "Най-ново");
}

#[test]
fn what_was_changed_here_stays_and_the_preview_says_so() {
    let desk = begun();
    let with = |sequence: u32, title: &str, place: &str| {
        event(&format!("SEQUENCE:{sequence}\nSUMMARY:{title}\nLOCATION:{place}\nDTSTART:20261201T100000"))
    };
    take(&desk, &with(1, "Първо", "А"));
    let mut ours = only(&desk);
    ours.title = "Както аз го наричам".to_owned();
    ours.note = "мое".to_owned();
    run(&desk, Command::edit_entry(ours, Vec::new()));
    let preview = take(&desk, &with(2, "Второ", "Б"));
    let verdict = CalendarVerdict::Updated { news: vec![CalendarField::Place], kept: vec![CalendarField::Title] };
    assert_eq!(preview.rows[0].verdict, verdict);
    let entry = only(&desk);
    assert_eq!((entry.title.as_str(), entry.place.as_str(), entry.note.as_str()), ("Както аз го наричам", "Б", "мое"));
    // What has not changed in the file says nothing about it.
    assert_eq!(look(&desk, &with(2, "Второ", "Б")).unwrap().counts().unchanged, 1);
}

#[test]
fn what_is_called_off_falls_away_and_what_is_past_was_held() {
    let desk = begun();
    let plain = "BEGIN:VEVENT\nUID:1\nSUMMARY:А\nDTSTART:20261201T100000\nSEQUENCE:0\nEND:VEVENT";
    take(&desk, &calendar(plain));
    take(&desk, &calendar(&format!("METHOD:CANCEL\n{}", plain.replace("SEQUENCE:0", "SEQUENCE:1"))));
    take(&desk, &calendar("BEGIN:VEVENT\nUID:2\nSUMMARY:Б\nDTSTART:20250101T100000\nEND:VEVENT"));
    let states: Vec<_> = entries(&desk).iter().map(|entry| entry.state).collect();
    assert_eq!(states, [EntryState::Dropped, EntryState::Done]);
}

#[test]
fn one_identifier_on_two_events_is_said_and_the_second_time_is_like_the_first() {
    let desk = begun();
    let file = calendar(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:А\nDTSTART:20261201T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nSUMMARY:Б\nDTSTART:20261202T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nSUMMARY:А\nDTSTART:20261201T100000\nEND:VEVENT",
    );
    let preview = take(&desk, &file);
    let verdicts: Vec<_> = preview.rows.iter().map(|row| row.verdict.clone()).collect();
    let same = CalendarVerdict::Unchanged { kept: Vec::new(), older: false };
    assert_eq!(verdicts, [CalendarVerdict::Added, CalendarVerdict::Refused(Refusal::UidTwice), same]);
    assert_eq!(look(&desk, &file).unwrap().counts().unchanged, 2);
    assert_eq!(only(&desk).title, "А");
}

#[test]
fn an_event_without_an_identifier_or_a_title_is_known_again_all_the_same() {
    let desk = begun();
    let file = calendar("BEGIN:VEVENT\nDTSTART:20261201T100000\nEND:VEVENT");
    assert_eq!(take(&desk, &file).rows[0].remarks, [Remark::NoTitle]);
    assert_eq!(only(&desk).title, "Без заглавие");
    assert_eq!(take(&desk, &file).counts().unchanged, 1);
}

#[test]
fn a_row_that_is_left_out_does_not_come_and_the_whole_is_one_step_back() {
    let desk = begun();
    let file = calendar(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:А\nDTSTART:20261201T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Б\nDTSTART:20261202T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nSUMMARY:В\nDTSTART:20261202T100000\nEND:VEVENT",
    );
    let mut preview = look(&desk, &file).unwrap();
    preview.rows[1].include = false;
    let counts = preview.counts();
    assert_eq!((counts.added, counts.unchanged), (2, 1));
    run(&desk, preview.into_command());
    assert_eq!(entries(&desk).iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>(), ["А", "В"]);
    desk.undo().unwrap();
    assert!(entries(&desk).is_empty());
    assert!(desk.read().unwrap().check().unwrap().problems.is_empty());
}

#[test]
fn a_calendar_without_anything_in_it_says_so() {
    assert!(matches!(look(&begun(), &calendar("X-WR-CALNAME:Празен")), Err(FileError::NoEntries)));
}

#[test]
fn of_somebody_who_is_deleted_nothing_is_left_in_what_was_kept_of_a_calendar() {
    let desk = begun();
    let maria = add_person(&desk, "Мария Петрова", Some("maria@example.com"));
    take(
        &desk,
        &event(
            "SUMMARY:Кафе\nDTSTART:20261201T100000\nORGANIZER;CN=Мария Петрова:mailto:m@example.org\nATTENDEE;PARTSTAT=ACCEPTED:mailto:MARIA@example.com\nATTENDEE;CN=Друг:mailto:other@example.com",
        ),
    );
    run(&desk, Command::DeletePeople(vec![maria]));
    let rest = only(&desk).calendar.unwrap().rest;
    assert_eq!(rest, ["ATTENDEE;CN=Друг:mailto:other@example.com"]);
}

#[test]
fn an_instance_that_is_moved_in_a_series_of_another_zone_says_from_where_by_our_clock() {
    let desk = begun();
    take(&desk, &event("SUMMARY:Call\nDTSTART;TZID=America/New_York:20261201T200000\nRRULE:FREQ=WEEKLY;COUNT=3"));
    let entry = only(&desk).id;
    let to = home("2026-12-10T18:00", Some(30));
    run(&desk, Command::MoveEntry { entry, instance: Some(day("2026-12-08")), to });
    let moved = only(&desk).moves;
    assert_eq!(moved.first().map(|one| (one.from, one.to)), Some((home("2026-12-09T03:00", None), to)));
}

/// Stops when so much was read.
struct Stop {
    after: usize,
    told: std::cell::Cell<usize>,
}

impl Progress for Stop {
    fn step(&self, done: usize, total: usize) {
        assert!(done <= total);
        self.told.set(done);
    }

    fn is_cancelled(&self) -> bool {
        self.told.get() >= self.after
    }
}

#[test]
fn a_long_calendar_tells_how_far_it_is_and_stops_when_told_also_while_it_is_held_against_the_diary() {
    let events: Vec<String> = (0..1000)
        .map(|number| format!("BEGIN:VEVENT\nUID:{number}\nSUMMARY:Среща\nDTSTART:20261201T100000\nEND:VEVENT"))
        .collect();
    let file = calendar(&events.join("\n"));
    let desk = begun();
    for after in [128, 1000] {
        let stop = Stop { after, told: std::cell::Cell::new(0) };
        let view = desk.read().unwrap();
        let result = preview_calendar("file.ics", &file, &ReadOptions::default(), (&view, now()), &stop);
        assert!(matches!(result, Err(FileError::Cancelled)), "{after}");
        assert_eq!(stop.told.get(), after);
    }
    assert!(entries(&desk).is_empty());
}
