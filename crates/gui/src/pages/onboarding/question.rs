//! One question, large, with room for the answer and words that one press adds.

use egui::{Id, Ui};
use sponsor_core::model::{Interview, Step, StepKind};

use super::draft::StepDraft;
use super::talk::column;
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
        soft(ui, &number(voice, interview, step));
        text(ui, &step.question, TextSize::Question, tokens.ink);
        ui.add_space(space::M);
        let id = Id::unique(("interview-answer", interview.id, step.key.as_str()));
        let label = voice.words.get("interview-answer");
        Field::new(&label, &mut draft.text).hide_label().rows(5).text_size(TextSize::Answer).id(id).show(ui);
        if fresh {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if step.chips.is_empty() {
            return;
        }
        ui.add_space(space::M);
        soft(ui, &voice.to_guest("interview-chips"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 10.0);
            for words in &step.chips {
                let chosen = draft.chips.contains(words);
                let mut chip = Chip::new(words).selected(chosen).height(36.0);
                if chosen {
                    chip = chip.icon(icons::DONE);
                }
                if chip.show(ui).response.clicked() {
                    draft.turn_chip(words);
                }
            }
        });
        ui.add_space(space::L);
    });
}

fn number(voice: &Voice, interview: &Interview, step: &Step) -> String {
    let questions = interview.steps.iter().filter(|one| one.kind == StepKind::Question);
    let at = questions.clone().position(|one| one.key == step.key).unwrap_or(0);
    let values = [("number", (at + 1).into()), ("total", questions.count().into())];
    voice.words.with("interview-number-of-question", &values)
}
