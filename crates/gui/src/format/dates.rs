//! Dates, times, weeks and durations: `вт 24 ноем.`, `23–29 ноември · седмица 48`, `1 ч 30 мин`.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Weekday};

use super::Formats;
use crate::words::Language;

impl Formats {
    /// `24 ноември 2026 г.`, `24 November 2026`.
    #[must_use]
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.words.with(
            "date-long",
            &[
                ("day", date.day().to_string().into()),
                ("month", self.month(date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `вторник, 24 ноември`, `Tuesday 24 November`.
    #[must_use]
    pub fn date_weekday_long(&self, date: NaiveDate) -> String {
        let comma = match self.language() {
            Language::Bulgarian => ",",
            Language::English => "",
        };
        format!("{}{comma} {}", self.weekday(date.weekday()), self.date_day_month(date))
    }

    /// `вт 24 ноем.`, `Tue 24 Nov`: a date standing by itself in a text.
    #[must_use]
    pub fn date_short(&self, date: NaiveDate) -> String {
        let point = match self.language() {
            Language::Bulgarian if self.month_is_shortened(date.month()) => ".",
            _ => "",
        };
        format!("{}{point}", self.date_compact(date))
    }

    /// `вт 24 ноем`, `Tue 24 Nov`: in pills, tables, and before a «·».
    #[must_use]
    pub fn date_compact(&self, date: NaiveDate) -> String {
        format!("{} {}", self.weekday_short(date.weekday()), self.date_tiny(date))
    }

    /// `пн 30 ноември 2026`, `Mon 30 November 2026`: how a typed date was understood.
    #[must_use]
    pub fn date_spoken(&self, date: NaiveDate) -> String {
        format!("{} {} {}", self.weekday_short(date.weekday()), self.date_day_month(date), date.year())
    }

    /// `24 ноем`, `24 Nov`: in columns of dates.
    #[must_use]
    pub fn date_tiny(&self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.month_short(date.month()))
    }

    /// `24.11.2026`: a date as it stands in a field that is changed; [`super::parse::date`] reads it back.
    #[must_use]
    pub fn date_typed(date: NaiveDate) -> String {
        date.format("%d.%m.%Y").to_string()
    }

    /// `24 ноември`, `24 November`.
    #[must_use]
    pub fn date_day_month(&self, date: NaiveDate) -> String {
        self.words.with(
            "date-day-month",
            &[("day", date.day().to_string().into()), ("month", self.month(date.month()).into())],
        )
    }

    /// `ноември 2026`, `November 2026`.
    #[must_use]
    pub fn month_year(&self, date: NaiveDate) -> String {
        self.words.with(
            "date-month-year",
            &[("month", self.month(date.month()).into()), ("year", date.year().to_string().into())],
        )
    }

    /// «вчера», «днес», «утре», else the compact date, with its year when that is another one.
    #[must_use]
    pub fn date_near(&self, date: NaiveDate, today: NaiveDate) -> String {
        match (date - today).num_days() {
            -1 => self.words.get("yesterday"),
            0 => self.words.get("today"),
            1 => self.words.get("tomorrow"),
            _ if date.year() == today.year() => self.date_compact(date),
            _ => format!("{} {}", self.date_tiny(date), date.year()),
        }
    }

    /// How far a day is: «вчера», «днес», «утре», «след 3 дни», «преди 12 дни».
    #[must_use]
    pub fn days_away(&self, date: NaiveDate, today: NaiveDate) -> String {
        let days = (date - today).num_days();
        match days {
            -1..=1 => self.date_near(date, today),
            2.. => self.words.with("days-from-now", &[("count", days.into())]),
            _ => self.words.with("days-ago", &[("count", (-days).into())]),
        }
    }

    /// Two dates as a range: `23–29 ноември`, `30 ноември – 6 декември`.
    #[must_use]
    pub fn date_range(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            self.date_day_month(from)
        } else if (from.year(), from.month()) == (to.year(), to.month()) {
            format!("{}–{}", from.day(), self.date_day_month(to))
        } else if from.year() == to.year() {
            format!("{} – {}", self.date_day_month(from), self.date_day_month(to))
        } else {
            // The first is of this year, or near it; the year is said once, where it changes.
            format!("{} – {}", self.date_day_month(from), self.date_long(to))
        }
    }

    /// The seven days from `first`, with the number of the ISO week of its Thursday: `23–29 ноември · седмица 48`.
    #[must_use]
    pub fn week(&self, first: NaiveDate) -> String {
        let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
        self.words.with(
            "week-with-number",
            &[("range", self.date_range(first, last).into()), ("week", week_number(first).to_string().into())],
        )
    }

    /// `седмица 48`, `week 48`.
    #[must_use]
    pub fn week_of(&self, first: NaiveDate) -> String {
        self.words.with("week-number", &[("week", week_number(first).to_string().into())])
    }

    /// `09:30`.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// `11:00–12:00`.
    #[must_use]
    pub fn time_range(&self, from: NaiveTime, to: NaiveTime) -> String {
        format!("{}–{}", self.time(from), self.time(to))
    }

    /// Minutes as a duration: `1 ч 30 мин`, `45 мин`, `2 ч`.
    #[must_use]
    pub fn duration(&self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, _) => self.words.with("duration-minutes", &[("minutes", rest.into())]),
            (_, 0) => self.words.with("duration-hours", &[("hours", hours.into())]),
            _ => self.words.with("duration-hours-minutes", &[("hours", hours.into()), ("minutes", rest.into())]),
        }
    }

