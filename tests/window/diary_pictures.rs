//! Pictures of every view of the diary, full and empty, for the eye.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{EntryKind, Language, Priority, ThemeChoice, When};
use sponsor_desk::app::{Options, Page};

use crate::diary::{add, click, drag, key, type_into};
use crate::support::{Look, Workspace, full_and_empty, open, picture};

const LOOKS: [Look; 4] = [
    ("bg-light", Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0]),
    ("bg-dark", Language::Bulgarian, ThemeChoice::Dark, [1920.0, 1080.0]),
    ("en-light", Language::English, ThemeChoice::Light, [1920.0, 1080.0]),
    ("en-dark", Language::English, ThemeChoice::Dark, [1280.0, 800.0]),
];

fn full(language: Language) -> Workspace {
    let workspace = Workspace::with_text_of(100, language);
    workspace.change(|desk| {
        for (title, priority) in [
            ("Каталози за събота", Priority::Necessary),
            ("Мостри за Ралица, и за сестра ѝ, ако още има от последната поръчка", Priority::Important),
            ("Зала за януари", Priority::Urgent),
            ("Подреди папките", Priority::Other),
        ] {
            add(desk, EntryKind::Task, title, When::Undated, |entry| entry.priority = priority);
        }
    });
    workspace
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    for language in [Language::Bulgarian, Language::English] {
        let looks: Vec<Look> = LOOKS.into_iter().filter(|look| look.1 == language).collect();
        full_and_empty(&full(language), &looks, |name, workspace, look| {
            let options = Options { theme: Some(look.2), ..workspace.options(look.1, Page::Diary) };
            let mut window = open(options, look.3);
            for (view, what) in
                [(Key::M, "month"), (Key::W, "week"), (Key::D, "day"), (Key::A, "agenda"), (Key::C, "chronicle")]
            {
                key(&mut window, Modifiers::NONE, view);
                picture(&mut window, &format!("views-{what}-{name}"));
            }
        });
    }
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures_of_what_opens_over_a_view() {
    let workspace = full(Language::Bulgarian);
    let mut window = workspace.window(Language::Bulgarian, Page::Diary);
    key(&mut window, Modifiers::NONE, Key::M);
    window.get_all_by_label_contains("още").next().unwrap().click();
    window.run();
    picture(&mut window, "views-month-more");
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::NONE, Key::W);
    click(&mut window, "Без дата 4");
    picture(&mut window, "views-week-undated");
    let task = window.get_by_label("задача, Каталози за събота, необходимо, без дата").rect().center();
    let to = window.get_by_label("четвъртък 26 ноември, нов запис").rect().center();
    drag(&mut window, task, egui::pos2(to.x, 600.0));
    picture(&mut window, "views-week-drag");
    key(&mut window, Modifiers::NONE, Key::Escape);
    crate::diary::let_go(&mut window, to);
    key(&mut window, Modifiers::COMMAND, Key::N);
    type_into(&mut window, "Какво е", "Екип");
    let is = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::ComboBox && node.value().as_deref() == Some("не се повтаря")
    };
    window.get_by(is).click();
    window.run();
    click(&mut window, "всеки месец");
    window.get_by_label("На всеки колко месеца").scroll_to_me();
    window.run();
    picture(&mut window, "views-form-monthly");
}
