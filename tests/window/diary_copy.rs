//! Entries copied and moved: by Ctrl and drag, by keys, and of a series only as much as is said.

use chrono::NaiveDate;
use egui::{Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{EntryKind, Language, Repeat, When};
use sponsor_desk::app::Page;

use crate::diary::{Window, add, click, day, drag, key, let_go, pointer, press, some, timed, titled, type_into};
use crate::support::Workspace;

const TWO: &str = "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова";

/// Drags with Ctrl held and lets go.
fn copy(window: &mut Window, from: Pos2, to: Pos2) {
    drag(window, from, to);
    window.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
    pointer(window, to, None);
    let modifiers = Modifiers::COMMAND;
    window.event(egui::Event::PointerButton { pos: to, button: PointerButton::Primary, pressed: false, modifiers });
    window.step();
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
}

#[test]
fn ctrl_and_drag_copy_an_entry_and_one_undo_takes_the_copy_back() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let from = window.get_by_label(TWO).rect().center();
    let wednesday = window.get_by_label("сряда 25 ноември, нов запис").rect().center().x;
    let to = pos2(wednesday, from.y + 56.0);
    copy(&mut window, from, to);
    window.get_by_label(TWO);
    window.get_all_by_label("сряда 25 ноември, 15:00 до 16:00, среща, Мария Петрова").next().unwrap();
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert_eq!(titled(&workspace, "Мария Петрова").len(), 1);
}

#[test]
fn an_entry_is_moved_and_stretched_by_keys_as_one_step_each() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    window.get_by_label(TWO).focus();
    window.run();
    // Held for three steps: two quarters of an hour and a day.
    window.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    for arrow in [Key::ArrowDown, Key::ArrowDown, Key::ArrowRight] {
        for pressed in [true, false] {
            let (physical_key, repeat, modifiers) = (None, false, Modifiers::ALT);
            window.event(egui::Event::Key { key: arrow, physical_key, pressed, repeat, modifiers });
        }
    }
    window.run();
    window.get_by_label(TWO);
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    let moved = "сряда 25 ноември, 14:30 до 15:30, среща, Мария Петрова";
    assert!(window.get_by_label(moved).is_focused(), "it keeps the focus where it went");
    key(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown);
    window.get_by_label("сряда 25 ноември, 14:30 до 15:45, среща, Мария Петрова");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label(moved);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label(TWO);
}

#[test]
fn escape_leaves_what_is_moved_by_keys_where_it_was() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    window.get_by_label(TWO).focus();
    window.run();
    window.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    let alt = Modifiers::ALT;
    let pressed = |key| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: alt };
    window.event(pressed(Key::ArrowDown));
    window.step();
    window.event(egui::Event::Key {
        key: Key::Escape,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    window.get_by_label(TWO);
}

/// A team that meets every Tuesday at ten.
fn team() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, EntryKind::Meeting, "Екип", timed(10, 10, 0, 60), |entry| {
            entry.repeat = Repeat::new("FREQ=WEEKLY;BYDAY=TU").ok();
        });
    });
    workspace
}

const TEAM: &str = "вторник 24 ноември, 10:00 до 11:00, среща, Екип, Как мина?";

/// Drags the team of the 24th to Thursday at eleven.
fn to_thursday(window: &mut Window) {
    let from = window.get_by_label(TEAM).rect().center();
    let thursday = window.get_by_label("четвъртък 26 ноември, нов запис").rect().center().x;
    let to = pos2(thursday, from.y + 56.0);
    drag(window, from, to);
    let_go(window, to);
}

/// The days on which the team meets until the end of the year.
fn days(workspace: &Workspace) -> Vec<NaiveDate> {
    let until = NaiveDate::from_ymd_opt(2026, 12, 10).unwrap();
    titled(workspace, "Екип").iter().filter_map(|item| item.when.first_day()).filter(|day| *day <= until).collect()
}

fn december(on: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, on).unwrap()
}

