//! The line of a correction: what will change next week, as a dated task or as a row of the plan, with the line of the
//! review that it came from.

use chrono::NaiveDate;
use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::{Command, CorrectionDraft, CorrectionInto};
use sponsor_core::model::{Action, Entry, EntryKind, PlanAction, Priority, When};
use sponsor_core::query::{CorrectionLine, next_week_of};
use sponsor_core::typed_line::{Meaning, Part, TypedLine, Wishes, read_with};

use super::question::ReviewView;
use crate::app::{Form, FormKey, FormKind, JotForm, LineLook, Scene, line_with_chips, read_line};
use crate::format::Formats;
use crate::icons;
use crate::pages::today::plan_name;
use crate::theme::space;
use crate::widgets::{Button, Chip, Field, Segmented, Select, Tone, number_field};

/// The rows that every plan can have.
const ROWS: [PlanAction; 9] = [
    PlanAction::NewNames,
    PlanAction::Action(Action::Call),
    PlanAction::Action(Action::Invitation),
    PlanAction::Action(Action::Meeting),
    PlanAction::Action(Action::TwoPlusOne),
    PlanAction::Action(Action::Presentation),
    PlanAction::Action(Action::FollowUp),
    PlanAction::Action(Action::Training),
    PlanAction::Action(Action::OnlinePost),
];

/// What is typed of a correction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorrectionForm {
    /// The line that it comes from.
    pub from: String,
    /// The correction.
    pub text: String,
    /// What was decided about it by its chips.
    pub wishes: Wishes,
    /// The row of the plan that it becomes; none for a task.
    pub row: Option<PlanAction>,
    /// How many of that row.
    pub planned: String,
    /// Which correction is changed, from 0; none for a new one.
    pub at: Option<usize>,
}

impl Form for CorrectionForm {
    const KIND: FormKind = FormKind::Correction;
}

/// The key of the line.
pub(super) fn correction_key() -> FormKey {
    FormKey::new(FormKind::Correction)
}

/// The id of its field.
pub(super) fn correction_id() -> Id {
    Id::unique("review correction")
}

impl CorrectionForm {
    /// A correction that is there, to be changed.
    pub(super) fn of(at: usize, line: &CorrectionLine) -> Self {
        let correction = &line.correction;
        let mut text = correction.text.clone();
        let when = line.task.as_ref().map(|task| task.when);
        if let Some(day) = when.as_ref().and_then(When::first_day) {
            text = format!("{text} {}", Formats::date_typed(day));
        }
        if let Some(time) = when.and_then(|when| when.time()) {
            text = format!("{text} {}", time.format("%H:%M"));
        }
        let row = correction.row.clone();
        Self { from: correction.from.clone(), text, row, at: Some(at), ..Self::default() }
    }
}

/// The day of a correction that says none: the first of the next week, or today where that is past.
fn default_day(view: &ReviewView, today: NaiveDate) -> NaiveDate {
    (*next_week_of(view.review.from).start()).max(today)
}

/// Something to do on a day of the next week, unless the line says otherwise.
fn correcting(mut read: TypedLine, day: NaiveDate) -> TypedLine {
    if !read.parts.iter().any(|part| matches!(part.meaning, Meaning::Day | Meaning::Repeat)) {
        read.date = Some(day);
    }
    if read.kind == EntryKind::Note {
        read.kind = EntryKind::Task;
    }
    read
}

/// Shows the line. Tells whether Enter was pressed in it while it was empty: then one goes on.
pub(super) fn correction_line(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView) -> bool {
    let mut form = scene.form(&correction_key(), CorrectionForm::default).clone();
    let before = form.clone();
    above(ui, scene, view, &mut form);
    let (draft, empty) = if form.row.is_some() {
        (row_fields(ui, scene, view, &mut form), false)
    } else {
        task_line(ui, scene, view, &mut form)
    };
    if form != before {
        scene.form(&correction_key(), CorrectionForm::default).clone_from(&form);
    }
    if let Some(draft) = draft {
        let (week, correction) = (view.review.from, Box::new(draft));
        let known = form.at.filter(|at| *at < view.review.corrections.len());
        let command = match known {
            Some(at) => Command::ChangeCorrection { week, at, correction },
            None => Command::AddCorrection { week, correction },
        };
        scene.save(correction_key(), command);
        ui.memory_mut(|memory| memory.request_focus(correction_id()));
    }
    empty
}

/// Above the field: what it becomes, and the line that it comes from.
fn above(ui: &mut Ui, scene: &Scene<'_>, view: &ReviewView, form: &mut CorrectionForm) {
    let words = scene.words;
    let (name, task, row) = (words.get("review-becomes"), words.get("review-task"), words.get("review-row"));
    let mut is_row = form.row.is_some();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let chosen = Segmented::new(&name, &mut is_row).option(false, &task).option(true, &row).show(ui).changed();
        if chosen {
            form.row = is_row.then(|| furthest(view));
        }
        if !form.from.is_empty() {
            let from = words.with("review-from", &[("line", form.from.as_str().into())]);
            let remove = words.get("review-from-remove");
            if Chip::new(&from).tone(Tone::Accent).removable(&remove).most(420.0).show(ui).removed {
                form.from.clear();
            }
        }
        if form.at.is_some() && ui.add(Button::link(&words.get("review-new-correction")).small()).clicked() {
            *form = CorrectionForm::default();
        }
    });
}

