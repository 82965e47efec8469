//! Days as they are said within a line: «в петък», «след 3 дни», "Nov 24", «края на месеца».

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, Weekday};

use super::day_parts::DayPart;
use super::spans::{distance, span_point, turn_in_month, weekend};
use super::vocabulary::{
    BEFORE_DAY, NAMED_DAYS, UNTIL, Unit, Which, is_amount, is_hours, is_ordinal_ending, month, said_ordinal,
    weekday_name, weekday_short, which,
};
use super::words::{Cursor, figures};

/// How many days a date without a year may lie back before it means the next year.
const LOOK_BACK_DAYS: i64 = 92;

/// The years in which a day may lie.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The moment from which days and hours are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    /// What a person calls "today".
    pub(super) today: NaiveDate,
    /// The moment itself.
    pub(super) now: NaiveDateTime,
    /// The first day of a week.
    pub(super) week_starts: Weekday,
}

/// A day that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// This one.
    On(NaiveDate),
    /// The nearest day of this name: today itself only if its hour is still to come.
    Coming(Weekday),
}

/// A day with what was said around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SaidDay {
    /// The day.
    pub(super) day: Day,
    /// The part of the day that its words say: «довечера».
    pub(super) part: Option<DayPart>,
    /// It is an end: «до петък».
    pub(super) until: bool,
}

impl Calendar {
    /// The first day of the week in which a day lies.
    fn week_of(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_sub_days(Days::new(u64::from(day.weekday().days_since(self.week_starts))))
    }

    /// The first day of this name after a day.
    pub(super) fn next_weekday(after: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
        let ahead = weekday.days_since(after.weekday());
        after.checked_add_days(Days::new(if ahead == 0 { 7 } else { u64::from(ahead) }))
    }

    fn weekday(&self, weekday: Weekday, which: Which) -> Option<Day> {
        Some(match which {
            Which::Coming => Day::Coming(weekday),
            Which::Next => Day::On(self.in_week(1, weekday)?),
            Which::Last => Day::On(Self::next_weekday(self.today.checked_sub_days(Days::new(8))?, weekday)?),
        })
    }

    /// The day of this name in the week that is so many weeks from this one.
    pub(super) fn in_week(&self, weeks: i64, weekday: Weekday) -> Option<NaiveDate> {
        let ahead = i64::from(weekday.days_since(self.week_starts));
        shift(self.week_of(self.today)?, weeks * 7 + ahead)
    }

    /// The day so many units from today.
    pub(super) fn far(&self, count: u32, unit: Unit, ahead: bool) -> Option<NaiveDate> {
        let days = |each: i64| {
            let days = i64::from(count) * each;
            shift(self.today, if ahead { days } else { -days })
        };
        let months = |each: u32| {
            let months = Months::new(count.checked_mul(each)?);
            if ahead { self.today.checked_add_months(months) } else { self.today.checked_sub_months(months) }
        };
        let day = match unit {
            Unit::Day => days(1),
            Unit::Week => days(7),
            Unit::Month => months(1),
            Unit::Year => months(12),
        }?;
        YEARS.contains(&day.year()).then_some(day)
    }
}

/// A day so many days later.
pub(super) fn shift(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// Reads a day from here, with the words that lead to it.
pub(super) fn day<'w>(start: Cursor<'w>, calendar: &Calendar) -> Option<(SaidDay, Cursor<'w>)> {
    let mut cursor = start;
    let mut leads = 0;
    let mut until = false;
    // What only leads where more follows may be a word of the day itself: «в други ден», "this evening".
    while leads < 2 {
        if let Some((said, end)) = bare(cursor, calendar, leads > 0) {
            return Some((SaidDay { until, ..said }, end));
        }
        until |= UNTIL.contains(&cursor.word());
        if !cursor.eat(&BEFORE_DAY) {
            return None;
        }
        leads += 1;
    }
    let (said, end) = bare(cursor, calendar, true)?;
    Some((SaidDay { until, ..said }, end))
}

/// A day by itself; `led` where a word before it leads to it.
fn bare<'w>(cursor: Cursor<'w>, calendar: &Calendar, led: bool) -> Option<(SaidDay, Cursor<'w>)> {
    let plain = |(day, end)| (SaidDay { day, part: None, until: false }, end);
    named(cursor, calendar)
        .or_else(|| on(turn_in_month(cursor, calendar)).map(plain))
        .or_else(|| week_and_day(cursor, calendar, led).map(plain))
        .or_else(|| on(distance(cursor, calendar, led)).map(plain))
        .or_else(|| on(span_point(cursor, calendar)).map(plain))
        .or_else(|| on(weekend(cursor, calendar, led)).map(plain))
        .or_else(|| on(with_month(cursor, calendar)).map(plain))
        .or_else(|| on(in_figures(cursor, calendar, led)).map(plain))
        .or_else(|| on(of_month(cursor, calendar, led)).map(plain))
}

