//! Where one is in the review: the week and the step. It is kept as what is typed is, so that a review that was left
//! goes on from there, also after a restart.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::app::{Form, FormKey, FormKind};
use crate::words::Words;

/// A step of the weekly review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// Трите показателя.
    #[default]
    Figures,
    /// План и направено.
    Plan,
    /// Хората.
    People,
    /// Корекции и план за следващата седмица.
    Corrections,
    /// Отчет.
    Snapshot,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 5] = [Self::Figures, Self::Plan, Self::People, Self::Corrections, Self::Snapshot];

    /// Its place among them, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The step after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.index() + 1).copied()
    }

    /// The step before this one.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get(self.index().checked_sub(1)?).copied()
    }

    /// Its number and its name.
    pub fn name(self, words: &Words) -> String {
        let name = words.get(match self {
            Self::Figures => "review-step-figures",
            Self::Plan => "review-step-plan",
            Self::People => "review-step-people",
            Self::Corrections => "review-step-corrections",
            Self::Snapshot => "review-step-snapshot",
        });
        format!("{} · {name}", self.index() + 1)
    }
}

/// Where one is in the review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewPlaceForm {
    /// The Monday of the week that is reviewed; none where none was begun.
    pub week: Option<NaiveDate>,
    /// The step.
    pub(super) step: Step,
    /// The furthest step that was reached.
    pub(super) reached: Step,
}

impl Form for ReviewPlaceForm {
    const KIND: FormKind = FormKind::ReviewPlace;
}

/// The key of the place.
pub(super) fn place_key() -> FormKey {
    FormKey::new(FormKind::ReviewPlace)
}
