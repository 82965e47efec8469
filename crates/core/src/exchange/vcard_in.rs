//! A card as a person.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::Refusal;
use super::encoding::FileText;
use super::own::{Draft, OWN};
use super::preview::Item;
use super::source::{FileError, Progress, advance};
use super::vcard_lines::{CardLine, RawCard, cards, escape, whole_lines};
use super::vcard_values::{Property, parse_birthday};
use crate::model::{Email, Gender, Messenger, MessengerKind, Person, Phone};
use crate::text::fold;

/// Titles and the like around a name, which the product has no field for.
pub(super) const NAME_PREFIX: &str = "X-NAME-PREFIX";
pub(super) const NAME_SUFFIX: &str = "X-NAME-SUFFIX";
/// Region, code and country of an address, as the end of an ADR has them.
pub(super) const ADDRESS_REST: &str = "X-ADDRESS-REST";
/// What a property in a group is called.
pub(super) const GROUP_LABEL: &str = "X-ABLABEL";

/// Every card of a file as a person or a reason.
pub(super) fn read_cards(
    file: &FileText<'_>,
    created: NaiveDate,
    progress: &dyn Progress,
) -> Result<Vec<Item>, FileError> {
    let cards = cards(&file.bytes);
    let mut items = Vec::with_capacity(cards.len());
    for (index, card) in cards.iter().enumerate() {
        items.push(read_card(card, file, created));
        advance(progress, index + 1, cards.len())?;
    }
    Ok(items)
}

fn read_card(card: &RawCard<'_>, file: &FileText<'_>, created: NaiveDate) -> Item {
    let read = whole_lines(card, file).map(|lines| to_person(&lines, created));
    match read {
        _ if !card.ended => {
            let readable = read.ok().and_then(Result::ok);
            Item { line: card.line, person: Err(Refusal::NoEnd), readable }
        }
        Ok(person) => Item { line: card.line, person, readable: None },
        Err((line, refusal)) => Item { line, person: Err(refusal), readable: None },
    }
}

fn to_person(lines: &[CardLine], created: NaiveDate) -> Result<Person, Refusal> {
    let labelled = lines.iter().filter(|line| matches!(line.name.as_str(), "TEL" | "EMAIL"));
    let used = labelled.map(|line| line.group.clone()).collect();
    let mut reader = Reader { labels: labels(lines), used, ..Reader::default() };
    for line in lines {
        if !reader.take(line) {
            reader.draft.foreign.push(line.text.clone());
        }
    }
    reader.finish().into_person(created)
}

/// What the properties of each group are called.
fn labels(lines: &[CardLine]) -> HashMap<String, String> {
    let named = lines.iter().filter(|line| line.name == GROUP_LABEL && !line.group.is_empty());
    named
        .filter_map(|line| {
            let text = Property::read(line)?.text()?;
            let text = text.trim().trim_start_matches("_$!<").trim_end_matches(">!$_").to_owned();
            Some((line.group.clone(), text)).filter(|(_, text)| !text.is_empty())
        })
        .collect()
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    labels: HashMap<String, String>,
    /// Groups whose label belongs to a phone or an address.
    used: BTreeSet<String>,
    preferred_phones: Vec<Phone>,
    preferred_emails: Vec<Email>,
    has_address: bool,
    has_title: bool,
    prefix: String,
    suffix: String,
    /// The end of the address, escaped.
    rest: String,
}

impl Reader {
    /// Takes a line into the draft; whether there is a field for it.
    fn take(&mut self, line: &CardLine) -> bool {
        match line.name.as_str() {
            "BDAY" => return self.birthday(line.value()),
            "GENDER" | "X-GENDER" => return self.gender(line.value()),
            _ => {}
        }
        let Some(property) = Property::read(line) else { return line.value().trim().is_empty() };
        let Some(text) = property.text() else { return false };
        if text.trim().is_empty() && line.value().trim_matches([';', ' ']).is_empty() {
            return true;
        }
        match line.name.as_str() {
            "N" => self.name(&property),
            "FN" => set(&mut self.draft.full, text.trim()),
            "NICKNAME" => set(&mut self.draft.nickname, text.trim()),
            "TEL" => self.phone(line, &property, &text),
            "EMAIL" => self.email(line, &property, &text),
            "ADR" => self.address(&property),
            "ORG" => self.organisation(&property),
            "TITLE" => self.title(text.trim()),
            "NOTE" => {
                self.draft.add_note(&text);
                true
            }
            "URL" if !self.labels.contains_key(&line.group) => {
                self.draft.links.push(text.trim().to_owned());
                true
            }
            "IMPP" | "X-VIBER" | "X-WHATSAPP" | "X-TELEGRAM" | "X-SKYPE" | "X-SKYPE-USERNAME" => {
                self.messenger(&line.name, text.trim())
            }
            name if name.starts_with(OWN) => {
                self.draft.own.push((name.to_owned(), text));
                true
            }
            // Labels are kept only where what they name is kept as it stood.
            GROUP_LABEL => self.used.contains(&line.group),
            _ => false,
        }
    }

    fn name(&mut self, property: &Property) -> bool {
        let Some(parts) = property.parts(" ") else { return false };
        if !self.draft.given.is_empty() || !self.draft.family.is_empty() {
            return false;
        }
        let part = |index: usize| parts.get(index).map_or("", |part| part.trim());
        part(0).clone_into(&mut self.draft.family);
        // Several middle names are parted by commas in files; in a name they are words.
        let middle = part(2).replace(',', " ");
        format!("{} {middle}", part(1)).trim().clone_into(&mut self.draft.given);
        part(3).clone_into(&mut self.prefix);
        part(4).clone_into(&mut self.suffix);
        true
    }

