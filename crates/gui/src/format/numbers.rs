//! Numbers, percents and money: `1 284`, `12,5`, `12 %`, `131 €`; `1,284`, `12.5`, `12%`, `€131`.

use rust_decimal::Decimal;

use super::Formats;
use crate::words::Language;

/// The space between a number and its unit, where no line may break.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// A plain number such as `-1284.5` as the language writes it; what is no number stays as it is.
///
/// Our own rule and not ICU's, whose Bulgarian groups begin with five digits whatever one asks for.
pub(crate) fn group(plain: &str, language: Language) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", plain),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !fraction.is_none_or(is_number) {
        return plain.to_owned();
    }
    let (separator, decimal_sign) = match language {
        Language::Bulgarian => (NO_BREAK_SPACE, ','),
        Language::English => (',', '.'),
    };
    let mut written = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push(decimal_sign);
        written.push_str(fraction);
    }
    written
}

impl Formats {
    /// A whole number: `1 284`.
    #[must_use]
    pub fn integer(&self, number: impl Into<i64>) -> String {
        group(&number.into().to_string(), self.language())
    }

    /// How many there are: `1 284`.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        group(&count.to_string(), self.language())
    }

    /// A decimal number without zeros at its end: `12,5`.
    #[must_use]
    pub fn decimal(&self, number: Decimal) -> String {
        group(&number.normalize().to_string(), self.language())
    }

    /// A change, always with its sign: `+36`, `−13`; zero is `0`.
    #[must_use]
    pub fn change(&self, number: Decimal) -> String {
        if number > Decimal::ZERO { format!("+{}", self.decimal(number)) } else { self.decimal(number) }
    }

    /// A percentage, rounded to a whole number: `12 %` in Bulgarian, `12%` in English.
    #[must_use]
    pub fn percent(&self, number: Decimal) -> String {
        let number = self.decimal(number.round());
        match self.language() {
            Language::Bulgarian => format!("{number}{NO_BREAK_SPACE}%"),
            Language::English => format!("{number}%"),
        }
    }

    /// An amount in a currency, given by sign or code: `131 €`, `12,50 лв.`; in English `€131`, `12.50 BGN`.
    ///
    /// Whole amounts have no cents, others have two.
    #[must_use]
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        let rounded = amount.round_dp(2);
        let plain = if rounded.fract().is_zero() { rounded.trunc().to_string() } else { format!("{rounded:.2}") };
        let number = group(&plain, self.language());
        let sign = self.currency_sign(currency);
        if self.language() == Language::English && matches!(sign, "€" | "£" | "$") {
            match number.strip_prefix('−') {
                Some(positive) => format!("−{sign}{positive}"),
                None => format!("{sign}{number}"),
            }
        } else {
            format!("{number}{NO_BREAK_SPACE}{sign}")
        }
    }

    /// How the language writes a currency: «€», «лв»; its code where it has no sign.
    #[must_use]
    pub fn currency_sign<'a>(&self, code: &'a str) -> &'a str {
        match code {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            "BGN" if self.language() == Language::Bulgarian => "лв",
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn bulgarian() -> Formats {
        Formats::new(Words::new(Language::Bulgarian))
    }

    fn english() -> Formats {
        Formats::new(Words::new(Language::English))
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("the test writes a number")
    }

    #[test]
    fn groups_begin_with_four_digits() {
        for (number, in_bulgarian, in_english) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1284", "1\u{a0}284", "1,284"),
            ("1234567.5", "1\u{a0}234\u{a0}567,5", "1,234,567.5"),
            ("12.50", "12,5", "12.5"),
            ("-1284", "−1\u{a0}284", "−1,284"),
        ] {
            assert_eq!(bulgarian().decimal(decimal(number)), in_bulgarian);
            assert_eq!(english().decimal(decimal(number)), in_english);
        }
    }

    #[test]
    fn percents_and_changes() {
        assert_eq!(bulgarian().percent(decimal("12.4")), "12\u{a0}%");
        assert_eq!(english().percent(decimal("12.4")), "12%");
        assert_eq!(bulgarian().change(decimal("36")), "+36");
        assert_eq!(english().change(decimal("-13")), "−13");
        assert_eq!(english().change(decimal("0")), "0");
    }

    #[test]
    fn money_follows_the_language() {
        assert_eq!(bulgarian().money(decimal("131"), "€"), "131\u{a0}€");
        assert_eq!(bulgarian().money(decimal("1284.5"), "EUR"), "1\u{a0}284,50\u{a0}€");
        assert_eq!(english().money(decimal("1284.5"), "EUR"), "€1,284.50");
        assert_eq!(english().money(decimal("-3"), "€"), "−€3");
        assert_eq!(english().money(decimal("20"), "лв."), "20\u{a0}лв.");
    }

    #[test]
    fn whole_numbers() {
        assert_eq!(bulgarian().integer(1284), "1\u{a0}284");
        assert_eq!(english().count(20_000), "20,000");
    }
}
