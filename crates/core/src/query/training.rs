//! Trainings: those to come, those that were held, and one with everyone who was invited or came.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::item::name;
use super::{Instance, Item, PersonName, View, figures, instances, series_has, when_of};
use crate::model::{Attendance, Entry, EntryId, EntryState, FigurePeriod, Person, PersonId, Scope, Training};
use crate::store::StoreError;

/// How far ahead trainings that repeat are looked for, and how far back.
const SERIES_DAYS: Days = Days::new(60);

/// A training among others.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingRow {
    /// The entry of the diary.
    pub item: Item,
    /// What it is about: its topic, else its title.
    pub topic: String,
    /// How many were invited.
    pub invited: usize,
    /// How many were invited or came.
    pub everyone: usize,
    /// How many came, without the leader and the sponsor.
    pub came: usize,
    /// How many of them want to grow.
    pub wants_more: usize,
}

/// The trainings of a sponsor.
#[derive(Clone, Debug)]
pub struct Trainings {
    /// Those to come, soonest first.
    pub coming: Vec<TrainingRow>,
    /// Those that are over, newest first.
    pub held: Vec<TrainingRow>,
    /// How many older ones there are.
    pub older: usize,
    /// People in training this month.
    pub month: crate::model::FigureValues,
}

/// Somebody who was invited to a training or came.
#[derive(Clone, Debug)]
pub struct Attendee {
    /// Who.
    pub person: Arc<Person>,
    /// Whether they were invited.
    pub invited: bool,
    /// How they came, if they did.
    pub came: Option<Attendance>,
}

/// One training.
#[derive(Clone, Debug)]
pub struct TrainingView {
    /// Its line.
    pub row: TrainingRow,
    /// Whether it has begun.
    pub begun: bool,
    /// Whether it is over.
    pub over: bool,
    /// Who leads it.
    pub leader: Option<PersonName>,
    /// What is used, in words.
    pub materials: String,
    /// The entry.
    pub entry: Arc<Entry>,
    /// Everyone who was invited or came, in the order in which they were put down; neither leader nor sponsor.
    pub people: Vec<Attendee>,
}

fn training_of(entry: &Entry, instance: &Instance, me: PersonId) -> Training {
    let mut entry = entry.clone();
    entry.invite_its_people(me);
    let mut training = entry.training.unwrap_or_default();
    if instance.of_series.is_some() {
        // Who came to one of a series stands with that one.
        training.came.clear();
    }
    training
}

fn row(view: &View, entry: &Entry, instance: Instance, me: PersonId) -> TrainingRow {
    let training = training_of(entry, &instance, me);
    let topic =
        if instance.of_series.is_some() || training.topic.is_empty() { &instance.title } else { &training.topic };
    TrainingRow {
        topic: topic.clone(),
        invited: training.invited.len(),
        everyone: training.everyone().into_iter().filter(|one| *one != me && training.leader != Some(*one)).count(),
        came: training.counted(me).count(),
        wants_more: training.counted(me).filter(|one| one.wants_more).count(),
        item: Item::of(entry, instance, view.people()),
    }
}

/// Whether what stands in the diary so has begun, and whether it is over. A day is over when the next one begins.
fn passed(item: &Item, now: NaiveDateTime) -> (bool, bool) {
    let start = item.when.first_day().map(|day| day.and_time(item.when.time().unwrap_or_default()));
    let end = item.when.end().or_else(|| item.when.last_day()?.succ_opt().map(|day| day.and_time(<_>::default())));
    let begun = start.is_some_and(|start| start <= now);
    (begun, item.state == EntryState::Done || (begun && end.is_some_and(|end| end <= now)))
}

