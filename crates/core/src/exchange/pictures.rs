//! Pictures of an address book, left out while it is read: they are most of a long file, and nothing of them is kept. So
//! of 200 MB of cards only what is written in them is ever held.

use super::source::is_begin;
use super::vcard_lines::is_property;

/// The properties that are left out as they pass: all of them hold bytes and no words.
const PICTURES: [&[u8]; 5] = [b"PHOTO", b"LOGO", b"SOUND", b"KEY", b"X-MS-CARDPICTURE"];

/// As much of a line as tells what it is: longer names are no picture's.
const HEAD: usize = 256;

/// What becomes of the line that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Its head is not whole yet.
    Open,
    Kept,
    LeftOut,
}

/// A file as it is read, block by block. A line of a picture stays as an empty line, so that the numbers of lines are
/// those of the file.
#[derive(Debug)]
pub(super) struct WithoutPictures {
    fate: Fate,
    /// The head of the line, as far as it was read.
    head: Vec<u8>,
    /// Whether the last property was a picture, so that what belongs to no other is its rest.
    in_picture: bool,
    /// The last byte of the last line that was kept: after a soft break anything may follow.
    last: u8,
    /// Whether the last byte was a carriage return.
    after_return: bool,
}

impl WithoutPictures {
    /// For a file that begins so; none where it is no address book, or one whose letters are two bytes wide.
    pub(super) fn of(start: &[u8]) -> Option<Self> {
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        let line = start.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
        is_begin(line, b"VCARD").then_some(Self {
            fate: Fate::Open,
            head: Vec::with_capacity(HEAD),
            in_picture: false,
            last: b'\n',
            after_return: false,
        })
    }

    /// Takes the next block, of any length, and puts what stays of it behind what is kept.
    pub(super) fn take(&mut self, block: &[u8], kept: &mut Vec<u8>) {
        let mut rest = block;
        while !rest.is_empty() {
            let end = memchr::memchr2(b'\r', b'\n', rest);
            let (line, after) = rest.split_at(end.unwrap_or(rest.len()));
            self.take_part(line, kept);
            rest = match after.split_first() {
                Some((end, after)) => {
                    self.end_line(*end, kept);
                    after
                }
                None => after,
            };
        }
    }

    /// Puts what stays of a last line without an end behind what is kept.
    pub(super) fn finish(mut self, kept: &mut Vec<u8>) {
        self.decide(kept);
    }

    fn take_part(&mut self, part: &[u8], kept: &mut Vec<u8>) {
        let mut part = part;
        if self.fate == Fate::Open {
            let room = HEAD.saturating_sub(self.head.len()).min(part.len());
            let (head, rest) = part.split_at(room);
            self.head.extend_from_slice(head);
            part = rest;
            if self.head.len() >= HEAD {
                self.decide(kept);
            }
        }
        if self.fate == Fate::Kept && !part.is_empty() {
            kept.extend_from_slice(part);
        }
    }

    fn end_line(&mut self, end: u8, kept: &mut Vec<u8>) {
        let second_half = end == b'\n' && std::mem::take(&mut self.after_return) && self.is_untouched();
        if !second_half {
            self.decide(kept);
            self.last = match self.fate {
                Fate::Kept => kept.last().copied().unwrap_or(b'\n'),
                _ => b'\n',
            };
        }
        self.after_return = end == b'\r';
        self.fate = Fate::Open;
        kept.push(end);
    }

    fn is_untouched(&self) -> bool {
        self.fate == Fate::Open && self.head.is_empty()
    }

    /// Says what becomes of the line, now that its head is known.
    fn decide(&mut self, kept: &mut Vec<u8>) {
        if self.fate != Fate::Open {
            return;
        }
        let after_soft_break = self.last == b'=';
        let belongs_to_last = matches!(self.head.first(), None | Some(b' ' | b'\t')) || !is_property(&self.head);
        let left_out = !after_soft_break && if belongs_to_last { self.in_picture } else { is_picture(&self.head) };
        if !belongs_to_last || after_soft_break {
            self.in_picture = left_out;
        }
        self.fate = if left_out { Fate::LeftOut } else { Fate::Kept };
        if !left_out {
            kept.extend_from_slice(&self.head);
        }
        self.head.clear();
    }
}

