//! «Как мина?»: what happened at a meeting or a call, and the calls, tasks, promises and people that follow from it.

use chrono::{NaiveDate, TimeDelta};

use super::diary::{
    about, bring, day_after, guess_action, instance_of, owner, put_instance_with_stages, put_on_list, put_with_stages,
};
use super::said_contact::SaidContact;
use super::{CommandError, Doing};
use crate::model::{
    Entry, EntryId, EntryKind, EntryState, InvalidValue, Name, NextStep, Outcome, Person, PersonId, Phone, TaskNature,
    When,
};

/// When to call, from «Кога да звънна».
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CallBack {
    /// The day, or day and hour.
    pub when: When,
}

/// What one of those who met does after a 2+1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepAfter {
    /// Who.
    pub person: PersonId,
    /// What; without a word nothing follows.
    pub text: String,
    /// Whether it is a call to them; else it is a task, a promise of theirs.
    pub call: bool,
    /// The day; tomorrow where none was said.
    pub on: Option<NaiveDate>,
}

/// The form of «Как мина?», each line optional.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeForm {
    /// The entry that is over.
    pub entry: EntryId,
    /// The original day of the instance, for a series.
    pub instance: Option<NaiveDate>,
    /// С кого се срещнах.
    pub met: Vec<PersonId>,
    /// Those of them who are not on the list yet and come to it.
    pub met_first: Vec<Person>,
    /// За какво говорихме.
    pub talked_about: String,
    /// Кога да звънна.
    pub call: Option<CallBack>,
    /// Каква информация е нужна.
    pub information: String,
    /// Каква уговорка имаме.
    pub promise: String,
    /// By when the promise is.
    pub promise_until: Option<NaiveDate>,
    /// Нови контакти, one name each.
    pub new_contacts: Vec<String>,
    /// Кое е важно.
    pub important: String,
    /// Of a 2+1: who presented.
    pub presented_by: Option<PersonId>,
    /// Of a 2+1: what each of them does after it.
    pub after: Vec<StepAfter>,
}

impl OutcomeForm {
    /// An empty form about an entry with these people.
    #[must_use]
    pub fn about(entry: &Entry, instance: Option<NaiveDate>) -> Self {
        let filled = entry.outcome.clone().unwrap_or_default();
        let met = if filled.met.is_empty() { entry.people.clone() } else { filled.met };
        Self {
            entry: entry.id,
            instance,
            met,
            met_first: Vec::new(),
            talked_about: filled.talked_about,
            call: None,
            information: filled.information,
            promise: filled.promise,
            promise_until: None,
            new_contacts: Vec::new(),
            important: filled.important,
            presented_by: filled.presented_by,
            after: Vec::new(),
        }
    }
}

/// Something that Enter will create.
#[derive(Clone, Debug, PartialEq)]
pub enum Consequence {
    /// A call.
    Call {
        /// When.
        when: When,
    },
    /// A task to find the information.
    Information {
        /// What was asked for.
        text: String,
    },
    /// A promise.
    Promise {
        /// What was agreed.
        text: String,
        /// By when.
        until: NaiveDate,
    },
    /// What somebody does after a 2+1: a call to them, or a task that they promised.
    Step {
        /// Who.
        person: PersonId,
        /// What.
        text: String,
        /// Whether it is a call.
        call: bool,
        /// The day.
        on: NaiveDate,
    },
    /// A person on the list.
    Person {
        /// The name.
        name: Name,
        /// The city that was typed behind the name; empty when there was none.
        city: String,
        /// The phone that was typed behind the name; empty when there was none.
        phone: String,
        /// What else was typed of them; it becomes their note.
        about: String,
    },
}

/// What the form will create, before it is created: shown first, done on Enter.
///
/// # Errors
/// [`InvalidValue`] for a name or a time that no record takes.
pub fn consequences(form: &OutcomeForm, today: NaiveDate) -> Result<Vec<Consequence>, InvalidValue> {
    let mut all = Vec::new();
    if let Some(call) = &form.call {
        call.when.check()?;
        all.push(Consequence::Call { when: call.when });
    }
    if !form.information.trim().is_empty() {
        all.push(Consequence::Information { text: form.information.trim().to_owned() });
    }
    if !form.promise.trim().is_empty() {
        let until = form.promise_until.unwrap_or_else(|| day_after(today));
        all.push(Consequence::Promise { text: form.promise.trim().to_owned(), until });
    }
    for step in form.after.iter().filter(|step| !step.text.trim().is_empty()) {
        let (text, on) = (step.text.trim().to_owned(), step.on.unwrap_or_else(|| day_after(today)));
        all.push(Consequence::Step { person: step.person, text, call: step.call, on });
    }
    for name in form.new_contacts.iter().filter(|name| !name.trim().is_empty()) {
        let SaidContact { name, city, phone, about } = SaidContact::read(name);
        all.push(Consequence::Person { name: Name::from_full(&name)?, city, phone, about });
    }
    Ok(all)
}

