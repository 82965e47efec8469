//! Pages for paper.

use serde_json::json;

use crate::support::Script;

fn path(script: &Script, name: &str) -> String {
    script.folder().join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_page_of_tomorrow_is_made_as_pdf_png_and_svg() {
    let script = Script::example();
    script.ok(&["add", "tomorrow 14:00 meeting: coffee at Central"]);
    let pdf = path(&script, "tomorrow.pdf");
    let made = script.json(&["document", "tomorrow", "--out", &pdf]);
    assert_eq!(made, json!({ "files": [pdf], "pages": 1 }));
    let text = pdf_extract::extract_text(&pdf).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Wednesday", "25 November", "14:00", "Evening review", "New names and phones"] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    for (name, begins) in [("page.png", &b"\x89PNG"[..]), ("page.svg", b"<svg")] {
        let file = path(&script, name);
        script.ok(&["--lang", "bg", "document", "tomorrow", "--out", &file]);
        assert!(std::fs::read(&file).unwrap().starts_with(begins), "{name}");
    }
}

#[test]
fn another_day_is_asked_for_by_its_date() {
    let script = Script::example();
    let file = path(&script, "day.pdf");
    script.ok(&["--lang", "bg", "document", "tomorrow", "--date", "2026-11-27", "--out", &file]);
    let text = pdf_extract::extract_text(&file).unwrap();
    assert!(text.contains("Петък, 27 ноември"), "{text}");
}

#[test]
fn a_format_that_is_none_and_the_workspace_itself_are_refused() {
    let script = Script::example();
    assert!(script.fails(&["document", "tomorrow", "--out", &path(&script, "day.docx")]).contains("docx"));
    let workspace = script.workspace();
    script.fails(&["document", "tomorrow", "--out", workspace.to_str().unwrap()]);
    assert!(!Script::new().run(&["document", "tomorrow", "--out", "x.pdf"]).status.success());
}
