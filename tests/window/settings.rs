//! The settings, through the real window code.

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::backup::save_backup;
use sponsor_core::model::{Language, Page as HiddenPage, Person, Settings, ThemeChoice};
use sponsor_desk::app::{Options, Page};

use crate::support::{Window, Workspace, add_person, click, open, picture};

fn settings(workspace: &Workspace) -> Settings {
    workspace.change(|desk| (**desk.read().unwrap().settings().unwrap()).clone())
}

/// Puts another text into a field and presses Enter.
fn retype(window: &mut Window, field: &str, text: &str, end: Key) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    window.event(Event::Text(text.to_owned()));
    window.run();
    window.key_press(end);
    window.run();
}

#[test]
fn a_change_applies_at_once_and_one_undo_takes_it_back() {
    let workspace = Workspace::empty();
    let options = workspace.options(Language::Bulgarian, Page::Settings);
    let mut window = open(Options { language: None, theme: None, ..options }, [1280.0, 800.0]);
    click(&mut window, "English");
    window.get_by_label("changes apply at once");
    click(&mut window, "dark");
    window.get_by_role_and_label(Role::Switch, "Structure").click();
    window.run();
    window.get_by_role_and_label(Role::Tab, "Structure");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert!(window.query_by_role_and_label(Role::Tab, "Structure").is_none());
    drop(window);
    let now = settings(&workspace);
    assert_eq!((now.language, now.theme, now.pages_on), (Language::English, ThemeChoice::Dark, Vec::new()));
}

#[test]
fn what_the_window_was_started_with_is_shown_until_something_is_chosen() {
    let workspace = Workspace::empty();
    let options = workspace.options(Language::Bulgarian, Page::Settings);
    let started = Options { language: Some(Language::English), theme: Some(ThemeChoice::Dark), ..options };
    let mut window = open(started, [1280.0, 800.0]);
    assert_eq!(window.get_by_label("dark").accesskit_node().toggled(), Some(Toggled::True));
    click(&mut window, "Български");
    assert_eq!(window.get_by_label("тъмна").accesskit_node().toggled(), Some(Toggled::True));
    drop(window);
    let now = settings(&workspace);
    assert_eq!((now.language, now.theme), (Language::Bulgarian, ThemeChoice::Dark));
}

#[test]
fn texts_apply_on_enter_and_when_the_field_is_left() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    retype(&mut window, "Име", "Невена Петрова", Key::Enter);
    retype(&mut window, "Моят град", "Варна", Key::Tab);
    retype(&mut window, "Вечерен преглед", "19:30", Key::Enter);
    // What is said names the setting and its new value, also when it is taken back.
    window.get_by_role_and_label(Role::Status, "Вечерен преглед: 19:30");
    window.get_by_role_and_label(Role::Status, "Моят град: Варна");
    drop(window);
    let now = settings(&workspace);
    assert_eq!((now.home_city.as_str(), now.evening_at.to_string().as_str()), ("Варна", "19:30:00"));
    let name = workspace.change(|desk| desk.read().unwrap().people().me().unwrap().name.full());
    assert_eq!(name, "Невена Петрова");
}

#[test]
fn an_hour_that_cannot_be_read_is_told_and_not_taken_and_escape_keeps_the_typing() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    retype(&mut window, "Вечерен преглед", "вечерта", Key::Enter);
    window.get_by_label_contains("Не разбирам часа");
    retype(&mut window, "Моят град", "Русе", Key::Escape);
    drop(window);
    let now = settings(&workspace);
    assert_eq!((now.home_city.as_str(), now.evening_at.to_string().as_str()), ("Пловдив", "20:00:00"));
    let window = workspace.window(Language::Bulgarian, Page::Settings);
    assert!(
        window
            .query_by(|node| node.role() == Role::TextInput && node.value().is_some_and(|value| value == "Русе"))
            .is_some()
    );
}

#[test]
fn a_choice_is_made_by_keyboard() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    window.get_by_role_and_label(Role::ComboBox, "приятел").focus();
    window.run();
    window.key_press(Key::ArrowDown);
    window.run();
    drop(window);
    assert_eq!(settings(&workspace).cadence_by_relation, [(sponsor_core::model::Relation::Friend, 3)]);
}

#[test]
fn a_backup_is_made_and_restored_and_the_present_file_is_set_aside() {
    let workspace = Workspace::empty();
    let backup = workspace.folder().join("backup.desk");
    workspace.chooser.queue(backup.clone());
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    window.get_by_label("Още няма резервно копие");
    click(&mut window, "Резервно копие сега");
    window.get_by_label("Последно: днес, 12:40");
    assert!(window.query_all_by_label_contains("Записано: backup.desk").next().is_some());
    drop(window);
    workspace.change(|desk| add_person(desk, "Мария Колева"));
    workspace.chooser.queue(backup);
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    click(&mut window, "Възстанови");
    // What the backup holds stands beside what is there now, and nothing has happened yet.
    window.get_by_role_and_label(Role::Dialog, "Да върна ли това копие?");
    window.get_by_label("Хора: 0 / 1");
    window.get_by_label("На кого е: Невена Стоянова / Невена Стоянова");
    window.get_by_label("Последна промяна: вт 24 ноем, 12:40 / вт 24 ноем, 12:40");
    window.get_all_by_label("Възстанови").last().unwrap().click();
    window.run();
    assert!(window.query_all_by_label_contains("Възстановено").next().is_some());
    window.get_by_label("промените важат веднага");
    drop(window);
    assert_eq!(people(&workspace), 1, "Мария came after the backup");
    assert!(workspace.folder().join("workspace.desk.before-restore").exists());
}

