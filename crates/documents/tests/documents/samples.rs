//! Invented documents, in Bulgarian and English.

use chrono::NaiveDate;
use sponsor_documents::{
    About, Cell, Change, Direction, Figure, FirstDays, FirstNames, Format, Language, NextMeeting, PointsChart,
    PointsMonth, Section, SheetData, SnapshotData, StackedChart, StackedMonth, Step, Table, TableRow, Template, render,
};

pub const BULGARIAN_MONTHS: [&str; 13] =
    ["ноем", "дек", "яну", "фев", "март", "апр", "май", "юни", "юли", "авг", "сеп", "окт", "ноем"];
pub const ENGLISH_MONTHS: [&str; 13] =
    ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"];
const POINTS: [i32; 13] = [830, 910, 760, 880, 960, 1010, 1090, 1060, 980, 940, 1240, 1420, 1284];
const YEAR_BEFORE: [i32; 13] = [420, 510, 430, 470, 520, 560, 610, 590, 540, 560, 690, 760, 830];
const PARTNERS: [u32; 13] = [1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 2, 3];
const CUSTOMERS: [u32; 13] = [0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 2];
const IN_PERSON: [u32; 13] = [5, 6, 4, 5, 6, 6, 8, 6, 4, 4, 7, 8, 7];
const ONLINE: [u32; 13] = [3, 3, 3, 4, 4, 4, 4, 3, 2, 3, 4, 5, 4];

/// Title, language, author and date of a test document.
pub fn about(title: &str, language: Language) -> About {
    About {
        title: title.to_owned(),
        language,
        author: "Невена Стоянова".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar"),
    }
}

