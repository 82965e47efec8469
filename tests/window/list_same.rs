//! People who look the same, and names that are sorted one at a time.

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::model::{Email, Language, Name, Person, PersonId, Phone, Relation, ThemeChoice};
use sponsor_desk::app::{App, Page};

use crate::list::{add_in, click, click_row, listed, names, press, themed, three, type_in};
use crate::support::{Workspace, moment, open, picture, run};

fn add(desk: &Desk, name: &str, phone: &str, change: impl FnOnce(&mut Person)) -> PersonId {
    let id = PersonId::new(desk.ids(), moment());
    let mut person = Person::new(id, Name::from_full(name).unwrap(), moment().date());
    "Пловдив".clone_into(&mut person.city);
    if !phone.is_empty() {
        person.phones.push(Phone { number: phone.to_owned(), label: String::new() });
    }
    change(&mut person);
    run(desk, Command::AddPeople(vec![person]));
    id
}

/// Мария in both scripts with one phone, and two of one name who are different people.
fn alike() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, "Мария Петрова", "0888 123 456", |one| "две деца".clone_into(&mut one.notes));
        add(desk, "Maria Petrova", "+359888123456", |one| {
            "родителска среща".clone_into(&mut one.notes);
            one.emails.push(Email { address: "maria@example.bg".to_owned(), label: String::new() });
            "Карлово".clone_into(&mut one.city);
        });
        add(desk, "Иван Георгиев", "0877 111 111", |_| {});
        add(desk, "Иван Георгиев", "0877 222 222", |_| {});
    });
    workspace
}

fn palette(window: &mut Harness<'static, App>, find: &str, typed: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.get_by_label(find).type_text(typed);
    window.run();
    press(window, Key::Enter);
}

#[test]
fn two_who_are_one_are_joined_and_two_who_are_not_are_asked_no_more() {
    let workspace = alike();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Още за списъка");
    click(&mut window, "Еднакви");
    window.get_by_label("2 двойки");
    window.get_by_label_contains("един и същ телефон 0888 123 456 · еднакво име");
    // The city of the other one is chosen.
    window.get_by(|node| node.label().is_some_and(|label| label.contains("Карлово"))).click();
    window.run();
    window.get_by_role_and_label(egui::accesskit::Role::Button, "Обедини").click();
    window.run();
    window.get_by_label("1 двойка");
    press(&mut window, Key::D);
    window.get_by_label("Няма еднакви хора");
    click(&mut window, "Към списъка");
    drop(window);
    let people = listed(&workspace);
    assert_eq!(people.rows.len(), 3);
    let maria = people
        .rows
        .iter()
        .find(|row| row.person.name.full().starts_with('М') || row.person.name.full().starts_with("Ma"))
        .unwrap();
    let person = &maria.person;
    assert!(person.notes.contains("две деца") && person.notes.contains("родителска среща"));
    assert_eq!((person.phones.len(), person.emails.len()), (1, 1));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    palette(&mut window, "Търси", "еднакви");
    window.get_by_label("Няма еднакви хора");
    // Both steps can be taken back.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    window.get_by_label("2 двойки");
    press(&mut window, Key::Escape);
    drop(window);
    assert_eq!(names(&workspace).len(), 4);
}

#[test]
fn a_pair_is_left_for_later_and_two_of_the_list_are_joined_by_choice() {
    let workspace = alike();
    let mut window = workspace.window(Language::English, Page::List);
    palette(&mut window, "Find", "duplicates");
    window.get_by_label("2 pairs");
    press(&mut window, Key::ArrowRight);
    window.get_by_label("1 pair");
    press(&mut window, Key::ArrowRight);
    window.get_by_label("2 pairs are left for later");
    press(&mut window, Key::Escape);
    drop(window);

    let workspace = three();
    let mut window = workspace.window(Language::English, Page::List);
    click_row(&mut window, "Анна");
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run();
    crate::list_many::more_of_bar(&mut window, "Are they one person?");
    window.get_by_label("chosen by you");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    drop(window);
    assert_eq!(names(&workspace).len(), 2);
}

