//! The page Figures, through the real window code.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{Language, Reading, Role, Scope, Snapshot};
use sponsor_desk::app::{App, Options, Page};

use crate::structure::{day, filled, me, order, reading, register};
use crate::support::{LOOKS, Workspace, open, picture};

fn press(window: &mut Harness<'static, App>, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

fn type_text(window: &mut Harness<'static, App>, label: &str, text: &str) {
    window.get_by_label(label).focus();
    window.run();
    window.get_by_label(label).type_text(text);
    window.run();
}

fn enter(window: &mut Harness<'static, App>) {
    window.key_press(Key::Enter);
    window.run();
}

fn readings(workspace: &Workspace) -> Vec<Reading> {
    workspace.change(|desk| desk.read().unwrap().all().unwrap())
}

#[test]
fn what_is_unknown_is_said_and_is_never_zero() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    assert!(window.query_all_by_label("няма данни").count() >= 3, "three figures");
    assert!(window.query_by_label("0").is_none());
    // What will stand there, and two first steps.
    window.get_by_label("Тук ще стоят трите показателя");
    press(&mut window, "Въведи поръчка");
    assert_eq!(window.state().page(), Page::Structure);
    window.state_mut().show_page(Page::Figures);
    window.run();
    press(&mut window, "Впиши отчетеното от сайта");
    window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Точки").type_text("1284");
    window.run();
    enter(&mut window);
    assert!(window.query_by_label("Тук ще стоят трите показателя").is_none());
}

#[test]
fn a_figure_stands_beside_the_same_days_before() {
    let workspace = filled();
    let window = workspace.window(Language::Bulgarian, Page::Figures);
    window.get_by_label("ноември 2026, до 24-ти");
    window.get_by_label("1\u{a0}284");
    window.get_by_label("повече: 138 · 12\u{a0}%");
    window.get_by_label("1–24 окт: 1\u{a0}146");
    window.get_by_label_contains("отчетено от сайта днес · поръчки");
    window.get_by_label("от тях 2 партньори");
    window.get_by_label_contains("Най-новото отчетено от сайта");
}

#[test]
fn the_table_tells_every_number_of_the_charts() {
    let workspace = filled();
    let mut window = workspace.window(Language::English, Page::Figures);
    window.get_by_label("Points, February 2026: 880");
    window.get_by_label("Points, November 2026: 1,284");
    window.get_by_label("Against the period before, October 2026: +180");
    press(&mut window, "Weeks");
    window.get_by_label("Points, week 47 of 2026: 401");
    window.get_by_label("Points, week 48 of 2026: 153");
    window.get_by_label("Points, week 40 of 2026: no data");
}

#[test]
fn periods_are_walked_back_and_forth() {
    let workspace = filled();
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    press(&mut window, "Предишен период");
    window.get_by_label("октомври 2026");
    window.get_by_label("1\u{a0}420");
    press(&mut window, "Следващ период");
    window.get_by_label("ноември 2026, до 24-ти");
}

#[test]
fn a_branch_stands_alone() {
    let workspace = Workspace::empty();
    workspace.change(|desk| {
        let ana = register(desk, "Ана Тошева", me(desk), day(2026, 3, 12), Role::Partner);
        order(desk, ana, day(2026, 11, 10), 80);
        reading(desk, Scope::Whole, day(2026, 11, 20), 500);
    });
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    press(&mut window, "Обхват");
    press(&mut window, "Ана Тошева");
    window.get_by_label("80");
    window.get_by_label("сбор от поръчките");
}

#[test]
fn a_reading_is_typed_with_one_number_and_enter() {
    let workspace = Workspace::empty();
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    press(&mut window, "Впиши отчетено");
    window.key_press(Key::A);
    let points = window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Точки");
    assert!(points.is_focused(), "the number comes first");
    points.type_text("1284");
    window.run();
    enter(&mut window);
    window.get_by_label("отчетено от сайта днес");
    drop(window);
    let kept = readings(&workspace);
    assert_eq!((kept.len(), kept[0].on, kept[0].scope), (1, day(2026, 11, 24), Scope::Whole));
    assert_eq!(kept[0].points.amount(), 1284.into());
}

#[test]
fn a_reading_below_an_earlier_one_is_asked_about_in_place() {
    let workspace = Workspace::empty();
    workspace.change(|desk| reading(desk, Scope::Whole, day(2026, 11, 20), 500));
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    press(&mut window, "Впиши отчетено");
    let points = egui::accesskit::Role::TextInput;
    window.get_by_role_and_label(points, "Точки").type_text("400");
    window.run();
    enter(&mut window);
    window.get_by_label("По-малко от 500 на 20 ноември; запази ли?");
    window.key_press(Key::Escape);
    window.run();
    press(&mut window, "Впиши отчетено");
    assert_eq!(window.get_by_role_and_label(points, "Точки").value().as_deref(), Some("400"), "the draft stays");
    press(&mut window, "Запази");
    window.get_by_label("По-малко от 500 на 20 ноември; запази ли?");
    press(&mut window, "Запази");
    drop(window);
    assert_eq!(readings(&workspace).len(), 2);
}

