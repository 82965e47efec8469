//! The month: bars in the days, walked by keys, moved by drag, everything of a full day behind a number.

use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::model::{EntryKind, Language, Settings, When};
use sponsor_desk::app::Page;

use crate::diary::{COFFEE, Window, add, click, day, drag, key, let_go, press, some, timed, titled};
use crate::support::{Workspace, run};

/// The window on the month.
pub fn month(workspace: &Workspace, language: Language) -> Window {
    let mut window = workspace.window(language, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::M);
    window
}

/// The middle of a day of the month.
pub fn cell(window: &Window, label: &str) -> Pos2 {
    window.get_by_label_contains(label).rect().center()
}

#[test]
fn every_entry_of_a_month_stands_on_its_day_and_opens_its_pane() {
    let workspace = some();
    let mut window = month(&workspace, Language::Bulgarian);
    window.get_by_label("ноември 2026");
    window.get_by_label("вторник 24 ноември, днес, 2 записа");
    window.get_by_label("понеделник 26 октомври, без записи");
    let name = "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова";
    let (entry, of_day) = (window.get_by_label(name).rect(), window.get_by_label_contains("24 ноември, днес").rect());
    assert!(of_day.contains_rect(entry));
    click(&mut window, name);
    window.get_by_label("брои се като: среща");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("брои се като: среща").is_none());
}

#[test]
fn arrows_walk_over_the_days_into_the_next_month_and_enter_opens_the_day() {
    let workspace = some();
    let mut window = month(&workspace, Language::Bulgarian);
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    window.get_by_label("декември 2026");
    assert!(window.get_by_label_contains("вторник 1 декември").is_focused());
    key(&mut window, Modifiers::NONE, Key::ArrowLeft);
    window.get_by_label("ноември 2026");
    assert!(window.get_by_label_contains("понеделник 30 ноември").is_focused());
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("понеделник, 30 ноември");
}

#[test]
fn arrows_that_follow_each_other_at_once_go_one_day_each() {
    let workspace = some();
    let mut window = month(&workspace, Language::Bulgarian);
    for _ in 0..3 {
        let (physical_key, pressed, repeat, modifiers) = (None, true, false, Modifiers::NONE);
        window.event(egui::Event::Key { key: Key::ArrowRight, physical_key, pressed, repeat, modifiers });
    }
    window.run();
    assert!(window.get_by_label_contains("петък 27 ноември").is_focused());
}

#[test]
fn a_key_on_a_day_of_the_month_begins_an_entry_there_or_turns_to_it() {
    let workspace = some();
    let mut window = month(&workspace, Language::Bulgarian);
    window.get_by_label_contains("четвъртък 3 декември").focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::N);
    crate::diary::type_into(&mut window, "Какво е", "Пазар");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let on = chrono::NaiveDate::from_ymd_opt(2026, 12, 3);
    assert_eq!(titled(&workspace, "Пазар").first().unwrap().when.first_day(), on);
    let mut window = month(&workspace, Language::Bulgarian);
    window.get_by_label_contains("четвъртък 26 ноември").focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::D);
    window.get_by_label("четвъртък, 26 ноември");
}

#[test]
fn an_entry_of_the_month_goes_a_day_or_a_week_on_by_keys() {
    let workspace = some();
    let mut window = month(&workspace, Language::English);
    window.get_by_label("Tuesday 24 November, 14:00 to 15:00, meeting, Мария Петрова").focus();
    window.run();
    key(&mut window, Modifiers::ALT, Key::ArrowUp);
    let moved = "Tuesday 17 November, 14:00 to 15:00, meeting, Мария Петрова, How did it go?";
    assert!(window.get_by_label(moved).is_focused());
    key(&mut window, Modifiers::ALT, Key::ArrowRight);
    window.get_by_label("Wednesday 18 November, 14:00 to 15:00, meeting, Мария Петрова, How did it go?");
}

