//! A file of cards as cards, and a card as whole lines. Cards are parted on bytes before anything in them is looked at,
//! so that what is broken in one never touches its neighbours.

use encoding_rs::Encoding;

use super::Refusal;
use super::encoding::FileText;
use super::source::{LONGEST_LINE, is_begin, is_mark};

/// A line of the file as it stands there.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawLine<'a> {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    /// Its bytes, without the end.
    pub(super) bytes: &'a [u8],
}

/// The lines of a file, whichever way they end.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = RawLine<'_>> {
    let mut rest = Some(bytes);
    let mut number = 0;
    std::iter::from_fn(move || {
        let here = rest?;
        number += 1;
        let Some(end) = memchr::memchr2(b'\r', b'\n', here) else {
            rest = None;
            return Some(RawLine { number, bytes: here });
        };
        let (line, after) = here.split_at_checked(end)?;
        let after = after.strip_prefix(b"\r\n").or_else(|| after.get(1..));
        rest = after.filter(|after| !after.is_empty());
        Some(RawLine { number, bytes: line })
    })
}

/// A card of a file.
#[derive(Debug)]
pub(super) struct RawCard<'a> {
    /// The number of its first line.
    pub(super) line: usize,
    /// What stands between its begin and its end.
    pub(super) lines: Vec<RawLine<'a>>,
    /// Whether it has an end of its own.
    pub(super) ended: bool,
}

/// The cards of a file, in order. A card within a card (a secretary, in old files) belongs to the outer one.
pub(super) fn cards(bytes: &[u8]) -> Vec<RawCard<'_>> {
    let mut cards = Vec::new();
    let mut open: Option<RawCard<'_>> = None;
    let mut inner = 0_usize;
    for line in lines(bytes) {
        if is_begin(line.bytes, b"VCARD") {
            match &open {
                Some(card) if inner > 0 || ends_in_agent(card) => inner += 1,
                _ => cards.extend(open.replace(RawCard { line: line.number, lines: Vec::new(), ended: false })),
            }
        } else if is_mark(line.bytes, b"END", b"VCARD") {
            if inner > 0 {
                inner -= 1;
            } else if let Some(card) = open.take() {
                cards.push(RawCard { ended: true, ..card });
            }
        } else if inner == 0
            && let Some(card) = &mut open
        {
            card.lines.push(line);
        }
    }
    cards.extend(open);
    cards
}

fn ends_in_agent(card: &RawCard<'_>) -> bool {
    card.lines.last().is_some_and(|line| line.bytes.trim_ascii().eq_ignore_ascii_case(b"AGENT:"))
}

/// A whole line of a card: unfolded, in UTF-8, escaped as vCard 3.0 and 4.0 do, without encoding and charset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CardLine {
    /// The name of the property, in capitals, without its group.
    pub(super) name: String,
    /// The group, as it stands; empty when there is none.
    pub(super) group: String,
    /// The whole line.
    pub(super) text: String,
    /// Where in the text the value begins.
    value: usize,
}

impl CardLine {
    /// The value, still escaped.
    pub(super) fn value(&self) -> &str {
        self.text.get(self.value..).unwrap_or("")
    }

    /// What stands before the value, without the colon.
    pub(super) fn head(&self) -> &str {
        self.text.get(..self.value.saturating_sub(1)).unwrap_or("")
    }
}

/// A line that is being put together.
struct Open {
    number: usize,
    bytes: Vec<u8>,
    head: Head,
}

impl Open {
    /// Whether it ends in a soft break, so that the next line belongs to it.
    fn is_soft(&self) -> bool {
        self.head.quoted_printable && self.bytes.ends_with(b"=")
    }
}

#[derive(Clone, Copy, Default)]
struct Head {
    /// Where the value begins.
    value: usize,
    quoted_printable: bool,
    base64: bool,
}

/// The whole lines of a card. Pictures, sounds and keys are left out.
///
/// # Errors
/// The number of the line and what is wrong with it.
pub(super) fn whole_lines(card: &RawCard<'_>, file: &FileText<'_>) -> Result<Vec<CardLine>, (usize, Refusal)> {
    let open = unfold(card);
    let old = open.iter().any(|line| line.bytes.to_ascii_uppercase().starts_with(b"VERSION:2"));
    let mut whole = Vec::new();
    for line in open.iter().filter(|line| !line.head.base64) {
        whole.extend(finish(line, file, old).map_err(|refusal| (line.number, refusal))?);
    }
    Ok(whole)
}

fn unfold(card: &RawCard<'_>) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    let mut gap = false;
    for line in &card.lines {
        let after_gap = std::mem::replace(&mut gap, line.bytes.trim_ascii().is_empty());
        let last = open.last_mut();
        match last {
            // Some programs put empty lines after a soft break, others forget what was to follow it.
            _ if gap => {}
            Some(last) if last.is_soft() && !(after_gap && is_property(line.bytes)) => {
                last.bytes.pop();
                last.bytes.extend_from_slice(line.bytes);
            }
            Some(last) if matches!(line.bytes.first(), Some(b' ' | b'\t')) => {
                last.bytes.extend_from_slice(line.bytes.get(1..).unwrap_or_default());
            }
            Some(last) if !is_property(line.bytes) => add_tail(last, line.bytes),
            _ => open.push(Open { number: line.number, bytes: line.bytes.to_vec(), head: head_of(line.bytes) }),
        }
        // The head itself may have been folded.
        if let Some(last) = open.last_mut().filter(|last| last.head.value == 0) {
            last.head = head_of(&last.bytes);
        }
    }
    open
}

