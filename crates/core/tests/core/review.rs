//! The weekly review: begun and resumed, corrected, closed with a snapshot; whom it congratulates and supports, and why.

use chrono::{Days, NaiveDate, Weekday};
use sponsor_core::command::{Command, CorrectionDraft, CorrectionInto};
use sponsor_core::model::{
    Action, Entry, EntryId, EntryKind, EntryState, FigurePeriod, Mode, PersonId, PlanAction, Registration,
    RegistrationResult, ReviewState, Role, Scope, SnapshotId, When,
};
use sponsor_core::query::{
    ReviewPerson, ReviewWhy, WeeklyReview, build_snapshot, is_review_due, review_weeks, weekly_review,
};

use crate::figures::{Case, moment, november, now};

const CALL: PlanAction = PlanAction::Action(Action::Call);

/// The review of the week of Monday 23 November, on Friday the 27th.
fn review(case: &Case) -> WeeklyReview {
    weekly_review(&case.desk.read().unwrap(), november(24), november(27)).unwrap()
}

fn why(people: &[ReviewPerson], person: PersonId) -> Vec<ReviewWhy> {
    people.iter().find(|one| one.person.id == person).map(|one| one.why.clone()).unwrap_or_default()
}

fn task(case: &Case, title: &str, on: NaiveDate) -> Entry {
    Entry::new(EntryId::new(case.desk.ids(), moment()), EntryKind::Task, title, When::day(on), moment())
}

fn draft(text: &str, into: CorrectionInto) -> CorrectionDraft {
    CorrectionDraft { from: "13 от 20 обаждания".to_owned(), text: text.to_owned(), into }
}

fn together(case: &Case, partner: PersonId, on: NaiveDate, state: EntryState) {
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Meeting, "Среща 2+1", When::day(on), moment());
    (entry.action, entry.action_chosen, entry.state) = (Some(Action::TwoPlusOne), true, state);
    entry.people.push(partner);
    case.run(Command::AddEntry(Box::new(entry)));
}

#[test]
fn a_review_is_begun_on_any_day_of_its_week_and_taken_back() {
    let case = Case::new();
    assert_eq!(review(&case).state, None);
    case.run(Command::HoldWeek { week: november(27), state: ReviewState::Open });
    assert_eq!((review(&case).state, review(&case).from), (Some(ReviewState::Open), november(23)));
    case.desk.undo().unwrap();
    assert_eq!(review(&case).state, None);
}

#[test]
fn a_correction_becomes_a_dated_task_that_remembers_its_line_and_is_taken_back_as_one() {
    let case = Case::new();
    let entry = task(&case, "По 4 обаждания от 10 до 11", november(30));
    let id = entry.id;
    let correction = Box::new(draft("По 4 обаждания от 10 до 11", CorrectionInto::Task(Box::new(entry))));
    case.run(Command::AddCorrection { week: november(24), correction });
    let corrections = review(&case).corrections;
    let [line] = corrections.as_slice() else { panic!("one correction") };
    assert_eq!(line.correction.from, "13 от 20 обаждания");
    assert_eq!(line.task.as_ref().and_then(|task| task.when.first_day()), Some(november(30)));
    let kept = case.desk.read().unwrap().entry(id).unwrap().unwrap();
    assert_eq!(kept.note, "13 от 20 обаждания", "the diary tells where the task came from");
    case.desk.undo().unwrap();
    assert!(review(&case).corrections.is_empty());
    assert!(case.desk.read().unwrap().entry(id).unwrap().is_none());
}

#[test]
fn a_correction_becomes_a_row_of_the_next_week_on_the_days_on_which_one_works() {
    let case = Case::new();
    let works = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let into = CorrectionInto::Row { action: CALL, planned: 20, works: works.clone() };
    case.run(Command::AddCorrection {
        week: november(24), correction: Box::new(draft("Обаждания: 20", into))
    });
    let shown = review(&case);
    assert_eq!((shown.next, shown.works), (vec![(CALL, 20)], works));
    assert_eq!(shown.corrections.first().and_then(|line| line.correction.row.clone()), Some(CALL));
    assert!(shown.rows.is_empty(), "this week keeps its own plan");
}

