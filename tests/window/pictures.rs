//! A picture of every page in four ways, left in `target/pictures`. `egui_kittest` fails a picture in which a letter has
//! no glyph or something that is pressed has no name.

use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::{Language, ThemeChoice};
use sponsor_desk::app::{Options, Page};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{Workspace, key, now, open, picture};

const WAYS: [(Language, ThemeChoice, [f32; 2]); 4] = [
    (Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
    (Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
    (Language::English, ThemeChoice::Light, [1920.0, 1080.0]),
    (Language::English, ThemeChoice::Dark, [1280.0, 800.0]),
];

fn picture_every_page(workspace: &Workspace, what: &str, language: Language, theme: ThemeChoice, size: [f32; 2]) {
    for page in Page::ALL {
        let options = Options { theme: Some(theme), ..workspace.options(language, page) };
        let mut window = open(options, size);
        assert_eq!(window.state().page(), page);
        let look = if theme == ThemeChoice::Dark { "dark" } else { "light" };
        picture(&mut window, &format!("every-{what}-{}-{}-{look}", page.word(), language.code()));
    }
}

#[test]
fn every_page_is_drawn_full_in_four_ways() {
    for (language, theme, size) in WAYS {
        let workspace = Workspace::missing();
        let recipe = Recipe { seed: 1, size: Size::Small, language, now: now() };
        build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
        picture_every_page(&workspace, "full", language, theme, size);
    }
}

#[test]
fn every_page_is_drawn_with_the_largest_text() {
    for (language, size) in [(Language::Bulgarian, [1280.0, 800.0]), (Language::English, [1280.0, 800.0])] {
        let workspace = Workspace::with_text_of(130, language);
        picture_every_page(&workspace, "large", language, ThemeChoice::Light, size);
        let goes_on = match language {
            Language::Bulgarian => "Продължи: Деница Русева",
            Language::English => "Continue: Denitsa Ruseva",
        };
        let mut window = open(workspace.options(language, Page::Onboarding), size);
        window.get_by_label(goes_on).click();
        window.run();
        picture(&mut window, &format!("every-large-question-{}-light", language.code()));
        drop(window);
        // The views of the diary by their keys: the switch may be folded.
        let mut window = open(workspace.options(language, Page::Diary), size);
        for (view, what) in [(Key::M, "month"), (Key::D, "day"), (Key::A, "agenda"), (Key::C, "chronicle")] {
            key(&mut window, Modifiers::NONE, view);
            picture(&mut window, &format!("every-large-{what}-{}-light", language.code()));
        }
    }
}

#[test]
fn every_page_is_drawn_empty() {
    let workspace = Workspace::empty();
    for (language, theme, size) in [WAYS[0], WAYS[3]] {
        picture_every_page(&workspace, "empty", language, theme, size);
    }
}
