//! Tests of the page or part of the same name, through the real window code.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::Language;
use sponsor_desk::app::Page;

use crate::support::{Workspace, add_person, picture};

#[test]
fn a_beginner_sees_only_the_pages_that_are_needed() {
    let workspace = Workspace::empty();
    let window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_role_and_label(egui::accesskit::Role::Tab, "Днес");
    window.get_by_role_and_label(egui::accesskit::Role::Tab, "Дневник");
    assert!(window.query_by_label_contains("Структура").is_none());
}

#[test]
fn a_page_is_reached_by_its_key() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::English, Page::Today);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    window.run();
    assert_eq!(window.state().page(), Page::Diary);
}

/// A workspace beside which nobody can say that it is open: a folder stands in the place of its lock.
fn read_only() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Мария Колева"));
    let lock = workspace.folder().join("workspace.desk.lock");
    let _ = std::fs::remove_file(&lock);
    std::fs::create_dir_all(&lock).unwrap();
    workspace
}

const WHY: &str = "Отворено само за четене: в папката на файла не може да се записва";

#[test]
fn a_workspace_that_can_only_be_read_says_so_on_every_page_and_why() {
    let workspace = read_only();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    for page in [Page::Today, Page::Diary, Page::List, Page::Settings] {
        window.state_mut().show_page(page);
        window.run();
        window.get_by_label(WHY);
        assert!(window.query_all_by_label_contains("премести файла").next().is_some(), "and what to do");
        assert!(window.query_all_by_label("Друг дневник").next().is_some());
    }
    let whole = Workspace::empty().window(Language::Bulgarian, Page::List);
    assert!(whole.query_by_label(WHY).is_none());
}

#[test]
fn another_workspace_that_does_not_open_leaves_a_way_back_and_takes_what_was_said_with_it() {
    let workspace = Workspace::empty();
    let broken = workspace.folder().join("broken.desk");
    std::fs::write(&broken, "no workspace").unwrap();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("Запиши нещо").type_text("мисъл");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    window.get_all_by_role_and_label(egui::accesskit::Role::Button, "Отмени").next().expect("an undo is offered");
    window.state_mut().show_page(Page::Settings);
    window.run();
    workspace.chooser.queue(broken);
    window.get_by_label("Друг дневник: Избери").click();
    window.run();
    window.get_by_label("Дневникът не се отваря");
    assert!(window.query_by_label("Отмени").is_none(), "the number of its command would be another one there");
    window.get_by_label("Назад към „workspace.desk“").click();
    window.run();
    window.get_by_role_and_label(egui::accesskit::Role::Tab, "Днес");
    assert!(window.query_by_label_contains("Назад към").is_none());
}

#[test]
fn the_palette_says_what_undo_takes_back() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Мария Колева"));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    window.run();
    window.get_by_label("Търси").type_text("отмени");
    window.run();
    let mut lines = window.get_all_by_label_contains("Отмени: ");
    assert!(lines.any(|line| line.accesskit_node().label().is_some_and(|label| label.contains("Мария Колева"))));
}

#[test]
fn commands_of_a_workspace_that_can_only_be_read_are_disabled_with_the_reason() {
    let workspace = read_only();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.get_by(|node| node.is_disabled() && node.label().is_some_and(|label| label == "Нов човек"));
    window.key_press_modifiers(egui::Modifiers { shift: true, ..egui::Modifiers::COMMAND }, egui::Key::N);
    window.run();
    assert!(window.query_by_label("Рожден ден").is_none());
    assert!(window.get_all_by_label_contains(WHY).count() > 1, "the key is answered with the reason");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    window.run();
    window.get_by_label("Търси").type_text("нов човек");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    assert!(window.query_by_label("Рожден ден").is_none(), "a command that cannot be given leads nowhere");
    drop(window);
    std::fs::remove_dir(workspace.folder().join("workspace.desk.lock")).unwrap();
    assert_eq!(workspace.change(|desk| desk.read().unwrap().people().len()), 2);
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    let mut window = read_only().window(Language::Bulgarian, Page::List);
    picture(&mut window, "read-only");
}

/// What the messages at the bottom say, oldest first.
fn messages(window: &crate::diary::Window) -> Vec<String> {
    let all = window.query_all_by_role(egui::accesskit::Role::Status);
    all.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

/// Whether a button of a message lies over a place.
fn lies_over(window: &crate::diary::Window, place: egui::Rect) -> bool {
    let mut buttons = window.get_all_by_role_and_label(egui::accesskit::Role::Button, "Отмени");
    buttons.any(|button| button.rect().expand(6.0).intersects(place))
}

#[test]
fn a_message_takes_the_place_of_what_it_speaks_of_and_stands_clear_of_the_foot() {
    use crate::diary::{click, key, press, some, type_into};
    use egui::{Key, Modifiers};
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    for text in ["мостри за Ралица", "зала за събота", "каталози"] {
        type_into(&mut window, "Запиши нещо", text);
        key(&mut window, Modifiers::NONE, Key::Enter);
    }
    // Of three alike the newest is said.
    let said = messages(&window);
    assert!(said.len() == 1 && said.iter().all(|text| text.contains("каталози")), "{said:?}");
    let line = window.get_all_by_label("Запиши нещо").map(|node| node.rect()).next().unwrap();
    assert!(!lies_over(&window, line), "{said:?} over {line:?}");
    press(&mut window, "Отмени");
    let said = messages(&window);
    assert!(said.len() == 1 && said.iter().all(|text| text.starts_with("Отменено")), "{said:?}");
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, crate::diary::COFFEE);
    for (label, text) in [("Какво е", "Разходка"), ("Какво е", "Вечеря")] {
        key(&mut window, Modifiers::COMMAND, Key::N);
        type_into(&mut window, label, text);
        key(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    click(&mut window, crate::diary::COFFEE);
    let save = window.get_by_role_and_label(egui::accesskit::Role::Button, "Запази").rect();
    assert!(!lies_over(&window, save), "{:?} over {save:?}", messages(&window));
}
