//! Filters of the list that combine, ready views, views kept under a name, and cities.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::model::{
    Entry, EntryId, EntryKind, EntryState, Language, Person, PersonId, Phone, SavedView, Stage, TaskNature,
    ThemeChoice, When,
};
use sponsor_desk::app::Page;

use crate::list::{add_in, click, click_row, listed, press, themed, type_in, with_example};
use crate::support::{Window, Workspace, key, moment, open, picture, run};

/// Four people: Анна with a phone and spoken to long ago, Борис and Георги of Sofia, Веска without a city.
fn four() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let anna = add_in(desk, "Анна Тошева", "Пловдив");
        let boris = add_in(desk, "Борис Тонев", "София");
        add_in(desk, "Георги Минев", "София");
        add_in(desk, "Веска Ганева", "");
        let known = Person::clone(desk.read().unwrap().people().get(anna).unwrap());
        let phones = vec![Phone { number: "0888 123 456".to_owned(), label: String::new() }];
        run(desk, Command::EditPerson(Box::new(Person { phones, ..known })));
        run(desk, Command::ReachStage { people: vec![boris], stage: Stage::ThinkingOver, ask_again: None });
        let past = When::day(moment().date() - chrono::Days::new(40));
        let mut call = Entry::new(EntryId::new(desk.ids(), moment()), EntryKind::Call, "за цените", past, moment());
        (call.people, call.state) = (vec![anna], EntryState::Done);
        run(desk, Command::AddEntry(Box::new(call)));
        let ahead = When::day(moment().date() + chrono::Days::new(3));
        let mut promise = Entry::new(EntryId::new(desk.ids(), moment()), EntryKind::Task, "каталог", ahead, moment());
        (promise.people, promise.nature) = (vec![boris], Some(TaskNature::MyPromise));
        run(desk, Command::AddEntry(Box::new(promise)));
    });
    workspace
}

fn views(workspace: &Workspace) -> Vec<SavedView> {
    workspace.change(|desk| desk.read().unwrap().settings().unwrap().views.clone())
}

fn shows(window: &Window, name: &str) -> bool {
    let row = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::Row && node.label().is_some_and(|label| label.starts_with(name))
    };
    window.query_all_by(row).next().is_some()
}

#[test]
fn filters_hold_together_and_each_chip_is_taken_away() {
    let workspace = four();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Всички 4");
    click(&mut window, "още");
    click(&mut window, "без телефон");
    press(&mut window, Key::Escape);
    click(&mut window, "етап");
    window.get_by_role_and_label(egui::accesskit::Role::CheckBox, "обмисля").click();
    window.run();
    press(&mut window, Key::Escape);
    assert!(shows(&window, "Борис") && !shows(&window, "Анна") && !shows(&window, "Георги"));
    click(&mut window, "Махни: обмисля");
    assert!(shows(&window, "Георги") && shows(&window, "Веска") && !shows(&window, "Анна"));
    click(&mut window, "Изчисти");
    assert!(shows(&window, "Анна"));
}

#[test]
fn a_view_is_kept_renamed_found_in_the_palette_deleted_and_brought_back() {
    let workspace = four();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "All 4");
    click(&mut window, "more");
    click(&mut window, "no phone");
    press(&mut window, Key::Escape);
    click(&mut window, "Save this view");
    type_in(&mut window, "Name of the view", "Ask for a phone");
    press(&mut window, Key::Enter);
    drop(window);
    assert_eq!(views(&workspace).first().unwrap().name, "Ask for a phone");

    let mut window = workspace.window(Language::English, Page::Today);
    key(&mut window, Modifiers::COMMAND, Key::K);
    window.get_by_label("Find").type_text("ask for");
    window.run();
    press(&mut window, Key::Enter);
    assert!(shows(&window, "Борис") && !shows(&window, "Анна"));
    click(&mut window, "Ask for a phone");
    click(&mut window, "Rename this view");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_label("Name of the view").type_text("No phone yet");
    window.run();
    press(&mut window, Key::Enter);
    click(&mut window, "No phone yet");
    click(&mut window, "Delete this view");
    assert!(window.query_by_label("No phone yet").is_none());
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("No phone yet");
    drop(window);
    assert_eq!(views(&workspace).len(), 1);
}