#[test]
fn a_changed_correction_takes_its_planned_task_along_and_leaves_what_was_done() {
    let case = Case::new();
    for (done, stays) in [(false, false), (true, true)] {
        let entry = task(&case, "Кафе със Стефан", november(30));
        let id = entry.id;
        let correction = Box::new(draft("Кафе със Стефан", CorrectionInto::Task(Box::new(entry))));
        case.run(Command::AddCorrection { week: november(24), correction });
        if done {
            case.run(Command::SetState { entry: id, instance: None, state: EntryState::Done });
        }
        let at = review(&case).corrections.len() - 1;
        let correction = Box::new(draft("Да го изслушам", CorrectionInto::Words));
        case.run(Command::ChangeCorrection { week: november(24), at, correction });
        assert_eq!(case.desk.read().unwrap().entry(id).unwrap().is_some(), stays);
        let last = review(&case).corrections.pop().unwrap();
        assert_eq!((last.correction.text.as_str(), last.correction.task), ("Да го изслушам", None));
    }
}

#[test]
fn a_removed_correction_goes_with_its_planned_task() {
    let case = Case::new();
    let entry = task(&case, "Кафе със Стефан", november(30));
    let id = entry.id;
    case.run(Command::AddCorrection {
        week: november(24),
        correction: Box::new(draft("Кафе със Стефан", CorrectionInto::Task(Box::new(entry)))),
    });
    case.run(Command::RemoveCorrection { week: november(24), at: 0 });
    assert!(review(&case).corrections.is_empty());
    assert!(case.desk.read().unwrap().entry(id).unwrap().is_none());
    case.desk.undo().unwrap();
    assert!(review(&case).corrections.first().is_some_and(|line| line.task.is_some()));
}

#[test]
fn a_snapshot_closes_the_review_and_one_step_opens_it_again() {
    let case = Case::new();
    case.order(case.me, november(24), "40");
    case.run(Command::HoldWeek { week: november(24), state: ReviewState::Open });
    let id = SnapshotId::new(case.desk.ids(), moment());
    let week = FigurePeriod::week_of(november(24));
    let snapshot = build_snapshot(&case.desk.read().unwrap(), id, week, Scope::Whole, now(), "добра седмица").unwrap();
    case.run(Command::CloseWeek { week: november(24), snapshot: Box::new(snapshot) });
    let held = review(&case);
    assert_eq!(held.state, Some(ReviewState::Done));
    assert_eq!(held.snapshot.map(|one| (one.id, one.comment)), Some((id, "добра седмица".to_owned())));
    case.desk.undo().unwrap();
    assert_eq!((review(&case).state, review(&case).snapshot), (Some(ReviewState::Open), None));
    assert!(case.desk.read().unwrap().snapshots().unwrap().is_empty());
}

#[test]
fn figures_of_week_and_month_stand_beside_the_same_days_before() {
    let case = Case::new();
    case.order(case.me, november(17), "30");
    case.order(case.me, november(24), "40");
    let shown = review(&case);
    assert_eq!((shown.week.until, shown.week.previous_until), (november(27), november(20)));
    assert_eq!(shown.week.values.points.map(|points| points.to_string()), Some("40".to_owned()));
    assert_eq!(shown.week.previous.points.map(|points| points.to_string()), Some("30".to_owned()));
    assert_eq!(shown.month.values.points.map(|points| points.to_string()), Some("70".to_owned()));
    assert_eq!(shown.month.previous.points, None, "what is not known is not zero");
}

#[test]
fn who_did_something_good_this_week_is_congratulated_with_the_plain_reason() {
    let case = Case::new();
    let elena = case.registered("Елена Димова", case.me, november(2), Role::Partner);
    let kiril = case.registered("Кирил Антонов", elena, november(25), Role::Customer);
    let radka = case.registered("Радка Илиева", case.me, november(3), Role::Partner);
    case.order(kiril, november(26), "20");
    case.order(radka, november(10), "20");
    case.order(radka, november(25), "20");
    together(&case, elena, november(24), EntryState::Done);
    together(&case, elena, november(26), EntryState::Done);
    together(&case, radka, november(26), EntryState::Planned);
    let people = review(&case).congratulate;
    assert_eq!(why(&people, elena), [ReviewWhy::BroughtIn(1), ReviewWhy::TwoPlusOne(2)]);
    let registered = ReviewWhy::Registered { on: november(25), role: Role::Customer };
    assert_eq!(why(&people, kiril), [registered, ReviewWhy::FirstOrder(november(26))]);
    assert_eq!(why(&people, radka), [], "a second order and a meeting that is only planned are none");
}

