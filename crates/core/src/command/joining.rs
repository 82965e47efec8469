//! Two people who are one, and two who are not though they look so.

use super::people::{check_sponsors, names};
use super::{CommandError, Doing};
use crate::model::{
    Attendance, Entry, Goal, Interview, ListOwner, Mode, Order, Outcome, Person, PersonId, PlanAction, PlanItem,
    PlanLevel, Reading, Record as _, Scope, Training,
};
use crate::store::{Lookup, entry_at_end, order_at_end};

/// Everything that names the one who goes comes to the one who stays, who becomes `person`.
pub(super) fn join(
    doing: &mut Doing<'_, '_>,
    keep: PersonId,
    gone: PersonId,
    person: &Person,
) -> Result<String, CommandError> {
    let me = doing.settings()?.me;
    if keep == me || gone == me {
        return Err(CommandError::Myself);
    }
    if keep == gone || person.id != keep {
        return Err(CommandError::NotFound("person"));
    }
    person.check()?;
    let (stays, goes) = (doing.person(keep)?, doing.person(gone)?);
    let mut person = person.clone();
    if let Some(own) = &mut person.registration {
        let known = [Some(own.sponsor), sponsor_of(&stays), sponsor_of(&goes)];
        let above = known.into_iter().flatten().find(|sponsor| is_apart(doing, *sponsor, [keep, gone]));
        own.sponsor = above.unwrap_or(me);
    }
    for one in stays.learnt.iter().chain(&goes.learnt) {
        if person.learnt.iter().all(|known| known.step != one.step) {
            person.learnt.push(one.clone());
        }
    }
    person.different_from.retain(|one| *one != gone && *one != keep);
    move_entries(doing, gone, keep)?;
    move_orders(doing, gone, keep)?;
    move_owned(doing, gone, keep)?;
    move_plan(doing, gone, keep)?;
    doing.writing.put(&person)?;
    let everyone: Vec<Person> = doing.writing.all()?;
    for mut other in everyone {
        if other.id != gone && rename(&mut other, gone, keep) {
            doing.writing.put(&other)?;
        }
    }
    doing.writing.remove(goes.key())?;
    check_sponsors(doing, [&person])?;
    Ok(names([&person]))
}

/// Two people are said to be different, so that they are not proposed again.
pub(super) fn tell_apart(doing: &mut Doing<'_, '_>, one: PersonId, other: PersonId) -> Result<String, CommandError> {
    if one == other {
        return Err(CommandError::NotFound("person"));
    }
    let (mut first, second) = (doing.person(one.min(other))?, doing.person(one.max(other))?);
    if !first.different_from.contains(&second.id) {
        first.different_from.push(second.id);
    }
    doing.writing.put(&first)?;
    Ok(names([&first, &second]))
}

fn sponsor_of(person: &Person) -> Option<PersonId> {
    person.registration.as_ref().map(|own| own.sponsor)
}

/// Whether the way up from a sponsor meets neither of these.
fn is_apart(doing: &Doing<'_, '_>, sponsor: PersonId, from: [PersonId; 2]) -> bool {
    let mut above = Some(sponsor);
    // As long as there are people at most; a ring that came from outside ends it too.
    for _ in 0..100_000 {
        let Some(person) = above else { return true };
        if from.contains(&person) {
            return false;
        }
        let Ok(there) = doing.person(person) else { return false };
        above = sponsor_of(&there);
    }
    false
}

/// Puts the one who stays in the place of the one who goes, in another's record; tells whether anything changed.
fn rename(other: &mut Person, gone: PersonId, keep: PersonId) -> bool {
    let before = other.clone();
    if let Some(own) = other.registration.as_mut() {
        own.replace_sponsor(gone, keep);
    }
    if other.referred_by == Some(gone) {
        other.referred_by = (other.id != keep).then_some(keep);
    }
    if other.owner == ListOwner::Partner(gone) {
        other.owner = if other.id == keep { ListOwner::Mine } else { ListOwner::Partner(keep) };
    }
    if other.different_from.contains(&gone) {
        let id = other.id;
        replace(&mut other.different_from, gone, keep);
        other.different_from.retain(|one| *one != id);
    }
    *other != before
}

/// Puts one in the place of the other, each only once.
fn replace(people: &mut Vec<PersonId>, gone: PersonId, keep: PersonId) {
    if !people.contains(&gone) {
        return;
    }
    if people.contains(&keep) {
        people.retain(|one| *one != gone);
    } else {
        for one in people.iter_mut().filter(|one| **one == gone) {
            *one = keep;
        }
    }
}

fn move_entries(doing: &mut Doing<'_, '_>, gone: PersonId, keep: PersonId) -> Result<(), CommandError> {
    let id = gone.to_bytes();
    let mut keys = doing.writing.keys_with(Lookup::EntryByPerson, &[&id])?;
    keys.extend(doing.writing.keys_with(Lookup::EntryNaming, &[&id])?);
    keys.extend(doing.writing.keys_with(Lookup::Contact, &[&id])?);
    let mut ids: Vec<_> = keys.iter().filter_map(|key| entry_at_end(key)).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let mut entry: Entry = doing.entry(id)?;
        replace(&mut entry.people, gone, keep);
        let own = entry.repeat.iter_mut().flat_map(|repeat| repeat.overrides.values_mut());
        for outcome in own.filter_map(|own| own.outcome.as_mut()).chain(&mut entry.outcome) {
            rename_outcome(outcome, gone, keep);
        }
        if let Some(training) = &mut entry.training {
            rename_training(training, gone, keep);
        }
        doing.writing.put(&entry)?;
    }
    Ok(())
}

