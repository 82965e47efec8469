//! Two people who are one: nothing is lost, nothing names the one who is gone, and it can be taken back.

use proptest::prelude::*;
use sponsor_core::command::{Command, CommandName};
use sponsor_core::exchange::{Choice as Stays, compare_people, joined_person};
use sponsor_core::model::{
    AnyRecord, DatedLine, Email, ListOwner, Name, Person, PersonId, Phone, PlanAction, Registration, Role, Stage,
};
use sponsor_core::query::{SameBy, duplicates};

use crate::making::day;
use crate::world::{Choice, World, all_commands};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() }
}

fn run(world: &mut World, command: Command) -> Result<sponsor_core::Done, sponsor_core::DeskError> {
    let mut request = world.request(CommandName::AddPeople, Choice { a: 0, b: 0, c: 1 });
    request.command = command;
    world.desk.run(&request)
}

/// Everything but frozen figures, as text: whoever is named stands in it.
fn names_in(world: &World, id: PersonId) -> bool {
    let frozen = |record: &AnyRecord| matches!(record, AnyRecord::Snapshot(_));
    let text = |record| serde_json::to_string(&record).unwrap();
    world.state().into_iter().filter(|record| !frozen(record)).map(text).any(|text| text.contains(&id.to_string()))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn two_who_are_joined_leave_nobody_who_names_the_one_who_is_gone_and_undo_gives_everything_back(
        steps in proptest::collection::vec((proptest::sample::select(all_commands()), (0_u64..40, 0_u64..40, 0_u64..40)), 0..25),
        (a, b) in (0_u64..40, 0_u64..40),
    ) {
        let (mut world, _) = World::full();
        for (name, (a, b, c)) in steps {
            drop(world.give(name, Choice { a, b, c }));
        }
        let before = world.state();
        let request = world.request(CommandName::JoinPeople, Choice { a, b, c: 0 });
        let Command::JoinPeople { gone, .. } = &request.command else { panic!("another command") };
        let gone = *gone;
        if world.desk.run(&request).is_ok() {
            prop_assert!(!names_in(&world, gone));
            prop_assert_eq!(world.desk.undo().unwrap().unwrap().left, []);
        }
        prop_assert_eq!(&world.state(), &before);
    }
}

fn named(world: &World, name: &str) -> Person {
    Person::new(PersonId::new(world.desk.ids(), crate::world::moment(0).local), Name::from_full(name).unwrap(), day(1))
}

fn there(world: &World, id: PersonId) -> Person {
    Person::clone(world.desk.read().unwrap().people().get(id).unwrap())
}

#[test]
fn what_both_know_is_kept_and_what_was_chosen_stands() {
    let (mut world, _) = World::full();
    let mut one = named(&world, "Мария Петрова");
    one.phones.push(Phone { number: "0888 123 456".to_owned(), label: String::new() });
    one.notes = "две деца".to_owned();
    one.city = "Карлово".to_owned();
    one.needs.push(DatedLine { on: day(3), text: "време".to_owned() });
    let mut other = named(&world, "Maria Petrova");
    other.phones.push(Phone { number: "+359 888 123456".to_owned(), label: String::new() });
    other.phones.push(Phone { number: "032 555 118".to_owned(), label: String::new() });
    other.emails.push(Email { address: "maria@example.bg".to_owned(), label: String::new() });
    other.notes = "родителска среща".to_owned();
    other.city = "Пловдив".to_owned();
    other.needs.push(DatedLine { on: day(2), text: "доход".to_owned() });
    other.reach(Stage::ThinkingOver, day(4));
    let mut changes = compare_people(&one, &other);
    let city = changes.iter_mut().find(|change| change.field == sponsor_core::exchange::Field::City).unwrap();
    city.choice = Stays::Theirs;
    let person = joined_person(&one, &other, &changes);
    let (keep, gone) = (one.id, other.id);
    run(&mut world, Command::AddPeople(vec![one, other])).unwrap();
    run(&mut world, Command::JoinPeople { keep, gone, person: Box::new(person) }).unwrap();
    let person = there(&world, keep);
    let numbers: Vec<&str> = person.phones.iter().map(|phone| phone.number.as_str()).collect();
    assert_eq!(numbers, ["0888 123 456", "032 555 118"]);
    assert_eq!((person.city.as_str(), person.emails.len()), ("Пловдив", 1));
    assert!(person.notes.contains("две деца") && person.notes.contains("родителска среща"));
    let needs: Vec<&str> = person.needs.iter().map(|line| line.text.as_str()).collect();
    assert_eq!((needs, person.stage), (vec!["доход", "време"], Stage::ThinkingOver));
}

