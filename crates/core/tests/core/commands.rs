//! Each command by itself: done, taken back, done again.

use sponsor_core::DeskError;
use sponsor_core::command::{Command, CommandError, CommandName};
use sponsor_core::model::{Action, Entry, EntryId, EntryKind, IdSource, ListOwner, Registration, Role, When};
use sponsor_core::store::MemoryMedium;

use crate::world::{Choice, World, all_commands, moment, person};

/// The choice with which a command changes something in the full world.
fn choice_for(name: CommandName) -> Choice {
    let (a, b, c) = match name {
        CommandName::Register => (2, 0, 3),
        CommandName::MoveUnder => (1, 0, 1),
        CommandName::DeletePeople => (2, 3, 1),
        CommandName::MoveEntry | CommandName::SetState | CommandName::RecordOutcome => (1, 1, 6),
        CommandName::PlanCount | CommandName::PlanWords => (1, 1, 2),
        CommandName::ChangeMethod => (0, 2, 1),
        CommandName::HoldWeek => (1, 1, 1),
        CommandName::ChangeCorrection | CommandName::RemoveCorrection => (1, 0, 3),
        _ => (1, 2, 5),
    };
    Choice { a, b, c }
}

#[test]
fn every_command_is_done_taken_back_and_done_again() {
    let names = all_commands();
    assert_eq!(names.len(), 67);
    for name in names {
        let (mut world, medium) = if name == CommandName::Begin {
            let medium = MemoryMedium::new();
            (World::create(Box::new(medium.clone())), medium)
        } else {
            World::full()
        };
        let before = world.state();
        let request = world.request(name, choice_for(name));
        assert_eq!(request.command.name(), name);
        let done = world.desk.run(&request).unwrap_or_else(|error| panic!("{name:?}: {error}"));
        assert!(done.sequence.is_some(), "{name:?} changed nothing");
        let after = world.state();
        assert_ne!(before, after, "{name:?}");
        assert_eq!(world.desk.undo().unwrap().unwrap().name, name);
        assert_eq!(world.state(), before, "{name:?} taken back");
        let world = world.reopen(&medium);
        assert_eq!(world.desk.redo().unwrap().unwrap().left, [], "{name:?}");
        assert_eq!(world.state(), after, "{name:?} done again");
        assert!(world.desk.read().unwrap().was_done(request.id).unwrap());
    }
}

#[test]
fn a_retried_request_is_done_once_also_after_a_restart() {
    let (mut world, medium) = World::full();
    let request = world.request(CommandName::AddPeople, Choice { a: 7, b: 7, c: 7 });
    let first = world.desk.run(&request).unwrap();
    let state = world.state();
    assert_eq!(world.desk.run(&request).unwrap().sequence, first.sequence);
    let world = world.reopen(&medium);
    assert_eq!(world.desk.run(&request).unwrap().sequence, first.sequence);
    assert_eq!(world.state(), state);
}

#[test]
fn deleting_people_leaves_no_word_of_them_in_any_other_record() {
    let (mut world, _) = World::full();
    let me = world.there().settings.unwrap().me;
    for number in 0..12 {
        // Entries of all kinds, outcomes, plans, readings: in all roles that an entry has for people.
        world.give(CommandName::AddEntry, Choice { a: number, b: number + 1, c: 3 + 5 * number }).unwrap();
        world.give(CommandName::RecordOutcome, Choice { a: number, b: number, c: number }).ok();
        world.give(CommandName::PlanWords, Choice { a: number, b: number, c: 2 }).unwrap();
        world.give(CommandName::AddReading, Choice { a: number, b: number, c: 1 + number % 2 }).unwrap();
        world.give(CommandName::SetGoal, Choice { a: 1, b: 1, c: number }).unwrap();
    }
    let before = world.state();
    let people: Vec<_> = world.there().people.iter().map(|person| person.id).filter(|id| *id != me).collect();
    let mut request = world.request(CommandName::DeletePeople, Choice { a: 1, b: 1, c: 1 });
    request.command = Command::DeletePeople(people.clone());
    world.desk.run(&request).unwrap();
    // Snapshots are frozen and keep their names.
    let rest =
        world.state().into_iter().filter(|record| record.key().kind != sponsor_core::model::RecordKind::Snapshot);
    let rest = format!("{:?}", rest.collect::<Vec<_>>());
    for person in people {
        assert!(!rest.contains(&person.to_string()), "{person} is still named in {rest}");
    }
    world.desk.undo().unwrap();
    assert_eq!(world.state(), before);
}

