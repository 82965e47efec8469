//! What is being typed in any form survives Escape, another page, another language and a kill. A process of its own
//! types into every form and is killed; a new window finds every text.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;

use egui::accesskit::Role as Aloud;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::command::Command;
use sponsor_core::demo::{self, Recipe, Size};
use sponsor_core::model::{
    EntryKind, Goal, GoalId, GoalState, Language, ListFilter, Repeat, Role, SavedView, Settings, ThemeChoice, Training,
    When, WhichList,
};
use sponsor_desk::app::{App, Clock, FormKind, FormPlace, Options, Page, QueuedChooser};

use crate::structure::{me, order, register};
use crate::support::{Workspace, add_person, moment, now, open, run};
use crate::today::{add_entry, today};

type Window = Harness<'static, App>;

/// The variable that names the workspace to the process that types.
const WORKSPACE: &str = "SPONSOR_DESK_TEST_DRAFTS_IN";
/// An interview that is left keeps its answer as a record, so its draft is what is typed at the very end.
const LAST_WORDS: &str = "чернова, която никой не е оставил";
/// What that process says when everything is typed.
const TYPED: &str = "every draft is typed";

/// How one comes to a form and where one types in it.
struct Way {
    /// The page on which it stands.
    page: Page,
    /// Opens it there, as a person would.
    open: fn(&mut Window),
    /// The name of a field of it.
    field: &'static str,
}

