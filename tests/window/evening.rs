//! The evening review, through the real window code.

use chrono::Days;
use egui::accesskit::Role as Aloud;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::model::{
    Action, EntryKind, EntryState, Language, PlanAction, ReviewState, TaskNature, ThemeChoice, When,
};
use sponsor_core::query::Item;
use sponsor_desk::app::{App, Clock, Options, Page};

use crate::support::{Workspace, add_person, full_and_empty, open, picture, run};
use crate::today::{add_entry, at, press, timed, today, view_of, workspace_with};

pub fn window_at(workspace: &Workspace, language: Language) -> Harness<'static, App> {
    open(evening(workspace, language), [1280.0, 800.0])
}

pub fn evening(workspace: &Workspace, language: Language) -> Options {
    Options { clock: Clock::still(at(19, 34)), ..workspace.options(language, Page::Evening) }
}

pub fn step(window: &mut Harness<'static, App>, name: &str) {
    window
        .get_by(|node| node.role() == Aloud::Tab && node.label().is_some_and(|label| label.starts_with(name)))
        .click();
    window.run();
}

/// Chooses what can be done with the thing at hand.
fn choose(window: &mut Harness<'static, App>, name: &str) {
    window.get_by_role_and_label(Aloud::RadioButton, name).click();
    window.run();
}

pub fn key(window: &mut Harness<'static, App>, key: egui::Key) {
    window.key_press(key);
    window.run();
}

fn note(desk: &Desk, text: &str) {
    note_at(desk, text, 40);
}

/// A note that was jotted at so many minutes after noon.
pub fn note_at(desk: &Desk, text: &str, minute: u32) {
    add_entry(desk, EntryKind::Note, text, When::Undated, |entry| entry.created = at(12, minute));
}

pub fn tomorrow_of(workspace: &Workspace) -> Vec<Item> {
    let day = today() + Days::new(1);
    workspace.change(|desk| desk.read().unwrap().items(&(day..=day)).unwrap())
}

pub fn an_evening(desk: &Desk) {
    let petar = add_person(desk, "Петър Колев");
    add_entry(desk, EntryKind::Meeting, "Среща с Петър", timed(at(11, 0), 60), |entry| {
        entry.people.push(petar);
    });
    add_entry(desk, EntryKind::Call, "Обаждане на Стоян", timed(at(9, 30), 15), |entry| {
        entry.state = EntryState::Done;
    });
    add_entry(desk, EntryKind::Task, "Потвърди залата", When::day(today() - Days::new(2)), |_| {});
    add_entry(desk, EntryKind::Task, "Каталог за Мира", When::day(today()), |_| {});
    note(desk, "Ваня, сестрата на Ралица, търси нещо за ставите; да ѝ звънна в петък преди обяд");
    note(desk, "Надка Банева, съседка на Мира, Карлово");
    note(desk, "Мостри за Ралица да се вземат от склада");
    let tomorrow = today() + Days::new(1);
    add_entry(
        desk,
        EntryKind::Call,
        "Петър Колев",
        timed(tomorrow.and_hms_opt(9, 0, 0).unwrap(), 30),
        |entry| {
            entry.people.push(petar);
            "цена; плащане на две части".clone_into(&mut entry.note);
        },
    );
    add_entry(
        desk,
        EntryKind::Meeting,
        "Кафе с Мария Илиева",
        timed(tomorrow.and_hms_opt(14, 0, 0).unwrap(), 60),
        |entry| {
            "кафе „Централ“".clone_into(&mut entry.place);
        },
    );
    for days in 1..=12 {
        let state = if days == 10 { ReviewState::Rest } else { ReviewState::Done };
        run(desk, Command::HoldEvening { on: today() - Days::new(days), state });
    }
}

#[test]
fn happenings_are_written_line_after_line_and_a_call_is_understood() {
    let workspace = Workspace::empty();
    let mut window = window_at(&workspace, Language::Bulgarian);
    for line in ["Обадих се на Стоян", "Хубав ден"] {
        window.get_by_role_and_label(Aloud::TextInput, "Какво стана?").type_text(line);
        window.run();
        key(&mut window, egui::Key::Enter);
    }
    window.get_by_role_and_label(Aloud::Button, "Отвори: Хубав ден");
    drop(window);
    let view = view_of(&workspace);
    assert_eq!(view.programme.first().map(|item| (item.kind, item.state)), Some((EntryKind::Call, EntryState::Done)));
    assert_eq!(view.notes.first().map(|note| note.title.as_str()), Some("Хубав ден"));
}