fn snapshots(workspace: &Workspace) -> Vec<Snapshot> {
    workspace.change(|desk| desk.read().unwrap().snapshots().unwrap())
}

#[test]
fn a_snapshot_is_taken_with_a_comment_and_leaves_in_every_format() {
    let workspace = filled();
    let mut window = workspace.window(Language::Bulgarian, Page::Figures);
    press(&mut window, "Отчет");
    type_text(&mut window, "Бележка", "=Преди анализа");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
    // The message and the history say the period in words.
    assert!(window.query_all_by_label("Отчет: ноември 2026").next().is_some());
    assert!(window.query_by_label_contains("2026-11").is_none());
    let workbook = "Работна книга с диаграми (XLSX)";
    let formats = ["Документ (PDF)", "Картинка (PNG)", "Чертеж (SVG)", workbook, "Таблица (CSV)", "Данни (JSON)"];
    let endings = ["pdf", "png", "svg", "xlsx", "csv", "json"];
    for (format, ending) in formats.into_iter().zip(endings) {
        workspace.chooser.queue(workspace.folder().join(format!("отчет.{ending}")));
        press(&mut window, "Изнеси: ноември 2026, до 24-ти");
        press(&mut window, format);
    }
    press(&mut window, "Изнеси: ноември 2026, до 24-ти");
    press(&mut window, "Копирай като картинка");
    assert!(window.query_all_by_label("Картинката е копирана и може да се постави в разговор").next().is_some());
    drop(window);
    let taken = snapshots(&workspace);
    assert_eq!((taken.len(), taken[0].comment.as_str()), (1, "=Преди анализа"));
    let file = |ending: &str| std::fs::read(workspace.folder().join(format!("отчет.{ending}"))).unwrap();
    assert!(file("pdf").starts_with(b"%PDF-"));
    assert!(file("png").starts_with(b"\x89PNG"));
    assert!(file("svg").starts_with(b"<svg"));
    assert!(file("xlsx").starts_with(b"PK"));
    let csv = String::from_utf8(file("csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("2026-11,1284,830"), "{csv}");
    assert!(csv.contains("Бележка,'=Преди анализа"), "a comment is never a formula: {csv}");
    let json: serde_json::Value = serde_json::from_slice(&file("json")).unwrap();
    assert_eq!((json["period"].as_str(), json["points"]["value"].as_i64()), (Some("2026-11"), Some(1284)));
    assert_eq!(json["series"].as_array().map(Vec::len), Some(13));
    assert!(json["branch"].is_null() && json["series"][12]["points_year_before"].as_i64() == Some(830));
    let text = pdf_extract::extract_text_from_mem(&file("pdf")).unwrap();
    assert!(text.contains("ноември 2026, до 24-ти") && text.contains("12\u{a0}%"), "{text}");
    assert!(text.contains("отчетено от сайта 24 ноември"), "where the points come from: {text}");
}

#[test]
fn a_second_snapshot_stands_above_the_first_and_a_deleted_one_comes_back() {
    let workspace = filled();
    let mut window = workspace.window(Language::English, Page::Figures);
    press(&mut window, "Snapshot");
    for comment in ["first", "second"] {
        type_text(&mut window, "Comment", comment);
        press(&mut window, "Save snapshot");
    }
    let tops = ["second", "first"].map(|comment| window.get_by_label_contains(comment).rect().top());
    assert!(tops[0] < tops[1]);
    window.key_press(Key::Escape);
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    drop(window);
    assert_eq!(snapshots(&workspace).len(), 1);
}

#[test]
#[ignore = "draws pictures"]
fn pictures() {
    let workspace = filled();
    let empty = Workspace::empty();
    for (name, language, theme) in LOOKS {
        for (size, suffix) in [([1280.0, 800.0], ""), ([1920.0, 1080.0], "-wide")] {
            let options =
                |workspace: &Workspace| Options { theme: Some(theme), ..workspace.options(language, Page::Figures) };
            let mut window = open(options(&workspace), size);
            picture(&mut window, &format!("figures-{name}{suffix}"));
            if suffix.is_empty() {
                window.hover_at(egui::pos2(450.0, 330.0));
                window.run();
                press(&mut window, if language == Language::Bulgarian { "Седмици" } else { "Weeks" });
                picture(&mut window, &format!("figures-{name}-weeks"));
                press(&mut window, if language == Language::Bulgarian { "Впиши отчетено" } else { "Type a reading" });
                picture(&mut window, &format!("figures-{name}-reading"));
                window.key_press(Key::Escape);
                window.run();
                press(&mut window, if language == Language::Bulgarian { "Отчет" } else { "Snapshot" });
                press(&mut window, if language == Language::Bulgarian { "Запази отчет" } else { "Save snapshot" });
                picture(&mut window, &format!("figures-{name}-snapshots"));
            }
            drop(window);
            let mut window = open(options(&empty), size);
            picture(&mut window, &format!("figures-{name}{suffix}-empty"));
        }
    }
}
