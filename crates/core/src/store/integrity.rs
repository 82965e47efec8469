//! The check of a workspace's sense, beyond the database's own check of its pages: every record can be read, every
//! lookup is there, and what records name exists.

use std::collections::{BTreeMap, BTreeSet};

use redb::ReadableTable as _;

use super::index::keys_of;
use super::sound::named;
use super::{Reading, Store, StoreError, tables};
use crate::model::{AnyRecord, RecordKey, RecordKind};

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The kind of the record, or "index".
    pub kind: &'static str,
    /// The record, where it is about one.
    pub id: Option<String>,
    /// What is wrong, in plain English for reports.
    pub text: String,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// The schema of the file.
    pub schema: u32,
    /// How many records of each kind.
    pub records: BTreeMap<RecordKind, u64>,
    /// What is wrong; nothing when it is sound.
    pub problems: Vec<Problem>,
}

fn problem(key: RecordKey, text: &str) -> Problem {
    Problem { kind: key.kind.name(), id: Some(uuid::Uuid::from_bytes(key.id).to_string()), text: text.to_owned() }
}

/// Checks what a view of the file holds.
pub(crate) fn check(reading: &Reading) -> Result<CheckReport, StoreError> {
    let mut report = CheckReport { schema: super::SCHEMA, records: BTreeMap::new(), problems: Vec::new() };
    let mut people = BTreeSet::new();
    let mut registered = BTreeSet::new();
    let mut sponsors = Vec::new();
    let mut mentions = Vec::new();
    let mut wanted = BTreeSet::new();
    reading.each_record(|key, stored, record| {
        *report.records.entry(key.kind).or_default() += 1;
        if record.key() != key {
            report.problems.push(problem(key, "the record stands under another id than its own"));
        }
        match &record {
            AnyRecord::Person(person) => {
                people.insert(key.id);
                if let Some(registration) = &person.registration {
                    registered.insert(person.id);
                    sponsors.push((key, registration.sponsor));
                }
            }
            // The user stands above everybody without being registered.
            AnyRecord::Settings(settings) => drop(registered.insert(settings.me)),
            _ => {}
        }
        mentions.extend(named(&record).into_iter().map(|person| (key, person)));
        wanted.extend(keys_of(key, &stored.body)?);
        Ok(())
    })?;
    let missing = mentions.into_iter().filter(|(_, person)| !people.contains(&person.to_bytes()));
    report.problems.extend(missing.map(|(key, _)| problem(key, "it names a person who is not there")));
    let loose = sponsors.into_iter().filter(|(_, sponsor)| !registered.contains(sponsor));
    report.problems.extend(loose.map(|(key, _)| problem(key, "it stands below somebody who is not registered")));
    if report.records.get(&RecordKind::Settings) != Some(&1) {
        report.problems.push(Problem { kind: "settings", id: None, text: "there is no record of settings".to_owned() });
    }
    let there: BTreeSet<_> = reading.all_keys()?.into_iter().collect();
    let odd = there.symmetric_difference(&wanted).count();
    if odd > 0 {
        let text = format!("{odd} lookup keys are missing or too many");
        report.problems.push(Problem { kind: "index", id: None, text });
    }
    Ok(report)
}

impl Store {
    /// Makes all lookups again from the records.
    ///
    /// # Errors
    /// Any failure of the medium, [`StoreError::Decode`] for a record that cannot be read.
    pub(crate) fn rebuild_lookups(&self) -> Result<(), StoreError> {
        if !self.is_writable() {
            return Err(StoreError::ReadOnly);
        }
        let _one = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let handle = self.handle()?;
        let transaction = super::begin_write(&handle.database)?;
        look_up_again(&transaction)?;
        Ok(transaction.commit()?)
    }
}

/// Makes all lookups again from the records, in a transaction.
///
/// # Errors
/// Any failure of the file, or a record of another shape.
pub(super) fn look_up_again(transaction: &redb::WriteTransaction) -> Result<(), StoreError> {
    transaction.delete_table(tables::INDEX)?;
    let mut index = transaction.open_table(tables::INDEX)?;
    for kind in RecordKind::ALL {
        for row in transaction.open_table(tables::records(kind))?.iter()? {
            let (id, bytes) = row?;
            let key = RecordKey { kind, id: *id.value() };
            for lookup in keys_of(key, &super::codec::Stored::from_bytes(bytes.value())?.body)? {
                index.insert(lookup.as_slice(), ())?;
            }
        }
    }
    Ok(())
}
