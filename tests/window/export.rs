//! What goes out from List and Structure, and in which form.

use egui::Key;
use egui::accesskit::Role as Seen;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::model::{Language, ThemeChoice};
use sponsor_desk::app::{Options, Page};

use crate::list::{add_in, click, press, three};
use crate::support::{Workspace, open, picture};

fn read(path: &std::path::Path) -> String {
    String::from_utf8(std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn all_or_those_shown_go_out_in_the_form_that_is_chosen() {
    let workspace = three();
    workspace.change(|desk| add_in(desk, "Дора Илиева", "Варна"));
    let [all, shown, table] = ["all.vcf", "shown.vcf", "table.xlsx"].map(|name| workspace.folder().join(name));
    for file in [&all, &shown, &table] {
        workspace.chooser.queue(file.clone());
    }
    let mut window = workspace.window(Language::Bulgarian, Page::List);
    press(&mut window, Key::Num2);
    // The button of the panel has the keyboard.
    click(&mut window, "Изнеси");
    window.get_by_value("Всички контакти");
    window.get_by_label("Файлът не е заключен: който го отвори, вижда имената.");
    press(&mut window, Key::Enter);
    assert!(read(&all).contains("VERSION:4.0") && read(&all).contains("Анна Тошева") && read(&all).contains("Дора"));

    click(&mut window, "Изнеси");
    window.get_by_value("Всички контакти").click();
    window.run();
    click(&mut window, "Показаните: 1");
    window.get_by_role_and_label(Seen::RadioButton, "vCard 3.0").click();
    window.run();
    window.get_by_label("За по-стар телефон или програма; пази всичко, което се знае за човека.");
    let export = window.get_all_by_role_and_label(Seen::Button, "Изнеси").last().unwrap();
    export.click();
    window.run();
    assert!(read(&shown).contains("VERSION:3.0") && read(&shown).contains("Дора") && !read(&shown).contains("Анна"));

    click(&mut window, "Изнеси");
    window.get_by_role_and_label(Seen::RadioButton, "XLSX").click();
    window.run();
    window.get_all_by_role_and_label(Seen::Button, "Изнеси").last().unwrap().click();
    window.run();
    assert!(std::fs::read(&table).unwrap().starts_with(b"PK"));
}

#[test]
fn the_structure_and_the_orders_go_out_and_escape_writes_nothing() {
    let workspace = Workspace::with_text_of(100, Language::English);
    let [cards, orders] = ["structure.vcf", "orders.csv"].map(|name| workspace.folder().join(name));
    workspace.chooser.queue(cards.clone());
    workspace.chooser.queue(orders.clone());
    let mut window = workspace.window(Language::English, Page::Structure);
    click(&mut window, "Export");
    press(&mut window, Key::Escape);
    assert!(!cards.exists());
    click(&mut window, "Export");
    window.get_by_role_and_label(Seen::RadioButton, "vCard 4.0").click();
    window.run();
    window.get_all_by_role_and_label(Seen::Button, "Export").last().unwrap().click();
    window.run();
    assert!(read(&cards).contains("X-SPONSOR-DESK-REGISTRATION"));
    click(&mut window, "Export");
    let structure = |value: Option<String>| value.as_deref() == Some("Structure");
    window.get_by(|node| node.role() == Seen::ComboBox && structure(node.value())).click();
    window.run();
    window.get_by_role_and_label(Seen::MenuItemRadio, "Orders").click();
    window.run();
    assert!(window.query_by_role_and_label(Seen::RadioButton, "vCard 4.0").is_none(), "orders are no people");
    window.get_by_role_and_label(Seen::RadioButton, "CSV").click();
    window.run();
    window.get_all_by_role_and_label(Seen::Button, "Export").last().unwrap().click();
    window.run();
    assert!(read(&orders).starts_with('\u{feff}'));
}

#[test]
#[ignore = "pictures are for the eye"]
fn pictures() {
    for (language, theme, size, name) in [
        (Language::Bulgarian, ThemeChoice::Light, [1280.0, 800.0], "export-bg-light"),
        (Language::English, ThemeChoice::Dark, [1920.0, 1080.0], "export-en-dark-wide"),
    ] {
        let export = if language == Language::Bulgarian { "Изнеси" } else { "Export" };
        let workspace = Workspace::with_text_of(100, language);
        for page in [Page::List, Page::Structure] {
            let options = Options { theme: Some(theme), ..workspace.options(language, page) };
            let mut window = open(options, size);
            click(&mut window, export);
            picture(&mut window, &format!("{name}-{page:?}").to_lowercase());
        }
    }
}
