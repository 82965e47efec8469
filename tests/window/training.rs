//! The page Training, through the real window code.

use chrono::NaiveDate;
use egui::accesskit::Role as Part;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::Desk;
use sponsor_core::command::Command;
use sponsor_core::model::{
    Action, Attendance, AttendanceChange, Entry, EntryId, EntryKind, EntryState, Language, Mode, PersonId, Role,
    Training, When,
};
use sponsor_desk::app::{Options, Page};

use crate::structure::{day, me, register};
use crate::support::{
    LOOKS, Look, Window, Workspace, add_person, click, full_and_empty, key, moment, open, picture, run, typed,
};

/// A training at this hour of a day of November.
fn held(desk: &Desk, title: &str, on: NaiveDate, hour: u32, invited: &[PersonId]) -> EntryId {
    let id = EntryId::new(desk.ids(), moment());
    let start = on.and_hms_opt(hour, 0, 0).unwrap();
    let when = When::Timed { start, minutes: Some(60), zone: chrono_tz::Europe::Sofia };
    let mut entry = Entry::new(id, EntryKind::Event, title, when, moment());
    (entry.action, entry.action_chosen) = (Some(Action::Training), true);
    entry.mode = Some(if hour > 12 { Mode::Online } else { Mode::InPerson });
    if start < moment() {
        entry.state = EntryState::Done;
    }
    entry.training = Some(Training { topic: title.to_owned(), invited: invited.to_vec(), ..Training::default() });
    run(desk, Command::AddEntry(Box::new(entry)));
    id
}

fn came(workspace: &Workspace, id: EntryId) -> Vec<Attendance> {
    workspace.change(|desk| desk.read().unwrap().entry(id).unwrap().unwrap().training.unwrap().came)
}

/// Two partners, and a training to which both were invited.
fn small() -> (Workspace, EntryId, [PersonId; 2]) {
    let workspace = Workspace::empty();
    let (id, people) = workspace.change(|desk| {
        let me = me(desk);
        let lili = register(desk, "Лили Караджова", me, day(2026, 6, 14), Role::Partner);
        let ivan = register(desk, "Иван Динев", me, day(2026, 7, 1), Role::Partner);
        (held(desk, "Поканата", day(2026, 11, 17), 18, &[lili, ivan]), [lili, ivan])
    });
    (workspace, id, people)
}

fn fill(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Part::TextInput, field).focus();
    window.run();
    typed(window, text);
}

fn focus_row(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Part::Row, name).click();
    window.run();
}

#[test]
fn an_empty_page_gives_the_rod_and_the_first_step() {
    for (language, saying, first, title) in [
        (Language::Bulgarian, "Дайте на гладния въдица, не риба", "Запиши първото обучение", "Ново обучение"),
        (Language::English, "Give the hungry a rod, not a fish", "Write down the first training", "New training"),
    ] {
        let workspace = Workspace::empty();
        let mut window = workspace.window(language, Page::Training);
        assert_eq!(window.query_all_by_label(saying).count(), 1, "once");
        click(&mut window, first);
        window.get_by_role_and_label(Part::Dialog, title);
    }
}

#[test]
fn a_new_training_is_an_entry_of_the_diary() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Запиши първото обучение");
    typed(&mut window, "Живо спонсориране");
    fill(&mut window, "Ден", "28.11.2026");
    fill(&mut window, "От", "10:00");
    fill(&mut window, "Място", "хотел Тримонциум");
    key(&mut window, Modifiers::NONE, Key::Escape);
    // What was typed stays, and is there again.
    click(&mut window, "Ново обучение");
    let place = window.get_by_role_and_label(Part::TextInput, "Място").value();
    assert_eq!(place.as_deref(), Some("хотел Тримонциум"));
    window.get_by_role_and_label(Part::TextInput, "Тема").focus();
    window.run();
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label_contains("събота, 28 ноември");
    drop(window);
    let entries: Vec<Entry> = workspace.change(|desk| desk.read().unwrap().all().unwrap());
    assert_eq!(entries.len(), 1, "there is no second record");
    let entry = &entries[0];
    assert_eq!((entry.title.as_str(), entry.action.as_ref()), ("Живо спонсориране", Some(&Action::Training)));
    assert_eq!((entry.place.as_str(), entry.when.minutes()), ("хотел Тримонциум", Some(60)));
}

