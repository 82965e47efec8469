//! Tests of the page or part of the same name, through the real window code.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::model::{
    Action, Entry, EntryId, EntryKind, EntryState, Language, PersonId, Priority, Repeat, TaskNature, Training, When,
};
use sponsor_core::query::Item;
use sponsor_desk::app::{App, Options, Page};

use crate::diary_forms::people;
use crate::support::{LOOKS, Workspace, add_person, moment, open, picture, run};

pub type Window = Harness<'static, App>;

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(on: u32, hour: u32, minute: u32) -> NaiveDateTime {
    day(on).and_hms_opt(hour, minute, 0).unwrap()
}

pub fn timed(on: u32, hour: u32, minute: u32, minutes: u32) -> When {
    When::Timed { start: at(on, hour, minute), minutes: Some(minutes), zone: chrono_tz::Europe::Sofia }
}

/// Adds an entry, shaped further.
pub fn add(desk: &Desk, kind: EntryKind, title: &str, when: When, shape: impl FnOnce(&mut Entry)) -> EntryId {
    let id = EntryId::new(desk.ids(), moment());
    let mut entry = Entry::new(id, kind, title, when, moment());
    shape(&mut entry);
    run(desk, Command::AddEntry(Box::new(entry)));
    id
}

/// A workspace with one meeting over, one ahead, and its people.
pub fn some() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let maria = add_person(desk, "Мария Петрова");
        add_person(desk, "Гого Стоев");
        add(desk, EntryKind::Meeting, "Мария Петрова", timed(24, 14, 0, 60), |entry| {
            entry.people = vec![maria];
        });
        add(desk, EntryKind::Meeting, "Кафе с Мария", timed(24, 11, 0, 60), |entry| {
            entry.people = vec![maria];
        });
    });
    workspace
}

pub fn all(workspace: &Workspace) -> Vec<Item> {
    workspace
        .change(|desk| desk.read().unwrap().items(&(day(1)..=NaiveDate::from_ymd_opt(2027, 3, 1).unwrap())).unwrap())
}

pub fn titled(workspace: &Workspace, title: &str) -> Vec<Item> {
    all(workspace).into_iter().filter(|item| item.title == title).collect()
}

pub fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

/// Clicks what is named so and can be pressed.
pub fn press(window: &mut Window, label: &str) {
    window.get_by_role_and_label(egui::accesskit::Role::Button, label).click();
    window.run();
}

pub fn key(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

pub fn type_into(window: &mut Window, label: &str, text: &str) {
    let field = window.get_all_by_label(label).find(|node| {
        matches!(
            node.accesskit_node().role(),
            egui::accesskit::Role::TextInput | egui::accesskit::Role::MultilineTextInput
        )
    });
    field.unwrap().focus();
    window.run();
    let field = window.get_all_by_label(label).find(|node| {
        matches!(
            node.accesskit_node().role(),
            egui::accesskit::Role::TextInput | egui::accesskit::Role::MultilineTextInput
        )
    });
    field.unwrap().type_text(text);
    window.run();
}

/// Drags from a place to another and keeps holding.
pub fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    pointer(window, from, Some(true));
    pointer(window, (from + to.to_vec2()) / 2.0, None);
    pointer(window, to, None);
    pointer(window, to, None);
}

/// Lets go of what is dragged.
pub fn let_go(window: &mut Window, at: Pos2) {
    pointer(window, at, Some(false));
    window.event(egui::Event::PointerGone);
    window.run();
}

/// Moves the pointer and, if said, presses or lets go, for one frame.
pub fn pointer(window: &mut Window, pos: Pos2, pressed: Option<bool>) {
    window.event(egui::Event::PointerMoved(pos));
    if let Some(pressed) = pressed {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.step();
}

pub const COFFEE: &str = "вторник 24 ноември, 11:00 до 12:00, среща, Кафе с Мария, Мария Петрова, Как мина?";

#[test]
fn every_entry_of_the_week_has_its_full_name_and_opens_its_pane_by_enter() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let name = "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова";
    window.get_by_label(name).focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("брои се като: среща");
    window.get_by_label("Готово");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("брои се като: среща").is_none());
}

