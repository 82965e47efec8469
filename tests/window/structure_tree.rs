//! The structure as a tree, and people moved under another sponsor, through the real window code.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{Language, ThemeChoice};
use sponsor_desk::app::{App, Options, Page};

use crate::idle::lifetime;
use crate::structure::{enter, filled, press, three, type_into};
use crate::support::{Workspace, open, picture};

type Window = Harness<'static, App>;

/// The window with the tree of a workspace.
fn tree(workspace: &Workspace, language: Language) -> Window {
    let mut window = open(workspace.options(language, Page::Structure), [1700.0, 900.0]);
    let label = if language == Language::Bulgarian { "Дърво" } else { "Tree" };
    window.get_by_label(label).click();
    window.run();
    window
}

fn key(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

/// The name of the node that is chosen.
fn chosen(window: &Window) -> String {
    let is_chosen = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().role() == Role::TreeItem && node.accesskit_node().is_selected() == Some(true)
    };
    let nodes: Vec<_> = window.query_all_by_role(Role::TreeItem).filter(is_chosen).collect();
    assert_eq!(nodes.len(), 1, "one is chosen");
    nodes[0].accesskit_node().label().unwrap()
}

fn node_at(window: &Window, name: &str) -> Pos2 {
    let starts = |label: Option<String>| label.is_some_and(|label| label.starts_with(name));
    window.query_all_by_role(Role::TreeItem).find(|node| starts(node.accesskit_node().label())).unwrap().rect().center()
}

fn sponsor_of(workspace: &Workspace, name: &str) -> String {
    workspace.change(|desk| {
        let view = desk.read().unwrap();
        let person = view.people().all().find(|person| person.name.full() == name).unwrap();
        view.people().name(person.registration.as_ref().unwrap().sponsor)
    })
}

#[test]
fn every_node_says_the_name_the_role_the_points_and_how_it_goes() {
    let workspace = three();
    let window = tree(&workspace, Language::Bulgarian);
    window.get_by_role_and_label(Role::Tree, "Дървото на структурата");
    window.get_by_label("Невена Стоянова (аз), 100 т., +1 нов");
    window.get_by_label("Ана Тошева, партньор, 100 т., +1 нов, върви по стъпките");
    window.get_by_label("Мария Донева, клиент, –, нов клиент, върви по стъпките");
    let [me, ana, petar] = ["Невена", "Ана", "Петър"].map(|name| node_at(&window, name));
    assert!(me.x < ana.x && ana.x < petar.x, "each generation stands further to the right");
    window.get_by_label("показани 3 от 3");
}

#[test]
fn in_english_a_node_says_the_same() {
    let workspace = three();
    let window = tree(&workspace, Language::English);
    window.get_by_label("Ана Тошева, partner, 100 pts, +1 new, on track with the steps");
    window.get_by_label("3 of 3 shown");
}

#[test]
fn arrows_walk_space_folds_and_enter_opens_the_person() {
    let workspace = three();
    let mut window = tree(&workspace, Language::Bulgarian);
    key(&mut window, Key::Home);
    assert!(chosen(&window).starts_with("Невена"));
    key(&mut window, Key::ArrowRight);
    assert!(chosen(&window).starts_with("Ана"));
    key(&mut window, Key::Space);
    assert!(window.query_by_label_contains("Петър Колев, партньор").is_none(), "the branch is folded");
    window.get_by_label("Покажи клона на Ана Тошева");
    key(&mut window, Key::ArrowRight);
    assert!(chosen(&window).starts_with("Ана"), "what is folded opens first");
    key(&mut window, Key::ArrowRight);
    assert!(chosen(&window).starts_with("Петър"));
    window.get_by_label("регистрация сб 2 май · спонсор Ана Т.");
    key(&mut window, Key::ArrowLeft);
    assert!(chosen(&window).starts_with("Ана"));
    enter(&mut window);
    assert_eq!(window.state().page(), Page::List);
}

#[test]
fn everything_is_folded_and_unfolded_at_once_and_a_branch_by_shift_and_an_arrow() {
    let workspace = three();
    let mut window = tree(&workspace, Language::Bulgarian);
    window.get_by_label("Свий всичко").click();
    window.run();
    window.get_by_label("показани 1 от 3");
    window.get_by_label("Разгъни всичко").click();
    window.run();
    window.get_by_label("показани 3 от 3");
    key(&mut window, Key::Home);
    key(&mut window, Key::ArrowRight);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    window.run();
    window.get_by_label("показани 1 от 3");
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    window.run();
    window.get_by_label("показани 3 от 3");
}

