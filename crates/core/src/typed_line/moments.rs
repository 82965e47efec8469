//! Works out day, hour and kind from all that a line says of them.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::Meaning;
use super::days::{Calendar, Day, shift};
use super::hours::span;
use super::kinds::is_to_do;
use super::reading::{Found, Reading};
use crate::model::{EntryKind, Repeat};

/// Words of days that one keeps: with them a line is neither a meeting nor a thing to do.
const OCCASIONS: [&str; 12] = [
    "рожден",
    "рожденият",
    "рождения",
    "имен",
    "именият",
    "именния",
    "годишнина",
    "юбилей",
    "празник",
    "birthday",
    "anniversary",
    "holiday",
];

/// When the entry is, worked out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    pub(super) date: Option<NaiveDate>,
    pub(super) time: Option<NaiveTime>,
    pub(super) minutes: Option<u32>,
}

impl Reading<'_> {
    /// Whether both ends of a span of hours were said.
    pub(super) fn spans(&self) -> bool {
        matches!(self.said.clock, Some((_, Some(_))))
    }

    pub(super) fn when(&self) -> Moment {
        let (said, calendar) = (&self.said, &self.calendar);
        if let Some((date, time)) = self.wishes.at {
            return Moment { date: Some(date), time, minutes: said.length.filter(|_| time.is_some()) };
        }
        if let Some(minutes) = said.from_now {
            let at = calendar.now.checked_add_signed(TimeDelta::minutes(minutes.into()));
            let of = at.unwrap_or(calendar.now);
            return Moment { date: Some(of.date()), time: Some(of.time()), minutes: said.length };
        }
        let part = said.part.or(said.day.and_then(|day| day.part).map(|part| (part, false)));
        let (time, minutes) = match said.clock {
            Some((from, Some(to))) => {
                let span = span(from, to, part.map(|(part, _)| part));
                (span.map(|(from, _)| from), span.map(|(_, minutes)| minutes))
            }
            Some((clock, None)) => (clock.time(part.map(|(part, _)| part)), said.length),
            None => {
                let hour = part.map(|(part, late)| part.hour(late));
                (hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0)), said.length)
            }
        };
        Moment { date: self.date(time), time, minutes: minutes.filter(|_| time.is_some()) }
    }

    fn date(&self, time: Option<NaiveTime>) -> Option<NaiveDate> {
        let (said, calendar) = (&self.said, &self.calendar);
        let ahead = |day: NaiveDate| time.is_none_or(|time| day.and_time(time) > calendar.now);
        if let Some(repeat) = &said.repeat {
            let from = match said.day.map(|day| day.day) {
                Some(day) => self.day(day, time)?,
                None => calendar.today,
            };
            let first = repeat.first_from(from)?;
            let over = said.day.is_none() && !ahead(first);
            return if over { repeat.first_from(shift(first, 1)?) } else { Some(first) };
        }
        match said.day {
            Some(day) => self.day(day.day, time),
            None => {
                let date = calendar.now.date();
                time.and_then(|_| if ahead(date) { Some(date) } else { shift(date, 1) })
            }
        }
    }

    fn day(&self, day: Day, time: Option<NaiveTime>) -> Option<NaiveDate> {
        let (today, now) = (self.calendar.today, self.calendar.now);
        match day {
            Day::On(day) => Some(day),
            Day::Coming(weekday) => {
                let still = time.is_some_and(|time| today.and_time(time) > now);
                let before = if still { shift(today, -1)? } else { today };
                Calendar::next_weekday(before, weekday)
            }
        }
    }

    pub(super) fn rule(&self, moment: Moment) -> Option<Repeat> {
        let repeat = self.said.repeat.as_ref()?;
        let until = self.said.until.and_then(|day| self.day(day, None));
        let first = moment.date?;
        Repeat::new(&repeat.rule(first, until.filter(|until| *until >= first), self.said.times)).ok()
    }

    pub(super) fn guessed_kind(&self, moment: Moment) -> EntryKind {
        let said = &self.said;
        if moment.date.is_none() {
            return EntryKind::Note;
        }
        let kept = |at: usize| !self.parts.iter().any(|part| part.leaves && part.words.contains(&at));
        let first = (0..self.words.len()).find(|at| kept(*at)).and_then(|at| self.words.get(at));
        let to_do = first.is_some_and(|word| is_to_do(&word.lower)) || said.day.is_some_and(|day| day.until);
        let takes_part = |part: &Found| part.leaves && matches!(part.meaning, Meaning::Person(_));
        let told = self.is_prose() && moment.time.is_none();
        let people = !told && (self.parts.iter().any(takes_part) || !self.unsure.is_empty());
        let occasion = self.words.iter().any(|word| OCCASIONS.contains(&word.lower.as_str()));
        match (to_do, people, moment.time) {
            (false, ..) if occasion => EntryKind::Event,
            (true, ..) | (false, false, None) => EntryKind::Task,
            (false, true, _) => EntryKind::Meeting,
            (false, false, Some(_)) => EntryKind::Event,
        }
    }
}
