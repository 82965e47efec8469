//! The words of dates in both languages.

use chrono::Weekday;

/// What was typed, in small letters, with single spaces and without spaces around.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The digits at the beginning as a number, and the rest; `None` without digits or with more than nine.
pub(super) fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    Some((digits.parse().ok()?, rest))
}

const WEEKDAYS: [(Weekday, [&str; 4]); 7] = [
    (Weekday::Mon, ["понеделник", "пн", "monday", "mo"]),
    (Weekday::Tue, ["вторник", "вт", "tuesday", "tu"]),
    (Weekday::Wed, ["сряда", "ср", "wednesday", "we"]),
    (Weekday::Thu, ["четвъртък", "чт", "thursday", "th"]),
    (Weekday::Fri, ["петък", "пт", "friday", "fr"]),
    (Weekday::Sat, ["събота", "сб", "saturday", "sa"]),
    (Weekday::Sun, ["неделя", "нд", "sunday", "su"]),
];

/// A day of the week by its name, its short name or the first three letters and more of its name.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches(['.', ',']);
    WEEKDAYS
        .iter()
        .find(|(_, [bulgarian, short, english, tiny])| {
            word == *short || word == *tiny || begins_name(word, bulgarian) || begins_name(word, english)
        })
        .map(|(weekday, _)| *weekday)
}

const MONTHS: [[&str; 2]; 12] = [
    ["януари", "january"],
    ["февруари", "february"],
    ["март", "march"],
    ["април", "april"],
    ["май", "may"],
    ["юни", "june"],
    ["юли", "july"],
    ["август", "august"],
    ["септември", "september"],
    ["октомври", "october"],
    ["ноември", "november"],
    ["декември", "december"],
];

/// A month from 1 to 12 by its name or the first three letters and more of it.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches(['.', ',']);
    let position = MONTHS.iter().position(|names| names.iter().any(|name| begins_name(word, name)))?;
    u32::try_from(position + 1).ok()
}

fn begins_name(word: &str, name: &str) -> bool {
    word.chars().count() >= 3 && name.starts_with(word)
}
