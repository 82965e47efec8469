//! What the diary's forms understand, create and give back.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{EntryKind, Language, Repeat, TaskNature, Training, When};
use sponsor_desk::app::Page;

use crate::diary::{COFFEE, Window, add, all, click, day, key, press, some, timed, titled, type_into};
use crate::support::Workspace;

/// Whether something is named so; a message at the bottom is said aloud too, so there may be two.
fn shown(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

pub fn people(workspace: &Workspace) -> usize {
    workspace.change(|desk| desk.read().unwrap().people().len())
}

#[test]
fn an_entry_and_its_new_people_are_one_thing_done_and_one_undone() {
    let workspace = some();
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "What it is", "Разходка");
    type_into(&mut window, "People", "Станка Попова");
    press(&mut window, "New person “Станка Попова”");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(shown(&window, "Written down: Разходка; a new person on the list"));
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert_eq!((all(&workspace).len(), people(&workspace)), (2, 3));
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    drop(window);
    assert_eq!((titled(&workspace, "Разходка").len(), people(&workspace)), (1, 4));
}

#[test]
fn a_training_and_its_new_guest_are_undone_together() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, EntryKind::Event, "Обучение", timed(24, 10, 0, 60), |entry| {
            entry.training = Some(Training::default());
        });
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "вторник 24 ноември, 10:00 до 11:00, събитие, Обучение, Как мина?");
    type_into(&mut window, "Още един човек", "Станка Попова");
    press(&mut window, "Нов човек „Станка Попова“");
    assert!(shown(&window, "Променен запис, с нови хора: Обучение · Станка Попова"));
    window.get_by_label("Дойде: Станка Попова");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.query_by_label("Дойде: Станка Попова").is_none());
    drop(window);
    assert_eq!(people(&workspace), 1);
}

/// What stands in the field that is named so.
fn typed(window: &Window, label: &str) -> Option<String> {
    let is_text = |role| matches!(role, egui::accesskit::Role::TextInput | egui::accesskit::Role::MultilineTextInput);
    let field = window.query_all_by_label(label).find(|node| is_text(node.accesskit_node().role()));
    field.and_then(|field| field.value())
}

/// Presses what may stand below what is seen.
fn reach(window: &mut Window, label: &str) {
    window.get_by_role_and_label(egui::accesskit::Role::Button, label).scroll_to_me();
    window.run();
    press(window, label);
}

fn undo(window: &mut Window) {
    press(window, "Отмени");
}

#[test]
fn a_day_inside_the_words_of_a_promise_is_its_day_and_can_be_taken_away() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    type_into(&mut window, "Каква уговорка имаме", "Опитва мострите до петък");
    type_into(&mut window, "Кога да звънна: Дата", "в четвъртък след работа, в 18:30");
    window.get_by_label("до пт 27 ноем");
    window.get_by_label("чт 26 ноем · 18:30");
    window.get_by_label("обаждане, чт 26 ноем · 18:30");
    reach(&mut window, "Махни до пт 27 ноем");
    assert!(!shown(&window, "до пт 27 ноем"));
    type_into(&mut window, "Каква уговорка имаме", " и до 1 декември решава");
    reach(&mut window, "Махни чт 26 ноем · 18:30");
    assert_eq!(typed(&window, "Кога да звънна: Дата").as_deref(), Some(""));
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let promise = titled(&workspace, "Опитва мострите до петък и до 1 декември решава").pop().unwrap();
    assert_eq!((promise.nature, promise.when), (Some(TaskNature::MyPromise), When::day(day(25))));
    assert_eq!(all(&workspace).len(), 3);
}

#[test]
fn a_day_inside_english_words_is_read_and_saved() {
    let workspace = some();
    let mut window = workspace.window(Language::English, Page::Diary);
    click(&mut window, "Tuesday 24 November, 11:00 to 12:00, meeting, Кафе с Мария, Мария Петрова, How did it go?");
    type_into(&mut window, "What we agreed", "Tries the samples by Friday");
    window.get_by_label("by Fri 27 Nov");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    let promise = titled(&workspace, "Tries the samples by Friday").pop().unwrap();
    assert_eq!(promise.when, When::day(day(27)));
}

#[test]
fn someone_met_by_chance_comes_to_the_list_with_what_happened() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    type_into(&mut window, "С кого се срещнах", "Станка Попова");
    press(&mut window, "Нов човек „Станка Попова“");
    window.get_by_label("Ще се създадат");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(shown(&window, "Как мина: Кафе с Мария · Станка Попова"));
    undo(&mut window);
    drop(window);
    assert_eq!(people(&workspace), 3);
}

#[test]
fn what_was_typed_is_in_the_form_again_when_its_saving_is_taken_back() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    type_into(&mut window, "За какво говорихме", "Продуктите");
    type_into(&mut window, "Нови контакти", "Станка Попова");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    undo(&mut window);
    assert_eq!(typed(&window, "За какво говорихме").as_deref(), Some("Продуктите"));
    assert_eq!(typed(&window, "Нови контакти").as_deref(), Some("Станка Попова"));
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Разходка");
    type_into(&mut window, "Хора", "Гошо Манев");
    press(&mut window, "Нов човек „Гошо Манев“");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    // Also after a restart, by the key.
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    key(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!(typed(&window, "Какво е").as_deref(), Some("Разходка"));
    window.get_by_label("Махни Гошо Манев");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!((titled(&workspace, "Разходка").len(), people(&workspace)), (1, 4));
}

