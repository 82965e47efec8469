//! Reads a line: first what cannot be mistaken, then what is left of it.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::days::{Calendar, Day, SaidDay, day, shift};
use super::hours::{Clock, SaidHour, hour, span};
use super::kinds::{is_to_do, kind, priority};
use super::lengths::{from_now, led_length};
use super::places::place;
use super::repeats::{SaidRepeat, repeat, times};
use super::title::{capitalised, left};
use super::vocabulary::DayPart;
use super::words::{Cursor, Word, words};
use super::{Context, Meaning, Part, TypedLine, Unsure, Wishes};
use crate::model::{Action, EntryKind, PersonId, Priority, Repeat};

/// A longer text is not a line that says a thing to do: it stays a note as it is.
const MOST_WORDS: usize = 80;

/// A part by its words.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) meaning: Meaning,
    pub(super) leaves: bool,
}

/// A line while it is read.
pub(super) struct Reading<'a> {
    pub(super) line: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) wishes: &'a Wishes,
    pub(super) context: &'a Context<'a>,
    pub(super) parts: Vec<Found>,
    pub(super) people: Vec<PersonId>,
    calendar: Calendar,
    unsure: Vec<Unsure>,
    said: Said,
    place: String,
}

/// What was said of when and what.
#[derive(Default)]
struct Said {
    day: Option<SaidDay>,
    clock: Option<(Clock, Option<Clock>)>,
    part: Option<(DayPart, bool)>,
    length: Option<u32>,
    from_now: Option<u32>,
    repeat: Option<SaidRepeat>,
    until: Option<Day>,
    times: Option<u32>,
    kind: Option<EntryKind>,
    action: Option<Action>,
    priority: Priority,
}

/// When the entry is, worked out.
#[derive(Clone, Copy, Default)]
struct Moment {
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
    minutes: Option<u32>,
}

pub(super) fn read(line: &str, wishes: &Wishes, context: &Context<'_>) -> TypedLine {
    let calendar = Calendar {
        today: context.now.today(context.day_ends),
        now: context.now.local,
        week_starts: context.week_starts,
    };
    let mut words = words(line);
    if words.len() > MOST_WORDS {
        words.clear();
    }
    for word in &mut words {
        word.taken = wishes.plain.iter().any(|plain| plain.start < word.at.end && word.at.start < plain.end);
    }
    let mut reading = Reading {
        line,
        words,
        wishes,
        context,
        parts: Vec::new(),
        people: Vec::new(),
        calendar,
        unsure: Vec::new(),
        said: Said::default(),
        place: String::new(),
    };
    reading.find_people(true);
    reading.find_moments();
    reading.find_kind();
    reading.find_people(false);
    reading.find_priority();
    reading.finish()
}

