//! What keeps the link with people alive: contacts, ready words, occasions, the jogger, the keys of a person.

use egui::accesskit::Role as Seen;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::demo::{self, Recipe, Size};
use sponsor_core::model::{
    Email, EntryKind, EntryState, FormOfAddress, Language, Name, PartialDate, Person, PersonId, Phone, PlanAction,
    Relation, Role, Stage, ThemeChoice, When,
};
use sponsor_core::query::{PersonView, person};
use sponsor_desk::app::{App, Options, Page};

use crate::structure::{me, register};
use crate::support::{LOOKS, Workspace, moment, now, open, picture, run};
use crate::today::{add_entry, today};

type Window = Harness<'static, App>;

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

fn keys(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Clicks the first that is named so, wherever it is scrolled to.
fn click(window: &mut Window, label: &str) {
    window.get_all_by_label(label).next().unwrap().scroll_to_me();
    window.run();
    window.get_all_by_label(label).next().unwrap().click();
    window.run();
}

/// Whether anything is named so.
fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

/// The field of this name; a switch or a button may be called the same.
fn field<'a>(window: &'a Window, label: &'a str) -> egui_kittest::Node<'a> {
    let is_text = |role| matches!(role, Seen::TextInput | Seen::MultilineTextInput);
    window.get_all_by_label(label).rfind(|node| is_text(node.accesskit_node().role())).unwrap()
}

fn type_in(window: &mut Window, label: &str, text: &str) {
    field(window, label).focus();
    window.run();
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn click_row(window: &mut Window, name: &str) {
    window.get_by(|node| node.role() == Seen::Row && node.label().is_some_and(|label| label.starts_with(name))).click();
    window.run();
}

fn add(desk: &Desk, name: &str, shape: impl FnOnce(&mut Person)) -> PersonId {
    let id = PersonId::new(desk.ids(), moment());
    let mut person = Person::new(id, Name::from_full(name).unwrap(), today() - chrono::Days::new(9));
    "Пловдив".clone_into(&mut person.city);
    shape(&mut person);
    run(desk, Command::AddPeople(vec![person]));
    id
}

fn phone(person: &mut Person) {
    person.phones.push(Phone { number: "0888 123 456".to_owned(), label: String::new() });
}

/// Three people of the user's own city, the first with a phone and a mail.
fn three() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        add(desk, "Анна Тошева", |person| {
            phone(person);
            person.emails.push(Email { address: "anna@example.bg".to_owned(), label: String::new() });
        });
        add(desk, "Борис Тонев", |_| {});
        add(desk, "Веска Ганева", |_| {});
    });
    workspace
}

fn known(workspace: &Workspace, name: &str) -> PersonView {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let id = view.people().all().find(|person| person.name.full() == name).unwrap().id;
        person(&view, id, today()).unwrap().unwrap()
    })
}

fn kinds(view: &PersonView) -> Vec<(EntryKind, EntryState)> {
    let entries = view.timeline.iter().filter_map(|line| match &line.kind {
        sponsor_core::query::TimelineKind::Entry(item) => Some((item.kind, item.state)),
        _ => None,
    });
    entries.collect()
}

#[test]
fn a_call_and_the_next_one_are_written_down_by_keys_alone_and_taken_back_as_one() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::C);
    assert!(shows(&window, "Чухме се: Анна Тошева"));
    window.event(Event::Text("харесва пробата".to_owned()));
    window.run();
    click(&mut window, "след 14 дни");
    type_in(&mut window, "Какво стана", "");
    press(&mut window, Key::Enter);
    assert!(!shows(&window, "Какво стана"), "the panel has closed");
    window.get_by_label_contains("харесва пробата");
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.query_by_label_contains("харесва пробата").is_none());
    keys(&mut window, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z);
    drop(window);
    let anna = known(&workspace, "Анна Тошева");
    assert_eq!(kinds(&anna), [(EntryKind::Call, EntryState::Done)]);
    assert_eq!(anna.upcoming.first().unwrap().when, When::day(today() + chrono::Days::new(14)));
    assert_eq!(anna.row.person.stage, Stage::FirstTalk);
}

