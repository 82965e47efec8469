use super::{English, begun, card, counts, import, only, people, preview, run, try_preview};
use crate::command::Command;
use crate::exchange::{Field, FileError, FileKind, Progress, ReadOptions, Verdict, preview_contacts};
use crate::model::{Gender, MessengerKind, PartialDate};

#[test]
fn a_phones_cyrillic_with_soft_breaks_in_the_middle_of_a_letter_is_read() {
    let file = "BEGIN:VCARD\r\nVERSION:2.1\r\n\
        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=96=D0=B8=D0=B2=D0=BA=D0=BE=D0=\r\n\
        =B2=D0=B0;=D0=A1=D0=BD=D0=B5=D0=B6=D0=B0=D0=BD=D0=B0;;;\r\n\
        TEL;CELL:0887580488\r\n\
        NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=BF=3B=20=D0=BE,=0D=0A=D0=BA\r\n\
        BDAY:--01-01\r\nEND:VCARD\r\n";
    let desk = begun();
    assert_eq!(counts(&import(&desk, file.as_bytes())), [1, 1, 0, 0, 0]);
    let person = only(&desk);
    assert_eq!(person.name.full(), "Снежана Живкова");
    assert_eq!(person.notes, "п; о,\nк");
    assert_eq!(person.birthday, Some(PartialDate::new(None, 1, 1).unwrap()));
    assert_eq!(person.phones[0].label, "cell");
}

#[test]
fn a_fold_inside_a_letter_gives_the_letter_back() {
    let mut file = b"BEGIN:VCARD\nVERSION:3.0\nFN:\xD0".to_vec();
    file.extend_from_slice(b"\n \x98");
    file.extend_from_slice("ван Петров\nEND:VCARD\n".as_bytes());
    let desk = begun();
    import(&desk, &file);
    assert_eq!(only(&desk).name.full(), "Иван Петров");
}

#[test]
fn each_line_may_have_a_charset_of_its_own() {
    let mut file = b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=windows-1251:".to_vec();
    file.extend_from_slice(&encoding_rs::WINDOWS_1251.encode("Петров;Иван").0);
    file.extend_from_slice("\nNOTE;CHARSET=UTF-8:Среща\nEND:VCARD\n".as_bytes());
    let desk = begun();
    import(&desk, &file);
    let person = only(&desk);
    assert_eq!((person.name.full().as_str(), person.notes.as_str()), ("Иван Петров", "Среща"));
}

#[test]
fn a_file_in_windows_1251_and_one_in_utf16_read_as_one_in_utf8() {
    let text = card("N:Живкова;Снежана;;;\r\nTEL:0887 580 488\r\nADR:;;;Пловдив;;;");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let older = encoding_rs::WINDOWS_1251.encode(&text).0.into_owned();
    let desk = begun();
    assert_eq!(counts(&import(&desk, text.as_bytes())), [1, 1, 0, 0, 0]);
    let (wide, older) = (import(&desk, &wide), import(&desk, &older));
    assert_eq!((counts(&wide), wide.encoding.as_deref()), ([1, 0, 0, 1, 0], Some("UTF-16BE")));
    assert_eq!((counts(&older), older.encoding.as_deref()), ([1, 0, 0, 1, 0], Some("windows-1251")));
}

#[test]
fn a_broken_card_never_touches_its_neighbours() {
    let good = |name: &str, phone: &str| card(&format!("FN:{name}\r\nTEL:{phone}"));
    let broken = [
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Без край\r\nTEL:0888000000\r\n".to_owned(),
        card("FN:\r\nNOTE:нищо"),
        format!("BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:=D0=9C=\r\n{}", ""),
        card(&format!("FN:Дълъг\r\nNICKNAME:{}", "я".repeat(40_000))),
        card(&format!("FN:Ред\r\nX-ANY:{}", "a".repeat(1_100_000))),
    ];
    for broken in broken {
        let file = [good("Първа Добрева", "0888111222"), broken, good("Втора Добрева", "0888111333")].concat();
        let desk = begun();
        let report = import(&desk, file.as_bytes());
        assert_eq!(counts(&report), [3, 2, 0, 0, 1], "{:?}", report.refused);
        assert_eq!(report.refused[0].record, 2);
        assert!(report.refused[0].line >= Some(6), "{:?}", report.refused);
        let names: Vec<_> =
            people(&desk).iter().map(|one| format!("{} {}", one.name.full(), one.phones[0].number)).collect();
        assert_eq!(names, ["Втора Добрева 0888111333", "Първа Добрева 0888111222"]);
    }
}

#[test]
fn damaged_letters_are_a_reason_and_not_another_alphabet() {
    let mut file = "BEGIN:VCARD\nVERSION:3.0\nFN:Мария Петров".as_bytes().to_vec();
    file.extend_from_slice(b"\xD0\nEND:VCARD\n");
    file.extend_from_slice(card("FN:Иван Иванов").as_bytes());
    let desk = begun();
    let report = import(&desk, &file);
    assert_eq!(counts(&report), [2, 1, 0, 0, 1]);
    assert_eq!(report.refused[0].line, Some(3));
}