#[test]
fn attendance_is_ticked_by_the_keyboard_and_taken_back() {
    let (workspace, id, [lili, ivan]) = small();
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    focus_row(&mut window, "Лили Караджова, партньор, не е отбелязано, че е дошло");
    key(&mut window, Modifiers::NONE, Key::Space);
    window.get_by_role_and_label(Part::Row, "Лили Караджова, партньор, дойде, онлайн");
    key(&mut window, Modifiers::NONE, Key::O);
    key(&mut window, Modifiers::NONE, Key::G);
    window.get_by_role_and_label(Part::Row, "Лили Караджова, партньор, дойде, на живо, иска да се развива");
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::NONE, Key::G);
    window.get_by_role_and_label(Part::Row, "Иван Динев, партньор, дойде, онлайн, иска да се развива");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_role_and_label(Part::Row, "Иван Динев, партньор, не е отбелязано, че е дошло");
    drop(window);
    assert_eq!(came(&workspace, id), [Attendance { person: lili, mode: Mode::InPerson, wants_more: true }]);
    let mut window = workspace.window(Language::English, Page::Training);
    window.get_by_label("Came: Иван Динев").click();
    window.run();
    drop(window);
    assert_eq!(came(&workspace, id).iter().map(|one| one.person).collect::<Vec<_>>(), [lili, ivan]);
}

#[test]
fn pasted_names_are_shown_before_and_a_guest_becomes_a_contact() {
    let (workspace, id, [lili, _]) = small();
    let other = workspace.change(|desk| add_person(desk, "Лили Стоева"));
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Постави имена");
    typed(&mut window, "Лили Караджова\nЛили\nГергана Нова, на живо\n");
    window.get_by_label("нов контакт: Гергана Нова");
    window.get_by_label("има няколко души с това име");
    // Escape keeps what was pasted.
    key(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Постави имена");
    click(&mut window, "Кой е: Лили");
    click(&mut window, "Лили Стоева");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window.query_by_label("нов контакт: Гергана Нова").is_none(), "the panel is closed");
    drop(window);
    let there = came(&workspace, id);
    assert_eq!(there.iter().map(|one| one.person).take(2).collect::<Vec<_>>(), [lili, other]);
    assert_eq!((there.len(), there[2].mode), (3, Mode::InPerson));
    let people = || workspace.change(|desk| desk.read().unwrap().people().len());
    assert_eq!(people(), 5);
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    window.get_by_role_and_label(Part::Row, "Гергана Нова, гост, дойде, на живо");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    drop(window);
    assert_eq!((came(&workspace, id).len(), people()), (0, 4), "one step takes back all of it");
}

#[test]
fn one_more_person_is_typed_with_enter() {
    let (workspace, id, _) = small();
    workspace.change(|desk| add_person(desk, "Мария Петрова"));
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    window.get_by_role_and_label(Part::TextInput, "Още един човек").focus();
    window.run();
    typed(&mut window, "Мария");
    window.get_by_label("Мария Петрова · гост");
    key(&mut window, Modifiers::NONE, Key::Enter);
    typed(&mut window, "Нов Гост");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Part::Row, "Нов Гост, гост, дойде, онлайн");
    drop(window);
    assert_eq!(came(&workspace, id).len(), 2);
}

#[test]
fn a_file_of_an_attendance_is_looked_at_and_brought_in() {
    let (workspace, id, [lili, _]) = small();
    let file = workspace.folder().join("дойдоха.csv");
    std::fs::write(&file, "Име;Телефон;Присъствие\nЛили Караджова;;онлайн\nНова Гостенка;0888 123 456;на живо\n")
        .unwrap();
    workspace.chooser.queue(file);
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Внеси от файл");
    window.get_by_role_and_label(Part::Dialog, "Присъствие: Поканата");
    window.get_by_label("нов контакт: Нова Гостенка");
    click(&mut window, "Запиши 2 души");
    drop(window);
    let there = came(&workspace, id);
    assert_eq!((there.len(), there[0].person), (2, lili));
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    key(&mut window, Modifiers::COMMAND, Key::H);
    window.get_by_label_contains("Внесено присъствие");
}

