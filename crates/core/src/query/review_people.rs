//! Whom to congratulate and whom to support after a week, each with the plain reason. What is not known stays unknown,
//! and nothing here is a reproach.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::item::name;
use super::plan::plan;
use super::{PersonName, View, silent_people};
use crate::model::{Action, EntryState, PersonId, PlanAction, PlanItem, PlanLevel, Registration, Role};
use crate::store::StoreError;

/// Why somebody is to be congratulated or supported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewWhy {
    /// Registered on this day.
    Registered {
        /// The day.
        on: NaiveDate,
        /// As what.
        role: Role,
    },
    /// Reached a rank or another milestone.
    Reached {
        /// The day.
        on: NaiveDate,
        /// What, in the company's words.
        text: String,
    },
    /// Brought people in.
    BroughtIn(u32),
    /// The first order, in this week.
    FirstOrder(NaiveDate),
    /// 2+1 meetings that were held together.
    TwoPlusOne(u32),
    /// In the first three days, which end on this day.
    FirstDays(NaiveDate),
    /// Came to a training and wants to grow.
    WantsMore(NaiveDate),
    /// Not heard from for longer than the cadence.
    Silent {
        /// Days since the last contact.
        days: i64,
        /// The cadence.
        cadence_days: u16,
    },
    /// Planned more than is known to be done.
    Plan {
        /// The row.
        action: PlanAction,
        /// How many are planned for the week up to the day.
        planned: u32,
        /// How many are known to be done; none where nothing is known of it.
        done: Option<u32>,
    },
}

/// A person with the reasons, the weightiest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPerson {
    /// Who.
    pub person: PersonName,
    /// Why.
    pub why: Vec<ReviewWhy>,
}

/// Reasons by person, those who came first first.
#[derive(Default)]
struct Reasons {
    order: Vec<PersonId>,
    why: HashMap<PersonId, Vec<ReviewWhy>>,
}

impl Reasons {
    fn add(&mut self, person: PersonId, why: ReviewWhy) {
        let reasons = self.why.entry(person).or_default();
        if reasons.is_empty() {
            self.order.push(person);
        }
        reasons.push(why);
    }

    fn people(mut self, view: &View) -> Vec<ReviewPerson> {
        let told = self.order.into_iter().filter_map(|id| {
            let why = self.why.remove(&id)?;
            Some(ReviewPerson { person: name(view.people(), id)?, why })
        });
        told.collect()
    }
}

/// The registered users, by name.
fn registered(view: &View) -> Result<Vec<(PersonId, Registration)>, StoreError> {
    let people = view.people();
    let me = view.settings()?.me;
    let own = people.all().filter(|one| one.id != me).filter_map(|one| Some((one.id, one.registration.clone()?)));
    let mut found: Vec<_> = own.collect();
    found.sort_by(|(one, _), (other, _)| people.by_name(*one, *other));
    Ok(found)
}

