//! The plan: counts of actions by day, and the important things of a period in words. Outcomes are never planned.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Action, PersonId, PlanItemId};

/// A row of the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlanAction {
    /// New names on the list, counted from people created.
    NewNames,
    /// Entries with this action.
    Action(Action),
}

/// A level of the ladder, from the year down to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlanLevel {
    /// One clear goal.
    Year,
    /// The one that a new partner understands best.
    ThreeMonths,
    /// A month.
    Month,
    /// The most effective.
    Week,
    /// The atom: all others sum days.
    Day,
}

/// One item of a person's plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PlanItem {
    /// How many of an action on a day.
    Count {
        /// The id.
        id: PlanItemId,
        /// Whose plan; the user's own record for the user.
        person: PersonId,
        /// The day.
        on: NaiveDate,
        /// The row.
        action: PlanAction,
        /// How many.
        planned: u16,
    },
    /// The important things of a period, in words.
    Words {
        /// The id.
        id: PlanItemId,
        /// Whose plan.
        person: PersonId,
        /// The level.
        level: PlanLevel,
        /// The first day of the period.
        from: NaiveDate,
        /// One line each.
        lines: Vec<String>,
    },
}

impl PlanItem {
    /// The id.
    #[must_use]
    pub const fn id(&self) -> PlanItemId {
        match self {
            Self::Count { id, .. } | Self::Words { id, .. } => *id,
        }
    }
}
