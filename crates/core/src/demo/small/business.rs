//! Orders, readings, trainings and goals of the small example.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta};
use rust_decimal::Decimal;

use super::data::Lesson;
use super::{Telling, eve};
use crate::command::Command;
use crate::desk::DeskError;
use crate::model::{
    Action, Attendance, Currency, Entry, EntryId, EntryKind, EntryState, FigurePeriod, Goal, GoalId, GoalState, Mode,
    Money, Order, OrderId, PersonId, Points, Priority, Reading, ReadingId, Scope, Training,
};

pub(super) fn tell(telling: &mut Telling<'_, '_>) -> Result<(), DeskError> {
    orders(telling)?;
    readings(telling);
    for lesson in std::mem::take(&mut telling.data.trainings) {
        training(telling, &lesson)?;
    }
    for (back, people, live, trainings) in telling.data.past_trainings.clone() {
        past_trainings(telling, back, people, live, trainings)?;
    }
    for (whose, what, until, ago, why) in std::mem::take(&mut telling.data.goals) {
        let at = telling.scribe.moment(telling.day(-ago), 20, 0);
        let goal = Goal {
            id: GoalId::new(&telling.scribe.ids, at),
            person: telling.person(&whose)?,
            what: telling.text(&what)?,
            until: Some(telling.day(until)),
            why: telling.text(&why)?,
            agreed: at.date(),
            state: GoalState::Open,
            decided: None,
        };
        telling.tell(at, Command::SetGoal(Box::new(goal)));
    }
    Ok(())
}

fn points(amount: u32) -> Points {
    Points::new(Decimal::from(amount)).unwrap_or_default()
}

fn orders(telling: &mut Telling<'_, '_>) -> Result<(), DeskError> {
    for (key, back, day, amount) in std::mem::take(&mut telling.data.orders) {
        if let Some(on) = telling.month_day((back, day)) {
            order(telling, telling.person(&key)?, on, amount);
        }
    }
    for (back, parts) in std::mem::take(&mut telling.data.order_months) {
        for (from, to, amount) in parts {
            spread(telling, back, (from, to), amount);
        }
    }
    Ok(())
}

fn order(telling: &mut Telling<'_, '_>, person: PersonId, on: NaiveDate, amount: u32) {
    let minute = telling.scribe.random.u32(..60);
    let at = telling.scribe.moment(on, 11, minute);
    // A point is about 1.75 euro.
    let cost = Money::new(Decimal::new(i64::from(amount) * 175, 2).round(), Currency::euro()).ok();
    let order = Order {
        id: OrderId::new(&telling.scribe.ids, at),
        person,
        on,
        products: telling.words.any(&mut telling.scribe.random, "products").to_owned(),
        points: points(amount),
        amount: cost,
        note: String::new(),
    };
    telling.tell(at, Command::AddOrder(Box::new(order)));
}

/// Those who were registered on a day, the user too, in the order of the cast.
fn registered(telling: &Telling<'_, '_>, on: NaiveDate) -> Vec<PersonId> {
    let cast = telling.data.people.iter().filter_map(|somebody| {
        let joined = telling.month_day(somebody.registration.as_ref()?.date)?;
        telling.people.get(&somebody.key).copied().filter(|_| joined <= on)
    });
    telling.people.get("me").copied().into_iter().chain(cast).collect()
}

/// Shares an amount among those who were registered by then.
fn spread(telling: &mut Telling<'_, '_>, back: u32, (from, to): (u32, u32), amount: u32) {
    let Some(first) = telling.month_day((back, from)) else { return };
    let people = registered(telling, first);
    let mut left = amount;
    while left > 0 && !people.is_empty() {
        let part = telling.scribe.random.u32(12..64);
        let part = if left < part + 12 { left } else { part };
        let day = telling.scribe.random.u32(from..=to);
        let person = people.get(telling.scribe.random.usize(..people.len())).copied();
        if let (Some(person), Some(on)) = (person, telling.month_day((back, day))) {
            order(telling, person, on, part);
        }
        left -= part;
    }
}

fn readings(telling: &mut Telling<'_, '_>) {
    for (back, day, amount) in telling.data.readings.clone() {
        if let Some(on) = telling.month_day((back, day)) {
            reading(telling, on, amount);
        }
    }
    for (back, amount) in telling.data.older_readings.clone() {
        if let Some(day) = telling.month_day((back, 1)) {
            reading(telling, FigurePeriod::month_of(day).last_day(), amount);
        }
    }
}

fn reading(telling: &mut Telling<'_, '_>, on: NaiveDate, amount: u32) {
    let at = telling.scribe.moment(on, 22, 0);
    let id = ReadingId::new(&telling.scribe.ids, at);
    let source = telling.words.reading_source.clone();
    telling.tell(at, Command::AddReading(Reading { id, on, scope: Scope::Whole, points: points(amount), source }));
}

