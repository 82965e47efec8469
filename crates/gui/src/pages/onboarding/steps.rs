//! How a talk goes from step to step, and the screen of each step.

use egui::{Key, Modifiers, Ui};
use sponsor_core::model::{Interview, InterviewState, Step, StepKind};

use super::draft::{StepDraft, step_form};
use super::guest_fields;
use super::guest_form::GuestForm;
use super::layout::{any_popup, column};
use super::wording::Voice;
use super::{days, goal, names, question};
use crate::app::{FormKey, FormKind, Scene};
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Card, text};

/// Where a talk goes from a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// On to the next step.
    Next,
    /// On, and what is typed stays a draft.
    Skip,
    /// To the step before.
    Back,
    /// To a step.
    To(usize),
    /// Nowhere: what was typed in a line of the sheet is saved.
    Stay,
    /// Out of the talk; everything is kept.
    Leave,
    /// «Готово».
    Finish,
}

/// What is pressed in a step: Escape leaves, Ctrl+Enter goes on, Alt+← goes back.
pub fn keys(ui: &Ui, step: &Step) -> Option<Move> {
    if any_popup(ui) {
        return None;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::COMMAND, Key::Enter) {
            Some(if step.kind == StepKind::Sheet { Move::Finish } else { Move::Next })
        } else if input.consume_key(Modifiers::ALT, Key::ArrowLeft) {
            Some(Move::Back)
        } else {
            input.key_pressed(Key::Escape).then_some(Move::Leave)
        }
    })
}

/// The step on the screen; the first one where the interview names none of its own.
pub fn present_step(interview: &Interview) -> Option<&Step> {
    let sheet = interview.state != InterviewState::Open;
    let shown = |step: &&Step| if sheet { step.kind == StepKind::Sheet } else { step.key == interview.step };
    interview.steps.iter().find(shown).or_else(|| interview.steps.first())
}

/// The key of the step to which a move leads; none where it stays or leaves.
pub fn target(interview: &Interview, wanted: Move) -> Option<String> {
    let present = interview.steps.iter().position(|step| step.key == interview.step).unwrap_or(0);
    let index = match wanted {
        Move::Next | Move::Skip => present + 1,
        Move::Back => present.checked_sub(1)?,
        Move::To(index) => index,
        Move::Stay | Move::Leave | Move::Finish => return None,
    };
    interview.steps.get(index).map(|step| step.key.clone())
}

/// The form of a step.
pub fn form_of(interview: &Interview, step: &Step) -> FormKey {
    match step.kind {
        StepKind::Person => FormKey::about(FormKind::InterviewGuest, interview.id),
        _ => step_form(interview, &step.key),
    }
}

/// Puts what was typed in a step into the interview. What is proposed for the first days counts once one goes on.
pub fn put_typed(scene: &mut Scene<'_>, key: &FormKey, step: &Step, wanted: Move, after: &mut Interview) {
    let touched = scene.drafts.is_touched(key) || (step.kind == StepKind::FirstDays && wanted == Move::Next);
    if !touched {
        return;
    }
    let (now, today) = (scene.now, scene.today);
    let before = after.clone();
    if step.kind == StepKind::Person {
        let formats = scene.formats.clone();
        scene.form(key, || GuestForm::of(&before, &formats)).put_into(after, now);
    } else {
        let voice = Voice::new(before.language, before.address_form);
        scene.form(key, || StepDraft::of(&before, step, &voice)).put_into(after, step, today);
    }
}

/// What is being typed in a step. An untouched form begins anew from the interview, which an undo may have changed
/// below it.
pub fn draft<'s>(scene: &'s mut Scene<'_>, voice: &Voice, interview: &Interview, step: &Step) -> &'s mut StepDraft {
    let key = form_of(interview, step);
    if !scene.drafts.is_touched(&key) {
        scene.drafts.forget(&key);
    }
    scene.form(&key, || StepDraft::of(interview, step, voice))
}

/// What is being typed about the guest; see [`draft`].
pub fn guest_draft<'s>(
    scene: &'s mut Scene<'_>,
    voice: &Voice,
    interview: &Interview,
    step: &Step,
) -> &'s mut GuestForm {
    let key = form_of(interview, step);
    if !scene.drafts.is_touched(&key) {
        scene.drafts.forget(&key);
    }
    scene.form(&key, || GuestForm::of(interview, &voice.formats))
}

/// Shows a step; `fresh` gives the focus to its first field. The sheet has a screen of its own.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, voice: &Voice, interview: &Interview, step: &Step, fresh: bool) {
    let (now, today) = (scene.now, scene.today);
    if step.kind == StepKind::Person {
        let form = guest_draft(scene, voice, interview, step);
        column(ui, 640.0, |ui| {
            ui.add_space(space::XL);
            text(ui, &step.question, TextSize::Question, Tokens::of(ui).ink);
            ui.add_space(space::L);
            Card::new().padding(24).show(ui, |ui| guest_fields::fields(ui, &voice.words, now, form, fresh));
        });
        return;
    }
    let draft = draft(scene, voice, interview, step);
    match step.kind {
        StepKind::Question => question::ui(ui, voice, interview, step, draft, fresh),
        StepKind::Goal => goal::ui(ui, voice, interview, draft, today, fresh),
        StepKind::FirstNames => names::ui(ui, voice, interview, draft, fresh),
        StepKind::FirstDays => days::ui(ui, voice, interview, draft, fresh),
        StepKind::Person | StepKind::Sheet => {}
    }
}
