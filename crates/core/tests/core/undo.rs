//! Undo and redo over any sequence of commands.

use proptest::prelude::*;
use sponsor_core::command::{Command, CommandName};
use sponsor_core::model::{RecordKey, RecordKind, Registration, Role};

use crate::world::{Choice, World, all_commands};

#[derive(Clone, Debug)]
enum Step {
    Give(CommandName, Choice),
    Reopen,
}

/// A step of a history that goes back and forth.
#[derive(Clone, Debug)]
enum Wild {
    Give(CommandName, Choice),
    Undo,
    Redo,
    UndoOlder(u64),
    Reopen,
}

fn choice() -> impl Strategy<Value = Choice> {
    (0_u64..40, 0_u64..40, 0_u64..40).prop_map(|(a, b, c)| Choice { a, b, c })
}

fn given() -> impl Strategy<Value = (CommandName, Choice)> {
    (proptest::sample::select(all_commands()), choice())
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![12 => given().prop_map(|(name, choice)| Step::Give(name, choice)), 1 => Just(Step::Reopen)]
}

fn wild() -> impl Strategy<Value = Wild> {
    prop_oneof![
        10 => given().prop_map(|(name, choice)| Wild::Give(name, choice)),
        3 => Just(Wild::Undo),
        2 => Just(Wild::Redo),
        4 => (0_u64..40).prop_map(Wild::UndoOlder),
        1 => Just(Wild::Reopen),
    ]
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn everything_taken_back_is_the_first_state_and_everything_done_again_the_last(
        steps in proptest::collection::vec(step(), 1..30),
        reopen_at in 0_usize..30,
    ) {
        let (mut world, medium) = World::full();
        let mut states = vec![world.state()];
        for step in steps {
            match step {
                Step::Reopen => world = world.reopen(&medium),
                Step::Give(name, choice) => match world.give(name, choice) {
                    Ok(done) if done.sequence.is_some() => states.push(world.state()),
                    // Refused, or there was nothing to change: then nothing has changed.
                    _ => prop_assert_eq!(&world.state(), states.last().unwrap()),
                },
            }
        }
        for (number, state) in states.iter().enumerate().rev().skip(1) {
            if number == reopen_at {
                world = world.reopen(&medium);
            }
            prop_assert_eq!(world.desk.undo().unwrap().unwrap().left, []);
            prop_assert_eq!(&world.state(), state);
        }
        for (number, state) in states.iter().enumerate().skip(1) {
            if number == reopen_at {
                world = world.reopen(&medium);
            }
            prop_assert_eq!(world.desk.redo().unwrap().unwrap().left, []);
            prop_assert_eq!(&world.state(), state);
        }
        prop_assert!(world.desk.redo().unwrap().is_none());
    }

    #[test]
    fn a_history_that_goes_back_and_forth_never_leaves_anything_unsound(
        steps in proptest::collection::vec(wild(), 1..40),
    ) {
        let (mut world, medium) = World::full();
        for step in steps {
            match step {
                Wild::Give(name, choice) => drop(world.give(name, choice)),
                Wild::Undo => drop(world.desk.undo().unwrap()),
                Wild::Redo => drop(world.desk.redo().unwrap()),
                Wild::UndoOlder(back) => {
                    let rows = world.desk.read().unwrap().history(40).unwrap();
                    let older = rows.iter().map(|row| row.sequence).nth(usize::try_from(back).unwrap());
                    if let Some(older) = older {
                        world.desk.undo_command(older).unwrap();
                    }
                }
                Wild::Reopen => world = world.reopen(&medium),
            }
            world.state();
        }
        world.reopen(&medium).state();
    }
}

fn person_at(world: &World, number: usize) -> sponsor_core::model::Person {
    world.there().people[number].clone()
}

fn edit(world: &mut World, person: sponsor_core::model::Person) -> u64 {
    let mut request = world.request(CommandName::EditPerson, Choice { a: 0, b: 0, c: 0 });
    request.command = Command::EditPerson(Box::new(person));
    world.desk.run(&request).unwrap().sequence.unwrap()
}

