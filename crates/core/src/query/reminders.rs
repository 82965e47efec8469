//! Which reminders are due between two moments.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::view::Appearance;
use super::{Item, View};
use crate::model::{EntryState, When};
use crate::store::StoreError;

/// How long before an entry a reminder is looked for: nobody is reminded of what is two months away.
const FARTHEST: Days = Days::new(62);

/// What lasts the whole day is taken to begin at this hour: nobody wants to be reminded at midnight.
const DAY_BEGINS: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A reminder of one appearance of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// The moment of the reminder, by the clock on the user's wall.
    pub at: NaiveDateTime,
    /// When the entry itself begins, by the same clock.
    pub starts: NaiveDateTime,
    /// What is reminded of.
    pub item: Item,
}

/// The reminders after one moment, up to and with another one, in order: those of planned entries and of each planned
/// instance of a series, at its own time. `zone` is the one of the clock on the wall.
///
/// # Errors
/// Any failure of the store.
pub fn reminders_between(
    view: &View,
    after: NaiveDateTime,
    until: NaiveDateTime,
    zone: Tz,
) -> Result<Vec<Reminder>, StoreError> {
    // A day before: what is on another day in its own zone.
    let from = after.date().pred_opt().unwrap_or(after.date());
    let days = from..=until.date().checked_add_days(FARTHEST).unwrap_or(NaiveDate::MAX);
    let mut found = Vec::new();
    for Appearance { entry, instance } in view.appearances(&days)? {
        if entry.reminders.is_empty() || entry.when == When::Undated || instance.state != EntryState::Planned {
            continue;
        }
        let Some(starts) = starts(&instance.when, zone) else { continue };
        let moments = entry.reminders.iter().filter_map(|minutes| {
            let at = starts.checked_sub_signed(TimeDelta::minutes(i64::from(*minutes)))?;
            (after < at && at <= until).then_some(at)
        });
        let mut moments: Vec<_> = moments.collect();
        moments.sort_unstable();
        moments.dedup();
        for at in moments {
            found.push(Reminder { at, starts, item: Item::of(&entry, instance.clone(), view.people()) });
        }
    }
    found.sort_by_key(|one| (one.at, one.starts, one.item.id));
    Ok(found)
}

/// When something begins by the clock of a zone.
fn starts(when: &When, zone: Tz) -> Option<NaiveDateTime> {
    match when {
        When::Undated => None,
        When::AllDay { from, .. } => Some(from.and_time(DAY_BEGINS)),
        When::Timed { start, zone: own, .. } if *own == zone => Some(*start),
        When::Timed { start, zone: own, .. } => {
            let there = start.and_local_timezone(*own).earliest();
            Some(there.map_or(*start, |there| there.with_timezone(&zone).naive_local()))
        }
    }
}
