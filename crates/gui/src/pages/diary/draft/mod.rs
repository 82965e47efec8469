//! What is typed in the form of an entry, and the entry that it becomes. Nothing here paints.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::model::{Action, Entry, EntryId, EntryKind, Mode, PersonId, Priority, Repeat, TaskNature, When};
use sponsor_core::query::{SeriesSize, series_size};

use super::chosen::{Chosen, chosen, ids, on_day};
use super::repeating::{End, Monthly, Pattern, Rhythm, ended};
use crate::app::{Form, FormKind};
use crate::format::parse;

/// What is typed in the form of an entry. Dates and times are kept as they were typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct EntryDraft {
    /// The id that the entry has or will have, so that saving twice never makes two.
    pub(super) id: EntryId,
    pub(super) title: String,
    pub(super) kind: EntryKind,
    /// Whether a person said the kind, so that the title does not.
    #[serde(default)]
    pub(super) kind_chosen: bool,
    pub(super) action: Option<Action>,
    pub(super) action_chosen: bool,
    pub(super) all_day: bool,
    pub(super) day: String,
    pub(super) last_day: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) place: String,
    pub(super) mode: Option<Mode>,
    pub(super) people: Vec<Chosen>,
    pub(super) person: String,
    /// People whom the title names and who were taken away: they do not come back by themselves.
    #[serde(default)]
    pub(super) not_these: Vec<PersonId>,
    pub(super) priority: Priority,
    pub(super) reminder: Option<u32>,
    pub(super) rhythm: Rhythm,
    pub(super) until: String,
    /// Every so many days, weeks, months or years.
    #[serde(default)]
    pub(super) every: String,
    /// The days of a week on which it is; none for the one of its day.
    #[serde(default)]
    pub(super) weekdays: Vec<Weekday>,
    /// On which day of a month it is.
    #[serde(default)]
    pub(super) monthly: Monthly,
    /// How often it is, where that was said rather than until when.
    #[serde(default)]
    pub(super) times: String,
    pub(super) count: String,
    pub(super) nature: Option<TaskNature>,
    pub(super) note: String,
    /// It is there without an end, so an empty «До» leaves it so.
    #[serde(default)]
    pub(super) open_end: bool,
    /// Saving was tried, so that empty fields may be called wrong.
    pub(super) tried: bool,
}

impl Form for EntryDraft {
    const KIND: FormKind = FormKind::Entry;
}

/// What is wrong in the form; each stands beside its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// There is no title.
    Title,
    /// The title, the place or the note is longer than a field takes.
    TooLong,
    /// The day is missing or not understood.
    Day,
    /// The last day is not understood or before the first.
    LastDay,
    /// The hour is not understood.
    From,
    /// The end is not understood, or before the start.
    To,
    /// The last day of the series is not understood or before the first.
    Until,
    /// The count is no number from 1 to 1000.
    Count,
    /// «На всеки» is no number from 1 to 99.
    Every,
    /// How often it repeats is no number from 1 to 9999.
    Times,
    /// The rule gives no day at all, or more than is ever shown.
    Series,
}