#[test]
fn taking_back_an_older_command_leaves_what_later_ones_changed_and_names_it() {
    let (mut world, _) = World::full();
    let before = person_at(&world, 1);
    let mut one = before.clone();
    one.city = "Бургас".to_owned();
    one.occupation = "учител".to_owned();
    let first = edit(&mut world, one.clone());
    one.city = "Варна".to_owned();
    one.nickname = "Миме".to_owned();
    edit(&mut world, one);
    let done = world.desk.undo_command(first).unwrap().unwrap();
    assert_eq!(done.left, [RecordKey { kind: RecordKind::Person, id: before.id.to_bytes() }]);
    let now = person_at(&world, 1);
    assert_eq!((now.city.as_str(), now.nickname.as_str()), ("Варна", "Миме"));
    assert_eq!(now.occupation, before.occupation);
}

#[test]
fn taking_back_an_older_command_says_when_nothing_was_left() {
    let (mut world, _) = World::full();
    let before = person_at(&world, 1);
    let mut one = before.clone();
    one.city = "Бургас".to_owned();
    assert_ne!(one, before);
    let first = edit(&mut world, one);
    let mut other = person_at(&world, 2);
    other.city = "Варна".to_owned();
    edit(&mut world, other);
    assert_eq!(world.desk.undo_command(first).unwrap().unwrap().left, []);
    assert_eq!(person_at(&world, 1), before, "what the older command changed is as it was");
    assert_eq!(person_at(&world, 2).city, "Варна");
}

#[test]
fn a_person_whom_later_records_name_stays_when_their_coming_is_taken_back() {
    let (mut world, _) = World::full();
    let added = world.give(CommandName::AddPeople, Choice { a: 30, b: 31, c: 1 }).unwrap().sequence.unwrap();
    let person = world.there().people.pop().unwrap().id;
    let mut request = world.request(CommandName::AddOrder, Choice { a: 0, b: 1, c: 1 });
    if let Command::AddOrder(order) = &mut request.command {
        order.person = person;
    }
    world.desk.run(&request).unwrap();
    let done = world.desk.undo_command(added).unwrap().unwrap();
    assert!(done.left.contains(&RecordKey { kind: RecordKind::Person, id: person.to_bytes() }));
    assert!(world.desk.read().unwrap().people().get(person).is_some());
    world.state();
}

#[test]
fn a_deleted_entry_does_not_come_back_with_people_who_are_gone() {
    let (mut world, _) = World::full();
    let entry = world.there().entries.iter().find(|entry| !entry.people.is_empty()).unwrap().clone();
    let mut request = world.request(CommandName::DeleteEntries, Choice { a: 0, b: 0, c: 0 });
    request.command = Command::DeleteEntries(vec![entry.id]);
    let deleted = world.desk.run(&request).unwrap().sequence.unwrap();
    let mut request = world.request(CommandName::DeletePeople, Choice { a: 0, b: 0, c: 0 });
    request.command = Command::DeletePeople(vec![entry.people[0]]);
    world.desk.run(&request).unwrap();
    let done = world.desk.undo_command(deleted).unwrap().unwrap();
    assert_eq!(done.left, [RecordKey { kind: RecordKind::Entry, id: entry.id.to_bytes() }]);
    world.state();
}

#[test]
fn taking_back_an_older_registration_makes_no_ring_of_sponsors() {
    let (mut world, _) = World::full();
    let people = world.there().people;
    let me = world.there().settings.unwrap().me;
    let free: Vec<_> =
        people.iter().filter(|one| one.id != me && one.registration.is_none()).map(|one| one.id).collect();
    let mut register = |person, sponsor| {
        let mut request = world.request(CommandName::Register, Choice { a: 1, b: 0, c: 0 });
        let registration = Registration::new(request.now.date(), Role::Partner, sponsor);
        request.command = Command::Register { person, registration };
        world.desk.run(&request).unwrap().sequence.unwrap()
    };
    register(free[1], me);
    register(free[0], free[1]);
    let moved = register(free[0], me);
    register(free[1], free[0]);
    let done = world.desk.undo_command(moved).unwrap().unwrap();
    assert_eq!(done.left, [RecordKey { kind: RecordKind::Person, id: free[0].to_bytes() }]);
    world.state();
}

#[test]
fn lookups_are_made_again_from_the_records() {
    let (world, medium) = World::full();
    let before = world.state();
    assert_eq!(world.desk.repair().unwrap().problems, []);
    assert_eq!(world.reopen(&medium).state(), before);
}
