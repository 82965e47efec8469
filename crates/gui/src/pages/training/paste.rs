//! Names pasted from a chat or a list: what they would do is shown before, and done as one.

use egui::{Id, Key, Modifiers, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::exchange::AttendancePreview;
use sponsor_core::model::EntryId;
use sponsor_core::query::TrainingView;

use super::one::became;
use super::preview::{Decision, NamesQuestion, counted, rows, seed};
use super::{Chosen, focus_first};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{height, space, width};
use crate::widgets::{Button, Field, modal, soft, split};

/// How high the rows are at most.
const ROWS: f32 = 324.0;

/// The names as they were pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct NamesDraft {
    text: String,
}

impl Form for NamesDraft {
    const KIND: FormKind = FormKind::AttendanceNames;
}

/// What a panel gives back to the page.
pub(super) enum Answer {
    Open,
    Close,
    /// It was saved, and this is the training now.
    Saved(Chosen),
}

/// The panel of pasted names.
#[derive(Debug)]
pub(super) struct PasteModal {
    training: EntryId,
    instance: Option<chrono::NaiveDate>,
    topic: String,
    invites: bool,
    seed: Option<u64>,
    /// What was decided, by the name of the row and its number.
    decided: Vec<(usize, String, Decision)>,
    /// The training that it becomes when it is saved.
    becomes: Chosen,
    fresh: bool,
}

impl PasteModal {
    pub(super) fn new(view: &TrainingView) -> Self {
        let (training, instance) = (view.row.item.id, view.row.item.instance);
        Self {
            training,
            instance,
            topic: view.row.topic.clone(),
            invites: !view.begun,
            seed: None,
            decided: Vec::new(),
            becomes: (training, instance),
            fresh: true,
        }
    }

    fn key(&self) -> FormKey {
        match self.instance {
            Some(day) => FormKey::about(FormKind::AttendanceNames, format!("{} {day}", self.training)),
            None => FormKey::about(FormKind::AttendanceNames, self.training),
        }
    }

    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> Answer {
        let key = self.key();
        if scene.was_saved(&key) {
            return Answer::Saved(self.becomes);
        }
        let seed = *self.seed.get_or_insert_with(|| seed(scene));
        let text = scene.form(&key, NamesDraft::default).text.clone();
        let (training, instance, invites) = (self.training, self.instance, self.invites);
        let question = NamesQuestion { text: text.clone(), training, instance, invites, seed };
        let found = (!text.trim().is_empty()).then(|| scene.ask_exact(&question)).flatten();
        let mut preview = found.as_ref().and_then(|found| found.as_ref().clone());
        if let Some(preview) = &mut preview {
            self.decide(preview);
        }
        let title = scene.words.with("training-paste-title", &[("topic", self.topic.as_str().into())]);
        let close = scene.words.get("close");
        let answer = modal(ui.ctx(), "paste names", &title, &close, width::FORM + 80.0, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            self.contents(ui, scene, &key, preview.as_ref())
        });
        let (save, cancel) = answer.inner;
        if let Some(preview) = preview.filter(|preview| save && takes_something(preview)) {
            let command = preview.into_command();
            self.becomes = became(&command).map_or((training, instance), |entry| (entry, None));
            scene.save(key, command);
        }
        if answer.closed || cancel { Answer::Close } else { Answer::Open }
    }

    fn decide(&self, preview: &mut AttendancePreview) {
        for (at, name, decision) in &self.decided {
            if preview.rows.get(*at).is_some_and(|row| row.name == *name) {
                match decision {
                    Decision::Who(who) => preview.say(*at, *who),
                    Decision::Include(include) => preview.include(*at, *include),
                }
            }
        }
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        key: &FormKey,
        preview: Option<&AttendancePreview>,
    ) -> (bool, bool) {
        let [about, label, hint] =
            ["training-paste-about", "training-paste-label", "training-paste-hint"].map(|key| scene.words.get(key));
        soft(ui, &about);
        let id = Id::unique("pasted names");
        focus_first(ui, &mut self.fresh, id);
        let form = scene.form(key, NamesDraft::default);
        let field = egui::ScrollArea::vertical()
            .id_salt("names")
            .max_height(150.0)
            .min_scrolled_height(150.0)
            .show(ui, |ui| Field::new(&label, &mut form.text).hint(&hint).rows(5).id(id).hide_label().show(ui));
        let committed = field.inner.committed;
        if let Some(preview) = preview
            && let Some((at, decision)) = rows(ui, scene, preview, ROWS)
            && let Some(row) = preview.rows.get(at)
        {
            self.decided.push((at, row.name.clone(), decision));
        }
        let (save, cancel) = buttons(ui, scene, preview);
        (save || committed, cancel)
    }
}

/// Whether there is anything to take in.
pub(super) fn takes_something(preview: &AttendancePreview) -> bool {
    let counts = preview.counts();
    counts.added + counts.updated > 0
}

/// How many come to what, and the buttons; gives whether it is to be saved, and whether it is given up.
pub(super) fn buttons(ui: &mut Ui, scene: &Scene<'_>, preview: Option<&AttendancePreview>) -> (bool, bool) {
    let counts = preview.map(AttendancePreview::counts).unwrap_or_default();
    let taken = counts.added + counts.updated;
    let (save, cancel) = (scene.words.with("attendance-save", &[("count", taken.into())]), scene.words.get("cancel"));
    let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let button = Button::primary(&save).icon(icons::DONE).keys("Ctrl ↵");
        let saved = ui.add_enabled(taken > 0, button).clicked();
        (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    let left = |ui: &mut Ui| {
        if let Some(preview) = preview {
            soft(ui, &counted(scene, preview));
        }
    };
    let (saved, cancelled) = split(ui, height::BUTTON, left, right).1;
    (saved || (keys && taken > 0), cancelled)
}
