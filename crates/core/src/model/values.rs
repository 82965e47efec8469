//! Small checked values that several records share: points, money, dates that may lack a year.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A value that a record does not take, with what is wrong about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidValue {
    /// A name without a letter.
    #[error("the name is empty")]
    EmptyName,
    /// An entry without a title.
    #[error("the title is empty")]
    EmptyTitle,
    /// A text longer than a field takes (64 KiB).
    #[error("the text is longer than 65536 bytes")]
    TextTooLong,
    /// Points or money below zero, or beyond what a company could count.
    #[error("the amount is negative or too large")]
    Amount,
    /// A day that the calendar does not have.
    #[error("there is no such day")]
    NoSuchDay,
    /// An end before its start.
    #[error("the end is before the start")]
    EndBeforeStart,
    /// A length of zero minutes or of more than a week.
    #[error("the duration is zero or longer than a week")]
    Duration,
    /// A count of zero, or beyond 1,000.
    #[error("the count is zero or too large")]
    Count,
    /// A number of days outside 1 to 3,650.
    #[error("the number of days is out of range")]
    Days,
    /// A recurrence rule that yields nothing or cannot be read.
    #[error("the recurrence rule cannot be used")]
    Rule,
    /// A currency that is not three Latin capitals.
    #[error("the currency is not a three-letter code")]
    Currency,
    /// A row of a plan that is an outcome: points, new users, rank.
    #[error("an outcome is measured, not planned")]
    Outcome,
}

/// The longest text that a field takes, in bytes.
pub(crate) const LONGEST_TEXT: usize = 64 * 1024;

/// Whether a field holds what it begins with: such fields are not written, a record has them by default.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Refuses a text that is longer than a field takes.
pub(crate) fn check_text(text: &str) -> Result<(), InvalidValue> {
    if text.len() > LONGEST_TEXT { Err(InvalidValue::TextTooLong) } else { Ok(()) }
}

/// Points of the company's monthly turnover: a decimal, never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Decimal")]
pub struct Points(Decimal);

impl TryFrom<Decimal> for Points {
    type Error = InvalidValue;

    fn try_from(amount: Decimal) -> Result<Self, InvalidValue> {
        Self::new(amount)
    }
}

impl Points {
    /// No points at all; a real figure, unlike an unknown one.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Points as typed.
    ///
    /// # Errors
    /// [`InvalidValue::Amount`] when negative or above a thousand million.
    pub fn new(amount: Decimal) -> Result<Self, InvalidValue> {
        if amount.is_sign_negative() && !amount.is_zero() || amount > Decimal::from(1_000_000_000) {
            return Err(InvalidValue::Amount);
        }
        Ok(Self(amount.normalize()))
    }

    /// The number itself.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.0
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self(points.map(Self::amount).fold(Decimal::ZERO, Decimal::saturating_add).normalize())
    }
}

/// A currency by its ISO 4217 code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Currency(String);

impl TryFrom<String> for Currency {
    type Error = InvalidValue;

    fn try_from(code: String) -> Result<Self, InvalidValue> {
        Self::new(&code)
    }
}

impl Currency {
    /// The currency with this code, such as "EUR".
    ///
    /// # Errors
    /// [`InvalidValue::Currency`] when it is not three Latin capitals.
    pub fn new(code: &str) -> Result<Self, InvalidValue> {
        if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) {
            Ok(Self(code.to_owned()))
        } else {
            Err(InvalidValue::Currency)
        }
    }

    /// The euro, which a new workspace begins with.
    #[must_use]
    pub fn euro() -> Self {
        Self("EUR".to_owned())
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// An amount of money with its currency, never negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenMoney")]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

/// Money as it stands in a file, before it is checked.
#[derive(Deserialize)]
struct WrittenMoney {
    amount: Decimal,
    currency: Currency,
}

impl TryFrom<WrittenMoney> for Money {
    type Error = InvalidValue;

    fn try_from(written: WrittenMoney) -> Result<Self, InvalidValue> {
        Self::new(written.amount, written.currency)
    }
}

impl Money {
    /// Money as typed.
    ///
    /// # Errors
    /// [`InvalidValue::Amount`] when negative or above a thousand million.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, InvalidValue> {
        Points::new(amount).map(|checked| Self { amount: checked.amount(), currency })
    }

    /// The number of whole and broken units.
    #[must_use]
    pub const fn amount(&self) -> Decimal {
        self.amount
    }

    /// The currency.
    #[must_use]
    pub const fn currency(&self) -> &Currency {
        &self.currency
    }
}

