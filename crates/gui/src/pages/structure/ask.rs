//! What the page of the structure asks of the workspace.

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{PersonId, RecordKind};
use sponsor_core::query::{BehindLine, BranchFigure, PersonView, StructureView, View, behind, person, structure};
use sponsor_core::store::StoreError;

use crate::app::Question;

/// Asks for everyone registered below the user.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StructureQuestion {
    /// The day of the calendar: points go by it.
    pub today: NaiveDate,
}

impl Question for StructureQuestion {
    type Answer = StructureView;

    const SHOWS: &'static [RecordKind] = &[
        RecordKind::Settings,
        RecordKind::Person,
        RecordKind::Entry,
        RecordKind::Order,
        RecordKind::Reading,
        RecordKind::Goal,
        RecordKind::Interview,
    ];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        structure(view, self.today)
    }
}

/// Asks for one of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MemberQuestion {
    /// Who.
    pub person: PersonId,
    /// The day of the calendar.
    pub today: NaiveDate,
}

impl Question for MemberQuestion {
    type Answer = Option<PersonView>;

    const SHOWS: &'static [RecordKind] = &[
        RecordKind::Settings,
        RecordKind::Person,
        RecordKind::Entry,
        RecordKind::Order,
        RecordKind::Reading,
        RecordKind::Goal,
        RecordKind::Interview,
    ];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        person(view, self.person, self.today)
    }
}

/// Asks what is behind a figure of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct BehindQuestion {
    /// Whose figure.
    pub(super) person: PersonId,
    /// Which.
    pub(super) figure: BranchFigure,
    /// The day of the calendar.
    pub(super) today: NaiveDate,
}

/// What is behind a figure.
#[derive(Clone, Debug)]
pub(super) struct BehindAnswer {
    /// Whose it is.
    pub(super) whose: String,
    /// What it counts.
    pub(super) lines: Vec<BehindLine>,
}

impl Question for BehindQuestion {
    type Answer = BehindAnswer;

    const SHOWS: &'static [RecordKind] =
        &[RecordKind::Settings, RecordKind::Person, RecordKind::Entry, RecordKind::Order, RecordKind::Reading];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let lines = behind(view, self.person, self.figure, self.today)?;
        Ok(BehindAnswer { whose: view.people().name(self.person), lines })
    }
}