/// Whom to congratulate on what happened on these days.
///
/// # Errors
/// Any failure of the store.
pub fn to_congratulate(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<Vec<ReviewPerson>, StoreError> {
    let mut reasons = Reasons::default();
    let registered = registered(view)?;
    for (person, own) in &registered {
        for result in own.results.iter().filter(|result| days.contains(&result.on)) {
            reasons.add(*person, ReviewWhy::Reached { on: result.on, text: result.text.clone() });
        }
    }
    let mut brought: BTreeMap<PersonId, u32> = BTreeMap::new();
    for (person, own) in registered.iter().filter(|(_, own)| days.contains(&own.on)) {
        reasons.add(*person, ReviewWhy::Registered { on: own.on, role: own.role });
        *brought.entry(own.sponsor_on(own.on)).or_default() += 1;
    }
    for (person, _) in &registered {
        if let Some(count) = brought.get(person) {
            reasons.add(*person, ReviewWhy::BroughtIn(*count));
        }
    }
    first_orders(view, days, &mut reasons)?;
    together(view, days, &registered, &mut reasons)?;
    Ok(reasons.people(view))
}

/// Whose first order came on these days.
fn first_orders(view: &View, days: &RangeInclusive<NaiveDate>, reasons: &mut Reasons) -> Result<(), StoreError> {
    let me = view.settings()?.me;
    let mut seen = Vec::new();
    for order in view.orders(days)? {
        if order.person == me || seen.contains(&order.person) {
            continue;
        }
        seen.push(order.person);
        if let Some(first) = view.orders_of(order.person)?.first().filter(|first| days.contains(&first.on)) {
            reasons.add(order.person, ReviewWhy::FirstOrder(first.on));
        }
    }
    Ok(())
}

/// With which partners 2+1 meetings were held on these days.
fn together(
    view: &View,
    days: &RangeInclusive<NaiveDate>,
    registered: &[(PersonId, Registration)],
    reasons: &mut Reasons,
) -> Result<(), StoreError> {
    let mut held: HashMap<PersonId, u32> = HashMap::new();
    for found in view.appearances(days)? {
        let begins = found.instance.when.first_day().is_some_and(|day| days.contains(&day));
        let counts = found.instance.state == EntryState::Done && found.entry.action == Some(Action::TwoPlusOne);
        for person in found.entry.people.iter().filter(|_| begins && counts) {
            *held.entry(*person).or_default() += u32::from(found.entry.count);
        }
    }
    for (person, own) in registered.iter().filter(|(_, own)| own.role == Role::Partner) {
        if let Some(count) = held.get(person).filter(|_| own.on <= *days.end()) {
            reasons.add(*person, ReviewWhy::TwoPlusOne(*count));
        }
    }
    Ok(())
}

/// Whom to support after these days: who begins, who wants more, who was not heard from, whose plan is ahead of what is
/// known of it.
///
/// # Errors
/// Any failure of the store.
pub fn to_support(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<Vec<ReviewPerson>, StoreError> {
    let on = *days.end();
    let mut reasons = Reasons::default();
    let registered = registered(view)?;
    for (person, own) in &registered {
        let until = (own.steps_from() + FIRST_DAYS).date();
        if own.steps_from().date() <= on && on <= until {
            reasons.add(*person, ReviewWhy::FirstDays(until));
        }
    }
    let wants = view.with_ledger(|ledger| {
        let came = ledger.trainings(days).flat_map(|held| held.came.iter().map(|one| (held.on, *one)));
        came.filter(|(_, one)| one.wants_more).map(|(on, one)| (one.person, on)).collect::<BTreeMap<_, _>>()
    })?;
    for (person, on) in wants {
        reasons.add(person, ReviewWhy::WantsMore(on));
    }
    for silent in silent_people(view, on)? {
        let person = &silent.standing.person;
        if let Some(cadence_days) = silent.standing.cadence_days.filter(|_| person.registration.is_some()) {
            reasons.add(person.id, ReviewWhy::Silent { days: silent.days, cadence_days });
        }
    }
    let planning = planning(view, days)?;
    let partners = registered.iter().filter(|(_, own)| own.role == Role::Partner && own.on <= on);
    for (person, _) in partners.filter(|(person, _)| planning.contains(person)) {
        plan_reason(view, *person, days, &mut reasons)?;
    }
    Ok(reasons.people(view))
}

/// How long the first three days last.
const FIRST_DAYS: chrono::TimeDelta = chrono::TimeDelta::hours(72);

/// Who has anything planned on these days.
fn planning(view: &View, days: &RangeInclusive<NaiveDate>) -> Result<HashSet<PersonId>, StoreError> {
    let planned = view.all::<PlanItem>()?.into_iter().filter_map(|item| {
        let PlanItem::Count { person, on, .. } = item else { return None };
        days.contains(&on).then_some(person)
    });
    Ok(planned.collect())
}

/// The row of a partner's week of which most is not yet known to be done.
fn plan_reason(
    view: &View,
    person: PersonId,
    days: &RangeInclusive<NaiveDate>,
    reasons: &mut Reasons,
) -> Result<(), StoreError> {
    let (monday, on) = (*days.start(), *days.end());
    let rows = plan(view, person, PlanLevel::Week, monday, on)?.rows;
    let open = |row: &super::PlanLine| row.due.saturating_sub(row.done.unwrap_or(0));
    let row = rows.into_iter().filter(|row| open(row) > 0).max_by_key(open);
    if let Some(row) = row {
        reasons.add(person, ReviewWhy::Plan { action: row.action, planned: row.due, done: row.done });
    }
    Ok(())
}
