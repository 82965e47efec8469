//! The list: filters that combine, ready views, and cities with their people.

use sponsor_core::command::{Command, CommandName, PeopleChange};
use sponsor_core::model::{
    Entry, EntryId, EntryKind, EntryState, LastContact, ListFilter, Name, Person, PersonId, Phone, ReadyView, Relation,
    SavedView, Stage, TaskNature, When, WhichList,
};
use sponsor_core::query::{ListQuestion, ListView, list};
use sponsor_core::text::fold_city;

use crate::making::day;
use crate::world::{Choice, World, moment};

fn run(world: &mut World, command: Command) {
    let mut request = world.request(CommandName::AddPeople, Choice { a: 0, b: 0, c: 1 });
    request.command = command;
    world.desk.run(&request).unwrap();
}

/// Four people: one called long ago, one promised something, one without a city, one never spoken to.
fn world() -> (World, Vec<PersonId>) {
    let mut world = World::create(Box::new(sponsor_core::store::MemoryMedium::new()));
    world.give(CommandName::Begin, Choice { a: 0, b: 0, c: 0 }).unwrap();
    let mut people: Vec<Person> = Vec::new();
    for (name, city, stage, interest) in [
        ("Анна Тошева", "Пловдив", Stage::FirstTalk, "здраве"),
        ("Борис Тонев", "София", Stage::ThinkingOver, "доход"),
        ("Веска Ганева", "", Stage::New, "Здравословно хранене"),
        ("Георги Минев", "Sofia", Stage::New, ""),
    ] {
        let id = PersonId::new(world.desk.ids(), moment(0).local);
        let mut person = Person::new(id, Name::from_full(name).unwrap(), day(1));
        city.clone_into(&mut person.city);
        person.stage = stage;
        person.interests = vec![interest.to_owned()];
        people.push(person);
    }
    people[0].relation = Some(Relation::Friend);
    people[0].phones.push(Phone { number: "0888 123 456".to_owned(), label: String::new() });
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    run(&mut world, Command::AddPeople(people));
    let mut call = Entry::new(
        EntryId::new(world.desk.ids(), moment(0).local),
        EntryKind::Call,
        "звъннах",
        When::day(day(0)),
        moment(0).local,
    );
    (call.people, call.state) = (vec![ids[0]], EntryState::Done);
    run(&mut world, Command::AddEntry(Box::new(call)));
    let mut promise = Entry::new(
        EntryId::new(world.desk.ids(), moment(0).local),
        EntryKind::Task,
        "каталог",
        When::day(day(30)),
        moment(0).local,
    );
    (promise.people, promise.nature) = (vec![ids[1]], Some(TaskNature::MyPromise));
    run(&mut world, Command::AddEntry(Box::new(promise)));
    (world, ids)
}

fn ask(world: &World, filter: ListFilter, by_city: bool) -> ListView {
    let question = ListQuestion { filter, by_city, ..ListQuestion::all(day(23)) };
    list(&world.desk.read().unwrap(), &question).unwrap()
}

fn given(view: &ListView) -> Vec<&str> {
    view.rows.iter().map(|row| row.person.name.given()).collect()
}

#[test]
fn filters_hold_together_and_each_alone() {
    let (world, _) = world();
    let all = ListFilter::of(WhichList::All);
    let names = |filter: ListFilter| {
        let view = ask(&world, filter, false);
        given(&view).into_iter().map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    for (filter, expected) in [
        (all.clone(), "Анна Борис Веска Георги"),
        (ListFilter { stages: vec![Stage::FirstTalk, Stage::ThinkingOver], ..all.clone() }, "Анна Борис"),
        (ListFilter { relation: Some(Relation::Friend), ..all.clone() }, "Анна"),
        (ListFilter { interest: "zdrav".to_owned(), ..all.clone() }, "Анна Веска"),
        (ListFilter { last: Some(LastContact::OlderThan(14)), ..all.clone() }, "Анна"),
        (ListFilter { last: Some(LastContact::OlderThan(60)), ..all.clone() }, ""),
        (ListFilter { last: Some(LastContact::Never), ..all.clone() }, "Борис Веска Георги"),
        (ListFilter { no_phone: true, ..all.clone() }, "Борис Веска Георги"),
        (ListFilter { no_city: true, ..all.clone() }, "Веска"),
        (ListFilter { promise: true, ..all.clone() }, "Борис"),
        (ListFilter { view: ReadyView::Calls, ..all.clone() }, "Анна"),
        (ListFilter { city: Some(fold_city("София")), ..all.clone() }, "Борис Георги"),
        (ListFilter { no_phone: true, stages: vec![Stage::New], interest: "здраве".to_owned(), ..all.clone() }, ""),
        (ListFilter { no_phone: true, stages: vec![Stage::New], text: "георги".to_owned(), ..all }, "Георги"),
    ] {
        assert_eq!(names(filter.clone()), expected, "{filter:?}");
    }
}

#[test]
fn prospects_are_those_with_whom_contact_was_made_and_calls_say_what_to_ask() {
    let (world, _) = world();
    let prospects = ask(&world, ListFilter { view: ReadyView::Prospects, ..ListFilter::of(WhichList::All) }, false);
    assert_eq!(given(&prospects), ["Анна", "Борис"]);
    assert_eq!(prospects.rows[1].beside.promise.as_deref(), Some("каталог"));
    assert_eq!((prospects.prospects, prospects.waiting), (2, 1));
    let calls = ask(&world, ListFilter { view: ReadyView::Calls, ..ListFilter::of(WhichList::All) }, false);
    assert_eq!(calls.rows[0].beside.ask.as_ref().unwrap().text, "звъннах");
}

#[test]
fn list_2_stands_city_by_city_with_counts_and_a_city_for_many_is_one_step() {
    let (mut world, ids) = world();
    run(
        &mut world,
        Command::EditPeople { people: vec![ids[0], ids[2]], change: PeopleChange::City("Варна".to_owned()) },
    );
    let view = ask(&world, ListFilter::of(WhichList::Others), true);
    let groups: Vec<_> = view.groups.iter().map(|group| (group.from, group.people)).collect();
    assert_eq!((given(&view), groups), (vec!["Борис", "Георги", "Анна", "Веска"], vec![(0, 2), (2, 2)]));
    world.desk.undo().unwrap();
    assert_eq!(given(&ask(&world, ListFilter::of(WhichList::Home), false)), ["Анна"]);
}

#[test]
fn a_view_is_kept_under_a_name_and_undone() {
    let (mut world, _) = world();
    let mut settings = world.there().settings.unwrap();
    let filter = ListFilter { no_phone: true, stages: vec![Stage::New], ..ListFilter::default() };
    settings.views.push(SavedView { name: "Без телефон".to_owned(), filter });
    run(&mut world, Command::ChangeSettings(Box::new(settings.clone())));
    assert_eq!(world.there().settings.unwrap().views, settings.views);
    world.desk.undo().unwrap();
    assert_eq!(world.there().settings.unwrap().views, []);
}
