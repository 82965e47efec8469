//! Orders with the calls after them, and the figures of a branch that open what is behind them.

use chrono::NaiveDate;
use egui::accesskit::Role as Aloud;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{Entry, EntryKind, Language, Mode, Role, Scope, Settings};
use sponsor_desk::app::Page;

use crate::structure::{
    day, fill, fill_in, me, november, order, orders_of, press, reading, register, three, training, type_into,
};
use crate::support::Workspace;

/// The calls of the diary: whom, the title, the day.
fn calls(workspace: &Workspace) -> Vec<(String, String, NaiveDate)> {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let mut calls: Vec<Entry> = view.all().unwrap();
        calls.retain(|entry| entry.kind == EntryKind::Call);
        calls.sort_by_key(|entry| entry.when.first_day());
        let said =
            |entry: Entry| (view.people().name(entry.people[0]), entry.title.clone(), entry.when.first_day().unwrap());
        calls.into_iter().map(said).collect()
    })
}

#[test]
fn an_order_offers_three_calls_which_come_with_it_and_go_with_one_undo() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Поръчки");
    window.get_by_label("Ще се създадат");
    fill(&mut window, &[("Продукти", "крем"), ("Точки", "12,5")]);
    drop(window);
    let said: Vec<_> = calls(&workspace).into_iter().map(|(_, title, on)| (title, on)).collect();
    let expected = [
        ("Ана Тошева: Пристигна ли?".to_owned(), november(27)),
        ("Ана Тошева: Как го ползва?".to_owned(), day(2026, 12, 8)),
        ("Ана Тошева: Свършва ли?".to_owned(), day(2026, 12, 24)),
    ];
    assert_eq!(said, expected);
    assert_eq!(orders_of(&workspace, "Ана Тошева").len(), 2);
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    drop(window);
    assert_eq!((calls(&workspace).len(), orders_of(&workspace, "Ана Тошева").len()), (0, 1));
}

#[test]
fn a_call_is_left_out_or_goes_to_another_day_before_the_order_is_entered() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Поръчки");
    press(&mut window, "Как го ползва?");
    fill(&mut window, &[("Кога: Пристигна ли?", "30.11"), ("Точки", "12")]);
    drop(window);
    let days: Vec<_> = calls(&workspace).into_iter().map(|(_, _, on)| on).collect();
    assert_eq!(days, [november(30), day(2026, 12, 24)]);
}

#[test]
fn of_an_order_of_long_ago_only_calls_that_are_still_ahead_are_offered() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    fill_in(&mut window, "Добави: Поръчки", &[("Дата", "5.11"), ("Точки", "12")]);
    drop(window);
    let days: Vec<_> = calls(&workspace).into_iter().map(|(_, _, on)| on).collect();
    assert_eq!(days, [day(2026, 12, 5)]);
}

#[test]
fn what_was_changed_of_the_calls_survives_escape() {
    let workspace = three();
    let mut window = workspace.window(Language::English, Page::Structure);
    press(&mut window, "Add: Orders");
    type_into(&mut window, "When: Has it arrived?", "30 Nov");
    window.key_press(Key::Escape);
    window.run();
    drop(window);
    let mut window = workspace.window(Language::English, Page::Structure);
    press(&mut window, "Add: Orders");
    let field = window.get_by_role_and_label(Aloud::TextInput, "When: Has it arrived?");
    assert_eq!(field.value().as_deref(), Some("30 Nov"));
}

#[test]
fn the_calls_are_switched_off_in_the_settings() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Settings);
    window.get_by_role_and_label(Aloud::Switch, "Обаждания след поръчка").scroll_to_me();
    window.run();
    window.get_by_role_and_label(Aloud::Switch, "Обаждания след поръчка").click();
    window.run();
    window.state_mut().show_page(Page::Structure);
    window.run();
    press(&mut window, "Добави: Поръчки");
    assert!(window.query_by_label("Ще се създадат").is_none());
    fill(&mut window, &[("Точки", "12")]);
    drop(window);
    assert_eq!(calls(&workspace), []);
    workspace.change(|desk| {
        let settings = Settings::clone(desk.read().unwrap().settings().unwrap());
        assert!(!settings.order_calls);
    });
}

#[test]
fn an_order_of_another_is_typed_at_any_pane() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Поръчки");
    fill(&mut window, &[("Точки", "12"), ("Кой поръча", "доне")]);
    drop(window);
    assert_eq!(orders_of(&workspace, "Мария Донева").len(), 1);
    assert!(calls(&workspace).iter().all(|(whom, ..)| whom == "Мария Донева"));
}

