//! A view of the workspace at one moment, which the questions are asked of.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;

use super::shared::{AllShared, Generations, SharedByViews};
use super::{Instance, People, instances};
use crate::desk::Revisions;
use crate::model::{
    AnyRecord, CommandId, Entry, EntryId, Interview, InterviewId, Order, OrderId, PersonId, Record, RecordKey,
    RecordKind, Settings, Snapshot, WorkspaceId,
};
use crate::store::{
    CheckReport, HistoryRow, Lookup, Reading, StoreError, UNDATED, WORKSPACE, check, day_bytes, day_of_key,
    day_of_person_key, entry_at_end, order_at_end,
};

/// A view of the workspace as it was at one moment.
#[derive(Debug)]
pub struct View {
    reading: Reading,
    people: People,
    revisions: Revisions,
    shared: SharedByViews,
    generations: Generations,
}

/// An entry with one of its appearances.
#[derive(Clone, Debug)]
pub(crate) struct Appearance {
    pub(crate) entry: Arc<Entry>,
    pub(crate) instance: Instance,
}

/// How many of the newest commands are looked at for what was changed of a person.
const LOOKED_BACK: usize = 400;
/// Commands that touched more records than these are about no one person.
const WIDEST: u32 = 400;

impl View {
    pub(crate) fn new(reading: Reading, people: People, revisions: Revisions, shared: SharedByViews) -> Self {
        let generations = shared.generations();
        Self { reading, people, revisions, shared, generations }
    }

    /// How far what is shared was when this view was taken.
    pub(crate) const fn generations(&self) -> Generations {
        self.generations
    }

    pub(crate) fn shared(&self) -> &AllShared {
        &self.shared
    }

    /// Everyone.
    #[must_use]
    pub const fn people(&self) -> &People {
        &self.people
    }

    /// How often each kind of record had changed when the view was taken.
    #[must_use]
    pub const fn revisions(&self) -> &Revisions {
        &self.revisions
    }

    /// The settings.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the workspace has not begun.
    pub fn settings(&self) -> Result<&Arc<Settings>, StoreError> {
        self.people.settings().ok_or(StoreError::Damaged("there is no record of settings"))
    }

    /// The id of the workspace.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the file lacks it.
    pub fn workspace_id(&self) -> Result<WorkspaceId, StoreError> {
        let bytes = self.reading.meta(WORKSPACE)?;
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(WorkspaceId::from_bytes).ok_or(StoreError::Damaged("the workspace has no id"))
    }