#[test]
fn nobody_becomes_their_own_sponsor_in_any_way() {
    let (mut world, _) = World::full();
    let before = world.state();
    let now = moment(500);
    let ids = IdSource::seeded(77);
    let (mut one, mut other) = (person(&ids, "Ани Иванова", now), person(&ids, "Боян Иванов", now));
    one.registration = Some(Registration::new(now.date(), Role::Partner, other.id));
    other.registration = Some(Registration::new(now.date(), Role::Partner, one.id));
    let mut request = world.request(CommandName::AddPeople, Choice { a: 1, b: 1, c: 1 });
    request.command = Command::AddPeople(vec![one.clone(), other.clone()]);
    assert!(matches!(world.desk.run(&request), Err(DeskError::Command(CommandError::Cycle))));
    request.command = Command::ImportWorkspace(vec![one.into(), other.into()]);
    assert!(matches!(world.desk.run(&request), Err(DeskError::Command(CommandError::Cycle))));
    let me = world.desk.read().unwrap().people().me().cloned().unwrap();
    let mut myself = (*me).clone();
    myself.registration = Some(Registration::new(now.date(), Role::Partner, me.id));
    request.command = Command::EditPerson(Box::new(myself));
    assert!(matches!(world.desk.run(&request), Err(DeskError::Command(CommandError::Myself))));
    assert_eq!(world.state(), before);
}

#[test]
fn nothing_is_written_that_names_somebody_who_is_not_there() {
    let (mut world, _) = World::full();
    let before = world.state();
    let ids = IdSource::seeded(78);
    let mut orphan = person(&ids, "Ани Иванова", moment(500));
    orphan.referred_by = Some(sponsor_core::model::PersonId::from_bytes([9; 16]));
    let mut request = world.request(CommandName::AddPeople, Choice { a: 1, b: 1, c: 1 });
    request.command = Command::AddPeople(vec![orphan]);
    assert!(matches!(world.desk.run(&request), Err(DeskError::Command(CommandError::NotFound("person")))));
    assert_eq!(world.state(), before);
}

#[test]
fn those_who_come_with_a_meeting_stand_on_the_list_on_which_they_belong_and_keep_their_ids() {
    let (mut world, _) = World::full();
    let me = world.there().settings.unwrap().me;
    let ids = IdSource::seeded(79);
    let now = moment(500);
    let mut partner = person(&ids, "Ралица Попова", now);
    partner.registration = Some(Registration::new(now.date(), Role::Partner, me));
    let mut request = world.request(CommandName::AddPeople, Choice { a: 1, b: 1, c: 1 });
    request.command = Command::AddPeople(vec![partner.clone()]);
    world.desk.run(&request).unwrap();
    let before = world.state();

    let guest = person(&ids, "Гого Стоев", now);
    let id = EntryId::new(&ids, now.local);
    let mut meeting = Entry::new(id, EntryKind::Meeting, "Кафе", When::day(now.date()), now.local);
    meeting.people = vec![partner.id, guest.id];
    let mut request = world.request(CommandName::AddEntry, Choice { a: 1, b: 1, c: 1 });
    request.command = Command::add_entry(meeting, vec![guest.clone()]);
    let done = world.desk.run(&request).unwrap();
    assert_eq!((done.name, done.subject.as_str()), (CommandName::AddEntryAndPeople, "Кафе · Гого Стоев"));
    let view = world.desk.read().unwrap();
    assert_eq!(view.people().get(guest.id).unwrap().owner, ListOwner::Partner(partner.id));
    assert_eq!(view.entry(id).unwrap().unwrap().action, Some(Action::TwoPlusOne));
    let after = world.state();

    assert!(world.desk.undo().unwrap().unwrap().left.is_empty());
    assert_eq!(world.state(), before);
    assert!(world.desk.redo().unwrap().unwrap().left.is_empty());
    assert_eq!(world.state(), after);
}

#[test]
fn a_workspace_that_has_not_begun_refuses_what_needs_its_settings() {
    let mut world = World::create(Box::new(MemoryMedium::new()));
    assert!(world.give(CommandName::ChangeSettings, Choice { a: 1, b: 1, c: 1 }).is_err());
    assert!(world.desk.read().unwrap().settings().is_err());
    assert!(world.desk.undo().unwrap().is_none());
    assert!(world.desk.redo().unwrap().is_none());
}
