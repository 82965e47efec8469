//! The page of a plan.

use sponsor_documents::{
    Language, PlanBoxes, PlanData, PlanGoal, PlanNotes, PlanPageCount, PlanPageDay, PlanPageRow, PlanPeriod, PlanWeek,
    PlanWeekRow, Template,
};

use crate::samples::{about, page_count, pdf_letters, pdf_text};

fn words(text: &str) -> String {
    text.to_owned()
}

/// An ordinary plan with so many rows, boxes a day and important lines.
fn a_plan(rows: usize, boxes: usize, lines: usize) -> PlanData {
    let action = |row: usize| format!("Действие {row}");
    let count = PlanPageCount { planned: words("20"), done: words("направени 6") };
    let day = PlanBoxes { boxes, ticked: 1, more: words(if boxes > 5 { "+14" } else { "" }) };
    let notes = |heading: &str| PlanNotes {
        heading: words(heading),
        lines: (0..lines).map(|line| format!("Важно нещо с много думи, което се помни {line}")).collect(),
    };
    PlanData {
        person: words("План: Елена Димова"),
        line: words("3 месеца: 24 ноември – 23 февруари · спонсор: Невена Стоянова"),
        goal: PlanGoal {
            heading: words("Целта за годината"),
            what: words("300 € допълнително на месец"),
            why: words("да си платим вноската и да остане за море"),
            until: words("до 31 май 2027 г."),
        },
        action: words("Действие"),
        periods: ["3 месеца", "Ноември", "Седмица 48"]
            .map(|name| PlanPeriod { name: words(name), days: words("24 ноем – 23 фев") })
            .to_vec(),
        rows: (0..rows).map(|row| PlanPageRow { action: action(row), counts: vec![count.clone(); 3] }).collect(),
        week: PlanWeek {
            heading: words("Седмицата по дни"),
            note: words("Отметни по едно квадратче за всяко направено."),
            days: (23..30).map(|day| PlanPageDay { name: format!("пн {day}"), rests: day > 27 }).collect(),
            rows: (0..rows).map(|row| PlanWeekRow { action: action(row), days: vec![day.clone(); 7] }).collect(),
        },
        important: ["Важното за месеца", "Важното за седмицата"].map(notes).to_vec(),
        talk: ["Какво направих", "Какво запазвам", "Какво променям"].map(words).to_vec(),
        remark: words("Планират се действия."),
        footer: words("Sponsor Desk"),
        printed: words("отпечатано"),
    }
}

#[test]
fn an_ordinary_plan_a_full_one_and_an_empty_one_are_one_page_each() {
    let about = about("План", Language::Bulgarian);
    for (what, plan) in [
        ("ordinary", a_plan(4, 3, 2)),
        ("full", a_plan(10, 6, 6)),
        ("empty", PlanData { important: Vec::new(), goal: PlanGoal::default(), ..a_plan(4, 0, 0) }),
    ] {
        assert_eq!(page_count(Template::Plan, &plan, &about), 1, "{what}");
    }
}

#[test]
fn everything_that_was_planned_stands_on_the_page_as_text() {
    let text = pdf_text(Template::Plan, &a_plan(10, 6, 6), &about("План", Language::Bulgarian));
    for words in ["План: Елена Димова", "300 € допълнително на месец", "Действие 9", "направени 6", "+14", "помни 5"]
    {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn what_people_typed_is_never_markup() {
    let mut plan = a_plan(4, 2, 1);
    plan.goal.what = "#panic() *важно* [x](y)".to_owned();
    let text = pdf_letters(Template::Plan, &plan, &about("План", Language::Bulgarian));
    assert!(text.contains("#panic()*важно*[x](y)"), "{text}");
}
