//! Two people of the list who are one: what each knows, field by field, and the one whom they make together.

use super::compare::{FieldChange, choose, compare};
use super::joining::join;
use crate::model::{ListOwner, Person, Registration, Stage};

/// Every field that the one who goes has, beside that of the one who stays. What is there stays where both have
/// something; what is missing is taken.
#[must_use]
pub fn compare_people(stays: &Person, goes: &Person) -> Vec<FieldChange> {
    compare(stays, goes)
}

/// The one person whom both make, by what was chosen of each field. Nothing else is lost: phones, addresses, notes,
/// dated lines and stages of both are kept, and what differs and has no place of its own stands beside, out of sight.
#[must_use]
pub fn joined_person(stays: &Person, goes: &Person, changes: &[FieldChange]) -> Person {
    let (mut person, mut other) = (stays.clone(), goes.clone());
    choose(&mut person, &mut other, changes);
    join(&mut person, &other);
    join_stages(&mut person, goes);
    join_registration(&mut person, goes);
    person.needs.sort_by_key(|line| line.on);
    person.going_on.sort_by_key(|line| line.on);
    person.referred_by = person.referred_by.or(goes.referred_by).filter(|by| ![stays.id, goes.id].contains(by));
    if goes.owner == ListOwner::Mine || person.owner == ListOwner::Partner(goes.id) {
        person.owner = goes.owner;
    }
    if person.owner == ListOwner::Partner(person.id) {
        person.owner = ListOwner::Mine;
    }
    person.off_list &= goes.off_list;
    person.cadence_days = person.cadence_days.or(goes.cadence_days);
    person.snoozed_until = person.snoozed_until.max(goes.snoozed_until);
    person.created = person.created.min(goes.created);
    for one in &goes.different_from {
        if *one != person.id && !person.different_from.contains(one) {
            person.different_from.push(*one);
        }
    }
    person.different_from.retain(|one| *one != goes.id);
    person
}

/// The stages of both in order of their days; where they stand is what was reached last, unless one is registered.
fn join_stages(person: &mut Person, goes: &Person) {
    for change in &goes.stage_changes {
        if !person.stage_changes.contains(change) {
            person.stage_changes.push(*change);
        }
    }
    person.stage_changes.sort_by_key(|change| change.on);
    let registered = [&*person, goes].iter().any(|one| one.stage == Stage::Registered || one.registration.is_some());
    let last = person.stage_changes.last().map(|change| change.stage);
    let further = if person.stage == Stage::New { goes.stage } else { person.stage };
    person.stage = if registered { Stage::Registered } else { last.unwrap_or(further) };
    person.ask_again = person.ask_again.or(goes.ask_again).filter(|_| person.stage == Stage::NotNow);
}

/// The registration of the one who stays, filled up from the other's; another one is kept beside.
fn join_registration(person: &mut Person, goes: &Person) {
    let Some(other) = &goes.registration else { return };
    let Some(own) = &mut person.registration else {
        person.registration = Some(other.clone());
        return;
    };
    let before = own.clone();
    for result in &other.results {
        if !own.results.contains(result) {
            own.results.push(result.clone());
        }
    }
    own.results.sort_by_key(|result| result.on);
    if own.company_number.is_empty() {
        own.company_number.clone_from(&other.company_number);
    }
    if own.rank.is_empty() {
        own.rank.clone_from(&other.rank);
    }
    own.at = own.at.or(other.at.filter(|_| own.on == other.on));
    own.first_steps_from = own.first_steps_from.or(other.first_steps_from);
    if differs(&before, other) {
        let number = if other.company_number.is_empty() { "-" } else { &other.company_number };
        let line = format!("X-OTHER-REGISTRATION:{number} {} {}", other.on, other.rank).trim_end().to_owned();
        if !person.foreign.contains(&line) {
            person.foreign.push(line);
        }
    }
}

/// Whether a registration says something that has no place in the one that stays.
fn differs(stays: &Registration, goes: &Registration) -> bool {
    let other = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
    stays.on != goes.on
        || other(&stays.company_number, &goes.company_number)
        || other(&stays.rank, &goes.rank)
        || stays.role != goes.role
}