#[test]
fn months_turn_by_button_and_key_and_a_date_is_reached_by_typing_it() {
    let workspace = some();
    let mut window = month(&workspace, Language::English);
    key(&mut window, Modifiers::NONE, Key::PageDown);
    window.get_by_label("December 2026");
    press(&mut window, "Previous month");
    press(&mut window, "Previous month");
    window.get_by_label("October 2026");
    click(&mut window, "Go to a date");
    crate::diary::type_into(&mut window, "Go to a date", "5.1.2027");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("January 2027");
    press(&mut window, "Go to today");
    window.get_by_label("November 2026");
}

#[test]
fn two_clicks_on_a_day_begin_an_entry_there() {
    let workspace = some();
    let mut window = month(&workspace, Language::Bulgarian);
    let at = cell(&window, "четвъртък 26 ноември");
    crate::diary::pointer(&mut window, at, None);
    // Both within one frame: time goes on by a quarter of a second from one to the next.
    for pressed in [true, false, true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        window.input_mut().events.push(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    window.run();
    crate::diary::type_into(&mut window, "Какво е", "Пазар");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Пазар").first().unwrap().when.first_day(), Some(day(26)));
}

#[test]
fn an_entry_dragged_to_another_day_keeps_its_hour_and_escape_leaves_it() {
    let workspace = some();
    let mut window = month(&workspace, Language::Bulgarian);
    let from = window.get_by_label(COFFEE).rect().center();
    let to = cell(&window, "петък 27 ноември");
    drag(&mut window, from, to);
    key(&mut window, Modifiers::NONE, Key::Escape);
    let_go(&mut window, to);
    window.get_by_label(COFFEE);
    drag(&mut window, from, to);
    let_go(&mut window, to);
    window.get_by_label("петък 27 ноември, 11:00 до 12:00, среща, Кафе с Мария, Мария Петрова");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label(COFFEE);
}

#[test]
fn a_day_with_more_than_has_room_says_how_many_more_and_lists_all_of_them() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for hour in 8..18 {
            add(desk, EntryKind::Call, &format!("Обаждане {hour}"), timed(25, hour, 0, 30), |_| {});
        }
        let trip = When::AllDay { from: day(24), to: day(26) };
        add(desk, EntryKind::Event, "Велинград", trip, |_| {});
    });
    let mut window = month(&workspace, Language::Bulgarian);
    let bar = window.get_by_label("вторник 24 ноември, цял ден, събитие, Велинград").rect();
    let (first, last) = (cell(&window, "24 ноември, днес"), cell(&window, "четвъртък 26 ноември"));
    assert!(bar.left() < first.x && bar.right() > last.x, "{bar:?}");
    assert!(window.query_by_label_contains("17:00 до 17:30").is_none());
    window.get_by_label_contains("още").click();
    window.run();
    window.get_by_label("17:00  Обаждане 17");
    // Escape closes the list and nothing else; from the list the day is opened.
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("17:00  Обаждане 17").is_none());
    window.get_by_label_contains("още").click();
    window.run();
    click(&mut window, "Отвори деня");
    window.get_by_label("сряда, 25 ноември");
}

#[test]
fn the_weeks_begin_on_the_day_of_the_settings_in_every_view() {
    let workspace = some();
    workspace.change(|desk| {
        let settings = Settings::clone(desk.read().unwrap().people().settings().unwrap());
        run(desk, Command::ChangeSettings(Box::new(Settings { week_starts: chrono::Weekday::Sun, ..settings })));
    });
    let mut window = month(&workspace, Language::Bulgarian);
    let left = |window: &Window, label: &str| window.get_by_label_contains(label).rect().left();
    assert!(left(&window, "неделя 22 ноември") < left(&window, "понеделник 23 ноември"));
    key(&mut window, Modifiers::NONE, Key::W);
    window.get_by_label("22–28 ноември · седмица 48");
}

#[test]
fn the_view_is_remembered_when_the_program_opens_again() {
    let workspace = some();
    let state = workspace.folder().join("state");
    let open = || {
        let options = sponsor_desk::app::Options {
            state_folder: Some(state.clone()),
            ..workspace.options(Language::Bulgarian, Page::Diary)
        };
        crate::support::open(options, [1280.0, 800.0])
    };
    let mut window = open();
    key(&mut window, Modifiers::NONE, Key::M);
    window.get_by_label("ноември 2026");
    // As after a kill: nothing says goodbye.
    drop(window);
    open().get_by_label("ноември 2026");
}
