//! The company's report in the window, and columns that a person says.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{Language, Person, Reading, ThemeChoice};
use sponsor_desk::app::{App, Options, Page};

use crate::support::{Workspace, add_person, key, open, picture};

type Window = Harness<'static, App>;

const REPORT: &str = "Номер;Име;Спонсор №;Дата на регистрация;Град;Лични точки;Групови точки;Ранг\n\
118001;Снежана Живкова;;01.01.2026;;84,3;1879,6;Консултант\n\
118002;Щерю Гьошев;118001;02.02.2026;София;23,3;204,5;\n\
118003;Ирина Живкова;118002;03.03.2026;;38,6;319,8;\n\
118004;Петър Чакъров;999999;04.04.2026;Карлово;59,9;449,7;\n";
const NEXT: &str = "Номер;Име;Спонсор №;Дата на регистрация;Град;Лични точки;Групови точки;Ранг\n\
118001;Снежана Живкова;;01.01.2026;;90;2001,5;Мениджър\n\
118002;Щерю Гьошев;;02.02.2026;София;23,3;204,5;\n";

fn people(workspace: &Workspace) -> Vec<Person> {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let me = view.people().me().unwrap().id;
        let mut all: Vec<Person> =
            view.people().all().filter(|one| one.id != me).map(|one| Person::clone(one)).collect();
        all.sort_by_key(|person| person.name.full());
        all
    })
}

fn readings(workspace: &Workspace) -> usize {
    workspace.change(|desk| desk.read().unwrap().all::<Reading>().unwrap().len())
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

fn says(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn file(workspace: &Workspace, name: &str, text: &str) {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let path = workspace.folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    workspace.chooser.queue(path);
}

fn with_report() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Щерю Гьошев"));
    file(&workspace, "отчет.csv", REPORT);
    workspace
}

#[test]
fn a_report_shows_what_will_happen_builds_the_structure_and_is_undone_whole() {
    let workspace = with_report();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    click(&mut window, "Внеси отчет на компанията");
    window.get_by_label("отчет.csv · 4 реда");
    window.get_by_label("нови 3");
    window.get_by_label("отказани 1");
    window.get_by_value("Кодиране: windows-1251");
    window.get_by_value("Точки към 31 октомври 2026 г.");
    assert!(says(&window, "номерът на спонсора го няма нито в отчета, нито в структурата"));
    assert!(says(&window, "Щерю Гьошев от отчета и Щерю Гьошев: един и същи човек ли са?"));
    click(&mut window, "Същият човек");
    window.get_by_label("нови 2");
    assert!(says(&window, "Щерю Гьошев от списъка се регистрира"));
    click(&mut window, "Внеси 3");
    assert!(says(&window, "Внесен отчет: 2 нови, 1 с промяна"));
    drop(window);
    let all = people(&workspace);
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|person| person.registration.is_some()));
    assert_eq!(readings(&workspace), 6);

    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    drop(window);
    assert_eq!((people(&workspace).len(), readings(&workspace)), (1, 0));
    assert!(people(&workspace)[0].registration.is_none());
}

#[test]
fn the_next_month_shows_who_moved_rose_and_left_and_deletes_nobody() {
    let workspace = with_report();
    let mut window = workspace.window(Language::English, Page::Structure);
    click(&mut window, "Import company report");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    assert!(says(&window, "Report imported: 3 new, 0 changed"));
    file(&workspace, "next.csv", NEXT);
    click(&mut window, "Import company report");
    window.get_by_label("moved 1");
    window.get_by_label("left 1");
    assert!(says(&window, "from Снежана Живкова below Невена Стоянова, with the whole branch"));
    assert!(says(&window, "rank Мениджър, Консултант before"));
    click(&mut window, "left 1");
    assert!(says(&window, "not in the report; nothing is deleted"));
    click(&mut window, "Import 2");
    drop(window);
    assert_eq!(people(&workspace).len(), 4);
}

