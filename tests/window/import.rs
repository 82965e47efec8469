//! The import of contacts, through the real window code.

use egui::accesskit::Role as Seen;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::model::{Email, Language, Name, Person, PersonId, Phone, ThemeChoice};
use sponsor_desk::app::{Options, Page};

use crate::support::{Window, Workspace, click, key, moment, open, picture, run};

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

fn names(workspace: &Workspace) -> Vec<String> {
    people(workspace).iter().map(|person| person.name.full()).collect()
}

/// Whether these words stand anywhere.
fn says(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Антония Кръстева\r\nTEL:0888 555 210\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Веска Ганева\r\nTEL:0888 555 733\r\nEMAIL:veska@example.bg\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:никой\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ангел Милев\r\nTEL:0888 555 318\r\nEND:VCARD\r\n";

fn with_cards() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let id = PersonId::new(desk.ids(), moment());
        let mut person = Person::new(id, Name::from_full("Веска Ганева").unwrap(), moment().date());
        person.phones.push(Phone { number: "0888555733".to_owned(), label: String::new() });
        run(desk, Command::AddPeople(vec![person]));
    });
    let file = workspace.folder().join("контакти.vcf");
    std::fs::write(&file, CARDS).unwrap();
    workspace.chooser.queue(file);
    workspace
}

#[test]
fn an_import_shows_what_will_happen_writes_it_whole_and_is_undone_whole() {
    let workspace = with_cards();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    window.get_by_label("контакти.vcf · 4 души");
    window.get_by_label("ще се добави 2");
    window.get_by_label("ще се обедини 1");
    window.get_by_label("отказани 1");
    assert!(says(&window, "ново: имейл"));
    // One is left out.
    click(&mut window, "Включи Ангел Милев");
    assert!(says(&window, "1 нов · 1 допълнен · 1 без промяна · 1 отказан"));
    click(&mut window, "Внеси 2");
    assert!(says(&window, "Внесени 2 души: 1 нов, 1 допълнен"));
    drop(window);
    assert_eq!(names(&workspace), ["Антония Кръстева", "Веска Ганева"]);
    assert_eq!(people(&workspace).last().unwrap().emails.len(), 1);

    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    drop(window);
    assert_eq!(names(&workspace), ["Веска Ганева"]);
    assert!(people(&workspace).iter().all(|person| person.emails.is_empty()));
}

#[test]
fn escape_leaves_an_import_with_nothing_written() {
    let workspace = with_cards();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    window.get_by_label("to be added 2");
    click(&mut window, "refused 1");
    assert!(says(&window, "no name, nor a person’s phone or e-mail"));
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("to be added 2").is_none());
    drop(window);
    assert_eq!(names(&workspace), ["Веска Ганева"]);
}

#[test]
fn a_file_that_holds_no_contacts_says_so() {
    let workspace = Workspace::empty();
    let file = workspace.folder().join("picture.vcf");
    std::fs::write(&file, [0_u8, 1, 2, 3, 0, 0]).unwrap();
    workspace.chooser.queue(file);
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    window.get_by_label("The file holds no text that could be read as contacts.");
}

/// Галина and Петър are on the list; the file knows of both, in Latin and with more.
fn with_duplicates() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let person = |name: &str, phone: &str, city: &str| {
            let id = PersonId::new(desk.ids(), moment());
            let mut person = Person::new(id, Name::from_full(name).unwrap(), moment().date());
            person.phones.push(Phone { number: phone.to_owned(), label: String::new() });
            city.clone_into(&mut person.city);
            person
        };
        let mut galina = person("Галина Петкова", "0897555664", "Пловдив");
        "две деца".clone_into(&mut galina.notes);
        let mut peter = person("Петър Колев", "0888555011", "Пловдив");
        peter.emails.push(Email { address: "petar@example.bg".to_owned(), label: String::new() });
        run(desk, Command::AddPeople(vec![galina, peter]));
    });
    let file = workspace.folder().join("google.csv");
    let rows = "Name,Phone,E-mail,City,Birthday,Notes\n\
        Галя Петкова,+359 89 755 5664,galya.p@example.bg,Карлово,--05-14,родителска среща\n\
        Petar Kolev,+359 88 855 5011,petar@example.bg,Plovdiv,,\n\
        Петър Колев,0899 000 222,,Русе,,\n\
        Нова Жена,0888 000 333,,София,,\n";
    std::fs::write(&file, rows).unwrap();
    workspace.chooser.queue(file);
    workspace
}

