//! The day and the hour that a sentence says: «Опитва мострите до петък», "by Friday", «утре в 10:30».

use chrono::{NaiveDate, NaiveTime};

use super::dates::calendar;
use crate::typed_line::days::{Calendar, Day, day};
use crate::typed_line::hours::{SaidHour, hour};
use crate::typed_line::words::{Cursor, words};

/// A day that a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidDay {
    /// The day.
    pub day: NaiveDate,
    /// The words that say it, as they stand in the sentence.
    pub words: String,
}

/// The first day from `today` on that a sentence says, in either language. What only looks like one is not read: an
/// amount (`2.5 кг`), a day that is over, a word that also has another meaning.
#[must_use]
pub fn day_in(sentence: &str, today: NaiveDate) -> Option<SaidDay> {
    let words = words(sentence);
    (0..words.len()).find_map(|at| {
        let (said, end) = day(Cursor::new(&words, at), &calendar(today))?;
        let day = match said.day {
            Day::On(day) => Some(day).filter(|day| *day >= today),
            Day::Coming(weekday) => Calendar::next_weekday(today, weekday),
        }?;
        let (first, last) = (words.get(at)?, words.get(end.place().checked_sub(1)?)?);
        let words = sentence.get(first.at.start..last.at.end)?.trim_end_matches('.').to_owned();
        Some(SaidDay { day, words })
    })
}

/// The hour that a sentence says: `10:30`, «10 часа», "3 pm".
#[must_use]
pub fn hour_in(sentence: &str) -> Option<NaiveTime> {
    let words = words(sentence);
    (0..words.len()).find_map(|at| {
        let cursor = Cursor::new(&words, at);
        // The length of something is no hour: «за 2 часа».
        if matches!(cursor.before(), "за" | "след" | "for" | "in") {
            return None;
        }
        match hour(cursor, false)? {
            (SaidHour::At(clock), _) if clock.sure || clock.part.is_some() => clock.time(None),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::{day_in, hour_in};

    fn said(sentence: &str) -> Option<(String, String)> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24)?;
        day_in(sentence, today).map(|said| (said.day.to_string(), said.words))
    }

    #[test]
    fn the_day_that_a_sentence_says_is_found_with_its_words() {
        for (sentence, day, words) in [
            ("Опитва мострите до петък", "2026-11-27", "до петък"),
            ("до петък ми казва", "2026-11-27", "до петък"),
            ("Tries the samples by Friday.", "2026-11-27", "by Friday"),
            ("утре ще донеса каталога", "2026-11-25", "утре"),
            ("Ще видим, утре.", "2026-11-25", "утре"),
            ("Връща мострите на 27.11", "2026-11-27", "на 27.11"),
            ("Връща мострите 27.11.", "2026-11-27", "27.11"),
            ("до 5.12 решава", "2026-12-05", "до 5.12"),
            ("след 3 дни пак да се чуем", "2026-11-27", "след 3 дни"),
            ("звънни след седмица", "2026-12-01", "след седмица"),
            ("отговаря до 3 дни", "2026-11-27", "до 3 дни"),
            ("within a week she decides", "2026-12-01", "within a week"),
            ("in 3 days", "2026-11-27", "in 3 days"),
            ("мисли до 30 ноември 2026 и казва", "2026-11-30", "до 30 ноември 2026"),
            ("на 3 декември е на кафе", "2026-12-03", "на 3 декември"),
            ("следващия понеделник", "2026-11-30", "следващия понеделник"),
            ("call me next Monday", "2026-11-30", "next Monday"),
            ("до края на месеца", "2026-11-30", "до края на месеца"),
            ("да се чуем в сб", "2026-11-28", "в сб"),
            ("„до сряда“ каза", "2026-11-25", "до сряда"),
            ("вдругиден сутринта", "2026-11-26", "вдругиден"),
        ] {
            assert_eq!(said(sentence), Some((day.to_owned(), words.to_owned())), "«{sentence}»");
        }
    }

    #[test]
    fn what_only_looks_like_a_day_is_not_read() {
        for sentence in [
            "",
            "Опитва мострите една седмица",
            "Взема мостри за една седмица",
            "взема 2.5 кг",
            "до 2.50 лв",
            "има пет въпроса",
            "we met the sun",
            "she sat down",
            "носи 3 мостри",
            "вчера каза",
            "за 300 €",
            "на 12.1 %",
            "от първия май",
            "до 18:30",
            "след 10",
            "до 10 часа",
            "in the end",
            "версия 1.2.3.4",
        ] {
            assert_eq!(said(sentence), None, "«{sentence}»");
        }
    }

    #[test]
    fn the_hour_of_a_sentence_is_read_and_a_length_is_none() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for (sentence, hour) in [
            ("в петък в 10:30", at(10, 30)),
            ("утре 14:00 след работа", at(14, 0)),
            ("on Friday at 3 pm", at(15, 0)),
            ("в сряда към 9 часа", at(9, 0)),
            ("в петък преди обяд", None),
            ("на 27.11", None),
            ("след 2 часа", None),
        ] {
            assert_eq!(hour_in(sentence), hour, "«{sentence}»");
        }
    }
}
