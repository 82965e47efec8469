//! The few important things of a period, in words.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;

use super::ask::PlanAnswer;
use super::say::level_key;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, Card, Field, heading, soft, split, text};

/// What is typed of the important things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanWordsForm {
    /// A line each.
    pub lines: String,
}

impl Form for PlanWordsForm {
    const KIND: FormKind = FormKind::PlanWords;
}

fn key(answer: &PlanAnswer) -> FormKey {
    let (level, from) = (answer.now.level, answer.now.days.start());
    FormKey::about(FormKind::PlanWords, format!("{}/{level:?} {from}", answer.person))
}

/// Paints the important things of the period, or the field in which they are written.
pub(super) fn important_card(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer, writing: &mut bool) {
    let key = key(answer);
    if scene.was_saved(&key) {
        *writing = false;
    }
    let words = scene.words;
    let level = words.get(&format!("{}-of", level_key(answer.now.level)));
    let title = words.with("plan-important", &[("period", level.into())]);
    let lines = &answer.now.important;
    let open = *writing;
    let mut pressed = false;
    Card::new().show(ui, |ui| {
        split(
            ui,
            TextSize::Heading.line_height() + space::XXS,
            |ui| heading(ui, &title),
            |ui| {
                if !open {
                    let does = words.get(if lines.is_empty() { "plan-write-important" } else { "edit" });
                    let name = format!("{does}: {title}");
                    pressed = ui.add(Button::link(&does).name(&name).small()).clicked();
                }
            },
        );
        if open {
            write(ui, scene, answer, (&key, &title), writing);
        } else if lines.is_empty() {
            soft(ui, &words.get("plan-important-hint"));
        } else {
            show(ui, lines);
        }
    });
    if pressed {
        *writing = true;
        ui.memory_mut(|memory| memory.request_focus(field_id()));
    }
}

fn field_id() -> Id {
    Id::unique("important things of a plan")
}

fn show(ui: &mut Ui, lines: &[String]) {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    for line in lines {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (dot, _) = ui.allocate_exact_size(egui::vec2(8.0, 20.0), egui::Sense::hover());
            ui.painter().circle_filled(dot.center(), 2.5, tokens.accent);
            text(ui, line, TextSize::Body, tokens.ink);
        });
    }
}

fn write(ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer, (key, title): (&FormKey, &str), writing: &mut bool) {
    let words = scene.words;
    let (hint, save, cancel) = (words.get("plan-important-field"), words.get("save"), words.get("cancel"));
    let begin = || PlanWordsForm { lines: answer.now.important.join("\n") };
    let form = scene.form(key, begin);
    let field = Field::new(title, &mut form.lines).hint(&hint).hide_label().rows(3).id(field_id()).show(ui);
    let lines = form.lines.clone();
    let left = field.response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
    let (saved, cancelled) = split(
        ui,
        height::BUTTON_SMALL,
        |_| (),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let saved = ui.add(Button::primary(&save).keys("Ctrl ↵").small()).clicked();
            (saved, ui.add(Button::quiet(&cancel).small()).clicked())
        },
    )
    .1;
    if saved || field.committed {
        let lines = lines.lines().map(str::to_owned).collect();
        let (person, level, from) = (answer.person, answer.now.level, *answer.now.days.start());
        scene.save(key.clone(), Command::PlanWords { person, level, from, lines });
    } else if cancelled || left {
        *writing = false;
    }
}
