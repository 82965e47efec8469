//! People as a table that spreadsheets and mail accounts read, and behind it what only this product knows.

use std::borrow::Borrow;

use super::headings::{Headings, SPONSOR_DESK, numbered};
use super::own::own_cells;
use super::table_out::{OutCell, WorkbookError, workbook};
use super::vcard_values::parse_birthday;
use crate::model::{Language, MessengerKind, PartialDate, Person};

/// What Excel needs to read Cyrillic.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a cell may not begin with, because a spreadsheet would take it for a formula.
const ARMED: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// In which words a table of people goes out.
#[derive(Clone, Copy)]
pub struct TableWords<'a> {
    /// The language of its heading.
    pub language: Language,
    /// Who a person is, in a word; empty where it is unknown.
    pub relation: &'a dyn Fn(&Person) -> String,
    /// How far a person is, in words.
    pub stage: &'a dyn Fn(&Person) -> String,
}

impl std::fmt::Debug for TableWords<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TableWords").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The people as a table, in the order in which they come, with a byte-order mark. A cell that a spreadsheet would run
/// as a formula stands behind an apostrophe; phones stay phones.
#[must_use]
pub fn contacts_as_csv<P: Borrow<Person>>(people: &[P], words: &TableWords<'_>) -> Vec<u8> {
    let mut out =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let (heading, rows) = rows_of(people, words);
    let armless = |row: Vec<(Kind, String)>| row.into_iter().map(|(kind, text)| kind.armless(&text)).collect();
    for row in std::iter::once(heading).chain(rows.into_iter().map(armless)) {
        // Writing into memory fails only where there is none left.
        let _ = out.write_record(&row);
    }
    out.into_inner().unwrap_or_default()
}

/// The people as a workbook, with the columns of [`contacts_as_csv`]; every cell is a text.
///
/// # Errors
/// [`WorkbookError`] for more people or a longer text than a sheet takes.
pub fn contacts_as_xlsx<P: Borrow<Person>>(people: &[P], words: &TableWords<'_>) -> Result<Vec<u8>, WorkbookError> {
    let (heading, rows) = rows_of(people, words);
    let cells = |row: Vec<(Kind, String)>| row.into_iter().map(|(_, text)| OutCell::text(&text)).collect();
    let rows: Vec<Vec<OutCell>> = rows.into_iter().map(cells).collect();
    workbook(&heading, &rows)
}

/// The people as JSON: their records, as in an export of everything.
#[must_use]
pub fn contacts_as_json<P: Borrow<Person>>(people: &[P]) -> Vec<u8> {
    let people: Vec<&Person> = people.iter().map(Borrow::borrow).collect();
    serde_json::to_vec_pretty(&people).unwrap_or_default()
}

/// How a cell is made harmless in a file of text.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Phone,
}

impl Kind {
    fn armless(self, text: &str) -> String {
        match self {
            Self::Text => harmless(text),
            Self::Phone => harmless_phone(text),
        }
    }
}

type Row = Vec<(Kind, String)>;

fn rows_of<P: Borrow<Person>>(people: &[P], words: &TableWords<'_>) -> (Vec<String>, Vec<Row>) {
    let people: Vec<&Person> = people.iter().map(Borrow::borrow).collect();
    let own: Vec<Vec<String>> = people.iter().map(|person| own_cells(person)).collect();
    let width = |count: fn(&Person) -> usize| people.iter().map(|person| count(person)).max().unwrap_or(0).max(1);
    let widths = Widths {
        phones: width(|person| person.phones.len()),
        emails: width(|person| person.emails.len()),
        messengers: width(|person| person.messengers.len()),
        links: width(|person| person.links.len()),
        own: own.iter().map(Vec::len).max().unwrap_or(0).max(1),
    };
    let rows = people.iter().zip(own).map(|(person, own)| row(person, own, &widths, words)).collect();
    (heading(&widths, Headings::of(words.language)), rows)
}

struct Widths {
    phones: usize,
    emails: usize,
    messengers: usize,
    links: usize,
    own: usize,
}

