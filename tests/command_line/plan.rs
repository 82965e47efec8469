//! The plan from a script.

use serde_json::{Value, json};

use crate::support::Script;

fn row<'a>(plan: &'a Value, action: &str) -> &'a Value {
    plan["rows"].as_array().unwrap().iter().find(|row| row["action"] == json!(action)).unwrap()
}

#[test]
fn a_plan_has_stable_keys_and_its_rows_sum_their_days() {
    let script = Script::example();
    for (arguments, level, from, to) in [
        (&["plan"][..], "week", "2026-11-23", "2026-11-29"),
        (&["plan", "--week", "--date", "2026-11-17"], "week", "2026-11-16", "2026-11-22"),
        (&["plan", "--level", "month"], "month", "2026-11-01", "2026-11-30"),
        (&["plan", "--level", "three_months"], "three_months", "2026-10-01", "2026-12-31"),
        (&["plan", "--level", "year"], "year", "2026-01-01", "2026-12-31"),
        (&["plan", "--level", "day", "--date", "2026-11-24"], "day", "2026-11-24", "2026-11-24"),
    ] {
        let plan = script.json(arguments);
        assert_eq!([&plan["level"], &plan["from"], &plan["to"]], [&json!(level), &json!(from), &json!(to)]);
        assert_eq!(plan["person"], Value::Null);
        assert!(plan["goal"].is_string() && plan["important"].is_array());
        for row in plan["rows"].as_array().unwrap() {
            let days = row["days"].as_array().unwrap();
            let sum = |key: &str| days.iter().map(|day| day[key].as_u64().unwrap()).sum::<u64>();
            assert_eq!(
                (sum("planned"), sum("done")),
                (row["planned"].as_u64().unwrap(), row["done"].as_u64().unwrap())
            );
            assert_eq!(row["source"], json!("diary"));
        }
    }
    let week = script.json(&["plan"]);
    let first: Vec<_> = week["rows"].as_array().unwrap().iter().take(4).map(|row| row["action"].clone()).collect();
    assert_eq!(first, ["new_names", "call", "two_plus_one", "training"]);
}

#[test]
fn a_script_sets_what_the_window_sets_and_undo_takes_it_back() {
    let script = Script::example();
    let before = script.json(&["plan", "--level", "month"]);
    let set = script.json(&["plan", "set", "call=30", "own:Samples=6", "--level", "week"]);
    assert_eq!(row(&set, "call")["planned"], json!(30));
    let samples = &row(&set, "own:Samples")["days"];
    let days: Vec<_> = samples.as_array().unwrap().iter().map(|day| day["planned"].as_u64().unwrap()).collect();
    assert_eq!(days.iter().sum::<u64>(), 6);
    assert_eq!((days[0], days[6]), (0, 0), "neither the day that is over nor Sunday");
    let month = script.json(&["plan", "--level", "month"]);
    let grown = row(&month, "call")["planned"].as_u64().unwrap() - row(&before, "call")["planned"].as_u64().unwrap();
    assert_eq!(grown, 10, "the month sums the same days");
    script.ok(&["undo"]);
    assert_eq!(script.json(&["plan", "--level", "month"]), before);
    script.ok(&["plan", "words", "First training", "Forty names", "--level", "month"]);
    assert_eq!(script.json(&["plan", "--level", "month"])["important"], json!(["First training", "Forty names"]));
    script.ok(&["plan", "goal", "Free afternoons", "--why", "for the children", "--until", "2027-06-01"]);
    assert_eq!(script.json(&["plan"])["goal"], json!("Free afternoons"));
    script.ok(&["plan", "days", "mon", "wed"]);
    let set = script.json(&["plan", "set", "online_post=4", "--date", "2026-12-01"]);
    let days: Vec<_> =
        row(&set, "online_post")["days"].as_array().unwrap().iter().map(|day| day["planned"].clone()).collect();
    assert_eq!(days, [json!(2), json!(0), json!(2), json!(0), json!(0), json!(0), json!(0)]);
    script.ok(&["plan", "rows", "call", "invitation"]);
    let rows = script.json(&["plan", "--date", "2027-03-01"]);
    let rows: Vec<_> = rows["rows"].as_array().unwrap().iter().map(|row| row["action"].clone()).collect();
    assert_eq!(rows, ["call", "invitation"]);
}