/// A day of a year that may be unknown, as birthdays in address books are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "WrittenDate")]
pub struct PartialDate {
    year: Option<i32>,
    month: u8,
    day: u8,
}

/// A day as it stands in a file, before it is checked.
#[derive(Deserialize)]
struct WrittenDate {
    year: Option<i32>,
    month: u8,
    day: u8,
}

impl TryFrom<WrittenDate> for PartialDate {
    type Error = InvalidValue;

    fn try_from(written: WrittenDate) -> Result<Self, InvalidValue> {
        Self::new(written.year, written.month, written.day)
    }
}

impl PartialDate {
    /// A day with or without its year.
    ///
    /// # Errors
    /// [`InvalidValue::NoSuchDay`] when the calendar lacks it; 29 February without a year is a day.
    pub fn new(year: Option<i32>, month: u8, day: u8) -> Result<Self, InvalidValue> {
        // 2000 was a leap year, so that a birthday on 29 February stands without its year.
        NaiveDate::from_ymd_opt(year.unwrap_or(2000), month.into(), day.into())
            .map(|_| Self { year, month, day })
            .ok_or(InvalidValue::NoSuchDay)
    }

    /// The year, where it is known.
    #[must_use]
    pub const fn year(self) -> Option<i32> {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day in this year on which it is kept; 29 February is kept on 1 March where the year lacks it.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into())
            .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
    }

    /// The age in whole years on a day, where the year is known and the day is not before it.
    #[must_use]
    pub fn age_on(self, day: NaiveDate) -> Option<u16> {
        let years = day.year() - self.year?;
        let before = self.in_year(day.year()).is_some_and(|kept| day < kept);
        u16::try_from(years - i32::from(before)).ok()
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        let month = u8::try_from(day.month()).unwrap_or(1);
        Self { year: Some(day.year()), month, day: u8::try_from(day.day()).unwrap_or(1) }
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use super::{Currency, Money, PartialDate, Points};
    use crate::model::{FigurePeriod, Name, Repeat};

    fn is_refused<T: DeserializeOwned>(json: &str) {
        assert!(serde_json::from_str::<T>(json).is_err(), "{json}");
    }

    fn comes_back<T: DeserializeOwned + Serialize>(json: &str) {
        let value: T = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        let bytes = rmp_serde::to_vec_named(&value).unwrap();
        let again: T = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }

    #[test]
    fn values_in_a_file_are_checked_as_those_that_are_typed() {
        is_refused::<Name>(r#"{"given":" ","family":""}"#);
        is_refused::<Points>(r#""-1""#);
        is_refused::<Points>(r#""79228162514264337593543950335""#);
        is_refused::<Currency>(r#""euro""#);
        is_refused::<Money>(r#"{"amount":"-3","currency":"EUR"}"#);
        is_refused::<PartialDate>(r#"{"year":2026,"month":2,"day":30}"#);
        is_refused::<PartialDate>(r#"{"year":null,"month":13,"day":1}"#);
        is_refused::<Repeat>(r#"{"rule":"BYDAY=MO","left_out":[],"overrides":{}}"#);
        is_refused::<Repeat>(r#"{"rule":"FREQ=DAILY\r\nEND:VEVENT","left_out":[],"overrides":{}}"#);
        is_refused::<FigurePeriod>(r#"{"Month":{"year":2026,"month":4294967295}}"#);
        is_refused::<FigurePeriod>(r#"{"Week":{"year":2026,"week":54}}"#);
    }

    #[test]
    fn values_that_were_written_are_read_back_to_the_same_letters() {
        comes_back::<Name>(r#"{"given":"Мария Антония","family":"Петрова"}"#);
        comes_back::<Points>(r#""12.5""#);
        comes_back::<Money>(r#"{"amount":"19.99","currency":"EUR"}"#);
        comes_back::<PartialDate>(r#"{"year":null,"month":2,"day":29}"#);
        comes_back::<Repeat>(r#"{"rule":"FREQ=WEEKLY;BYDAY=MO","left_out":["2026-11-02"],"overrides":{}}"#);
        comes_back::<FigurePeriod>(r#"{"Month":{"year":2026,"month":11}}"#);
        comes_back::<FigurePeriod>(r#"{"Week":{"year":2026,"week":53}}"#);
    }
}
