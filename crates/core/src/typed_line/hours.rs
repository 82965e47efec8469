//! Hours of the day as they are said within a line: `14:30`, «в 2 следобед», "half past two", «14-15:30».

use chrono::{NaiveTime, Timelike as _};

use super::vocabulary::{
    BEFORE_HOUR, DAY_PARTS, DayPart, HALVES, LED_DAY_PARTS, is_amount, is_hours, is_minutes, number, said_number,
};
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
    const fn new(hour: u32, minute: u32) -> Self {
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

/// What a line says of the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaidHour {
    /// An hour.
    At(Clock),
    /// From one hour to another.
    Between(Clock, Clock),
    /// A part of the day alone; the second tells whether it is late in the morning.
    Part(DayPart, bool),
}

/// The minutes from one time to a later one, over midnight if need be; at least one.
pub(super) fn minutes_between(from: NaiveTime, to: NaiveTime) -> u32 {
    let day = 24 * 60;
    let of = |time: NaiveTime| time.hour() * 60 + time.minute();
    match (of(to) + day - of(from)) % day {
        0 => day,
        minutes => minutes,
    }
}

/// Both ends of a span, brought into the same half of the day where only one was said.
pub(super) fn span(from: Clock, to: Clock, part: Option<DayPart>) -> Option<(NaiveTime, u32)> {
    let end = to.time(part)?;
    let mut from = from;
    if from.part.is_none() && !from.exact {
        // "11-1pm" begins in the morning, "2-4pm" in the afternoon.
        let same_half = Clock { part: to.part, ..from }.time(part)?;
        if to.part.is_some() && same_half < end {
            from.part = to.part;
        }
    }
    let start = from.time(part)?;
    // «9-2»: two in the afternoon.
    let end = if end <= start && !to.exact && to.hour < 12 {
        NaiveTime::from_hms_opt(to.hour + 12, to.minute, 0).filter(|end| *end > start).unwrap_or(end)
    } else {
        end
    };
    Some((start, minutes_between(start, end)))
}

/// Reads what is said of the hour from here; `behind_day` where a day or an hour stands right before.
pub(super) fn hour(start: Cursor<'_>, behind_day: bool) -> Option<(SaidHour, Cursor<'_>)> {
    between(start, behind_day)
        .or_else(|| {
            let (clock, end) = led_clock(start).or_else(|| alone(start, behind_day))?;
            Some((SaidHour::At(clock), end))
        })
        .or_else(|| day_part(start, behind_day))
}

/// A part of the day that stands alone.
fn day_part(start: Cursor<'_>, behind_day: bool) -> Option<(SaidHour, Cursor<'_>)> {
    let mut cursor = start;
    let late = |phrase: &str| matches!(phrase, "преди обед" | "преди обяд" | "before noon");
    if let Some((phrase, part)) = DAY_PARTS.iter().find(|(phrase, _)| cursor.eat_phrase(phrase)) {
        return Some((SaidHour::Part(*part, late(phrase)), cursor));
    }
    let (_, part) = LED_DAY_PARTS.iter().filter(|_| behind_day).find(|(phrase, _)| cursor.eat_phrase(phrase))?;
    Some((SaidHour::Part(*part, false), cursor))
}

/// «14-15:30», «от 14 до 15:30», "between 2 and 4pm".
fn between(start: Cursor<'_>, behind_day: bool) -> Option<(SaidHour, Cursor<'_>)> {
    let mut cursor = start;
    let led = cursor.eat(&["от", "from", "между", "between", "в", "at", "@"]);
    let lead = start.word();
    if let Some((from, to)) = cursor.word().split_once('-') {
        return joined(cursor, from, to, led || behind_day);
    }
    // «от пет до седем» is no "five to seven".
    let (from, mut middle) = if led { counted(cursor).and_then(with_part) } else { clock(cursor) }?;
    let joint = match lead {
        "между" | "between" => middle.eat(&["и", "and"]),
        _ => middle.eat(&["-", "до", "to", "till", "until"]),
    };
    if !joint {
        return None;
    }
    let dash = middle.before() == "-";
    let (to, end) = clock(middle)?;
    let sure = led || from.sure || to.sure || from.part.is_some() || to.part.is_some() || (dash && behind_day);
    let amount = !to.sure && is_amount(end.word());
    (sure && !amount).then_some((SaidHour::Between(from, to), end))
}