pub(super) fn record(doing: &mut Doing<'_, '_>, form: &OutcomeForm) -> Result<String, CommandError> {
    let mut entry = doing.entry(form.entry)?;
    bring(doing, &form.met_first)?;
    let people = doing.people(&form.met)?;
    let mut outcome = Outcome {
        met: form.met.clone(),
        talked_about: form.talked_about.trim().to_owned(),
        information: form.information.trim().to_owned(),
        promise: form.promise.trim().to_owned(),
        important: form.important.trim().to_owned(),
        presented_by: form.presented_by,
        ..Outcome::default()
    };
    for consequence in consequences(form, doing.now.date())? {
        create(doing, &entry, &people, &mut outcome, consequence)?;
    }
    match form.instance.filter(|_| entry.repeat.is_some()) {
        Some(day) => {
            let own = instance_of(&mut entry, day)?;
            own.state = Some(EntryState::Done);
            own.outcome = Some(outcome);
            put_on_list(doing, &form.met_first, owner(&people, &entry))?;
            put_instance_with_stages(doing, &entry, day)?;
        }
        None => {
            entry.state = EntryState::Done;
            for person in &form.met {
                if !entry.people.contains(person) {
                    entry.people.push(*person);
                }
            }
            entry.outcome = Some(outcome);
            put_on_list(doing, &form.met_first, owner(&people, &entry))?;
            put_with_stages(doing, &entry)?;
        }
    }
    Ok(about(&entry, &form.met_first))
}

fn create(
    doing: &mut Doing<'_, '_>,
    entry: &Entry,
    people: &[Person],
    outcome: &mut Outcome,
    consequence: Consequence,
) -> Result<(), CommandError> {
    let (kind, title, when, nature) = match consequence {
        Consequence::Person { name, city, phone, about } => {
            let mut person = Person::new(PersonId::new(doing.ids, doing.now.local), name, doing.now.date());
            person.owner = owner(people, entry);
            (person.city, person.notes) = (city, about);
            if !phone.is_empty() {
                person.phones.push(Phone { number: phone, label: String::new() });
            }
            person.referred_by = people.iter().find(|one| one.registration.is_none()).map(|one| one.id);
            doing.writing.put(&person)?;
            outcome.new_contacts.push(person.id);
            return Ok(());
        }
        Consequence::Step { person, text, call, on } => {
            return take_step(doing, entry, outcome, person, text, call, on);
        }
        Consequence::Call { when } => {
            let names: Vec<_> = people.iter().map(|person| person.name.full()).collect();
            let title = if names.is_empty() { entry.title.clone() } else { names.join(", ") };
            (EntryKind::Call, title, when, None)
        }
        Consequence::Information { text } => {
            let when = When::day(day_after(doing.now.date()));
            (EntryKind::Task, text, when, Some(TaskNature::InformationAsked))
        }
        Consequence::Promise { text, until } => (EntryKind::Task, text, When::day(until), Some(TaskNature::MyPromise)),
    };
    let next = follow(doing, entry, people, (kind, &title, when, nature))?;
    if kind == EntryKind::Call {
        outcome.call = Some(next);
    }
    Ok(())
}

/// What one of those who met does after it becomes a task or a call with them.
fn take_step(
    doing: &mut Doing<'_, '_>,
    entry: &Entry,
    outcome: &mut Outcome,
    person: PersonId,
    text: String,
    call: bool,
    on: NaiveDate,
) -> Result<(), CommandError> {
    let who = [doing.person(person)?];
    let (kind, nature) = if call { (EntryKind::Call, None) } else { (EntryKind::Task, Some(TaskNature::TheirPromise)) };
    let made = follow(doing, entry, &who, (kind, &text, When::day(on), nature))?;
    outcome.after.push(NextStep { person, text, entry: Some(made) });
    Ok(())
}

/// Adds an entry that follows from another one.
fn follow(
    doing: &mut Doing<'_, '_>,
    entry: &Entry,
    people: &[Person],
    (kind, title, when, nature): (EntryKind, &str, When, Option<TaskNature>),
) -> Result<EntryId, CommandError> {
    // A moment later each, so that ids keep the order in which things were created.
    let at = doing.now.local.checked_add_signed(TimeDelta::milliseconds(1)).unwrap_or(doing.now.local);
    let mut next = Entry::new(EntryId::new(doing.ids, at), kind, title, when, doing.now.local);
    next.people = people.iter().map(|person| person.id).collect();
    next.nature = nature;
    next.follows = Some(entry.id);
    next.action = guess_action(&next, people);
    next.check()?;
    doing.writing.put(&next)?;
    Ok(next.id)
}
