//! Writing: one transaction in which records, lookups and the undo record change together or not at all.

use std::collections::{BTreeMap, BTreeSet};

use redb::{ReadableTable as _, Table, WriteTransaction};

use super::codec::{Stored, decode, encode, encode_any, encode_short};
use super::history::{HistoryRow, HistoryState};
use super::index::{Lookup, keys_in, keys_of, person_of};
use super::undo::Way;
use super::{StoreError, migrate, tables};
use crate::model::{AnyRecord, CommandId, PersonId, Record, RecordKey, RecordKind};

/// Said where a table of records is not open, which opening makes sure of.
const NO_TABLE: StoreError = StoreError::Damaged("a table of records is missing");

/// What a transaction changed, for those who keep something in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes {
    /// Each touched record with its bytes as they are now, or none when it went.
    pub(crate) records: BTreeMap<RecordKey, Option<Vec<u8>>>,
    /// People whose real contacts changed.
    pub(crate) contacts: BTreeSet<PersonId>,
}

/// A transaction under way.
pub(crate) struct Writing<'t> {
    transaction: &'t WriteTransaction,
    records: BTreeMap<RecordKind, Table<'t, &'static [u8; 16], &'static [u8]>>,
    index: Table<'t, &'static [u8], ()>,
    before: BTreeMap<RecordKey, Option<Stored>>,
    contacts: BTreeSet<PersonId>,
    changes: Changes,
    writer: u64,
}

impl std::fmt::Debug for Writing<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Writing").field("sequence", &self.writer).finish_non_exhaustive()
    }
}

impl<'t> Writing<'t> {
    /// Begins to write as the command with the next number.
    pub(crate) fn begin(transaction: &'t WriteTransaction) -> Result<Self, StoreError> {
        let last = transaction.open_table(tables::HISTORY)?.last()?.map_or(0, |row| row.0.value());
        let open = |kind| Ok::<_, StoreError>((kind, transaction.open_table(tables::records(kind))?));
        Ok(Self {
            transaction,
            records: RecordKind::ALL.into_iter().map(open).collect::<Result<_, _>>()?,
            index: transaction.open_table(tables::INDEX)?,
            before: BTreeMap::new(),
            contacts: BTreeSet::new(),
            changes: Changes::default(),
            writer: last + 1,
        })
    }

    /// The number of the command that is being done.
    pub(crate) const fn sequence(&self) -> u64 {
        self.writer
    }

