//! What stands behind a figure of a registered user: the orders, readings, people, trainings and meetings that it
//! counts. Every figure of the structure opens them, so the rules here are those by which the figures are counted.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::item::name;
use super::{PersonName, View};
use crate::model::{
    Action, EntryId, EntryState, FigurePeriod, ListOwner, Mode, Money, Order, OrderId, PersonId, Reading, Role, Scope,
};
use crate::store::StoreError;

/// A figure of a registered user, or of the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BranchFigure {
    /// Points of the branch this month.
    Points,
    /// Who came to the branch this month, without the person.
    NewUsers,
    /// Who of the branch came to a training this month.
    InTraining,
    /// The person's own orders this month.
    OwnOrder,
    /// Customers whom the person brought in.
    Customers,
    /// Everyone whom the person brought in.
    BroughtIn,
    /// Whom the person teaches.
    Teaches,
}

/// What one line behind a figure is.
#[derive(Clone, Debug, PartialEq)]
pub enum BehindKind {
    /// A figure typed as the company's site shows it; it wins over the orders below.
    Reading {
        /// The points of the month to date.
        points: Decimal,
        /// Where it was read, in words.
        source: String,
    },
    /// An order.
    Order {
        /// The order.
        id: OrderId,
        /// Its points.
        points: Decimal,
        /// What was ordered.
        products: String,
        /// What it cost, if said.
        amount: Option<Money>,
    },
    /// A registration.
    Registered(Role),
    /// A training to which they came.
    Training {
        /// The entry.
        id: EntryId,
        /// Its title.
        title: String,
        /// In person or online.
        mode: Mode,
    },
    /// A 2+1 meeting that was held together.
    Together {
        /// The entry.
        id: EntryId,
        /// Its title.
        title: String,
    },
}

/// A line behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct BehindLine {
    /// Whom it is about.
    pub person: PersonName,
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: BehindKind,
}

/// For how many days back what one did together says whom one teaches: three months.
const TAUGHT_WITHIN: u64 = 90;

/// The most entries of a person that are looked at for what they did together with others.
const LOOKED_AT: usize = 300;

/// What stands behind a figure of a person on a day, newest first; of the user it is the whole structure.
///
/// # Errors
/// Any failure of the store.
pub fn behind(
    view: &View,
    person: PersonId,
    figure: BranchFigure,
    today: NaiveDate,
) -> Result<Vec<BehindLine>, StoreError> {
    let mut lines = match figure {
        BranchFigure::Points => points(view, person, today, false)?,
        BranchFigure::OwnOrder => points(view, person, today, true)?,
        BranchFigure::NewUsers => {
            let days = month_to(today);
            let new = view.with_ledger(|ledger| {
                let lineage = ledger.lineage();
                let of_days = lineage.registered().iter().filter(|one| days.contains(&one.on));
                let below = of_days.filter(|one| one.person != person && lineage.is_in(one.person, person, one.on));
                below.map(|one| one.person).collect::<Vec<_>>()
            })?;
            registered(view, new.into_iter())
        }
        BranchFigure::InTraining => in_training(view, person, today)?,
        BranchFigure::BroughtIn => registered(view, view.people().below(person).iter().copied()),
        BranchFigure::Customers => {
            let mut brought = registered(view, view.people().below(person).iter().copied());
            brought.retain(|line| line.kind == BehindKind::Registered(Role::Customer));
            brought
        }
        BranchFigure::Teaches => teaches(view, person, today)?,
    };
    let wins = |line: &BehindLine| !matches!(line.kind, BehindKind::Reading { .. });
    lines.sort_by(|one, other| {
        (wins(one), other.on)
            .cmp(&(wins(other), one.on))
            .then_with(|| view.people().by_name(one.person.id, other.person.id))
    });
    Ok(lines)
}

/// The points of a person's own orders of the month: the newest reading of them, else their sum.
pub(super) fn own_points(view: &View, person: PersonId, today: NaiveDate) -> Result<Option<Decimal>, StoreError> {
    let mut sum: Option<Decimal> = None;
    for line in points(view, person, today, true)? {
        match line.kind {
            BehindKind::Reading { points, .. } => return Ok(Some(points)),
            BehindKind::Order { points, .. } => {
                sum = Some(sum.unwrap_or(Decimal::ZERO).saturating_add(points));
            }
            _ => (),
        }
    }
    Ok(sum.map(|sum| sum.normalize()))
}

fn month_to(today: NaiveDate) -> std::ops::RangeInclusive<NaiveDate> {
    FigurePeriod::month_of(today).first_day()..=today
}

