//! Commands about the diary.

use chrono::{Datelike as _, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::people::{check_sponsors, names};
use super::{CommandError, Doing};
use crate::model::{
    Action, Entry, EntryId, EntryKind, EntryState, InstanceOverride, ListOwner, Move, Name, Person, PersonId,
    Record as _, Review, ReviewId, ReviewState, Role, Stage, TaskNature, When,
};
use crate::query::{series_has, when_of};

/// What a jotted note becomes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NoteInto {
    /// Something to do on a day.
    Task {
        /// The day.
        on: NaiveDate,
    },
    /// A call on a day.
    Call {
        /// The day.
        on: NaiveDate,
        /// Whom to call.
        person: Option<PersonId>,
    },
    /// A person on the list.
    Contact {
        /// The name.
        name: Name,
    },
    /// A promise with its day.
    Promise {
        /// The day.
        on: NaiveDate,
    },
    /// It stays a note.
    Note,
}

/// Guesses the row of the plan in which an entry counts, from its kind, its people and their stages. One entry counts in
/// one row: a 2+1 is not also a meeting.
#[must_use]
pub fn guess_action(entry: &Entry, people: &[Person]) -> Option<Action> {
    let title = entry.title.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let partner = |person: &&Person| person.registration.as_ref().is_some_and(|own| own.role == Role::Partner);
    let waits = |person: &Person| matches!(person.stage, Stage::SawPresentation | Stage::ThinkingOver);
    let prospects = people.iter().filter(|person| person.registration.is_none()).count();
    if matches!(entry.kind, EntryKind::Note | EntryKind::Task) {
        return None;
    }
    if entry.training.is_some() || says(&["обучение", "training"]) {
        return Some(Action::Training);
    }
    if says(&["2+1"]) {
        return Some(Action::TwoPlusOne);
    }
    if says(&["презентация", "presentation"]) {
        return Some(Action::Presentation);
    }
    if says(&["покана", "покани", "invitation", "invite"]) {
        return Some(Action::Invitation);
    }
    match entry.kind {
        EntryKind::Meeting if people.iter().any(|person| partner(&person)) && prospects > 0 => Some(Action::TwoPlusOne),
        EntryKind::Meeting | EntryKind::Call if people.iter().any(waits) => Some(Action::FollowUp),
        EntryKind::Meeting => Some(Action::Meeting),
        EntryKind::Call => Some(Action::Call),
        _ => None,
    }
}

/// Whether the action of an entry is guessed anew when it is changed so. What it counted in stays while nothing changes
/// that the guess is made from, for its people may have come further since; of what is done the past is never recounted.
#[must_use]
pub fn guesses_again(before: &Entry, after: &Entry) -> bool {
    let same = before.kind == after.kind
        && before.title.trim() == after.title.trim()
        && before.people == after.people
        && before.training.is_some() == after.training.is_some();
    before.state != EntryState::Done && (before.action_chosen || !same)
}

/// Sets the action that the entry would be guessed to count in, unless a person chose it.
pub(super) fn guess(doing: &Doing<'_, '_>, entry: &mut Entry) -> Result<(), CommandError> {
    if !entry.action_chosen {
        entry.action = guess_action(entry, &doing.people(&entry.people)?);
    }
    fill_training(doing, entry)
}

/// A training knows whom it is about, and its people are those who were invited.
fn fill_training(doing: &Doing<'_, '_>, entry: &mut Entry) -> Result<(), CommandError> {
    entry.invite_its_people(doing.settings()?.me);
    Ok(())
}

/// Who was taken away from the people of a training is not invited either, unless they came.
fn uninvite(before: &Entry, entry: &mut Entry) {
    let Some(training) = &mut entry.training else { return };
    let came: Vec<PersonId> = training.came.iter().map(|one| one.person).collect();
    let people = &entry.people;
    training.invited.retain(|one| !before.people.contains(one) || people.contains(one) || came.contains(one));
}

/// Brings people to the list. One who came before and stayed when that was taken back is not brought again.
pub(super) fn bring(doing: &mut Doing<'_, '_>, people: &[Person]) -> Result<(), CommandError> {
    for person in people {
        person.check()?;
        if doing.writing.get::<Person>(person.id.to_bytes())?.is_none() {
            doing.writing.put(person)?;
        }
    }
    check_sponsors(doing, people)
}

