//! The talks with new people, through the real window code.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, Goal, Interview, InterviewState, Language, ListOwner, Person, Stage, ThemeChoice};
use sponsor_desk::app::Page;

use crate::support::{Window, Workspace, add_person, click, key, open, picture, run, typed};

/// Whether a field holds just this text.
fn holds(window: &Window, text: &str) -> bool {
    let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
    window.query_by(|node| is_field(node.role()) && node.value().is_some_and(|value| value == text)).is_some()
}

fn interviews(desk: &Desk) -> Vec<Interview> {
    desk.read().unwrap().all().unwrap()
}

/// A window in which the talk with Елена Димова has just begun.
fn begun(workspace: &Workspace, language: Language) -> Window {
    let mut window = workspace.window(language, Page::Onboarding);
    click(&mut window, if language == Language::Bulgarian { "Посрещни нов човек" } else { "Meet a new person" });
    typed(&mut window, "Елена Димова");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window
}

#[test]
fn the_first_talk_is_held_by_keyboard_alone_and_one_undo_takes_it_back() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::Bulgarian);
    window.get_by_label("С какво те привлече тази компания?");
    assert!(window.query_by_label_contains("Невена").is_none(), "no rail, nobody else's name");
    typed(&mut window, "Хората си помагат.");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Какво искаш да научиш за продуктите?");
    typed(&mut window, "За чувствителна кожа");
    for _ in 0..3 {
        key(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    window.get_by_label("Имаш ли опит в мрежова компания? Как беше?");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    typed(&mut window, "300 € на месец");
    key(&mut window, Modifiers::NONE, Key::Tab);
    typed(&mut window, "31.5.2027");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    for name in ["Мария Колева", "Петър"] {
        typed(&mut window, name);
        key(&mut window, Modifiers::NONE, Key::Enter);
    }
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Кога ще стане всяко от седемте?");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("7 действия в дневника");
    window.get_by_label("2 имена в новия списък");
    window.get_by_label("„Хората си помагат.“".trim_matches(['„', '“']));
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Първата среща е проведена");
    drop(window);
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let people: Vec<Person> = view.all().unwrap();
        let elena = people.iter().find(|one| one.name.full() == "Елена Димова").unwrap();
        assert_eq!(elena.stage, Stage::Registered);
        let theirs = people.iter().filter(|one| one.owner == ListOwner::Partner(elena.id)).count();
        assert_eq!(theirs, 2);
        assert_eq!(view.all::<Entry>().unwrap().len(), 8, "seven actions and the second talk");
        assert_eq!(view.all::<Goal>().unwrap()[0].what, "300 € на месец");
        drop(view);
        desk.undo().unwrap();
        let open = interviews(desk);
        assert_eq!(open[0].state, InterviewState::Open);
        assert_eq!(open[0].answer("company").unwrap().text, "Хората си помагат.");
        assert!(desk.read().unwrap().all::<Entry>().unwrap().is_empty());
    });
}

#[test]
fn escape_leaves_and_keeps_the_step_and_every_word() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::English);
    window.get_by_label("What attracted you to this company?");
    typed(&mut window, "the peo");
    key(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label_contains("2 of 10 · The company");
    window.get_by_label("Settings");
    drop(window);
    let mut window = workspace.window(Language::English, Page::Onboarding);
    click(&mut window, "Continue: Елена Димова");
    window.get_by_label("What attracted you to this company?");
    typed(&mut window, "ple");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    workspace_holds(window, &workspace, "the people");
}

fn workspace_holds(window: Window, workspace: &Workspace, text: &str) {
    drop(window);
    let said = workspace.change(|desk| interviews(desk)[0].answer("company").unwrap().text.clone());
    assert_eq!(said, text);
}

