//! The values of a card's lines: texts, labels, birthdays.

use calcard::common::IanaString as _;
use calcard::vcard::{
    VCard, VCardEntry, VCardParameter, VCardParameterName, VCardParameterValue, VCardProperty, VCardValue,
};

use super::vcard_lines::CardLine;
use crate::model::PartialDate;

/// A line of a card, read.
#[derive(Debug)]
pub(super) struct Property {
    entry: VCardEntry,
}

impl Property {
    /// Reads a line by itself, so that what is odd in one says nothing about the next; none for what is no property.
    pub(super) fn read(line: &CardLine) -> Option<Self> {
        // A declared type of value would only turn texts into numbers and dates; they are wanted as they stand.
        let head = line.head().split(';').filter(|part| !part.trim().to_ascii_uppercase().starts_with("VALUE="));
        let head = head.collect::<Vec<_>>().join(";");
        let text = format!("BEGIN:VCARD\r\nVERSION:4.0\r\n{head}:{}\r\nEND:VCARD\r\n", line.value());
        let card = VCard::parse(text).ok()?;
        let mut entries = card.entries.into_iter().filter(|entry| entry.name != VCardProperty::Version);
        entries.next().map(|entry| Self { entry })
    }

    /// The parts of the value; what stands between commas inside a part is parted by `comma`.
    pub(super) fn parts(&self, comma: &str) -> Option<Vec<String>> {
        self.entry.values.iter().map(|value| text_of(value, comma)).collect()
    }

    /// The value as one text.
    pub(super) fn text(&self) -> Option<String> {
        self.parts(", ").map(|parts| parts.join(", "))
    }

    /// What kind of phone or address it is, and whether it is the preferred one.
    pub(super) fn label(&self) -> (String, bool) {
        let mut words: Vec<String> = Vec::new();
        let mut preferred = false;
        for parameter in &self.entry.params {
            let word = type_word(parameter).unwrap_or_default().to_lowercase();
            match word.as_str() {
                "pref" => preferred = true,
                word if SILENT_TYPES.contains(&word) || words.iter().any(|known| known == word) => {}
                word => words.push(word.to_owned()),
            }
        }
        (words.join(", "), preferred)
    }
}

/// Types that say nothing to a person.
pub(super) const SILENT_TYPES: [&str; 5] = ["", "voice", "internet", "x400", "email"];

/// Words of version 2.1 that tell how a value is written and where it stands, not what it is.
const TECHNICAL: [&str; 8] =
    ["quoted-printable", "base64", "7bit", "8bit", "inline", "content-id", "vcard", "x-unknown"];

/// Whether a word that stands alone names an encoding, a language or a way of writing.
fn is_technical(word: &str) -> bool {
    let is_language = |word: &str| {
        let mut letters = word.chars();
        let shape = [letters.next(), letters.next(), letters.next(), letters.next(), letters.next(), letters.next()];
        matches!(shape, [Some(a), Some(b), Some('-'), Some(c), Some(d), None]
            if [a, b, c, d].iter().all(char::is_ascii_alphabetic))
    };
    let word = word.to_ascii_lowercase();
    TECHNICAL.contains(&word.as_str())
        || is_language(&word)
        || encoding_rs::Encoding::for_label(word.as_bytes()).is_some()
}

/// The word of a parameter that is a type: `TYPE=cell`, or `CELL` alone as version 2.1 has it.
fn type_word(parameter: &VCardParameter) -> Option<String> {
    match (&parameter.name, &parameter.value) {
        (VCardParameterName::Type, VCardParameterValue::Type(kind)) => Some(kind.as_str().to_owned()),
        (VCardParameterName::Type, VCardParameterValue::Text(text)) => Some(text.clone()),
        (VCardParameterName::Pref, _) => Some("pref".to_owned()),
        (VCardParameterName::Other(name), VCardParameterValue::Null) => {
            Some(name.clone()).filter(|name| !is_technical(name))
        }
        _ => None,
    }
}

fn text_of(value: &VCardValue, comma: &str) -> Option<String> {
    match value {
        VCardValue::Text(text) => Some(text.clone()),
        VCardValue::Component(parts) => Some(parts.join(comma)),
        VCardValue::Integer(number) => Some(number.to_string()),
        VCardValue::Float(number) => Some(number.to_string()),
        VCardValue::Boolean(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// The year that stands for an unknown one in Apple's address book.
const NO_YEAR: i32 = 1604;

/// A birthday as address books and people write it, the year perhaps unknown; none for what is no day.
pub(super) fn parse_birthday(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let (text, reversed) = match text.strip_prefix("--") {
        Some(rest) => (rest, false),
        None => (text, text.contains(['.', '/']) && !text.get(..4).is_some_and(is_digits)),
    };
    let day = text.split(['T', ' ']).next().unwrap_or("");
    let numbers: Vec<&str> = day.split(['-', '.', '/']).filter(|number| !number.is_empty()).collect();
    let (year, month, date) = match (numbers.as_slice(), reversed) {
        ([one], false) => match (one.len(), is_digits(one)) {
            (8, true) => (Some(one.get(..4)?), one.get(4..6)?, one.get(6..)?),
            (4, true) => (None, one.get(..2)?, one.get(2..)?),
            _ => return None,
        },
        ([month, date], false) | ([date, month], true) => (None, *month, *date),
        ([year, month, date], false) | ([date, month, year], true) => (Some(*year), *month, *date),
        _ => return None,
    };
    let year = year.map(str::parse::<i32>).transpose().ok()?.filter(|year| *year > NO_YEAR);
    PartialDate::new(year, month.parse().ok()?, date.parse().ok()?).ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::parse_birthday;

    #[test]
    fn birthdays_are_read_with_and_without_their_year() {
        let full = parse_birthday("1980-03-22").unwrap();
        assert_eq!((full.year(), full.month(), full.day()), (Some(1980), 3, 22));
        for same in ["19800322", "1980-03-22T00:00:00Z", "22.03.1980", "22.3.1980 г.", "1980/03/22"] {
            assert_eq!(parse_birthday(same), Some(full), "{same}");
        }
        let yearless = parse_birthday("--03-22").unwrap();
        assert_eq!((yearless.year(), yearless.month(), yearless.day()), (None, 3, 22));
        for same in ["--0322", "1604-03-22", "22.03.", " --03-22"] {
            assert_eq!(parse_birthday(same), Some(yearless), "{same}");
        }
        for none in ["", "пролетта", "1980", "31.02.1980", "--", "1980-13-40", "ден.месец"] {
            assert_eq!(parse_birthday(none), None, "{none}");
        }
    }
}
