//! The first start, through the real window code.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::backup::save_backup;
use sponsor_core::model::{Language, Person, ThemeChoice};
use sponsor_desk::app::{Options, Page};

use crate::support::{Window, Workspace, add_person, click, open, picture, typed};

/// A window at its first start, in the language of the system: nothing is said on the command line.
fn first(workspace: &Workspace, system_language: Language) -> Window {
    let options = workspace.options(Language::English, Page::Today);
    open(Options { language: None, theme: None, system_language, ..options }, [1280.0, 800.0])
}

#[test]
fn a_name_and_enter_begin_an_empty_workspace() {
    let workspace = Workspace::missing();
    let mut window = first(&workspace, Language::Bulgarian);
    window.get_by_label("Спонсорът не е началник");
    typed(&mut window, "Невена Стоянова");
    window.key_press(Key::Tab);
    window.run();
    typed(&mut window, "Пловдив");
    window.key_press(Key::Enter);
    window.run();
    window.get_by_label("Настройки");
    window.get_by_label_contains("Невена Стоянова");
    drop(window);
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let settings = view.settings().unwrap();
        assert_eq!(view.people().me().unwrap().name.full(), "Невена Стоянова");
        assert_eq!((settings.home_city.as_str(), settings.language), ("Пловдив", Language::Bulgarian));
        assert_eq!(
            (settings.evening_at.to_string(), settings.review_at.to_string()),
            ("20:00:00".into(), "17:00:00".into())
        );
        assert_eq!(settings.review_day, chrono::Weekday::Fri);
    });
}

#[test]
fn what_is_typed_at_the_first_start_survives_a_kill_and_goes_when_the_workspace_is_there() {
    let workspace = Workspace::missing();
    let state = workspace.folder().join("state");
    let again = || {
        let options = workspace.options(Language::English, Page::Today);
        let language = Language::Bulgarian;
        let options = Options { language: None, theme: None, system_language: language, ..options };
        open(Options { state_folder: Some(state.clone()), ..options }, [1280.0, 800.0])
    };
    let mut window = again();
    click(&mut window, "English");
    window.get_by_role_and_label(Role::TextInput, "Your name").focus();
    window.run();
    typed(&mut window, "Невена Стоянова");
    window.key_press(Key::Tab);
    window.run();
    typed(&mut window, "Пловдив");
    // Written at most once a second of the window's own time; then it goes without being closed.
    window.run_steps(8);
    drop(window);
    assert!(!workspace.path().exists());

    let mut window = again();
    let value =
        |window: &Window, name: &str| window.get_by_role_and_label(Role::TextInput, name).value().unwrap_or_default();
    assert_eq!(
        (value(&window, "Your name"), value(&window, "Your city")),
        ("Невена Стоянова".into(), "Пловдив".into())
    );
    click(&mut window, "Begin");
    window.get_by_label_contains("Невена Стоянова");
    drop(window);
    let kept = std::fs::read_to_string(state.join("window.json")).unwrap();
    assert!(!kept.contains("Невена"), "the first start is over: {kept}");
}

#[test]
fn without_a_name_nothing_begins() {
    let workspace = Workspace::missing();
    let mut window = first(&workspace, Language::English);
    window.key_press(Key::Enter);
    window.run();
    window.get_by_label("Your name");
    assert!(!workspace.path().exists());
}

#[test]
fn the_language_changes_at_once_and_what_was_typed_stays() {
    let workspace = Workspace::missing();
    let mut window = first(&workspace, Language::English);
    typed(&mut window, "Nevena");
    click(&mut window, "Български");
    window.get_by_label("Твоето име");
    let field =
        window.get_by(|node| node.role() == Role::TextInput && node.value().is_some_and(|value| value == "Nevena"));
    field.focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    drop(window);
    assert_eq!(workspace.change(|desk| desk.read().unwrap().settings().unwrap().language), Language::Bulgarian);
}

#[test]
fn the_theme_is_kept() {
    let workspace = Workspace::missing();
    let mut window = first(&workspace, Language::English);
    typed(&mut window, "Nevena");
    click(&mut window, "dark");
    click(&mut window, "Begin");
    drop(window);
    assert_eq!(workspace.change(|desk| desk.read().unwrap().settings().unwrap().theme), ThemeChoice::Dark);
}

#[test]
fn the_example_is_there_to_look_around() {
    let workspace = Workspace::missing();
    let mut window = first(&workspace, Language::Bulgarian);
    click(&mut window, "С примерни данни");
    click(&mut window, "Започни");
    window.get_by_label_contains("Структура");
    drop(window);
    assert!(workspace.change(|desk| desk.read().unwrap().people().len()) > 30);
}

#[test]
fn one_begins_from_a_backup_with_everything_that_was_in_it() {
    let (before, workspace) = (Workspace::empty(), Workspace::missing());
    let backup = before.folder().join("backup.desk");
    before.change(|desk| {
        add_person(desk, "Мария Колева");
        save_backup(desk, &backup).unwrap();
    });
    workspace.chooser.queue(backup);
    let mut window = first(&workspace, Language::Bulgarian);
    click(&mut window, "Избери файл");
    window.get_by_label("Настройки");
    drop(window);
    let people: Vec<Person> = workspace.change(|desk| desk.read().unwrap().all().unwrap());
    assert!(people.iter().any(|person| person.name.full() == "Мария Колева"));
}

#[test]
fn a_file_that_is_no_backup_says_so_and_what_was_typed_stays() {
    let workspace = Workspace::missing();
    let file = workspace.folder().join("photo.desk");
    std::fs::write(&file, b"not a workspace").unwrap();
    workspace.chooser.queue(file);
    let mut window = first(&workspace, Language::Bulgarian);
    typed(&mut window, "Невена");
    click(&mut window, "Избери файл");
    window.get_by_label_contains("Файлът не е дневник");
    click(&mut window, "Започни");
    window.get_by_label("Настройки");
}

#[test]
fn pictures() {
    for (language, theme, size, name) in [
        (Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0], "start-bg-light"),
        (Language::English, ThemeChoice::Dark, [1920.0, 1080.0], "start-en-dark-wide"),
    ] {
        let workspace = Workspace::missing();
        let options = workspace.options(language, Page::Today);
        let mut window = open(Options { theme: Some(theme), ..options }, size);
        typed(&mut window, "Невена Стоянова");
        picture(&mut window, name);
    }
}
