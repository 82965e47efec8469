//! The typed line: what a person writes in one go, in Bulgarian, in English or mixed, becomes an entry or a note.
//!
//! [`read`] never fails and loses no word: every word of the line is in one of its parts or in the title. Rules that a
//! person can rely on:
//! - A day of the week is the nearest that comes; on that day itself it is today only while its hour is still to come.
//!   «следващия», «другия» and "next" mean the week after this one.
//! - An hour without a day is the next time that a clock shows it: today while it is still to come, else tomorrow.
//! - An hour from 1 to 6 that nothing puts into the morning is one of the afternoon; `02:30` is the night's.
//! - A date without a year lies at most three months back, else it is the next that comes.
//! - Without a day, an hour, a repetition and a word of its kind a line is a note, and keeps its text.
//! - A sentence (with a comma, a semicolon or a question within) keeps its words, too; days and hours leave its ends.

mod clocks;
mod day_parts;
mod days;
mod fields;
mod happenings;
mod hours;
mod kinds;
mod lengths;
mod moments;
mod names;
mod people;
mod places;
mod prose;
mod reading;
mod repeats;
mod spans;
#[cfg(test)]
mod tests;
mod title;
mod vocabulary;
mod wishes;
mod words;

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::Now;
use crate::model::{Action, Entry, EntryId, EntryKind, PersonId, Priority, Repeat, Settings, When};

pub use fields::{SaidDay, date, day_in, duration, hour_in, time};
pub use happenings::{happening, read_happening};
pub use names::KnownNames;
pub use wishes::Wishes;

/// What a line is read with.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The moment.
    pub now: Now,
    /// The hour of the night at which a day ends: before it "today" is still the day before.
    pub day_ends: NaiveTime,
    /// The first day of a week.
    pub week_starts: Weekday,
    /// The people whom the list knows.
    pub people: &'a KnownNames,
    /// The day of which the line tells what took place on it; none for a line about what is to come.
    pub happened: Option<NaiveDate>,
}

impl<'a> Context<'a> {
    /// As the settings of a workspace say.
    #[must_use]
    pub fn new(now: Now, settings: &Settings, people: &'a KnownNames) -> Self {
        Self { now, day_ends: settings.day_ends, week_starts: settings.week_starts, people, happened: None }
    }
}

/// What a part of a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// What it is.
    Kind,
    /// The day.
    Day,
    /// The hour.
    Time,
    /// How long it takes.
    Length,
    /// How it repeats, and until when.
    Repeat,
    /// How pressing it is.
    Priority,
    /// Where it is.
    Place,
    /// Who takes part.
    Person(PersonId),
}

/// A part of a line that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands, in bytes of the line.
    pub range: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// A name that several people have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// Where it stands, in bytes of the line.
    pub range: Range<usize>,
    /// The name as it was typed.
    pub text: String,
    /// Who may be meant, the likeliest first; at most twenty.
    pub candidates: Vec<PersonId>,
}

/// A line as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedLine {
    /// What it is.
    pub kind: EntryKind,
    /// Whether the line says so; else it was guessed from the rest.
    pub kind_said: bool,
    /// The row of the plan, where the line says it; else it is guessed as for every entry.
    pub action: Option<Action>,
    /// The day.
    pub date: Option<NaiveDate>,
    /// The hour; never without a day.
    pub time: Option<NaiveTime>,
    /// The length in minutes; never without an hour.
    pub minutes: Option<u32>,
    /// Where it is; empty when that is not said.
    pub place: String,
    /// How pressing it is.
    pub priority: Priority,
    /// How it repeats.
    pub repeat: Option<Repeat>,
    /// Who takes part.
    pub people: Vec<PersonId>,
    /// Names that several people have: nobody is chosen, and the name stays in the title.
    pub unsure: Vec<Unsure>,
    /// What is left, words parted by one space; where nothing is, the names of the people, else the words of the kind.
    /// Empty only for a line without a word.
    pub title: String,
    /// What was understood, in the order of the line.
    pub parts: Vec<Part>,
}

impl TypedLine {
    /// When the entry is.
    #[must_use]
    pub fn when(&self, now: Now) -> When {
        match (self.date, self.time) {
            (Some(date), Some(time)) => {
                When::Timed { start: date.and_time(time), minutes: self.minutes, zone: now.zone }
            }
            (Some(date), None) => When::day(date),
            (None, _) => When::Undated,
        }
    }

    /// The entry that the line becomes. Its action is guessed when it is added, unless the line says it.
    #[must_use]
    pub fn entry(&self, id: EntryId, now: Now) -> Entry {
        let mut entry = Entry::new(id, self.kind, &self.title, self.when(now), now.local);
        entry.action.clone_from(&self.action);
        entry.action_chosen = self.action.is_some();
        entry.place.clone_from(&self.place);
        entry.priority = self.priority;
        entry.repeat.clone_from(&self.repeat);
        entry.people.clone_from(&self.people);
        entry
    }
}

/// Reads a line.
#[must_use]
pub fn read(line: &str, context: &Context<'_>) -> TypedLine {
    read_with(line, &Wishes::default(), context)
}

/// Reads a line in which the words of some ranges, in bytes, are nothing but words.
#[must_use]
pub fn read_without(line: &str, plain: &[Range<usize>], context: &Context<'_>) -> TypedLine {
    read_with(line, &Wishes { plain: plain.to_vec(), ..Wishes::default() }, context)
}

/// Reads a line with what a person decided about it.
#[must_use]
pub fn read_with(line: &str, wishes: &Wishes, context: &Context<'_>) -> TypedLine {
    reading::read(line, wishes, context)
}
