//! A date alone in a field.

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::typed_line::days::{Calendar, Day, day, full_year, next_of_month, shift, without_year, ymd};
use crate::typed_line::vocabulary::weekday_in_field;
use crate::typed_line::words::{Cursor, words};

/// Reads a date: `24.11`, `24.11.2026`, `2026-11-24`, `24 ноември`, `24 nov`, «утре», «понеделник», «след 3 дни», `+3`.
///
/// A weekday is the next one after `today`. A date without a year lies at most three months back,
/// else it is the next that comes.
#[must_use]
pub fn date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    steps(&text, today)
        .or_else(|| said(&text, today))
        .or_else(|| weekday(&text, today))
        .or_else(|| numbers(&text, today))
}

/// The moment from which a field counts: a day has no hour there.
pub(super) fn calendar(today: NaiveDate) -> Calendar {
    Calendar { today, now: today.and_time(NaiveTime::MIN), week_starts: Weekday::Mon }
}

/// `+3`, `-2`.
fn steps(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if matches!(text, "сега" | "now") {
        return Some(today);
    }
    let (ahead, count) = match text.strip_prefix('+') {
        Some(count) => (true, count),
        None => (false, text.strip_prefix(['-', '−'])?),
    };
    let count = i64::from(count.trim().parse::<u32>().ok()?);
    shift(today, if ahead { count } else { -count })
}

/// What a line would say, with nothing besides.
fn said(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = words(text);
    let (said, end) = day(Cursor::new(&words, 0), &calendar(today))?;
    if end.place() < words.len() {
        return None;
    }
    match said.day {
        Day::On(day) => Some(day),
        Day::Coming(weekday) => Calendar::next_weekday(today, weekday),
    }
}

/// The beginning of the name of a day, which only in a field can be nothing else.
fn weekday(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let word = text.rsplit(' ').next()?.trim_end_matches('.');
    let led = text.strip_suffix(word).or_else(|| text.strip_suffix('.')?.strip_suffix(word))?.trim();
    matches!(led, "" | "в" | "във" | "до" | "на" | "on" | "by" | "this")
        .then(|| weekday_in_field(word))
        .flatten()
        .and_then(|weekday| Calendar::next_weekday(today, weekday))
}

/// Numbers alone: `24`, `24 11`, `24/11/26`.
fn numbers(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match (parts.as_slice(), numbers.as_slice()) {
        ([_], [day]) if *day <= 31 => next_of_month(*day, today),
        (_, [day, month]) => without_year(*day, *month, today),
        ([first, ..], [year, month, day]) if first.len() == 4 => ymd(*year, *month, *day),
        ([_, _, last], [day, month, year]) => ymd(full_year(last, *year, today)?, *month, *day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("the test writes a date")
    }

    #[test]
    fn what_people_type_is_read_as_a_date() {
        let today = day("2026-11-24");
        for (typed, expected) in [
            ("24.11", "2026-11-24"),
            ("24.11.", "2026-11-24"),
            ("24.11.2026", "2026-11-24"),
            ("24.11.2026 г.", "2026-11-24"),
            ("2026-11-24", "2026-11-24"),
            ("24/11", "2026-11-24"),
            ("5.3.84", "1984-03-05"),
            ("5.3.27", "2027-03-05"),
            ("24 ноември", "2026-11-24"),
            ("24 ноември 2026 г.", "2026-11-24"),
            ("24 Ноем.", "2026-11-24"),
            ("вт 24 ноем.", "2026-11-24"),
            ("вторник, 24 ноември", "2026-11-24"),
            ("24 nov", "2026-11-24"),
            ("Nov 24, 2026", "2026-11-24"),
            ("1st of December", "2026-12-01"),
            ("3 фев", "2027-02-03"),
            ("1 окт", "2026-10-01"),
            ("29.2", "2028-02-29"),
            ("днес", "2026-11-24"),
            ("Утре", "2026-11-25"),
            ("вчера", "2026-11-23"),
            ("вдругиден", "2026-11-26"),
            ("понеделник", "2026-11-30"),
            ("пн", "2026-11-30"),
            ("вторник", "2026-12-01"),
            ("в петък", "2026-11-27"),
            ("нед", "2026-11-29"),
            ("monday", "2026-11-30"),
            ("next Fri", "2026-12-04"),
            ("this Fri", "2026-11-27"),
            ("tomorrow", "2026-11-25"),
            ("края на май", "2027-05-31"),
            ("до края на ноември", "2026-11-30"),
            ("края на годината", "2026-12-31"),
            ("края на месеца", "2026-11-30"),
            ("end of February", "2027-02-28"),
            ("след 3 дни", "2026-11-27"),
            ("след седмица", "2026-12-01"),
            ("след две седмици", "2026-12-08"),
            ("след 1 месец", "2026-12-24"),
            ("in 3 days", "2026-11-27"),
            ("2 weeks ago", "2026-11-10"),
            ("преди 2 дни", "2026-11-22"),
            ("+3", "2026-11-27"),
            ("-1", "2026-11-23"),
            ("30", "2026-11-30"),
            ("3", "2026-12-03"),
        ] {
            assert_eq!(date(typed, today), Some(day(expected)), "«{typed}»");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        let today = day("2026-11-24");
        for typed in [
            "",
            " ",
            "31.2",
            "32",
            "24.13",
            "кафе",
            "24 кафе",
            "in days of yore",
            "+",
            "1.2.3.4",
            "99999999999",
            "след 99999999999 дни",
            "ми",
            "24.11.26262",
        ] {
            assert_eq!(date(typed, today), None, "«{typed}»");
        }
    }
}
