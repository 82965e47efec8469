//! Tests of the form of an entry.

use chrono::{NaiveDate, NaiveTime};
use sponsor_core::Now;
use sponsor_core::model::{
    Entry, EntryId, EntryKind, EntryState, InstanceOverride, PersonId, Priority, Repeat, TaskNature, When,
};
use sponsor_core::query::instances;

use super::{EntryDraft, Problem, minutes_until};
use crate::pages::diary::chosen::Chosen;
use crate::pages::diary::repeating::Rhythm;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn now() -> Now {
    Now::new(day(24).and_hms_opt(12, 40, 0).unwrap(), chrono_tz::Europe::Sofia)
}

fn id() -> EntryId {
    EntryId::from_bytes([1; 16])
}

fn draft() -> EntryDraft {
    EntryDraft { title: "Кафе".to_owned(), ..EntryDraft::empty(id(), day(24), None) }
}

fn entry(draft: &EntryDraft) -> Result<Entry, Vec<Problem>> {
    draft.entry(None, now(), day(24))
}

#[test]
fn a_series_of_which_something_was_told_ends_instead_of_losing_it() {
    let when = When::Timed { start: day(3).and_hms_opt(10, 0, 0).unwrap(), minutes: None, zone: now().zone };
    let mut before = Entry::new(id(), EntryKind::Meeting, "Екип", when, now().local);
    before.repeat = Repeat::new("FREQ=WEEKLY;BYDAY=TU").ok();
    let never = |before: &Entry| {
        let draft = EntryDraft { rhythm: Rhythm::Never, ..EntryDraft::of(before, |_| String::new()) };
        draft.entry(Some(before), now(), day(24)).unwrap()
    };
    assert_eq!(never(&before).repeat, None, "nothing is lost of a series of which nothing was told");
    let own = |state, on: Option<u32>| InstanceOverride {
        state,
        when: on.map(|on| When::day(day(on))),
        ..InstanceOverride::default()
    };
    let overrides = &mut before.repeat.as_mut().unwrap().overrides;
    overrides.insert(day(10), own(Some(EntryState::Done), None));
    overrides.insert(day(24), own(None, Some(26)));
    let ended = never(&before);
    let left = |entry: &Entry| {
        let all = instances(entry, &(day(1)..=day(30) + chrono::Days::new(90))).into_iter();
        all.map(|one| (one.when.first_day().unwrap(), one.state)).collect::<Vec<_>>()
    };
    let planned = |on| (day(on), EntryState::Planned);
    assert_eq!(left(&ended), [planned(3), (day(10), EntryState::Done), planned(17)]);
    assert_eq!(ended.repeat.unwrap().rule(), "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261123T235959");
    let mut counted = before.clone();
    let overrides = counted.repeat.take().unwrap().overrides;
    counted.repeat = Repeat::new("FREQ=WEEKLY;BYDAY=TU;COUNT=9").ok();
    counted.repeat.as_mut().unwrap().overrides = overrides;
    assert_eq!(left(&never(&counted)), [planned(3), (day(10), EntryState::Done), planned(17)]);
}

#[test]
fn typed_words_become_a_timed_entry_in_the_zone_of_the_moment() {
    let typed = EntryDraft {
        day: "понеделник".to_owned(),
        from: "11".to_owned(),
        to: "1 час".to_owned(),
        priority: Priority::Important,
        ..draft()
    };
    let made = entry(&typed).unwrap();
    let start = day(30).and_hms_opt(11, 0, 0).unwrap();
    assert_eq!(made.when, When::Timed { start, minutes: Some(60), zone: chrono_tz::Europe::Sofia });
    assert_eq!((made.title.as_str(), made.priority), ("Кафе", Priority::Important));
}

#[test]
fn until_is_a_time_after_the_start_or_else_a_duration() {
    let start = NaiveTime::from_hms_opt(11, 0, 0).unwrap();
    for (typed, minutes) in [
        ("12", Some(60)),
        ("12:30", Some(90)),
        ("1 час", Some(60)),
        ("до 13", Some(120)),
        ("1:30", Some(90)),
        ("2", Some(120)),
        ("45", Some(45)),
        ("45 мин", Some(45)),
        ("2pm", Some(180)),
        ("24:00", Some(780)),
        ("кафе", None),
        ("0", None),
    ] {
        assert_eq!(minutes_until(typed, start), minutes, "«{typed}»");
    }
}

#[test]
fn each_thing_that_is_wrong_is_named() {
    let wrong = EntryDraft {
        title: " ".to_owned(),
        day: "някога".to_owned(),
        count: "0".to_owned(),
        rhythm: Rhythm::Daily,
        until: "някога".to_owned(),
        ..draft()
    };
    let expected = [Problem::Title, Problem::Day, Problem::Until, Problem::Count];
    assert_eq!(entry(&wrong).unwrap_err(), expected);
    let wrong = EntryDraft { from: "25".to_owned(), ..draft() };
    assert_eq!(entry(&wrong).unwrap_err(), [Problem::From]);
    let wrong = EntryDraft { from: "11".to_owned(), to: "кафе".to_owned(), ..draft() };
    assert_eq!(entry(&wrong).unwrap_err(), [Problem::To]);
    let wrong = EntryDraft { all_day: true, last_day: "22.11".to_owned(), ..draft() };
    assert_eq!(entry(&wrong).unwrap_err(), [Problem::LastDay]);
    let wrong = EntryDraft { rhythm: Rhythm::Weekly, until: "20.11".to_owned(), ..draft() };
    assert_eq!(entry(&wrong).unwrap_err(), [Problem::Until]);
}

#[test]
fn a_task_may_be_without_a_day_and_a_meeting_may_not() {
    let meeting = EntryDraft { day: String::new(), ..draft() };
    assert_eq!(entry(&meeting).unwrap_err(), [Problem::Day]);
    let task = EntryDraft { kind: EntryKind::Task, nature: Some(TaskNature::MyPromise), ..meeting };
    let made = entry(&task).unwrap();
    assert_eq!((made.when, made.nature), (When::Undated, Some(TaskNature::MyPromise)));
}

#[test]
fn without_an_hour_it_is_for_the_whole_day_and_without_a_title_it_has_the_names() {
    let person = Chosen::of(PersonId::from_bytes([2; 16]), "Мария Петрова".to_owned());
    let made = entry(&EntryDraft { title: String::new(), people: vec![person], ..draft() }).unwrap();
    assert_eq!((made.when, made.title.as_str()), (When::day(day(24)), "Мария Петрова"));
}

#[test]
fn a_form_over_an_entry_changes_nothing_when_nothing_is_changed() {
    let start = day(24).and_hms_opt(23, 0, 0).unwrap();
    for minutes in [None, Some(45), Some(60), Some(300)] {
        let when = When::Timed { start, minutes, zone: chrono_tz::Europe::Berlin };
        let mut before = Entry::new(id(), EntryKind::Call, "Ива", when, now().local);
        before.count = 4;
        before.reminders = vec![30];
        before.repeat = sponsor_core::model::Repeat::new("FREQ=WEEKLY;BYDAY=TU").ok();
        before.repeat.as_mut().unwrap().left_out.insert(day(24));
        let form = EntryDraft::of(&before, |_| String::new());
        assert_eq!(form.entry(Some(&before), now(), day(24)).unwrap(), before);
    }
}
