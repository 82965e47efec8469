//! Commands that take a whole series, or the rest of one, to another time, and that copy an entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate};

use super::{CommandError, Doing};
use crate::model::{
    Entry, EntryId, EntryState, InstanceOverride, InvalidValue, Move, Repeat, When, month_day, weekday_in_month,
};
use crate::query::original_days;

/// How much of a series goes to another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesScope {
    /// An instance and all that follow it: they become a series of their own.
    Following,
    /// All of it. What was done or told stays on the day on which it was.
    All,
}

/// How far beyond the last day of which something is kept the days of a moved series are looked for.
const FURTHER: Days = Days::new(400);

pub(super) fn move_series(
    doing: &mut Doing<'_, '_>,
    id: EntryId,
    day: NaiveDate,
    to: When,
    scope: SeriesScope,
) -> Result<String, CommandError> {
    to.check()?;
    let entry = doing.entry(id)?;
    let before = original_days(&entry, day);
    if before.last() != Some(&day) {
        return Err(CommandError::NoSuchInstance);
    }
    let moved_from = entry.repeat.iter().find_map(|repeat| repeat.overrides.get(&day)?.when);
    let step = Move { from: moved_from.unwrap_or_else(|| entry.when.on_day(day)), to, on: doing.now.date() };
    if scope == SeriesScope::All || before.len() == 1 {
        let mut moved = moved(&entry, day, to)?;
        moved.moves.push(step);
        doing.writing.put(&moved)?;
        return Ok(moved.title);
    }
    let (first, mut rest) = split(&entry, day, before.len() - 1)?;
    rest.id = EntryId::new(doing.ids, doing.now.local);
    rest.created = doing.now.local;
    let mut rest = moved(&rest, day, to)?;
    rest.moves = vec![step];
    doing.writing.put(&first)?;
    doing.writing.put(&rest)?;
    Ok(rest.title)
}

/// A series that ends before a day, and one that begins with it; `passed` instances belong to the first.
pub(super) fn split(entry: &Entry, day: NaiveDate, passed: usize) -> Result<(Entry, Entry), CommandError> {
    let repeat = entry.repeat.as_ref().ok_or(CommandError::NoSuchInstance)?;
    let last = day.pred_opt().unwrap_or(day);
    let (mut first, mut rest) = (entry.clone(), entry.clone());
    first.repeat = Some(kept(&repeat.ending(last)?, repeat, |one| one < day));
    rest.repeat = Some(kept(&repeat.without_first(passed)?, repeat, |one| one >= day));
    rest.when = entry.when.on_day(day);
    // A calendar that it came from knows the first part by its name.
    (rest.outcome, rest.follows, rest.calendar) = (None, None, None);
    if let Some(training) = &mut rest.training {
        training.came.clear();
    }
    Ok((first, rest))
}

fn kept(rule: &Repeat, of: &Repeat, is_kept: impl Fn(NaiveDate) -> bool) -> Repeat {
    let mut repeat = rule.clone();
    repeat.shown_in = of.shown_in;
    repeat.left_out = of.left_out.iter().copied().filter(|day| is_kept(*day)).collect();
    repeat.overrides =
        of.overrides.iter().filter(|(day, _)| is_kept(**day)).map(|(day, own)| (*day, own.clone())).collect();
    repeat
}

