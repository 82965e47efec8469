//! What is dragged over free hours and days, and where a drag scrolls.

use egui::{Key, Modifiers, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{EntryKind, Language, When};
use sponsor_desk::app::{App, Page};

use crate::diary::{Window, add, click, day, drag, key, let_go, pointer, press, some, timed, titled, type_into};
use crate::support::{Workspace, typed};

fn rect(window: &Window, name: &str) -> Rect {
    window.get_all_by_label(name).next().unwrap().rect()
}

fn save(window: &mut Window, title: &str) {
    type_into(window, "Какво е", title);
    key(window, Modifiers::COMMAND, Key::Enter);
}

#[test]
fn a_task_without_an_end_takes_a_line_and_leaves_its_neighbour_all_its_width() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let moment = When::Timed {
            start: day(25).and_hms_opt(9, 45, 0).unwrap(),
            minutes: None,
            zone: chrono_tz::Europe::Sofia,
        };
        add(desk, EntryKind::Task, "Каталози", moment, |_| {});
        add(desk, EntryKind::Meeting, "Кафе", timed(25, 10, 0, 60), |_| {});
        add(desk, EntryKind::Meeting, "Обяд", timed(25, 13, 0, 60), |_| {});
    });
    let window = workspace.window(Language::Bulgarian, Page::Diary);
    let task = rect(&window, "сряда 25 ноември, 09:45, задача, Каталози");
    let coffee = rect(&window, "сряда 25 ноември, 10:00 до 11:00, среща, Кафе");
    let lunch = rect(&window, "сряда 25 ноември, 13:00 до 14:00, среща, Обяд");
    assert!(task.height() < 18.0, "{task:?}");
    assert_eq!(coffee.x_range(), lunch.x_range());
    assert_eq!(task.x_range(), lunch.x_range());
    assert!(task.bottom() <= coffee.top());
}

#[test]
fn a_drag_over_free_hours_stays_on_the_day_on_which_it_began() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let hour = rect(&window, "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова").top();
    let [wednesday, friday] =
        ["сряда 25 ноември, нов запис", "петък 27 ноември, нов запис"].map(|name| rect(&window, name).center().x);
    let to = pos2(friday, hour + 56.0 + 26.0);
    drag(&mut window, pos2(wednesday, hour + 2.0), to);
    let_go(&mut window, to);
    save(&mut window, "Разходка");
    assert_eq!(titled(workspace_after(window, &workspace), "Разходка").first().unwrap().when, timed(25, 14, 0, 90));
}

/// The workspace once the window let go of it.
fn workspace_after(window: Window, workspace: &Workspace) -> &Workspace {
    drop(window);
    workspace
}

#[test]
fn a_drag_over_days_of_the_month_begins_an_entry_of_these_days_and_escape_gives_it_up() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::M);
    let cell = |window: &Window, name: &str| rect(window, name).center() + vec2(0.0, 30.0);
    let (from, to) =
        (cell(&window, "четвъртък 12 ноември, без записи"), cell(&window, "вторник 17 ноември, без записи"));
    drag(&mut window, from, to);
    key(&mut window, Modifiers::NONE, Key::Escape);
    let_go(&mut window, to);
    assert!(window.query_by_label("Какво е").is_none(), "given up");
    // Backwards is the same.
    drag(&mut window, to, from);
    let_go(&mut window, from);
    save(&mut window, "Велинград");
    drop(window);
    assert_eq!(titled(&workspace, "Велинград").first().unwrap().when, When::AllDay { from: day(12), to: day(17) });
}

#[test]
fn a_drag_along_the_strip_of_whole_days_begins_an_entry_of_these_days_and_a_click_of_one() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let [wednesday, friday] = ["сряда 25 ноември, нов запис за цял ден", "петък 27 ноември, нов запис за цял ден"]
        .map(|name| rect(&window, name).center());
    drag(&mut window, wednesday, friday);
    let_go(&mut window, friday);
    save(&mut window, "Базар");
    window.get_by_label("сряда 25 ноември, цял ден, среща, Базар");
    click(&mut window, "събота 28 ноември, нов запис за цял ден");
    save(&mut window, "Почивка");
    drop(window);
    assert_eq!(titled(&workspace, "Базар").first().unwrap().when, When::AllDay { from: day(25), to: day(27) });
    assert_eq!(titled(&workspace, "Почивка").first().unwrap().when, When::day(day(28)));
}

#[test]
fn what_is_dragged_to_the_lower_edge_of_the_hours_scrolls_them() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let meeting = "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова";
    let before = rect(&window, meeting);
    let edge = pos2(rect(&window, "сряда 25 ноември, нов запис").center().x, 770.0);
    drag(&mut window, before.center(), edge);
    for _ in 0..20 {
        window.step();
    }
    let scrolled = rect(&window, meeting);
    assert!(scrolled.top() < before.top() - 60.0, "{before:?} {scrolled:?}");
    let_go(&mut window, edge);
    let late = titled_at(&window, "сряда 25 ноември, ");
    assert!(late.contains("22:00") || late.contains("23:"), "{late}");
    drop(window);
    // Up, to the hours before the morning, by the upper edge.
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let top = pos2(edge.x, 188.0);
    drag(&mut window, before.center(), top);
    for _ in 0..40 {
        window.step();
    }
    let_go(&mut window, top);
    let early = titled_at(&window, "сряда 25 ноември, ");
    assert!(early.contains("00:00"), "{early}");
}

fn titled_at(window: &Window, begins: &str) -> String {
    use egui_kittest::kittest::NodeT as _;
    let mut names = window.get_all_by_label_contains(begins).filter_map(|node| node.accesskit_node().label());
    names.find(|name| name.contains("Мария")).unwrap()
}

