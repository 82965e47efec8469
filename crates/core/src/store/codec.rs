//! How records become bytes: the number of the command that last wrote them, then MessagePack with named fields.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StoreError;
use crate::model::{AnyRecord, Entry, Goal, Interview, Order, Person, PlanItem, Reading, RecordKey, RecordKind};
use crate::model::{Review, Settings, Snapshot};

/// A record's bytes with the number of the command that last wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) writer: u64,
    pub(crate) body: Vec<u8>,
}

impl Stored {
    /// The record and its writer as the store keeps them.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(8 + self.body.len());
        bytes.extend_from_slice(&self.writer.to_be_bytes());
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// Splits what the store keeps.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when there are fewer than eight bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, StoreError> {
        let (writer, body) = bytes.split_first_chunk::<8>().ok_or(StoreError::Damaged("a record is cut short"))?;
        Ok(Self { writer: u64::from_be_bytes(*writer), body: body.to_vec() })
    }
}

/// A value as MessagePack with named fields.
///
/// # Errors
/// [`StoreError::Encode`] when the value cannot be written, which no record brings about.
pub(crate) fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    rmp_serde::to_vec_named(value).map_err(|error| StoreError::Encode(error.to_string()))
}

/// A row of history or its ways as MessagePack without the names of fields: there are more of them than of records, and
/// each carries the schema that it was written with. [`decode`] reads both.
///
/// # Errors
/// As [`encode`].
pub(crate) fn encode_short<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    rmp_serde::to_vec(value).map_err(|error| StoreError::Encode(error.to_string()))
}

/// A value from MessagePack.
///
/// # Errors
/// [`StoreError::Decode`] when the bytes are of another shape.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, StoreError> {
    rmp_serde::from_slice(bytes).map_err(|error| StoreError::Decode(error.to_string()))
}

/// A record of the kind that its key names.
///
/// # Errors
/// [`StoreError::Decode`] when the bytes are of another shape.
pub(crate) fn decode_any(kind: RecordKind, body: &[u8]) -> Result<AnyRecord, StoreError> {
    Ok(match kind {
        RecordKind::Settings => decode::<Settings>(body)?.into(),
        RecordKind::Person => decode::<Person>(body)?.into(),
        RecordKind::Entry => decode::<Entry>(body)?.into(),
        RecordKind::Order => decode::<Order>(body)?.into(),
        RecordKind::Reading => decode::<Reading>(body)?.into(),
        RecordKind::Goal => decode::<Goal>(body)?.into(),
        RecordKind::PlanItem => decode::<PlanItem>(body)?.into(),
        RecordKind::Interview => decode::<Interview>(body)?.into(),
        RecordKind::Review => decode::<Review>(body)?.into(),
        RecordKind::Snapshot => decode::<Snapshot>(body)?.into(),
    })
}

/// The bytes of a record of any kind.
///
/// # Errors
/// As [`encode`].
pub(crate) fn encode_any(record: &AnyRecord) -> Result<(RecordKey, Vec<u8>), StoreError> {
    let body = match record {
        AnyRecord::Settings(record) => encode(record),
        AnyRecord::Person(record) => encode(record),
        AnyRecord::Entry(record) => encode(record),
        AnyRecord::Order(record) => encode(record),
        AnyRecord::Reading(record) => encode(record),
        AnyRecord::Goal(record) => encode(record),
        AnyRecord::PlanItem(record) => encode(record),
        AnyRecord::Interview(record) => encode(record),
        AnyRecord::Review(record) => encode(record),
        AnyRecord::Snapshot(record) => encode(record),
    }?;
    Ok((record.key(), body))
}
