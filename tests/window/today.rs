//! Today and what it does, through the real window code.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use egui::accesskit::Role as Aloud;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rust_decimal::Decimal;
use sponsor_core::command::{Command, OutcomeForm};
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::{
    Action, Attendance, Entry, EntryId, EntryKind, EntryState, Language, Mode, PersonId, PlanAction, Points, Priority,
    Reading, ReadingId, Registration, ReviewState, Role, Scope, Stage, TaskNature, ThemeChoice, Training, When,
};
use sponsor_core::{Desk, query};
use sponsor_desk::app::{App, Clock, Options, Page};

use crate::structure::register;
use crate::support::{Workspace, add_person, full_and_empty, moment, now, open, picture, run};

pub fn today() -> NaiveDate {
    moment().date()
}

pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    today().and_hms_opt(hour, minute, 0).unwrap()
}

pub fn timed(start: NaiveDateTime, minutes: u32) -> When {
    When::Timed { start, minutes: Some(minutes), zone: chrono_tz::Europe::Sofia }
}

/// Adds an entry that is shaped by `shape`.
pub fn add_entry(desk: &Desk, kind: EntryKind, title: &str, when: When, shape: impl FnOnce(&mut Entry)) -> EntryId {
    let id = EntryId::new(desk.ids(), moment());
    let mut entry = Entry::new(id, kind, title, when, moment());
    shape(&mut entry);
    run(desk, Command::AddEntry(Box::new(entry)));
    id
}

/// A call that was made so many days ago.
fn called(desk: &Desk, person: PersonId, days: u64, about: &str) {
    let day = today() - Days::new(days);
    let call = add_entry(desk, EntryKind::Call, about, timed(day.and_hms_opt(10, 0, 0).unwrap(), 15), |entry| {
        entry.people.push(person);
    });
    let entry = desk.read().unwrap().entry(call).unwrap().unwrap();
    let outcome = OutcomeForm { talked_about: about.to_owned(), ..OutcomeForm::about(&entry, None) };
    run(desk, Command::RecordOutcome(Box::new(outcome)));
}

fn me(desk: &Desk) -> PersonId {
    desk.read().unwrap().settings().unwrap().me
}

/// A registered partner directly below the user, some hours after the registration.
fn registered(desk: &Desk, name: &str, hours_ago: i64) -> PersonId {
    let person = add_person(desk, name);
    let from = moment() - TimeDelta::hours(hours_ago);
    let mut registration = Registration::new(from.date(), Role::Partner, me(desk));
    registration.at = Some(from.time());
    registration.first_steps_from = Some(from);
    run(desk, Command::Register { person, registration });
    person
}

/// The day of the pictures.
fn full(desk: &Desk) {
    let petar = add_person(desk, "Петър Колев");
    let elena = registered(desk, "Елена Димова", 26);
    let ralitsa = add_person(desk, "Ралица Попова");
    for (name, days, about) in [
        ("Павлина Дочева", 25, "кремът за лице"),
        ("Стефан Великов", 21, "кога е удобно обучението"),
        ("Мира Николова", 19, "дъщеря ѝ и поръчката"),
        ("Иван Стоянов", 18, "работата на смени"),
        ("Ваня Манолова", 17, "ставите на майка ѝ"),
        ("Кирил Антонов", 16, "колата"),
        ("Александрина Константинова", 15, "ваканцията"),
    ] {
        let person = add_person(desk, name);
        called(desk, person, days, about);
    }
    day_of(desk, petar, elena, ralitsa);
    figures_of(desk, elena, petar);
}

