//! Idle is idle: painting without input reads nothing and asks for no repaint, at the size of a lifetime too.

use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::Language;
use sponsor_desk::app::Page;

use crate::support::{Workspace, now};

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

#[test]
fn painting_every_page_of_a_lifetime_without_input_reads_nothing_and_asks_for_no_repaint() {
    let workspace = lifetime();
    let mut window = workspace.window(Language::Bulgarian, Page::Today);
    for page in Page::ALL {
        window.state_mut().show_page(page);
        window.run();
        let made = window.state().answers_made();
        for _ in 0..10 {
            window.step();
            let asked = window.output().viewport_output.values().map(|output| output.repaint_delay).min().unwrap();
            assert!(asked.as_secs() > 3600, "{page:?} asks for a repaint in {asked:?}");
        }
        assert_eq!(window.state().answers_made(), made, "{page:?} reads while nothing changes");
    }
}
