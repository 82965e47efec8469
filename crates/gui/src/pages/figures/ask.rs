//! What the page of the key figures asks of the workspace.

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{FigurePeriod, PersonId, Reading, RecordKind, Role, Scope, Snapshot, SnapshotId};
use sponsor_core::query::{Figures, View, build_snapshot, figures};
use sponsor_core::store::StoreError;

use crate::app::Question;

/// Asks for the figures of a period and a scope, with the thirteen periods that lead to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FiguresQuestion {
    /// The period.
    pub period: FigurePeriod,
    /// Whole or branch.
    pub scope: Scope,
    /// The day of the calendar: figures go by it.
    pub today: NaiveDate,
}

/// The figures as they are.
#[derive(Debug)]
pub struct FiguresAnswer {
    /// The figures, and where the points come from.
    pub figures: Figures,
    /// All of it as a snapshot would keep it. Its id means nothing until it is taken.
    pub snapshot: Snapshot,
}

impl Question for FiguresQuestion {
    type Answer = FiguresAnswer;

    const SHOWS: &'static [RecordKind] =
        &[RecordKind::Settings, RecordKind::Person, RecordKind::Entry, RecordKind::Order, RecordKind::Reading];

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let nameless = SnapshotId::from_bytes([0; 16]);
        Ok(FiguresAnswer {
            figures: figures(view, self.period, self.scope, self.today)?,
            snapshot: build_snapshot(view, nameless, self.period, self.scope, now, "")?,
        })
    }
}

/// Asks whose branches can be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BranchesQuestion;

impl Question for BranchesQuestion {
    /// Those directly below the user, then every other partner, each group by name.
    type Answer = Vec<(PersonId, String)>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Settings, RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let me = view.settings()?.me;
        let people = view.people();
        let mut direct = people.below(me).to_vec();
        direct.sort_by(|one, other| people.by_name(*one, *other));
        let partner = |id: &PersonId| {
            let own = people.get(*id).and_then(|person| person.registration.as_ref());
            own.is_some_and(|own| own.role == Role::Partner && own.sponsor != me)
        };
        let mut others: Vec<_> = people.branch(me).into_iter().filter(partner).collect();
        others.sort_by(|one, other| people.by_name(*one, *other));
        Ok(direct.into_iter().chain(others).map(|id| (id, people.name(id))).collect())
    }
}

/// Asks for every reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReadingsQuestion;

impl Question for ReadingsQuestion {
    type Answer = Vec<Reading>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Reading];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        view.all()
    }
}

/// Asks for the snapshots, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SnapshotsQuestion;

impl Question for SnapshotsQuestion {
    type Answer = Vec<Snapshot>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Snapshot];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        view.snapshots()
    }
}