#[test]
fn a_contact_begun_in_haste_is_there_again_after_escape_and_a_restart() {
    let workspace = three();
    let mut window = workspace.window(Language::English, Page::List);
    click_row(&mut window, "Борис");
    press(&mut window, Key::C);
    type_in(&mut window, "What happened", "asks about prices");
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    drop(window);
    let mut window = workspace.window(Language::English, Page::Today);
    window.get_by_label("In touch · Борис Тонев");
    click(&mut window, "Continue: In touch · Борис Тонев");
    press(&mut window, Key::C);
    assert_eq!(window.get_by_label("What happened").value().as_deref(), Some("asks about prices"));
}

#[test]
fn an_unclear_day_keeps_the_form_open() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::C);
    type_in(&mut window, "Ден на следващото обаждане", "някога");
    press(&mut window, Key::Enter);
    assert!(shows(&window, "Чухме се: Анна Тошева"));
    drop(window);
    assert!(kinds(&known(&workspace, "Анна Тошева")).is_empty());
}

#[test]
fn the_palette_writes_down_a_contact_with_whoever_is_found() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    keys(&mut window, Modifiers::COMMAND, Key::L);
    window.event(Event::Text("Борис".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    assert!(shows(&window, "Чухме се: Борис Тонев"));
    press(&mut window, Key::Enter);
    keys(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text("Веска".to_owned()));
    window.run();
    press(&mut window, Key::Tab);
    click(&mut window, "Видяхме се");
    assert!(shows(&window, "Чухме се: Веска Ганева"));
    press(&mut window, Key::Enter);
    drop(window);
    assert_eq!(kinds(&known(&workspace, "Борис Тонев")), [(EntryKind::Call, EntryState::Done)]);
    assert_eq!(kinds(&known(&workspace, "Веска Ганева")), [(EntryKind::Meeting, EntryState::Done)]);
}

#[test]
fn after_a_talk_with_a_registered_user_one_is_asked_what_they_need() {
    let workspace = Workspace::empty();
    workspace.change(|desk| register(desk, "Мира Николова", me(desk), today(), Role::Partner));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Мира");
    press(&mut window, Key::C);
    let in_panel = window.get_all_by_label("От какво има нужда").last().unwrap();
    in_panel.focus();
    window.run();
    window.event(Event::Text("каталог".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("каталог");
    drop(window);
    let needs = known(&workspace, "Мира Николова").row.person.needs.clone();
    assert_eq!(needs.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["каталог"]);
}

#[test]
fn the_next_and_the_previous_person_come_by_key_and_what_is_done_with_them_too() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::J);
    window.get_by_label("Запиши нещо за Борис…");
    press(&mut window, Key::B);
    // From a field one goes on with Alt; a letter is a letter there.
    window.event(Event::Text("j".to_owned()));
    keys(&mut window, Modifiers::ALT, Key::ArrowDown);
    window.get_by_label("Запиши нещо за Веска…");
    keys(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.get_by_label("Запиши нещо за Борис…").value().as_deref(), Some("j"));
    click_row(&mut window, "Анна");
    press(&mut window, Key::T);
    assert!(window.query_by_label("Анна Тошева").is_some(), "the form of a task with her is open");
    drop(window);
}

#[test]
fn ready_words_are_filled_changed_sent_and_written_down() {
    let workspace = three();
    workspace.change(|desk| {
        let anna = known_id(desk, "Анна Тошева");
        let start = (today() + chrono::Days::new(1)).and_hms_opt(14, 0, 0).unwrap();
        let when = When::Timed { start, minutes: Some(60), zone: chrono_tz::Europe::Sofia };
        add_entry(desk, EntryKind::Meeting, "Кафе", when, |entry| entry.people.push(anna));
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::M);
    click(&mut window, "За утрешната среща");
    let text = field(&window, "Съобщение").value().unwrap();
    assert!(text.starts_with("Здравей, Анна. Само да потвърдя: виждаме се утре в 14:00"), "{text}");
    assert!(text.ends_with("Невена"), "{text}");
    click(&mut window, "на „Вие“");
    assert!(field(&window, "Съобщение").value().unwrap().starts_with("Здравейте, Анна."));
    type_in(&mut window, "Съобщение", " До утре");
    click(&mut window, "WhatsApp");
    drop(window);
    let opened = workspace.opener.opened();
    assert!(opened.first().unwrap().starts_with("https://wa.me/359888123456?text=%D0%97"), "{opened:?}");
    let anna = known(&workspace, "Анна Тошева");
    assert_eq!(kinds(&anna), [(EntryKind::Message, EntryState::Done)]);
    assert!(anna.row.last.is_some());
}

fn known_id(desk: &Desk, name: &str) -> PersonId {
    desk.read().unwrap().people().all().find(|person| person.name.full() == name).unwrap().id
}

#[test]
fn words_are_in_the_form_in_which_the_person_is_addressed() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add(desk, "Анна Тошева", |person| person.address_form = FormOfAddress::Formal));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::M);
    assert!(field(&window, "Съобщение").value().unwrap().starts_with("Здравейте, Анна."));
    drop(window);
    let mut window = workspace.window(Language::English, Page::List);
    click_row(&mut window, "Анна");
    press(&mut window, Key::M);
    assert!(field(&window, "Message").value().unwrap().starts_with("Hello Анна"));
}

