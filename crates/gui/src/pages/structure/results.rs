//! Ranks and milestones: a dated line each, kept with the registration.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{PersonId, Registration, RegistrationResult};

use super::goals::{buttons, dated_row};
use super::pane::{Pane, Typing, part_heading};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::format::parse;
use crate::icons;
use crate::theme::height;
use crate::widgets::{Button, Field, Pill, Tone, checkbox, date_field, row, soft, split};

/// How many results the pane shows.
const SHOWN: usize = 4;

/// What is typed of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneForm {
    /// The rank or the milestone.
    pub text: String,
    /// The day; empty for today.
    pub on: String,
    /// It is a rank, which the person has from now on.
    pub is_rank: bool,
}

impl Form for MilestoneForm {
    const KIND: FormKind = FormKind::Milestone;
}

/// Shows rank and results, newest first, and the one that is typed.
pub(super) fn results(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    pane: &mut Pane,
    person: PersonId,
    registration: &Registration,
) {
    let words = scene.words;
    let add = words.get("add");
    let title = words.get("structure-results");
    if part_heading(ui, icons::RANK, &title, &add, &format!("{add}: {title}")) {
        pane.turn(Typing::Result);
    }
    if !registration.rank.is_empty() {
        ui.add(Pill::new(&registration.rank).icon(icons::RANK).tone(Tone::Accent));
    }
    if pane.typing == Some(Typing::Result) {
        write(ui, scene, pane, person, registration);
    } else if registration.results.is_empty() {
        soft(ui, &words.get("structure-no-results"));
    }
    for (at, result) in registration.results.iter().enumerate().rev().take(SHOWN) {
        let when = scene.formats.date_near(result.on, scene.now.date());
        ui.push_id(("result", at), |ui| {
            row(ui, 0, height::BUTTON_SMALL, |ui| {
                split(
                    ui,
                    height::BUTTON_SMALL,
                    |ui| dated_row(ui, &when, &result.text),
                    |ui| {
                        let name = words.with("structure-delete-result", &[("what", result.text.as_str().into())]);
                        if ui.add(Button::quiet_icon(icons::CLOSE, &name).small()).clicked() {
                            let mut registration = registration.clone();
                            registration.results.remove(at);
                            scene.run(Command::Register { person, registration });
                        }
                    },
                );
            });
        });
    }
}

fn write(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, person: PersonId, registration: &Registration) {
    let key = FormKey::about(FormKind::Milestone, person);
    if scene.was_saved(&key) {
        pane.typing = None;
        return;
    }
    let words = scene.words;
    let today = scene.now.date();
    let mut form = scene.form(&key, MilestoneForm::default).clone();
    let id = Id::unique(("result", person));
    let (text, hint) = (words.get("structure-result-text"), words.get("structure-result-hint"));
    let (on, today_hint) = (words.get("structure-day"), words.get("today"));
    let mut entered = false;
    let shown = ui.push_id("result form", |ui| {
        entered |= Field::new(&text, &mut form.text).hint(&hint).id(id).show(ui).committed;
        let field = Field::new(&on, &mut form.on).hint(&today_hint);
        entered |= date_field(ui, words, field, today).field.committed;
        checkbox(ui, &mut form.is_rank, &words.get("structure-is-rank"), false);
        entered |= buttons(ui, scene, pane);
    });
    if pane.take_fresh() {
        ui.memory_mut(|memory| memory.request_focus(id));
        shown.response.scroll_to_me(None);
    }
    *scene.form(&key, MilestoneForm::default) = form.clone();
    let on = if form.on.trim().is_empty() { Some(today) } else { parse::date(&form.on, today) };
    let text = form.text.trim().to_owned();
    if let Some(on) = on.filter(|_| entered && !text.is_empty()) {
        let mut registration = registration.clone();
        if form.is_rank {
            registration.rank.clone_from(&text);
        }
        registration.results.push(RegistrationResult { on, text });
        registration.results.sort_by_key(|result| result.on);
        scene.save(key, Command::Register { person, registration });
    }
}
