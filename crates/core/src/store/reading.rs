//! Reading: one view of the file as it was at a moment, which later commands do not change.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};
use redb::{ReadOnlyTable, ReadTransaction, ReadableTable as _};

use super::codec::{Stored, decode, decode_any};
use super::history::{HistoryRow, HistoryState};
use super::index::{Lookup, day_bytes, key, keys_in};
use super::undo::Way;
use super::writing::ways_of;
use super::{StoreError, tables};
use crate::model::{AnyRecord, CommandId, Record, RecordKey, RecordKind};

/// A view of the file at one moment.
#[derive(Debug)]
pub(crate) struct Reading {
    records: BTreeMap<RecordKind, ReadOnlyTable<&'static [u8; 16], &'static [u8]>>,
    index: ReadOnlyTable<&'static [u8], ()>,
    transaction: ReadTransaction,
}

impl Reading {
    pub(crate) fn begin(transaction: ReadTransaction) -> Result<Self, StoreError> {
        let open = |kind| Ok::<_, StoreError>((kind, transaction.open_table(tables::records(kind))?));
        let records = RecordKind::ALL.into_iter().map(open).collect::<Result<_, _>>()?;
        let index = transaction.open_table(tables::INDEX)?;
        Ok(Self { records, index, transaction })
    }

    fn table(&self, kind: RecordKind) -> Result<&ReadOnlyTable<&'static [u8; 16], &'static [u8]>, StoreError> {
        self.records.get(&kind).ok_or(StoreError::Damaged("a table of records is missing"))
    }

    /// The record with this id, if there is one.
    pub(crate) fn get<R: Record>(&self, id: [u8; 16]) -> Result<Option<R>, StoreError> {
        self.table(R::KIND)?.get(&id)?.map(|bytes| decode(&Stored::from_bytes(bytes.value())?.body)).transpose()
    }

    /// Every record of a kind, by id.
    pub(crate) fn all<R: Record>(&self) -> Result<Vec<R>, StoreError> {
        let mut all = Vec::new();
        for row in self.table(R::KIND)?.iter()? {
            all.push(decode(&Stored::from_bytes(row?.1.value())?.body)?);
        }
        Ok(all)
    }

    /// Hands every record of every kind to `each`, sorted by kind and id.
    pub(crate) fn each_record(
        &self,
        mut each: impl FnMut(RecordKey, &Stored, AnyRecord) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for (kind, table) in &self.records {
            for row in table.iter()? {
                let (id, bytes) = row?;
                let stored = Stored::from_bytes(bytes.value())?;
                let record = decode_any(*kind, &stored.body)?;
                each(RecordKey { kind: *kind, id: *id.value() }, &stored, record)?;
            }
        }
        Ok(())
    }

    /// The keys of a lookup that begin with these bytes, in order.
    pub(crate) fn keys_with(&self, lookup: Lookup, parts: &[&[u8]]) -> Result<Vec<Vec<u8>>, StoreError> {
        keys_in(&self.index, lookup, parts)
    }

    /// The last key of a lookup that begins with these bytes.
    pub(crate) fn last_key_with(&self, lookup: Lookup, parts: &[&[u8]]) -> Result<Option<Vec<u8>>, StoreError> {
        let from = key(lookup, parts);
        let mut to = from.clone();
        to.extend_from_slice(&[0xff; 24]);
        let last = self.index.range(from.as_slice()..=to.as_slice())?.next_back().transpose()?;
        Ok(last.map(|row| row.0.value().to_vec()))
    }

    /// The first key of a lookup that begins with these bytes.
    pub(crate) fn first_key_with(&self, lookup: Lookup, parts: &[&[u8]]) -> Result<Option<Vec<u8>>, StoreError> {
        let from = key(lookup, parts);
        let first = self.index.range(from.as_slice()..)?.next().transpose()?;
        Ok(first.map(|row| row.0.value().to_vec()).filter(|key| key.starts_with(&from)))
    }