fn day_of(desk: &Desk, petar: PersonId, elena: PersonId, ralitsa: PersonId) {
    let day = When::day(today());
    let call =
        add_entry(desk, EntryKind::Call, "Обаждане на Петър Колев", timed(at(9, 30), 15), |entry| {
            entry.people.push(petar);
        });
    let entry = desk.read().unwrap().entry(call).unwrap().unwrap();
    let promise = "цената на стартовия пакет".to_owned();
    run(desk, Command::RecordOutcome(Box::new(OutcomeForm { promise, ..OutcomeForm::about(&entry, None) })));
    add_entry(desk, EntryKind::Meeting, "Среща 2+1 с Елена и Ралица", timed(at(11, 0), 60), |entry| {
        entry.people.extend([elena, ralitsa]);
        "кафе „Старинен файтон“".clone_into(&mut entry.place);
    });
    add_entry(desk, EntryKind::Call, "Обаждане на Стоян Вълчев", timed(at(14, 30), 15), |entry| {
        entry.priority = Priority::Necessary;
        "Как мина разговорът със сестра му?".clone_into(&mut entry.note);
    });
    add_entry(
        desk,
        EntryKind::Event,
        "Обучение онлайн: първите 3 дни",
        timed(at(18, 0), 90),
        |entry| {
            entry.priority = Priority::Important;
            entry.mode = Some(Mode::Online);
            entry.training = Some(Training { invited: vec![elena, ralitsa, petar], ..Training::default() });
        },
    );
    add_entry(desk, EntryKind::Task, "Изпрати на Мира каталога", day, |entry| {
        entry.priority = Priority::Necessary;
        entry.nature = Some(TaskNature::MyPromise);
    });
    add_entry(desk, EntryKind::Task, "Поздрави Йоана", day, |entry| entry.state = EntryState::Done);
    add_entry(desk, EntryKind::Task, "Потвърди залата за събота", When::day(today() - Days::new(1)), |_| {});
    add_entry(desk, EntryKind::Note, "Петър пита може ли да плати на две части", When::Undated, |_| {});
    add_entry(desk, EntryKind::Note, "Ваня, сестрата на Ралица, търси нещо за ставите", When::Undated, |_| {});
}

fn figures_of(desk: &Desk, elena: PersonId, petar: PersonId) {
    for (on, points) in [(today(), 1284), (NaiveDate::from_ymd_opt(2026, 10, 24).unwrap(), 1146)] {
        let id = ReadingId::new(desk.ids(), moment());
        let points = Points::new(Decimal::from(points)).unwrap();
        run(desk, Command::AddReading(Reading { id, on, scope: Scope::Whole, points, source: String::new() }));
    }
    let october = NaiveDate::from_ymd_opt(2026, 10, 12).unwrap();
    let came = |person| Attendance { person, mode: Mode::InPerson, wants_more: true };
    for (day, came) in [(october, vec![came(elena), came(petar)]), (today() - Days::new(9), vec![came(elena)])] {
        add_entry(desk, EntryKind::Event, "Обучение", timed(day.and_hms_opt(18, 0, 0).unwrap(), 60), |entry| {
            entry.state = EntryState::Done;
            entry.training = Some(Training { came, ..Training::default() });
        });
    }
    let person = me(desk);
    for (action, planned) in [
        (PlanAction::NewNames, 10),
        (PlanAction::Action(Action::Call), 20),
        (PlanAction::Action(Action::TwoPlusOne), 3),
    ] {
        run(desk, Command::PlanCount { person, on: today(), action, planned });
    }
    for days in 1..=12 {
        run(desk, Command::HoldEvening { on: today() - Days::new(days), state: ReviewState::Done });
    }
}

pub fn workspace_with(change: impl FnOnce(&Desk)) -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(change);
    workspace
}

pub fn press(window: &mut Harness<'static, App>, name: &str) {
    window.get_by_role_and_label(Aloud::Button, name).click();
    window.run();
}

/// What the workspace holds of today, once the window is closed.
pub fn view_of(workspace: &Workspace) -> query::TodayView {
    workspace.change(|desk| query::today(&desk.read().unwrap(), now()).unwrap())
}

#[test]
fn the_day_stands_in_order_of_time_and_a_meeting_that_is_over_asks_how_it_went() {
    let workspace = workspace_with(full);
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("вторник, 24 ноември · 12:40");
    window.get_by_label("сега 12:40");
    let top = |name: &str| window.get_by_role_and_label(Aloud::Button, name).rect().top();
    let meeting = top("Отвори: Среща 2+1 с Елена и Ралица");
    let line = window.get_by_label("сега 12:40").rect().top();
    let call = top("Отвори: Обаждане на Стоян Вълчев");
    assert!(meeting < line && line < call, "{meeting} {line} {call}");
    window.get_by_label("направено");
    press(&mut window, "Как мина?");
    assert_eq!(window.state().page(), Page::Diary);
}