    /// An entry by id.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        self.reading.get(id.to_bytes())
    }

    /// An order by id.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.reading.get(id.to_bytes())
    }

    /// An interview by id.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn interview(&self, id: InterviewId) -> Result<Option<Interview>, StoreError> {
        self.reading.get(id.to_bytes())
    }

    /// Every snapshot, newest first.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn snapshots(&self) -> Result<Vec<Snapshot>, StoreError> {
        let mut all: Vec<Snapshot> = self.reading.all()?;
        all.sort_by(|one, other| (other.taken, other.id).cmp(&(one.taken, one.id)));
        Ok(all)
    }

    /// Every record of a kind, by id.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn all<R: Record>(&self) -> Result<Vec<R>, StoreError> {
        self.reading.all()
    }

    /// Hands every record to `each`, sorted by kind and id.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn each_record(&self, mut each: impl FnMut(AnyRecord)) -> Result<(), StoreError> {
        self.reading.each_record(|_, _, record| {
            each(record);
            Ok(())
        })
    }

    /// The newest commands, newest first.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryRow>, StoreError> {
        self.reading.history(limit)
    }

    /// What was taken back last and can be done again.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn next_to_redo(&self) -> Result<Option<HistoryRow>, StoreError> {
        self.reading.next_to_redo()
    }

    /// Which fields of a person were changed of late, and on which day, newest first.
    pub(crate) fn changes_of(&self, person: PersonId) -> Result<Vec<(NaiveDate, Vec<String>)>, StoreError> {
        let key = RecordKey { kind: RecordKind::Person, id: person.to_bytes() };
        let found = self.reading.field_changes(key, LOOKED_BACK, WIDEST)?;
        Ok(found.into_iter().map(|(row, names)| (row.at.date(), names)).collect())
    }

    /// Whether a command with this id was done.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn was_done(&self, command: CommandId) -> Result<bool, StoreError> {
        Ok(self.reading.sequence_of(command)?.is_some())
    }

    /// Checks that everything can be read and fits together. Nothing is changed.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        check(&self.reading)
    }

    fn entries_at(&self, keys: &[Vec<u8>]) -> Result<Vec<Arc<Entry>>, StoreError> {
        let mut ids: Vec<EntryId> = keys.iter().filter_map(|key| entry_at_end(key)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().filter_map(|id| self.entry(id).transpose()).map(|entry| entry.map(Arc::new)).collect()
    }

    /// Every entry that begins on one of these days, and every series, in no order of time.
    pub(crate) fn entries_on(&self, days: &RangeInclusive<NaiveDate>) -> Result<Vec<Arc<Entry>>, StoreError> {
        let mut keys = self.reading.keys_of_days(Lookup::EntryByDay, &[], days)?;
        keys.extend(self.reading.keys_with(Lookup::EntryRepeating, &[])?);
        self.entries_at(&keys)
    }

    /// Everything that is on these days, series expanded, in order of time: all-day things first on their day.
    pub(crate) fn appearances(&self, days: &RangeInclusive<NaiveDate>) -> Result<Vec<Appearance>, StoreError> {
        let mut found = Vec::new();
        for entry in self.entries_on(days)? {
            if entry.when == crate::model::When::Undated {
                // A jotted note stands on the day on which it was written.
                found.push(Appearance { instance: written(&entry), entry });
                continue;
            }
            for instance in instances(&entry, days) {
                found.push(Appearance { entry: Arc::clone(&entry), instance });
            }
        }
        found.sort_by_key(|one| (one.instance.when.first_day(), one.instance.when.time(), one.entry.id));
        Ok(found)
    }

    /// Planned single entries that began before a day and that nobody has decided, oldest first.
    pub(crate) fn open_before(&self, day: NaiveDate) -> Result<Vec<Arc<Entry>>, StoreError> {
        let days = NaiveDate::MIN..=day.pred_opt().unwrap_or(day);
        let mut found = self.entries_at(&self.reading.keys_of_days(Lookup::EntryOpen, &[], &days)?)?;
        found.sort_by_key(|entry| (entry.when.first_day(), entry.when.time(), entry.id));
        Ok(found)
    }

    /// Every series.
    pub(crate) fn series(&self) -> Result<Vec<Arc<Entry>>, StoreError> {
        self.entries_at(&self.reading.keys_with(Lookup::EntryRepeating, &[])?)
    }

    /// Every planned single entry, dated or not.
    pub(crate) fn open(&self) -> Result<Vec<Arc<Entry>>, StoreError> {
        self.entries_at(&self.reading.keys_with(Lookup::EntryOpen, &[])?)
    }

    /// The newest entries of a person, newest first, at most `limit`; undated ones first.
    pub(crate) fn entries_of(&self, person: PersonId, limit: usize) -> Result<Vec<Arc<Entry>>, StoreError> {
        let keys = self.reading.keys_with(Lookup::EntryByPerson, &[&person.to_bytes()])?;
        let newest = keys.iter().rev().take(limit).filter_map(|key| entry_at_end(key));
        newest.filter_map(|id| self.entry(id).transpose()).map(|entry| entry.map(Arc::new)).collect()
    }

    /// The newest entries and contacts of a person up to a day with the days under which they stand, newest first, at
    /// most `limit` of either; undated ones do not count.
    pub(crate) fn past_of(
        &self,
        person: PersonId,
        until: NaiveDate,
        limit: usize,
    ) -> Result<Vec<(NaiveDate, Arc<Entry>)>, StoreError> {
        let mut found = BTreeSet::new();
        for lookup in [Lookup::EntryByPerson, Lookup::Contact] {
            let keys = self.reading.keys_with(lookup, &[&person.to_bytes()])?;
            let days = keys.iter().rev().filter_map(|key| Some((day_of_person_key(key)?, entry_at_end(key)?)));
            found.extend(days.filter(|(day, _)| *day <= until).take(limit));
        }
        let newest = found.into_iter().rev();
        newest.filter_map(|(day, id)| Some(self.entry(id).transpose()?.map(|entry| (day, Arc::new(entry))))).collect()
    }

    /// Planned single entries that have no day yet, notes left out.
    pub(crate) fn open_undated(&self) -> Result<Vec<Arc<Entry>>, StoreError> {
        self.entries_at(&self.reading.keys_with(Lookup::EntryOpen, &[&day_bytes(UNDATED)])?)
    }

    /// The first day on which anything is in the diary.
    pub(crate) fn first_day(&self) -> Result<Option<NaiveDate>, StoreError> {
        let single = self.reading.first_key_with(Lookup::EntryByDay, &[])?.and_then(|key| day_of_key(&key));
        let series = self.series()?;
        Ok(series.iter().filter_map(|entry| entry.when.first_day()).chain(single).min())
    }

    /// Trainings on these days.
    pub(crate) fn trainings(&self, days: &RangeInclusive<NaiveDate>) -> Result<Vec<Arc<Entry>>, StoreError> {
        self.entries_at(&self.reading.keys_of_days(Lookup::Training, &[], days)?)
    }

    /// The newest order of a person.
    pub(crate) fn last_order_of(&self, person: PersonId) -> Result<Option<Order>, StoreError> {
        let key = self.reading.last_key_with(Lookup::OrderByPerson, &[&person.to_bytes()])?;
        key.and_then(|key| order_at_end(&key)).map_or(Ok(None), |id| self.order(id))
    }

    /// Orders on these days.
    pub(crate) fn orders(&self, days: &RangeInclusive<NaiveDate>) -> Result<Vec<Order>, StoreError> {
        let keys = self.reading.keys_of_days(Lookup::OrderByDay, &[], days)?;
        self.orders_at(&keys)
    }

    /// All orders of a person, oldest first.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    pub fn orders_of(&self, person: PersonId) -> Result<Vec<Order>, StoreError> {
        let keys = self.reading.keys_with(Lookup::OrderByPerson, &[&person.to_bytes()])?;
        self.orders_at(&keys)
    }

    fn orders_at(&self, keys: &[Vec<u8>]) -> Result<Vec<Order>, StoreError> {
        keys.iter().filter_map(|key| order_at_end(key)).filter_map(|id| self.order(id).transpose()).collect()
    }
}

fn written(entry: &Entry) -> Instance {
    Instance {
        of_series: None,
        when: crate::model::When::day(entry.created.date()),
        title: entry.title.clone(),
        state: entry.state,
        outcome: entry.outcome.clone(),
    }
}