#[test]
fn an_entry_is_typed_kept_over_escape_and_saved_by_a_key_and_undone() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Презентация");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("Какво е").is_none());
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "До", "2 часа");
    window.get_by_label("15:00");
    type_into(&mut window, "Хора", "Гого");
    key(&mut window, Modifiers::NONE, Key::Enter);
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window.query_by_label("Какво е").is_none());
    window.get_by_label("вторник 24 ноември, 13:00 до 15:00, среща, Презентация, Гого Стоев");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert!(titled(&workspace, "Презентация").is_empty());
}

#[test]
fn what_is_wrong_stands_beside_the_field_and_nothing_is_saved() {
    let workspace = some();
    let mut window = workspace.window(Language::English, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "To", "коте");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("There is no text. Say in a few words what it is.");
    window.get_by_label("What it is");
    drop(window);
    assert_eq!(all(&workspace).len(), 2);
}

#[test]
fn a_name_that_is_not_on_the_list_becomes_a_new_person_when_the_entry_is_saved() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Хора", "Станка Попова");
    press(&mut window, "Нов човек „Станка Попова“");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    drop(window);
    assert_eq!(titled(&workspace, "Станка Попова").first().unwrap().people.first().unwrap().full, "Станка Попова");
}

#[test]
fn a_click_on_a_free_hour_begins_an_entry_there_and_a_drag_says_until_when() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let column = window.get_by_label("сряда 25 ноември, нов запис").rect();
    // Where an hour is seen on the screen, measured from an entry at two.
    let two = window.get_by_label("вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова").rect().top() - 1.0;
    let y = |hour: f32| two + (hour - 14.0) * 56.0;
    let from = pos2(column.center().x, y(10.0) + 4.0);
    pointer(&mut window, from, Some(true));
    pointer(&mut window, from, Some(false));
    window.run();
    type_into(&mut window, "Какво е", "Пазар");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    // A tip of the same words may be open under the pointer.
    let entry = |window: &Window, name: &str| window.query_all_by_label(name).next().is_some();
    assert!(entry(&window, "сряда 25 ноември, 10:00 до 11:00, среща, Пазар"));
    let from = pos2(column.center().x, y(12.0) + 1.0);
    let to = pos2(column.center().x, y(13.5) - 1.0);
    pointer(&mut window, from, Some(true));
    pointer(&mut window, (from + to.to_vec2()) / 2.0, None);
    pointer(&mut window, to, None);
    pointer(&mut window, to, Some(false));
    window.run();
    type_into(&mut window, "Какво е", "Разходка");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(entry(&window, "сряда 25 ноември, 12:00 до 13:30, среща, Разходка"));
}

#[test]
fn an_entry_is_moved_and_stretched_by_drag_and_escape_leaves_it_where_it_was() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let start = |window: &Window, name: &str| window.get_all_by_label(name).next().unwrap().rect();
    let from = start(&window, "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова");
    let right = start(&window, "сряда 25 ноември, нов запис").center().x;
    let to = pos2(right, from.center().y + 56.0);
    drag(&mut window, from.center(), to);
    key(&mut window, Modifiers::NONE, Key::Escape);
    pointer(&mut window, to, Some(false));
    window.run();
    start(&window, "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова");
    drag(&mut window, from.center(), to);
    pointer(&mut window, to, Some(false));
    window.run();
    let moved = start(&window, "сряда 25 ноември, 15:00 до 16:00, среща, Мария Петрова");
    let edge = moved.center_bottom() - egui::vec2(0.0, 2.0);
    drag(&mut window, edge, edge + egui::vec2(0.0, 28.0));
    pointer(&mut window, edge + egui::vec2(0.0, 28.0), Some(false));
    window.run();
    start(&window, "сряда 25 ноември, 15:00 до 16:30, среща, Мария Петрова");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    start(&window, "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова");
}

