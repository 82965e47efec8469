//! The jot line: a thought is written down at once, from everywhere.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind, When};

use super::forms::{Form, FormKey, FormKind};
use super::scene::Scene;
use crate::icons;
use crate::widgets::{Field, Place, bare_modal, key_cap};

/// What is typed in the jot line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JotForm {
    /// The thought.
    pub text: String,
}

impl Form for JotForm {
    const KIND: FormKind = FormKind::Jot;
}

/// The id of the jot line's field on a page, so that a key can give it the focus.
#[must_use]
pub fn jot_id() -> Id {
    Id::unique("jot line")
}

/// The jot line; on Enter the thought becomes a note of now. Tells whether it was committed.
pub fn jot_line(ui: &mut Ui, scene: &mut Scene<'_>, id: Id) -> bool {
    let key = FormKey::new(FormKind::Jot);
    let label = scene.words.get("jot");
    let hint = scene.words.get("jot-hint");
    let form = scene.form(&key, JotForm::default);
    let answer = Field::new(&label, &mut form.text).hint(&hint).icon(icons::JOT).hide_label().id(id).show(ui);
    let text = form.text.trim().to_owned();
    if !answer.committed || text.is_empty() {
        return false;
    }
    let note = Entry::new(scene.new_entry(), EntryKind::Note, &text, When::Undated, scene.now.local);
    scene.save(key, Command::AddEntry(Box::new(note)));
    answer.response.request_focus();
    true
}

/// The jot line over any page; tells whether it should close.
pub fn jot_window(ui: &Ui, scene: &mut Scene<'_>) -> bool {
    let name = scene.words.get("command-jot");
    let id = Id::unique("jot window");
    let answer = bare_modal(ui.ctx(), "jot", &name, 560.0, Place::Top, |ui| {
        let committed = ui
            .horizontal(|ui| {
                ui.set_width(ui.available_width());
                let committed = jot_line(ui, scene, id);
                key_cap(ui, "Enter");
                committed
            })
            .inner;
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        committed
    });
    answer.closed || answer.inner
}
