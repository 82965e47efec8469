//! One hour of the day: `14:30`, «2 и половина», "quarter to three", «9 сутринта».

use chrono::NaiveTime;

use super::day_parts::{DAY_PARTS, DayPart, HALVES, LED_DAY_PARTS};
use super::vocabulary::{is_amount, is_hours, is_minutes, number, said_number};
use super::words::{Cursor, figures};

/// An hour as it was said, before it is known in which half of the day it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// The hour, 0 to 23.
    pub(super) hour: u32,
    /// The minute.
    pub(super) minute: u32,
    /// The part of the day that was said with it.
    pub(super) part: Option<DayPart>,
    /// It is written as clocks of twenty-four hours show it (`02:30`), so that it is not taken for an afternoon.
    pub(super) exact: bool,
    /// It cannot be but an hour: `2:30`, «14 ч».
    pub(super) sure: bool,
}

impl Clock {
    /// A bare hour and minute.
    pub(super) const fn new(hour: u32, minute: u32) -> Self {
        Self { hour, minute, part: None, exact: false, sure: false }
    }

    fn check(self) -> Option<Self> {
        (self.hour < 24 && self.minute < 60).then_some(self)
    }

    /// The time of day. `part` is what the line says besides. An hour from 1 to 6 that nothing puts into the morning is
    /// one of the afternoon, for nobody meets at three in the night.
    pub(super) fn time(self, part: Option<DayPart>) -> Option<NaiveTime> {
        let hour = match self.part.or(part) {
            Some(part) => part.hour_of(self.hour),
            None if !self.exact && (1..=6).contains(&self.hour) => self.hour + 12,
            None => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, 0)
    }

    /// The time of day just as it was said.
    pub(super) fn as_said(self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.part.map_or(self.hour, |part| part.hour_of(self.hour)), self.minute, 0)
    }
}

/// An hour from here, whatever led to it.
pub(super) fn clock(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    english(start).or_else(|| counted(start)).and_then(with_part)
}

/// An hour alone in a field, with or without a word that leads to it.
pub(super) fn clock_in_field(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let mut cursor = start;
    let noon = ["обед", "обяд", "на обед", "на обяд", "at noon", "noon", "midday"];
    if cursor.eat_any(&noon).is_some() {
        return Some((Clock { exact: true, ..Clock::new(12, 0) }, cursor));
    }
    cursor.eat(&["в", "във", "от", "at", "from"]);
    clock(cursor).or_else(|| dotted(cursor))
}

