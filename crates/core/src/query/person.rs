//! A person's pane: everything the diary and the orders know of them.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::behind::own_points;
use super::item::name;
use super::list::{ListRow, row};
use super::{BranchFigure, Item, PersonName, View, behind, next_planned, people_behind};
use crate::model::{
    DatedLine, Entry, EntryKind, EntryState, Goal, GoalState, ListOwner, Order, PersonId, Stage, TaskNature,
};
use crate::store::StoreError;

/// The next planned contact of each person who has one.
pub type PlannedContacts = HashMap<PersonId, NaiveDate>;

/// The next planned call, meeting or message of each person; what waits from before counts too, of series the next
/// instance from `today` on.
///
/// # Errors
/// Any failure of the store.
pub fn planned_contacts(view: &View, today: NaiveDate) -> Result<PlannedContacts, StoreError> {
    let is_contact =
        |entry: &Arc<Entry>| matches!(entry.kind, EntryKind::Call | EntryKind::Meeting | EntryKind::Message);
    let mut planned = PlannedContacts::new();
    let mut plan = |entry: &Entry, day: Option<NaiveDate>| {
        let Some(day) = day else { return };
        for person in &entry.people {
            planned.entry(*person).and_modify(|there| *there = day.min(*there)).or_insert(day);
        }
    };
    for entry in view.open()?.iter().filter(|entry| is_contact(entry)) {
        plan(entry, entry.when.first_day());
    }
    for entry in view.series()?.iter().filter(|entry| is_contact(entry) && !entry.people.is_empty()) {
        plan(entry, next_planned(entry, today).and_then(|instance| instance.when.first_day()));
    }
    Ok(planned)
}

/// What a line of the timeline is about.
#[derive(Clone, Debug, PartialEq)]
pub enum TimelineKind {
    /// An entry of the diary.
    Entry(Box<Item>),
    /// A stage that was reached.
    Stage(Stage),
    /// The day on which they came to the list.
    Came,
    /// A registration.
    Registered,
    /// A rank or a milestone that was reached.
    Result(String),
    /// A goal that was agreed.
    Goal(Box<Goal>),
    /// What was changed of what is known of them: the names of the fields.
    Changed(Vec<String>),
    /// An order.
    Order(Box<Order>),
    /// A step of the learning path, by its key, that was learnt.
    Learnt(String),
    /// A dated line: what they need.
    Need(String),
    /// A dated line: what is going on.
    GoingOn(String),
}

/// A line of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineLine {
    /// The day; none for what has none yet.
    pub on: Option<NaiveDate>,
    /// The time of day.
    pub at: Option<NaiveTime>,
    /// What it is.
    pub kind: TimelineKind,
}

/// The four plain lines of a registered user.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainLines {
    /// The orders of this month: their points and what they cost.
    pub own_points: Option<rust_decimal::Decimal>,
    /// Customers whom they serve: those brought in by them who only use the product.
    pub customers: usize,
    /// People whom they brought in.
    pub brought_in: usize,
    /// Whom they teach: those of their branch who, within three months, came to a training that they led or had a 2+1
    /// meeting with them; empty when nothing is known of it.
    pub teaches: Vec<PersonName>,
}

/// Everything that a person's pane shows.
#[derive(Clone, Debug)]
pub struct PersonView {
    /// The person, the last and the next contact.
    pub row: ListRow,
    /// Days between contacts.
    pub cadence_days: Option<u16>,
    /// Days between contacts by the rule of the settings, whatever is set for the person.
    pub rule_days: Option<u16>,
    /// Whose list they stand on, unless it is the user's own.
    pub of_list: Option<PersonName>,
    /// Who referred them.
    pub referred_by: Option<PersonName>,
    /// Their sponsor, for a registered user.
    pub sponsor: Option<PersonName>,
    /// Promises that are open.
    pub promises: Vec<Item>,
    /// What is planned with them, soonest first.
    pub upcoming: Vec<Item>,
    /// Goals that are open.
    pub goals: Vec<Goal>,
    /// Goals that were reached or given up, newest first.
    pub past_goals: Vec<Goal>,
    /// Orders, newest first.
    pub orders: Vec<Order>,
    /// The four plain lines, for a registered user and for the user.
    pub plain: Option<PlainLines>,
    /// Everything that happened, newest first.
    pub timeline: Vec<TimelineLine>,
    /// How many people are on their own list.
    pub own_list: usize,
}

/// The most entries that a timeline shows.
const LONGEST_TIMELINE: usize = 300;

