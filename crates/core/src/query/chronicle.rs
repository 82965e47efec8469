//! What happened, day under day backwards in time: what was done, what was told of it, what was noted.

use chrono::{Days, NaiveDate};

use super::item::name;
use super::{Item, PersonName, View};
use crate::model::{EntryKind, EntryState};
use crate::store::StoreError;

/// How many days are read at first; where they hold little, twice as many each time.
const SPAN: u64 = 14;
/// How many days one reading goes back at most.
const FURTHEST: u64 = 1_500;

/// One line of the chronicle.
#[derive(Clone, Debug, PartialEq)]
pub struct ChronicleLine {
    /// What happened.
    pub item: Item,
    /// Who was met, where others than the people of the entry were.
    pub met: Vec<PersonName>,
    /// Who was met first there.
    pub new_contacts: Vec<PersonName>,
    /// The call that was promised, unless it is gone.
    pub call: Option<Item>,
}

/// A day of the chronicle.
#[derive(Clone, Debug, PartialEq)]
pub struct ChronicleDay {
    /// The day.
    pub on: NaiveDate,
    /// What happened, in order of time; never empty.
    pub lines: Vec<ChronicleLine>,
}

/// A part of the chronicle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chronicle {
    /// Days on which something happened, newest first.
    pub days: Vec<ChronicleDay>,
    /// The day with which what is older begins; none where there is nothing older.
    pub older: Option<NaiveDate>,
}

/// Whether a thing belongs to what happened rather than to what is planned.
fn happened(item: &Item) -> bool {
    item.state == EntryState::Done
        || item.outcome.is_some()
        || (item.kind == EntryKind::Note && item.state != EntryState::Dropped)
}

/// What happened up to a day, as many whole days of it as have `wanted` lines. With a state that is looked for, what is
/// in that state, planned and dropped things too. `lets_through` holds back the rest.
///
/// # Errors
/// Any failure of the store.
pub fn chronicle(
    view: &View,
    until: NaiveDate,
    wanted: usize,
    state: Option<EntryState>,
    lets_through: impl Fn(&Item) -> bool,
) -> Result<Chronicle, StoreError> {
    let Some(begins) = view.first_day()? else { return Ok(Chronicle::default()) };
    let belongs = |item: &Item| state.map_or_else(|| happened(item), |state| item.state == state);
    let mut answer = Chronicle { days: Vec::new(), older: Some(until) };
    let (mut to, mut span, mut read, mut lines) = (until, SPAN, 0, 0);
    while lines < wanted && read < FURTHEST {
        if to < begins {
            answer.older = None;
            break;
        }
        let from = to.checked_sub_days(Days::new(span - 1)).unwrap_or(NaiveDate::MIN).max(begins);
        let mut items = view.items(&(from..=to))?;
        items.retain(|item| item.when.first_day().is_some_and(|day| (from..=to).contains(&day)));
        items.retain(|item| belongs(item) && lets_through(item));
        lines += items.len();
        put(view, items, &mut answer.days)?;
        answer.older = from.pred_opt().filter(|day| *day >= begins);
        let Some(next) = answer.older else { break };
        (to, read, span) = (next, read + span, span * 2);
    }
    Ok(answer)
}

/// Puts things that stand in order of time under their days, the newest day first.
fn put(view: &View, items: Vec<Item>, days: &mut Vec<ChronicleDay>) -> Result<(), StoreError> {
    let mut found: Vec<ChronicleDay> = Vec::new();
    for item in items {
        let Some(on) = item.when.first_day() else { continue };
        let line = line(view, item)?;
        match found.last_mut().filter(|day| day.on == on) {
            Some(day) => day.lines.push(line),
            None => found.push(ChronicleDay { on, lines: vec![line] }),
        }
    }
    for day in &mut found {
        day.lines.sort_by_key(|line| (line.item.is_note_of_day(), line.item.when.time(), line.item.id));
    }
    days.extend(found.into_iter().rev());
    Ok(())
}

fn line(view: &View, item: Item) -> Result<ChronicleLine, StoreError> {
    let outcome = item.outcome.clone().unwrap_or_default();
    let named = |ids: &[_]| ids.iter().filter_map(|id| name(view.people(), *id)).collect::<Vec<_>>();
    let mut met = named(&outcome.met);
    if met.iter().all(|one| item.people.contains(one)) && item.people.len() == met.len() {
        met.clear();
    }
    let call = outcome.call.map(|id| view.item(id, None)).transpose()?.flatten().map(|(_, call)| call);
    Ok(ChronicleLine { met, new_contacts: named(&outcome.new_contacts), call, item })
}