impl Reading<'_> {
    /// The bytes of some words.
    pub(super) fn range(&self, words: Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(words.start)?;
        let last = self.words.get(words.end.checked_sub(1)?)?;
        Some(first.at.start..last.at.end)
    }

    /// Makes a part of some words.
    pub(super) fn take(&mut self, words: Range<usize>, meaning: Meaning, leaves: bool) {
        for word in self.words.get_mut(words.clone()).into_iter().flatten() {
            word.taken = true;
        }
        self.parts.push(Found { words, meaning, leaves });
    }

    /// Remembers a name that several people have.
    pub(super) fn unsure(&mut self, words: Range<usize>, people: &[PersonId]) {
        let Some(range) = self.range(words.clone()) else { return };
        let text = self.line.get(range.clone()).unwrap_or_default().to_owned();
        self.unsure.push(Unsure { range, text, candidates: people.to_vec() });
        for word in self.words.get_mut(words).into_iter().flatten() {
            word.taken = true;
        }
    }

    fn find_moments(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            at = match self.moment(at) {
                Some((meaning, end)) => {
                    self.take(at..end, meaning, true);
                    end
                }
                None => at + 1,
            };
        }
        // «до края на годината всеки понеделник»: the end of the series came first.
        if self.said.repeat.is_some()
            && self.said.until.is_none()
            && let Some(end) = self.said.day.take_if(|day| day.until)
        {
            self.said.until = Some(end.day);
        }
    }

    /// What the words from a place on say of when; the place behind them.
    fn moment(&mut self, at: usize) -> Option<(Meaning, usize)> {
        let words = std::mem::take(&mut self.words);
        let found = self.moment_at(Cursor::new(&words, at));
        self.words = words;
        found
    }

    fn moment_at(&mut self, cursor: Cursor<'_>) -> Option<(Meaning, usize)> {
        if cursor.ends() {
            return None;
        }
        let said = &mut self.said;
        let last = self.parts.last().filter(|part| part.words.end == cursor.place()).map(|part| part.meaning);
        let behind_day = matches!(last, Some(Meaning::Day | Meaning::Time | Meaning::Repeat));
        if said.repeat.is_none()
            && let Some((repeat, end)) = repeat(cursor)
        {
            said.part = said.part.or(repeat.part.map(|part| (part, false)));
            said.repeat = Some(repeat);
            return Some((Meaning::Repeat, end.place()));
        }
        if said.repeat.is_some() && said.until.is_none() && said.times.is_none() {
            if let Some((day, end)) = day(cursor, &self.calendar).filter(|(day, _)| day.until) {
                said.until = Some(day.day);
                return Some((Meaning::Repeat, end.place()));
            }
            if let Some((times, end)) = times(cursor) {
                said.times = Some(times);
                return Some((Meaning::Repeat, end.place()));
            }
        }
        if said.day.is_none()
            && said.clock.is_none()
            && said.from_now.is_none()
            && let Some((minutes, end)) = from_now(cursor)
        {
            said.from_now = Some(minutes);
            return Some((Meaning::Time, end.place()));
        }
        if said.day.is_none()
            && said.from_now.is_none()
            && let Some((day, end)) = day(cursor, &self.calendar)
        {
            said.day = Some(day);
            return Some((Meaning::Day, end.place()));
        }
        self.hour_at(cursor, behind_day)
    }

    fn hour_at(&mut self, cursor: Cursor<'_>, behind_day: bool) -> Option<(Meaning, usize)> {
        let said = &mut self.said;
        if said.from_now.is_none()
            && let Some((found, end)) = hour(cursor, behind_day)
        {
            let new = match found {
                SaidHour::At(clock) if said.clock.is_none() => {
                    said.clock = Some((clock, None));
                    true
                }
                SaidHour::Between(from, to) if said.clock.is_none() => {
                    said.clock = Some((from, Some(to)));
                    true
                }
                SaidHour::Part(part, late) if said.part.is_none() => {
                    said.part = Some((part, late));
                    true
                }
                _ => false,
            };
            if new {
                return Some((Meaning::Time, end.place()));
            }
        }
        let (minutes, led, end) = led_length(cursor)?;
        // «час» alone is a word of its own: «час при лекаря».
        let bare =
            !led && end.place() == cursor.place() + 1 && !cursor.word().starts_with(|one: char| one.is_ascii_digit());
        if said.length.is_some() || bare {
            return None;
        }
        said.length = Some(minutes);
        Some((Meaning::Length, end.place()))
    }

    fn find_kind(&mut self) {
        if let Some((at, end, found)) = (0..self.words.len()).find_map(|at| {
            let cursor = Cursor::new(&self.words, at);
            let first = self
                .words
                .get(..at)
                .is_some_and(|before| before.iter().all(|word| word.taken || word.lower.starts_with('!')));
            let (found, end) = kind(cursor, first).filter(|_| !cursor.ends())?;
            Some((at, end.place(), found))
        }) {
            self.said.kind = Some(found.kind);
            self.said.action = found.action;
            self.take(at..end, Meaning::Kind, true);
        }
    }

    fn find_priority(&mut self) {
        for at in 0..self.words.len() {
            if let Some(priority) = priority(&self.words, at) {
                self.said.priority = self.said.priority.min(priority);
                self.take(at..at + 1, Meaning::Priority, true);
            }
        }
    }

    /// Finds the place: behind `@` always, behind «в» and "at" where people come together.
    fn find_place(&mut self, kind: EntryKind) {
        let led = matches!(kind, EntryKind::Meeting | EntryKind::Event) && !self.is_prose();
        let Some(found) = (0..self.words.len()).find_map(|at| place(&self.words, at, led)) else { return };
        let Some(range) = self.range(found.from..found.words.end) else { return };
        self.place = self.line.get(range).unwrap_or_default().trim_end_matches(['.', ' ']).to_owned();
        self.take(found.words, Meaning::Place, true);
    }

    fn finish(mut self) -> TypedLine {
        self.parts.sort_by_key(|part| part.words.start);
        let moment = self.when();
        if moment.time.is_none() || self.spans() {
            // A length that an entry cannot keep stays a word.
            self.parts.retain(|part| part.meaning != Meaning::Length);
        }
        let kind = self.wishes.kind.or(self.said.kind).unwrap_or_else(|| self.guessed_kind(moment));
        self.find_place(kind);
        self.parts.sort_by_key(|part| part.words.start);
        if kind == EntryKind::Note || self.is_prose() {
            self.keep_within();
        }
        let repeat = self.rule(moment);
        self.people.clear();
        for part in &self.parts {
            if let Meaning::Person(person) = part.meaning
                && !self.people.contains(&person)
            {
                self.people.push(person);
            }
        }
        let title = self.title();
        let part = |part: &Found| Some(Part { range: self.range(part.words.clone())?, meaning: part.meaning });
        let parts = self.parts.iter().filter_map(part).collect();
        TypedLine {
            kind,
            kind_said: self.said.kind.is_some() || self.wishes.kind.is_some(),
            action: self.said.action.filter(|_| self.wishes.kind.is_none_or(|chosen| Some(chosen) == self.said.kind)),
            date: moment.date,
            time: moment.time,
            minutes: moment.minutes,
            place: self.place,
            priority: self.said.priority,
            repeat,
            people: self.people,
            unsure: self.unsure,
            title,
            parts,
        }
    }

    /// Whether both ends of a span of hours were said.
    fn spans(&self) -> bool {
        matches!(self.said.clock, Some((_, Some(_))))
    }

    fn when(&self) -> Moment {
        let (said, calendar) = (&self.said, &self.calendar);
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

    fn rule(&self, moment: Moment) -> Option<Repeat> {
        let repeat = self.said.repeat.as_ref()?;
        let until = self.said.until.and_then(|day| self.day(day, None));
        let first = moment.date?;
        Repeat::new(&repeat.rule(first, until.filter(|until| *until >= first), self.said.times)).ok()
    }

    fn guessed_kind(&self, moment: Moment) -> EntryKind {
        let said = &self.said;
        if moment.date.is_none() {
            return EntryKind::Note;
        }
        let kept = |at: usize| !self.parts.iter().any(|part| part.leaves && part.words.contains(&at));
        let first = (0..self.words.len()).find(|at| kept(*at)).and_then(|at| self.words.get(at));
        let to_do = first.is_some_and(|word| is_to_do(&word.lower)) || said.day.is_some_and(|day| day.until);
        let takes_part = |part: &Found| part.leaves && matches!(part.meaning, Meaning::Person(_));
        let people = self.parts.iter().any(takes_part) || !self.unsure.is_empty();
        match (to_do, people, moment.time) {
            (true, ..) | (false, false, None) => EntryKind::Task,
            (false, true, _) => EntryKind::Meeting,
            (false, false, Some(_)) => EntryKind::Event,
        }
    }

    /// Whether what is left is a sentence: a comma, a semicolon or a question stands between words of it.
    fn is_prose(&self) -> bool {
        let left = |at: usize| !self.parts.iter().any(|part| part.leaves && part.words.contains(&at));
        self.words.windows(2).enumerate().any(|(at, pair)| {
            let [one, next] = pair else { return false };
            let between = self.line.get(one.at.end..next.at.start).unwrap_or_default();
            left(at) && left(at + 1) && between.contains([',', ';', '?'])
        })
    }

    /// Lets only what stands at the two ends leave the line: days, hours and the like, and a kind at its beginning with
    /// the people behind it.
    fn keep_within(&mut self) {
        let timely = |meaning: Meaning| {
            matches!(meaning, Meaning::Day | Meaning::Time | Meaning::Length | Meaning::Repeat | Meaning::Priority)
        };
        let (mut from, mut kind_said) = (0, false);
        for part in &mut self.parts {
            let of_kind = part.meaning == Meaning::Kind;
            let person = kind_said && matches!(part.meaning, Meaning::Person(_));
            if part.words.start != from || !(timely(part.meaning) || of_kind || person) {
                break;
            }
            (from, kind_said) = (part.words.end, kind_said || of_kind);
        }
        let mut to = self.words.len();
        for part in self.parts.iter().rev() {
            if part.words.end != to
                || part.words.start < from
                || !(timely(part.meaning) || part.meaning == Meaning::Place)
            {
                break;
            }
            to = part.words.start;
        }
        for part in &mut self.parts {
            part.leaves &= part.words.end <= from || part.words.start >= to;
        }
    }

    fn title(&self) -> String {
        let leaving: Vec<Range<usize>> =
            self.parts.iter().filter(|part| part.leaves).filter_map(|part| self.range(part.words.clone())).collect();
        let title = left(self.line, &leaving);
        if title.chars().any(char::is_alphanumeric) {
            return title;
        }
        let names: Vec<&str> = self.people.iter().map(|one| self.context.people.full_name(*one)).collect();
        if !names.is_empty() {
            return names.join(", ");
        }
        let said = |meaning: Meaning| {
            let part = self.parts.iter().find(|part| part.meaning == meaning)?;
            self.line.get(self.range(part.words.clone())?)
        };
        let kind = said(Meaning::Kind).map(capitalised);
        kind.or_else(|| Some(self.place.clone()).filter(|place| !place.is_empty()))
            .unwrap_or_else(|| self.line.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
