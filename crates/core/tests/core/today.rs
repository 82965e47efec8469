//! What waits from before, and what is taken at a time.

use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryId, EntryKind, EntryState, Repeat, When};
use sponsor_core::query::{Item, today};

use crate::figures::{Case, moment, november, now};

fn timed(on: u32, hour: u32, minutes: Option<u32>) -> When {
    When::Timed { start: november(on).and_hms_opt(hour, 0, 0).unwrap(), minutes, zone: chrono_tz::Europe::Sofia }
}

fn entry(case: &Case, kind: EntryKind, title: &str, when: When, rule: Option<&str>) -> EntryId {
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, kind, title, when, moment());
    entry.repeat = rule.map(|rule| Repeat::new(rule).unwrap());
    case.run(Command::AddEntry(Box::new(entry)));
    id
}

fn waits(case: &Case) -> Vec<(String, Option<u32>)> {
    use chrono::Datelike as _;
    let waiting = today(&case.desk.read().unwrap(), now()).unwrap().overdue;
    waiting.into_iter().map(|item| (item.title, item.when.first_day().map(|day| day.day()))).collect()
}

#[test]
fn each_past_instance_of_a_series_waits_until_it_is_decided_by_itself() {
    let case = Case::new();
    let series = entry(&case, EntryKind::Task, "Седмичен отчет", timed(3, 9, None), Some("FREQ=WEEKLY"));
    entry(&case, EntryKind::Task, "Каталог", When::day(november(12)), None);
    let title = |on| ("Седмичен отчет".to_owned(), Some(on));
    // Today's own instance is of the programme.
    assert_eq!(waits(&case), [title(3), title(10), ("Каталог".to_owned(), Some(12)), title(17)]);
    let instance = |on| Some(november(on));
    case.run(Command::SetState { entry: series, instance: instance(3), state: EntryState::Done });
    case.run(Command::SetState { entry: series, instance: instance(10), state: EntryState::Dropped });
    case.run(Command::MoveEntry { entry: series, instance: instance(17), to: timed(25, 9, None) });
    assert_eq!(waits(&case), [("Каталог".to_owned(), Some(12))]);
    let items = case.desk.read().unwrap().items(&(november(24)..=november(25))).unwrap();
    let shown: Vec<_> = items.iter().map(|item| (item.instance, item.when.first_day(), item.state)).collect();
    let planned = EntryState::Planned;
    assert_eq!(shown, [(instance(24), instance(24), planned), (instance(17), instance(25), planned)]);
    case.desk.undo().unwrap();
    assert_eq!(waits(&case), [("Каталог".to_owned(), Some(12)), title(17)]);
}

#[test]
fn what_nobody_missed_for_weeks_no_longer_waits_and_notes_never_do() {
    let case = Case::new();
    let july = When::day(chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap());
    entry(&case, EntryKind::Task, "Всеки ден", july, Some("FREQ=DAILY"));
    entry(&case, EntryKind::Note, "Бележка", july, Some("FREQ=DAILY"));
    let waiting = waits(&case);
    assert_eq!(waiting.len(), 28);
    assert!(waiting.iter().all(|(title, _)| title == "Всеки ден"));
}

#[test]
fn what_is_planned_at_an_hour_is_found_also_when_it_repeats_or_began_the_day_before() {
    let case = Case::new();
    let titles = |when: When, except: EntryId| {
        let found: Vec<Item> = case.desk.read().unwrap().planned_at(&when, except).unwrap();
        found.into_iter().map(|item| item.title).collect::<Vec<_>>()
    };
    let none = EntryId::from_bytes([0; 16]);
    let coffee = entry(&case, EntryKind::Meeting, "Кафе", timed(25, 10, Some(60)), None);
    entry(&case, EntryKind::Call, "Всяка сряда", timed(4, 10, None), Some("FREQ=WEEKLY"));
    entry(&case, EntryKind::Event, "Нощен влак", timed(24, 22, Some(11 * 60)), None);
    entry(&case, EntryKind::Note, "Хрумна ми", timed(25, 10, None), None);
    entry(&case, EntryKind::Task, "През деня", When::day(november(25)), None);
    let dropped = entry(&case, EntryKind::Meeting, "Отпадна", timed(25, 10, Some(60)), None);
    case.run(Command::SetState { entry: dropped, instance: None, state: EntryState::Dropped });
    assert_eq!(titles(timed(25, 10, Some(30)), none), ["Кафе", "Всяка сряда"]);
    assert_eq!(titles(timed(25, 10, Some(30)), coffee), ["Всяка сряда"]);
    assert_eq!(titles(timed(25, 8, Some(60)), none), ["Нощен влак"]);
    assert!(titles(timed(25, 11, Some(60)), none).is_empty());
    assert!(titles(When::day(november(25)), none).is_empty());
}

#[test]
fn what_goes_on_today_does_not_wait_from_before() {
    let case = Case::new();
    let days = |from, to| When::AllDay { from: november(from), to: november(to) };
    entry(&case, EntryKind::Event, "Лагер", days(22, 26), None);
    entry(&case, EntryKind::Event, "Изложба", days(20, 23), None);
    entry(&case, EntryKind::Event, "Нощен влак", timed(23, 22, Some(11 * 60)), None);
    entry(&case, EntryKind::Event, "Вечеря", timed(23, 22, Some(120)), None);
    assert_eq!(waits(&case), [("Изложба".to_owned(), Some(20)), ("Вечеря".to_owned(), Some(23))]);
}
