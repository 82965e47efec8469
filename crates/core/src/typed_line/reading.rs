//! Reads a line: first what cannot be mistaken, then what is left of it.

use std::ops::Range;

use super::clocks::Clock;
use super::day_parts::DayPart;
use super::days::{Calendar, Day, SaidDay, day};
use super::hours::{SaidHour, hour};
use super::kinds::{begins, kind, priority};
use super::lengths::{from_now, led_length};
use super::places::place;
use super::repeats::{SaidRepeat, repeat, times};
use super::title::{capitalised, left};
use super::words::{Cursor, QUOTES, Word, words};
use super::{Context, Meaning, Part, TypedLine, Unsure, Wishes};
use crate::model::{Action, EntryKind, PersonId, Priority};

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
    pub(super) calendar: Calendar,
    pub(super) unsure: Vec<Unsure>,
    pub(super) said: Said,
    place: String,
}

/// What was said of when and what.
#[derive(Default)]
pub(super) struct Said {
    pub(super) day: Option<SaidDay>,
    pub(super) clock: Option<(Clock, Option<Clock>)>,
    pub(super) part: Option<(DayPart, bool)>,
    pub(super) length: Option<u32>,
    pub(super) from_now: Option<u32>,
    pub(super) repeat: Option<SaidRepeat>,
    pub(super) until: Option<Day>,
    pub(super) times: Option<u32>,
    pub(super) kind: Option<EntryKind>,
    /// The words that name the kind, without those that lead to them.
    pub(super) kind_words: Range<usize>,
    pub(super) action: Option<Action>,
    pub(super) priority: Priority,
}

pub(super) fn read(line: &str, wishes: &Wishes, context: &Context<'_>) -> TypedLine {
    // Of a day that is told of every hour is still to come when it begins.
    let (today, now) = match context.happened {
        Some(day) => (day, day.and_time(context.day_ends)),
        None => (context.now.today(context.day_ends), context.now.local),
    };
    let calendar = Calendar { today, now, week_starts: context.week_starts };
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
    reading.settle_people();
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
        // «всеки ден без неделя», "ask about Friday": the day is what is spoken of.
        if matches!(cursor.before(), "без" | "освен" | "относно" | "except" | "about" | "not") {
            return None;
        }
        let said = &mut self.said;
        // What was set outright is not read from the line.
        let set = self.wishes.at.is_some();
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
        if !set
            && said.day.is_none()
            && said.clock.is_none()
            && said.from_now.is_none()
            && let Some((minutes, end)) = from_now(cursor)
        {
            said.from_now = Some(minutes);
            return Some((Meaning::Time, end.place()));
        }
        if !set
            && said.day.is_none()
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
        if self.wishes.at.is_none()
            && said.from_now.is_none()
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
        // «16 ч» behind another hour is a second one, not a length.
        let second = !led && minutes >= 7 * 60;
        if said.length.is_some() || bare || second {
            return None;
        }
        said.length = Some(minutes);
        Some((Meaning::Length, end.place()))
    }

    fn find_kind(&mut self) {
        let found = (0..self.words.len()).find_map(|at| {
            let cursor = Cursor::new(&self.words, at);
            let from = begins(&self.words, at);
            let said = |word: &Word| word.taken || word.lower.starts_with('!');
            let first = self.words.get(..from).is_some_and(|before| before.iter().all(said));
            let (found, end) = kind(cursor, first, self.context.happened.is_some()).filter(|_| !cursor.ends())?;
            Some((from..end.place(), at, found))
        });
        if let Some((words, at, found)) = found {
            self.said.kind = Some(found.kind);
            self.said.kind_words = at..words.end;
            self.said.action = found.action;
            self.take(words, Meaning::Kind, true);
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
        let Some(mut range) = self.range(found.from..found.words.end) else { return };
        let behind = self.line.get(range.end..).and_then(|rest| rest.chars().next());
        let opened = self.line.get(range.clone()).is_some_and(|said| said.contains(|one| QUOTES.contains(one)));
        range.end += behind.filter(|one| opened && QUOTES.contains(*one)).map_or(0, char::len_utf8);
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
            self.keep_within(kind);
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
        let kind = self.range(self.said.kind_words.clone()).and_then(|range| self.line.get(range)).map(capitalised);
        kind.or_else(|| Some(self.place.clone()).filter(|place| !place.is_empty()))
            .unwrap_or_else(|| self.line.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