/// The way to every place of every form; none where the place has a test of its own.
#[expect(clippy::too_many_lines, reason = "one arm a form, so that none can be forgotten")]
fn way(kind: FormKind, place: FormPlace) -> Option<Way> {
    let to = |page, open, field| Way { page, open, field };
    let way = match kind {
        FormKind::Jot => to(Page::Today, |_| {}, "Запиши нещо"),
        FormKind::Move if place == FormPlace::Record => {
            to(Page::Today, |window| press_nth(window, MOVE, 1), "Друга дата")
        }
        FormKind::Move => to(Page::Today, |window| press(window, MOVE), "Друга дата"),
        FormKind::Entry => to_entry(place),
        FormKind::Outcome if place == FormPlace::Record => {
            to(Page::Diary, |window| click(window, PAST), "За какво говорихме")
        }
        FormKind::Outcome => to(Page::Diary, |window| click(window, PAST_OF_SERIES), "За какво говорихме"),
        FormKind::MoveEntry if place == FormPlace::Record => {
            to(Page::Diary, |window| move_of(window, AHEAD), "На дата")
        }
        FormKind::MoveEntry => to(Page::Diary, |window| move_of(window, AHEAD_OF_SERIES), "На дата"),
        FormKind::TrainingGuest => to(Page::Diary, |window| click(window, TRAINING), "Още един човек"),
        FormKind::Training if place == FormPlace::New => {
            to(Page::Training, |window| press(window, "Ново обучение"), "Тема")
        }
        FormKind::Training => to(Page::Training, |window| press(window, "Промени"), "Тема"),
        FormKind::AttendanceNames if place == FormPlace::Record => {
            to(Page::Training, |window| press(window, "Постави имена"), "Имена, по едно на ред")
        }
        FormKind::AttendanceNames if place == FormPlace::RecordOnDay => return None,
        FormKind::AttendanceNames => to(Page::Training, |_| {}, "Още един човек"),
        FormKind::PathStep if place == FormPlace::New => to(Page::Training, new_step, "Какво се учи"),
        FormKind::PathStep => to(Page::Training, change_a_step, "Какво се учи"),
        FormKind::Method => to(Page::Training, write_a_method, "Име"),
        FormKind::QuickName if place == FormPlace::New => to(Page::List, |_| {}, "Ново име"),
        FormKind::ListField if place == FormPlace::Word("view") => to(Page::List, name_a_view, "Име на изгледа"),
        FormKind::ListField if place == FormPlace::Word("rename") => to(Page::List, rename_a_view, "Име на изгледа"),
        FormKind::ListField if place == FormPlace::Word("city") => {
            to(Page::List, city_for_all, "Град за всички избрани")
        }
        FormKind::ListField => to(Page::List, find_in_the_list, "Град"),
        FormKind::Sorting => to(Page::List, sort_names, "Град"),
        FormKind::QuickName if place == FormPlace::Word("jogger") => {
            to(Page::List, |window| press(window, "Кой още?"), "Ново име")
        }
        FormKind::PlanCell
        | FormKind::PlanLeft
        | FormKind::PlanWords
        | FormKind::PlanTold
        | FormKind::PlanCorrection
        | FormKind::PlanRow
        | FormKind::PlanGoal => return way_in_plan(kind),
        // Names are pasted into an empty list; at the first start there is no workspace; an import is only looked at;
        // where one is in a review is not typed; and one looks back only when a period ends.
        FormKind::QuickName
        | FormKind::FirstStart
        | FormKind::Import
        | FormKind::Attendance
        | FormKind::EveningPlace
        | FormKind::ReviewPlace
        | FormKind::LookBack => return None,
        FormKind::Person if place == FormPlace::New => to(Page::List, |window| press(window, "Нов човек"), "Име"),
        FormKind::Person => to(Page::List, change_a_person, "Име"),
        FormKind::PersonNote => to(Page::List, find_in_the_list, "Запиши нещо за Радка…"),
        FormKind::Registration => to(Page::List, open_registration, "Номер"),
        FormKind::PersonLine if place == FormPlace::Part("need") => {
            to(Page::Structure, |window| add_to_partner(window, NEED), NEED)
        }
        FormKind::PersonLine if place == FormPlace::Part("ask-again") => {
            to(Page::List, open_ask_again, "Кога да питаш пак")
        }
        FormKind::PersonLine if place == FormPlace::Part("cadence") => to(Page::List, open_cadence, "През толкова дни"),
        FormKind::PersonLine => to(Page::Structure, |window| add_to_partner(window, GOING_ON), GOING_ON),
        FormKind::MoveUnder => to(Page::Structure, open_move_under, "Под кого"),
        FormKind::Milestone => to(Page::Structure, |window| add_to_partner(window, "Резултати"), "Ранг или постижение"),
        FormKind::Order if place == FormPlace::OfRecord => {
            to(Page::Structure, |window| add_to_partner(window, "Поръчки"), "Продукти")
        }
        FormKind::Order => to(Page::Structure, change_an_order, "Продукти"),
        FormKind::Goal if place == FormPlace::OfRecord => to(Page::Structure, open_goal, "Какво"),
        FormKind::Goal => to(Page::Structure, change_a_goal, "Какво"),
        FormKind::Reading => to(Page::Figures, |window| press(window, "Впиши отчетено"), "Точки"),
        FormKind::SnapshotComment if place == FormPlace::Word("review") => {
            to(Page::Review, |window| open_tab(window, "5 · Отчет"), "Бележка")
        }
        FormKind::Correction => to(Page::Review, |window| open_tab(window, "4 · Корекции и план"), "Корекция"),
        FormKind::SnapshotComment => to(Page::Figures, |window| press(window, "Отчет"), "Бележка"),
        FormKind::EveningLine if place == FormPlace::New => to(Page::Evening, tell_the_day, "Какво стана?"),
        FormKind::EveningLine if place == FormPlace::Word("day") => {
            to(Page::Evening, |window| press(window, "Друг ден"), "Вечерен преглед за")
        }
        FormKind::EveningLine => to(Page::Evening, |window| open_tab(window, "Утре"), "Добави за утре"),
        FormKind::NoteContact => to(Page::Evening, open_note_contact, "Име на новия човек"),
        FormKind::InterviewGuest if place == FormPlace::New => {
            to(Page::Onboarding, |window| press(window, MEET), "Име")
        }
        FormKind::InterviewGuest => to(Page::List, meet_one_of_the_list, "Телефон"),
        FormKind::InterviewField => {
            to(Page::Onboarding, |window| press(window, "Продължи: Надя Мерджанова"), "Отговор")
        }
        FormKind::Contact => to(Page::List, |window| with_one_of_the_list(window, Key::C), "Какво стана"),
        FormKind::ReadyWords => to(Page::List, |window| with_one_of_the_list(window, Key::M), "Съобщение"),
        FormKind::ReadyText => to(Page::Settings, |window| press(window, "Промени: Покана"), "Текст"),
        FormKind::Settings => to(Page::Settings, |_| {}, setting(place)),
    };
    Some(way)
}

