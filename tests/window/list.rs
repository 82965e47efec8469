//! Tests of the page or part of the same name, through the real window code.

use egui::accesskit::Role as Seen;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::demo::{self, Recipe, Size};
use sponsor_core::model::{
    IdSource, Language, Name, Order, OrderId, Person, PersonId, Points, Registration, Role, Stage, ThemeChoice,
};
use sponsor_core::query::{ListQuestion, ListView, list};
use sponsor_desk::app::{App, Options, Page};

use crate::support::{Workspace, add_person, moment, now, open, picture, run};

/// What is on the list, read from the file.
pub fn listed(workspace: &Workspace) -> ListView {
    workspace.change(|desk| list(&desk.read().unwrap(), &ListQuestion::all(moment().date())).unwrap())
}

pub fn names(workspace: &Workspace) -> Vec<String> {
    listed(workspace).rows.iter().map(|row| row.person.name.full()).collect()
}

fn one(workspace: &Workspace) -> Person {
    Person::clone(&listed(workspace).rows.first().unwrap().person)
}

pub fn add_in(desk: &Desk, name: &str, city: &str) -> PersonId {
    let id = PersonId::new(desk.ids(), moment());
    let person = Person { city: city.to_owned(), ..Person::new(id, Name::from_full(name).unwrap(), moment().date()) };
    run(desk, Command::AddPeople(vec![person]));
    id
}

/// Three people in the user's own city.
pub fn three() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for name in ["Анна Тошева", "Борис Тонев", "Веска Ганева"] {
            add_in(desk, name, "Пловдив");
        }
    });
    workspace
}

/// Types into the field of this name.
pub fn type_in(window: &mut Harness<'static, App>, label: &str, text: &str) {
    window.get_by_label(label).focus();
    window.run();
    window.get_by_label(label).type_text(text);
    window.run();
}

pub fn press(window: &mut Harness<'static, App>, key: Key) {
    window.key_press(key);
    window.run();
}

pub fn click(window: &mut Harness<'static, App>, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

/// The row of a person; its name begins with theirs.
pub fn click_row(window: &mut Harness<'static, App>, name: &str) {
    window.get_by(|node| node.role() == Seen::Row && node.label().is_some_and(|label| label.starts_with(name))).click();
    window.run();
}

#[test]
fn a_beginner_types_one_name_after_another() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.get_by_label("Тук ще стоят хората, които познаваш");
    type_in(&mut window, "Ново име", "Мария Илиева Карлово 0888 123 456");
    press(&mut window, Key::Enter);
    window.get_by_label_contains("Мария Илиева, нов");
    type_in(&mut window, "Ново име", "Петър Колев");
    press(&mut window, Key::Enter);
    drop(window);
    assert_eq!(names(&workspace), ["Мария Илиева", "Петър Колев"]);
    let people = listed(&workspace);
    let maria = &people.rows.first().unwrap().person;
    assert_eq!((maria.city.as_str(), maria.phones.first().unwrap().number.as_str()), ("Карлово", "0888 123 456"));
}

#[test]
fn a_name_gets_the_city_of_the_list_that_is_shown() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Анна Тошева", "Пловдив");
        add_in(desk, "Борис Тонев", "София");
        add_in(desk, "Веска Ганева", "Варна");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    type_in(&mut window, "Ново име", "Галина Петкова");
    press(&mut window, Key::Enter);
    click(&mut window, "Други градове 2");
    click(&mut window, "София 1");
    type_in(&mut window, "Ново име", "Даниел Боев");
    press(&mut window, Key::Enter);
    drop(window);
    let people = listed(&workspace);
    let city = |name: &str| {
        let row = people.rows.iter().find(|row| row.person.name.full() == name);
        row.unwrap().person.city.clone()
    };
    assert_eq!((city("Галина Петкова").as_str(), city("Даниел Боев").as_str()), ("Пловдив", "София"));
}