#[test]
fn the_same_file_again_changes_nothing() {
    let file = [
        card("FN:Мария Петрова\r\nTEL;TYPE=CELL:0888 123 456\r\nNOTE:от курса\r\nBDAY:--05-06\r\nX-ODD;A=B:нещо"),
        card("FN:Само Име"),
        card("FN:Кратък Номер\r\nTEL:*88"),
        card("EMAIL:nobody@example.bg"),
        card("FN:С Адрес\r\nADR:;;ул. Роза 1;Карлово;;4300;България\r\nORG:Фирма;Отдел"),
    ]
    .concat();
    let desk = begun();
    assert_eq!(counts(&import(&desk, file.as_bytes())), [5, 5, 0, 0, 0]);
    let before = people(&desk);
    for _ in 0..2 {
        assert_eq!(counts(&import(&desk, file.as_bytes())), [5, 0, 0, 5, 0]);
    }
    assert_eq!(people(&desk), before);
}

#[test]
fn the_same_phone_joins_and_nothing_that_was_there_is_lost() {
    let desk = begun();
    import(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456\r\nNOTE:стара бележка\r\nADR:;;;София;;;").as_bytes());
    let file = card(
        "FN:Мария Петрова\r\nTEL:+359 88 812 3456\r\nTEL:0899 111 222\r\nEMAIL:maria@example.bg\r\n\
         NOTE:нова бележка\r\nADR:;;;Пловдив;;;\r\nBDAY:1980-03-22",
    );
    let shown = preview(&desk, file.as_bytes());
    let Verdict::Joined { news, beside, .. } = &shown.rows[0].verdict else { panic!("{:?}", shown.rows[0].verdict) };
    assert_eq!(*news, [Field::Phone, Field::Email, Field::Birthday, Field::Notes]);
    assert_eq!(*beside, [Field::City]);
    assert_eq!(counts(&import(&desk, file.as_bytes())), [1, 0, 1, 0, 0]);
    let person = only(&desk);
    assert_eq!(person.phones.len(), 2);
    assert_eq!(person.phones[0].number, "0888 123 456");
    assert_eq!(person.notes, "стара бележка\n\nнова бележка");
    assert_eq!(person.city, "София");
    assert!(person.foreign.contains(&"X-OTHER-CITY:Пловдив".to_owned()), "{:?}", person.foreign);
    assert_eq!(counts(&import(&desk, file.as_bytes())), [1, 0, 0, 1, 0]);
}

#[test]
fn the_end_of_another_address_stays_beside_the_one_that_is_there() {
    let desk = begun();
    import(&desk, card("FN:Мария\r\nTEL:0888 123 456\r\nADR:;;ул. 1;София;;1000;").as_bytes());
    let other = card("FN:Мария\r\nTEL:0888 123 456\r\nADR:;;ул. 2;Пловдив;;4000;");
    assert_eq!(counts(&import(&desk, other.as_bytes())), [1, 0, 1, 0, 0]);
    let out = crate::exchange::contacts_as_vcard(&[only(&desk)], crate::exchange::CardVersion::V3);
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains("ADR:;;ул. 1;София;;1000;\r\n"), "{out}");
    assert!(out.contains("X-OTHER-ADDRESS-REST:;4000;\r\n"), "{out}");
    assert_eq!(counts(&import(&desk, other.as_bytes())), [1, 0, 0, 1, 0]);
}

#[test]
fn an_equal_name_alone_is_proposed_in_either_script_and_added() {
    let desk = begun();
    import(&desk, card("FN:Мария Петрова\r\nTEL:0888 123 456").as_bytes());
    let report = import(&desk, card("FN:Maria Petrova\r\nTEL:0899 765 432").as_bytes());
    assert_eq!(counts(&report), [1, 1, 0, 0, 0]);
    assert_eq!((report.proposed[0].record, report.proposed[0].person.as_str()), (1, "Мария Петрова"));
    assert_eq!(people(&desk).len(), 2);
}

#[test]
fn two_cards_of_one_person_in_a_file_join_and_leaving_the_first_out_keeps_the_second() {
    let file = [
        card("FN:Иван Стоев\r\nTEL:0888 123 456"),
        card("FN:Ivan Stoev\r\nTEL:+359888123456\r\nEMAIL:ivan@example.bg"),
    ]
    .concat();
    let desk = begun();
    let mut shown = preview(&desk, file.as_bytes());
    assert_eq!(counts(&shown.report(&English)), [2, 1, 1, 0, 0]);
    let Command::ImportContacts { added, joined, .. } = shown.into_command() else { panic!() };
    assert_eq!((added.len(), joined.len()), (1, 0));
    assert_eq!((added[0].phones.len(), added[0].emails.len()), (1, 1));
    shown.rows[0].include = false;
    assert_eq!(counts(&shown.report(&English)), [2, 0, 1, 1, 0]);
    run(&desk, shown.into_command());
    let person = only(&desk);
    assert_eq!(person.name.full(), "Ivan Stoev");
    assert_eq!(person.emails[0].address, "ivan@example.bg");
}

