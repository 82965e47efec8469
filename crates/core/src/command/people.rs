//! Commands about people.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CommandError, Doing};
use crate::model::{
    DatedLine, Entry, Goal, Interview, InvalidValue, ListOwner, Order, Person, PersonId, PlanItem, Reading,
    Record as _, Registration, Relation, Scope, Stage,
};
use crate::store::{Lookup, entry_at_end, order_at_end};

/// What a dated line about a person is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    /// «От какво има нужда».
    Need,
    /// «Какво става при него/нея».
    GoingOn,
}

/// One thing that changes of many people at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeopleChange {
    /// The city; empty for none.
    City(String),
    /// Who they are to the owner of the list; none for unsaid.
    Relation(Option<Relation>),
    /// «Не за списъка»: kept and found, but on no list; or back on it.
    OffList(bool),
}

/// The names of people, for the history: the first, and how many more.
pub(super) fn names<'a>(people: impl IntoIterator<Item = &'a Person>) -> String {
    let mut people = people.into_iter();
    let first = people.next().map(|person| person.name.full()).unwrap_or_default();
    match people.count() {
        0 => first,
        more => format!("{first} +{more}"),
    }
}

pub(super) fn add(doing: &mut Doing<'_, '_>, people: &[Person]) -> Result<String, CommandError> {
    for person in people {
        person.check()?;
        doing.is_new(person)?;
        doing.writing.put(person)?;
    }
    check_sponsors(doing, people)?;
    Ok(names(people))
}

pub(super) fn edit(doing: &mut Doing<'_, '_>, person: &Person) -> Result<String, CommandError> {
    person.check()?;
    let before = doing.person(person.id)?;
    if person.registration.is_some() && doing.settings()?.me == person.id {
        return Err(CommandError::Myself);
    }
    check_sponsors(doing, [person])?;
    if let (Some(before), None) = (&before.registration, &person.registration) {
        lift_below(doing, person.id, before.sponsor)?;
    }
    let mut person = person.clone();
    // A stage changed in a form is dated as one that was reached by a key.
    if before.stage != person.stage && before.stage_changes == person.stage_changes {
        let stage = person.stage;
        person.stage = before.stage;
        person.reach(stage, doing.now.date());
    }
    doing.writing.put(&person)?;
    Ok(person.name.full())
}

/// Changes each of these people and says who they were.
fn each(
    doing: &mut Doing<'_, '_>,
    ids: &[PersonId],
    mut change: impl FnMut(&mut Person),
) -> Result<String, CommandError> {
    let mut people = doing.people(ids)?;
    for person in &mut people {
        change(person);
        person.check()?;
        doing.writing.put(person)?;
    }
    Ok(names(&people))
}

pub(super) fn edit_each(
    doing: &mut Doing<'_, '_>,
    people: &[PersonId],
    change: &PeopleChange,
) -> Result<String, CommandError> {
    if matches!(change, PeopleChange::OffList(_)) && people.contains(&doing.settings()?.me) {
        return Err(CommandError::Myself);
    }
    each(doing, people, |person| match change {
        PeopleChange::City(city) => city.trim().clone_into(&mut person.city),
        PeopleChange::Relation(relation) => person.relation = *relation,
        PeopleChange::OffList(off) => person.off_list = *off,
    })
}

pub(super) fn reach_stage(
    doing: &mut Doing<'_, '_>,
    people: &[PersonId],
    stage: Stage,
    ask_again: Option<NaiveDate>,
) -> Result<String, CommandError> {
    let today = doing.now.date();
    each(doing, people, |person| {
        person.reach(stage, today);
        person.ask_again = ask_again.filter(|_| stage == Stage::NotNow);
    })
}

pub(super) fn set_cadence(
    doing: &mut Doing<'_, '_>,
    people: &[PersonId],
    days: Option<u16>,
) -> Result<String, CommandError> {
    each(doing, people, |person| person.cadence_days = days)
}

pub(super) fn snooze(doing: &mut Doing<'_, '_>, person: PersonId, until: NaiveDate) -> Result<String, CommandError> {
    each(doing, &[person], |person| person.snoozed_until = Some(until))
}

pub(super) fn add_line(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    about: Line,
    text: &str,
) -> Result<String, CommandError> {
    let line = DatedLine { on: doing.now.date(), text: text.trim().to_owned() };
    if line.text.is_empty() {
        return Err(InvalidValue::EmptyTitle.into());
    }
    each(doing, &[person], |person| match about {
        Line::Need => person.needs.push(line.clone()),
        Line::GoingOn => person.going_on.push(line.clone()),
    })
}