#[test]
fn a_double_click_on_a_day_of_the_month_opens_a_form_in_which_one_types_at_once() {
    let workspace = some();
    let options = workspace.options(Language::Bulgarian, Page::Diary);
    // Frames so short that two clicks are a double one.
    let builder = egui_kittest::Harness::builder().with_size([1280.0, 800.0]).with_max_steps(64).with_step_dt(0.02);
    let mut window: Window = builder.build_eframe(move |creation| App::new(&creation.egui_ctx, options));
    window.run();
    key(&mut window, Modifiers::NONE, Key::M);
    let at = rect(&window, "четвъртък 12 ноември, без записи").center() + vec2(0.0, 30.0);
    for pressed in [true, false, true, false] {
        pointer(&mut window, at, Some(pressed));
    }
    window.run();
    window.get_by_label("Какво е");
    typed(&mut window, "Рожден ден");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Рожден ден").first().unwrap().when.first_day(), Some(day(12)));
}

#[test]
fn a_form_takes_the_letters_that_follow_its_key_at_once_and_begins_at_its_top() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let letter = |window: &mut Window, letter: &str, of: Key| {
        for pressed in [true, false] {
            let (physical_key, repeat, modifiers) = (None, false, Modifiers::NONE);
            window.event(egui::Event::Key { key: of, physical_key, pressed, repeat, modifiers });
        }
        window.event(egui::Event::Text(letter.to_owned()));
        window.step();
    };
    window.key_press(Key::N);
    window.step();
    // T turns to today and M to the month where no form is open.
    for (text, of) in [("t", Key::T), ("e", Key::E), ("a", Key::A), ("m", Key::M)] {
        letter(&mut window, text, of);
    }
    window.run();
    window.get_by_label("понеделник 23 ноември, нов запис");
    let mut titles = window.get_all_by_label("Какво е").filter_map(|node| node.value());
    assert!(titles.any(|title| title == "team"));
}

#[test]
fn a_new_entry_has_the_focus_once_saved_and_keys_move_it_by_each_press() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::N);
    typed(&mut window, "Разходка");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window.get_by_label("вторник 24 ноември, 13:00 до 14:00, среща, Разходка").is_focused());
    // Presses that follow each other before the views show the first.
    for _ in 0..4 {
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        window.step();
    }
    window.run();
    window.get_by_label("вторник 24 ноември, 14:00 до 15:00, среща, Разходка");
}

#[test]
fn a_step_over_the_edge_of_the_week_takes_the_view_along() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add(desk, EntryKind::Meeting, "Кафе", timed(23, 15, 0, 60), |_| {}));
    let mut window = workspace.window(Language::English, Page::Diary);
    window.get_by_label_contains("Monday 23 November, 15:00 to 16:00, meeting, Кафе").focus();
    window.run();
    key(&mut window, Modifiers::ALT, Key::ArrowLeft);
    assert!(window.get_by_label_contains("Sunday 22 November, 15:00 to 16:00, meeting, Кафе").is_focused());
}

#[test]
fn another_start_takes_the_end_along() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let at = rect(&window, "сряда 25 ноември, нов запис");
    let hour = rect(&window, "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова").top();
    let (from, to) = (pos2(at.center().x, hour + 2.0), pos2(at.center().x, hour + 82.0));
    drag(&mut window, from, to);
    let_go(&mut window, to);
    typed(&mut window, "Разходка");
    window.get_by_role_and_label(egui::accesskit::Role::TextInput, "От").focus();
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::A);
    for letter in ["1", "0", ":", "1", "5"] {
        typed(&mut window, letter);
    }
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Разходка").first().unwrap().when, timed(25, 10, 15, 90));
}

#[test]
fn to_go_to_a_date_nonsense_stays_and_a_day_is_reached_by_the_mouse_too() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "Към дата");
    type_into(&mut window, "Към дата", "ала бала");
    key(&mut window, Modifiers::NONE, Key::Enter);
    for (text, range) in [
        ("утре", "23–29 ноември · седмица 48"),
        ("24 декември", "21–27 декември · седмица 52"),
        ("след 2 седмици", "7–13 декември · седмица 50"),
        ("24/12", "21–27 декември · седмица 52"),
    ] {
        if window.query_by_role_and_label(egui::accesskit::Role::Button, "Отиди").is_none() {
            click(&mut window, "Към дата");
        }
        window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Към дата").focus();
        window.run();
        key(&mut window, Modifiers::COMMAND, Key::A);
        typed(&mut window, text);
        press(&mut window, "Отиди");
        window.get_by_label(range);
    }
}

#[test]
fn a_day_and_hour_in_the_title_are_offered_and_go_to_their_fields() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::N);
    typed(&mut window, "утре 14:00 кафе");
    click(&mut window, "Сложи ср 25 ноем · 14:00");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "кафе").first().unwrap().when, timed(25, 14, 0, 60));
}

#[test]
fn escape_while_an_end_is_dragged_leaves_the_length_and_enter_on_a_day_begins_to_type() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let meeting = "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова";
    let edge = rect(&window, meeting).center_bottom() - vec2(0.0, 2.0);
    let to = edge + vec2(0.0, 56.0);
    drag(&mut window, edge, to);
    key(&mut window, Modifiers::NONE, Key::Escape);
    let_go(&mut window, to);
    window.get_by_label(meeting);
    window.get_by_label("сряда 25 ноември, нов запис").focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::Enter);
    typed(&mut window, "Покупки");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Покупки").first().unwrap().when.first_day(), Some(day(25)));
}
