//! Orders of registered users, and readings typed as the company's site shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::values::check_text;
use super::{InvalidValue, Money, OrderId, PersonId, Points, ReadingId};

/// An order of a registered user, or of the user themselves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// The id.
    pub id: OrderId,
    /// Who ordered.
    pub person: PersonId,
    /// The day that it counts in.
    pub on: NaiveDate,
    /// What was ordered, in words.
    pub products: String,
    /// The points that it brings.
    pub points: Points,
    /// What it cost, if said.
    pub amount: Option<Money>,
    /// A note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Order {
    /// Checks the texts.
    ///
    /// # Errors
    /// [`InvalidValue::TextTooLong`] above 64 KiB.
    pub fn check(&self) -> Result<(), InvalidValue> {
        check_text(&self.products)?;
        check_text(&self.note)
    }
}

/// Which part of the structure a figure is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// The whole structure with the user's own orders.
    #[default]
    Whole,
    /// One registered user with all below.
    Branch(PersonId),
    /// The user's own orders alone, or those of one person.
    Own(PersonId),
}

/// A figure typed as the company's own site shows it: the points of a month up to a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The id.
    pub id: ReadingId,
    /// The day up to which it counts; its month is the month that it is about.
    pub on: NaiveDate,
    /// What it is about.
    pub scope: Scope,
    /// The points of the month to date.
    pub points: Points,
    /// Where it was read, in words; empty when unsaid.
    pub source: String,
}
