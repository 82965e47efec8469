//! The pane and the form of an entry where there is much in them: they keep their width, and nothing in them is lost.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{Attendance, Entry, EntryId, EntryKind, Language, Mode, Outcome, Training};
use sponsor_desk::app::Page;

use crate::diary::{Window, add, click, key, press, some, timed, titled, type_into};
use crate::support::{Workspace, add_person};

const NAMES: [&str; 4] =
    ["Александрина Тодорова-Велинова", "Станка Попова, майка на Мария", "Иван Попов", "Галя Щерева"];

/// Nothing that is read or pressed ends right of the window, or of the card of the pane in it.
fn nothing_leaves(window: &Window, what: &str) {
    let edge = window.ctx.content_rect().right() - 24.0 + 0.5;
    for node in window.root().children_recursive() {
        let name = node.accesskit_node().label().unwrap_or_default();
        if name.is_empty() || node.accesskit_node().bounding_box().is_none() {
            continue;
        }
        let rect = node.rect();
        assert!(rect.right() <= edge || rect.left() <= 1.0, "{what}: {name} ends at {rect:?}");
    }
}

fn crowd() -> (Workspace, EntryId) {
    let workspace = Workspace::empty();
    let training = workspace.change(|desk| {
        let people = NAMES.map(|name| add_person(desk, name)).to_vec();
        let with_all = |entry: &mut Entry| entry.people.clone_from(&people);
        add(desk, EntryKind::Meeting, "Сбирка", timed(24, 9, 0, 60), with_all);
        add(desk, EntryKind::Meeting, "Разговор", timed(24, 10, 0, 60), |entry| {
            with_all(entry);
            entry.state = sponsor_core::model::EntryState::Done;
            let (met, new_contacts) = (people.clone(), people.clone());
            entry.outcome = Some(Outcome { met, new_contacts, ..Outcome::default() });
        });
        add(desk, EntryKind::Event, "Обучение", timed(24, 11, 0, 60), |entry| {
            let came =
                people.iter().map(|one| Attendance { person: *one, mode: Mode::InPerson, wants_more: false }).collect();
            entry.training = Some(Training { invited: people.clone(), came, ..Training::default() });
        })
    });
    (workspace, training)
}

/// The name of the block of an entry of Tuesday.
fn block(window: &Window, title: &str) -> String {
    let blocks = window.query_all_by_role(egui::accesskit::Role::Button);
    let mut names = blocks.filter_map(|node| node.accesskit_node().label());
    names.find(|name| name.starts_with("вторник 24 ноември,") && name.contains(title)).unwrap()
}

#[test]
fn the_pane_keeps_its_width_however_many_people_are_in_it() {
    let (workspace, _) = crowd();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    for title in ["Сбирка", "Разговор", "Обучение"] {
        let name = block(&window, title);
        press(&mut window, &name);
        nothing_leaves(&window, title);
        if title == "Сбирка" {
            type_into(&mut window, "Каква уговорка имаме", "Опитва мострите до 1 декември");
            for name in ["Станка Попова, майка на Мария, Пловдив, 0888 123 456", "Иван Попов", "Петя"]
            {
                type_into(&mut window, "Нови контакти", name);
                key(&mut window, Modifiers::NONE, Key::Enter);
            }
            nothing_leaves(&window, "Сбирка, разказана");
        }
    }
}

#[test]
fn people_of_the_same_name_are_each_suggested_and_nobody_of_the_list_is_called_new() {
    let workspace = Workspace::empty();
    let cities = ["Карлово", "Пловдив", "Русе"];
    let maria = workspace.change(|desk| {
        add_person(desk, "Maria Ilieva");
        cities.map(|city| {
            let id = add_person(desk, "Мария Илиева");
            let mut person = sponsor_core::model::Person::clone(desk.read().unwrap().people().get(id).unwrap());
            city.clone_into(&mut person.city);
            crate::support::run(desk, sponsor_core::command::Command::EditPerson(Box::new(person)));
            id
        })
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Кафе");
    type_into(&mut window, "Хора", "Мария");
    assert_eq!(window.get_all_by_role_and_label(egui::accesskit::Role::Button, "Мария Илиева").count(), 3);
    window.get_by_label("Мария: избери кого имаш предвид");
    assert!(window.query_by_label("Мария: още не е сред хората, потвърди с Enter").is_none());
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::NONE, Key::Enter);
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let people = titled(&workspace, "Кафе").first().unwrap().people.clone();
    assert!(people.len() == 1 && maria.contains(&people.first().unwrap().id));
}

#[test]
fn the_letters_that_were_typed_come_before_those_that_sound_so() {
    let workspace = Workspace::empty();
    let latin = workspace.change(|desk| {
        add_person(desk, "Мария Илиева");
        let latin = add_person(desk, "Maria Ilieva");
        add_person(desk, "Мария Алексиева");
        latin
    });
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "What it is", "Tea");
    type_into(&mut window, "People", "Maria");
    key(&mut window, Modifiers::NONE, Key::Enter);
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Tea").first().unwrap().people.first().unwrap().id, latin);
}

