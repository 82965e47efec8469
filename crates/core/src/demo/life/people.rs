//! People come to the list and register.

use chrono::NaiveDate;

use super::{Known, Life};
use crate::command::Command;
use crate::desk::DeskError;
use crate::model::{Goal, GoalId, GoalState, Registration, Relation, Role};

/// How many of the newest people most of the work is with.
const NEWEST: usize = 240;

const RELATIONS: [Relation; 5] =
    [Relation::Close, Relation::Friend, Relation::Acquaintance, Relation::Colleague, Relation::Referral];

impl Life<'_, '_> {
    /// So many people come to the list, as one command.
    pub(super) fn come(&mut self, day: NaiveDate, many: u32) -> Result<(), DeskError> {
        if many == 0 {
            return Ok(());
        }
        // First thing in the morning, before anything is written about them.
        let at = self.scribe.moment(day, 8, 20);
        let mut people = Vec::new();
        for _ in 0..many {
            let mut person = self.scribe.stranger(self.words, at)?;
            if self.scribe.chance(55) {
                person.city.clone_from(&self.words.home);
                person.address = self.scribe.random.choice(&self.words.districts).cloned().unwrap_or_default();
            } else if self.scribe.chance(92) {
                person.city = self.scribe.random.choice(&self.words.cities).cloned().unwrap_or_default();
            }
            person.relation = self.scribe.random.choice(RELATIONS);
            person.cadence_days = self.scribe.random.choice([30, 60, 90, 120]);
            if self.scribe.chance(45) {
                person.interests.push(self.words.any(&mut self.scribe.random, "interest").to_owned());
            }
            if self.scribe.chance(30) {
                self.words.any(&mut self.scribe.random, "occupation").clone_into(&mut person.occupation);
            }
            self.people.push(Known { id: person.id, name: person.name.full(), registered: false });
            people.push(person);
        }
        self.made.contacts += many;
        self.scribe.give(at, Command::AddPeople(people));
        Ok(())
    }

    /// So many of those who are not yet registered register below the user or a partner.
    pub(super) fn register(&mut self, day: NaiveDate, many: u32) {
        // Those who register today bring in nobody today: whose hour came first is not known yet.
        let sponsors = self.partners.clone();
        for _ in 0..many {
            let Some(place) = self.unregistered() else { return };
            let at = self.moment(day);
            let role = if self.scribe.chance(58) { Role::Partner } else { Role::Customer };
            let newest = sponsors.len().saturating_sub(NEWEST);
            let above = sponsors.get(newest..).and_then(|newest| self.scribe.random.choice(newest)).copied();
            let above = above.filter(|_| !self.scribe.chance(15)).and_then(|place| self.people.get(place));
            let sponsor = above.map_or(self.me, |known| known.id);
            let mut registration = Registration::new(at.date(), role, sponsor);
            registration.company_number = (100_000 + 37 * self.made.registered).to_string();
            let Some(known) = self.people.get_mut(place) else { return };
            known.registered = true;
            let person = known.id;
            self.scribe.give(at, Command::Register { person, registration });
            self.registered.push(place);
            if role == Role::Partner {
                self.partners.push(place);
                if self.scribe.chance(30) {
                    let goal = Goal {
                        id: GoalId::new(&self.scribe.ids, at),
                        person,
                        what: self.words.any(&mut self.scribe.random, "goal").to_owned(),
                        until: day.checked_add_months(chrono::Months::new(9)),
                        why: self.words.any(&mut self.scribe.random, "why").to_owned(),
                        agreed: day,
                        state: GoalState::Open,
                        decided: None,
                    };
                    self.scribe.give(at, Command::SetGoal(Box::new(goal)));
                }
            }
            self.made.registered += 1;
        }
    }

    /// Somebody who is not registered, rather a newer one.
    fn unregistered(&mut self) -> Option<usize> {
        let newest = self.people.len().saturating_sub(NEWEST);
        for _ in 0..40 {
            let place = self.scribe.random.usize(newest..self.people.len().max(newest + 1));
            if self.people.get(place).is_some_and(|known| !known.registered) {
                return Some(place);
            }
        }
        self.people.iter().rposition(|known| !known.registered)
    }

    /// Whom something is with: a registered user as often as one of the newer contacts.
    pub(super) fn somebody(&mut self) -> Option<Known> {
        let place = if self.scribe.chance(45) && !self.registered.is_empty() {
            self.scribe.random.choice(&self.registered).copied()?
        } else {
            let newest = if self.scribe.chance(70) { self.people.len().saturating_sub(NEWEST) } else { 0 };
            self.scribe.random.usize(newest..self.people.len().max(newest + 1))
        };
        self.people.get(place).cloned()
    }

    /// One of the partners.
    pub(super) fn partner(&mut self) -> Option<Known> {
        let place = self.scribe.random.choice(&self.partners).copied()?;
        self.people.get(place).cloned()
    }
}
