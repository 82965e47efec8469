//! A file of an attendance: read away from the window, shown before it does anything, done as one.

use std::path::PathBuf;

use egui::Ui;
use sponsor_core::exchange::AttendancePreview;
use sponsor_core::query::TrainingView;

use super::Chosen;
use super::one::became;
use super::paste::{Answer, buttons, takes_something};
use super::preview::{Decision, rows};
use crate::app::{Action, FormKey, FormKind, Scene, sentence};
use crate::icons;
use crate::theme::{space, width};
use crate::widgets::{Banner, Tone, modal, opening, soft};
use crate::works::attendance::{AttendanceRead, ReadAttendance};

/// How high the rows are at most.
const ROWS: f32 = 432.0;

/// The panel of a file.
#[derive(Debug)]
pub(super) struct FileModal {
    path: PathBuf,
    training: Chosen,
    topic: String,
    begun: bool,
    preview: Option<AttendancePreview>,
    /// Why the whole file is refused.
    refused: Option<String>,
    becomes: Chosen,
}

impl FileModal {
    pub(super) fn new(path: PathBuf, view: &TrainingView) -> Self {
        let training = (view.row.item.id, view.row.item.instance);
        let topic = view.row.topic.clone();
        Self { path, training, topic, begun: false, preview: None, refused: None, becomes: training }
    }

    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> Answer {
        let key = FormKey::about(FormKind::Attendance, self.path.display());
        if scene.was_saved(&key) {
            return Answer::Saved(self.becomes);
        }
        self.read(scene);
        let title = scene.words.with("training-file-title", &[("topic", self.topic.as_str().into())]);
        let close = scene.words.get("close");
        let answer = modal(ui.ctx(), "attendance file", &title, &close, width::FORM + 80.0, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            self.contents(ui, scene)
        });
        let (save, cancel) = answer.inner;
        if let Some(preview) = self.preview.as_ref().filter(|preview| save && takes_something(preview)) {
            let command = preview.into_command();
            self.becomes = became(&command).map_or(self.training, |entry| (entry, None));
            scene.save(key, command);
        }
        if answer.closed || cancel { Answer::Close } else { Answer::Open }
    }

    /// Starts the reading once, and takes in what came of it.
    fn read(&mut self, scene: &mut Scene<'_>) {
        if !std::mem::replace(&mut self.begun, true) {
            let (entry, instance) = self.training;
            let work = ReadAttendance { path: self.path.clone(), entry, instance, now: scene.now };
            scene.act(Action::Work(Box::new(work)));
        }
        for outcome in scene.worked {
            let Some(read) = outcome.read::<AttendanceRead>().filter(|read| read.path == self.path) else { continue };
            match &read.preview {
                Ok(preview) => self.preview = Some(preview.clone()),
                Err(error) => self.refused = Some(sentence(scene.words, error)),
            }
        }
    }

    fn contents(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
        if let Some(words) = &self.refused {
            let title = scene.words.get("attendance-not-read");
            Banner::new(&title).text(words).icon(icons::WARNING).tone(Tone::Urgent).show(ui, |_| ());
        } else if let Some(preview) = &mut self.preview {
            let encoding = preview.encoding.clone().unwrap_or_default();
            let file = preview.file.clone().unwrap_or_default();
            let parts: Vec<_> = [file, encoding].into_iter().filter(|part| !part.is_empty()).collect();
            soft(ui, &parts.join(" · "));
            match rows(ui, scene, preview, ROWS) {
                Some((at, Decision::Who(who))) => preview.say(at, who),
                Some((at, Decision::Include(include))) => preview.include(at, include),
                None => {}
            }
        } else {
            opening(ui, &scene.words.get("import-reading"));
        }
        buttons(ui, scene, self.preview.as_ref())
    }
}
