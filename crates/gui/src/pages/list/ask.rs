//! What the page asks the workspace.

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{PersonId, RecordKind};
use sponsor_core::query::{self, FoundId, ListQuestion, ListView, PersonName, PersonView, View};
use sponsor_core::store::StoreError;

use crate::app::Question;

/// Asks for the list, filtered and sorted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ListAsk(pub(super) ListQuestion);

impl Question for ListAsk {
    type Answer = ListView;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Entry, RecordKind::Settings];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        query::list(view, &self.0)
    }
}

/// Asks for everything that is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PersonAsk {
    pub(super) id: PersonId,
    pub(super) today: NaiveDate,
}

impl Question for PersonAsk {
    type Answer = Option<PersonView>;

    const SHOWS: &'static [RecordKind] =
        &[RecordKind::Person, RecordKind::Entry, RecordKind::Order, RecordKind::Goal, RecordKind::Settings];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        query::person(view, self.id, self.today)
    }
}

/// Asks who is meant by what is typed in a field for a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct WhoAsk {
    pub(super) typed: String,
    /// Only registered users, and the user themselves.
    pub(super) registered: bool,
}

/// How many people a field proposes.
const PROPOSED: usize = 5;
/// How many are looked through for them.
const LOOKED_THROUGH: usize = 200;

impl Question for WhoAsk {
    type Answer = Vec<PersonName>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let me = people.me().filter(|_| self.registered).map(|me| me.id);
        let found = view.find(&self.typed, LOOKED_THROUGH)?;
        let found = found.into_iter().filter_map(|found| match found.id {
            FoundId::Person(id) => Some(id),
            FoundId::Entry(_) => None,
        });
        let named = found
            .chain(me)
            .filter_map(|id| people.get(id))
            .filter(|person| !self.registered || person.registration.is_some() || Some(person.id) == me);
        let named =
            named.map(|person| PersonName { id: person.id, full: person.name.full(), short: person.name.short() });
        Ok(named.take(PROPOSED).collect())
    }
}

/// Asks what would go with people who are deleted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct LossAsk(pub(super) Vec<PersonId>);

/// What would go with people who are deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Loss {
    /// The name of the first of them.
    pub(super) name: String,
    /// How many they are.
    pub(super) people: usize,
    /// How many of them are registered.
    pub(super) registered: usize,
    /// How many orders they have together.
    pub(super) orders: usize,
}

impl Question for LossAsk {
    type Answer = Loss;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Order];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people: Vec<_> = self.0.iter().filter_map(|id| view.people().get(*id)).collect();
        let mut orders = 0;
        for id in &self.0 {
            orders += view.orders_of(*id)?.len();
        }
        Ok(Loss {
            name: people.first().map(|person| person.name.full()).unwrap_or_default(),
            people: people.len(),
            registered: people.iter().filter(|person| person.registration.is_some()).count(),
            orders,
        })
    }
}