/// A date as a form begins with it: read back the same in both languages.
pub(super) fn typed_day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// A time as a form begins with it.
pub(super) fn typed_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Minutes from the start to what was typed in «До»: a time of day after the start, else a duration.
pub(super) fn minutes_until(text: &str, start: NaiveTime) -> Option<u32> {
    let text = text.trim();
    let text = ["до ", "until ", "till ", "to "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let end = parse::time(text).filter(|end| *end > start);
    let lasts = parse::duration(text).filter(|minutes| *minutes > 0);
    let names_unit = text.chars().any(char::is_alphabetic);
    let until_end = end.and_then(|end| u32::try_from((end - start).num_minutes()).ok());
    let midnight = (matches!(text, "24" | "24:00" | "0:00" | "00:00")).then(|| 24 * 60 - super::layout::minute(start));
    if names_unit { lasts.or(until_end) } else { midnight.or(until_end).or(lasts) }
}

impl EntryDraft {
    /// An empty form for a day, with the reminder of the settings.
    pub(super) fn empty(id: EntryId, day: NaiveDate, reminder: Option<u32>) -> Self {
        Self {
            id,
            title: String::new(),
            kind: EntryKind::Meeting,
            kind_chosen: false,
            action: None,
            action_chosen: false,
            all_day: false,
            day: typed_day(day),
            last_day: String::new(),
            from: String::new(),
            to: String::new(),
            place: String::new(),
            mode: None,
            people: Vec::new(),
            person: String::new(),
            not_these: Vec::new(),
            priority: Priority::Other,
            reminder,
            rhythm: Rhythm::Never,
            until: String::new(),
            every: String::new(),
            weekdays: Vec::new(),
            monthly: Monthly::Date,
            times: String::new(),
            count: String::new(),
            nature: None,
            note: String::new(),
            open_end: false,
            tried: false,
        }
    }

    /// The form as an entry fills it.
    pub(super) fn of(entry: &Entry, name: impl Fn(PersonId) -> String) -> Self {
        let (first, last) = (entry.when.first_day(), entry.when.last_day());
        let pattern = entry.repeat.as_ref().zip(first).map(|(repeat, first)| Pattern::of(repeat.rule(), first));
        let pattern = pattern.unwrap_or_default();
        let all_day = matches!(entry.when, When::AllDay { .. });
        let to = entry.when.minutes().zip(entry.when.end());
        let crosses = first != last;
        Self {
            id: entry.id,
            title: entry.title.clone(),
            kind: entry.kind,
            kind_chosen: true,
            action: entry.action.clone(),
            action_chosen: entry.action_chosen,
            all_day,
            day: first.map(typed_day).unwrap_or_default(),
            last_day: last.filter(|last| all_day && first != Some(*last)).map(typed_day).unwrap_or_default(),
            from: entry.when.time().map(typed_time).unwrap_or_default(),
            to: to
                .map(|(minutes, end)| if crosses { format!("{minutes} min") } else { typed_time(end.time()) })
                .unwrap_or_default(),
            place: entry.place.clone(),
            mode: entry.mode,
            people: chosen(&entry.people, name),
            person: String::new(),
            not_these: Vec::new(),
            priority: entry.priority,
            reminder: entry.reminders.first().copied(),
            rhythm: pattern.rhythm,
            until: if let End::Until(until) = pattern.end { typed_day(until) } else { String::new() },
            every: if pattern.every > 1 { pattern.every.to_string() } else { String::new() },
            weekdays: pattern.weekdays,
            monthly: pattern.monthly,
            times: if let End::Count(count) = pattern.end { count.to_string() } else { String::new() },
            count: if entry.count > 1 { entry.count.to_string() } else { String::new() },
            nature: entry.nature,
            note: entry.note.clone(),
            open_end: matches!(entry.when, When::Timed { minutes: None, .. }),
            tried: false,
        }
    }

    /// Whether an entry of this kind may be without a day.
    pub(super) const fn may_be_undated(&self) -> bool {
        matches!(self.kind, EntryKind::Task | EntryKind::Note)
    }

    /// How long it lasts while «До» is empty: what the field hints at, the week shows and the entry gets. None for an
    /// entry that is there without an end.
    pub(super) const fn usual_minutes(&self) -> Option<u32> {
        if self.open_end {
            return None;
        }
        Some(match self.kind {
            EntryKind::Meeting | EntryKind::Event => 60,
            EntryKind::Call | EntryKind::Message | EntryKind::Task | EntryKind::Note => 30,
        })
    }

    /// When the entry is, as far as it can be read.
    pub(super) fn when(&self, now: Now, today: NaiveDate) -> Result<When, Problem> {
        if self.day.trim().is_empty() {
            return if self.may_be_undated() { Ok(When::Undated) } else { Err(Problem::Day) };
        }
        let day = parse::date(&self.day, today).ok_or(Problem::Day)?;
        if self.all_day || self.from.trim().is_empty() {
            return self.whole_days(day, today);
        }
        let start = parse::time(&self.from).ok_or(Problem::From)?;
        let minutes = match self.to.trim() {
            "" => self.usual_minutes(),
            text => Some(minutes_until(text, start).filter(|minutes| *minutes <= 7 * 24 * 60).ok_or(Problem::To)?),
        };
        Ok(on_day(day, Some(start), minutes, now.zone))
    }

    fn whole_days(&self, day: NaiveDate, today: NaiveDate) -> Result<When, Problem> {
        if !self.all_day || self.last_day.trim().is_empty() {
            return Ok(When::day(day));
        }
        let last = parse::date(&self.last_day, today).filter(|last| *last >= day).ok_or(Problem::LastDay)?;
        Ok(When::AllDay { from: day, to: last })
    }

    /// Everything that is wrong.
    pub(super) fn problems(&self, now: Now, today: NaiveDate) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.title.trim().is_empty() && self.people.is_empty() {
            problems.push(Problem::Title);
        }
        problems.extend(self.when(now, today).err());
        problems.extend(self.pattern(today).err());
        if self.read_count().is_none() {
            problems.push(Problem::Count);
        }
        if [&self.title, &self.place, &self.note].into_iter().any(|text| text.len() > 64 * 1024) {
            problems.push(Problem::TooLong);
        }
        problems
    }

    /// How it repeats, as far as it can be read.
    pub(super) fn pattern(&self, today: NaiveDate) -> Result<Pattern, Problem> {
        if self.rhythm == Rhythm::Never {
            return Ok(Pattern::default());
        }
        let number = |text: &str, most: u32| text.trim().parse().ok().filter(|number| (1..=most).contains(number));
        let every = if self.every.trim().is_empty() { Some(1) } else { number(&self.every, 99) };
        let every = every.ok_or(Problem::Every)?;
        let end = if !self.until.trim().is_empty() {
            let until = parse::date(&self.until, today).ok_or(Problem::Until)?;
            let first = parse::date(&self.day, today);
            first.is_none_or(|first| first <= until).then_some(End::Until(until)).ok_or(Problem::Until)?
        } else if !self.times.trim().is_empty() {
            End::Count(number(&self.times, 99_999).ok_or(Problem::Times)?)
        } else {
            End::Never
        };
        let (rhythm, weekdays, monthly) = (self.rhythm.clone(), self.weekdays.clone(), self.monthly);
        Ok(Pattern { rhythm, every, weekdays, monthly, end })
    }

    fn read_count(&self) -> Option<u16> {
        match self.count.trim() {
            "" => Some(1),
            text => text.parse().ok().filter(|count| (1..=1000).contains(count)),
        }
    }

    /// What was typed as title; without one the names of the people.
    pub(super) fn title(&self) -> String {
        match self.title.trim() {
            "" => self.people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "),
            title => title.to_owned(),
        }
    }

    /// The title with the people whom it does not name.
    pub(super) fn spoken_title(&self) -> String {
        let title = self.title();
        let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
        let unnamed = self.people.iter().filter(|one| !title.contains(&first(&one.name)));
        let unnamed: Vec<_> = unnamed.map(|one| one.name.as_str()).collect();
        if unnamed.is_empty() { title } else { format!("{title}: {}", unnamed.join(", ")) }
    }

    /// The entry that the form becomes: a new one, or `before` with what was changed.
    ///
    /// # Errors
    /// Everything that is wrong, if anything is.
    pub(super) fn entry(&self, before: Option<&Entry>, now: Now, today: NaiveDate) -> Result<Entry, Vec<Problem>> {
        let (mut entry, pattern) = self.filled(before, now, today)?;
        let rule = entry.when.first_day().and_then(|first| pattern.rule(first));
        entry.repeat = rule.and_then(|rule| repeat(before, &rule));
        let same = |before: &Entry| before.repeat == entry.repeat && before.when == entry.when;
        if !before.is_some_and(same) {
            begin_on_its_rule(&mut entry)?;
        }
        let ends = before.filter(|_| entry.repeat.is_none()).and_then(|before| Some((before, ended(before, today)?)));
        if let Some((before, series)) = ends {
            // It is the series that ends, so it stays where it began.
            entry.when = before.when;
            entry.repeat = Some(series);
        }
        Ok(entry)
    }

    /// An instance of a series as it is to be; `shown` is the entry at the time and with the title of the instance. How it
    /// repeats is as before unless that was changed.
    ///
    /// # Errors
    /// Everything that is wrong, if anything is.
    pub(super) fn instance(&self, shown: &Entry, now: Now, today: NaiveDate) -> Result<Entry, Vec<Problem>> {
        let (mut entry, pattern) = self.filled(Some(shown), now, today)?;
        if Self::of(shown, |_| String::new()).pattern(today).as_ref() == Ok(&pattern) {
            return Ok(entry);
        }
        let rule = entry.when.first_day().and_then(|first| pattern.rule(first));
        entry.repeat = rule.and_then(|rule| repeat(Some(shown), &rule));
        match series_size(&entry) {
            Some(SeriesSize::Nothing | SeriesSize::TooMany { .. }) => Err(vec![Problem::Series]),
            _ => Ok(entry),
        }
    }

    /// Everything but how it repeats, and that by itself.
    fn filled(&self, before: Option<&Entry>, now: Now, today: NaiveDate) -> Result<(Entry, Pattern), Vec<Problem>> {
        let problems = self.problems(now, today);
        let (Ok(when), Ok(pattern), Some(count)) = (self.when(now, today), self.pattern(today), self.read_count())
        else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut entry = match before {
            Some(before) => before.clone(),
            None => Entry::new(self.id, self.kind, &self.title(), when, now.local),
        };
        entry.kind = self.kind;
        entry.title = self.title();
        entry.when = same_zone(before, when);
        entry.action.clone_from(&self.action);
        entry.action_chosen = self.action_chosen;
        self.place.trim().clone_into(&mut entry.place);
        entry.mode = self.mode;
        entry.people = ids(&self.people);
        entry.priority = self.priority;
        entry.reminders = self.reminder.into_iter().collect();
        entry.count = count;
        entry.nature = self.nature.filter(|_| self.kind == EntryKind::Task);
        self.note.trim().clone_into(&mut entry.note);
        Ok((entry, pattern))
    }

    /// The end as a time of day, where start and end are understood and on one day.
    pub(super) fn end(&self, now: Now, today: NaiveDate) -> Option<NaiveTime> {
        let When::Timed { start, minutes: Some(minutes), .. } = self.when(now, today).ok()? else { return None };
        Some(start.checked_add_signed(TimeDelta::minutes(minutes.into()))?.time())
    }
}