/// The row of which most is left; calls where nothing is.
fn furthest(view: &ReviewView) -> PlanAction {
    let left = view.review.rows.iter().filter(|row| row.left() > 0).max_by_key(|row| row.left());
    left.map_or(PlanAction::Action(Action::Call), |row| row.action.clone())
}

/// The field of a task with what is understood of it.
fn task_line(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    view: &ReviewView,
    form: &mut CorrectionForm,
) -> (Option<CorrectionDraft>, bool) {
    let day = default_day(view, scene.now.date());
    let read = |scene: &mut Scene<'_>, typed: &JotForm| {
        read_line(scene, typed, |typed, context| correcting(read_with(&typed.text, &typed.wishes, context), day))
    };
    let typed = JotForm { text: form.text.clone(), wishes: form.wishes.clone() };
    let understood = read(scene, &typed);
    let (label, hint) = (scene.words.get("review-correction"), scene.words.get("review-correction-hint"));
    let look = LineLook { id: correction_id(), label: &label, hint: &hint, icon: icons::MOVE };
    let answer = line_with_chips(ui, scene, &look, &typed, &understood);
    (form.text, form.wishes) = (answer.typed.text.clone(), answer.typed.wishes.clone());
    let empty = form.text.trim().is_empty();
    if !answer.committed || empty {
        return (None, answer.committed && empty);
    }
    let understood = read(scene, &answer.typed);
    let mut entry = understood.entry(scene.new_entry(), scene.now);
    keep_priority(&mut entry, view, form.at);
    let draft = CorrectionDraft {
        from: form.from.clone(),
        text: words_of(&answer.typed.text, &understood),
        into: CorrectionInto::Task(Box::new(entry)),
    };
    (Some(draft), false)
}

/// The words of a line without those of its time: what is shown as the correction.
fn words_of(typed: &str, read: &TypedLine) -> String {
    let timed = |part: &&Part| {
        use Meaning::{Day, Length, Repeat, Time};
        matches!(part.meaning, Day | Time | Length | Repeat)
    };
    let mut kept = String::new();
    let mut at = 0;
    for part in read.parts.iter().filter(timed) {
        kept.push_str(typed.get(at..part.range.start).unwrap_or_default());
        at = at.max(part.range.end);
    }
    kept.push_str(typed.get(at..).unwrap_or_default());
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if kept.is_empty() { read.title.clone() } else { kept }
}

/// A changed correction stays as pressing as it was, unless the line says otherwise.
fn keep_priority(entry: &mut Entry, view: &ReviewView, at: Option<usize>) {
    let before = at.and_then(|at| view.review.corrections.get(at)).and_then(|line| line.task.as_ref());
    if let Some(before) = before.filter(|_| entry.priority == Priority::Other) {
        entry.priority = before.priority;
    }
}

/// The fields of a row of the plan.
fn row_fields(ui: &mut Ui, scene: &Scene<'_>, view: &ReviewView, form: &mut CorrectionForm) -> Option<CorrectionDraft> {
    let words = scene.words;
    let mut action = form.row.clone()?;
    let mut rows: Vec<PlanAction> = ROWS.to_vec();
    let own = view.review.next.iter().map(|(action, _)| action).filter(|action| !ROWS.contains(action));
    rows.extend(own.cloned());
    let (label, many, add) = (words.get("review-row-action"), words.get("review-row-count"), words.get("save"));
    let mut committed = false;
    let mut value = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let options = rows.into_iter().map(|action| (action.clone(), plan_name(words, &action)));
        Select::new(&label, &mut action).options(options).width(220.0).show(ui);
        let field = Field::new(&many, &mut form.planned).width(110.0).id(Id::unique("review row count"));
        let typed = number_field(ui, words, field);
        value = typed.value.and_then(|value| u32::try_from(value).ok());
        committed = typed.field.committed;
        ui.vertical(|ui| {
            ui.add_space(24.0);
            committed |= ui.add_enabled(value.is_some(), Button::primary(&add).keys("Enter")).clicked();
        });
    });
    form.row = Some(action.clone());
    let planned = value.filter(|_| committed)?;
    let values = [("name", plan_name(words, &action).into()), ("count", scene.formats.integer(planned).into())];
    let text = words.with("review-row-line", &values);
    let into = CorrectionInto::Row { action, planned, works: view.review.works.clone() };
    Some(CorrectionDraft { from: form.from.clone(), text, into })
}
