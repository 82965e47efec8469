//! The files themselves: format, size, properties, and the same bytes each time.

use std::fs;
use std::path::Path;

use sponsor_documents::{DocumentError, Format, Language, Template, render};

use crate::samples::{about, bulgarian_sheet, bulgarian_snapshot, english_sheet, english_snapshot, pdf_text};

/// Width and height in pixels, from the header of a PNG.
fn pixel_size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    (number(16), number(20))
}

#[test]
fn a_picture_is_a_page_of_a4_at_double_scale() {
    let files = render(Template::Snapshot, &bulgarian_snapshot(), &about("Отчет", Language::Bulgarian), Format::Png)
        .expect("a picture");
    assert_eq!(files.len(), 1);
    assert_eq!(pixel_size(&files[0]), (1191, 1684));
}

#[test]
fn a_drawing_is_one_svg_a_page_and_needs_no_font() {
    let about = about("Sheet", Language::English);
    let files = render(Template::Sheet, &english_sheet(), &about, Format::Svg).expect("drawings");
    assert_eq!(files.len(), 1);
    let drawing = String::from_utf8(files[0].clone()).expect("text");
    assert!(drawing.starts_with("<svg"));
    assert!(!drawing.contains("<text"));
}

#[test]
fn a_pdf_is_one_tagged_file_that_knows_its_title_language_and_author() {
    let mut about = about("Snapshot of November", Language::English);
    about.author = "Nevena Stoyanova".to_owned();
    let files = render(Template::Snapshot, &english_snapshot(), &about, Format::Pdf).expect("a PDF");
    assert_eq!(files.len(), 1);
    let text = String::from_utf8_lossy(&files[0]);
    for property in
        ["(Snapshot of November)", "(Nevena Stoyanova)", "/Lang", "(en)", "/Marked true", "D:20261124", "Sponsor Desk"]
    {
        assert!(text.contains(property), "{property} is missing");
    }
}

#[test]
fn a_bulgarian_pdf_says_that_it_is_bulgarian() {
    let about = about("Лист", Language::Bulgarian);
    let files = render(Template::Sheet, &bulgarian_sheet(), &about, Format::Pdf).expect("a PDF");
    assert!(String::from_utf8_lossy(&files[0]).contains("(bg)"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let about = about("Отчет", Language::Bulgarian);
    for format in [Format::Pdf, Format::Png, Format::Svg] {
        let first = render(Template::Snapshot, &bulgarian_snapshot(), &about, format).expect("files");
        let other = render(Template::Snapshot, &english_snapshot(), &about, format).expect("files");
        let again = render(Template::Snapshot, &bulgarian_snapshot(), &about, format).expect("files");
        assert!(first == again, "{format:?} differs");
        assert!(first != other, "{format:?} is deaf to its data");
    }
}

#[test]
fn a_document_without_an_author_or_title_is_made_all_the_same() {
    let mut about = about("", Language::English);
    about.author = String::new();
    assert!(pdf_text(Template::Sheet, &english_sheet(), &about).contains("Elena Dimova"));
}

#[test]
fn the_data_of_another_template_is_an_error_and_no_panic() {
    let about = about("Sheet", Language::English);
    let result = render(Template::Sheet, &english_snapshot(), &about, Format::Pdf);
    assert!(matches!(result, Err(DocumentError::Template(_))));
}

#[test]
fn pictures_of_all_documents_are_left_to_be_looked_at() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    fs::create_dir_all(&folder).expect("a folder");
    let bulgarian = about("Отчет", Language::Bulgarian);
    let english = about("Snapshot", Language::English);
    let snapshots = [
        ("snapshot-bg", bulgarian_snapshot(), &bulgarian),
        ("snapshot-en", english_snapshot(), &english),
        ("snapshot-empty", crate::snapshot::unknown(), &bulgarian),
        ("snapshot-partial", crate::snapshot::partly_known(), &bulgarian),
    ];
    let sheets = [
        ("sheet-bg", bulgarian_sheet(), &bulgarian),
        ("sheet-en", english_sheet(), &english),
        ("sheet-two-pages", crate::sheet::two_pages(), &bulgarian),
        ("sheet-long", crate::sheet::long_answers(), &bulgarian),
        ("sheet-empty", crate::sheet::unanswered(), &bulgarian),
    ];
    let days = [
        ("tomorrow-bg", crate::tomorrow::a_day(), &bulgarian),
        ("tomorrow-crowded", crate::tomorrow::crowded(), &bulgarian),
        ("tomorrow-empty", crate::tomorrow::free(), &english),
    ];
    let mut pictures = Vec::new();
    for (name, data, about) in snapshots {
        pictures.push((name, render(Template::Snapshot, &data, about, Format::Png)));
    }
    for (name, data, about) in sheets {
        pictures.push((name, render(Template::Sheet, &data, about, Format::Png)));
    }
    for (name, data, about) in days {
        pictures.push((name, render(Template::Tomorrow, &data, about, Format::Png)));
    }
    for (name, files) in pictures {
        for (index, file) in files.expect("pictures").iter().enumerate() {
            fs::write(folder.join(format!("{name}-{}.png", index + 1)), file).expect("written");
        }
    }
}
