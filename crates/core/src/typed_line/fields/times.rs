//! A time of day alone in a field.

use chrono::NaiveTime;

use crate::typed_line::clocks::clock_in_field;
use crate::typed_line::words::{Cursor, figures, words};

/// Reads a time: `11`, `11:30`, `1130`, `14 ч`, `2pm`, «9 сутринта», «в 2 следобед», «10 и половина».
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    if let Some((number, 3 | 4, "")) = figures(text) {
        return NaiveTime::from_hms_opt(number / 100, number % 100, 0);
    }
    let words = words(text);
    let (clock, end) = clock_in_field(Cursor::new(&words, 0))?;
    // An hour that is still being typed is none yet: «11:».
    (end.place() == words.len() && !text.ends_with(':')).then(|| clock.as_said()).flatten()
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
