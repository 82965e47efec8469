//! Which letters the bytes of a file are: UTF-8, UTF-16 with or without a mark, or one of the older encodings.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::{FileError, Refusal};
use crate::model::ContactColumn;

/// What a person may decide about the reading of a file where the guess is wrong.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The encoding to read with; none to recognise it.
    pub encoding: Option<&'static Encoding>,
    /// For a table: the byte between cells; none to recognise it.
    pub delimiter: Option<u8>,
    /// For a table of contacts: what its columns are; none to know them by their headings.
    pub columns: Option<Vec<Option<ContactColumn>>>,
}

/// A file whose bytes are UTF-8, or in an encoding in which every ASCII letter is one byte.
#[derive(Debug)]
pub(super) struct FileText<'a> {
    /// The bytes, without a mark; UTF-16 is already made UTF-8.
    pub(super) bytes: Cow<'a, [u8]>,
    /// The encoding that the file came in, as far as the whole file has one.
    pub(super) encoding: &'static Encoding,
    /// How lines are read that are not UTF-8.
    pub(super) fallback: &'static Encoding,
    /// Whether the person said it, so that it is not doubted.
    pub(super) said: bool,
}

/// Recognises the encoding of a file.
///
/// # Errors
/// [`FileError::Empty`] for nothing but a mark or spaces, [`FileError::Binary`] for what is no text.
pub(super) fn to_text<'a>(bytes: &'a [u8], options: &ReadOptions) -> Result<FileText<'a>, FileError> {
    let marked = Encoding::for_bom(bytes);
    let wide = marked.map(|(encoding, _)| encoding).or(options.encoding).or_else(|| guess_utf16(bytes));
    let rest = marked.and_then(|(_, length)| bytes.get(length..)).unwrap_or(bytes);
    let text = match wide.filter(|encoding| *encoding == UTF_16LE || *encoding == UTF_16BE) {
        Some(encoding) => {
            let (text, _) = encoding.decode_without_bom_handling(rest);
            FileText { bytes: Cow::Owned(text.into_owned().into_bytes()), encoding, fallback: UTF_8, said: false }
        }
        None => {
            let said = options.encoding.is_some();
            let fallback = options.encoding.unwrap_or_else(|| guess_older(rest));
            let utf8 = std::str::from_utf8(rest).is_ok() || is_utf8_with_folds(rest);
            let encoding = if !said && (utf8 || marked.is_some()) { UTF_8 } else { fallback };
            FileText { bytes: Cow::Borrowed(rest), encoding, fallback, said }
        }
    };
    if text.bytes.trim_ascii().is_empty() {
        return Err(FileError::Empty);
    }
    if is_binary(&text.bytes) { Err(FileError::Binary) } else { Ok(text) }
}

/// Whether cards or a calendar are UTF-8 whose folds cut letters.
fn is_utf8_with_folds(bytes: &[u8]) -> bool {
    // VCARD, VCALENDAR, and an event alone.
    if memchr::memmem::find(bytes, b"BEGIN:V").is_none() {
        return false;
    }
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let (line, after) = rest.split_at(end);
        whole.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
        let after = after.get(1..).unwrap_or_default();
        rest = match after.first() {
            Some(b' ' | b'\t') => after.get(1..).unwrap_or_default(),
            _ => {
                whole.push(b'\n');
                after
            }
        };
    }
    whole.extend_from_slice(rest);
    std::str::from_utf8(&whole).is_ok()
}

/// Text has no zero bytes, and hardly any control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..64 * 1024).unwrap_or(bytes);
    let controls = start.iter().filter(|byte| matches!(byte, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    start.contains(&0) || controls * 50 > start.len()
}

/// UTF-16 without a mark, by how many of its units would be letters that are met in an address book.
fn guess_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..4096).unwrap_or(bytes);
    if start.len() < 4 || !start.contains(&0) || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let likely = |unit: fn([u8; 2]) -> u16| {
        let units = start.as_chunks::<2>().0;
        let letters = units.iter().map(|pair| unit(*pair));
        let known = letters.filter(|unit| matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0x052F)).count();
        known * 10 >= units.len() * 9
    };
    if likely(u16::from_le_bytes) {
        Some(UTF_16LE)
    } else if likely(u16::from_be_bytes) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The older encoding that the lines of a file are in which are not UTF-8.
fn guess_older(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut fed = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if std::str::from_utf8(line).is_err() {
            detector.feed(line, false);
            fed = true;
        }
    }
    if !fed {
        return WINDOWS_1251;
    }
    detector.feed(b"", true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess.is_single_byte() && has_foreign_words_only(bytes) && is_latin(guess) { WINDOWS_1251 } else { guess }
}

