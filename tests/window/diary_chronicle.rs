//! The chronicle: what happened, in full, backwards in time, read further as one scrolls.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{EntryKind, EntryState, Language, Outcome, When};
use sponsor_desk::app::Page;

use crate::diary::{COFFEE, Window, add, click, key, some, timed, type_into};
use crate::support::{Workspace, add_person};

fn told(workspace: &Workspace, language: Language) -> Window {
    let mut window = workspace.window(language, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::C);
    window
}

#[test]
fn what_was_told_of_a_meeting_is_read_in_full() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    let words = "Как ползва продуктите и защо сутрин. ".repeat(9);
    type_into(&mut window, "За какво говорихме", words.trim());
    type_into(&mut window, "Каква уговорка имаме", "Опитва мострите");
    type_into(&mut window, "Нови контакти", "Станка Попова");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::NONE, Key::C);
    let line = window.get_by_label_contains("вторник 24 ноември, 11:00 до 12:00, среща, Кафе с Мария");
    let said = egui_kittest::kittest::NodeT::accesskit_node(&line).label().unwrap();
    assert!(said.contains(words.trim()), "{said}");
    assert!(said.contains("Каква уговорка имаме: Опитва мострите"), "{said}");
    assert!(said.contains("Нови контакти: Станка Попова"), "{said}");
    // Five lines of what was told have room below each other.
    assert!(line.rect().height() > 100.0);
    line.click();
    window.run();
    window.get_by_label("проведена");
    // What is planned has not happened.
    assert!(window.query_by_label("вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова").is_none());
}

/// A diary of which something was done on every day of a long time.
fn long() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let maria = add_person(desk, "Мария Петрова");
        for week in 0..60 {
            let on = crate::diary::day(24) - chrono::Days::new(7 * week);
            for hour in [9, 11, 15] {
                let start = on.and_hms_opt(hour, 0, 0).unwrap();
                let when = When::Timed { start, minutes: Some(30), zone: chrono_tz::Europe::Sofia };
                add(desk, EntryKind::Call, &format!("Мария Петрова {week}"), when, |entry| {
                    (entry.people, entry.state) = (vec![maria], EntryState::Done);
                    entry.outcome =
                        Some(Outcome { talked_about: format!("седмица {week}"), ..Outcome::default() });
                });
            }
        }
    });
    workspace
}

#[test]
fn older_parts_are_read_as_one_scrolls_and_a_date_leads_straight_there() {
    let workspace = long();
    let mut window = told(&workspace, Language::Bulgarian);
    window.get_by_label_contains("24 ноември, 09:00");
    let sees =
        |window: &Window, week: u32| window.query_all_by_label_contains(&format!("седмица {week}")).next().is_some();
    assert!(!sees(&window, 59));
    let read = window.state().answers_made();
    for _ in 0..400 {
        let turned = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -400.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        window.hover_at(egui::pos2(600.0, 500.0));
        window.event(turned);
        window.run();
        if window.query_by_label("Оттук започва дневникът.").is_some() && sees(&window, 59) {
            break;
        }
    }
    assert!(sees(&window, 59), "the oldest is reached");
    assert!(window.state().answers_made() > read + 2, "it was read in parts");
    key(&mut window, Modifiers::NONE, Key::T);
    click(&mut window, "Към дата");
    type_into(&mut window, "Към дата", "3.2.2026");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(sees(&window, 42) && !sees(&window, 0));
}

#[test]
fn an_empty_chronicle_says_what_will_be_read_there() {
    let workspace = Workspace::empty();
    let mut window = told(&workspace, Language::English);
    window.get_by_label("There is nothing to tell yet");
    window.get_all_by_role_and_label(egui::accesskit::Role::Button, "New entry").last().unwrap().click();
    window.run();
    window.get_by_label("What it is");
}

#[test]
fn notes_and_tasks_that_are_done_are_told_too_and_what_fell_away_only_when_it_is_asked_for() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, EntryKind::Note, "Зала 2 е свободна", When::Undated, |_| {});
        add(desk, EntryKind::Task, "Каталози", timed(23, 9, 0, 30), |entry| entry.state = EntryState::Done);
        add(desk, EntryKind::Call, "Ива Колева", timed(23, 10, 0, 30), |entry| {
            entry.state = EntryState::Dropped;
        });
    });
    let mut window = told(&workspace, Language::Bulgarian);
    window.get_by_label_contains("Зала 2 е свободна");
    window.get_by_label_contains("Каталози");
    assert!(window.query_by_label_contains("Ива Колева").is_none());
    click(&mut window, "Състояние");
    click(&mut window, "отпаднало");
    window.get_by_label_contains("Ива Колева");
    assert!(window.query_by_label_contains("Каталози").is_none());
}