/// The way to the form of an entry.
fn to_entry(place: FormPlace) -> Way {
    let to = |page, open| Way { page, open, field: "Какво е" };
    match place {
        FormPlace::Record => to(Page::Diary, change_an_entry),
        FormPlace::RecordOnDay => to(Page::Diary, change_one_of_a_series),
        FormPlace::Part("meeting") => to(Page::List, |window| with_one_of_the_list(window, Key::S)),
        FormPlace::Part("task") => to(Page::List, |window| with_one_of_the_list(window, Key::T)),
        FormPlace::Part("entry") => to(Page::List, begin_an_entry),
        FormPlace::Part("call") => to(Page::List, plan_a_call),
        _ => to(Page::Diary, |window| key(window, Modifiers::COMMAND, Key::N)),
    }
}

/// The way to the forms of the plan. A cell of it is no text field, and what is left of it is decided, not typed.
fn way_in_plan(kind: FormKind) -> Option<Way> {
    let (open, field): (fn(&mut Window), _) = match kind {
        FormKind::PlanWords => (write_important, IMPORTANT),
        FormKind::PlanTold => (type_told, "Обаждания"),
        FormKind::PlanCorrection => (correct_calls, "Защо (по желание)"),
        FormKind::PlanRow => (|window| press(window, "Редове и дни"), "Свой вид"),
        FormKind::PlanGoal => (write_goal, "Каква е целта"),
        _ => return None,
    };
    Some(Way { page: Page::Plan, open, field })
}

/// The field of a setting.
fn setting(place: FormPlace) -> &'static str {
    let fields = [
        ("settings-name", "Име"),
        ("settings-city", "Моят град"),
        ("settings-phone", "Телефон"),
        ("settings-review-at", "Час на анализа"),
        ("settings-evening-at", "Вечерен преглед"),
        ("settings-day-ends", "Денят свършва в"),
        ("settings-points-name", "Име на точките"),
    ];
    fields.into_iter().find(|(word, _)| place == FormPlace::Word(word)).unwrap().1
}

const MEET: &str = "Посрещни нов човек";
const NEED: &str = "От какво има нужда";
const PAST: &str = "вторник 24 ноември, 06:00 до 07:00, среща, Ранно кафе, Как мина?";
const AHEAD: &str = "неделя 29 ноември, 06:00 до 07:00, среща, Разходка";
const PAST_OF_SERIES: &str = "вторник 24 ноември, 04:00 до 05:00, среща, Екип, Как мина?";
const AHEAD_OF_SERIES: &str = "неделя 29 ноември, 04:00 до 05:00, среща, Екип";
const GOING_ON: &str = "Какво става при него";
const MOVE: &str = "Премести";
const TRAINING: &str = "неделя 29 ноември, 20:00 до 21:00, събитие, Малко обучение";

const IMPORTANT: &str = "Важното за седмицата";

/// Turns to somebody's plan.
fn whose_plan(window: &mut Window, name: &str) {
    click(window, "Чий план");
    choose_radio(window, name);
}

fn choose_radio(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Aloud::MenuItemRadio, label).click();
    window.run();
}

fn write_important(window: &mut Window) {
    whose_plan(window, "Моят план");
    let does = ["Промени", "Напиши"].map(|does| format!("{does}: {IMPORTANT}"));
    let known = does.iter().find(|name| window.query_by_label(name).is_some()).unwrap();
    press(window, known);
}

fn type_told(window: &mut Window) {
    whose_plan(window, "Васил Мерджанов");
    press(window, "Впиши казаното");
}

fn correct_calls(window: &mut Window) {
    whose_plan(window, "Моят план");
    let cell = |label: Option<String>| label.is_some_and(|label| label.starts_with("Обаждания, вторник"));
    window.get_by(|node| node.role() == Aloud::SpinButton && cell(node.label())).click();
    window.run();
    press(window, "Поправи направеното");
}

