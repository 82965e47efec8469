//! The structure: who moves under whom, and what stands behind each figure of a branch.

use rust_decimal::Decimal;
use sponsor_core::command::{Command, CommandError};
use sponsor_core::model::{
    Action, CommandId, Entry, EntryId, EntryKind, EntryState, FigurePeriod, Goal, GoalId, GoalState, ListOwner, Mode,
    Name, Person, PersonId, Role, Scope, When,
};
use sponsor_core::query::{BehindKind, BranchFigure, TimelineKind, behind, figures, people_behind, person, structure};
use sponsor_core::store::Author;
use sponsor_core::{DeskError, Request};

use crate::figures::{Case, moment, november, now};

const NOVEMBER: FigurePeriod = FigurePeriod::Month { year: 2026, month: 11 };

fn attempt(case: &Case, command: Command) -> Result<(), DeskError> {
    let id = CommandId::new(case.desk.ids(), moment());
    case.desk.run(&Request { id, by: Author::Person, now: now(), command }).map(drop)
}

/// Ана and Борис below the user; Вера and Галя below Ана, Дора below Вера.
fn family() -> (Case, [PersonId; 5]) {
    let case = Case::new();
    let ana = case.registered("Ана Тошева", case.me, november(1), Role::Partner);
    let boris = case.registered("Борис Илиев", case.me, november(1), Role::Partner);
    let vera = case.registered("Вера Колева", ana, november(2), Role::Partner);
    let galya = case.registered("Галя Донева", ana, november(3), Role::Customer);
    let dora = case.registered("Дора Пенева", vera, november(4), Role::Customer);
    (case, [ana, boris, vera, galya, dora])
}

#[test]
fn who_moves_takes_the_branch_along_and_one_undo_brings_it_back() {
    let (case, [ana, boris, vera, _, dora]) = family();
    let depths = || {
        let rows = structure(&case.desk.read().unwrap(), november(24)).unwrap().rows;
        let own = |id| rows.iter().find(|row| row.person.id == id).map(|row| (row.depth, row.below)).unwrap();
        [ana, boris, vera, dora].map(own)
    };
    let before = depths();
    attempt(&case, Command::MoveUnder { person: vera, sponsor: boris, from: november(24) }).unwrap();
    assert_eq!(depths(), [(1, 1), (1, 2), (2, 1), (3, 0)]);
    case.desk.undo().unwrap();
    assert_eq!(depths(), before);
}

#[test]
fn nobody_moves_under_themselves_their_own_branch_or_somebody_who_is_not_registered() {
    let (case, [ana, _, vera, _, dora]) = family();
    let contact = PersonId::new(case.desk.ids(), moment());
    let name = Name::from_full("Емил Желев").unwrap();
    case.run(Command::AddPeople(vec![Person::new(contact, name, november(1))]));
    for sponsor in [ana, vera, dora] {
        let refused = attempt(&case, Command::MoveUnder { person: ana, sponsor, from: november(24) });
        assert!(matches!(refused, Err(DeskError::Command(CommandError::Cycle))), "{refused:?}");
    }
    let refused = attempt(&case, Command::MoveUnder { person: ana, sponsor: contact, from: november(24) });
    assert!(matches!(refused, Err(DeskError::Command(CommandError::SponsorNotRegistered))));
    let refused = attempt(&case, Command::MoveUnder { person: contact, sponsor: ana, from: november(24) });
    assert!(matches!(refused, Err(DeskError::Command(CommandError::NotFound(_)))));
    let refused = attempt(&case, Command::MoveUnder { person: case.me, sponsor: ana, from: november(24) });
    assert!(matches!(refused, Err(DeskError::Command(CommandError::Myself))));
}

/// Orders, readings, trainings and a guest, so that every branch has figures of every kind.
fn busy() -> (Case, [PersonId; 5]) {
    let (case, people) = family();
    let [ana, boris, vera, galya, dora] = people;
    case.order(case.me, november(2), "11");
    case.order(dora, november(4), "20");
    case.order(dora, november(5), "2.5");
    case.order(galya, november(6), "7");
    case.order(boris, november(26), "500");
    case.reading(Scope::Branch(vera), november(10), "90");
    case.reading(Scope::Branch(vera), november(12), "95");
    case.reading(Scope::Own(galya), november(12), "9");
    let guest = PersonId::new(case.desk.ids(), moment());
    let mut person = Person::new(guest, Name::from_full("Емил Желев").unwrap(), november(1));
    person.owner = ListOwner::Partner(vera);
    case.run(Command::AddPeople(vec![person]));
    let came = [(vera, Mode::InPerson, true), (dora, Mode::Online, false), (guest, Mode::InPerson, false)];
    case.training(november(14), Some(vera), &came);
    case.training(november(16), Some(case.me), &[(dora, Mode::InPerson, false), (boris, Mode::InPerson, false)]);
    let id = EntryId::new(case.desk.ids(), moment());
    let mut meeting = Entry::new(id, EntryKind::Meeting, "2+1", When::day(november(8)), moment());
    meeting.people = vec![ana, galya];
    meeting.action = Some(Action::TwoPlusOne);
    meeting.action_chosen = true;
    meeting.state = EntryState::Done;
    case.run(Command::AddEntry(Box::new(meeting)));
    (case, people)
}

