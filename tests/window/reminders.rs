//! Reminders while the program runs, and what was missed while it was closed, through the real window code.

use std::path::Path;

use chrono::{Days, NaiveDateTime, TimeDelta};
use egui::accesskit::Role as Aloud;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::model::{EntryId, EntryKind, EntryState, Language, Repeat};
use sponsor_desk::app::{Clock, ClockHand, Notice, Options, Page};

use crate::support::{Window, Workspace, add_person, open, picture, run, typed};
use crate::today::{add_entry, at, press, timed, today};

/// A coffee at 14:00 of which one is reminded half an hour before.
fn a_coffee(workspace: &Workspace) -> EntryId {
    workspace.change(|desk| {
        let maria = add_person(desk, "Мария Петрова");
        add_entry(desk, EntryKind::Meeting, "Кафе", timed(at(14, 0), 60), |entry| {
            entry.reminders = vec![30];
            entry.people.push(maria);
        })
    })
}

/// The window with a clock that is put on by hand; what it keeps of itself stands in `folder`.
fn window(workspace: &Workspace, folder: &Path, language: Language, from: NaiveDateTime) -> (Window, ClockHand) {
    let hand = ClockHand::at(from);
    let options = Options {
        clock: Clock::by_hand(hand.clone()),
        state_folder: Some(folder.to_owned()),
        ..workspace.options(language, Page::Diary)
    };
    (open(options, [1280.0, 800.0]), hand)
}

fn go_on(window: &mut Window, hand: &ClockHand, to: NaiveDateTime) {
    hand.put(to);
    window.run();
}

fn close(mut window: Window) {
    // As the system would: what the window knows of itself is kept.
    eframe::App::on_exit(window.state_mut(), None);
}

const ASIDE: &str = "Остави: Кафе";

fn stands(window: &Window) -> bool {
    window.query_by_role_and_label(Aloud::Button, ASIDE).is_some()
}

fn coffee() -> Notice {
    Notice { title: "Кафе".to_owned(), body: "вт 24 ноем · 14:00 · Мария Петрова".to_owned() }
}

#[test]
fn at_its_minute_a_reminder_is_told_by_the_system_and_in_the_window_and_never_twice() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    let (mut window, hand) = window(&workspace, folder.path(), Language::Bulgarian, at(12, 40));
    go_on(&mut window, &hand, at(13, 29));
    assert!(!stands(&window) && workspace.notifier.shown().is_empty());
    go_on(&mut window, &hand, at(13, 30));
    assert!(stands(&window));
    assert_eq!(workspace.notifier.shown(), [coffee()]);
    go_on(&mut window, &hand, at(13, 31));
    assert_eq!(workspace.notifier.shown().len(), 1);
    press(&mut window, ASIDE);
    assert!(!stands(&window));
    close(window);
    let (window, _) = self::window(&workspace, folder.path(), Language::Bulgarian, at(13, 40));
    assert!(!stands(&window), "it was told already");
    assert_eq!(workspace.notifier.shown().len(), 1);
}

#[test]
fn a_reminder_shows_while_the_clock_runs_on_from_painting_to_painting() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    let begun = at(13, 29) + TimeDelta::milliseconds(317);
    let (mut window, hand) = window(&workspace, folder.path(), Language::Bulgarian, begun);
    // A clock on a wall never shows the same moment twice.
    for tick in 0..40 {
        hand.put(begun + TimeDelta::milliseconds(3_011 * tick));
        window.step();
    }
    assert!(stands(&window));
    assert_eq!(workspace.notifier.shown(), [coffee()]);
}

#[test]
fn a_reminder_is_put_off_and_comes_again_also_after_a_restart_unless_it_was_decided() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    let entry = a_coffee(&workspace);
    let (mut window, hand) = window(&workspace, folder.path(), Language::Bulgarian, at(12, 40));
    go_on(&mut window, &hand, at(13, 30));
    press(&mut window, "След 5 мин");
    assert!(!stands(&window));
    go_on(&mut window, &hand, at(13, 34));
    assert!(!stands(&window));
    go_on(&mut window, &hand, at(13, 35));
    assert!(stands(&window));
    assert_eq!(workspace.notifier.shown().len(), 2);
    press(&mut window, "След 15 мин");
    close(window);
    let (mut window, hand) = self::window(&workspace, folder.path(), Language::Bulgarian, at(13, 40));
    go_on(&mut window, &hand, at(13, 50));
    assert!(stands(&window));
    press(&mut window, "След 15 мин");
    close(window);
    workspace.change(|desk| run(desk, Command::SetState { entry, instance: None, state: EntryState::Done }));
    let (mut window, hand) = self::window(&workspace, folder.path(), Language::Bulgarian, at(13, 55));
    go_on(&mut window, &hand, at(14, 30));
    assert!(!stands(&window));
}

