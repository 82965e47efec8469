//! The check of a workspace's sense, beyond the database's own check of its pages: every record can be read, every
//! lookup is there, and what records name exists.

use std::collections::{BTreeMap, BTreeSet};

use redb::{ReadableTable as _, WriteTransaction};

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
    /// What is wrong.
    pub fault: Fault,
    /// The same in plain English, for reports.
    pub text: String,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A record stands under another id than its own.
    Misplaced,
    /// A record names a person who is not there.
    NobodyNamed,
    /// A person stands below somebody who is not registered.
    Loose,
    /// There is no record of settings.
    NoSettings,
    /// So many lookup keys are missing or too many.
    Lookups(usize),
}

impl Fault {
    fn text(self) -> String {
        match self {
            Self::Misplaced => "the record stands under another id than its own".to_owned(),
            Self::NobodyNamed => "it names a person who is not there".to_owned(),
            Self::Loose => "it stands below somebody who is not registered".to_owned(),
            Self::NoSettings => "there is no record of settings".to_owned(),
            Self::Lookups(odd) => format!("{odd} lookup keys are missing or too many"),
        }
    }

    /// The problem that it is, of this kind and about this record.
    fn of(self, kind: &'static str, id: Option<String>) -> Problem {
        Problem { kind, id, fault: self, text: self.text() }
    }
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

fn problem(key: RecordKey, fault: Fault) -> Problem {
    fault.of(key.kind.name(), Some(uuid::Uuid::from_bytes(key.id).to_string()))
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
            report.problems.push(problem(key, Fault::Misplaced));
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
    report.problems.extend(missing.map(|(key, _)| problem(key, Fault::NobodyNamed)));
    let loose = sponsors.into_iter().filter(|(_, sponsor)| !registered.contains(sponsor));
    report.problems.extend(loose.map(|(key, _)| problem(key, Fault::Loose)));
    if report.records.get(&RecordKind::Settings) != Some(&1) {
        report.problems.push(Fault::NoSettings.of("settings", None));
    }
    let there: BTreeSet<_> = reading.all_keys()?.into_iter().collect();
    let odd = there.symmetric_difference(&wanted).count();
    if odd > 0 {
        report.problems.push(Fault::Lookups(odd).of("index", None));
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
        make_lookups(&transaction)?;
        Ok(transaction.commit()?)
    }
}

/// Makes all lookups again from the records.
pub(crate) fn make_lookups(transaction: &WriteTransaction) -> Result<(), StoreError> {
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
