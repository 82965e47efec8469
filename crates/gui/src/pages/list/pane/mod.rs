//! A person's pane: who they are, how they are reached, where they stand, and everything the diary knows of them.

mod facts;
mod head;
mod lines;
mod registration;
mod stage;
mod timeline;

use egui::{Rect, Ui, UiBuilder, pos2};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind, PersonId, When};
use sponsor_core::query::PersonView;

use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Card, Field, hairline, scroll_from_top};

/// What the pane asks of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PaneEvent {
    /// The pane closes.
    Close,
    /// The person's form opens.
    Edit,
    /// The form of a registration opens.
    Register,
    /// The person is deleted.
    Delete,
    /// The list of this partner is shown.
    ShowList {
        /// The partner.
        partner: PersonId,
        /// Their name.
        name: String,
    },
}

/// One line that is being typed about a person; the structure's pane shows the same form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineForm {
    /// The line.
    pub text: String,
}

impl Form for LineForm {
    const KIND: FormKind = FormKind::PersonLine;
}

/// A thought about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct NoteForm {
    text: String,
}

impl Form for NoteForm {
    const KIND: FormKind = FormKind::PersonNote;
}

/// The key of a line about a person: what it is about stands after the id.
fn line_key(person: PersonId, about: &str) -> FormKey {
    FormKey::about(FormKind::PersonLine, format!("{person}/{about}"))
}

/// Shows the pane in the room there is; `enter` gives its first action the focus of the keyboard.
pub(super) fn pane(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView, enter: bool) -> Option<PaneEvent> {
    let person = &view.row.person;
    Card::new()
        .show(ui, |ui| {
            let inside = ui.available_rect_before_wrap();
            ui.set_min_height(inside.height());
            let parted = inside.bottom() - height::FIELD - space::M;
            // The scroll bar stands in the margin of the card.
            let upper = Rect::from_min_max(inside.min, pos2(inside.right() + space::M, parted));
            // A child, not a scope: the card must not grow by what stands in its margin.
            let mut above = ui.new_child(UiBuilder::new().id_salt(person.id).max_rect(upper));
            let scroll = scroll_from_top(&above, person.id).auto_shrink([false, false]);
            let shown = scroll.show(&mut above, |ui| {
                ui.set_max_width(inside.width());
                contents(ui, scene, view, enter)
            });
            let event = shown.inner;
            let lower = Rect::from_min_max(pos2(inside.left(), parted + space::M), inside.max);
            ui.scope_builder(UiBuilder::new().id_salt("jot").max_rect(lower), |ui| jot(ui, scene, view));
            event
        })
        .inner
}

fn contents(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView, enter: bool) -> Option<PaneEvent> {
    ui.spacing_mut().item_spacing.y = space::M;
    let mut event = head::head(ui, scene, view);
    head::actions(ui, scene, view, enter);
    event = event.or(stage::stage(ui, scene, view));
    hairline(ui);
    // With a registered user the link is the work; of others one first knows who they are.
    let person = &view.row.person;
    let first = person.registration.is_some() || !person.needs.is_empty() || !person.going_on.is_empty();
    if first {
        lines::dated(ui, scene, view);
        hairline(ui);
    }
    facts::facts(ui, scene, view);
    lines::promises(ui, scene, view);
    if !first {
        lines::dated(ui, scene, view);
    }
    event = event.or(registration::summary(ui, scene, view));
    hairline(ui);
    timeline::upcoming(ui, scene, view);
    timeline::timeline(ui, scene, view);
    event
}

/// The field for a thought about the person, so that a key can give it the focus.
pub(super) fn note_id() -> egui::Id {
    egui::Id::unique("note about a person")
}

/// The field for a thought about the person; on Enter it becomes a note with them.
fn jot(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) {
    let person = &view.row.person;
    let key = FormKey::about(FormKind::PersonNote, person.id);
    let first = person.name.given().split(' ').next().filter(|name| !name.is_empty());
    let first = first.unwrap_or_else(|| person.name.family()).to_owned();
    let label = scene.words.with("list-jot", &[("name", first.into())]);
    let form = scene.form(&key, NoteForm::default);
    let field = Field::new(&label, &mut form.text).hint(&label).icon(icons::JOT).hide_label();
    let answer = field.id(note_id()).show(ui);
    let text = form.text.trim().to_owned();
    if answer.committed && !text.is_empty() {
        let mut note = Entry::new(scene.new_entry(), EntryKind::Note, &text, When::Undated, scene.now.local);
        note.people = vec![person.id];
        scene.save(key, Command::AddEntry(Box::new(note)));
        answer.response.request_focus();
    }
}