#[test]
fn table_and_tree_show_the_same_one_and_d_turns_between_them() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_label_contains("Петър Колев, точки").click();
    window.run();
    key(&mut window, Key::D);
    assert!(chosen(&window).starts_with("Петър Колев"));
    key(&mut window, Key::ArrowLeft);
    key(&mut window, Key::D);
    window.get_by_role_and_label(Role::Table, "Структура");
    let ana = window.get_by_label_contains("Ана Тошева, точки");
    assert_eq!(ana.accesskit_node().is_selected(), Some(true));
}

#[test]
fn what_is_looked_for_is_unfolded_chosen_and_the_next_one_comes_by_enter() {
    let workspace = filled();
    let mut window = tree(&workspace, Language::Bulgarian);
    type_into(&mut window, "Търси в структурата", "ъъъ");
    window.get_by_label("няма такива");
    window.get_by_role_and_label(Role::TextInput, "Търси в структурата").focus();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    type_into(&mut window, "Търси в структурата", "krasimir");
    window.get_by_label("намерен 1 човек");
    assert!(chosen(&window).starts_with("Красимир Енев"), "Latin letters find him");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    type_into(&mut window, "Търси в структурата", "Пловдив");
    let first = chosen(&window);
    enter(&mut window);
    assert_ne!(chosen(&window), first);
}

#[test]
fn the_tree_of_one_branch_is_shown_from_its_head_down_and_the_way_back_stands_above() {
    let workspace = three();
    let mut window = tree(&workspace, Language::Bulgarian);
    let at = node_at(&window, "Ана");
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    press(&mut window, "Покажи оттук надолу");
    assert!(window.query_by_label_contains("Невена Стоянова (аз),").is_none());
    window.get_by_label("показани 3 от 3");
    press(&mut window, "Покажи от Невена (аз) надолу");
    window.get_by_label_contains("Невена Стоянова (аз),");
}

#[test]
fn the_tabs_leave_whoever_others_hang_from() {
    let workspace = three();
    let mut window = tree(&workspace, Language::Bulgarian);
    press(&mut window, "Клиенти 1");
    window.get_by_label_contains("Мария Донева, клиент");
    window.get_by_label_contains("Петър Колев, партньор");
    press(&mut window, "Партньори 2");
    assert!(window.query_by_label_contains("Мария Донева, клиент").is_none());
}

#[test]
fn keys_and_buttons_zoom_and_everything_fits_again() {
    let workspace = three();
    let mut window = tree(&workspace, Language::Bulgarian);
    key(&mut window, Key::Home);
    let wide = |window: &Window| {
        let [ana, petar] = ["Ана", "Петър"].map(|name| node_at(window, name));
        petar.x - ana.x
    };
    let whole = wide(&window);
    key(&mut window, Key::Minus);
    let less = wide(&window);
    assert!(less < whole);
    press(&mut window, "По-едро");
    press(&mut window, "По-едро");
    assert!(wide(&window) > whole);
    press(&mut window, "Побери всичко");
    assert!((wide(&window) - whole).abs() < 1.0, "all of it fits as it is drawn");
}

fn drag(window: &mut Window, from: &str, to: &str) {
    let (from, to) = (node_at(window, from), node_at(window, to));
    window.drag_at(from);
    window.run();
    for share in [0.2, 0.6, 1.0] {
        window.hover_at(from + (to - from) * share + Vec2::new(1.0, 1.0));
        window.run();
    }
}

fn let_go(window: &mut Window, over: &str) {
    let at = node_at(window, over);
    window.drop_at(at);
    window.run();
}

#[test]
fn a_node_dragged_onto_another_comes_under_them_with_its_branch_and_one_undo_brings_it_back() {
    let workspace = filled();
    let mut window = tree(&workspace, Language::Bulgarian);
    drag(&mut window, "Тошко Генов", "Мира Николова");
    let_go(&mut window, "Мира Николова");
    window.key_press_modifiers(Modifiers::COMMAND, Key::H);
    window.run();
    assert!(window.query_all_by_label("Преместване в структурата: Тошко Генов").next().is_some());
    drop(window);
    assert_eq!(sponsor_of(&workspace, "Тошко Генов"), "Мира Николова");
    assert_eq!(sponsor_of(&workspace, "Кремена Бошева"), "Тошко Генов", "the branch came along");
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    drop(window);
    assert_eq!(sponsor_of(&workspace, "Тошко Генов"), "Стоян Вълчев");
}

#[test]
fn escape_leaves_a_dragged_node_where_it_was() {
    let workspace = filled();
    let mut window = tree(&workspace, Language::Bulgarian);
    drag(&mut window, "Тошко Генов", "Мира Николова");
    key(&mut window, Key::Escape);
    let_go(&mut window, "Мира Николова");
    drop(window);
    assert_eq!(sponsor_of(&workspace, "Тошко Генов"), "Стоян Вълчев");
}

