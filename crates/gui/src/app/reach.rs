//! How a person is reached: the addresses that the system's own programs open.

use sponsor_core::model::{Messenger, MessengerKind, Person};
use sponsor_core::text::normalise_phone;

use crate::format::Formats;
use crate::icons;
use crate::words::Words;

/// By what a person is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReachBy {
    /// A call.
    Telephone,
    /// A message of the telephone.
    Sms,
    /// A mail.
    Mail,
    /// A messenger.
    Messenger(MessengerKind),
}

/// One way to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// By what.
    pub by: ReachBy,
    /// The number or the address, as it is shown.
    pub shown: String,
    /// What the system opens.
    pub address: String,
}

impl Reach {
    /// Every way to call a person.
    #[must_use]
    pub fn to_call(person: &Person) -> Vec<Self> {
        let phones = person.phones.iter();
        phones
            .map(|phone| {
                Self::of(ReachBy::Telephone, &Formats::phone(&phone.number), format!("tel:{}", dialled(&phone.number)))
            })
            .collect()
    }

    /// Every way to write to a person: messengers, messages of the telephone, mail. A phone is one of Viber and
    /// WhatsApp, too, unless a number of its own is known there.
    #[must_use]
    pub fn to_write(person: &Person) -> Vec<Self> {
        let mut ways: Vec<Self> = person
            .messengers
            .iter()
            .filter_map(|one| Some(Self::of(ReachBy::Messenger(one.kind), &one.handle, link(one)?)))
            .collect();
        for kind in [MessengerKind::Viber, MessengerKind::WhatsApp] {
            if ways.iter().any(|way| way.by == ReachBy::Messenger(kind)) {
                continue;
            }
            let own = |number: &str| link(&Messenger { kind, handle: number.to_owned() });
            let found = person.phones.iter().find_map(|phone| Some((own(&phone.number)?, &phone.number)));
            ways.extend(found.map(|(address, number)| Self::of(ReachBy::Messenger(kind), number, address)));
        }
        let phones = person.phones.iter().map(|phone| &phone.number);
        ways.extend(phones.map(|number| Self::of(ReachBy::Sms, number, format!("sms:{}", dialled(number)))));
        let mails = person.emails.iter().map(|email| &email.address);
        ways.extend(mails.map(|mail| Self::of(ReachBy::Mail, mail, format!("mailto:{}", encoded(mail, "@.+-_")))));
        ways
    }

    fn of(by: ReachBy, shown: &str, address: String) -> Self {
        Self { by, shown: shown.to_owned(), address }
    }

    /// Its icon.
    #[must_use]
    pub const fn icon(&self) -> char {
        match self.by {
            ReachBy::Telephone => icons::CALL,
            ReachBy::Sms => icons::PHONE,
            ReachBy::Mail => icons::MAIL,
            ReachBy::Messenger(_) => icons::MESSAGE,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self, words: &Words) -> String {
        match self.by {
            ReachBy::Telephone => words.get("list-phone"),
            ReachBy::Sms => words.get("reach-sms"),
            ReachBy::Mail => words.get("list-email"),
            ReachBy::Messenger(kind) => messenger_name(words, kind),
        }
    }

    /// What the system opens with a text already written, as far as the other program takes one.
    #[must_use]
    pub fn with_text(&self, subject: &str, text: &str) -> String {
        let (subject, text) = (encoded(subject, ""), encoded(text, ""));
        let address = &self.address;
        match self.by {
            ReachBy::Mail => format!("{address}?subject={subject}&body={text}"),
            ReachBy::Sms => format!("{address}?body={text}"),
            ReachBy::Messenger(MessengerKind::WhatsApp) => format!("{address}?text={text}"),
            ReachBy::Messenger(MessengerKind::Viber) => format!("{address}&draft={text}"),
            ReachBy::Telephone | ReachBy::Messenger(_) => address.clone(),
        }
    }
}

/// The digits of a byte in an address.
const DIGITS: [u8; 16] = *b"0123456789ABCDEF";

/// A text as a part of an address: everything but letters, digits and what is named stands as its bytes.
fn encoded(text: &str, kept: &str) -> String {
    let mut address = String::new();
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~') || kept.contains(letter) {
            address.push(letter);
        } else {
            address.push('%');
            address.extend([byte >> 4, byte & 0x0f].map(|half| char::from(DIGITS[usize::from(half)])));
        }
    }
    address
}

