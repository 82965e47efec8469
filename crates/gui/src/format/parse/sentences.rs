//! The day and the hour that a sentence says: «Опитва мострите до петък», "by Friday", «утре в 10:30».

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::{date, time};

/// A day that a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidDay {
    /// The day.
    pub day: NaiveDate,
    /// The words that say it, as they stand in the sentence.
    pub words: String,
}

/// Words that may stand before a day and belong to what says it.
const BEFORE: [&str; 14] =
    ["до", "за", "на", "в", "във", "от", "към", "by", "on", "until", "till", "before", "for", "around"];

/// Words after a number that make it an amount, never a day.
const UNITS: [&str; 22] = [
    "лв",
    "лева",
    "евро",
    "€",
    "eur",
    "кг",
    "kg",
    "гр",
    "г",
    "литра",
    "л",
    "мл",
    "ml",
    "%",
    "ч",
    "часа",
    "мин",
    "пъти",
    "точки",
    "points",
    "бр",
    "x",
];

/// Names of days that also have a meaning of their own or are too short to stand alone.
const SHORT: [(&str, Weekday); 20] = [
    ("пн", Weekday::Mon),
    ("пон", Weekday::Mon),
    ("вт", Weekday::Tue),
    ("ср", Weekday::Wed),
    ("чт", Weekday::Thu),
    ("пт", Weekday::Fri),
    ("сб", Weekday::Sat),
    ("съб", Weekday::Sat),
    ("нд", Weekday::Sun),
    ("нед", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("tues", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("thur", Weekday::Thu),
    ("thurs", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Names of days that say a day wherever they stand.
const WHOLE: [&str; 14] = [
    "понеделник",
    "вторник",
    "сряда",
    "четвъртък",
    "петък",
    "събота",
    "неделя",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The first day from `today` on that a sentence says, in either language. What only looks like one is not read: an
/// amount (`2.5 кг`), a day that is over, a word that also has another meaning.
#[must_use]
pub fn day_in(sentence: &str, today: NaiveDate) -> Option<SaidDay> {
    let words = words_of(sentence);
    (0..words.len()).find_map(|from| {
        // The longest reading from here: «27 ноември 2026» before «27 ноември».
        (from + 1..=(from + 6).min(words.len())).rev().find_map(|to| read(sentence, &words, from..to, today))
    })
}

/// The hour that a sentence says: `10:30`, «10 часа», "3 pm".
#[must_use]
pub fn hour_in(sentence: &str) -> Option<NaiveTime> {
    let words = words_of(sentence);
    (0..words.len()).find_map(|from| {
        (from + 1..=(from + 3).min(words.len())).rev().find_map(|to| {
            let said = folded_words(sentence, words.get(from..to)?).join(" ");
            let begins = said.starts_with(|first: char| first.is_ascii_digit());
            let names_hour = said.contains(':') || said.contains(|letter: char| letter.is_alphabetic());
            // The length of something is no hour: «за 2 часа».
            let before = from.checked_sub(1).and_then(|at| words.get(at)).and_then(|at| sentence.get(at.clone()));
            let lasts = before.is_some_and(|word| matches!(word.to_lowercase().as_str(), "за" | "след" | "for" | "in"));
            (begins && names_hour && !lasts).then(|| time(&said)).flatten()
        })
    })
}

/// Where the words of a sentence stand, in bytes, without the marks around them.
fn words_of(sentence: &str) -> Vec<Range<usize>> {
    let is_mark = |letter: char| ",;!?()[]„“”\"«»…—–".contains(letter);
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
        let parts = letter.is_whitespace() || is_mark(letter);
        match start {
            None if !parts => start = Some(at),
            Some(from) if parts => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn folded_words(sentence: &str, words: &[Range<usize>]) -> Vec<String> {
    let folded = words.iter().filter_map(|at| sentence.get(at.clone()));
    folded.map(|word| word.trim_end_matches(['.', ':']).to_lowercase()).collect()
}

fn read(sentence: &str, words: &[Range<usize>], at: Range<usize>, today: NaiveDate) -> Option<SaidDay> {
    let chosen = words.get(at.clone())?;
    let next = words.get(at.end).and_then(|word| sentence.get(word.clone())).unwrap_or_default();
    let folded = folded_words(sentence, chosen);
    let led = folded.first().map(String::as_str).filter(|first| folded.len() > 1 && BEFORE.contains(first));
    let said = if led.is_some() { folded.get(1..)? } else { folded.as_slice() };
    let day = said_day(said, led, &next.to_lowercase(), today).filter(|day| *day >= today)?;
    let (start, end) = (chosen.first()?.start, chosen.last()?.end);
    let words = sentence.get(start..end)?.trim_end_matches(['.', ':']).to_owned();
    Some(SaidDay { day, words })
}

/// The day that some words say by themselves; `led` is the word as «до» that stood before them.
fn said_day(words: &[String], led: Option<&str>, next: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = words.join(" ");
    let one = words.len() == 1;
    if one && text.contains(|letter: char| letter.is_ascii_digit()) {
        return alone(&text, led.is_some(), next, today);
    }
    if let (true, Some((_, weekday))) = (led.is_some() && one, SHORT.iter().find(|(short, _)| *short == text)) {
        return date(WHOLE.get(usize::try_from(weekday.num_days_from_monday()).ok()?)?, today);
    }
    let tells = |word: &String| WHOLE.contains(&word.as_str());
    let distance = matches!(words.first().map(String::as_str), Some("след" | "in" | "within"));
    // «до 3 дни», "within a week": no later than then.
    let within = matches!(led, Some("до" | "by")) && words.len() == 2 && date(&format!("след {text}"), today).is_some();
    let named = matches!(
        text.as_str(),
        "днес"
            | "утре"
            | "вдругиден"
            | "в други ден"
            | "другиден"
            | "today"
            | "tomorrow"
            | "day after tomorrow"
            | "the day after tomorrow"
    );
    let ends = text.starts_with("края на ") || text.starts_with("край на ") || text.contains("end of ");
    if named || ends {
        return date(&text, today);
    }
    if distance || within {
        let rest = text.strip_prefix("within ").unwrap_or(&text);
        return date(rest, today).filter(|_| distance).or_else(|| date(&format!("след {rest}"), today));
    }
    if words.last().is_some_and(tells) && words.len() <= 2 {
        return date(&text, today);
    }
    let month_named = words.len() >= 2
        && text.contains(|letter: char| letter.is_ascii_digit())
        && words.iter().any(|word| word.chars().count() >= 3 && word.chars().all(char::is_alphabetic));
    month_named.then(|| date(&text, today)).flatten()
}

/// A day in numbers alone: with a year always, without one where nothing makes it an amount.
fn alone(text: &str, led: bool, next: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['.', '-', '/']).filter(|part| !part.is_empty()).collect();
    let unit = UNITS.contains(&next.trim_end_matches('.'));
    match parts.as_slice() {
        [_, _, _] => date(text, today),
        [_, month] if !unit && !text.contains('-') && (led || next.is_empty() || month.len() == 2) => date(text, today),
        _ => None,
    }
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
