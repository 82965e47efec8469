//! Idle is idle: painting without input reads nothing and asks for no repaint, at the size of a lifetime too.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::Language;
use sponsor_desk::app::{App, Page};

use crate::support::{Workspace, add_person, now};

/// The example of a lifetime, kept under `target` between runs.
pub fn lifetime() -> Workspace {
    let workspace = Workspace::missing();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/example-workspaces");
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
fn painting_every_page_of_a_lifetime_without_input_reads_nothing_and_asks_for_no_repaint() {
    let workspace = lifetime();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    for page in Page::ALL {
        window.state_mut().show_page(page);
        is_idle(&mut window, page.word());
    }
}
