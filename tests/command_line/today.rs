//! The day, entries, the history, the file as a whole.

use serde_json::{Value, json};

use crate::support::Script;

fn keys(value: &Value) -> Vec<String> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
    keys.sort();
    keys
}

#[test]
fn today_has_every_key_and_each_silent_person_something_to_ask() {
    let today = Script::example().json(&["today"]);
    assert_eq!(keys(&today), ["date", "first_days", "overdue", "programme", "silent"]);
    assert_eq!(today["date"], json!("2026-11-24"));
    let item = ["action", "date", "id", "kind", "minutes", "people", "priority", "state", "time", "title"];
    assert_eq!(keys(&today["programme"][0]), item);
    let silent = &today["silent"][0];
    assert_eq!(keys(silent), ["ask", "cadence_days", "days", "id", "person"]);
    assert!(
        ["promise", "information", "important", "goal", "last_talk"].contains(&silent["ask"]["kind"].as_str().unwrap())
    );
    assert_eq!(keys(&today["first_days"][0]), ["done", "hours_left", "id", "next", "person", "total", "until"]);
}

#[test]
fn a_note_and_an_entry_are_added_and_understood() {
    let script = Script::example();
    let note = script.json(&["add", "ask Iva when the course begins"]);
    assert_eq!((&note["kind"], &note["time"], &note["repeat"]), (&json!("note"), &Value::Null, &Value::Null));
    let entry = script.json(&["add", "coffee", "--at", "2026-11-25T14:00"]);
    assert_eq!(
        (&entry["kind"], &entry["date"], &entry["time"]),
        (&json!("event"), &json!("2026-11-25"), &json!("14:00"))
    );
    assert_eq!(script.json(&["add", "hall", "--at", "tomorrow"])["date"], json!("2026-11-25"));
    script.fails(&["add", "x", "--at", "some day"]);
}

#[test]
fn undo_and_redo_survive_from_one_run_to_the_next() {
    let script = Script::example();
    let note = script.json(&["add", "a thought to be taken back"]);
    assert_eq!(script.json(&["search", "thought taken"])[0]["id"], note["id"]);
    assert_eq!(script.json(&["history", "--limit", "1"])[0]["command"], json!("AddEntry"));
    script.ok(&["undo"]);
    assert_eq!(script.json(&["search", "thought taken"]), json!([]));
    script.ok(&["redo"]);
    assert_eq!(script.json(&["search", "thought taken"])[0]["id"], note["id"]);
    script.fails(&["redo"]);
}

#[test]
fn a_backup_is_put_back_and_the_workspace_from_before_is_kept() {
    let script = Script::example();
    let copy = script.folder().join("copy.desk");
    script.ok(&["backup", "--out", copy.to_str().unwrap()]);
    script.ok(&["add", "a later thought"]);
    let restored = script.json(&["restore", copy.to_str().unwrap()]);
    assert_eq!(script.json(&["search", "later thought"]), json!([]));
    assert!(std::path::Path::new(restored["aside"].as_str().unwrap()).is_file());
}

#[test]
fn a_sound_workspace_passes_the_check() {
    let check = Script::example().json(&["check"]);
    assert_eq!((&check["ok"], &check["problems"]), (&json!(true), &json!([])));
    assert!(check["records"]["person"].as_u64().unwrap() > 100);
    assert_eq!(keys(&check), ["ok", "problems", "records", "schema"]);
}

#[test]
fn lines_for_people_come_in_their_language() {
    let script = Script::example();
    assert!(script.ok(&["--lang", "bg", "check"]).contains("Всичко се чете"));
    assert!(script.ok(&["--lang", "en", "check"]).contains("Everything can be read"));
    let today = script.ok(&["--lang", "bg", "today"]);
    assert!(today.contains("без контакт"), "{today}");
    // Each part has its word, and each entry says what it is.
    let lines: Vec<&str> = today.lines().collect();
    for title in ["Денят", "Отдавна не сте се чували", "Първите 3 дни"] {
        let at = lines.iter().position(|line| *line == title).unwrap_or_else(|| panic!("{title} is not in {today}"));
        assert!(lines[at + 1].starts_with("  "), "nothing under {title}: {today}");
    }
    let day = lines.iter().skip_while(|line| **line != "Денят").skip(1).take_while(|line| !line.is_empty());
    let kinds = ["среща", "събитие", "обаждане", "съобщение", "задача", "бележка"];
    for line in day {
        assert!(kinds.iter().any(|kind| line.contains(&format!("  {kind} · "))), "what is it? {line}");
    }
    assert!(script.ok(&["--lang", "en", "today"]).lines().any(|line| line == "The day"));
    let wrong = script.run(&["--lang", "bg", "figures", "--month", "2026-13"]);
    assert!(String::from_utf8(wrong.stderr).unwrap().contains("месец като 2026-11"));
}
