//! Idle is idle: painting without input reads nothing and asks for no repaint, at the size of a lifetime too.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::Language;
use sponsor_desk::app::{App, Page};

use crate::support::{Workspace, add_person, now, target_folder};

/// The example of a lifetime, kept under `target` between runs.
pub fn lifetime() -> Workspace {
    let workspace = Workspace::missing();
    let folder = target_folder().join("example-workspaces");
    std::fs::create_dir_all(&folder).unwrap();
    // Another schema or version of the program makes the example anew.
    let kept = folder.join(format!("window-{}-{}.desk", env!("CARGO_PKG_VERSION"), sponsor_core::store::SCHEMA));
    if !kept.exists() {
        let recipe = Recipe { seed: 1, size: Size::Lifetime, language: Language::Bulgarian, now: now() };
        build_file(&kept, &recipe, &mut |_, _| {}).unwrap();
    }
    std::fs::copy(kept, workspace.path()).unwrap();
    workspace
}

/// Paints ten times while a field has the focus: nothing is read, and no repaint is asked for but for the caret, which
/// blinks about twice a second.
fn only_the_caret_moves(window: &mut Harness<'static, App>, what: &str) {
    window.run();
    // Drafts are written once a second of the window's own time.
    window.run_steps(8);
    let made = window.state().answers_made();
    for _ in 0..10 {
        window.step();
        let asked = window.output().viewport_output.values().map(|output| output.repaint_delay).min().unwrap();
        assert!(asked.as_millis() >= 200, "{what} asks for a repaint in {asked:?}");
    }
    assert_eq!(window.state().answers_made(), made, "{what} reads while nothing changes");
}

/// Paints ten times: nothing is read and no repaint is asked for.
fn is_idle(window: &mut Harness<'static, App>, what: &str) {
    window.run();
    let made = window.state().answers_made();
    for _ in 0..10 {
        window.step();
        let asked = window.output().viewport_output.values().map(|output| output.repaint_delay).min().unwrap();
        assert!(asked.as_secs() > 3600, "{what} asks for a repaint in {asked:?}");
    }
    assert_eq!(window.state().answers_made(), made, "{what} reads while nothing changes");
}

#[test]
fn whatever_is_open_over_a_page_is_idle_too() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Мария Колева"));
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    window.get_all_by_label_contains("Мария Колева").next().unwrap().click();
    is_idle(&mut window, "a chosen person");
    for (key, what) in [(Key::K, "the palette"), (Key::H, "the history")] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        is_idle(&mut window, what);
        window.key_press(Key::Escape);
        window.run();
    }
}

#[test]
fn a_form_and_a_talk_that_are_open_are_idle_but_for_the_caret() {
    let workspace = Workspace::empty();
    workspace.change(|desk| add_person(desk, "Мария Колева"));
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run();
    let title = window.get_by_role_and_label(Role::TextInput, "Какво е");
    assert!(title.is_focused());
    title.type_text("Кафе");
    only_the_caret_moves(&mut window, "the form of an entry");
    window.key_press(Key::Escape);
    window.run();
    is_idle(&mut window, "the diary once the form is closed");
    window.state_mut().show_page(Page::Onboarding);
    window.run();
    window.get_all_by_label("Посрещни нов човек").next().unwrap().click();
    window.run();
    only_the_caret_moves(&mut window, "who the guest is");
    window.get_by_role_and_label(Role::TextInput, "Име").type_text("Надя Мерджанова");
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    window.get_by_label("Отговор").type_text("Хората");
    only_the_caret_moves(&mut window, "a question of the talk");
    for step in ["Целта", "Първи имена", "Първите 3 дни"] {
        window.get_by_label(step).click();
        window.run();
        only_the_caret_moves(&mut window, step);
    }
}

#[test]
fn painting_every_page_of_a_lifetime_without_input_reads_nothing_and_asks_for_no_repaint() {
    let workspace = lifetime();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    for page in Page::ALL {
        window.state_mut().show_page(page);
        is_idle(&mut window, page.word());
    }
}
