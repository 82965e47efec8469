//! People not heard from for longer than their cadence, each with one thing to ask.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Standing, View};
use crate::model::{Entry, EntryState, Goal, GoalState, PersonId, Stage, TaskNature};
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
            let ask = thing_to_ask(view, standing.person.id, &tasks, &goals)?;
            Ok(Silent { standing, days, ask })
        })
        .collect()
}

/// Promises and information asked for that are open, by person.
pub(super) type Tasks = HashMap<PersonId, Vec<(TaskNature, String)>>;

/// Promises and information asked for that are open.
pub(super) fn open_tasks(view: &View) -> Result<Tasks, StoreError> {
    let mut tasks = Tasks::new();
    for entry in view.open()? {
        if let Some(nature) = entry.nature.filter(|_| entry.state == EntryState::Planned) {
            for person in &entry.people {
                tasks.entry(*person).or_default().push((nature, entry.title.clone()));
            }
        }
    }
    Ok(tasks)
}

/// The open goal of each person who has one.
pub(super) fn goals(view: &View) -> Result<HashMap<PersonId, String>, StoreError> {
    let all: Vec<Goal> = view.all()?;
    Ok(all.into_iter().filter(|goal| goal.state == GoalState::Open).map(|goal| (goal.person, goal.what)).collect())
}

/// The one thing to ask a person, by the product's order.
pub(super) fn thing_to_ask(
    view: &View,
    person: PersonId,
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
    let entries = view.entries_of(person, LOOKED_AT)?;
    let mut marked = entries.iter().filter_map(|entry| entry.outcome.as_ref()).map(|outcome| outcome.important.trim());
    if let Some(text) = marked.find(|text| !text.is_empty()) {
        return ask(AskKind::Important, text.to_owned());
    }
    if let Some(goal) = goals.get(&person) {
        return ask(AskKind::Goal, goal.clone());
    }
    let last = entries.iter().find(|entry| entry.is_contact());
    let name = view.people().name(person);
    let text = last.map(|entry| what_was_said(entry, &name));
    let on = last.and_then(|entry| entry.when.first_day().or(Some(entry.created.date())));
    Ok(Ask { kind: AskKind::LastTalk, text: text.unwrap_or_default(), on })
}

/// What was talked about, else what was noted, else the title, which need not say the person's name again.
fn what_was_said(entry: &Entry, name: &str) -> String {
    let talked = entry.outcome.as_ref().map_or("", |outcome| outcome.talked_about.trim());
    let title = entry.title.strip_prefix(name).map_or(&*entry.title, |rest| rest.trim_start_matches([':', ' ', '·']));
    let said = [talked, entry.note.trim(), title.trim()].into_iter().find(|text| !text.is_empty());
    said.unwrap_or(&entry.title).to_owned()
}