/// Text of all pages of a PDF, with single spaces.
pub fn pdf_text(template: Template, data: &impl serde::Serialize, about: &About) -> String {
    let files = render(template, data, about, Format::Pdf).expect("a document");
    let text = pdf_extract::extract_text_from_mem(&files[0]).expect("a readable PDF");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of all pages of a PDF without any spaces: an extractor may see a space where letters stand apart.
pub fn pdf_letters(template: Template, data: &impl serde::Serialize, about: &About) -> String {
    pdf_text(template, data, about).replace(' ', "")
}

/// How many pages a document has.
pub fn page_count(template: Template, data: &impl serde::Serialize, about: &About) -> usize {
    render(template, data, about, Format::Svg).expect("a document").len()
}

fn months(labels: [&str; 13], separator: &str) -> Vec<PointsMonth> {
    let years = ["2025", "", "2026", "", "", "", "", "", "", "", "", "", ""];
    (0..13)
        .map(|index| PointsMonth {
            label: labels[index].to_owned(),
            year: (!years[index].is_empty()).then(|| years[index].to_owned()),
            value: Some(f64::from(POINTS[index])),
            text: number(POINTS[index], separator),
            previous: Some(f64::from(YEAR_BEFORE[index])),
            running: index == 12,
        })
        .collect()
}

fn number(value: i32, separator: &str) -> String {
    if value < 1000 { value.to_string() } else { format!("{}{separator}{:03}", value / 1000, value % 1000) }
}

fn stacked(labels: [&str; 13], words: [&str; 4], first: [u32; 13], second: [u32; 13]) -> StackedChart {
    let [title, first_word, second_word, no_data] = words.map(str::to_owned);
    let months = (0..13)
        .map(|index| StackedMonth {
            label: labels[index].to_owned(),
            first: Some(first[index]),
            second: Some(second[index]),
            running: index == 12,
        })
        .collect();
    StackedChart { title, first: first_word, second: second_word, no_data, months }
}

fn figure(label: &str, value: &str, change: (&str, Direction), detail: &str, previous: &str) -> Figure {
    Figure {
        label: label.to_owned(),
        value: value.to_owned(),
        change: Some(Change { text: change.0.to_owned(), direction: change.1 }),
        detail: detail.to_owned(),
        previous: previous.to_owned(),
    }
}

fn row(label: &str, cells: &str) -> TableRow {
    let cells = cells
        .split_whitespace()
        .map(|text| Cell {
            text: text.to_owned(),
            direction: match text.chars().next() {
                Some('+') => Direction::Up,
                Some('−') => Direction::Down,
                _ => Direction::None,
            },
        })
        .collect();
    TableRow { label: label.to_owned(), cells }
}

fn table(words: [&str; 9]) -> Table {
    let mut header = vec![words[2].to_owned()];
    header.extend((36..=48).map(|week: i32| week.to_string()));
    Table {
        title: words[0].to_owned(),
        note: words[1].to_owned(),
        header,
        rows: vec![
            row(words[3], "262 298 331 318 306 338 345 322 262 372 358 401 153"),
            row(words[4], "… +36 +33 −13 −12 +32 +7 −23 −60 +110 −14 +43 …"),
            row(words[5], "1 0 1 0 1 0 1 1 0 1 2 1 1"),
            row(words[6], "7 0 0 6 7 0 0 8 0 7 0 0 0"),
            row(words[7], "2 5 6 3 2 6 6 3 5 2 6 5 0"),
            row(words[8], "2 1 2 2 3 2 2 3 1 3 2 2 0"),
        ],
        running: true,
    }
}

/// The snapshot of an invented November, in Bulgarian.
pub fn bulgarian_snapshot() -> SnapshotData {
    let none = "няма данни";
    SnapshotData {
        heading: "Отчет".to_owned(),
        period: "ноември 2026, до 24-ти".to_owned(),
        scope: "Цялата структура · 38".to_owned(),
        taken: "направен на 24 ноември 2026 г., Невена Стоянова".to_owned(),
        comment: "Преди седмичния анализ: октомври беше най-силният месец досега.".to_owned(),
        figures: vec![
            figure(
                "Точки",
                "1\u{a0}284",
                ("138 · 12\u{a0}%", Direction::Up),
                "отчетено от сайта днес",
                "1–24 окт: 1\u{a0}146",
            ),
            figure("Нови потребители", "5", ("2", Direction::Up), "от тях 3 партньори", "1–24 окт: 3"),
            figure("Хора на обучение", "11", ("1", Direction::Down), "от тях 4 искат да се развиват", "1–24 окт: 12"),
        ],
        points: PointsChart {
            title: "Точки по месеци".to_owned(),
            current: "13 месеца".to_owned(),
            previous: "година по-рано".to_owned(),
            running: "още тече".to_owned(),
            no_data: none.to_owned(),
            group_separator: "\u{a0}".to_owned(),
            months: months(BULGARIAN_MONTHS, "\u{a0}"),
        },
        new_users: stacked(BULGARIAN_MONTHS, ["Нови потребители", "партньори", "клиенти", none], PARTNERS, CUSTOMERS),
        training: stacked(BULGARIAN_MONTHS, ["На обучение", "на живо", "само онлайн", none], IN_PERSON, ONLINE),
        table: table([
            "13 седмици",
            "седмица 48 още тече",
            "Седмица",
            "Точки",
            "Спрямо предишната",
            "Нови потребители",
            "На обучение, на живо",
            "На обучение, само онлайн",
            "От тях искат да се развиват",
        ]),
        footer: "Невена Стоянова · 24 ноември 2026 г.".to_owned(),
    }
}

/// The same snapshot in English, of a branch.
pub fn english_snapshot() -> SnapshotData {
    let none = "no data";
    SnapshotData {
        heading: "Snapshot".to_owned(),
        period: "November 2026, to the 24th".to_owned(),
        scope: "Branch of Aleksandra Konstantinova-Hadzhidimitrova".to_owned(),
        taken: "taken on 24 November 2026, Nevena Stoyanova".to_owned(),
        comment: String::new(),
        figures: vec![
            figure("Points", "1,284", ("138 · 12%", Direction::Up), "as the site shows today", "1–24 Oct: 1,146"),
            figure("New users", "5", ("2", Direction::Up), "of them 3 partners", "1–24 Oct: 3"),
            figure("People in training", "11", ("0", Direction::Same), "of them 4 want to grow", "1–24 Oct: 11"),
        ],
        points: PointsChart {
            title: "Points by month".to_owned(),
            current: "13 months".to_owned(),
            previous: "a year before".to_owned(),
            running: "still running".to_owned(),
            no_data: none.to_owned(),
            group_separator: ",".to_owned(),
            months: months(ENGLISH_MONTHS, ","),
        },
        new_users: stacked(ENGLISH_MONTHS, ["New users", "partners", "customers", none], PARTNERS, CUSTOMERS),
        training: stacked(ENGLISH_MONTHS, ["In training", "in person", "online only", none], IN_PERSON, ONLINE),
        table: table([
            "13 weeks",
            "week 48 still runs",
            "Week",
            "Points",
            "Against the one before",
            "New users",
            "Training, in person",
            "Training, online only",
            "Of them want to grow",
        ]),
        footer: "Nevena Stoyanova · 24 November 2026".to_owned(),
    }
}

/// An answer under its heading.
pub fn section(heading: &str, text: &str, detail: &str) -> Section {
    Section { heading: heading.to_owned(), text: text.to_owned(), detail: detail.to_owned() }
}

fn step(day: &str, text: &str, time: &str, done: bool) -> Step {
    Step { day: day.to_owned(), text: text.to_owned(), time: time.to_owned(), done }
}

/// The sheet of an invented first talk, in Bulgarian.
pub fn bulgarian_sheet() -> SheetData {
    SheetData {
        person: "Елена Димова".to_owned(),
        line: "партньор от 23 ноември 2026 · № 118026 · Пловдив".to_owned(),
        sponsor: "спонсор Невена Стоянова".to_owned(),
        phone: "+359 888 555 142".to_owned(),
        goal: section(
            "Целта, за която се разбрахме",
            "300 € допълнително на месец до края на май, за курса по английски на сина.",
            "",
        ),
        hours: section("Време седмично", "8 часа седмично", "вторник и четвъртък вечер, събота сутрин"),
        income: section("Доход, който иска да достигне", "колкото една вноска", ""),
        words: section(
            "С нейни думи",
            "„Хората тук изглеждат спокойни и си помагат. Искам и нещо свое, което да расте.“",
            "",
        ),
        learn: section("Иска да научи", "Продуктите за чувствителна кожа; как се говори с непознати.", ""),
        names: FirstNames {
            heading: "Първи имена".to_owned(),
            summary: "Пловдив 9 · други градове 4".to_owned(),
            names: Vec::new(),
        },
        first_days: FirstDays {
            heading: "Първите 3 дни, до чт 26 ноември, 10:40".to_owned(),
            done_word: "направено".to_owned(),
            items: vec![
                step("пн 23", "Първа поръчка за себе си", "", true),
                step("пн 23", "Запознанство с екипа в групата", "", true),
                step("вт 24", "Да чуе 2-минутната презентация", "09:30", false),
                step("вт 24", "Първа среща 2+1", "11:00", false),
                step("вт 24", "Първите 20 имена в двата списъка", "19:00", false),
                step("ср 25", "Пет обаждания заедно", "10:00", false),
                step("ср 25", "Визитка и своя 2-минутна презентация", "17:00", false),
            ],
        },
        next_meeting: Some(NextMeeting {
            title: "Втора среща: план за 3 месеца".to_owned(),
            detail: "24 ноември – 23 февруари · маркетинг план, начин на работа, инструменти".to_owned(),
            when: "четвъртък, 26 ноември, 10:00".to_owned(),
            place: "кафе „Централ“".to_owned(),
        }),
        footer: "Спонсорът е насреща всеки ден: +359 888 555 142".to_owned(),
    }
}

/// The sheet of an invented first talk, in English, with the names.
pub fn english_sheet() -> SheetData {
    let names = [
        "Maria Koleva",
        "Petar Angelov",
        "Ivanka",
        "Georgi from the gym",
        "Kalina Petrova-Aleksandrova",
        "Stefan",
        "Aunt Radka",
    ];
    SheetData {
        person: "Elena Dimova".to_owned(),
        line: "partner since 23 November 2026 · no. 118026 · Plovdiv".to_owned(),
        sponsor: "sponsor Nevena Stoyanova".to_owned(),
        phone: "+359 888 555 142".to_owned(),
        goal: section(
            "The goal we agreed on",
            "€300 more a month by the end of May, for her son’s English course.",
            "",
        ),
        hours: section("Time a week", "8 hours a week", "Tuesday and Thursday evenings, Saturday mornings"),
        income: section("Income to reach", "as much as one instalment", ""),
        words: section(
            "In her words",
            "“People here seem calm and help each other. I want something of my own that grows.”",
            "",
        ),
        learn: section(
            "Wants to learn",
            "The products for sensitive skin; how to talk to people she does not know.",
            "",
        ),
        names: FirstNames {
            heading: "First names".to_owned(),
            summary: "Plovdiv 5 · other cities 2".to_owned(),
            names: names.map(str::to_owned).to_vec(),
        },
        first_days: FirstDays {
            heading: "The first 3 days, until Thu 26 November, 10:40".to_owned(),
            done_word: "done".to_owned(),
            items: vec![
                step("Mon 23", "First order for herself", "", true),
                step("Tue 24", "First 2+1 meeting", "11:00", false),
                step(
                    "Tue 24",
                    "The first 20 names in both lists, as many as come to mind without judging whom it could suit",
                    "19:00",
                    false,
                ),
                step("Wed 25", "Five calls together", "10:00", false),
            ],
        },
        next_meeting: Some(NextMeeting {
            title: "Second talk: the plan for 3 months".to_owned(),
            detail: "24 November – 23 February · marketing plan, way of working, tools".to_owned(),
            when: "Thursday 26 November, 10:00".to_owned(),
            place: "café “Central”".to_owned(),
        }),
        footer: "Your sponsor is there every day: +359 888 555 142".to_owned(),
    }
}