#[test]
fn what_a_person_has_learnt_is_ticked_in_the_table_and_shows_what_comes_next() {
    let (workspace, _, [lili, _]) = small();
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Научено");
    focus_row(&mut window, "Лили Караджова, 0 от 9");
    key(&mut window, Modifiers::NONE, Key::Space);
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    key(&mut window, Modifiers::NONE, Key::Space);
    window.get_by_role_and_label(Part::Row, "Лили Караджова, 2 от 9");
    window.get_by_label("Следва: Дневник и план");
    key(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_role_and_label(Part::Row, "Лили Караджова, 1 от 9");
    drop(window);
    let learnt = workspace.change(|desk| desk.read().unwrap().people().get(lili).unwrap().learnt.clone());
    assert_eq!((learnt.len(), learnt[0].step.as_str(), learnt[0].on), (1, "product", day(2026, 11, 24)));
    // On the pane of the person, too.
    let mut window = workspace.window(Language::English, Page::Structure);
    window.query_all_by_label_contains("Лили Караджова, ").next().unwrap().click();
    window.run();
    window.get_by_label("Next: The list");
    click(&mut window, "Open: Training");
    assert_eq!(window.state().page(), Page::Training);
    window.get_by_role_and_label(Part::Row, "Лили Караджова, 1 of 9");
}

#[test]
fn the_path_is_changed_and_had_back() {
    let (workspace, ..) = small();
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Научено");
    click(&mut window, "Промени пътя");
    click(&mut window, "Нагоре: Списъкът");
    click(&mut window, "Учи се: Продуктът");
    click(&mut window, "Нова стъпка");
    typed(&mut window, "Разговор по телефона");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Промени: Разговор по телефона");
    let path = |workspace: &Workspace| {
        workspace.change(|desk| {
            let view = desk.read().unwrap();
            let steps = sponsor_core::learning::steps(view.settings().unwrap(), Language::Bulgarian);
            steps.into_iter().map(|step| step.words.title).collect::<Vec<_>>()
        })
    };
    drop(window);
    let changed = path(&workspace);
    assert_eq!((changed[0].as_str(), changed[8].as_str()), ("Списъкът", "Разговор по телефона"));
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Научено");
    click(&mut window, "Промени пътя");
    click(&mut window, "Върни стъпките на програмата");
    drop(window);
    assert_eq!(path(&workspace)[0], "Продуктът");
}

#[test]
fn methods_say_what_to_say_and_take_ones_own_words() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Training);
    click(&mut window, "Виж методите");
    window.get_by_label("Как върви при теб напоследък?");
    click(&mut window, "на „Вие“");
    window.get_by_label("Как върви при Вас напоследък?");
    click(&mut window, "Скрий");
    assert!(window.query_by_label("Как върви при Вас напоследък?").is_none());
    click(&mut window, "Покажи скритите · 1");
    click(&mut window, "Нов метод");
    typed(&mut window, "Разходка в парка");
    key(&mut window, Modifiers::COMMAND, Key::Enter);
    window.get_by_role_and_label(Part::ListItem, "Разходка в парка");
    drop(window);
    let mut window = workspace.window(Language::English, Page::Training);
    click(&mut window, "Methods");
    window.get_by_role_and_label(Part::ListItem, "Разходка в парка");
}

#[test]
fn the_page_stands_in_the_rail_with_the_first_registered_person() {
    let workspace = Workspace::empty();
    let window = workspace.window(Language::Bulgarian, Page::Today);
    assert!(window.query_by_role_and_label(Part::Tab, "Обучение").is_none());
    drop(window);
    let (workspace, ..) = small();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_role_and_label(Part::Tab, "Обучение").click();
    window.run();
    assert_eq!(window.state().page(), Page::Training);
    window.get_by_label_contains("18:00, 0 от 2");
}

