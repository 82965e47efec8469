//! The question before an instance of a series goes to another time: this one, this and the following ones, or all.

use egui::{Key, Modifiers, Ui};
use sponsor_core::command::{Command, SeriesScope};

use super::carry::Carry;
use super::looks::day_and_hours;
use super::questions::EntryQuestion;
use super::{DiaryPage, Side};
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, modal, soft, text};

/// Width of the question.
const WIDTH: f32 = 420.0;

/// What of a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    This,
    Rest(SeriesScope),
}

impl DiaryPage {
    /// Asks how much of a series goes, while that is open; only this one is what Enter takes.
    pub(super) fn ask_about_series(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(carry) = self.asked.clone() else { return };
        let (id, instance) = carry.entry;
        let Some(details) = scene.ask_exact(&EntryQuestion { id, instance }) else { return };
        let days = instance.zip(carry.to.first_day());
        let repeat = details.as_ref().as_ref().and_then(|details| details.entry.repeat.as_ref());
        let can = days.zip(repeat).is_some_and(|((day, to), repeat)| repeat.moved(day, to).is_some());
        let [title, close] = ["diary-series-ask", "close"].map(|key| scene.words.get(key));
        let shown = modal(ui.ctx(), "series", &title, &close, WIDTH, |ui| answers(ui, scene, &carry, can));
        if let Some(answer) = shown.inner {
            self.asked = None;
            self.answered(scene, &carry, answer);
        } else if shown.closed {
            self.asked = None;
        }
    }

    fn answered(&mut self, scene: &mut Scene<'_>, carry: &Carry, answer: Answer) {
        let ((entry, instance), to) = (carry.entry, carry.to);
        match (answer, instance) {
            (Answer::Rest(scope), Some(instance)) => {
                scene.run(Command::MoveSeries { entry, instance, to, scope });
                // Its days have other names now.
                if self.chosen() == Some(carry.entry) {
                    self.side = Side::Nothing;
                }
            }
            _ => scene.run(Command::MoveEntry { entry, instance, to }),
        }
    }
}

/// The three answers, with their keys.
fn answers(ui: &mut Ui, scene: &Scene<'_>, carry: &Carry, can: bool) -> Option<Answer> {
    let tokens = Tokens::of(ui);
    let (words, formats) = (scene.words, scene.formats);
    ui.spacing_mut().item_spacing.y = space::S;
    text(ui, &carry.title, TextSize::Strong, tokens.ink);
    let [from, to] = [&carry.from, &carry.to].map(|when| day_and_hours(formats, words, when));
    soft(ui, &words.with("diary-from-to-when", &[("from", from.into()), ("to", to.into())]));
    ui.add_space(space::S);
    let width = ui.available_width();
    let [this, following, all] =
        ["diary-series-this", "diary-series-following", "diary-series-all"].map(|key| words.get(key));
    let first = ui.add(Button::primary(&this).keys("1").width(width));
    if ui.memory(|memory| memory.focused().is_none()) {
        first.request_focus();
    }
    let mut answer = first.clicked().then_some(Answer::This);
    let rest = [(following, "2", SeriesScope::Following), (all, "3", SeriesScope::All)];
    for (words, keys, scope) in rest {
        if ui.add_enabled(can, Button::plain(&words).keys(keys).width(width)).clicked() {
            answer = Some(Answer::Rest(scope));
        }
    }
    if !can {
        soft(ui, &words.get("diary-series-cannot"));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Num1) {
        answer = Some(Answer::This);
    } else if can && pressed(Key::Num2) {
        answer = Some(Answer::Rest(SeriesScope::Following));
    } else if can && pressed(Key::Num3) {
        answer = Some(Answer::Rest(SeriesScope::All));
    }
    answer
}
