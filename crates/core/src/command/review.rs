//! Commands about weekly reviews: held, corrected, closed with a snapshot.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{CommandError, Doing, business, diary, plan};
use crate::model::{
    Correction, Entry, EntryId, EntryState, FigurePeriod, InvalidValue, PlanAction, Record as _, Review, ReviewId,
    ReviewState, Snapshot, SnapshotId, check_text,
};

/// What a correction of a weekly review becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum CorrectionInto {
    /// It stays a line of the review.
    Words,
    /// A dated entry of the diary, mostly a task.
    Task(Box<Entry>),
    /// So many of an action, planned over the next week.
    Row {
        /// The row of the plan.
        action: PlanAction,
        /// How many.
        planned: u32,
        /// The days of the week on which the person works; none for every day.
        works: Vec<Weekday>,
    },
}

/// A correction as it is to be.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionDraft {
    /// The line of the review that it came from, in words.
    pub from: String,
    /// The correction.
    pub text: String,
    /// What it becomes.
    pub into: CorrectionInto,
}

/// A weekly review, taken apart.
struct Held {
    id: ReviewId,
    from: NaiveDate,
    state: ReviewState,
    corrections: Vec<Correction>,
    snapshot: Option<SnapshotId>,
}

impl Held {
    /// The review of the week of a day, or a new one that is begun.
    fn of(doing: &Doing<'_, '_>, day: NaiveDate) -> Result<Self, CommandError> {
        let from = FigurePeriod::week_of(day).first_day();
        let id = ReviewId::named(&[b"week", &from.num_days_from_ce().to_be_bytes()]);
        Ok(match doing.writing.get::<Review>(id.to_bytes())? {
            Some(Review::Week { id, from, state, corrections, snapshot }) => {
                Self { id, from, state, corrections, snapshot }
            }
            _ => Self { id, from, state: ReviewState::Open, corrections: Vec::new(), snapshot: None },
        })
    }

    /// Keeps it; gives the name of its week for the history.
    fn put(self, doing: &mut Doing<'_, '_>) -> Result<String, CommandError> {
        let Self { id, from, state, corrections, snapshot } = self;
        doing.writing.put(&Review::Week { id, from, state, corrections, snapshot })?;
        Ok(FigurePeriod::week_of(from).name().0)
    }

    fn correction(&self, at: usize) -> Result<&Correction, CommandError> {
        self.corrections.get(at).ok_or(CommandError::NotFound("correction"))
    }
}

pub(super) fn hold(doing: &mut Doing<'_, '_>, week: NaiveDate, state: ReviewState) -> Result<String, CommandError> {
    Held { state, ..Held::of(doing, week)? }.put(doing)
}

pub(super) fn add_correction(
    doing: &mut Doing<'_, '_>,
    week: NaiveDate,
    draft: &CorrectionDraft,
) -> Result<String, CommandError> {
    let mut held = Held::of(doing, week)?;
    let correction = correct(doing, held.from, draft)?;
    held.corrections.push(correction);
    held.put(doing)?;
    Ok(draft.text.trim().to_owned())
}

pub(super) fn change_correction(
    doing: &mut Doing<'_, '_>,
    week: NaiveDate,
    at: usize,
    draft: &CorrectionDraft,
) -> Result<String, CommandError> {
    let mut held = Held::of(doing, week)?;
    let before = held.correction(at)?.clone();
    let kept = match &draft.into {
        CorrectionInto::Task(entry) => Some(entry.id),
        CorrectionInto::Words | CorrectionInto::Row { .. } => None,
    };
    if before.task != kept {
        take_back(doing, before.task)?;
    }
    let correction = correct(doing, held.from, draft)?;
    if let Some(place) = held.corrections.get_mut(at) {
        *place = correction;
    }
    held.put(doing)?;
    Ok(draft.text.trim().to_owned())
}

pub(super) fn remove_correction(doing: &mut Doing<'_, '_>, week: NaiveDate, at: usize) -> Result<String, CommandError> {
    let mut held = Held::of(doing, week)?;
    let gone = held.correction(at)?.clone();
    take_back(doing, gone.task)?;
    held.corrections.remove(at);
    held.put(doing)?;
    Ok(gone.text)
}

/// Freezes the figures of the week and ends its review with them. A snapshot of before stays as it is.
pub(super) fn close(doing: &mut Doing<'_, '_>, week: NaiveDate, snapshot: &Snapshot) -> Result<String, CommandError> {
    let held = Held::of(doing, week)?;
    if snapshot.period != FigurePeriod::week_of(held.from) {
        return Err(CommandError::NotFound("snapshot of the week"));
    }
    business::take_snapshot(doing, snapshot)?;
    Held { state: ReviewState::Done, snapshot: Some(snapshot.id), ..held }.put(doing)
}

/// Makes what a correction becomes, and the correction.
fn correct(doing: &mut Doing<'_, '_>, week: NaiveDate, draft: &CorrectionDraft) -> Result<Correction, CommandError> {
    let text = draft.text.trim();
    if text.is_empty() {
        return Err(InvalidValue::EmptyTitle.into());
    }
    let from = draft.from.trim().to_owned();
    [text, &from].into_iter().try_for_each(check_text)?;
    let mut correction = Correction { from, text: text.to_owned(), task: None, row: None };
    match &draft.into {
        CorrectionInto::Words => {}
        CorrectionInto::Task(entry) => {
            let mut entry = Entry::clone(entry);
            if entry.note.is_empty() {
                entry.note.clone_from(&correction.from);
            }
            if doing.writing.get::<Entry>(entry.id.to_bytes())?.is_some() {
                diary::edit(doing, &entry, &[])?;
            } else {
                diary::add(doing, &entry, &[])?;
            }
            correction.task = Some(entry.id);
        }
        CorrectionInto::Row { action, planned, works } => {
            let me = doing.settings()?.me;
            plan::spread(doing, me, &next_week(week), action, *planned, works)?;
            correction.row = Some(action.clone());
        }
    }
    Ok(correction)
}

fn next_week(week: NaiveDate) -> std::ops::RangeInclusive<NaiveDate> {
    let later = |days| week.checked_add_days(Days::new(days)).unwrap_or(week);
    later(7)..=later(13)
}

/// A task goes with its correction, unless it is done or dropped: then it is history.
fn take_back(doing: &mut Doing<'_, '_>, task: Option<EntryId>) -> Result<(), CommandError> {
    let Some(task) = task else { return Ok(()) };
    let entry: Option<Entry> = doing.writing.get(task.to_bytes())?;
    if let Some(entry) = entry.filter(|entry| entry.state == EntryState::Planned) {
        doing.writing.remove(entry.key())?;
    }
    Ok(())
}