fn write_goal(window: &mut Window) {
    whose_plan(window, "Моят план");
    let does = ["Промени: Целта ми за годината", "Запиши целта"];
    let known = does.into_iter().find(|name| window.query_by_label(name).is_some()).unwrap();
    press(window, known);
}

fn move_of(window: &mut Window, entry: &str) {
    click(window, entry);
    press(window, MOVE);
}

fn change_an_entry(window: &mut Window) {
    click(window, AHEAD);
    press(window, "Промени");
}

fn change_one_of_a_series(window: &mut Window) {
    click(window, AHEAD_OF_SERIES);
    press(window, "Промени");
}

fn change_a_person(window: &mut Window) {
    find_in_the_list(window);
    press(window, "Промени");
}

fn with_one_of_the_list(window: &mut Window, deed: Key) {
    // Among all, where a row has no field for a city that would take the key.
    key(window, Modifiers::NONE, Key::Num4);
    type_into(window, "Търси в списъка", "Мерджанова");
    click_row(window, "Радка Мерджанова");
    key(window, Modifiers::NONE, deed);
}

fn begin_an_entry(window: &mut Window) {
    find_in_the_list(window);
    press(window, "Нов запис с този човек");
}

/// Through the palette: who, then what.
fn plan_a_call(window: &mut Window) {
    key(window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text("Радка Мерджанова".to_owned()));
    window.run();
    key(window, Modifiers::NONE, Key::Tab);
    window.get_all_by_label("Насрочи обаждане").next().unwrap().click();
    window.run();
}

fn open_cadence(window: &mut Window) {
    find_in_the_list(window);
    click(window, "На колко време: след първото обаждане");
}

fn open_ask_again(window: &mut Window) {
    find_in_the_list(window);
    click(window, "не сега");
}

fn meet_one_of_the_list(window: &mut Window) {
    find_in_the_list(window);
    press(window, "Посрещни");
}

fn change_an_order(window: &mut Window) {
    find_another_in_the_structure(window);
    press(window, "Действия за поръчката: днес, 10 т.");
    choose(window, "Промени");
}

fn change_a_goal(window: &mut Window) {
    find_another_in_the_structure(window);
    press(window, "Действия за целта: Своя кола");
    choose(window, "Промени");
}

fn new_step(window: &mut Window) {
    click(window, "Научено");
    press(window, "Промени пътя");
    press(window, "Нова стъпка");
}

fn change_a_step(window: &mut Window) {
    click(window, "Научено");
    press(window, "Промени пътя");
    press(window, "Промени: Поканата");
}

fn write_a_method(window: &mut Window) {
    click(window, "Методи");
    press(window, "Нов метод");
}

fn find_in_the_list(window: &mut Window) {
    click(window, "Без град 1");
    type_into(window, "Търси в списъка", "Мерджанова");
    click_row(window, "Радка Мерджанова");
}

fn name_a_view(window: &mut Window) {
    type_into(window, "Търси в списъка", "Мерджанова");
    press(window, "Запази изгледа");
}

fn rename_a_view(window: &mut Window) {
    click(window, "изгледи");
    click(window, "Мои");
    click(window, "Мои");
    choose(window, "Преименувай изгледа");
}

fn city_for_all(window: &mut Window) {
    find_in_the_list(window);
    key(window, Modifiers::NONE, Key::Space);
    press(window, "Град");
}

fn sort_names(window: &mut Window) {
    press(window, "Още за списъка");
    choose(window, "Подреди имената");
    key(window, Modifiers::NONE, Key::Num2);
}

fn open_registration(window: &mut Window) {
    find_in_the_list(window);
    press(window, "Регистрирай");
}

fn find_another_in_the_structure(window: &mut Window) {
    type_into(window, "Търси в структурата", "Ковачев");
    click_row(window, "Пламен Ковачев");
}

fn find_in_the_structure(window: &mut Window) {
    type_into(window, "Търси в структурата", "Мерджанов");
    click_row(window, "Васил Мерджанов");
}

fn add_to_partner(window: &mut Window, what: &str) {
    find_in_the_structure(window);
    press(window, &format!("Добави: {what}"));
}

fn open_move_under(window: &mut Window) {
    find_in_the_structure(window);
    press(window, "Действия за Васил Мерджанов");
    choose(window, "Премести под…");
}

