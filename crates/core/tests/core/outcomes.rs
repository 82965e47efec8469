//! «Как мина?» of a 2+1: who presented, and what each of those who met does after it.

use sponsor_core::command::{Command, Consequence, OutcomeForm, StepAfter, consequences};
use sponsor_core::model::{Entry, EntryId, EntryKind, EntryState, NextStep, Outcome, PersonId, Role, TaskNature, When};

use crate::figures::{Case, moment, november};

fn two_plus_one(case: &Case) -> (Entry, PersonId, PersonId) {
    let partner = case.registered("Елена Димова", case.me, november(2), Role::Partner);
    let prospect = case.contact("Ралица Попова");
    let id = EntryId::new(case.desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Meeting, "Среща 2+1", When::day(november(24)), moment());
    entry.people = vec![partner, prospect];
    case.run(Command::AddEntry(Box::new(entry)));
    (case.desk.read().unwrap().entry(id).unwrap().unwrap(), partner, prospect)
}

fn told(entry: &Entry, partner: PersonId, prospect: PersonId) -> OutcomeForm {
    let step = |person, text: &str, call, on| StepAfter { person, text: text.to_owned(), call, on };
    OutcomeForm {
        presented_by: Some(partner),
        after: vec![
            step(partner, "Обажда се на двама от списъка", false, Some(november(27))),
            step(prospect, "Как ѝ се отразиха мострите", true, Some(november(30))),
            step(prospect, "  ", false, None),
        ],
        ..OutcomeForm::about(entry, None)
    }
}

#[test]
fn what_each_does_after_a_two_plus_one_is_shown_before_made_with_its_person_and_taken_back_as_one() {
    let case = Case::new();
    let (entry, partner, prospect) = two_plus_one(&case);
    let form = told(&entry, partner, prospect);
    let text = |index: usize| form.after[index].text.clone();
    let shown = [
        Consequence::Step { person: partner, text: text(0), call: false, on: november(27) },
        Consequence::Step { person: prospect, text: text(1), call: true, on: november(30) },
    ];
    assert_eq!(consequences(&form, november(24)).unwrap(), shown);
    let before = case.desk.read().unwrap().all::<Entry>().unwrap();
    case.run(Command::RecordOutcome(Box::new(form.clone())));
    let view = case.desk.read().unwrap();
    let recorded = view.entry(entry.id).unwrap().unwrap();
    let outcome = recorded.outcome.clone().unwrap();
    assert_eq!((recorded.state, outcome.presented_by, outcome.after.len()), (EntryState::Done, Some(partner), 2));
    let made: Vec<Entry> = outcome.after.iter().map(|step| view.entry(step.entry.unwrap()).unwrap().unwrap()).collect();
    let facts: Vec<_> =
        made.iter().map(|one| (one.kind, one.people.clone(), one.when.first_day(), one.nature, one.follows)).collect();
    let of = Some(entry.id);
    assert_eq!(
        facts,
        [
            (EntryKind::Task, vec![partner], Some(november(27)), Some(TaskNature::TheirPromise), of),
            (EntryKind::Call, vec![prospect], Some(november(30)), None, of),
        ]
    );
    drop(view);
    case.desk.undo().unwrap();
    assert_eq!(case.desk.read().unwrap().all::<Entry>().unwrap(), before);
}

#[test]
fn who_presented_goes_and_is_joined_with_the_rest() {
    let case = Case::new();
    let (entry, partner, prospect) = two_plus_one(&case);
    case.run(Command::RecordOutcome(Box::new(told(&entry, partner, prospect))));
    let outcome = || case.desk.read().unwrap().entry(entry.id).unwrap().unwrap().outcome.unwrap();
    case.run(Command::DeletePeople(vec![prospect]));
    assert_eq!(outcome().after.iter().map(|step| step.person).collect::<Vec<_>>(), [partner]);
    let twin = case.registered("Елена Димова-Колева", case.me, november(2), Role::Partner);
    let person = (**case.desk.read().unwrap().people().get(twin).unwrap()).clone();
    case.run(Command::JoinPeople { keep: twin, gone: partner, person: Box::new(person) });
    assert_eq!((outcome().presented_by, outcome().after.first().map(|step| step.person)), (Some(twin), Some(twin)));
    assert_eq!(case.desk.read().unwrap().check().unwrap().problems, []);
}

#[test]
fn an_older_outcome_opens_and_the_new_lines_are_exported() {
    let older: Outcome = serde_json::from_str(r#"{"talked_about":"цената"}"#).unwrap();
    assert_eq!(older, Outcome { talked_about: "цената".to_owned(), ..Outcome::default() });
    let person = PersonId::from_bytes([7; 16]);
    let after = vec![NextStep { person, text: "пробва".to_owned(), entry: None }];
    let outcome = Outcome { presented_by: Some(person), after, ..Outcome::default() };
    let written = serde_json::to_string(&outcome).unwrap();
    assert_eq!(serde_json::from_str::<Outcome>(&written).unwrap(), outcome);
}
