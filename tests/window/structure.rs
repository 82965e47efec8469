//! The page Structure, through the real window code.

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use rust_decimal::Decimal;
use sponsor_core::Desk;
use sponsor_core::command::{Command, Line};
use sponsor_core::model::{
    Action, Attendance, Entry, EntryId, EntryKind, EntryState, Goal, GoalId, GoalState, Language, Mode, Name, Order,
    OrderId, Person, PersonId, Points, Reading, ReadingId, Registration, Role as Part, Scope, Training, When,
};
use sponsor_desk::app::{App, Page};

use crate::support::{LOOKS, Workspace, moment, open, picture, run};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn november(on: u32) -> NaiveDate {
    day(2026, 11, on)
}

/// Registers someone new in Пловдив.
pub fn register(desk: &Desk, name: &str, sponsor: PersonId, on: NaiveDate, role: Part) -> PersonId {
    let id = PersonId::new(desk.ids(), moment());
    let mut person = Person::new(id, Name::from_full(name).unwrap(), on);
    "Пловдив".clone_into(&mut person.city);
    run(desk, Command::AddPeople(vec![person]));
    run(desk, Command::Register { person: id, registration: Registration::new(on, role, sponsor) });
    id
}

pub fn me(desk: &Desk) -> PersonId {
    desk.read().unwrap().settings().unwrap().me
}

pub fn order(desk: &Desk, person: PersonId, on: NaiveDate, points: i64) {
    run(
        desk,
        Command::AddOrder(Box::new(Order {
            id: OrderId::new(desk.ids(), moment()),
            person,
            on,
            products: "шампоан и крем".to_owned(),
            points: Points::new(points.into()).unwrap(),
            amount: None,
            note: String::new(),
        })),
    );
}

pub fn reading(desk: &Desk, scope: Scope, on: NaiveDate, points: i64) {
    let points = Points::new(points.into()).unwrap();
    let id = ReadingId::new(desk.ids(), moment());
    run(desk, Command::AddReading(Reading { id, on, scope, points, source: String::new() }));
}

pub fn training(desk: &Desk, on: NaiveDate, came: &[(PersonId, Mode, bool)]) {
    let id = EntryId::new(desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Event, "Обучение", When::day(on), moment());
    entry.action = Some(Action::Training);
    entry.state = EntryState::Done;
    let came = came.iter().map(|(person, mode, wants)| Attendance { person: *person, mode: *mode, wants_more: *wants });
    entry.training = Some(Training { came: came.collect(), ..Training::default() });
    run(desk, Command::AddEntry(Box::new(entry)));
}

pub fn called(desk: &Desk, person: PersonId, on: NaiveDate) {
    let id = EntryId::new(desk.ids(), moment());
    let mut entry = Entry::new(id, EntryKind::Call, "Обаждане", When::day(on), moment());
    entry.people.push(person);
    entry.state = EntryState::Done;
    run(desk, Command::AddEntry(Box::new(entry)));
}

/// A structure of a year and a half, with orders, readings, trainings, lines and a goal.
pub fn filled() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let me = me(desk);
        let stoyan = register(desk, "Стоян Вълчев", me, day(2025, 3, 12), Part::Partner);
        let iva = register(desk, "Ива Георгиева", me, day(2025, 11, 3), Part::Partner);
        let mira = register(desk, "Мира Николова", me, day(2026, 5, 20), Part::Partner);
        let below = [
            ("Тошко Генов", stoyan, day(2025, 12, 30), Part::Partner),
            ("Жана Лазарова", stoyan, day(2026, 2, 2), Part::Partner),
            ("Диана Минева", stoyan, day(2026, 9, 15), Part::Customer),
            ("Лили Караджова", iva, day(2026, 6, 14), Part::Partner),
            ("Гергана Пеева", iva, day(2026, 8, 19), Part::Customer),
            ("Росен Ангелов", iva, day(2026, 10, 10), Part::Customer),
            ("Слави Пенев", mira, day(2026, 7, 2), Part::Customer),
            ("Александрина Константинова-Хаджидимитрова", mira, day(2026, 10, 21), Part::Partner),
        ];
        let mut people = vec![stoyan, iva, mira];
        for (name, sponsor, on, role) in below {
            people.push(register(desk, name, sponsor, on, role));
        }
        let [toshko, lili] = [people[3], people[6]];
        people.push(register(desk, "Кремена Бошева", toshko, november(6), Part::Partner));
        people.push(register(desk, "Красимир Енев", lili, november(12), Part::Partner));
        people.push(register(desk, "Йордан Сачев", people[11], november(17), Part::Customer));
        for (at, person) in people.iter().enumerate() {
            let at = i64::try_from(at).unwrap();
            order(desk, *person, day(2026, 10, 9), 40 + at * 7);
            order(desk, *person, november(3 + u32::try_from(at).unwrap()), 30 + at * 11);
            called(desk, *person, november(1 + u32::try_from(at).unwrap()));
        }
        history(desk, &people);
        words(desk, mira);
    });
    workspace
}