#[test]
fn a_task_is_ticked_on_the_page_and_taken_back_with_one_undo() {
    let workspace = workspace_with(full);
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    let tick = |window: &Harness<'static, App>| {
        let name = "Направено: Изпрати на Мира каталога";
        window.get_by_role_and_label(Aloud::CheckBox, name).accesskit_node().toggled()
    };
    assert_eq!(tick(&window), Some(egui::accesskit::Toggled::False));
    window.get_by_role_and_label(Aloud::CheckBox, "Направено: Изпрати на Мира каталога").click();
    window.run();
    assert_eq!(tick(&window), Some(egui::accesskit::Toggled::True));
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    assert_eq!(tick(&window), Some(egui::accesskit::Toggled::False));
}

#[test]
fn what_waits_from_before_is_decided_in_place() {
    let late = When::day(today() - Days::new(1));
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Потвърди залата", late, |_| {});
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("вчера");
    press(&mut window, "Премести");
    press(&mut window, "За утре");
    assert!(window.query_by_label("вчера").is_none());
    drop(window);
    let items = workspace.change(|desk| {
        let tomorrow = today() + Days::new(1);
        desk.read().unwrap().items(&(tomorrow..=tomorrow)).unwrap()
    });
    assert_eq!(items.first().map(|item| item.title.as_str()), Some("Потвърди залата"));
}

#[test]
fn what_waits_from_before_is_moved_to_a_date_that_is_typed() {
    let late = When::day(today() - Days::new(3));
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Потвърди залата", late, |_| {});
    });
    let mut window = workspace.window(Language::English, Page::Today);
    press(&mut window, "Move");
    window.get_by_role_and_label(Aloud::TextInput, "Another date").focus();
    window.run();
    window.get_by_role_and_label(Aloud::TextInput, "Another date").type_text("Friday");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    drop(window);
    let friday = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let items = workspace.change(|desk| desk.read().unwrap().items(&(friday..=friday)).unwrap());
    assert_eq!(items.len(), 1);
}

#[test]
fn what_waits_from_before_is_done_or_dropped() {
    let late = When::day(today() - Days::new(1));
    let workspace = workspace_with(|desk| {
        add_entry(desk, EntryKind::Task, "Потвърди залата", late, |_| {});
    });
    for (seed, button, state) in [(1, "Готово", EntryState::Done), (2, "Отпада", EntryState::Dropped)] {
        let options = Options { seed, ..workspace.options(Language::Bulgarian, Page::Today) };
        let mut window = open(options, [1280.0, 800.0]);
        press(&mut window, button);
        assert!(window.query_by_label("вчера").is_none());
        drop(window);
        let yesterday = today() - Days::new(1);
        let items = workspace.change(|desk| desk.read().unwrap().items(&(yesterday..=yesterday)).unwrap());
        assert_eq!(items.first().map(|item| item.state), Some(state));
        workspace.change(|desk| desk.undo().unwrap());
    }
}

#[test]
fn five_people_not_heard_from_are_shown_where_there_is_room_each_with_a_thing_to_ask_and_the_way_to_the_others() {
    let workspace = workspace_with(full);
    let mut window = open(workspace.options(Language::Bulgarian, Page::Today), [1440.0, 1240.0]);
    window.get_by_label_contains("25 дни, през 14");
    window.get_by_label_contains("последно: кремът за лице\u{a0}·\u{a0}30\u{a0}окт");
    assert!(window.query_by_role_and_label(Aloud::Button, "Кирил Антонов").is_none());
    press(&mut window, "още 2");
    assert_eq!(window.state().page(), Page::List);
    window.get_by_role(Aloud::Table);
    window.get_by_label_contains("Кирил Антонов,");
    window.state_mut().show_page(Page::Today);
    window.run();
    press(&mut window, "Павлина Дочева");
    assert_ne!(window.state().page(), Page::Today);
}

