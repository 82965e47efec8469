//! Dates as people type them, relative to a given day.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::vocabulary::{folded, leading_number, month, weekday};

/// How many days a date without a year may lie back before it means the next year.
const LOOK_BACK_DAYS: i64 = 92;

/// Reads a date: `24.11`, `24.11.2026`, `2026-11-24`, `24 ноември`, `24 nov`, «утре», «понеделник», «след 3 дни», `+3`.
///
/// A weekday is the next one after `today`. A date without a year lies at most three months back,
/// else it is the next that comes.
#[must_use]
pub fn date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = folded(text);
    let text = without_year_mark(&text);
    named_day(text, today)
        .or_else(|| distance(text, today))
        .or_else(|| next_weekday(text, today))
        .or_else(|| numeric(text, today))
        .or_else(|| with_month_name(text, today))
        .or_else(|| end_of(text, today))
}

/// «края на май», «до края на годината», "end of May": the last day that comes.
fn end_of(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.strip_prefix("до ").or_else(|| text.strip_prefix("by ")).unwrap_or(text);
    let text = text.strip_prefix("the ").unwrap_or(text);
    let rest = ["края на ", "край на ", "end of "].iter().find_map(|prefix| text.strip_prefix(prefix))?;
    let rest = rest.strip_prefix("the ").unwrap_or(rest).trim_end_matches('.');
    let last_of = |first: NaiveDate| first.checked_add_months(Months::new(1))?.pred_opt();
    match rest {
        "месеца" | "month" => return last_of(today.with_day(1)?),
        "годината" | "year" => return NaiveDate::from_ymd_opt(today.year(), 12, 31),
        _ => {}
    }
    let month = month(rest)?;
    let in_year = |year| last_of(NaiveDate::from_ymd_opt(year, month, 1)?);
    in_year(today.year()).filter(|day| *day >= today).or_else(|| in_year(today.year() + 1))
}

fn without_year_mark(text: &str) -> &str {
    ["година", "год.", "г.", "г"]
        .iter()
        .find_map(|mark| {
            let rest = text.strip_suffix(mark)?.trim_end();
            rest.ends_with(|last: char| last.is_ascii_digit()).then_some(rest)
        })
        .unwrap_or(text)
}

fn named_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = match text {
        "днес" | "today" | "сега" | "now" => 0,
        "утре" | "tomorrow" => 1,
        "вдругиден" | "в други ден" | "другиден" | "overmorrow" | "day after tomorrow" | "the day after tomorrow" => {
            2
        }
        "вчера" | "yesterday" => -1,
        "завчера" | "онзи ден" | "day before yesterday" | "the day before yesterday" => -2,
        _ => return None,
    };
    shift(today, days)
}

fn shift(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days >= 0 {
        today.checked_add_days(Days::new(days.unsigned_abs()))
    } else {
        today.checked_sub_days(Days::new(days.unsigned_abs()))
    }
}

/// `+3`, `-2`, «след 3 дни», «преди седмица», "in 2 weeks", "3 days ago".
fn distance(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(rest) = text.strip_prefix('+') {
        return shift(today, rest.trim().parse::<u32>().ok()?.into());
    }
    if let Some(rest) = text.strip_prefix(['-', '−']) {
        return shift(today, -i64::from(rest.trim().parse::<u32>().ok()?));
    }
    if let Some(rest) = text.strip_prefix("след ").or_else(|| text.strip_prefix("in ")) {
        return far(rest, today, true);
    }
    if let Some(rest) = text.strip_prefix("преди ").or_else(|| text.strip_suffix(" ago")) {
        return far(rest, today, false);
    }
    None
}

