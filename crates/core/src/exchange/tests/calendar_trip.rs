//! What goes out as a calendar comes back the same.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;

use super::calendars::{add_person, calendar, entries, look, take};
use super::{begun, now};
use crate::Desk;
use crate::command::Command;
use crate::exchange::calendar_as_ics;
use crate::model::{
    Action, Entry, EntryId, EntryKind, EntryState, InstanceOverride, Mode, PersonId, Priority, Repeat, TaskNature, When,
};
use crate::query::series_has;

fn out(desk: &Desk) -> Vec<u8> {
    let view = desk.read().unwrap();
    let all: Vec<Entry> = view.all().unwrap();
    calendar_as_ics(&all, view.people(), now().zone)
}

fn text(desk: &Desk) -> String {
    String::from_utf8(out(desk)).unwrap().replace("\r\n ", "")
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Days::new(number.into())
}

/// A workspace into which this goes, and comes back from as it stands there.
fn comes_back(bytes: &[u8]) {
    let desk = begun();
    take(&desk, bytes);
    let all = entries(&desk);
    let counts = look(&desk, &out(&desk)).unwrap().counts();
    assert_eq!((counts.added, counts.updated, counts.refused), (0, 0, 0));
    let other = begun();
    take(&other, &out(&desk));
    let plain = |all: Vec<Entry>| -> Vec<Entry> {
        let strip = |mut entry: Entry| {
            if let Some(source) = &mut entry.calendar {
                (source.base, source.version.stamp) = (Vec::new(), None);
                source.instances.retain(|_, instance| !instance.rest.is_empty());
                source.instances.values_mut().for_each(|instance| {
                    (instance.base, instance.version.stamp) = (Vec::new(), None);
                });
            }
            entry
        };
        all.into_iter().map(strip).collect()
    };
    assert_eq!(plain(entries(&other)), plain(all));
}

#[test]
fn what_another_program_said_is_given_back() {
    let file = calendar(
        "BEGIN:VEVENT
        UID:abc@example.org
        SEQUENCE:3
        SUMMARY:Екип
        DTSTART;TZID=Europe/Berlin:20261201T100000
        DTEND;TZID=Europe/Berlin:20261201T110000
        RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T090000Z
        EXDATE;TZID=Europe/Berlin:20261208T100000
        STATUS:TENTATIVE
        PRIORITY:7
        CATEGORIES:Работа,Екип
        ATTENDEE;CN=Някой;PARTSTAT=ACCEPTED:mailto:nobody@example.org
        X-APPLE-THING;VALUE=TEXT:нещо
        BEGIN:VALARM
        ACTION:EMAIL
        TRIGGER:-P1D
        SUMMARY:писмо
        END:VALARM
        BEGIN:VLOCATION
        NAME:Зала
        END:VLOCATION
        END:VEVENT
        BEGIN:VEVENT
        UID:abc@example.org
        RECURRENCE-ID;TZID=Europe/Berlin:20261215T100000
        SUMMARY:Екип по-късно
        DTSTART;TZID=Europe/Berlin:20261215T120000
        DTEND;TZID=Europe/Berlin:20261215T130000
        LOCATION:другаде
        END:VEVENT",
    );
    comes_back(&file);
    let desk = begun();
    take(&desk, &file);
    let text = text(&desk);
    for line in [
        "UID:abc@example.org",
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Berlin:20261201T100000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T090000Z",
        "EXDATE;TZID=Europe/Berlin:20261208T100000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261215T100000",
        "STATUS:TENTATIVE",
        "PRIORITY:7",
        "CATEGORIES:Работа,Екип",
        "ATTENDEE;CN=Някой;PARTSTAT=ACCEPTED:mailto:nobody@example.org",
        "X-APPLE-THING;VALUE=TEXT:нещо",
        "ACTION:EMAIL",
        "BEGIN:VLOCATION",
        "LOCATION:другаде",
        "TZID:Europe/Berlin",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}\n{text}");
    }
}

#[test]
fn single_days_and_alarms_come_back() {
    comes_back(&calendar(
        "BEGIN:VEVENT
        UID:1
        SUMMARY:Три дни
        DTSTART;TZID=Europe/Sofia:20261201T100000
        DURATION:PT45M
        RDATE;TZID=Europe/Sofia:20261203T100000,20261205T100000
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT1H
        X-WR-ALARMUID:7
        END:VALARM
        END:VEVENT",
    ));
}

