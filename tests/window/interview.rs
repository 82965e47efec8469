//! The interview itself, through the real window code: who it is about, the sheet, the keyboard, and what a guest may not
//! see.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::command::Command;
use sponsor_core::demo::{self, Recipe, Size};
use sponsor_core::model::{Interview, InterviewState, Language, Person, PersonId};
use sponsor_desk::app::Page;

use crate::support::{Window, Workspace, add_person, click, key, now, open, picture, run, typed};

fn on(window: &mut Window) {
    key(window, Modifiers::COMMAND, Key::Enter);
}

/// Takes away what stands in the field that has the focus.
fn clear(window: &mut Window) {
    key(window, Modifiers::COMMAND, Key::A);
    key(window, Modifiers::NONE, Key::Backspace);
}

fn interview(workspace: &Workspace) -> Interview {
    workspace.change(|desk| desk.read().unwrap().all::<Interview>().unwrap().remove(0))
}

fn begun(workspace: &Workspace, language: Language, guest: &str) -> Window {
    let mut window = workspace.window(language, Page::Onboarding);
    click(&mut window, if language == Language::Bulgarian { "Посрещни нов човек" } else { "Meet a new person" });
    typed(&mut window, guest);
    on(&mut window);
    window
}

/// A talk whose answers are all given, up to its sheet.
fn answered(workspace: &Workspace, language: Language) {
    drop(begun(workspace, language, "Елена Димова"));
    let mut said = interview(workspace);
    let answer = |step: &str, text: &str, chips: &[&str]| sponsor_core::model::Answer {
        step: step.to_owned(),
        text: text.to_owned(),
        chips: chips.iter().map(|chip| (*chip).to_owned()).collect(),
    };
    "Пловдив".clone_into(&mut said.guest_city);
    "118026".clone_into(&mut said.company_number);
    said.answers = vec![
        answer("company", "С това, че хората тук са спокойни и си помагат.", &["хората"]),
        answer("products", "Продуктите за чувствителна кожа.", &[]),
        answer("income", "Колкото вноската за колата, 250 € на месец", &["колкото една вноска"]),
        answer("time", "8 часа седмично", &["делнична вечер"]),
    ];
    "300 € допълнително на месец".clone_into(&mut said.goal_what);
    said.goal_until = chrono::NaiveDate::from_ymd_opt(2027, 5, 31);
    "За курса по английски на сина".clone_into(&mut said.goal_why);
    let name = |name: &str, city: &str| sponsor_core::model::FirstName { name: name.to_owned(), city: city.to_owned() };
    said.first_names = vec![name("Калина Петрова", ""), name("Леля Радка", "Варна")];
    "first_days".clone_into(&mut said.step);
    workspace.change(|desk| run(desk, Command::SaveInterview(Box::new(said))));
}

/// The window at the sheet of an answered talk.
fn at_the_sheet(workspace: &Workspace) -> Window {
    answered(workspace, Language::Bulgarian);
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Продължи: Елена Димова");
    on(&mut window);
    window.get_by_label("Прегледайте го заедно");
    window
}

#[test]
fn another_name_after_a_known_person_was_chosen_is_another_person() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Елена Димова"));
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Посрещни нов човек");
    typed(&mut window, "Елена Димова");
    click(&mut window, "Това е Елена Димова");
    window.get_by_label("От списъка: Елена Димова");
    window.get_by_role_and_label(Role::TextInput, "Име").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "Мария Колева");
    assert!(window.query_by_label("От списъка: Мария Колева").is_none());
    window.get_by_label("Името вече не е на Елена Димова: ще влезе нов човек");
    on(&mut window);
    drop(window);
    let begun = interview(&workspace);
    assert_eq!((begun.guest_name.as_str(), begun.person), ("Мария Колева", None));
}