#[test]
fn every_figure_of_every_branch_is_what_stands_behind_it_and_what_the_key_figures_say() {
    let (case, _) = busy();
    let view = case.desk.read().unwrap();
    let today = november(24);
    let shown = structure(&view, today).unwrap();
    for row in &shown.rows {
        let id = row.person.id;
        let lines = |figure| behind(&view, id, figure, today).unwrap();
        let values = figures(&view, NOVEMBER, Scope::Branch(id), today).unwrap().values;
        assert_eq!(row.points, values.points, "{}", row.person.name.full());
        assert_eq!(row.points, counted(&lines(BranchFigure::Points)));
        assert_eq!(row.in_training.unwrap(), usize::try_from(values.in_training.unwrap()).unwrap());
        assert_eq!(row.in_training.unwrap(), people_behind(&lines(BranchFigure::InTraining)).len());
        assert_eq!(row.new_in_branch, lines(BranchFigure::NewUsers).len());
        let plain = person(&view, id, today).unwrap().unwrap().plain.unwrap();
        assert_eq!(plain.own_points, counted(&lines(BranchFigure::OwnOrder)));
        assert_eq!(plain.brought_in, lines(BranchFigure::BroughtIn).len());
        assert_eq!(plain.customers, lines(BranchFigure::Customers).len());
        assert_eq!(plain.teaches, people_behind(&lines(BranchFigure::Teaches)));
    }
    let whole = figures(&view, NOVEMBER, Scope::Whole, today).unwrap().values;
    let lines = |figure| behind(&view, case.me, figure, today).unwrap();
    assert_eq!((shown.whole.points, shown.whole.points), (whole.points, counted(&lines(BranchFigure::Points))));
    assert_eq!(shown.whole.new_users, usize::try_from(whole.new_users.unwrap()).unwrap());
    assert_eq!(shown.whole.new_users, lines(BranchFigure::NewUsers).len());
    assert_eq!(shown.whole.in_training, Some(people_behind(&lines(BranchFigure::InTraining)).len()));
    assert_eq!(whole.in_training.map(usize::try_from), shown.whole.in_training.map(Ok));
}

/// The points that lines say: the newest reading, which comes first, else the sum of the orders.
fn counted(lines: &[sponsor_core::query::BehindLine]) -> Option<Decimal> {
    if let Some(BehindKind::Reading { points, .. }) = lines.first().map(|line| &line.kind) {
        return Some(*points);
    }
    let orders = lines.iter().filter_map(|line| match &line.kind {
        BehindKind::Order { points, .. } => Some(*points),
        _ => None,
    });
    orders.reduce(|one, other| one + other).map(|sum| sum.normalize())
}

#[test]
fn one_teaches_those_below_with_whom_one_trained_or_met_two_plus_one() {
    let (case, [ana, boris, vera, galya, dora]) = busy();
    let view = case.desk.read().unwrap();
    let taught = |id, on| {
        let lines = behind(&view, id, BranchFigure::Teaches, on).unwrap();
        people_behind(&lines).iter().map(|one| one.id).collect::<Vec<_>>()
    };
    let today = november(24);
    assert_eq!(taught(vera, today), [dora], "the guest is not below, and nobody teaches themselves");
    assert_eq!(taught(ana, today), [galya]);
    assert_eq!(taught(boris, today), []);
    assert_eq!(taught(case.me, today), [boris, dora]);
    let later = today.checked_add_days(chrono::Days::new(120)).unwrap();
    assert_eq!(taught(vera, later), [], "what was long ago says nothing of today");
}

#[test]
fn a_goal_keeps_the_day_on_which_it_was_decided_and_stands_in_the_timeline_with_results() {
    let (case, [ana, ..]) = family();
    let mut goal = Goal {
        id: GoalId::new(case.desk.ids(), moment()),
        person: ana,
        what: "Своя кола".to_owned(),
        until: None,
        why: String::new(),
        agreed: november(5),
        state: GoalState::Reached,
        decided: None,
    };
    case.run(Command::SetGoal(Box::new(goal.clone())));
    let known = (*case.desk.read().unwrap().people().get(ana).cloned().unwrap()).clone();
    let mut registration = known.registration.unwrap();
    let result = sponsor_core::model::RegistrationResult { on: november(7), text: "Първи ранг".to_owned() };
    registration.results.push(result);
    case.run(Command::Register { person: ana, registration });
    let seen = || person(&case.desk.read().unwrap(), ana, november(24)).unwrap().unwrap();
    let view = seen();
    assert_eq!((view.goals.len(), view.past_goals[0].decided), (0, Some(november(24))));
    let lines: Vec<_> = view.timeline.iter().map(|line| (line.on, line.kind.clone())).collect();
    assert!(lines.contains(&(Some(november(7)), TimelineKind::Result("Първи ранг".to_owned()))));
    assert!(lines.iter().any(|(on, kind)| *on == Some(november(5)) && matches!(kind, TimelineKind::Goal(_))));
    goal.state = GoalState::Open;
    case.run(Command::SetGoal(Box::new(goal)));
    assert_eq!(seen().goals[0].decided, None, "an open goal is not decided");
}
