//! The weekly review, through the real window code.

use chrono::{Datelike as _, NaiveDate};
use egui::accesskit::{Role as Aloud, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::model::{
    Action, EntryKind, EntryState, Language, Order, OrderId, PlanAction, Points, Registration, ReviewState, Role,
    ThemeChoice, When,
};
use sponsor_core::query::{WeeklyReview, weekly_review};
use sponsor_desk::app::{Clock, Options, Page};

use crate::support::{Window, Workspace, add_person, click, full_and_empty, key, moment, open, picture, run};
use crate::today::{add_entry, press, workspace_with};

const FRIDAY: u32 = 27;

fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// The page on the review day at 17:05.
fn on_friday(workspace: &Workspace, language: Language, page: Page) -> Options {
    let clock = Clock::still(november(FRIDAY).and_hms_opt(17, 5, 0).unwrap());
    Options { clock, ..workspace.options(language, page) }
}

fn window_of(workspace: &Workspace, language: Language) -> Window {
    open(on_friday(workspace, language, Page::Review), [1280.0, 800.0])
}

fn review_of(workspace: &Workspace, week: u32) -> WeeklyReview {
    workspace.change(|desk| weekly_review(&desk.read().unwrap(), november(week), november(FRIDAY)).unwrap())
}

fn hit(window: &mut Window, which: Key) {
    key(window, Modifiers::NONE, which);
}

/// The step that is shown, by the number and the name of its tab.
fn step(window: &Window) -> String {
    let chosen = |label: &String| label.starts_with(|first: char| first.is_ascii_digit());
    let tabs = window.get_all_by_role(Aloud::Tab).filter(|tab| tab.accesskit_node().toggled() == Some(Toggled::True));
    tabs.filter_map(|tab| tab.accesskit_node().label()).find(chosen).unwrap_or_default()
}

fn type_in(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Aloud::TextInput, field).focus();
    window.run();
    window.get_by_role_and_label(Aloud::TextInput, field).type_text(text);
    window.run();
}

/// A week with calls behind the plan, a new user and a partner with a plan.
fn a_week(desk: &Desk) {
    let me = desk.read().unwrap().settings().unwrap().me;
    let plan = |action, on, planned| run(desk, Command::PlanCount { person: me, on: november(on), action, planned });
    for on in 23..=27 {
        plan(PlanAction::Action(Action::Call), on, 4);
    }
    plan(PlanAction::Action(Action::TwoPlusOne), 24, 1);
    plan(PlanAction::Action(Action::Training), 26, 1);
    for on in [23, 24, 25] {
        add_entry(desk, EntryKind::Call, "Обаждания", When::day(november(on)), |entry| {
            (entry.state, entry.count) = (EntryState::Done, 4);
        });
    }
    let register = |name: &str, on, role| {
        let person = add_person(desk, name);
        run(desk, Command::Register { person, registration: Registration::new(november(on), role, me) });
        person
    };
    let stefan = register("Стефан Великов", 3, Role::Partner);
    let elena = register("Елена Димова", 25, Role::Customer);
    run(
        desk,
        Command::PlanCount { person: stefan, on: november(24), action: PlanAction::Action(Action::Call), planned: 3 },
    );
    add_entry(desk, EntryKind::Meeting, "Среща 2+1", When::day(november(24)), |entry| {
        (entry.state, entry.action, entry.action_chosen) = (EntryState::Done, Some(Action::TwoPlusOne), true);
        entry.people.push(stefan);
    });
    for (person, on, points) in [(me, 18, 120), (stefan, 20, 90), (elena, 26, 60), (stefan, 26, 140)] {
        run(
            desk,
            Command::AddOrder(Box::new(Order {
                id: OrderId::new(desk.ids(), moment()),
                person,
                on: november(on),
                products: String::new(),
                points: Points::new(points.into()).unwrap(),
                amount: None,
                note: String::new(),
            })),
        );
    }
}

