//! The interview in focus mode: one step a screen. Moving on, back or leaving is one command; what is under the caret is
//! a draft until then.

use std::sync::Arc;

use egui::{Frame, Margin, Panel, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{EntryState, Interview, InterviewId, InterviewState, RecordKind, Step, StepKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::draft::step_form;
use super::foot;
use super::head::{self, HeadAnswer};
use super::sheet::SheetPage;
use super::steps::{self, Move, form_of, present_step, put_typed, target};
use super::wording::Voice;
use crate::app::{Action, FormKey, Question, Scene};
use crate::theme::{Tokens, height, space, stroke};

/// At the left and right of everything.
const SIDE: f32 = space::XL;
/// Above and below the buttons at the bottom.
const FOOT: f32 = 20.0;

/// Asks for an interview, and which of its first actions are done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct InterviewQuestion(InterviewId);

/// An interview as it stands.
#[derive(Debug)]
struct TalkAnswer {
    interview: Interview,
    done: Vec<bool>,
}

impl Question for InterviewQuestion {
    type Answer = Option<TalkAnswer>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Interview, RecordKind::Entry];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let Some(interview) = view.interview(self.0)? else { return Ok(None) };
        let made = interview.entries.iter().map(|id| view.entry(*id));
        let done = made.map(|entry| Ok(entry?.is_some_and(|entry| entry.state == EntryState::Done)));
        let done = done.collect::<Result<_, StoreError>>()?;
        Ok(Some(TalkAnswer { interview, done }))
    }
}

/// A saving that has not been acknowledged yet, and what the interview is after it.
#[derive(Debug)]
struct Sent {
    key: FormKey,
    before: Arc<Option<TalkAnswer>>,
    after: Interview,
    arrived: bool,
}

/// The interview on the screen.
#[derive(Debug)]
pub struct TalkPage {
    id: InterviewId,
    voice: Option<Voice>,
    sent: Option<Sent>,
    finishing: bool,
    sheet: SheetPage,
    /// The step whose first field has been given the focus.
    focused: String,
}

impl TalkPage {
    /// The interview with this id.
    #[must_use]
    pub fn new(id: InterviewId) -> Self {
        Self { id, voice: None, sent: None, finishing: false, sheet: SheetPage::default(), focused: String::new() }
    }

