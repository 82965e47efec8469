//! How a line says that something repeats: «всеки понеделник и сряда», "every two weeks", «през седмица».

use chrono::{Datelike as _, Months, NaiveDate, Weekday};

use super::day_parts::DayPart;
use super::spans::{nth, turn_of_weekday};
use super::vocabulary::{Unit, number, unit, weekday_name, weekday_short};
use super::words::Cursor;
use crate::model::weekday_code;

/// A repetition that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidRepeat {
    /// What it is counted in.
    pub(super) unit: Unit,
    /// Every so many of them.
    pub(super) every: u32,
    /// On these days of the week.
    pub(super) weekdays: Vec<Weekday>,
    /// Of these only the first, second … of a month, or with -1 the last.
    pub(super) turn: Option<i32>,
    /// The part of the day that its words say: «всяка сутрин».
    pub(super) part: Option<DayPart>,
}

impl SaidRepeat {
    const fn of(unit: Unit, every: u32) -> Self {
        Self { unit, every, weekdays: Vec::new(), turn: None, part: None }
    }

    const fn on(weekdays: Vec<Weekday>, every: u32) -> Self {
        Self { unit: Unit::Week, every, weekdays, turn: None, part: None }
    }

    /// Its first day from a day on.
    pub(super) fn first_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        if let (Some(turn), Some(weekday)) = (self.turn, self.weekdays.first()) {
            let months = (0..12).filter_map(|ahead| day.with_day(1)?.checked_add_months(Months::new(ahead)));
            return months.filter_map(|first| nth(first, *weekday, turn)).find(|one| *one >= day);
        }
        if self.weekdays.is_empty() {
            return Some(day);
        }
        day.iter_days().take(7).find(|one| self.weekdays.contains(&one.weekday()))
    }

    /// The value of the RRULE of a series that begins on a day, with its last day or the number of times.
    pub(super) fn rule(&self, first: NaiveDate, until: Option<NaiveDate>, times: Option<u32>) -> String {
        let interval = if self.every > 1 { format!(";INTERVAL={}", self.every) } else { String::new() };
        let rule = match self.unit {
            Unit::Day => format!("FREQ=DAILY{interval}"),
            Unit::Week => {
                let own = [first.weekday()];
                let days = if self.weekdays.is_empty() { own.as_slice() } else { self.weekdays.as_slice() };
                let days: Vec<&str> = days.iter().map(|day| weekday_code(*day)).collect();
                format!("FREQ=WEEKLY{interval};BYDAY={}", days.join(","))
            }
            Unit::Month => match (self.turn, self.weekdays.first()) {
                (Some(turn), Some(weekday)) => format!("FREQ=MONTHLY{interval};BYDAY={turn}{}", weekday_code(*weekday)),
                _ => format!("FREQ=MONTHLY{interval};BYMONTHDAY={}", first.day()),
            },
            Unit::Year => format!("FREQ=YEARLY{interval}"),
        };
        match (until, times) {
            (Some(until), _) => format!("{rule};UNTIL={}", until.format("%Y%m%dT235959")),
            (None, Some(times)) => format!("{rule};COUNT={times}"),
            (None, None) => rule,
        }
    }
}

const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// Reads a repetition from here.
pub(super) fn repeat(start: Cursor<'_>) -> Option<(SaidRepeat, Cursor<'_>)> {
    fixed(start).or_else(|| every(start)).or_else(|| plural(start))
}

/// Repetitions that are one phrase.
fn fixed(start: Cursor<'_>) -> Option<(SaidRepeat, Cursor<'_>)> {
    let mut cursor = start;
    let eat = |cursor: &mut Cursor<'_>, phrases: &[&str]| cursor.eat_any(phrases).is_some();
    let daily = ["ежедневно", "daily", "всекидневно"];
    let other = |unit| Some(SaidRepeat::of(unit, 2));
    let found = if eat(&mut cursor, &daily) {
        Some(SaidRepeat::of(Unit::Day, 1))
    } else if eat(&mut cursor, &["ежеседмично", "weekly"]) {
        Some(SaidRepeat::of(Unit::Week, 1))
    } else if eat(&mut cursor, &["ежемесечно", "monthly"]) {
        Some(SaidRepeat::of(Unit::Month, 1))
    } else if eat(&mut cursor, &["ежегодно", "yearly", "annually"]) {
        Some(SaidRepeat::of(Unit::Year, 1))
    } else if eat(&mut cursor, &["през седмица", "fortnightly", "every fortnight"]) {
        other(Unit::Week)
    } else if eat(&mut cursor, &["през ден"]) {
        other(Unit::Day)
    } else if eat(&mut cursor, &["през месец"]) {
        other(Unit::Month)
    } else if eat(&mut cursor, &WORKDAY_PHRASES) {
        Some(SaidRepeat::on(WORKDAYS.to_vec(), 1))
    } else {
        None
    }?;
    Some(days_behind(found, cursor))
}

const WORKDAY_PHRASES: [&str; 13] = [
    "всеки делничен ден",
    "всеки работен ден",
    "всеки делник",
    "в делничните дни",
    "в делнични дни",
    "делничните дни",
    "в делник",
    "делник",
    "every weekday",
    "every workday",
    "every working day",
    "on weekdays",
    "weekdays",
];