#[test]
fn an_order_of_somebody_unknown_stays_typed() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Добави: Поръчки");
    fill(&mut window, &[("Точки", "12"), ("Кой поръча", "Никой")]);
    window.get_by_label("Няма такъв човек в структурата");
    drop(window);
    assert_eq!(orders_of(&workspace, "Ана Тошева").len(), 1);
}

#[test]
fn ones_own_orders_stand_at_the_root_of_the_tree() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Дърво");
    window.key_press(Key::Home);
    window.run();
    window.get_by_label_contains("това си ти");
    fill_in(&mut window, "Добави: Поръчки", &[("Точки", "33")]);
    window.get_by_label("Своя поръчка, ноември: 33 т.");
    drop(window);
    assert_eq!(orders_of(&workspace, "Невена Стоянова").len(), 1);
    assert_eq!(calls(&workspace), [], "nobody calls themselves");
}

/// Three people, a reading of Петър's branch, and a training that Ана led.
fn busy() -> Workspace {
    let workspace = three();
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let id = |name: &str| view.people().all().find(|person| person.name.full() == name).unwrap().id;
        let (petar, maria) = (id("Петър Колев"), id("Мария Донева"));
        drop(view);
        reading(desk, Scope::Branch(petar), november(20), 95);
        training(desk, november(14), &[(petar, Mode::InPerson, true), (maria, Mode::Online, false)]);
        let extra = register(desk, "Боян Илиев", me(desk), november(3), Role::Customer);
        order(desk, extra, november(4), 5);
    });
    workspace
}

#[test]
fn each_figure_of_the_pane_opens_what_is_behind_it() {
    let workspace = busy();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Точки на клона, ноември: 100 т.");
    window.get_by_role_and_label(Aloud::Dialog, "Точки на клона (Ана Тошева): 100");
    window.get_by_label("80 т.");
    window.get_by_label("20 т.");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_role(Aloud::Dialog).is_none());
    press(&mut window, "Хора на обучение: 2");
    window.get_by_label("онлайн");
    window.get_by_role_and_label(Aloud::Button, "Петър Колев").click();
    window.run();
    assert!(window.query_by_role(Aloud::Dialog).is_none(), "a name leads to the person");
    window.get_by_label("регистрация сб 2 май · спонсор Ана Т.");
}

#[test]
fn a_figure_of_the_table_opens_the_reading_that_wins_and_the_orders_beside_it() {
    let workspace = busy();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Точки на клона (Петър Колев): 95");
    window.get_by_label_contains("Важи отчетеното от сайта");
    window.get_by_label("95 т.");
    window.get_by_label("80 т.");
}

#[test]
fn the_four_plain_lines_say_what_is_known_and_no_more() {
    let workspace = busy();
    let mut window = workspace.window(Language::English, Page::Structure);
    window.get_by_label("Own order, November: 20 pts");
    window.get_by_label("People brought in: 1");
    window.get_by_label("Whom they teach");
    assert!(window.query_by_label_contains("Whom they teach:").is_none(), "nothing is known of it");
    press(&mut window, "People brought in: 1");
    window.get_by_role_and_label(Aloud::Dialog, "People brought in (Ана Тошева): 1");
}

#[test]
fn the_ready_view_of_registered_users_shows_date_goal_order_result_and_what_is_next() {
    let workspace = busy();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    press(&mut window, "Регистрирани");
    for heading in ["Цел", "Последна поръчка", "Резултат", "Следващо"] {
        window.get_by(|node| node.role() == Aloud::ColumnHeader && node.label().is_some_and(|label| label == heading));
    }
    let tops = ["Мария Донева, точки", "Боян Илиев, точки", "Петър Колев, точки", "Ана Тошева, точки"]
        .map(|row| window.get_by_label_contains(row).rect().top());
    assert!(tops.is_sorted(), "the newest first");
    press(&mut window, "По клонове");
    window.get_by_label("Скрий клона на Ана Тошева");
}

#[test]
fn a_goal_that_was_reached_stays_with_its_day_and_can_be_opened_again() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    fill_in(&mut window, "Уговори цел", &[("Какво", "Своя кола")]);
    press(&mut window, "Действия за целта: Своя кола");
    press(&mut window, "Постигната");
    press(&mut window, "по-стари цели 1");
    window.get_by_label("Постигната днес");
    press(&mut window, "Отвори целта отново: Своя кола");
    window.get_by_label("Действия за целта: Своя кола");
}

#[test]
fn results_and_goals_stand_in_the_timeline_of_the_person() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    fill_in(&mut window, "Добави: Резултати", &[("Ранг или постижение", "Първи ранг")]);
    fill_in(&mut window, "Уговори цел", &[("Какво", "Своя кола")]);
    press(&mut window, "Отвори");
    assert_eq!(window.state().page(), Page::List);
    window.get_by_label("Първи ранг");
    window.get_by_label("Цел: Своя кола");
}
