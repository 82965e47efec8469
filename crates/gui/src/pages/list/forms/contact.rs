//! How phones, e-mail addresses, messengers and birthdays are typed: one a line, read back without loss.

use chrono::{Datelike as _, NaiveDate};
use sponsor_core::model::{Email, Messenger, MessengerKind, PartialDate, Phone};

use crate::app::messenger_name;
use crate::format::{Formats, parse};
use crate::words::Words;

/// Lines of a text without the empty ones.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Phones, one a line.
pub(super) fn phones_text(phones: &[Phone]) -> String {
    phones.iter().map(|phone| phone.number.as_str()).collect::<Vec<_>>().join("\n")
}

/// Phones as typed; a number that was there keeps its label.
pub(super) fn phones(text: &str, before: &[Phone]) -> Vec<Phone> {
    let label = |number: &str| before.iter().find(|phone| phone.number == number).map(|phone| phone.label.clone());
    lines(text).map(|number| Phone { number: number.to_owned(), label: label(number).unwrap_or_default() }).collect()
}

/// E-mail addresses, one a line.
pub(super) fn emails_text(emails: &[Email]) -> String {
    emails.iter().map(|email| email.address.as_str()).collect::<Vec<_>>().join("\n")
}

/// E-mail addresses as typed; one that was there keeps its label.
pub(super) fn emails(text: &str, before: &[Email]) -> Vec<Email> {
    let label = |address: &str| before.iter().find(|email| email.address == address).map(|email| email.label.clone());
    lines(text)
        .map(|address| Email { address: address.to_owned(), label: label(address).unwrap_or_default() })
        .collect()
}

const MESSENGERS: [MessengerKind; 4] =
    [MessengerKind::Viber, MessengerKind::WhatsApp, MessengerKind::Telegram, MessengerKind::Messenger];

/// Messengers, one a line, the service first: «Viber 0888 123 456».
pub(super) fn messengers_text(words: &Words, messengers: &[Messenger]) -> String {
    let line = |messenger: &Messenger| match messenger.kind {
        MessengerKind::Other => messenger.handle.clone(),
        kind => format!("{} {}", messenger_name(words, kind), messenger.handle),
    };
    messengers.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Messengers as typed; without a known service first it is another one.
pub(super) fn messengers(words: &Words, text: &str) -> Vec<Messenger> {
    let read = |line: &str| {
        let (service, handle) = line.split_once([' ', ':']).unwrap_or(("", line));
        let named = |kind: &MessengerKind| messenger_name(words, *kind).to_lowercase() == service.to_lowercase();
        match MESSENGERS.into_iter().find(named) {
            Some(kind) => Messenger { kind, handle: handle.trim_start_matches(':').trim().to_owned() },
            None => Messenger { kind: MessengerKind::Other, handle: line.to_owned() },
        }
    };
    lines(text).map(read).collect()
}

/// A birthday as it is shown in its field: `14 май 1985`, or without the year.
pub(in crate::pages::list) fn birthday_text(formats: &Formats, day: PartialDate) -> String {
    let text = format!("{} {}", day.day(), formats.month(u32::from(day.month())));
    match day.year() {
        Some(year) => format!("{text} {year}"),
        None => text,
    }
}

/// A birthday as typed, with or without its year; none where it is empty or not understood.
pub(super) fn birthday(text: &str, today: NaiveDate) -> Option<PartialDate> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty());
    let has_year = numbers.clone().any(|number| number.len() == 4) || numbers.count() == 3;
    let leap_day =
        || parse::date(&format!("{text} 2000"), today).or_else(|| parse::date(&format!("{text}.2000"), today));
    let day = parse::date(text.trim(), today).or_else(|| if has_year { None } else { leap_day() })?;
    // Two figures of a year that has not come mean the century before.
    let year = if day > today { day.year() - 100 } else { day.year() };
    let year = has_year.then_some(year);
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    PartialDate::new(year, month, day).ok()
}

/// Interests as typed, parted by commas.
pub(super) fn interests(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use sponsor_core::model::{Language, MessengerKind, Phone};

    use super::*;

    #[test]
    fn a_birthday_is_typed_with_or_without_its_year() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        for (typed, year, month, day) in [
            ("14.05.1985", Some(1985), 5, 14),
            ("14 май", None, 5, 14),
            ("14 May 1985", Some(1985), 5, 14),
            ("1985-05-14", Some(1985), 5, 14),
            ("29.02", None, 2, 29),
            ("14.5", None, 5, 14),
        ] {
            let read = birthday(typed, today).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!((read.year(), read.month(), read.day()), (year, month, day), "{typed}");
        }
        assert_eq!(birthday("", today), None);
        assert_eq!(birthday("някога", today), None);
    }

    #[test]
    fn a_number_that_stays_keeps_its_label() {
        let before = [Phone { number: "0888 1".to_owned(), label: "work".to_owned() }];
        let read = phones("0888 1\n\n0877 2", &before);
        assert_eq!(read.first().map(|phone| phone.label.as_str()), Some("work"));
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn messengers_come_back_as_they_were_typed() {
        let words = Words::new(Language::Bulgarian);
        let read = messengers(&words, "viber 0888 123\nнещо друго");
        assert_eq!(read.first().map(|one| one.kind), Some(MessengerKind::Viber));
        assert_eq!(messengers(&words, &messengers_text(&words, &read)), read);
    }
}
