//! The learning path as the sponsor wants it: words, order, steps of one's own, steps that are not taught.

use egui::{Id, ScrollArea, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::{Command, PathChange};
use sponsor_core::learning::{Step, all_steps};
use sponsor_core::model::StepWords;

use super::focus_first;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space, width};
use crate::widgets::{Button, Field, modal, row, soft, split, text_cut, toggle};

/// The words of a step as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct StepDraft {
    title: String,
    learned_when: String,
    next: String,
}

impl Form for StepDraft {
    const KIND: FormKind = FormKind::PathStep;
}

impl StepDraft {
    fn of(words: &StepWords) -> Self {
        Self { title: words.title.clone(), learned_when: words.learned_when.clone(), next: words.next.clone() }
    }

    fn words(&self) -> StepWords {
        StepWords { title: self.title.clone(), learned_when: self.learned_when.clone(), next: self.next.clone() }
    }
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typing {
    New,
    Step(String),
}

/// The panel of the path.
#[derive(Debug, Default)]
pub(super) struct StepsModal {
    typing: Option<Typing>,
    fresh: bool,
}

/// What was pressed beside a step.
enum Pressed {
    Change(PathChange),
    Edit,
}

fn key_of(typing: &Typing) -> FormKey {
    match typing {
        Typing::New => FormKey::new(FormKind::PathStep),
        Typing::Step(step) => FormKey::about(FormKind::PathStep, format!("{}/words", step.replace('_', "-"))),
    }
}

impl StepsModal {
    /// Shows the panel; tells whether it should close.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        if self.typing.as_ref().is_some_and(|typing| scene.was_saved(&key_of(typing))) {
            self.typing = None;
        }
        let path = all_steps(&scene.frame.settings, scene.words.language());
        let (title, close) = (scene.words.get("training-path-title"), scene.words.get("close"));
        let answer = modal(ui.ctx(), "path", &title, &close, width::FORM, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            soft(ui, &scene.words.get("training-path-about"));
            let most = ui.ctx().content_rect().height() - 260.0;
            ScrollArea::vertical()
                .id_salt("steps")
                .max_height(most)
                .min_scrolled_height(most)
                .show(ui, |ui| self.steps(ui, scene, &path));
            self.foot(ui, scene)
        });
        if let Some(change) = answer.inner {
            scene.run(Command::ChangePath(change));
        }
        // The first Escape closes what is being typed; its words stay.
        if answer.closed && self.typing.take().is_some() {
            return false;
        }
        answer.closed
    }

    fn steps(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, path: &[Step]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, step) in path.iter().enumerate() {
            let is_open = self.typing == Some(Typing::Step(step.key.clone()));
            let pressed = ui.push_id(&step.key, |ui| line(ui, scene, step, (at, path.len()))).inner;
            match pressed {
                Some(Pressed::Change(change)) => scene.run(Command::ChangePath(change)),
                Some(Pressed::Edit) => {
                    self.typing = (!is_open).then(|| Typing::Step(step.key.clone()));
                    self.fresh = true;
                }
                None => {}
            }
            if is_open {
                ui.add_space(space::S);
                self.form(ui, scene, Some(step));
                ui.add_space(space::M);
            }
        }
        if self.typing == Some(Typing::New) {
            ui.add_space(space::M);
            self.form(ui, scene, None);
        }
    }

    /// The form of a step, or of a new one.
    fn form(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, step: Option<&Step>) {
        let typing = step.map_or(Typing::New, |step| Typing::Step(step.key.clone()));
        let key = key_of(&typing);
        // An untouched form begins anew: an undo may have changed what it shows.
        if !scene.drafts.is_touched(&key) {
            scene.drafts.forget(&key);
        }
        let begin = || step.map(|step| StepDraft::of(&step.words)).unwrap_or_default();
        let words = scene.words;
        let [title, when, next, save, back, delete] =
            ["training-step-title", "training-step-when", "training-step-next", "save", "training-step-back", "delete"]
                .map(|key| words.get(key));
        let id = Id::unique(("title of a step", &key.about));
        focus_first(ui, &mut self.fresh, id);
        let form = scene.form(&key, begin);
        let mut entered = false;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            entered |= Field::new(&title, &mut form.title).id(id).show(ui).committed;
            entered |= Field::new(&when, &mut form.learned_when).rows(2).show(ui).committed;
            entered |= Field::new(&next, &mut form.next).rows(2).show(ui).committed;
        });
        let typed = form.words();
        let own = step.is_some_and(|step| !step.shipped);
        let reworded = step.is_some_and(|step| step.shipped && step.reworded);
        ui.add_space(space::S);
        let (left, saved) = split(
            ui,
            height::BUTTON_SMALL,
            |ui| {
                if own {
                    return ui.add(Button::quiet(&delete).icon(icons::DELETE).small()).clicked();
                }
                reworded && ui.add(Button::quiet(&back).icon(icons::UNDO).small()).clicked()
            },
            |ui| ui.add(Button::primary(&save).small()).clicked(),
        );
        let about = step.map(|step| step.key.clone());
        let change = match (about, left, entered || saved) {
            (Some(step), true, _) if own => PathChange::Remove(step),
            (Some(step), true, _) => PathChange::Reword { step, words: None },
            (_, _, true) if typed.title.trim().is_empty() => return,
            (Some(step), _, true) => PathChange::Reword { step, words: Some(typed) },
            (None, _, true) => PathChange::Add(typed),
            _ => return,
        };
        scene.save(key, Command::ChangePath(change));
    }

    fn foot(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> Option<PathChange> {
        let (add, shipped) = (scene.words.get("training-step-add"), scene.words.get("training-path-shipped"));
        let changed = !scene.frame.settings.learning_path.is_empty();
        let (added, back) = split(
            ui,
            height::BUTTON,
            |ui| ui.add(Button::plain(&add).icon(icons::ADD)).clicked(),
            |ui| ui.add_enabled(changed, Button::quiet(&shipped).icon(icons::UNDO)).clicked(),
        );
        if added {
            (self.typing, self.fresh) = (Some(Typing::New), true);
        }
        back.then_some(PathChange::Shipped)
    }
}

