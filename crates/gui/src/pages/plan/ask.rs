//! What the page of the plan asks for.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use sponsor_core::Now;
use sponsor_core::model::{PersonId, PlanAction, PlanLevel, RecordKind, Role};
use sponsor_core::query::{PlanBehind, PlanReader, PlanView, View, plan_behind};
use sponsor_core::store::StoreError;

/// Asks for a person's plan over a period, with the period before and the longer ones around it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PlanQuestion {
    /// Whose; none for the user's own.
    pub(super) person: Option<PersonId>,
    /// The level.
    pub(super) level: PlanLevel,
    /// A day of the period.
    pub(super) day: NaiveDate,
    /// The day that a person would call today.
    pub(super) today: NaiveDate,
}

/// A person's plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlanAnswer {
    /// Whose.
    pub(super) person: PersonId,
    /// Their whole name.
    pub(super) name: String,
    /// Whether it is the user's own.
    pub(super) mine: bool,
    /// The day that a person would call today.
    pub(super) today: NaiveDate,
    /// The period.
    pub(super) now: PlanView,
    /// Its parts, in which it is planned.
    pub(super) parts: Vec<RangeInclusive<NaiveDate>>,
    /// The period before.
    pub(super) before: PlanView,
    /// The longer periods in which the period is.
    pub(super) around: Vec<PlanView>,
    /// The days of each level in which the day is, as the ladder shows them.
    pub(super) rungs: Vec<(PlanLevel, RangeInclusive<NaiveDate>)>,
    /// Whether nothing was ever planned for the person in the periods that are shown.
    pub(super) empty: bool,
}

/// The ladder, from the year down.
pub(super) const LEVELS: [PlanLevel; 5] =
    [PlanLevel::Year, PlanLevel::ThreeMonths, PlanLevel::Month, PlanLevel::Week, PlanLevel::Day];

/// The two longer periods that stand beside a level.
const fn around(level: PlanLevel) -> &'static [PlanLevel] {
    match level {
        PlanLevel::Year => &[],
        PlanLevel::ThreeMonths => &[PlanLevel::Year],
        PlanLevel::Month => &[PlanLevel::ThreeMonths],
        PlanLevel::Week => &[PlanLevel::Month, PlanLevel::ThreeMonths],
        PlanLevel::Day => &[PlanLevel::Week, PlanLevel::Month],
    }
}

impl super::Question for PlanQuestion {
    type Answer = PlanAnswer;

    const SHOWS: &'static [RecordKind] =
        &[RecordKind::PlanItem, RecordKind::Entry, RecordKind::Person, RecordKind::Goal, RecordKind::Settings];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let me = view.settings()?.me;
        let person = self.person.filter(|id| view.people().get(*id).is_some()).unwrap_or(me);
        let reader = PlanReader::of(view, person, self.today)?;
        let now = reader.read(self.level, self.day)?;
        let last = now.days.start().checked_sub_days(Days::new(1)).unwrap_or(self.day);
        let around: Vec<PlanView> =
            around(self.level).iter().map(|level| reader.read(*level, self.day)).collect::<Result<_, _>>()?;
        let before = reader.read(self.level, last)?;
        let calendar = reader.calendar();
        let empty = now.goal.is_none() && [&now, &before].into_iter().chain(&around).all(PlanView::is_empty);
        Ok(PlanAnswer {
            person,
            name: view.people().name(person),
            mine: person == me,
            today: self.today,
            parts: calendar.parts(self.level, &now.days),
            rungs: LEVELS.map(|level| (level, calendar.days(level, self.day))).to_vec(),
            empty,
            now,
            before,
            around,
        })
    }
}

/// Asks for the partners, by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PartnersQuestion;

impl super::Question for PartnersQuestion {
    type Answer = Vec<(PersonId, String)>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let is_partner = |role: Role| role == Role::Partner;
        let partners = people.all().filter(|one| one.registration.as_ref().is_some_and(|own| is_partner(own.role)));
        let mut partners: Vec<PersonId> = partners.map(|person| person.id).collect();
        partners.sort_by(|one, other| people.by_name(*one, *other));
        Ok(partners.into_iter().map(|id| (id, people.name(id))).collect())
    }
}

/// Asks for what stands behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct BehindQuestion {
    /// Whose plan.
    pub(super) person: PersonId,
    /// The row.
    pub(super) action: PlanAction,
    /// The first day.
    pub(super) from: NaiveDate,
    /// The last day.
    pub(super) to: NaiveDate,
}

impl super::Question for BehindQuestion {
    type Answer = Vec<PlanBehind>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::PlanItem, RecordKind::Entry, RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        plan_behind(view, self.person, &self.action, &(self.from..=self.to))
    }
}
