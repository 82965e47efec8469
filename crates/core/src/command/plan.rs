//! Commands about the plan.

use chrono::{Datelike as _, NaiveDate};

use super::{CommandError, Doing};
use crate::model::{InvalidValue, PersonId, PlanAction, PlanItem, PlanItemId, PlanLevel, Record as _};
use crate::store::StoreError;

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
    let row = row_name(action)?;
    let id = PlanItemId::named(&[b"count", &person.to_bytes(), &day_name(on), &row]);
    let item = PlanItem::Count { id, person, on, action: action.clone(), planned };
    if planned == 0 {
        doing.writing.remove(item.key())?;
    } else {
        doing.writing.put(&item)?;
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
    let rung = [level as u8];
    let id = PlanItemId::named(&[b"words", &person.to_bytes(), &rung, &day_name(from)]);
    let empty = lines.is_empty();
    let item = PlanItem::Words { id, person, level, from, lines };
    if empty {
        doing.writing.remove(item.key())?;
    } else {
        doing.writing.put(&item)?;
    }
    Ok(name)
}

fn day_name(day: NaiveDate) -> [u8; 4] {
    day.num_days_from_ce().to_be_bytes()
}

/// A row of the plan as part of an id.
fn row_name(action: &PlanAction) -> Result<Vec<u8>, CommandError> {
    serde_json::to_vec(action).map_err(|error| StoreError::Encode(error.to_string()).into())
}