/// The hour with the part of the day behind it.
pub(super) fn with_part((clock, end): (Clock, Cursor<'_>)) -> Option<(Clock, Cursor<'_>)> {
    let clock = clock.check()?;
    match part_behind(end) {
        Some((part, end)) if clock.part.is_none() => Some((Clock { part: Some(part), ..clock }, end)),
        _ => Some((clock, end)),
    }
}

/// "half past two", "quarter to three", "ten past two".
fn english(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let mut cursor = start;
    cursor.eat(&["a"]);
    let minutes = match cursor.word() {
        "half" => 30,
        "quarter" => 15,
        word => said_number(word).filter(|minutes| matches!(minutes, 5 | 10 | 15 | 20))?,
    };
    cursor = cursor.on(1);
    cursor.eat(&["minutes"]);
    let past = cursor.eat(&["past"]);
    if !past && (minutes == 30 || !cursor.eat(&["to"])) {
        return None;
    }
    let hour = number(cursor.word()).filter(|hour| (1..=12).contains(hour))?;
    cursor = cursor.on(1);
    let clock = if past { Clock::new(hour, minutes) } else { Clock::new((hour + 11) % 12, 60 - minutes) };
    Some((Clock { hour: if clock.hour == 0 { 12 } else { clock.hour }, ..clock }, cursor))
}

/// A number with what says minutes and units: «14», «2 ч», «2 и половина», «3 без 15», "2pm", `14:30`.
pub(super) fn counted(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let word = start.word();
    if let Some((clock, unit)) = in_word(word) {
        let mut end = start.on(1);
        if clock.sure || clock.part.is_some() {
            end.eat(&["ч", "часа", "h", "hrs"]);
            return Some((clock, end));
        }
        return Some(minutes_behind(clock, end, unit));
    }
    let hour = said_number(word).filter(|hour| *hour <= 12 && !matches!(word, "a" | "an"))?;
    Some(minutes_behind(Clock::new(hour, 0), start.on(1), false))
}

/// What follows an hour: its unit, and minutes.
fn minutes_behind(clock: Clock, start: Cursor<'_>, unit: bool) -> (Clock, Cursor<'_>) {
    let mut cursor = start;
    // «2 часа» may be a length, «14 часа» is an hour.
    let of_day = clock.hour >= 7;
    let said = cursor.eat(&["o'clock", "oclock", "часът"]) || (cursor.eat(&["ч", "часа", "час"]) && of_day);
    let foreign = !said && cursor.eat(&["h"]) && clock.hour > 12;
    let unit = unit || cursor.place() > start.place();
    let clock = Clock { sure: clock.sure || said || foreign, ..clock };
    let mut at = cursor;
    if at.eat_any(&["и половина", "and a half"]).is_some() {
        return (Clock { minute: 30, ..clock }, at);
    }
    let joined = at.eat(&["и", "and"]);
    let without = !joined && at.eat(&["без"]);
    let minutes = number(at.word()).filter(|minutes| *minutes < 60);
    let written = figures(at.word()).is_some_and(|(_, digits, _)| digits == 2);
    match minutes {
        Some(minutes) if (1..30).contains(&minutes) && without => {
            at = at.on(1);
            at.eat(&["мин", "минути"]);
            (Clock { hour: (clock.hour + 23) % 24, minute: 60 - minutes, ..clock }, at)
        }
        Some(minutes)
            if (joined && (written || minutes >= 5))
                || (unit && written && !is_hours(at.ahead(1)) && !is_amount(at.ahead(1))) =>
        {
            at = at.on(1);
            if !is_minutes(at.word()) && joined && !ends_thought(at) && !written {
                return (clock, cursor);
            }
            at.eat(&["мин", "минути", "min"]);
            (Clock { minute: minutes, ..clock }, at)
        }
        _ => (clock, cursor),
    }
}

/// An hour in one word, and whether its unit is in it: `14`, `14:30`, «14ч», «14ч30», "2pm", "2:30pm".
pub(super) fn in_word(word: &str) -> Option<(Clock, bool)> {
    let (hour, digits, rest) = figures(word)?;
    if digits > 2 {
        return None;
    }
    let clock = Clock::new(hour, 0);
    if rest.is_empty() {
        return Some((clock, false));
    }
    if let Some((_, part)) = HALVES.iter().find(|(half, _)| *half == rest) {
        return Some((Clock { part: Some(*part), ..clock }, true));
    }
    let colon = rest.strip_prefix(':');
    let dot = rest.strip_prefix('.');
    if let Some(behind) = colon.or(dot) {
        let (minute, digits, unit) = figures(behind)?;
        let half = HALVES.iter().find(|(half, _)| *half == unit).map(|(_, part)| *part);
        let known = half.is_some() || matches!(unit, "ч" | "h") || (unit.is_empty() && colon.is_some());
        // «2:30» is the afternoon's, «02:30» the night's.
        let exact = word.starts_with('0') || hour > 6 || hour == 0;
        let clock = Clock { minute, part: half, exact, sure: true, ..clock };
        return (digits == 2 && known).then_some((clock, true));
    }
    if matches!(rest, "ч" | "часа" | "h") {
        let sure = hour >= 7 && (rest != "h" || hour > 12);
        return Some((Clock { sure, ..clock }, true));
    }
    let behind = rest.strip_prefix(['ч', 'h'])?;
    let (minute, digits, tail) = figures(behind)?;
    (digits == 2 && tail.is_empty()).then_some((Clock { minute, exact: hour > 6, ..clock }, true))
}

fn two_figures(word: &str) -> Option<u32> {
    figures(word).filter(|(_, digits, rest)| *digits <= 2 && rest.is_empty()).map(|(number, ..)| number)
}

fn minute_figures(word: &str) -> Option<u32> {
    let word = word.strip_suffix(['ч', 'h']).unwrap_or(word);
    figures(word).filter(|(_, digits, rest)| *digits == 2 && rest.is_empty()).map(|(number, ..)| number)
}

/// `14.30` where a word leads to it.
pub(super) fn dotted(cursor: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let clock = dotted_word(cursor.word())?;
    let end = cursor.on(1);
    Some(part_behind(end).map_or((clock, end), |(part, end)| (Clock { part: Some(part), ..clock }, end)))
}

/// An hour that is written with a point: `14.30`.
pub(super) fn dotted_word(word: &str) -> Option<Clock> {
    let (hour, minute) = word.split_once('.')?;
    let (hour, minute) = (two_figures(hour)?, minute_figures(minute)?);
    Clock { exact: hour > 6, sure: true, ..Clock::new(hour, minute) }.check()
}

/// The half or part of the day behind an hour.
pub(super) fn part_behind(start: Cursor<'_>) -> Option<(DayPart, Cursor<'_>)> {
    let mut cursor = start;
    if let Some((_, part)) = HALVES.iter().find(|(half, _)| cursor.eat(&[half])) {
        return Some((*part, cursor));
    }
    if let Some((_, part)) = DAY_PARTS.iter().find(|(phrase, _)| cursor.eat_phrase(phrase)) {
        return Some((*part, cursor));
    }
    let (_, part) = LED_DAY_PARTS.iter().find(|(phrase, _)| cursor.eat_phrase(phrase))?;
    Some((*part, cursor))
}

/// Whether no noun follows: the end, or a word that leads to something else.
pub(super) fn ends_thought(cursor: Cursor<'_>) -> bool {
    cursor.ends()
        || matches!(
            cursor.word(),
            "с" | "със"
                | "на"
                | "за"
                | "в"
                | "във"
                | "до"
                | "от"
                | "при"
                | "и"
                | "with"
                | "on"
                | "for"
                | "in"
                | "at"
                | "@"
                | "and"
                | "to"
                | "-"
        )
}
