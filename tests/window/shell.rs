//! Tests of the page or part of the same name, through the real window code.

use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::Language;
use sponsor_desk::app::Page;

use crate::support::Workspace;

#[test]
fn a_beginner_sees_only_the_pages_that_are_needed() {
    let workspace = Workspace::empty();
    let window = workspace.window(Language::Bulgarian, Page::Today);
    window.get_by_role_and_label(egui::accesskit::Role::Tab, "Днес");
    window.get_by_role_and_label(egui::accesskit::Role::Tab, "Дневник");
    assert!(window.query_by_label_contains("Структура").is_none());
}

#[test]
fn a_page_is_reached_by_its_key() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::English, Page::Today);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    window.run();
    assert_eq!(window.state().page(), Page::Diary);
}
