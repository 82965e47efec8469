//! Series and the rest of a series at another time, copies, what has no day yet, and what happened.

use chrono::NaiveDate;
use sponsor_core::command::{Command, CommandError, SeriesEdit, SeriesScope};
use sponsor_core::model::{Entry, EntryId, EntryKind, EntryState, Repeat, When};
use sponsor_core::query::chronicle;
use sponsor_core::{DeskError, Request};

use crate::figures::{Case, moment, november, now};

fn timed(day: NaiveDate, hour: u32) -> When {
    When::Timed { start: day.and_hms_opt(hour, 0, 0).unwrap(), minutes: Some(60), zone: chrono_tz::Europe::Sofia }
}

fn add(case: &Case, kind: EntryKind, title: &str, when: When, rule: Option<&str>) -> EntryId {
    let mut entry = Entry::new(EntryId::new(case.desk.ids(), moment()), kind, title, when, moment());
    entry.repeat = rule.map(|rule| Repeat::new(rule).unwrap());
    case.run(Command::AddEntry(Box::new(entry.clone())));
    entry.id
}

/// When what is called so is in November, with its state.
fn november_of(case: &Case, title: &str) -> Vec<(u32, u32, EntryState)> {
    use chrono::{Datelike as _, Timelike as _};
    let items = case.desk.read().unwrap().items(&(november(1)..=november(30))).unwrap();
    let named = items.into_iter().filter(|item| item.title == title);
    named
        .map(|item| (item.when.first_day().unwrap().day(), item.when.time().map_or(0, |time| time.hour()), item.state))
        .collect()
}

const PLANNED: EntryState = EntryState::Planned;

#[test]
fn this_and_following_instances_go_and_what_was_before_stays() {
    let case = Case::new();
    let id = add(&case, EntryKind::Meeting, "Екип", timed(november(3), 10), Some("FREQ=WEEKLY;BYDAY=TU;COUNT=4"));
    case.run(Command::SetState { entry: id, instance: Some(november(24)), state: EntryState::Done });
    case.run(Command::MoveSeries {
        entry: id,
        instance: november(17),
        to: timed(november(18), 12),
        scope: SeriesScope::Following,
    });
    let expected = [(3, 10, PLANNED), (10, 10, PLANNED), (18, 12, PLANNED), (24, 10, EntryState::Done)];
    assert_eq!(november_of(&case, "Екип"), expected);
    case.desk.undo().unwrap();
    let before = [(3, 10, PLANNED), (10, 10, PLANNED), (17, 10, PLANNED), (24, 10, EntryState::Done)];
    assert_eq!(november_of(&case, "Екип"), before);
}

#[test]
fn a_whole_series_goes_and_its_own_days_keep_their_places() {
    let case = Case::new();
    let id = add(&case, EntryKind::Meeting, "Екип", timed(november(3), 10), Some("FREQ=WEEKLY;BYDAY=TU"));
    case.run(Command::SetState { entry: id, instance: Some(november(17)), state: EntryState::Dropped });
    case.run(Command::MoveSeries {
        entry: id,
        instance: november(10),
        to: timed(november(12), 9),
        scope: SeriesScope::All,
    });
    let expected = [(5, 9, PLANNED), (12, 9, PLANNED), (17, 10, EntryState::Dropped), (26, 9, PLANNED)];
    assert_eq!(november_of(&case, "Екип"), expected);
}

#[test]
fn a_series_by_the_month_goes_to_another_weekday_of_it() {
    let case = Case::new();
    let october = NaiveDate::from_ymd_opt(2026, 10, 13).unwrap();
    let id = add(&case, EntryKind::Meeting, "Екип", timed(october, 10), Some("FREQ=MONTHLY;BYDAY=2TU"));
    let to = timed(november(18), 10);
    case.run(Command::MoveSeries { entry: id, instance: november(10), to, scope: SeriesScope::All });
    assert_eq!(november_of(&case, "Екип"), [(18, 10, PLANNED)]);
    let entry = case.desk.read().unwrap().entry(id).unwrap().unwrap();
    assert_eq!(entry.when.first_day(), NaiveDate::from_ymd_opt(2026, 10, 21));
}