fn open_goal(window: &mut Window) {
    find_in_the_structure(window);
    press(window, "Уговори цел");
}

fn open_tab(window: &mut Window, name: &str) {
    let tab = |role, label: Option<String>| role == Aloud::Tab && label.is_some_and(|label| label.starts_with(name));
    window.get_by(|node| tab(node.role(), node.label())).click();
    window.run();
}

fn tell_the_day(window: &mut Window) {
    open_tab(window, "Какво стана");
}

fn open_note_contact(window: &mut Window) {
    open_tab(window, "Бележки");
    key(window, Modifiers::NONE, Key::Num3);
}

fn key(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Clicks the first that is named so.
fn click(window: &mut Window, label: &str) {
    window.get_all_by_label(label).next().unwrap().scroll_to_me();
    window.run();
    window.get_all_by_label(label).next().unwrap().click();
    window.run();
}

/// Presses the first button that is named so.
fn press(window: &mut Window, label: &str) {
    press_nth(window, label, 0);
}

fn press_nth(window: &mut Window, label: &str, at: usize) {
    window.get_all_by_role_and_label(Aloud::Button, label).nth(at).unwrap().scroll_to_me();
    window.run();
    window.get_all_by_role_and_label(Aloud::Button, label).nth(at).unwrap().click();
    window.run();
}

/// Chooses a line of a menu.
fn choose(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Aloud::MenuItem, label).click();
    window.run();
}

/// Clicks the row whose name begins so.
fn click_row(window: &mut Window, name: &str) {
    let row = |label: Option<String>| label.is_some_and(|label| label.starts_with(name));
    window.get_by(|node| node.role() == Aloud::Row && row(node.label())).click();
    window.run();
}

/// The field that is named so.
fn field<'a>(window: &'a Window, label: &'a str) -> Option<egui_kittest::Node<'a>> {
    let is_text = |role| matches!(role, Aloud::TextInput | Aloud::MultilineTextInput);
    window.query_all_by_label(label).find(|node| is_text(node.accesskit_node().role()))
}

