//! Rules of repetition of other programs as ours: checked, bounded, and those of vCalendar 1.0 put into the present form.

use chrono::NaiveDate;

use crate::exchange::Refusal;
use crate::model::{Entry, InvalidValue, Repeat, When};
use crate::query::{first_of_rule, rule_end};

/// The most instances that a rule may count: more than a diary of thirty years has days.
const MOST_COUNTED: u32 = 10_000;

/// A rule that can be taken, and whether its end was left out because nobody lives so long.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) repeat: Repeat,
    pub(super) bounded: bool,
}

/// A rule as it stands in a file, for an entry whose time is known.
///
/// # Errors
/// [`Refusal::RepeatsWithinDay`] for several times a day, [`Refusal::Repeat`] for what is no rule, has no day, or counts by
/// another calendar.
pub(super) fn rule(text: &str, entry: &Entry) -> Result<Rule, Refusal> {
    let text = text.trim().trim_end_matches(';').to_ascii_uppercase();
    let modern = if text.contains("FREQ=") {
        // Some programs put a space behind a comma.
        text.chars().filter(|letter| !letter.is_whitespace()).collect()
    } else {
        from_old(&text).ok_or(Refusal::Repeat)?
    };
    let mut parts = Vec::new();
    let mut bounded = false;
    for part in modern.split(';').map(str::trim) {
        let (name, value) = part.split_once('=').ok_or(Refusal::Repeat)?;
        let number = value.parse::<u32>().ok();
        match name {
            "FREQ" if matches!(value, "HOURLY" | "MINUTELY" | "SECONDLY") => return Err(Refusal::RepeatsWithinDay),
            "BYHOUR" | "BYMINUTE" | "BYSECOND" if value.contains(',') => return Err(Refusal::RepeatsWithinDay),
            "BYHOUR" | "BYMINUTE" | "BYSECOND" if number.is_some_and(|number| is_of(name, number, &entry.when)) => {}
            "RSCALE" if value == "GREGORIAN" => {}
            "SKIP" if value == "OMIT" => {}
            "BYHOUR" | "BYMINUTE" | "BYSECOND" | "RSCALE" | "SKIP" => return Err(Refusal::Repeat),
            "INTERVAL" if !number.is_some_and(|every| (1..=1_000).contains(&every)) => return Err(Refusal::Repeat),
            "COUNT" if number.is_none_or(|count| count == 0) => return Err(Refusal::Repeat),
            "COUNT" if number > Some(MOST_COUNTED) => bounded = true,
            name if name.starts_with("X-") => {}
            // As our own rules have it: by the clock of the series.
            "UNTIL" => {
                let end = rule_end(value, &entry.when).ok_or(Refusal::Repeat)?;
                parts.push(format!("UNTIL={}", end.format("%Y%m%dT%H%M%S")));
            }
            _ => parts.push(format!("{name}={value}")),
        }
    }
    let repeat = Repeat::new(&parts.join(";")).map_err(|_| Refusal::Repeat)?;
    let mut tried = entry.clone();
    tried.repeat = Some(repeat.clone());
    if first_of_rule(&tried).is_none() {
        return Err(Refusal::Repeat);
    }
    Ok(Rule { repeat, bounded })
}

/// The rule of something that has only single days beside its first.
pub(super) fn once() -> Result<Repeat, InvalidValue> {
    Repeat::new("FREQ=DAILY;COUNT=1")
}

/// Whether the part of a rule that names a time names the one at which the entry is anyway.
fn is_of(name: &str, number: u32, when: &When) -> bool {
    use chrono::Timelike as _;
    let Some(time) = when.time() else { return false };
    number
        == match name {
            "BYHOUR" => time.hour(),
            "BYMINUTE" => time.minute(),
            _ => time.second(),
        }
}

/// A rule of vCalendar 1.0, such as "W1 MO TU #10" or "MP1 2- FR 19971224T000000Z"; none for what is none.
fn from_old(text: &str) -> Option<String> {
    let mut words = text.split_whitespace().peekable();
    let first = words.next()?;
    let letters = first.find(|letter: char| letter.is_ascii_digit())?;
    let (kind, every) = first.split_at_checked(letters)?;
    let every: u32 = every.parse().ok()?;
    let (often, part) = match kind {
        "D" => ("DAILY", ""),
        "W" => ("WEEKLY", "BYDAY"),
        "MP" => ("MONTHLY", "BYDAY"),
        "MD" => ("MONTHLY", "BYMONTHDAY"),
        "YM" => ("YEARLY", "BYMONTH"),
        "YD" => ("YEARLY", "BYYEARDAY"),
        _ => return None,
    };
    let (mut values, mut turn, mut end) = (Vec::new(), String::new(), None);
    for word in words {
        if let Some(count) = word.strip_prefix('#') {
            // "#0" is for ever, as is what says no end at all.
            end = Some(count).filter(|count| *count != "0").map(|count| format!(";COUNT={count}"));
        } else if word.len() >= 8 {
            end = Some(format!(";UNTIL={word}"));
        } else if word == "LD" {
            values.push("-1".to_owned());
        } else if kind == "MP" && word.ends_with(['+', '-']) {
            let (number, sign) = word.split_at_checked(word.len() - 1)?;
            turn = if sign == "-" { format!("-{number}") } else { number.to_owned() };
        } else if word.starts_with(|letter: char| letter.is_ascii_digit()) && word.ends_with('-') {
            values.push(format!("-{}", word.trim_end_matches('-')));
        } else {
            values.push(format!("{turn}{}", word.trim_end_matches('+')));
        }
    }
    let list =
        if values.is_empty() || part.is_empty() { String::new() } else { format!(";{part}={}", values.join(",")) };
    Some(format!("FREQ={often};INTERVAL={every}{list}{}", end.unwrap_or_default()))
}

/// The end of a rule as it goes out: in UTC where the entry has a zone, else a day (RFC 5545 §3.3.10).
pub(super) fn rule_out(entry: &Entry, repeat: &Repeat) -> String {
    let parts = repeat.rule().split(';').map(|part| {
        let Some(end) = part.strip_prefix("UNTIL=") else { return part.to_owned() };
        let local = rule_end(end, &entry.when);
        match (local, entry.when) {
            (Some(local), When::Timed { zone, .. }) => format!("UNTIL={}", super::moments::utc_text(local, zone)),
            (Some(local), _) => format!("UNTIL={}", day_text(local.date())),
            (None, _) => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join(";")
}

/// A day as calendars write it.
pub(super) fn day_text(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::from_old;

    #[test]
    fn rules_of_the_nineties_are_rules_of_now() {
        for (old, new) in [
            ("D1 #10", "FREQ=DAILY;INTERVAL=1;COUNT=10"),
            ("W2 TU TH #0", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
            ("MP1 1- FR 19971224T000000Z", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR;UNTIL=19971224T000000Z"),
            ("MP6 2+ MO", "FREQ=MONTHLY;INTERVAL=6;BYDAY=2MO"),
            ("MD1 2 15 LD #3", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=2,15,-1;COUNT=3"),
            ("YM1 6 7", "FREQ=YEARLY;INTERVAL=1;BYMONTH=6,7"),
        ] {
            assert_eq!(from_old(old).as_deref(), Some(new), "{old}");
        }
        for none in ["", "всеки ден", "X1", "W"] {
            assert_eq!(from_old(none), None, "{none}");
        }
    }
}