#[test]
fn what_was_missed_while_it_was_closed_is_listed_at_start_and_opens() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    let (first, _) = window(&workspace, folder.path(), Language::English, at(12, 40));
    close(first);
    let (mut window, _) = window(&workspace, folder.path(), Language::English, at(15, 0));
    window.get_by_label("Missed while it was closed");
    assert!(workspace.notifier.shown().is_empty(), "the system is not asked to tell what has passed");
    window.get_all_by_role_and_label(Aloud::Button, "Open: Кафе").next().unwrap().click();
    window.run();
    assert_eq!(window.state().page(), Page::Diary);
    assert!(window.query_by_label("Missed while it was closed").is_none());
}

#[test]
fn a_reminder_is_put_off_in_english_too_and_what_was_missed_is_said_in_bulgarian() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    let (mut window, hand) = window(&workspace, folder.path(), Language::English, at(12, 40));
    go_on(&mut window, &hand, at(13, 30));
    let aside = "Put aside: Кафе";
    window.get_by_role_and_label(Aloud::Button, aside);
    press(&mut window, "In 15 min");
    assert!(window.query_by_role_and_label(Aloud::Button, aside).is_none());
    go_on(&mut window, &hand, at(13, 44));
    assert!(window.query_by_role_and_label(Aloud::Button, aside).is_none());
    close(window);
    // What was put off became due while it was closed.
    let (mut window, _) = self::window(&workspace, folder.path(), Language::Bulgarian, at(15, 0));
    window.get_by_label("Пропуснато, докато беше затворено");
    window.get_all_by_role_and_label(Aloud::Button, "Отвори: Кафе").next().unwrap().click();
    window.run();
    assert_eq!(window.state().page(), Page::Diary);
    assert!(window.query_by_label("Пропуснато, докато беше затворено").is_none());
}

#[test]
fn the_first_start_has_missed_nothing() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    let (window, _) = window(&workspace, folder.path(), Language::English, at(15, 0));
    assert!(window.query_by_label("Missed while it was closed").is_none());
}

#[test]
fn a_reminder_follows_an_entry_that_is_moved_while_the_program_runs() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    workspace.change(|desk| {
        let start = at(10, 0) - Days::new(3);
        let series = add_entry(desk, EntryKind::Meeting, "Кафе", timed(start, 60), |entry| {
            entry.reminders = vec![0];
            entry.repeat = Repeat::new("FREQ=DAILY").ok();
        });
        run(desk, Command::MoveEntry { entry: series, instance: Some(today()), to: timed(at(16, 0), 60) });
    });
    let (mut window, hand) = window(&workspace, folder.path(), Language::Bulgarian, at(12, 40));
    go_on(&mut window, &hand, at(15, 59));
    assert!(!stands(&window));
    go_on(&mut window, &hand, at(16, 0));
    assert!(stands(&window));
}

#[test]
fn while_a_guest_looks_at_the_screen_a_reminder_names_nobody() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    let (mut window, hand) = window(&workspace, folder.path(), Language::Bulgarian, at(12, 40));
    window.state_mut().show_page(Page::Onboarding);
    window.run();
    press(&mut window, "Посрещни нов човек");
    typed(&mut window, "Радка Ганева");
    window.key_press(egui::Key::Enter);
    window.run();
    window.get_by_label("С какво те привлече тази компания?");
    go_on(&mut window, &hand, at(13, 30));
    window.get_by_label("имаш напомняне");
    assert!(window.query_all_by_label_contains("Мария").next().is_none());
    let quiet = Notice { title: "имаш напомняне".to_owned(), body: String::new() };
    assert_eq!(workspace.notifier.shown(), [quiet]);
}

#[test]
#[ignore = "draws pictures for the eye; run by hand"]
fn pictures() {
    let (workspace, folder) = (Workspace::empty(), tempfile::tempdir().unwrap());
    a_coffee(&workspace);
    for (name, language) in [("bg", Language::Bulgarian), ("en", Language::English)] {
        let (mut window, hand) = window(&workspace, folder.path(), language, at(12, 40));
        go_on(&mut window, &hand, at(13, 30));
        picture(&mut window, &format!("reminder-{name}"));
    }
}
