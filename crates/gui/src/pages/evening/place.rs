//! Where one is in the review: the day, the step, the thing at hand. It is kept as what is typed is, so that a review
//! that was left goes on from there, also after a restart.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{Key, Modifiers, Popup, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::model::EntryId;
use sponsor_core::query::Item;

use super::steps::Step;
use crate::app::{Form, FormKey, FormKind, Scene};

/// One appearance of an entry: the entry, and the original day for an instance of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The entry.
    pub entry: EntryId,
    /// The original day.
    pub instance: Option<NaiveDate>,
}

impl Mark {
    /// That of an item.
    #[must_use]
    pub const fn of(item: &Item) -> Self {
        Self { entry: item.id, instance: item.instance }
    }
}

/// Where one is in the review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// The day on which it was left; on another day a review begins anew.
    pub left_on: Option<NaiveDate>,
    /// The moment at which the review of that day was begun.
    pub begun: Option<NaiveDateTime>,
    /// The past day that is looked at; none for today.
    pub day: Option<NaiveDate>,
    /// The step.
    pub step: Step,
    /// Those that were gone on from.
    pub passed: Vec<Step>,
    /// The thing at hand; none for the first that waits.
    pub at: Option<Mark>,
}

impl Form for PlaceForm {
    const KIND: FormKind = FormKind::EveningPlace;
}

/// The key of the place.
#[must_use]
pub fn place_key() -> FormKey {
    FormKey::new(FormKind::EveningPlace)
}

/// The place as it was left; of another day's review nothing is left.
pub fn place(scene: &mut Scene<'_>) -> PlaceForm {
    let today = scene.today;
    let kept = scene.form(&place_key(), PlaceForm::default).clone();
    if kept.left_on == Some(today) { kept } else { PlaceForm::default() }
}

/// The same place, begun now unless it was before.
pub fn begun(scene: &Scene<'_>, place: PlaceForm) -> PlaceForm {
    PlaceForm { left_on: Some(scene.today), begun: place.begun.or(Some(scene.now.local)), ..place }
}

/// Keeps the place.
pub fn keep_place(scene: &mut Scene<'_>, place: &PlaceForm) {
    let form = scene.form(&place_key(), PlaceForm::default);
    if form != place {
        form.clone_from(place);
    }
}

/// The day and the name of the step at which a review of today was left, if one was.
pub fn left_at(scene: &mut Scene<'_>) -> Option<Step> {
    let place = place(scene);
    let beginning = PlaceForm { left_on: place.left_on, begun: place.begun, ..PlaceForm::default() };
    (place != beginning && place.day.is_none()).then_some(place.step)
}

/// The day whose review was begun on an earlier day and neither ended nor begun anew since.
pub fn left_before(scene: &mut Scene<'_>) -> Option<NaiveDate> {
    let today = scene.today;
    let kept = scene.form(&place_key(), PlaceForm::default).clone();
    let left_on = kept.left_on.filter(|on| *on < today)?;
    let begun = kept.step != Step::default() || !kept.passed.is_empty() || kept.at.is_some();
    begun.then(|| kept.day.unwrap_or(left_on))
}

/// What was decided, so that what is taken back is at hand again.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    /// The newest last, and whether it has left the list since.
    decided: Vec<(Mark, bool)>,
}

impl Trail {
    /// Goes on: what is at hand was decided, the next one comes.
    pub fn decided(&mut self, items: &[Item], index: usize, at: &mut Option<Mark>) {
        self.decided.extend(items.get(index).map(|item| (Mark::of(item), false)));
        *at = items.get(index + 1).map(Mark::of);
    }

    /// The place of what is at hand among these; what was decided and stands there again comes first.
    pub fn index(&mut self, items: &[Item], at: &mut Option<Mark>) -> usize {
        let place = |mark: Mark| items.iter().position(|item| Mark::of(item) == mark);
        for (mark, gone) in &mut self.decided {
            *gone |= place(*mark).is_none();
        }
        if let Some(back) = self.decided.iter().rposition(|(mark, gone)| *gone && place(*mark).is_some()) {
            *at = Some(self.decided.remove(back).0);
        }
        at.and_then(place).unwrap_or(0).min(items.len().saturating_sub(1))
    }
}

/// Whether keys belong to the step: nothing is typed, nothing floats above it.
#[must_use]
pub fn keys_are_free(ui: &Ui) -> bool {
    let covered = Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some());
    !covered && !ui.text_edit_focused()
}

/// Which of the keys 1 to 5 was pressed, from 0.
#[must_use]
pub fn number_pressed(ui: &Ui) -> Option<usize> {
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    if !keys_are_free(ui) {
        return None;
    }
    ui.input_mut(|input| numbers.into_iter().position(|key| input.consume_key(Modifiers::NONE, key)))
}

/// The arrows go to the thing before and after; in a text they belong to the text.
pub fn walk(ui: &Ui, items: &[Item], index: usize, at: &mut Option<Mark>) {
    if !keys_are_free(ui) {
        return;
    }
    let to = ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowRight) {
            Some(index + 1)
        } else if input.consume_key(Modifiers::NONE, Key::ArrowLeft) {
            index.checked_sub(1)
        } else {
            None
        }
    });
    if let Some(item) = to.and_then(|to| items.get(to)) {
        *at = Some(Mark::of(item));
    }
}
