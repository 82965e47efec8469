//! The keys of the diary: views, steps, today, a new entry, Escape.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};

use super::layout::shifted;
use super::views::Look;
use super::{DiaryPage, Prefill, Side};
use crate::app::Scene;

impl DiaryPage {
    pub(super) fn keys(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let covered = ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui.ctx());
        if covered {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            if self.drag.take().is_none() && !std::mem::take(&mut self.pane.moving) {
                self.close();
            }
            return;
        }
        self.carry_by_keys(ui);
        // While a form is open letters are for its fields, also before one of them has the keyboard.
        let form = matches!(self.side, Side::New | Side::Edit(_));
        if form || ui.ctx().text_edit_focused() {
            return;
        }
        if scene.frame.writable && self.side != Side::New && pressed(Key::N) {
            self.begin(self.fresh());
        }
        if pressed(Key::T) {
            self.shown = None;
        }
        if let Some(look) = Look::ALL.into_iter().find(|look| pressed(look.key().0)) {
            // From a day of the month one goes to just that day.
            self.shown = self.month_day.take().or(self.shown);
            self.look = look;
        }
        self.walk(ui, scene);
    }

    /// Steps by Page up and down, and by the arrows where nothing has the focus: in the month these go by days.
    fn walk(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let today = scene.today;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let turned = [(Key::PageUp, false), (Key::PageDown, true)].into_iter().find(|(key, _)| pressed(*key));
        if let Some((_, on)) = turned {
            self.step(on, today);
            return;
        }
        if ui.memory(|memory| memory.focused().is_some()) {
            return;
        }
        if self.look == Look::Month {
            let arrows = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];
            if let Some((_, days)) = arrows.into_iter().find(|(key, _)| pressed(*key)) {
                self.reach(shifted(self.day(today), days));
                // The arrow is not taken a second time, from there.
                ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
            } else if pressed(Key::Enter) {
                self.turn_to(Look::Day, self.day(today));
            }
        } else if pressed(Key::ArrowLeft) {
            self.step(false, today);
        } else if pressed(Key::ArrowRight) {
            self.step(true, today);
        }
    }

    /// The day that is shown, or around which the others stand; what happened is told from today back.
    pub(super) fn day(&self, today: NaiveDate) -> NaiveDate {
        let day = self.shown.unwrap_or(today);
        if self.look == Look::Chronicle { day.min(today) } else { day }
    }

    /// One step back or on, as long as the view says.
    pub(super) fn step(&mut self, on: bool, today: NaiveDate) {
        self.shown = Some(self.look.step(self.day(today), on));
    }

    /// With what a new entry begins: on the day that is looked at by itself.
    pub(super) fn fresh(&self) -> Prefill {
        let day = match self.look {
            Look::Month => self.month_day,
            Look::Day => self.shown,
            Look::Week | Look::Agenda | Look::Chronicle => None,
        };
        Prefill { day, ..Prefill::default() }
    }

    /// Turns to a day in another view.
    pub(super) fn turn_to(&mut self, look: Look, day: NaiveDate) {
        (self.look, self.shown) = (look, Some(day));
    }

    /// A day of the month is reached: it has the focus from now on.
    pub(super) fn reach(&mut self, day: NaiveDate) {
        (self.shown, self.focus_day) = (Some(day), Some(day));
    }
}