#[test]
fn a_duplicate_is_compared_field_by_field_and_what_is_chosen_stays() {
    let workspace = with_duplicates();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    // The first one who is there already is shown at once; the Latin spelling of another is no difference.
    window.get_by_label("Същият човек ли е?");
    assert!(says(&window, "еднакъв телефон 0897 555 664"));
    window.get_by_label("1 от 2 за сравняване");
    window.get_by_label("без промяна 1");
    assert!(says(&window, "ново: имейл, рожден ден, бележка; различно: име, град"), "the reason names the fields");
    click(&mut window, "Име, във файла: Галя Петкова");
    click(&mut window, "Бележки, във файла: родителска среща");
    click(&mut window, "Рожден ден, в списъка: –");
    click(&mut window, "Обедини");
    // The next one has only the same name.
    assert!(says(&window, "само името е еднакво"));
    window.get_by_label("2 от 2 за сравняване");
    window.get_by_label("за сравняване 1");
    click(&mut window, "Различни хора");
    window.get_by_label("за сравняване 0");
    assert!(says(&window, "Петър Колев, друг човек"), "what was decided is seen");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    assert!(says(&window, "Внесени 3 души: 2 нови, 1 допълнен"));
    drop(window);
    assert_eq!(names(&workspace), ["Галя Петкова", "Нова Жена", "Петър Колев", "Петър Колев"]);
    let told = people(&workspace).into_iter().flat_map(|person| person.different_from).count();
    assert_eq!(told, 1, "who was told apart is not asked about again");
    let galina = people(&workspace).remove(0);
    assert_eq!((galina.city.as_str(), galina.notes.as_str()), ("Пловдив", "две деца"));
    assert_eq!((galina.emails.len(), galina.birthday), (1, None));
}

#[test]
fn a_namesake_is_joined_when_a_person_says_so() {
    let workspace = with_duplicates();
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    click(&mut window, "Join");
    assert!(says(&window, "only the name is the same"));
    click(&mut window, "Join");
    click(&mut window, "Import 3");
    assert!(says(&window, "3 people imported: 1 new, 2 filled in"));
    drop(window);
    assert_eq!(names(&workspace), ["Галина Петкова", "Нова Жена", "Петър Колев"]);
    let peter = people(&workspace).remove(2);
    assert_eq!((peter.phones.len(), peter.city.as_str()), (2, "Пловдив"));
}

#[test]
fn all_are_left_out_and_taken_in_at_once_and_the_keyboard_does_it_too() {
    let workspace = with_duplicates();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    click(&mut window, "Включи всички");
    assert!(says(&window, "0 нови · 0 допълнени · 4 без промяна"));
    click(&mut window, "Включи всички");
    window.get_by_label("Внеси 3");
    // The table has the keyboard and the first to compare: Space leaves it out, Enter leads into the pane.
    key(&mut window, Modifiers::NONE, Key::Tab);
    window.get_by_role_and_label(Seen::Table, "Внеси").focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::Space);
    window.get_by_label("Внеси 2");
    key(&mut window, Modifiers::NONE, Key::Space);
    key(&mut window, Modifiers::NONE, Key::Enter);
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(says(&window, "2 от 2 за сравняване"), "Enter on «Обедини» goes on to the next");
}

fn row(window: &mut Window, name: &str) {
    window.get_by(|node| node.role() == Seen::Row && node.label().is_some_and(|label| label.starts_with(name))).click();
    window.run();
}

fn fill(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Seen::TextInput, label).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    window.get_by_role_and_label(Seen::TextInput, label).type_text(text);
    window.run();
}