#[test]
fn an_import_is_one_step_back_and_sets_no_cadence() {
    let desk = begun();
    import(&desk, [card("FN:Един Човек"), card("FN:Друг Човек")].concat().as_bytes());
    assert!(people(&desk).iter().all(|person| person.cadence_days.is_none()));
    desk.undo().unwrap().unwrap();
    assert!(people(&desk).is_empty());
}

#[test]
fn pictures_without_folds_are_left_out_and_the_person_stays() {
    let tail = "QUJDREVGR0g=\r\n".repeat(3);
    let file = card(&format!("FN:Със Снимка\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n{tail}TEL:0888 123 456"));
    let desk = begun();
    assert_eq!(counts(&import(&desk, file.as_bytes())), [1, 1, 0, 0, 0]);
    let person = only(&desk);
    assert_eq!(person.phones.len(), 1);
    assert!(person.foreign.is_empty(), "{:?}", person.foreign);
}

#[test]
fn labels_messengers_gender_and_unknown_lines_are_kept() {
    let file = card(
        "N:Doe;John;Richter\\, James;Mr.;\r\nFN:Mr. John Richter\\, James Doe\r\nitem1.TEL:0888 123 456\r\n\
         item1.X-ABLabel:_$!<Mobile>!$_\r\nTEL;TYPE=WORK,VOICE,PREF:0899 123 456\r\nIMPP:viber:+359888123456\r\n\
         GENDER:M\r\nNOTE:<b>не</b> се чете &amp; остава\r\nX-SPOUSE:Maria\r\nURL:http\\://example.bg",
    );
    let desk = begun();
    import(&desk, file.as_bytes());
    let person = only(&desk);
    assert_eq!(person.name.given(), "John Richter James");
    let labels: Vec<_> = person.phones.iter().map(|phone| phone.label.as_str()).collect();
    assert_eq!(labels, ["work", "Mobile"]);
    assert_eq!(person.messengers[0].kind, MessengerKind::Viber);
    assert_eq!(person.gender, Gender::Male);
    assert_eq!(person.notes, "<b>не</b> се чете &amp; остава");
    assert_eq!(person.links, ["http://example.bg"]);
    assert_eq!(person.foreign, ["X-SPOUSE:Maria", "X-NAME-PREFIX:Mr."]);
}

#[test]
fn what_is_no_address_book_says_so() {
    let desk = begun();
    let kind = |bytes: &[u8]| match try_preview(&desk, bytes) {
        Err(FileError::OtherKind(kind)) => Some(kind),
        _ => None,
    };
    assert_eq!(kind(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"), Some(FileKind::ICalendar));
    for broken in [b"PK\x03\x04rest".as_slice(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
        assert!(matches!(try_preview(&desk, broken), Err(FileError::Workbook)));
    }
    assert_eq!(kind("Номер;Име;Спонсор №;Лични точки\n1;А;;2".as_bytes()), Some(FileKind::Report));
    assert!(matches!(try_preview(&desk, b""), Err(FileError::Empty)));
    assert!(matches!(try_preview(&desk, b"\x89PNG\0\0\0"), Err(FileError::Binary)));
    assert!(matches!(try_preview(&desk, b"just some words\nand more"), Err(FileError::NoContacts)));
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(crate::exchange::read_file(folder.path()), Err(FileError::Folder)));
    assert!(matches!(crate::exchange::read_file(&folder.path().join("none")), Err(FileError::Missing)));
}

struct Stop(std::cell::Cell<usize>);

impl Progress for Stop {
    fn step(&self, done: usize, total: usize) {
        assert!(done <= total);
        self.0.set(done);
    }

    fn is_cancelled(&self) -> bool {
        self.0.get() >= 128
    }
}

#[test]
fn a_long_reading_tells_how_far_it_is_and_stops_when_told() {
    let file = card("FN:Някой").repeat(1000);
    let desk = begun();
    let view = desk.read().unwrap();
    let against = crate::exchange::Against { people: view.people(), ids: desk.ids(), now: super::now() };
    let stop = Stop(std::cell::Cell::new(0));
    let result = preview_contacts("f", file.as_bytes(), &ReadOptions::default(), &against, &stop);
    assert!(matches!(result, Err(FileError::Cancelled)));
    assert_eq!(stop.0.get(), 128);
}

#[test]
fn several_middle_names_are_words_and_labels_say_what_a_phone_is_not_how_it_is_written() {
    let desk = begun();
    let file = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Колева;Мария;Иванова,Петрова;;\r\n\
        TEL;WORK;VOICE;utf-8;INLINE;bg-BG;X-UNKNOWN:0888 123 456\r\nEMAIL;TYPE=EMAIL:maria@example.bg\r\nEND:VCARD\r\n";
    import(&desk, file.as_bytes());
    let person = only(&desk);
    assert_eq!(person.name.full(), "Мария Иванова Петрова Колева");
    assert_eq!((person.phones[0].label.as_str(), person.emails[0].label.as_str()), ("work", ""));
}
