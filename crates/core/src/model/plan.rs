//! The plan: counts of actions by day, and the important things of a period in words. Outcomes are never planned.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{Action, PersonId, PlanItemId};
use crate::text::fold;

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
    /// How a plan is made: its rows and the days of the week.
    Setup {
        /// The id.
        id: PlanItemId,
        /// Whose plan.
        person: PersonId,
        /// The rows that are switched on, in their order.
        rows: Vec<PlanAction>,
        /// The days of the week on which the person works, over which a count is spread.
        works: Vec<Weekday>,
    },
    /// What a person told of what they did over some days.
    Told {
        /// The id.
        id: PlanItemId,
        /// Who told it, of their own plan.
        person: PersonId,
        /// The first of the days.
        from: NaiveDate,
        /// The last of the days.
        to: NaiveDate,
        /// How many of each action; what was not told is not among them.
        counts: Vec<(PlanAction, u16)>,
        /// The day on which it was told.
        on: NaiveDate,
        /// How it was told, in words: a call, a message.
        source: String,
    },
    /// A correction by hand of what the diary counts as done on a day of the user's own plan.
    Correction {
        /// The id.
        id: PlanItemId,
        /// Whose plan: the user's.
        person: PersonId,
        /// The day.
        on: NaiveDate,
        /// The row.
        action: PlanAction,
        /// How many more than the diary counts; negative for fewer.
        by: i32,
        /// Why, in words; may be empty.
        why: String,
    },
    /// What was decided of that which was not done in a period that is over.
    Closed {
        /// The id.
        id: PlanItemId,
        /// Whose plan.
        person: PersonId,
        /// The level of the period.
        level: PlanLevel,
        /// The first day of the period.
        from: NaiveDate,
        /// What went over to the next period.
        carried: Vec<(PlanAction, u32)>,
        /// What was let go.
        dropped: Vec<(PlanAction, u32)>,
    },
}

impl PlanItem {
    /// The id.
    #[must_use]
    pub const fn id(&self) -> PlanItemId {
        match self {
            Self::Count { id, .. }
            | Self::Words { id, .. }
            | Self::Setup { id, .. }
            | Self::Told { id, .. }
            | Self::Correction { id, .. }
            | Self::Closed { id, .. } => *id,
        }
    }

    /// Whose plan it belongs to.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        match self {
            Self::Count { person, .. }
            | Self::Words { person, .. }
            | Self::Setup { person, .. }
            | Self::Told { person, .. }
            | Self::Correction { person, .. }
            | Self::Closed { person, .. } => *person,
        }
    }
}

/// The rows of a new plan.
pub const FIRST_ROWS: [PlanAction; 4] = [
    PlanAction::NewNames,
    PlanAction::Action(Action::Call),
    PlanAction::Action(Action::TwoPlusOne),
    PlanAction::Action(Action::Training),
];

/// The rows that can be switched on beside the first ones and kinds of one's own.
pub const MORE_ROWS: [PlanAction; 5] = [
    PlanAction::Action(Action::Invitation),
    PlanAction::Action(Action::Meeting),
    PlanAction::Action(Action::Presentation),
    PlanAction::Action(Action::FollowUp),
    PlanAction::Action(Action::OnlinePost),
];

/// The days of the week on which a person works unless they say otherwise.
pub const WORKING_DAYS: [Weekday; 6] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];

/// What is measured and never planned, as a row of one's own might be called.
const OUTCOMES: [&str; 18] = [
    "точки",
    "точка",
    "стокооборот",
    "оборот",
    "ранг",
    "рангове",
    "ниво",
    "нови потребители",
    "нов потребител",
    "регистрации",
    "points",
    "volume",
    "turnover",
    "rank",
    "ranks",
    "new users",
    "registrations",
    "income",
];

/// Whether a row of one's own is called as an outcome: points, new users, rank. These are measured, never planned.
#[must_use]
pub fn is_outcome(name: &str) -> bool {
    let name = fold(name.trim());
    OUTCOMES.iter().any(|outcome| fold(outcome) == name)
}

#[cfg(test)]
mod tests {
    use super::is_outcome;

    #[test]
    fn an_outcome_is_known_by_its_name_in_both_languages() {
        for name in ["Точки", " точки ", "Нови потребители", "Points", "RANK", "стокооборот"]
        {
            assert!(is_outcome(name), "{name}");
        }
        for name in ["Мостри", "Точни обаждания", "Pointing", "Листовки"] {
            assert!(!is_outcome(name), "{name}");
        }
    }
}