#[test]
fn ready_words_are_changed_for_good_and_had_back() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    click(&mut window, "Промени: Поздрав");
    window.get_by_label("Текст").focus();
    window.run();
    keys(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("Да си жива, {name}".to_owned()));
    window.run();
    keys(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_label("твоят текст");
    window.state_mut().show_page(Page::List);
    window.run();
    click_row(&mut window, "Анна");
    press(&mut window, Key::M);
    click(&mut window, "Поздрав");
    assert_eq!(field(&window, "Съобщение").value().as_deref(), Some("Да си жива, Анна"));
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    window.state_mut().show_page(Page::Settings);
    window.run();
    click(&mut window, "Промени: Поздрав");
    click(&mut window, "Върни готовия текст");
    assert!(window.query_by_label("твоят текст").is_none());
}

#[test]
fn an_occasion_is_done_by_one_key_and_comes_back_by_undo() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for name in ["Екатерина Танева", "Катя Далчева", "Катерина Илиева", "Екатерина Бонева"]
        {
            add(desk, name, |_| {});
        }
        add(desk, "Петър Колев", |person| person.birthday = PartialDate::new(None, 11, 24).ok());
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    let lines = |window: &Window| window.query_all_by_label_contains("днес: ").count();
    assert_eq!(lines(&window), 2, "at most two lines where the window is low");
    let hidden = window.query_all_by_label_contains("още ").count();
    assert!(hidden > 0, "the others stand behind «още»");
    press(&mut window, Key::D);
    press(&mut window, Key::D);
    press(&mut window, Key::D);
    press(&mut window, Key::D);
    assert_eq!(lines(&window), 1);
    keys(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(lines(&window), 2);
    press(&mut window, Key::C);
    assert!(window.query_all_by_label_contains("Чухме се: ").next().is_some());
    press(&mut window, Key::Enter);
    assert_eq!(lines(&window), 1, "who was called is congratulated");
    drop(window);
    let window = workspace.window(Language::English, Page::Today);
    assert!(window.query_by_label_contains("name day").is_none(), "name days are a Bulgarian custom");
}

