//! How it goes with a registered user, as an icon with a meaning: in the tree, in the table and in the legend.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use egui::Color32;
use sponsor_core::query::StructureRow;

use crate::icons;
use crate::theme::Tokens;

/// How it goes with a registered user. The first that holds is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// In the first three days.
    FirstDays,
    /// Put off until a later day.
    Paused,
    /// It is time to be in touch again.
    Due,
    /// Goes along the steps.
    Going,
}

impl Status {
    /// Every one, in the order of the legend.
    pub(super) const ALL: [Self; 4] = [Self::Going, Self::Due, Self::FirstDays, Self::Paused];

    /// How it goes with somebody at a moment.
    pub(super) fn of(row: &StructureRow, today: NaiveDate, now: NaiveDateTime) -> Self {
        if hours_left(row, now).is_some() || in_first_dates(row, today) {
            Self::FirstDays
        } else if row.paused {
            Self::Paused
        } else if row.due.is_some_and(|due| due <= today) {
            Self::Due
        } else {
            Self::Going
        }
    }

    /// The key of its words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::FirstDays => "structure-status-first-days",
            Self::Paused => "structure-status-paused",
            Self::Due => "structure-status-due",
            Self::Going => "structure-status-going",
        }
    }

    /// Its icon.
    pub(super) const fn icon(self) -> char {
        match self {
            Self::FirstDays => icons::FIRST_DAYS,
            Self::Paused => icons::PAUSED,
            Self::Due => icons::DUE,
            Self::Going => icons::DONE_CIRCLE,
        }
    }

    /// The colour of its icon.
    pub(super) const fn colour(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::FirstDays => tokens.accent,
            Self::Paused => tokens.soft,
            Self::Due => tokens.important,
            Self::Going => tokens.up,
        }
    }
}

/// Whether somebody of whose registration only the day is known is in the first three days.
fn in_first_dates(row: &StructureRow, today: NaiveDate) -> bool {
    let own = row.person.registration.as_ref().filter(|own| own.at.is_none() && own.first_steps_from.is_none());
    own.is_some_and(|own| (0..3).contains(&(today - own.on).num_days()))
}

/// The hours that are left of a user's first three days, while they last.
pub(super) fn hours_left(row: &StructureRow, now: NaiveDateTime) -> Option<i64> {
    let registration = row.person.registration.as_ref()?;
    let begun = registration.first_steps_from.or_else(|| Some(registration.on.and_time(registration.at?)))?;
    let left = begun.checked_add_signed(Duration::hours(72))? - now;
    (begun <= now && left > Duration::zero()).then(|| left.num_hours())
}
