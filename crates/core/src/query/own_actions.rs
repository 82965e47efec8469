//! The kinds of action that a person has added to those of the field.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::View;
use crate::model::{Action, PlanAction, PlanItem};
use crate::store::StoreError;

/// How far back and ahead the diary is looked through for them, in days.
const LOOKED_THROUGH: u64 = 366;

/// Every own kind of action in a plan, or in the diary within a year of `today`, in the order of the alphabet.
///
/// # Errors
/// Any failure of the store.
pub fn own_actions(view: &View, today: NaiveDate) -> Result<Vec<String>, StoreError> {
    let mut names = BTreeSet::new();
    for item in view.all::<PlanItem>()? {
        let rows = match item {
            PlanItem::Count { action, .. } => vec![action],
            PlanItem::Setup { rows, .. } => rows,
            _ => Vec::new(),
        };
        names.extend(rows.into_iter().filter_map(|row| match row {
            PlanAction::Action(Action::Own(name)) => Some(name),
            _ => None,
        }));
    }
    let (back, ahead) = (Days::new(LOOKED_THROUGH), Days::new(LOOKED_THROUGH));
    let days = today.checked_sub_days(back).unwrap_or(today)..=today.checked_add_days(ahead).unwrap_or(today);
    for entry in view.entries_on(&days)? {
        if let Some(Action::Own(name)) = &entry.action {
            names.insert(name.clone());
        }
    }
    Ok(names.into_iter().collect())
}
