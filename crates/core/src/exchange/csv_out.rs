//! People as a table that spreadsheets and mail accounts read: the headings of Google's address book, and columns
//! of the product's own behind them.

use std::borrow::Borrow;

use super::columns::FOREIGN;
use super::own::{own_fields, own_names};
use super::vcard_values::parse_birthday;
use crate::model::{MessengerKind, PartialDate, Person};

/// What Excel needs to read Cyrillic.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a cell may not begin with, because a spreadsheet would take it for a formula.
const ARMED: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The people as a table, in the order in which they come, with a byte-order mark. A cell that a spreadsheet would run
/// as a formula stands behind an apostrophe; phones stay phones.
#[must_use]
pub fn contacts_as_csv<P: Borrow<Person>>(people: &[P]) -> Vec<u8> {
    let people: Vec<&Person> = people.iter().map(Borrow::borrow).collect();
    let width = |count: fn(&Person) -> usize| people.iter().map(|person| count(person)).max().unwrap_or(0).max(1);
    let widths = Widths {
        phones: width(|person| person.phones.len()),
        emails: width(|person| person.emails.len()),
        messengers: width(|person| person.messengers.len()),
        links: width(|person| person.links.len()),
    };
    let mut out =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let rows = people.iter().map(|person| row(person, &widths));
    for row in std::iter::once(heading(&widths)).chain(rows) {
        // Writing into memory fails only where there is none left.
        let _ = out.write_record(&row);
    }
    out.into_inner().unwrap_or_default()
}

struct Widths {
    phones: usize,
    emails: usize,
    messengers: usize,
    links: usize,
}

fn heading(widths: &Widths) -> Vec<String> {
    let mut heading: Vec<String> =
        ["First Name", "Last Name", "Nickname", "Birthday", "Occupation", "Notes"].map(str::to_owned).to_vec();
    let numbered = |count: usize, names: [&'static str; 2]| {
        (1..=count).flat_map(move |number| names.map(|name| name.replace('#', &number.to_string())))
    };
    heading.extend(numbered(widths.phones, ["Phone # - Label", "Phone # - Value"]));
    heading.extend(numbered(widths.emails, ["E-mail # - Label", "E-mail # - Value"]));
    heading.extend(numbered(widths.messengers, ["IM # - Service", "IM # - Value"]));
    heading.extend((1..=widths.links).map(|number| format!("Website {number} - Value")));
    heading.extend(["Address 1 - Street", "Address 1 - City"].map(str::to_owned));
    heading.extend(own_names());
    heading.push(FOREIGN.to_owned());
    heading
}

fn row(person: &Person, widths: &Widths) -> Vec<String> {
    let birthday = person.birthday.map(birthday_text).unwrap_or_default();
    let mut row: Vec<String> =
        [person.name.given(), person.name.family(), &person.nickname, &birthday, &person.occupation, &person.notes]
            .map(harmless)
            .to_vec();
    for index in 0..widths.phones {
        let phone = person.phones.get(index);
        row.push(harmless(phone.map_or("", |phone| &phone.label)));
        row.push(phone.map_or_else(String::new, |phone| harmless_phone(&phone.number)));
    }
    for index in 0..widths.emails {
        let email = person.emails.get(index);
        row.push(harmless(email.map_or("", |email| &email.label)));
        row.push(harmless(email.map_or("", |email| &email.address)));
    }
    for index in 0..widths.messengers {
        let messenger = person.messengers.get(index);
        row.push(messenger.map_or("", |messenger| service(messenger.kind)).to_owned());
        row.push(messenger.map_or_else(String::new, |messenger| harmless_phone(&messenger.handle)));
    }
    row.extend((0..widths.links).map(|index| harmless(person.links.get(index).map_or("", String::as_str))));
    row.extend([&person.address, &person.city].map(|text| harmless(text)));
    let own = own_fields(person);
    row.extend(
        own_names().map(|name| {
            own.iter().find(|(known, _)| *known == name).map(|(_, json)| harmless(json)).unwrap_or_default()
        }),
    );
    row.push(harmless(&person.foreign.join("\n")));
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
fn harmless(text: &str) -> String {
    let armed = text.trim_start_matches('\'').starts_with(ARMED);
    if armed && !(text.starts_with("--") && parse_birthday(text).is_some()) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// As [`harmless`], but a phone number with its + stays one.
fn harmless_phone(number: &str) -> String {
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