/// Readings of 25 months and of the last weeks, and a training a month.
fn history(desk: &Desk, people: &[PersonId]) {
    let points = [
        420, 510, 430, 470, 520, 560, 610, 590, 540, 560, 690, 760, 830, 910, 760, 880, 960, 1010, 1090, 1060, 980,
        940, 1240, 1420,
    ];
    let mut month = day(2024, 12, 1);
    for (at, value) in points.into_iter().enumerate() {
        reading(desk, Scope::Whole, month.pred_opt().unwrap(), value);
        if at >= 12 {
            let mode = |index: usize| if (index + at).is_multiple_of(3) { Mode::Online } else { Mode::InPerson };
            let came: Vec<_> =
                people.iter().take(5 + at % 7).enumerate().map(|(index, id)| (*id, mode(index), index < 3)).collect();
            training(desk, month.pred_opt().unwrap(), &came);
        }
        month = month.checked_add_months(chrono::Months::new(1)).unwrap();
    }
    let came: Vec<_> = people.iter().take(9).map(|id| (*id, Mode::InPerson, false)).collect();
    training(desk, november(14), &came);
    for (on, value) in
        [(day(2026, 10, 24), 1146), (november(8), 410), (november(15), 730), (november(22), 1131), (november(24), 1284)]
    {
        reading(desk, Scope::Whole, on, value);
    }
}

fn words(desk: &Desk, person: PersonId) {
    let line = |about, text: &str| run(desk, Command::AddLine { person, about, text: text.to_owned() });
    line(Line::Need, "Листовки за салона.");
    line(Line::Need, "Някой до нея на първите срещи; каталог за чувствителна кожа.");
    line(Line::GoingOn, "Дъщеря ѝ е в първи клас, свободна е след 17 часа.");
    let goal = Goal {
        id: GoalId::new(desk.ids(), moment()),
        person,
        what: "Своя кола до първия учебен ден, 250 € на месец.".to_owned(),
        until: Some(day(2027, 9, 15)),
        why: "Да води детето на училище.".to_owned(),
        agreed: november(8),
        state: GoalState::Open,
        decided: None,
    };
    run(desk, Command::SetGoal(Box::new(goal)));
}

/// Two partners and a customer: Ана, below her Петър, below him Мария.
pub fn three() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let ana = register(desk, "Ана Тошева", me(desk), day(2026, 3, 12), Part::Partner);
        let petar = register(desk, "Петър Колев", ana, day(2026, 5, 2), Part::Partner);
        register(desk, "Мария Донева", petar, november(9), Part::Customer);
        order(desk, petar, november(10), 80);
        order(desk, ana, november(10), 20);
    });
    workspace
}

pub fn press(window: &mut Harness<'static, App>, label: &str) {
    window.get_by_label(label).scroll_to_me();
    window.run();
    window.get_by_label(label).click();
    window.run();
}

pub fn type_into(window: &mut Harness<'static, App>, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.run();
}

/// Presses a button, types into the fields that it opens, and saves by Enter.
pub fn fill_in(window: &mut Harness<'static, App>, button: &str, fields: &[(&str, &str)]) {
    press(window, button);
    fill(window, fields);
}

/// Types into fields and saves by Enter.
pub fn fill(window: &mut Harness<'static, App>, fields: &[(&str, &str)]) {
    for (label, text) in fields {
        type_into(window, label, text);
    }
    enter(window);
}

pub fn enter(window: &mut Harness<'static, App>) {
    window.key_press(Key::Enter);
    window.run();
}