#[test]
fn what_was_typed_before_a_kill_stands_on_the_screen_again() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::Bulgarian);
    typed(&mut window, "спокойни хора");
    // No leaving, no closing: the window is just gone, a second after the last letter.
    window.step();
    drop(window);
    assert!(workspace.change(|desk| interviews(desk)[0].answers.is_empty()));
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Продължи: Елена Димова");
    assert!(holds(&window, "спокойни хора"));
}

#[test]
fn chips_add_words_and_the_text_stays_the_guests() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::Bulgarian);
    typed(&mut window, "Моите думи");
    click(&mut window, "продуктите");
    click(&mut window, "хората");
    click(&mut window, "продуктите");
    click(&mut window, "Напред");
    drop(window);
    let answer = workspace.change(|desk| interviews(desk)[0].answer("company").unwrap().clone());
    assert_eq!((answer.text.as_str(), answer.chips.as_slice()), ("Моите думи", &["хората".to_owned()][..]));
}

#[test]
fn one_goes_back_and_anywhere_on_the_progress_line_and_nothing_is_lost() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::Bulgarian);
    typed(&mut window, "Продуктите");
    click(&mut window, "Целта");
    window.get_by_label("За каква цел се разбираме?");
    typed(&mut window, "Кола");
    click(&mut window, "Компанията");
    assert!(holds(&window, "Продуктите"));
    click(&mut window, "Назад");
    window.get_by_label("Кой е до теб?");
    drop(window);
    workspace.change(|desk| {
        let interview = &interviews(desk)[0];
        assert_eq!((interview.step.as_str(), interview.goal_what.as_str()), ("person", "Кола"));
    });
}

#[test]
fn undo_and_redo_in_the_talk_show_what_holds() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::Bulgarian);
    typed(&mut window, "Първо");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Какво искаш да научиш за продуктите?");
    // The text has the focus and Ctrl+Z belongs to it; out of it the talk goes a step back.
    window.get_by_label("Назад").focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    window.get_by_label("С какво те привлече тази компания?");
    assert!(!holds(&window, "Първо"));
}

#[test]
fn a_known_person_is_offered_only_for_the_exact_name() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Елена Димова"));
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Посрещни нов човек");
    typed(&mut window, "Елена Димов");
    assert!(window.query_by_label("Вече е в списъка ти").is_none());
    typed(&mut window, "а");
    click(&mut window, "Това е Елена Димова");
    click(&mut window, "Започни");
    for _ in 0..9 {
        key(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    drop(window);
    workspace.change(|desk| {
        let people: Vec<Person> = desk.read().unwrap().all().unwrap();
        let elena: Vec<_> = people.iter().filter(|one| one.name.full() == "Елена Димова").collect();
        assert_eq!(elena.len(), 1, "the same person, not a second one");
        assert!(elena[0].registration.is_some());
    });
}

#[test]
fn the_guest_is_addressed_formally_and_in_their_own_language() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Посрещни нов човек");
    typed(&mut window, "Иван Колев");
    click(&mut window, "на „Вие“");
    click(&mut window, "Започни");
    window.get_by_label("С какво Ви привлече тази компания?");
    click(&mut window, "Човек");
    window.get_by_role_and_label(Role::ComboBox, "Език на срещата").focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("What attracted you to this company?");
}

#[test]
fn what_is_typed_about_the_guest_stays_when_the_first_screen_is_left() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Посрещни нов човек");
    typed(&mut window, "Калина");
    key(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("Тук стоят посрещанията на новите хора");
    click(&mut window, "Посрещни нов човек");
    assert!(holds(&window, "Калина"));
}

