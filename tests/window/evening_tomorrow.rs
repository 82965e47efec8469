//! The evening review of tomorrow and of past days, through the real window code.

use chrono::{Datelike as _, Days};
use egui::accesskit::Role as Aloud;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::model::{Action, EntryKind, EntryState, Language, Phone, PlanAction, ReviewState, When};
use sponsor_desk::app::{Clock, Options, Page};

use crate::evening::{an_evening, key, say, states, step, tomorrow_of, window_at};
use crate::support::{Window, Workspace, add_person, open, run};
use crate::today::{add_entry, press, timed, today, view_of, workspace_with};

#[test]
fn a_past_day_is_reviewed_and_its_evening_counts() {
    let yesterday = today() - Days::new(1);
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Вчерашна", When::day(yesterday), |_| {});
        add_entry(desk, EntryKind::Task, "Днешна", When::day(today()), |_| {});
        run(desk, Command::HoldEvening { on: today() - Days::new(2), state: ReviewState::Done });
        run(desk, Command::HoldEvening { on: today(), state: ReviewState::Done });
    });
    assert_eq!(view_of(&workspace).evening.streak, 1);
    let mut window = window_at(&workspace, Language::Bulgarian);
    press(&mut window, "Предишен ден");
    step(&mut window, "Какво стана на 23 ноември?");
    say(&mut window, "Какво стана?", "Обадих се на Иво в 15");
    step(&mut window, "Недовършени");
    window.get_by_label("Вчерашна");
    // Of a past day things go to the day after it, if that has not passed.
    key(&mut window, egui::Key::Num3);
    window.get_by_label("Няма недовършени");
    step(&mut window, "Днес 2");
    press(&mut window, "Готово");
    drop(window);
    let view = view_of(&workspace);
    assert_eq!(view.evening.streak, 3);
    let of_yesterday = states(&workspace, yesterday);
    assert_eq!(of_yesterday, [("Иво".to_owned(), EntryState::Done)]);
    assert!(states(&workspace, today()).contains(&("Вчерашна".to_owned(), EntryState::Planned)));
}

#[test]
fn a_day_of_the_past_is_chosen_by_its_date_and_none_that_is_to_come() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::English);
    press(&mut window, "Another day");
    say(&mut window, "Evening review of", "20.11.2026");
    step(&mut window, "What happened on 20 November?");
    press(&mut window, "The day after");
    step(&mut window, "What happened on 21 November?");
    drop(window);
    let mut window = window_at(&workspace, Language::English);
    press(&mut window, "Another day");
    say(&mut window, "Evening review of", "1.12.2026");
    key(&mut window, egui::Key::Escape);
    step(&mut window, "What happened on 21 November?");
}

#[test]
fn the_last_evenings_of_a_month_speak_of_the_next_one() {
    let workspace = Workspace::empty();
    let shown = |day: u32| {
        let clock = Clock::still(today().with_day(day).unwrap().and_hms_opt(19, 34, 0).unwrap());
        let options = Options { clock, ..workspace.options(Language::Bulgarian, Page::Evening) };
        let mut window = open(options, [1280.0, 800.0]);
        step(&mut window, "Утре");
        window.query_all_by_label_contains("1 декември").next().is_some()
    };
    assert_eq!([27, 28, 30].map(shown), [false, true, true]);
}

#[test]
fn what_was_planned_in_the_evening_is_the_day_of_the_next_morning() {
    let workspace = Workspace::empty();
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Утре");
    say(&mut window, "Добави за утре", "10:00 кафе с Мария");
    drop(window);
    let morning = (today() + Days::new(1)).and_hms_opt(8, 0, 0).unwrap();
    let options = Options { clock: Clock::still(morning), ..workspace.options(Language::Bulgarian, Page::Today) };
    let window = open(options, [1280.0, 800.0]);
    window.get_by_label_contains("10:00");
    assert!(window.query_all_by_label_contains("Мария").next().is_some());
}

