//! Files come in and go out.

use serde_json::json;

use crate::support::Script;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Мария Петрова\r\nN:Петрова;Мария;;;\r\nTEL:0888 555 142\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=\r\n=B2;=D0=98=D0=B2=D0=B0=D0=BD;;;\r\nTEL;CELL:0888555143\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n";

/// A place in a text.
fn place(value: &serde_json::Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn importing_a_phone_makes_a_workspace_and_a_second_time_changes_nothing() {
    let script = Script::new();
    let file = script.file("phone.vcf", CARDS);
    let look = script.json(&["import", &file, "--dry-run"]);
    assert_eq!(look["dry_run"], json!(true));
    assert!(!script.workspace().exists());

    let first = script.json(&["import", &file]);
    let report = &first["files"][0];
    assert_eq!((&report["kind"], &report["added"]), (&json!("vcard"), &json!(2)));
    let sum = ["added", "updated", "unchanged"].iter().map(|key| report[*key].as_u64().unwrap()).sum::<u64>();
    assert_eq!(report["read"].as_u64().unwrap(), sum + report["refused"].as_array().unwrap().len() as u64);
    for key in ["file", "encoding", "proposed", "error"] {
        assert!(report.get(key).is_some(), "{key}");
    }

    let second = script.json(&["import", &file]);
    assert_eq!((&second["files"][0]["added"], &second["files"][0]["unchanged"]), (&json!(0), &json!(2)));
    let found = script.json(&["search", "ivan"]);
    assert_eq!(found[0]["title"], json!("Иван Иванов"));
    let (start, end) = (place(&found[0]["match"][0]), place(&found[0]["match"][1]));
    let snippet: Vec<char> = found[0]["snippet"].as_str().unwrap().chars().collect();
    assert_eq!(snippet.iter().skip(start).take(end - start).collect::<String>(), "Иван");
    assert_eq!(script.json(&["search", "nobody at all"]), json!([]));
}

#[test]
fn reasons_are_in_the_language_of_the_call() {
    let script = Script::new();
    let file = script.file("phone.vcf", CARDS);
    let reason = |language: &str| {
        let report = script.json(&["--lang", language, "import", &file, "--dry-run"]);
        report["files"][0]["refused"][0]["reason"].as_str().unwrap().to_owned()
    };
    assert_eq!(reason("bg"), "няма име, нито телефон или имейл на човек");
    assert_eq!(reason("en"), "no name, nor a person’s phone or e-mail");
    script.ok(&["import", &file]);
    let namesake = script.file("other.csv", "Name,Phone\nMaria Petrova,0899 765 432\n");
    let report = script.json(&["--lang", "bg", "import", &namesake, "--dry-run"]);
    assert_eq!(report["files"][0]["proposed"][0]["reason"], json!("името е еднакво"));
}

#[test]
fn a_file_that_is_refused_is_a_complaint_and_the_reports_of_the_others_are_printed() {
    let script = Script::new();
    let cards = script.file("phone.vcf", CARDS);
    let missing = script.folder().join("missing.vcf");
    let output = script.run(&["--lang", "bg", "import", missing.to_str().unwrap(), &cards]);
    assert_eq!(output.status.code(), Some(1));
    let (said, complaint) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(said.contains("phone.vcf: прочетени 3, добавени 2") && !said.contains("missing.vcf"), "{said}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(complaint.contains("missing.vcf: Файлът не е намерен"), "{complaint}");
    // Where it is the only one there is nothing else to print.
    assert!(script.fails(&["import", missing.to_str().unwrap()]).contains("missing.vcf"));
}

#[test]
fn nothing_is_written_over_the_workspace_itself() {
    let script = Script::example();
    let before = std::fs::read(script.workspace()).unwrap();
    // The endings that are sent out can be those of a workspace, too.
    for (name, what) in [("desk.json", &["export", "all"][..]), ("desk.csv", &["export", "contacts"])] {
        let place = script.folder().join(name);
        std::fs::write(&place, &before).unwrap();
        let place = place.to_str().unwrap();
        let arguments = [&["--workspace", place][..], what, &["--out", place]].concat();
        assert!(script.fails(&arguments).contains("workspace itself"), "{what:?}");
        assert!(std::fs::read(place).unwrap().len() >= before.len());
        script.ok(&["--workspace", place, "check"]);
    }
}

#[test]
fn a_file_of_which_nothing_can_be_taken_makes_no_workspace() {
    let script = Script::new();
    let file = script.file("cut.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Мария\r\n");
    let report = script.json(&["import", &file]);
    assert_eq!(report["files"][0]["refused"].as_array().unwrap().len(), 1);
    assert!(!script.workspace().exists());
}

#[test]
fn an_import_is_undone_as_one() {
    let script = Script::new();
    let file = script.file("phone.vcf", CARDS);
    script.ok(&["import", &file]);
    script.ok(&["undo"]);
    assert_eq!(script.json(&["search", "maria"]), json!([]));
    script.ok(&["redo"]);
    assert_eq!(script.json(&["search", "maria"])[0]["title"], json!("Мария Петрова"));
}

#[test]
fn everything_exported_and_imported_into_a_new_file_is_exported_with_the_same_bytes() {
    let script = Script::example();
    let (first, second) = (script.folder().join("first.json"), script.folder().join("second.json"));
    script.ok(&["export", "all", "--out", first.to_str().unwrap()]);
    let other = script.folder().join("other.desk");
    let other = other.to_str().unwrap();
    script.ok(&["--workspace", other, "import", first.to_str().unwrap()]);
    script.ok(&["--workspace", other, "export", "all", "--out", second.to_str().unwrap()]);
    assert_eq!(std::fs::read(first).unwrap(), std::fs::read(second).unwrap());
}

#[test]
fn an_export_of_another_workspace_is_refused() {
    let (one, other) = (Script::example(), Script::example());
    other.ok(&["add", "a thought"]);
    let file = one.folder().join("all.json");
    let another = Script::new();
    let cards = another.file("phone.vcf", CARDS);
    another.ok(&["import", &cards]);
    one.ok(&["export", "all", "--out", file.to_str().unwrap()]);
    let output = another.run(&["import", file.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(report["files"][0]["error"].is_string());
}

#[test]
fn the_same_seed_size_language_and_moment_give_the_same_export() {
    let (one, other) = (Script::example(), Script::example());
    let export = |script: &Script| {
        let file = script.folder().join("all.json");
        script.ok(&["export", "all", "--out", file.to_str().unwrap()]);
        std::fs::read(file).unwrap()
    };
    assert_eq!(export(&one), export(&other));
}

#[test]
fn contacts_go_out_as_cards_and_as_a_table() {
    let script = Script::example();
    for (name, begins) in [("out.vcf", &b"BEGIN:VCARD"[..]), ("out.csv", b"\xef\xbb\xbf")] {
        let file = script.folder().join(name);
        script.ok(&["export", "contacts", "--out", file.to_str().unwrap()]);
        assert!(std::fs::read(&file).unwrap().starts_with(begins), "{name}");
    }
    script.fails(&["export", "contacts", "--out", script.folder().join("out.doc").to_str().unwrap()]);
}
