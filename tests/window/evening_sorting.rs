//! The evening review: whom a line names, what a note became, what was added tonight, twenty things by keys alone.

use chrono::Days;
use egui::accesskit::Role as Aloud;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{EntryKind, EntryState, Language, PersonId, When};

use crate::evening::{a_full_evening, an_evening, key, note_at, say, states, step, tomorrow_of, window_at};
use crate::support::{Window, Workspace, add_person};
use crate::today::{add_entry, at, timed, today, view_of, workspace_with};

/// Two people with one first name.
fn two_marias() -> (Workspace, [PersonId; 2]) {
    let mut ids = None;
    let workspace = workspace_with(|desk| {
        ids = Some(["Мария Илиева", "Мария Петрова"].map(|name| add_person(desk, name)));
    });
    (workspace, ids.unwrap())
}

fn asks(window: &Window) -> bool {
    window.query_by_label("Кого имаш предвид с „Мария“?").is_some()
}

fn written(workspace: &Workspace) -> Vec<(String, Vec<PersonId>)> {
    let programme = view_of(workspace).programme;
    programme.into_iter().map(|item| (item.title, item.people.iter().map(|one| one.id).collect())).collect()
}

#[test]
fn a_name_that_two_people_have_is_asked_about_before_the_line_is_kept() {
    let (workspace, [iliyeva, petrova]) = two_marias();
    let mut window = window_at(&workspace, Language::Bulgarian);
    say(&mut window, "Какво стана?", "Обадих се на Мария");
    assert!(asks(&window));
    assert!(window.query_by_label_contains("Отвори: ").is_none(), "nothing is kept before it is known who is meant");
    // The likeliest comes first; each has its key.
    let place = |name: &str| window.get_by_role_and_label(Aloud::Button, name).rect().left();
    let chosen = if place("Мария Илиева") < place("Мария Петрова") { petrova } else { iliyeva };
    key(&mut window, egui::Key::Num2);
    assert!(!asks(&window));
    // The next line can be written at once.
    let line = window.get_by_role_and_label(Aloud::TextInput, "Какво стана?");
    assert!(line.is_focused());
    drop(window);
    assert_eq!(written(&workspace).first().map(|(_, people)| people.clone()), Some(vec![chosen]));
}

#[test]
fn a_line_is_kept_without_a_person_by_a_second_enter_and_escape_goes_back_to_it() {
    let (workspace, _) = two_marias();
    let mut window = window_at(&workspace, Language::Bulgarian);
    say(&mut window, "Какво стана?", "Обадих се на Мария");
    key(&mut window, egui::Key::Escape);
    assert!(!asks(&window));
    window.get_by_role_and_label(Aloud::TextInput, "Какво стана?").focus();
    window.run();
    key(&mut window, egui::Key::Enter);
    assert!(asks(&window), "the line is still there and asks again");
    key(&mut window, egui::Key::Enter);
    assert!(!asks(&window));
    drop(window);
    let kept = written(&workspace);
    assert!(kept.iter().any(|(title, people)| title.contains("Мария") && people.is_empty()), "{kept:?}");
}

