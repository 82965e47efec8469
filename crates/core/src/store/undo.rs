//! What a command's undo keeps of each touched record, and how a record is taken to the other side of it.

use std::collections::BTreeSet;

use rmpv::Value;
use serde::{Deserialize, Serialize};

use super::StoreError;
use super::codec::Stored;
use crate::model::RecordKey;

/// The way of one record to the other side of a command. Taking it yields the way back, so that undo and redo are the
/// same step, and only what differs is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Way {
    pub(crate) key: RecordKey,
    pub(crate) step: WayStep,
}

/// What has to be done to a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum WayStep {
    /// The record was created: it goes.
    Remove,
    /// The record was deleted: it comes back whole.
    Restore { writer: u64, body: Vec<u8> },
    /// Fields were changed: they get their old values; a field without one goes.
    Fields { writer: u64, old: Vec<(String, Old)> },
    /// The record is no map of fields (a plan item is one of several shapes): it gets its old bytes.
    Replace { writer: u64, body: Vec<u8> },
}

/// What a field was. Not an `Option`: a value may itself be nil, and MessagePack has one nil.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Old {
    /// The record had no such field.
    Absent,
    /// It had this value.
    Was(Value),
}

/// The fields of a record in the order in which they were written; none when it is not a map of named fields.
fn fields(body: &[u8]) -> Option<Vec<(String, Value)>> {
    let Ok(Value::Map(pairs)) = rmpv::decode::read_value(&mut &*body) else { return None };
    pairs.into_iter().map(|(name, value)| Some((name.as_str()?.to_owned(), value))).collect()
}

fn body_of(fields: Vec<(String, Value)>) -> Result<Vec<u8>, StoreError> {
    let pairs = fields.into_iter().map(|(name, value)| (Value::from(name), value)).collect();
    let mut body = Vec::new();
    rmpv::encode::write_value(&mut body, &Value::Map(pairs)).map_err(|error| StoreError::Encode(error.to_string()))?;
    Ok(body)
}

impl Way {
    /// The way back from `after` to `before`; none when they are the same.
    pub(crate) fn back(key: RecordKey, before: Option<&Stored>, after: Option<&Stored>) -> Option<Self> {
        let step = match (before, after) {
            (None, None) => return None,
            (None, Some(_)) => WayStep::Remove,
            (Some(before), None) => WayStep::Restore { writer: before.writer, body: before.body.clone() },
            (Some(before), Some(after)) if before.body == after.body => return None,
            (Some(before), Some(after)) => match changed(before, after) {
                // The same fields in another order.
                WayStep::Fields { old, .. } if old.is_empty() => return None,
                step => step,
            },
        };
        Some(Self { key, step })
    }

    /// Takes a record, as it stands now, to the other side.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the record that fields are to be put into is not there.
    pub(crate) fn take(&self, now: Option<&Stored>) -> Result<Option<Stored>, StoreError> {
        match &self.step {
            WayStep::Remove => Ok(None),
            WayStep::Restore { writer, body } | WayStep::Replace { writer, body } => {
                Ok(Some(Stored { writer: *writer, body: body.clone() }))
            }
            WayStep::Fields { writer, old } => {
                let now = now.ok_or(StoreError::Damaged("a record of the history is missing"))?;
                let mut all = fields(&now.body).ok_or(StoreError::Damaged("a record has no fields"))?;
                for (name, value) in old {
                    match (all.iter_mut().find(|(there, _)| there == name), value) {
                        (Some((_, there)), Old::Was(value)) => value.clone_into(there),
                        (None, Old::Was(value)) => all.push((name.clone(), value.clone())),
                        (_, Old::Absent) => all.retain(|(there, _)| there != name),
                    }
                }
                Ok(Some(Stored { writer: *writer, body: body_of(all)? }))
            }
        }
    }

