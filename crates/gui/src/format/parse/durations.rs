//! Durations as people type them, in minutes.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::numbers::decimal;
use super::vocabulary::folded;

/// A bare number below this is hours, from it on minutes.
const FIRST_MINUTES: u32 = 5;

/// The longest duration that is read: a month, in minutes.
const LONGEST: u32 = 31 * 24 * 60;

/// Reads a duration in minutes: `45`, `45 мин`, `1 час`, `1:30`, `1 ч 30`, `90m`, `1.5h`, «половин час».
///
/// A bare number is minutes; 1 to 4 are hours.
#[must_use]
pub fn duration(text: &str) -> Option<u32> {
    let text = folded(text);
    let minutes = said(&text).or_else(|| clock(&text)).or_else(|| bare(&text)).or_else(|| with_units(&text))?;
    (minutes <= LONGEST).then_some(minutes)
}

fn said(text: &str) -> Option<u32> {
    Some(match text {
        "час" | "един час" | "an hour" | "one hour" | "hour" => 60,
        "половин час" | "half an hour" | "half hour" => 30,
        "час и половина" | "an hour and a half" => 90,
        "два часа" | "two hours" => 120,
        _ => return None,
    })
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

/// Hours, then minutes, each with its unit; the last unit may be left out.
fn with_units(text: &str) -> Option<u32> {
    let (number, rest) = number_at_start(text)?;
    let unit_end = rest.find(|letter: char| letter.is_ascii_digit() || letter == ' ').unwrap_or(rest.len());
    let (unit, rest) = rest.split_at(unit_end);
    let rest = rest.trim();
    match unit.trim_end_matches('.') {
        "ч" | "час" | "часа" | "h" | "hr" | "hrs" | "hour" | "hours" => {
            let hours = (number * Decimal::from(60)).round().to_u32()?;
            let rest = rest.strip_prefix("и ").or_else(|| rest.strip_prefix("and ")).unwrap_or(rest);
            match rest {
                "" => Some(hours),
                "половина" | "a half" => hours.checked_add(30),
                _ => hours.checked_add(minutes(rest)?),
            }
        }
        _ => minutes(text),
    }
}

fn minutes(text: &str) -> Option<u32> {
    let (number, rest) = number_at_start(text)?;
    let known = matches!(
        rest.trim_end_matches('.'),
        "" | "м" | "мин" | "минути" | "минута" | "m" | "min" | "mins" | "minute" | "minutes"
    );
    known.then(|| number.round().to_u32()).flatten()
}

fn number_at_start(text: &str) -> Option<(Decimal, &str)> {
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ','))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    Some((decimal(number)?, rest.trim_start()))
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
