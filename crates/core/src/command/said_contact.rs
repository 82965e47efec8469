//! A new contact in one line, as it is said after a meeting: «Станка Попова, майка на Боян, Карлово, 0888 111 222».

use crate::text::{NameAndCity, part_city};

/// Fewest digits of what is a phone.
const PHONE_DIGITS: usize = 6;

/// A line with a new contact, taken apart; nothing that was typed is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SaidContact {
    /// The whole name.
    pub(super) name: String,
    /// The city; empty when no known one was said.
    pub(super) city: String,
    /// The phone; empty when there was none.
    pub(super) phone: String,
    /// What else was said of them, such as who they are to somebody.
    pub(super) about: String,
}

impl SaidContact {
    /// Takes a line apart at its commas: first the name, then a phone, a known city, and what else was said.
    pub(super) fn read(typed: &str) -> Self {
        let mut parts = typed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let Some(first) = parts.next() else { return Self::default() };
        let (name, phone) = name_and_phone(first);
        let mut said = Self { name, phone, ..Self::default() };
        if let Some(NameAndCity { name, city }) = part_city(&said.name, &[]) {
            (said.name, said.city) = (name, city);
        }
        for part in parts {
            said.take(part);
        }
        said
    }

    fn take(&mut self, part: &str) {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        let is_phone = part.chars().all(|letter| !letter.is_alphabetic()) && digits >= PHONE_DIGITS;
        if is_phone && self.phone.is_empty() {
            part.clone_into(&mut self.phone);
        } else if let Some(city) = city(part).filter(|_| self.city.is_empty()) {
            self.city = city;
        } else {
            let between = if self.about.is_empty() { "" } else { ", " };
            self.about = format!("{}{between}{part}", self.about);
        }
    }
}

/// The city that these words name; none where they name no known one.
fn city(words: &str) -> Option<String> {
    // A city stands behind a name of two words; whoever they are does not matter here.
    part_city(&format!("Име Фамилия {words}"), &[])
        .filter(|parted| parted.name == "Име Фамилия")
        .map(|parted| parted.city)
}

/// Parts a phone from the name before it: «Иван Петков 0888 111 222».
fn name_and_phone(typed: &str) -> (String, String) {
    let begins = |word: &str| word.starts_with(|first: char| first.is_ascii_digit() || first == '+');
    let words: Vec<&str> = typed.split_whitespace().collect();
    let at = words.iter().position(|word| begins(word)).unwrap_or(words.len());
    let (name, phone) = words.split_at(at);
    let digits = phone.iter().flat_map(|word| word.chars()).filter(char::is_ascii_digit).count();
    // A few digits are no phone: they stay with the name, so that no word is lost.
    if name.is_empty() || digits < PHONE_DIGITS {
        (words.join(" "), String::new())
    } else {
        (name.join(" "), phone.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::SaidContact;

    #[test]
    fn a_name_a_city_a_phone_and_what_else_was_said_are_told_apart() {
        for (typed, name, city, phone, about) in [
            ("Станка Попова, майка на Боян", "Станка Попова", "", "", "майка на Боян"),
            ("Иван Петков 0888 111 222", "Иван Петков", "", "0888 111 222", ""),
            ("Станка Попова Карлово", "Станка Попова", "Карлово", "", ""),
            ("Станка, Карлово, +359 888 111 222, съседка", "Станка", "Карлово", "+359 888 111 222", "съседка"),
            ("Ана; колежка; от София", "Ана", "", "", "колежка, от София"),
            ("Иван 2", "Иван 2", "", "", ""),
        ] {
            let said = SaidContact::read(typed);
            let read = (said.name.as_str(), said.city.as_str(), said.phone.as_str(), said.about.as_str());
            assert_eq!(read, (name, city, phone, about), "{typed}");
        }
    }
}