/// Whose list those stand on who come with an entry: the partner's after a 2+1, else mine.
pub(super) fn owner(people: &[Person], entry: &Entry) -> ListOwner {
    let partner = |person: &&Person| person.registration.as_ref().is_some_and(|own| own.role == Role::Partner);
    match (&entry.action, people.iter().find(partner)) {
        (Some(Action::TwoPlusOne), Some(partner)) => ListOwner::Partner(partner.id),
        _ => ListOwner::Mine,
    }
}

/// Puts those who came on the list on which they belong.
pub(super) fn put_on_list(doing: &mut Doing<'_, '_>, new: &[Person], owner: ListOwner) -> Result<(), CommandError> {
    for id in new.iter().filter(|person| person.owner == ListOwner::Mine).map(|person| person.id) {
        let person = Person { owner, ..doing.person(id)? };
        doing.writing.put(&person)?;
    }
    Ok(())
}

/// What an entry was about, with those who came with it.
pub(super) fn about(entry: &Entry, new: &[Person]) -> String {
    let names = names(new);
    // An entry without words of its own is called as its people are.
    if new.is_empty() || entry.title == names { entry.title.clone() } else { format!("{} · {names}", entry.title) }
}

pub(super) fn add(doing: &mut Doing<'_, '_>, entry: &Entry, new: &[Person]) -> Result<String, CommandError> {
    entry.check()?;
    doing.is_new(entry)?;
    bring(doing, new)?;
    let mut entry = entry.clone();
    guess(doing, &mut entry)?;
    put_on_list(doing, new, owner(&doing.people(&entry.people)?, &entry))?;
    put_with_stages(doing, &entry)?;
    Ok(about(&entry, new))
}

pub(super) fn edit(doing: &mut Doing<'_, '_>, entry: &Entry, new: &[Person]) -> Result<String, CommandError> {
    entry.check()?;
    let before = doing.entry(entry.id)?;
    bring(doing, new)?;
    let mut entry = entry.clone();
    uninvite(&before, &mut entry);
    if !entry.action_chosen && !guesses_again(&before, &entry) {
        entry.action.clone_from(&before.action);
        fill_training(doing, &mut entry)?;
    } else {
        guess(doing, &mut entry)?;
    }
    put_on_list(doing, new, owner(&doing.people(&entry.people)?, &entry))?;
    if before.when != entry.when && before.moves == entry.moves && before.when != When::Undated {
        entry.moves.push(Move { from: before.when, to: entry.when, on: doing.now.date() });
    }
    put_with_stages(doing, &entry)?;
    Ok(about(&entry, new))
}

/// Writes an entry; a contact that took place takes its people a stage further: from new to the first talk, and after
/// a presentation to having seen it.
pub(super) fn put_with_stages(doing: &mut Doing<'_, '_>, entry: &Entry) -> Result<(), CommandError> {
    doing.writing.put(entry)?;
    advance_stages(doing, entry)
}

/// As [`put_with_stages`], of one instance of a series: what became of it alone counts, and those whom it met.
pub(super) fn put_instance_with_stages(
    doing: &mut Doing<'_, '_>,
    entry: &Entry,
    day: NaiveDate,
) -> Result<(), CommandError> {
    doing.writing.put(entry)?;
    let Some(own) = entry.repeat.as_ref().and_then(|repeat| repeat.overrides.get(&day)) else { return Ok(()) };
    let mut held = entry.clone();
    held.when = own.when.unwrap_or_else(|| when_of(entry, day));
    held.state = own.state.unwrap_or(entry.state);
    for person in own.outcome.iter().flat_map(|outcome| &outcome.met) {
        if !held.people.contains(person) {
            held.people.push(*person);
        }
    }
    advance_stages(doing, &held)
}

fn advance_stages(doing: &mut Doing<'_, '_>, entry: &Entry) -> Result<(), CommandError> {
    if entry.state != EntryState::Done || !entry.is_contact() {
        return Ok(());
    }
    let me = doing.settings()?.me;
    let on = entry.when.first_day().unwrap_or_else(|| doing.now.date());
    for mut person in doing.people(&entry.people)? {
        let shown = matches!(entry.action, Some(Action::Presentation | Action::TwoPlusOne));
        let reached = match person.stage {
            Stage::New | Stage::FirstTalk if shown => Stage::SawPresentation,
            Stage::New => Stage::FirstTalk,
            _ => continue,
        };
        if person.id != me && person.registration.is_none() {
            person.reach(reached, on);
            doing.writing.put(&person)?;
        }
    }
    Ok(())
}