fn on(found: Option<(NaiveDate, Cursor<'_>)>) -> Option<(Day, Cursor<'_>)> {
    found.map(|(day, end)| (Day::On(day), end))
}

/// A day that has a name.
fn named<'w>(mut cursor: Cursor<'w>, calendar: &Calendar) -> Option<(SaidDay, Cursor<'w>)> {
    let (_, days, part) = NAMED_DAYS.iter().find(|(phrase, ..)| cursor.eat_phrase(phrase))?;
    // After midnight, before the day has ended, «довечера» is the evening that comes.
    let from = if part.is_some() && *days == 0 { calendar.now.date() } else { calendar.today };
    Some((SaidDay { day: Day::On(shift(from, *days)?), part: *part, until: false }, cursor))
}

/// A day of the week, with the week if one is said, or a week alone: its first day.
fn week_and_day<'w>(cursor: Cursor<'w>, calendar: &Calendar, led: bool) -> Option<(Day, Cursor<'w>)> {
    if let Some((weeks, after)) = week(cursor) {
        let mut at = after;
        at.eat(&["в", "във", "on"]);
        if let Some(weekday) = weekday_name(at.word()).or_else(|| weekday_short(at.word(), true)) {
            return Some((Day::On(calendar.in_week(weeks, weekday)?), at.on(1)));
        }
        let first = calendar.in_week(weeks, calendar.week_starts)?;
        return (weeks != 0).then_some((Day::On(first), after));
    }
    let mut at = cursor;
    let mut chosen = None;
    while let Some(which) = which(at.word()) {
        (chosen, at) = (Some(which), at.on(1));
        if at.place() > cursor.place() + 1 {
            break;
        }
    }
    let led = led || chosen.is_some();
    let weekday = weekday_name(at.word()).or_else(|| weekday_short(at.word(), led || leads_on(at.on(1))))?;
    at = at.on(1);
    if let Some((day, end)) = date_behind(at, calendar) {
        return Some((Day::On(day), end));
    }
    let mut behind = at;
    behind.eat(&["от", "of", "през", "on"]);
    if let Some((weeks, end)) = week(behind) {
        return Some((Day::On(calendar.in_week(weeks, weekday)?), end));
    }
    Some((calendar.weekday(weekday, chosen.unwrap_or(Which::Coming))?, at))
}

/// Whether what follows makes a short name a day: an hour or a date.
fn leads_on(cursor: Cursor<'_>) -> bool {
    cursor.word().starts_with(|first: char| first.is_ascii_digit()) || matches!(cursor.word(), "at" | "в")
}

/// «другата седмица», "next week": so many weeks from this one.
fn week(cursor: Cursor<'_>) -> Option<(i64, Cursor<'_>)> {
    let mut at = cursor;
    at.eat(&["the"]);
    if at.eat_any(&["по-другата седмица", "по-следващата седмица", "week after next"]).is_some()
    {
        return Some((2, at));
    }
    let which = which(at.word())?;
    if !matches!(at.ahead(1), "седмица" | "week") {
        return None;
    }
    let weeks = match which {
        Which::Coming => i64::from(matches!(at.word(), "идната" | "идващата" | "coming")),
        Which::Next => 1,
        Which::Last => -1,
    };
    Some((weeks, at.on(2)))
}

/// A date behind the name of its day: «вторник, 24 ноември», "Fri 27.11".
fn date_behind<'w>(cursor: Cursor<'w>, calendar: &Calendar) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut at = if cursor.behind_comma().is_empty() { cursor } else { cursor.afresh() };
    at.eat(&["на", "the"]);
    with_month(at, calendar).or_else(|| in_figures(at, calendar, true))
}

