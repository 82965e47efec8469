//! Days that are counted or stand in a span of time: «след 3 дни», «края на месеца», "this weekend".

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::days::Calendar;
use super::vocabulary::{Unit, Which, month, number, said_turn, unit, weekday_name, which};
use super::words::Cursor;

/// «след 3 дни», "in two weeks", «преди седмица», "3 days ago"; «до 3 дни», "within a week".
pub(super) fn distance<'w>(start: Cursor<'w>, calendar: &Calendar, led: bool) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut cursor = start;
    let ahead = cursor.eat(&["след", "in", "within"]);
    let back = !ahead && cursor.eat(&["преди"]);
    let count = match (number(cursor.word()), unit(cursor.word())) {
        (Some(count), _) => {
            cursor = cursor.on(1);
            count
        }
        // «след седмица» is said, "in days" is not.
        (None, Some(_)) if matches!(cursor.before(), "след" | "преди") && !cursor.word().ends_with('и') => 1,
        (None, Some(_)) if !ahead && !back && matches!(cursor.ahead(1), "от" | "from") => 1,
        _ => return None,
    };
    let unit = unit(cursor.word())?;
    cursor = cursor.on(1);
    if ahead || back {
        return Some((calendar.far(count, unit, ahead)?, cursor));
    }
    if cursor.eat(&["ago"]) {
        return Some((calendar.far(count, unit, false)?, cursor));
    }
    if cursor.eat_any(&["from now", "from today", "от днес"]).is_some() {
        return Some((calendar.far(count, unit, true)?, cursor));
    }
    // «до 3 дни»: no later than then. «за 3 дни» is a length.
    let before = start.before();
    (led && matches!(before, "до" | "by")).then_some((calendar.far(count, unit, true)?, cursor))
}

/// The weekend, by its Saturday, and the month after this one, by its first day.
pub(super) fn weekend<'w>(start: Cursor<'w>, calendar: &Calendar, led: bool) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut cursor = start;
    cursor.eat(&["the"]);
    let which = which(cursor.word());
    if which.is_some() {
        cursor = cursor.on(1);
    }
    match cursor.word() {
        "уикенд" | "уикенда" | "weekend" if led || which.is_some() => {
            let this = calendar.in_week(0, Weekday::Sat).filter(|day| *day >= calendar.today);
            let next = || calendar.in_week(1, Weekday::Sat);
            let day = if which == Some(Which::Next) { next() } else { this.or_else(next) }?;
            Some((day, cursor.on(1)))
        }
        "месец" | "month" if which == Some(Which::Next) => {
            Some((calendar.today.with_day(1)?.checked_add_months(Months::new(1))?, cursor.on(1)))
        }
        _ => None,
    }
}

/// The beginning, middle or end of a week, a month or a year.
pub(super) fn span_point<'w>(start: Cursor<'w>, calendar: &Calendar) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut cursor = start;
    cursor.eat(&["the"]);
    let (_, point) = POINTS.iter().find(|(phrase, _)| cursor.eat_phrase(phrase))?;
    cursor.eat(&["the"]);
    let chosen = which(cursor.word());
    if chosen.is_some() {
        cursor = cursor.on(1);
    }
    let (word, end) = (cursor.word(), cursor.on(1));
    if let Some(month) = month(word) {
        return Some((point.of(coming_month(month, *point, calendar.today)?, Unit::Month)?, end));
    }
    let day = |ahead| {
        let (first, length) = span_ahead(word, ahead, calendar)?;
        point.of(first, length)
    };
    match chosen {
        Some(Which::Next) => Some((day(1)?, end)),
        Some(_) => Some((day(0)?, end)),
        // What is over already is the next one.
        None => Some((day(0).filter(|day| *day >= calendar.today).or_else(|| day(1))?, end)),
    }
}

