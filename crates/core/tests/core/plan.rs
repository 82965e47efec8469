//! The plan: the day is the atom, everything else sums days; done counts itself from the diary.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;
use sponsor_core::command::{Command, guess_action};
use sponsor_core::model::{
    Action, Attendance, Entry, EntryId, EntryKind, EntryState, Mode, PersonId, PlanAction, PlanLevel, Role, Stage,
    Training, When,
};
use sponsor_core::query::{PlanLine, PlanSource, plan};

use crate::figures::{Case, moment, november};

const CALL: PlanAction = PlanAction::Action(Action::Call);

fn add(case: &Case, kind: EntryKind, on: NaiveDate, shape: impl FnOnce(&mut Entry)) -> EntryId {
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, kind, "Нещо", When::day(on), moment());
    entry.state = EntryState::Done;
    shape(&mut entry);
    case.run(Command::AddEntry(Box::new(entry)));
    id
}

fn rows(case: &Case, person: PersonId, level: PlanLevel, on: NaiveDate) -> Vec<PlanLine> {
    plan(&case.desk.read().unwrap(), person, level, on, november(24)).unwrap().rows
}

fn row(case: &Case, action: &PlanAction, level: PlanLevel, on: NaiveDate) -> Option<PlanLine> {
    rows(case, case.me, level, on).into_iter().find(|row| row.action == *action)
}

fn count(case: &Case, on: NaiveDate, planned: u16) {
    case.run(Command::PlanCount { person: case.me, on, action: CALL, planned });
}

#[test]
fn a_week_across_two_months_is_split_by_days() {
    let case = Case::new();
    let december = |on| NaiveDate::from_ymd_opt(2026, 12, on).unwrap();
    // The week of Monday 30 November.
    case.run(Command::SpreadPlan {
        person: case.me,
        from: november(30),
        to: december(6),
        action: CALL,
        planned: 20,
        works: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
    });
    let planned = |level, on| row(&case, &CALL, level, on).map_or(0, |row| row.planned);
    assert_eq!(planned(PlanLevel::Week, december(3)), 20);
    assert_eq!((planned(PlanLevel::Month, november(1)), planned(PlanLevel::Month, december(31))), (4, 16));
    assert_eq!((planned(PlanLevel::Day, december(2)), planned(PlanLevel::Day, december(5))), (4, 0));
    assert_eq!((planned(PlanLevel::ThreeMonths, november(2)), planned(PlanLevel::Year, november(2))), (20, 20));
    // One step takes it back as a whole.
    case.desk.undo().unwrap();
    assert_eq!(planned(PlanLevel::Year, november(2)), 0);
}

#[test]
fn what_is_left_and_the_pace_are_told() {
    let case = Case::new();
    for on in 23..=27 {
        count(&case, november(on), 4);
    }
    add(&case, EntryKind::Call, november(23), |call| call.count = 3);
    add(&case, EntryKind::Call, november(24), |_| {});
    add(&case, EntryKind::Call, november(24), |call| call.state = EntryState::Planned);
    let calls = row(&case, &CALL, PlanLevel::Week, november(24)).unwrap();
    assert_eq!(
        (calls.planned, calls.done, calls.left(), calls.due, calls.ahead()),
        (20, Some(4), Some(16), 8, Some(-4))
    );
    let days: Vec<_> = calls.days.iter().map(|day| (day.planned, day.done)).collect();
    assert_eq!(days.get(..3), Some(&[(4, Some(3)), (4, Some(1)), (4, Some(0))][..]));
    assert_eq!(calls.source, Some(PlanSource::Diary));
}

#[test]
fn new_names_count_from_people_who_came_to_my_list() {
    let case = Case::new();
    case.contact("Мария Петрова");
    let names = row(&case, &PlanAction::NewNames, PlanLevel::Month, november(1)).unwrap();
    assert_eq!((names.planned, names.done), (0, Some(1)));
}

#[test]
fn an_entry_counts_in_one_row_and_a_two_plus_one_is_no_meeting() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(2), Role::Partner);
    let prospect = case.contact("Ралица Попова");
    add(&case, EntryKind::Meeting, november(24), |entry| entry.people = vec![partner, prospect]);
    let done: Vec<_> = rows(&case, case.me, PlanLevel::Day, november(24))
        .into_iter()
        .filter(|row| row.action != PlanAction::NewNames && row.done != Some(0))
        .map(|row| (row.action, row.done))
        .collect();
    assert_eq!(done, [(PlanAction::Action(Action::TwoPlusOne), Some(1))]);
}

