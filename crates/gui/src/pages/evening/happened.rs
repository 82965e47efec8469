//! Step 0, «Какво стана днес?»: a line per happening, Enter after Enter, and what still asks how it went.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Entry, EntryKind, EntryState, When};

use super::guess::kind_of_happening;
use super::question::EveningView;
use crate::app::{Form, FormKey, FormKind, Scene, named_in};
use crate::icons;
use crate::pages::today::decide::decide_row;
use crate::pages::today::item::{Hour, item_row, item_state};
use crate::theme::space;
use crate::widgets::{Below, Card, Field, key_cap, soft};

/// A line that is being written in the evening.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EveningLineForm {
    /// The line.
    pub text: String,
}

impl Form for EveningLineForm {
    const KIND: FormKind = FormKind::EveningLine;
}

/// The id of the line of step 0.
#[must_use]
pub fn line_id() -> Id {
    Id::unique("evening line")
}

/// Shows the step.
pub fn happened_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
    write_card(ui, scene);
    if !view.asks.is_empty() {
        let title = scene.words.get("evening-asks-title");
        Card::new().title(&title).show(ui, |ui| {
            soft(ui, &scene.words.get("evening-asks-text"));
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, item) in view.asks.iter().enumerate() {
                decide_row(ui, scene, index, item);
            }
        });
    }
    let title = scene.words.get("evening-today-title");
    Card::new().title(&title).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if view.happened.is_empty() {
            soft(ui, &scene.words.get("evening-today-empty"));
        }
        for (index, item) in view.happened.iter().enumerate() {
            item_row(ui, scene, index, item, Hour::OfDay, |ui, scene| {
                if item.kind != EntryKind::Note {
                    item_state(ui, scene, item);
                }
            });
        }
    });
}

fn write_card(ui: &mut Ui, scene: &mut Scene<'_>) {
    let key = FormKey::new(FormKind::EveningLine);
    let (label, hint) = (scene.words.get("evening-write"), scene.words.get("evening-write-hint"));
    let title = scene.words.get("evening-happened");
    let words = scene.words;
    let typed = scene.form(&key, EveningLineForm::default).text.clone();
    let names: Vec<String> = named_in(scene, &typed).into_iter().map(|(_, name)| name).collect();
    let committed = Card::new().edged().title(&title).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - 60.0;
            let form = scene.form(&key, EveningLineForm::default);
            let field = Field::new(&label, &mut form.text).hint(&hint).icon(icons::JOT).hide_label();
            let field = field.id(line_id()).width(room).show_with(ui, |text, _| {
                let understood = match kind_of_happening(text) {
                    _ if text.trim().is_empty() => return None,
                    EntryKind::Call => "evening-write-call",
                    EntryKind::Meeting => "evening-write-meeting",
                    EntryKind::Message => "evening-write-message",
                    _ => "evening-write-note",
                };
                let told = std::iter::once(words.get(understood)).chain(names);
                Some(Below::Understood(told.collect::<Vec<_>>().join(" · ")))
            });
            ui.vertical(|ui| {
                ui.add_space(space::S);
                key_cap(ui, "Enter");
            });
            field.committed.then(|| (form.text.trim().to_owned(), field.response))
        })
        .inner
    });
    if let Some((text, response)) = committed.inner.filter(|(text, _)| !text.is_empty()) {
        let entry = happening(scene, &text);
        scene.save(key, Command::AddEntry(Box::new(entry)));
        response.request_focus();
    }
}

/// The entry of a happening: a call, a meeting or a message that took place today, or a note, which the next step sorts;
/// with the people of the list whom it names.
fn happening(scene: &mut Scene<'_>, text: &str) -> Entry {
    let kind = kind_of_happening(text);
    let mut entry = Entry::new(scene.new_entry(), kind, text, When::day(scene.today), scene.now.local);
    entry.state = if kind == EntryKind::Note { EntryState::Planned } else { EntryState::Done };
    entry.people = named_in(scene, text).into_iter().map(|(person, _)| person).collect();
    entry
}
