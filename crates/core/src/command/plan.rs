//! Commands about the plan.

use chrono::NaiveDate;

use super::{CommandError, Doing};
use crate::model::{InvalidValue, PersonId, PlanAction, PlanItem, PlanItemId, PlanLevel, Record as _};

pub(super) fn count(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    on: NaiveDate,
    action: &PlanAction,
    planned: u16,
) -> Result<String, CommandError> {
    if planned > 1_000 {
        return Err(InvalidValue::Count.into());
    }
    let name = doing.person(person)?.name.full();
    let items: Vec<PlanItem> = doing.writing.all()?;
    let there = items.into_iter().find(|item| {
        matches!(item, PlanItem::Count { person: whose, on: day, action: row, .. }
            if *whose == person && *day == on && row == action)
    });
    match (there, planned) {
        (Some(item), 0) => doing.writing.remove(item.key())?,
        (None, 0) => {}
        (there, planned) => {
            let id = there.map_or_else(|| PlanItemId::new(doing.ids, doing.now.local), |item| item.id());
            doing.writing.put(&PlanItem::Count { id, person, on, action: action.clone(), planned })?;
        }
    }
    Ok(name)
}

pub(super) fn words(
    doing: &mut Doing<'_, '_>,
    person: PersonId,
    level: PlanLevel,
    from: NaiveDate,
    lines: &[String],
) -> Result<String, CommandError> {
    let name = doing.person(person)?.name.full();
    let lines: Vec<String> = lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let items: Vec<PlanItem> = doing.writing.all()?;
    let there = items.into_iter().find(|item| {
        matches!(item, PlanItem::Words { person: whose, level: rung, from: day, .. }
            if *whose == person && *rung == level && *day == from)
    });
    match there {
        Some(item) if lines.is_empty() => doing.writing.remove(item.key())?,
        None if lines.is_empty() => {}
        there => {
            let id = there.map_or_else(|| PlanItemId::new(doing.ids, doing.now.local), |item| item.id());
            doing.writing.put(&PlanItem::Words { id, person, level, from, lines })?;
        }
    }
    Ok(name)
}
