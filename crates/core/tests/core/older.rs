//! Taking back an older command from the history, and doing again what was taken back.

use sponsor_core::command::{Command, CommandError, CommandName};
use sponsor_core::model::{EntryKind, EntryState, Person, RecordKey, RecordKind, Registration, Repeat, Role};
use sponsor_core::{Desk, DeskError};

use crate::world::{Choice, World, person};

/// Gives a command and says its number.
fn run(world: &mut World, command: Command) -> u64 {
    try_run(world, command).unwrap().sequence.unwrap()
}

fn try_run(world: &mut World, command: Command) -> Result<sponsor_core::Done, DeskError> {
    let mut request = world.request(CommandName::AddPeople, Choice { a: 0, b: 0, c: 0 });
    request.command = command;
    world.desk.run(&request)
}

/// Somebody new of this name.
fn add(world: &mut World, name: &str) -> Person {
    let now = world.request(CommandName::AddPeople, Choice { a: 0, b: 0, c: 0 }).now;
    let new = person(world.desk.ids(), name, now);
    run(world, Command::AddPeople(vec![new.clone()]));
    new
}

fn there(world: &World, person: &Person) -> Option<Person> {
    world.desk.read().unwrap().people().get(person.id).map(|person| (**person).clone())
}

fn city(world: &mut World, person: &Person, city: &str) -> u64 {
    let mut edited = there(world, person).unwrap();
    city.clone_into(&mut edited.city);
    run(world, Command::EditPerson(Box::new(edited)))
}

fn register(world: &mut World, person: &Person, sponsor: sponsor_core::model::PersonId) -> u64 {
    let registration = Registration::new(person.created, Role::Partner, sponsor);
    run(world, Command::Register { person: person.id, registration })
}

fn me(world: &World) -> sponsor_core::model::PersonId {
    world.desk.read().unwrap().settings().unwrap().me
}

fn redo(world: &World) -> Option<u64> {
    world.desk.redo().unwrap().and_then(|done| done.sequence)
}

#[test]
fn the_settings_stay_as_long_as_there_are_people_whatever_is_taken_back() {
    let (world, _) = World::full();
    let done = world.desk.undo_command(1).unwrap().unwrap();
    assert!(done.left.iter().any(|key| key.kind == RecordKind::Settings));
    assert!(world.desk.read().unwrap().settings().is_ok());
    world.state();
}

#[test]
fn a_sponsor_stays_registered_while_others_stand_below_and_a_branch_is_never_cut_off() {
    let (mut world, _) = World::full();
    let me = me(&world);
    let (above, below) = (add(&mut world, "Ива Горна"), add(&mut world, "Яна Долна"));
    let registered = register(&mut world, &above, me);
    register(&mut world, &below, above.id);
    let done = world.desk.undo_command(registered).unwrap().unwrap();
    assert_eq!(done.left, [RecordKey { kind: RecordKind::Person, id: above.id.to_bytes() }]);
    assert!(world.desk.read().unwrap().people().branch(me).contains(&below.id));
    world.state();
}

#[test]
fn nobody_is_brought_in_by_somebody_who_is_not_registered() {
    let (mut world, _) = World::full();
    let (above, below) = (add(&mut world, "Ива Горна"), add(&mut world, "Яна Долна"));
    let registration = Registration::new(below.created, Role::Customer, above.id);
    let refused = try_run(&mut world, Command::Register { person: below.id, registration });
    assert!(matches!(refused, Err(DeskError::Command(CommandError::SponsorNotRegistered))));
    assert_eq!(there(&world, &below).unwrap().registration, None);
}

#[test]
fn those_below_move_up_when_a_form_takes_a_registration_away() {
    let (mut world, _) = World::full();
    let me = me(&world);
    let (above, below) = (add(&mut world, "Ива Горна"), add(&mut world, "Яна Долна"));
    register(&mut world, &above, me);
    register(&mut world, &below, above.id);
    let unregistered = Person { registration: None, ..there(&world, &above).unwrap() };
    run(&mut world, Command::EditPerson(Box::new(unregistered)));
    assert_eq!(there(&world, &below).unwrap().registration.unwrap().sponsor, me);
    world.state();
}

