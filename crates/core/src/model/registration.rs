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

/// Under whom a registered user stood before they were moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierSponsor {
    /// The day of the move: the first on which they stood elsewhere.
    pub until: NaiveDate,
    /// Under whom up to then.
    pub sponsor: PersonId,
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
    /// Under whom they stood before they were moved, oldest first: what happened then counts in the branches of then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stood_under: Vec<EarlierSponsor>,
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
            stood_under: Vec::new(),
        }
    }

    /// Under whom the person stood on a day; before their registration under whom they were brought in.
    #[must_use]
    pub fn sponsor_on(&self, day: NaiveDate) -> PersonId {
        self.stood_under.iter().find(|earlier| day < earlier.until).map_or(self.sponsor, |earlier| earlier.sponsor)
    }

    /// Puts the person under another sponsor from a day on. Up to the day of registration that corrects what was said;
    /// what was said of days from then on is forgotten.
    pub fn move_under(&mut self, sponsor: PersonId, from: NaiveDate) {
        let before = self.sponsor_on(from.pred_opt().unwrap_or(from));
        self.stood_under.retain(|earlier| earlier.until < from);
        if from > self.on && before != sponsor {
            self.stood_under.push(EarlierSponsor { until: from, sponsor: before });
        }
        self.sponsor = sponsor;
    }

    /// The sponsor of today and those of before.
    pub fn sponsors(&self) -> impl Iterator<Item = PersonId> + '_ {
        std::iter::once(self.sponsor).chain(self.stood_under.iter().map(|earlier| earlier.sponsor))
    }

    /// Whether somebody is the sponsor of today or one of before.
    #[must_use]
    pub fn names_sponsor(&self, person: PersonId) -> bool {
        self.sponsors().any(|sponsor| sponsor == person)
    }

    /// Puts one person in the place of another among the sponsors of today and of before; tells whether any was named.
    pub fn replace_sponsor(&mut self, gone: PersonId, by: PersonId) -> bool {
        let named = std::iter::once(&mut self.sponsor).chain(self.stood_under.iter_mut().map(|one| &mut one.sponsor));
        let mut found = false;
        for sponsor in named.filter(|sponsor| **sponsor == gone) {
            *sponsor = by;
            found = true;
        }
        found
    }

    /// From when the first three days run: as was said, else from the registration; where its time is not known, from
    /// the beginning of its day.
    #[must_use]
    pub fn steps_from(&self) -> NaiveDateTime {
        self.first_steps_from.unwrap_or_else(|| self.on.and_time(self.at.unwrap_or(NaiveTime::MIN)))
    }
}
