//! Numbers and money as people type them.

use rust_decimal::Decimal;

/// An amount that was typed, with the currency if one was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedMoney {
    /// How much.
    pub amount: Decimal,
    /// The code of the currency that was typed, such as `EUR`; `None` if none was.
    pub currency: Option<&'static str>,
}

/// Reads a number: `1 284,5`, `1,284.5`, `1284.5`, `−12`.
///
/// A comma before exactly three digits separates thousands (`1,284`), unless only zero stands before it;
/// a point before three digits is a decimal point. Where both stand, the last one is the decimal sign.
#[must_use]
pub fn decimal(text: &str) -> Option<Decimal> {
    let dense: String =
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\'' && *letter != '’').collect();
    let (negative, digits) = match dense.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, dense.strip_prefix('+').unwrap_or(&dense)),
    };
    let plain = plain_number(digits)?;
    let number: Decimal = plain.parse().ok()?;
    Some(if negative { -number } else { number })
}

/// The digits with a point as decimal sign and without separators of thousands.
fn plain_number(digits: &str) -> Option<String> {
    let allowed = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    if !digits.starts_with(|letter: char| letter.is_ascii_digit()) || !digits.chars().all(allowed) {
        return None;
    }
    let last = digits.rfind([',', '.']);
    let Some(last) = last else {
        return Some(digits.to_owned());
    };
    let (head, tail) = digits.split_at(last);
    let sign = tail.chars().next()?;
    let tail = tail.strip_prefix(sign)?;
    let only_sign = !head.contains([',', '.']);
    let repeated = head.contains(sign);
    let thousands = repeated || (only_sign && sign == ',' && tail.len() == 3 && head.len() <= 3 && head != "0");
    if thousands {
        grouped(digits)
    } else if only_sign {
        Some(format!("{head}.{}", if tail.is_empty() { "0" } else { tail }))
    } else {
        Some(format!("{}.{}", grouped(head)?, if tail.is_empty() { "0" } else { tail }))
    }
}

/// Joins groups of three digits; `None` where a group is not three digits or the separators differ.
fn grouped(digits: &str) -> Option<String> {
    if digits.contains(',') && digits.contains('.') {
        return None;
    }
    let mut groups = digits.split([',', '.']);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let mut joined = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        joined.push_str(group);
    }
    Some(joined)
}

const CURRENCIES: [(&str, &str); 17] = [
    ("€", "EUR"),
    ("евро", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("лева", "BGN"),
    ("лв.", "BGN"),
    ("лв", "BGN"),
    ("bgn", "BGN"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("$", "USD"),
    ("usd", "USD"),
    ("chf", "CHF"),
    ("ron", "RON"),
    ("rsd", "RSD"),
    ("try", "TRY"),
];

/// Reads an amount of money: `131`, `131 €`, `€131.50`, `1 284,50 лв.`.
#[must_use]
pub fn money(text: &str) -> Option<TypedMoney> {
    let text = text.trim().to_lowercase();
    let marked = CURRENCIES.iter().find_map(|(mark, code)| {
        let rest = text.strip_suffix(mark).or_else(|| text.strip_prefix(mark))?;
        Some((rest, *code))
    });
    match marked {
        Some((rest, code)) => Some(TypedMoney { amount: decimal(rest)?, currency: Some(code) }),
        None => Some(TypedMoney { amount: decimal(&text)?, currency: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read_as_a_number() {
        for (typed, expected) in [
            ("1 284,5", "1284.5"),
            ("1\u{a0}284,5", "1284.5"),
            ("1,284.5", "1284.5"),
            ("1.284,5", "1284.5"),
            ("1284.5", "1284.5"),
            ("1284", "1284"),
            ("1,284", "1284"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("0,125", "0.125"),
            ("1.284", "1.284"),
            ("12,5", "12.5"),
            ("12,", "12"),
            ("−12", "-12"),
            ("+7", "7"),
        ] {
            let expected: Decimal = expected.parse().expect("the test writes a number");
            assert_eq!(decimal(typed), Some(expected), "«{typed}»");
        }
    }

    #[test]
    fn what_is_no_number_is_not_guessed() {
        for typed in
            ["", " ", "-", ".", ",5", "12a", "1,23,4", "1,284.5.6", "1e5", "٣", "999999999999999999999999999999999999"]
        {
            assert_eq!(decimal(typed), None, "«{typed}»");
        }
    }

    #[test]
    fn money_with_and_without_a_currency() {
        for (typed, amount, currency) in [
            ("131", "131", None),
            ("131 €", "131", Some("EUR")),
            ("€131.50", "131.50", Some("EUR")),
            ("1 284,50 лв.", "1284.50", Some("BGN")),
            ("20 евро", "20", Some("EUR")),
            ("£7", "7", Some("GBP")),
        ] {
            let amount: Decimal = amount.parse().expect("the test writes a number");
            assert_eq!(money(typed), Some(TypedMoney { amount, currency }), "«{typed}»");
        }
        assert_eq!(money("€"), None);
        assert_eq!(money("много"), None);
    }
}