/// The override of an instance that the series has.
pub(super) fn instance_of(entry: &mut Entry, day: NaiveDate) -> Result<&mut InstanceOverride, CommandError> {
    let has = series_has(entry, day);
    let repeat = entry.repeat.as_mut().ok_or(CommandError::NoSuchInstance)?;
    if has || repeat.overrides.contains_key(&day) {
        Ok(repeat.overrides.entry(day).or_default())
    } else {
        Err(CommandError::NoSuchInstance)
    }
}

pub(super) fn set_state(
    doing: &mut Doing<'_, '_>,
    id: EntryId,
    instance: Option<NaiveDate>,
    state: EntryState,
) -> Result<String, CommandError> {
    let mut entry = doing.entry(id)?;
    match instance.filter(|_| entry.repeat.is_some()) {
        Some(day) => {
            instance_of(&mut entry, day)?.state = Some(state);
            put_instance_with_stages(doing, &entry, day)?;
        }
        None => {
            entry.state = state;
            put_with_stages(doing, &entry)?;
        }
    }
    Ok(entry.title)
}

pub(super) fn move_to(
    doing: &mut Doing<'_, '_>,
    id: EntryId,
    instance: Option<NaiveDate>,
    to: When,
) -> Result<String, CommandError> {
    to.check()?;
    let mut entry = doing.entry(id)?;
    let on = doing.now.date();
    match instance.filter(|_| entry.repeat.is_some()) {
        Some(day) => {
            let from = when_of(&entry, day);
            let own = instance_of(&mut entry, day)?;
            let from = own.when.replace(to).unwrap_or(from);
            entry.moves.push(Move { from, to, on });
        }
        None => {
            entry.moves.push(Move { from: entry.when, to, on });
            entry.when = to;
        }
    }
    doing.writing.put(&entry)?;
    Ok(entry.title)
}

pub(super) fn delete(doing: &mut Doing<'_, '_>, ids: &[EntryId]) -> Result<String, CommandError> {
    let mut first = String::new();
    for id in ids {
        let entry = doing.entry(*id)?;
        doing.writing.remove(entry.key())?;
        if first.is_empty() {
            first = entry.title;
        }
    }
    Ok(if ids.len() > 1 { format!("{first} +{}", ids.len() - 1) } else { first })
}

pub(super) fn sort_note(doing: &mut Doing<'_, '_>, id: EntryId, into: &NoteInto) -> Result<String, CommandError> {
    let mut note = doing.entry(id)?;
    if note.kind != EntryKind::Note {
        return Err(CommandError::NotFound("note"));
    }
    note.sorted = true;
    let title = note.title.clone();
    match into {
        NoteInto::Note => {}
        NoteInto::Contact { name } => {
            let person = Person::new(PersonId::new(doing.ids, doing.now.local), name.clone(), doing.now.date());
            note.people.push(person.id);
            doing.writing.put(&person)?;
        }
        NoteInto::Task { on } => follow(doing, &note, EntryKind::Task, *on, |_| {})?,
        NoteInto::Promise { on } => {
            follow(doing, &note, EntryKind::Task, *on, |task| task.nature = Some(TaskNature::MyPromise))?;
        }
        NoteInto::Call { on, person } => {
            follow(doing, &note, EntryKind::Call, *on, |call| {
                let missing = person.iter().filter(|person| !call.people.contains(person)).copied().collect::<Vec<_>>();
                call.people.extend(missing);
            })?;
        }
    }
    doing.writing.put(&note)?;
    Ok(title)
}

/// Adds an entry that a note became.
fn follow(
    doing: &mut Doing<'_, '_>,
    note: &Entry,
    kind: EntryKind,
    on: NaiveDate,
    shape: impl FnOnce(&mut Entry),
) -> Result<(), CommandError> {
    let id = EntryId::new(doing.ids, doing.now.local);
    let mut entry = Entry::new(id, kind, &note.title, When::day(on), doing.now.local);
    entry.people.clone_from(&note.people);
    entry.follows = Some(note.id);
    shape(&mut entry);
    guess(doing, &mut entry)?;
    doing.writing.put(&entry)?;
    Ok(())
}

pub(super) fn hold_evening(
    doing: &mut Doing<'_, '_>,
    on: NaiveDate,
    state: ReviewState,
) -> Result<String, CommandError> {
    let id = ReviewId::named(&[b"evening", &on.num_days_from_ce().to_be_bytes()]);
    doing.writing.put(&Review::Evening { id, on, state })?;
    Ok(String::new())
}

/// The day after, for what is moved to "tomorrow".
pub(super) fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}