#[test]
fn those_below_the_one_who_is_gone_stand_below_the_one_who_stays_and_no_ring_is_made() {
    let (mut world, _) = World::full();
    let me = world.there().settings.unwrap().me;
    let people: Vec<Person> =
        ["Ана Първа", "Ана Втора", "Боян Долу"].into_iter().map(|name| named(&world, name)).collect();
    let [one, other, below] = [people[0].id, people[1].id, people[2].id];
    run(&mut world, Command::AddPeople(people)).unwrap();
    for (person, sponsor) in [(other, me), (below, other), (one, below)] {
        let registration = Registration::new(day(1), Role::Partner, sponsor);
        run(&mut world, Command::Register { person, registration }).unwrap();
    }
    let mut friend = named(&world, "Вяра Приятел");
    (friend.referred_by, friend.owner) = (Some(other), ListOwner::Partner(other));
    let friend_id = friend.id;
    run(&mut world, Command::AddPeople(vec![friend])).unwrap();
    let action = PlanAction::NewNames;
    for (person, planned) in [(one, 3), (other, 5)] {
        let command = Command::PlanCount { person, on: day(9), action: action.clone(), planned };
        run(&mut world, command).unwrap();
    }
    let (stays, goes) = (there(&world, one), there(&world, other));
    let person = joined_person(&stays, &goes, &compare_people(&stays, &goes));
    run(&mut world, Command::JoinPeople { keep: one, gone: other, person: Box::new(person) }).unwrap();
    let sponsor = |id| there(&world, id).registration.unwrap().sponsor;
    assert_eq!((sponsor(one), sponsor(below)), (me, one));
    let friend = there(&world, friend_id);
    assert_eq!((friend.referred_by, friend.owner), (Some(one), ListOwner::Partner(one)));
    let counts: Vec<u16> = world
        .state()
        .into_iter()
        .filter_map(|record| match record {
            AnyRecord::PlanItem(sponsor_core::model::PlanItem::Count { person, on, planned, .. }) => {
                (person == one && on == day(9)).then_some(planned)
            }
            _ => None,
        })
        .collect();
    assert_eq!(counts, [5]);
}

fn pairs(world: &World) -> Vec<(String, String, Vec<SameBy>)> {
    let view = world.desk.read().unwrap();
    let pairs = duplicates(&view).into_iter();
    pairs.map(|pair| (pair.stays.name.full(), pair.goes.name.full(), pair.reasons)).collect()
}

#[test]
fn two_whom_the_company_knows_under_different_numbers_are_never_taken_for_one() {
    let medium = sponsor_core::store::MemoryMedium::new();
    let mut world = World::create(Box::new(medium));
    world.give(CommandName::Begin, Choice { a: 0, b: 0, c: 0 }).unwrap();
    let me = world.desk.read().unwrap().settings().unwrap().me;
    let people: Vec<Person> = ["Ана Колева", "Ана Колева"].into_iter().map(|name| named(&world, name)).collect();
    let ids = [people[0].id, people[1].id];
    run(&mut world, Command::AddPeople(people)).unwrap();
    let register = |world: &mut World, person, number: &str| {
        let company_number = number.to_owned();
        let registration = Registration { company_number, ..Registration::new(day(1), Role::Partner, me) };
        run(world, Command::Register { person, registration }).unwrap();
    };
    register(&mut world, ids[0], "118028");
    assert_eq!(pairs(&world).len(), 1, "one of them may have been written down twice");
    register(&mut world, ids[1], "118038");
    assert_eq!(pairs(&world), []);
}

#[test]
fn who_looks_the_same_is_proposed_with_the_reasons_and_no_more_once_told_apart() {
    let medium = sponsor_core::store::MemoryMedium::new();
    let mut world = World::create(Box::new(medium));
    world.give(CommandName::Begin, Choice { a: 0, b: 0, c: 0 }).unwrap();
    let with_phone = |mut person: Person, number: &str| {
        person.phones.push(Phone { number: number.to_owned(), label: String::new() });
        person
    };
    let maria = with_phone(named(&world, "Мария Петрова"), "0888 123 456");
    let latin = with_phone(named(&world, "Petrova Mariya"), "00359888123456");
    let galya = with_phone(named(&world, "Галя"), "0897 555 664");
    let galina = with_phone(named(&world, "Галина Петкова"), "+359897555664");
    // Two first names with phones of their own say nothing.
    let ivan = with_phone(named(&world, "Иван"), "0877 111 111");
    let another = with_phone(named(&world, "Иван"), "0877 222 222");
    let told = (galya.id, galina.id);
    run(&mut world, Command::AddPeople(vec![maria, latin, galya, galina, ivan, another])).unwrap();
    let phone = |number: &str| SameBy::Phone(number.to_owned());
    let found = pairs(&world);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].2, [phone("+359888123456"), SameBy::Name]);
    assert_eq!(found[1].2, [phone("+359897555664")]);
    run(&mut world, Command::TellApart { one: told.0, other: told.1 }).unwrap();
    assert_eq!(pairs(&world).len(), 1);
    world.desk.undo().unwrap();
    assert_eq!(pairs(&world).len(), 2);
    run(&mut world, Command::TellApart { one: told.0, other: told.1 }).unwrap();
    run(&mut world, Command::DeletePeople(vec![told.1])).unwrap();
    assert!(!names_in(&world, told.1));
}

#[test]
fn thousands_of_one_name_are_proposed_in_a_row_and_not_each_with_each() {
    let mut world = World::create(Box::new(sponsor_core::store::MemoryMedium::new()));
    world.give(CommandName::Begin, Choice { a: 0, b: 0, c: 0 }).unwrap();
    let mut people: Vec<Person> =
        (0..4_000).map(|number| named(&world, &format!("Иван Георгиев{}", number % 4))).collect();
    people.extend((0..4_000).map(|number| named(&world, &format!("Мария Петрова{number}"))));
    run(&mut world, Command::AddPeople(people)).unwrap();
    let view = world.desk.read().unwrap();
    assert_eq!(duplicates(&view).len(), 3_996);
}
