//! An entry as the pages show it: one appearance, with the people by name.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::view::Appearance;
use super::{Instance, People, View};
use crate::model::{
    Action, Entry, EntryId, EntryKind, EntryState, InterviewId, Mode, Outcome, PersonId, Priority, TaskNature, When,
};
use crate::store::StoreError;

/// A person by id and whole name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// The id.
    pub id: PersonId,
    /// The whole name.
    pub full: String,
    /// First name and initial.
    pub short: String,
}

/// One appearance of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The entry.
    pub id: EntryId,
    /// The original day, for an instance of a series.
    pub instance: Option<NaiveDate>,
    /// What it is.
    pub kind: EntryKind,
    /// The row of the plan that it counts in.
    pub action: Option<Action>,
    /// The title.
    pub title: String,
    /// When it is.
    pub when: When,
    /// Where it is.
    pub place: String,
    /// In person or online.
    pub mode: Option<Mode>,
    /// Who takes part.
    pub people: Vec<PersonName>,
    /// How pressing it is.
    pub priority: Priority,
    /// What became of it.
    pub state: EntryState,
    /// For a task: promise or information.
    pub nature: Option<TaskNature>,
    /// What happened, if it was written down.
    pub outcome: Option<Outcome>,
    /// A longer text.
    pub note: String,
    /// The interview whose first three days it belongs to.
    pub first_steps_of: Option<InterviewId>,
    /// For a note: already decided in an evening review.
    pub sorted: bool,
    /// How many were invited, for a training.
    pub invited: usize,
    /// How many actions it stands for in its row of the plan.
    pub count: u16,
    /// When it was written.
    pub created: NaiveDateTime,
}

impl Item {
    pub(crate) fn of(entry: &Entry, instance: Instance, people: &People) -> Self {
        // Of an instance from a calendar place and words may be others than those of its series.
        let own = instance.of_series.and_then(|day| entry.calendar.as_ref()?.instances.get(&day));
        let said = |name: &str, usual: &String| own.and_then(|own| own.text(name)).unwrap_or_else(|| usual.clone());
        Self {
            id: entry.id,
            instance: instance.of_series,
            kind: entry.kind,
            action: entry.action.clone(),
            title: instance.title,
            when: instance.when,
            place: said("LOCATION", &entry.place),
            mode: entry.mode,
            people: entry.people.iter().filter_map(|id| name(people, *id)).collect(),
            priority: entry.priority,
            state: instance.state,
            nature: entry.nature,
            outcome: instance.outcome,
            note: said("DESCRIPTION", &entry.note),
            first_steps_of: entry.first_steps_of,
            sorted: entry.sorted,
            invited: entry.training.as_ref().map_or(0, |training| training.invited.len()),
            count: entry.count,
            created: entry.created,
        }
    }

    pub(crate) fn whole(entry: &Entry, people: &People) -> Self {
        let instance = Instance {
            of_series: None,
            when: entry.when,
            title: entry.title.clone(),
            state: entry.state,
            outcome: entry.outcome.clone(),
        };
        Self::of(entry, instance, people)
    }

    /// Whether it is over and nobody has said how it went: «Как мина?».
    #[must_use]
    pub fn asks_how_it_went(&self, now: NaiveDateTime) -> bool {
        matches!(self.kind, EntryKind::Meeting | EntryKind::Call | EntryKind::Event)
            && self.state == EntryState::Planned
            && self.when.end().is_some_and(|end| end <= now)
    }

    /// Whether it is a note without an hour: it belongs to a day and takes no time of it. A jotted one belongs to the
    /// day on which it was written.
    #[must_use]
    pub fn is_note_of_day(&self) -> bool {
        self.kind == EntryKind::Note && self.when.time().is_none()
    }

    /// The order in a day's programme: by time; what has no hour by priority after what has.
    pub(crate) fn rank(&self) -> (bool, Option<NaiveDateTime>, Priority, EntryId) {
        let start = self.when.time().zip(self.when.first_day()).map(|(time, day)| day.and_time(time));
        (start.is_none(), start, self.priority, self.id)
    }
}

/// A person's name, unless they are gone.
pub(crate) fn name(people: &People, id: PersonId) -> Option<PersonName> {
    let person = people.get(id)?;
    Some(PersonName { id, full: person.name.full(), short: person.name.short() })
}

impl View {
    /// Everything on these days as items, in order of time.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn items(&self, days: &RangeInclusive<NaiveDate>) -> Result<Vec<Item>, StoreError> {
        let found = self.appearances(days)?;
        Ok(found.into_iter().map(|Appearance { entry, instance }| Item::of(&entry, instance, self.people())).collect())
    }

    /// What is planned and has no day yet, the most pressing first, then by age.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn undated(&self) -> Result<Vec<Item>, StoreError> {
        let mut items = self.whole_items(&self.open_undated()?);
        items.sort_by_key(|item| (item.priority, item.created, item.id));
        Ok(items)
    }

    /// Entries as they stand with a person: single ones whole, of series the instances of which something was decided
    /// and the next one that is planned.
    pub(crate) fn unrolled_items(&self, entries: &[Arc<Entry>], from: NaiveDate) -> Vec<Item> {
        let mut items = Vec::new();
        for entry in entries {
            if entry.repeat.is_none() || entry.state != EntryState::Planned {
                items.push(Item::whole(entry, self.people()));
            }
            let unrolled = super::decided_instances(entry).into_iter().chain(
                entry
                    .repeat
                    .as_ref()
                    .and_then(|_| super::next_planned(entry, from))
                    .filter(|one| one.outcome.is_none()),
            );
            items.extend(unrolled.map(|instance| Item::of(entry, instance, self.people())));
        }
        items
    }

    pub(crate) fn whole_items(&self, entries: &[Arc<Entry>]) -> Vec<Item> {
        entries.iter().map(|entry| Item::whole(entry, self.people())).collect()
    }
}