/// A span in one word, with what follows it: `14-15:30`, "2-4 pm", «14-16 ч».
fn joined<'w>(cursor: Cursor<'w>, from: &str, to: &str, led: bool) -> Option<(SaidHour, Cursor<'w>)> {
    let (from, from_unit) = in_word(from)?;
    let (mut to, to_unit) = in_word(to)?;
    let mut end = cursor.on(1);
    let hours = end.eat(&["ч", "часа", "h"]) || from_unit || to_unit;
    if let Some((part, after)) = part_behind(end) {
        (to.part, end) = (to.part.or(Some(part)), after);
    }
    let sure = led || hours || from.sure || to.sure || to.part.is_some() || from.part.is_some();
    (sure && !is_amount(end.word())).then_some((SaidHour::Between(from, to), end))
}

/// An hour with a word that leads to it: «в 14», «в два и половина», "at 2".
fn led_clock(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let mut cursor = start;
    if cursor.eat(&["до", "от", "from", "until", "till", "след", "after", "преди", "before"]) {
        // These lead to many things: only what cannot be but an hour follows.
        let (clock, end) = clock(cursor).filter(|(clock, end)| {
            clock.sure || clock.part.is_some() || (end.ends() && start.word() == "от" && clock.hour >= 7)
        })?;
        let before_after = matches!(start.word(), "след" | "after" | "преди" | "before");
        return (!before_after).then_some((clock, end));
    }
    if !cursor.eat(&BEFORE_HOUR) {
        return None;
    }
    cursor.eat(&["около", "към", "about", "around"]);
    let (clock, end) = clock(cursor).or_else(|| dotted(cursor))?;
    let spelled = number_only(cursor, end);
    let next = end.word();
    let counts = spelled && is_amount(next);
    // «в два магазина»: a spelled number is an hour only where nothing is counted by it.
    let doubtful = spelled && said_number(cursor.word()).is_some() && !ends_thought(end);
    (!counts && !doubtful).then_some((clock, end))
}

/// Whether an hour was but one bare number.
fn number_only(from: Cursor<'_>, to: Cursor<'_>) -> bool {
    to.place() == from.place() + 1
        && !from.word().contains(|one: char| !one.is_alphanumeric())
        && figures(from.word()).is_none_or(|(_, _, rest)| rest.is_empty())
}

/// Whether no noun follows: the end, or a word that leads to something else.
fn ends_thought(cursor: Cursor<'_>) -> bool {
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

/// `14.30` where a word leads to it.
fn dotted(cursor: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let (hour, minute) = cursor.word().split_once('.')?;
    let (hour, minute) = (two_figures(hour)?, minute_figures(minute)?);
    let clock = Clock { exact: hour > 6, sure: true, ..Clock::new(hour, minute) }.check()?;
    let end = cursor.on(1);
    Some(part_behind(end).map_or((clock, end), |(part, end)| (Clock { part: Some(part), ..clock }, end)))
}

/// An hour that says so by itself: `14:30`, «14 ч», "2pm", "half past two", «9 сутринта».
fn alone(start: Cursor<'_>, behind_day: bool) -> Option<(Clock, Cursor<'_>)> {
    let word = start.word();
    if word == "полунощ" || word == "midnight" {
        return Some((Clock { exact: true, sure: true, ..Clock::new(0, 0) }, start.on(1)));
    }
    if let Some(found) = dotted(start).filter(|(_, end)| is_sure_dotted(start, *end)) {
        let mut end = found.1;
        end.eat(&["ч", "часа", "h"]);
        return Some((found.0, end));
    }
    let (clock, end) = clock(start)?;
    let said = clock.sure || clock.part.is_some() || spelled_out(start, end);
    let bare = behind_day && number_only(start, end) && said_number(word).is_none() && end.ends() && clock.hour >= 7;
    (said || bare).then_some((clock, end))
}

/// `14.30` without a word that leads to it is an hour where it cannot be a date, or «ч» follows.
fn is_sure_dotted(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let minutes = start.word().split_once('.').and_then(|(_, minutes)| minutes.parse::<u32>().ok());
    let no_month = minutes.is_some_and(|minutes| minutes > 12 || minutes == 0);
    matches!(end.word(), "ч" | "часа" | "h") || (no_month && !is_amount(end.word()) && !end.word().starts_with('%'))
}

/// «осем и половина», "half past two": more words than a number.
fn spelled_out(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let english = matches!(start.word(), "a" | "half" | "quarter" | "ten" | "five" | "twenty");
    let half = end.before() == "половина" && number(start.word()).is_some_and(|hour| hour >= 7);
    (english && end.place() > start.place() + 1) || half
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
fn with_part((clock, end): (Clock, Cursor<'_>)) -> Option<(Clock, Cursor<'_>)> {
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
fn counted(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
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
fn in_word(word: &str) -> Option<(Clock, bool)> {
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

/// The half or part of the day behind an hour.
fn part_behind(start: Cursor<'_>) -> Option<(DayPart, Cursor<'_>)> {
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
