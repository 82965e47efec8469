//! A correction by hand of what the diary counts as done on a day.

use chrono::NaiveDate;
use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::PlanAction;

use super::ask::PlanAnswer;
use super::goal::buttons;
use super::say::{plan_name, rule_words};
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::theme::space;
use crate::widgets::{Below, Field, modal, soft};

/// What is typed of a correction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCorrectionForm {
    /// How many there really were.
    pub done: String,
    /// Why; may be empty.
    pub why: String,
}

impl Form for PlanCorrectionForm {
    const KIND: FormKind = FormKind::PlanCorrection;
}

/// The form; tells whether it should close.
pub(super) fn correct_modal(
    ui: &Ui,
    scene: &mut Scene<'_>,
    answer: &PlanAnswer,
    (action, on): (&PlanAction, NaiveDate),
    (fresh, tried): (&mut bool, &mut bool),
) -> bool {
    let name = serde_json::to_string(action).unwrap_or_default();
    let key = FormKey::about(FormKind::PlanCorrection, format!("{}/{on} {name}", answer.person));
    if scene.was_saved(&key) {
        return true;
    }
    let days = answer.now.days_of(action);
    let day = days.iter().find(|day| day.on == on);
    let done = day.and_then(|day| day.done).unwrap_or(0);
    let corrected = day.map_or(0, |day| day.corrected);
    // What the diary counts, without what was added by hand before.
    let counted = i64::from(done) - i64::from(corrected);
    let initial = PlanCorrectionForm { done: done.to_string(), why: String::new() };
    let mut form = scene.form(&key, || initial.clone()).clone();
    let words = scene.words;
    let row = plan_name(words, action);
    let title = format!("{row}: {}", scene.formats.date_compact(on));
    let close = words.get("close");
    let id = Id::unique("corrected count");
    let shown = modal(ui.ctx(), "plan correction", &title, &close, 440.0, |ui| {
        soft(ui, &rule_words(words, action, true));
        let about = words.with("plan-correct-about", &[("count", counted.max(0).into())]);
        soft(ui, &about);
        ui.add_space(space::S);
        let (label, why) = (words.get("plan-correct-really"), words.get("plan-correct-why"));
        let bad = (*tried && number(&form.done).is_none()).then(|| Below::Error(words.get("plan-told-bad")));
        let mut entered = Field::new(&label, &mut form.done).id(id).width(160.0).below(bad).show(ui).committed;
        entered |= Field::new(&why, &mut form.why).show(ui).committed;
        ui.add_space(space::M);
        let (saved, cancelled) = buttons(ui, scene);
        (entered | saved, cancelled)
    });
    if *fresh {
        ui.memory_mut(|memory| memory.request_focus(id));
        *fresh = false;
    }
    *scene.form(&key, || initial.clone()) = form.clone();
    let (entered, cancelled) = shown.inner;
    if entered {
        *tried = true;
        if let Some(by) = number(&form.done).and_then(|number| i32::try_from(i64::from(number) - counted).ok()) {
            scene.save(key, Command::CorrectDone { on, action: action.clone(), by, why: form.why.clone() });
        }
    }
    shown.closed || cancelled
}

fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| *number <= 1_000)
}
