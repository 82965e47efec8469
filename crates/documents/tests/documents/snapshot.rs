//! The page of key figures.

use sponsor_documents::{Cell, Direction, Language, SnapshotData, Template};

use crate::samples::{about, bulgarian_snapshot, english_snapshot, page_count, pdf_letters, pdf_text};

/// A snapshot before the first record: nothing is known.
pub fn unknown() -> SnapshotData {
    let mut data = bulgarian_snapshot();
    data.comment = String::new();
    for figure in &mut data.figures {
        figure.value = "няма данни".into();
        figure.change = None;
        figure.detail = String::new();
        figure.previous = String::new();
    }
    for month in &mut data.points.months {
        month.value = None;
        month.previous = None;
        month.text = String::new();
    }
    // A legend of what is not drawn is empty.
    for legend in [&mut data.points.current, &mut data.points.previous, &mut data.points.running] {
        legend.clear();
    }
    for month in data.new_users.months.iter_mut().chain(&mut data.training.months) {
        month.first = None;
        month.second = None;
    }
    data.table.rows.clear();
    data
}

/// A snapshot with gaps, a lone month, a fall below zero, zeros and large numbers.
pub fn partly_known() -> SnapshotData {
    let mut data = bulgarian_snapshot();
    let values = [
        None,
        Some(120.0),
        None,
        Some(-340.0),
        Some(0.0),
        Some(128_400.0),
        Some(96_000.5),
        None,
        None,
        Some(41_000.0),
        Some(40_000.0),
        Some(39_000.0),
        Some(90_000.0),
    ];
    for (month, value) in data.points.months.iter_mut().zip(values) {
        month.value = value;
        month.text = value.map(|number| format!("{number:.0}")).unwrap_or_default();
        month.previous = month.previous.filter(|previous| *previous > 500.0);
    }
    for (index, month) in data.new_users.months.iter_mut().enumerate() {
        month.first = (index > 6).then_some(0);
        month.second = (index == 9).then_some(1).or(month.first);
    }
    for (index, month) in data.training.months.iter_mut().enumerate() {
        month.first = (index > 8).then_some(340);
        month.second = (index > 10).then_some(12);
    }
    for row in &mut data.table.rows {
        row.cells.truncate(11);
    }
    data.table.rows[0].cells = vec![Cell::plain("128\u{a0}400"); 13];
    data.figures[0].value = "12\u{a0}128\u{a0}400".into();
    data.comment = "Дълга бележка с много думи. ".repeat(12);
    data
}