fn training(telling: &mut Telling<'_, '_>, lesson: &Lesson) -> Result<(), DeskError> {
    let day = match (lesson.month, lesson.day) {
        (Some(month), _) => telling.month_day(month),
        (None, day) => day.map(|day| telling.day(day)),
    };
    let Some(day) = day else { return Ok(()) };
    let mode = if lesson.live { Mode::InPerson } else { Mode::Online };
    let wants = telling.persons(&lesson.wants)?;
    let came = telling.persons(&lesson.came)?;
    let came = came.into_iter().map(|person| Attendance { person, mode, wants_more: wants.contains(&person) });
    let held = Training {
        topic: telling.text(&lesson.topic)?,
        leader: Some(telling.person(&lesson.leader)?),
        materials: String::new(),
        invited: telling.persons(&lesson.invited)?,
        came: came.collect(),
    };
    let time = NaiveTime::parse_from_str(&lesson.time, "%H:%M").unwrap_or_default();
    put_training(telling, day, (time, lesson.minutes), lesson.live, held)
}

/// Plans a training three days before; one that is over is ended with those who came.
fn put_training(
    telling: &mut Telling<'_, '_>,
    day: NaiveDate,
    (time, minutes): (NaiveTime, u32),
    live: bool,
    mut training: Training,
) -> Result<(), DeskError> {
    let start = day.and_time(time);
    let planned = start.checked_sub_signed(TimeDelta::days(3)).unwrap_or(start).min(telling.now).max(telling.began);
    let pattern = telling.text(&telling.data.training_titles[usize::from(live)].clone())?;
    let title = pattern.replace("{topic}", &training.topic.to_lowercase());
    let when = telling.scribe.timed(start, Some(minutes));
    let id = EntryId::new(&telling.scribe.ids, planned);
    let mut entry = Entry::new(id, EntryKind::Event, &title, when, planned);
    entry.action = Some(Action::Training);
    entry.priority = Priority::Important;
    entry.mode = Some(if live { Mode::InPerson } else { Mode::Online });
    if live && let Some(place) = telling.words.pool("place").get(2) {
        entry.place.clone_from(place);
    }
    let came = std::mem::take(&mut training.came);
    entry.training = Some(training.clone());
    telling.tell(planned, Command::AddEntry(Box::new(entry.clone())));
    let end = start.checked_add_signed(TimeDelta::minutes(minutes.into())).unwrap_or(start);
    if end <= telling.now {
        entry.training = Some(Training { came, ..training });
        entry.state = EntryState::Done;
        telling.tell(end, Command::EditEntry(Box::new(entry)));
    }
    Ok(())
}

/// The trainings of an earlier month: so many people in all, the first of them in person.
fn past_trainings(
    telling: &mut Telling<'_, '_>,
    back: u32,
    people: usize,
    live: usize,
    trainings: u32,
) -> Result<(), DeskError> {
    let Some(first) = telling.month_day((back, 1)) else { return Ok(()) };
    let mut there = registered(telling, first);
    let leader = there.first().copied();
    there.retain(|person| Some(*person) != leader);
    telling.scribe.random.shuffle(&mut there);
    there.truncate(people);
    let (in_person, online) = there.split_at(live.min(there.len()));
    let mut groups: BTreeMap<u32, (bool, Vec<PersonId>)> = BTreeMap::new();
    groups.insert(0, (true, in_person.to_vec()));
    for (number, person) in (0..).zip(online) {
        groups.entry(1 + number % (trainings - 1).max(1)).or_insert((false, Vec::new())).1.push(*person);
    }
    for (number, (live, came)) in groups {
        let Some(day) = first.with_day(5 + 9 * number) else { continue };
        debug_assert_eq!(day.month(), first.month());
        let mode = if live { Mode::InPerson } else { Mode::Online };
        let topic = telling.words.any(&mut telling.scribe.random, "topic").to_owned();
        let attended =
            |(order, person): (usize, &PersonId)| Attendance { person: *person, mode, wants_more: order % 4 == 0 };
        let came_all = came.iter().enumerate().map(attended).collect();
        let training = Training { topic, leader, materials: String::new(), invited: came, came: came_all };
        let time = NaiveTime::from_hms_opt(if live { 10 } else { 18 }, 0, 0).unwrap_or_default();
        put_training(telling, day, (time, if live { 180 } else { 60 }), live, training)?;
    }
    Ok(())
}

/// The evening before a day.
pub(super) fn evening_before(telling: &Telling<'_, '_>, day: NaiveDate) -> chrono::NaiveDateTime {
    telling.scribe.moment(eve(day), 19, 45)
}