#[test]
fn a_happening_is_with_the_people_of_the_list_whom_it_names() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_person(desk, "Стоян Вълчев");
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    window.get_by_role_and_label(Aloud::TextInput, "Какво стана?").type_text("Обадих се на Стоян");
    window.run();
    for chip in ["обаждане", "Стоян Вълчев"] {
        window.get_by_label(chip);
    }
    key(&mut window, egui::Key::Enter);
    drop(window);
    let call = view_of(&workspace).programme.into_iter().next().unwrap();
    assert_eq!((call.title.as_str(), call.state), ("Стоян Вълчев", EntryState::Done));
    assert_eq!(call.people.iter().map(|one| one.full.as_str()).collect::<Vec<_>>(), ["Стоян Вълчев"]);
}

#[test]
fn a_meeting_that_is_over_asks_how_it_went() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::English);
    window.get_by_role_and_label(Aloud::Button, "Open: Среща с Петър");
    choose(&mut window, "How did it go?");
    assert_eq!(window.state().page(), Page::Evening);
    window.get_by_role_and_label(Aloud::MultilineTextInput, "What we talked about");
}

#[test]
fn a_note_becomes_a_task_of_tomorrow_by_two_keys_and_is_taken_back_by_one() {
    let workspace = workspace_with(|desk| note(desk, "Мостри от склада"));
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::Num4);
    key(&mut window, egui::Key::Num1);
    key(&mut window, egui::Key::Enter);
    window.get_by_label("Бележките са подредени");
    press(&mut window, "Отмени: Мостри от склада");
    assert!(window.query_by_label("Бележките са подредени").is_none());
    key(&mut window, egui::Key::Enter);
    drop(window);
    let items = tomorrow_of(&workspace);
    assert_eq!(items.len(), 1);
    assert_eq!(items.first().map(|item| (item.kind, item.nature)), Some((EntryKind::Task, None)));
}

#[test]
fn a_note_becomes_a_promise_on_the_day_that_is_typed() {
    let workspace = workspace_with(|desk| note(desk, "Each price for Petar"));
    let mut window = window_at(&workspace, Language::English);
    step(&mut window, "Notes");
    key(&mut window, egui::Key::Num4);
    window.get_by_role_and_label(Aloud::TextInput, "When").focus();
    window.run();
    window.get_by_role_and_label(Aloud::TextInput, "When").type_text("friday");
    window.run();
    // In a field a number belongs to the text, and Enter confirms.
    key(&mut window, egui::Key::Enter);
    drop(window);
    let friday = today() + Days::new(3);
    let items = workspace.change(|desk| desk.read().unwrap().items(&(friday..=friday)).unwrap());
    assert_eq!(items.first().map(|item| item.nature), Some(Some(TaskNature::MyPromise)));
}

#[test]
fn a_note_becomes_a_contact_with_the_name_that_is_seen_in_it() {
    let workspace = workspace_with(|desk| note(desk, "Надка Банева, съседка на Мира, Карлово"));
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::Num3);
    let field = window.get_by_role_and_label(Aloud::TextInput, "Име на новия човек");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Надка Банева"));
    key(&mut window, egui::Key::Enter);
    drop(window);
    let names: Vec<_> = workspace
        .change(|desk| desk.read().unwrap().people().all().map(|person| person.name.full()).collect::<Vec<_>>());
    assert!(names.contains(&"Надка Банева".to_owned()), "{names:?}");
}

#[test]
fn a_proposed_call_is_taken_by_enter_and_a_note_stays_by_five() {
    let workspace = workspace_with(|desk| {
        note_at(desk, "Да звънна на Ива", 5);
        note_at(desk, "Валя сняг", 6);
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::Enter);
    key(&mut window, egui::Key::Num5);
    key(&mut window, egui::Key::Enter);
    window.get_by_label("Бележките са подредени");
    drop(window);
    let items = tomorrow_of(&workspace);
    assert_eq!(items.iter().map(|item| item.kind).collect::<Vec<_>>(), [EntryKind::Call]);
}

#[test]
fn what_is_unfinished_is_decided_and_tomorrow_fills() {
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Потвърди залата", When::day(today()), |_| {});
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Недовършени");
    choose(&mut window, "Премести");
    window.get_by_label("Няма недовършени");
    window.get_by_label("Потвърди залата");
    drop(window);
    assert_eq!(tomorrow_of(&workspace).len(), 1);
}

#[test]
fn a_task_is_added_for_tomorrow_in_the_last_step() {
    let workspace = Workspace::empty();
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Утре");
    window.get_by_role_and_label(Aloud::TextInput, "Добави за утре").focus();
    window.run();
    window.get_by_role_and_label(Aloud::TextInput, "Добави за утре").type_text("Визитки");
    window.run();
    key(&mut window, egui::Key::Enter);
    drop(window);
    assert_eq!(tomorrow_of(&workspace).first().map(|item| item.title.clone()), Some("Визитки".to_owned()));
}

#[test]
fn done_holds_the_evening_and_the_row_of_evenings_grows() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::Bulgarian);
    press(&mut window, "Готово");
    assert_eq!(window.state().page(), Page::Today);
    window.get_by_label("Вечерният преглед е направен");
    // Twelve evenings, one of them a planned rest that does not count and does not break, and this one.
    window.get_by_label_contains("12 поредни вечери");
}