/// Refuses a sponsor who is not there or not registered, or who stands below the person.
fn check_sponsor(doing: &Doing<'_, '_>, person: PersonId, registration: &Registration) -> Result<(), CommandError> {
    let me = doing.settings()?.me;
    let mut above = registration.sponsor;
    // The way up is at most as long as there are people; a cycle that came from outside ends it too.
    for _ in 0..100_000 {
        if above == person {
            return Err(CommandError::Cycle);
        }
        match doing.person(above)?.registration {
            Some(next) => above = next.sponsor,
            None if above == me => return Ok(()),
            None => return Err(CommandError::SponsorNotRegistered),
        }
    }
    Err(CommandError::Cycle)
}

/// Refuses people who came with a sponsor who is not there, or who stands below them.
pub(super) fn check_sponsors<'a>(
    doing: &Doing<'_, '_>,
    people: impl IntoIterator<Item = &'a Person>,
) -> Result<(), CommandError> {
    for person in people {
        if let Some(registration) = &person.registration {
            check_sponsor(doing, person.id, registration)?;
        }
    }
    Ok(())
}

pub(super) fn register(
    doing: &mut Doing<'_, '_>,
    id: PersonId,
    registration: &Registration,
) -> Result<String, CommandError> {
    if doing.settings()?.me == id {
        return Err(CommandError::Myself);
    }
    check_sponsor(doing, id, registration)?;
    let mut person = doing.person(id)?;
    person.reach(Stage::Registered, registration.on);
    person.registration = Some(registration.clone());
    doing.writing.put(&person)?;
    Ok(person.name.full())
}

pub(super) fn unregister(doing: &mut Doing<'_, '_>, id: PersonId) -> Result<String, CommandError> {
    let mut person = doing.person(id)?;
    let Some(registration) = person.registration.take() else { return Err(CommandError::NotFound("registration")) };
    let today = doing.now.date();
    person.reach(stage_before_registration(&person), today);
    lift_below(doing, id, registration.sponsor)?;
    doing.writing.put(&person)?;
    Ok(person.name.full())
}

/// Where a person stood before the registration that they no longer have.
pub(super) fn stage_before_registration(person: &Person) -> Stage {
    let before = person.stage_changes.iter().rev().find(|change| change.stage != Stage::Registered);
    before.map_or(Stage::New, |change| change.stage)
}

/// Those whom a person brought in move up to the sponsor above.
fn lift_below(doing: &mut Doing<'_, '_>, id: PersonId, above: PersonId) -> Result<(), CommandError> {
    for mut below in sponsored_by(doing, id)? {
        if let Some(own) = below.registration.as_mut() {
            own.replace_sponsor(id, above);
        }
        doing.writing.put(&below)?;
    }
    Ok(())
}

/// Puts a registered user under another sponsor from a day on, which is not after today. Those below keep their own
/// sponsors, so the branch comes along.
pub(super) fn move_under(
    doing: &mut Doing<'_, '_>,
    id: PersonId,
    sponsor: PersonId,
    from: NaiveDate,
) -> Result<String, CommandError> {
    let me = doing.settings()?.me;
    if id == me {
        return Err(CommandError::Myself);
    }
    let mut person = doing.person(id)?;
    let Some(own) = person.registration.as_mut() else { return Err(CommandError::NotFound("registration")) };
    let from = from.min(doing.now.date());
    own.move_under(sponsor, from);
    check_sponsors(doing, [&person])?;
    check_sponsors_of_then(doing, id, sponsor, from)?;
    doing.writing.put(&person)?;
    Ok(person.name.full())
}

/// Refuses a sponsor who stood below the person on a day of the past.
fn check_sponsors_of_then(
    doing: &Doing<'_, '_>,
    person: PersonId,
    sponsor: PersonId,
    on: NaiveDate,
) -> Result<(), CommandError> {
    let mut above = sponsor;
    for _ in 0..100_000 {
        if above == person {
            return Err(CommandError::Cycle);
        }
        match doing.person(above)?.registration {
            Some(next) => above = next.sponsor_on(on),
            None => return Ok(()),
        }
    }
    Err(CommandError::Cycle)
}

fn sponsored_by(doing: &Doing<'_, '_>, id: PersonId) -> Result<Vec<Person>, CommandError> {
    let all: Vec<Person> = doing.writing.all()?;
    Ok(all.into_iter().filter(|person| person.registration.as_ref().is_some_and(|own| own.names_sponsor(id))).collect())
}