#[test]
fn a_person_whose_name_was_changed_comes_back_with_one_press() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Елена Димова"));
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Посрещни нов човек");
    typed(&mut window, "Елена Димова");
    click(&mut window, "Това е Елена Димова");
    window.get_by_role_and_label(Role::TextInput, "Име").focus();
    window.run();
    typed(&mut window, "-Иванова");
    click(&mut window, "Върни името");
    window.get_by_label("От списъка: Елена Димова");
}

#[test]
fn each_line_of_the_sheet_is_edited_where_it_stands_and_changes_its_answer() {
    let workspace = Workspace::empty();
    let mut window = at_the_sheet(&workspace);
    window.get_by_label("Колкото вноската за колата, 250 € на месец");
    click(&mut window, "Промени: Доход, който иска да достигне");
    typed(&mut window, ", по-късно повече");
    on(&mut window);
    window.get_by_label("Колкото вноската за колата, 250 € на месец, по-късно повече");
    window.get_by_label("Прегледайте го заедно");
    // Pressing another line saves the one before it.
    click(&mut window, "Промени: Време седмично");
    typed(&mut window, ", вечер");
    click(&mut window, "Промени: Първа среща 2+1");
    window.get_by_label("8 часа седмично, вечер");
    window.get_by_label("Час: Първа среща 2+1").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "14:15");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("14:15");
    click(&mut window, "Промени: Елена Димова");
    window.get_by_label("Град").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "Карлово");
    on(&mut window);
    drop(window);
    let said = interview(&workspace);
    assert_eq!(said.state, InterviewState::Open);
    assert_eq!(said.answer("income").unwrap().text, "Колкото вноската за колата, 250 € на месец, по-късно повече");
    assert_eq!(said.answer("income").unwrap().chips, ["колкото една вноска"]);
    assert_eq!(said.answer("time").unwrap().text, "8 часа седмично, вечер");
    let two_plus_one = said.first_actions.iter().find(|action| action.key == "two_plus_one").unwrap();
    assert_eq!(two_plus_one.at.format("%H:%M").to_string(), "14:15");
    assert_eq!(said.guest_city, "Карлово");
}

#[test]
fn escape_in_a_line_of_the_sheet_closes_it_and_keeps_what_was_typed() {
    let workspace = Workspace::empty();
    let mut window = at_the_sheet(&workspace);
    click(&mut window, "Промени: Време седмично");
    typed(&mut window, " и повече");
    key(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("Прегледайте го заедно");
    window.get_by_label("8 часа седмично");
    click(&mut window, "Промени: Време седмично");
    on(&mut window);
    window.get_by_label("8 часа седмично и повече");
}

#[test]
fn done_saves_the_line_that_is_still_being_edited() {
    let workspace = Workspace::empty();
    let mut window = at_the_sheet(&workspace);
    click(&mut window, "Промени: Време седмично");
    typed(&mut window, " поне");
    click(&mut window, "Готово");
    drop(window);
    let said = interview(&workspace);
    assert_eq!(said.state, InterviewState::FirstDone);
    assert_eq!(said.answer("time").unwrap().text, "8 часа седмично поне");
}

#[test]
fn print_makes_the_pdf_and_opens_it_outside() {
    let workspace = Workspace::empty();
    let mut window = at_the_sheet(&workspace);
    click(&mut window, "Отпечатай");
    assert!(window.query_all_by_label("Отваря се като PDF. Отпечатай го оттам.").next().is_some());
    let opened = workspace.opener.opened();
    assert_eq!(opened.len(), 1, "{opened:?}");
    let text = pdf_extract::extract_text_from_mem(&std::fs::read(&opened[0]).unwrap()).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Елена Димова", "250 € на месец", "Първа среща 2+1", "Пловдив 1 · други градове 1"]
    {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn a_closed_hour_is_refused_kindly_and_the_hour_before_stays() {
    let workspace = Workspace::empty();
    answered(&workspace, Language::Bulgarian);
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Продължи: Елена Димова");
    window.get_by_label("Час: Първа среща 2+1").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "22");
    window.get_by_label("Между 21:00 и 8:00 е време за почивка. Остава ср 25 ноем, 11:00.");
    window.get_by_label("Ден: Първа среща 2+1").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "30 ноември");
    window.get_by_label("Час: Първа среща 2+1").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "10");
    window.get_by_label("Първите 3 дни са до пт 27 ноем., 12:40. Остава ср 25 ноем, 11:00.");
    window.get_by_label("Ден: Пет обаждания заедно").focus();
    window.run();
    clear(&mut window);
    typed(&mut window, "сряда");
    on(&mut window);
    drop(window);
    let agreed = interview(&workspace).first_actions;
    let at = |key: &str| agreed.iter().find(|action| action.key == key).unwrap().at.format("%d %H:%M").to_string();
    assert_eq!((at("two_plus_one"), at("five_calls")), ("25 11:00".to_owned(), "25 10:00".to_owned()));
}