#[test]
fn occasions_stand_in_the_diary_and_lead_to_the_person() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add(desk, "Екатерина Танева", |_| {}));
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    window.get_by_label_contains("вторник 24 ноември: Екатерина Танева, имен ден").click();
    window.run();
    click(&mut window, "Екатерина Танева · имен ден");
    window.get_by_label("Запиши нещо за Екатерина…");
    window.state_mut().show_page(Page::Diary);
    window.run();
    click(&mut window, "Предстоящо");
    assert!(shows(&window, "Екатерина Танева · имен ден"));
}

#[test]
fn names_come_to_mind_prompt_by_prompt_and_count_against_the_plan() {
    let workspace = three();
    workspace.change(|desk| {
        let (person, action) = (me(desk), PlanAction::NewNames);
        run(desk, Command::PlanCount { person, on: today(), action, planned: 10 });
    });
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    click(&mut window, "Кой още?");
    window.get_by_label("Родители, баба и дядо");
    window.event(Event::Text("Иван Петков Карлово".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    window.event(Event::Text("Станка Петкова".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_label("нови имена тази седмица: 2 от 10");
    window.event(Event::Text("недописа".to_owned()));
    window.run();
    press(&mut window, Key::PageDown);
    window.get_by_label("Братя и сестри");
    assert_eq!(window.get_by_label("Ново име").value().as_deref(), Some("недописа"));
    press(&mut window, Key::PageUp);
    press(&mut window, Key::PageUp);
    assert!(window.query_by_label("Родители, баба и дядо").is_none());
    click(&mut window, "Към списъка");
    drop(window);
    for name in ["Иван Петков", "Станка Петкова"] {
        assert_eq!(known(&workspace, name).row.person.city, "Карлово", "the city is kept for the next name");
    }
    let mut window = workspace.window(Language::English, Page::List);
    click(&mut window, "Who else?");
    window.get_by_label("Parents and grandparents");
    assert_eq!(window.get_by_label("New name").value().as_deref(), Some("недописа"));
}

#[test]
fn the_rule_of_a_stage_is_set_and_a_person_may_differ() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let anna = add(desk, "Анна Тошева", |person| person.relation = Some(Relation::Friend));
        let day = When::day(today() - chrono::Days::new(3));
        add_entry(desk, EntryKind::Call, "Обаждане", day, |entry| {
            entry.people.push(anna);
            entry.state = EntryState::Done;
        });
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    window.get_by_role_and_label(Seen::ComboBox, "първи разговор").scroll_to_me();
    window.run();
    window.get_by_role_and_label(Seen::ComboBox, "първи разговор").click();
    window.run();
    click(&mut window, "през 10 дни");
    window.state_mut().show_page(Page::List);
    window.run();
    click_row(&mut window, "Анна");
    window.get_by_label_contains("На колко време: през 10 дни").click();
    window.run();
    window.get_by_label("както е по правилото · през 10 дни");
    click(&mut window, "през 30 дни");
    window.get_by_label_contains("На колко време: през 30 дни");
    drop(window);
    assert_eq!(known(&workspace, "Анна Тошева").cadence_days, Some(30));
}

fn themed(workspace: &Workspace, language: Language, theme: ThemeChoice, page: Page) -> Options {
    Options { theme: Some(theme), ..workspace.options(language, page) }
}

/// Draws what this module is about; judged by eye.
#[test]
#[ignore = "pictures for the eye"]
fn pictures() {
    let workspace = Workspace::missing();
    let recipe = Recipe { seed: 1, size: Size::Small, language: Language::Bulgarian, now: now() };
    demo::build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
    workspace.change(|desk| {
        add(desk, "Екатерина Петкова", phone);
        add(desk, "Катя Далчева", phone);
    });
    let sizes = [("bg-light", [1280.0, 800.0]), ("en-dark", [1280.0, 800.0]), ("bg-dark", [1920.0, 1080.0])];
    for (name, language, theme) in LOOKS {
        let Some((_, size)) = sizes.iter().find(|(look, _)| *look == name) else { continue };
        let draw = |page| open(themed(&workspace, language, theme, page), *size);
        let mut window = draw(Page::Today);
        picture(&mut window, &format!("link-today-{name}"));
        drop(window);
        let mut window = draw(Page::Diary);
        picture(&mut window, &format!("link-diary-{name}"));
        let bulgarian = language == Language::Bulgarian;
        click(&mut window, if bulgarian { "Предстоящо" } else { "Agenda" });
        picture(&mut window, &format!("link-agenda-{name}"));
        drop(window);
        let mut window = draw(Page::Settings);
        picture(&mut window, &format!("link-settings-{name}"));
        let edit = if language == Language::Bulgarian { "Промени: Покана" } else { "Edit: Invitation" };
        window.get_by_label(edit).scroll_to_me();
        window.run();
        click(&mut window, edit);
        picture(&mut window, &format!("link-text-{name}"));
        drop(window);
        let mut window = draw(Page::List);
        window.get_all_by(|node| node.role() == Seen::Row).nth(5).unwrap().click();
        window.run();
        picture(&mut window, &format!("link-person-{name}"));
        press(&mut window, Key::C);
        picture(&mut window, &format!("link-contact-{name}"));
        press(&mut window, Key::Escape);
        press(&mut window, Key::Escape);
        window.get_all_by(|node| node.role() == Seen::Row).nth(5).unwrap().click();
        window.run();
        press(&mut window, Key::M);
        picture(&mut window, &format!("link-words-{name}"));
        press(&mut window, Key::Escape);
        press(&mut window, Key::Escape);
        keys(&mut window, Modifiers::COMMAND, Key::K);
        window.event(Event::Text("Петър".to_owned()));
        window.run();
        press(&mut window, Key::Tab);
        picture(&mut window, &format!("link-palette-{name}"));
        press(&mut window, Key::Escape);
        click(&mut window, if language == Language::Bulgarian { "Кой още?" } else { "Who else?" });
        window.event(Event::Text("Иван Петков".to_owned()));
        window.run();
        press(&mut window, Key::Enter);
        window.run();
        picture(&mut window, &format!("link-jogger-{name}"));
    }
}

#[test]
fn a_task_for_a_person_begins_anew_and_leaves_the_unfinished_entry_as_it_was() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    keys(&mut window, Modifiers::COMMAND, Key::N);
    type_in(&mut window, "Какво е", "Събрание на екипа");
    press(&mut window, Key::Escape);

    window.state_mut().show_page(Page::List);
    window.run();
    click_row(&mut window, "Анна Тошева");
    press(&mut window, Key::T);
    assert_eq!(field(&window, "Какво е").value().as_deref(), Some(""));
    assert!(window.query_all_by_label_contains("Недовършен запис от").next().is_none(), "nothing older stands in it");
    type_in(&mut window, "Какво е", "Прати брошура");
    press(&mut window, Key::Escape);

    window.state_mut().show_page(Page::Today);
    window.run();
    assert!(shows(&window, "Продължи: Запис в дневника"), "the one with nobody");
    click(&mut window, "Продължи: Задача · Анна Тошева");
    assert_eq!(field(&window, "Какво е").value().as_deref(), Some("Прати брошура"));
    keys(&mut window, Modifiers::COMMAND, Key::Enter);

    keys(&mut window, Modifiers::COMMAND, Key::N);
    assert_eq!(field(&window, "Какво е").value().as_deref(), Some("Събрание на екипа"));
    assert!(!shows(&window, "Премахни Анна Тошева"), "nobody was put into it");
    drop(window);
    let upcoming: Vec<_> = known(&workspace, "Анна Тошева").upcoming.into_iter().map(|item| item.title).collect();
    assert_eq!(upcoming, ["Прати брошура"]);
}