fn letter(window: &mut Harness<'static, App>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn names_are_sorted_one_at_a_time_and_it_goes_on_where_it_was_left() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for name in ["Анна Тошева", "Борис Тонев", "Веска Ганева", "Георги Минев"]
        {
            add_in(desk, name, "");
        }
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Още за списъка");
    click(&mut window, "Подреди имената");
    window.get_by_label("1 от 4");
    window.get_by_label("Анна Тошева");
    letter(&mut window, "п");
    press(&mut window, Key::Num1);
    window.get_by_label("Борис Тонев");
    press(&mut window, Key::Num2);
    window.get_by_label("Град").type_text("Варна");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("Веска Ганева");
    press(&mut window, Key::Backspace);
    window.get_by_label("Борис Тонев");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Num0);
    press(&mut window, Key::Escape);
    window.get_by_label("Моят град · Пловдив 1");
    for _ in 0..3 {
        window.step();
    }
    drop(window);
    let people = listed(&workspace);
    let one = |name: &str| {
        people.rows.iter().find(|row| row.person.name.given() == name).map(|row| Person::clone(&row.person))
    };
    let anna = one("Анна").unwrap();
    assert_eq!((anna.city.as_str(), anna.relation), ("Пловдив", Some(Relation::Friend)));
    assert_eq!(one("Борис").unwrap().city, "Варна");
    assert!(one("Веска").is_none(), "hidden, not deleted");

    let mut window = workspace.window(Language::English, Page::Today);
    palette(&mut window, "Find", "sort names");
    window.get_by_label("4 of 4");
    window.get_by_label("Георги Минев");
    letter(&mut window, "r");
    press(&mut window, Key::Num1);
    window.get_by_label("4 names are sorted");
    // Each decision is one step.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    click(&mut window, "To the list");
    drop(window);
    let people = listed(&workspace);
    let georgi = people.rows.iter().find(|row| row.person.name.given() == "Георги").unwrap();
    assert_eq!((georgi.person.relation, georgi.person.city.as_str()), (Some(Relation::Referral), ""));
}

#[test]
fn after_an_import_the_names_that_came_are_sorted_at_once() {
    let workspace = three();
    let file = workspace.folder().join("phone.vcf");
    let card = |name: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:0888 {}\r\nEND:VCARD\r\n", 100_000 + name.len())
    };
    std::fs::write(&file, card("Яна Христова") + &card("Петя Маринова-Иванова")).unwrap();
    workspace.chooser.queue(file);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    window.get_by_label_contains("Внесени са 2 нови хора");
    click(&mut window, "Подреди имената");
    window.get_by_label("1 от 2");
    type_city(&mut window);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    window.get_by_label("Моят град · Пловдив 3");
}

/// What is typed as another city is there again after Escape.
fn type_city(window: &mut Harness<'static, App>) {
    press(window, Key::Num2);
    type_in(window, "Град", "Русе");
    press(window, Key::Escape);
    press(window, Key::Num2);
    assert_eq!(window.get_by_label("Град").value().as_deref(), Some("Русе"));
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    for (look, language, theme, size) in [
        ("bg-light", Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
        ("en-dark", Language::English, ThemeChoice::Dark, [1280.0, 800.0]),
        ("bg-dark-wide", Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
    ] {
        let workspace = alike();
        let mut window = open(themed(&workspace, language, theme), size);
        let (find, same, sort) = if language == Language::Bulgarian {
            ("Търси", "еднакви", "подреди имената")
        } else {
            ("Find", "duplicates", "sort names")
        };
        palette(&mut window, find, same);
        picture(&mut window, &format!("list-same-{look}"));
        palette(&mut window, find, sort);
        press(&mut window, Key::Num2);
        picture(&mut window, &format!("list-sorting-{look}"));
    }
}