#[test]
fn the_example_is_one_screen_on_a_small_window() {
    let workspace = Workspace::missing();
    let recipe = Recipe { seed: 1, size: Size::Small, language: Language::Bulgarian, now: now() };
    build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
    let window = workspace.window(Language::Bulgarian, Page::Today);
    assert!(window.query_all_by_label_contains("284").count() > 0);
    for last in ["Започни сега", "Показатели"] {
        let lowest = window.query_all_by_role_and_label(Aloud::Button, last).map(|node| node.rect().bottom());
        let lowest = lowest.fold(0.0, f32::max);
        assert!(lowest > 0.0 && lowest <= 800.0, "{last} ends at {lowest}");
    }
}

#[test]
fn a_call_made_now_stands_in_the_diary_as_done_and_the_person_is_no_longer_late() {
    let workspace = workspace_with(|desk| {
        let person = add_person(desk, "Павлина Дочева");
        called(desk, person, 25, "кремът");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    press(&mut window, "Обади се: Павлина Дочева");
    press(&mut window, "Запази");
    assert!(window.query_by_label("Обади се: Павлина Дочева").is_none());
    window.get_by_role_and_label(Aloud::Button, "Отвори: Павлина Дочева");
    drop(window);
    let view = view_of(&workspace);
    assert!(view.silent.is_empty());
    assert_eq!(view.programme.first().map(|item| (item.kind, item.state)), Some((EntryKind::Call, EntryState::Done)));
}

#[test]
fn somebody_can_be_put_off_for_three_days() {
    let workspace = workspace_with(|desk| {
        let person = add_person(desk, "Павлина Дочева");
        called(desk, person, 25, "кремът");
    });
    let mut window = workspace.window(Language::English, Page::Today);
    press(&mut window, "Later: Павлина Дочева");
    window.get_by_role_and_label(Aloud::MenuItem, "in 3 days").click();
    window.run();
    assert!(window.query_by_label("Later: Павлина Дочева").is_none());
    drop(window);
    let later = |days| {
        let workspace = &workspace;
        workspace.change(|desk| query::silent_people(&desk.read().unwrap(), today() + Days::new(days)).unwrap().len())
    };
    assert_eq!((later(2), later(3)), (0, 1));
}

#[test]
fn the_figures_stand_against_the_same_days_before_with_arrow_and_words() {
    let workspace = workspace_with(full);
    let window = open(workspace.options(Language::English, Page::Today), [1440.0, 1000.0]);
    window.get_by_label("November so far");
    window.get_by_label("against 1–24 October");
    window.get_by_label("1,284");
    window.get_by_label("up 12%");
    window.get_by_label("down 1");
}

#[test]
fn what_is_unknown_is_no_data_and_the_figures_wait_for_the_first_registration() {
    let workspace = Workspace::empty();
    let window = workspace.window(Language::Bulgarian, Page::Today);
    assert!(window.query_by_label_contains("досега").is_none());
    drop(window);
    workspace.change(|desk| {
        registered(desk, "Елена Димова", 200);
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    assert!(window.query_all_by_label("няма данни").count() >= 2);
    press(&mut window, "Впиши отчетено");
    assert_eq!(window.state().page(), Page::Figures);
}

#[test]
fn the_first_three_days_show_the_hours_left() {
    let workspace = workspace_with(|desk| {
        registered(desk, "Елена Димова", 26);
    });
    let window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("Първите 3 дни");
    window.get_by_label("остават 46 часа");
    window.get_by_label("Действията още не са уговорени.");
}

#[test]
fn a_birthday_is_a_quiet_line() {
    let workspace = workspace_with(|desk| {
        let id = add_person(desk, "Радка Танева");
        let mut person = (**desk.read().unwrap().people().get(id).unwrap()).clone();
        person.birthday = sponsor_core::model::PartialDate::new(Some(1990), 11, 24).ok();
        person.reach(Stage::FirstTalk, today());
        run(desk, Command::EditPerson(Box::new(person)));
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("днес: рожден ден на");
    press(&mut window, "Пиши: Радка Танева");
    press(&mut window, "Изпратено");
    assert!(window.query_by_label("днес: рожден ден на").is_none(), "who was congratulated waits no more");
    drop(window);
    assert_eq!(view_of(&workspace).programme.first().map(|item| item.kind), Some(EntryKind::Message));
}

#[test]
fn a_thought_is_jotted_and_waits_in_the_notes() {
    let workspace = workspace_with(|desk| {
        add_person(desk, "Петър Колев");
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::J);
    window.run();
    window.get_by_role_and_label(Aloud::TextInput, "Запиши нещо").type_text("Да попитам Ива");
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
    window.get_by_label("Бележки от днес");
    window.get_by_role_and_label(Aloud::Button, "Отвори: Да попитам Ива");
}

#[test]
fn an_empty_workspace_begins_with_the_names() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_label("Започни с имената");
    press(&mut window, "Нов човек");
    assert_eq!(window.state().page(), Page::List);
}

fn evening_options(workspace: &Workspace, language: Language, hour: u32) -> Options {
    Options { clock: Clock::still(at(hour, 30)), ..workspace.options(language, Page::Today) }
}

#[test]
fn near_its_hour_the_evening_review_stands_first() {
    let workspace = workspace_with(full);
    let top = |window: &Harness<'static, App>, name: &str| window.get_by_label_contains(name).rect().top();
    let window = workspace.window(Language::Bulgarian, Page::Today);
    assert!(top(&window, "Вечерен преглед · 20:00") > top(&window, "1 среща"));
    window.get_by_label_contains("12 поредни вечери");
    drop(window);
    let mut window = open(evening_options(&workspace, Language::Bulgarian, 19), [1280.0, 800.0]);
    assert!(top(&window, "Вечерен преглед · 20:00") < top(&window, "1 среща"));
    press(&mut window, "Започни сега");
    assert_eq!(window.state().page(), Page::Evening);
}

#[test]
fn what_was_typed_and_left_is_shown_as_unfinished_and_leads_back() {
    let workspace = workspace_with(full);
    let mut window = workspace.window(Language::Bulgarian, Page::Evening);
    window.get_by_role_and_label(Aloud::TextInput, "Какво стана?").type_text("Срещнах Ива");
    window.run();
    window.key_press(egui::Key::Escape);
    window.run();
    assert_eq!(window.state().page(), Page::Today);
    window.get_by_label("Недовършени");
    press(&mut window, "Продължи: Вечерен преглед");
    assert_eq!(window.state().page(), Page::Evening);
    let field = window.get_by_role_and_label(Aloud::TextInput, "Какво стана?");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Срещнах Ива"));
}

#[test]
fn painting_again_reads_nothing_again() {
    let workspace = workspace_with(full);
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    let made = window.state().answers_made();
    window.step();
    window.step();
    assert_eq!(window.state().answers_made(), made);
}

#[test]
#[ignore = "draws pictures for the eye; run by hand"]
fn pictures() {
    let full = workspace_with(full);
    let looks = [
        ("bg-light", Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
        ("bg-dark", Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
        ("en-light", Language::English, ThemeChoice::Light, [1920.0, 1080.0]),
        ("en-dark", Language::English, ThemeChoice::Dark, [960.0, 1400.0]),
    ];
    full_and_empty(&full, &looks, |name, workspace, (_, language, theme, size)| {
        let options = Options { theme: Some(*theme), ..workspace.options(*language, Page::Today) };
        picture(&mut open(options, *size), &format!("today-{name}"));
    });
    let mut window = open(evening_options(&full, Language::Bulgarian, 19), [1440.0, 900.0]);
    picture(&mut window, "today-evening-bg-light");
}

#[test]
fn whoever_was_registered_without_a_talk_has_three_days_too() {
    let workspace = workspace_with(|desk| {
        register(desk, "Боян Живков", me(desk), today(), Role::Partner);
        register(desk, "Ана Тошева", me(desk), today() - Days::new(4), Role::Partner);
    });
    let view = view_of(&workspace);
    let [first] = view.first_days.as_slice() else { panic!("one is in the first three days") };
    assert_eq!((first.person.full.as_str(), first.total, first.next.as_deref()), ("Боян Живков", 0, None));
    assert!((0..72).contains(&first.hours_left));
    let window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_role_and_label(Aloud::Button, "Боян Живков");
}
