//! The facts that figures are counted from — orders, readings, trainings, the structure of all days — in memory and by
//! day, so that any figure of any branch is a short sum.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::lineage::Lineage;
use super::shared::Following;
use super::{People, View};
use crate::model::{
    Attendance, Entry, EntryId, EntryState, Order, OrderId, PersonId, Reading, ReadingId, RecordKind, Scope,
};
use crate::store::{Changes, StoreError, decode};

/// An order, as far as figures need it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ordered {
    pub(crate) on: NaiveDate,
    pub(crate) person: PersonId,
    pub(crate) points: Decimal,
}

/// A training that was not dropped.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) on: NaiveDate,
    pub(crate) leader: Option<PersonId>,
    pub(crate) came: Vec<Attendance>,
}

/// Records by day, each found again by its id.
#[derive(Debug)]
struct ByDay<I, T> {
    days: BTreeMap<NaiveDate, Vec<(I, T)>>,
    at: HashMap<I, NaiveDate>,
}

impl<I, T> Default for ByDay<I, T> {
    fn default() -> Self {
        Self { days: BTreeMap::new(), at: HashMap::new() }
    }
}

impl<I: Copy + Eq + Hash, T> ByDay<I, T> {
    fn put(&mut self, id: I, on: NaiveDate, it: T) {
        self.remove(id);
        self.at.insert(id, on);
        self.days.entry(on).or_default().push((id, it));
    }

    fn remove(&mut self, id: I) {
        let Some(on) = self.at.remove(&id) else { return };
        if let Some(of_day) = self.days.get_mut(&on) {
            of_day.retain(|(other, _)| *other != id);
            if of_day.is_empty() {
                self.days.remove(&on);
            }
        }
    }

    fn between(&self, days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = &T> + use<'_, I, T> {
        // A range that ends before it begins is none to an ordered map.
        let days = (days.start() <= days.end()).then(|| self.days.range(days.clone()));
        days.into_iter().flatten().flat_map(|(_, of_day)| of_day.iter().map(|(_, it)| it))
    }

    fn first_day(&self) -> Option<NaiveDate> {
        self.days.keys().next().copied()
    }
}

/// The facts of a workspace.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    orders: ByDay<OrderId, Ordered>,
    trainings: ByDay<EntryId, Held>,
    readings: HashMap<Scope, BTreeMap<NaiveDate, BTreeMap<ReadingId, Decimal>>>,
    reading_at: HashMap<ReadingId, (Scope, NaiveDate)>,
    lineage: Lineage,
}

impl Ledger {
    /// Orders on these days, oldest first.
    pub(crate) fn orders(&self, days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = &Ordered> {
        self.orders.between(days)
    }

    /// Trainings on these days, oldest first; those that were dropped are none.
    pub(crate) fn trainings(&self, days: &RangeInclusive<NaiveDate>) -> impl Iterator<Item = &Held> {
        self.trainings.between(days)
    }

    /// The day of the first training.
    pub(crate) fn first_training(&self) -> Option<NaiveDate> {
        self.trainings.first_day()
    }

    /// The newest reading of a scope on these days. Of two of one day, as people who became one may have, the newer
    /// wins: ids follow time.
    pub(crate) fn reading(&self, scope: Scope, days: &RangeInclusive<NaiveDate>) -> Option<(NaiveDate, Decimal)> {
        let of_scope = self.readings.get(&scope).filter(|_| days.start() <= days.end())?;
        let (on, of_day) = of_scope.range(days.clone()).next_back()?;
        of_day.values().next_back().map(|points| (*on, *points))
    }

    /// The structure of all days.
    pub(crate) const fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    fn put_order(&mut self, order: &Order) {
        let Order { id, on, person, .. } = *order;
        self.orders.put(id, on, Ordered { on, person, points: order.points.amount() });
    }

    fn put_entry(&mut self, entry: &Entry) {
        let held = entry.is_training() && entry.state != EntryState::Dropped;
        match (entry.training.as_ref().filter(|_| held), entry.when.first_day()) {
            (Some(training), Some(on)) => {
                let held = Held { on, leader: training.leader, came: training.came.clone() };
                self.trainings.put(entry.id, on, held);
            }
            _ => self.trainings.remove(entry.id),
        }
    }

    fn put_reading(&mut self, reading: &Reading) {
        self.remove_reading(reading.id);
        let of_scope = self.readings.entry(reading.scope).or_default();
        of_scope.entry(reading.on).or_default().insert(reading.id, reading.points.amount());
        self.reading_at.insert(reading.id, (reading.scope, reading.on));
    }

    fn remove_reading(&mut self, id: ReadingId) {
        let Some((scope, on)) = self.reading_at.remove(&id) else { return };
        let Some(of_scope) = self.readings.get_mut(&scope) else { return };
        if let Some(of_day) = of_scope.get_mut(&on) {
            of_day.remove(&id);
            if of_day.is_empty() {
                of_scope.remove(&on);
            }
        }
    }
}

impl Following for Ledger {
    fn load(view: &View) -> Result<Self, StoreError> {
        let mut ledger = Self { lineage: Lineage::of(view.people()), ..Self::default() };
        for order in view.all::<Order>()? {
            ledger.put_order(&order);
        }
        for entry in view.trainings(&(NaiveDate::MIN..=NaiveDate::MAX))? {
            ledger.put_entry(&entry);
        }
        for reading in view.all::<Reading>()? {
            ledger.put_reading(&reading);
        }
        Ok(ledger)
    }

    fn follow(&mut self, changes: &Changes, people: &People) -> Result<(), StoreError> {
        for (key, body) in &changes.records {
            match (key.kind, body) {
                (RecordKind::Order, Some(body)) => self.put_order(&decode(body)?),
                (RecordKind::Order, None) => self.orders.remove(OrderId::from_bytes(key.id)),
                (RecordKind::Entry, Some(body)) => self.put_entry(&decode(body)?),
                (RecordKind::Entry, None) => self.trainings.remove(EntryId::from_bytes(key.id)),
                (RecordKind::Reading, Some(body)) => self.put_reading(&decode(body)?),
                (RecordKind::Reading, None) => self.remove_reading(ReadingId::from_bytes(key.id)),
                _ => {}
            }
        }
        if changes.records.keys().any(|key| key.kind == RecordKind::Person) {
            self.lineage = Lineage::of(people);
        }
        Ok(())
    }
}

impl View {
    /// Asks the facts that figures are counted from. The first question reads them once.
    pub(crate) fn with_ledger<T>(&self, ask: impl FnOnce(&Ledger) -> T) -> Result<T, StoreError> {
        self.shared().ledger.ask(self, self.generations().ledger, ask)
    }
}