#[test]
fn what_was_decided_here_is_said_to_other_programs() {
    let desk = begun();
    take(
        &desk,
        &calendar(
            "BEGIN:VTODO\nUID:1\nSUMMARY:А\nDUE;VALUE=DATE:20261201\nSTATUS:NEEDS-ACTION\nEND:VTODO\nBEGIN:VEVENT\nUID:2\nSUMMARY:Б\nDTSTART:20261201T100000\nSTATUS:CONFIRMED\nEND:VEVENT",
        ),
    );
    for (entry, state) in entries(&desk).iter().zip([EntryState::Done, EntryState::Dropped]) {
        super::run(&desk, Command::SetState { entry: entry.id, instance: None, state });
    }
    let text = text(&desk);
    assert!(text.contains("STATUS:COMPLETED") && text.contains("STATUS:CANCELLED"));
    assert!(!text.contains("STATUS:CONFIRMED") && !text.contains("STATUS:NEEDS-ACTION"));
}

#[test]
fn of_what_was_told_nothing_goes_out() {
    let desk = begun();
    let mut entry =
        Entry::new(EntryId::new(desk.ids(), now().local), EntryKind::Call, "Обаждане", When::day(day(1)), now().local);
    entry.outcome = Some(crate::model::Outcome { talked_about: "тайна".to_owned(), ..Default::default() });
    super::run(&desk, Command::add_entry(entry, Vec::new()));
    assert!(!text(&desk).contains("тайна"));
}

const RULES: [&str; 5] = [
    "FREQ=DAILY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;COUNT=5",
    "FREQ=WEEKLY;UNTIL=20280101T235959",
    "FREQ=YEARLY",
];

fn words() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[а-яA-Z0-9,;:\\\\\"'=n]{1,12}( [а-яa-z.,;!?]{1,60}){0,3}").unwrap()
}

fn when() -> impl Strategy<Value = When> {
    let at = |(number, minute): (u32, u32)| -> NaiveDateTime {
        day(number).and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(minute) * 5)
    };
    let zones = proptest::sample::select(vec![chrono_tz::Europe::Sofia]);
    prop_oneof![
        Just(When::Undated),
        (0_u32..400, 0_u32..5).prop_map(|(from, more)| When::AllDay { from: day(from), to: day(from + more) }),
        ((0_u32..400, 0_u32..288).prop_map(at), proptest::option::of(1_u32..2_000), zones)
            .prop_map(|(start, minutes, zone)| When::Timed { start, minutes, zone }),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let kinds = [EntryKind::Meeting, EntryKind::Event, EntryKind::Call, EntryKind::Message, EntryKind::Task];
    let states = [EntryState::Planned, EntryState::Done, EntryState::Dropped];
    let priorities = [Priority::Urgent, Priority::Important, Priority::Necessary, Priority::Other];
    let actions = [None, Some(Action::Call), Some(Action::TwoPlusOne), Some(Action::Own("Своя, \"моя\"".to_owned()))];
    let head = (any::<[u8; 16]>(), proptest::sample::select(kinds.to_vec()), words(), when());
    let texts = (proptest::option::of(words()), proptest::option::of("[а-я]{1,5}(\n[а-я ,;]{1,9}[а-я]){0,2}"));
    let decided = (
        proptest::sample::select(states.to_vec()),
        proptest::sample::select(priorities.to_vec()),
        proptest::sample::select(actions.to_vec()),
        any::<(bool, bool)>(),
    );
    let rest = (proptest::collection::btree_set(0_u32..5_000, 0..3), 1_u16..5, 0_usize..12, 1_u64..40);
    (head, texts, decided, rest).prop_map(|((id, kind, title, when), (place, note), decided, rest)| {
        let (state, priority, action, (online, promise)) = decided;
        let (reminders, count, rule, gap) = rest;
        let mut entry = Entry::new(EntryId::from_bytes(id), kind, &title, when, now().local);
        entry.place = place.unwrap_or_default();
        entry.note = note.unwrap_or_default();
        (entry.state, entry.priority, entry.action, entry.action_chosen, entry.count) =
            (state, priority, action, true, count);
        entry.mode = Some(if online { Mode::Online } else { Mode::InPerson });
        entry.nature = (promise && kind == EntryKind::Task).then_some(TaskNature::TheirPromise);
        if when != When::Undated {
            entry.reminders = reminders.into_iter().collect();
            entry.repeat = RULES.get(rule).map(|rule| Repeat::new(rule).unwrap());
            put_gaps(&mut entry, gap);
        }
        entry
    })
}