#[test]
fn a_review_is_held_by_the_keyboard_alone() {
    let workspace = workspace_with(a_week);
    let mut window = window_of(&workspace, Language::Bulgarian);
    assert_eq!(step(&window), "1 · Трите показателя");
    for expected in ["2 · План и направено", "3 · Хората", "4 · Корекции и план"] {
        hit(&mut window, Key::Enter);
        assert_eq!(step(&window), expected);
    }
    type_in(&mut window, "Корекция", "По 4 обаждания");
    hit(&mut window, Key::Enter);
    window.get_by_label("Промени корекцията: По 4 обаждания");
    hit(&mut window, Key::Enter);
    assert_eq!(step(&window), "5 · Отчет");
    window.get_by_role_and_label(Aloud::MultilineTextInput, "Бележка").type_text("Добра седмица");
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("Добра седмица");
    drop(window);
    let review = review_of(&workspace, 24);
    assert_eq!(review.state, Some(ReviewState::Done));
    assert_eq!(review.snapshot.map(|one| one.comment), Some("Добра седмица".to_owned()));
    let day = review.corrections.first().and_then(|line| line.task.as_ref()).and_then(|task| task.when.first_day());
    assert_eq!(day, Some(november(30)), "without a day it is for the first of the next week");
}

#[test]
fn numbers_go_to_a_step_and_escape_leaves_and_keeps_it_also_over_a_restart() {
    let workspace = workspace_with(a_week);
    let mut window = window_of(&workspace, Language::English);
    hit(&mut window, Key::Num3);
    assert_eq!(step(&window), "3 · People");
    hit(&mut window, Key::Escape);
    assert_eq!(window.state().page(), Page::Today);
    drop(window);
    let mut window = open(on_friday(&workspace, Language::English, Page::Today), [1280.0, 800.0]);
    window.get_by_label("begun, goes on from there");
    press(&mut window, "Weekly review: Continue");
    assert_eq!((window.state().page(), step(&window)), (Page::Review, "3 · People".to_owned()));
}

#[test]
fn a_line_of_the_week_becomes_a_task_of_a_typed_day_and_remembers_it() {
    let workspace = workspace_with(a_week);
    let mut window = window_of(&workspace, Language::Bulgarian);
    hit(&mut window, Key::Num2);
    press(&mut window, "Корекция от „Обаждания: 12 от 20“");
    assert_eq!(step(&window), "4 · Корекции и план");
    type_in(&mut window, "Корекция", "Запазен час за обаждания 2.12 10:00");
    hit(&mut window, Key::Enter);
    window.get_by_label("от „Обаждания: 12 от 20“");
    drop(window);
    let review = review_of(&workspace, 24);
    let line = review.corrections.first().unwrap();
    assert_eq!(line.correction.from, "Обаждания: 12 от 20");
    let task = line.task.as_ref().unwrap();
    assert_eq!(task.when.first_day().map(|day| (day.month(), day.day())), Some((12, 2)));
    assert_eq!(task.note, "Обаждания: 12 от 20");
    // One step takes the correction and its task back.
    let mut window = window_of(&workspace, Language::Bulgarian);
    hit(&mut window, Key::Num1);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert!(review_of(&workspace, 24).corrections.is_empty());
}

#[test]
fn a_correction_becomes_a_row_of_the_next_weeks_plan() {
    let workspace = workspace_with(a_week);
    let mut window = window_of(&workspace, Language::English);
    hit(&mut window, Key::Num4);
    click(&mut window, "Row of the plan");
    type_in(&mut window, "How many", "20");
    press(&mut window, "Save");
    window.get_by_label("in the plan");
    press(&mut window, "More: Calls");
    drop(window);
    let calls = PlanAction::Action(Action::Call);
    let review = review_of(&workspace, 24);
    assert!(review.next.contains(&(calls.clone(), 21)), "{:?}", review.next);
    assert_eq!(review.corrections.first().and_then(|line| line.correction.row.clone()), Some(calls));
}

#[test]
fn a_correction_is_changed_and_deleted() {
    let workspace = workspace_with(a_week);
    let mut window = window_of(&workspace, Language::English);
    hit(&mut window, Key::Num4);
    type_in(&mut window, "Correction", "Call Stefan");
    hit(&mut window, Key::Enter);
    press(&mut window, "Edit the correction: Call Stefan");
    // The line has the keyboard at once.
    hit(&mut window, Key::Home);
    window.get_by_role_and_label(Aloud::TextInput, "Correction").type_text("Now ");
    window.run();
    hit(&mut window, Key::Enter);
    press(&mut window, "Delete the correction: Now Call Stefan");
    drop(window);
    assert!(review_of(&workspace, 24).corrections.is_empty());
}

