//! The change of a series from one of its instances: of this one alone, of it and all that follow, or of all.

use chrono::NaiveDate;

use super::series::{SeriesScope, moved, split};
use super::{CommandError, Doing, diary};
use crate::model::{Entry, EntryId, EntryState, InstanceOverride, InvalidValue, Move, Person, Repeat, When};
use crate::query::{first_of_rule, original_days, when_of};

/// An instance of a series as it is to be.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesEdit {
    /// The entry of the series with what was changed; its time is that of the instance.
    pub entry: Entry,
    /// The original day of the instance.
    pub instance: NaiveDate,
    /// How much of the series changes; none for the instance alone.
    pub scope: Option<SeriesScope>,
    /// The id of what becomes an entry of its own: the instance alone, or the rest of the series.
    pub fresh: EntryId,
    /// People who come to the list with it.
    pub people: Vec<Person>,
}

/// Changes the instance, the rest, or all.
pub(super) fn edit_series(doing: &mut Doing<'_, '_>, edit: &SeriesEdit) -> Result<String, CommandError> {
    edit.entry.check()?;
    let series = doing.entry(edit.entry.id)?;
    let passed = original_days(&series, edit.instance);
    let is_of_rule = passed.last() == Some(&edit.instance);
    let own = series.repeat.as_ref().and_then(|repeat| repeat.overrides.get(&edit.instance)).cloned();
    match edit.scope {
        None if is_of_rule || own.is_some() => alone(doing, series, edit, own),
        Some(scope) if is_of_rule => {
            let begins = passed.len() == 1;
            if begins || (scope == SeriesScope::All && edit.entry.repeat.is_some()) {
                return whole(doing, &series, edit);
            }
            following(doing, &series, edit, passed.len() - 1)
        }
        _ => Err(CommandError::NoSuchInstance),
    }
}

/// The instance alone: a change of its title and time stays with the series, any other makes it an entry of its own.
fn alone(
    doing: &mut Doing<'_, '_>,
    mut series: Entry,
    edit: &SeriesEdit,
    own: Option<InstanceOverride>,
) -> Result<String, CommandError> {
    let own = own.unwrap_or_default();
    let of_series = when_of(&series, edit.instance);
    // Unchanged but for what an instance says by itself; how it repeats is none of its business.
    let likened =
        Entry { title: series.title.clone(), when: series.when, repeat: series.repeat.clone(), ..edit.entry.clone() };
    let stays = likened == series && edit.people.is_empty();
    let Some(repeat) = &mut series.repeat else { return Err(CommandError::NoSuchInstance) };
    if stays {
        let title = (edit.entry.title != series.title).then(|| edit.entry.title.clone());
        let when = (edit.entry.when != of_series).then_some(edit.entry.when);
        put_override(repeat, edit.instance, InstanceOverride { when, title, ..own });
        doing.writing.put(&series)?;
        return Ok(edit.entry.title.clone());
    }
    repeat.overrides.remove(&edit.instance);
    repeat.left_out.insert(edit.instance);
    doing.writing.put(&series)?;
    let mut one = edit.entry.clone();
    (one.id, one.created, one.repeat, one.calendar) = (edit.fresh, doing.now.local, None, None);
    one.state = own.state.unwrap_or(EntryState::Planned);
    one.outcome = own.outcome;
    one.moves = step(own.when.unwrap_or(of_series), one.when, doing.now.date());
    if let Some(training) = &mut one.training {
        training.came.clear();
    }
    diary::add(doing, &one, &edit.people)
}

fn put_override(repeat: &mut Repeat, day: NaiveDate, own: InstanceOverride) {
    if own == InstanceOverride::default() {
        repeat.overrides.remove(&day);
    } else {
        repeat.overrides.insert(day, own);
    }
}

fn step(from: When, to: When, on: NaiveDate) -> Vec<Move> {
    if from == to { Vec::new() } else { vec![Move { from, to, on }] }
}

/// All of the series. What was done or told stays on the day on which it was.
fn whole(doing: &mut Doing<'_, '_>, series: &Entry, edit: &SeriesEdit) -> Result<String, CommandError> {
    let after = changed(series, edit, series.repeat.as_ref())?;
    diary::edit(doing, &after, &edit.people)
}

/// The instance and all that follow it become a series of their own, or one entry where they repeat no longer.
fn following(
    doing: &mut Doing<'_, '_>,
    series: &Entry,
    edit: &SeriesEdit,
    passed: usize,
) -> Result<String, CommandError> {
    let (first, mut rest) = split(series, edit.instance, passed)?;
    doing.writing.put(&first)?;
    (rest.id, rest.created) = (edit.fresh, doing.now.local);
    rest.moves = step(when_of(series, edit.instance), edit.entry.when, doing.now.date());
    let rest = changed(&rest, edit, series.repeat.as_ref())?;
    diary::add(doing, &rest, &edit.people)
}

/// A series with what was changed of one of its instances; `was` is how it repeated before.
fn changed(series: &Entry, edit: &SeriesEdit, was: Option<&Repeat>) -> Result<Entry, CommandError> {
    let stays = when_of(series, edit.instance);
    let mut after =
        if edit.entry.when == stays { series.clone() } else { moved(series, edit.instance, edit.entry.when)? };
    // What belongs to the whole series stays; all else is as it was typed.
    after = Entry {
        id: after.id,
        when: after.when,
        repeat: after.repeat,
        created: after.created,
        moves: after.moves,
        state: after.state,
        outcome: after.outcome,
        follows: after.follows,
        first_steps_of: after.first_steps_of,
        calendar: after.calendar,
        ..edit.entry.clone()
    };
    let new = edit.entry.repeat.as_ref();
    if new.map(Repeat::rule) == was.map(Repeat::rule) {
        return Ok(after);
    }
    let Some(new) = new else {
        after.repeat = None;
        after.when = edit.entry.when;
        return Ok(after);
    };
    let old = after.repeat.take().unwrap_or_else(|| new.clone());
    let mut rule = new.clone();
    (rule.left_out, rule.overrides) = (old.left_out, old.overrides);
    after.repeat = Some(rule);
    // A series begins on the first day that its rule gives.
    let first = first_of_rule(&after).ok_or(CommandError::Invalid(InvalidValue::Rule))?;
    after.when = after.when.on_day(first);
    Ok(after)
}
