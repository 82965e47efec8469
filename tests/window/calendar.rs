//! The import of a calendar and the export of the diary, through the real window code.

use egui::accesskit::Role as Seen;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::model::{Email, Entry, Language, Name, Person, PersonId, ThemeChoice};
use sponsor_desk::app::{Options, Page};

use crate::support::{Workspace, click, key, moment, open, picture, run};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSEQUENCE:0\r\nSUMMARY:Кафе с Веска\r\nDTSTART;TZID=Europe/Sofia:20261201T100000\r\nDURATION:PT1H\r\nATTENDEE;CN=Веска Ганева:mailto:veska@example.bg\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Екип\r\nDTSTART;TZID=Europe/Sofia:20261202T180000\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n\
BEGIN:VTODO\r\nUID:3\r\nSUMMARY:Плати сметката\r\nDUE;VALUE=DATE:20261203\r\nEND:VTODO\r\n\
BEGIN:VEVENT\r\nUID:5\r\nSUMMARY:Полет\r\nDTSTART;TZID=Другаде:20261204T070000\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Без начало\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn titles(workspace: &Workspace) -> Vec<String> {
    workspace.change(|desk| {
        let all: Vec<Entry> = desk.read().unwrap().all().unwrap();
        let mut titles: Vec<String> = all.into_iter().map(|entry| entry.title).collect();
        titles.sort();
        titles
    })
}

fn with_calendar() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let id = PersonId::new(desk.ids(), moment());
        let mut person = Person::new(id, Name::from_full("Веска Ганева").unwrap(), moment().date());
        person.emails.push(Email { address: "veska@example.bg".to_owned(), label: String::new() });
        run(desk, Command::AddPeople(vec![person]));
    });
    queue(&workspace, CALENDAR);
    workspace
}

fn queue(workspace: &Workspace, text: &str) {
    let file = workspace.folder().join("календар.ics");
    std::fs::write(&file, text).unwrap();
    workspace.chooser.queue(file);
}

#[test]
fn a_calendar_is_looked_at_first_a_row_is_left_out_and_one_step_takes_all_back() {
    let workspace = with_calendar();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    window.get_by_label("календар.ics · 5 записа");
    window.get_by_label_contains("Кафе с Веска, вт 1 дек., 10:00, ще се добави: Среща, ново в дневника");
    window.get_by_label_contains("Екип, ср 2 дек., 18:00 · повтаря се, ще се добави");
    window.get_by_label_contains("Полет, пт 4 дек., 07:00, ще се добави: непозната зона: часът е тукашен");
    window.get_by_label_contains("Без начало, –, отказан: Ред 27: не е казано кога започва");
    window.get_by_role_and_label(Seen::CheckBox, "Включи Плати сметката").click();
    window.run();
    window.get_by_label("3 нови · 0 обновени · 1 без промяна · 1 отказан");
    click(&mut window, "Внеси 3");
    assert!(window.query_all_by_label_contains("Внесени 3 записа").next().is_some());
    drop(window);
    assert_eq!(titles(&workspace), ["Екип", "Кафе с Веска", "Полет"]);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert!(titles(&workspace).is_empty());
}

#[test]
fn a_newer_calendar_says_what_it_changes_and_the_same_once_more_that_there_is_nothing() {
    let workspace = with_calendar();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    window.get_by_label("календар.ics · 5 records");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titles(&workspace).len(), 4);

    let newer = CALENDAR.replace("SEQUENCE:0", "SEQUENCE:1").replace("20261201T100000", "20261201T110000");
    queue(&workspace, &newer);
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    window.get_by_label_contains("to be updated: from the file: time");
    window.get_by_label("0 new · 1 updated · 3 unchanged · 1 refused");
    click(&mut window, "Import 1");
    drop(window);

    queue(&workspace, &newer);
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    window.get_by_label("0 new · 0 updated · 4 unchanged · 1 refused");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label_contains("календар.ics").is_none());
}

#[test]
fn an_empty_calendar_says_so() {
    let empty = Workspace::empty();
    queue(&empty, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
    let mut window = empty.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    window.get_by_label("В календара няма събития, задачи или бележки.");
}

#[test]
fn the_diary_goes_out_whole_filtered_or_of_a_period() {
    let workspace = with_calendar();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let [all, part] = ["all.ics", "part.csv"].map(|name| workspace.folder().join(name));
    workspace.chooser.queue(all.clone());
    workspace.chooser.queue(part.clone());

    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "Дневникът като цяло");
    click(&mut window, "Изнеси");
    window.get_by_value("Целият дневник");
    window.get_by_label("Файлът не е заключен: който го отвори, вижда имената.");
    window.get_all_by_role_and_label(Seen::Button, "Изнеси").last().unwrap().click();
    window.run();
    let text = std::fs::read_to_string(&all).unwrap();
    assert_eq!((text.matches("BEGIN:VEVENT").count(), text.matches("BEGIN:VTODO").count()), (3, 1));

    click(&mut window, "Дневникът като цяло");
    click(&mut window, "Изнеси");
    window.get_by_value("Целият дневник").click();
    window.run();
    click(&mut window, "От един ден до друг");
    window.get_by_label("Напиши двата дни, първия преди втория.");
    for (field, day) in [("От ден", "3.12.2026"), ("До ден", "3.12.2026")] {
        window.get_by_role_and_label(Seen::TextInput, field).focus();
        window.run();
        window.get_by_role_and_label(Seen::TextInput, field).type_text(day);
        window.run();
    }
    window.get_by_role_and_label(Seen::RadioButton, "CSV").click();
    window.run();
    window.get_all_by_role_and_label(Seen::Button, "Изнеси").last().unwrap().click();
    window.run();
    let text = std::fs::read_to_string(&part).unwrap();
    assert!(text.contains("Плати сметката") && text.contains("Задача"), "{text}");
    assert!(!text.contains("Кафе"), "{text}");
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    let workspace = with_calendar();
    let file = workspace.folder().join("календар.ics");
    let past = "BEGIN:VEVENT\r\nUID:9\r\nSUMMARY:Голямата годишна среща на целия екип в Пловдив с гости от София и Варна\r\nDTSTART:20250301\r\nDTEND:20250304\r\nEND:VEVENT\r\n";
    std::fs::write(&file, CALENDAR.replacen("BEGIN:VEVENT", &format!("{past}BEGIN:VEVENT"), 1)).unwrap();
    for (language, theme, size, name) in [
        (Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0], "calendar-bg-light"),
        (Language::Bulgarian, ThemeChoice::Dark, [1280.0, 800.0], "calendar-bg-dark"),
        (Language::English, ThemeChoice::Light, [1280.0, 800.0], "calendar-en-light"),
        (Language::English, ThemeChoice::Dark, [1920.0, 1080.0], "calendar-en-dark-wide"),
    ] {
        workspace.chooser.queue(file.clone());
        let options = workspace.options(language, Page::List);
        let mut window = open(Options { theme: Some(theme), ..options }, size);
        click(&mut window, if language == Language::Bulgarian { "Внеси" } else { "Import" });
        picture(&mut window, name);
    }
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "Дневникът като цяло");
    click(&mut window, "Изнеси");
    window.get_by_value("Целият дневник").click();
    window.run();
    click(&mut window, "От един ден до друг");
    picture(&mut window, "calendar-export-bg-light");
}