/// «през седмица в сряда», "weekly on Fridays": the days behind a repetition of weeks.
fn days_behind(repeat: SaidRepeat, cursor: Cursor<'_>) -> (SaidRepeat, Cursor<'_>) {
    let mut at = cursor;
    if repeat.unit != Unit::Week || !repeat.weekdays.is_empty() || !at.eat(&["в", "във", "on"]) {
        return (repeat, cursor);
    }
    match weekdays(at) {
        Some((weekdays, end)) => (SaidRepeat { weekdays, ..repeat }, end),
        None => (repeat, cursor),
    }
}

/// «всеки ден», «на всеки две седмици», "every other Monday".
fn every(start: Cursor<'_>) -> Option<(SaidRepeat, Cursor<'_>)> {
    let mut cursor = start;
    let through = cursor.eat(&["през"]);
    if !through {
        cursor.eat(&["на"]);
        if !cursor.eat(&["всеки", "всяка", "всяко", "every", "each"]) {
            return None;
        }
    }
    if !through && let Some(part) = part(cursor.word()) {
        let mut repeat = SaidRepeat::of(Unit::Day, 1);
        repeat.part = Some(part);
        return Some((repeat, cursor.on(1)));
    }
    if !through && let Some(found) = turn(cursor) {
        return Some(found);
    }
    let count = match cursor.word() {
        "втори" | "втора" | "второ" | "other" | "second" => Some(2),
        "трети" | "трета" | "third" => Some(3),
        word => number(word).filter(|count| (1..=400).contains(count)),
    };
    if count.is_some() {
        cursor = cursor.on(1);
    }
    let times = count.unwrap_or(1);
    if let Some(unit) = unit(cursor.word()) {
        // «през 14 дни» needs its number: «през деня» is no repetition.
        let said = !through || count.is_some();
        return said.then(|| days_behind(SaidRepeat::of(unit, times), cursor.on(1)));
    }
    if through {
        return None;
    }
    if matches!(cursor.word(), "уикенд" | "weekend") {
        return Some((SaidRepeat::on(vec![Weekday::Sat, Weekday::Sun], times), cursor.on(1)));
    }
    let (weekdays, end) = weekdays(cursor)?;
    Some((SaidRepeat::on(weekdays, times), end))
}

/// «всеки първи понеделник», "every last Friday of the month". «всеки втори вторник» is every other one, unless the
/// month is said.
fn turn(start: Cursor<'_>) -> Option<(SaidRepeat, Cursor<'_>)> {
    let (turn, weekday, mut end) = turn_of_weekday(start)?;
    let month = ["на месеца", "от месеца", "в месеца", "of the month", "of each month", "in the month"];
    if end.eat_any(&month).is_none() && !matches!(turn, 1 | -1) {
        return None;
    }
    let repeat = SaidRepeat { unit: Unit::Month, every: 1, weekdays: vec![weekday], turn: Some(turn), part: None };
    Some((repeat, end))
}

fn part(word: &str) -> Option<DayPart> {
    Some(match word {
        "сутрин" | "morning" => DayPart::Morning,
        "следобед" | "afternoon" => DayPart::Afternoon,
        "вечер" | "evening" | "night" => DayPart::Evening,
        _ => return None,
    })
}

/// "on Mondays and Fridays", «в понеделниците»: days in the plural.
fn plural(start: Cursor<'_>) -> Option<(SaidRepeat, Cursor<'_>)> {
    let mut cursor = start;
    cursor.eat(&["on", "в"]);
    let word = cursor.word();
    let many = (word.is_ascii() && word.ends_with('s') && weekday_name(word).is_some())
        || matches!(
            word,
            "понеделниците"
                | "вторниците"
                | "срядите"
                | "четвъртъците"
                | "петъците"
                | "съботите"
                | "неделите"
        );
    if !many {
        return None;
    }
    let (weekdays, end) = weekdays(cursor)?;
    Some((SaidRepeat::on(weekdays, 1), end))
}

/// Days of the week in a row: «понеделник, сряда и петък».
fn weekdays(start: Cursor<'_>) -> Option<(Vec<Weekday>, Cursor<'_>)> {
    let mut days = vec![weekday(start.word())?];
    let mut cursor = start.on(1);
    loop {
        let mut next = if cursor.behind_comma().is_empty() { cursor } else { cursor.afresh() };
        let comma = !cursor.behind_comma().is_empty();
        let joined = next.eat(&["и", "and", "&"]) || comma;
        next.eat(&["всеки", "всяка", "every", "в", "on"]);
        match weekday(next.word()).filter(|day| joined && !days.contains(day)) {
            Some(day) => days.push(day),
            None => break,
        }
        cursor = next.on(1);
    }
    days.sort_by_key(Weekday::num_days_from_monday);
    Some((days, cursor))
}

fn weekday(word: &str) -> Option<Weekday> {
    let single = match word {
        "понеделниците" => "понеделник",
        "вторниците" => "вторник",
        "срядите" => "сряда",
        "четвъртъците" => "четвъртък",
        "петъците" => "петък",
        "съботите" => "събота",
        "неделите" => "неделя",
        word => word,
    };
    weekday_name(single).or_else(|| weekday_short(single, true))
}

/// «5 пъти», "10 times": how often a series is.
pub(super) fn times(start: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let mut cursor = start;
    cursor.eat(&["общо", "for"]);
    let count = number(cursor.word()).filter(|count| (2..=1000).contains(count))?;
    matches!(cursor.ahead(1), "пъти" | "times").then(|| (count, cursor.on(2)))
}
