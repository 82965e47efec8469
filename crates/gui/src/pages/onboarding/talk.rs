//! The interview in focus mode: one step a screen. Moving on, back or leaving is one command; what is under the caret is
//! a draft until then.

use std::sync::Arc;

use egui::{Frame, Key, Margin, Modifiers, Panel, Popup, ScrollArea, Ui};
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{EntryState, Interview, InterviewId, InterviewState, RecordKind, Step, StepKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use super::draft::{StepDraft, step_form};
use super::guest::{self, GuestForm};
use super::head::{self, HeadAnswer};
use super::wording::Voice;
use super::{days, goal, names, question, sheet};
use crate::app::{Action, FormKey, FormKind, Purpose, Question, Scene};
use crate::icons;
use crate::theme::{Tokens, space};
use crate::widgets::{Button, Card, split};

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

/// Where a talk goes from a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Next,
    Skip,
    To(usize),
    Leave,
    Finish,
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
    /// The step whose first field has been given the focus.
    focused: String,
}

impl TalkPage {
    /// The interview with this id.
    #[must_use]
    pub const fn new(id: InterviewId) -> Self {
        Self { id, voice: None, sent: None, finishing: false, focused: String::new() }
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
        let mut wanted = keys(ui, &step);
        let paper = Tokens::of(ui).paper;
        let top = Frame::new().fill(paper).inner_margin(Margin { left: 32, right: 32, top: 10, bottom: 4 });
        Panel::top("interview-head").frame(top).show_separator_line(false).show(ui, |ui| {
            wanted = wanted.or(head::ui(ui, voice, interview).map(|answer| match answer {
                HeadAnswer::Leave => Move::Leave,
                HeadAnswer::Step(index) => Move::To(index),
            }));
        });
        let bottom = Frame::new().fill(paper).inner_margin(Margin::symmetric(32, 20));
        Panel::bottom("interview-foot").frame(bottom).show(ui, |ui| {
            wanted = wanted.or(foot(ui, scene, voice, interview, &step));
        });
        let fresh = self.focused != step.key;
        self.focused.clone_from(&step.key);
        let middle = Frame::new().fill(paper).inner_margin(Margin::symmetric(32, 0));
        egui::CentralPanel::default().frame(middle).show(ui, |ui| {
            ScrollArea::vertical().id_salt(&step.key).auto_shrink(false).show(ui, |ui| {
                middle_of(ui, scene, voice, interview, &step, (fresh, done));
            });
        });
        wanted
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
        let Some(step) = present_step(interview) else { return true };
        let (key, mut after) = (form_of(interview, step), interview.clone());
        if wanted != Move::Skip {
            put_typed(scene, &key, step, wanted, &mut after);
        }
        if let Some(target) = target(interview, wanted) {
            after.step = target;
        }
        let changed = after != *interview;
        if changed {
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

/// The step on the screen; the first one where the interview names none of its own.
fn present_step(interview: &Interview) -> Option<&Step> {
    let sheet = interview.state != InterviewState::Open;
    let shown = |step: &&Step| if sheet { step.kind == StepKind::Sheet } else { step.key == interview.step };
    interview.steps.iter().find(shown).or_else(|| interview.steps.first())
}

fn target(interview: &Interview, wanted: Move) -> Option<String> {
    let present = interview.steps.iter().position(|step| step.key == interview.step).unwrap_or(0);
    let index = match wanted {
        Move::Next | Move::Skip => present + 1,
        Move::To(index) => index,
        Move::Leave | Move::Finish => return None,
    };
    interview.steps.get(index).map(|step| step.key.clone())
}

fn form_of(interview: &Interview, step: &Step) -> FormKey {
    match step.kind {
        StepKind::Person => FormKey::about(FormKind::InterviewGuest, interview.id),
        _ => step_form(interview, &step.key),
    }
}

/// Puts what was typed in a step into the interview. What is proposed for the first days counts once one goes on.
fn put_typed(scene: &mut Scene<'_>, key: &FormKey, step: &Step, wanted: Move, after: &mut Interview) {
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

/// Escape leaves, Ctrl+Enter goes on.
fn keys(ui: &Ui, step: &Step) -> Option<Move> {
    if any_popup(ui) {
        return None;
    }
    let (on, leave) =
        ui.input_mut(|input| (input.consume_key(Modifiers::COMMAND, Key::Enter), input.key_pressed(Key::Escape)));
    match (on, leave) {
        (true, _) => Some(if step.kind == StepKind::Sheet { Move::Finish } else { Move::Next }),
        (_, true) => Some(Move::Leave),
        _ => None,
    }
}

fn foot(ui: &mut Ui, scene: &mut Scene<'_>, voice: &Voice, interview: &Interview, step: &Step) -> Option<Move> {
    let words = &voice.words;
    let present = interview.steps.iter().position(|one| one.key == step.key).unwrap_or(0);
    let open = interview.state == InterviewState::Open;
    let mut wanted = None;
    split(
        ui,
        44.0,
        |ui| {
            let back = words.get("back");
            let button = Button::plain(&back).icon(icons::ARROW_LEFT).large();
            if open && present > 0 && ui.add(button).clicked() {
                wanted = Some(Move::To(present - 1));
            }
        },
        |ui| match step.kind {
            StepKind::Sheet => {
                let done = words.get("done");
                if open && ui.add(Button::primary(&done).icon(icons::DONE).keys("Ctrl ↵").large()).clicked() {
                    return Some(Move::Finish);
                }
                let save = words.get("interview-sheet-save");
                if ui.add(Button::plain(&save).icon(icons::FILE).large()).clicked() {
                    scene.act(Action::Choose(Purpose::SaveSheet(interview.id)));
                }
                None
            }
            _ => {
                let (next, skip) = (words.get("next"), words.get("interview-skip"));
                let button = Button::primary(&next).keys("Ctrl ↵").trailing(icons::ARROW_RIGHT).large();
                if ui.add(button).clicked() {
                    return Some(Move::Next);
                }
                let skipped = step.kind != StepKind::Person && ui.add(Button::quiet(&skip).large()).clicked();
                skipped.then_some(Move::Skip)
            }
        },
    )
    .1
    .or(wanted)
}

fn middle_of(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    voice: &Voice,
    interview: &Interview,
    step: &Step,
    (fresh, done): (bool, &[bool]),
) {
    if step.kind == StepKind::Sheet {
        let sponsor = Arc::clone(&scene.frame.me);
        sheet::ui(ui, voice, interview, &sponsor, done);
        return;
    }
    let key = form_of(interview, step);
    // An untouched form begins anew from the interview, which an undo may have changed below it.
    if !scene.drafts.is_touched(&key) {
        scene.drafts.forget(&key);
    }
    let (now, today) = (scene.now, scene.today);
    if step.kind == StepKind::Person {
        let form = scene.form(&key, || GuestForm::of(interview, &voice.formats));
        column(ui, 640.0, |ui| {
            ui.add_space(space::XL);
            crate::widgets::text(ui, &step.question, crate::theme::TextSize::Question, Tokens::of(ui).ink);
            ui.add_space(space::L);
            Card::new().padding(24).show(ui, |ui| guest::fields(ui, &voice.words, now, form, fresh));
        });
        return;
    }
    let draft = scene.form(&key, || StepDraft::of(interview, step, voice));
    match step.kind {
        StepKind::Question => question::ui(ui, voice, interview, step, draft, fresh),
        StepKind::Goal => goal::ui(ui, voice, interview, draft, today, fresh),
        StepKind::FirstNames => names::ui(ui, voice, interview, draft, fresh),
        StepKind::FirstDays => days::ui(ui, voice, interview, draft, fresh),
        StepKind::Person | StepKind::Sheet => {}
    }
}

/// A column in the middle, at most this wide.
pub fn column<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_width();
    let width = width.min(room);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space((room - width) / 2.0);
        part(ui, width, contents)
    })
    .inner
}

/// A part this wide that stands beside another.
pub fn part<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        contents(ui)
    })
    .inner
}

/// Whether a list is open, whose keys these then are.
pub fn any_popup(ui: &Ui) -> bool {
    Popup::is_any_open(ui.ctx())
}
