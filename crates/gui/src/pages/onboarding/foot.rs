//! The bottom of the talk: back, and on; at the sheet print, save and «Готово».

use egui::Ui;
use sponsor_core::model::{Interview, InterviewState, Step, StepKind};

use super::steps::Move;
use super::wording::Voice;
use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::height;
use crate::widgets::{Button, keep_free, split};

/// Shows the bottom; where the talk goes, if anywhere.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, voice: &Voice, interview: &Interview, step: &Step) -> Option<Move> {
    let open = interview.state == InterviewState::Open;
    let first = interview.steps.first().is_none_or(|first| first.key == step.key);
    let mut back = None;
    let top = ui.cursor().min;
    let onwards = split(
        ui,
        height::BUTTON_LARGE,
        |ui| {
            let words = voice.words.get("back");
            let button = Button::plain(&words).icon(icons::ARROW_LEFT).keys("Alt ←").large();
            if open && !first && ui.add(button).clicked() {
                back = Some(Move::Back);
            }
        },
        |ui| match step.kind {
            StepKind::Sheet => sheet(ui, scene, voice, interview, open),
            _ => next(ui, voice, step),
        },
    );
    keep_free(ui.ctx(), egui::Rect::from_min_size(top, egui::vec2(ui.min_rect().width(), height::BUTTON_LARGE)));
    onwards.1.or(back)
}

fn next(ui: &mut Ui, voice: &Voice, step: &Step) -> Option<Move> {
    let (next, skip) = (voice.words.get("next"), voice.words.get("interview-skip"));
    let button = Button::primary(&next).keys("Ctrl ↵").trailing(icons::ARROW_RIGHT).large();
    if ui.add(button).clicked() {
        return Some(Move::Next);
    }
    let skipped = step.kind != StepKind::Person && ui.add(Button::quiet(&skip).large()).clicked();
    skipped.then_some(Move::Skip)
}

fn sheet(ui: &mut Ui, scene: &mut Scene<'_>, voice: &Voice, interview: &Interview, open: bool) -> Option<Move> {
    let words = &voice.words;
    let done = words.get("done");
    if open && ui.add(Button::primary(&done).icon(icons::DONE).keys("Ctrl ↵").large()).clicked() {
        return Some(Move::Finish);
    }
    let (save, print) = (words.get("interview-sheet-save"), words.get("print"));
    if ui.add(Button::plain(&save).icon(icons::FILE).large()).clicked() {
        scene.act(Action::Choose(Purpose::SaveSheet(interview.id)));
    }
    if ui.add(Button::plain(&print).icon(icons::PRINT).large()).clicked() {
        scene.act(Action::Print(Purpose::SaveSheet(interview.id)));
    }
    None
}