#[test]
fn the_people_of_a_training_are_invited_ready_to_tick_and_not_asked_for_twice() {
    let workspace = Workspace::empty();
    let (id, iva) = workspace.change(|desk| {
        let iva = add_person(desk, "Ива Колева");
        let boyan = add_person(desk, "Боян Илиев");
        let id =
            add(desk, EntryKind::Meeting, "Обучение: първи стъпки", timed(24, 10, 0, 60), |entry| {
                entry.people = vec![iva, boyan];
            });
        (id, iva)
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let name = block(&window, "Обучение");
    press(&mut window, &name);
    window.get_by_label("0 от 2");
    assert!(window.query_by_label("С кого се срещнах").is_none());
    click(&mut window, "Дойде: Ива Колева");
    window.get_by_label("1 от 2");
    type_into(&mut window, "За какво говорихме", "Списъкът");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let read = || workspace.change(|desk| desk.read().unwrap().entry(id).unwrap().unwrap());
    assert_eq!(read().outcome.unwrap().met, [iva]);
    // Who is taken away later is no longer invited; who came stays.
    let entry = Entry { people: Vec::new(), ..read() };
    let edit = sponsor_core::command::Command::EditEntry(Box::new(entry));
    workspace.change(|desk| crate::support::run(desk, edit));
    let training = read().training.unwrap();
    assert_eq!(training.invited, [iva]);
    assert!(training.came.iter().map(|one| one.person).eq([iva]));
}

#[test]
fn a_title_says_its_kind_until_a_person_does_and_whom_it_names_is_put_down_to_be_taken_away() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::N);
    type_into(&mut window, "Какво е", "Обади се на Гого Стоев");
    window.get_by_label("брои се като: обаждане");
    window.get_by_label("Махни Гого Стоев");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    key(&mut window, Modifiers::NONE, Key::N);
    click(&mut window, "Среща");
    type_into(&mut window, "Какво е", "Звънни на Гого Стоев");
    press(&mut window, "Махни Гого Стоев");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    key(&mut window, Modifiers::NONE, Key::N);
    type_into(&mut window, "Какво е", "Обучение: списъкът");
    window.get_by_label("обучение · днес · 13:00");
    drop(window);
    let of = |title: &str| titled(&workspace, title).first().cloned().unwrap();
    let call = of("Обади се на Гого Стоев");
    assert_eq!((call.kind, call.people.len()), (EntryKind::Call, 1));
    let meeting = of("Звънни на Гого Стоев");
    assert_eq!((meeting.kind, meeting.people.len()), (EntryKind::Meeting, 0));
}

#[test]
fn a_new_entry_is_in_sight_while_it_is_typed_and_once_it_is_saved() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Вечеря");
    for (label, text) in [("Дата", "4.12"), ("От", "22")] {
        let fields = window.get_all_by_label(label);
        let field = fields.into_iter().find(|node| node.accesskit_node().role() == egui::accesskit::Role::TextInput);
        field.unwrap().focus();
        window.run();
        key(&mut window, Modifiers::COMMAND, Key::A);
        type_into(&mut window, label, text);
    }
    window.get_by_label("петък 4 декември");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    let block = window.get_by_label("петък 4 декември, 22:00 до 23:00, среща, Вечеря").rect();
    assert!(window.ctx.content_rect().contains_rect(block), "{block:?}");
}

#[test]
fn what_was_written_down_says_when_the_call_is_and_leads_there() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, crate::diary::COFFEE);
    type_into(&mut window, "Кога да звънна: Дата", "петък");
    type_into(&mut window, "Кога да звънна: Час", "10:30");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Кога да звънна");
    press(&mut window, "пт 27 ноем · 10:30");
    window.get_by_label("обаждане");
}

#[test]
fn a_two_plus_one_tells_who_presented_and_what_each_does_after_it() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let people = ["Елена Димова", "Ралица Попова"].map(|name| add_person(desk, name)).to_vec();
        add(desk, EntryKind::Meeting, "Среща 2+1", timed(24, 9, 0, 60), |entry| entry.people = people);
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let name = block(&window, "Среща 2+1");
    press(&mut window, &name);
    window.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Кой представи");
    for (field, text) in [
        ("След това: Елена Димова", "обажда се на двама до петък"),
        ("След това: Ралица Попова", "как се отразиха мострите"),
    ] {
        window.get_by_label(field).scroll_to_me();
        window.run();
        type_into(&mut window, field, text);
    }
    // What they do is a task of theirs, unless it is made a call.
    for words in ["Елена Димова: задача, пт 27 ноем", "Ралица Попова: задача, утре"]
    {
        window.get_by_label(words);
    }
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let made = titled(&workspace, "обажда се на двама до петък");
    assert_eq!(made.iter().map(|item| item.kind).collect::<Vec<_>>(), [EntryKind::Task]);
    workspace.change(|desk| {
        desk.undo().unwrap();
    });
    assert!(titled(&workspace, "обажда се на двама до петък").is_empty());
    assert!(titled(&workspace, "как се отразиха мострите").is_empty());
}
