//! What people type in a hurry: «Мария Илиева Карлово 0888 123 456», one person a line.

use sponsor_core::model::{Name, Person, PersonId, Phone};
use sponsor_core::text::fold_city;

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
}

/// Fewest digits of what is a phone.
const PHONE_DIGITS: usize = 6;

/// Towns that are understood without a comma before them. Those that are also names of people are left out.
const TOWNS: [&str; 66] = [
    "Айтос",
    "Асеновград",
    "Балчик",
    "Банкя",
    "Банско",
    "Батак",
    "Берковица",
    "Благоевград",
    "Ботевград",
    "Бургас",
    "Варна",
    "Велинград",
    "Видин",
    "Враца",
    "Габрово",
    "Горна Оряховица",
    "Гоце Делчев",
    "Димитровград",
    "Дупница",
    "Елхово",
    "Етрополе",
    "Ихтиман",
    "Казанлък",
    "Карлово",
    "Карнобат",
    "Копривщица",
    "Костинброд",
    "Котел",
    "Кърджали",
    "Кюстендил",
    "Ловеч",
    "Лом",
    "Мездра",
    "Монтана",
    "Нова Загора",
    "Обзор",
    "Оряхово",
    "Пазарджик",
    "Панагюрище",
    "Перник",
    "Петрич",
    "Плевен",
    "Пловдив",
    "Поморие",
    "Попово",
    "Правец",
    "Провадия",
    "Първомай",
    "Разград",
    "Разлог",
    "Русе",
    "Сандански",
    "Свиленград",
    "Свищов",
    "Севлиево",
    "Силистра",
    "Сливен",
    "Смолян",
    "Созопол",
    "София",
    "Стара Загора",
    "Търговище",
    "Хасково",
    "Шумен",
    "Ямбол",
    "Велико Търново",
];

/// Understands a line: name, then city and phone in any order; commas or semicolons part them where it would be unclear.
/// `known` are the cities that are on the list already.
pub(super) fn quick_line(line: &str, known: &[&str]) -> QuickLine {
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
    if understood.city.is_empty() {
        part_city(&mut understood, known);
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

/// Parts a known city from the end of the name, of one word or of two.
fn part_city(understood: &mut QuickLine, known: &[&str]) {
    let words: Vec<String> = understood.name.split(' ').map(str::to_owned).collect();
    for length in [2, 1] {
        if words.len() <= length {
            continue;
        }
        let at = words.len() - length;
        let city = words.iter().skip(at).cloned().collect::<Vec<_>>().join(" ");
        let key = fold_city(&city);
        if known.iter().copied().chain(TOWNS).any(|town| fold_city(town) == key) {
            understood.name = words.into_iter().take(at).collect::<Vec<_>>().join(" ");
            understood.city = city;
            return;
        }
    }
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
    use super::{QuickLine, quick_line};

    fn line(name: &str, city: &str, phone: &str) -> QuickLine {
        QuickLine { name: name.to_owned(), city: city.to_owned(), phone: phone.to_owned() }
    }

    #[test]
    fn a_name_a_city_and_a_phone_are_told_apart_however_they_are_typed() {
        for (typed, understood) in [
            ("Мария Илиева", line("Мария Илиева", "", "")),
            ("Мария Илиева Карлово 0888 123 456", line("Мария Илиева", "Карлово", "0888 123 456")),
            ("Мария Илиева, гр. Карлово, 0888123456", line("Мария Илиева", "гр. Карлово", "0888123456")),
            ("Мария 0888-123-456 Стара Загора", line("Мария", "Стара Загора", "0888-123-456")),
            ("Мария, Кърнаре", line("Мария", "Кърнаре", "")),
            ("Петър Кърнаре", line("Петър", "Кърнаре", "")),
            ("Иван 2", line("Иван 2", "", "")),
            ("Карлово", line("Карлово", "", "")),
            ("", line("", "", "")),
        ] {
            assert_eq!(quick_line(typed, &["Кърнаре"]), understood, "{typed}");
        }
    }

    #[test]
    fn towns_that_are_names_stay_names() {
        assert_eq!(quick_line("Елена Раковска", &[]).name, "Елена Раковска");
        assert_eq!(quick_line("Иван Левски", &[]).name, "Иван Левски");
    }
}