#[test]
fn a_rule_that_says_too_much_refuses_another_day_and_nothing_changes() {
    let case = Case::new();
    let rule = "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1";
    let id = add(&case, EntryKind::Meeting, "Екип", timed(november(2), 10), Some(rule));
    let to = timed(november(5), 10);
    let command = Command::MoveSeries { entry: id, instance: november(2), to, scope: SeriesScope::All };
    let request = Request {
        id: sponsor_core::model::CommandId::new(case.desk.ids(), moment()),
        by: sponsor_core::store::Author::Person,
        now: now(),
        command,
    };
    assert!(matches!(case.desk.run(&request), Err(DeskError::Command(CommandError::Invalid(_)))));
    assert_eq!(november_of(&case, "Екип"), [(2, 10, PLANNED)]);
}

#[test]
fn a_copy_is_planned_and_has_nothing_of_what_happened() {
    let case = Case::new();
    let id = add(&case, EntryKind::Call, "Ива", timed(november(20), 10), None);
    case.run(Command::SetState { entry: id, instance: None, state: EntryState::Done });
    let copy = EntryId::new(case.desk.ids(), moment());
    case.run(Command::CopyEntry { entry: id, instance: None, copy, to: timed(november(27), 15) });
    assert_eq!(november_of(&case, "Ива"), [(20, 10, EntryState::Done), (27, 15, PLANNED)]);
    case.desk.undo().unwrap();
    assert_eq!(november_of(&case, "Ива"), [(20, 10, EntryState::Done)]);
}

#[test]
fn what_has_no_day_is_listed_with_the_most_pressing_first_until_it_is_decided() {
    let case = Case::new();
    add(&case, EntryKind::Task, "Каталози", When::Undated, None);
    let mut urgent =
        Entry::new(EntryId::new(case.desk.ids(), moment()), EntryKind::Task, "Зала", When::Undated, moment());
    urgent.priority = sponsor_core::model::Priority::Urgent;
    case.run(Command::AddEntry(Box::new(urgent)));
    let done = add(&case, EntryKind::Task, "Мостри", When::Undated, None);
    case.run(Command::SetState { entry: done, instance: None, state: EntryState::Done });
    add(&case, EntryKind::Note, "Бележка", When::Undated, None);
    let shown = case.desk.read().unwrap().undated().unwrap();
    assert_eq!(shown.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["Зала", "Каталози"]);
}

#[test]
fn the_chronicle_tells_what_happened_backwards_in_whole_days_and_goes_on_where_it_stopped() {
    let case = Case::new();
    let long_ago = NaiveDate::from_ymd_opt(2024, 2, 1).unwrap();
    for (day, title) in [(long_ago, "Начало"), (november(20), "Ива"), (november(24), "Мария"), (november(24), "Петър")]
    {
        let id = add(&case, EntryKind::Call, title, timed(day, 9), None);
        case.run(Command::SetState { entry: id, instance: None, state: EntryState::Done });
    }
    add(&case, EntryKind::Call, "Предстои", timed(november(24), 20), None);
    let view = case.desk.read().unwrap();
    let told = |part: &sponsor_core::query::Chronicle| {
        let lines =
            part.days.iter().flat_map(|day| day.lines.iter().map(move |line| (day.on, line.item.title.clone())));
        lines.collect::<Vec<_>>()
    };
    let newest = chronicle(&view, november(24), 1, None, |_| true).unwrap();
    let mut all = told(&newest);
    let mut older = newest.older;
    while let Some(until) = older {
        let part = chronicle(&view, until, 1, None, |_| true).unwrap();
        all.extend(told(&part));
        older = part.older;
    }
    let expected = [(november(24), "Мария"), (november(24), "Петър"), (november(20), "Ива"), (long_ago, "Начало")];
    assert_eq!(all, expected.map(|(day, title)| (day, title.to_owned())));
    let planned = chronicle(&view, november(30), 9, Some(PLANNED), |_| true).unwrap();
    assert_eq!(told(&planned), [(november(24), "Предстои".to_owned())]);
}

/// The series as it is, with what `change` does to it.
fn edit(case: &Case, id: EntryId, day: u32, scope: Option<SeriesScope>, change: impl FnOnce(&mut Entry)) -> Command {
    let mut entry = case.desk.read().unwrap().entry(id).unwrap().unwrap();
    entry.when = entry.when.on_day(november(day));
    change(&mut entry);
    let fresh = EntryId::new(case.desk.ids(), moment());
    Command::EditSeries(Box::new(SeriesEdit { entry, instance: november(day), scope, fresh, people: Vec::new() }))
}

