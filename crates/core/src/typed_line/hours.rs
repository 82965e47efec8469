//! Hours of the day as they are said within a line: `14:30`, «в 2 следобед», "half past two", «14-15:30».

use chrono::{NaiveTime, Timelike as _};

use super::clocks::{Clock, clock, counted, dotted, dotted_word, ends_thought, in_word, part_behind, with_part};
use super::day_parts::{DAY_PARTS, DayPart, LED_DAY_PARTS};
use super::vocabulary::{BEFORE_HOUR, is_amount, is_minutes, number, said_number, unit};
use super::words::{Cursor, figures};

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
            let (clock, end) = led_clock(start, behind_day).or_else(|| alone(start, behind_day))?;
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
    // «между 14 и 16» is no 14:16, «от пет до седем» no "five to seven".
    let of_two = matches!(lead, "между" | "between");
    let written = |cursor| dotted(cursor).filter(|_| led || has_no_month(cursor));
    let first = if of_two {
        plain(cursor)
    } else if led {
        counted(cursor).and_then(with_part)
    } else {
        clock(cursor)
    };
    let (from, mut middle) = first.or_else(|| written(cursor))?;
    let joints: &[&str] = if of_two { &["и", "and"] } else { &["-", "до", "to", "till", "until"] };
    if !middle.eat(joints) {
        return None;
    }
    let dash = middle.before() == "-";
    let (to, end) = clock(middle).or_else(|| written(middle))?;
    let sure = led || from.sure || to.sure || from.part.is_some() || to.part.is_some() || (dash && behind_day);
    let amount = !to.sure && is_amount(end.word());
    (sure && !amount).then_some((SaidHour::Between(from, to), end))
}

/// An hour without minutes that are said in words of their own.
fn plain(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let said = || Some(Clock::new(said_number(start.word()).filter(|hour| *hour <= 12)?, 0));
    let clock = in_word(start.word()).map(|(clock, _)| clock).or_else(said)?;
    let mut end = start.on(1);
    end.eat(&["ч", "часа", "h"]);
    with_part((clock, end))
}

/// A span in one word, with what follows it: `14-15:30`, "2-4 pm", «14-16 ч».
fn joined<'w>(cursor: Cursor<'w>, from: &str, to: &str, led: bool) -> Option<(SaidHour, Cursor<'w>)> {
    let written = |word| {
        in_word(word).or_else(|| {
            dotted_word(word).filter(|clock| led || clock.minute > 12 || clock.minute == 0).map(|clock| (clock, false))
        })
    };
    let (from, from_unit) = written(from)?;
    let (mut to, to_unit) = written(to)?;
    let mut end = cursor.on(1);
    let hours = end.eat(&["ч", "часа", "h"]) || from_unit || to_unit;
    if let Some((part, after)) = part_behind(end) {
        (to.part, end) = (to.part.or(Some(part)), after);
    }
    let sure = led || hours || from.sure || to.sure || to.part.is_some() || from.part.is_some();
    (sure && !is_amount(end.word())).then_some((SaidHour::Between(from, to), end))
}

/// An hour with a word that leads to it: «в 14», «в два и половина», "at 2".
fn led_clock(start: Cursor<'_>, behind_day: bool) -> Option<(Clock, Cursor<'_>)> {
    let mut cursor = start;
    if cursor.eat(&["до", "от", "from", "until", "till", "след", "after", "преди", "before"]) {
        // These lead to many things: only what cannot be but an hour follows.
        let last = start.word() == "от" || behind_day;
        return clock(cursor)
            .filter(|(clock, end)| clock.sure || clock.part.is_some() || (last && end.ends() && clock.hour >= 7));
    }
    if !cursor.eat(&BEFORE_HOUR) {
        return None;
    }
    cursor.eat(&["около", "към", "about", "around"]);
    if let Some(found) = midnight(cursor) {
        return Some(found);
    }
    let (clock, end) = clock(cursor).or_else(|| dotted(cursor))?;
    let spelled = number_only(cursor, end);
    let next = end.word();
    let counts = spelled && (is_amount(next) || is_minutes(next) || unit(next).is_some());
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

fn midnight(start: Cursor<'_>) -> Option<(Clock, Cursor<'_>)> {
    let clock = Clock { exact: true, sure: true, ..Clock::new(0, 0) };
    matches!(start.word(), "полунощ" | "midnight").then(|| (clock, start.on(1)))
}

/// An hour that says so by itself: `14:30`, «14 ч», "2pm", "half past two", «9 сутринта».
fn alone(start: Cursor<'_>, behind_day: bool) -> Option<(Clock, Cursor<'_>)> {
    let word = start.word();
    if let Some(found) = midnight(start) {
        return Some(found);
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
    let amount = is_amount(end.word()) || end.word().starts_with('%');
    matches!(end.word(), "ч" | "часа" | "h") || (has_no_month(start) && !amount)
}

/// Whether what stands behind the point cannot be the number of a month.
fn has_no_month(start: Cursor<'_>) -> bool {
    let minutes = start.word().split_once('.').and_then(|(_, minutes)| minutes.parse::<u32>().ok());
    minutes.is_some_and(|minutes| minutes > 12 || minutes == 0)
}

/// «осем и половина», "half past two": more words than a number.
fn spelled_out(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    let english = matches!(start.word(), "a" | "half" | "quarter" | "ten" | "five" | "twenty");
    let half = end.before() == "половина" && number(start.word()).is_some_and(|hour| hour >= 7);
    (english && end.place() > start.place() + 1) || half
}