#[test]
fn what_is_typed_survives_escape_another_page_and_a_restart() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "New person");
    type_in(&mut window, "First name", "Maria");
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("First name").is_none());
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    window.run();
    // Longer than the pause between two writings of drafts.
    for _ in 0..3 {
        window.step();
    }
    window.run();
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Нов човек");
    assert_eq!(window.get_by_label("Име").value().as_deref(), Some("Maria"));
}

#[test]
fn a_person_is_made_with_the_form_and_changed_with_it() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::N);
    window.run();
    type_in(&mut window, "Име", "Петър");
    type_in(&mut window, "Фамилия", "Колев");
    type_in(&mut window, "Телефони", "0897 555 664\n0888 1");
    type_in(&mut window, "Рожден ден", "14 май 1985");
    type_in(&mut window, "Интереси", "доход, здраве");
    click(&mut window, "Запази");
    // The pane of the new person is shown.
    window.get_by_label("Запиши нещо за Петър…");
    click(&mut window, "Промени");
    type_in(&mut window, "С какво се занимава", "шофьор");
    press(&mut window, Key::Enter);
    window.get_by_label_contains("шофьор");
    drop(window);
    let person = one(&workspace);
    assert_eq!(person.phones.len(), 2);
    assert_eq!(person.interests, ["доход", "здраве"]);
    assert_eq!(person.birthday.and_then(sponsor_core::model::PartialDate::year), Some(1985));
    assert_eq!((person.occupation.as_str(), person.city.as_str()), ("шофьор", "Пловдив"));
}

#[test]
fn a_form_without_a_name_says_so_and_stays() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "New person");
    type_in(&mut window, "Occupation", "driver");
    click(&mut window, "Save");
    window.get_by_label("The name is empty. Write at least one word.");
    assert_eq!(window.get_by_label("Occupation").value().as_deref(), Some("driver"));
}

#[test]
fn the_table_is_walked_sorted_and_filtered_by_the_keyboard() {
    let workspace = three();
    let mut window = workspace.window(Language::English, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::End);
    window.get_by_label("Jot something about Веска…");
    press(&mut window, Key::Home);
    press(&mut window, Key::ArrowDown);
    window.get_by_label("Jot something about Борис…");
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run();
    window.get_by_label("Find in the list").type_text("toshev");
    window.run();
    window.get_by_label_contains("Анна Тошева, new");
    assert!(window.query_by_label_contains("Веска Ганева, new").is_none());
    click(&mut window, "everyone 3");
    window.get_by_label_contains("Веска Ганева, new");
}

#[test]
fn deleting_is_at_once_and_comes_back_by_undo() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Анна Тошева", "Пловдив");
        add_in(desk, "Борис Тонев", "Пловдив");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::Delete);
    assert!(window.query_by_label_contains("Анна Тошева, нова").is_none());
    // The next one is chosen, so that one may go on.
    window.get_by_label("Запиши нещо за Борис…");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    window.get_by_label_contains("Анна Тошева, нова");
}

#[test]
fn several_are_marked_and_deleted_as_one() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::Space);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Space);
    window.get_by_label("Избрани са 2 души");
    press(&mut window, Key::Delete);
    drop(window);
    assert_eq!(names(&workspace), ["Веска Ганева"]);
}

#[test]
fn who_is_registered_or_has_orders_is_deleted_only_after_a_question() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let id = add_in(desk, "Анна Тошева", "Пловдив");
        let me = desk.read().unwrap().settings().unwrap().me;
        let registration = Registration::new(moment().date(), Role::Customer, me);
        run(desk, Command::Register { person: id, registration });
        let order = Order {
            id: OrderId::new(desk.ids(), moment()),
            person: id,
            on: moment().date(),
            products: String::new(),
            points: Points::ZERO,
            amount: None,
            note: String::new(),
        };
        run(desk, Command::AddOrder(Box::new(order)));
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::Delete);
    window.get_by_role_and_label(Seen::Dialog, "Да изтрия ли Анна Тошева?");
    press(&mut window, Key::Escape);
    window.get_by_label_contains("Анна Тошева, клиент");
    press(&mut window, Key::Delete);
    window.get_all_by_label("Изтрий").last().unwrap().click();
    window.run();
    drop(window);
    assert!(names(&workspace).is_empty());
}