#[test]
fn the_keyboard_goes_on_back_and_presses_chips_by_number() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::English, "Elena Dimova");
    window.get_by_label("What attracted you to this company?");
    typed(&mut window, "The people");
    key(&mut window, Modifiers::COMMAND, Key::Num2);
    key(&mut window, Modifiers::COMMAND, Key::Num3);
    key(&mut window, Modifiers::COMMAND, Key::Num3);
    on(&mut window);
    window.get_by_label("What would you like to learn about the products?");
    key(&mut window, Modifiers::ALT, Key::ArrowLeft);
    window.get_by_label("What attracted you to this company?");
    // From the answer Tab goes over the chips to the buttons below, not to the top.
    for _ in 0..8 {
        key(&mut window, Modifiers::NONE, Key::Tab);
    }
    assert!(window.get_by_label("Next").accesskit_node().is_focused(), "seven chips, then the buttons");
    drop(window);
    let said = interview(&workspace);
    let answer = said.answer("company").unwrap();
    assert_eq!((answer.text.as_str(), answer.chips.as_slice()), ("The people", &["the people".to_owned()][..]));
}

/// Every name of somebody else in the example, whole and by its parts.
fn names_of_others(workspace: &Workspace) -> BTreeSet<String> {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let me: PersonId = view.settings().unwrap().me;
        let all: Vec<Person> = view.all().unwrap();
        let me = all.iter().find(|person| person.id == me).unwrap().name.full();
        let others = all.iter().map(|person| person.name.full()).filter(|name| *name != me);
        let parts =
            others.flat_map(|name| name.split(' ').map(ToOwned::to_owned).chain([name.clone()]).collect::<Vec<_>>());
        parts.filter(|part| part.chars().count() > 2 && !me.contains(part.as_str())).collect()
    })
}

/// Everything that a reader aloud would say of the window, word by word.
fn spoken(window: &Window) -> String {
    let mut all = String::new();
    for node in window.query_all_by(|_| true) {
        let node = node.accesskit_node();
        for words in [node.label(), node.value(), node.description()].into_iter().flatten() {
            all.push_str(&words);
            all.push('\n');
        }
    }
    all
}

fn assert_nobody_else(window: &Window, names: &BTreeSet<String>, place: &str) {
    let said = spoken(window);
    let words: BTreeSet<&str> = said.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
    for name in names {
        let there = if name.contains(' ') { said.contains(name.as_str()) } else { words.contains(name.as_str()) };
        assert!(!there, "«{name}» can be read at {place}:\n{said}");
    }
}

