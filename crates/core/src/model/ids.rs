//! Ids: a UUID of version 7 in a newtype per kind of record, so that one kind's id is never taken for another's.

use std::sync::Mutex;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id that these 16 bytes spell.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// The 16 bytes of the id, in the order in which ids sort.
            #[must_use]
            pub const fn to_bytes(self) -> [u8; 16] {
                *self.0.as_bytes()
            }

            /// The id that always stands for the same thing, named by its parts: of what there can be but one, such as
            /// the evening of a day, so that it is found without a search.
            #[must_use]
            pub fn named(parts: &[&[u8]]) -> Self {
                Self(name_of(parts))
            }

            /// A new id from the source, made at this moment.
            pub fn new(ids: &IdSource, at: NaiveDateTime) -> Self {
                Self(ids.next(at))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// Names a workspace for as long as it lives, through backup, restore and export.
    WorkspaceId,
    /// Names one command, so that a retry can ask whether it was already done.
    CommandId,
    /// Names a person.
    PersonId,
    /// Names an entry of the diary.
    EntryId,
    /// Names an order.
    OrderId,
    /// Names a reading of the company's site.
    ReadingId,
    /// Names a goal.
    GoalId,
    /// Names one row of one day or the words of one period in a plan.
    PlanItemId,
    /// Names an interview.
    InterviewId,
    /// Names a weekly or evening review.
    ReviewId,
    /// Names a snapshot of the key figures.
    SnapshotId,
}

/// UUID version 8 (RFC 9562 §5.8) over the parts, each with its length before it: FNV-1a of 128 bits.
fn name_of(parts: &[&[u8]]) -> Uuid {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut hash = OFFSET;
    for part in parts {
        for byte in (part.len() as u64).to_be_bytes().iter().chain(*part) {
            hash = (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    }
    uuid::Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid()
}

/// Where new ids come from: the moment that is passed in and a counted pseudo-random tail, so that the same seed gives
/// the same ids in a test or an example, and a random seed gives ids that meet no others.
#[derive(Debug)]
pub struct IdSource {
    tail: Mutex<fastrand::Rng>,
}

impl IdSource {
    /// A source whose tails follow from `seed`. For a real workspace the seed is random.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self { tail: Mutex::new(fastrand::Rng::with_seed(seed)) }
    }

    /// Another source that follows from this one and never gives the same ids as it.
    #[must_use]
    pub fn split(&self) -> Self {
        let mut random = self.tail.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Self { tail: Mutex::new(random.fork()) }
    }

    /// The next id: UUID version 7 (RFC 9562 §5.7), milliseconds of `at` first, so that ids sort by time.
    fn next(&self, at: NaiveDateTime) -> Uuid {
        let mut tail = [0_u8; 10];
        // A poisoned lock still holds a sound generator: nothing in it can be half done.
        let mut random = self.tail.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        random.fill(&mut tail);
        let millis = u64::try_from(at.and_utc().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }
}
