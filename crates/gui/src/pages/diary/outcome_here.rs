//! «Как мина?» on another page than the diary: one tells it where it is asked, and comes back to the same place.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use sponsor_core::model::EntryId;

use super::outcome::{outcome_foot, outcome_lines};
use super::questions::EntryQuestion;
use crate::app::{FormKey, FormKind, Scene};

/// The form of «Как мина?» about an entry or one instance of a series.
pub(crate) fn outcome_key_of(entry: EntryId, instance: Option<NaiveDate>) -> FormKey {
    match instance {
        Some(day) => FormKey::about(FormKind::Outcome, format!("{entry} {day}")),
        None => FormKey::about(FormKind::Outcome, entry),
    }
}

/// The field of the form in which one begins to write: what was talked about.
pub(crate) fn outcome_first_field(entry: EntryId, instance: Option<NaiveDate>) -> egui::Id {
    egui::Id::unique(("outcome talked about", entry, instance))
}

/// Shows the form; the page hears by [`Scene::was_saved`] with [`outcome_key_of`] that it was saved.
pub(crate) fn outcome_here(ui: &mut Ui, scene: &mut Scene<'_>, id: EntryId, instance: Option<NaiveDate>) {
    let details = scene.ask_exact(&EntryQuestion { id, instance });
    let Some(details) = details.as_deref().and_then(Option::as_ref) else { return };
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    let by_key = !covered && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.push_id(("outcome here", id, instance), |ui| {
        outcome_lines(ui, scene, details);
        outcome_foot(ui, scene, details, by_key);
    });
}
