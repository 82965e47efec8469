//! Phones in one form, so that two ways of writing one number meet.

use phonenumber::{Mode, country};

/// Fewest and most digits of a number that can be called from abroad.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=17;
/// What stands before an extension.
const EXTENSION_MARKS: [&str; 9] = [";", ",", "#", "ext", "вътр", "вът", "доб", "x", "х"];

/// The number in E.164 ("+359888123456"), Bulgaria where it names no country; the extension is left out.
///
/// None for what is no full number: an operator's short number (*88), a number without its area, words.
#[must_use]
pub fn normalise_phone(phone: &str) -> Option<String> {
    let digits = dialled_digits(phone)?;
    let number = phonenumber::parse(Some(country::BG), &digits).ok()?;
    let written_out = digits.starts_with('+') || digits.starts_with("00");
    // The tables of a country lag behind its new ranges: what names its country is believed.
    (written_out || number.is_valid()).then(|| number.format().mode(Mode::E164).to_string())
}

/// The digits with the + before them, if the text is a number and nothing else.
fn dialled_digits(phone: &str) -> Option<String> {
    let lower = phone.to_lowercase();
    let lower = lower.trim().trim_start_matches("tel:").trim_start();
    if lower.contains('*') {
        return None;
    }
    let end = EXTENSION_MARKS.iter().filter_map(|mark| lower.find(mark)).min();
    let number = end.and_then(|end| lower.get(..end)).unwrap_or(lower);
    let mut digits = String::new();
    for character in number.chars() {
        match character {
            '0'..='9' => digits.push(character),
            '+' if digits.is_empty() => digits.push('+'),
            _ if character.is_alphabetic() || character == '+' => return None,
            _ => {}
        }
    }
    // A zero in brackets after the country's code is for those who call from within it: +359 (0)888.
    let digits = match digits.strip_prefix("+3590").or_else(|| digits.strip_prefix("003590")) {
        Some(rest) => format!("+359{rest}"),
        None => digits,
    };
    DIGITS.contains(&digits.trim_start_matches('+').len()).then_some(digits)
}
