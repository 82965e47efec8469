//! Everything has its room, also with the largest text: nothing lies over something else, nothing leaves the window.

use chrono::Days;
use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sponsor_core::model::{EntryKind, Language, When};
use sponsor_desk::app::{App, Page};

use crate::support::{Workspace, open};
use crate::today::{add_entry, today};

/// What is read or pressed; texts inside of these are part of them.
const THINGS: [Role; 6] =
    [Role::Heading, Role::Button, Role::RadioButton, Role::ComboBox, Role::TextInput, Role::CheckBox];

/// The things in the header of the page with their names.
fn header(window: &Harness<'static, App>) -> Vec<(String, Rect)> {
    let header = window.get_by_role(Role::Header);
    let things = header.children_recursive().filter(|node| THINGS.contains(&node.accesskit_node().role()));
    things.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

#[test]
fn nothing_in_a_header_lies_over_something_else_or_leaves_the_window() {
    for (language, percent, size) in [
        (Language::Bulgarian, 130, [1280.0, 800.0]),
        (Language::English, 130, [1280.0, 800.0]),
        (Language::Bulgarian, 100, [1280.0, 800.0]),
        (Language::Bulgarian, 100, [1000.0, 700.0]),
        (Language::Bulgarian, 115, [1920.0, 1080.0]),
    ] {
        let workspace = Workspace::with_text_of(percent, language);
        for page in Page::ALL {
            let window = open(workspace.options(language, page), size);
            let whole = window.ctx.content_rect().expand(0.5);
            let things = header(&window);
            assert!(!things.is_empty());
            for (at, (name, rect)) in things.iter().enumerate() {
                assert!(whole.contains_rect(*rect), "{page:?} at {percent} %: {name} leaves the window: {rect:?}");
                for (other, beside) in things.iter().skip(at + 1) {
                    let over = rect.shrink(0.5).intersects(beside.shrink(0.5));
                    assert!(!over, "{page:?} at {percent} %, {language:?}: {name} lies over {other}");
                }
            }
        }
    }
}

#[test]
fn nothing_that_is_pressed_leaves_the_window_at_its_side_with_the_largest_text() {
    for language in [Language::Bulgarian, Language::English] {
        let workspace = Workspace::with_text_of(130, language);
        for page in Page::ALL {
            let window = open(workspace.options(language, page), [1280.0, 800.0]);
            let whole = window.ctx.content_rect().expand(0.5);
            let pressed = [Role::Button, Role::RadioButton, Role::ComboBox, Role::TextInput, Role::Switch];
            for role in pressed {
                for node in window.query_all_by_role(role) {
                    let (rect, name) = (node.rect(), node.accesskit_node().label().unwrap_or_default());
                    assert!(whole.x_range().contains(rect.left()), "{page:?}: {name} begins outside: {rect:?}");
                    assert!(whole.x_range().contains(rect.right()), "{page:?}: {name} ends outside: {rect:?}");
                }
            }
        }
    }
}

#[test]
fn a_folded_header_still_has_everything_by_name() {
    let workspace = Workspace::with_text_of(130, Language::Bulgarian);
    let names = |page, size| {
        let window = open(workspace.options(Language::Bulgarian, page), size);
        header(&window).into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    for page in [Page::List, Page::Onboarding, Page::Evening] {
        let (wide, narrow) = (names(page, [1920.0, 1080.0]), names(page, [900.0, 800.0]));
        assert_eq!(wide, narrow, "{page:?}");
    }
}

#[test]
fn every_page_of_people_and_figures_has_the_search() {
    let workspace = Workspace::with_text_of(100, Language::Bulgarian);
    for page in [Page::List, Page::Structure, Page::Onboarding, Page::Figures] {
        let mut window = workspace.window(Language::Bulgarian, page);
        window.get_by_role_and_label(Role::Button, "Търси човек, запис, действие").click();
        window.run();
        assert!(window.query_all_by_role(Role::Dialog).count() > 0, "{page:?}");
    }
}

fn five_whole_days() -> Workspace {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        for number in 1..=5 {
            add_entry(desk, EntryKind::Task, &format!("Каталог {number}"), When::day(today()), |_| {});
        }
        add_entry(desk, EntryKind::Task, "Друг ден", When::day(today() + Days::new(1)), |_| {});
    });
    workspace
}

#[test]
fn a_day_with_more_than_three_things_says_how_many_more_and_lists_all() {
    let workspace = five_whole_days();
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    assert!(window.query_by_label_contains("Каталог 5").is_none());
    window.get_by_role_and_label(Role::Button, "още 2 на вторник 24 ноември").click();
    window.run();
    assert_eq!(window.query_all_by_role(Role::MenuItem).count(), 5);
    for _ in 0..4 {
        window.key_press(egui::Key::ArrowDown);
        window.run();
    }
    window.key_press(egui::Key::Enter);
    window.run();
    assert_eq!(window.query_all_by_role(Role::MenuItem).count(), 0);
    window.get_by_label("Каталог 5");
}

#[test]
fn escape_closes_the_list_of_a_day() {
    let workspace = five_whole_days();
    let mut window = workspace.window(Language::English, Page::Diary);
    window.get_by_role_and_label(Role::Button, "2 more on Tuesday 24 November").click();
    window.run();
    window.key_press(egui::Key::Escape);
    window.run();
    assert_eq!(window.query_all_by_role(Role::MenuItem).count(), 0);
    assert_eq!(window.state().page(), Page::Diary);
}