/// Chooses a row, opens its panel by key, and types into a field in place of what stands there.
fn mend(window: &mut Window, name: &str, field: &str, text: &str) {
    let is_row = |label: Option<String>| label.is_some_and(|label| label.starts_with(name));
    window.get_by(|node| node.role() == Role::Row && is_row(node.label())).click();
    window.run();
    key(window, Modifiers::NONE, Key::E);
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    key(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn a_row_that_was_refused_is_mended_and_comes() {
    let workspace = with_report();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    click(&mut window, "Внеси отчет на компанията");
    mend(&mut window, "Петър Чакъров", "Спонсор №", "118 001");
    assert!(says(&window, "Ред 5 във файла."));
    assert_eq!(window.query_all_by_label("номерът на спонсора го няма нито в отчета, нито в структурата").count(), 1);
    // Escape keeps what was typed; nothing is taken over yet.
    key(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("отказани 1");
    click(&mut window, "Поправи");
    click(&mut window, "Готово");
    window.get_by_label("отказани 0");
    // What cannot be read is refused with the reason, and can be mended again.
    mend(&mut window, "Снежана Живкова", "Дата на регистрация", "32.13.2026");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("отказани 4");
    // The panel stays with the reason at its field, whose text is chosen, so that typing takes its place.
    assert!(says(&window, "Поправи реда") && says(&window, "датата на регистрация не може да се прочете"));
    window.event(egui::Event::Text("05.01.2026".to_owned()));
    window.run();
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!says(&window, "Поправи реда"));
    // The table has the keyboard again, and what was mended is not thrown away by a key.
    key(&mut window, Modifiers::NONE, Key::Space);
    assert!(window.query_by_label("Внеси 4").is_none(), "a row is left out");
    key(&mut window, Modifiers::NONE, Key::Space);
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(says(&window, "Да се затвори ли прегледът?"));
    key(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Внеси 4");
    drop(window);
    let all = people(&workspace);
    let petar = all.iter().find(|person| person.name.full() == "Петър Чакъров").unwrap();
    let sponsor = petar.registration.as_ref().unwrap().sponsor;
    let name = all.iter().find(|person| person.id == sponsor).unwrap().name.full();
    assert_eq!(name, "Снежана Живкова");
}

#[test]
fn another_day_is_chosen_rows_are_left_out_by_key_and_escape_leaves_nothing() {
    let workspace = with_report();
    let mut window = workspace.window(Language::English, Page::Structure);
    click(&mut window, "Import company report");
    window.get_by_label("Import 3");
    // The table has the keyboard at the row that may be somebody there.
    window.key_press(Key::Space);
    window.run();
    window.get_by_label("Import 1");
    window.key_press(Key::Space);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(says(&window, "Щерю Гьошев of the report is Щерю Гьошев."));
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Import 3").is_none());
    drop(window);
    assert_eq!(people(&workspace).len(), 1);
}

#[test]
fn a_report_that_is_opened_as_contacts_finds_its_own_page() {
    let workspace = with_report();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    window.get_by_label("нови 3");
    assert_eq!(window.state().page(), Page::Structure);
}

fn choose(window: &mut Window, column: &str, field: &str) {
    click(window, column);
    click(window, field);
}

#[test]
fn columns_are_said_once_and_known_the_next_time() {
    let workspace = Workspace::empty();
    let unknown = "К1;К2;К3\nАна Колева;0888 555 001;Русе\nБорис Динев;0888 555 002;Варна\n";
    file(&workspace, "странни.csv", unknown);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    window.get_by_label("Какво има в колоните");
    assert!(says(&window, "Ана Колева · Борис Динев"), "the first rows are shown");
    window.get_by_value("Разделител: точка и запетая");
    assert!(says(&window, "Трябва поне една колона с име."));
    choose(&mut window, "Какво е „К1“", "Име");
    choose(&mut window, "Какво е „К2“", "Телефон");
    choose(&mut window, "Какво е „К3“", "Град");
    click(&mut window, "Продължи");
    click(&mut window, "Внеси 2");
    file(&workspace, "пак.csv", &unknown.replace("Ана", "Яна"));
    click(&mut window, "Внеси");
    window.get_by_label("пак.csv · 2 души");
    drop(window);
    assert_eq!(people(&workspace)[0].city, "Русе");
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    for (language, theme, name) in
        [(Language::Bulgarian, ThemeChoice::Light, "bg-light"), (Language::English, ThemeChoice::Dark, "en-dark")]
    {
        let workspace = with_report();
        let options = workspace.options(language, Page::Structure);
        let mut window = open(Options { theme: Some(theme), ..options }, [1280.0, 800.0]);
        picture(&mut window, &format!("report-empty-{name}"));
        let bulgarian = language == Language::Bulgarian;
        let import =
            if bulgarian { "Внеси отчет на компанията" } else { "Import company report" };
        window.query_all_by_label(import).next().unwrap().click();
        window.run();
        picture(&mut window, &format!("report-{name}"));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        window.run();
        picture(&mut window, &format!("report-structure-{name}"));
        file(&workspace, "next.csv", NEXT);
        click(&mut window, import);
        picture(&mut window, &format!("report-next-{name}"));
        click(&mut window, if bulgarian { "Колони" } else { "Columns" });
        picture(&mut window, &format!("report-columns-{name}"));
        window.key_press(Key::Escape);
        window.run();
        file(&workspace, "contacts.csv", "К1;К2;К3\nАна Колева;0888 555 001;Русе\nБорис Динев;0888 555 002;Варна\n");
        window.state_mut().show_page(Page::List);
        window.run();
        click(&mut window, if bulgarian { "Внеси" } else { "Import" });
        picture(&mut window, &format!("import-columns-{name}"));
    }
}