/// The series with the instance of a day at another time, all others likewise.
pub(super) fn moved(entry: &Entry, day: NaiveDate, to: When) -> Result<Entry, CommandError> {
    let repeat = entry.repeat.as_ref().ok_or(CommandError::NoSuchInstance)?;
    let (first, target) =
        entry.when.first_day().zip(to.first_day()).ok_or(CommandError::Invalid(InvalidValue::Rule))?;
    let rule = repeat.moved(day, target).ok_or(CommandError::Invalid(InvalidValue::Rule))?;
    let mut after = entry.clone();
    after.when = to.on_day(moved_first(repeat, first, day, target));
    after.repeat = Some(rule);
    let days = same_places(entry, &after, repeat.left_out.iter().chain(repeat.overrides.keys()));
    let place = |one: &NaiveDate| days.get(one).copied();
    let left_out: BTreeSet<_> = repeat.left_out.iter().filter_map(place).collect();
    let overrides = repeat.overrides.iter().filter_map(|(one, own)| {
        let own = if *one == day { InstanceOverride { when: None, ..own.clone() } } else { stays(entry, *one, own) };
        (own != InstanceOverride::default()).then_some(())?;
        Some((place(one)?, own))
    });
    let overrides: BTreeMap<_, _> = overrides.collect();
    if let Some(repeat) = &mut after.repeat {
        repeat.left_out = left_out;
        repeat.overrides = overrides;
    }
    Ok(after)
}

/// What was done or told of stays where it was.
fn stays(entry: &Entry, day: NaiveDate, own: &InstanceOverride) -> InstanceOverride {
    let decided = own.outcome.is_some() || own.state.is_some_and(|state| state != EntryState::Planned);
    let when = own.when.or_else(|| decided.then(|| entry.when.on_day(day)));
    InstanceOverride { when, ..own.clone() }
}

/// The first day of a series of which the instance of a day goes to another day.
fn moved_first(repeat: &Repeat, first: NaiveDate, day: NaiveDate, target: NaiveDate) -> NaiveDate {
    let months = |one: NaiveDate| i64::from(one.year()) * 12 + i64::from(one.month0());
    let shifted = first.checked_add_signed(target - day).unwrap_or(first);
    if !repeat.goes_by_months() {
        return shifted;
    }
    let month = months(first) + months(target) - months(day);
    let start = i32::try_from(month.div_euclid(12))
        .ok()
        .zip(u32::try_from(month.rem_euclid(12) + 1).ok())
        .and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1));
    let Some(start) = start else { return shifted };
    let moved = repeat.moved(day, target);
    let found = match moved.as_ref().and_then(Repeat::place_in_month) {
        Some((place, weekday)) => weekday_in_month(start, place, weekday),
        None => month_day(start, target.day()),
    };
    found.unwrap_or(shifted)
}

/// For days of one series the days in the same place of another.
fn same_places<'a>(
    from: &Entry,
    to: &Entry,
    days: impl Iterator<Item = &'a NaiveDate>,
) -> BTreeMap<NaiveDate, NaiveDate> {
    let wanted: BTreeSet<NaiveDate> = days.copied().collect();
    let Some(last) = wanted.last() else { return BTreeMap::new() };
    let until = last.checked_add_days(FURTHER).unwrap_or(*last);
    let pairs = original_days(from, *last).into_iter().zip(original_days(to, until));
    pairs.filter(|(one, _)| wanted.contains(one)).collect()
}

/// An entry once more, at another time: planned, with nothing told of it. Of a series only the instance is copied.
pub(super) fn copy(
    doing: &mut Doing<'_, '_>,
    id: EntryId,
    instance: Option<NaiveDate>,
    new: EntryId,
    to: When,
) -> Result<String, CommandError> {
    to.check()?;
    let mut entry = doing.entry(id)?;
    let own = instance.and_then(|day| entry.repeat.as_ref()?.overrides.get(&day)?.title.clone());
    entry.title = own.unwrap_or(entry.title);
    entry.id = new;
    entry.when = to;
    entry.created = doing.now.local;
    entry.state = EntryState::Planned;
    (entry.repeat, entry.outcome, entry.follows, entry.first_steps_of) = (None, None, None, None);
    entry.calendar = None;
    entry.moves.clear();
    entry.sorted = false;
    if let Some(training) = &mut entry.training {
        training.came.clear();
    }
    entry.check()?;
    doing.is_new(&entry)?;
    doing.writing.put(&entry)?;
    Ok(entry.title)
}
