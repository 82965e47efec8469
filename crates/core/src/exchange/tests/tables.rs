use super::{English, begun, card, counts, import, only, people, preview, try_preview};
use crate::exchange::{FileError, ImportReport};
use crate::model::PartialDate;

const GOOGLE: &str = "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,\
    Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Custom Field\n";

#[test]
fn a_mail_accounts_table_gives_people_with_all_their_columns() {
    let rows = "Снежана,Петрова,Живкова,Снежи,Фирма,Лекар,--03-22,\"два\nреда\",* myContacts ::: Курс,* Home,\
        s@example.bg,Mobile,+359 88 758 0488 ::: 0899 111 222,Пловдив,още\n";
    let desk = begun();
    assert_eq!(counts(&import(&desk, format!("{GOOGLE}{rows}").as_bytes())), [1, 1, 0, 0, 0]);
    let person = only(&desk);
    assert_eq!((person.name.given(), person.name.family()), ("Снежана Петрова", "Живкова"));
    assert_eq!(person.nickname, "Снежи");
    assert_eq!(person.occupation, "Лекар");
    assert_eq!(person.notes, "два\nреда");
    assert_eq!(person.city, "Пловдив");
    assert_eq!(person.birthday, Some(PartialDate::new(None, 3, 22).unwrap()));
    let phones: Vec<_> = person.phones.iter().map(|phone| (phone.number.as_str(), phone.label.as_str())).collect();
    assert_eq!(phones, [("+359 88 758 0488", "Mobile"), ("0899 111 222", "Mobile")]);
    assert_eq!(person.emails[0].label, "Home");
    assert_eq!(person.foreign, ["CATEGORIES:Курс", "X-COLUMN;X-HEADING=\"Custom Field\":още", "ORG:Фирма"]);
}

#[test]
fn a_plain_table_reads_in_both_languages_and_in_windows_1251() {
    let bulgarian = "Име;Телефон;Имейл;Град\r\nМария Петрова;0888 123 456;maria@example.bg;Пловдив\r\n";
    let english = "Name,Phone,Email,City\nМария Петрова,0888 123 456,maria@example.bg,Пловдив\n";
    let desk = begun();
    let older = encoding_rs::WINDOWS_1251.encode(bulgarian).0.into_owned();
    assert_eq!(counts(&import(&desk, &older)), [1, 1, 0, 0, 0]);
    assert_eq!(only(&desk).name.family(), "Петрова");
    assert_eq!(only(&desk).city, "Пловдив");
    assert_eq!(counts(&import(&desk, english.as_bytes())), [1, 0, 0, 1, 0]);
}

#[test]
fn a_phones_cards_and_a_mail_accounts_table_of_the_same_people_meet() {
    let desk = begun();
    import(&desk, card("FN:Щерю Гьошев\r\nTEL:0883098086").as_bytes());
    let table = "Name,Phone,City\nShteryu Gyoshev,+359 88 309 8086,София\n";
    assert_eq!(counts(&import(&desk, table.as_bytes())), [1, 0, 1, 0, 0]);
    assert_eq!(only(&desk).city, "София");
}

#[test]
fn a_row_without_anybody_is_refused_with_its_line_and_empty_rows_are_none() {
    let desk = begun();
    let report = import(&desk, "Name,Phone,City\nИван,0888111222,\n,,\n,,Русе\n".as_bytes());
    assert_eq!(counts(&report), [2, 1, 0, 0, 1]);
    assert_eq!((report.refused[0].record, report.refused[0].line), (2, Some(4)));
}

#[test]
fn a_table_without_names_is_no_address_book() {
    let desk = begun();
    assert!(matches!(try_preview(&desk, b"a,b,c\n1,2,3\n"), Err(FileError::NoContacts)));
}

#[test]
fn the_report_has_the_keys_that_scripts_read() {
    let desk = begun();
    import(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456").as_bytes());
    let file = "Name,Phone\nМария Петрова,0899 000 111\n,0\n";
    let files = vec![preview(&desk, file.as_bytes()).report(&English)];
    let json = serde_json::to_value(ImportReport { dry_run: true, files }).unwrap();
    let expected = serde_json::json!({"dry_run": true, "files": [{
        "file": "file", "kind": "csv", "encoding": "UTF-8", "read": 2, "added": 2, "updated": 0, "unchanged": 0,
        "refused": [], "proposed": [{"record": 1, "person": "Мария Петрова", "reason": "the name is equal"}],
        "error": null
    }]});
    assert_eq!(json, expected);
    assert_eq!(people(&desk).len(), 1, "a preview changes nothing");
}

#[test]
fn the_line_of_a_refused_row_is_the_one_that_an_editor_shows_however_lines_end() {
    let rows = ["Име;Телефон", "\"Ана\nКолева\";0888", "", ";", "Х;\u{0}", "Борис;0889", ";;;x"];
    for end in ["\n", "\r\n", "\r"] {
        let desk = begun();
        let file = rows.join("\n").replace('\n', end).replace('\u{0}', "");
        let report = import(&desk, file.as_bytes());
        let lines: Vec<_> = report.refused.iter().map(|one| one.line).collect();
        assert_eq!(lines, [Some(8)], "{end:?}");
    }
}
