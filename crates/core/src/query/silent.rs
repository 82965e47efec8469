//! People not heard from for longer than their cadence, each with one thing to ask.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Standing, View};
use crate::model::{Entry, EntryKind, EntryState, Goal, GoalState, Outcome, PersonId, Priority, Stage, TaskNature};
use crate::store::StoreError;

/// Why this is the thing to ask, in the order in which it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskKind {
    /// My open promise.
    Promise,
    /// Information they asked for.
    Information,
    /// What was marked important.
    Important,
    /// Their goal.
    Goal,
    /// The last talk.
    LastTalk,
}

/// One thing to ask a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Why.
    pub kind: AskKind,
    /// What, in the words of the diary.
    pub text: String,
    /// The day of the last talk, for [`AskKind::LastTalk`].
    pub on: Option<NaiveDate>,
}

/// A person not heard from.
#[derive(Clone, Debug)]
pub struct Silent {
    /// Who, with the last contact and the cadence.
    pub standing: Standing,
    /// Days since the last contact.
    pub days: i64,
    /// What to ask.
    pub ask: Ask,
}

/// How many of a person's newest entries are looked at for something to ask.
const LOOKED_AT: usize = 12;

/// People not heard from for longer than their cadence on a day; those whom it concerns most first.
///
/// # Errors
/// Any failure of the store.
pub fn silent_people(view: &View, on: NaiveDate) -> Result<Vec<Silent>, StoreError> {
    let people = view.people();
    let me = people.settings().map(|settings| settings.me);
    let mut late = Vec::new();
    for person in people.all() {
        let waits = person.snoozed_until.is_some_and(|until| until > on);
        let asked_later = match person.stage {
            Stage::NotForThem => true,
            Stage::NotNow => person.ask_again.is_none_or(|again| again > on),
            _ => false,
        };
        let concerns = person.is_mine() || person.registration.is_some();
        if waits || asked_later || !concerns || Some(person.id) == me {
            continue;
        }
        let standing = people.standing(person);
        if let (Some(due), Some(last)) = (standing.due(), standing.last_contact)
            && due < on
        {
            late.push((standing, (on - last).num_days()));
        }
    }
    late.sort_by_key(|(standing, days)| {
        let over = days - i64::from(standing.cadence_days.unwrap_or_default());
        (std::cmp::Reverse(over), standing.person.name.full())
    });
    let tasks = open_tasks(view)?;
    let goals = goals(view)?;
    late.into_iter()
        .map(|(standing, days)| {
            let ask = thing_to_ask(view, standing.person.id, on, &tasks, &goals)?;
            Ok(Silent { standing, days, ask })
        })
        .collect()
}

type Tasks = HashMap<PersonId, Vec<(TaskNature, String)>>;

fn open_tasks(view: &View) -> Result<Tasks, StoreError> {
    let mut tasks = Tasks::new();
    let mut open = view.open()?;
    // What is agreed for the nearest day is asked about first.
    open.sort_by_key(|entry| (entry.when.first_day().unwrap_or(NaiveDate::MAX), entry.id));
    for entry in open {
        if let Some(nature) = entry.nature.filter(|_| entry.state == EntryState::Planned) {
            for person in &entry.people {
                tasks.entry(*person).or_default().push((nature, entry.title.clone()));
            }
        }
    }
    Ok(tasks)
}

fn goals(view: &View) -> Result<HashMap<PersonId, String>, StoreError> {
    let all: Vec<Goal> = view.all()?;
    Ok(all.into_iter().filter(|goal| goal.state == GoalState::Open).map(|goal| (goal.person, goal.what)).collect())
}

/// The one thing to ask a person, by the product's order.
fn thing_to_ask(
    view: &View,
    person: PersonId,
    today: NaiveDate,
    tasks: &Tasks,
    goals: &HashMap<PersonId, String>,
) -> Result<Ask, StoreError> {
    let task = |wanted: TaskNature| {
        tasks.get(&person)?.iter().find(|(nature, _)| *nature == wanted).map(|(_, title)| title.clone())
    };
    let ask = |kind, text| Ok(Ask { kind, text, on: None });
    if let Some(text) = task(TaskNature::MyPromise) {
        return ask(AskKind::Promise, text);
    }
    if let Some(text) = task(TaskNature::InformationAsked) {
        return ask(AskKind::Information, text);
    }
    let name = view.people().name(person);
    let mut talks: Vec<Talk> =
        view.entries_until(person, today, LOOKED_AT)?.iter().flat_map(|entry| talks(entry, today, &name)).collect();
    talks.sort_by_key(|talk| std::cmp::Reverse(talk.on));
    if let Some(talk) = talks.iter().find(|talk| !talk.important.is_empty()) {
        return ask(AskKind::Important, talk.important.clone());
    }
    if let Some(goal) = goals.get(&person) {
        return ask(AskKind::Goal, goal.clone());
    }
    let last = talks.into_iter().find(|talk| talk.is_contact);
    let on = last.as_ref().map(|talk| talk.on);
    Ok(Ask { kind: AskKind::LastTalk, text: last.map(|talk| talk.said).unwrap_or_default(), on })
}

/// What the diary says of one time.
struct Talk {
    on: NaiveDate,
    is_contact: bool,
    said: String,
    /// What was marked important; empty when nothing was.
    important: String,
}

/// What an entry says of its time, up to a day; of a series each instance that was held.
fn talks(entry: &Entry, today: NaiveDate, name: &str) -> Vec<Talk> {
    let Some(repeat) = &entry.repeat else {
        let on = entry.when.first_day().unwrap_or(entry.created.date());
        return vec![talk(entry, on, entry.is_contact(), entry.outcome.as_ref(), name)];
    };
    let held = repeat.overrides.iter().filter(|(_, own)| own.state == Some(EntryState::Done));
    let dated = held.map(|(day, own)| (own.when.and_then(|when| when.first_day()).unwrap_or(*day), own));
    let past = dated.filter(|(on, _)| *on <= today);
    past.map(|(on, own)| talk(entry, on, entry.kind.is_contact(), own.outcome.as_ref(), name)).collect()
}

fn talk(entry: &Entry, on: NaiveDate, is_contact: bool, outcome: Option<&Outcome>, name: &str) -> Talk {
    let told = outcome.map_or("", |outcome| outcome.important.trim());
    let said = what_was_said(entry, outcome, name);
    // A note with a star is important as a whole.
    let starred = entry.kind == EntryKind::Note && entry.priority <= Priority::Important;
    let important = if told.is_empty() && starred { said.clone() } else { told.to_owned() };
    Talk { on, is_contact, said, important }
}

/// What was talked about, else what was noted, else the title, which need not say the person's name again.
fn what_was_said(entry: &Entry, outcome: Option<&Outcome>, name: &str) -> String {
    let talked = outcome.map_or("", |outcome| outcome.talked_about.trim());
    let title = entry.title.strip_prefix(name).map_or(&*entry.title, |rest| rest.trim_start_matches([':', ' ', '·']));
    let said = [talked, entry.note.trim(), title.trim()].into_iter().find(|text| !text.is_empty());
    said.unwrap_or(&entry.title).to_owned()
}
