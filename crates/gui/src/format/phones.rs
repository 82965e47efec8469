//! Phones grouped for reading.

use sponsor_core::text::normalise_phone;

use super::Formats;

/// What a Bulgarian number begins with, written for those who call from abroad.
const BULGARIA: &str = "+359";
/// Digits after the zero of a mobile number.
const MOBILE: usize = 9;

impl Formats {
    /// A Bulgarian number in groups, as it is said: «0888 123 456», «032 555 118», «02 981 2345». Any other text stays
    /// as it was typed.
    #[must_use]
    pub fn phone(typed: &str) -> String {
        grouped(typed).unwrap_or_else(|| typed.trim().to_owned())
    }
}

fn grouped(typed: &str) -> Option<String> {
    // An extension is not part of the number's one form: it must not be lost.
    let plain = typed.chars().all(|letter| letter.is_ascii_digit() || " +-/().\u{a0}".contains(letter));
    let number = normalise_phone(typed).filter(|_| plain)?;
    let national = number.strip_prefix(BULGARIA)?;
    let mobile = national.len() == MOBILE && national.starts_with(['8', '9']);
    let area = match national.as_bytes() {
        _ if mobile => 3,
        [b'2', ..] => 1,
        _ => 2,
    };
    let (area, rest) = national.split_at_checked(area)?;
    let middle = rest.len().min(3);
    let (middle, last) = rest.split_at_checked(middle)?;
    Some(if last.is_empty() { format!("0{area} {middle}") } else { format!("0{area} {middle} {last}") })
}

#[cfg(test)]
mod tests {
    use super::Formats;

    #[test]
    fn a_bulgarian_number_is_grouped_and_any_other_stays_as_typed() {
        for (typed, shown) in [
            ("+359 88 812 3456", "0888 123 456"),
            ("0888123456", "0888 123 456"),
            ("032555118", "032 555 118"),
            ("02 9812345", "02 981 2345"),
            ("+44 20 7946 0958", "+44 20 7946 0958"),
            ("*88", "*88"),
            ("0888 123 456 вътр. 12", "0888 123 456 вътр. 12"),
        ] {
            assert_eq!(Formats::phone(typed), shown, "{typed}");
        }
    }
}