#[test]
fn what_was_taken_back_last_is_done_again_first_whichever_command_it_was() {
    let (mut world, _) = World::full();
    let who = [add(&mut world, "Първа Ана"), add(&mut world, "Втора Ана"), add(&mut world, "Трета Ана")];
    let [first, second] = [city(&mut world, &who[0], "Русе"), city(&mut world, &who[1], "Варна")];
    world.desk.undo_command(first).unwrap();
    assert_eq!(redo(&world), Some(first), "right after it was taken back from the history");
    world.desk.undo_command(first).unwrap();
    let third = city(&mut world, &who[2], "Бургас");
    world.desk.undo().unwrap();
    world.desk.undo().unwrap();
    assert_eq!([redo(&world), redo(&world), redo(&world)], [Some(second), Some(third), None]);
    assert_eq!(there(&world, &who[0]).unwrap().city, "", "something else was done since");
    assert_eq!(there(&world, &who[1]).unwrap().city, "Варна");
}

#[test]
fn what_an_undo_had_to_leave_comes_back_when_it_can() {
    let (mut world, medium) = World::full();
    let who = add(&mut world, "Ана Градска");
    let mut edited =
        Person { city: "Русе".to_owned(), occupation: "учител".to_owned(), ..there(&world, &who).unwrap() };
    let first = run(&mut world, Command::EditPerson(Box::new(edited.clone())));
    edited.city = "Варна".to_owned();
    let second = run(&mut world, Command::EditPerson(Box::new(edited)));
    let now = |world: &World| there(world, &who).map(|person| (person.city, person.occupation)).unwrap();
    let pair = |city: &str, occupation: &str| (city.to_owned(), occupation.to_owned());
    assert_eq!(world.desk.undo_command(first).unwrap().unwrap().left.len(), 1);
    assert_eq!(now(&world), pair("Варна", ""));
    world.desk.undo_command(second).unwrap();
    assert_eq!(now(&world), pair("Русе", ""));
    let world = world.reopen(&medium);
    assert_eq!(redo(&world), Some(second));
    assert_eq!(redo(&world), Some(first));
    assert_eq!(now(&world), pair("Варна", "учител"));
    world.desk.undo_command(second).unwrap();
    world.desk.undo_command(first).unwrap();
    assert_eq!(now(&world), pair("", ""), "both are taken back whole");
}

#[test]
fn saving_a_form_in_which_nothing_changed_is_no_step_even_after_an_undo() {
    let (mut world, _) = World::full();
    let who = add(&mut world, "Ана Градска");
    city(&mut world, &who, "Русе");
    city(&mut world, &who, "");
    world.desk.undo().unwrap();
    let same = there(&world, &who).unwrap();
    let done = try_run(&mut world, Command::EditPerson(Box::new(same))).unwrap();
    assert_eq!((done.sequence, done.touched), (None, 0));
    assert!(world.desk.redo().unwrap().is_some(), "nothing was done since");
}

#[test]
fn a_weekly_task_that_is_done_is_no_contact_and_a_weekly_call_is() {
    for (kind, contact) in [(EntryKind::Task, false), (EntryKind::Call, true)] {
        let (mut world, _) = World::full();
        let who = add(&mut world, "Ана Седмична");
        let mut request = world.request(CommandName::AddEntry, Choice { a: 0, b: 1, c: 4 });
        let Command::AddEntry(entry) = &mut request.command else { panic!("the command of this name") };
        (entry.kind, entry.people, entry.action) = (kind, vec![who.id], None);
        entry.repeat = Some(Repeat::new("FREQ=WEEKLY").unwrap());
        let (id, day) = (entry.id, entry.when.first_day());
        world.desk.run(&request).unwrap();
        run(&mut world, Command::SetState { entry: id, instance: day, state: EntryState::Done });
        let view = world.desk.read().unwrap();
        let standing = view.people().standing(view.people().get(who.id).unwrap());
        assert_eq!(standing.last_contact.is_some(), contact, "{kind:?}");
    }
}

#[test]
fn a_person_who_is_added_while_nothing_was_sought_yet_is_found_afterwards() {
    let (mut world, _) = World::full();
    let before = world.desk.read().unwrap();
    add(&mut world, "Цветомира Закъсняла");
    // The first search comes from a view of before, and makes what is shared.
    assert!(before.find("Закъсняла", 5).unwrap().is_empty());
    let found = |desk: &Desk| desk.read().unwrap().find("Закъсняла", 5).unwrap().len();
    assert_eq!(found(&world.desk), 1);
}
