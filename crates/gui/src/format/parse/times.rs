//! Times of day as people type them.

use chrono::NaiveTime;

use super::vocabulary::{folded, leading_number};

/// Which half of the day was said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Before,
    After,
}

const HALVES: [(&str, Half); 14] = [
    ("сутринта", Half::Before),
    ("сутрин", Half::Before),
    ("преди обед", Half::Before),
    ("през нощта", Half::Before),
    ("in the morning", Half::Before),
    ("a.m.", Half::Before),
    ("am", Half::Before),
    ("следобед", Half::After),
    ("след обед", Half::After),
    ("вечерта", Half::After),
    ("вечер", Half::After),
    ("in the evening", Half::After),
    ("p.m.", Half::After),
    ("pm", Half::After),
];

/// Reads a time: `11`, `11:30`, `1130`, `14 ч`, `2pm`, «9 сутринта», «в 2 следобед», «10 и половина».
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = folded(text);
    let text =
        ["в ", "във ", "от ", "at ", "from "].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(&text);
    if matches!(text, "обед" | "обяд" | "на обед" | "на обяд" | "noon" | "midday") {
        return NaiveTime::from_hms_opt(12, 0, 0);
    }
    let (text, half) = HALVES
        .iter()
        .find_map(|(word, half)| Some((text.strip_suffix(word)?.trim_end(), Some(*half))))
        .unwrap_or((text, None));
    let (hour, minute) = clock(text)?;
    let hour = match half {
        None => hour,
        Some(_) if hour > 12 => hour,
        Some(Half::Before) => hour % 12,
        Some(Half::After) => hour % 12 + 12,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn clock(text: &str) -> Option<(u32, u32)> {
    let (number, rest) = leading_number(text)?;
    let digits = text.len() - rest.len();
    let rest = rest.trim_start();
    if rest.is_empty() {
        return match digits {
            1 | 2 => Some((number, 0)),
            3 | 4 => Some((number / 100, number % 100)),
            _ => None,
        };
    }
    if digits > 2 {
        return None;
    }
    let rest = ["часа", "час", "ч.", "ч", "o'clock", "h"]
        .iter()
        .find_map(|unit| rest.strip_prefix(unit))
        .or_else(|| rest.strip_prefix([':', '.', '-']).filter(|rest| !rest.is_empty()))
        .unwrap_or(rest)
        .trim();
    match rest {
        "" => Some((number, 0)),
        "и половина" => Some((number, 30)),
        _ => minutes(rest).map(|minutes| (number, minutes)),
    }
}

fn minutes(text: &str) -> Option<u32> {
    let text = text.strip_prefix("и ").unwrap_or(text);
    let (minutes, rest) = leading_number(text)?;
    let two_digits = text.len() - rest.len() == 2;
    (two_digits && minutes < 60 && matches!(rest.trim(), "" | "ч" | "ч." | "мин" | "min" | "h")).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read_as_a_time() {
        for (typed, hour, minute) in [
            ("11", 11, 0),
            ("11:30", 11, 30),
            ("11.30", 11, 30),
            ("9:05", 9, 5),
            ("1130", 11, 30),
            ("930", 9, 30),
            ("14 ч", 14, 0),
            ("14 часа", 14, 0),
            ("11 ч 30", 11, 30),
            ("11:30 ч.", 11, 30),
            ("2pm", 14, 0),
            ("2:30 PM", 14, 30),
            ("12 am", 0, 0),
            ("12pm", 12, 0),
            ("9 сутринта", 9, 0),
            ("в 2 следобед", 14, 0),
            ("8 вечерта", 20, 0),
            ("14 следобед", 14, 0),
            ("10 и половина", 10, 30),
            ("noon", 12, 0),
            ("0", 0, 0),
            ("at 7", 7, 0),
        ] {
            assert_eq!(time(typed), NaiveTime::from_hms_opt(hour, minute, 0), "«{typed}»");
        }
    }

    #[test]
    fn what_is_no_time_is_not_guessed() {
        for typed in ["", "24", "25:00", "11:60", "11:3", "11300", "кафе", "pm", "11:", "1 2 3", "99999999999"] {
            assert_eq!(time(typed), None, "«{typed}»");
        }
    }
}
