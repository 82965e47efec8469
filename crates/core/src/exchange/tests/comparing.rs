use super::{begun, card, counts, import, only, people, preview, run};
use crate::Desk;
use crate::exchange::{Choice, Counts, Field, FieldChange, FieldValue, Preview, Verdict};

const PHONE: &str = "0888 123 456";

fn with_maria() -> Desk {
    let desk = begun();
    import(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456\r\nADR:;;;София;;;\r\nNOTE:две деца").as_bytes());
    desk
}

fn change(preview: &Preview, field: Field) -> (usize, &FieldChange) {
    let mut changes = preview.rows[0].changes.iter().enumerate();
    changes.find(|(_, change)| change.field == field).unwrap_or_else(|| panic!("{field:?}"))
}

fn text(words: &str) -> FieldValue {
    FieldValue::Text(words.to_owned())
}

/// The row's field is decided and the file taken in.
fn decide(desk: &Desk, file: &str, decisions: &[(Field, Choice)]) {
    let mut shown = preview(desk, file.as_bytes());
    for (field, choice) in decisions {
        let (at, _) = change(&shown, *field);
        shown.choose(0, at, *choice);
    }
    run(desk, shown.into_command());
}

#[test]
fn a_latin_spelling_is_no_difference_and_what_is_missing_is_news() {
    let desk = with_maria();
    let shown =
        preview(&desk, "Name,Phone,City,E-mail\nMaria Petrova,+359 88 812 3456,гр. София,m@example.bg\n".as_bytes());
    let (_, name) = change(&shown, Field::Name);
    assert!(name.same && !name.differs());
    assert!(change(&shown, Field::City).1.same);
    let (_, phone) = change(&shown, Field::Phone);
    assert_eq!((&phone.ours, phone.same), (&FieldValue::Phone(PHONE.to_owned()), true));
    let (_, email) = change(&shown, Field::Email);
    assert!(email.is_news() && email.choice == Choice::Theirs);
    let Verdict::Joined { news, beside, replaced, .. } = &shown.rows[0].verdict else { panic!() };
    assert_eq!((news.as_slice(), beside.len(), replaced.len()), (&[Field::Email][..], 0, 0));
    assert_eq!(shown.counts(), Counts { added: 0, joined: 1, unchanged: 0, refused: 0 });
}

#[test]
fn what_differs_stays_unless_the_files_is_chosen() {
    let file = card("FN:Мария Колева\r\nTEL:0888 123 456\r\nADR:;;;Пловдив;;;\r\nNOTE:от курса\r\nBDAY:1980-03-22");
    let desk = with_maria();
    let shown = preview(&desk, file.as_bytes());
    let (_, city) = change(&shown, Field::City);
    assert!(city.differs());
    assert_eq!((&city.ours, &city.theirs, city.choice), (&text("София"), &text("Пловдив"), Choice::Ours));
    assert_eq!(change(&shown, Field::Notes).1.choice, Choice::Both);
    decide(&desk, &file, &[]);
    let person = only(&desk);
    assert_eq!((person.name.full().as_str(), person.city.as_str()), ("Мария Петрова", "София"));
    assert_eq!(person.notes, "две деца\n\nот курса");

    let desk = with_maria();
    let chosen = [
        (Field::Name, Choice::Theirs),
        (Field::City, Choice::Theirs),
        (Field::Notes, Choice::Ours),
        (Field::Birthday, Choice::Ours),
    ];
    decide(&desk, &file, &chosen);
    let person = only(&desk);
    assert_eq!((person.name.full().as_str(), person.city.as_str()), ("Мария Колева", "Пловдив"));
    assert_eq!((person.notes.as_str(), person.birthday), ("две деца", None));
    assert!(person.foreign.is_empty(), "{:?}", person.foreign);
}

#[test]
fn when_nothing_of_the_file_is_chosen_nothing_is_done() {
    let desk = with_maria();
    let file = card("FN:Мария Петрова\r\nTEL:0888 123 456\r\nEMAIL:m@example.bg");
    let mut shown = preview(&desk, file.as_bytes());
    let (at, _) = change(&shown, Field::Email);
    shown.choose(0, at, Choice::Ours);
    assert_eq!(shown.rows[0].verdict, Verdict::Unchanged);
    shown.choose(0, at, Choice::Theirs);
    assert_eq!(shown.counts().joined, 1, "a choice can be taken back");
}

#[test]
fn whoever_has_the_same_phone_may_be_said_to_be_somebody_else() {
    let desk = with_maria();
    let file = [
        card("FN:Петър Петров\r\nTEL:0888 123 456"),
        card("FN:Петър Петров\r\nTEL:0888 123 456\r\nEMAIL:p@example.bg"),
    ]
    .concat();
    let mut shown = preview(&desk, file.as_bytes());
    shown.part(0);
    assert_eq!(shown.counts(), Counts { added: 1, joined: 1, unchanged: 0, refused: 0 });
    run(&desk, shown.into_command());
    assert_eq!(people(&desk).len(), 2);
}

#[test]
fn whoever_has_only_the_same_name_may_be_said_to_be_the_same() {
    let desk = with_maria();
    let file =
        [card("FN:Maria Petrova\r\nTEL:0899 765 432"), card("FN:М. Петрова\r\nTEL:0899 765 432\r\nEMAIL:m@example.bg")]
            .concat();
    let mut shown = preview(&desk, file.as_bytes());
    assert_eq!(shown.counts().added, 1);
    assert!(change(&shown, Field::Phone).1.is_news(), "it is held against whom it may be");
    shown.join(0);
    assert_eq!(shown.counts(), Counts { added: 0, joined: 2, unchanged: 0, refused: 0 });
    run(&desk, shown.into_command());
    let person = only(&desk);
    assert_eq!((person.phones.len(), person.emails.len()), (2, 1), "the second card goes along with the first");

    let mut again = preview(&desk, card("FN:Мария Петрова\r\nTEL:0877 000 111").as_bytes());
    again.join(0);
    again.part(0);
    assert_eq!(again.counts().added, 1, "and back");
    assert_eq!(counts(&again.report(&super::English)), [1, 1, 0, 0, 0]);
}