#[test]
fn a_row_is_mended_and_one_that_was_refused_comes_with_a_name() {
    let workspace = with_cards();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Внеси");
    click(&mut window, "отказани 1");
    row(&mut window, "(без име, 3)");
    click(&mut window, "Поправи");
    assert!(says(&window, "Това, което не пипаш, остава, както е в него."));
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(says(&window, "Поправи реда"), "without a name there is nothing to take over");
    fill(&mut window, "Име", "Снежана Живкова");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("ще се добави 3");
    // A phone that is mended finds whom it belongs to; Escape keeps what was typed.
    click(&mut window, "всички 4");
    row(&mut window, "Ангел Милев");
    key(&mut window, Modifiers::NONE, Key::E);
    fill(&mut window, "Телефон", "0888 555 733");
    key(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("ще се добави 3");
    click(&mut window, "Поправи");
    assert!(window.query_all_by_value("0888 555 733").next().is_some());
    click(&mut window, "Готово");
    window.get_by_label("ще се добави 2");
    window.get_by_label("ще се обедини 2");
    click(&mut window, "Внеси 4");
    drop(window);
    assert_eq!(names(&workspace), ["Антония Кръстева", "Веска Ганева", "Снежана Живкова"]);
}

#[test]
fn encoding_and_delimiter_are_shown_and_can_be_said() {
    let workspace = Workspace::empty();
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Name;Phone\nСнежана Живкова;0888 123 456\n");
    let file = workspace.folder().join("people.csv");
    std::fs::write(&file, bytes).unwrap();
    workspace.chooser.queue(file);
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Import");
    window.get_by_value("Encoding: windows-1251");
    window.get_by_value("Delimiter: semicolon");
    let choose = |window: &mut Window, now: &str, then: &str| {
        window.get_by_value(now).click();
        window.run();
        click(window, then);
    };
    choose(&mut window, "Encoding: windows-1251", "KOI8-R");
    assert!(!says(&window, "Снежана Живкова"));
    choose(&mut window, "Encoding: KOI8-R", "recognise it");
    assert!(says(&window, "Снежана Живкова"));
    // With another delimiter there is one column, and no name in its heading that is known: it is asked for.
    choose(&mut window, "Delimiter: semicolon", "tab");
    window.get_by_label("What the columns are");
    choose(&mut window, "Delimiter: tab", "semicolon");
    window.get_by_label("Import 1");
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    let workspace = with_duplicates();
    let file = workspace.folder().join("google.csv");
    for (language, theme, size, name) in [
        (Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0], "import-bg-light"),
        (Language::English, ThemeChoice::Dark, [1920.0, 1080.0], "import-en-dark-wide"),
    ] {
        workspace.chooser.queue(file.clone());
        let options = workspace.options(language, Page::List);
        let mut window = open(Options { theme: Some(theme), ..options }, size);
        click(&mut window, if language == Language::Bulgarian { "Внеси" } else { "Import" });
        picture(&mut window, name);
        click(&mut window, if language == Language::Bulgarian { "Поправи" } else { "Mend" });
        picture(&mut window, &format!("{name}-mend"));
    }
}

#[test]
fn a_reading_that_is_cancelled_says_so_and_leaves_everything_as_it_was() {
    use std::fmt::Write as _;
    let workspace = Workspace::empty();
    let mut rows = "Name,Phone,City\n".to_owned();
    for row in 0..60_000 {
        writeln!(rows, "Човек Номер{row},0888 {row:06},Пловдив").unwrap();
    }
    let file = workspace.folder().join("many.csv");
    std::fs::write(&file, rows).unwrap();
    workspace.chooser.queue(file);
    // As in life the reading has a thread of its own; whatever is waited for comes in some frame.
    let options = Options { inline: false, ..workspace.options(Language::Bulgarian, Page::List) };
    let mut window = open(options, [1280.0, 800.0]);
    let until = |window: &mut Window, what: &str, wanted: &dyn Fn(&Window) -> bool| {
        for _ in 0..20_000 {
            if wanted(window) {
                return;
            }
            window.step();
        }
        panic!("{what} did not come");
    };
    until(&mut window, "the list", &|window| window.query_by_role_and_label(Seen::Button, "Внеси").is_some());
    window.get_by_role_and_label(Seen::Button, "Внеси").click();
    until(&mut window, "the reading", &|window| says(window, "Чета файла…"));
    until(&mut window, "its bar", &|window| window.query_all_by_role_and_label(Seen::Button, "Отказ").count() == 2);
    window.get_all_by_role_and_label(Seen::Button, "Отказ").last().unwrap().click();
    until(&mut window, "the end", &|window| says(window, "Прекъснато. Нищо не е променено."));
    until(&mut window, "the list again", &|window| !says(window, "Чета файла…"));
    assert!(!says(&window, "Внеси 60"), "nothing of the file is shown");
    drop(window);
    assert!(names(&workspace).is_empty());
}
