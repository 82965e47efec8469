//! Commands about orders, readings, goals and snapshots.

use super::{CommandError, Doing, diary};
use crate::model::{
    Entry, Goal, GoalId, GoalState, InvalidValue, Order, OrderId, Reading, ReadingId, Record, RecordKey, RecordKind,
    Scope, Snapshot, SnapshotId,
};

fn remove(doing: &mut Doing<'_, '_>, kind: RecordKind, id: [u8; 16]) -> Result<(), CommandError> {
    Ok(doing.writing.remove(RecordKey { kind, id })?)
}

fn there<R: Record>(doing: &Doing<'_, '_>, id: [u8; 16], what: &'static str) -> Result<R, CommandError> {
    doing.writing.get(id)?.ok_or(CommandError::NotFound(what))
}

pub(super) fn add_order(doing: &mut Doing<'_, '_>, order: &Order) -> Result<String, CommandError> {
    order.check()?;
    doing.is_new(order)?;
    let person = doing.person(order.person)?;
    doing.writing.put(order)?;
    Ok(person.name.full())
}

pub(super) fn add_order_and_calls(
    doing: &mut Doing<'_, '_>,
    order: &Order,
    calls: &[Entry],
) -> Result<String, CommandError> {
    let name = add_order(doing, order)?;
    for call in calls {
        diary::add(doing, call, &[])?;
    }
    Ok(name)
}

pub(super) fn edit_order(doing: &mut Doing<'_, '_>, order: &Order) -> Result<String, CommandError> {
    order.check()?;
    there::<Order>(doing, order.id.to_bytes(), "order")?;
    let person = doing.person(order.person)?;
    doing.writing.put(order)?;
    Ok(person.name.full())
}

pub(super) fn delete_order(doing: &mut Doing<'_, '_>, id: OrderId) -> Result<String, CommandError> {
    let order: Order = there(doing, id.to_bytes(), "order")?;
    remove(doing, RecordKind::Order, id.to_bytes())?;
    Ok(doing.person(order.person)?.name.full())
}

pub(super) fn add_reading(doing: &mut Doing<'_, '_>, reading: &Reading) -> Result<String, CommandError> {
    doing.is_new(reading)?;
    let name = match reading.scope {
        Scope::Whole => String::new(),
        Scope::Branch(person) | Scope::Own(person) => doing.person(person)?.name.full(),
    };
    let same: Vec<Reading> = doing.writing.all()?;
    for old in same.iter().filter(|old| old.on == reading.on && old.scope == reading.scope) {
        remove(doing, RecordKind::Reading, old.id.to_bytes())?;
    }
    doing.writing.put(reading)?;
    Ok(name)
}

pub(super) fn delete_reading(doing: &mut Doing<'_, '_>, id: ReadingId) -> Result<String, CommandError> {
    there::<Reading>(doing, id.to_bytes(), "reading")?;
    remove(doing, RecordKind::Reading, id.to_bytes())?;
    Ok(String::new())
}

pub(super) fn set_goal(doing: &mut Doing<'_, '_>, goal: &Goal) -> Result<String, CommandError> {
    if goal.what.trim().is_empty() {
        return Err(InvalidValue::EmptyTitle.into());
    }
    let person = doing.person(goal.person)?;
    let mut goal = goal.clone();
    let today = doing.now.date();
    goal.decided = (goal.state != GoalState::Open).then(|| goal.decided.unwrap_or(today));
    doing.writing.put(&goal)?;
    Ok(person.name.full())
}

pub(super) fn delete_goal(doing: &mut Doing<'_, '_>, id: GoalId) -> Result<String, CommandError> {
    let goal: Goal = there(doing, id.to_bytes(), "goal")?;
    remove(doing, RecordKind::Goal, id.to_bytes())?;
    Ok(goal.what)
}

pub(super) fn take_snapshot(doing: &mut Doing<'_, '_>, snapshot: &Snapshot) -> Result<String, CommandError> {
    doing.is_new(snapshot)?;
    doing.writing.put(snapshot)?;
    Ok(snapshot.period.name().0)
}

pub(super) fn delete_snapshot(doing: &mut Doing<'_, '_>, id: SnapshotId) -> Result<String, CommandError> {
    let snapshot: Snapshot = there(doing, id.to_bytes(), "snapshot")?;
    remove(doing, RecordKind::Snapshot, id.to_bytes())?;
    Ok(snapshot.period.name().0)
}
