//! What the list is narrowed to, so that it can be asked for and kept under a name.

use serde::{Deserialize, Serialize};

use super::{PersonId, Relation, Stage};

/// Which of the lists is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WhichList {
    /// List 1: own city.
    #[default]
    Home,
    /// List 2: other cities.
    Others,
    /// Without a city, waiting for one.
    NoCity,
    /// Everyone on the user's own lists.
    All,
    /// Those who are kept but on no list.
    OffList,
    /// The list of a partner.
    Partner(PersonId),
}

/// How long ago the last contact was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LastContact {
    /// More than so many days ago.
    OlderThan(u16),
    /// There was none yet.
    Never,
}

/// The ready views of the list: who is shown, and in which columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReadyView {
    /// Everyone, with who they are and where they stand.
    #[default]
    Everyone,
    /// «Потенциални»: contacts with whom contact has been made.
    Prospects,
    /// «Чакат обаждане»: those whose next contact is due, with what to ask.
    Calls,
}

/// What the list is narrowed to; all of it must hold of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ListFilter {
    /// Which list.
    pub which: WhichList,
    /// The ready view.
    pub view: ReadyView,
    /// Only this city, as [`fold_city`](crate::text::fold_city) gives it.
    pub city: Option<String>,
    /// Words that the person's fields contain.
    pub text: String,
    /// Only these stages; any, where there is none.
    pub stages: Vec<Stage>,
    /// Only this relation.
    pub relation: Option<Relation>,
    /// Words that one of the interests contains; empty for any.
    pub interest: String,
    /// Only those last heard from so long ago.
    pub last: Option<LastContact>,
    /// Only those without a phone.
    pub no_phone: bool,
    /// Only those without a city.
    pub no_city: bool,
    /// Only those with a promise that is open, of either side.
    pub promise: bool,
}

impl ListFilter {
    /// A whole list.
    #[must_use]
    pub fn of(which: WhichList) -> Self {
        Self { which, ..Self::default() }
    }

    /// Whether anything but the list itself is narrowed.
    #[must_use]
    pub fn narrows(&self) -> bool {
        *self != Self::of(self.which)
    }

    /// Takes a stage in, or out where it is in.
    pub fn toggle_stage(&mut self, stage: Stage) {
        let there = self.stages.len();
        self.stages.retain(|one| *one != stage);
        if self.stages.len() == there {
            self.stages.push(stage);
            self.stages.sort_unstable();
        }
    }
}

/// What the list is narrowed to, kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// The name that a person gave.
    pub name: String,
    /// What is shown.
    pub filter: ListFilter,
}