#[test]
fn a_stage_is_reached_by_a_click_and_not_now_asks_for_a_day() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Петър Колев", "Пловдив");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Петър");
    click(&mut window, "обмисля");
    window.get_by_label_contains("Петър Колев, обмисля");
    click(&mut window, "не сега");
    type_in(&mut window, "Кога да питаш пак", "15 януари");
    press(&mut window, Key::Enter);
    drop(window);
    let person = one(&workspace);
    assert_eq!(person.stage, Stage::NotNow);
    assert_eq!(person.ask_again.map(|day| day.to_string()).as_deref(), Some("2027-01-15"));
}

#[test]
fn a_call_that_was_made_and_a_thought_stand_in_the_timeline() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Петър Колев", "Пловдив");
    });
    let mut window = workspace.window(Language::English, Page::List);
    click_row(&mut window, "Петър");
    click(&mut window, "Call");
    click(&mut window, "We talked");
    press(&mut window, Key::Enter);
    type_in(&mut window, "Jot something about Петър…", "asks for the price");
    press(&mut window, Key::Enter);
    window.get_by_label("asks for the price");
    window.get_by_label_contains("first talk, next");
    drop(window);
    assert_eq!(one(&workspace).stage, Stage::FirstTalk);
}

#[test]
fn a_person_is_registered_below_somebody_and_unregistered() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let sponsor = add_in(desk, "Анна Тошева", "Пловдив");
        let me = desk.read().unwrap().settings().unwrap().me;
        let registration = Registration::new(moment().date(), Role::Partner, me);
        run(desk, Command::Register { person: sponsor, registration });
        add_in(desk, "Петър Колев", "Пловдив");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Петър");
    click(&mut window, "Регистрирай");
    click(&mut window, "клиент");
    type_in(&mut window, "Номер", "BG 1034");
    window.get_by_label("Спонсор").focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_label("Спонсор").type_text("Анна Тошева");
    window.run();
    click(&mut window, "Запази");
    window.get_by_label_contains("Петър Колев, клиент");
    drop(window);
    let person =
        listed(&workspace).rows.iter().map(|row| Person::clone(&row.person)).find(|one| one.name.given() == "Петър");
    let own = person.unwrap().registration.unwrap();
    assert_eq!((own.role, own.company_number.as_str()), (Role::Customer, "BG 1034"));
    assert_ne!(own.sponsor, workspace.change(|desk| desk.read().unwrap().settings().unwrap().me));

    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Петър");
    window.get_by_label("BG 1034");
    click(&mut window, "Махни регистрацията");
    window.get_by_label("Регистрирай");
}

#[test]
fn names_from_a_message_are_pasted_at_once() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Paste");
    type_in(&mut window, "Names", "Анна Тошева, София\n\nБорис Тонев 0888 123 456");
    click(&mut window, "Add 2 names");
    drop(window);
    assert_eq!(names(&workspace), ["Анна Тошева", "Борис Тонев"]);
}

#[test]
fn twenty_thousand_people_paint_only_what_is_seen() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let ids = IdSource::seeded(99);
        let people = (0..20_000).map(|number| {
            let name = Name::new(&format!("Човек {number:05}"), "").unwrap();
            Person {
                city: "Пловдив".to_owned(), ..Person::new(PersonId::new(&ids, moment()), name, moment().date())
            }
        });
        run(desk, Command::AddPeople(people.collect()));
    });
    let mut window = workspace.window(Language::English, Page::List);
    let rows = window.get_all_by(|node| node.role() == Seen::Row).count();
    assert!((10..40).contains(&rows), "{rows}");
    click_row(&mut window, "Човек 00000");
    press(&mut window, Key::End);
    window.get_by_label("Човек 19999, new");
}