#[test]
fn what_happened_creates_call_promise_and_person_and_one_undo_takes_all_back() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    type_into(&mut window, "За какво говорихме", "Продуктите");
    type_into(&mut window, "Кога да звънна: Дата", "петък");
    type_into(&mut window, "Кога да звънна: Час", "10:30");
    type_into(&mut window, "Каква уговорка имаме", "Опитва мострите");
    type_into(&mut window, "Нови контакти", "Станка Попова");
    window.get_by_label("обаждане, пт 27 ноем · 10:30");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("проведена");
    window.get_by_label("Продуктите");
    drop(window);
    let calls = titled(&workspace, "Мария Петрова");
    assert!(calls.iter().any(|item| item.kind == EntryKind::Call && item.when.first_day() == Some(day(27))));
    assert_eq!(titled(&workspace, "Опитва мострите").first().unwrap().nature, Some(TaskNature::MyPromise));
    assert_eq!(people(&workspace), 4);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert_eq!((all(&workspace).len(), people(&workspace)), (2, 3));
    assert_eq!(titled(&workspace, "Кафе с Мария").first().unwrap().state, EntryState::Planned);
}

#[test]
fn what_is_typed_about_a_meeting_survives_escape_and_another_language() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    type_into(&mut window, "Кое е важно", "Решава с мъжа си");
    key(&mut window, Modifiers::NONE, Key::Escape);
    drop(window);
    let mut window = workspace.window(Language::English, Page::Diary);
    click(&mut window, "Tuesday 24 November, 11:00 to 12:00, meeting, Кафе с Мария, Мария Петрова, How did it go?");
    let mut values = window.get_all_by_label("What matters").filter_map(|node| node.value());
    assert!(values.any(|value| value == "Решава с мъжа си"));
}

#[test]
fn an_entry_is_done_moved_and_dropped_from_its_pane() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "вторник 24 ноември, 14:00 до 15:00, среща, Мария Петрова");
    press(&mut window, "Премести");
    window.get_by_label("На дата").focus();
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::A);
    type_into(&mut window, "На дата", "сряда");
    press(&mut window, "Премести записа");
    window.get_by_label("сряда 25 ноември, 14:00 до 15:00, среща, Мария Петрова");
    press(&mut window, "Отпада");
    window.get_by_label("сряда 25 ноември, 14:00 до 15:00, среща, Мария Петрова, отпаднало");
    press(&mut window, "Пак планирано");
    press(&mut window, "Готово");
    window.get_by_label("сряда 25 ноември, 14:00 до 15:00, среща, Мария Петрова, проведена");
}

#[test]
fn one_day_of_a_series_has_its_own_state_and_can_go_alone() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, EntryKind::Task, "Вечерен преглед", timed(23, 9, 0, 30), |entry| {
            entry.repeat = Repeat::new("FREQ=DAILY").ok();
        });
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    let named = |weekday: &str| format!("{weekday} ноември, 09:00 до 09:30, задача, Вечерен преглед");
    click(&mut window, &named("вторник 24"));
    press(&mut window, "Готово");
    window.get_by_label(&format!("{}, направено", named("вторник 24")));
    click(&mut window, &named("сряда 25"));
    press(&mut window, "Още");
    click(&mut window, "Изтрий само този ден");
    assert!(window.query_by_label(&named("сряда 25")).is_none());
    window.get_by_label(&named("четвъртък 26"));
}

#[test]
fn the_row_of_the_plan_is_changed_by_one_key() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, COFFEE);
    key(&mut window, Modifiers::COMMAND, Key::B);
    window.get_by_label("брои се като: среща 2+1");
    drop(window);
    assert_eq!(titled(&workspace, "Кафе с Мария").first().unwrap().action, Some(Action::TwoPlusOne));
}

#[test]
fn weeks_turn_by_keys_and_a_date_is_reached_by_typing_it() {
    let workspace = some();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::PageDown);
    window.get_by_label("30 ноември – 6 декември · седмица 49");
    key(&mut window, Modifiers::NONE, Key::ArrowLeft);
    window.get_by_label("23–29 ноември · седмица 48");
    click(&mut window, "Към дата");
    type_into(&mut window, "Към дата", "5.1.2027");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("4–10 януари");
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::NONE, Key::T);
    window.get_by_label("23–29 ноември · седмица 48");
}

