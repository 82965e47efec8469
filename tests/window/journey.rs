//! The main job from end to end, through the real window: an address book, an interview, two actions, a 2+1, a training,
//! a reading and an order; the figures; a snapshot; everything undone, closed, opened, done again.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{
    Action, AnyRecord, Entry, EntryKind, EntryState, FigurePeriod, FigureValues, Language, Scope,
};
use sponsor_core::query::{figures, today};
use sponsor_desk::app::Page;

use crate::support::{Window, Workspace, click, key, moment, now, typed};

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Мария Илиева\r\nN:Илиева;Мария;;;\r\nTEL:0888555142\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ралица Попова\r\nN:Попова;Ралица;;;\r\nTEL:0888555143\r\nEND:VCARD\r\n";

fn press(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    window.run();
}

/// Puts a text in the place of what a field holds.
fn fill(window: &mut Window, label: &str, text: &str) {
    let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
    let field = |window: &Window| {
        let found = window.get_all_by_label(label).find(|node| is_field(node.accesskit_node().role()));
        found.unwrap().focus();
    };
    field(window);
    window.run();
    key(window, Modifiers::COMMAND, Key::A);
    typed(window, text);
}

/// Every record of the workspace.
fn records(workspace: &Workspace) -> Vec<AnyRecord> {
    workspace.change(|desk| {
        let mut all = Vec::new();
        desk.read().unwrap().each_record(|record| all.push(record)).unwrap();
        all
    })
}

fn bring_in_the_phone(workspace: &Workspace) {
    let cards = workspace.folder().join("телефон.vcf");
    std::fs::write(&cards, CARDS).unwrap();
    workspace.chooser.queue(cards);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Избери файл");
    click(&mut window, "Внеси 2");
    window.get_by_label("Мария Илиева");
}