#[test]
fn the_action_is_guessed_from_kind_people_and_stage() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(2), Role::Partner);
    let customer = case.registered("Кирил Антонов", case.me, november(2), Role::Customer);
    let prospect = case.contact("Ралица Попова");
    let shown = case.contact("Ваня Манолова");
    case.run(Command::ReachStage { people: vec![shown], stage: Stage::SawPresentation, ask_again: None });
    let guess = |kind, title: &str, people: &[PersonId]| {
        let view = case.desk.read().unwrap();
        let entry = Entry::new(EntryId::from_bytes([1; 16]), kind, title, When::Undated, moment());
        let people: Vec<_> = people.iter().map(|id| (**view.people().get(*id).unwrap()).clone()).collect();
        guess_action(&entry, &people)
    };
    for (kind, title, people, action) in [
        (EntryKind::Call, "Обаждане", vec![prospect], Some(Action::Call)),
        (EntryKind::Call, "Обаждане", vec![shown], Some(Action::FollowUp)),
        (EntryKind::Call, "Покана за сряда", vec![prospect], Some(Action::Invitation)),
        (EntryKind::Meeting, "Кафе", vec![prospect], Some(Action::Meeting)),
        (EntryKind::Meeting, "Кафе", vec![partner, prospect], Some(Action::TwoPlusOne)),
        (EntryKind::Meeting, "Кафе", vec![customer, prospect], Some(Action::Meeting)),
        (EntryKind::Meeting, "Презентация", vec![partner, prospect], Some(Action::Presentation)),
        (EntryKind::Event, "Обучение за новите", vec![], Some(Action::Training)),
        (EntryKind::Event, "Концерт", vec![prospect], None),
        (EntryKind::Task, "Обаждане", vec![prospect], None),
        (EntryKind::Note, "Обаждане", vec![prospect], None),
    ] {
        assert_eq!(guess(kind, title, &people), action, "{kind:?} {title} {people:?}");
    }
}

#[test]
fn of_a_partner_only_what_was_done_together_is_known() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(2), Role::Partner);
    let prospect = case.contact("Ралица Попова");
    let planned = [(Action::Call, 10), (Action::TwoPlusOne, 2), (Action::Training, 1)];
    for (action, planned) in planned {
        let action = PlanAction::Action(action);
        case.run(Command::PlanCount { person: partner, on: november(24), action, planned });
    }
    add(&case, EntryKind::Meeting, november(24), |entry| entry.people = vec![partner, prospect]);
    add(&case, EntryKind::Call, november(24), |entry| entry.people = vec![partner]);
    add(&case, EntryKind::Event, november(24), |entry| {
        entry.action = Some(Action::Training);
        entry.action_chosen = true;
        let came = vec![Attendance { person: partner, mode: Mode::Online, wants_more: false }];
        entry.training = Some(Training { came, ..Training::default() });
    });
    let known: BTreeMap<_, _> = rows(&case, partner, PlanLevel::ThreeMonths, november(24))
        .into_iter()
        .map(|row| (row.action, (row.planned, row.done, row.source)))
        .collect();
    let together = Some(PlanSource::Together);
    assert_eq!(known.get(&CALL), Some(&(10, None, None)), "what is not known is never 0");
    assert_eq!(known.get(&PlanAction::Action(Action::TwoPlusOne)), Some(&(2, Some(1), together)));
    assert_eq!(known.get(&PlanAction::Action(Action::Training)), Some(&(1, Some(1), together)));
}

#[test]
fn words_and_goal_stand_with_their_period() {
    let case = Case::new();
    let week = november(23);
    let lines = vec!["Обучение в събота".to_owned()];
    case.run(Command::PlanWords { person: case.me, level: PlanLevel::Week, from: week, lines: lines.clone() });
    let said = |on| plan(&case.desk.read().unwrap(), case.me, PlanLevel::Week, on, on).unwrap().important;
    assert_eq!((said(november(29)), said(november(30))), (lines, Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_days_of_every_level_sum_up_to_it(
        planned in prop::collection::vec((0u64..120, 1u16..9), 0..12),
        done in prop::collection::vec((0u64..120, 1u16..4), 0..12),
        on in 0u64..120,
    ) {
        let case = Case::new();
        let day = |days| NaiveDate::from_ymd_opt(2026, 10, 1).unwrap().checked_add_days(Days::new(days)).unwrap();
        let mut counts = BTreeMap::new();
        for (on, planned) in planned {
            count(&case, day(on), planned);
            counts.insert(day(on), u32::from(planned));
        }
        let mut calls: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for (on, many) in done {
            add(&case, EntryKind::Call, day(on), |call| call.count = many);
            *calls.entry(day(on)).or_default() += u32::from(many);
        }
        let levels =
            [PlanLevel::Day, PlanLevel::Week, PlanLevel::Month, PlanLevel::ThreeMonths, PlanLevel::Year];
        for level in levels {
            let view = case.desk.read().unwrap();
            let plan = plan(&view, case.me, level, day(on), november(24)).unwrap();
            let within = |counts: &BTreeMap<NaiveDate, u32>| -> u32 {
                counts.iter().filter(|(on, _)| plan.days.contains(on)).map(|(_, count)| count).sum()
            };
            let (wanted, made) = (within(&counts), within(&calls));
            let row = plan.rows.iter().find(|row| row.action == CALL);
            let told = row.map_or((0, 0), |row| (row.planned, row.done.unwrap_or(0)));
            prop_assert_eq!(told, (wanted, made));
            for row in &plan.rows {
                prop_assert_eq!(row.days.iter().map(|day| day.planned).sum::<u32>(), row.planned);
                prop_assert_eq!(row.days.iter().filter_map(|day| day.done).sum::<u32>(), row.done.unwrap_or(0));
                prop_assert!(row.due <= row.planned);
            }
        }
    }
}