fn heading(widths: &Widths, names: &Headings) -> Vec<String> {
    let mut heading: Vec<String> = names.person.map(str::to_owned).to_vec();
    let pairs = |count: usize, pair: [&'static str; 2]| {
        (1..=count).flat_map(move |number| pair.map(|name| numbered(name, number)))
    };
    heading.extend(pairs(widths.phones, names.phone));
    heading.extend(pairs(widths.emails, names.email));
    heading.extend(pairs(widths.messengers, names.messenger));
    heading.extend((1..=widths.links).map(|number| numbered(names.link, number)));
    heading.extend(names.address.into_iter().chain(names.told).map(str::to_owned));
    heading.push(SPONSOR_DESK.to_owned());
    heading.extend((2..=widths.own).map(|number| format!("{SPONSOR_DESK} {number}")));
    heading
}

fn row(person: &Person, own: Vec<String>, widths: &Widths, words: &TableWords<'_>) -> Row {
    let text = |text: &str| (Kind::Text, text.to_owned());
    let phone = |text: &str| (Kind::Phone, text.to_owned());
    let birthday = person.birthday.map(birthday_text).unwrap_or_default();
    let mut row: Row =
        [person.name.given(), person.name.family(), &person.nickname, &birthday, &person.occupation, &person.notes]
            .map(text)
            .to_vec();
    for index in 0..widths.phones {
        let known = person.phones.get(index);
        row.push(text(known.map_or("", |phone| &phone.label)));
        row.push(phone(known.map_or("", |phone| &phone.number)));
    }
    for index in 0..widths.emails {
        let email = person.emails.get(index);
        row.push(text(email.map_or("", |email| &email.label)));
        row.push(text(email.map_or("", |email| &email.address)));
    }
    for index in 0..widths.messengers {
        let messenger = person.messengers.get(index);
        row.push(text(messenger.map_or("", |messenger| service(messenger.kind))));
        row.push(phone(messenger.map_or("", |messenger| &messenger.handle)));
    }
    row.extend((0..widths.links).map(|index| text(person.links.get(index).map_or("", String::as_str))));
    row.extend([&person.address, &person.city].map(|value| text(value)));
    row.extend([(words.relation)(person), (words.stage)(person)].map(|value| (Kind::Text, value)));
    let missing = widths.own.saturating_sub(own.len());
    row.extend(own.into_iter().chain(std::iter::repeat_n(String::new(), missing)).map(|cell| (Kind::Text, cell)));
    row
}

/// The name of a messenger's service.
pub(super) const fn service(kind: MessengerKind) -> &'static str {
    match kind {
        MessengerKind::Viber => "Viber",
        MessengerKind::WhatsApp => "WhatsApp",
        MessengerKind::Telegram => "Telegram",
        MessengerKind::Messenger => "Messenger",
        MessengerKind::Other => "Other",
    }
}

/// A birthday as address books write it: `1980-03-22`, without its year `--03-22`.
pub(super) fn birthday_text(day: PartialDate) -> String {
    match day.year() {
        Some(year) => format!("{year:04}-{:02}-{:02}", day.month(), day.day()),
        None => format!("--{:02}-{:02}", day.month(), day.day()),
    }
}

/// A cell that no spreadsheet takes for a formula. A birthday without a year stays one.
pub(super) fn harmless(text: &str) -> String {
    let armed = text.trim_start_matches('\'').starts_with(ARMED);
    if armed && !(text.starts_with("--") && parse_birthday(text).is_some()) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// As [`harmless`], but a phone number with its + stays one.
pub(super) fn harmless_phone(number: &str) -> String {
    let digits = number.strip_prefix('+').filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let is_phone = digits.is_some_and(|rest| rest.chars().all(|one| one.is_ascii_digit() || " ()/.-".contains(one)));
    if is_phone { number.to_owned() } else { harmless(number) }
}

/// A cell without the apostrophe that made it harmless.
pub(super) fn disarmed(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(ARMED) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{disarmed, harmless, harmless_phone};

    #[test]
    fn a_cell_is_no_formula_and_a_phone_stays_a_phone() {
        for formula in ["=1+1", "+CMD", "-2", "@SUM(A1)", "\t=1", "'=1"] {
            assert!(harmless(formula).starts_with('\''), "{formula}");
            assert_eq!(disarmed(&harmless(formula)), formula);
        }
        assert_eq!(harmless("Мария"), "Мария");
        assert_eq!(harmless("'скоба"), "'скоба");
        assert_eq!(harmless_phone("+359 88 123 4567"), "+359 88 123 4567");
        assert_eq!(harmless_phone("+1-800=cmd"), "'+1-800=cmd");
        assert_eq!(harmless("--03-22"), "--03-22");
        assert_eq!(harmless("--2"), "'--2");
    }
}
