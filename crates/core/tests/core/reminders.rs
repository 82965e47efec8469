//! Which reminders are due between two moments.

use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryId, EntryKind, EntryState, Repeat, When};
use sponsor_core::query::{Reminder, reminders_between};

use crate::figures::{Case, moment, november};

fn at(on: u32, hour: u32, minute: u32) -> NaiveDateTime {
    november(on).and_hms_opt(hour, minute, 0).unwrap()
}

fn timed(on: u32, hour: u32) -> When {
    When::Timed { start: at(on, hour, 0), minutes: Some(60), zone: chrono_tz::Europe::Sofia }
}

fn add(case: &Case, title: &str, when: When, reminders: &[u32], rule: Option<&str>) -> EntryId {
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Meeting, title, when, moment());
    entry.reminders = reminders.to_vec();
    entry.repeat = rule.map(|rule| Repeat::new(rule).unwrap());
    case.run(Command::AddEntry(Box::new(entry)));
    id
}

fn between(case: &Case, after: NaiveDateTime, until: NaiveDateTime) -> Vec<Reminder> {
    reminders_between(&case.desk.read().unwrap(), after, until, chrono_tz::Europe::Sofia).unwrap()
}

fn moments(case: &Case, after: NaiveDateTime, until: NaiveDateTime) -> Vec<(String, NaiveDateTime)> {
    between(case, after, until).into_iter().map(|one| (one.item.title, one.at)).collect()
}

#[test]
fn a_reminder_is_due_after_the_first_moment_and_up_to_the_second() {
    let case = Case::new();
    add(&case, "Кафе", timed(25, 14), &[30, 1_440], None);
    add(&case, "Без напомняне", timed(25, 14), &[], None);
    let coffee = |at| ("Кафе".to_owned(), at);
    assert_eq!(moments(&case, at(24, 13, 59), at(25, 13, 30)), [coffee(at(24, 14, 0)), coffee(at(25, 13, 30))]);
    assert_eq!(moments(&case, at(24, 14, 0), at(25, 13, 29)), []);
    assert_eq!(moments(&case, at(25, 13, 30), at(26, 0, 0)), []);
}

#[test]
fn each_instance_reminds_at_its_own_time_and_what_is_decided_not_at_all() {
    let case = Case::new();
    let series = add(&case, "Обучение", timed(2, 18), &[60], Some("FREQ=WEEKLY;BYDAY=MO"));
    let instance = |on| Some(november(on));
    case.run(Command::SetState { entry: series, instance: instance(9), state: EntryState::Dropped });
    case.run(Command::MoveEntry { entry: series, instance: instance(16), to: timed(18, 10) });
    case.run(Command::SetState { entry: series, instance: instance(23), state: EntryState::Done });
    let training = |at| ("Обучение".to_owned(), at);
    let all = moments(&case, at(1, 0, 0), at(30, 23, 59));
    assert_eq!(all, [training(at(2, 17, 0)), training(at(18, 9, 0)), training(at(30, 17, 0))]);
    let single = add(&case, "Кафе", timed(20, 10), &[15], None);
    case.run(Command::MoveEntry { entry: single, instance: None, to: timed(21, 10) });
    assert_eq!(moments(&case, at(19, 0, 0), at(22, 0, 0)), [("Кафе".to_owned(), at(21, 9, 45))]);
    case.run(Command::SetState { entry: single, instance: None, state: EntryState::Dropped });
    assert_eq!(moments(&case, at(19, 0, 0), at(22, 0, 0)), []);
}

#[test]
fn a_whole_day_reminds_from_its_morning_and_an_hour_abroad_by_the_clock_here() {
    let case = Case::new();
    add(&case, "Рожден ден", When::day(november(25)), &[0, 60], None);
    let london = When::Timed { start: at(26, 9, 0), minutes: None, zone: chrono_tz::Europe::London };
    add(&case, "Среща онлайн", london, &[0], None);
    let found = between(&case, at(24, 0, 0), at(27, 0, 0));
    let shown: Vec<_> = found.iter().map(|one| (one.at, one.starts)).collect();
    let day = at(25, 9, 0);
    assert_eq!(shown, [(at(25, 8, 0), day), (day, day), (at(26, 11, 0), at(26, 11, 0))]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn however_time_is_cut_every_reminder_is_due_exactly_once(
        entries in prop::collection::vec((1u32..28, 0u32..24, 0u32..3_000, any::<bool>(), 0u8..4), 1..6),
        cuts in prop::collection::vec(0i64..43_200, 0..8),
    ) {
        let case = Case::new();
        for (number, (on, hour, before, repeats, decided)) in entries.into_iter().enumerate() {
            let rule = repeats.then_some("FREQ=DAILY;INTERVAL=3;COUNT=5");
            let id = add(&case, &format!("Нещо {number}"), timed(on, hour), &[before, before / 2], rule);
            let instance = repeats.then(|| november(on));
            match decided {
                0 => case.run(Command::SetState { entry: id, instance, state: EntryState::Dropped }),
                1 => case.run(Command::MoveEntry { entry: id, instance, to: timed(28, hour) }),
                _ => {}
            }
        }
        let (first, last) = (at(1, 0, 0), at(30, 23, 59));
        let mut moments: Vec<_> = cuts.into_iter().map(|minutes| first + TimeDelta::minutes(minutes)).collect();
        moments.extend([first, last]);
        moments.retain(|moment| *moment <= last);
        moments.sort_unstable();
        let whole = between(&case, first, last);
        let pieces: Vec<_> = moments.windows(2).flat_map(|pair| between(&case, pair[0], pair[1])).collect();
        prop_assert_eq!(&whole, &pieces);
        prop_assert!(whole.iter().all(|one| one.item.state == EntryState::Planned && one.at <= one.starts));
    }
}