/// An instance that is left out and one that is moved and decided.
fn put_gaps(entry: &mut Entry, gap: u64) {
    let Some(first) = entry.when.first_day() else { return };
    let days: Vec<_> =
        (1..120).map(|more| first + Days::new(more)).filter(|day| series_has(entry, *day)).take(3).collect();
    let other = if entry.state == EntryState::Done { EntryState::Planned } else { EntryState::Done };
    let moved = days.get(1).map(|day| entry.when.on_day(*day + Days::new(gap)));
    if let (Some(repeat), [out, changed, ..]) = (&mut entry.repeat, days.as_slice()) {
        repeat.left_out.insert(*out);
        let own =
            InstanceOverride { state: Some(other), when: moved, title: Some("Друго".to_owned()), outcome: None };
        repeat.overrides.insert(*changed, own);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_entry_comes_back_with_every_field_that_a_calendar_holds(mut entry in entry(), with in any::<bool>()) {
        let (desk, other) = (begun(), begun());
        let person: Vec<PersonId> = [&desk, &other].map(|desk| add_person(desk, "Мария Петрова", None)).to_vec();
        prop_assert_eq!(person[0], person[1]);
        if with {
            entry.people = vec![person[0]];
        }
        super::run(&desk, Command::add_entry(entry, Vec::new()));
        let bytes = out(&desk);
        let again = look(&desk, &bytes).unwrap();
        prop_assert_eq!(again.counts().unchanged, again.rows.len(), "{:?}", again.rows);
        take(&other, &bytes);
        prop_assert_eq!(entries(&other), entries(&desk));
    }
}

#[test]
fn a_note_that_waits_to_be_decided_still_waits_after_the_way_through_a_calendar() {
    let desk = begun();
    let created = now().local;
    let id = EntryId::new(desk.ids(), created);
    let note = Entry::new(id, EntryKind::Note, "Съседката търси нещо", When::day(now().date()), created);
    super::run(&desk, Command::AddEntry(Box::new(note)));
    let other = begun();
    take(&other, &out(&desk));
    assert!(entries(&other).iter().all(|entry| !entry.sorted));
}

#[test]
fn our_own_calendar_is_all_new_elsewhere_and_the_second_time_all_known() {
    let desk = begun();
    let series = |number: u32, own: InstanceOverride| {
        let start = day(number).and_hms_opt(10, 0, 0).unwrap();
        let when = When::Timed { start, minutes: Some(60), zone: now().zone };
        let id = EntryId::named(&[b"series", &number.to_be_bytes()]);
        let mut entry = Entry::new(id, EntryKind::Meeting, "Екип", when, now().local);
        let mut repeat = Repeat::new("FREQ=WEEKLY").unwrap();
        repeat.overrides.insert(day(number + 7), own);
        entry.repeat = Some(repeat);
        entry
    };
    let moved = When::day(day(9));
    for (number, own) in [
        InstanceOverride { state: Some(EntryState::Done), ..InstanceOverride::default() },
        InstanceOverride { state: Some(EntryState::Dropped), ..InstanceOverride::default() },
        InstanceOverride { when: Some(moved), ..InstanceOverride::default() },
        InstanceOverride { title: Some("Екип с гост".to_owned()), ..InstanceOverride::default() },
    ]
    .into_iter()
    .enumerate()
    {
        let entry = series(u32::try_from(number).unwrap(), own);
        super::run(&desk, Command::AddEntry(Box::new(entry)));
    }
    let bytes = out(&desk);
    let other = begun();
    let first = look(&other, &bytes).unwrap().counts();
    assert_eq!((first.added, first.updated, first.unchanged, first.refused), (8, 0, 0, 0));
    take(&other, &bytes);
    let second = look(&other, &bytes).unwrap().counts();
    assert_eq!((second.added, second.updated, second.unchanged, second.refused), (0, 0, 8, 0));
    assert_eq!(text(&other), text(&desk));
}

#[test]
fn where_one_instance_is_elsewhere_it_is_shown_so() {
    let desk = begun();
    take(
        &desk,
        &calendar(
            "BEGIN:VEVENT
            UID:1
            SUMMARY:Екип
            LOCATION:Зала 1
            DTSTART;TZID=Europe/Sofia:20261201T100000
            RRULE:FREQ=DAILY;COUNT=3
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID;TZID=Europe/Sofia:20261202T100000
            SUMMARY:Екип
            LOCATION:Зала 2\\, горе
            DESCRIPTION:ред\\nдруг ред
            DTSTART;TZID=Europe/Sofia:20261202T100000
            END:VEVENT",
        ),
    );
    let first = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let items = desk.read().unwrap().items(&(first..=first + Days::new(2))).unwrap();
    let shown: Vec<_> = items.iter().map(|item| (item.place.as_str(), item.note.as_str())).collect();
    assert_eq!(shown, [("Зала 1", ""), ("Зала 2, горе", "ред\nдруг ред"), ("Зала 1", "")]);
}

#[test]
fn in_the_table_a_note_stands_at_the_day_on_which_it_was_jotted() {
    use crate::exchange::{DiaryCodes, OutCell, diary_table};
    let desk = begun();
    let note = Entry::new(EntryId::named(&[b"note"]), EntryKind::Note, "мисъл", When::Undated, now().local);
    let task = Entry::new(EntryId::named(&[b"task"]), EntryKind::Task, "без ден", When::Undated, now().local);
    let table = diary_table(&[note, task], desk.read().unwrap().people(), &DiaryCodes);
    let days: Vec<_> = table.rows.iter().map(|row| row[2].clone()).collect();
    assert_eq!(days, [OutCell::Day(now().local.date()), OutCell::Nothing]);
}