/// Title, day, hour and place of everything in November, in order.
fn november_places(case: &Case) -> Vec<String> {
    use chrono::{Datelike as _, Timelike as _};
    let items = case.desk.read().unwrap().items(&(november(1)..=november(30))).unwrap();
    let said = items.into_iter().map(|item| {
        let (day, hour) = (item.when.first_day().unwrap().day(), item.when.time().map_or(0, |time| time.hour()));
        format!("{} {day} {hour} {}", item.title, item.place)
    });
    said.collect()
}

const WEEKLY: &str = "FREQ=WEEKLY;BYDAY=TU;COUNT=4";

#[test]
fn a_change_of_one_instance_leaves_the_others_and_is_undone() {
    let case = Case::new();
    let id = add(&case, EntryKind::Meeting, "Екип", timed(november(3), 10), Some(WEEKLY));
    let others = ["Екип 3 10 ", "Екип 10 10 ", "Екип 24 10 "];
    // Another title or time alone is still an instance of the series.
    case.run(edit(&case, id, 17, None, |entry| "Голям екип".clone_into(&mut entry.title)));
    assert_eq!(november_places(&case), [others[0], others[1], "Голям екип 17 10 ", others[2]]);
    assert_eq!(case.desk.read().unwrap().all::<Entry>().unwrap().len(), 1);
    case.desk.undo().unwrap();
    // Anything else makes it an entry of its own.
    case.run(edit(&case, id, 17, None, |entry| {
        "Хотел Тримонциум".clone_into(&mut entry.place);
        entry.when = timed(november(18), 12);
    }));
    assert_eq!(november_places(&case), [others[0], others[1], "Екип 18 12 Хотел Тримонциум", others[2]]);
    case.desk.undo().unwrap();
    assert_eq!(november_places(&case), [others[0], others[1], "Екип 17 10 ", others[2]]);
}

#[test]
fn a_change_of_this_and_following_makes_a_series_of_their_own_and_of_all_changes_all() {
    let case = Case::new();
    let id = add(&case, EntryKind::Meeting, "Екип", timed(november(3), 10), Some(WEEKLY));
    case.run(edit(&case, id, 17, Some(SeriesScope::Following), |entry| "Онлайн".clone_into(&mut entry.place)));
    assert_eq!(november_places(&case), ["Екип 3 10 ", "Екип 10 10 ", "Екип 17 10 Онлайн", "Екип 24 10 Онлайн"]);
    case.desk.undo().unwrap();
    case.run(edit(&case, id, 17, Some(SeriesScope::All), |entry| {
        "Онлайн".clone_into(&mut entry.place);
        entry.when = timed(november(18), 12);
    }));
    let moved = ["Екип 4 12 Онлайн", "Екип 11 12 Онлайн", "Екип 18 12 Онлайн", "Екип 25 12 Онлайн"];
    assert_eq!(november_places(&case), moved);
    case.desk.undo().unwrap();
    // Another rule holds from the instance on.
    case.run(edit(&case, id, 17, Some(SeriesScope::Following), |entry| {
        entry.repeat = Repeat::new("FREQ=DAILY;COUNT=2").ok();
    }));
    assert_eq!(november_places(&case), ["Екип 3 10 ", "Екип 10 10 ", "Екип 17 10 ", "Екип 18 10 "]);
}

#[test]
fn a_series_that_repeats_no_longer_keeps_what_was_before() {
    let case = Case::new();
    let id = add(&case, EntryKind::Meeting, "Екип", timed(november(3), 10), Some(WEEKLY));
    case.run(edit(&case, id, 17, Some(SeriesScope::All), |entry| entry.repeat = None));
    assert_eq!(november_places(&case), ["Екип 3 10 ", "Екип 10 10 ", "Екип 17 10 "]);
    let command = edit(&case, id, 12, None, |_| {});
    let request = Request {
        id: sponsor_core::model::CommandId::new(case.desk.ids(), moment()),
        by: sponsor_core::store::Author::Person,
        now: now(),
        command,
    };
    assert!(matches!(case.desk.run(&request), Err(DeskError::Command(CommandError::NoSuchInstance))));
}