fn rename_outcome(outcome: &mut Outcome, gone: PersonId, keep: PersonId) {
    replace(&mut outcome.met, gone, keep);
    replace(&mut outcome.new_contacts, gone, keep);
    let rename = |one: &mut PersonId| {
        if *one == gone {
            *one = keep;
        }
    };
    outcome.presented_by.iter_mut().for_each(rename);
    outcome.after.iter_mut().map(|step| &mut step.person).for_each(rename);
}

/// Of two who came, the one who stays came as both did: in person goes before online.
fn rename_training(training: &mut Training, gone: PersonId, keep: PersonId) {
    replace(&mut training.invited, gone, keep);
    training.leader = training.leader.map(|one| if one == gone { keep } else { one });
    let Some(came) = training.came.iter().find(|one| one.person == gone).copied() else { return };
    training.came.retain(|one| one.person != gone);
    match training.came.iter_mut().find(|one| one.person == keep) {
        Some(there) => {
            there.wants_more |= came.wants_more;
            if came.mode == Mode::InPerson {
                there.mode = Mode::InPerson;
            }
        }
        None => training.came.push(Attendance { person: keep, ..came }),
    }
}

fn move_orders(doing: &mut Doing<'_, '_>, gone: PersonId, keep: PersonId) -> Result<(), CommandError> {
    let keys = doing.writing.keys_with(Lookup::OrderByPerson, &[&gone.to_bytes()])?;
    for id in keys.iter().filter_map(|key| order_at_end(key)) {
        if let Some(order) = doing.writing.get::<Order>(id.to_bytes())? {
            doing.writing.put(&Order { person: keep, ..order })?;
        }
    }
    Ok(())
}

/// Goals, interviews and readings of the branch come along.
fn move_owned(doing: &mut Doing<'_, '_>, gone: PersonId, keep: PersonId) -> Result<(), CommandError> {
    for goal in doing.writing.all::<Goal>()?.into_iter().filter(|goal| goal.person == gone) {
        doing.writing.put(&Goal { person: keep, ..goal })?;
    }
    for interview in doing.writing.all::<Interview>()?.into_iter().filter(|one| one.person == Some(gone)) {
        doing.writing.put(&Interview { person: Some(keep), ..interview })?;
    }
    let readings = doing.writing.all::<Reading>()?;
    for reading in &readings {
        let scope = match reading.scope {
            Scope::Branch(person) if person == gone => Scope::Branch(keep),
            Scope::Own(person) if person == gone => Scope::Own(keep),
            _ => continue,
        };
        // A figure of the same day that says the same need not stand twice.
        let again = |one: &&Reading| one.scope == scope && one.on == reading.on && one.points == reading.points;
        if readings.iter().any(|one| again(&one)) {
            doing.writing.remove(reading.key())?;
        } else {
            doing.writing.put(&Reading { scope, ..reading.clone() })?;
        }
    }
    Ok(())
}

/// The plan of both is one: of what both planned on a day the greater count, and the words of both.
fn move_plan(doing: &mut Doing<'_, '_>, gone: PersonId, keep: PersonId) -> Result<(), CommandError> {
    let items = doing.writing.all::<PlanItem>()?;
    for item in &items {
        match item {
            PlanItem::Count { person, on, action, planned, .. } if *person == gone => {
                doing.writing.remove(item.key())?;
                let there = items.iter().filter_map(|one| planned_by(one, keep, *on, action)).max();
                super::plan::count(doing, keep, *on, action, (*planned).max(there.unwrap_or(0)))?;
            }
            PlanItem::Words { person, level, from, lines, .. } if *person == gone => {
                doing.writing.remove(item.key())?;
                let mut both: Vec<String> =
                    items.iter().flat_map(|one| said_by(one, keep, *level, *from)).cloned().collect();
                for line in lines {
                    if !both.contains(line) {
                        both.push(line.clone());
                    }
                }
                super::plan::words(doing, keep, *level, *from, &both)?;
            }
            PlanItem::Count { .. } | PlanItem::Words { .. } => {}
            // Where both have one, that of the one who stays holds.
            _ if item.person() == gone => {
                doing.writing.remove(item.key())?;
                let moved = super::plan::of_another(item, keep)?;
                if !items.iter().any(|one| one.id() == moved.id()) {
                    doing.writing.put(&moved)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn planned_by(item: &PlanItem, whose: PersonId, day: chrono::NaiveDate, row: &PlanAction) -> Option<u16> {
    match item {
        PlanItem::Count { person, on, action, planned, .. } if *person == whose && *on == day && action == row => {
            Some(*planned)
        }
        _ => None,
    }
}

fn said_by(item: &PlanItem, whose: PersonId, rung: PlanLevel, day: chrono::NaiveDate) -> &[String] {
    match item {
        PlanItem::Words { person, level, from, lines, .. } if *person == whose && *level == rung && *from == day => {
            lines
        }
        _ => &[],
    }
}