fn far(text: &str, today: NaiveDate, ahead: bool) -> Option<NaiveDate> {
    let (count, unit) = match leading_number(text) {
        Some((count, rest)) => (count, rest.trim_start()),
        None => match text.split_once(' ') {
            Some((word, unit)) => (small_number(word)?, unit),
            None => (1, text),
        },
    };
    let days = |each: i64| {
        let days = i64::from(count) * each;
        shift(today, if ahead { days } else { -days })
    };
    match unit {
        "ден" | "дни" | "дена" | "day" | "days" | "d" | "д" => days(1),
        "седмица" | "седмици" | "week" | "weeks" | "w" => days(7),
        "месец" | "месеца" | "месеци" | "month" | "months" => {
            let months = Months::new(count);
            if ahead { today.checked_add_months(months) } else { today.checked_sub_months(months) }
        }
        "година" | "години" | "year" | "years" => {
            let months = Months::new(count.checked_mul(12)?);
            if ahead { today.checked_add_months(months) } else { today.checked_sub_months(months) }
        }
        _ => None,
    }
}

fn small_number(word: &str) -> Option<u32> {
    Some(match word {
        "един" | "една" | "един-два" | "a" | "an" | "one" => 1,
        "два" | "две" | "two" => 2,
        "три" | "three" => 3,
        "четири" | "four" => 4,
        "пет" | "five" => 5,
        "шест" | "six" => 6,
        "седем" | "seven" => 7,
        "десет" | "ten" => 10,
        _ => return None,
    })
}

fn next_weekday(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let word = ["в ", "във ", "на ", "on ", "next ", "this ", "следващия ", "следващата ", "другия ", "другата "]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(text);
    let ahead = days_until(weekday(word)?, today);
    shift(today, ahead)
}

fn days_until(weekday: Weekday, today: NaiveDate) -> i64 {
    let wanted = i64::from(weekday.num_days_from_monday());
    let now = i64::from(today.weekday().num_days_from_monday());
    (wanted - now - 1).rem_euclid(7) + 1
}

/// Numbers alone: `24`, `24.11`, `24/11/26`, `2026-11-24`.
fn numeric(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match (parts.as_slice(), numbers.as_slice()) {
        ([_], [day]) if *day <= 31 => next_day_of_month(*day, today),
        (_, [day, month]) => without_year(*day, *month, today),
        ([first, ..], [year, month, day]) if first.len() == 4 => ymd(*year, *month, *day),
        ([_, _, last], [day, month, year]) => ymd(full_year(last, *year, today)?, *month, *day),
        _ => None,
    }
}

/// `24 ноември`, `24 ноем. 2026`, `вт 24 ноември`, `november 24`.
fn with_month_name(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut words: Vec<&str> = text
        .split([' ', ',', '-', '/'])
        .filter(|word| !word.is_empty() && !matches!(*word, "на" | "of" | "the" | "on" | "ти" | "ви" | "ри" | "ми"))
        .collect();
    if words.len() > 2 && weekday(words.first()?).is_some() {
        words.remove(0);
    }
    let position = words.iter().position(|word| month(word).is_some())?;
    let month = month(words.remove(position))?;
    let (day, rest) = leading_number(words.first()?)?;
    if !matches!(rest.trim_start_matches('.'), "" | "st" | "nd" | "rd" | "th" | "ти" | "ви" | "ри" | "ми") {
        return None;
    }
    match words.as_slice() {
        [_] => without_year(day, month, today),
        [_, year] => ymd(full_year(year, year.parse().ok()?, today)?, month, day),
        _ => None,
    }
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A year of two digits lies at most ten years ahead.
fn full_year(written: &str, year: u32, today: NaiveDate) -> Option<u32> {
    match written.len() {
        4 => Some(year),
        2 => {
            let this_year = u32::try_from(today.year()).ok()?;
            let near = 2000 + year;
            Some(if near > this_year + 10 { near - 100 } else { near })
        }
        _ => None,
    }
}

fn without_year(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    // The years of a leap cycle, so that 29 February is found.
    (-1..=4)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|date| (*date - today).num_days() >= -LOOK_BACK_DAYS)
}

fn next_day_of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..=2)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date >= today)
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
            ("next Fri", "2026-11-27"),
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
