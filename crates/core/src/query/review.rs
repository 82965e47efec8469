//! The weekly review: what it shows of a week, and which weeks were held or missed.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::figures::{Figures, figures};
use super::plan::{PlanRow, plan_rows, seven_days};
use super::review_people::{ReviewPerson, to_congratulate, to_support};
use super::{Item, View};
use crate::model::{Correction, EntryState, FigurePeriod, PlanAction, PlanItem, Review, ReviewState, Scope, Snapshot};
use crate::store::StoreError;

/// How many weeks back a review that was missed can still be held: a quarter of a year.
pub const WEEKS_LOOKED_BACK: usize = 13;

/// A week and how far its review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewWeek {
    /// Its Monday.
    pub from: NaiveDate,
    /// How far its review is; none where it was not begun.
    pub state: Option<ReviewState>,
    /// Whether it is over without having been held.
    pub missed: bool,
}

/// A correction with what became of its task.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionLine {
    /// The correction.
    pub correction: Correction,
    /// The entry that it became, as it is now; none where it became none or the entry is gone.
    pub task: Option<Item>,
}

/// Everything that the review of a week shows.
#[derive(Clone, Debug)]
pub struct WeeklyReview {
    /// The Monday of the week.
    pub from: NaiveDate,
    /// How far the review is; none where it was not begun.
    pub state: Option<ReviewState>,
    /// The figures of the week beside the same days before.
    pub week: Figures,
    /// The figures of the month in which the week ends, beside the same days before.
    pub month: Figures,
    /// Planned and done in the week, of the user.
    pub rows: Vec<PlanRow>,
    /// What is planned for the week after, by row: at least the rows of this one.
    pub next: Vec<(PlanAction, u32)>,
    /// The days of the week on which anything was planned in this week or the next; none where nothing was.
    pub works: Vec<Weekday>,
    /// Whom to congratulate, with the plain reasons.
    pub congratulate: Vec<ReviewPerson>,
    /// Whom to support, with the plain reasons.
    pub support: Vec<ReviewPerson>,
    /// The corrections.
    pub corrections: Vec<CorrectionLine>,
    /// The snapshot that closed it.
    pub snapshot: Option<Snapshot>,
}

/// Whether the review of the week of a day is due on it: from the review day on, until the week is over.
#[must_use]
pub fn is_review_due(day: NaiveDate, review_day: Weekday) -> bool {
    day.weekday().num_days_from_monday() >= review_day.num_days_from_monday()
}

/// The seven days after the week of a day.
#[must_use]
pub fn next_week_of(week: NaiveDate) -> RangeInclusive<NaiveDate> {
    let period = FigurePeriod::week_of(week).next();
    period.first_day()..=period.last_day()
}

/// The week that runs and those of before, newest first: as many as can still be held, and every one with a review.
/// A week before anything was in the workspace was not missed.
///
/// # Errors
/// Any failure of the store.
pub fn review_weeks(view: &View, today: NaiveDate) -> Result<Vec<ReviewWeek>, StoreError> {
    let mut states = BTreeMap::new();
    for review in view.all::<Review>()? {
        if let Review::Week { from, state, .. } = review {
            states.insert(from, state);
        }
    }
    let current = FigurePeriod::week_of(today).first_day();
    let began = view.first_day()?.into_iter().chain(view.people().me().map(|me| me.created)).min();
    let began = began.map(|day| FigurePeriod::week_of(day).first_day());
    let mut weeks: BTreeMap<NaiveDate, Option<ReviewState>> = BTreeMap::new();
    for back in 0..=WEEKS_LOOKED_BACK {
        let days = Days::new(7 * u64::try_from(back).unwrap_or(0));
        let week = current.checked_sub_days(days).filter(|week| back == 0 || began.is_some_and(|began| *week >= began));
        weeks.extend(week.map(|week| (week, None)));
    }
    weeks.extend(states.into_iter().map(|(from, state)| (from, Some(state))));
    let told = weeks.into_iter().rev().map(|(from, state)| ReviewWeek {
        from,
        state,
        missed: from < current && !matches!(state, Some(ReviewState::Done | ReviewState::Rest)),
    });
    Ok(told.collect())
}

/// The review of the week of a day, as it stands today.
///
/// # Errors
/// Any failure of the store.
pub fn weekly_review(view: &View, week: NaiveDate, today: NaiveDate) -> Result<WeeklyReview, StoreError> {
    let period = FigurePeriod::week_of(week);
    let from = period.first_day();
    let days = seven_days(from);
    let me = view.settings()?.me;
    // Of a week that is over one looks at its end, as one would have then.
    let on = today.min(*days.end()).max(from);
    let (state, corrections, snapshot) = kept(view, from)?;
    let rows = plan_rows(view, me, &days)?;
    let (next, works) = next_plan(view, &rows, from)?;
    Ok(WeeklyReview {
        from,
        state,
        week: figures(view, period, Scope::Whole, today)?,
        month: figures(view, FigurePeriod::month_of(on), Scope::Whole, on)?,
        rows,
        next,
        works,
        congratulate: to_congratulate(view, &(from..=on))?,
        support: to_support(view, &(from..=on))?,
        corrections,
        snapshot,
    })
}

type Kept = (Option<ReviewState>, Vec<CorrectionLine>, Option<Snapshot>);

/// What is kept of the review of a week.
fn kept(view: &View, week: NaiveDate) -> Result<Kept, StoreError> {
    let found = view.all::<Review>()?.into_iter().find_map(|review| match review {
        Review::Week { from, state, corrections, snapshot, .. } if from == week => Some((state, corrections, snapshot)),
        _ => None,
    });
    let Some((state, corrections, snapshot)) = found else { return Ok((None, Vec::new(), None)) };
    let mut lines = Vec::with_capacity(corrections.len());
    for correction in corrections {
        let task = correction.task.map(|task| view.item(task, None)).transpose()?.flatten();
        let task = task.map(|(_, item)| item).filter(|item| item.state != EntryState::Dropped);
        lines.push(CorrectionLine { correction, task });
    }
    let snapshot = match snapshot {
        Some(id) => view.snapshots()?.into_iter().find(|one| one.id == id),
        None => None,
    };
    Ok((Some(state), lines, snapshot))
}

/// Rows with how many are planned, and days of the week.
type NextPlan = (Vec<(PlanAction, u32)>, Vec<Weekday>);

/// What is planned for the week after, and on which days of the week anything is planned in either.
fn next_plan(view: &View, rows: &[PlanRow], from: NaiveDate) -> Result<NextPlan, StoreError> {
    let me = view.settings()?.me;
    let (days, after) = (seven_days(from), next_week_of(from));
    let mut next: BTreeMap<PlanAction, u32> = rows.iter().map(|row| (row.action.clone(), 0)).collect();
    let mut works = Vec::new();
    for item in view.all::<PlanItem>()? {
        let PlanItem::Count { person, on, action, planned, .. } = item else { continue };
        if person != me || !(days.contains(&on) || after.contains(&on)) {
            continue;
        }
        if after.contains(&on) {
            *next.entry(action).or_default() += u32::from(planned);
        }
        if !works.contains(&on.weekday()) {
            works.push(on.weekday());
        }
    }
    works.sort_by_key(Weekday::num_days_from_monday);
    Ok((next.into_iter().collect(), works))
}