#[test]
fn while_a_guest_looks_nobody_elses_name_can_be_read_anywhere() {
    let workspace = Workspace::missing();
    let recipe = Recipe { seed: 7, size: Size::Small, language: Language::Bulgarian, now: now() };
    demo::build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
    let names = names_of_others(&workspace);
    assert!(names.len() > 100);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    // Something about somebody else was just done: its message would name them.
    key(&mut window, Modifiers::COMMAND, Key::Num5);
    window.get_all_by_label("Посрещни нов човек").next().unwrap().click();
    window.run();
    typed(&mut window, "Гостенка Пробна");
    let mut titles = Vec::new();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    for _ in 0..12 {
        window.step();
        let shown = window.output().viewport_output.get(&ViewportId::ROOT);
        let commands = shown.into_iter().flat_map(|output| output.commands.iter());
        titles.extend(commands.filter_map(|command| match command {
            ViewportCommand::Title(title) => Some(title.clone()),
            _ => None,
        }));
    }
    window.run();
    assert_eq!(titles, ["Sponsor Desk"], "the title of the window names nobody and nothing");
    let steps =
        ["Човек", "Компанията", "Продуктите", "Доходът", "Времето", "Опитът", "Целта", "Първи имена", "Първите 3 дни"];
    for step in steps {
        click(&mut window, step);
        assert_nobody_else(&window, &names, step);
        for pressed in [Key::K, Key::J, Key::H, Key::N, Key::Num1, Key::Num3] {
            key(&mut window, Modifiers::COMMAND, pressed);
        }
        assert_nobody_else(&window, &names, &format!("{step}, after the keys of the window"));
    }
    on(&mut window);
    window.get_by_label("Прегледайте го заедно");
    assert_nobody_else(&window, &names, "the sheet");
    // Undo beyond the talk takes back what was done with others, and does not say with whom.
    window.get_by_label("Назад").focus();
    window.run();
    for _ in 0..4 {
        key(&mut window, Modifiers::COMMAND, Key::Z);
        if window.query_by_label("Прекъсни, продължаваме после").is_some() {
            assert_nobody_else(&window, &names, "undo");
        }
    }
}

fn pictures_of(workspace: &Workspace, language: Language, size: [f32; 2], percent: u16, suffix: &str) {
    workspace.change(|desk| {
        let mut settings = (**desk.read().unwrap().settings().unwrap()).clone();
        settings.text_percent = percent;
        run(desk, Command::ChangeSettings(Box::new(settings)));
    });
    let mut window = open(workspace.options(language, Page::Onboarding), size);
    let bulgarian = language == Language::Bulgarian;
    click(&mut window, if bulgarian { "Посрещни нов човек" } else { "Meet a new person" });
    picture(&mut window, &format!("talk-guest-{suffix}"));
    key(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, if bulgarian { "Продължи: Елена Димова" } else { "Continue: Елена Димова" });
    let steps = if bulgarian {
        ["Човек", "Компанията", "Времето", "Целта", "Първи имена", "Първите 3 дни"]
    } else {
        ["Person", "The company", "The time", "The goal", "First names", "First three days"]
    };
    for (step, name) in steps.into_iter().zip(["person", "company", "time", "goal", "names", "days"]) {
        click(&mut window, step);
        picture(&mut window, &format!("talk-{name}-{suffix}"));
    }
    on(&mut window);
    picture(&mut window, &format!("talk-sheet-{suffix}"));
    click(&mut window, if bulgarian { "Промени: Време седмично" } else { "Edit: Time a week" });
    picture(&mut window, &format!("talk-sheet-edit-{suffix}"));
}

#[test]
#[ignore = "pictures to be looked at"]
fn pictures() {
    for (language, name) in [(Language::Bulgarian, "bg"), (Language::English, "en")] {
        let workspace = Workspace::empty();
        answered(&workspace, language);
        pictures_of(&workspace, language, [1280.0, 800.0], 100, &format!("{name}-1280"));
        pictures_of(&workspace, language, [1280.0, 800.0], 130, &format!("{name}-1280-130"));
        pictures_of(&workspace, language, [1920.0, 1080.0], 100, &format!("{name}-1920"));
        pictures_of(&workspace, language, [1920.0, 1080.0], 130, &format!("{name}-1920-130"));
    }
}