    /// The keys of a lookup by day, over these days, in order of time.
    pub(crate) fn keys_of_days(
        &self,
        lookup: Lookup,
        prefix: &[u8],
        days: &RangeInclusive<NaiveDate>,
    ) -> Result<Vec<Vec<u8>>, StoreError> {
        let from = key(lookup, &[prefix, &day_bytes(days.start().num_days_from_ce())]);
        let to = key(lookup, &[prefix, &day_bytes(days.end().num_days_from_ce()), &[0xff; 17]]);
        let mut keys = Vec::new();
        for row in self.index.range(from.as_slice()..=to.as_slice())? {
            keys.push(row?.0.value().to_vec());
        }
        Ok(keys)
    }

    /// Every lookup key, in order.
    pub(crate) fn all_keys(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut keys = Vec::new();
        for row in self.index.iter()? {
            keys.push(row?.0.value().to_vec());
        }
        Ok(keys)
    }

    /// The newest rows of the history, newest first, at most `limit`.
    pub(crate) fn history(&self, limit: usize) -> Result<Vec<HistoryRow>, StoreError> {
        let table = self.transaction.open_table(tables::HISTORY)?;
        let mut rows = Vec::new();
        for row in table.iter()?.rev().take(limit) {
            let (sequence, bytes) = row?;
            let row: HistoryRow = decode(bytes.value())?;
            rows.push(HistoryRow { sequence: sequence.value(), ..row });
        }
        Ok(rows)
    }

    /// What was taken back last and can be done again.
    pub(crate) fn next_to_redo(&self) -> Result<Option<HistoryRow>, StoreError> {
        let undone: Vec<u64> = self.meta(tables::UNDONE)?.map_or(Ok(Vec::new()), |bytes| decode(&bytes))?;
        let Some(sequence) = undone.last().copied() else { return Ok(None) };
        let table = self.transaction.open_table(tables::HISTORY)?;
        let row = table.get(sequence)?.map(|bytes| decode::<HistoryRow>(bytes.value())).transpose()?;
        Ok(row.map(|row| HistoryRow { sequence, ..row }))
    }

    /// Which fields of a record the newest `limit` commands changed, and when, newest first. Commands that touched more
    /// than `widest` records are passed over.
    pub(crate) fn field_changes(
        &self,
        key: RecordKey,
        limit: usize,
        widest: u32,
    ) -> Result<Vec<(HistoryRow, Vec<String>)>, StoreError> {
        let table = self.transaction.open_table(tables::WAYS)?;
        let mut found = Vec::new();
        let rows = self.history(limit)?.into_iter();
        for row in rows.filter(|row| row.state == HistoryState::Done && row.touched <= widest) {
            let Some(bytes) = table.get(row.sequence)? else { continue };
            let ways = ways_of(bytes.value(), row.schema)?;
            let names = ways.iter().find(|way| way.key == key).and_then(Way::field_names);
            if let Some(names) = names {
                let names = names.into_iter().map(str::to_owned).collect();
                found.push((row, names));
            }
        }
        Ok(found)
    }

    /// The number of the command with this id, if it was done.
    pub(crate) fn sequence_of(&self, command: CommandId) -> Result<Option<u64>, StoreError> {
        let table = self.transaction.open_table(tables::COMMANDS)?;
        Ok(table.get(&command.to_bytes())?.map(|sequence| sequence.value()))
    }

    /// Every draft, by the name of its form.
    pub(crate) fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let table = self.transaction.open_table(tables::DRAFTS)?;
        let mut drafts = Vec::new();
        for row in table.iter()? {
            let (name, bytes) = row?;
            drafts.push((name.value().to_owned(), bytes.value().to_vec()));
        }
        Ok(drafts)
    }

    /// What stands under a name in the table of schema and id.
    pub(crate) fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let table = self.transaction.open_table(tables::META)?;
        Ok(table.get(name)?.map(|bytes| bytes.value().to_vec()))
    }
}