#[test]
fn the_agenda_shows_the_days_to_come_and_filters_hold_back_the_rest() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let maria = add_person(desk, "Мария Петрова");
        add(desk, EntryKind::Meeting, "Кафе с Мария", timed(24, 11, 0, 60), |entry| {
            entry.people = vec![maria];
        });
        add(desk, EntryKind::Call, "Ива", timed(30, 9, 0, 15), |entry| entry.priority = Priority::Urgent);
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "Предстоящо");
    let call = "понеделник 30 ноември, 09:00 до 09:15, обаждане, Ива, спешно";
    window.get_by_label(call);
    window.get_by_label(COFFEE);
    click(&mut window, "Вид");
    click(&mut window, "Обаждане");
    window.get_by_label(call);
    assert!(window.query_by_label(COFFEE).is_none());
    press(&mut window, "Без филтри");
    window.get_by_label(COFFEE);
}

#[test]
fn who_came_to_a_training_is_ticked_and_a_guest_is_added_by_name() {
    let workspace = Workspace::empty();
    let (id, iva) = workspace.change(|desk| {
        let iva = add_person(desk, "Ива Колева");
        let id = add(desk, EntryKind::Event, "Обучение", timed(24, 10, 0, 60), |entry| {
            entry.training = Some(Training { invited: vec![iva], ..Training::default() });
        });
        (id, iva)
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    click(&mut window, "вторник 24 ноември, 10:00 до 11:00, събитие, Обучение, Как мина?");
    click(&mut window, "Дойде: Ива Колева");
    click(&mut window, "Иска да се развива: Ива Колева");
    type_into(&mut window, "Още един човек", "Гост Гостев");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Дойде: Гост Гостев");
    drop(window);
    let entry = workspace.change(|desk| desk.read().unwrap().entry(id).unwrap().unwrap());
    let came = entry.training.unwrap().came;
    assert!(came.iter().any(|one| one.person == iva && one.wants_more));
    assert_eq!(came.len(), 2);
}

#[test]
fn an_empty_diary_says_what_will_stand_there() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::English, Page::Diary);
    window.get_by_label_contains("This week is still empty");
    click(&mut window, "Agenda");
    window.get_by_label("Nothing is ahead");
}