#[test]
fn of_a_series_only_this_one_goes_unless_more_is_said() {
    let workspace = team();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    to_thursday(&mut window);
    // Nothing has gone until it is said what.
    window.get_by_label(TEAM);
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("четвъртък 26 ноември, 11:00 до 12:00, среща, Екип");
    drop(window);
    assert_eq!(days(&workspace), [day(10), day(17), day(26), december(1), december(8)]);
}

#[test]
fn this_and_the_following_of_a_series_go_by_a_key_and_one_undo_takes_it_back() {
    let workspace = team();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    to_thursday(&mut window);
    key(&mut window, Modifiers::NONE, Key::Num2);
    drop(window);
    assert_eq!(days(&workspace), [day(10), day(17), day(26), december(3), december(10)]);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert_eq!(days(&workspace), [day(10), day(17), day(24), december(1), december(8)]);
}

#[test]
fn all_of_a_series_go_or_none_when_the_question_is_left() {
    let workspace = team();
    let mut window = workspace.window(Language::English, Page::Diary);
    let from =
        window.get_by_label("Tuesday 24 November, 10:00 to 11:00, meeting, Екип, How did it go?").rect().center();
    let thursday = window.get_by_label("Thursday 26 November, new entry").rect().center().x;
    let to = pos2(thursday, from.y);
    drag(&mut window, from, to);
    let_go(&mut window, to);
    key(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("Tuesday 24 November, 10:00 to 11:00, meeting, Екип, How did it go?");
    drag(&mut window, from, to);
    let_go(&mut window, to);
    press(&mut window, "All of them");
    window.get_by_label("Thursday 26 November, 10:00 to 11:00, meeting, Екип");
    drop(window);
    assert_eq!(days(&workspace), [day(12), day(19), day(26), december(3), december(10)]);
}

/// Puts another text into a field of the form.
fn put(window: &mut Window, label: &str, text: &str) {
    type_into(window, label, "");
    key(window, Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn a_change_of_a_series_asks_how_much_and_is_of_this_one_unless_more_is_said() {
    let workspace = team();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, TEAM);
    press(&mut window, "Промени");
    assert!(window.query_all_by_value("24.11.2026").next().is_some(), "the form is of the day that was chosen");
    put(&mut window, "Място", "Хотел Тримонциум");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window.query_all_by_label("Какво от поредицата се променя?").next().is_some());
    // Left by Escape, nothing has changed and what was typed is there.
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_all_by_value("Хотел Тримонциум").next().is_some());
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    key(&mut window, Modifiers::NONE, Key::Enter);
    drop(window);
    let at = |workspace: &Workspace| {
        let items = titled(workspace, "Екип");
        let there = items.iter().filter(|item| item.place == "Хотел Тримонциум");
        there.filter_map(|item| item.when.first_day()).filter(|day| *day < december(10)).collect::<Vec<_>>()
    };
    assert_eq!(at(&workspace), [day(24)]);
    assert_eq!(days(&workspace), [day(10), day(17), day(24), december(1), december(8)]);

    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    click(&mut window, TEAM);
    press(&mut window, "Промени");
    put(&mut window, "Място", "Хотел Тримонциум");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    key(&mut window, Modifiers::NONE, Key::Num2);
    drop(window);
    assert_eq!(at(&workspace), [day(24), december(1), december(8)]);
}

#[test]
fn another_time_typed_for_one_of_a_series_asks_too() {
    let workspace = team();
    let mut window = workspace.window(Language::English, Page::Diary);
    click(&mut window, "Tuesday 24 November, 10:00 to 11:00, meeting, Екип, How did it go?");
    press(&mut window, "Move");
    put(&mut window, "To the date", "26.11");
    press(&mut window, "Move the entry");
    assert!(window.query_all_by_label("What should move?").next().is_some());
    press(&mut window, "All of them");
    drop(window);
    assert_eq!(days(&workspace), [day(12), day(19), day(26), december(3), december(10)]);
}