#[test]
fn prospects_and_those_who_wait_for_a_call_are_one_click_away() {
    let workspace = four();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.get_by_label("потенциални 1");
    press(&mut window, Key::Num4);
    click(&mut window, "потенциални 2");
    assert!(shows(&window, "Борис") && shows(&window, "Анна") && !shows(&window, "Георги"));
    window.get_by_label("каталог");
    click(&mut window, "потенциални 2");
    assert!(shows(&window, "Георги"), "everyone on the list again");
    click(&mut window, "чакат обаждане 1");
    window.get_by_label("за цените");
    assert!(!shows(&window, "Борис"));
}

#[test]
fn other_cities_stand_city_by_city_and_arrows_step_over_the_headings() {
    let workspace = four();
    workspace.change(|desk| {
        add_in(desk, "Даниел Боев", "Варна");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    press(&mut window, Key::Num2);
    let heading = |label: &str| {
        window.get_by(|node| node.role() == egui::accesskit::Role::Heading && node.label().as_deref() == Some(label));
    };
    heading("София, 2");
    heading("Варна, 1");
    click_row(&mut window, "Георги");
    press(&mut window, Key::ArrowDown);
    window.get_by_label("Запиши нещо за Даниел…");
    press(&mut window, Key::ArrowUp);
    window.get_by_label("Запиши нещо за Георги…");
    press(&mut window, Key::Home);
    window.get_by_label("Запиши нещо за Борис…");
    window.get_by_label("1–3 от 3");
}

#[test]
fn whoever_waits_for_a_city_gets_it_in_the_row_and_the_next_one_is_asked() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Анна Тошева", "Пловдив");
        for name in ["Борис Тонев", "Веска Ганева"] {
            add_in(desk, name, "");
        }
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Без град 2");
    click_row(&mut window, "Борис");
    press(&mut window, Key::Enter);
    for city in ["Варна", "Русе"] {
        window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Град").type_text(city);
        window.run();
        press(&mut window, Key::Enter);
    }
    drop(window);
    let people = listed(&workspace);
    let city = |name: &str| people.rows.iter().find(|row| row.person.name.given() == name).unwrap().person.city.clone();
    assert_eq!((city("Борис").as_str(), city("Веска").as_str()), ("Варна", "Русе"));
    let id: PersonId = people.rows.first().unwrap().person.id;
    assert!(workspace.change(|desk| desk.read().unwrap().people().get(id).is_some()));
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    let full = with_example();
    for (look, language, theme, size) in [
        ("bg-light", Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
        ("en-dark", Language::English, ThemeChoice::Dark, [1280.0, 800.0]),
        ("bg-dark-wide", Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
    ] {
        let mut window = open(themed(&full, language, theme), size);
        for (key, what) in [(Key::Num2, "cities"), (Key::Num3, "no-city"), (Key::Num4, "all")] {
            press(&mut window, key);
            window.get_all_by(|node| node.role() == egui::accesskit::Role::Row).nth(2).unwrap().click();
            window.run();
            picture(&mut window, &format!("list-{what}-{look}"));
        }
        press(&mut window, Key::Escape);
        let chip = |label: &str| label.starts_with("потенциални ") || label.starts_with("prospects ");
        window.get_by(|node| node.label().is_some_and(|label| chip(&label))).click();
        window.run();
        picture(&mut window, &format!("list-prospects-{look}"));
        let chip = |label: &str| label.starts_with("чакат обаждане ") || label.starts_with("waiting for a call ");
        if let Some(calls) = window.query_by(|node| node.label().is_some_and(|label| chip(&label))) {
            calls.click();
        }
        window.run();
        picture(&mut window, &format!("list-calls-{look}"));
        let more = if language == Language::Bulgarian { "още" } else { "more" };
        click(&mut window, more);
        click(&mut window, if language == Language::Bulgarian { "без телефон" } else { "no phone" });
        picture(&mut window, &format!("list-filters-{look}"));
    }
}