/// A series begins on the first day that its rule gives; one that gives none, or too many, is not kept.
fn begin_on_its_rule(entry: &mut Entry) -> Result<(), Vec<Problem>> {
    match series_size(entry) {
        None => {}
        Some(SeriesSize::Nothing | SeriesSize::TooMany { .. }) => return Err(vec![Problem::Series]),
        Some(SeriesSize::Counted { first, .. } | SeriesSize::Endless { first }) => {
            entry.when = entry.when.on_day(first);
        }
    }
    Ok(())
}

/// A time that was not changed keeps the zone in which it was made.
fn same_zone(before: Option<&Entry>, when: When) -> When {
    match (before.map(|entry| entry.when), when) {
        (Some(When::Timed { start: was, minutes: lasted, zone }), When::Timed { start, minutes, .. })
            if was == start && lasted == minutes =>
        {
            When::Timed { start, minutes, zone }
        }
        _ => when,
    }
}

/// The series by its rule; what departed from it in the entry before stays.
fn repeat(before: Option<&Entry>, rule: &str) -> Option<Repeat> {
    let mut repeat = Repeat::new(rule).ok()?;
    if let Some(old) = before.and_then(|entry| entry.repeat.as_ref()) {
        repeat.left_out.clone_from(&old.left_out);
        repeat.overrides.clone_from(&old.overrides);
    }
    Some(repeat)
}

#[cfg(test)]
mod tests;