    /// The records of a kind as they stand in this transaction.
    pub(crate) fn table(&self, kind: RecordKind) -> Result<&Table<'t, &'static [u8; 16], &'static [u8]>, StoreError> {
        self.records.get(&kind).ok_or(NO_TABLE)
    }

    /// The record with this id as it stands in this transaction.
    pub(crate) fn get<R: Record>(&self, id: [u8; 16]) -> Result<Option<R>, StoreError> {
        self.stored(RecordKey { kind: R::KIND, id })?.map(|stored| decode(&stored.body)).transpose()
    }

    /// Every record of a kind.
    pub(crate) fn all<R: Record>(&self) -> Result<Vec<R>, StoreError> {
        let mut all = Vec::new();
        for row in self.table(R::KIND)?.iter()? {
            all.push(decode(&Stored::from_bytes(row?.1.value())?.body)?);
        }
        Ok(all)
    }

    /// Whether there is any record of a kind.
    pub(crate) fn has_any(&self, kind: RecordKind) -> Result<bool, StoreError> {
        Ok(self.table(kind)?.first()?.is_some())
    }

    /// The keys of a lookup that begin with these bytes.
    pub(crate) fn keys_with(&self, lookup: Lookup, parts: &[&[u8]]) -> Result<Vec<Vec<u8>>, StoreError> {
        keys_in(&self.index, lookup, parts)
    }

    /// Adds a record or puts it in the place of the one with its id.
    pub(crate) fn put<R: Record>(&mut self, record: &R) -> Result<(), StoreError> {
        self.set(record.key(), Some(encode(record)?))
    }

    /// Adds a record of any kind.
    pub(crate) fn put_any(&mut self, record: &AnyRecord) -> Result<(), StoreError> {
        let (key, body) = encode_any(record)?;
        self.set(key, Some(body))
    }

    /// Removes the record, if it is there.
    pub(crate) fn remove(&mut self, key: RecordKey) -> Result<(), StoreError> {
        self.set(key, None)
    }

    pub(crate) fn stored(&self, key: RecordKey) -> Result<Option<Stored>, StoreError> {
        self.table(key.kind)?.get(&key.id)?.map(|bytes| Stored::from_bytes(bytes.value())).transpose()
    }

    /// The records that were touched so far.
    pub(crate) fn touched(&self) -> impl Iterator<Item = RecordKey> {
        self.before.keys().copied()
    }

    fn set(&mut self, key: RecordKey, body: Option<Vec<u8>>) -> Result<(), StoreError> {
        let now = self.stored(key)?;
        if now.as_ref().map(|stored| &stored.body) == body.as_ref() {
            return Ok(());
        }
        self.replace(key, now, body.map(|body| Stored { writer: self.writer, body }))
    }

    fn replace(&mut self, key: RecordKey, now: Option<Stored>, next: Option<Stored>) -> Result<(), StoreError> {
        let keys = |stored: Option<&Stored>| stored.map_or(Ok(Vec::new()), |stored| keys_of(key, &stored.body));
        let (old, new) = (keys(now.as_ref())?, keys(next.as_ref())?);
        for gone in old.iter().filter(|key| !new.contains(key)) {
            self.index.remove(gone.as_slice())?;
            self.note_contact(gone);
        }
        for come in new.iter().filter(|key| !old.contains(key)) {
            self.index.insert(come.as_slice(), ())?;
            self.note_contact(come);
        }
        let table = self.records.get_mut(&key.kind).ok_or(NO_TABLE)?;
        match &next {
            Some(stored) => table.insert(&key.id, stored.to_bytes().as_slice()).map(drop)?,
            None => table.remove(&key.id).map(drop)?,
        }
        self.before.entry(key).or_insert(now);
        Ok(())
    }

    fn note_contact(&mut self, key: &[u8]) {
        if key.first() == Some(&(Lookup::Contact as u8)) {
            self.contacts.extend(person_of(key));
        }
    }

    /// Ends a command: its row of history and the ways back are written, and the next command can be done in the same
    /// transaction. Nothing was touched: nothing is written. Answers how many records changed.
    pub(crate) fn finish(&mut self, row: &HistoryRow) -> Result<u32, StoreError> {
        let ways = self.take_ways()?;
        let touched = u32::try_from(ways.len()).unwrap_or(u32::MAX);
        if touched > 0 {
            if row.by == super::Author::Person {
                self.abandon_undone()?;
            }
            let row = HistoryRow { touched, ..row.clone() };
            self.transaction.open_table(tables::HISTORY)?.insert(self.writer, encode_short(&row)?.as_slice())?;
            self.transaction.open_table(tables::WAYS)?.insert(self.writer, encode_short(&ways)?.as_slice())?;
            self.transaction.open_table(tables::COMMANDS)?.insert(&row.command.to_bytes(), self.writer)?;
            self.writer += 1;
        }
        Ok(touched)
    }

    /// What all commands of this transaction have changed.
    pub(crate) fn into_changes(self) -> Changes {
        self.changes
    }

    /// The ways back of what was changed since the last command ended, which is noted among the changes.
    fn take_ways(&mut self) -> Result<Vec<Way>, StoreError> {
        self.changes.contacts.append(&mut self.contacts);
        let mut ways = Vec::new();
        for (key, before) in std::mem::take(&mut self.before) {
            let after = self.stored(key)?;
            ways.extend(Way::back(key, before.as_ref(), after.as_ref()));
            self.changes.records.insert(key, after.map(|stored| stored.body));
        }
        Ok(ways)
    }

    /// What was taken back can no longer be done again once a person does something else.
    fn abandon_undone(&self) -> Result<(), StoreError> {
        let undone = self.undone()?;
        if undone.is_empty() {
            return Ok(());
        }
        let mut table = self.transaction.open_table(tables::HISTORY)?;
        for sequence in undone {
            let row = table.get(sequence)?.map(|bytes| decode::<HistoryRow>(bytes.value())).transpose()?;
            if let Some(row) = row.filter(|row| row.state == HistoryState::Undone) {
                let row = HistoryRow { state: HistoryState::Abandoned, ..row };
                table.insert(sequence, encode_short(&row)?.as_slice())?;
            }
        }
        self.set_undone(&[])
    }

    /// The numbers of the commands that can be done again, the one that was taken back last at the end.
    fn undone(&self) -> Result<Vec<u64>, StoreError> {
        let table = self.transaction.open_table(tables::META)?;
        table.get(tables::UNDONE)?.map_or(Ok(Vec::new()), |bytes| decode(bytes.value()))
    }

    fn set_undone(&self, undone: &[u64]) -> Result<(), StoreError> {
        let mut table = self.transaction.open_table(tables::META)?;
        table.insert(tables::UNDONE, encode_short(&undone)?.as_slice())?;
        Ok(())
    }

    /// The row of history with this number.
    pub(crate) fn history_row(&self, sequence: u64) -> Result<Option<HistoryRow>, StoreError> {
        let table = self.transaction.open_table(tables::HISTORY)?;
        let row = table.get(sequence)?.map(|bytes| decode::<HistoryRow>(bytes.value())).transpose()?;
        Ok(row.map(|row| HistoryRow { sequence, ..row }))
    }

    /// The rows of history, newest first, as long as `wanted` says go on.
    pub(crate) fn newest_row(&self, wanted: impl Fn(&HistoryRow) -> bool) -> Result<Option<HistoryRow>, StoreError> {
        let table = self.transaction.open_table(tables::HISTORY)?;
        for row in table.iter()?.rev() {
            let (sequence, bytes) = row?;
            let row = HistoryRow { sequence: sequence.value(), ..decode(bytes.value())? };
            if wanted(&row) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// What was taken back last and can be done again.
    pub(crate) fn next_to_redo(&self) -> Result<Option<HistoryRow>, StoreError> {
        self.undone()?.last().map_or(Ok(None), |sequence| self.history_row(*sequence))
    }

    /// The ways of a command to its other side.
    pub(crate) fn ways(&self, sequence: u64) -> Result<Vec<Way>, StoreError> {
        let row = self.history_row(sequence)?.ok_or(StoreError::Damaged("a command has no history"))?;
        let table = self.transaction.open_table(tables::WAYS)?;
        table.get(sequence)?.map_or(Ok(Vec::new()), |bytes| ways_of(bytes.value(), row.schema))
    }

    /// Takes the records of a command to the other side by these ways, and keeps the ways back in the same row. What is
    /// `left` on this side is kept beside it: the next time that the command comes to this side it is whole again.
    pub(crate) fn flip(
        mut self,
        row: &HistoryRow,
        ways: &[Way],
        left: &[Way],
        to: HistoryState,
    ) -> Result<Changes, StoreError> {
        for way in ways {
            let now = self.stored(way.key)?;
            let next = way.take(now.as_ref())?;
            self.replace(way.key, now, next)?;
        }
        let mut back = self.take_ways()?;
        for kept in self.left(row)? {
            match back.iter_mut().find(|way| way.key == kept.key) {
                Some(way) => way.join(kept),
                None => back.push(kept),
            }
        }
        let flipped = HistoryRow { state: to, schema: super::SCHEMA, ..row.clone() };
        self.transaction.open_table(tables::HISTORY)?.insert(row.sequence, encode_short(&flipped)?.as_slice())?;
        self.transaction.open_table(tables::WAYS)?.insert(row.sequence, encode_short(&back)?.as_slice())?;
        self.transaction.open_table(tables::LEFT)?.insert(row.sequence, encode_short(&left)?.as_slice())?;
        let mut undone = self.undone()?;
        undone.retain(|sequence| *sequence != row.sequence);
        if to == HistoryState::Undone {
            undone.push(row.sequence);
        }
        self.set_undone(&undone)?;
        Ok(self.into_changes())
    }

    /// The ways that were left when a command was last taken to its other side.
    fn left(&self, row: &HistoryRow) -> Result<Vec<Way>, StoreError> {
        let table = self.transaction.open_table(tables::LEFT)?;
        table.get(row.sequence)?.map_or(Ok(Vec::new()), |bytes| ways_of(bytes.value(), row.schema))
    }

    /// The number of the command with this id, if it was done.
    pub(crate) fn sequence_of(&self, command: CommandId) -> Result<Option<u64>, StoreError> {
        let table = self.transaction.open_table(tables::COMMANDS)?;
        Ok(table.get(&command.to_bytes())?.map(|sequence| sequence.value()))
    }

    /// The fields that commands after this one have changed, of the records that it touched.
    pub(crate) fn changed_since(
        &self,
        sequence: u64,
    ) -> Result<BTreeMap<RecordKey, Option<BTreeSet<String>>>, StoreError> {
        let mut changed: BTreeMap<RecordKey, Option<BTreeSet<String>>> = BTreeMap::new();
        let history = self.transaction.open_table(tables::HISTORY)?;
        let table = self.transaction.open_table(tables::WAYS)?;
        for row in table.range(sequence + 1..)? {
            let (later, bytes) = row?;
            let row = history.get(later.value())?.map(|bytes| decode::<HistoryRow>(bytes.value())).transpose()?;
            let Some(row) = row.filter(|row| row.state == HistoryState::Done) else { continue };
            for way in ways_of(bytes.value(), row.schema)? {
                let fields = way.field_names();
                let known = changed.entry(way.key).or_insert_with(|| Some(BTreeSet::new()));
                match (known.as_mut(), fields) {
                    (Some(known), Some(fields)) => known.extend(fields.into_iter().map(str::to_owned)),
                    _ => *known = None,
                }
            }
        }
        Ok(changed)
    }
}

/// The ways of a row of history that was written with this schema.
pub(super) fn ways_of(bytes: &[u8], schema: u32) -> Result<Vec<Way>, StoreError> {
    let ways: Vec<Way> = decode(bytes)?;
    ways.into_iter().map(|way| migrate::upgraded(migrate::MIGRATIONS, way, schema)).collect()
}