#[test]
fn suggestions_are_taken_by_a_key_and_nothing_is_added_by_itself() {
    let workspace = workspace_with(|desk| {
        let petar = add_person(desk, "Петър Колев");
        let day = today() - Days::new(30);
        let call = add_entry(
            desk,
            EntryKind::Call,
            "ремонтът",
            timed(day.and_hms_opt(10, 0, 0).unwrap(), 15),
            |entry| {
                entry.people.push(petar);
                entry.state = EntryState::Done;
            },
        );
        assert!(desk.read().unwrap().entry(call).unwrap().is_some());
        let me = desk.read().unwrap().settings().unwrap().me;
        let action = PlanAction::Action(Action::Call);
        run(desk, Command::PlanCount { person: me, on: today(), action, planned: 6 });
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Утре");
    window.get_by_label_contains("още 6 за седмицата");
    window.get_by_label_contains("ремонтът");
    assert!(window.query_all_by_label("Петър Колев").count() > 0);
    // The empty line is left by Enter; then the keys are those of what is suggested.
    key(&mut window, egui::Key::Enter);
    key(&mut window, egui::Key::Num1);
    key(&mut window, egui::Key::Num2);
    drop(window);
    let planned: Vec<_> = tomorrow_of(&workspace)
        .into_iter()
        .map(|item| (item.kind, item.action, item.count, item.people.len()))
        .collect();
    // Six calls over the five days that are left, and one to whom it is time to hear.
    let call = Some(Action::Call);
    assert_eq!(planned.len(), 2, "{planned:?}");
    assert!(planned.contains(&(EntryKind::Call, call.clone(), 2, 0)), "{planned:?}");
    assert!(planned.contains(&(EntryKind::Call, call, 1, 1)), "{planned:?}");
}

#[test]
fn the_last_step_begins_in_its_line_and_suggests_tasks_without_a_date() {
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Визитки за печат", When::Undated, |_| {});
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Утре");
    // One writes at once, and each Enter keeps a line.
    window.event(egui::Event::Text("9:30 Обаждане за залата".to_owned()));
    window.run();
    key(&mut window, egui::Key::Enter);
    assert!(window.query_all_by_label("Без дата").next().is_some());
    // The Enter that leaves the empty line does not end the review.
    key(&mut window, egui::Key::Enter);
    assert_eq!(window.state().page(), Page::Evening);
    key(&mut window, egui::Key::Num1);
    drop(window);
    let mut planned: Vec<_> = tomorrow_of(&workspace).into_iter().map(|item| item.title).collect();
    planned.sort();
    assert_eq!(planned.len(), 2, "{planned:?}");
    assert!(planned.contains(&"Визитки за печат".to_owned()), "{planned:?}");
}

#[test]
fn where_nothing_is_suggested_that_is_one_quiet_line() {
    let workspace = workspace_with(|_| {});
    let mut window = window_at(&workspace, Language::English);
    step(&mut window, "Tomorrow");
    let words = window.get_by_label_contains("tasks without a date").rect();
    assert!(words.height() < 60.0, "{words:?}");
    let line = window.get_by_role_and_label(Aloud::TextInput, "Add for tomorrow").rect();
    assert!(words.top() - line.bottom() < 120.0, "no big empty box: {line:?} {words:?}");
}

#[test]
fn an_overlap_of_tomorrow_is_told_and_a_line_is_understood() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Утре");
    say(&mut window, "Добави за утре", "14:30 среща с Ралица");
    step(&mut window, "Какво стана");
    assert!(window.query_all_by_label_contains("застъпва се").count() >= 2);
    drop(window);
    let meeting = tomorrow_of(&workspace).into_iter().find(|item| item.title.contains("Ралица")).unwrap();
    assert_eq!((meeting.kind, meeting.when.time()), (EntryKind::Meeting, chrono::NaiveTime::from_hms_opt(14, 30, 0)));
}

#[test]
fn a_suggestion_is_drawn_onto_an_hour() {
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Каталог за Мира", When::day(today()), |_| {});
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Утре");
    let from = window.get_by_label("Каталог за Мира").rect().center();
    let column = window.get_by_role_and_label(Aloud::Image, "Часовете на деня").rect();
    let to = egui::pos2(column.center().x, column.top() + 4.0 + 25.0 * 2.0 + 3.0);
    window.event(egui::Event::PointerMoved(from));
    let pressed = |pressed, pos| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    window.event(pressed(true, from));
    window.run_steps(1);
    for share in [0.3, 0.6, 1.0] {
        window.event(egui::Event::PointerMoved(from + (to - from) * share));
        window.run_steps(1);
    }
    window.event(pressed(false, to));
    window.run();
    drop(window);
    let item = tomorrow_of(&workspace).into_iter().next().expect("it was let go on an hour");
    assert_eq!((item.title.as_str(), item.when.time()), ("Каталог за Мира", chrono::NaiveTime::from_hms_opt(10, 0, 0)));
}

#[test]
fn the_day_is_printed_as_a_page_that_names_people_and_phones() {
    let workspace = workspace_with(an_evening);
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let petar = view.people().all().find(|person| person.name.full() == "Петър Колев").unwrap();
        let mut petar = (**petar).clone();
        petar.phones.push(Phone { number: "0888 555 407".to_owned(), label: String::new() });
        drop(view);
        run(desk, Command::EditPerson(Box::new(petar)));
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    press(&mut window, "Отпечатай деня");
    drop(window);
    let opened = workspace.opener.opened();
    let file = opened.first().expect("the viewer is open");
    let text = pdf_extract::extract_text(file).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Сряда, 25 ноември", "09:00", "Петър Колев", "555 407", "цена; плащане", "Вечерен преглед"]
    {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn a_missed_evening_breaks_the_row_and_a_rest_does_not() {
    let held = |days: &[(u64, ReviewState)]| {
        let workspace = workspace_with(|desk| {
            for (back, state) in days {
                run(desk, Command::HoldEvening { on: today() - Days::new(*back), state: *state });
            }
        });
        view_of(&workspace).evening.streak
    };
    use ReviewState::{Done, Open, Rest};
    assert_eq!(held(&[(1, Done), (2, Rest), (3, Done)]), 2);
    assert_eq!(held(&[(1, Done), (3, Done)]), 1);
    assert_eq!(held(&[(1, Open), (2, Done)]), 0);
    assert_eq!(held(&[(1, Rest), (2, Rest), (3, Done)]), 1);
}

/// A review of today at this moment, at its last step.
fn at_the_last_step(workspace: &Workspace, language: Language, on: chrono::NaiveDate) -> Window {
    let clock = Clock::still(on.and_hms_opt(19, 34, 0).unwrap());
    let options = Options { clock, ..workspace.options(language, Page::Evening) };
    let mut window = open(options, [1280.0, 800.0]);
    step(&mut window, if language == Language::Bulgarian { "Утре" } else { "Tomorrow" });
    window
}

#[test]
fn a_review_that_was_left_yesterday_is_mentioned_with_its_day_until_the_next_one_is_begun() {
    let workspace = Workspace::empty();
    let yesterday = today() - Days::new(1);
    drop(at_the_last_step(&workspace, Language::English, yesterday));
    let window = workspace.window(Language::English, Page::Today);
    window.get_by_label_contains("The review was not finished: yesterday");
    drop(window);
    drop(at_the_last_step(&workspace, Language::Bulgarian, today()));
    let window = workspace.window(Language::Bulgarian, Page::Today);
    assert!(window.query_by_label_contains("Прегледът не е завършен").is_none());
}

#[test]
fn at_the_end_of_a_month_three_questions_are_answered_and_kept_and_taken_back() {
    let workspace = Workspace::empty();
    let last = today().with_day(29).unwrap();
    let mut window = at_the_last_step(&workspace, Language::Bulgarian, last);
    press(&mut window, "Отговори сега");
    for (field, answer) in [("Какво направих", "двадесет обаждания"), ("Какво променям", "обаждания преди обяд")]
    {
        window.get_by_role_and_label(Aloud::MultilineTextInput, field).focus();
        window.run();
        window.get_by_role_and_label(Aloud::MultilineTextInput, field).type_text(answer);
        window.run();
    }
    // What was typed survives the way out and the restart.
    key(&mut window, egui::Key::Escape);
    drop(window);
    let mut window = at_the_last_step(&workspace, Language::Bulgarian, last);
    press(&mut window, "Отговори сега");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    window.run();
    for answer in ["двадесет обаждания", "обаждания преди обяд"] {
        window.get_by_label(answer);
    }
    assert!(window.query_by_label("Какво запазвам").is_none(), "what was not answered is not said");
    drop(window);
    // The day after it is still known.
    let mut window = at_the_last_step(&workspace, Language::English, last + Days::new(1));
    window.get_by_label("двадесет обаждания");
    window.get_by_role_and_label(Aloud::Button, "Edit");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    assert!(window.query_by_label("двадесет обаждания").is_none());
}

#[test]
fn in_january_one_looks_back_at_the_year() {
    let workspace = Workspace::empty();
    let on = chrono::NaiveDate::from_ymd_opt(2027, 1, 5).unwrap();
    let window = at_the_last_step(&workspace, Language::Bulgarian, on);
    window.get_by_label("Поглед назад към 2026 г.");
    drop(window);
    let window = at_the_last_step(&workspace, Language::English, on + Days::new(40));
    assert!(window.query_by_label("Looking back at 2026").is_none());
}

/// The text of what was printed last.
fn printed(workspace: &Workspace) -> String {
    let opened = workspace.opener.opened();
    let text = pdf_extract::extract_text(opened.last().unwrap()).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A day with seven rows of the plan, a meeting of an hour, and two with the same person.
fn a_planned_day(desk: &sponsor_core::Desk) {
    let me = desk.read().unwrap().settings().unwrap().me;
    let actions = [
        Action::Call,
        Action::Invitation,
        Action::Meeting,
        Action::TwoPlusOne,
        Action::Presentation,
        Action::FollowUp,
        Action::OnlinePost,
    ];
    for action in actions {
        let action = PlanAction::Action(action);
        run(desk, Command::PlanCount { person: me, on: today() + Days::new(1), action, planned: 3 });
    }
    let ralitsa = add_person(desk, "Ралица Попова");
    add_entry(
        desk,
        EntryKind::Call,
        "кремът",
        timed((today() - Days::new(9)).and_hms_opt(9, 0, 0).unwrap(), 15),
        |call| {
            call.state = EntryState::Done;
            call.people.push(ralitsa);
        },
    );
    for hour in [10, 15] {
        let start = (today() + Days::new(1)).and_hms_opt(hour, 0, 0).unwrap();
        add_entry(desk, EntryKind::Event, "Разговор", timed(start, 60), |entry| entry.people.push(ralitsa));
    }
}

#[test]
fn the_printed_day_has_every_row_of_the_plan_its_name_day_and_asks_a_person_once() {
    let workspace = workspace_with(a_planned_day);
    let mut window = window_at(&workspace, Language::Bulgarian);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::P);
    window.run();
    drop(window);
    let text = printed(&workspace);
    let rows = ["обаждания", "покани", "срещи", "срещи 2+1", "презентации", "последващи разговори", "публикации"];
    for words in rows.into_iter().chain(["имен ден: Климент", "до 11:00", "Нови имена и телефони", "12:00"])
    {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    assert_eq!(text.matches("кремът").count(), 1, "{text}");
}

#[test]
fn what_is_taken_out_of_the_page_is_not_printed() {
    let workspace = workspace_with(a_planned_day);
    let mut window = window_at(&workspace, Language::English);
    press(&mut window, "On the sheet");
    for part in ["Free hours", "The rows of the plan", "Empty lines"] {
        window.get_by_role_and_label(Aloud::CheckBox, part).click();
        window.run();
    }
    window.get_by_role_and_label(Aloud::RadioButton, "2 on A4").click();
    window.run();
    key(&mut window, egui::Key::Escape);
    press(&mut window, "Print the day");
    drop(window);
    let text = printed(&workspace);
    for words in ["12:00", "From the plan", "New names and phones"] {
        assert!(!text.contains(words), "{words} stands in {text}");
    }
    assert_eq!(text.matches("Wednesday 25 November").count(), 2, "it stands twice on the sheet: {text}");
}
