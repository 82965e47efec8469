//! Commands about who was invited to a training and who came.

use chrono::NaiveDate;

use super::{CommandError, Doing, diary};
use crate::model::{AttendanceChange, Entry, EntryId, EntryState, Move, Person, PersonId, Training};
use crate::query::{series_has, when_of};

/// What was put down of a training: ticked, pasted, or brought in from a file. It is one step to take back.
#[derive(Clone, Debug, PartialEq)]
pub struct AttendanceSheet {
    /// The file's name, for the history; none for what was put down by hand.
    pub file: Option<String>,
    /// The training.
    pub entry: EntryId,
    /// The original day of the instance, for a series, and the id of the entry that it becomes.
    pub instance: Option<(NaiveDate, EntryId)>,
    /// The training itself, where it comes to the diary with this.
    pub new: Option<Box<Entry>>,
    /// Guests who come to the list with it.
    pub people: Vec<Person>,
    /// Who was invited and who came, one after another.
    pub changes: Vec<AttendanceChange>,
}

impl AttendanceSheet {
    /// Changes of a training that is there.
    #[must_use]
    pub const fn of(entry: EntryId, changes: Vec<AttendanceChange>) -> Self {
        Self { file: None, entry, instance: None, new: None, people: Vec::new(), changes }
    }
}

pub(super) fn attend(doing: &mut Doing<'_, '_>, sheet: &AttendanceSheet) -> Result<String, CommandError> {
    let me = doing.settings()?.me;
    diary::bring(doing, &sheet.people)?;
    let mut entry = training(doing, sheet)?;
    entry.invite_its_people(me);
    let mut training =
        entry.training.take().unwrap_or_else(|| Training { topic: entry.title.clone(), ..Training::default() });
    for change in &sheet.changes {
        let person = about(change);
        if !doing.person_is_there(person)? {
            return Err(CommandError::NotFound("person"));
        }
        if matches!(change, AttendanceChange::Off(_)) {
            entry.people.retain(|one| *one != person);
        }
        training.put(*change, me);
    }
    entry.training = Some(training);
    doing.writing.put(&entry)?;
    Ok(sheet.file.clone().unwrap_or(entry.title))
}

const fn about(change: &AttendanceChange) -> PersonId {
    match change {
        AttendanceChange::Came(one) => one.person,
        AttendanceChange::NotCame(person) | AttendanceChange::Invited(person) | AttendanceChange::Off(person) => {
            *person
        }
    }
}

/// The entry of the training: the one that is there, the new one, or an instance as an entry of its own.
fn training(doing: &mut Doing<'_, '_>, sheet: &AttendanceSheet) -> Result<Entry, CommandError> {
    let entry = match &sheet.new {
        Some(new) => {
            new.check()?;
            doing.is_new(&**new)?;
            Entry::clone(new)
        }
        None => doing.entry(sheet.entry)?,
    };
    if !entry.is_training() {
        return Err(CommandError::NotFound("training"));
    }
    match sheet.instance.filter(|_| entry.repeat.is_some()) {
        Some((day, fresh)) => take_out(doing, entry, day, fresh),
        None => Ok(entry),
    }
}

/// An instance of a series as an entry of its own: others came to it than to the rest.
fn take_out(
    doing: &mut Doing<'_, '_>,
    mut series: Entry,
    day: NaiveDate,
    fresh: EntryId,
) -> Result<Entry, CommandError> {
    let of_series = when_of(&series, day);
    let is_there = series_has(&series, day);
    let mut one = series.clone();
    let Some(repeat) = series.repeat.as_mut() else { return Err(CommandError::NoSuchInstance) };
    let own = repeat.overrides.remove(&day);
    if !is_there && own.is_none() {
        return Err(CommandError::NoSuchInstance);
    }
    let own = own.unwrap_or_default();
    repeat.left_out.insert(day);
    (one.id, one.created, one.repeat, one.calendar) = (fresh, doing.now.local, None, None);
    doing.is_new(&one)?;
    one.when = own.when.unwrap_or(of_series);
    one.title = own.title.unwrap_or(one.title);
    one.state = own.state.unwrap_or(EntryState::Planned);
    one.outcome = own.outcome;
    let moved = Move { from: of_series, to: one.when, on: doing.now.date() };
    one.moves = if moved.from == moved.to { Vec::new() } else { vec![moved] };
    if let Some(training) = &mut one.training {
        training.came.clear();
    }
    doing.writing.put(&series)?;
    Ok(one)
}
