//! Commands about the onboarding interview.

use chrono::TimeDelta;

use super::{CommandError, Doing};
use crate::model::{
    Entry, EntryId, EntryKind, Goal, GoalId, GoalState, Interview, InterviewId, InterviewState, ListOwner, Mode, Name,
    Person, PersonId, Phone, RecordKey, RecordKind, Registration, Stage, Together, When,
};

/// How often the sponsor wants to be in touch with a new user, in days.
pub const FIRST_CADENCE_DAYS: u16 = 3;

/// How long a meeting or an action done together takes in the diary, in minutes.
const TOGETHER_MINUTES: u32 = 60;

/// What «Готово» of the first talk will create, counted: actions, names, meetings.
#[must_use]
pub fn first_talk_consequences(interview: &Interview) -> (usize, usize, usize) {
    let names = interview.first_names.iter().filter(|name| !name.name.trim().is_empty()).count();
    (interview.first_actions.len(), names, usize::from(interview.next_meeting.is_some()))
}

pub(super) fn start(doing: &mut Doing<'_, '_>, interview: &Interview) -> Result<String, CommandError> {
    doing.is_new(interview)?;
    doing.writing.put(interview)?;
    Ok(interview.guest_name.clone())
}

fn there(doing: &Doing<'_, '_>, id: InterviewId) -> Result<Interview, CommandError> {
    doing.writing.get(id.to_bytes())?.ok_or(CommandError::NotFound("interview"))
}

pub(super) fn save(doing: &mut Doing<'_, '_>, interview: &Interview) -> Result<String, CommandError> {
    let before = there(doing, interview.id)?;
    if before.state != interview.state {
        return Err(CommandError::InterviewState);
    }
    let interview = Interview { updated: doing.now.local, ..interview.clone() };
    doing.writing.put(&interview)?;
    Ok(interview.guest_name)
}

pub(super) fn delete(doing: &mut Doing<'_, '_>, id: InterviewId) -> Result<String, CommandError> {
    let interview = there(doing, id)?;
    doing.writing.remove(RecordKey { kind: RecordKind::Interview, id: id.to_bytes() })?;
    Ok(interview.guest_name)
}

/// The guest as a registered user: the one chosen on the first screen, or a new person.
fn guest(doing: &Doing<'_, '_>, interview: &Interview) -> Result<Person, CommandError> {
    let name = Name::from_full(&interview.guest_name).map_err(|_| CommandError::InterviewState)?;
    let today = doing.now.date();
    let me = doing.settings()?.me;
    let mut person = match interview.person {
        Some(id) if id == me => return Err(CommandError::Myself),
        Some(id) => doing.person(id)?,
        None => Person::new(PersonId::new(doing.ids, doing.now.local), name, today),
    };
    if person.phones.is_empty() && !interview.guest_phone.trim().is_empty() {
        person.phones.push(Phone { number: interview.guest_phone.trim().to_owned(), label: String::new() });
    }
    if person.city.is_empty() {
        interview.guest_city.trim().clone_into(&mut person.city);
    }
    let registered = interview.registered;
    let registration = Registration {
        at: Some(registered.time()),
        company_number: interview.company_number.trim().to_owned(),
        first_steps_from: Some(registered),
        ..Registration::new(registered.date(), interview.role, me)
    };
    // A registration that stands already keeps its sponsor and its number, if it has one; the talk only follows it.
    let kept = person.registration.take().map(|kept| {
        let empty = kept.company_number.trim().is_empty();
        let company_number = if empty { registration.company_number.clone() } else { kept.company_number.clone() };
        Registration { first_steps_from: Some(registered), company_number, ..kept }
    });
    person.registration = Some(kept.unwrap_or(registration));
    person.reach(Stage::Registered, registered.date());
    person.address_form = interview.address_form;
    person.cadence_days = person.cadence_days.or(Some(FIRST_CADENCE_DAYS));
    Ok(person)
}