/// The newest reading of the month, if there is one, first; then the orders of the month.
fn points(view: &View, person: PersonId, today: NaiveDate, own: bool) -> Result<Vec<BehindLine>, StoreError> {
    let people = view.people();
    let me = view.settings()?.me;
    let days = month_to(today);
    let scope = match (own, person == me) {
        (true, _) => Scope::Own(person),
        (false, true) => Scope::Whole,
        (false, false) => Scope::Branch(person),
    };
    let mut readings: Vec<Reading> = view.all()?;
    readings.retain(|reading| reading.scope == scope && days.contains(&reading.on));
    let newest = readings.into_iter().max_by_key(|reading| reading.on);
    let mut lines = Vec::new();
    if let (Some(reading), Some(person)) = (newest, name(people, person)) {
        let kind = BehindKind::Reading { points: reading.points.amount(), source: reading.source };
        lines.push(BehindLine { person, on: reading.on, kind });
    }
    let orders = view.orders(&days)?;
    let counting = view.with_ledger(|ledger| {
        let counts = |order: &Order| match scope {
            Scope::Whole => true,
            Scope::Branch(head) => ledger.lineage().is_in(order.person, head, order.on),
            Scope::Own(owner) => order.person == owner,
        };
        orders.into_iter().filter(counts).collect::<Vec<_>>()
    })?;
    lines.extend(counting.into_iter().filter_map(|order| Some(order_line(name(people, order.person)?, order))));
    Ok(lines)
}

fn order_line(person: PersonName, order: Order) -> BehindLine {
    let Order { id, on, products, points, amount, .. } = order;
    BehindLine { person, on, kind: BehindKind::Order { id, points: points.amount(), products, amount } }
}

fn registered(view: &View, ids: impl Iterator<Item = PersonId>) -> Vec<BehindLine> {
    let people = view.people();
    let line = |id| {
        let own = people.get(id)?.registration.as_ref()?;
        Some(BehindLine { person: name(people, id)?, on: own.on, kind: BehindKind::Registered(own.role) })
    };
    ids.filter_map(line).collect()
}

/// A line for each training of the month to which somebody of the branch came: a user of it, or a guest from a list of
/// its people. Leaders do not count in their own training, the user never.
fn in_training(view: &View, person: PersonId, today: NaiveDate) -> Result<Vec<BehindLine>, StoreError> {
    let people = view.people();
    let me = view.settings()?.me;
    let trainings = view.trainings(&month_to(today))?;
    view.with_ledger(|ledger| {
        let counts = |one: PersonId, on: NaiveDate| person == me || ledger.lineage().is_in(one, person, on);
        let belongs = |one: PersonId, on: NaiveDate| {
            let owner = people.get(one).map(|person| person.owner);
            counts(one, on) || matches!(owner, Some(ListOwner::Partner(partner)) if counts(partner, on))
        };
        let mut lines = Vec::new();
        for entry in trainings {
            let Some(training) = entry.training.as_ref().filter(|_| entry.state != EntryState::Dropped) else {
                continue;
            };
            let Some(on) = entry.when.first_day() else { continue };
            let came = training.came.iter().filter(|one| Some(one.person) != training.leader && one.person != me);
            for one in came.filter(|one| belongs(one.person, on)) {
                let Some(person) = name(people, one.person) else { continue };
                let kind = BehindKind::Training { id: entry.id, title: entry.title.clone(), mode: one.mode };
                lines.push(BehindLine { person, on, kind });
            }
        }
        lines
    })
}

/// Whom a person teaches: those of the branch who, within three months, came to a training that the person led, or had
/// a 2+1 meeting with them.
fn teaches(view: &View, person: PersonId, today: NaiveDate) -> Result<Vec<BehindLine>, StoreError> {
    let people = view.people();
    let mut below: HashSet<PersonId> = people.branch(person).into_iter().collect();
    below.remove(&person);
    let days = today.checked_sub_days(Days::new(TAUGHT_WITHIN)).unwrap_or(today)..=today;
    let mut lines = Vec::new();
    for entry in view.trainings(&days)? {
        let Some(training) = entry.training.as_ref().filter(|_| entry.state != EntryState::Dropped) else { continue };
        if training.leader != Some(person) {
            continue;
        }
        for one in training.came.iter().filter(|one| below.contains(&one.person)) {
            let (Some(person), Some(on)) = (name(people, one.person), entry.when.first_day()) else { continue };
            let kind = BehindKind::Training { id: entry.id, title: entry.title.clone(), mode: one.mode };
            lines.push(BehindLine { person, on, kind });
        }
    }
    for entry in view.entries_of(person, LOOKED_AT)? {
        let held = entry.state == EntryState::Done && entry.action == Some(Action::TwoPlusOne);
        let Some(on) = entry.when.first_day().filter(|on| held && days.contains(on)) else { continue };
        for one in entry.people.iter().filter(|one| below.contains(one)) {
            if let Some(person) = name(people, *one) {
                let kind = BehindKind::Together { id: entry.id, title: entry.title.clone() };
                lines.push(BehindLine { person, on, kind });
            }
        }
    }
    Ok(lines)
}

/// The people behind lines, each once, in the order in which they first come.
#[must_use]
pub fn people_behind(lines: &[BehindLine]) -> Vec<PersonName> {
    let mut met = HashSet::new();
    lines.iter().filter(|line| met.insert(line.person.id)).map(|line| line.person.clone()).collect()
}
