use proptest::prelude::*;

use super::{TABLE_WORDS, begun, card, counts, import, preview, try_preview};
use crate::exchange::{CardVersion, contacts_as_csv, contacts_as_vcard, recognise, workspace_from_json};

/// Pieces of cards and tables, so that what is tried looks like files and not only like noise.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: &[&[u8]] = &[
        b"BEGIN:VCARD\r\n",
        b"END:VCARD\r\n",
        b"VERSION:2.1\r\n",
        b"VERSION:4.0\n",
        b"FN:",
        b"N:",
        b"TEL;CELL:",
        b"=\r\n",
        b"EMAIL;TYPE=\"home,work\":a@b.bg\n",
        b"ADR;X=\"",
        b"N;ENCODING=QUOTED-PRINTABLE:=D0",
        b"PHOTO;BASE64:QUJD\n",
        b"item1.X-ABLabel:x\n",
        b"\\",
        b"\\n",
        b";",
        b",",
        b":",
        b"\r",
        b"\n",
        b" ",
        b"\n\t",
        b"Name,Phone,Birthday\n",
        b"AGENT:\n",
        b"BDAY:--0230\n",
        b"X-SPONSOR-DESK-STAGE:\"New\"\n",
        b"X-SPONSOR-DESK-REGISTRATION:{}\n",
        b"'=",
        b"\"",
    ];
    prop_oneof![
        4 => proptest::sample::select(known).prop_map(<[u8]>::to_vec),
        1 => "[а-яА-Яa-z0-9 ]{0,12}".prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..12),
    ]
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_give_people_or_reasons_and_the_numbers_add_up(bytes in file()) {
        let desk = begun();
        let _ = (recognise(&bytes), workspace_from_json(&bytes));
        for bytes in [bytes.clone(), [b"BEGIN:VCARD\n".as_slice(), &bytes, b"\nEND:VCARD\n"].concat(), [b"Name,City\n".as_slice(), &bytes].concat()] {
            if try_preview(&desk, &bytes).is_ok() {
                let [read, added, updated, unchanged, refused] = counts(&import(&desk, &bytes));
                prop_assert_eq!(read, added + updated + unchanged + refused);
                let [again, added, updated, same, refused_again] = counts(&import(&desk, &bytes));
                prop_assert_eq!((again, added, updated, refused_again), (read, 0, 0, refused), "{:?}", String::from_utf8_lossy(&bytes));
                prop_assert_eq!(same, read - refused);
            }
        }
    }

    #[test]
    fn any_texts_come_back_from_cards_and_tables(
        note in "[ -~а-я\n;,\\\\]{0,60}", nickname in "[!-~а-я]{0,20}", foreign in "a[ -~а-я]{0,90}",
    ) {
        let desk = begun();
        let file = card("FN:Проба Човек\r\nTEL:0888 123 456");
        let crate::command::Command::ImportContacts { mut added, .. } = preview(&desk, file.as_bytes()).into_command() else {
            return Ok(());
        };
        added[0].notes = note.trim().to_owned();
        added[0].nickname = nickname;
        added[0].foreign = vec![format!("X-ANY:{}", crate::exchange::vcard_lines::escape(&foreign))];
        for out in [contacts_as_csv(&added, &TABLE_WORDS), contacts_as_vcard(&added, CardVersion::V3), contacts_as_vcard(&added, CardVersion::V4)] {
            let crate::command::Command::ImportContacts { added: back, .. } = preview(&desk, &out).into_command() else {
                return Ok(());
            };
            prop_assert_eq!(&back, &added, "{}", String::from_utf8_lossy(&out));
        }
    }
}
