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
    /// Names a step of the learning path, or a method, of the sponsor's own.
    LearningId,
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

/// Where new ids come from: the moment that is passed in and a pseudo-random tail, so that the same seed gives the same
/// ids in a test or an example, and a random seed gives ids that meet no others. Ids of one moment grow in the order in
/// which they were made (RFC 9562 §6.2, method 2).
#[derive(Debug)]
pub struct IdSource {
    tail: Mutex<Tail>,
}

#[derive(Debug)]
struct Tail {
    random: fastrand::Rng,
    last: Option<(u64, [u8; 10])>,
}

impl Tail {
    const fn new(random: fastrand::Rng) -> Mutex<Self> {
        Mutex::new(Self { random, last: None })
    }

    fn next(&mut self, millis: u64) -> [u8; 10] {
        let tail = match self.last {
            Some((same, mut tail)) if same == millis => {
                // The last four bytes count; that they overflow within a millisecond no program brings about.
                if let Some(counter) = tail.last_chunk_mut::<4>() {
                    *counter = u32::from_be_bytes(*counter).wrapping_add(1).to_be_bytes();
                }
                tail
            }
            _ => {
                let mut tail = [0_u8; 10];
                self.random.fill(&mut tail);
                // Room to count upwards.
                tail[6] &= 0x7f;
                tail
            }
        };
        self.last = Some((millis, tail));
        tail
    }
}

impl IdSource {
    /// A source whose tails follow from `seed`. For a real workspace the seed is random.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self { tail: Tail::new(fastrand::Rng::with_seed(seed)) }
    }

    /// Another source that follows from this one and never gives the same ids as it.
    #[must_use]
    pub fn split(&self) -> Self {
        let mut tail = self.tail.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Self { tail: Tail::new(tail.random.fork()) }
    }

    /// The next id: UUID version 7 (RFC 9562 §5.7), milliseconds of `at` first, so that ids sort by time.
    fn next(&self, at: NaiveDateTime) -> Uuid {
        let millis = u64::try_from(at.and_utc().timestamp_millis()).unwrap_or(0);
        // A poisoned lock still holds a sound generator: nothing in it can be half done.
        let tail = self.tail.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next(millis);
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::{EntryId, IdSource};

    proptest! {
        #[test]
        fn ids_sort_in_the_order_in_which_they_were_made(seed: u64, minutes in proptest::collection::vec(0_u32..3, 1..40)) {
            let (one, other) = (IdSource::seeded(seed), IdSource::seeded(seed).split());
            let mut minute = 0;
            let mut made = Vec::new();
            for later in minutes {
                minute += later;
                let at = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(minute / 60, minute % 60, 0).unwrap();
                made.push(EntryId::new(&one, at));
                prop_assert_ne!(EntryId::new(&other, at), made[made.len() - 1]);
            }
            let mut sorted = made.clone();
            sorted.sort_unstable();
            sorted.dedup();
            prop_assert_eq!(sorted, made);
        }
    }
}
