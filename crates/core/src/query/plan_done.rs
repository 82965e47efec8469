//! What was done of a plan: counted from the diary, corrected by hand, done together with a partner; and what stands
//! behind each number.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::item::name;
use super::plan_items::{Corrected, Counts, PlanItems, PlanTold};
use super::view::Appearance;
use super::{Item, People, PersonName, View};
use crate::model::{Action, EntryState, PersonId, PlanAction, Training};
use crate::store::StoreError;

/// From where it is known how much was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanSource {
    /// The diary: everything that the user did.
    Diary,
    /// What the user and the partner did together.
    Together,
    /// What the partner told, with what was done together.
    Told,
}

/// What the user and a partner did together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanTogether {
    /// How many.
    pub count: u32,
    /// The day of the last one.
    pub last: NaiveDate,
}

/// One thing behind a number of the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanBehind {
    /// An entry of the diary, for its count.
    Entry(Box<Item>),
    /// A person who came to the list.
    Name {
        /// Who.
        person: PersonName,
        /// When.
        on: NaiveDate,
    },
    /// A correction by hand.
    Corrected {
        /// The day.
        on: NaiveDate,
        /// How many more or fewer.
        by: i32,
        /// Why.
        why: String,
    },
    /// What the partner told.
    Told(PlanTold),
}

impl PlanBehind {
    /// The day under which it stands.
    #[must_use]
    pub fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::Entry(item) => item.when.first_day(),
            Self::Name { on, .. } | Self::Corrected { on, .. } => Some(*on),
            Self::Told(told) => Some(told.to),
        }
    }
}

/// The entries that count on these days, each with its day and its row: done, and begun on one of them.
fn counting(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<Vec<(NaiveDate, Action, Appearance)>, StoreError> {
    let counted = |found: Appearance| {
        let day = found.instance.when.first_day().filter(|day| days.contains(day))?;
        let action = found.entry.action.clone().filter(|_| found.instance.state == EntryState::Done)?;
        Some((day, action, found))
    };
    Ok(view.appearances(days)?.into_iter().filter_map(counted).collect())
}

/// What the diary shows as done: each entry in its one row, for its count; new names are people who came to the user's
/// own list. Corrections by hand are added.
pub(super) fn done_by_day(
    view: &View,
    days: &RangeInclusive<NaiveDate>,
    corrections: &BTreeMap<(PlanAction, NaiveDate), Corrected>,
) -> Result<Counts, StoreError> {
    let mut counts = Counts::new();
    let mut add = |action, day, count| *counts.entry(action).or_default().entry(day).or_default() += count;
    for (day, action, found) in counting(view, days)? {
        add(PlanAction::Action(action), day, u32::from(found.entry.count));
    }
    for (_, day) in new_names(view.people()).filter(|(_, day)| days.contains(day)) {
        add(PlanAction::NewNames, day, 1);
    }
    for ((action, day), corrected) in corrections.iter().filter(|((_, day), _)| days.contains(day)) {
        let count = counts.entry(action.clone()).or_default().entry(*day).or_default();
        *count = count.saturating_add_signed(corrected.by);
    }
    Ok(counts)
}

fn new_names(people: &People) -> impl Iterator<Item = (PersonId, NaiveDate)> {
    people.all().filter_map(|person| Some((person.id, person.new_name_on()?)))
}

/// Whether an entry that counts was done together with a person: a 2+1 meeting with them, a training to which they came.
fn is_together(person: PersonId, action: &Action, found: &Appearance) -> bool {
    let came = |training: &Training| training.came.iter().any(|one| one.person == person);
    match action {
        Action::TwoPlusOne => found.entry.people.contains(&person),
        Action::Training => found.entry.training.as_ref().is_some_and(came),
        _ => false,
    }
}

/// What the user and a person did together.
pub(super) fn together_by_day(
    view: &View,
    person: PersonId,
    days: &RangeInclusive<NaiveDate>,
) -> Result<Counts, StoreError> {
    let mut counts = Counts::new();
    for (day, action, found) in counting(view, days)? {
        if is_together(person, &action, &found) {
            let row = counts.entry(PlanAction::Action(action)).or_default();
            *row.entry(day).or_default() += u32::from(found.entry.count);
        }
    }
    Ok(counts)
}

/// How many of each action the user did over these days: what the diary shows, as corrected by hand.
///
/// # Errors
/// Any failure of the store.
pub fn done_actions(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<BTreeMap<PlanAction, u32>, StoreError> {
    let items = PlanItems::of(view, view.settings()?.me)?;
    let done = done_by_day(view, days, &items.corrections)?;
    Ok(done.into_iter().map(|(action, days)| (action, days.values().sum())).collect())
}

/// What stands behind the number of a row over some days, in order of time.
///
/// # Errors
/// Any failure of the store.
pub fn plan_behind(
    view: &View,
    person: PersonId,
    action: &PlanAction,
    days: &RangeInclusive<NaiveDate>,
) -> Result<Vec<PlanBehind>, StoreError> {
    let mine = view.settings()?.me == person;
    let items = PlanItems::of(view, person)?;
    let mut behind = Vec::new();
    for (_, row, found) in counting(view, days)? {
        let counts = mine || is_together(person, &row, &found);
        if counts && PlanAction::Action(row) == *action {
            let item = Item::of(&found.entry, found.instance, view.people());
            behind.push(PlanBehind::Entry(Box::new(item)));
        }
    }
    if mine && *action == PlanAction::NewNames {
        let named = new_names(view.people()).filter(|(_, day)| days.contains(day));
        let named = named.filter_map(|(id, on)| Some(PlanBehind::Name { person: name(view.people(), id)?, on }));
        behind.extend(named);
    }
    if mine {
        let corrected = items.corrections.iter().filter(|((row, on), _)| row == action && days.contains(on));
        behind.extend(corrected.map(|((_, on), corrected)| PlanBehind::Corrected {
            on: *on,
            by: corrected.by,
            why: corrected.why.clone(),
        }));
    } else {
        behind.extend(items.told(action, days).into_iter().map(PlanBehind::Told));
    }
    behind.sort_by_key(PlanBehind::on);
    Ok(behind)
}