/// Every training to come and the newest `most` of those that are over; what was dropped is left out.
///
/// # Errors
/// Any failure of the store.
pub fn trainings(view: &View, now: NaiveDateTime, today: NaiveDate, most: usize) -> Result<Trainings, StoreError> {
    let me = view.settings()?.me;
    let span =
        today.checked_sub_days(SERIES_DAYS).unwrap_or(today)..=today.checked_add_days(SERIES_DAYS).unwrap_or(today);
    let mut rows = Vec::new();
    for entry in view.trainings(&(NaiveDate::MIN..=NaiveDate::MAX))? {
        let days = match entry.when.first_day().zip(entry.when.last_day()) {
            Some((first, last)) if entry.repeat.is_none() => first..=last,
            _ => span.clone(),
        };
        let shown = instances(&entry, &days).into_iter().filter(|one| one.state != EntryState::Dropped);
        rows.extend(shown.map(|instance| row(view, &entry, instance, me)));
    }
    let (mut held, mut coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| passed(&row.item, now).1);
    let order = |row: &TrainingRow| (row.item.when.first_day(), row.item.when.time(), row.item.id);
    coming.sort_by_key(order);
    held.sort_by_key(|row| std::cmp::Reverse(order(row)));
    let older = held.len().saturating_sub(most);
    held.truncate(most);
    let month = figures(view, FigurePeriod::month_of(today), Scope::Whole, today)?.values;
    Ok(Trainings { coming, held, older, month })
}

fn whole(entry: &Entry) -> Instance {
    Instance {
        of_series: None,
        when: entry.when,
        title: entry.title.clone(),
        state: entry.state,
        outcome: entry.outcome.clone(),
    }
}

/// The instance of a series whose original day is this one.
fn instance_on(entry: &Entry, day: NaiveDate) -> Option<Instance> {
    let own = entry.repeat.as_ref().and_then(|repeat| repeat.overrides.get(&day)).cloned();
    if own.is_none() && !series_has(entry, day) {
        return None;
    }
    let own = own.unwrap_or_default();
    Some(Instance {
        of_series: Some(day),
        when: own.when.unwrap_or_else(|| when_of(entry, day)),
        title: own.title.unwrap_or_else(|| entry.title.clone()),
        state: own.state.unwrap_or(entry.state),
        outcome: own.outcome,
    })
}

/// One training; none when it is gone or is none.
///
/// # Errors
/// Any failure of the store.
pub fn training(
    view: &View,
    id: EntryId,
    instance: Option<NaiveDate>,
    now: NaiveDateTime,
) -> Result<Option<TrainingView>, StoreError> {
    let Some(entry) = view.entry(id)?.filter(Entry::is_training) else { return Ok(None) };
    let me = view.settings()?.me;
    let shown = match instance.filter(|_| entry.repeat.is_some()) {
        Some(day) => instance_on(&entry, day),
        None => Some(whole(&entry)),
    };
    let Some(shown) = shown else { return Ok(None) };
    let training = training_of(&entry, &shown, me);
    let row = row(view, &entry, shown, me);
    let (begun, over) = passed(&row.item, now);
    let people = view.people();
    let attendee = |id: PersonId| {
        let person = Arc::clone(people.get(id).filter(|_| id != me && training.leader != Some(id))?);
        Some(Attendee { person, invited: training.invited.contains(&id), came: training.attendance(id) })
    };
    let everyone = training.everyone().into_iter().filter_map(attendee).collect();
    let leader = training.leader.and_then(|leader| name(people, leader));
    let materials = training.materials.clone();
    Ok(Some(TrainingView { row, begun, over, leader, materials, entry: Arc::new(entry), people: everyone }))
}

/// Everyone who learns, by name: registered users, and others of whom it is known that they have learnt something.
#[must_use]
pub fn learners(view: &View) -> Vec<Arc<Person>> {
    let people = view.people();
    let me = people.me().map(|me| me.id);
    let learns =
        |person: &&Arc<Person>| Some(person.id) != me && (person.registration.is_some() || !person.learnt.is_empty());
    let mut all: Vec<_> = people.all().filter(learns).cloned().collect();
    all.sort_by(|one, other| people.by_name(one.id, other.id));
    all
}

/// The trainings of a day, dropped ones left out.
///
/// # Errors
/// Any failure of the store.
pub fn trainings_on(view: &View, day: NaiveDate) -> Result<Vec<(Arc<Entry>, Instance)>, StoreError> {
    let found = view.appearances(&(day..=day))?;
    let is_one = |one: &super::view::Appearance| {
        one.entry.is_training()
            && one.instance.state != EntryState::Dropped
            && one.instance.when.first_day() == Some(day)
    };
    Ok(found.into_iter().filter(is_one).map(|one| (one.entry, one.instance)).collect())
}
