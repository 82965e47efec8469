//! What the page of the weekly review asks of the workspace.

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{FigurePeriod, RecordKind, ReviewState, Scope, Snapshot, SnapshotId};
use sponsor_core::query::{ReviewWeek, View, WeeklyReview, build_snapshot, review_weeks, weekly_review};
use sponsor_core::store::StoreError;

use crate::app::Question;

/// Asks for the review of a week.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ReviewQuestion {
    /// The Monday of the week.
    pub week: NaiveDate,
    /// The day of the calendar: figures go by it.
    pub today: NaiveDate,
}

/// The review of a week, beside the others.
#[derive(Debug)]
pub(super) struct ReviewView {
    /// The review.
    pub review: WeeklyReview,
    /// The figures of the week as a snapshot would keep them now. Its id means nothing until it is taken.
    pub fresh: Snapshot,
    /// The weeks, newest first.
    pub weeks: Vec<ReviewWeek>,
}

impl ReviewView {
    /// The figures that are shown: those that closed the review, else those of now.
    pub const fn figures(&self) -> &Snapshot {
        match &self.review.snapshot {
            Some(snapshot) => snapshot,
            None => &self.fresh,
        }
    }

    /// Whether the review was held to its end.
    pub fn is_held(&self) -> bool {
        self.review.state == Some(ReviewState::Done)
    }

    /// The nearest weeks with a review, before and after this one.
    pub fn beside(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let held = || self.weeks.iter().filter(|week| week.state.is_some()).map(|week| week.from);
        let before = held().filter(|week| *week < self.review.from).max();
        let after = held().filter(|week| *week > self.review.from).min();
        (before, after)
    }
}

impl Question for ReviewQuestion {
    type Answer = ReviewView;

    const SHOWS: &'static [RecordKind] = &RecordKind::ALL;

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let nameless = SnapshotId::from_bytes([0; 16]);
        let period = FigurePeriod::week_of(self.week);
        Ok(ReviewView {
            review: weekly_review(view, self.week, self.today)?,
            fresh: build_snapshot(view, nameless, period, Scope::Whole, now, "")?,
            weeks: review_weeks(view, self.today)?,
        })
    }
}
