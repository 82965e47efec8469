//! What is kept of people, in words: birthdays, name days, anniversaries of registration.

use std::sync::Arc;

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::model::{Language, RecordKind};
use sponsor_core::query::{Occasion, OccasionKind, View, occasions};
use sponsor_core::store::StoreError;

use crate::app::{Question, Scene};
use crate::icons;
use crate::words::Words;

/// Asks for what is kept on some days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct OccasionsQuestion {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) language: Language,
}

impl Question for OccasionsQuestion {
    type Answer = Arc<[Occasion]>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person, RecordKind::Settings];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        Ok(occasions(view, &(self.from..=self.to), self.language).into())
    }
}

/// What is kept on some days, as the language knows it.
pub(super) fn kept(scene: &mut Scene<'_>, from: NaiveDate, to: NaiveDate) -> Arc<[Occasion]> {
    let question = OccasionsQuestion { from, to, language: scene.words.language() };
    match scene.ask_exact(&question) {
        Some(answer) => Arc::clone(&*answer),
        None => Arc::from([]),
    }
}

/// «рожден ден и имен ден», «2 години от регистрацията».
pub(super) fn kept_words(words: &Words, occasion: &Occasion) -> String {
    let said: Vec<String> = occasion
        .kinds
        .iter()
        .map(|kind| match kind {
            OccasionKind::Birthday { .. } => words.get("occasion-birthday"),
            OccasionKind::NameDay { .. } => words.get("occasion-name-day"),
            OccasionKind::Registration { years } => {
                words.with("occasion-registration", &[("count", i64::from(*years).into())])
            }
        })
        .collect();
    said.join(&words.get("occasion-and"))
}

/// What is said more quietly: the age, the feast.
pub(super) fn beside_words(words: &Words, occasion: &Occasion) -> String {
    let said = occasion.kinds.iter().filter_map(|kind| match kind {
        OccasionKind::Birthday { age } => Some(words.with("today-age", &[("count", i64::from((*age)?).into())])),
        OccasionKind::NameDay { feast } => Some((*feast).to_owned()),
        OccasionKind::Registration { .. } => None,
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// The icon of what is kept.
pub(super) fn sign(occasion: &Occasion) -> char {
    match occasion.kinds.first() {
        Some(OccasionKind::NameDay { .. }) => icons::NAME_DAY,
        Some(OccasionKind::Registration { .. }) => icons::STAGE_PARTNER,
        Some(OccasionKind::Birthday { .. }) | None => icons::BIRTHDAY,
    }
}
