//! One question, large, with room for the answer and words that one press adds.

use egui::{Id, Key, Modifiers, PointerButton, Ui};
use sponsor_core::model::{Interview, Step, StepKind};

use super::draft::StepDraft;
use super::layout::{any_popup, column};
use super::wording::Voice;
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Chip, Field, soft, text};

/// How wide question and answer are.
const WIDE: f32 = 760.0;

/// Shows the question; `fresh` gives the focus to the answer.
pub fn ui(ui: &mut Ui, voice: &Voice, interview: &Interview, step: &Step, draft: &mut StepDraft, fresh: bool) {
    let tokens = Tokens::of(ui);
    let room = ui.available_height();
    column(ui, WIDE, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add_space(((room - 440.0) / 2.0).clamp(space::L, 88.0));
        text(ui, &number(voice, interview, step), TextSize::Body, tokens.soft);
        text(ui, &step.question, TextSize::Question, tokens.ink);
        ui.add_space(space::M);
        let id = Id::unique(("interview-answer", interview.id, step.key.as_str()));
        let label = voice.words.get("interview-answer");
        Field::new(&label, &mut draft.text).hide_label().rows(6).text_size(TextSize::Answer).id(id).show(ui);
        if fresh {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if step.chips.is_empty() {
            return;
        }
        ui.add_space(space::M);
        soft(ui, &voice.to_guest("interview-chips"));
        press_by_number(ui, &step.chips, draft);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 10.0);
            // Who pressed a chip goes on with words of their own.
            if chips(ui, &step.chips, draft, 36.0) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        });
        ui.add_space(space::L);
    });
}

/// The words that one press adds; tells whether one was pressed by the pointer.
pub fn chips(ui: &mut Ui, words: &[String], draft: &mut StepDraft, height: f32) -> bool {
    let mut by_pointer = false;
    for words in words {
        let chosen = draft.chips.contains(words);
        let mut chip = Chip::new(words).selected(chosen).height(height);
        if chosen {
            chip = chip.icon(icons::DONE);
        }
        let response = chip.show(ui).response;
        if response.clicked() {
            draft.turn_chip(words);
        }
        by_pointer |= response.clicked_by(PointerButton::Primary);
    }
    by_pointer
}

/// Ctrl and a digit press the chip of that number, also while one is typing.
fn press_by_number(ui: &Ui, words: &[String], draft: &mut StepDraft) {
    if any_popup(ui) {
        return;
    }
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    for (words, digit) in words.iter().zip(digits) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, digit)) {
            draft.turn_chip(words);
        }
    }
}

fn number(voice: &Voice, interview: &Interview, step: &Step) -> String {
    let questions = interview.steps.iter().filter(|one| one.kind == StepKind::Question);
    let at = questions.clone().position(|one| one.key == step.key).unwrap_or(0);
    let values = [("number", (at + 1).into()), ("total", questions.count().into())];
    voice.words.with("interview-number-of-question", &values)
}
