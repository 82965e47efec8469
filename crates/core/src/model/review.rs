//! Reviews: the evening's, the week's, and those of a period of the plan that ended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::values::check_text;
use super::{EntryId, InvalidValue, PlanAction, PlanLevel, ReviewId, SnapshotId};

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
    /// The row of the next week's plan that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<PlanAction>,
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
        /// The first day of the week: a Monday, for a review goes by the weeks of the figures.
        from: NaiveDate,
        /// How far it is.
        state: ReviewState,
        /// The corrections.
        corrections: Vec<Correction>,
        /// The snapshot that closed it.
        snapshot: Option<SnapshotId>,
    },
    /// A period of the plan that ended: what was done, what stays, what changes.
    Period {
        /// The id.
        id: ReviewId,
        /// The level of the plan.
        level: PlanLevel,
        /// The first day of the period.
        from: NaiveDate,
        /// The three answers.
        answers: LookedBack,
    },
}

/// The three answers with which one looks back at a period; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedBack {
    /// What I did.
    pub did: String,
    /// What I keep.
    pub keeps: String,
    /// What I change.
    pub changes: String,
}

impl LookedBack {
    /// Checks the length of the answers.
    ///
    /// # Errors
    /// [`InvalidValue::TextTooLong`].
    pub fn check(&self) -> Result<(), InvalidValue> {
        [&self.did, &self.keeps, &self.changes].into_iter().try_for_each(|text| check_text(text))
    }

    /// Without spaces around the answers.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let trim = |text: &str| text.trim().to_owned();
        Self { did: trim(&self.did), keeps: trim(&self.keeps), changes: trim(&self.changes) }
    }
}

impl Review {
    /// The id.
    #[must_use]
    pub const fn id(&self) -> ReviewId {
        match self {
            Self::Evening { id, .. } | Self::Week { id, .. } | Self::Period { id, .. } => *id,
        }
    }
}