/// A full week, as in a diary that is used.
fn full() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let [elena, ralitsa, petar, maria, stefan] =
            ["Елена Димова", "Ралица Попова", "Петър Колев", "Мария Иванова", "Стефан Величков"]
                .map(|name| add_person(desk, name));
        let plain = |kind, title: &str, when, priority, people: &[PersonId], state| {
            let people = people.to_vec();
            add(desk, kind, title, when, |entry| {
                (entry.priority, entry.people, entry.state) = (priority, people, state);
            });
        };
        use EntryKind::{Call, Event, Meeting, Note, Task};
        use EntryState::{Done, Dropped, Planned};
        use Priority::{Important, Necessary, Other, Urgent};
        plain(Task, "План за седмицата", timed(23, 9, 0, 45), Necessary, &[], Done);
        plain(Meeting, "Посрещане: Елена Димова", timed(23, 10, 0, 90), Important, &[elena], Done);
        plain(Call, "Обаждания · 4", timed(23, 15, 15, 60), Necessary, &[], Done);
        plain(Call, "Петър Колев", timed(24, 9, 30, 25), Urgent, &[petar], Done);
        plain(
            Meeting,
            "2+1: Елена Димова и Ралица Попова",
            timed(24, 11, 0, 60),
            Important,
            &[elena, ralitsa],
            Planned,
        );
        plain(Call, "Стефан Величков", timed(24, 14, 30, 30), Necessary, &[stefan], Planned);
        plain(Event, "Обучение онлайн", timed(24, 18, 0, 60), Important, &[], Planned);
        plain(Call, "Петър Колев", timed(25, 9, 0, 30), Urgent, &[petar], Planned);
        plain(Meeting, "С Елена Димова", timed(25, 10, 0, 90), Important, &[elena], Planned);
        plain(Call, "Мария Иванова", timed(25, 10, 30, 60), Necessary, &[maria], Planned);
        plain(Meeting, "Мария Иванова", timed(25, 14, 0, 60), Necessary, &[maria], Planned);
        plain(Meeting, "Втора среща: Елена Димова", timed(26, 10, 0, 60), Urgent, &[elena], Planned);
        plain(Meeting, "Обяд с Асен Манев", timed(26, 12, 30, 60), Other, &[], Planned);
        plain(Meeting, "Калина Тодорова", timed(27, 16, 0, 90), Necessary, &[], Planned);
        plain(Task, "Анализ", timed(27, 17, 0, 60), Important, &[], Planned);
        plain(Call, "Ралица Попова", timed(27, 10, 30, 30), Necessary, &[ralitsa], Dropped);
        plain(Event, "Обучение на живо: живо спонсориране", timed(28, 10, 0, 180), Important, &[], Planned);
        plain(Event, "Първите 3 дни на Елена Димова", When::AllDay { from: day(23), to: day(26) }, Other, &[], Planned);
        plain(Task, "Зала за събота", When::day(day(23)), Urgent, &[], Planned);
        plain(Task, "Каталози", When::day(day(27)), Necessary, &[], Planned);
        plain(Event, "Велинград", When::day(day(29)), Other, &[], Planned);
        for note in ["Ваня, сестрата на Ралица, търси нещо за ставите; да ѝ звънна в петък", "Зала 2 е свободна"]
        {
            plain(Note, note, When::Undated, Other, &[], Planned);
        }
    });
    workspace
}

const MEETING: &str = "вторник 24 ноември, 11:00 до 12:00, среща, 2+1: Елена Димова и Ралица Попова, важно, Как мина?";

#[test]
fn pictures() {
    let (full, empty) = (full(), Workspace::empty());
    for (look, language, theme) in LOOKS {
        let options =
            |workspace: &Workspace| Options { theme: Some(theme), ..workspace.options(language, Page::Diary) };
        let mut window = open(options(&full), [1280.0, 800.0]);
        picture(&mut window, &format!("diary-{look}"));
        if look == "bg-light" {
            click(&mut window, MEETING);
            type_into(&mut window, "Каква уговорка имаме", "Опитва мострите до 1 декември.");
            type_into(&mut window, "Кога да звънна: Дата", "в петък към 10:30");
            picture(&mut window, "diary-pane-bg-light");
            key(&mut window, Modifiers::COMMAND, Key::N);
            type_into(&mut window, "Какво е", "Среща 2+1: Елена и Гого");
            window.get_by_label("От").focus();
            window.run();
            key(&mut window, Modifiers::COMMAND, Key::A);
            type_into(&mut window, "От", "14:30");
            type_into(&mut window, "До", "1 час");
            type_into(&mut window, "Хора", "Еле");
            picture(&mut window, "diary-form-bg-light");
            key(&mut window, Modifiers::NONE, Key::Escape);
        }
        click(&mut window, if language == Language::Bulgarian { "Предстоящо" } else { "Agenda" });
        picture(&mut window, &format!("diary-agenda-{look}"));
        drop(window);
        let mut window = open(options(&full), [1920.0, 1080.0]);
        picture(&mut window, &format!("diary-wide-{look}"));
        if look == "bg-dark" {
            key(&mut window, Modifiers::COMMAND, Key::N);
            picture(&mut window, "diary-form-wide-bg-dark");
            key(&mut window, Modifiers::NONE, Key::Escape);
            click(&mut window, MEETING);
            picture(&mut window, "diary-pane-wide-bg-dark");
        }
        drop(window);
        let mut window = open(options(&empty), [1280.0, 800.0]);
        picture(&mut window, &format!("diary-empty-{look}"));
    }
}
