//! The list before the first name: what will stand here, and the first step.

use egui::{Align, CornerRadius, Layout, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};
use sponsor_core::query::ListView;

use super::filters::Filters;
use super::quick::{Quick, quick_id};
use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};
use crate::widgets::{Button, Card, Chip, icon, row, soft, split, text, two_lines};
use crate::words::Words;

/// How wide the page's one column is.
const COLUMN: f32 = 720.0;
/// The prompts that stand on the empty page; all of them are in the memory jogger.
const PROMPTS: [&str; 4] =
    ["list-prompt-childrens-teachers", "list-prompt-schoolmates", "list-prompt-colleagues", "list-prompt-relatives"];

/// Prompts that help to remember people.
#[derive(Debug, Default)]
pub(super) struct Prompts {
    chosen: Option<&'static str>,
}

impl Prompts {
    /// What is asked now.
    fn question(&self, words: &Words) -> String {
        match self.chosen {
            Some(prompt) => words.with("list-who-of", &[("prompt", words.get(prompt).into())]),
            None => words.get("list-begin-with-a-name"),
        }
    }

    /// Prompts as chips; a pressed one leads to the field for names. Tells whether all of them were asked for.
    fn chips(&mut self, ui: &mut Ui, words: &Words) -> bool {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            soft(ui, &words.get("list-who-comes-to-mind"));
            for prompt in PROMPTS {
                let on = self.chosen == Some(prompt);
                if Chip::new(&words.get(prompt)).selected(on).show(ui).response.clicked() {
                    self.chosen = (!on).then_some(prompt);
                    ui.memory_mut(|memory| memory.request_focus(quick_id()));
                }
            }
            Chip::new(&words.get("list-more-prompts")).show(ui).response.clicked()
        })
        .inner
    }
}

/// The empty page; tells whether the memory jogger was asked for.
pub(super) fn empty(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    quick: &mut Quick,
    prompts: &mut Prompts,
    filters: &Filters,
    view: &ListView,
) -> bool {
    let room = ui.available_rect_before_wrap();
    let width = COLUMN.min(room.width());
    let column = Rect::from_min_size(pos2(room.center().x - width / 2.0, room.top()), vec2(width, room.height()));
    let builder = UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Min));
    let mut asked = false;
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add_space(space::XL);
        welcome(ui, scene.words);
        ui.add_space(space::PAGE);
        Card::new().edged().show(ui, |ui| {
            soft(ui, &prompts.question(scene.words));
            quick.first_name(ui, scene, filters, view);
            ui.add_space(space::XS);
            asked = prompts.chips(ui, scene.words);
        });
        ui.add_space(space::S);
        other_ways(ui, scene, quick);
        ui.add_space(space::S);
        private(ui, scene.words);
    });
    asked
}

fn welcome(ui: &mut Ui, words: &Words) {
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        cards(ui);
        ui.vertical(|ui| {
            ui.add_space(space::S);
            text(ui, &words.get("list-empty-title"), TextSize::Title, tokens.ink);
            ui.add_space(space::XS);
            text(ui, &words.get("list-empty-text"), TextSize::Body, tokens.soft);
        });
    });
}

/// Three cards behind each other, the first with lines of names.
fn cards(ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(164.0, 122.0), Sense::hover());
    let corner = CornerRadius::same(radius::CARD);
    let painter = ui.painter();
    for (behind, colour) in [(2.0, tokens.line), (1.0, tokens.line), (0.0, tokens.accent)] {
        let min = rect.left_bottom() + vec2(16.0 * behind, -92.0 - 14.0 * behind);
        let card = Rect::from_min_size(min, vec2(128.0, 92.0));
        let width = if behind > 0.0 { 1.0 } else { 1.5 };
        painter.rect(card, corner, tokens.card, Stroke::new(width, colour), StrokeKind::Inside);
    }
    let first = rect.left_bottom() + vec2(0.0, -92.0);
    for (line, (long, short)) in [(56.0, 36.0), (44.0, 52.0), (62.0, 30.0)].into_iter().enumerate() {
        let y = first.y + 22.0 + 25.0 * f32::from(u8::try_from(line).unwrap_or(0));
        painter.circle_filled(pos2(first.x + 20.0, y), 8.0, tokens.accent_soft);
        let colour = if line == 0 { tokens.accent } else { tokens.line };
        for (width, below, colour) in [(long, -4.0, colour), (short, 4.0, tokens.line)] {
            let bar = Rect::from_min_size(pos2(first.x + 36.0, y + below - 2.0), vec2(width, 4.0));
            painter.rect_filled(bar, CornerRadius::same(2), colour);
        }
    }
}

fn other_ways(ui: &mut Ui, scene: &mut Scene<'_>, quick: &mut Quick) {
    let words = scene.words;
    Card::new().padding(0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let import = way(ui, 0, icons::PHONE, words, ("list-from-phone", "list-from-phone-text", "list-choose-file"));
        if import {
            scene.act(Action::Choose(Purpose::ImportContacts));
        }
        let paste = ("list-paste", "list-paste-text", "list-paste-open");
        quick.pasting |= way(ui, 1, icons::PASTE, words, paste);
    });
}

/// A row with another way to begin; its words are title, text and button.
fn way(ui: &mut Ui, index: usize, sign: char, words: &Words, keys: (&str, &str, &str)) -> bool {
    let accent = Tokens::of(ui).accent;
    let tall = 66.0;
    row(ui, index, tall, |ui| {
        ui.add_space(space::XS);
        let ((), clicked) = split(
            ui,
            tall,
            |ui| {
                ui.add_space(space::M);
                icon(ui, sign, IconSize::Large, accent);
                ui.add_space(space::XS);
                two_lines(ui, &words.get(keys.0), &words.get(keys.1));
            },
            |ui| {
                ui.add_space(space::L);
                ui.add(Button::plain(&words.get(keys.2)).width(124.0)).clicked()
            },
        );
        clicked
    })
    .inner
}

fn private(ui: &mut Ui, words: &Words) {
    let tokens = Tokens::of(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height::CHIP), Layout::top_down(Align::Center), |ui| {
        text(ui, &words.get("list-private"), TextSize::Soft, tokens.soft);
    });
}