pub(super) fn finish_first_talk(doing: &mut Doing<'_, '_>, id: InterviewId) -> Result<String, CommandError> {
    let mut interview = there(doing, id)?;
    if interview.state != InterviewState::Open {
        return Err(CommandError::InterviewState);
    }
    let person = guest(doing, &interview)?;
    person.check()?;
    doing.writing.put(&person)?;
    put_goal(doing, &interview, person.id)?;
    put_first_names(doing, &interview, &person)?;
    interview.entries = put_entries(doing, &interview, person.id)?;
    interview.person = Some(person.id);
    interview.state = InterviewState::FirstDone;
    interview.updated = doing.now.local;
    doing.writing.put(&interview)?;
    Ok(person.name.full())
}

fn put_goal(doing: &mut Doing<'_, '_>, interview: &Interview, person: PersonId) -> Result<(), CommandError> {
    let what = interview.goal_what.trim();
    if what.is_empty() {
        return Ok(());
    }
    let goal = Goal {
        id: GoalId::new(doing.ids, doing.now.local),
        person,
        what: what.to_owned(),
        until: interview.goal_until,
        why: interview.goal_why.trim().to_owned(),
        agreed: doing.now.date(),
        state: GoalState::Open,
        decided: None,
    };
    Ok(doing.writing.put(&goal)?)
}

fn put_first_names(doing: &mut Doing<'_, '_>, interview: &Interview, guest: &Person) -> Result<(), CommandError> {
    for given in interview.first_names.iter().filter(|given| !given.name.trim().is_empty()) {
        let id = PersonId::new(doing.ids, doing.now.local);
        let mut contact = Person::new(id, Name::from_full(&given.name)?, doing.now.date());
        contact.owner = ListOwner::Partner(guest.id);
        contact.city = if given.city.trim().is_empty() { guest.city.clone() } else { given.city.trim().to_owned() };
        contact.check()?;
        doing.writing.put(&contact)?;
    }
    Ok(())
}

fn put_entries(
    doing: &mut Doing<'_, '_>,
    interview: &Interview,
    person: PersonId,
) -> Result<Vec<EntryId>, CommandError> {
    let mut made = Vec::new();
    let at = |start, minutes, doing: &Doing<'_, '_>| When::Timed { start, minutes, zone: doing.now.zone };
    for action in &interview.first_actions {
        let kind = match action.together {
            Together::Both => EntryKind::Meeting,
            Together::Alone => EntryKind::Task,
        };
        let minutes = (action.together == Together::Both).then_some(TOGETHER_MINUTES);
        made.push(first_step(doing, interview, person, kind, &action.title, at(action.at, minutes, doing))?);
    }
    if let Some(meeting) = &interview.next_meeting {
        let when = at(meeting.at, Some(TOGETHER_MINUTES), doing);
        let mut entry = first_step(doing, interview, person, EntryKind::Meeting, &interview.guest_name, when)?;
        entry.place.clone_from(&meeting.place);
        entry.mode = Some(Mode::InPerson);
        entry.first_steps_of = None;
        made.push(entry);
    }
    for entry in &made {
        entry.check()?;
        doing.writing.put(entry)?;
    }
    Ok(made.iter().map(|entry| entry.id).collect())
}

fn first_step(
    doing: &Doing<'_, '_>,
    interview: &Interview,
    person: PersonId,
    kind: EntryKind,
    title: &str,
    when: When,
) -> Result<Entry, CommandError> {
    let order = i64::try_from(interview.entries.len()).unwrap_or(0);
    let made = doing.now.local.checked_add_signed(TimeDelta::milliseconds(order)).unwrap_or(doing.now.local);
    let mut entry = Entry::new(EntryId::new(doing.ids, made), kind, title, when, doing.now.local);
    entry.people = vec![person];
    entry.first_steps_of = Some(interview.id);
    let people = [doing.person(person)?];
    entry.action = super::guess_action(&entry, &people);
    Ok(entry)
}