    /// Shows the interview; tells whether it was left.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let Some(answer) = scene.ask_exact(&InterviewQuestion(self.id)) else { return false };
        // Taken back to before it began, or deleted.
        let Some(stored) = answer.as_ref() else { return true };
        if self.finishing && stored.interview.state != InterviewState::Open {
            return true;
        }
        if !scene.focused {
            scene.act(Action::Focus(true));
        }
        let interview = self.present(scene, &answer, &stored.interview);
        let voice = match self.voice.take().filter(|voice| voice.is_of(&interview)) {
            Some(voice) => voice,
            None => Voice::new(interview.language, interview.address_form),
        };
        let wanted = self.paint(ui, scene, &voice, &interview, &stored.done);
        self.voice = Some(voice);
        match wanted {
            Some(wanted) => self.go(scene, &answer, &interview, wanted),
            None => false,
        }
    }

    /// The interview as it is now: as it was saved, from the moment on which that was acknowledged.
    fn present(&mut self, scene: &Scene<'_>, answer: &Arc<Option<TalkAnswer>>, stored: &Interview) -> Interview {
        if let Some(sent) = &mut self.sent {
            sent.arrived |= scene.was_saved(&sent.key);
            if Arc::ptr_eq(&sent.before, answer) {
                return if sent.arrived { sent.after.clone() } else { stored.clone() };
            }
            self.sent = None;
        }
        stored.clone()
    }

    fn paint(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        voice: &Voice,
        interview: &Interview,
        done: &[bool],
    ) -> Option<Move> {
        let step = present_step(interview)?.clone();
        // A line of the sheet that is being edited has these keys for itself.
        let mut wanted = if self.sheet.is_editing() { self.sheet.keys(ui) } else { steps::keys(ui, &step) };
        let paper = Tokens::of(ui).paper;
        let top = Frame::new().fill(paper).inner_margin(Margin { left: 32, right: 32, top: 10, bottom: 4 });
        Panel::top("interview-head").frame(top).show_separator_line(false).show(ui, |ui| {
            wanted = wanted.or(head::ui(ui, voice, interview).map(|answer| match answer {
                HeadAnswer::Leave => Move::Leave,
                HeadAnswer::Step(index) => Move::To(index),
            }));
        });
        // The middle is painted before the bottom, so that Tab goes from the answer to «Напред».
        let (middle, bottom) = middle_and_bottom(ui);
        ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
            ui.set_clip_rect(middle);
            wanted = wanted.or(self.middle(ui, scene, voice, interview, &step, done));
        });
        ui.painter().hline(bottom.x_range(), bottom.top(), Stroke::new(stroke::HAIRLINE, Tokens::of(ui).line));
        let buttons = bottom.shrink2(egui::vec2(SIDE, FOOT));
        ui.scope_builder(UiBuilder::new().max_rect(buttons), |ui| {
            wanted = wanted.or(foot::ui(ui, scene, voice, interview, &step));
        });
        wanted
    }

    fn middle(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        voice: &Voice,
        interview: &Interview,
        step: &Step,
        done: &[bool],
    ) -> Option<Move> {
        let fresh = self.focused != step.key;
        self.focused.clone_from(&step.key);
        let paper = Tokens::of(ui).paper;
        let frame = Frame::new().fill(paper).inner_margin(Margin::symmetric(32, 0));
        frame
            .show(ui, |ui| {
                let area = ScrollArea::vertical().id_salt(&step.key).auto_shrink(false);
                area.show(ui, |ui| {
                    if step.kind == StepKind::Sheet {
                        return self.sheet.ui(ui, scene, voice, interview, done);
                    }
                    steps::show(ui, scene, voice, interview, step, fresh);
                    None
                })
                .inner
            })
            .inner
    }

    /// Saves what was typed and goes on; tells whether the talk is left.
    fn go(
        &mut self,
        scene: &mut Scene<'_>,
        answer: &Arc<Option<TalkAnswer>>,
        interview: &Interview,
        wanted: Move,
    ) -> bool {
        if interview.state != InterviewState::Open {
            return wanted == Move::Leave;
        }
        let edited = self.sheet.turn().and_then(|key| interview.steps.iter().find(|step| step.key == key));
        let Some(step) = edited.or_else(|| present_step(interview)) else { return true };
        let (key, mut after) = (form_of(interview, step), interview.clone());
        if wanted != Move::Skip {
            put_typed(scene, &key, step, wanted, &mut after);
        }
        if let Some(target) = target(interview, wanted) {
            after.step = target;
        }
        if after != *interview {
            // Skipping keeps what was typed as a draft: its own key lets the command be heard of without closing that.
            let key = if wanted == Move::Skip { step_form(interview, "skip") } else { key };
            scene.save(key.clone(), Command::SaveInterview(Box::new(after.clone())));
            self.sent = Some(Sent { key, before: Arc::clone(answer), after, arrived: false });
        }
        if wanted == Move::Finish {
            self.finishing = true;
            scene.run(Command::FinishFirstTalk(self.id));
        }
        wanted == Move::Leave
    }
}

/// The places below the head: what scrolls, and the buttons.
fn middle_and_bottom(ui: &Ui) -> (Rect, Rect) {
    let room = ui.available_rect_before_wrap();
    let split = (room.bottom() - height::BUTTON_LARGE - 2.0 * FOOT).max(room.top());
    (Rect::from_min_max(room.min, pos2(room.right(), split)), Rect::from_min_max(pos2(room.left(), split), room.max))
}
