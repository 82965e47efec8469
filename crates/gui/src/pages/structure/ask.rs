//! What the page of the structure asks of the workspace.

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{PersonId, RecordKind};
use sponsor_core::query::{PersonView, StructureView, View, person, structure};
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
        RecordKind::Goal,
        RecordKind::Interview,
    ];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        person(view, self.person, self.today)
    }
}