fn people(workspace: &Workspace) -> usize {
    let people: Vec<Person> = workspace.change(|desk| desk.read().unwrap().all().unwrap());
    people.len()
}

/// A workspace with Мария and a backup from before her, which was restored in this window.
fn restored(workspace: &Workspace) -> Window {
    let backup = workspace.folder().join("backup.desk");
    workspace.change(|desk| {
        save_backup(desk, &backup).unwrap();
        add_person(desk, "Мария Колева");
    });
    workspace.chooser.queue(backup);
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    click(&mut window, "Възстанови");
    window.get_all_by_label("Възстанови").last().unwrap().click();
    window.run();
    window
}

#[test]
fn a_restore_is_taken_back_at_once_from_its_message() {
    let workspace = Workspace::empty();
    let mut window = restored(&workspace);
    window.get_all_by_label("Върни предишния файл").last().unwrap().click();
    window.run();
    drop(window);
    assert_eq!(people(&workspace), 2);
}

#[test]
fn a_restore_is_taken_back_later_after_the_same_question() {
    let workspace = Workspace::empty();
    drop(restored(&workspace));
    assert_eq!(people(&workspace), 1);
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    click(&mut window, "Върни предишния файл");
    window.get_by_label("Хора: 1 / 0");
    click(&mut window, "Отказ");
    assert!(window.query_by_label("Хора: 1 / 0").is_none());
    click(&mut window, "Върни предишния файл");
    window.get_all_by_label("Възстанови").last().unwrap().click();
    window.run();
    drop(window);
    assert_eq!(people(&workspace), 2);
}

#[test]
fn a_damaged_backup_is_refused_and_everything_stays() {
    let workspace = Workspace::empty();
    let backup = workspace.folder().join("backup.desk");
    workspace.change(|desk| {
        save_backup(desk, &backup).unwrap();
        add_person(desk, "Мария Колева");
    });
    let whole = std::fs::read(&backup).unwrap();
    std::fs::write(&backup, &whole[..whole.len() / 2]).unwrap();
    workspace.chooser.queue(backup);
    let mut window = workspace.window(Language::English, Page::Settings);
    click(&mut window, "Restore");
    window.get_by_label("Nothing was changed.");
    click(&mut window, "Cancel");
    window.get_by_label("changes apply at once");
    assert!(window.query_by_label_contains("Restored").is_none());
    drop(window);
    assert_eq!(workspace.change(|desk| desk.read().unwrap().people().len()), 2);
}

#[test]
fn contacts_and_everything_go_out() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Мария Колева"));
    let (cards, all) = (workspace.folder().join("contacts.vcf"), workspace.folder().join("all.json"));
    workspace.chooser.queue(cards.clone());
    workspace.chooser.queue(all.clone());
    let mut window = workspace.window(Language::English, Page::Settings);
    click(&mut window, "Contacts: Export");
    click(&mut window, "Everything: Export");
    let cards = std::fs::read_to_string(cards).unwrap();
    assert!(cards.starts_with("BEGIN:VCARD") && cards.contains("Мария"));
    let all = std::fs::read_to_string(all).unwrap();
    assert!(all.contains("\"sponsor-desk\"") && all.contains("Колева"));
}

#[test]
fn a_page_is_switched_on_before_it_is_needed() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    window.get_by_role_and_label(Role::Switch, "Показатели").click();
    window.run();
    drop(window);
    assert_eq!(settings(&workspace).pages_on, [HiddenPage::Figures]);
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures_of_a_restore() {
    let workspace = Workspace::empty();
    let backup = workspace.folder().join("backup.desk");
    workspace.change(|desk| {
        save_backup(desk, &backup).unwrap();
        add_person(desk, "Мария Колева");
    });
    workspace.chooser.queue(backup);
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    click(&mut window, "Възстанови");
    picture(&mut window, "settings-restore");
}

#[test]
fn pictures() {
    for (language, theme, size, name) in [
        (Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0], "settings-bg-light"),
        (Language::English, ThemeChoice::Dark, [1920.0, 1080.0], "settings-en-dark-wide"),
    ] {
        let workspace = Workspace::empty();
        let options = workspace.options(language, Page::Settings);
        let mut window = open(Options { theme: Some(theme), ..options }, size);
        picture(&mut window, name);
    }
}

#[test]
fn the_three_months_of_the_plan_begin_with_the_calendar_or_with_another_month() {
    let workspace = Workspace::empty();
    let mut window = open(workspace.options(Language::Bulgarian, Page::Settings), [1600.0, 1000.0]);
    window.get_by_value("окт – дек").click();
    window.run();
    click(&mut window, "ноем – яну");
    window.get_by_value("ноем – яну");
    window.get_by_role_and_label(Role::Status, "Моите три месеца: 1 ноември");
    drop(window);
    assert_eq!(settings(&workspace).three_months_from, chrono::NaiveDate::from_ymd_opt(2026, 11, 1));
    let mut window = open(workspace.options(Language::English, Page::Settings), [1600.0, 1000.0]);
    window.get_by_value("Nov – Jan").click();
    window.run();
    click(&mut window, "Oct – Dec");
    drop(window);
    assert_eq!(settings(&workspace).three_months_from, None);
}
