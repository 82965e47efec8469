//! Plans are made: numbers for longer periods become days, what a partner told and what was corrected by hand count, and
//! what was not done is decided.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use sponsor_core::DeskError;
use sponsor_core::command::{Command, CommandError, PlanDecision, PlannedDay, ToldPlan};
use sponsor_core::model::{
    Action, Entry, EntryId, EntryKind, EntryState, FIRST_ROWS, InvalidValue, PersonId, PlanAction, PlanLevel, Role,
    When,
};
use sponsor_core::query::{
    PlanBehind, PlanCalendar, PlanLine, PlanReader, PlanSource, PlanView, as_before, carried_days, plan, plan_behind,
    proposal,
};

use crate::figures::{Case, moment, november};

const CALL: PlanAction = PlanAction::Action(Action::Call);
const TOGETHER: PlanAction = PlanAction::Action(Action::TwoPlusOne);
const LEVELS: [PlanLevel; 5] =
    [PlanLevel::Day, PlanLevel::Week, PlanLevel::Month, PlanLevel::ThreeMonths, PlanLevel::Year];

fn read(case: &Case, person: PersonId, level: PlanLevel, on: NaiveDate) -> PlanView {
    plan(&case.desk.read().unwrap(), person, level, on, november(24)).unwrap()
}

fn row(case: &Case, person: PersonId, action: &PlanAction, level: PlanLevel, on: NaiveDate) -> PlanLine {
    read(case, person, level, on).rows.into_iter().find(|row| row.action == *action).unwrap()
}

fn count(case: &Case, person: PersonId, on: NaiveDate, action: PlanAction, planned: u16) {
    case.run(Command::PlanCount { person, on, action, planned });
}

fn told(case: &Case, person: PersonId, (from, to): (u32, u32), calls: u16, on: u32) {
    case.run(Command::TellPlan(Box::new(ToldPlan {
        person,
        from: november(from),
        to: november(to),
        counts: vec![(CALL, calls)],
        on: november(on),
        source: "обаждане".to_owned(),
    })));
}

fn together(case: &Case, partner: PersonId, on: NaiveDate) {
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Meeting, "Среща", When::day(on), moment());
    (entry.state, entry.action, entry.action_chosen) = (EntryState::Done, Some(Action::TwoPlusOne), true);
    entry.people = vec![partner];
    case.run(Command::AddEntry(Box::new(entry)));
}

fn refused(case: &Case, command: Command) -> CommandError {
    match case.try_run(command) {
        Err(DeskError::Command(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_plan_has_four_rows_and_others_are_switched_on() {
    let case = Case::new();
    let rows = |case: &Case| -> Vec<PlanAction> {
        read(case, case.me, PlanLevel::Week, november(24)).rows.into_iter().map(|row| row.action).collect()
    };
    assert_eq!(rows(&case), FIRST_ROWS);
    let own = PlanAction::Action(Action::Own("Мостри".to_owned()));
    let chosen = vec![CALL, own.clone()];
    case.run(Command::SetUpPlan { person: case.me, rows: chosen.clone(), works: vec![Weekday::Tue] });
    assert_eq!(rows(&case), chosen);
    assert_eq!(read(&case, case.me, PlanLevel::Week, november(24)).works, [Weekday::Tue]);
    // A row that is switched off still shows what is planned in it.
    count(&case, case.me, november(24), TOGETHER, 2);
    assert_eq!(rows(&case), [CALL, own, TOGETHER]);
    case.desk.undo().unwrap();
    case.desk.undo().unwrap();
    assert_eq!(rows(&case), FIRST_ROWS);
}

#[test]
fn nobody_can_plan_an_outcome() {
    let case = Case::new();
    for name in ["точки", "Points", "нови потребители", "Ранг"] {
        let action = PlanAction::Action(Action::Own(name.to_owned()));
        let set_up = Command::SetUpPlan { person: case.me, rows: vec![action.clone()], works: Vec::new() };
        assert!(matches!(refused(&case, set_up), CommandError::Invalid(InvalidValue::Outcome)), "{name}");
        let planned = Command::PlanCount { person: case.me, on: november(24), action, planned: 1 };
        assert!(matches!(refused(&case, planned), CommandError::Invalid(InvalidValue::Outcome)), "{name}");
    }
}

#[test]
fn what_a_partner_told_counts_with_its_date_and_the_newest_of_the_same_days_wins() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(1), Role::Partner);
    count(&case, partner, november(17), CALL, 10);
    let calls = |level, on| row(&case, partner, &CALL, level, on);
    assert_eq!((calls(PlanLevel::Week, november(17)).done, calls(PlanLevel::Week, november(17)).source), (None, None));
    told(&case, partner, (16, 22), 7, 22);
    let week = calls(PlanLevel::Week, november(17));
    assert_eq!((week.done, week.source, week.told[0].on), (Some(7), Some(PlanSource::Told), november(22)));
    assert_eq!(week.told[0].source, "обаждане");
    // How much of a week fell on one of its days was not told.
    assert!(week.days.iter().all(|day| day.done.is_none()));
    assert_eq!(calls(PlanLevel::Month, november(17)).done, Some(7));
    // Told again, the new number takes the place of the old one; what covers the same days is not added.
    told(&case, partner, (16, 22), 8, 23);
    told(&case, partner, (1, 30), 20, 24);
    assert_eq!(calls(PlanLevel::Week, november(17)).done, Some(8));
    assert_eq!(calls(PlanLevel::Month, november(17)).done, Some(20));
    assert_eq!(calls(PlanLevel::Day, november(17)).done, None);
    // Nothing at all is a number, too.
    told(&case, partner, (9, 15), 0, 24);
    assert_eq!(calls(PlanLevel::Week, november(9)).done, Some(0));
}

#[test]
fn a_week_that_crosses_the_month_is_told_of_neither_month() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(1), Role::Partner);
    case.run(Command::TellPlan(Box::new(ToldPlan {
        person: partner,
        from: november(30),
        to: NaiveDate::from_ymd_opt(2026, 12, 6).unwrap(),
        counts: vec![(CALL, 9)],
        on: november(30),
        source: String::new(),
    })));
    let month = row(&case, partner, &CALL, PlanLevel::Month, november(30));
    assert_eq!((month.done, month.told.len(), month.told[0].counted), (None, 1, false));
    assert_eq!(row(&case, partner, &CALL, PlanLevel::Week, november(30)).done, Some(9));
}

