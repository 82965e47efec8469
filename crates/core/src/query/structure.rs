//! The structure: registered users below the sponsor, as an indented list and as a table.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{View, planned_contacts};
use crate::model::{
    EntryState, FigurePeriod, Goal, GoalState, Interview, ListOwner, Person, PersonId, Reading, Role, Scope, Stage,
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

/// The structure on a day.
///
/// # Errors
/// Any failure of the store.
pub fn structure(view: &View, today: NaiveDate) -> Result<StructureView, StoreError> {
    let me = view.settings()?.me;
    let month = FigurePeriod::month_of(today);
    let order = walk(view, me);
    let now = month_points(view, month, today, &order)?;
    let before = month_points(view, month.previous(), month.previous().last_day(), &order)?;
    let steps = first_steps(view)?;
    let trained = in_training(view, me, month, today)?;
    let goals = open_goals(view)?;
    let planned = planned_contacts(view, today)?;
    let mut sizes = HashMap::new();
    let mut new = HashMap::new();
    for (id, _) in order.iter().rev() {
        let (mut size, mut fresh) = (0, 0);
        for one in view.people().below(*id) {
            size += 1 + sizes.get(one).copied().unwrap_or(0);
            let on = view.people().get(*one).and_then(|person| person.registration.as_ref()).map(|own| own.on);
            fresh += usize::from(on.is_some_and(|on| on >= month.first_day() && on <= today));
            fresh += new.get(one).copied().unwrap_or(0);
        }
        sizes.insert(*id, size);
        new.insert(*id, fresh);
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
        new_users: rows.iter().filter(|row| is_new(row, month, today)).count(),
        in_training: trained.known.then_some(trained.whole),
    };
    Ok(StructureView { partners: role(Role::Partner), customers: role(Role::Customer), whole, rows })
}

fn is_new(row: &StructureRow, month: FigurePeriod, today: NaiveDate) -> bool {
    row.person.registration.as_ref().is_some_and(|own| (month.first_day()..=today).contains(&own.on))
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

/// Who came to a training this month, once in each branch that they belong to: as one of its users, or as a guest from
/// the list of one of them. The leader of a training and the user are not counted.
fn in_training(view: &View, me: PersonId, month: FigurePeriod, until: NaiveDate) -> Result<InTraining, StoreError> {
    let mut came: HashSet<PersonId> = HashSet::new();
    for entry in view.trainings(&(month.first_day()..=until))? {
        if let Some(training) = entry.training.as_ref().filter(|_| entry.state != EntryState::Dropped) {
            let people = training.came.iter().map(|one| one.person);
            came.extend(people.filter(|person| Some(*person) != training.leader && *person != me));
        }
    }
    let mut branch: HashMap<PersonId, usize> = HashMap::new();
    for person in &came {
        for head in branches_of(view, *person) {
            *branch.entry(head).or_default() += 1;
        }
    }
    let known = view.first_training()?.is_some_and(|first| first <= until);
    Ok(InTraining { known, branch, whole: came.len() })
}

/// The heads of all branches in which a person counts.
fn branches_of(view: &View, person: PersonId) -> HashSet<PersonId> {
    let mut heads = HashSet::new();
    let Some(known) = view.people().get(person) else { return heads };
    let owner = match known.owner {
        ListOwner::Partner(partner) => Some(partner),
        ListOwner::Mine => None,
    };
    for start in [Some(person), owner].into_iter().flatten() {
        let mut next = Some(start);
        while let Some(one) = next {
            let Some(own) = view.people().get(one).and_then(|person| person.registration.as_ref()) else { break };
            if !heads.insert(one) {
                break;
            }
            next = Some(own.sponsor);
        }
    }
    heads
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

/// Points of each branch in a month up to a day: its newest reading, else the sum of its orders. Whole and each branch
/// stand alone; a reading of one is never added into another.
fn month_points(
    view: &View,
    month: FigurePeriod,
    until: NaiveDate,
    order: &[(PersonId, u16)],
) -> Result<MonthPoints, StoreError> {
    let days = month.first_day()..=until;
    let mut own: HashMap<PersonId, Decimal> = HashMap::new();
    let mut whole: Option<Decimal> = None;
    for one in view.orders(&days)? {
        let points = one.points.amount();
        let sum = own.entry(one.person).or_default();
        *sum = sum.saturating_add(points);
        whole = Some(whole.unwrap_or(Decimal::ZERO).saturating_add(points));
    }
    let mut branch: HashMap<PersonId, Decimal> = HashMap::new();
    for (id, _) in order.iter().rev() {
        let below = view.people().below(*id).iter().filter_map(|one| branch.get(one).copied());
        let parts: Vec<Decimal> = below.chain(own.get(id).copied()).collect();
        if !parts.is_empty() {
            branch.insert(*id, parts.into_iter().fold(Decimal::ZERO, Decimal::saturating_add).normalize());
        }
    }
    let mut readings: Vec<Reading> = view.all()?;
    readings.retain(|reading| days.contains(&reading.on));
    readings.sort_by_key(|reading| reading.on);
    for reading in readings {
        match reading.scope {
            Scope::Branch(id) => drop(branch.insert(id, reading.points.amount())),
            Scope::Whole => whole = Some(reading.points.amount()),
            Scope::Own(_) => (),
        }
    }
    Ok(MonthPoints { branch, whole: whole.map(|whole| whole.normalize()) })
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
