//! Reviews: the evening's and the week's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EntryId, ReviewId, SnapshotId};

/// How far a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReviewState {
    /// Begun.
    Open,
    /// Held to the end.
    Done,
    /// A planned rest: the evenings in a row go on.
    Rest,
}

/// A correction of a weekly review and the line that it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The line of the review, in words.
    pub from: String,
    /// The correction.
    pub text: String,
    /// The dated task that it became.
    pub task: Option<EntryId>,
}

/// A review that was held or begun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Review {
    /// An evening.
    Evening {
        /// The id.
        id: ReviewId,
        /// The day that was looked at.
        on: NaiveDate,
        /// How far it is.
        state: ReviewState,
    },
    /// A week.
    Week {
        /// The id.
        id: ReviewId,
        /// The first day of the week.
        from: NaiveDate,
        /// How far it is.
        state: ReviewState,
        /// The corrections.
        corrections: Vec<Correction>,
        /// The snapshot that closed it.
        snapshot: Option<SnapshotId>,
    },
}

impl Review {
    /// The id.
    #[must_use]
    pub const fn id(&self) -> ReviewId {
        match self {
            Self::Evening { id, .. } | Self::Week { id, .. } => *id,
        }
    }
}