/// `24 ноември`, `24-ти ноември 2026 г.`, `Nov 24`, `24th of November`, «първи декември».
fn with_month<'w>(start: Cursor<'w>, calendar: &Calendar) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut cursor = start;
    cursor.eat(&["the"]);
    let (day, month) = if let Some(day) = day_number(cursor.word()).or_else(|| said_ordinal(cursor.word())) {
        cursor = cursor.on(1);
        if is_ordinal_ending(cursor.word()) && month(cursor.ahead(1)).is_some() {
            cursor = cursor.on(1);
        }
        cursor.eat(&["of", "от"]);
        let month = month(cursor.word())?;
        cursor = cursor.on(1);
        (day, month)
    } else {
        // «май» and "may" are words of their own: before a number only a whole name or three letters.
        let month = month(cursor.word())?;
        cursor = cursor.on(1);
        cursor.eat(&["the"]);
        let day = day_number(cursor.word()).or_else(|| said_ordinal(cursor.word()))?;
        cursor = cursor.on(1);
        (day, month)
    };
    let (year, end) = year_behind(cursor);
    match year {
        Some(year) => Some((ymd(year, month, day)?, end)),
        None => Some((without_year(day, month, calendar.today)?, cursor)),
    }
}

/// The day of a month in figures, with or without what is written behind it.
fn day_number(word: &str) -> Option<u32> {
    let (day, digits, rest) = figures(word)?;
    ((1..=31).contains(&day) && digits <= 2 && (rest.is_empty() || is_ordinal_ending(rest))).then_some(day)
}

/// A year behind a date, and «г.» behind it.
fn year_behind(cursor: Cursor<'_>) -> (Option<u32>, Cursor<'_>) {
    let at = if cursor.behind_comma().is_empty() { cursor } else { cursor.afresh() };
    let written = at.word();
    let written = written.strip_suffix('г').unwrap_or(written);
    match figures(written) {
        Some((year, 4, "")) if (1900..=2200).contains(&year) => {
            let mut end = at.on(1);
            end.eat(&["г", "год", "година"]);
            (Some(year), end)
        }
        _ => (None, cursor),
    }
}

/// Figures alone: with a year always; without one where nothing makes them an amount or an hour.
fn in_figures<'w>(start: Cursor<'w>, calendar: &Calendar, led: bool) -> Option<(NaiveDate, Cursor<'w>)> {
    let (word, next) = (start.word(), start.ahead(1));
    // «в 10.11» and «10.11 ч» say hours.
    let hour = is_hours(next) || matches!(start.before(), "в" | "във" | "at" | "@");
    let year_mark = matches!(next, "г" | "год" | "година");
    let written = word.strip_suffix('г').unwrap_or(word);
    let parts: Vec<&str> = written.split(['.', '-', '/']).filter(|part| !part.is_empty()).collect();
    let marks: Vec<char> = written.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let day = match (parts.as_slice(), numbers.as_slice()) {
        ([first, ..], [year, month, day]) if first.len() == 4 => ymd(*year, *month, *day),
        ([_, _, last], [day, month, year]) => ymd(full_year(last, *year, calendar.today)?, *month, *day),
        ([_, second], [day, month]) if !hour && !marks.contains(&'-') && (year_mark || !is_amount(next)) => {
            let sure = led || second.len() == 2 || (next.is_empty() && marks == ['.']);
            sure.then(|| without_year(*day, *month, calendar.today)).flatten()
        }
        _ => None,
    }?;
    let mut end = start.on(1);
    end.eat(&["г", "год", "година"]);
    Some((day, end))
}

/// The day of a month without its month: «24-ти», «на 5-о число», "the 24th".
fn of_month<'w>(start: Cursor<'w>, calendar: &Calendar, led: bool) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut cursor = start;
    cursor.eat(&["the"]);
    let (day, digits, ending) = figures(cursor.word())?;
    cursor = cursor.on(1);
    let counted = cursor.eat(&["число"]);
    let of_day = matches!(ending.trim_start_matches('-'), "ви" | "ри" | "ти" | "ми" | "и" | "st" | "nd" | "rd" | "th");
    let next = cursor.word();
    // «2-ри разговор» counts talks: alone a number is a day where something leads to it or an hour follows.
    let hour_follows = next.starts_with(|first: char| first.is_ascii_digit()) || matches!(next, "в" | "във" | "at");
    let is_day = (of_day && (led || next.is_empty() || hour_follows))
        || (counted && (ending.is_empty() || is_ordinal_ending(ending)));
    if !is_day || digits > 2 || is_amount(next) {
        return None;
    }
    Some((next_of_month(day, calendar.today)?, cursor))
}

pub(super) fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A year of two digits lies at most ten years ahead.
pub(super) fn full_year(written: &str, year: u32, today: NaiveDate) -> Option<u32> {
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

/// A date without its year: at most three months back, else the next that comes.
pub(super) fn without_year(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    // The years of a leap cycle, so that 29 February is found.
    (-1..=4)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|date| (*date - today).num_days() >= -LOOK_BACK_DAYS)
}

/// The next day of a month with this number, today among them.
pub(super) fn next_of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..=2)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date >= today)
}
