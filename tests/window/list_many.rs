//! Many people of the list at once: how they are marked, and what is done with all of them in one step.

use egui::accesskit::Role as Seen;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{Language, Relation, Stage, ThemeChoice};
use sponsor_desk::app::Page;

use crate::list::{click_row, listed, names, press, themed, three, type_in, with_example};
use crate::support::{Window, key, open, picture};

const SHIFT: Modifiers = Modifiers::SHIFT;

fn click_row_with(window: &mut Window, modifiers: Modifiers, name: &str) {
    let row = |label: Option<String>| label.is_some_and(|label| label.starts_with(name));
    window.get_by(|node| node.role() == Seen::Row && row(node.label())).click_modifiers(modifiers);
    window.run();
}

#[test]
fn people_are_marked_by_ctrl_shift_arrows_and_all_at_once() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    click_row_with(&mut window, Modifiers::COMMAND, "Веска");
    window.get_by_label("Избрани са 2 души");
    click_row_with(&mut window, Modifiers::COMMAND, "Анна");
    window.get_by_label("Избран е 1 човек");
    press(&mut window, Key::Escape);
    click_row(&mut window, "Анна");
    click_row_with(&mut window, SHIFT, "Веска");
    window.get_by_label("Избрани са 3 души");
    press(&mut window, Key::Escape);
    click_row(&mut window, "Анна");
    key(&mut window, SHIFT, Key::ArrowDown);
    window.get_by_label("Избрани са 2 души");
    key(&mut window, SHIFT, Key::ArrowUp);
    window.get_by_label("Избран е 1 човек");
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label("Избрани са 3 души");
}

#[test]
fn everyone_is_marked_from_wherever_nothing_is_typed() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label("Избрани са 3 души");
    press(&mut window, Key::Escape);
    // The rail holds the focus, as it does after a click on it.
    window.get_all_by_label_contains("Списък").next().unwrap().focus();
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label("Избрани са 3 души");
    press(&mut window, Key::Escape);
    window.get_by_label("Търси в списъка").focus();
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::A);
    assert!(window.query_by_label("Избрани са 3 души").is_none(), "while one types it belongs to the text");
}

#[test]
fn what_is_done_with_many_is_one_step_and_one_undo() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    let all = |window: &mut Window| key(window, Modifiers::COMMAND, Key::A);
    all(&mut window);
    window.get_by_role_and_label(Seen::Button, "Връзка").click();
    window.run();
    window.get_by_role_and_label(Seen::MenuItem, "приятел").click();
    window.run();
    // The note of what was done stands above the bar, not over it.
    all(&mut window);
    let (note, stage) =
        (window.get_by_role_and_label(Seen::Button, "Отмени"), window.get_by_role_and_label(Seen::Button, "Етап"));
    assert!(note.rect().bottom() <= stage.rect().top(), "{:?} lies over {:?}", note.rect(), stage.rect());
    window.get_by_role_and_label(Seen::Button, "Етап").click();
    window.run();
    window.get_by_role_and_label(Seen::MenuItem, "обмисля").click();
    window.run();
    drop(window);
    let people = listed(&workspace);
    assert!(people.rows.iter().all(|row| row.person.relation == Some(Relation::Friend)));
    assert!(people.rows.iter().all(|row| row.person.stage == Stage::ThinkingOver));

    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    key(&mut window, SHIFT, Key::ArrowDown);
    window.get_by_role_and_label(Seen::Button, "Град").click();
    window.run();
    type_in(&mut window, "Град за всички избрани", "Варна");
    press(&mut window, Key::Enter);
    window.get_by_label("Други градове 2");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("Други градове 0");
    drop(window);
    assert!(listed(&workspace).rows.iter().all(|row| row.person.city == "Пловдив"));
}

#[test]
fn many_are_taken_off_the_list_and_the_chosen_ones_are_exported() {
    let workspace = three();
    let out = workspace.folder().join("chosen.csv");
    workspace.chooser.queue(out.clone());
    let mut window = workspace.window(Language::English, Page::List);
    click_row(&mut window, "Анна");
    key(&mut window, SHIFT, Key::ArrowDown);
    more_of_bar(&mut window, "Export the selected");
    window.get_by_value("Those selected: 2");
    window.get_by_role_and_label(Seen::RadioButton, "CSV").click();
    window.run();
    window.get_all_by_role_and_label(Seen::Button, "Export").last().unwrap().click();
    window.run();
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("Анна") && text.contains("Борис") && !text.contains("Веска"));
    more_of_bar(&mut window, "Not for the list");
    drop(window);
    assert_eq!(names(&workspace), ["Веска Ганева"]);
}

/// Chooses a line of the bar's menu; the pane has a button of the same name above it.
pub fn more_of_bar(window: &mut Window, line: &str) {
    let lowest = |window: &Window| {
        let all = window.get_all_by_role_and_label(Seen::Button, "More actions");
        all.map(|node| node.rect()).max_by(|one, other| one.top().total_cmp(&other.top())).unwrap()
    };
    let at = lowest(window);
    let button = window.get_all_by_role_and_label(Seen::Button, "More actions").find(|node| node.rect() == at).unwrap();
    button.click();
    window.run();
    window.get_by_role_and_label(Seen::MenuItem, line).click();
    window.run();
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
        window.get_all_by(|node| node.role() == Seen::Row).nth(2).unwrap().click();
        window.run();
        key(&mut window, SHIFT, Key::ArrowDown);
        key(&mut window, SHIFT, Key::ArrowDown);
        picture(&mut window, &format!("list-marked-{look}"));
    }
}
