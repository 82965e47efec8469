//! What people type in a hurry: «Мария Илиева Карлово 0888 123 456», one person a line.

use sponsor_core::model::{Name, Person, PersonId, Phone};
use sponsor_core::text::{fold_city, part_city};

use chrono::NaiveDate;

/// A line as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct QuickLine {
    /// The whole name; empty when there is none.
    pub(super) name: String,
    /// The city; empty when none was typed.
    pub(super) city: String,
    /// The phone; empty when none was typed.
    pub(super) phone: String,
    /// The city was recognised at the end of the name, nothing parts it from it.
    pub(super) is_guess: bool,
}

/// Fewest digits of what is a phone.
const PHONE_DIGITS: usize = 6;

/// Understands a line: name, then city and phone in any order; commas or semicolons part them where it would be unclear.
/// `known` are the cities that are on the list already; `not_a_city` is what a person said is none.
pub(super) fn quick_line(line: &str, known: &[&str], not_a_city: &str) -> QuickLine {
    let mut understood = QuickLine::default();
    let parts = line.split([',', ';', '\t']).map(str::trim).filter(|part| !part.is_empty());
    for (index, part) in parts.enumerate() {
        let (words, phone) = without_phone(part);
        if understood.phone.is_empty() {
            understood.phone = phone;
        }
        match (index, words.is_empty()) {
            (_, true) => {}
            (0, false) => understood.name = words,
            (_, false) if understood.city.is_empty() => understood.city = words,
            // What has no place of its own stays beside the city, so that nothing that was typed is lost.
            (_, false) => understood.city = format!("{}, {words}", understood.city),
        }
    }
    if understood.city.is_empty()
        && let Some(parted) = part_city(&understood.name, known)
        && fold_city(&parted.city) != fold_city(not_a_city)
    {
        (understood.name, understood.city, understood.is_guess) = (parted.name, parted.city, true);
    }
    understood
}

/// Parts a phone from the end or the middle of some words.
fn without_phone(part: &str) -> (String, String) {
    let words: Vec<&str> = part.split_whitespace().collect();
    let numeric = |word: &&str| {
        word.chars().any(|letter| letter.is_ascii_digit())
            && word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '/' | '(' | ')' | '.'))
    };
    let Some(from) = words.iter().position(&numeric) else { return (words.join(" "), String::new()) };
    let length = words.iter().skip(from).take_while(|word| numeric(word)).count();
    let phone: Vec<&str> = words.iter().skip(from).take(length).copied().collect();
    let phone = phone.join(" ");
    if phone.chars().filter(char::is_ascii_digit).count() < PHONE_DIGITS {
        return (words.join(" "), String::new());
    }
    let rest: Vec<&str> = words.iter().take(from).chain(words.iter().skip(from + length)).copied().collect();
    (rest.join(" "), phone)
}

impl QuickLine {
    /// The person that the line names; none when it names nobody. `city` is proposed where none was typed.
    pub(super) fn person(&self, id: PersonId, city: &str, today: NaiveDate) -> Option<Person> {
        let mut person = Person::new(id, Name::from_full(&self.name).ok()?, today);
        person.city = if self.city.is_empty() { city.to_owned() } else { self.city.clone() };
        if !self.phone.is_empty() {
            person.phones.push(Phone { number: self.phone.clone(), label: String::new() });
        }
        Some(person)
    }
}

#[cfg(test)]
mod tests {
    use super::quick_line;

    #[test]
    fn a_name_a_city_and_a_phone_are_told_apart_however_they_are_typed() {
        for (typed, name, city, phone, is_guess) in [
            ("Мария Илиева", "Мария Илиева", "", "", false),
            ("Мария Илиева Карлово 0888 123 456", "Мария Илиева", "Карлово", "0888 123 456", true),
            ("Мария Илиева, гр. Карлово, 0888123456", "Мария Илиева", "гр. Карлово", "0888123456", false),
            ("Мария 0888-123-456 Стара Загора", "Мария", "Стара Загора", "0888-123-456", true),
            ("Мария, Кърнаре", "Мария", "Кърнаре", "", false),
            ("Петър Кърнаре", "Петър", "Кърнаре", "", true),
            ("Иван 2", "Иван 2", "", "", false),
            ("Карлово", "Карлово", "", "", false),
            ("", "", "", "", false),
        ] {
            let line = quick_line(typed, &["Кърнаре"], "");
            let read = (line.name.as_str(), line.city.as_str(), line.phone.as_str(), line.is_guess);
            assert_eq!(read, (name, city, phone, is_guess), "{typed}");
        }
    }

    #[test]
    fn what_a_person_said_is_no_city_stays_in_the_name() {
        let line = quick_line("Петя Христова Карлово", &[], "карлово");
        assert_eq!((line.name.as_str(), line.city.as_str()), ("Петя Христова Карлово", ""));
        assert_eq!(quick_line("Петя Христова Варна", &[], "карлово").city, "Варна");
    }
}