#[test]
fn together_and_told_are_added_and_each_says_its_day() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(1), Role::Partner);
    together(&case, partner, november(18));
    case.run(Command::TellPlan(Box::new(ToldPlan {
        person: partner,
        from: november(16),
        to: november(22),
        counts: vec![(TOGETHER, 2)],
        on: november(22),
        source: String::new(),
    })));
    let week = row(&case, partner, &TOGETHER, PlanLevel::Week, november(18));
    assert_eq!((week.done, week.together.map(|one| (one.count, one.last))), (Some(3), Some((1, november(18)))));
    let view = case.desk.read().unwrap();
    let behind = plan_behind(&view, partner, &TOGETHER, &(november(16)..=november(22))).unwrap();
    assert!(matches!(&*behind, [PlanBehind::Entry(_), PlanBehind::Told(_)]), "{behind:?}");
}

#[test]
fn a_correction_by_hand_counts_is_marked_and_comes_back_with_undo() {
    let case = Case::new();
    together(&case, case.me, november(24));
    let correct =
        |by| Command::CorrectDone { on: november(24), action: TOGETHER, by, why: "без дневник".to_owned() };
    case.run(correct(2));
    let week = row(&case, case.me, &TOGETHER, PlanLevel::Week, november(24));
    assert_eq!((week.done, week.corrected()), (Some(3), 2));
    case.run(correct(-5));
    let week = row(&case, case.me, &TOGETHER, PlanLevel::Week, november(24));
    assert_eq!(week.done, Some(0), "never below nothing");
    case.run(correct(0));
    assert_eq!(row(&case, case.me, &TOGETHER, PlanLevel::Week, november(24)).corrected(), 0);
    case.desk.undo().unwrap();
    case.desk.undo().unwrap();
    let view = case.desk.read().unwrap();
    let behind = plan_behind(&view, case.me, &TOGETHER, &(november(23)..=november(29))).unwrap();
    assert!(matches!(&*behind, [PlanBehind::Entry(_), PlanBehind::Corrected { by: 2, .. }]), "{behind:?}");
}

