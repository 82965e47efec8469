//! The small example: the one diary behind the pictures, with its dates counted from the recipe's now.

mod business;
mod data;
mod diary;
mod people;
mod welcome;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use self::data::{Data, MonthDay};
use super::words::Words;
use super::{Progress, Recipe, Scribe, beginning, unreadable};
use crate::command::Command;
use crate::desk::DeskError;
use crate::model::{FigurePeriod, Language, PersonId};

/// The day of the month of the pictures; days of this month and the last are stretched between it and today's.
const PICTURE_DAY: u32 = 24;

/// What the parts of the small example share while its commands are gathered by their moment.
#[derive(Debug)]
struct Telling<'s, 'a> {
    scribe: &'s mut Scribe<'a>,
    words: &'s Words,
    data: Data,
    today: NaiveDate,
    now: NaiveDateTime,
    began: NaiveDateTime,
    language: Language,
    people: HashMap<String, PersonId>,
    /// Commands by moment, in the order in which they were told.
    told: BTreeMap<NaiveDateTime, Vec<Command>>,
}

impl Telling<'_, '_> {
    /// A day counted from today.
    fn day(&self, offset: i64) -> NaiveDate {
        self.today.checked_add_signed(TimeDelta::days(offset)).unwrap_or(self.today)
    }

    /// A day of a month that lies so many months back. Days up to the pictures' are stretched to today's in this month
    /// and the last, so that "the same days" are the same whatever day it is; none where a month has no day left.
    fn month_day(&self, (back, day): MonthDay) -> Option<NaiveDate> {
        let first = self.today.with_day(1)?.checked_sub_months(Months::new(back))?;
        let last = FigurePeriod::month_of(first).last_day().day();
        let until = self.today.day();
        let day = match (back, day) {
            (0, day) => 1 + (day.min(PICTURE_DAY) - 1) * (until - 1) / (PICTURE_DAY - 1),
            (1, day) if day <= PICTURE_DAY => (1 + (day - 1) * (until - 1) / (PICTURE_DAY - 1)).min(last),
            (1, _) if until >= last => return None,
            (1, day) => (until + day - PICTURE_DAY).clamp(until + 1, last),
            (_, day) => day.min(last),
        };
        first.with_day(day)
    }

    /// A day and a time of the form "09:30".
    fn at(&self, offset: i64, time: &str) -> Result<NaiveDateTime, DeskError> {
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|error| unreadable(&error.to_string()))?;
        Ok(self.day(offset).and_time(time))
    }

    fn text(&self, key: &str) -> Result<String, DeskError> {
        self.words.text(key).map(str::to_owned)
    }

    fn maybe_text(&self, key: Option<&String>) -> Result<String, DeskError> {
        key.map_or(Ok(String::new()), |key| self.text(key))
    }

    fn person(&self, key: &str) -> Result<PersonId, DeskError> {
        self.people.get(key).copied().ok_or_else(|| unreadable(key))
    }

    fn persons(&self, keys: &[String]) -> Result<Vec<PersonId>, DeskError> {
        keys.iter().map(|key| self.person(key)).collect()
    }

    /// Has a command given at a moment, no earlier than the workspace and no later than now.
    fn tell(&mut self, at: NaiveDateTime, command: Command) {
        self.told.entry(at.max(self.began).min(self.now)).or_default().push(command);
    }
}

pub(super) fn fill(
    scribe: &mut Scribe<'_>,
    words: &Words,
    recipe: &Recipe,
    progress: Progress<'_>,
) -> Result<(), DeskError> {
    let (now, today) = (recipe.now.local, recipe.now.date());
    let began = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(12))).unwrap_or(today);
    let began = began.and_time(NaiveTime::MIN);
    let me = PersonId::new(&scribe.ids, began);
    let begin = beginning(words, recipe, me)?;
    let people = HashMap::from([("me".to_owned(), me)]);
    let data = Data::load()?;
    let mut telling =
        Telling { scribe, words, data, today, now, began, language: recipe.language, people, told: BTreeMap::new() };
    telling.tell(began, begin);
    people::tell(&mut telling)?;
    business::tell(&mut telling)?;
    diary::tell(&mut telling)?;
    let after = welcome::tell(&mut telling)?;
    write_down(&mut telling, progress)?;
    welcome::go_on(&mut telling, after)
}

/// Gives the commands in order of time, those of a day together.
fn write_down(telling: &mut Telling<'_, '_>, progress: Progress<'_>) -> Result<(), DeskError> {
    let total = u32::try_from((telling.today - telling.began.date()).num_days()).unwrap_or(0) + 1;
    let mut day = telling.began.date();
    for (at, commands) in std::mem::take(&mut telling.told) {
        if at.date() != day {
            telling.scribe.end_day()?;
            day = at.date();
            progress(u32::try_from((day - telling.began.date()).num_days()).unwrap_or(0), total);
        }
        for command in commands {
            telling.scribe.give(at, command);
        }
    }
    telling.scribe.end_day()?;
    progress(total, total);
    Ok(())
}

/// The day before.
fn eve(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(1)).unwrap_or(day)
}