#[test]
fn a_person_who_was_found_elsewhere_is_shown_on_their_list() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Анна Тошева", "Пловдив");
        add_in(desk, "Борис Тонев", "Варна");
        add_person(desk, "Вера Иванова");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.get_by_label("Търси").type_text("boris");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("Запиши нещо за Борис…");
    window.get_by_label_contains("Борис Тонев, нов");
}

#[test]
fn whoever_was_added_is_chosen_on_the_list_where_they_stand_and_the_next_name_keeps_its_city() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for number in 0..60 {
            add_in(desk, &format!("Анна {number:02}"), "Карлово");
        }
        add_in(desk, "Борис Тонев", "Пловдив");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.get_by_label_contains("Борис Тонев, нов");
    type_in(&mut window, "Ново име", "Яна Христова Карлово");
    press(&mut window, Key::Enter);
    window.get_by_label("Запиши нещо за Яна…");
    let row = |window: &Harness<'static, App>, name: &str| {
        window
            .query_by(|node| node.role() == Seen::Row && node.label().is_some_and(|label| label.starts_with(name)))
            .is_some()
    };
    assert!(row(&window, "Яна Христова, нова"), "the row is scrolled to");
    assert!(!row(&window, "Анна 00"), "it is the last of many");
    // The keyboard stays in the field, and names go on getting the city of the list on which they were begun.
    window.get_by_label("Ново име").type_text("Мария Колева");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("Запиши нещо за Мария…");
    window.get_by_label_contains("Борис Тонев, нов");
    drop(window);
    let people = listed(&workspace);
    let city = |name: &str| people.rows.iter().find(|row| row.person.name.full() == name).unwrap().person.city.clone();
    assert_eq!((city("Яна Христова").as_str(), city("Мария Колева").as_str()), ("Карлово", "Пловдив"));
}

#[test]
fn whoever_was_added_with_the_form_is_chosen_where_they_stand() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Борис Тонев", "Пловдив");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Нов човек");
    type_in(&mut window, "Име", "Яна Христова");
    window.get_by_label("ще се запише: Христова");
    window.get_by_role_and_label(Seen::TextInput, "Град").focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_role_and_label(Seen::TextInput, "Град").type_text("Варна");
    window.run();
    click(&mut window, "Запази");
    window.get_by_label("Запиши нещо за Яна…");
    window.get_by_label_contains("Яна Христова, нова");
    drop(window);
    let people = listed(&workspace);
    let yana = people.rows.iter().find(|row| row.person.name.given() == "Яна").unwrap();
    assert_eq!((yana.person.name.family(), yana.person.city.as_str()), ("Христова", "Варна"));
}

#[test]
fn filters_that_would_hide_whoever_is_opened_from_elsewhere_go() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Анна Тошева", "Пловдив");
        add_in(desk, "Борис Тонев", "Варна");
        add_in(desk, "Веска Ганева", "Русе");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Други градове 2");
    click(&mut window, "Русе 1");
    window.get_by_label("Търси в списъка").type_text("веска");
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.get_by_label("Търси").type_text("boris");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("Запиши нещо за Борис…");
    window.get_by_label_contains("Борис Тонев, нов");
    window.get_by_label_contains("Веска Ганева, нова");
}

#[test]
fn a_city_that_is_part_of_the_name_is_taken_off() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_in(desk, "Борис Тонев", "Пловдив");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    type_in(&mut window, "Ново име", "Петя Христова Карлово");
    window.get_by_label("ще влезе в „Други градове“ · Карлово");
    click(&mut window, "Карлово не е град, а част от името");
    window.get_by_label("ще влезе в „Моят град“ · Пловдив");
    press(&mut window, Key::Enter);
    drop(window);
    let people = listed(&workspace);
    let petya = people.rows.iter().find(|row| row.person.name.full().starts_with("Петя")).unwrap();
    assert_eq!((petya.person.name.family(), petya.person.city.as_str()), ("Карлово", "Пловдив"));
}

