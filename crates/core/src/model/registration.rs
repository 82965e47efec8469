//! Registration in the company: what makes a contact a registered user.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::PersonId;

/// What a registered user does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Builds the network.
    Partner,
    /// Only uses the product.
    Customer,
}

/// A rank that was reached or another milestone, with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationResult {
    /// The day.
    pub on: NaiveDate,
    /// The rank or the milestone, in the company's words.
    pub text: String,
}

/// A person's registration in the company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The day of registration.
    pub on: NaiveDate,
    /// The time of day, if known.
    pub at: Option<NaiveTime>,
    /// Partner or customer.
    pub role: Role,
    /// The number in the company: an identifier, never grouped; empty when unknown.
    pub company_number: String,
    /// Who brought them in; the user themselves for those directly below.
    pub sponsor: PersonId,
    /// The present rank of the marketing plan; empty when none.
    pub rank: String,
    /// Ranks and milestones, oldest first.
    pub results: Vec<RegistrationResult>,
    /// When the first steps begin: proposed from the registration, changed where the interview was later.
    pub first_steps_from: Option<NaiveDateTime>,
}

impl Registration {
    /// A registration directly below `sponsor`, with nothing else known.
    #[must_use]
    pub const fn new(on: NaiveDate, role: Role, sponsor: PersonId) -> Self {
        Self {
            on,
            at: None,
            role,
            company_number: String::new(),
            sponsor,
            rank: String::new(),
            results: Vec::new(),
            first_steps_from: None,
        }
    }

    /// From when the first three days run: as was said, else from the registration; where its time is not known, from
    /// the beginning of its day.
    #[must_use]
    pub fn steps_from(&self) -> NaiveDateTime {
        self.first_steps_from.unwrap_or_else(|| self.on.and_time(self.at.unwrap_or(NaiveTime::MIN)))
    }
}