    /// The name of a month from 1 to 12: `ноември`, `November`.
    #[must_use]
    pub fn month(&self, month: u32) -> String {
        self.words.get(&format!("month-{}", month_key(month)))
    }

    /// The short name of a month from 1 to 12: `ноем`, `Nov`.
    #[must_use]
    pub fn month_short(&self, month: u32) -> String {
        self.words.get(&format!("month-short-{}", month_key(month)))
    }

    /// `вторник`, `Tuesday`.
    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.words.get(&format!("weekday-{}", weekday_key(weekday)))
    }

    /// `вт`, `Tue`.
    #[must_use]
    pub fn weekday_short(&self, weekday: Weekday) -> String {
        self.words.get(&format!("weekday-short-{}", weekday_key(weekday)))
    }

    fn month_is_shortened(&self, month: u32) -> bool {
        self.month(month) != self.month_short(month)
    }
}

/// The ISO number of the week that holds most of the seven days from `first`.
#[must_use]
pub fn week_number(first: NaiveDate) -> u32 {
    first.checked_add_days(Days::new(3)).unwrap_or(first).iso_week().week()
}

fn month_key(month: u32) -> &'static str {
    match month {
        1 => "january",
        2 => "february",
        3 => "march",
        4 => "april",
        5 => "may",
        6 => "june",
        7 => "july",
        8 => "august",
        9 => "september",
        10 => "october",
        11 => "november",
        _ => "december",
    }
}

fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn both() -> (Formats, Formats) {
        (Formats::new(Words::new(Language::Bulgarian)), Formats::new(Words::new(Language::English)))
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("the test writes a date")
    }

    #[test]
    fn one_date_in_every_length() {
        let (bulgarian, english) = both();
        let date = day(2026, 11, 24);
        assert_eq!(bulgarian.date_long(date), "24 ноември 2026 г.");
        assert_eq!(english.date_long(date), "24 November 2026");
        assert_eq!(bulgarian.date_short(date), "вт 24 ноем.");
        assert_eq!(english.date_short(date), "Tue 24 Nov");
        assert_eq!(bulgarian.date_short(day(2026, 5, 5)), "вт 5 май");
        assert_eq!(bulgarian.date_compact(date), "вт 24 ноем");
        assert_eq!(bulgarian.date_tiny(date), "24 ноем");
        assert_eq!(bulgarian.date_spoken(date), "вт 24 ноември 2026");
        assert_eq!(bulgarian.date_weekday_long(date), "вторник, 24 ноември");
        assert_eq!(english.date_weekday_long(date), "Tuesday 24 November");
        assert_eq!(bulgarian.month_year(date), "ноември 2026");
    }

    #[test]
    fn every_month_has_the_short_name_of_the_field() {
        let (bulgarian, english) = both();
        let short = |formats: &Formats| (1..=12).map(|month| formats.month_short(month)).collect::<Vec<_>>().join(" ");
        assert_eq!(short(&bulgarian), "яну фев март апр май юни юли авг сеп окт ноем дек");
        assert_eq!(short(&english), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    }

    #[test]
    fn near_days_have_names() {
        let (bulgarian, english) = both();
        let today = day(2026, 11, 24);
        for (date, in_bulgarian, in_english) in [
            (day(2026, 11, 23), "вчера", "yesterday"),
            (today, "днес", "today"),
            (day(2026, 11, 25), "утре", "tomorrow"),
            (day(2026, 11, 27), "пт 27 ноем", "Fri 27 Nov"),
            (day(2025, 2, 3), "3 фев 2025", "3 Feb 2025"),
        ] {
            assert_eq!(bulgarian.date_near(date, today), in_bulgarian);
            assert_eq!(english.date_near(date, today), in_english);
        }
        assert_eq!(bulgarian.days_away(day(2026, 11, 27), today), "след 3 дни");
        assert_eq!(bulgarian.days_away(day(2026, 11, 12), today), "преди 12 дни");
        assert_eq!(english.days_away(day(2026, 11, 22), today), "2 days ago");
    }

    #[test]
    fn weeks_and_ranges() {
        let (bulgarian, english) = both();
        assert_eq!(bulgarian.week(day(2026, 11, 23)), "23–29 ноември · седмица 48");
        assert_eq!(english.week(day(2026, 11, 23)), "23–29 November · week 48");
        assert_eq!(bulgarian.week(day(2026, 11, 30)), "30 ноември – 6 декември · седмица 49");
        assert_eq!(english.date_range(day(2026, 12, 28), day(2027, 1, 3)), "28 December – 3 January 2027");
        assert_eq!(english.week_of(day(2026, 12, 28)), "week 53");
    }

    #[test]
    fn times_and_durations() {
        let (bulgarian, english) = both();
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
        assert_eq!(bulgarian.time(time(9, 5)), "09:05");
        assert_eq!(english.time_range(time(11, 0), time(12, 30)), "11:00–12:30");
        for (minutes, in_bulgarian, in_english) in
            [(45, "45 мин", "45 min"), (60, "1 ч", "1 h"), (90, "1 ч 30 мин", "1 h 30 min"), (0, "0 мин", "0 min")]
        {
            assert_eq!(bulgarian.duration(minutes), in_bulgarian);
            assert_eq!(english.duration(minutes), in_english);
        }
    }
}