#[test]
fn of_a_partner_the_unknown_is_null_and_what_was_told_has_its_source() {
    let script = Script::example();
    let name = "Elena Dimova";
    let plan = script.json(&["plan", "--for", name]);
    assert_eq!(plan["person"], json!(name));
    assert_eq!(row(&plan, "call")["done"], Value::Null);
    assert_eq!(row(&plan, "call")["source"], Value::Null);
    let three = script.json(&["plan", "--level", "three_months", "--for", name]);
    assert_eq!(three["from"], json!("2026-11-24"), "from the person's own start");
    let told = script.json(&["plan", "told", "call=7", "--for", name, "--source", "a call", "--on", "2026-11-24"]);
    assert_eq!((&row(&told, "call")["done"], &row(&told, "call")["source"]), (&json!(7), &json!("told")));
    assert!(row(&told, "call")["days"].as_array().unwrap().iter().all(|day| day["done"].is_null()));
}

#[test]
fn a_correction_and_a_decision_are_made_from_a_script_too() {
    let script = Script::example();
    let day = script.json(&["plan", "--level", "day"]);
    let done = row(&day, "call")["done"].as_u64().unwrap();
    let really = format!("call={}", done + 3);
    let corrected = script.json(&["plan", "correct", &really, "--why", "on the road"]);
    assert_eq!(row(&corrected, "call")["done"], json!(done + 3));
    script.ok(&["plan", "set", "presentation=4", "--date", "2026-11-17"]);
    let before = script.json(&["plan", "--date", "2026-11-17"]);
    let left = row(&before, "presentation")["planned"].as_u64().unwrap()
        - row(&before, "presentation")["done"].as_u64().unwrap();
    let now = row(&script.json(&["plan"]), "presentation")["planned"].as_u64().unwrap();
    let decided = script.json(&["plan", "decide", "--drop", "call", "new_names", "two_plus_one"]);
    assert_eq!(row(&decided, "presentation")["planned"], json!(now + left));
    script.fails(&["plan", "decide"]);
}

#[test]
fn outcomes_unknown_actions_and_unknown_people_are_refused_in_a_sentence() {
    let script = Script::example();
    assert!(script.fails(&["plan", "set", "own:Points=100"]).contains("measured"));
    assert!(script.fails(&["--lang", "bg", "plan", "set", "own:точки=100"]).contains("се измерват"));
    assert!(script.fails(&["plan", "set", "coffee=3"]).contains("two_plus_one"));
    assert!(script.fails(&["plan", "set", "call"]).contains("call=20"));
    assert!(script.fails(&["plan", "--for", "Nobody Here"]).contains("Nobody Here"));
}

#[test]
fn people_read_it_in_both_languages() {
    let script = Script::example();
    let english = script.ok(&["plan"]);
    assert!(english.contains("Week: 23–29 November") && english.contains("Calls: 6 of 20, 5 days left"), "{english}");
    let bulgarian = script.ok(&["--lang", "bg", "plan"]);
    assert!(bulgarian.contains("Седмица: 23–29 ноември"), "{bulgarian}");
    assert!(bulgarian.contains("Обаждания: 6 от 20, остават 5 дни (от дневника)"), "{bulgarian}");
}

#[test]
fn a_plan_is_made_for_paper_in_the_chosen_language() {
    let script = Script::example();
    script.ok(&["plan", "set", "call=10", "--for", "Elena Dimova", "--level", "three_months"]);
    let path = |name: &str| script.folder().join(name).to_str().unwrap().to_owned();
    let pdf = path("plan.pdf");
    let made = script.json(&[
        "document",
        "plan",
        "--for",
        "Elena Dimova",
        "--date",
        "2026-11-25",
        "--lang",
        "bg",
        "--out",
        &pdf,
    ]);
    assert_eq!(made, json!({ "files": [pdf], "pages": 1 }));
    let text = pdf_extract::extract_text(&pdf).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["План: Elena Dimova", "3 месеца", "Седмица 48", "Седмицата по дни", "Целта за годината", "Нови имена"]
    {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    for (name, begins) in [("plan.png", &b"\x89PNG"[..]), ("plan.svg", b"<svg")] {
        let file = path(name);
        script.ok(&["document", "plan", "--out", &file]);
        assert!(std::fs::read(&file).unwrap().starts_with(begins), "{name}");
    }
}
