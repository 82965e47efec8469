//! A person's pane: everything the diary and the orders know of them.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use super::item::name;
use super::list::{ListRow, row};
use super::{Item, PersonName, View};
use crate::model::{DatedLine, EntryKind, EntryState, Goal, GoalState, ListOwner, Order, PersonId, Stage, TaskNature};
use crate::store::StoreError;

/// The next planned contact of each person who has one.
pub type PlannedContacts = HashMap<PersonId, NaiveDate>;

/// The next planned call, meeting or message of each person; what waits from before counts too.
///
/// # Errors
/// Any failure of the store.
pub fn planned_contacts(view: &View) -> Result<PlannedContacts, StoreError> {
    let mut planned = PlannedContacts::new();
    for entry in view.open()? {
        let contact = matches!(entry.kind, EntryKind::Call | EntryKind::Meeting | EntryKind::Message);
        let Some(day) = entry.when.first_day().filter(|_| contact) else { continue };
        for person in &entry.people {
            planned.entry(*person).and_modify(|there| *there = day.min(*there)).or_insert(day);
        }
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
    /// What was changed of what is known of them: the names of the fields.
    Changed(Vec<String>),
    /// An order.
    Order(Box<Order>),
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
    /// Orders, newest first.
    pub orders: Vec<Order>,
    /// The four plain lines, for a registered user.
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
    let entries = view.whole_items(&view.entries_of(id, LONGEST_TIMELINE)?);
    let mut orders = view.orders_of(id)?;
    orders.reverse();
    let goals: Vec<Goal> = view.all()?;
    let open = |item: &&Item| item.state == EntryState::Planned;
    let mut upcoming: Vec<Item> = entries
        .iter()
        .filter(open)
        .filter(|item| item.nature.is_none() && item.kind != EntryKind::Note)
        .cloned()
        .collect();
    upcoming.sort_by_key(Item::rank);
    let planned = planned_contacts(view)?;
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
        goals: goals.into_iter().filter(|goal| goal.person == id && goal.state == GoalState::Open).collect(),
        plain: known.registration.is_some().then(|| plain_lines(view, id, &orders, today)),
        timeline: timeline(view, id, entries, &orders)?,
        orders,
        own_list: people.all().filter(|one| one.owner == ListOwner::Partner(id)).count(),
    }))
}

fn is_promise(item: &Item) -> bool {
    matches!(item.nature, Some(TaskNature::MyPromise | TaskNature::TheirPromise))
}

fn plain_lines(view: &View, id: PersonId, orders: &[Order], today: NaiveDate) -> PlainLines {
    use chrono::Datelike as _;
    let this_month = |order: &&Order| (order.on.year(), order.on.month()) == (today.year(), today.month());
    let points: Vec<_> = orders.iter().filter(this_month).map(|order| order.points.amount()).collect();
    let people = view.people();
    let below = people.below(id);
    let customer = |one: &&PersonId| {
        let role = people.get(**one).and_then(|person| person.registration.as_ref()).map(|own| own.role);
        role == Some(crate::model::Role::Customer)
    };
    PlainLines {
        own_points: (!points.is_empty()).then(|| points.into_iter().sum()),
        customers: below.iter().filter(customer).count(),
        brought_in: below.len(),
    }
}

/// The lines before the newest, which stands at the top of the pane.
fn older(lines: &[DatedLine]) -> impl Iterator<Item = &DatedLine> {
    lines.iter().rev().skip(1)
}

/// Fields of a person whose changes stand in the timeline by themselves, or say nothing to anybody.
const TOLD_ELSEWHERE: [&str; 9] = [
    "stage",
    "stage_changes",
    "ask_again",
    "needs",
    "going_on",
    "registration",
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

fn timeline(view: &View, id: PersonId, entries: Vec<Item>, orders: &[Order]) -> Result<Vec<TimelineLine>, StoreError> {
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
    lines.extend(orders.iter().map(|order| on_day(order.on, TimelineKind::Order(Box::new(order.clone())))));
    lines.extend(older(&known.needs).map(|line| on_day(line.on, TimelineKind::Need(line.text.clone()))));
    lines.extend(older(&known.going_on).map(|line| on_day(line.on, TimelineKind::GoingOn(line.text.clone()))));
    let results = known.registration.iter().flat_map(|own| &own.results);
    lines.extend(results.map(|result| on_day(result.on, TimelineKind::Result(result.text.clone()))));
    lines.push(on_day(known.created, TimelineKind::Came));
    lines.extend(changed(view, id)?.into_iter().map(|(on, names)| on_day(on, TimelineKind::Changed(names))));
    lines.sort_by(|one, other| (other.on, other.at).cmp(&(one.on, one.at)));
    Ok(lines)
}