/// A person's pane; none when they are gone.
///
/// # Errors
/// Any failure of the store.
pub fn person(view: &View, id: PersonId, today: NaiveDate) -> Result<Option<PersonView>, StoreError> {
    let people = view.people();
    let Some(known) = people.get(id) else { return Ok(None) };
    let entries = view.unrolled_items(&view.entries_of(id, LONGEST_TIMELINE)?, today);
    let mut orders = view.orders_of(id)?;
    orders.reverse();
    let mut goals: Vec<Goal> = view.all()?;
    goals.retain(|goal| goal.person == id);
    goals.sort_by_key(|goal| (goal.agreed, goal.id));
    let (open_goals, mut past_goals): (Vec<_>, Vec<_>) =
        goals.iter().cloned().partition(|goal| goal.state == GoalState::Open);
    past_goals.sort_by_key(|goal| std::cmp::Reverse(goal.decided.unwrap_or(goal.agreed)));
    let in_structure = known.registration.is_some() || view.settings()?.me == id;
    let open = |item: &&Item| item.state == EntryState::Planned;
    let mut upcoming: Vec<Item> = entries
        .iter()
        .filter(open)
        .filter(|item| item.nature.is_none() && item.kind != EntryKind::Note)
        .cloned()
        .collect();
    upcoming.sort_by_key(Item::rank);
    let planned = planned_contacts(view, today)?;
    let owner = match known.owner {
        ListOwner::Mine => None,
        ListOwner::Partner(partner) => name(people, partner),
    };
    Ok(Some(PersonView {
        row: row(people, known, &planned, today),
        cadence_days: people.standing(known).cadence_days,
        rule_days: people.days_by_rule(known),
        of_list: owner,
        referred_by: known.referred_by.and_then(|by| name(people, by)),
        sponsor: known.registration.as_ref().and_then(|own| name(people, own.sponsor)),
        promises: entries.iter().filter(open).filter(|item| is_promise(item)).cloned().collect(),
        upcoming,
        goals: open_goals,
        past_goals,
        plain: if in_structure { Some(plain_lines(view, id, today)?) } else { None },
        timeline: timeline(view, id, entries, &orders, &goals)?,
        orders,
        own_list: people.all().filter(|one| one.owner == ListOwner::Partner(id)).count(),
    }))
}

fn is_promise(item: &Item) -> bool {
    matches!(item.nature, Some(TaskNature::MyPromise | TaskNature::TheirPromise))
}

fn plain_lines(view: &View, id: PersonId, today: NaiveDate) -> Result<PlainLines, StoreError> {
    let people = view.people();
    let below = people.below(id);
    let customer = |one: &&PersonId| {
        let role = people.get(**one).and_then(|person| person.registration.as_ref()).map(|own| own.role);
        role == Some(crate::model::Role::Customer)
    };
    Ok(PlainLines {
        own_points: own_points(view, id, today)?,
        customers: below.iter().filter(customer).count(),
        brought_in: below.len(),
        teaches: people_behind(&behind(view, id, BranchFigure::Teaches, today)?),
    })
}

/// The lines before the newest, which stands at the top of the pane.
fn older(lines: &[DatedLine]) -> impl Iterator<Item = &DatedLine> {
    lines.iter().rev().skip(1)
}

/// Fields of a person whose changes stand in the timeline by themselves, or say nothing to anybody.
const TOLD_ELSEWHERE: [&str; 10] = [
    "stage",
    "stage_changes",
    "ask_again",
    "needs",
    "going_on",
    "registration",
    "learnt",
    "snoozed_until",
    "greeted_on",
    "foreign",
];

/// What was changed of what is known of a person, one line a day.
fn changed(view: &View, id: PersonId) -> Result<Vec<(NaiveDate, Vec<String>)>, StoreError> {
    let mut days: Vec<(NaiveDate, Vec<String>)> = Vec::new();
    for (on, names) in view.changes_of(id)? {
        let told = names.into_iter().filter(|name| !TOLD_ELSEWHERE.contains(&name.as_str()));
        match days.last_mut().filter(|(day, _)| *day == on) {
            Some((_, known)) => {
                let new: Vec<String> = told.filter(|name| !known.contains(name)).collect();
                known.extend(new);
            }
            None => days.push((on, told.collect())),
        }
    }
    days.retain(|(_, names)| !names.is_empty());
    Ok(days)
}

fn timeline(
    view: &View,
    id: PersonId,
    entries: Vec<Item>,
    orders: &[Order],
    goals: &[Goal],
) -> Result<Vec<TimelineLine>, StoreError> {
    let Some(known) = view.people().get(id) else { return Ok(Vec::new()) };
    let on_day = |on, kind| TimelineLine { on: Some(on), at: None, kind };
    let mut lines: Vec<_> = entries
        .into_iter()
        .filter(|item| item.state != EntryState::Planned || item.kind == EntryKind::Note)
        .map(|item| TimelineLine {
            on: item.when.first_day().or(Some(item.created.date())),
            at: item.when.time().or((item.kind == EntryKind::Note).then_some(item.created.time())),
            kind: TimelineKind::Entry(Box::new(item)),
        })
        .collect();
    let registered = known.registration.as_ref().map(|own| own.on);
    let stages = known.stage_changes.iter().filter(|change| change.stage != Stage::Registered || registered.is_none());
    lines.extend(stages.map(|change| on_day(change.on, TimelineKind::Stage(change.stage))));
    lines.extend(registered.map(|on| on_day(on, TimelineKind::Registered)));
    let results = known.registration.iter().flat_map(|own| &own.results);
    lines.extend(results.map(|result| on_day(result.on, TimelineKind::Result(result.text.clone()))));
    lines.extend(known.learnt.iter().map(|one| on_day(one.on, TimelineKind::Learnt(one.step.clone()))));
    lines.extend(goals.iter().map(|goal| on_day(goal.agreed, TimelineKind::Goal(Box::new(goal.clone())))));
    lines.extend(orders.iter().map(|order| on_day(order.on, TimelineKind::Order(Box::new(order.clone())))));
    lines.extend(older(&known.needs).map(|line| on_day(line.on, TimelineKind::Need(line.text.clone()))));
    lines.extend(older(&known.going_on).map(|line| on_day(line.on, TimelineKind::GoingOn(line.text.clone()))));
    lines.push(on_day(known.created, TimelineKind::Came));
    lines.extend(changed(view, id)?.into_iter().map(|(on, names)| on_day(on, TimelineKind::Changed(names))));
    lines.sort_by(|one, other| (other.on, other.at).cmp(&(one.on, one.at)));
    Ok(lines)
}
