//! People as cards, version 4.0 or 3.0, with everything that the product knows of them and what their own cards said.

use std::borrow::Borrow;
use std::sync::Arc;

use super::csv_out::{birthday_text, service};
use super::own::own_fields;
use super::vcard_in::{ADDRESS_REST, GROUP_LABEL};
use super::vcard_lines::escape;
use super::vcard_values::SILENT_TYPES;
use crate::model::{MessengerKind, Person};
use crate::query::People;

/// The version of the cards that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardVersion {
    /// For older programs and phones.
    V3,
    /// The present one.
    #[default]
    V4,
}

/// The longest line of a card, in bytes, without its end.
const LINE: usize = 75;

/// The contacts of the user: everyone on the user's own list or registered, without the user, without the lists of
/// partners and without those who are kept off every list, in order of their ids.
#[must_use]
pub fn own_contacts(people: &People) -> Vec<Arc<Person>> {
    let me = people.settings().map(|settings| settings.me);
    let is_own = |person: &&Arc<Person>| {
        let listed = person.is_mine() || (person.registration.is_some() && !person.off_list);
        listed && Some(person.id) != me
    };
    let mut own: Vec<_> = people.all().filter(is_own).cloned().collect();
    own.sort_by_key(|person| person.id);
    own
}

/// These people, in this order, without those who are gone.
#[must_use]
pub fn people_of(people: &People, ids: &[crate::model::PersonId]) -> Vec<Arc<Person>> {
    ids.iter().filter_map(|id| people.get(*id)).cloned().collect()
}

/// The people as cards, in the order in which they come.
#[must_use]
pub fn contacts_as_vcard<P: Borrow<Person>>(people: &[P], version: CardVersion) -> Vec<u8> {
    let mut out = String::new();
    for person in people {
        card(&mut out, person.borrow(), version);
    }
    out.into_bytes()
}

fn card(out: &mut String, person: &Person, version: CardVersion) {
    let mut card = Card { out, groups: 0 };
    card.line("BEGIN:VCARD");
    card.line(match version {
        CardVersion::V3 => "VERSION:3.0",
        CardVersion::V4 => "VERSION:4.0",
    });
    card.line(&format!("FN:{}", escape(&person.name.full())));
    card.line(&format!("N:{};{};;;", escape(person.name.family()), escape(person.name.given())));
    card.text("NICKNAME", &person.nickname);
    for phone in &person.phones {
        card.labelled("TEL", &phone.label, &phone.number);
    }
    for email in &person.emails {
        card.labelled("EMAIL", &email.label, &email.address);
    }
    for messenger in &person.messengers {
        let scheme = match messenger.kind {
            MessengerKind::Other => String::new(),
            known => format!("{}:", service(known).to_lowercase()),
        };
        card.text("IMPP", &format!("{scheme}{}", messenger.handle));
    }
    person.links.iter().for_each(|link| card.text("URL", link));
    card.address(person);
    if let Some(day) = person.birthday {
        let dashed = birthday_text(day);
        let text = if version == CardVersion::V4 {
            dashed.replacen("--", "~", 1).replace('-', "").replace('~', "--")
        } else {
            dashed
        };
        card.line(&format!("BDAY:{text}"));
    }
    card.text("TITLE", &person.occupation);
    card.text("NOTE", &person.notes);
    for (name, json) in own_fields(person) {
        card.text(&name, &json);
    }
    for line in person.foreign.iter().filter(|line| !is_address_rest(line)) {
        card.line(line);
    }
    card.line("END:VCARD");
}

/// Whether a line holds the end of the person's address.
pub(super) fn is_address_rest(line: &str) -> bool {
    line.strip_prefix(ADDRESS_REST).is_some_and(|rest| rest.starts_with(':'))
}

/// Adds a line, folded so that no letter is cut, and only before a letter that is seen: a line of spaces alone is taken for
/// empty by those who read it, this program too.
pub(super) fn put_line(out: &mut String, text: &str) {
    let mut length = 0;
    for letter in text.chars().filter(|letter| !matches!(letter, '\r' | '\n')) {
        if length + letter.len_utf8() > LINE && !letter.is_whitespace() {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

struct Card<'a> {
    out: &'a mut String,
    groups: u32,
}

impl Card<'_> {
    fn line(&mut self, text: &str) {
        put_line(self.out, text);
    }

    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(&format!("{name}:{}", escape(text)));
        }
    }

    /// A property with its label: as types where the label is such, else named by a group, as phones do.
    fn labelled(&mut self, name: &str, label: &str, text: &str) {
        let text = escape(text);
        if label.is_empty() {
            self.line(&format!("{name}:{text}"));
        } else if are_types(label) {
            self.line(&format!("{name};TYPE={}:{text}", label.replace(", ", ",")));
        } else {
            self.groups += 1;
            let group = format!("desk{}", self.groups);
            self.line(&format!("{group}.{name}:{text}"));
            self.line(&format!("{group}.{GROUP_LABEL}:{}", escape(label)));
        }
    }

    fn address(&mut self, person: &Person) {
        let rest = person.foreign.iter().find(|line| is_address_rest(line));
        let rest = rest.and_then(|line| line.split_once(':')).map_or(";;", |(_, rest)| rest);
        if !person.address.is_empty() || !person.city.is_empty() || rest != ";;" {
            self.line(&format!("ADR:;;{};{};{rest}", escape(&person.address), escape(&person.city)));
        }
    }
}

/// Whether a label reads back the same from types.
fn are_types(label: &str) -> bool {
    let mut words = label.split(", ");
    let is_type = |word: &str| {
        let letters = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        letters && word != "pref" && !SILENT_TYPES.contains(&word)
    };
    let distinct: std::collections::BTreeSet<_> = words.clone().collect();
    distinct.len() == words.clone().count() && words.all(is_type)
}