/// A step with what can be done to it.
fn line(ui: &mut Ui, scene: &Scene<'_>, step: &Step, (at, count): (usize, usize)) -> Option<Pressed> {
    let named = |key: &str| scene.words.with(key, &[("step", step.words.title.as_str().into())]);
    let [up, down, edit, taught] =
        ["training-step-up", "training-step-down", "training-step-edit", "training-step-taught"].map(named);
    let key = || step.key.clone();
    let mut pressed = None;
    row(ui, at, height::AGENDA_ROW_TALL, |ui| {
        let left = |ui: &mut Ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let tokens = Tokens::of(ui);
                ui.add_space((height::AGENDA_ROW_TALL - 38.0) / 2.0);
                let ink = if step.off { tokens.soft } else { tokens.ink };
                text_cut(ui, &step.words.title, TextSize::Strong, ink);
                text_cut(ui, &step.words.learned_when, TextSize::Soft, tokens.soft);
            });
        };
        split(ui, height::AGENDA_ROW_TALL - 2.0, left, |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let mut on = !step.off;
            if toggle(ui, &mut on, &taught).changed() {
                pressed = Some(Pressed::Change(PathChange::Switch { step: key(), on }));
            }
            ui.add_space(space::S);
            if ui.add(Button::quiet_icon(icons::EDIT, &edit).small()).clicked() {
                pressed = Some(Pressed::Edit);
            }
            if ui.add_enabled(at + 1 < count, Button::quiet_icon(icons::ARROW_DOWN, &down).small()).clicked() {
                pressed = Some(Pressed::Change(PathChange::Move { step: key(), to: at + 1 }));
            }
            if ui.add_enabled(at > 0, Button::quiet_icon(icons::ARROW_UP, &up).small()).clicked() {
                pressed = Some(Pressed::Change(PathChange::Move { step: key(), to: at - 1 }));
            }
        });
    });
    pressed
}