/// What another program forgot to fold: the rest of a picture, or a line of a note.
fn add_tail(open: &mut Open, tail: &[u8]) {
    if open.head.quoted_printable {
        open.bytes.extend_from_slice(b"=0A");
    } else if !open.head.base64 {
        open.bytes.extend_from_slice(b"\\n");
    }
    open.bytes.extend_from_slice(tail);
}

/// Whether a line begins as a property does: a name, perhaps with a group, then parameters or a value.
pub(super) fn is_property(line: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let length = line.iter().take_while(|byte| is_name(byte)).count();
    length > 0 && matches!(line.get(length), Some(b':' | b';'))
}

/// Looks at name and parameters: up to the first colon that is not between quotes.
fn head_of(line: &[u8]) -> Head {
    let mut quoted = false;
    let colon = line.iter().position(|byte| {
        quoted ^= *byte == b'"';
        *byte == b':' && !quoted
    });
    let Some(colon) = colon.or_else(|| memchr::memchr(b':', line)) else { return Head::default() };
    let head = line.get(..colon).unwrap_or_default().to_ascii_uppercase();
    let mut found = Head { value: colon + 1, ..Head::default() };
    for parameter in head.split(|byte| *byte == b';').skip(1) {
        let value = parameter.strip_prefix(b"ENCODING=").unwrap_or(parameter);
        match value.trim_ascii() {
            b"QUOTED-PRINTABLE" => found.quoted_printable = true,
            b"BASE64" => found.base64 = true,
            b"B" if value.len() < parameter.len() => found.base64 = true,
            _ => {}
        }
    }
    found
}

/// Properties that hold pictures, sounds and keys, and lines that only say how a card was made.
const LEFT_OUT: [&str; 9] = ["PHOTO", "LOGO", "SOUND", "KEY", "VERSION", "PRODID", "REV", "X-MS-CARDPICTURE", "AGENT"];
/// Properties whose semicolons part their values.
const PARTED: [&str; 4] = ["N", "ADR", "ORG", "GENDER"];

fn finish(open: &Open, file: &FileText<'_>, old: bool) -> Result<Option<CardLine>, Refusal> {
    if open.head.value == 0 {
        return Ok(None);
    }
    let head = open.bytes.get(..open.head.value - 1).unwrap_or_default();
    let (head, label) = clean_head(&file.decode(head, None)?);
    let named = head.split(';').next().unwrap_or("");
    let (group, name) = named.rsplit_once('.').unwrap_or(("", named));
    let name = name.trim().to_ascii_uppercase();
    if LEFT_OUT.contains(&name.as_str()) {
        return Ok(None);
    }
    if open.bytes.len() > LONGEST_LINE {
        return Err(Refusal::LineTooLong);
    }
    let raw = open.bytes.get(open.head.value..).unwrap_or_default();
    let value = match (open.head.quoted_printable, PARTED.contains(&name.as_str())) {
        (true, true) => {
            let parts = raw.split(|byte| *byte == b';');
            let decoded = parts.map(|part| file.decode(&from_quoted_printable(part), label));
            decoded.map(|part| part.map(|part| escape(&part))).collect::<Result<Vec<_>, _>>()?.join(";")
        }
        (true, false) => escape(&file.decode(&from_quoted_printable(raw), label)?),
        (false, parted) => keep_escapes(&file.decode(raw, label)?, old && parted),
    };
    let text = format!("{head}:{value}");
    Ok(Some(CardLine { name, group: group.to_owned(), value: head.len() + 1, text }))
}

/// Name and parameters without those that say how the value was written, and the charset that they name.
fn clean_head(head: &str) -> (String, Option<&'static Encoding>) {
    let mut label = None;
    let mut kept = Vec::new();
    for parameter in head.split(';') {
        let upper = parameter.trim().to_ascii_uppercase();
        if let Some(charset) = upper.strip_prefix("CHARSET=") {
            label = Encoding::for_label(charset.trim_matches('"').as_bytes());
        } else if !matches!(upper.as_str(), "QUOTED-PRINTABLE" | "8BIT" | "7BIT" | "")
            && !upper.starts_with("ENCODING=")
        {
            kept.push(parameter.trim());
        }
    }
    let tidy: String = kept.join(";").chars().filter(|character| !character.is_control()).collect();
    (tidy, label)
}

fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| {
        byte.and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok())
    };
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, digit(after.first()), digit(after.get(1))) {
            (b'=', Some(high), Some(low)) => {
                decoded.push(high * 16 + low);
                rest = after.get(2..).unwrap_or_default();
            }
            // The soft break of a line that was cut.
            (b'=', _, _) if after.is_empty() => {}
            _ => decoded.push(*first),
        }
    }
    decoded
}

/// A text as a value of vCard 3.0 and 4.0.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A value that is escaped already, made safe. In cards of version 2.1 a comma parts nothing.
fn keep_escapes(value: &str, commas_are_text: bool) -> String {
    let mut kept = String::with_capacity(value.len());
    let mut escaped = false;
    for character in value.chars().filter(|character| !character.is_control() || *character == '\t') {
        if character == ',' && commas_are_text && !escaped {
            kept.push('\\');
        }
        escaped = character == '\\' && !escaped;
        kept.push(character);
    }
    if escaped {
        kept.push('\\');
    }
    kept
}
