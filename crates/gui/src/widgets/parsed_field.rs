//! Fields for dates, times, durations and numbers, which show below how they were read.

use chrono::{NaiveDate, NaiveTime};
use egui::Ui;
use rust_decimal::Decimal;

use super::field::{Below, Field, FieldResponse};
use crate::format::{Formats, parse};
use crate::words::Words;

/// What a field with a meaning gives back.
#[derive(Debug)]
pub struct Parsed<T> {
    /// The field itself.
    pub field: FieldResponse,
    /// What its text means; `None` where it is empty or not understood.
    pub value: Option<T>,
}

/// Shows any field whose text means something: `read` reads it, `say` tells how it was read.
///
/// Nothing is called an error while one is still typing.
pub fn parsed_field<T>(
    ui: &mut Ui,
    field: Field<'_>,
    read: impl FnOnce(&str) -> Option<T>,
    say: impl FnOnce(&T) -> String,
    not_understood: &str,
) -> Parsed<T> {
    let mut value = None;
    let field = field.show_with(ui, |text, focused| {
        value = read(text);
        match &value {
            Some(value) => Some(Below::Understood(say(value))),
            None if text.trim().is_empty() => None,
            None if focused => Some(Below::Note(not_understood.to_owned())),
            None => Some(Below::Error(not_understood.to_owned())),
        }
    });
    Parsed { field, value }
}

/// A date as people type it, relative to `today`: «понеделник» shows «пн 30 ноември 2026».
pub fn date_field(ui: &mut Ui, words: &Words, field: Field<'_>, today: NaiveDate) -> Parsed<NaiveDate> {
    let formats = Formats::new(words.clone());
    let say = |date: &NaiveDate| formats.date_spoken(*date);
    let not_understood = words.get("not-understood-date");
    parsed_field(ui, field, |text| parse::date(text, today), say, &not_understood)
}

/// A time of day: `11` shows `11:00`.
pub fn time_field(ui: &mut Ui, words: &Words, field: Field<'_>) -> Parsed<NaiveTime> {
    let formats = Formats::new(words.clone());
    let not_understood = words.get("not-understood-time");
    parsed_field(ui, field, parse::time, |time| formats.time(*time), &not_understood)
}

/// A duration in minutes; with a start it shows the end: `1 час` after 11:00 shows `до 12:00`.
pub fn duration_field(ui: &mut Ui, words: &Words, field: Field<'_>, start: Option<NaiveTime>) -> Parsed<u32> {
    let formats = Formats::new(words.clone());
    let say = |minutes: &u32| match start {
        Some(start) => {
            let end = start + chrono::Duration::minutes(i64::from(*minutes));
            words.with("until-time", &[("time", formats.time(end).into())])
        }
        None => formats.duration(*minutes),
    };
    let not_understood = words.get("not-understood-duration");
    parsed_field(ui, field, parse::duration, say, &not_understood)
}

/// A number, shown as the language writes it.
pub fn number_field(ui: &mut Ui, words: &Words, field: Field<'_>) -> Parsed<Decimal> {
    let formats = Formats::new(words.clone());
    let not_understood = words.get("not-understood-number");
    parsed_field(ui, field, parse::decimal, |number| formats.decimal(*number), &not_understood)
}

/// An amount of money; `currency` is what it is in when none was typed.
pub fn money_field(ui: &mut Ui, words: &Words, field: Field<'_>, currency: &str) -> Parsed<parse::TypedMoney> {
    let formats = Formats::new(words.clone());
    let say = |money: &parse::TypedMoney| formats.money(money.amount, money.currency.unwrap_or(currency));
    let not_understood = words.get("not-understood-number");
    parsed_field(ui, field, parse::money, say, &not_understood)
}