#[test]
fn a_form_that_is_cancelled_is_given_up_and_a_wrong_date_says_an_example() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Нов човек");
    type_in(&mut window, "Име", "Мария");
    type_in(&mut window, "Рожден ден", "някога");
    press(&mut window, Key::Tab);
    window.get_by_label("Не разбирам датата. Например: 14 май или 14.05.1985");
    click(&mut window, "Запази");
    window.get_by_label("Не разбирам датата. Например: 14 май или 14.05.1985");
    click(&mut window, "Отказ");
    assert!(window.query_by_label("Рожден ден").is_none());
    click(&mut window, "Нов човек");
    assert_eq!(window.get_by_label("Име").value().unwrap_or_default(), "");
    // Escape keeps what is typed.
    type_in(&mut window, "Име", "Ана");
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("Рожден ден").is_none());
    click(&mut window, "Нов човек");
    assert_eq!(window.get_by_label("Име").value().as_deref(), Some("Ана"));
}

#[test]
fn what_is_seldom_told_stands_behind_more_and_shows_itself_when_it_holds_something() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Нов човек");
    for section in ["Човекът", "Как се свързваш", "Връзката ви"] {
        window.get_by_label(section);
    }
    fn address(window: &Harness<'static, App>) -> Option<String> {
        let field = window.query_by_role_and_label(Seen::TextInput, "Адрес");
        field.map(|field| field.value().unwrap_or_default())
    }
    assert_eq!(address(&window), None);
    click(&mut window, "Още полета");
    window.get_by_role_and_label(Seen::TextInput, "Адрес").focus();
    window.run();
    window.event(egui::Event::Text("Шипка 4".to_owned()));
    window.run();
    click(&mut window, "Още полета");
    assert_eq!(address(&window), None, "it is folded again");
    type_in(&mut window, "Име", "Мария Колева");
    click(&mut window, "Запази");
    window.get_all_by_role_and_label(Seen::Button, "Промени").next().unwrap().click();
    window.run();
    assert_eq!(address(&window).as_deref(), Some("Шипка 4"));
}

pub fn with_example() -> Workspace {
    let workspace = Workspace::missing();
    let recipe = Recipe { seed: 1, size: Size::Year, language: Language::Bulgarian, now: now() };
    demo::build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
    workspace
}

pub fn themed(workspace: &Workspace, language: Language, theme: ThemeChoice) -> Options {
    Options { theme: Some(theme), ..workspace.options(language, Page::List) }
}

const SIZES: [[f32; 2]; 2] = [[1280.0, 800.0], [1920.0, 1080.0]];
const LOOKS: [(&str, Language, ThemeChoice); 4] = [
    ("bg-light", Language::Bulgarian, ThemeChoice::Light),
    ("bg-dark", Language::Bulgarian, ThemeChoice::Dark),
    ("en-light", Language::English, ThemeChoice::Light),
    ("en-dark", Language::English, ThemeChoice::Dark),
];

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    let (full, empty) = (with_example(), Workspace::empty());
    for (look, language, theme) in LOOKS {
        for size in SIZES {
            let width = size[0];
            picture(&mut open(themed(&empty, language, theme), size), &format!("list-empty-{look}-{width}"));
            let mut window = open(themed(&full, language, theme), size);
            picture(&mut window, &format!("list-{look}-{width}"));
            window.get_all_by(|node| node.role() == Seen::Row).nth(7).unwrap().click();
            window.run();
            picture(&mut window, &format!("list-person-{look}-{width}"));
            window.key_press(Key::N);
            window.run();
            picture(&mut window, &format!("list-form-{look}-{width}"));
        }
    }
}