#[test]
fn a_form_whose_saving_is_done_again_is_empty_again() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Разходка");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    undo(&mut window);
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    key(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!(typed(&window, "Какво е").as_deref(), Some(""));
    drop(window);
    assert_eq!(titled(&workspace, "Разходка").len(), 1);
}

#[test]
fn a_jotted_line_is_in_its_field_again_when_it_is_taken_back() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    type_into(&mut window, "Запиши нещо", "мостри за Ралица");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(typed(&window, "Запиши нещо").as_deref(), Some(""));
    window.get_all_by_role_and_label(egui::accesskit::Role::Button, "Отмени").last().unwrap().click();
    window.run();
    assert_eq!(typed(&window, "Запиши нещо").as_deref(), Some("мостри за Ралица"));
}

#[test]
fn the_form_says_what_is_at_that_hour() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    window.get_by_label("По това време е свободно.");
    window.get_by_label("От").focus();
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::A);
    type_into(&mut window, "От", "14:30");
    window.get_by_label("По това време: среща с Мария Петрова, 14:00–15:00");
}

#[test]
fn notes_of_a_day_stand_behind_a_chip_in_the_week_and_at_the_end_of_their_day() {
    let workspace = some();
    workspace.change(|desk| {
        add(desk, EntryKind::Note, "мостри за Ралица", When::Undated, |_| {});
        add(desk, EntryKind::Note, "зала 2 е свободна", When::day(day(24)), |_| {});
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let name = "вторник 24 ноември, бележка, мостри за Ралица";
    assert!(!shown(&window, name));
    press(&mut window, "вторник 24 ноември, 2 бележки");
    press(&mut window, "мостри за Ралица");
    window.get_by_label("вт 24 ноем · записано в 12:40");
    for words in ["без дата", "вт 24 ноем · цял ден"] {
        assert!(!shown(&window, words), "{words}");
    }
    key(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Предстоящо");
    let note = window.get_by_label(name).rect();
    let coffee = window.get_by_label("вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова").rect();
    assert!(note.top() >= coffee.bottom());
}

#[test]
fn a_past_day_of_a_series_waits_on_today_and_is_decided_by_itself() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, EntryKind::Task, "Отчет", timed(17, 9, 0, 30), |entry| {
            entry.repeat = Repeat::new("FREQ=DAILY;COUNT=2").ok();
        });
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    let drops = |window: &Window| window.query_all_by_role_and_label(egui::accesskit::Role::Button, "Отпада").count();
    assert_eq!(drops(&window), 2);
    window.get_all_by_role_and_label(egui::accesskit::Role::Button, "Отпада").next().unwrap().click();
    window.run();
    assert_eq!(drops(&window), 1);
    drop(window);
    let states: Vec<_> = titled(&workspace, "Отчет").into_iter().map(|item| item.state).collect();
    assert_eq!(states, [sponsor_core::model::EntryState::Dropped, sponsor_core::model::EntryState::Planned]);
}

#[test]
fn a_form_that_opens_with_an_older_draft_says_so_and_typing_replaces_its_title() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    assert!(!shown(&window, "Започни наново"));
    type_into(&mut window, "Какво е", "Разходка");
    assert!(!shown(&window, "Недовършен запис от 12:40"), "it is being typed now");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, "Отвори отново");
    assert!(shown(&window, "Недовършен запис от 12:40"));
    assert_eq!(typed(&window, "Какво е").as_deref(), Some("Разходка"));
    window.event(egui::Event::Text("Обяд".to_owned()));
    window.run();
    assert_eq!(typed(&window, "Какво е").as_deref(), Some("Обяд"));
    crate::support::picture(&mut window, "older-entry-bg-light");
    press(&mut window, "Започни наново");
    assert_eq!(typed(&window, "Какво е").as_deref(), Some(""));
    assert!(!shown(&window, "Започни наново"));
    drop(window);
    assert!(titled(&workspace, "Разходка").is_empty());
}

#[test]
fn a_person_who_was_left_unfinished_is_said_to_be_so_when_the_form_opens_again() {
    let workspace = some();
    let mut window = workspace.window(Language::English, Page::List);
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    key(&mut window, shift, Key::N);
    type_into(&mut window, "First name", "Станка");
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, shift, Key::N);
    assert!(shown(&window, "Unfinished, from 12:40"));
    press(&mut window, "Start over");
    assert_eq!(typed(&window, "First name").as_deref(), Some(""));
}

#[test]
fn what_was_done_is_listed_by_days_and_found_by_the_word_history() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::K);
    type_into(&mut window, "Търси", "история");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(shown(&window, "днес") && window.query_all_by_label_contains("Нов запис: ").count() > 0);
    crate::support::picture(&mut window, "history-bg-light");
}

#[test]
fn an_entry_without_a_typed_end_lasts_as_long_as_its_field_says() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Разходка");
    // From 13:00, which is the next whole hour.
    assert!(shown(&window, "14:00"), "how the end is read stands below «До»");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Разходка").pop().unwrap().when, timed(24, 13, 0, 60));
}

#[test]
fn a_name_that_is_typed_and_not_confirmed_is_said_to_be_missing() {
    let workspace = some();
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "What it is", "Разходка");
    type_into(&mut window, "People", "Станка");
    assert!(shown(&window, "Станка: not among the people yet, confirm with Enter"));
}