#[test]
fn a_planned_rest_does_not_break_the_row() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::English);
    press(&mut window, "Rest");
    assert_eq!(window.state().page(), Page::Today);
    window.get_by_label("Rest this evening");
    assert!(window.query_by_label("Start now").is_none(), "nothing is offered on a planned rest");
    drop(window);
    let view = view_of(&workspace);
    assert_eq!((view.evening.held, view.evening.streak), (false, 11));
}

#[test]
fn escape_goes_back_and_everything_typed_is_there_after_a_restart() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::Bulgarian);
    window.get_by_role_and_label(Aloud::TextInput, "Какво стана?").type_text("Срещнах Ива");
    window.run();
    key(&mut window, egui::Key::Escape);
    assert_eq!(window.state().page(), Page::Today);
    drop(window);
    let window = window_at(&workspace, Language::English);
    let field = window.get_by_role_and_label(Aloud::TextInput, "What happened?");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Срещнах Ива"));
}

/// Types in the field that has this name and confirms.
pub fn say(window: &mut Harness<'static, App>, field: &str, text: &str) {
    window.get_by_role_and_label(Aloud::TextInput, field).focus();
    window.run();
    window.get_by_role_and_label(Aloud::TextInput, field).type_text(text);
    window.run();
    key(window, egui::Key::Enter);
}

fn undo(window: &mut Harness<'static, App>) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
}

pub fn states(workspace: &Workspace, day: chrono::NaiveDate) -> Vec<(String, EntryState)> {
    let items = workspace.change(|desk| desk.read().unwrap().items(&(day..=day)).unwrap());
    items.into_iter().map(|item| (item.title, item.state)).collect()
}

#[test]
fn a_line_tells_what_was_done_at_its_hour_and_what_comes_is_planned() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add_person(desk, "Мария Петрова");
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    for line in ["Обадих се на Мария в 14", "утре 10:00 Мария кафе"] {
        say(&mut window, "Какво стана?", line);
    }
    drop(window);
    let call = view_of(&workspace).programme.into_iter().next().unwrap();
    assert_eq!((call.kind, call.state, call.when), (EntryKind::Call, EntryState::Done, timed_at(14)));
    assert_eq!(call.people.len(), 1);
    let coffee = tomorrow_of(&workspace).into_iter().next().unwrap();
    assert_eq!((coffee.state, coffee.when.time()), (EntryState::Planned, chrono::NaiveTime::from_hms_opt(10, 0, 0)));
}

fn timed_at(hour: u32) -> When {
    When::Timed { start: at(hour, 0), minutes: None, zone: chrono_tz::Europe::Sofia }
}