pub(super) fn delete(doing: &mut Doing<'_, '_>, ids: &[PersonId]) -> Result<String, CommandError> {
    let me = doing.settings()?.me;
    let people = doing.people(ids)?;
    if ids.contains(&me) {
        return Err(CommandError::Myself);
    }
    for person in &people {
        delete_one(doing, person)?;
    }
    remove_owned(doing, &ids.iter().copied().collect())?;
    let everyone: Vec<Person> = doing.writing.all()?;
    for mut other in everyone {
        if let_go(&mut other, &people, me) {
            doing.writing.put(&other)?;
        }
    }
    Ok(names(&people))
}

/// Takes the mentions of deleted people out of another's record; tells whether anything changed.
fn let_go(other: &mut Person, deleted: &[Person], me: PersonId) -> bool {
    let mut changed = false;
    let find = |id: PersonId| deleted.iter().find(|person| person.id == id);
    if let Some(own) = &mut other.registration {
        // Those whom a deleted person brought in move up to the sponsor above; the last one is the user.
        for _ in deleted {
            let Some(gone) = deleted.iter().find(|gone| own.names_sponsor(gone.id)) else { break };
            let above = gone.registration.as_ref().map_or(me, |above| above.sponsor);
            changed |= own.replace_sponsor(gone.id, above);
        }
    }
    if other.referred_by.is_some_and(|by| find(by).is_some()) {
        other.referred_by = None;
        changed = true;
    }
    let said = other.different_from.len();
    other.different_from.retain(|one| find(*one).is_none());
    changed |= other.different_from.len() < said;
    if let ListOwner::Partner(partner) = other.owner
        && find(partner).is_some()
    {
        other.owner = ListOwner::Mine;
        changed = true;
    }
    changed
}

fn delete_one(doing: &mut Doing<'_, '_>, person: &Person) -> Result<(), CommandError> {
    let id = person.id.to_bytes();
    for order in doing.writing.keys_with(Lookup::OrderByPerson, &[&id])?.iter().filter_map(|key| order_at_end(key)) {
        if let Some(order) = doing.writing.get::<Order>(order.to_bytes())? {
            doing.writing.remove(order.key())?;
        }
    }
    let mut entries = doing.writing.keys_with(Lookup::EntryByPerson, &[&id])?;
    entries.extend(doing.writing.keys_with(Lookup::EntryNaming, &[&id])?);
    for entry in entries.iter().filter_map(|key| entry_at_end(key)) {
        let mut entry: Entry = doing.entry(entry)?;
        leave_entry(&mut entry, person.id);
        crate::exchange::forget_guest(&mut entry, person);
        doing.writing.put(&entry)?;
    }
    Ok(doing.writing.remove(person.key())?)
}

/// Takes a person out of everything that an entry says.
fn leave_entry(entry: &mut Entry, person: PersonId) {
    entry.people.retain(|one| *one != person);
    let own = entry.repeat.iter_mut().flat_map(|repeat| repeat.overrides.values_mut());
    for outcome in own.filter_map(|own| own.outcome.as_mut()).chain(&mut entry.outcome) {
        outcome.met.retain(|one| *one != person);
        outcome.new_contacts.retain(|one| *one != person);
        outcome.presented_by = outcome.presented_by.filter(|one| *one != person);
        outcome.after.retain(|step| step.person != person);
    }
    if let Some(training) = &mut entry.training {
        training.invited.retain(|one| *one != person);
        training.came.retain(|one| one.person != person);
        training.leader = training.leader.filter(|one| *one != person);
    }
}

/// Removes what is nothing without these people: goals, plan, readings of the branch; and lets interviews go on without.
fn remove_owned(doing: &mut Doing<'_, '_>, people: &BTreeSet<PersonId>) -> Result<(), CommandError> {
    for mut interview in doing.writing.all::<Interview>()? {
        if interview.person.is_some_and(|person| people.contains(&person)) {
            interview.person = None;
            doing.writing.put(&interview)?;
        }
    }
    for goal in doing.writing.all::<Goal>()?.into_iter().filter(|goal| people.contains(&goal.person)) {
        doing.writing.remove(goal.key())?;
    }
    for item in doing.writing.all::<PlanItem>()? {
        if people.contains(&item.person()) {
            doing.writing.remove(item.key())?;
        }
    }
    for reading in doing.writing.all::<Reading>()? {
        if matches!(&reading.scope, Scope::Branch(person) | Scope::Own(person) if people.contains(person)) {
            doing.writing.remove(reading.key())?;
        }
    }
    Ok(())
}
