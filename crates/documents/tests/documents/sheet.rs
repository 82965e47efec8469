//! The sheet after an interview.

use sponsor_documents::{Format, Language, SheetData, Template, render};

use crate::samples::{about, bulgarian_sheet, english_sheet, page_count, pdf_letters, pdf_text, section};

/// A sheet of somebody who had much to say, with a hundred names.
pub fn long_answers() -> SheetData {
    let mut data = bulgarian_sheet();
    let answer = "Искам да работя с хора и да науча как се говори спокойно. ";
    data.person = "Александра-Виктория Константинова-Хаджидимитрова".into();
    data.goal.text = answer.repeat(14);
    data.words.text = format!("{}\n{}", answer.repeat(12), "нов ред");
    data.learn.text = answer.repeat(8);
    data.names.names = (1..=100).map(|number| format!("Мария Иванова {number}")).collect();
    if let Some(name) = data.names.names.first_mut() {
        *name = "Превъзнепоследователствувателенпревъзходителствувателен Петров".into();
    }
    data
}

/// A sheet whose answers go on over the page.
pub fn two_pages() -> SheetData {
    let mut data = bulgarian_sheet();
    data.goal.text = "Искам да работя с хора и да науча как се говори спокойно. ".repeat(34);
    data.words.text = "Хората тук си помагат, и аз искам да мога така. ".repeat(30);
    data.names.names = (1..=9).map(|number| format!("Мария Иванова {number}")).collect();
    data
}

/// A sheet before anything was answered.
pub fn unanswered() -> SheetData {
    let mut data = bulgarian_sheet();
    for part in [&mut data.goal, &mut data.hours, &mut data.income, &mut data.words, &mut data.learn] {
        part.text = String::new();
        part.detail = String::new();
    }
    data.names.summary = String::new();
    data.first_days.items.clear();
    data.next_meeting = None;
    data
}

