//! The sheet that both keep, as it will be printed. A line that came from an answer is edited where it stands.

mod aside;
mod edit;
mod parts;

use egui::{CornerRadius, Frame, Key, Margin, Modifiers, Stroke, Ui};
use sponsor_core::model::{Interview, InterviewState};

use self::parts::Page;
use super::layout::{any_popup, column, part};
use super::steps::Move;
use super::wording::Voice;
use crate::app::Scene;
use crate::theme::{Tokens, radius, space, stroke};
use crate::works::sheet_data;

/// How wide the consequences are.
const ASIDE: f32 = 310.0;
/// How wide all of it is.
const WIDE: f32 = 1200.0;
/// Where there is less room the consequences stand below.
const NARROW: f32 = 960.0;

/// A line of the sheet that came from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetLine {
    /// Who it is.
    Person,
    /// The goal.
    Goal,
    /// The answer to the question with this key.
    Answer(&'static str),
    /// An action of the first three days, by its place in the interview.
    Action(usize),
    /// The second talk.
    Meeting,
}

impl SheetLine {
    /// The key of the step in which it was said.
    #[must_use]
    pub const fn step(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Goal => "goal",
            Self::Answer(key) => key,
            Self::Action(_) | Self::Meeting => "first_days",
        }
    }
}

/// The sheet on the screen.
#[derive(Debug, Default)]
pub struct SheetPage {
    editing: Option<SheetLine>,
    /// The line that opens once the one before it is saved.
    next: Option<SheetLine>,
    /// A line was just opened: its field takes the focus.
    fresh: bool,
}

impl SheetPage {
    /// Whether a line is being edited.
    #[must_use]
    pub const fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    /// What is pressed while a line is edited: Ctrl+Enter saves it, Escape closes it and keeps what was typed.
    pub fn keys(&mut self, ui: &Ui) -> Option<Move> {
        if any_popup(ui) {
            return None;
        }
        let (save, close) =
            ui.input_mut(|input| (input.consume_key(Modifiers::COMMAND, Key::Enter), input.key_pressed(Key::Escape)));
        if close {
            self.editing = None;
        }
        (save && !close).then_some(Move::Stay)
    }

    /// Closes the line that is edited and opens the one that was pressed; the step of the one that closes.
    pub fn turn(&mut self) -> Option<&'static str> {
        let before = std::mem::replace(&mut self.editing, self.next.take());
        self.fresh = self.editing.is_some();
        before.map(SheetLine::step)
    }

    /// Shows the sheet and what will be created; where the talk goes, if anywhere.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        voice: &Voice,
        interview: &Interview,
        done: &[bool],
    ) -> Option<Move> {
        if interview.state != InterviewState::Open {
            self.editing = None;
        }
        let sponsor = std::sync::Arc::clone(&scene.frame.me);
        let data = sheet_data(voice, interview, &sponsor, done);
        let mut page = Page { sheet: self, scene, voice, interview, data: &data, wanted: None };
        column(ui, WIDE, |ui| {
            ui.add_space(space::M);
            if ui.available_width() < NARROW {
                paper(ui, |ui| page.ui(ui));
                ui.add_space(space::M);
                aside::ui(ui, voice, interview);
            } else {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XL;
                    let left = ui.available_width() - ASIDE - space::XL;
                    part(ui, left, |ui| paper(ui, |ui| page.ui(ui)));
                    part(ui, ASIDE, |ui| aside::ui(ui, voice, interview));
                });
            }
            ui.add_space(space::L);
        });
        page.wanted
    }
}

/// The paper that the sheet stands on.
fn paper(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::of(ui);
    let edge = Stroke::new(stroke::HAIRLINE, tokens.line);
    let frame = Frame::new().fill(tokens.card).stroke(edge).corner_radius(CornerRadius::same(radius::KEY));
    frame.inner_margin(Margin::symmetric(40, 24)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        contents(ui);
    });
}
