//! A length of time alone in a field, in minutes.

use crate::typed_line::lengths::{LONGEST, length};
use crate::typed_line::words::{Cursor, words};

/// A bare number below this is hours, from it on minutes.
const FIRST_MINUTES: u32 = 5;

/// Reads a length in minutes: `45`, `45 мин`, `1 час`, `1:30`, `1 ч 30`, `90m`, `1.5h`, «половин час»; at most a week.
///
/// A bare number is minutes; 1 to 4 are hours.
#[must_use]
pub fn duration(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let minutes = clock(&text).or_else(|| bare(&text)).or_else(|| said(&text))?;
    (minutes <= LONGEST).then_some(minutes)
}

fn said(text: &str) -> Option<u32> {
    let words = words(text);
    let (minutes, end) = length(Cursor::new(&words, 0))?;
    (end.place() == words.len()).then_some(minutes)
}

fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let hours: u32 = hours.parse().ok()?;
    let minutes: u32 = minutes.parse().ok().filter(|minutes| *minutes < 60)?;
    hours.checked_mul(60)?.checked_add(minutes)
}

fn bare(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    if number < FIRST_MINUTES { number.checked_mul(60) } else { Some(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read_as_minutes() {
        for (typed, minutes) in [
            ("1 час", 60),
            ("2 часа", 120),
            ("45", 45),
            ("45 мин", 45),
            ("45 мин.", 45),
            ("1:30", 90),
            ("1 ч 30", 90),
            ("1ч30", 90),
            ("1 ч. 30 мин.", 90),
            ("1 ч и 15 мин", 75),
            ("90m", 90),
            ("1.5h", 90),
            ("1,5 часа", 90),
            ("1 h 30 min", 90),
            ("2", 120),
            ("час", 60),
            ("половин час", 30),
            ("1 час и половина", 90),
            ("half an hour", 30),
        ] {
            assert_eq!(duration(typed), Some(minutes), "«{typed}»");
        }
    }

    #[test]
    fn what_is_no_duration_is_not_guessed() {
        for typed in ["", "кафе", "1:75", "h", "3 седмици", "999999", "1 ч кафе", "99999999999h"] {
            assert_eq!(duration(typed), None, "«{typed}»");
        }
    }
}
