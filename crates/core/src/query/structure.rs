//! The structure: registered users below the sponsor, as an indented list and as a table.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::ledger::Ledger;
use super::{People, View, planned_contacts};
use crate::model::{
    EntryState, FigurePeriod, Goal, GoalState, Interview, ListOwner, Person, PersonId, Role, Scope, Stage,
};
use crate::store::StoreError;

/// A registered user in the structure.
#[derive(Clone, Debug)]
pub struct StructureRow {
    /// The person.
    pub person: Arc<Person>,
    /// How deep below the user: 1 for those directly below.
    pub depth: u16,
    /// How many stand below.
    pub below: usize,
    /// Points of the branch this month to date.
    pub points: Option<Decimal>,
    /// Points of the branch in the whole month before.
    pub points_before: Option<Decimal>,
    /// New users of the branch this month, without the person.
    pub new_in_branch: usize,
    /// Different people of the branch who came to a training this month; none before the first training.
    pub in_training: Option<usize>,
    /// Not to be asked for before a later day.
    pub paused: bool,
    /// The goal that was agreed last and is open.
    pub goal: Option<String>,
    /// The day of the next contact that is planned.
    pub next: Option<NaiveDate>,
    /// The day of the last real contact.
    pub last_contact: Option<NaiveDate>,
    /// The day on which the next contact is due.
    pub due: Option<NaiveDate>,
    /// First steps done of all agreed.
    pub first_steps: Option<(usize, usize)>,
    /// The day and points of the last order.
    pub last_order: Option<(NaiveDate, Decimal)>,
}

/// The figures of the whole structure, which stand at the root of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WholeFigures {
    /// Points this month to date, the user's own orders among them.
    pub points: Option<Decimal>,
    /// Points of the whole month before.
    pub points_before: Option<Decimal>,
    /// New users this month.
    pub new_users: usize,
    /// Different people who came to a training this month; none before the first training.
    pub in_training: Option<usize>,
}

/// The structure as it is shown.
#[derive(Clone, Debug)]
pub struct StructureView {
    /// Everyone below the user, each branch whole, those brought in by one sponsor by name.
    pub rows: Vec<StructureRow>,
    /// How many partners.
    pub partners: usize,
    /// How many customers.
    pub customers: usize,
    /// The figures of all of them together.
    pub whole: WholeFigures,
}

/// Points of one month by person and by branch.
struct MonthPoints {
    branch: HashMap<PersonId, Decimal>,
    whole: Option<Decimal>,
}

/// People who came to a training in a month, by branch.
struct InTraining {
    /// Whether any training is known up to the day.
    known: bool,
    branch: HashMap<PersonId, usize>,
    whole: usize,
}

/// The figures of all branches.
struct Figures {
    now: MonthPoints,
    before: MonthPoints,
    /// New users of each branch, without its head; those of the user are the whole.
    new: HashMap<PersonId, usize>,
    trained: InTraining,
}

/// The structure on a day.
///
/// # Errors
/// Any failure of the store.
pub fn structure(view: &View, today: NaiveDate) -> Result<StructureView, StoreError> {
    let me = view.settings()?.me;
    let month = FigurePeriod::month_of(today);
    let order = walk(view, me);
    let this_month = month.first_day()..=today;
    let month_before = month.previous().first_day()..=month.previous().last_day();
    let figures = view.with_ledger(|ledger| Figures {
        now: month_points(ledger, &this_month, &order),
        before: month_points(ledger, &month_before, &order),
        new: new_users(ledger, me, &this_month),
        trained: in_training(ledger, view.people(), me, &this_month),
    })?;
    let Figures { now, before, new, trained } = figures;
    let steps = first_steps(view)?;
    let goals = open_goals(view)?;
    let planned = planned_contacts(view, today)?;
    let mut sizes = HashMap::new();
    for (id, _) in order.iter().rev() {
        let below = view.people().below(*id).iter();
        let size: usize = below.map(|one| 1 + sizes.get(one).copied().unwrap_or(0)).sum();
        sizes.insert(*id, size);
    }
    let mut rows = Vec::with_capacity(order.len());
    for (id, depth) in order {
        let Some(person) = view.people().get(id) else { continue };
        let standing = view.people().standing(person);
        rows.push(StructureRow {
            person: Arc::clone(person),
            depth,
            below: sizes.get(&id).copied().unwrap_or(0),
            points: now.branch.get(&id).copied(),
            points_before: before.branch.get(&id).copied(),
            new_in_branch: new.get(&id).copied().unwrap_or(0),
            in_training: trained.known.then(|| trained.branch.get(&id).copied().unwrap_or(0)),
            paused: is_paused(person, today),
            goal: goals.get(&id).cloned(),
            next: planned.get(&id).copied(),
            last_contact: standing.last_contact,
            due: standing.due(),
            first_steps: steps.get(&id).copied(),
            last_order: view.last_order_of(id)?.map(|order| (order.on, order.points.amount())),
        });
    }
    let role =
        |role| rows.iter().filter(|row| row.person.registration.as_ref().is_some_and(|own| own.role == role)).count();
    let whole = WholeFigures {
        points: now.whole,
        points_before: before.whole,
        new_users: new.get(&me).copied().unwrap_or(0),
        in_training: trained.known.then_some(trained.whole),
    };
    Ok(StructureView { partners: role(Role::Partner), customers: role(Role::Customer), whole, rows })
}

