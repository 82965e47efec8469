//! What a partner tells during a call: one row of numbers with its date and source.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::{Command, ToldPlan};
use sponsor_core::model::{Action, PlanAction};

use super::ask::PlanAnswer;
use super::goal::buttons;
use super::say::plan_name;
use crate::app::{Form, FormKey, FormKind, Scene, older_draft};
use crate::format::{Formats, parse};
use crate::theme::{space, width};
use crate::widgets::{Below, Field, date_field, modal, soft};

/// What is typed of that which a partner told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanToldForm {
    /// The numbers by the row, as typed; empty for what was not told.
    pub counts: BTreeMap<String, String>,
    /// The day on which it was told; empty for today.
    pub on: String,
    /// How it was told.
    pub source: String,
}

impl Form for PlanToldForm {
    const KIND: FormKind = FormKind::PlanTold;
}

/// The rows of the plan by the name under which their numbers are typed.
fn rows(answer: &PlanAnswer) -> Vec<(String, PlanAction)> {
    let rows = answer.now.rows.iter().map(|line| &line.action);
    rows.map(|action| (serde_json::to_string(action).unwrap_or_default(), action.clone())).collect()
}

/// What was told of just these days before.
fn begin(scene: &Scene<'_>, answer: &PlanAnswer) -> PlanToldForm {
    let days = &answer.now.days;
    let mut form = PlanToldForm { source: scene.words.get("plan-told-by-call"), ..PlanToldForm::default() };
    for line in &answer.now.rows {
        let same = line.told.iter().find(|told| told.from == *days.start() && told.to == *days.end());
        if let Some(told) = same {
            let name = serde_json::to_string(&line.action).unwrap_or_default();
            form.counts.insert(name, told.count.to_string());
            form.source.clone_from(&told.source);
            form.on = Formats::date_typed(told.on);
        }
    }
    form
}

/// The form; tells whether it should close.
pub(super) fn told_modal(
    ui: &Ui,
    scene: &mut Scene<'_>,
    answer: &PlanAnswer,
    (fresh, tried): (&mut bool, &mut bool),
) -> bool {
    let days = &answer.now.days;
    let key = FormKey::about(FormKind::PlanTold, format!("{}/{} {}", answer.person, days.start(), days.end()));
    if scene.was_saved(&key) {
        return true;
    }
    let initial = begin(scene, answer);
    let mut form = scene.form(&key, || initial.clone()).clone();
    let words = scene.words;
    let title = words.with("plan-told-title", &[("name", answer.name.as_str().into())]);
    let range = scene.formats.date_range(*days.start(), *days.end());
    let about = words.with("plan-told-about", &[("days", range.into())]);
    let close = words.get("close");
    let rows = rows(answer);
    let first = Id::unique("first number that was told");
    let shown = modal(ui.ctx(), "plan told", &title, &close, width::FORM, |ui| {
        soft(ui, &about);
        ui.add_space(space::S);
        let text = rows.first().and_then(|(name, _)| form.counts.get(name)).cloned().unwrap_or_default();
        if older_draft(ui, scene, &key, (first, &text)).start_over {
            form = initial.clone();
        }
        let mut entered = numbers(ui, scene, &mut form, &rows, first, *tried);
        ui.add_space(space::S);
        ui.horizontal_top(|ui| {
            let (on, source) = (words.get("plan-told-on"), words.get("plan-told-source"));
            let today = scene.now.date();
            let hint = scene.formats.date_spoken(today);
            entered |=
                date_field(ui, words, Field::new(&on, &mut form.on).hint(&hint).width(200.0), today).field.committed;
            entered |= Field::new(&source, &mut form.source).width(ui.available_width()).show(ui).committed;
        });
        ui.add_space(space::M);
        let (saved, cancelled) = buttons(ui, scene);
        (entered | saved, cancelled)
    });
    if *fresh {
        ui.memory_mut(|memory| memory.request_focus(first));
        *fresh = false;
    }
    *scene.form(&key, || initial.clone()) = form.clone();
    let (entered, cancelled) = shown.inner;
    if entered {
        *tried = true;
        if let Some(told) = meant(&form, &rows, answer, scene.now.date()) {
            scene.save(key, Command::TellPlan(Box::new(told)));
        }
    }
    shown.closed || cancelled
}

/// A field for each row, four beside each other.
fn numbers(
    ui: &mut Ui,
    scene: &Scene<'_>,
    form: &mut PlanToldForm,
    rows: &[(String, PlanAction)],
    first: Id,
    tried: bool,
) -> bool {
    let mut entered = false;
    let each = (ui.available_width() - 3.0 * space::M) / 4.0;
    let unknown = scene.words.get("unknown-yet");
    for (line, four) in rows.chunks(4).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (place, (name, action)) in four.iter().enumerate() {
                let label = plan_name(scene.words, action);
                let text = form.counts.entry(name.clone()).or_default();
                let bad = tried && !text.trim().is_empty() && number(text).is_none();
                let error = bad.then(|| Below::Error(scene.words.get("plan-told-bad")));
                let mut field = Field::new(&label, text).hint(&unknown).width(each).below(error);
                if (line, place) == (0, 0) {
                    field = field.id(first);
                }
                entered |= field.show(ui).committed;
            }
        });
        ui.add_space(space::S);
    }
    let together = |(_, action): &(String, PlanAction)| {
        matches!(action, PlanAction::Action(Action::TwoPlusOne | Action::Training))
    };
    if rows.iter().any(together) {
        soft(ui, &scene.words.get("plan-told-beside-together"));
    }
    form.counts.retain(|_, text| !text.is_empty());
    entered
}

fn number(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|number| *number <= 10_000)
}

fn meant(
    form: &PlanToldForm,
    rows: &[(String, PlanAction)],
    answer: &PlanAnswer,
    today: NaiveDate,
) -> Option<ToldPlan> {
    let on = if form.on.trim().is_empty() { Some(today) } else { parse::date(&form.on, today) };
    let mut counts = Vec::new();
    for (name, action) in rows {
        if let Some(text) = form.counts.get(name).map(|text| text.trim()).filter(|text| !text.is_empty()) {
            counts.push((action.clone(), number(text)?));
        }
    }
    let (from, to) = (*answer.now.days.start(), *answer.now.days.end());
    Some(ToldPlan { person: answer.person, from, to, counts, on: on?, source: form.source.clone() })
}
