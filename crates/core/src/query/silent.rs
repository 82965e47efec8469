//! People not heard from for longer than their cadence, each with one thing to ask.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Standing, View, decided_instances, next_planned};
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

/// How many of a person's newest entries and contacts that are over are looked at for something to ask.
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
    let tasks = open_tasks(view, on)?;
    let goals = goals(view)?;
    late.into_iter()
        .map(|(standing, days)| {
            let ask = thing_to_ask(view, standing.person.id, on, &tasks, &goals)?;
            Ok(Silent { standing, days, ask })
        })
        .collect()
}

/// The one thing to ask a person on a day, by the product's order.
///
/// # Errors
/// Any failure of the store.
pub fn ask_of(view: &View, person: PersonId, on: NaiveDate) -> Result<Ask, StoreError> {
    thing_to_ask(view, person, on, &open_tasks(view, on)?, &goals(view)?)
}

/// Promises and information asked for that are open, by person.
pub(super) type Tasks = HashMap<PersonId, Vec<(TaskNature, String)>>;

/// Promises and information asked for that are open.
pub(super) fn open_tasks(view: &View, on: NaiveDate) -> Result<Tasks, StoreError> {
    let mut tasks = Tasks::new();
    let goes_on = |entry: &Arc<Entry>| entry.nature.is_some() && next_planned(entry, on).is_some();
    let mut open: Vec<_> = view.open()?.into_iter().chain(view.series()?.into_iter().filter(goes_on)).collect();
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

/// The open goal of each person who has one.
pub(super) fn goals(view: &View) -> Result<HashMap<PersonId, String>, StoreError> {
    let all: Vec<Goal> = view.all()?;
    Ok(all.into_iter().filter(|goal| goal.state == GoalState::Open).map(|goal| (goal.person, goal.what)).collect())
}

/// The one thing to ask a person, by the product's order.
pub(super) fn thing_to_ask(
    view: &View,
    person: PersonId,
    on: NaiveDate,
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
    let past = past(view, person, on)?;
    if let Some(text) = past.iter().find_map(|one| one.important(&name)) {
        return ask(AskKind::Important, text);
    }
    if let Some(goal) = goals.get(&person) {
        return ask(AskKind::Goal, goal.clone());
    }
    let last = past.iter().find(|one| one.is_contact);
    let text = last.map(|one| one.said(&name));
    Ok(Ask { kind: AskKind::LastTalk, text: text.unwrap_or_default(), on: last.map(|one| one.on) })
}

/// Something that is over: a single entry, or an instance of a series.
struct Past {
    on: NaiveDate,
    is_contact: bool,
    /// A note with a star.
    is_starred: bool,
    title: String,
    note: String,
    outcome: Option<Outcome>,
}

impl Past {
    fn of(entry: &Entry, on: NaiveDate) -> Option<Self> {
        let is_starred = entry.kind == EntryKind::Note && entry.priority <= Priority::Important;
        let (title, note, outcome) = (entry.title.clone(), entry.note.clone(), entry.outcome.clone());
        if entry.repeat.is_none() {
            return Some(Self { on, is_contact: entry.is_contact(), is_starred, title, note, outcome });
        }
        let instance = decided_instances(entry).into_iter().find(|one| one.when.first_day() == Some(on))?;
        let held = Entry { state: instance.state, ..entry.clone() };
        let (title, outcome) = (instance.title, instance.outcome);
        Some(Self { on, is_contact: held.is_contact(), is_starred, title, note, outcome })
    }

    /// What was marked important of it: a line of what happened, or a starred note as a whole.
    fn important(&self, name: &str) -> Option<String> {
        let told = self.outcome.as_ref().map_or("", |outcome| outcome.important.trim());
        if !told.is_empty() {
            return Some(told.to_owned());
        }
        self.is_starred.then(|| self.said(name))
    }

    /// What was talked about, else what was noted, else the title, which need not say the person's name again.
    fn said(&self, name: &str) -> String {
        let talked = self.outcome.as_ref().map_or("", |outcome| outcome.talked_about.trim());
        let title = self.title.strip_prefix(name).map_or(&*self.title, |rest| rest.trim_start_matches([':', ' ', '·']));
        let said = [talked, self.note.trim(), title.trim()].into_iter().find(|text| !text.is_empty());
        said.unwrap_or(&self.title).to_owned()
    }
}

/// What is over with a person, newest first: the newest entries and the newest contacts up to a day.
fn past(view: &View, person: PersonId, until: NaiveDate) -> Result<Vec<Past>, StoreError> {
    let newest = view.past_of(person, until, LOOKED_AT)?;
    Ok(newest.iter().filter_map(|(on, entry)| Past::of(entry, *on)).collect())
}
