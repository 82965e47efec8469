//! A goal: a person's own stated wish, agreed between two people. The program never says whether it is reachable.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{GoalId, PersonId};

/// What became of a goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalState {
    /// Still wished for.
    #[default]
    Open,
    /// Reached.
    Reached,
    /// Given up or replaced by another.
    Dropped,
}

/// A goal of a person, of the user too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The id.
    pub id: GoalId,
    /// Whose goal it is.
    pub person: PersonId,
    /// What, in their words.
    pub what: String,
    /// By when, if said.
    pub until: Option<NaiveDate>,
    /// Why it matters, in their words.
    pub why: String,
    /// The day on which it was agreed.
    pub agreed: NaiveDate,
    /// What became of it.
    pub state: GoalState,
    /// The day on which it was reached or given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<NaiveDate>,
}
