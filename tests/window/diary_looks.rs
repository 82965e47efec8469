//! How the diary looks: the same header in every view, what waits for «Как мина?», what the form shows at once.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{EntryKind, Language};
use sponsor_desk::app::Page;

use crate::diary::{COFFEE, add, click, key, press, some, timed, titled, type_into};
use crate::support::{Workspace, add_person, open};

const VIEWS: [Key; 5] = [Key::M, Key::W, Key::D, Key::A, Key::C];

#[test]
fn the_header_is_the_same_in_every_view_at_every_width() {
    let workspace = some();
    for width in [1000.0, 1180.0, 1280.0, 1366.0, 1920.0] {
        let mut window = open(workspace.options(Language::Bulgarian, Page::Diary), [width, 800.0]);
        let mut before: Option<(Vec<Rect>, Rect)> = None;
        for view in VIEWS {
            key(&mut window, Modifiers::NONE, view);
            let switch: Vec<Rect> = window
                .query_all_by_role(Role::RadioButton)
                .map(|part| part.rect())
                .filter(|one| one.top() < 64.0)
                .collect();
            let find = window.get_by_role_and_label(Role::Button, "Търси човек, запис, действие").rect();
            let now = (switch, find);
            assert!(before.as_ref().is_none_or(|before| *before == now), "{width} {view:?}: {before:?} {now:?}");
            before = Some(now);
        }
    }
}

#[test]
fn what_is_over_and_not_told_asks_in_every_view_and_no_longer_once_it_is_told() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    for view in [Key::W, Key::D, Key::M, Key::A] {
        key(&mut window, Modifiers::NONE, view);
        window.get_by_label(COFFEE);
        window.get_by_label("вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова");
    }
    click(&mut window, COFFEE);
    press(&mut window, "Отпада");
    assert!(window.query_by_label(COFFEE).is_none());
}

#[test]
fn a_word_that_says_the_kind_is_not_said_twice() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, EntryKind::Call, "Обаждане на Петър", timed(25, 14, 0, 30), |_| {});
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    window.get_by_label("сряда 25 ноември, 14:00 до 14:30, Обаждане на Петър");
    key(&mut window, Modifiers::NONE, Key::N);
    for (field, text) in [("Дата", "25.11.2026"), ("От", "14:00")] {
        window.get_by_role_and_label(Role::TextInput, field).focus();
        window.run();
        key(&mut window, Modifiers::COMMAND, Key::A);
        type_into(&mut window, field, text);
    }
    window.get_by_label("По това време: Обаждане на Петър, 14:00–14:30");
}

#[test]
fn beside_the_form_the_whole_week_stands_and_the_form_shows_reminder_and_repetition() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::N);
    for day in ["понеделник 23 ноември, нов запис", "неделя 29 ноември, нов запис"]
    {
        assert!(window.get_by_label(day).rect().width() > 70.0);
    }
    type_into(&mut window, "Какво е", "Разходка");
    let foot = window.get_by_label("Ще се създадат").rect().top();
    for value in ["без напомняне", "не се повтаря"] {
        let select = window.get_all_by_role(Role::ComboBox).find(|one| one.value().as_deref() == Some(value)).unwrap();
        assert!(select.rect().bottom() <= foot, "{value}: {:?} {foot}", select.rect());
    }
}

#[test]
fn who_is_named_in_full_is_put_down_removably_and_who_may_be_meant_is_offered() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::N);
    type_into(&mut window, "Какво е", "Среща с Мария Петрова");
    press(&mut window, "Махни Мария Петрова");
    type_into(&mut window, "Какво е", " утре");
    assert!(window.query_by_label("Махни Мария Петрова").is_none(), "taken away is taken away");
    key(&mut window, Modifiers::COMMAND, Key::A);
    type_into(&mut window, "Какво е", "Разговор с Гого");
    press(&mut window, "Добави Гого Стоев");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let names: Vec<String> =
        titled(&workspace, "Разговор с Гого").first().unwrap().people.iter().map(|one| one.full.clone()).collect();
    assert_eq!(names, ["Гого Стоев"]);
}

#[test]
fn who_goes_out_of_the_title_goes_out_of_the_people_and_a_name_of_two_is_only_offered() {
    let workspace = some();
    workspace.change(|desk| [add_person(desk, "Ива Колева"), add_person(desk, "Ива Колева")]);
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::N);
    type_into(&mut window, "What it is", "Мария Петрова");
    window.get_by_label("Take away Мария Петрова");
    key(&mut window, Modifiers::COMMAND, Key::A);
    type_into(&mut window, "What it is", "Ива Колева");
    assert!(window.query_by_label_contains("Take away ").is_none());
    assert_eq!(window.query_all_by_label("Add Ива Колева").count(), 2);
}

#[test]
fn the_chronicle_and_the_agenda_stand_in_the_middle_of_a_wide_window() {
    let workspace = some();
    let mut window = open(workspace.options(Language::Bulgarian, Page::Diary), [1920.0, 1080.0]);
    key(&mut window, Modifiers::NONE, Key::A);
    let row = window.get_by_label(COFFEE).rect();
    let page = Rect::from_x_y_ranges(232.0..=1896.0, 0.0..=1.0);
    assert!(row.width() < 920.0, "{row:?}");
    assert!((row.center().x - page.center().x).abs() < 24.0, "{row:?}");
}
