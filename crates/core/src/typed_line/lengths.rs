//! Lengths of time as they are said: «45 мин», «час и половина», "1.5 h".

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::vocabulary::{is_hours, is_minutes, said_number};
use super::words::{Cursor, figures};

/// The longest length of an entry, in minutes: a week.
pub(super) const LONGEST: u32 = 7 * 24 * 60;

/// Reads a length in minutes.
pub(super) fn length(start: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let (minutes, end) = said(start).or_else(|| hours(start)).or_else(|| minutes(start))?;
    (minutes > 0 && minutes <= LONGEST).then_some((minutes, end))
}

/// Lengths without figures.
fn said(start: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    const SAID: [(&str, u32); 15] = [
        ("час и половина", 90),
        ("един час и половина", 90),
        ("половин час", 30),
        ("половинчас", 30),
        ("четвърт час", 15),
        ("цял час", 60),
        ("час", 60),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("half an hour", 30),
        ("half hour", 30),
        ("a quarter of an hour", 15),
        ("quarter of an hour", 15),
        ("an hour", 60),
        ("hour", 60),
    ];
    let mut cursor = start;
    let (_, minutes) = SAID.iter().find(|(phrase, _)| cursor.eat_phrase(phrase))?;
    Some((*minutes, cursor))
}

/// Hours, then minutes if they are said; the last unit may be left out.
fn hours(start: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let (quantity, unit, mut cursor) = quantity(start)?;
    let (unit, attached) = match figures_within(unit) {
        Some((unit, minutes)) => (unit, Some(minutes)),
        None => (unit, None),
    };
    if !is_hours(unit) {
        return None;
    }
    let hours = (quantity * Decimal::from(60)).round().to_u32()?;
    if let Some(minutes) = attached {
        return Some((hours.checked_add(minutes)?, cursor));
    }
    if cursor.eat_any(&["и половина", "and a half"]).is_some() {
        return Some((hours.checked_add(30)?, cursor));
    }
    let mut behind = cursor;
    behind.eat(&["и", "and"]);
    if let Some((minutes, end)) = minutes(behind) {
        return Some((hours.checked_add(minutes)?, end));
    }
    match figures(behind.word()) {
        Some((minutes, 2, "")) if minutes < 60 => Some((hours.checked_add(minutes)?, behind.on(1))),
        _ => Some((hours, cursor)),
    }
}

/// Minutes with their unit.
fn minutes(start: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let attached = figures(start.word()).is_some_and(|(_, _, rest)| !rest.is_empty());
    let (quantity, unit, cursor) = quantity(start)?;
    let known = is_minutes(unit) || (attached && matches!(unit, "м" | "m" | "'" | "’"));
    known.then(|| quantity.round().to_u32()).flatten().map(|minutes| (minutes, cursor))
}

/// A number and its unit, in one word or in two.
fn quantity(start: Cursor<'_>) -> Option<(Decimal, &str, Cursor<'_>)> {
    let word = start.word();
    let end = word.find(|one: char| !(one.is_ascii_digit() || matches!(one, '.' | ','))).unwrap_or(word.len());
    let (figures, rest) = word.split_at_checked(end)?;
    let number = match figures {
        "" => Decimal::from(said_number(word)?),
        figures => figures.replace(',', ".").trim_matches('.').parse().ok()?,
    };
    let rest = if figures.is_empty() { "" } else { rest };
    match rest {
        "" => Some((number, start.ahead(1), start.on(2))).filter(|_| !start.ahead(1).is_empty()),
        rest => Some((number, rest, start.on(1))),
    }
}

/// The unit and the minutes of «ч30» behind the hours of «1ч30».
fn figures_within(unit: &str) -> Option<(&str, u32)> {
    let at = unit.find(|one: char| one.is_ascii_digit())?;
    let (unit, behind) = unit.split_at_checked(at)?;
    let (minutes, digits, rest) = figures(behind)?;
    let known = matches!(rest, "" | "м" | "m") || is_minutes(rest);
    (digits <= 2 && minutes < 60 && known).then_some((unit, minutes))
}

/// A length that lies between now and a moment: «след половин час», "in 20 minutes", "an hour from now".
pub(super) fn from_now(start: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let mut cursor = start;
    let leads = cursor.eat(&["след", "in", "within"]);
    let (minutes, mut end) = length(cursor)?;
    // «след 15 ч» is after an hour of the day.
    let of_day = minutes >= 7 * 60 && start.word() == "след";
    ((leads && !of_day) || end.eat_phrase("from now")).then_some((minutes, end))
}

/// A length with the word that leads to it, and whether there is one: «за 45 мин», "for an hour".
pub(super) fn led_length(start: Cursor<'_>) -> Option<(u32, bool, Cursor<'_>)> {
    let mut cursor = start;
    let led = cursor.eat(&["за", "for", "около", "about", "към"]);
    cursor.eat(&["около", "about"]);
    let (minutes, end) = length(cursor)?;
    Some((minutes, led, end))
}