#[test]
fn a_bulgarian_snapshot_holds_its_figures_as_text() {
    let text = pdf_text(Template::Snapshot, &bulgarian_snapshot(), &about("Отчет", Language::Bulgarian));
    for words in [
        "ноември 2026, до 24-ти",
        "Цялата структура",
        "отчетено от сайта днес",
        "Нови потребители",
        "още тече",
        "само онлайн",
        "13 седмици",
        "+110",
        "−60",
        "октомври беше най-силният",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn an_axis_has_round_numbers_in_the_language_of_the_page() {
    let bulgarian = pdf_text(Template::Snapshot, &bulgarian_snapshot(), &about("", Language::Bulgarian));
    assert!(bulgarian.contains("1 500") && bulgarian.contains("1 000"), "{bulgarian}");
    let english = pdf_text(Template::Snapshot, &english_snapshot(), &about("", Language::English));
    assert!(english.contains("1,500") && english.contains("1,000"), "{english}");
}

#[test]
fn a_change_has_its_arrow_and_an_equal_one_has_none() {
    let text = pdf_text(Template::Snapshot, &bulgarian_snapshot(), &about("", Language::Bulgarian));
    assert!(text.contains("↑ 138") && text.contains("↓ 1"), "{text}");
    let mut same = bulgarian_snapshot();
    for figure in &mut same.figures {
        if let Some(change) = &mut figure.change {
            change.direction = Direction::Same;
        }
    }
    let text = pdf_text(Template::Snapshot, &same, &about("", Language::Bulgarian));
    assert!(!text.contains('↑') && !text.contains('↓'), "{text}");
}

#[test]
fn a_snapshot_is_one_page_whatever_is_known() {
    let about = about("Отчет", Language::Bulgarian);
    for data in [bulgarian_snapshot(), english_snapshot(), unknown(), partly_known()] {
        assert_eq!(page_count(Template::Snapshot, &data, &about), 1);
    }
}

#[test]
fn long_names_details_and_a_comment_still_fit_the_page() {
    let mut data = bulgarian_snapshot();
    data.scope = "Клон на Александра-Виктория Константинова-Хаджидимитрова".into();
    data.comment = "Дълга дума ".repeat(29);
    for figure in &mut data.figures {
        figure.detail = "от тях 4 искат да се развиват и още 3 мислят".into();
    }
    for row in &mut data.table.rows {
        row.label = "Име на ред, което е по-дълго от мястото си".into();
    }
    let about = about("Отчет", Language::Bulgarian);
    assert_eq!(page_count(Template::Snapshot, &data, &about), 1);
    data.comment = "ред\n".repeat(6);
    assert_eq!(page_count(Template::Snapshot, &data, &about), 1);
}

#[test]
fn what_is_not_known_says_so_and_is_never_a_zero() {
    let text = pdf_text(Template::Snapshot, &unknown(), &about("", Language::Bulgarian));
    assert_eq!(text.matches("няма данни").count(), 6, "three figures, three charts: {text}");
    for legend in ["13 месеца", "година по-рано", "още тече", "партньори", "само онлайн"]
    {
        assert!(!text.contains(legend), "{legend} names nothing that is drawn: {text}");
    }
}

#[test]
fn charts_without_periods_or_figures_are_made_all_the_same() {
    let mut data = unknown();
    data.figures.clear();
    data.points.months.clear();
    data.new_users.months.clear();
    data.training.months.clear();
    data.table.header.clear();
    assert_eq!(page_count(Template::Snapshot, &data, &about("", Language::English)), 1);
}

#[test]
fn a_lone_value_and_values_that_are_no_numbers_are_drawn() {
    let mut data = unknown();
    data.points.months.truncate(1);
    data.points.months[0].value = Some(1.0);
    data.points.months[0].previous = Some(f64::NAN);
    assert_eq!(page_count(Template::Snapshot, &data, &about("", Language::English)), 1);
    data.points.months[0].value = Some(f64::MAX);
    data.points.months[0].previous = Some(f64::MIN);
    assert_eq!(page_count(Template::Snapshot, &data, &about("", Language::English)), 1);
}

#[test]
fn typed_words_stay_text_in_a_snapshot() {
    let mut data = bulgarian_snapshot();
    data.scope = "Клон на *Ана* #panic()".into();
    data.comment = "_тук_ #read(\"/etc/passwd\") $x$ `y` @ref <label> // край".to_owned();
    let text = pdf_letters(Template::Snapshot, &data, &about("#panic()", Language::Bulgarian));
    assert!(text.contains("Клонна*Ана*#panic()"), "{text}");
    assert!(text.contains("_тук_#read(\"/etc/passwd\")$x$`y`@ref<label>//край"), "{text}");
}

#[test]
fn a_very_long_comment_is_kept_whole_and_leaves_the_figures_on_the_first_page() {
    let mut data = bulgarian_snapshot();
    data.comment = format!("{} последна дума", "Разговор след разговор. ".repeat(300));
    let files = sponsor_documents::render(
        Template::Snapshot,
        &data,
        &about("", Language::Bulgarian),
        sponsor_documents::Format::Pdf,
    )
    .expect("a document");
    let pages = pdf_extract::extract_text_from_mem_by_pages(&files[0]).expect("pages");
    assert!(pages.len() > 1);
    assert!(pages[0].contains("13 седмици"));
    assert!(pages.last().is_some_and(|page| page.contains("последна дума")));
}
