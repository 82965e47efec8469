//! What all records have in common: a kind, an id, and the keys under which they are looked up.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Entry, Goal, Interview, Order, Person, PlanItem, Reading, Review, Settings, Snapshot};

/// The kinds of record, in the order in which they are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum RecordKind {
    /// The one record of settings.
    Settings = 1,
    /// A person.
    Person = 2,
    /// An entry of the diary.
    Entry = 3,
    /// An order.
    Order = 4,
    /// A reading.
    Reading = 5,
    /// A goal.
    Goal = 6,
    /// An item of a plan.
    PlanItem = 7,
    /// An interview.
    Interview = 8,
    /// A review.
    Review = 9,
    /// A snapshot.
    Snapshot = 10,
}

impl RecordKind {
    /// Every kind, in order.
    pub const ALL: [Self; 10] = [
        Self::Settings,
        Self::Person,
        Self::Entry,
        Self::Order,
        Self::Reading,
        Self::Goal,
        Self::PlanItem,
        Self::Interview,
        Self::Review,
        Self::Snapshot,
    ];

    /// The byte that stands for the kind in keys.
    #[must_use]
    pub const fn byte(self) -> u8 {
        self as u8
    }

    /// The name of the kind in exports and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Person => "person",
            Self::Entry => "entry",
            Self::Order => "order",
            Self::Reading => "reading",
            Self::Goal => "goal",
            Self::PlanItem => "plan_item",
            Self::Interview => "interview",
            Self::Review => "review",
            Self::Snapshot => "snapshot",
        }
    }
}

/// A kind and an id: where a record stands in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordKey {
    /// The kind.
    pub kind: RecordKind,
    /// The 16 bytes of the id.
    #[serde(with = "as_uuid")]
    pub id: [u8; 16],
}

/// An id of any kind written as ids are: 16 bytes in the store, text where people read.
mod as_uuid {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use uuid::Uuid;

    pub(super) fn serialize<S: Serializer>(id: &[u8; 16], into: S) -> Result<S::Ok, S::Error> {
        Uuid::from_bytes(*id).serialize(into)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 16], D::Error> {
        Uuid::deserialize(from).map(Uuid::into_bytes)
    }
}

/// A record that the store keeps.
pub trait Record: Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: RecordKind;

    /// The 16 bytes of its id.
    fn id_bytes(&self) -> [u8; 16];

    /// Its key in the store.
    fn key(&self) -> RecordKey {
        RecordKey { kind: Self::KIND, id: self.id_bytes() }
    }
}

macro_rules! records {
    ($($kind:ident: $id:expr),+ $(,)?) => {
        $(impl Record for $kind {
            const KIND: RecordKind = RecordKind::$kind;

            fn id_bytes(&self) -> [u8; 16] {
                let id: fn(&Self) -> [u8; 16] = $id;
                id(self)
            }
        })+

        /// A record of any kind; in an export it stands under the name of its kind.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum AnyRecord {
            $(#[doc = concat!("Of kind ", stringify!($kind), ".")] $kind($kind),)+
        }

        impl AnyRecord {
            /// Its key in the store.
            #[must_use]
            pub fn key(&self) -> RecordKey {
                match self { $(Self::$kind(record) => record.key(),)+ }
            }
        }

        $(impl From<$kind> for AnyRecord {
            fn from(record: $kind) -> Self {
                Self::$kind(record)
            }
        })+
    };
}

records! {
    Settings: |_| [0; 16],
    Person: |person| person.id.to_bytes(),
    Entry: |entry| entry.id.to_bytes(),
    Order: |order| order.id.to_bytes(),
    Reading: |reading| reading.id.to_bytes(),
    Goal: |goal| goal.id.to_bytes(),
    PlanItem: |item| item.id().to_bytes(),
    Interview: |interview| interview.id.to_bytes(),
    Review: |review| review.id().to_bytes(),
    Snapshot: |snapshot| snapshot.id.to_bytes(),
}