#[test]
fn what_lasts_whole_days_is_dragged_to_another_day_and_onto_an_hour() {
    let workspace = some();
    workspace.change(|desk| add(desk, EntryKind::Task, "Каталози", When::day(day(25)), |_| {}));
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let from = window.get_by_label("сряда 25 ноември, цял ден, задача, Каталози").rect().center();
    let friday = window.get_by_label("петък 27 ноември, нов запис").rect().center().x;
    let to = pos2(friday, from.y);
    drag(&mut window, from, to);
    let_go(&mut window, to);
    let name = "петък 27 ноември, цял ден, задача, Каталози";
    let from = window.get_by_label(name).rect().center();
    let to = pos2(friday, window.get_by_label(TWO).rect().top() + 1.0);
    drag(&mut window, from, to);
    let_go(&mut window, to);
    window.get_by_label("петък 27 ноември, 14:00 до 14:30, задача, Каталози");
}

#[test]
fn an_entry_copied_in_the_month_stands_on_both_days() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::M);
    let from = window.get_by_label(TWO).rect().center();
    let to = window.get_by_label_contains("четвъртък 26 ноември").rect().center();
    copy(&mut window, from, to);
    window.get_by_label(TWO);
    window.get_all_by_label("четвъртък 26 ноември, 14:00 до 15:00, среща, Мария Петрова").next().unwrap();
    // Of two copies each is changed by itself.
    drop(window);
    assert_eq!(titled(&workspace, "Мария Петрова").len(), 2);
}

/// Opens the choice in which this stands.
fn choose(window: &mut Window, value: &str) {
    let is = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::ComboBox && node.value().as_deref() == Some(value)
    };
    window.get_by(is).click();
    window.run();
}

#[test]
fn a_rule_that_gives_nothing_or_too_much_says_so_and_is_not_saved() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    crate::diary::type_into(&mut window, "Какво е", "Йога");
    choose(&mut window, "не се повтаря");
    click(&mut window, "всеки ден");
    crate::diary::type_into(&mut window, "или колко пъти", "50000");
    window.get_by_label_contains("повече дни, отколкото дневникът показва");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Какво е");
    drop(window);
    assert!(titled(&workspace, "Йога").is_empty());
}

#[test]
fn a_rule_without_a_single_day_says_so_and_a_monthly_one_stands_on_its_weekday() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    crate::diary::type_into(&mut window, "Какво е", "Йога");
    choose(&mut window, "не се повтаря");
    click(&mut window, "всяка седмица");
    for day in ["пн", "вт"] {
        window.get_by_label(day).scroll_to_me();
        window.run();
        click(&mut window, day);
    }
    crate::diary::type_into(&mut window, "Повтаря се до", "27.11.2026");
    window.get_by_label("По това правило няма нито един ден. Промени дните или края.");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Какво е");
    choose(&mut window, "всяка седмица");
    click(&mut window, "всеки месец");
    choose(&mut window, "на същата дата (24)");
    click(&mut window, "последния вторник");
    crate::diary::type_into(&mut window, "или колко пъти", "2");
    window.get_by_label("2 пъти, от днес до вт 29 дек.");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let days: Vec<_> = titled(&workspace, "Йога").iter().filter_map(|item| item.when.first_day()).collect();
    assert_eq!(days, [day(24), december(29)]);
}

#[test]
fn a_series_is_made_on_several_days_of_the_week_so_many_times() {
    let workspace = some();
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    crate::diary::type_into(&mut window, "What it is", "Йога");
    choose(&mut window, "does not repeat");
    click(&mut window, "every week");
    window.get_by_label("Thu").scroll_to_me();
    window.run();
    click(&mut window, "Thu");
    crate::diary::type_into(&mut window, "or how many times", "3");
    window.get_by_label("3 times, from today to Tue 1 Dec.");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let days: Vec<_> = titled(&workspace, "Йога").iter().filter_map(|item| item.when.first_day()).collect();
    assert_eq!(days, [day(24), day(26), december(1)]);
}