    /// The names of the fields that it would change; none for a whole record.
    pub(crate) fn field_names(&self) -> Option<BTreeSet<&str>> {
        match &self.step {
            WayStep::Fields { old, .. } => Some(old.iter().map(|(name, _)| name.as_str()).collect()),
            WayStep::Remove | WayStep::Restore { .. } | WayStep::Replace { .. } => None,
        }
    }

    /// The way parted in what does not concern these fields, and what does; of a record that is taken whole, all of it
    /// concerns them.
    pub(crate) fn part(self, fields: &BTreeSet<String>) -> (Option<Self>, Option<Self>) {
        let Self { key, step: WayStep::Fields { writer, old } } = self else { return (None, Some(self)) };
        let (concerned, free): (Vec<_>, Vec<_>) = old.into_iter().partition(|(name, _)| fields.contains(name));
        let way =
            |old: Vec<(String, Old)>| (!old.is_empty()).then_some(Self { key, step: WayStep::Fields { writer, old } });
        (way(free), way(concerned))
    }

    /// Adds what another way of the same record would change besides.
    pub(crate) fn join(&mut self, other: Self) {
        if let (WayStep::Fields { old, .. }, WayStep::Fields { old: more, .. }) = (&mut self.step, other.step) {
            let more: Vec<_> =
                more.into_iter().filter(|(name, _)| !old.iter().any(|(there, _)| there == name)).collect();
            old.extend(more);
        }
    }
}

fn changed(before: &Stored, after: &Stored) -> WayStep {
    let whole = || WayStep::Replace { writer: before.writer, body: before.body.clone() };
    let (Some(old), Some(new)) = (fields(&before.body), fields(&after.body)) else { return whole() };
    // An enum of several shapes is a map of one: its fields are not the record's.
    if old.len() == 1 || new.len() == 1 {
        return whole();
    }
    let same = |name: &str, value: &Value| new.iter().any(|(there, other)| there == name && other == value);
    let mut kept: Vec<(String, Old)> = old
        .iter()
        .filter(|(name, value)| !same(name, value))
        .map(|(name, value)| (name.clone(), Old::Was(value.clone())))
        .collect();
    let added = new.iter().filter(|(name, _)| !old.iter().any(|(there, _)| there == name));
    kept.extend(added.map(|(name, _)| (name.clone(), Old::Absent)));
    WayStep::Fields { writer: before.writer, old: kept }
}

#[cfg(test)]
mod tests {
    use rmpv::Value;

    use super::{Old, Stored, Way};
    use crate::model::{RecordKey, RecordKind};
    use crate::store::codec::{decode, encode};

    fn stored(writer: u64, fields: &[(&str, Value)]) -> Stored {
        let pairs = fields.iter().map(|(name, value)| (Value::from(*name), value.clone())).collect();
        let mut body = Vec::new();
        rmpv::encode::write_value(&mut body, &Value::Map(pairs)).unwrap();
        Stored { writer, body }
    }

    #[test]
    fn a_field_that_was_nothing_is_nothing_again_and_the_bytes_are_the_same() {
        let before = stored(1, &[("id", Value::Binary(vec![1; 16])), ("until", Value::Nil), ("count", Value::from(1))]);
        let after =
            stored(2, &[("id", Value::Binary(vec![1; 16])), ("until", Value::from("x")), ("count", Value::from(300))]);
        let key = RecordKey { kind: RecordKind::Goal, id: [1; 16] };
        let way = Way::back(key, Some(&before), Some(&after)).unwrap();
        // As it comes back from the file.
        let way: Way = decode(&encode(&way).unwrap()).unwrap();
        assert_eq!(way.take(Some(&after)).unwrap().unwrap(), before);
    }

    #[test]
    fn nil_and_absent_are_two_things_in_the_file() {
        for old in [Old::Absent, Old::Was(Value::Nil), Old::Was(Value::from(3))] {
            assert_eq!(decode::<Old>(&encode(&old).unwrap()).unwrap(), old);
        }
    }
}