/// Puts a text in the place of what stands in a field.
fn type_into(window: &mut Window, label: &str, text: &str) {
    field(window, label).unwrap().focus();
    window.run();
    key(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn go(window: &mut Window, page: Page) {
    window.state_mut().show_page(page);
    window.run();
}

/// Every place of every form, how one comes to it, and what is typed in it.
fn forms() -> impl Iterator<Item = ((FormKind, FormPlace), Way, String)> {
    let places = FormKind::ALL.into_iter().flat_map(|kind| kind.places().iter().map(move |place| (kind, *place)));
    let ways = places.filter_map(|(kind, place)| Some(((kind, place), way(kind, place)?)));
    ways.enumerate().map(|(at, (form, way))| (form, way, format!("чернова {}", at + 1)))
}

/// The example, and in it what some forms are about.
fn example() -> Workspace {
    let workspace = Workspace::missing();
    let recipe = Recipe { seed: 77, size: Size::Small, language: Language::Bulgarian, now: now() };
    demo::build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
    workspace.change(|desk| {
        add_person(desk, "Радка Мерджанова");
        register(desk, "Васил Мерджанов", me(desk), today(), Role::Partner);
        let sunday = today() + chrono::Days::new(5);
        let timed = |day: chrono::NaiveDate, hour| When::Timed {
            start: day.and_hms_opt(hour, 0, 0).unwrap(),
            minutes: Some(60),
            zone: chrono_tz::Europe::Sofia,
        };
        add_entry(desk, EntryKind::Meeting, "Ранно кафе", timed(today(), 6), |_| {});
        add_entry(desk, EntryKind::Meeting, "Разходка", timed(sunday, 6), |_| {});
        add_entry(desk, EntryKind::Event, "Малко обучение", timed(sunday, 20), |entry| {
            entry.training = Some(Training::default());
        });
        add_entry(desk, EntryKind::Meeting, "Екип", timed(today(), 4), |entry| {
            entry.repeat = Repeat::new("FREQ=DAILY;COUNT=6").ok();
        });
        // Longer ago than all else that waits.
        let first = When::day(today() - chrono::Days::new(28));
        add_entry(desk, EntryKind::Task, "Отчет", first, |entry| {
            entry.repeat = Repeat::new("FREQ=DAILY;COUNT=1").ok();
        });
        let other = register(desk, "Пламен Ковачев", me(desk), today(), Role::Partner);
        order(desk, other, today(), 10);
        let id = GoalId::new(desk.ids(), moment());
        let goal = Goal {
            id,
            person: other,
            what: "Своя кола".to_owned(),
            until: None,
            why: String::new(),
            agreed: today(),
            state: GoalState::Open,
            decided: None,
        };
        run(desk, Command::SetGoal(Box::new(goal)));
        let mut settings = Settings::clone(desk.read().unwrap().settings().unwrap());
        let filter = ListFilter::of(WhichList::All);
        settings.views.push(SavedView { name: "Мои".to_owned(), filter });
        run(desk, Command::ChangeSettings(Box::new(settings)));
        let yesterday = When::day(today() - chrono::Days::new(1));
        add_entry(desk, EntryKind::Task, "Потвърди залата", yesterday, |_| {});
        add_entry(desk, EntryKind::Note, "Съседката търси нещо за ставите", When::Undated, |_| {});
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Onboarding);
    press(&mut window, MEET);
    type_into(&mut window, "Име", "Надя Мерджанова");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(field(&window, "Отговор").is_some(), "the interview has begun");
    workspace
}

/// Types into every form of the workspace that is named in the environment, and waits for the end.
#[test]
fn child_types_into_every_form() {
    let Some(path) = std::env::var_os(WORKSPACE) else { return };
    let options = Options {
        theme: Some(ThemeChoice::Light),
        page: Some(Page::Today),
        clock: Clock::still(moment()),
        chooser: Arc::new(QueuedChooser::default()),
        inline: true,
        seed: 1_000_000,
        ..Options::new(path.into())
    };
    let mut window = open(options, [1280.0, 800.0]);
    for (form, way, text) in forms() {
        go(&mut window, way.page);
        (way.open)(&mut window);
        assert!(field(&window, way.field).is_some(), "{form:?} is not open");
        type_into(&mut window, way.field, &text);
        assert_eq!(field(&window, way.field).unwrap().value().as_deref(), Some(text.as_str()), "{form:?}");
        key(&mut window, Modifiers::NONE, Key::Escape);
        key(&mut window, Modifiers::NONE, Key::Escape);
        go(&mut window, Page::Settings);
    }
    click(&mut window, "English");
    window.get_by_label("changes apply at once");
    go(&mut window, Page::Onboarding);
    press(&mut window, "Continue: Надя Мерджанова");
    type_into(&mut window, "Отговор", LAST_WORDS);
    // Drafts are written at most once a second of the window's own time.
    window.run_steps(8);
    let mut out = std::io::stdout();
    writeln!(out, "{TYPED}").unwrap();
    out.flush().unwrap();
    // Until it is killed, or the one who started it is gone.
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

#[test]
fn what_is_typed_in_any_form_survives_escape_another_page_another_language_and_a_kill() {
    let workspace = example();
    let mut typing = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "drafts::child_types_into_every_form", "--nocapture"])
        .env(WORKSPACE, workspace.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(typing.stdout.take().unwrap()).lines();
    let typed = said.map_while(Result::ok).any(|line| line.contains(TYPED));
    typing.kill().unwrap();
    let end = typing.wait().unwrap();
    assert!(typed, "the process that types stopped before its end");
    assert!(!end.success(), "it was killed, not closed");

    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    let mut lost = Vec::new();
    for (form, way, text) in forms() {
        go(&mut window, way.page);
        (way.open)(&mut window);
        let found = field(&window, way.field).and_then(|field| field.value());
        let text = if form.0 == FormKind::InterviewField { LAST_WORDS.to_owned() } else { text };
        if found.as_deref() != Some(text.as_str()) {
            lost.push((form, text, found));
        }
        key(&mut window, Modifiers::NONE, Key::Escape);
        key(&mut window, Modifiers::NONE, Key::Escape);
    }
    assert!(lost.is_empty(), "{lost:?}");
}

/// A form that is missing in the list would be forgotten at the next start: its draft could not be read.
#[test]
fn the_registry_names_every_form() {
    let told = serde_json::from_str::<FormKind>("\"none\"").unwrap_err().to_string();
    let expected = told.split_once("one of").unwrap().1;
    let mut named: Vec<_> = expected.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect();
    let mut listed: Vec<_> = FormKind::ALL.iter().map(|kind| format!("{kind:?}")).collect();
    named.sort();
    listed.sort();
    assert_eq!(named, listed);
}

#[test]
fn names_that_are_pasted_into_an_empty_list_survive_escape_and_a_restart() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    press(&mut window, "Постави");
    type_into(&mut window, "Имена", "Мария Илиева");
    key(&mut window, Modifiers::NONE, Key::Escape);
    drop(window);
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    press(&mut window, "Постави");
    assert_eq!(field(&window, "Имена").unwrap().value().as_deref(), Some("Мария Илиева"));
}

#[test]
fn a_line_that_was_just_typed_in_the_structure_is_whole_on_the_list() {
    let workspace = Workspace::empty();
    workspace.change(|desk| register(desk, "Васил Мерджанов", me(desk), today(), Role::Partner));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Васил Мерджанов");
    go(&mut window, Page::Structure);
    add_to_partner(&mut window, NEED);
    field(&window, NEED).unwrap().focus();
    window.run_steps(4);
    // The first word is written at once, the other waits for the next second.
    for words in ["повече ", "време"] {
        window.event(Event::Text(words.to_owned()));
        window.step();
    }
    window.state_mut().show_page(Page::List);
    window.run();
    assert_eq!(field(&window, NEED).unwrap().value().as_deref(), Some("повече време"));
}

#[test]
fn an_old_draft_of_a_person_puts_nothing_back_that_nobody_typed() {
    let workspace = Workspace::empty();
    let radka = workspace.change(|desk| add_person(desk, "Радка Мерджанова"));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    change_a_person(&mut window);
    type_into(&mut window, "Име, с което се обръщаш", "Ради");
    key(&mut window, Modifiers::NONE, Key::Escape);
    drop(window);
    let there = |desk: &sponsor_core::Desk| (**desk.read().unwrap().people().get(radka).unwrap()).clone();
    workspace.change(|desk| {
        let mut person = there(desk);
        person.problem = "гърбът".to_owned();
        person.occupation = "шивачка".to_owned();
        run(desk, Command::EditPerson(Box::new(person)));
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    change_a_person(&mut window);
    assert_eq!(field(&window, "Име, с което се обръщаш").unwrap().value().as_deref(), Some("Ради"));
    press(&mut window, "Запази");
    drop(window);
    let person = workspace.change(there);
    assert_eq!((&*person.nickname, &*person.problem, &*person.occupation), ("Ради", "гърбът", "шивачка"));
}

#[test]
fn an_old_draft_of_an_entry_puts_nothing_back_that_nobody_typed() {
    let workspace = Workspace::empty();
    let when = When::Timed {
        start: (today() + chrono::Days::new(5)).and_hms_opt(6, 0, 0).unwrap(),
        minutes: Some(60),
        zone: chrono_tz::Europe::Sofia,
    };
    let walk = workspace.change(|desk| add_entry(desk, EntryKind::Meeting, "Разходка", when, |_| {}));
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    change_an_entry(&mut window);
    type_into(&mut window, "Място", "Рила");
    key(&mut window, Modifiers::NONE, Key::Escape);
    drop(window);
    let there = |desk: &sponsor_core::Desk| desk.read().unwrap().entry(walk).unwrap().unwrap();
    workspace.change(|desk| {
        let mut entry = there(desk);
        entry.note = "с раниците".to_owned();
        run(desk, Command::EditEntry(Box::new(entry)));
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    change_an_entry(&mut window);
    assert_eq!(field(&window, "Място").unwrap().value().as_deref(), Some("Рила"));
    press(&mut window, "Запази");
    drop(window);
    let entry = workspace.change(there);
    assert_eq!((&*entry.place, &*entry.note), ("Рила", "с раниците"));
}
