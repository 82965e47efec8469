//! Who stood below whom on which day. A person who is moved takes the branch along from that day on; what was before
//! counts where it was.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::People;
use crate::model::{PersonId, Role};

/// The longest way up that is followed: a ring that came from outside ends too.
const HIGHEST: usize = 10_000;

/// A registered user in the structure of all days.
#[derive(Clone, Debug)]
struct Place {
    /// The sponsor of today.
    now: Option<usize>,
    /// The sponsors of before, oldest first: each up to its day.
    before: Vec<(NaiveDate, Option<usize>)>,
}

/// A registration.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Registered {
    /// The day.
    pub(crate) on: NaiveDate,
    /// Who.
    pub(crate) person: PersonId,
    /// Partner or customer.
    pub(crate) role: Role,
}

/// The structure of all days, as numbers that are quick to climb.
#[derive(Debug, Default)]
pub(crate) struct Lineage {
    numbers: HashMap<PersonId, usize>,
    people: Vec<PersonId>,
    places: Vec<Place>,
    /// Everyone registered, by day.
    registered: Vec<Registered>,
}

impl Lineage {
    /// The structure of all days, from everyone as they are.
    pub(crate) fn of(people: &People) -> Self {
        let mut lineage = Self::default();
        for person in people.all() {
            let Some(own) = &person.registration else { continue };
            let before = own.stood_under.iter().map(|one| (one.until, Some(lineage.number(one.sponsor)))).collect();
            let place = Place { now: Some(lineage.number(own.sponsor)), before };
            let at = lineage.number(person.id);
            if let Some(there) = lineage.places.get_mut(at) {
                *there = place;
            }
            lineage.registered.push(Registered { on: own.on, person: person.id, role: own.role });
        }
        lineage.registered.sort_by_key(|one| (one.on, one.person));
        lineage
    }

    fn number(&mut self, person: PersonId) -> usize {
        *self.numbers.entry(person).or_insert_with(|| {
            self.people.push(person);
            self.places.push(Place { now: None, before: Vec::new() });
            self.places.len() - 1
        })
    }

    /// Everyone registered, by day.
    pub(crate) fn registered(&self) -> &[Registered] {
        &self.registered
    }

    /// A person and everyone above on a day, up to the user.
    pub(crate) fn up(&self, person: PersonId, day: NaiveDate) -> impl Iterator<Item = PersonId> + '_ {
        let mut next = self.numbers.get(&person).copied();
        let climb = std::iter::from_fn(move || {
            let here = next?;
            let place = self.places.get(here)?;
            let before = place.before.iter().find(|(until, _)| day < *until);
            next = before.map_or(place.now, |(_, sponsor)| *sponsor);
            self.people.get(here).copied()
        });
        climb.take(HIGHEST)
    }

    /// Whether a person belonged to the branch of somebody on a day: as its head, or below. Nobody stands in a branch who
    /// never was registered.
    pub(crate) fn is_in(&self, person: PersonId, head: PersonId, day: NaiveDate) -> bool {
        person == head || self.up(person, day).any(|one| one == head)
    }
}
