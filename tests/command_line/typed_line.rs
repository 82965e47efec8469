//! `add`: the typed line is told as it was understood.

use serde_json::{Value, json};

use crate::support::Script;

/// A workspace with these people on the list.
fn with(people: &[&str]) -> Script {
    let script = Script::new();
    let card = |name: &&str| {
        let (given, family) = name.split_once(' ').unwrap();
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{family};{given};;;\r\nEND:VCARD\r\n")
    };
    let file = script.file("phone.vcf", &people.iter().map(card).collect::<String>());
    script.ok(&["import", &file]);
    script
}

fn without_id(mut value: Value) -> Value {
    assert!(value.as_object_mut().unwrap().remove("id").unwrap().is_string());
    value
}

#[test]
fn a_line_becomes_an_entry_with_everything_that_it_says() {
    let script = with(&["Мария Илиева", "Петър Колев"]);
    let told = script.json(&["add", "утре 14:00 за 45 мин Мария Илиева кафе @Старинен файтон важно"]);
    assert_eq!(
        without_id(told),
        json!({
            "kind": "meeting", "action": "meeting", "title": "кафе", "date": "2026-11-25", "time": "14:00", "minutes": 45,
            "people": ["Мария Илиева"], "place": "Старинен файтон", "priority": "important", "repeat": null, "unsure": [],
        })
    );
    let told = script.ok(&["add", "every Friday call Petar at 9am"]);
    assert_eq!(told.trim(), "Call · Fri 27 Nov · 09:00 · every Friday · Петър Колев");
    let told = script.json(&["add", "every Monday 2+1 with Petar at 18:00"]);
    assert_eq!(
        without_id(told),
        json!({
            "kind": "meeting", "action": "two_plus_one", "title": "Петър Колев", "date": "2026-11-30", "time": "18:00",
            "minutes": null, "people": ["Петър Колев"], "place": null, "priority": "other",
            "repeat": "FREQ=WEEKLY;BYDAY=MO", "unsure": [],
        })
    );
}

#[test]
fn a_line_without_a_day_is_a_note_with_all_its_words() {
    let script = with(&["Петър Колев"]);
    let told = script.json(&["add", "Петър пита може ли да плати на две части"]);
    assert_eq!(
        without_id(told),
        json!({
            "kind": "note", "action": null, "title": "Петър пита може ли да плати на две части", "date": null,
            "time": null, "minutes": null, "people": ["Петър Колев"], "place": null, "priority": "other", "repeat": null,
            "unsure": [],
        })
    );
}

#[test]
fn a_name_that_two_people_have_is_told_and_stays_in_the_title() {
    let script = with(&["Мария Илиева", "Мария Петрова"]);
    let told = script.json(&["add", "обади се на Мария утре"]);
    assert_eq!(told["unsure"], json!([{"text": "Мария", "candidates": ["Мария Илиева", "Мария Петрова"]}]));
    assert_eq!((&told["people"], &told["kind"], &told["date"]), (&json!([]), &json!("call"), &json!("2026-11-25")));
    assert_eq!(told["title"], json!("Мария"));
    let told = script.ok(&["add", "кафе с Мария утре"]);
    assert!(told.contains("Мария Илиева, Мария Петрова"), "{told}");
}

#[test]
fn nobody_is_created_and_a_name_that_is_not_known_stays_in_the_title() {
    let script = with(&["Петър Колев"]);
    let told = script.json(&["add", "утре 10:00 кафе с Калоян Вълков"]);
    assert_eq!((&told["title"], &told["people"]), (&json!("кафе с Калоян Вълков"), &json!([])));
    let found = script.json(&["search", "Калоян"]);
    assert!(found.as_array().unwrap().iter().all(|one| one["kind"] != json!("person")), "{found}");
}

#[test]
fn a_day_and_an_hour_that_are_set_outright_are_not_read_from_the_line() {
    let script = with(&["Петър Колев"]);
    let told = script.json(&["add", "--at", "2026-11-26T09:30", "обаждане Петър за утре"]);
    assert_eq!((&told["date"], &told["time"]), (&json!("2026-11-26"), &json!("09:30")));
    assert_eq!((&told["kind"], &told["title"]), (&json!("call"), &json!("за утре")));
    let told = script.json(&["add", "--at", "tomorrow 14:00", "Petar coffee"]);
    assert_eq!(
        (&told["date"], &told["time"], &told["kind"]),
        (&json!("2026-11-25"), &json!("14:00"), &json!("meeting"))
    );
}

#[test]
fn an_empty_line_is_refused() {
    let script = with(&["Петър Колев"]);
    script.fails(&["add", "  "]);
}
