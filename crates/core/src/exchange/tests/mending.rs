//! Rows of a preview that a person mends before they are taken in.

use super::{begun, card, now, people, preview, run};
use crate::Desk;
use crate::exchange::{Mended, Preview, Verdict};
use crate::model::InvalidValue;

fn mend(shown: &mut Preview, desk: &Desk, row: usize, change: impl Fn(&mut Mended)) -> Result<(), InvalidValue> {
    let mut mended = shown.mendable(row);
    change(&mut mended);
    shown.mend(row, &mended, desk.ids(), now())
}

fn with_maria() -> Desk {
    let desk = begun();
    super::import(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456").as_bytes());
    desk
}

#[test]
fn a_row_is_mended_and_what_nobody_touched_stays_as_the_file_has_it() {
    let desk = begun();
    let file = card("FN:Ивн Петров\r\nTEL;TYPE=cell:0888 555 1\r\nTEL:0888 555 222\r\nX-PET:Шаро");
    let mut shown = preview(&desk, file.as_bytes());
    mend(&mut shown, &desk, 0, |row| {
        row.name = "Иван Петров".to_owned();
        row.phone = " 0888 555 111 ".to_owned();
        row.city = "Русе".to_owned();
    })
    .unwrap();
    assert_eq!((shown.rows[0].name.as_str(), shown.rows[0].city.as_str()), ("Иван Петров", "Русе"));
    run(&desk, shown.into_command());
    let person = people(&desk).remove(0);
    let numbers: Vec<&str> = person.phones.iter().map(|phone| phone.number.as_str()).collect();
    assert_eq!((numbers, person.city.as_str()), (vec!["0888 555 111", "0888 555 222"], "Русе"));
    assert_eq!(person.foreign, ["X-PET:Шаро"]);
}

#[test]
fn a_row_that_was_refused_is_taken_in_once_it_has_a_name() {
    let desk = begun();
    let mut shown = preview(&desk, (card("NOTE:никой") + &card("FN:Ана")).as_bytes());
    assert!(matches!(shown.rows[0].verdict, Verdict::Refused(_)));
    assert_eq!(mend(&mut shown, &desk, 0, |row| row.name = "  ".to_owned()), Err(InvalidValue::EmptyName));
    assert!(matches!(shown.rows[0].verdict, Verdict::Refused(_)), "nothing is changed");
    mend(&mut shown, &desk, 0, |row| row.name = "Снежана Живкова".to_owned()).unwrap();
    assert_eq!(shown.counts().added, 2);
    run(&desk, shown.into_command());
    assert_eq!(people(&desk).len(), 2);
}

#[test]
fn a_phone_that_is_mended_finds_whom_it_belongs_to_and_rows_of_the_same_card_go_along() {
    let desk = with_maria();
    let row = card("FN:М. Петрова\r\nTEL:0888 123 457\r\nEMAIL:m@example.bg");
    let mut shown = preview(&desk, (row.clone() + &row).as_bytes());
    assert_eq!((shown.counts().added, shown.counts().unchanged), (1, 1));
    mend(&mut shown, &desk, 0, |row| row.phone = "+359 888 123 456".to_owned()).unwrap();
    assert!(matches!(shown.rows[0].verdict, Verdict::Joined { .. }));
    run(&desk, shown.into_command());
    let all = people(&desk);
    assert_eq!((all.len(), all[0].emails.len()), (1, 1), "{all:?}");
}

#[test]
fn what_was_decided_of_a_row_stays_decided_when_it_is_mended() {
    let desk = with_maria();
    let mut shown = preview(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456").as_bytes());
    shown.part(0);
    mend(&mut shown, &desk, 0, |row| row.city = "Варна".to_owned()).unwrap();
    assert_eq!(shown.rows[0].verdict, Verdict::Added);

    let mut shown = preview(&desk, card("FN:Мария Петрова\r\nTEL:0888 999 999").as_bytes());
    shown.join(0);
    mend(&mut shown, &desk, 0, |row| row.city = "Варна".to_owned()).unwrap();
    assert!(matches!(shown.rows[0].verdict, Verdict::Joined { .. }));
    run(&desk, shown.into_command());
    assert_eq!(people(&desk).len(), 1);
}

#[test]
fn a_name_that_is_mended_stays_one_person() {
    let desk = begun();
    let mut shown = preview(&desk, card("FN:Ана\r\nTEL:0888 555 001").as_bytes());
    mend(&mut shown, &desk, 0, |row| row.name = "Ана Колева".to_owned()).unwrap();
    assert_eq!((&shown.rows[0].verdict, shown.rows[0].proposed), (&Verdict::Added, None));
    run(&desk, shown.into_command());
    assert_eq!(people(&desk)[0].name.full(), "Ана Колева");
}

#[test]
fn of_a_card_without_an_end_what_was_read_can_be_mended_and_a_number_of_a_service_is_nobodys_name() {
    let file =
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ана Колева\nTEL:0888 123 456\nBEGIN:VCARD\nVERSION:3.0\nTEL:*88\nEND:VCARD\n";
    let desk = begun();
    let mut shown = preview(&desk, file.as_bytes());
    let refused = |shown: &crate::exchange::Preview| {
        shown.rows.iter().filter(|row| matches!(row.verdict, Verdict::Refused(_))).count()
    };
    assert_eq!(refused(&shown), 2);
    assert_eq!((shown.rows[0].name.as_str(), shown.rows[0].phone.as_str()), ("Ана Колева", "0888 123 456"));
    let as_it_stands = shown.mendable(0);
    shown.mend(0, &as_it_stands, desk.ids(), super::now()).unwrap();
    assert_eq!((refused(&shown), &shown.rows[0].verdict), (1, &Verdict::Added));
}