/// The first day of the week, month or year that is so many from this one.
fn span_ahead(word: &str, ahead: u32, calendar: &Calendar) -> Option<(NaiveDate, Unit)> {
    let today = calendar.today;
    Some(match word {
        "месеца" | "месец" | "month" => {
            (today.with_day(1)?.checked_add_months(Months::new(ahead))?, Unit::Month)
        }
        "годината" | "година" | "year" => {
            (NaiveDate::from_ymd_opt(today.year() + i32::try_from(ahead).ok()?, 1, 1)?, Unit::Year)
        }
        "седмицата" | "седмица" | "week" => {
            (calendar.in_week(ahead.into(), calendar.week_starts)?, Unit::Week)
        }
        _ => return None,
    })
}

const POINTS: [(&str, Point); 9] = [
    ("края на", Point::End),
    ("край на", Point::End),
    ("end of", Point::End),
    ("началото на", Point::Start),
    ("начало на", Point::Start),
    ("beginning of", Point::Start),
    ("start of", Point::Start),
    ("средата на", Point::Middle),
    ("middle of", Point::Middle),
];

/// A point of a span of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Point {
    Start,
    Middle,
    End,
}

impl Point {
    fn of(self, first: NaiveDate, length: Unit) -> Option<NaiveDate> {
        let days = |days| first.checked_add_days(Days::new(days));
        match (self, length) {
            (Self::Start, _) => Some(first),
            (Self::Middle, Unit::Week | Unit::Day) => days(2),
            (Self::Middle, Unit::Month) => days(14),
            (Self::Middle, Unit::Year) => first.checked_add_months(Months::new(6)),
            (Self::End, Unit::Week | Unit::Day) => days(6),
            (Self::End, Unit::Month) => first.checked_add_months(Months::new(1))?.pred_opt(),
            (Self::End, Unit::Year) => first.checked_add_months(Months::new(12))?.pred_opt(),
        }
    }
}

/// The first day of the month with this number whose point is still to come.
fn coming_month(month: u32, point: Point, today: NaiveDate) -> Option<NaiveDate> {
    let first = |year| NaiveDate::from_ymd_opt(year, month, 1);
    let coming = first(today.year()).filter(|day| point.of(*day, Unit::Month).is_some_and(|point| point >= today));
    coming.or_else(|| first(today.year() + 1))
}

/// «последния петък на месеца», "first Monday of December".
pub(super) fn turn_in_month<'w>(start: Cursor<'w>, calendar: &Calendar) -> Option<(NaiveDate, Cursor<'w>)> {
    let mut cursor = start;
    cursor.eat(&["the"]);
    let (turn, weekday, end) = turn_of_weekday(cursor)?;
    cursor = end;
    if !cursor.eat(&["на", "от", "of", "in", "през"]) {
        return None;
    }
    cursor.eat(&["the", "този", "this"]);
    let next = which(cursor.word()) == Some(Which::Next);
    if next {
        cursor = cursor.on(1);
    }
    let this = calendar.today.with_day(1)?;
    let after = this.checked_add_months(Months::new(1))?;
    let in_month = |first: NaiveDate| nth(first, weekday, turn);
    let day = match cursor.word() {
        "месеца" | "месец" | "month" if next => in_month(after),
        "месеца" | "месец" | "month" => {
            in_month(this).filter(|day| *day >= calendar.today).or_else(|| in_month(after))
        }
        word => {
            let month = month(word)?;
            let years = [calendar.today.year(), calendar.today.year() + 1];
            let days = years.into_iter().filter_map(|year| in_month(NaiveDate::from_ymd_opt(year, month, 1)?));
            days.into_iter().find(|day| *day >= calendar.today)
        }
    }?;
    Some((day, cursor.on(1)))
}

/// Which day of a name is said, counted within a month.
pub(super) fn turn_of_weekday(start: Cursor<'_>) -> Option<(i32, Weekday, Cursor<'_>)> {
    Some((said_turn(start.word())?, weekday_name(start.ahead(1))?, start.on(2)))
}

/// The day of this name that is the first, second … or, with -1, the last of the month.
pub(super) fn nth(first: NaiveDate, weekday: Weekday, turn: i32) -> Option<NaiveDate> {
    let (month, year) = (first.month(), first.year());
    match u8::try_from(turn) {
        Ok(turn) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, turn),
        Err(_) => {
            let last = |turn| NaiveDate::from_weekday_of_month_opt(year, month, weekday, turn);
            last(5).or_else(|| last(4))
        }
    }
}
