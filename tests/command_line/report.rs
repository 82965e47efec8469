//! The company's report comes in, structure and orders go out.

use serde_json::{Value, json};

use crate::support::Script;

const REPORT: &str = "Номер;Име;Спонсор №;Дата на регистрация;Лични точки;Групови точки;Ранг\n\
118001;Снежана Живкова;;01.01.2026;84,3;1879,6;Консултант\n\
118002;Щерю Гьошев;118001;02.02.2026;23,3;204,5;\n\
118003;Ирина Живкова;;03.03.2026;38,6;;\n\
;Общо;;;146,2;;\n";

fn counts(report: &Value) -> [u64; 5] {
    let file = &report["files"][0];
    let number = |key: &str| file[key].as_u64().unwrap();
    let refused = file["refused"].as_array().unwrap().len() as u64;
    [number("read"), number("added"), number("updated"), number("unchanged"), refused]
}

#[test]
fn a_report_builds_the_structure_and_a_second_time_changes_nothing() {
    let script = Script::new();
    let file = script.file("report.csv", REPORT);
    let import = ["--lang", "bg", "import", "--into", "structure", &file, "--date", "2026-10-31"];
    let look = script.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(counts(&look), [4, 3, 0, 0, 1]);
    assert!(!script.workspace().exists());
    let first = script.json(&import);
    assert_eq!((counts(&first), &first["files"][0]["kind"]), ([4, 3, 0, 0, 1], &json!("report")));
    let refused = &first["files"][0]["refused"][0];
    assert_eq!(refused, &json!({ "record": 4, "line": 5, "reason": "няма номер в компанията" }));
    assert_eq!(counts(&script.json(&import)), [4, 0, 0, 3, 1]);
    let figures = script.json(&["figures", "--month", "2026-10", "--branch", "Снежана Живкова"]);
    assert_eq!(figures["points"]["reading"], json!({ "value": 1879.6, "date": "2026-10-31" }));
    script.ok(&["undo"]);
    assert_eq!(script.json(&["search", "snezhana"]), json!([]));
}

#[test]
fn the_day_of_a_report_is_the_last_one_of_the_month_before() {
    let script = Script::new();
    let file = script.file("report.csv", REPORT);
    script.ok(&["import", "--into", "structure", &file]);
    let figures = script.json(&["figures", "--month", "2026-10", "--branch", "Щерю Гьошев"]);
    assert_eq!(figures["points"]["reading"]["date"], json!("2026-10-31"));
    assert_eq!(script.run(&["import", &file, "--date", "2026-10-31"]).status.code(), Some(2), "--date needs --into");
}

#[test]
fn who_moved_and_who_left_is_told_and_nobody_is_deleted() {
    let script = Script::new();
    let file = script.file("report.csv", REPORT);
    script.ok(&["--lang", "bg", "import", "--into", "structure", &file]);
    let next =
        REPORT.replace("118001;02.02.2026", ";02.02.2026").replace("118003;Ирина Живкова;;03.03.2026;38,6;;\n", "");
    let next = script.file("next.csv", &next);
    let told = script.ok(&["--lang", "bg", "import", "--into", "structure", &next]);
    assert!(told.contains("Щерю Гьошев (118002): от Снежана Живкова под Аз"), "{told}");
    assert!(told.contains("Ирина Живкова (118003) го няма в отчета"), "{told}");
    assert_eq!(script.json(&["search", "irina"])[0]["title"], json!("Ирина Живкова"));
}

#[test]
fn a_file_that_is_no_report_says_what_is_missing_and_a_report_is_no_contacts() {
    let script = Script::new();
    let contacts = script.file("people.csv", "Name,Phone\nMaria,0888555142\n");
    let output = script.run(&["--lang", "bg", "import", "--into", "structure", &contacts, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(report["files"][0]["error"].as_str().unwrap().contains("номерът и името"));
    let file = script.file("report.csv", REPORT);
    let output = script.run(&["--lang", "en", "import", &file, "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(report["files"][0]["error"].as_str().unwrap().contains("--into structure"));
    assert!(!script.workspace().exists());
}

#[test]
fn structure_orders_and_contacts_go_out_in_every_form_and_contacts_come_back() {
    let script = Script::example();
    let out = |name: &str| script.folder().join(name).to_str().unwrap().to_owned();
    for what in ["contacts", "structure", "orders"] {
        for (ending, begins) in [("csv", &b"\xef\xbb\xbf"[..]), ("xlsx", b"PK\x03\x04"), ("json", b"[")] {
            let file = out(&format!("{what}.{ending}"));
            script.ok(&["export", what, "--out", &file]);
            assert!(std::fs::read(&file).unwrap().starts_with(begins), "{what}.{ending}");
        }
    }
    script.fails(&["export", "orders", "--out", &out("orders.vcf")]);
    let orders: Value = serde_json::from_slice(&std::fs::read(out("orders.json")).unwrap()).unwrap();
    for key in ["date", "number", "name", "products", "points", "amount", "currency", "note"] {
        assert!(orders[0].get(key).is_some(), "{key}");
    }
    let other = Script::new();
    for file in ["contacts.xlsx", "contacts.csv"] {
        let report = other.json(&["import", &out(file)]);
        assert_eq!(report["files"][0]["refused"], json!([]), "{file}");
    }
    let again = other.json(&["import", &out("contacts.xlsx")]);
    assert_eq!(again["files"][0]["read"], again["files"][0]["unchanged"]);
}

#[test]
fn cards_are_of_the_version_that_is_asked_for() {
    let script = Script::example();
    let file = script.folder().join("out.vcf");
    let file = file.to_str().unwrap();
    for (arguments, version) in [(&[][..], "VERSION:4.0"), (&["--vcard", "3.0"], "VERSION:3.0")] {
        script.ok(&[&["export", "contacts", "--out", file], arguments].concat());
        assert!(std::fs::read_to_string(file).unwrap().contains(version));
    }
}
