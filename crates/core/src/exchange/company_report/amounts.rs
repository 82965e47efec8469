//! Points as companies write them: «84,3», "1,284.50", «1 284,5». Which sign parts the decimals is seen in the whole
//! column, because «1,284» alone says nothing.

use rust_decimal::Decimal;

use crate::exchange::Refusal;
use crate::model::Points;

/// Which sign stands before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecimalSign {
    Comma,
    Dot,
    /// No cell tells: a sign before three figures parts thousands, any other decimals.
    Unknown,
}

impl DecimalSign {
    /// The sign that the cells show; the first that tells counts.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        cells.map(sign_of).find(|sign| *sign != Self::Unknown).unwrap_or(Self::Unknown)
    }

    /// This sign, or another where it is unknown.
    pub(super) const fn or(self, other: Self) -> Self {
        match self {
            Self::Unknown => other,
            Self::Comma | Self::Dot => self,
        }
    }
}

fn sign_of(text: &str) -> DecimalSign {
    let named = |sign| if sign == ',' { DecimalSign::Comma } else { DecimalSign::Dot };
    let signs: Vec<char> = text.chars().filter(|letter| matches!(letter, ',' | '.')).collect();
    match signs.as_slice() {
        [] => DecimalSign::Unknown,
        [one] => {
            let decimals = text.rsplit([',', '.']).next().unwrap_or("").chars().filter(char::is_ascii_digit).count();
            if decimals == 3 { DecimalSign::Unknown } else { named(*one) }
        }
        [first, .., last] if first != last => named(*last),
        // The same sign several times parts thousands.
        [first, ..] => named(if *first == ',' { '.' } else { ',' }),
    }
}

/// The points of a cell; none for an empty one or a dash.
///
/// # Errors
/// [`Refusal::Points`], [`Refusal::Invalid`] for less than zero.
pub(super) fn points(text: &str, sign: DecimalSign) -> Result<Option<Points>, Refusal> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\'').collect();
    if text.is_empty() || text.chars().all(|letter| matches!(letter, '-' | '–' | '—')) {
        return Ok(None);
    }
    let decimal = match sign {
        DecimalSign::Comma => ',',
        DecimalSign::Dot => '.',
        // Thousands: neither sign is one of decimals.
        DecimalSign::Unknown => '\0',
    };
    let plain: String = text
        .chars()
        .filter_map(|letter| match letter {
            letter if letter == decimal => Some('.'),
            ',' | '.' => None,
            '−' => Some('-'),
            letter => Some(letter),
        })
        .collect();
    let amount: Decimal = plain.parse().map_err(|_| Refusal::Points)?;
    Ok(Some(Points::new(amount)?))
}

#[cfg(test)]
mod tests {
    use super::{DecimalSign, points};

    #[test]
    fn points_are_read_as_the_whole_column_writes_them() {
        let read = |text: &str, column: &[&str]| {
            points(text, DecimalSign::of(column.iter().copied()))
                .map(|points| points.map(|points| points.amount().to_string()))
        };
        for (text, column, wanted) in [
            ("84,3", &["84,3"][..], "84.3"),
            ("1,284", &["84,3", "1,284"], "1.284"),
            ("1,284", &["84.3", "1,284"], "1284"),
            ("1,284", &["1,284"], "1284"),
            ("1.284,50", &["1.284,50"], "1284.5"),
            ("1,284.50", &["1,284.50"], "1284.5"),
            ("1\u{a0}284,5", &["1\u{a0}284,5"], "1284.5"),
            ("1.284.000", &["1.284.000"], "1284000"),
            ("0", &["0"], "0"),
        ] {
            assert_eq!(read(text, column), Ok(Some(wanted.to_owned())), "{text}");
        }
        for empty in ["", " ", "-", "–"] {
            assert_eq!(read(empty, &[]), Ok(None));
        }
        for none in ["много", "-5", "12a"] {
            assert!(read(none, &[]).is_err(), "{none}");
        }
    }
}
