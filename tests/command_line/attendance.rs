//! Who came to a training comes in from a file.

use serde_json::{Value, json};

use crate::support::Script;

const FILE: &str = "Име;Телефон;Имейл;Присъствие;Иска повече\n\
Мария Петрова;0888 111 222;;онлайн;да\n\
Гост Гостев;;gost@example.com;на живо;не\n\
Яна Динева;;;може би;\n";

/// A workspace with Мария on the list.
fn begun() -> Script {
    let script = Script::new();
    let contacts = script.file("contacts.csv", "Име;Телефон\nМария Петрова;0888 111 222\n");
    script.ok(&["--lang", "bg", "import", &contacts]);
    script
}

fn counts(report: &Value) -> [u64; 5] {
    let file = &report["files"][0];
    let number = |key: &str| file[key].as_u64().unwrap();
    let refused = file["refused"].as_array().unwrap().len() as u64;
    [number("read"), number("added"), number("updated"), number("unchanged"), refused]
}

#[test]
fn the_same_attendance_twice_changes_nothing_and_one_undo_takes_it_back() {
    let script = begun();
    let file = script.file("came.csv", FILE);
    let import = ["--lang", "bg", "import", "--into", "training", &file, "--date", "2026-11-20"];
    let look = script.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(counts(&look), [3, 1, 1, 0, 1]);
    let training = |script: &Script| script.json(&["figures", "--month", "2026-11"])["training"].clone();
    assert_eq!(training(&script)["people"], json!(null), "a look writes nothing");
    let first = script.json(&import);
    assert_eq!((counts(&first), &first["files"][0]["kind"]), ([3, 1, 1, 0, 1], &json!("attendance")));
    let refused = &first["files"][0]["refused"][0];
    assert_eq!((&refused["record"], &refused["line"]), (&json!(3), &json!(4)));
    let known = training(&script);
    assert_eq!((&known["people"], &known["in_person"], &known["wants_more"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!(counts(&script.json(&import)), [3, 0, 0, 2, 1]);
    assert_eq!(training(&script), known);
    assert_eq!(script.json(&["search", "обучение"]).as_array().unwrap().len(), 1, "one entry of the diary");
    script.ok(&["undo"]);
    assert_eq!(training(&script)["people"], json!(null));
    assert_eq!(script.json(&["search", "гостев"]), json!([]), "the guest goes with it");
}

#[test]
fn which_training_it_is_of_is_said_where_the_day_does_not_tell() {
    let script = begun();
    let file = script.file("came.csv", FILE);
    let today = script.run(&["--lang", "bg", "import", "--into", "training", &file]);
    assert_eq!(today.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&today.stderr).contains("--entry"));
    for at in ["10:00", "18:00"] {
        script.ok(&["--lang", "bg", "add", "--at", &format!("2026-11-21 {at}"), "обучение"]);
    }
    let several = script.run(&["import", "--into", "training", &file, "--date", "2026-11-21"]);
    assert_eq!(several.status.code(), Some(1));
    let found = script.json(&["search", "обучение"]);
    let id = found[0]["id"].as_str().unwrap();
    let report = script.json(&["import", "--into", "training", &file, "--entry", id]);
    assert_eq!(counts(&report), [3, 1, 1, 0, 1]);
    let maria = script.json(&["search", "мария"]);
    let no_training = script.run(&["import", "--into", "training", &file, "--entry", maria[0]["id"].as_str().unwrap()]);
    assert_eq!(no_training.status.code(), Some(1));
}

#[test]
fn what_is_no_attendance_says_so() {
    let script = begun();
    let file = script.file("odd.csv", "цена;брой\n12;3\n");
    let output = script.run(&["--lang", "bg", "import", "--into", "training", &file, "--date", "2026-11-20", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["files"][0]["read"], json!(0));
    assert!(report["files"][0]["error"].is_string());
}
