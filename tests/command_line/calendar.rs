//! Calendars come in, and the diary goes out.

use serde_json::json;

use crate::support::Script;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Среща с Мария\r\nDTSTART;TZID=Europe/Sofia:20261201T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\n\
BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Плати сметката\r\nDUE;VALUE=DATE:20261202\r\nEND:VTODO\r\n\
BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Без начало\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn sums_up(report: &serde_json::Value) -> bool {
    let sum = ["added", "updated", "unchanged"].iter().map(|key| report[*key].as_u64().unwrap()).sum::<u64>();
    report["read"].as_u64().unwrap() == sum + report["refused"].as_array().unwrap().len() as u64
}

#[test]
fn a_calendar_makes_a_workspace_and_a_second_time_changes_nothing() {
    let script = Script::new();
    let file = script.file("calendar.ics", CALENDAR);
    script.json(&["import", &file, "--dry-run"]);
    assert!(!script.workspace().exists());

    let first = script.json(&["--lang", "bg", "import", &file]);
    let report = &first["files"][0];
    assert_eq!((&report["kind"], &report["encoding"]), (&json!("icalendar"), &json!("UTF-8")));
    assert_eq!((&report["read"], &report["added"]), (&json!(3), &json!(2)));
    let refused = json!([{ "record": 3, "line": 15, "reason": "не е казано кога започва" }]);
    assert_eq!((&report["refused"], &report["proposed"], &report["error"]), (&refused, &json!([]), &json!(null)));
    assert!(sums_up(report));

    let second = script.json(&["import", &file]);
    assert_eq!((&second["files"][0]["added"], &second["files"][0]["unchanged"]), (&json!(0), &json!(2)));
    assert!(sums_up(&second["files"][0]));
    assert_eq!(second["files"][0]["refused"][0]["reason"], json!("it does not say when it begins"));
    assert_eq!(script.json(&["check"])["ok"], json!(true));

    script.ok(&["undo"]);
    assert_eq!(script.json(&["search", "сметката"]), json!([]));
}

#[test]
fn an_empty_calendar_is_refused_whole() {
    let script = Script::new();
    let empty = script.file("empty.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
    assert!(script.fails(&["--lang", "bg", "import", &empty]).contains("В календара няма събития"));
    assert!(!script.workspace().exists());
}

#[test]
fn the_diary_goes_out_and_comes_back_as_it_was() {
    let script = Script::example();
    let path = |name: &str| script.folder().join(name).to_str().unwrap().to_owned();
    let [calendar, table, list] = ["diary.ics", "diary.csv", "diary.json"].map(path);
    for file in [&calendar, &table, &list] {
        script.ok(&["--lang", "bg", "export", "diary", "--out", file]);
    }
    let text = std::fs::read_to_string(&calendar).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("BEGIN:VEVENT\r\n"));
    let back = script.json(&["import", &calendar]);
    let report = &back["files"][0];
    assert_eq!(
        (&report["added"], &report["updated"], &report["refused"]),
        (&json!(0), &json!(0), &json!([])),
        "{report}"
    );

    let csv = std::fs::read_to_string(&table).unwrap();
    assert!(csv.starts_with("\u{feff}Вид,Заглавие,Дата,Час,До ден,Минути,Хора,"), "{}", csv.lines().next().unwrap());
    let rows: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&list).unwrap()).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), csv.lines().count() - 1);
    assert!(rows.as_array().unwrap().iter().any(|row| row["kind"] == json!("meeting")));
}

#[test]
fn of_the_diary_a_period_goes_out_and_of_anything_else_there_is_none() {
    let script = Script::new();
    let file = script.file("calendar.ics", CALENDAR);
    script.ok(&["import", &file]);
    let out = script.folder().join("out.json").to_str().unwrap().to_owned();
    let titles = |from: &str, to: &str| {
        script.ok(&["export", "diary", "--out", &out, "--from", from, "--to", to]);
        let rows: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
        rows.as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(titles("2026-12-02", "2026-12-02"), ["Плати сметката"]);
    assert_eq!(titles("2026-12-14", "2026-12-16"), ["Среща с Мария"]);
    assert_eq!(titles("2027-01-01", "2027-12-31"), Vec::<String>::new());
    script.fails(&["export", "diary", "--out", &out, "--from", "2026-12-02", "--to", "2026-12-01"]);
    script.fails(&["export", "contacts", "--out", &out, "--from", "2026-12-02"]);
    let cards = script.folder().join("out.vcf").to_str().unwrap().to_owned();
    script.fails(&["export", "diary", "--out", &cards]);
}
