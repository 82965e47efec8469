//! Beside the memory jogger: who came to the list today, and how many new names the week has.

use chrono::NaiveDate;

use super::plan::{plan_rows, week_of};
use super::view::View;
use crate::model::{PersonId, PlanAction};
use crate::store::StoreError;

/// A person who came to the list today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewName {
    /// Who.
    pub id: PersonId,
    /// The whole name.
    pub name: String,
    /// The city; empty when it is unknown.
    pub city: String,
}

/// What stands beside the prompts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jogger {
    /// Who came to the user's own list today, the newest first.
    pub today: Vec<NewName>,
    /// How many new names the week has so far.
    pub this_week: u32,
    /// How many were planned for it; zero when nothing was.
    pub planned: u32,
}

/// What stands beside the prompts on a day.
///
/// # Errors
/// Any failure of the store.
pub fn jogger(view: &View, today: NaiveDate) -> Result<Jogger, StoreError> {
    let settings = view.settings()?;
    let week = week_of(today, settings.week_starts);
    let rows = plan_rows(view, settings.me, &week)?;
    let row = rows.into_iter().find(|row| row.action == PlanAction::NewNames);
    let people = view.people().all();
    let mut new: Vec<_> =
        people.filter(|person| person.is_mine() && person.created == today && person.id != settings.me).collect();
    new.sort_by_key(|person| std::cmp::Reverse(person.id));
    let named = |person: &&std::sync::Arc<crate::model::Person>| NewName {
        id: person.id,
        name: person.name.full(),
        city: person.city.clone(),
    };
    Ok(Jogger {
        today: new.iter().map(named).collect(),
        this_week: row.as_ref().map_or(0, |row| row.done),
        planned: row.map_or(0, |row| row.planned),
    })
}