#[test]
fn a_rank_that_was_reached_this_week_is_congratulated_first() {
    let case = Case::new();
    let elena = case.contact("Елена Димова");
    let mut registration = Registration::new(november(24), Role::Partner, case.me);
    registration.results.push(RegistrationResult { on: november(25), text: "Лидер".to_owned() });
    case.run(Command::Register { person: elena, registration });
    let people = review(&case).congratulate;
    let reached = ReviewWhy::Reached { on: november(25), text: "Лидер".to_owned() };
    assert_eq!(why(&people, elena).first(), Some(&reached));
}

#[test]
fn who_begins_and_who_wants_to_grow_is_supported() {
    let case = Case::new();
    let new = case.registered("Ана Тошева", case.me, november(26), Role::Partner);
    let wants = case.registered("Мира Колева", case.me, november(2), Role::Customer);
    case.training(november(25), None, &[(wants, Mode::Online, true)]);
    let people = review(&case).support;
    assert_eq!(why(&people, new), [ReviewWhy::FirstDays(november(29))]);
    assert_eq!(why(&people, wants), [ReviewWhy::WantsMore(november(25))]);
}

#[test]
fn who_was_not_heard_from_for_longer_than_the_cadence_is_supported() {
    let case = Case::new();
    let boris = case.registered("Борис Тонев", case.me, november(1), Role::Customer);
    case.run(Command::SetCadence { people: vec![boris], days: Some(14) });
    let id = EntryId::new(case.desk.ids(), moment());
    let mut call = Entry::new(id, EntryKind::Call, "Борис", When::day(november(11)), moment());
    (call.state, call.people) = (EntryState::Done, vec![boris]);
    case.run(Command::AddEntry(Box::new(call)));
    assert_eq!(why(&review(&case).support, boris), [ReviewWhy::Silent { days: 16, cadence_days: 14 }]);
}

#[test]
fn a_partners_plan_is_told_with_what_is_known_and_unknown_stays_unknown() {
    let case = Case::new();
    let stefan = case.registered("Стефан Великов", case.me, november(2), Role::Partner);
    let plan = |action, planned| {
        case.run(Command::PlanCount { person: stefan, on: november(24), action, planned });
    };
    plan(CALL, 3);
    let told = |done| ReviewWhy::Plan { action: CALL, planned: 3, done };
    assert_eq!(why(&review(&case).support, stefan), [told(None)]);
    let meetings = PlanAction::Action(Action::TwoPlusOne);
    plan(CALL, 0);
    plan(meetings.clone(), 2);
    together(&case, stefan, november(24), EntryState::Done);
    let told = ReviewWhy::Plan { action: meetings, planned: 2, done: Some(1) };
    assert_eq!(why(&review(&case).support, stefan), [told]);
    together(&case, stefan, november(25), EntryState::Done);
    assert_eq!(why(&review(&case).support, stefan), []);
}

#[test]
fn a_week_that_is_over_without_a_review_was_missed_but_none_before_the_beginning() {
    let case = Case::new();
    case.order(case.me, november(2), "1");
    let id = EntryId::new(case.desk.ids(), moment());
    case.run(Command::AddEntry(Box::new(Entry::new(id, EntryKind::Task, "Нещо", When::day(november(5)), moment()))));
    case.run(Command::HoldWeek { week: november(10), state: ReviewState::Done });
    case.run(Command::HoldWeek { week: november(17), state: ReviewState::Open });
    let weeks = review_weeks(&case.desk.read().unwrap(), november(27)).unwrap();
    let told: Vec<_> = weeks.iter().map(|week| (week.from, week.state, week.missed)).collect();
    let expected = [
        (november(23), None, false),
        (november(16), Some(ReviewState::Open), true),
        (november(9), Some(ReviewState::Done), false),
        (november(2), None, true),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_review_is_due_from_its_day_until_the_week_is_over() {
    let due: Vec<_> = (0..7).map(|day| is_review_due(november(23) + Days::new(day), Weekday::Fri)).collect();
    assert_eq!(due, [false, false, false, false, true, true, true]);
}