    /// The words that a group or the types of a property call it by.
    fn label(&self, line: &CardLine, property: &Property) -> (String, bool) {
        let (types, preferred) = property.label();
        (self.labels.get(&line.group).cloned().unwrap_or(types), preferred)
    }

    fn phone(&mut self, line: &CardLine, property: &Property, text: &str) -> bool {
        let (label, preferred) = self.label(line, property);
        let phone = Phone { number: text.trim().trim_start_matches("tel:").to_owned(), label };
        if preferred {
            self.preferred_phones.push(phone);
        } else {
            self.draft.phones.push(phone);
        }
        true
    }

    fn email(&mut self, line: &CardLine, property: &Property, text: &str) -> bool {
        let (label, preferred) = self.label(line, property);
        let email = Email { address: text.trim().trim_start_matches("mailto:").to_owned(), label };
        if preferred {
            self.preferred_emails.push(email);
        } else {
            self.draft.emails.push(email);
        }
        true
    }

    fn address(&mut self, property: &Property) -> bool {
        let Some(parts) = property.parts(", ").filter(|_| !self.has_address) else { return false };
        let part = |index: usize| parts.get(index).map_or("", |part| part.trim());
        let street = [part(2), part(1), part(0)].into_iter().filter(|part| !part.is_empty());
        self.draft.address = street.collect::<Vec<_>>().join(", ");
        part(3).clone_into(&mut self.draft.city);
        let rest = [part(4), part(5), part(6)];
        if rest.iter().any(|part| !part.is_empty()) {
            self.rest = rest.map(escape).join(";");
        }
        self.has_address = true;
        true
    }

    fn organisation(&mut self, property: &Property) -> bool {
        let Some(parts) = property.parts(", ") else { return false };
        let named: Vec<_> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        if self.draft.organisation.is_empty() {
            self.draft.organisation = named.join(", ");
        }
        // Kept as it stood too: where there is a title, that is what the person does.
        false
    }

    fn title(&mut self, text: &str) -> bool {
        !std::mem::replace(&mut self.has_title, true) && set(&mut self.draft.occupation, text)
    }

    fn birthday(&mut self, text: &str) -> bool {
        let day = parse_birthday(text);
        match (self.draft.birthday, day) {
            (None, Some(_)) => self.draft.birthday = day,
            (known, day) if known.is_some() && known == day => {}
            _ => return false,
        }
        true
    }

    fn gender(&mut self, text: &str) -> bool {
        let gender = match text.trim().to_ascii_lowercase().as_str() {
            "m" | "male" => Gender::Male,
            "f" | "female" => Gender::Female,
            _ => return false,
        };
        *self.draft.gender.get_or_insert(gender) == gender
    }

    fn messenger(&mut self, name: &str, text: &str) -> bool {
        let (kind, handle) = match name {
            "X-VIBER" => (MessengerKind::Viber, text),
            "X-WHATSAPP" => (MessengerKind::WhatsApp, text),
            "X-TELEGRAM" => (MessengerKind::Telegram, text),
            "X-SKYPE" | "X-SKYPE-USERNAME" => (MessengerKind::Other, text),
            _ => of_address(text),
        };
        let handle = if name.starts_with("X-SKYPE") { format!("skype:{handle}") } else { handle.to_owned() };
        self.draft.messengers.push(Messenger { kind, handle });
        true
    }

    fn finish(mut self) -> Draft {
        self.preferred_phones.append(&mut self.draft.phones);
        self.draft.phones = self.preferred_phones;
        self.preferred_emails.append(&mut self.draft.emails);
        self.draft.emails = self.preferred_emails;
        let draft = &mut self.draft;
        if !self.rest.is_empty() {
            // First, so that a card that was written from this one gives the same order.
            draft.foreign.insert(0, format!("{ADDRESS_REST}:{}", self.rest));
        }
        for (name, text) in [(NAME_PREFIX, &self.prefix), (NAME_SUFFIX, &self.suffix)] {
            if !text.is_empty() {
                draft.foreign.push(format!("{name}:{}", escape(text)));
            }
        }
        // A whole name that says more than its parts is kept.
        let parts = format!("{} {} {} {}", self.prefix, draft.given, draft.family, self.suffix);
        let known = fold(&parts);
        let is_known = |word: &str| word.is_empty() || known.split(' ').any(|part| part == word);
        let full = fold(&draft.full);
        let has_parts = !draft.given.is_empty() || !draft.family.is_empty();
        if has_parts && !full.split(' ').all(is_known) {
            draft.foreign.push(format!("X-FULL-NAME:{}", escape(&draft.full)));
        }
        if draft.occupation.is_empty() && !draft.organisation.is_empty() {
            // What the company says is shown as the occupation; the line itself need not be kept twice.
            draft.foreign.retain(|line| !line.to_ascii_uppercase().starts_with("ORG"));
        }
        self.draft
    }
}

/// Fills a field that is empty; whether the text is now in it.
fn set(field: &mut String, text: &str) -> bool {
    if field.is_empty() {
        text.clone_into(field);
    }
    field == text
}

/// The messenger that an address such as `viber:+359…` leads to.
fn of_address(address: &str) -> (MessengerKind, &str) {
    let (scheme, handle) = address.split_once(':').unwrap_or(("", address));
    match scheme.to_ascii_lowercase().as_str() {
        "viber" => (MessengerKind::Viber, handle),
        "whatsapp" => (MessengerKind::WhatsApp, handle),
        "telegram" | "tg" => (MessengerKind::Telegram, handle),
        "messenger" | "facebook" | "fb" => (MessengerKind::Messenger, handle),
        _ => (MessengerKind::Other, address),
    }
}