/// Whether a line begins a property that holds a picture, perhaps in a group.
fn is_picture(line: &[u8]) -> bool {
    let length = line.iter().position(|byte| matches!(byte, b':' | b';')).unwrap_or(0);
    let named = line.get(..length).unwrap_or_default();
    let name = named.rsplit(|byte| *byte == b'.').next().unwrap_or(named);
    PICTURES.iter().any(|picture| name.eq_ignore_ascii_case(picture))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::WithoutPictures;
    use crate::exchange::Refusal;
    use crate::exchange::encoding::{ReadOptions, to_text};
    use crate::exchange::vcard_lines::{CardLine, cards, whole_lines};

    /// What is kept of a file that comes in blocks of this length.
    fn kept(file: &str, block: usize) -> String {
        let mut kept = Vec::new();
        let mut reading = WithoutPictures::of(file.as_bytes()).unwrap();
        for block in file.as_bytes().chunks(block) {
            reading.take(block, &mut kept);
        }
        reading.finish(&mut kept);
        String::from_utf8(kept).unwrap()
    }

    const CARD: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Колева;Мария\r\n\
        item1.PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ\r\n /9k=\r\nSkZJRg==\r\n\r\nkey;x=\"a:b\":AAAA\r\n BBBB\r\n\
        NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\nPHOTO:is a word here=\r\nLOGO: too\r\nPHOTOGRAPHER:Петър\r\nEND:VCARD";

    #[test]
    fn pictures_are_left_out_however_the_blocks_cut_them_and_lines_keep_their_numbers() {
        let expected = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Колева;Мария\r\n\r\n\r\n\r\n\r\n\r\n\r\n\
            NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\nPHOTO:is a word here=\r\nLOGO: too\r\nPHOTOGRAPHER:Петър\r\nEND:VCARD";
        for block in 1..=CARD.len() {
            assert_eq!(kept(CARD, block), expected);
            assert_eq!(kept(&CARD.replace("\r\n", "\n"), block), expected.replace("\r\n", "\n"));
        }
    }

    #[test]
    fn a_picture_without_folds_is_left_out_however_long_it_is() {
        let file = format!("BEGIN:VCARD\nPHOTO;ENCODING=b:{}\nFN:Мария\nEND:VCARD\n", "A".repeat(1_000_000));
        assert_eq!(kept(&file, 4096), "BEGIN:VCARD\n\nFN:Мария\nEND:VCARD\n");
    }

    #[test]
    fn only_an_address_book_is_read_so() {
        assert!(WithoutPictures::of(b"Name,Photo\nPHOTO:x,y\n").is_none());
        assert!(WithoutPictures::of(b"\xFF\xFEB\0E\0").is_none());
        assert!(WithoutPictures::of(b"\xEF\xBB\xBF\r\nbegin:vcard \r\n").is_some());
    }

    /// Lines of which address books are made, whole and broken.
    const LINES: [&str; 16] = [
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:2.1",
        "FN:Мария Колева",
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=",
        "NOTE:one=",
        "PHOTO;ENCODING=BASE64:AAAA",
        "PHOTO;ENCODING=b:AA==",
        "photo:http://example.bg",
        "a.LOGO:x",
        "KEY:=",
        " folded=",
        "\tfolded: too",
        "",
        "without a colon",
        "TEL;X=\"PHOTO:\":0888",
    ];

    /// A card: the line on which it begins, whether it ends, and its lines.
    type WholeCard = (usize, bool, Result<Vec<CardLine>, (usize, Refusal)>);

    /// What the cards of a file come to.
    fn whole(bytes: &[u8]) -> Vec<WholeCard> {
        let Ok(file) = to_text(bytes, &ReadOptions::default()) else { return Vec::new() };
        cards(&file.bytes).iter().map(|card| (card.line, card.ended, whole_lines(card, &file))).collect()
    }

    proptest! {
        #[test]
        fn cards_come_to_the_same_with_and_without_their_pictures(
            lines in prop::collection::vec(prop::sample::select(&LINES[..]), 0..40),
            end in prop::sample::select(&["\n", "\r\n", "\r"][..]),
            block in 1_usize..64,
        ) {
            let file = format!("BEGIN:VCARD{end}{}", lines.join(end));
            prop_assert_eq!(whole(kept(&file, block).as_bytes()), whole(file.as_bytes()));
        }
    }
}