pub fn orders_of(workspace: &Workspace, name: &str) -> Vec<(NaiveDate, String, Decimal, Option<Decimal>)> {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let person = view.people().all().find(|person| person.name.full() == name).unwrap().id;
        let mut orders: Vec<Order> = view.all::<Order>().unwrap();
        orders.retain(|order| order.person == person);
        orders.sort_by_key(|order| (order.on, order.points));
        let row =
            |order: Order| (order.on, order.products, order.points.amount(), order.amount.map(|one| one.amount()));
        orders.into_iter().map(row).collect()
    })
}

#[test]
fn a_wrong_date_of_an_order_says_an_example_and_money_has_the_sign_of_the_workspace() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Поръчки");
    type_into(&mut window, "Дата", "някога");
    type_into(&mut window, "Точки", "много");
    type_into(&mut window, "Сума", "131");
    window.key_press(Key::Tab);
    window.run();
    window.get_by_label("напр. 24.11.2026");
    window.get_by_label("напр. 84,5");
    window.get_by_label("131\u{a0}€");
    assert!(window.query_all_by_label_contains("EUR").next().is_none());
}

#[test]
fn an_empty_structure_says_what_will_stand_there_and_leads_to_onboarding() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_label("Тук ще стои твоята структура");
    press(&mut window, "Посрещни");
    assert_eq!(window.state().page(), Page::Onboarding);
}

#[test]
fn everyone_stands_below_their_sponsor_with_the_points_of_the_branch() {
    let workspace = three();
    let window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_label("Всички 3");
    let ana = window.get_by_label("Ана Тошева, точки на клона този месец: 100").rect();
    let petar = window.get_by_label("Петър Колев, точки на клона този месец: 80").rect();
    assert!(ana.top() < petar.top());
    let (first, second) =
        (window.get_by_label("Скрий клона на Ана Тошева"), window.get_by_label("Скрий клона на Петър Колев"));
    assert!(first.rect().left() < second.rect().left(), "deeper is further in");
}

#[test]
fn a_branch_folds_and_unfolds() {
    let workspace = three();
    let mut window = workspace.window(Language::English, Page::Structure);
    press(&mut window, "Hide the branch of Ана Тошева");
    assert!(window.query_by_label_contains("Петър Колев, points").is_none());
    window.get_by_label("1 person");
    press(&mut window, "Show the branch of Ана Тошева");
    window.get_by_label_contains("Мария Донева, points");
}

#[test]
fn tabs_and_search_show_whom_one_looks_for() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Клиенти 1");
    assert!(window.query_by_label_contains("Ана Тошева, точки").is_none());
    window.get_by_label_contains("Мария Донева, точки");
    press(&mut window, "Всички 3");
    type_into(&mut window, "Търси в структурата", "kolev");
    window.get_by_label_contains("Петър Колев, точки");
    assert!(window.query_by_label_contains("Мария Донева, точки").is_none());
}

#[test]
fn sorting_by_points_flattens_the_structure_and_can_be_taken_back() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Точки ноември");
    let rows = ["Петър Колев, точки на клона този месец: 80", "Ана Тошева, точки на клона този месец: 100"];
    let tops = rows.map(|row| window.get_by_label(row).rect().top());
    assert!(tops[0] < tops[1]);
    assert!(window.query_by_label("Скрий клона на Ана Тошева").is_none());
    press(&mut window, "Подреди по клонове");
    window.get_by_label("Скрий клона на Ана Тошева");
}

#[test]
fn orders_are_typed_one_after_another_and_taken_back() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    let fields = [("Продукти", "крем"), ("Дата", "20.11"), ("Сума", "35,50"), ("Точки", "12,5")];
    fill_in(&mut window, "Добави: Поръчки", &fields);
    fill(&mut window, &[("Продукти", "шампоан"), ("Точки", "7")]);
    drop(window);
    let number = |text: &str| text.parse::<Decimal>().unwrap();
    let added = [
        (november(10), "шампоан и крем".to_owned(), number("20"), None),
        (november(20), "шампоан".to_owned(), number("7"), None),
        (november(20), "крем".to_owned(), number("12.5"), Some(number("35.50"))),
    ];
    assert_eq!(orders_of(&workspace, "Ана Тошева"), added, "the second begins with the day of the first");
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    drop(window);
    assert_eq!(orders_of(&workspace, "Ана Тошева").len(), 2);
}

#[test]
fn an_order_without_points_says_what_is_missing_and_leads_there() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    fill_in(&mut window, "Добави: Поръчки", &[("Продукти", "крем")]);
    window.get_by_label("Колко точки?");
    assert!(window.get_by_role_and_label(Role::TextInput, "Точки").is_focused());
    fill(&mut window, &[("Точки", "9")]);
    assert!(window.query_by_label("Колко точки?").is_none());
    drop(window);
    assert_eq!(orders_of(&workspace, "Ана Тошева").len(), 2);
}