#[test]
fn whom_to_congratulate_and_to_support_stand_with_the_plain_reason() {
    let workspace = workspace_with(a_week);
    let mut window = window_of(&workspace, Language::English);
    hit(&mut window, Key::Num3);
    window.get_by_label("1 2+1 meeting");
    window.get_by_label_contains("first order on 26 Nov");
    window.get_by_label("Calls: plan 3, done not known yet");
    window.get_all_by_label("Open: Стефан Великов").next().unwrap().click();
    window.run();
    assert_eq!(window.state().page(), Page::List);
}

#[test]
fn a_week_that_was_missed_is_chosen_and_held() {
    let workspace = workspace_with(a_week);
    workspace.change(|desk| {
        add_entry(desk, EntryKind::Task, "Нещо отпреди", When::day(november(5)), |_| {});
        run(desk, Command::HoldWeek { week: november(10), state: ReviewState::Done });
    });
    let mut window = window_of(&workspace, Language::Bulgarian);
    press(&mut window, "Друга седмица");
    click(&mut window, "седмица 47 · без анализ");
    window.get_by_label_contains("16–22 ноември");
    hit(&mut window, Key::Num5);
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    // Those that were held are read one after another.
    hit(&mut window, Key::Num1);
    hit(&mut window, Key::ArrowLeft);
    window.get_by_label_contains("9–15 ноември");
    press(&mut window, "Следващ анализ");
    window.get_by_label_contains("16–22 ноември");
    drop(window);
    assert_eq!(review_of(&workspace, 17).state, Some(ReviewState::Done));
    assert_eq!(review_of(&workspace, 24).state, None);
}

#[test]
fn today_offers_the_review_from_its_day_on_until_it_is_held() {
    let workspace = workspace_with(a_week);
    let mut window = open(workspace.options(Language::Bulgarian, Page::Today), [1280.0, 800.0]);
    let offered = |window: &Window| window.query_by_label("Седмичен анализ: Започни сега").is_some();
    assert!(!offered(&window), "on Tuesday it is not yet due");
    drop(window);
    window = open(on_friday(&workspace, Language::Bulgarian, Page::Today), [1280.0, 800.0]);
    assert!(offered(&window));
    drop(window);
    workspace.change(|desk| run(desk, Command::HoldWeek { week: november(24), state: ReviewState::Done }));
    window = open(on_friday(&workspace, Language::Bulgarian, Page::Today), [1280.0, 800.0]);
    assert!(!offered(&window));
}

#[test]
#[ignore = "draws pictures for the eye; run by hand"]
fn pictures() {
    let looks = [
        ("bg-light", Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
        ("bg-dark", Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
        ("en-light", Language::English, ThemeChoice::Light, [1920.0, 1080.0]),
        ("en-dark", Language::English, ThemeChoice::Dark, [1280.0, 800.0]),
    ];
    full_and_empty(&workspace_with(a_week), &looks, |name, workspace, (_, language, theme, size)| {
        let options = Options { theme: Some(*theme), ..on_friday(workspace, *language, Page::Review) };
        let mut window = open(options, *size);
        let full = name.starts_with("full");
        let tabs = match language {
            Language::Bulgarian => {
                ["1 · Трите показателя", "2 · План и направено", "3 · Хората", "4 · Корекции и план"]
            }
            Language::English => ["1 · Three figures", "2 · Plan and done", "3 · People", "4 · Corrections and plan"],
        };
        for (index, tab) in tabs.into_iter().enumerate().filter(|(index, _)| full || *index == 3) {
            click(&mut window, tab);
            if index == 3 && full {
                let bulgarian = *language == Language::Bulgarian;
                type_in(&mut window, if bulgarian { "Корекция" } else { "Correction" }, "Кафе със Стефан 30.11 17:30");
                hit(&mut window, Key::Enter);
                let line = if bulgarian {
                    "Корекция от „Обаждания: 12 от 20“"
                } else {
                    "Correction from “Calls: 12 of 20”"
                };
                press(&mut window, line);
            }
            picture(&mut window, &format!("review-{name}-{}", index + 1));
        }
        if full {
            hit(&mut window, Key::Tab);
            let last = if *language == Language::Bulgarian { "5 · Отчет" } else { "5 · Snapshot" };
            click(&mut window, last);
            picture(&mut window, &format!("review-{name}-5"));
            let mut window = open(
                Options {
                    page: Some(Page::Today),
                    theme: Some(*theme),
                    ..on_friday(workspace, *language, Page::Today)
                },
                *size,
            );
            picture(&mut window, &format!("review-{name}-today"));
        }
    });
}
