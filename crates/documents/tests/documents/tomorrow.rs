//! The page of a day.

use sponsor_documents::{CountList, CountRow, HourRow, Language, NamedLine, Template, TickList, TickRow, TomorrowData};

use crate::samples::{about, page_count, pdf_text};

fn hour(time: &str, title: &str, tag: &str, phone: &str, detail: &str) -> HourRow {
    let [time, title, tag, phone, detail] = [time, title, tag, phone, detail].map(str::to_owned);
    HourRow { time, title, tag, phone, detail }
}

fn task(text: &str, tag: &str) -> TickRow {
    TickRow { text: text.to_owned(), tag: tag.to_owned() }
}

/// An ordinary day.
pub fn a_day() -> TomorrowData {
    let free = |time: &str| hour(time, "", "", "", "");
    TomorrowData {
        day: "Сряда, 25 ноември".into(),
        line: "седмица 48 · ден 3 · имен ден: Климент К.".into(),
        owner: "Невена Стоянова".into(),
        hours: vec![
            free("08:00"),
            hour(
                "09:00",
                "Петър Колев",
                "спешно",
                "0888 555 407",
                "цената на стартовия пакет; на две части ли ще плати",
            ),
            hour("10:00", "Обаждания с Елена Димова", "важно", "0889 555 316", "5 имена от нейния списък · до 11:30"),
            hour("10:30", "Мира Николова", "", "0877 555 233", "как е дъщеря ѝ, дойде ли поръчката"),
            free("12:00"),
            free("13:00"),
            hour("14:00", "Мария Илиева", "", "0887 555 142", "кафе „Централ“ · какво я интересува за съня"),
            free("15:00"),
            free("16:00"),
            free("17:00"),
            free("18:00"),
            hour("19:30", "Вечерен преглед", "", "", ""),
        ],
        tasks: TickList {
            heading: "През деня".into(),
            items: vec![task("Вземи мострите за Ралица", "спешно"), task("Каталог за Мира", "")],
            more: String::new(),
        },
        plan: CountList {
            heading: "От плана".into(),
            items: vec![
                CountRow { text: "обаждания".into(), boxes: 4, more: String::new() },
                CountRow { text: "нови имена".into(), boxes: 2, more: String::new() },
            ],
        },
        first_days: vec![NamedLine {
            name: "Първите 3 дни на Елена Димова".into(),
            text: "до чт 26 ноем, 10:40 · следва: пет обаждания".into(),
        }],
        notes: vec!["Нови имена и телефони".into(), "Какво стана · какво обещах".into()],
        footer: "Sponsor Desk".into(),
        printed: "отпечатано вт 24 ноем, 19:41".into(),
        two: false,
    }
}

/// A day on which far too much stands.
pub fn crowded() -> TomorrowData {
    let mut data = a_day();
    let long = "Александра-Виктория Константинова-Хаджидимитрова и още дванадесет души от клона";
    data.hours = (0..18)
        .map(|number| {
            let time = format!("{:02}:{:02}", 8 + number / 2, number % 2 * 30);
            hour(&time, long, "необходимо", "0888 555 407", &"какво я интересува за съня; ".repeat(3))
        })
        .collect();
    data.tasks.items = (0..9).map(|number| task(&format!("{long} {number}"), "важно")).collect();
    data.tasks.more = "и още 14".into();
    data
}

/// A day on which nothing stands.
pub fn free() -> TomorrowData {
    TomorrowData {
        day: "Wednesday, 25 November".into(),
        line: "week 48 · day 3".into(),
        owner: "Nevena Stoyanova".into(),
        hours: (8..20).map(|time| hour(&format!("{time:02}:00"), "", "", "", "")).collect(),
        tasks: TickList { heading: "During the day".into(), ..TickList::default() },
        notes: vec!["New names and phones".into(), "What happened · what I promised".into()],
        ..TomorrowData::default()
    }
}

#[test]
fn the_page_has_hours_people_with_phones_what_to_ask_and_tasks() {
    let text = pdf_text(Template::Tomorrow, &a_day(), &about("Утре", Language::Bulgarian));
    for words in [
        "Сряда, 25 ноември",
        "Невена Стоянова",
        "09:00",
        "Петър Колев",
        "0888 555 407",
        "на две части ли ще плати",
        "Вземи мострите за Ралица",
        "обаждания",
        "Първите 3 дни на Елена Димова",
        "Нови имена и телефони",
        "отпечатано вт 24 ноем, 19:41",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn it_is_one_page_whatever_the_day_holds() {
    for (data, language) in
        [(a_day(), Language::Bulgarian), (crowded(), Language::Bulgarian), (free(), Language::English)]
    {
        assert_eq!(page_count(Template::Tomorrow, &data, &about("", language)), 1, "{}", data.day);
    }
}
