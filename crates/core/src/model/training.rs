//! What a training adds to its entry: who was invited and who came.

use serde::{Deserialize, Serialize};

use super::{Mode, PersonId};

/// One person who came to a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Who came.
    pub person: PersonId,
    /// In person or online.
    pub mode: Mode,
    /// Whether they want to grow.
    pub wants_more: bool,
}

/// The part of an entry that only a training has. There is no second record of a training.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// What it is about.
    pub topic: String,
    /// Who leads it; not counted among the people in training.
    pub leader: Option<PersonId>,
    /// What is used, in words.
    pub materials: String,
    /// Who was invited.
    pub invited: Vec<PersonId>,
    /// Who came.
    pub came: Vec<Attendance>,
}
