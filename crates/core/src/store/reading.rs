//! Reading: one view of the file as it was at a moment, which later commands do not change.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};
use redb::{ReadOnlyTable, ReadTransaction, ReadableTable as _};

use super::codec::{Stored, decode, decode_any};
use super::history::HistoryRow;
use super::index::{Lookup, day_bytes, key};
use super::{StoreError, tables};
use crate::model::{AnyRecord, CommandId, Record, RecordKey, RecordKind};

/// A view of the file at one moment.
#[derive(Debug)]
pub(crate) struct Reading {
    records: ReadOnlyTable<&'static [u8; 17], &'static [u8]>,
    index: ReadOnlyTable<&'static [u8], ()>,
    transaction: ReadTransaction,
}

impl Reading {
    pub(crate) fn begin(transaction: ReadTransaction) -> Result<Self, StoreError> {
        let records = transaction.open_table(tables::RECORDS)?;
        let index = transaction.open_table(tables::INDEX)?;
        Ok(Self { records, index, transaction })
    }

    /// The record with this id, if there is one.
    pub(crate) fn get<R: Record>(&self, id: [u8; 16]) -> Result<Option<R>, StoreError> {
        let key = RecordKey { kind: R::KIND, id }.to_bytes();
        self.records.get(&key)?.map(|bytes| decode(&Stored::from_bytes(bytes.value())?.body)).transpose()
    }

    /// Every record of a kind, by id.
    pub(crate) fn all<R: Record>(&self) -> Result<Vec<R>, StoreError> {
        let mut all = Vec::new();
        for row in self.records.range::<&[u8; 17]>(kind_range(R::KIND))? {
            all.push(decode(&Stored::from_bytes(row?.1.value())?.body)?);
        }
        Ok(all)
    }

    /// Hands every record of every kind to `each`, sorted by kind and id.
    pub(crate) fn each_record(
        &self,
        mut each: impl FnMut(RecordKey, &Stored, AnyRecord) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for row in self.records.iter()? {
            let (key, bytes) = row?;
            let key = RecordKey::from_bytes(key.value()).ok_or(StoreError::Damaged("a record of an unknown kind"))?;
            let stored = Stored::from_bytes(bytes.value())?;
            let record = decode_any(key.kind, &stored.body)?;
            each(key, &stored, record)?;
        }
        Ok(())
    }

    /// The keys of a lookup that begin with these bytes, in order.
    pub(crate) fn keys_with(&self, lookup: Lookup, parts: &[&[u8]]) -> Result<Vec<Vec<u8>>, StoreError> {
        let from = key(lookup, parts);
        let mut keys = Vec::new();
        for row in self.index.range(from.as_slice()..)? {
            let row = row?;
            if !row.0.value().starts_with(&from) {
                break;
            }
            keys.push(row.0.value().to_vec());
        }
        Ok(keys)
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

/// The keys of one kind.
pub(crate) fn kind_range(kind: RecordKind) -> RangeInclusive<&'static [u8; 17]> {
    let bounds = &KIND_BOUNDS[usize::from(kind.byte())];
    &bounds.0..=&bounds.1
}

static KIND_BOUNDS: [([u8; 17], [u8; 17]); 11] = bounds();

const fn bounds() -> [([u8; 17], [u8; 17]); 11] {
    let mut all = [([0_u8; 17], [0xff_u8; 17]); 11];
    let mut kind: u8 = 0;
    while kind < 11 {
        all[kind as usize].0[0] = kind;
        all[kind as usize].1[0] = kind;
        kind += 1;
    }
    all
}