#[test]
fn how_it_went_is_told_right_there_and_the_next_one_comes() {
    let workspace = workspace_with(|desk| {
        for (hour, title) in [(9, "Среща с Петър"), (11, "Среща с Елена")] {
            add_entry(desk, EntryKind::Meeting, title, timed(at(hour, 0), 60), |_| {});
        }
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    // The empty line is left by Enter; then the keys are those of what asks.
    key(&mut window, egui::Key::Enter);
    key(&mut window, egui::Key::Num1);
    window.get_by_role_and_label(Aloud::MultilineTextInput, "За какво говорихме");
    // It has the focus: one writes at once.
    window.event(egui::Event::Text("за цената".to_owned()));
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    window.run();
    assert_eq!(window.state().page(), Page::Evening);
    assert!(window.query_all_by_label("За какво говорихме").next().is_none());
    window.get_by_label("Среща с Елена");
    key(&mut window, egui::Key::Num2);
    drop(window);
    let view = view_of(&workspace);
    let said = |item: &Item| item.outcome.as_ref().map(|outcome| outcome.talked_about.clone());
    let told: Vec<_> = view.programme.iter().map(|item| (item.state, said(item))).collect();
    assert_eq!(told, [(EntryState::Done, Some("за цената".to_owned())), (EntryState::Done, None)]);
}

/// One meeting that is over.
fn a_meeting() -> Workspace {
    workspace_with(|desk| {
        add_entry(desk, EntryKind::Meeting, "Среща с Петър", timed(at(9, 0), 60), |_| {});
    })
}

fn commit(window: &mut Harness<'static, App>) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    window.run();
}

#[test]
fn what_cannot_be_saved_of_how_it_went_is_said_and_its_field_is_at_hand() {
    for (language, promise, until, wrong) in [
        (
            Language::Bulgarian,
            "Каква уговорка имаме",
            "До кога",
            "Не се разбира до кога е уговорката. Поправи деня или го изтрий.",
        ),
        (
            Language::English,
            "What we agreed",
            "Until when",
            "It is not clear until when the agreement is. Put the day right or delete it.",
        ),
    ] {
        let workspace = a_meeting();
        let mut window = window_at(&workspace, language);
        key(&mut window, egui::Key::Enter);
        key(&mut window, egui::Key::Num1);
        window.get_by_role_and_label(Aloud::MultilineTextInput, promise).focus();
        window.run();
        window.event(egui::Event::Text("Мостри".to_owned()));
        window.run();
        window.get_by_role_and_label(Aloud::TextInput, until).focus();
        window.run();
        window.event(egui::Event::Text("някога".to_owned()));
        window.run();
        window.get_by_role_and_label(Aloud::MultilineTextInput, promise).focus();
        window.run();
        commit(&mut window);
        window.get_by_label(wrong);
        let field = window.get_by_role_and_label(Aloud::TextInput, until);
        assert!(field.is_focused() && field.rect().bottom() < 800.0);
        // What is typed there puts it right.
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.run();
        window.event(egui::Event::Text("27.11".to_owned()));
        window.run();
        commit(&mut window);
        assert!(window.query_by_label(wrong).is_none());
        drop(window);
        assert_eq!(states(&workspace, today() + Days::new(3)), [("Мостри".to_owned(), EntryState::Planned)]);
    }
}

#[test]
fn an_untouched_form_says_that_it_took_place_and_makes_no_empty_telling() {
    let workspace = a_meeting();
    let mut window = window_at(&workspace, Language::Bulgarian);
    key(&mut window, egui::Key::Enter);
    key(&mut window, egui::Key::Num1);
    commit(&mut window);
    assert!(window.query_all_by_label("За какво говорихме").next().is_none(), "the form is closed");
    drop(window);
    let programme = view_of(&workspace).programme;
    let told: Vec<_> = programme.iter().map(|item| (item.state, item.outcome.is_none())).collect();
    assert_eq!(told, [(EntryState::Done, true)]);
}

#[test]
fn the_whole_review_is_held_by_the_keyboard_alone() {
    let workspace = workspace_with(|desk| {
        for number in 0..4 {
            add_entry(desk, EntryKind::Call, &format!("Обаждане {number}"), timed(at(9 + number, 0), 15), |_| {});
            add_entry(desk, EntryKind::Task, &format!("Задача {number}"), When::day(today()), |_| {});
            note_at(desk, &format!("Бележка {number}"), number);
        }
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    let press_all = |window: &mut Harness<'static, App>, keys: &[egui::Key]| {
        for pressed in keys {
            key(window, *pressed);
        }
    };
    use egui::Key::{Enter, Num1, Num2, Num3, Num4, Num5};
    // The line is left, three calls were made, one is moved, and the step is gone on from.
    press_all(&mut window, &[Enter, Num2, Num2, Num2, Num3, Enter]);
    press_all(&mut window, &[Num1, Enter, Num2, Enter, Num4, Enter, Num5, Enter, Enter]);
    press_all(&mut window, &[Num2, Num3, Num5]);
    // Another day is typed.
    key(&mut window, Num4);
    window.event(egui::Event::Text("петък".to_owned()));
    window.run();
    press_all(&mut window, &[Enter, Enter]);
    // Nothing else waits: Enter leaves the empty line, and the next one ends the review.
    press_all(&mut window, &[Enter, Enter]);
    assert_eq!(window.state().page(), Page::Today);
    drop(window);
    let view = view_of(&workspace);
    assert!(view.evening.held && view.overdue.is_empty() && view.notes.is_empty());
    let done = |title: &str| view.programme.iter().find(|item| item.title == title).map(|item| item.state);
    assert_eq!((done("Обаждане 2"), done("Задача 0")), (Some(EntryState::Done), Some(EntryState::Done)));
    assert_eq!(done("Задача 2"), Some(EntryState::Dropped));
    let planned: Vec<_> = tomorrow_of(&workspace).into_iter().map(|item| item.title).collect();
    for title in ["Обаждане 3", "Задача 1", "Бележка 0", "Бележка 1", "Бележка 2"] {
        assert!(planned.contains(&title.to_owned()), "{title} is not in {planned:?}");
    }
    assert_eq!(states(&workspace, today() + Days::new(3)), [("Задача 3".to_owned(), EntryState::Planned)]);
}

#[test]
fn undo_takes_the_last_decision_back_and_the_thing_is_at_hand_again() {
    let workspace = workspace_with(|desk| {
        for title in ["Първа", "Втора", "Трета"] {
            add_entry(desk, EntryKind::Task, title, When::day(today()), |_| {});
        }
    });
    let mut window = window_at(&workspace, Language::English);
    step(&mut window, "Unfinished");
    key(&mut window, egui::Key::ArrowRight);
    key(&mut window, egui::Key::Num5);
    undo(&mut window);
    key(&mut window, egui::Key::Num2);
    drop(window);
    let states = states(&workspace, today());
    assert!(states.contains(&("Втора".to_owned(), EntryState::Done)), "{states:?}");
    assert_eq!(states.iter().filter(|(_, state)| *state == EntryState::Planned).count(), 2);
}

#[test]
fn a_review_that_was_left_goes_on_from_there_after_a_restart() {
    let workspace = workspace_with(|desk| {
        for number in 0..3 {
            note_at(desk, &format!("Бележка {number}"), number);
        }
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::ArrowRight);
    key(&mut window, egui::Key::Escape);
    assert_eq!(window.state().page(), Page::Today);
    window.get_by_label_contains("спряно на „Бележки“");
    drop(window);
    let mut window = window_at(&workspace, Language::Bulgarian);
    let at_hand = window.get_by_role_and_label(Aloud::RadioButton, "Задача");
    assert!(at_hand.rect().top() > 0.0, "the step of notes is open");
    key(&mut window, egui::Key::Num5);
    key(&mut window, egui::Key::Enter);
    window.get_by_role_and_label(Aloud::Button, "Отмени: Бележка 1");
}

/// An evening with a plan for the week, people not heard from, and two things of tomorrow at the same hour.
pub fn a_full_evening(desk: &Desk) {
    an_evening(desk);
    for (name, days, about) in [("Павлина Дочева", 25, "кремът за лице"), ("Стефан Великов", 21, "обучението")]
    {
        let person = add_person(desk, name);
        let day = today() - Days::new(days);
        add_entry(desk, EntryKind::Call, about, timed(day.and_hms_opt(10, 0, 0).unwrap(), 15), |entry| {
            entry.people.push(person);
            entry.state = EntryState::Done;
        });
    }
    let me = desk.read().unwrap().settings().unwrap().me;
    for (action, planned) in [(PlanAction::Action(Action::Call), 20), (PlanAction::NewNames, 8)] {
        run(desk, Command::PlanCount { person: me, on: today(), action, planned });
    }
    let tomorrow = today() + Days::new(1);
    let start = tomorrow.and_hms_opt(14, 30, 0).unwrap();
    add_entry(desk, EntryKind::Call, "Обаждане на Мира", timed(start, 60), |_| {});
    add_entry(desk, EntryKind::Task, "Вземи мострите за Ралица", When::day(tomorrow), |_| {});
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
    full_and_empty(&workspace_with(a_full_evening), &looks, |name, workspace, (_, language, theme, size)| {
        let options = Options { theme: Some(*theme), ..evening(workspace, *language) };
        let mut window = open(options, *size);
        step(&mut window, if *language == Language::Bulgarian { "Какво стана" } else { "What happened" });
        picture(&mut window, &format!("evening-{name}-0"));
        let steps = match language {
            Language::Bulgarian => ["Бележки", "Недовършени", "Утре"],
            Language::English => ["Notes", "Unfinished", "Tomorrow"],
        };
        for (index, title) in steps.into_iter().enumerate() {
            step(&mut window, title);
            picture(&mut window, &format!("evening-{name}-{}", index + 1));
        }
        if name.starts_with("full") {
            step(&mut window, if *language == Language::Bulgarian { "Какво стана" } else { "What happened" });
            choose(&mut window, if *language == Language::Bulgarian { "Как мина?" } else { "How did it go?" });
            picture(&mut window, &format!("evening-{name}-4"));
        }
    });
}