#[test]
fn nobody_is_dragged_below_themselves_and_the_reason_is_said() {
    let workspace = three();
    let mut window = tree(&workspace, Language::Bulgarian);
    drag(&mut window, "Ана Тошева", "Петър Колев");
    let_go(&mut window, "Петър Колев");
    let reason = "Петър К. е в клона на Ана Т.: никой не може да стои под себе си";
    assert!(window.query_all_by_label(reason).next().is_some());
    drop(window);
    assert_eq!(sponsor_of(&workspace, "Ана Тошева"), "Невена Стоянова");
}

#[test]
fn another_sponsor_is_typed_by_name_and_a_cycle_is_refused_with_the_reason() {
    let workspace = filled();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_label_contains("Тошко Генов, точки").click();
    window.run();
    press(&mut window, "Действия за Тошко Генов");
    press(&mut window, "Премести под…");
    window.get_by_label("Идват и 2 души от клона.");
    type_into(&mut window, "Под кого", "Кремена");
    enter(&mut window);
    window.get_by_label("Кремена Б. е в клона на Тошко Г.: никой не може да стои под себе си");
    window.get_by_role_and_label(Role::TextInput, "Под кого").focus();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    type_into(&mut window, "Под кого", "ива г");
    type_into(&mut window, "От кога", "утре");
    enter(&mut window);
    window.get_by_role_and_label(Role::TextInput, "Под кого");
    window.get_by_role_and_label(Role::TextInput, "От кога").focus();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    type_into(&mut window, "От кога", "вчера");
    enter(&mut window);
    assert!(window.query_by_role_and_label(Role::TextInput, "Под кого").is_none(), "the form has closed");
    drop(window);
    assert_eq!(sponsor_of(&workspace, "Тошко Генов"), "Ива Георгиева");
}

#[test]
fn a_registration_that_was_a_mistake_is_taken_back_and_those_below_move_up() {
    let workspace = three();
    let mut window = workspace.window(Language::Bulgarian, Page::Structure);
    window.get_by_label_contains("Петър Колев, точки").click();
    window.run();
    press(&mut window, "Действия за Петър Колев");
    press(&mut window, "Махни регистрацията");
    assert!(window.query_by_label_contains("Петър Колев, точки").is_none());
    drop(window);
    assert_eq!(sponsor_of(&workspace, "Мария Донева"), "Ана Тошева");
}

#[test]
fn a_lifetime_of_people_is_folded_at_first_and_opened_branch_by_branch() {
    let workspace = lifetime();
    let mut window = tree(&workspace, Language::Bulgarian);
    let seen = window.query_all_by_role(Role::TreeItem).count();
    assert!((2..80).contains(&seen), "{seen} nodes are seen at first");
    key(&mut window, Key::Num0);
    let all = window.query_all_by_role(Role::TreeItem).count();
    assert!(all >= seen);
}

#[test]
#[ignore = "draws pictures"]
fn pictures() {
    let full = filled();
    let life = lifetime();
    let looks = [
        ("bg-light", Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
        ("en-dark", Language::English, ThemeChoice::Dark, [1280.0, 800.0]),
        ("bg-dark-wide", Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
    ];
    for (name, language, theme, size) in looks {
        let bulgarian = language == Language::Bulgarian;
        for (what, workspace) in [("full", &full), ("life", &life)] {
            let options = Options { theme: Some(theme), ..workspace.options(language, Page::Structure) };
            let mut window = open(options, size);
            picture(&mut window, &format!("structure-table-{what}-{name}"));
            let registered = if bulgarian { "Регистрирани" } else { "Registered" };
            window.get_by_role_and_label(Role::CheckBox, registered).click();
            window.run();
            picture(&mut window, &format!("structure-registered-{what}-{name}"));
            window.get_by_label(if bulgarian { "Дърво" } else { "Tree" }).click();
            window.run();
            picture(&mut window, &format!("structure-tree-{what}-{name}"));
            if what == "life" {
                key(&mut window, Key::Num0);
                picture(&mut window, &format!("structure-tree-fit-{name}"));
            } else {
                let points = if bulgarian {
                    "Точки на клона, ноември: "
                } else {
                    "Points of the branch, November: "
                };
                let figure = window.get_by_label_contains(points);
                figure.click();
                window.run();
                picture(&mut window, &format!("structure-behind-{name}"));
                key(&mut window, Key::Escape);
                drag(&mut window, "Лили Караджова", "Мира Николова");
                picture(&mut window, &format!("structure-drag-{name}"));
            }
        }
    }
}