/// Who was registered on these days, in each branch above; those who stand under nobody are nobody's.
fn new_users(ledger: &Ledger, me: PersonId, days: &RangeInclusive<NaiveDate>) -> HashMap<PersonId, usize> {
    let mut new: HashMap<PersonId, usize> = HashMap::new();
    let of_days = ledger.lineage().registered().iter().filter(|one| days.contains(&one.on) && one.person != me);
    for one in of_days {
        for head in ledger.lineage().up(one.person, one.on).skip(1) {
            *new.entry(head).or_default() += 1;
        }
    }
    new
}

/// Whether one has put a person off, or they asked for it.
fn is_paused(person: &Person, today: NaiveDate) -> bool {
    let snoozed = person.snoozed_until.is_some_and(|until| until > today);
    snoozed || (person.stage == Stage::NotNow && person.ask_again.is_none_or(|again| again > today))
}

/// The open goal of each person who has one; of several the one agreed last.
fn open_goals(view: &View) -> Result<HashMap<PersonId, String>, StoreError> {
    let mut goals: Vec<Goal> = view.all()?;
    goals.retain(|goal| goal.state == GoalState::Open);
    goals.sort_by_key(|goal| (goal.agreed, goal.id));
    Ok(goals.into_iter().map(|goal| (goal.person, goal.what)).collect())
}

/// Who came to a training this month, once in each branch that they belonged to on its day: as one of its users, or as a
/// guest from the list of one of them. The leader of a training and the user are not counted.
fn in_training(ledger: &Ledger, people: &People, me: PersonId, days: &RangeInclusive<NaiveDate>) -> InTraining {
    let mut came: HashSet<PersonId> = HashSet::new();
    let mut in_branch: HashSet<(PersonId, PersonId)> = HashSet::new();
    for training in ledger.trainings(days) {
        for one in training.came.iter().map(|one| one.person) {
            if Some(one) == training.leader || one == me {
                continue;
            }
            came.insert(one);
            let owner = match people.get(one).map(|person| person.owner) {
                Some(ListOwner::Partner(partner)) => Some(partner),
                _ => None,
            };
            let starts = [Some(one), owner].into_iter().flatten();
            let heads = starts.flat_map(|start| ledger.lineage().up(start, training.on));
            in_branch.extend(heads.map(|head| (head, one)));
        }
    }
    let mut branch: HashMap<PersonId, usize> = HashMap::new();
    for (head, _) in in_branch {
        *branch.entry(head).or_default() += 1;
    }
    let known = ledger.first_training().is_some_and(|first| first <= *days.end());
    InTraining { known, branch, whole: came.len() }
}

/// Everyone below the user with their depth, each branch whole, by name.
fn walk(view: &View, me: PersonId) -> Vec<(PersonId, u16)> {
    let people = view.people();
    let sorted = |sponsor| {
        let mut below = people.below(sponsor).to_vec();
        below.sort_by(|one, other| people.by_name(*other, *one));
        below
    };
    let mut order = Vec::new();
    let mut waiting: Vec<_> = sorted(me).into_iter().map(|id| (id, 1_u16)).collect();
    while let Some((id, depth)) = waiting.pop() {
        if order.len() > people.len() {
            break;
        }
        order.push((id, depth));
        waiting.extend(sorted(id).into_iter().map(|one| (one, depth.saturating_add(1))));
    }
    order
}

/// Points of each branch in a month up to a day: its newest reading, else the sum of its orders, each in the branches in
/// which it was made. Whole and each branch stand alone; a reading of one is never added into another.
fn month_points(ledger: &Ledger, days: &RangeInclusive<NaiveDate>, order: &[(PersonId, u16)]) -> MonthPoints {
    let mut branch: HashMap<PersonId, Decimal> = HashMap::new();
    let mut whole: Option<Decimal> = None;
    for one in ledger.orders(days) {
        for head in ledger.lineage().up(one.person, one.on) {
            let sum = branch.entry(head).or_default();
            *sum = sum.saturating_add(one.points);
        }
        whole = Some(whole.unwrap_or(Decimal::ZERO).saturating_add(one.points));
    }
    for sum in branch.values_mut() {
        *sum = sum.normalize();
    }
    for (id, _) in order {
        if let Some((_, points)) = ledger.reading(Scope::Branch(*id), days) {
            branch.insert(*id, points);
        }
    }
    let read = ledger.reading(Scope::Whole, days).map(|(_, points)| points);
    MonthPoints { branch, whole: read.or(whole).map(|whole| whole.normalize()) }
}

fn first_steps(view: &View) -> Result<HashMap<PersonId, (usize, usize)>, StoreError> {
    let mut steps: HashMap<PersonId, (usize, usize)> = HashMap::new();
    for interview in view.all::<Interview>()? {
        let Some(person) = interview.person else { continue };
        for id in &interview.entries {
            let Some(entry) = view.entry(*id)?.filter(|entry| entry.first_steps_of.is_some()) else { continue };
            if entry.state != EntryState::Dropped {
                let count = steps.entry(person).or_default();
                count.0 += usize::from(entry.state == EntryState::Done);
                count.1 += 1;
            }
        }
    }
    Ok(steps)
}
