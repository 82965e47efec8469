//! What the page asks the workspace.

use std::sync::Arc;

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{EntryId, Person, PersonId, RecordKind};
use sponsor_core::query::{PersonName, TrainingView, Trainings, View, learners, training, trainings};
use sponsor_core::store::StoreError;

use crate::app::Question;

/// The trainings to come, and the newest `most` of those that are over.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TrainingsQuestion {
    pub(super) most: usize,
}

impl Question for TrainingsQuestion {
    type Answer = Trainings;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person, RecordKind::Settings];
    const BY_MINUTE: bool = true;

    fn answer(&self, view: &View, now: Now) -> Result<Trainings, StoreError> {
        let today = now.today(view.settings()?.day_ends);
        trainings(view, now.local, today, self.most)
    }
}

/// One training.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct TrainingQuestion {
    pub(super) id: EntryId,
    pub(super) instance: Option<NaiveDate>,
}

impl Question for TrainingQuestion {
    type Answer = Option<TrainingView>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Entry, RecordKind::Person, RecordKind::Settings];
    const BY_MINUTE: bool = true;

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        training(view, self.id, self.instance, now.local)
    }
}

/// Everyone who learns.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct LearnersQuestion;

impl Question for LearnersQuestion {
    type Answer = Vec<Arc<Person>>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _: Now) -> Result<Self::Answer, StoreError> {
        Ok(learners(view))
    }
}

/// Who can lead a training: the sponsor and partners, by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct LeadersQuestion;

impl Question for LeadersQuestion {
    type Answer = Vec<PersonName>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let me = view.settings()?.me;
        let named =
            |person: &Arc<Person>| PersonName { id: person.id, full: person.name.full(), short: person.name.short() };
        let can = |person: &&Arc<Person>| {
            use sponsor_core::model::Role::Partner;
            person.id != me && person.registration.as_ref().is_some_and(|own| own.role == Partner)
        };
        let mut ids: Vec<PersonId> = people.all().filter(can).map(|person| person.id).collect();
        ids.sort_by(|one, other| people.by_name(*one, *other));
        let all = people.me().map(|me| me.id).into_iter().chain(ids);
        Ok(all.filter_map(|id| people.get(id)).map(named).collect())
    }
}