fn hold_the_first_talk(workspace: &Workspace) {
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    click(&mut window, "Посрещни нов човек");
    typed(&mut window, "Елена Димова");
    key(&mut window, Modifiers::NONE, Key::Enter);
    typed(&mut window, "Хората си помагат.");
    for _ in 0..5 {
        key(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    typed(&mut window, "300 € на месец");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    typed(&mut window, "Станка Попова");
    key(&mut window, Modifiers::NONE, Key::Enter);
    for _ in 0..3 {
        key(&mut window, Modifiers::COMMAND, Key::Enter);
    }
    window.get_by_label("Първата среща е проведена");
}

/// Marks the first two actions of the three days done, each from its pane in the diary.
fn do_two_actions(workspace: &Workspace) {
    let steps: Vec<Entry> = workspace.change(|desk| {
        let mut steps: Vec<Entry> = desk.read().unwrap().all().unwrap();
        steps.retain(|entry| entry.first_steps_of.is_some());
        steps.sort_by_key(|entry| (entry.when.first_day(), entry.when.time()));
        steps
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    for step in steps.iter().take(2) {
        let node = window.get_all_by_label_contains(&step.title).next();
        node.unwrap().click();
        window.run();
        // A meeting that is over asks how it went; saving the empty form says that it was held.
        match window.query_by_role_and_label(Role::Button, "Готово") {
            Some(button) => button.click(),
            None => window.key_press_modifiers(Modifiers::COMMAND, Key::Enter),
        }
        window.run();
    }
    drop(window);
    let done = workspace.change(|desk| {
        let all: Vec<Entry> = desk.read().unwrap().all().unwrap();
        all.iter().filter(|entry| entry.first_steps_of.is_some() && entry.state == EntryState::Done).count()
    });
    assert_eq!(done, 2);
}

fn new_entry(window: &mut Window, title: &str, from: &str, people: &[&str]) {
    key(window, Modifiers::COMMAND, Key::N);
    fill(window, "Какво е", title);
    fill(window, "Дата", "днес");
    fill(window, "От", from);
    fill(window, "До", "1 час");
    for person in people {
        fill(window, "Хора", person);
        key(window, Modifiers::NONE, Key::Enter);
    }
    key(window, Modifiers::COMMAND, Key::Enter);
}

fn meet_two_plus_one(workspace: &Workspace) {
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    new_entry(&mut window, "Среща 2+1", "9", &["Елена", "Ралица"]);
    window.get_all_by_label_contains("09:00 до 10:00, Среща 2+1").next().unwrap().click();
    window.run();
    fill(&mut window, "За какво говорихме", "Продуктите");
    fill(&mut window, "Каква уговорка имаме", "Опитва мострите");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("проведена");
}

fn train_three(workspace: &Workspace) {
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    new_entry(&mut window, "Обучение на живо", "11", &[]);
    window.get_all_by_label_contains("11:00 до 12:00").next().unwrap().click();
    window.run();
    for guest in ["Мария Илиева", "Ралица Попова", "Гост Гостев"] {
        fill(&mut window, "Още един човек", guest);
        key(&mut window, Modifiers::NONE, Key::Enter);
        window.get_by_label(&format!("Дойде: {guest}"));
    }
    click(&mut window, "Иска да се развива: Мария Илиева");
}

fn type_an_order_and_a_reading(workspace: &Workspace) {
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_label("Добави: Поръчки").scroll_to_me();
    window.run();
    press(&mut window, "Добави: Поръчки");
    fill(&mut window, "Продукти", "крем");
    fill(&mut window, "Точки", "40");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.state_mut().show_page(Page::Figures);
    window.run();
    press(&mut window, "Впиши отчетено");
    fill(&mut window, "Точки", "150");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("отчетено от сайта днес");
}

fn take_and_export(workspace: &Workspace) -> String {
    let pdf = workspace.folder().join("отчет.pdf");
    workspace.chooser.queue(pdf.clone());
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    press(&mut window, "Отчет");
    press(&mut window, "Запази отчет");
    press(&mut window, "Изнеси: ноември 2026, до 24-ти");
    click(&mut window, "Документ (PDF)");
    drop(window);
    pdf_extract::extract_text_from_mem(&std::fs::read(pdf).unwrap()).unwrap()
}

fn the_figures_are_those_written_by_hand(workspace: &Workspace) {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let day = moment().date();
        let shown = figures(&view, FigurePeriod::month_of(day), Scope::Whole, day).unwrap();
        let by_hand = FigureValues {
            points: Some(150.into()),
            new_users: Some(1),
            new_partners: Some(1),
            in_training: Some(3),
            in_person: Some(3),
            online_only: Some(0),
            wants_more: Some(1),
        };
        assert_eq!((shown.values, shown.orders), (by_hand, Some(40.into())));
        assert_eq!(today(&view, now()).unwrap().first_days.first().unwrap().done, 2);
        let promise = view.all::<Entry>().unwrap().into_iter().find(|entry| entry.title == "Опитва мострите");
        assert_eq!(promise.unwrap().kind, EntryKind::Task);
        let held = view.all::<Entry>().unwrap().into_iter().find(|entry| entry.title == "Среща 2+1");
        assert_eq!(held.unwrap().action, Some(Action::TwoPlusOne), "it counts as what it was");
    });
}

/// Each number stands beside its label: on the line of its label, after what was before.
fn the_document_says_the_figures(text: &str) {
    for shown in ["ноември 2026, до 24-ти", "Невена Стоянова"] {
        assert!(text.contains(shown), "{shown} is not in {text}");
    }
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let lines: Vec<String> = text.lines().map(without_spaces).collect();
    for (label, number) in [("Точки", "150"), ("Нови потребители", "1"), ("Хора на обучение", "3")]
    {
        let said = without_spaces(&format!("{label} 1–24 окт: няма данни {number}"));
        assert!(lines.contains(&said), "{number} is not beside {label}: {text}");
    }
}

/// Presses a key until nothing changes any more; closes the window.
fn press_to_the_end(workspace: &Workspace, modifiers: Modifiers, nothing: &str) {
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    for _ in 0..80 {
        key(&mut window, modifiers, Key::Z);
        if window.query_all_by_label(nothing).next().is_some() {
            return;
        }
    }
    drop(window);
    assert_eq!(nothing, "", "eighty steps were not enough");
}

#[test]
fn the_main_job_runs_from_an_empty_workspace_to_a_snapshot_and_all_of_it_can_be_taken_back() {
    let workspace = Workspace::empty();
    let empty = records(&workspace);
    bring_in_the_phone(&workspace);
    hold_the_first_talk(&workspace);
    do_two_actions(&workspace);
    meet_two_plus_one(&workspace);
    train_three(&workspace);
    type_an_order_and_a_reading(&workspace);
    the_figures_are_those_written_by_hand(&workspace);

    the_document_says_the_figures(&take_and_export(&workspace));

    let full = records(&workspace);
    press_to_the_end(&workspace, Modifiers::COMMAND, "Няма какво да се отмени.");
    assert_eq!(records(&workspace), empty);
    press_to_the_end(&workspace, Modifiers::COMMAND | Modifiers::SHIFT, "Няма какво да се върне.");
    assert_eq!(records(&workspace), full);
}