#[test]
fn a_sheet_holds_what_was_agreed() {
    let text = pdf_text(Template::Sheet, &bulgarian_sheet(), &about("Лист", Language::Bulgarian));
    for words in [
        "Елена Димова",
        "спонсор Невена Стоянова",
        "+359 888 555 142",
        "Целта, за която се разбрахме",
        "300 €",
        "8 часа седмично",
        "С нейни думи",
        "Първа среща 2+1",
        "11:00",
        "Втора среща",
        "кафе „Централ“",
        "насреща всеки ден",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    let text = pdf_text(Template::Sheet, &english_sheet(), &about("Sheet", Language::English));
    for words in ["In her words", "€300 more a month", "Kalina Petrova-Aleksandrova", "café “Central”"] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn an_ordinary_sheet_is_one_page() {
    assert_eq!(page_count(Template::Sheet, &bulgarian_sheet(), &about("", Language::Bulgarian)), 1);
    assert_eq!(page_count(Template::Sheet, &english_sheet(), &about("", Language::English)), 1);
}

#[test]
fn a_question_without_an_answer_leaves_no_heading_behind() {
    let text = pdf_text(Template::Sheet, &unanswered(), &about("", Language::Bulgarian));
    assert!(text.contains("Елена Димова"));
    for words in ["Целта", "Време седмично", "С нейни думи", "Иска да научи", "Първите 3 дни", "Първи имена"]
    {
        assert!(!text.contains(words), "{words} stands alone in {text}");
    }
}

#[test]
fn long_answers_and_a_hundred_names_go_on_over_the_page() {
    let about = about("", Language::Bulgarian);
    let files = render(Template::Sheet, &long_answers(), &about, Format::Pdf).expect("a PDF");
    let pages = pdf_extract::extract_text_from_mem_by_pages(&files[0]).expect("pages");
    assert_eq!(pages.len(), 2, "{pages:?}");
    let flat = |page: &String| page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat(&pages[0]).contains("1 / 2"));
    assert!(flat(&pages[1]).contains("2 / 2"));
    assert!(flat(&pages[1]).contains("Хаджидимитрова"), "the second page says whose it is");
    let all: String = pages.iter().map(flat).collect::<Vec<_>>().join(" ");
    assert!(all.contains("нов ред"));
    for number in 2..=100 {
        assert!(all.contains(&format!("Мария Иванова {number}")), "name {number} is missing");
    }
}

#[test]
fn no_heading_stands_alone_at_the_end_of_a_page() {
    let about = about("", Language::Bulgarian);
    let sentence = "Искам да работя с хора и да науча как се говори спокойно. ";
    for length in 26..44 {
        let mut data = bulgarian_sheet();
        data.goal.text = sentence.repeat(length);
        data.words.text = sentence.repeat(length * 2 / 3);
        data.learn.text = format!("първодума {}", sentence.repeat(4));
        data.names.names = (1..=9).map(|number| format!("Мария Иванова {number}")).collect();
        let files = render(Template::Sheet, &data, &about, Format::Pdf).expect("a PDF");
        let pages = pdf_extract::extract_text_from_mem_by_pages(&files[0]).expect("pages");
        assert_eq!(pages.len(), 2, "with {length} sentences");
        for page in &pages {
            let has = |words: &str| page.contains(words);
            assert_eq!(has("Иска да научи"), has("първодума"), "with {length} sentences: {page}");
            assert_eq!(has("Първи имена"), has("Мария Иванова 1"), "with {length} sentences: {page}");
            assert_eq!(has("Първите 3 дни"), has("Първа поръчка"), "with {length} sentences: {page}");
        }
    }
}

#[test]
fn typed_words_stay_text_on_a_sheet() {
    let mut data = bulgarian_sheet();
    data.person = "#panic() *x*".into();
    data.goal = section("= Цел", "- ред\n+ ред #image(\"x.png\") \\ ~ -- ...", "#let x = 1");
    data.names.names = vec!["*x*".to_owned(), "#panic()".to_owned()];
    let text = pdf_letters(Template::Sheet, &data, &about("", Language::Bulgarian));
    assert!(text.starts_with("#panic()*x*"), "{text}");
    assert!(text.contains("=Цел"), "{text}");
    assert!(text.contains("-ред+ред#image(\"x.png\")\\~--...#letx=1"), "{text}");
}

#[test]
fn a_name_in_another_script_is_drawn_and_never_stops_the_sheet() {
    let mut data = bulgarian_sheet();
    data.person = "Ελένη → Άννα".into();
    data.line = "山田 \u{1F600} \u{10FFFF}\u{0007}".into();
    let text = pdf_text(Template::Sheet, &data, &about("", Language::Bulgarian));
    assert!(text.contains("Ελένη → Άννα"), "{text}");
}

#[test]
fn an_address_of_the_web_is_copied_as_it_was_typed_and_a_long_word_still_breaks() {
    let link = "https://us02web.example.com/j/81234567890?pwd=dGhpcyBpcyBhIHZlcnkgbG9uZyBwYXNzd29yZA&from=sheet";
    let mut data = bulgarian_sheet();
    data.words.text = format!("Срещаме се на {link}.");
    let files = render(Template::Sheet, &data, &about("", Language::Bulgarian), Format::Pdf).expect("a document");
    let text = pdf_extract::extract_text_from_mem(&files[0]).expect("a readable PDF");
    assert!(!text.contains('\u{200B}'), "{text}");
    let letters: String = text.split_whitespace().collect();
    assert!(letters.contains(link), "{letters}");
    data.words.text = "ж".repeat(300);
    let letters = pdf_letters(Template::Sheet, &data, &about("", Language::Bulgarian));
    assert_eq!(letters.matches('ж').count(), 300 + bulgarian_sheet_count());
}

/// How often the letter of the long word stands in the sheet otherwise.
fn bulgarian_sheet_count() -> usize {
    let mut data = bulgarian_sheet();
    data.words.text = String::new();
    pdf_letters(Template::Sheet, &data, &about("", Language::Bulgarian)).matches('ж').count()
}
