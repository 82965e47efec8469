//! Who writes the example down: gathers the commands of a day and gives them together, draws ids, names and chances.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::words::Words;
use super::{Recipe, name};
use crate::command::Command;
use crate::desk::{Desk, DeskError, Request};
use crate::model::{CommandId, Email, IdSource, Person, PersonId, Phone, When};
use crate::moment::Now;
use crate::store::Author;

/// Keeps the example's own ids apart from those of the workspace, whose source may have the same seed.
const OWN_IDS: u64 = 0x9e37_79b9_7f4a_7c15;

/// How many numbers "08xx 555 xxx" there are with xx from 70 to 99.
const PHONES: usize = 30_000;

/// Gathers commands and draws chances.
#[derive(Debug)]
pub(super) struct Scribe<'a> {
    /// The workspace that is filled.
    pub(super) desk: &'a Desk,
    /// The source of ids for records and requests.
    pub(super) ids: IdSource,
    /// The source of chances.
    pub(super) random: fastrand::Rng,
    now: Now,
    phones: usize,
    pending: Vec<Request>,
}

impl<'a> Scribe<'a> {
    pub(super) fn new(desk: &'a Desk, recipe: &Recipe) -> Self {
        let mut random = fastrand::Rng::with_seed(recipe.seed);
        let phones = random.usize(..PHONES);
        Self {
            desk,
            ids: IdSource::seeded(recipe.seed ^ OWN_IDS),
            random,
            now: recipe.now,
            phones,
            pending: Vec::new(),
        }
    }

    /// A moment of the past; nothing of the example is done after its now.
    pub(super) fn moment(&self, day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
        day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()).min(self.now.local)
    }

    /// A wall time in the example's zone.
    pub(super) const fn timed(&self, start: NaiveDateTime, minutes: Option<u32>) -> When {
        When::Timed { start, minutes, zone: self.now.zone }
    }

    /// Adds a command to those of the day.
    pub(super) fn give(&mut self, at: NaiveDateTime, command: Command) {
        let local = at.min(self.now.local);
        let id = CommandId::new(&self.ids, local);
        let now = Now::new(local, self.now.zone);
        self.pending.push(Request { id, by: Author::Person, now, command });
    }

    /// Does the day's commands in one transaction.
    pub(super) fn end_day(&mut self) -> Result<(), DeskError> {
        if !self.pending.is_empty() {
            self.pending.sort_by_key(|request| request.now.local);
            self.desk.run_all(&self.pending)?;
            self.pending.clear();
        }
        Ok(())
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, of_hundred: u32) -> bool {
        self.random.u32(..100) < of_hundred
    }

    /// A phone number that nobody else in the example has.
    pub(super) fn phone(&mut self) -> Phone {
        // The step has no divisor in common with the count, so that every number comes once.
        self.phones = (self.phones + 7_919) % PHONES;
        let (operator, tail) = (70 + self.phones / 1_000, self.phones % 1_000);
        Phone { number: format!("08{operator} 555 {tail:03}"), label: String::new() }
    }

    /// Somebody with an invented name and ways to reach them.
    pub(super) fn stranger(&mut self, words: &Words, at: NaiveDateTime) -> Result<Person, DeskError> {
        let woman = self.chance(58);
        let (given, latin) = if woman { (&words.women, &words.latin.women) } else { (&words.men, &words.latin.men) };
        let (first, last) = (self.random.usize(..given.len()), self.random.usize(..words.families.len()));
        let family = |of: &[[String; 2]]| of.get(last).map(|pair| pair[usize::from(woman)].clone()).unwrap_or_default();
        let whole = name(given.get(first).map_or("", String::as_str), &family(&words.families))?;
        let mut person = Person::new(PersonId::new(&self.ids, at), whole, at.date());
        person.phones.push(self.phone());
        if self.chance(35) {
            let first = latin.get(first).map_or("", String::as_str).to_lowercase();
            let number = self.random.u32(1..1_000);
            let address = format!("{first}.{}{number}@example.bg", family(&words.latin.families).to_lowercase());
            person.emails.push(Email { address, label: String::new() });
        }
        Ok(person)
    }
}