/// A structure that learns, with trainings held and to come.
fn full() -> Workspace {
    let workspace = crate::structure::filled();
    workspace.change(|desk| {
        let named = |name: &str| {
            let view = desk.read().unwrap();
            view.people().all().find(|person| person.name.full().starts_with(name)).unwrap().id
        };
        let people: Vec<PersonId> = [
            "Лили Караджова",
            "Кремена Бошева",
            "Красимир Енев",
            "Йордан Сачев",
            "Диана Минева",
            "Гергана Пеева",
            "Тошко Генов",
            "Александрина",
        ]
        .map(named)
        .to_vec();
        let guest = add_person(desk, "Деница Русева");
        for (title, on, hour) in
            [("Първите 3 дни", 24, 18), ("Живо спонсориране", 28, 10), ("Последващ разговор", 30, 18)]
        {
            held(desk, title, day(2026, 11, on), hour, &people[..usize::try_from(on % 6 + 2).unwrap()]);
        }
        for (title, on, hour) in [("Среща 2+1", 7, 10), ("Списъкът", 10, 18), ("Как се кани", 17, 18)]
        {
            let id = held(desk, title, day(2026, 11, on), hour, &people);
            let came = people[..4].iter().chain([&guest]).enumerate().map(|(at, person)| {
                let mode = if hour > 12 { Mode::Online } else { Mode::InPerson };
                AttendanceChange::Came(Attendance { person: *person, mode, wants_more: at % 2 == 0 })
            });
            let sheet = sponsor_core::command::AttendanceSheet::of(id, came.collect());
            run(desk, Command::Attend(Box::new(sheet)));
        }
        let steps = ["product", "list", "diary_and_plan", "two_minute_presentation", "invitation", "meeting_2_plus_1"];
        for (at, step) in steps.iter().enumerate() {
            let who = people[..people.len() - at].to_vec();
            let on = Some(day(2026, 11, 3 + u32::try_from(at).unwrap()));
            run(desk, Command::Learn { people: who, step: (*step).to_owned(), on });
        }
    });
    workspace
}

#[test]
#[ignore = "draws pictures to be looked at"]
fn pictures() {
    let sizes = [[1280.0, 800.0], [1920.0, 1080.0], [1920.0, 1080.0], [1280.0, 800.0]];
    let looks: Vec<Look> =
        LOOKS.iter().zip(sizes).map(|((name, language, theme), size)| (*name, *language, *theme, size)).collect();
    full_and_empty(&full(), &looks, |what, workspace, (_, language, theme, size)| {
        let options = Options { theme: Some(*theme), ..workspace.options(*language, Page::Training) };
        let mut window = open(options, *size);
        picture(&mut window, &format!("training-{what}"));
        if what.starts_with("empty") {
            return;
        }
        let bulgarian = *language == Language::Bulgarian;
        click(&mut window, if bulgarian { "Постави имена" } else { "Paste names" });
        typed(&mut window, "Лили Караджова\nАлександрина\nНова Гостенка, онлайн\nЛили\n");
        picture(&mut window, &format!("training-paste-{what}"));
        key(&mut window, Modifiers::NONE, Key::Escape);
        click(&mut window, if bulgarian { "Научено" } else { "Learnt" });
        let row =
            if bulgarian { "Лили Караджова, 6 от 9" } else { "Лили Караджова, 6 of 9" };
        focus_row(&mut window, row);
        picture(&mut window, &format!("training-learnt-{what}"));
        click(&mut window, if bulgarian { "Промени пътя" } else { "Edit the path" });
        picture(&mut window, &format!("training-path-{what}"));
        key(&mut window, Modifiers::NONE, Key::Escape);
        click(&mut window, if bulgarian { "Методи" } else { "Methods" });
        picture(&mut window, &format!("training-methods-{what}"));
        click(&mut window, if bulgarian { "Ново обучение" } else { "New training" });
        picture(&mut window, &format!("training-form-{what}"));
    });
}