#[test]
fn an_order_with_a_bad_number_is_not_taken_and_stays_typed() {
    let workspace = three();
    let mut window = workspace.window(Language::English, Page::Structure);
    fill_in(&mut window, "Add: Orders", &[("Points", "много")]);
    window.get_by_label("e.g. 84.5");
    drop(window);
    assert_eq!(orders_of(&workspace, "Ана Тошева").len(), 1);
    let mut window = workspace.window(Language::English, Page::Structure);
    press(&mut window, "Add: Orders");
    assert_eq!(window.get_by_role_and_label(Role::TextInput, "Points").value().as_deref(), Some("много"));
}

#[test]
fn an_order_is_changed_and_deleted() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Действия за поръчката: вт 10 ноем, 20 т.");
    fill_in(&mut window, "Промени", &[("Точки", "5")]);
    window.get_by_label("Действия за поръчката: вт 10 ноем, 205 т.");
    press(&mut window, "Действия за поръчката: вт 10 ноем, 205 т.");
    press(&mut window, "Изтрий");
    window.get_by_label("Още няма поръчки.");
    window.get_all_by_label("Отмени").last().unwrap().click();
    window.run();
    window.get_by_label("Действия за поръчката: вт 10 ноем, 205 т.");
}

#[test]
fn a_dated_line_survives_escape_and_is_saved_by_enter() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Какво става при нея");
    type_into(&mut window, "Какво става при нея", "Нов дом");
    window.key_press(Key::Escape);
    window.run();
    fill_in(&mut window, "Добави: Какво става при нея", &[("Какво става при нея", " от май")]);
    window.get_by_label("Нов дом от май");
    drop(window);
    let window = workspace.window(Language::English, Page::Structure);
    window.get_by_label("Нов дом от май");
}

#[test]
fn a_goal_is_agreed_and_reached() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    fill_in(&mut window, "Уговори цел", &[("До кога", "15.9.2027"), ("Какво", "Своя кола")]);
    window.get_by_label("до 15 септември 2027 г.");
    press(&mut window, "Действия за целта: Своя кола");
    press(&mut window, "Постигната");
    window.get_by_label("Още няма уговорена цел.");
}

#[test]
fn a_rank_is_a_dated_result_of_the_registration() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Резултати");
    fill_in(&mut window, "Това е сегашният ранг", &[("Ранг или постижение", "Сребърен")]);
    drop(window);
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let ana = view.people().all().find(|person| person.name.full() == "Ана Тошева").unwrap();
        let own = ana.registration.as_ref().unwrap();
        assert_eq!((own.rank.as_str(), own.results.len(), own.results[0].on), ("Сребърен", 1, november(24)));
    });
}

#[test]
fn the_table_is_walked_by_keys_and_enter_opens_the_person() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_role_and_label(Role::Table, "Структура").focus();
    window.run();
    window.key_press(Key::ArrowDown);
    window.run();
    window.get_by_label("регистрация сб 2 май · спонсор Ана Т.");
    enter(&mut window);
    assert_eq!(window.state().page(), Page::List);
}

#[test]
#[ignore = "draws pictures"]
fn pictures() {
    let workspace = filled();
    let empty = Workspace::empty();
    for (name, language, theme) in LOOKS {
        for (size, suffix) in [([1280.0, 800.0], ""), ([1920.0, 1080.0], "-wide")] {
            let options = |workspace: &Workspace| sponsor_desk::app::Options {
                theme: Some(theme),
                ..workspace.options(language, Page::Structure)
            };
            let mut window = open(options(&workspace), size);
            window.get_by_label_contains("Мира Николова, ").click();
            window.run();
            picture(&mut window, &format!("structure-{name}{suffix}"));
            if suffix.is_empty() {
                let orders =
                    if language == Language::Bulgarian { "Добави: Поръчки" } else { "Add: Orders" };
                window.get_by_label(orders).scroll_to_me();
                window.run();
                window.get_by_label(orders).click();
                window.run();
                picture(&mut window, &format!("structure-{name}-order"));
            }
            drop(window);
            let mut window = open(options(&empty), size);
            picture(&mut window, &format!("structure-{name}{suffix}-empty"));
        }
    }
}
