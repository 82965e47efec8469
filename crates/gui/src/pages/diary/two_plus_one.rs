//! What «Как мина?» asks of a 2+1 besides the rest: who presented, and what each of those who met does after it.

use egui::Ui;
use sponsor_core::model::{Action, Entry, PersonId};

use super::outcome::question;
use super::outcome_draft::{AfterDraft, OutcomeDraft};
use crate::app::Scene;
use crate::icons;
use crate::theme::space;
use crate::widgets::{Chip, Field, Select};

/// Whether it is asked of an entry.
pub(super) fn is_two_plus_one(entry: &Entry) -> bool {
    entry.action == Some(Action::TwoPlusOne)
}

/// Who presented: the user, or one of those who met.
pub(super) fn presented(ui: &mut Ui, scene: &Scene<'_>, draft: &mut OutcomeDraft) {
    let label = question(ui, scene, icons::PRESENTATION, "diary-presented");
    let me = &scene.frame.me;
    let mine = scene.words.with("diary-presented-me", &[("name", me.name.full().into())]);
    let met = draft.met.iter().map(|one| (Some(one.id), one.name.clone()));
    let options: Vec<(Option<PersonId>, String)> = std::iter::once((None, scene.words.get("diary-presented-unsaid")))
        .chain(std::iter::once((Some(me.id), mine)))
        .chain(met)
        .collect();
    let width = ui.available_width();
    Select::new(&label, &mut draft.presented_by).hide_label().width(width).options(options).show(ui);
}

/// What each of those who met does after it, with a chip that makes a call of it. A day is said in the words.
pub(super) fn after(ui: &mut Ui, scene: &Scene<'_>, draft: &mut OutcomeDraft) {
    if draft.met.is_empty() {
        return;
    }
    question(ui, scene, icons::STEPS, "diary-after");
    let hint = scene.words.get("diary-after-hint");
    let [task, call] = ["kind-task", "kind-call"].map(|key| scene.words.get(key).to_lowercase());
    for one in &draft.met {
        let (id, name) = (one.id, one.name.as_str());
        let label = scene.words.with("diary-after-of", &[("name", name.into())]);
        let step = step_of(&mut draft.after, id);
        ui.push_id(("after", id), |ui| {
            Field::new(&label, &mut step.text).hint(&hint).show(ui);
            if step.text.trim().is_empty() {
                return;
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for (words, icon, is_call) in [(&task, icons::TASK, false), (&call, icons::CALL, true)] {
                    let chip = Chip::new(words).icon(icon).selected(step.call == is_call);
                    if chip.id(ui.scope_id().with(("kind of", id, is_call))).show(ui).response.clicked() {
                        step.call = is_call;
                    }
                }
            });
        });
    }
}

/// The step of a person; one begins where there is none.
fn step_of(steps: &mut Vec<AfterDraft>, person: PersonId) -> &mut AfterDraft {
    let at = steps.iter().position(|step| step.person == person).unwrap_or_else(|| {
        steps.push(AfterDraft::of(person));
        steps.len() - 1
    });
    &mut steps[at]
}