#[test]
fn a_line_for_tomorrow_asks_in_english_too() {
    let (workspace, _) = two_marias();
    let mut window = window_at(&workspace, Language::English);
    step(&mut window, "Tomorrow");
    say(&mut window, "Add for tomorrow", "14:00 call Мария");
    window.get_by_label("Who is meant by “Мария”?");
    key(&mut window, egui::Key::Num1);
    drop(window);
    assert_eq!(tomorrow_of(&workspace).iter().map(|item| item.people.len()).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_sorted_note_says_what_it_became() {
    let workspace = workspace_with(|desk| {
        for (minute, text) in
            ["Надка Банева, съседка", "Мостри от склада", "Обещах каталога", "Хубаво време"].into_iter().enumerate()
        {
            note_at(desk, text, u32::try_from(minute).unwrap());
        }
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    for number in [egui::Key::Num3, egui::Key::Num1, egui::Key::Num4, egui::Key::Num5] {
        key(&mut window, number);
        key(&mut window, egui::Key::Enter);
    }
    for became in ["контакт · Надка Б.", "задача · утре", "уговорка · утре", "бележка · остава"]
    {
        window.get_by_label(became);
    }
    window.get_by_role_and_label(Aloud::Button, "Отмени: Надка Банева, съседка").click();
    window.run();
    assert!(window.query_by_label("контакт · Надка Б.").is_none());
    assert!(window.query_by_label("задача · утре").is_some());
}

#[test]
fn what_was_added_tonight_is_marked_and_what_stood_there_before_is_not() {
    let tomorrow = today() + Days::new(1);
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Стара задача", When::day(tomorrow), |_| {});
        add_entry(desk, EntryKind::Task, "Каталог за Мира", When::day(today()), |_| {});
        note_at(desk, "Мостри от склада", 40);
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    assert!(window.query_by_label_contains("тази вечер").is_none());
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::Enter);
    step(&mut window, "Недовършени");
    key(&mut window, egui::Key::Num3);
    for title in ["Мостри от склада", "Каталог за Мира"] {
        window.get_by_label(&format!("Добавено тази вечер: {title}"));
    }
    assert!(window.query_by_label("Добавено тази вечер: Стара задача").is_none());
    window.get_by_label("Оцветеното се добави тази вечер");
}

#[test]
fn the_field_that_is_written_in_is_always_in_sight() {
    let workspace = workspace_with(a_full_evening);
    let mut window = window_at(&workspace, Language::Bulgarian);
    key(&mut window, egui::Key::Enter);
    key(&mut window, egui::Key::Enter);
    let mut seen = 0;
    for _ in 0..7 {
        let focused = window.query_all_by(|node| node.is_focused() && node.label().is_some()).next();
        if let Some(field) = focused.filter(|node| format!("{:?}", node.accesskit_node().role()).contains("TextInput"))
        {
            let rect = field.rect();
            assert!(
                rect.top() > 60.0 && rect.bottom() < 790.0,
                "{:?} lies at {rect:?}",
                field.accesskit_node().label()
            );
            seen += 1;
        }
        key(&mut window, egui::Key::Tab);
    }
    assert!(seen > 3, "{seen} fields had the keyboard");
}

#[test]
fn what_the_program_tells_does_not_lie_over_the_keys() {
    let workspace = workspace_with(an_evening);
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::Enter);
    let told = window.get_by_role_and_label(Aloud::Button, "Затвори").rect();
    for words in ["избери", "отменя", "Нататък"] {
        let hint = window.get_by_label_contains(words).rect();
        assert!(told.bottom() <= hint.top() || told.top() >= hint.bottom(), "{words}: {hint:?} beside {told:?}");
    }
}

#[test]
fn twenty_things_are_sorted_and_decided_by_the_keys_one_to_five_alone() {
    let workspace = workspace_with(|desk| {
        for number in 0..10 {
            note_at(desk, &format!("Мисъл {number}"), number);
        }
        for number in 0..4 {
            add_entry(desk, EntryKind::Call, &format!("Обаждане {number}"), timed(at(9 + number, 0), 15), |_| {});
        }
        for number in 0..6 {
            let from = today() - Days::new(number / 2);
            add_entry(desk, EntryKind::Task, &format!("Задача {number}"), When::day(from), |_| {});
        }
    });
    let mut window = window_at(&workspace, Language::Bulgarian);
    // The empty line is left; four calls are over: done, moved, dropped, done.
    key(&mut window, egui::Key::Enter);
    for number in [egui::Key::Num2, egui::Key::Num3, egui::Key::Num5, egui::Key::Num2] {
        key(&mut window, number);
    }
    key(&mut window, egui::Key::Enter);
    for number in [egui::Key::Num1, egui::Key::Num2, egui::Key::Num4, egui::Key::Num5, egui::Key::Num1].repeat(2) {
        key(&mut window, number);
        key(&mut window, egui::Key::Enter);
    }
    window.get_by_label("Бележките са подредени");
    key(&mut window, egui::Key::Enter);
    for number in [egui::Key::Num2, egui::Key::Num3, egui::Key::Num5].repeat(2) {
        key(&mut window, number);
    }
    for _ in 0..3 {
        key(&mut window, egui::Key::Enter);
    }
    drop(window);
    let view = view_of(&workspace);
    assert!(view.evening.held, "the evening is held without the pointer");
    assert_eq!(view.overdue, []);
    assert!(view.notes.iter().all(|note| note.sorted));
    let done = states(&workspace, today()).into_iter().filter(|(_, state)| *state == EntryState::Done).count();
    assert_eq!(tomorrow_of(&workspace).len(), 8 + 1 + 2);
    assert!(done >= 2, "{done}");
}

#[test]
fn an_evening_of_nothing_is_held_in_english_by_enter_alone() {
    let workspace = Workspace::empty();
    let mut window = window_at(&workspace, Language::English);
    for (shown, title) in [
        ("One thing a line", "What happened"),
        ("The notes are sorted", "Notes"),
        ("Nothing is unfinished", "Unfinished"),
        ("The day of tomorrow", "Tomorrow"),
    ] {
        let chosen = window
            .get_by(|node| node.role() == Aloud::Tab && node.label().is_some_and(|label| label.starts_with(title)));
        assert!(chosen.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True), "{title}");
        assert!(window.query_all_by_label_contains(shown).next().is_some(), "{title} says {shown}");
        key(&mut window, egui::Key::Enter);
    }
    // The last step has a line, too: its empty one was left, and now the review ends.
    key(&mut window, egui::Key::Enter);
    drop(window);
    assert!(view_of(&workspace).evening.held);
}

#[test]
fn what_is_moved_says_to_which_day() {
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Каталог за Мира", When::day(today()), |_| {});
    });
    for (language, open, told) in [
        (Language::Bulgarian, "Недовършени", "Преместено за утре: Каталог за Мира"),
        (Language::English, "Unfinished", "Moved to tomorrow: Каталог за Мира"),
    ] {
        let mut window = window_at(&workspace, language);
        step(&mut window, open);
        key(&mut window, egui::Key::Num3);
        assert!(window.query_all_by_label(told).next().is_some(), "{told}");
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
        window.run();
    }
}

