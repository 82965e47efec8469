//! Key figures, readings and snapshots.

use serde_json::{Value, json};

use crate::support::Script;

#[test]
fn a_reading_wins_over_orders_and_both_are_shown() {
    let script = Script::example();
    script.ok(&["reading", "--date", "2026-11-24", "--points", "1500.5"]);
    let figures = script.json(&["figures", "--month", "2026-11"]);
    assert_eq!(figures["points"]["value"], json!(1500.5));
    assert_eq!(figures["points"]["source"], json!("reading"));
    assert_eq!(figures["points"]["reading"], json!({ "value": 1500.5, "date": "2026-11-24" }));
    assert!(figures["points"].get("orders").is_some());
    for (part, keys) in [
        ("new", &["users", "partners", "customers", "previous"][..]),
        ("training", &["people", "in_person", "online_only", "wants_more", "previous"]),
    ] {
        assert!(keys.iter().all(|key| figures[part].get(*key).is_some()), "{part}");
    }
    assert_eq!((&figures["period"], &figures["branch"]), (&json!("2026-11"), &Value::Null));
}

#[test]
fn what_is_unknown_is_null_and_never_zero() {
    let script = Script::new();
    let file = script.file("one.csv", "Name,Phone\nMaria Petrova,0888555142\n");
    script.ok(&["import", &file]);
    let figures = script.json(&["figures"]);
    assert_eq!(figures["points"]["value"], Value::Null);
    assert_eq!(figures["new"]["users"], Value::Null);
    assert_eq!(figures["training"]["people"], Value::Null);
}

#[test]
fn a_snapshot_is_taken_listed_and_exported_in_every_format() {
    let script = Script::example();
    let taken = script.json(&["snapshot", "take", "--month", "2026-11", "--comment", "before the holidays"]);
    let list = script.json(&["snapshot", "list"]);
    assert_eq!(list[0]["id"], taken["id"]);
    for key in ["id", "taken", "by", "comment", "period", "branch", "points", "new", "training"] {
        assert!(list[0].get(key).is_some(), "{key}");
    }
    let id = taken["id"].as_str().unwrap();
    for (ending, begins) in
        [("pdf", &b"%PDF"[..]), ("png", b"\x89PNG"), ("svg", b"<svg"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")]
    {
        let out = script.folder().join(format!("november.{ending}"));
        script.ok(&["snapshot", "export", id, "--out", out.to_str().unwrap()]);
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(begins), "{ending}: {:?}", &bytes[..20.min(bytes.len())]);
    }
    script.fails(&["snapshot", "--out", script.folder().join("x.doc").to_str().unwrap()]);
}

#[test]
fn a_snapshot_whose_file_cannot_be_written_is_not_taken() {
    let script = Script::example();
    let before = script.json(&["snapshot", "list"]);
    let missing = script.folder().join("missing").join("november.pdf");
    script.fails(&["snapshot", "--month", "2026-11", "--out", missing.to_str().unwrap()]);
    assert_eq!(script.json(&["snapshot", "list"]), before);
    let out = script.folder().join("november.json");
    script.ok(&["snapshot", "--month", "2026-11", "--out", out.to_str().unwrap()]);
    assert_eq!(script.json(&["snapshot", "list"]).as_array().unwrap().len(), before.as_array().unwrap().len() + 1);
}

#[test]
fn a_branch_that_is_not_there_is_named() {
    let sentence = Script::example().fails(&["figures", "--branch", "Nobody Here"]);
    assert!(sentence.contains("Nobody Here"));
}