/// Whether an encoding is one of the Latin alphabet.
fn is_latin(encoding: &'static Encoding) -> bool {
    let (letters, _) = encoding.decode_without_bom_handling(&[0xE0, 0xE8]);
    letters.chars().all(|letter| ('\u{c0}'..='\u{24f}').contains(&letter))
}

/// Whether words with letters beyond ASCII have no others, and one of them is long enough to tell: a short name such as
/// «Иван» looks like "Èâàí" otherwise. In languages of the Latin alphabet such letters stand among plain ones.
fn has_foreign_words_only(bytes: &[u8]) -> bool {
    let mut long = false;
    for word in bytes.split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()) {
        let foreign = word.iter().filter(|byte| !byte.is_ascii()).count();
        if foreign > 0 && foreign < word.len() {
            return false;
        }
        long |= foreign >= 3;
    }
    long
}

impl FileText<'_> {
    /// The letters of one value. `label` is the encoding that its own line names.
    ///
    /// # Errors
    /// [`Refusal::Letters`] for bytes that are letters in none of the encodings that they could be in.
    pub(super) fn decode(&self, bytes: &[u8], label: Option<&'static Encoding>) -> Result<String, Refusal> {
        if !self.said
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Ok(text.to_owned());
        }
        let labelled = label.filter(|encoding| *encoding != UTF_8);
        if labelled.is_none() && self.fallback != UTF_8 && is_damaged_utf8(bytes) && !self.said {
            return Err(Refusal::Letters);
        }
        let candidates = labelled.into_iter().chain([self.fallback]);
        let mut decoded =
            candidates.filter_map(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
        decoded.next().map(std::borrow::Cow::into_owned).ok_or(Refusal::Letters)
    }
}

/// Whether bytes are UTF-8 in which something was cut or broken, rather than an older encoding: most of what is not
/// ASCII in them are whole letters.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    letters > broken
}

/// Whether text begins so, after spaces.
pub(super) fn starts_with_text(bytes: &[u8], start: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(start)
}

#[cfg(test)]
mod tests {
    use super::{FileText, ReadOptions, to_text};
    use crate::exchange::{FileError, Refusal};

    fn read(bytes: &[u8]) -> FileText<'_> {
        to_text(bytes, &ReadOptions::default()).unwrap()
    }

    fn decoded(bytes: &[u8]) -> String {
        let text = read(bytes);
        text.decode(&text.bytes, None).unwrap()
    }

    const LINE: &str = "Име;Телефон\nСнежана Живкова;0888 123 456\nЩерю Гьошев;0889 000 111\n";

    #[test]
    fn cyrillic_reads_the_same_from_utf8_utf16_and_windows_1251() {
        let wide: Vec<u8> = LINE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = LINE.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xFF\xFE".as_slice(), &wide].concat();
        let (older, _, _) = encoding_rs::WINDOWS_1251.encode(LINE);
        for bytes in [LINE.as_bytes(), &wide, &big, &marked, &older] {
            assert_eq!(decoded(bytes), LINE);
        }
        assert_eq!(read(&older).encoding.name(), "windows-1251");
        assert_eq!(read(&wide).encoding.name(), "UTF-16LE");
    }

    #[test]
    fn a_short_name_is_cyrillic_and_umlauts_are_not() {
        for name in ["Иван", "Ива", "Енчо", "Мария Петрова", "Живка"] {
            let (older, _, _) = encoding_rs::WINDOWS_1251.encode(name);
            assert_eq!(decoded(&older), name);
        }
        for name in ["Müller", "José", "Lämmerweg 12", "Möhrke"] {
            let (older, _, _) = encoding_rs::WINDOWS_1252.encode(name);
            assert_eq!(decoded(&older), name);
        }
    }

    #[test]
    fn a_cut_letter_is_a_reason_and_not_another_alphabet() {
        let text = read("Мария Петрова".as_bytes());
        let cut = "Мария Петрова".as_bytes().split_last().unwrap().1;
        assert_eq!(text.decode(cut, None), Err(Refusal::Letters));
    }

    #[test]
    fn cards_whose_folds_cut_letters_are_utf8_all_the_same() {
        let mut cards = b"BEGIN:VCARD\r\nFN:\xD0".to_vec();
        cards.extend_from_slice(b"\r\n \x98");
        cards.extend_from_slice("ван\r\nEND:VCARD\r\n".as_bytes());
        assert_eq!(read(&cards).encoding.name(), "UTF-8");
    }

    #[test]
    fn nothing_and_pictures_are_said_to_be_so() {
        for nothing in [b"".as_slice(), b"\xEF\xBB\xBF", b" \n\n"] {
            assert!(matches!(to_text(nothing, &ReadOptions::default()), Err(FileError::Empty)));
        }
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01";
        assert!(matches!(to_text(picture, &ReadOptions::default()), Err(FileError::Binary)));
    }
}