#[test]
fn in_the_palette_a_page_stands_before_those_in_whose_notes_its_word_stands() {
    let workspace = workspace_with(|desk| {
        add_person(desk, "Вечерен Гостев");
        add_person(desk, "Evening Guest");
    });
    for (language, typed, page) in
        [(Language::Bulgarian, "вечерен", "Вечерен преглед"), (Language::English, "evening", "Evening review")]
    {
        let mut window = window_at(&workspace, language);
        step(&mut window, if language == Language::Bulgarian { "Бележки" } else { "Notes" });
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
        window.run();
        window.get_all_by_role(Aloud::TextInput).last().unwrap().type_text(typed);
        window.run();
        let place = |name: &str| {
            window
                .get_all_by(|node| node.label().is_some_and(|label| label.starts_with(name)))
                .last()
                .unwrap()
                .rect()
                .top()
        };
        let person = if language == Language::Bulgarian { "Вечерен Гостев" } else { "Evening Guest" };
        assert!(place(page) < place(person), "{page} at {} and {person} at {}", place(page), place(person));
    }
}

#[test]
fn a_name_for_a_new_contact_is_typed_at_once_where_the_note_says_none() {
    let workspace = workspace_with(|desk| note_at(desk, "търси нещо за ставите", 40));
    let mut window = window_at(&workspace, Language::Bulgarian);
    step(&mut window, "Бележки");
    key(&mut window, egui::Key::Num3);
    window.event(egui::Event::Text("Грета Илиева".to_owned()));
    window.run();
    key(&mut window, egui::Key::Enter);
    window.get_by_label("контакт · Грета И.");
}