#[test]
fn the_sheet_is_saved_as_a_pdf_with_what_was_agreed() {
    let workspace = Workspace::empty();
    let file = workspace.folder().join("sheet.pdf");
    workspace.chooser.queue(file.clone());
    let mut window = begun(&workspace, Language::Bulgarian);
    typed(&mut window, "Хората тук са спокойни");
    click(&mut window, "Първите 3 дни");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    click(&mut window, "Запази PDF");
    let text = pdf_extract::extract_text_from_mem(&std::fs::read(&file).unwrap()).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["Елена Димова", "Хората тук са спокойни", "Първа среща 2+1", "спонсор Невена Стоянова", "С нейни думи"]
    {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn an_interview_goes_from_the_list_and_comes_back_with_undo() {
    let workspace = Workspace::empty();
    let mut window = begun(&workspace, Language::Bulgarian);
    key(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Изтрий посрещането на Елена Димова");
    window.get_by_label("Тук стоят посрещанията на новите хора");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    window.get_by_label("Продължи: Елена Димова");
}

/// A workspace with a talk whose answers are all given.
fn answered() -> Workspace {
    let workspace = Workspace::empty();
    let window = begun(&workspace, Language::Bulgarian);
    drop(window);
    workspace.change(|desk| {
        let mut interview = interviews(desk).remove(0);
        let say = |step: &str, text: &str, chips: &[&str]| sponsor_core::model::Answer {
            step: step.to_owned(),
            text: text.to_owned(),
            chips: chips.iter().map(|chip| (*chip).to_owned()).collect(),
        };
        "Пловдив".clone_into(&mut interview.guest_city);
        "118026".clone_into(&mut interview.company_number);
        interview.answers = vec![
            say(
                "company",
                "С това, че хората тук изглеждат спокойни и си помагат. Искам и нещо свое, което да расте.",
                &["хората", "собствено време"],
            ),
            say("products", "Продуктите за чувствителна кожа; как се говори с непознати.", &[]),
            say("time", "8 часа седмично: вторник и четвъртък вечер, събота сутрин", &[]),
        ];
        "300 € допълнително на месец".clone_into(&mut interview.goal_what);
        interview.goal_until = chrono::NaiveDate::from_ymd_opt(2027, 5, 31);
        "За курса по английски на сина".clone_into(&mut interview.goal_why);
        let name =
            |name: &str, city: &str| sponsor_core::model::FirstName { name: name.to_owned(), city: city.to_owned() };
        interview.first_names = vec![
            name("Мария Колева", ""),
            name("Петър Ангелов", ""),
            name("Калина Петрова-Александрова", "София"),
            name("Стефан от фитнеса", ""),
            name("Леля Радка", "Варна"),
        ];
        run(desk, Command::SaveInterview(Box::new(interview)));
    });
    workspace
}

fn pictures_of(workspace: &Workspace, theme: ThemeChoice, size: [f32; 2], suffix: &str) {
    let mut options = workspace.options(Language::Bulgarian, Page::Onboarding);
    options.theme = Some(theme);
    let mut window = open(options, size);
    picture(&mut window, &format!("onboarding-list-{suffix}"));
    click(&mut window, "Посрещни нов човек");
    picture(&mut window, &format!("onboarding-guest-{suffix}"));
    key(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Продължи: Елена Димова");
    for step in ["Компанията", "Времето", "Целта", "Първи имена", "Първите 3 дни", "Листът"]
    {
        click(&mut window, step);
        if step == "Първите 3 дни" {
            picture(&mut window, &format!("interview-days-{suffix}"));
            key(&mut window, Modifiers::COMMAND, Key::Enter);
            continue;
        }
        let names = [
            ("Компанията", "company"),
            ("Времето", "time"),
            ("Целта", "goal"),
            ("Първи имена", "names"),
            ("Листът", "sheet"),
        ];
        let name = names.iter().find(|(title, _)| *title == step).unwrap().1;
        picture(&mut window, &format!("interview-{name}-{suffix}"));
    }
}

#[test]
fn pictures() {
    let empty = Workspace::empty();
    picture(&mut empty.window(Language::Bulgarian, Page::Onboarding), "onboarding-empty-bg-light");
    pictures_of(&answered(), ThemeChoice::Light, [1280.0, 800.0], "bg-light");
    pictures_of(&answered(), ThemeChoice::Dark, [1920.0, 1080.0], "bg-dark-wide");
}