#[test]
fn what_was_not_done_goes_over_as_one_step() {
    let case = Case::new();
    for on in 16..=20 {
        count(&case, case.me, november(on), CALL, 2);
    }
    let before = read(&case, case.me, PlanLevel::Week, november(17));
    assert_eq!(before.left(), [(CALL, 10)]);
    let now = read(&case, case.me, PlanLevel::Week, november(24));
    let days = carried_days(&now, &before.left(), november(24));
    case.run(Command::DecidePlan(Box::new(PlanDecision {
        person: case.me,
        level: PlanLevel::Week,
        from: november(16),
        carried: before.left(),
        dropped: Vec::new(),
        days,
    })));
    let now = read(&case, case.me, PlanLevel::Week, november(24));
    let planned: Vec<_> = now.days_of(&CALL).iter().map(|day| day.planned).collect();
    assert_eq!(planned, [0, 2, 2, 2, 2, 2, 0], "over the working days that are left");
    let before = read(&case, case.me, PlanLevel::Week, november(17));
    assert!(before.decided && before.rows.iter().any(|row| row.planned == 10), "what was planned stays");
    case.desk.undo().unwrap();
    assert!(!read(&case, case.me, PlanLevel::Week, november(17)).decided);
    assert!(read(&case, case.me, PlanLevel::Week, november(24)).is_empty());
}

#[test]
fn a_week_is_planned_as_the_one_before_from_today_on() {
    let case = Case::new();
    for (on, planned) in [(16, 1), (18, 3), (20, 5)] {
        count(&case, case.me, november(on), CALL, planned);
    }
    let (now, before) =
        (read(&case, case.me, PlanLevel::Week, november(24)), read(&case, case.me, PlanLevel::Week, november(17)));
    let day = |on, planned| PlannedDay { on: november(on), action: CALL, planned };
    assert_eq!(as_before(&now, &before, november(24)), [day(25, 3), day(27, 5)]);
}

#[test]
fn the_plan_and_what_was_told_go_with_the_person() {
    let case = Case::new();
    let partner = case.registered("Елена Димова", case.me, november(1), Role::Partner);
    told(&case, partner, (16, 22), 7, 22);
    case.run(Command::SetUpPlan { person: partner, rows: vec![CALL], works: Vec::new() });
    case.run(Command::Unregister(partner));
    case.run(Command::DeletePeople(vec![partner]));
    let left: Vec<sponsor_core::model::PlanItem> = case.desk.read().unwrap().all().unwrap();
    assert!(left.is_empty(), "{left:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Edits at any level, over weeks that cross months, the turn of the year, a leap day and a week 53: the plan of
    /// every level is the sum of its days, and a level that is set is what it was set to.
    #[test]
    fn the_plan_of_a_level_equals_the_sum_of_its_days_after_any_edits(
        edits in prop::collection::vec((0usize..5, 0u64..150, 0u32..60, 0u64..150), 1..10),
        base in prop::sample::select(vec![(2026, 11, 1), (2020, 12, 1), (2027, 12, 15), (2024, 1, 20), (2028, 2, 1)]),
        own in prop::option::of(0u64..100),
        week in 0u8..7,
    ) {
        let case = Case::new();
        let (year, month, first) = base;
        let base = NaiveDate::from_ymd_opt(year, month, first).unwrap();
        let later = |days| base.checked_add_days(Days::new(days)).unwrap();
        let mut settings = sponsor_core::model::Settings::clone(case.desk.read().unwrap().settings().unwrap());
        settings.three_months_from = own.map(later);
        settings.week_starts = Weekday::try_from(week).unwrap();
        case.run(Command::ChangeSettings(Box::new(settings)));
        for (level, on, total, today) in edits {
            let level = LEVELS[level];
            let (days, works) = {
                let view = case.desk.read().unwrap();
                let read = PlanReader::of(&view, case.me, later(today)).unwrap().read(level, later(on)).unwrap();
                (read.days_of(&CALL), read.works)
            };
            let changed = proposal(&days, total, later(today), &works).unwrap();
            let counts = changed.into_iter().map(|(on, planned)| PlannedDay { on, action: CALL, planned });
            case.run(Command::PlanDays { person: case.me, counts: counts.collect() });
            prop_assert_eq!(row(&case, case.me, &CALL, level, later(on)).planned, total);
        }
        let view = case.desk.read().unwrap();
        let reader = PlanReader::of(&view, case.me, base).unwrap();
        let calendar: PlanCalendar = reader.calendar();
        let planned = |level, on| -> u32 {
            let rows = reader.read(level, on).unwrap().rows;
            rows.into_iter().filter(|row| row.action == CALL).map(|row| row.planned).sum()
        };
        for level in LEVELS {
            for on in [0, 31, 75, 149].map(later) {
                let days = calendar.days(level, on);
                // A year by its months, which are checked themselves; all else by its days.
                let year = level == PlanLevel::Year;
                let below = if year { PlanLevel::Month } else { PlanLevel::Day };
                let each = days.start().iter_days().take_while(|day| day <= days.end());
                let sum: u32 = each.filter(|day| !year || day.day() == 1).map(|day| planned(below, day)).sum();
                prop_assert_eq!(planned(level, on), sum);
            }
        }
    }
}