/// The number as a telephone dials it.
#[must_use]
pub fn dialled(number: &str) -> String {
    let plain =
        || number.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '+' | '*' | '#')).collect();
    normalise_phone(number).unwrap_or_else(plain)
}

/// The name of a messenger.
#[must_use]
pub fn messenger_name(words: &Words, kind: MessengerKind) -> String {
    match kind {
        MessengerKind::Viber => words.get("list-messenger-viber"),
        MessengerKind::WhatsApp => words.get("list-messenger-whatsapp"),
        MessengerKind::Telegram => words.get("list-messenger-telegram"),
        MessengerKind::Messenger => words.get("list-messenger-messenger"),
        MessengerKind::Other => words.get("list-messenger-other"),
    }
}

/// The address that opens a talk in a messenger; none where it cannot be known.
fn link(messenger: &Messenger) -> Option<String> {
    let number = normalise_phone(&messenger.handle);
    let number = number.as_deref().map(|number| number.trim_start_matches('+'));
    let safe = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    let handle = messenger.handle.trim().trim_start_matches('@');
    let handle = (!handle.is_empty() && handle.chars().all(safe)).then_some(handle);
    match messenger.kind {
        MessengerKind::Viber => number.map(|number| format!("viber://chat?number=%2B{number}")),
        MessengerKind::WhatsApp => number.map(|number| format!("https://wa.me/{number}")),
        MessengerKind::Telegram => match number {
            Some(number) => Some(format!("https://t.me/+{number}")),
            None => handle.map(|handle| format!("https://t.me/{handle}")),
        },
        MessengerKind::Messenger => handle.map(|handle| format!("https://m.me/{handle}")),
        MessengerKind::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::model::{Email, Name, PersonId, Phone};

    use super::*;

    fn person() -> Person {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let mut person = Person::new(PersonId::from_bytes([1; 16]), Name::from_full("Мария Петрова").unwrap(), day);
        person.phones.push(Phone { number: "0888 123 456".to_owned(), label: String::new() });
        person.emails.push(Email { address: "мария@example.bg".to_owned(), label: String::new() });
        person
    }

    #[test]
    fn a_phone_opens_viber_and_whatsapp_unless_a_number_of_its_own_is_known_there() {
        let mut person = person();
        let addresses =
            |person: &Person| Reach::to_write(person).into_iter().map(|way| way.address).collect::<Vec<_>>();
        let plain = [
            "viber://chat?number=%2B359888123456",
            "https://wa.me/359888123456",
            "sms:+359888123456",
            "mailto:%D0%BC%D0%B0%D1%80%D0%B8%D1%8F@example.bg",
        ];
        assert_eq!(addresses(&person), plain);
        assert_eq!(Reach::to_call(&person).first().unwrap().address, "tel:+359888123456");
        person.messengers.push(Messenger { kind: MessengerKind::Viber, handle: "0899 000 111".to_owned() });
        assert_eq!(addresses(&person).first().unwrap(), "viber://chat?number=%2B359899000111");
    }

    #[test]
    fn a_text_travels_whole_whatever_stands_in_it() {
        let ways = Reach::to_write(&person());
        let with = |at: usize| ways[at].with_text("Покана", "да & не?");
        assert_eq!(with(1), "https://wa.me/359888123456?text=%D0%B4%D0%B0%20%26%20%D0%BD%D0%B5%3F");
        assert!(with(3).contains("?subject=%D0%9F%D0%BE%D0%BA%D0%B0%D0%BD%D0%B0&body="));
    }
}
