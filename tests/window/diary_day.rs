//! One day: the same hours with more said, and tasks without a date beside it.

use egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{EntryKind, Language, When};
use sponsor_desk::app::Page;

use crate::diary::{Window, add, click, day, drag, key, let_go, press, some, timed, titled, type_into};
use crate::support::Workspace;

/// A workspace with a task that has no day.
pub fn with_undated() -> Workspace {
    let workspace = some();
    workspace.change(|desk| add(desk, EntryKind::Task, "Каталози", When::Undated, |_| {}));
    workspace
}

fn of_day(workspace: &Workspace, language: Language) -> Window {
    let mut window = workspace.window(language, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::D);
    window
}

const CATALOGUES: &str = "задача, Каталози, без дата";

#[test]
fn a_day_has_its_entries_and_turns_by_one_day() {
    let workspace = some();
    let mut window = of_day(&workspace, Language::English);
    window.get_by_label("Tuesday 24 November, 14:00 to 15:00, meeting, Мария Петрова");
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    window.get_by_label("Wednesday 25 November, new entry");
    assert!(window.query_by_label_contains("Мария Петрова").is_none());
    window.get_by_label("This day is still empty. Click a free hour or press N.");
    press(&mut window, "Previous day");
    press(&mut window, "Previous day");
    window.get_by_label("Monday 23 November, new entry");
    key(&mut window, Modifiers::NONE, Key::T);
    window.get_by_label("Tuesday 24 November, 14:00 to 15:00, meeting, Мария Петрова");
}

#[test]
fn the_name_of_a_day_in_the_week_leads_to_it() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    press(&mut window, "четвъртък 26 ноември");
    window.get_by_label("четвъртък, 26 ноември");
}

#[test]
fn a_task_without_a_date_is_dragged_onto_an_hour_and_taken_back() {
    let workspace = with_undated();
    let mut window = of_day(&workspace, Language::Bulgarian);
    let task = window.get_by_label(CATALOGUES).rect().center();
    let two = window.get_by_label("вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова").rect();
    let to = pos2(two.left() + 40.0, two.top() + 2.0 * 56.0 + 2.0);
    drag(&mut window, task, to);
    let_go(&mut window, to);
    window.get_by_label("вторник 24 ноември, 16:00 до 16:30, задача, Каталози");
    assert!(window.query_by_label(CATALOGUES).is_none());
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label(CATALOGUES);
}

#[test]
fn a_task_without_a_date_is_planned_by_keys_alone() {
    let workspace = with_undated();
    let mut window = of_day(&workspace, Language::Bulgarian);
    window.get_by_label(CATALOGUES).focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::P);
    window.event(egui::Event::Text("петък".to_owned()));
    window.run();
    key(&mut window, Modifiers::NONE, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Каталози").first().unwrap().when, When::day(day(27)));
}

#[test]
fn in_the_week_the_list_opens_by_its_chip_and_a_task_goes_to_a_whole_day() {
    let workspace = with_undated();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    assert!(window.query_by_label(CATALOGUES).is_none());
    click(&mut window, "Без дата 1");
    let task = window.get_by_label(CATALOGUES).rect().center();
    let friday = window.get_by_role_and_label(egui::accesskit::Role::Button, "петък 27 ноември").rect();
    let to = friday.center_bottom() + egui::vec2(0.0, 14.0);
    drag(&mut window, task, to);
    let_go(&mut window, to);
    window.get_by_label("петък 27 ноември, цял ден, задача, Каталози");
    drop(window);
    assert_eq!(titled(&workspace, "Каталози").first().unwrap().when, When::day(day(27)));
}

#[test]
fn a_new_task_without_a_date_is_written_from_the_list() {
    let workspace = some();
    let mut window = of_day(&workspace, Language::Bulgarian);
    assert!(window.query_by_label("Няма задачи без дата.").is_none(), "an empty list takes no room unasked");
    click(&mut window, "Без дата");
    window.get_by_label("Няма задачи без дата.");
    press(&mut window, "Нова задача без дата");
    type_into(&mut window, "Какво е", "Мостри за Ралица");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("задача, Мостри за Ралица, без дата");
}

#[test]
fn what_lasts_past_midnight_stands_on_both_days() {
    let workspace = some();
    workspace.change(|desk| add(desk, EntryKind::Event, "Пътуване", timed(24, 23, 0, 120), |_| {}));
    let mut window = of_day(&workspace, Language::Bulgarian);
    let name = "вторник 24 ноември, 23:00 до 01:00, събитие, Пътуване";
    window.get_by_label(name);
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    window.get_by_label(name);
}
