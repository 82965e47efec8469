//! What the page shows: the filters, the week or the days that come, and at the right the pane or the form.

use egui::{Stroke, Ui};
use sponsor_core::command::Command;
use sponsor_core::query::Item;

use super::agenda::{self, Wish};
use super::layout::{minute, shifted};
use super::pane::{PaneWish, gone, pane, pane_frame};
use super::questions::{DaysQuestion, EntryQuestion};
use super::week::{Chosen, Week, WeekWish};
use super::{DiaryPage, Look, Prefill, Side, today_id};
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::occasions::kept;
use crate::theme::{Tokens, space, stroke};
use crate::widgets::{Button, empty_state, opening, soft};

impl DiaryPage {
    pub(super) fn filters(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.horizontal(|ui| {
            self.filter.ui(ui, scene);
            let first = self.first_day(scene);
            let week = DaysQuestion { from: first, to: shifted(first, 6) };
            let empty = self.look == Look::Week && scene.ask_exact(&week).is_some_and(|items| items.is_empty());
            if empty && self.side == Side::Nothing {
                ui.add_space(space::S);
                soft(ui, &scene.words.get("diary-week-free"));
            }
        });
    }

    pub(super) fn entries(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.data_mut(|data| data.insert_temp(today_id(), scene.today));
        match self.look {
            Look::Week => self.week(ui, scene),
            Look::Agenda => self.agenda(ui, scene),
        }
    }

    fn week(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let first = self.first_day(scene);
        let answer = scene.ask(&DaysQuestion { from: first, to: shifted(first, 6) });
        if answer.is_none() {
            opening(ui, &scene.words.get("page-opens"));
        }
        let items: Vec<Item> = answer
            .iter()
            .flat_map(|items| items.iter())
            .filter(|item| self.filter.lets_through(item))
            .cloned()
            .collect();
        let occasions = kept(scene, first, shifted(first, 6));
        let (first, count) = self.days(ui.available_width(), scene, &items);
        let week = Week {
            first,
            count,
            items: &items,
            chosen: self.chosen(),
            ghost: self.ghost.as_ref(),
            edited: matches!(self.side, Side::Edit(_)),
            scroll_to: self.scroll_to.take(),
            occasions: &occasions,
        };
        match week.show(ui, scene, &mut self.drag) {
            Some(WeekWish::Open(chosen)) => self.show_entry(chosen),
            Some(WeekWish::Move(carry)) => {
                let (entry, instance) = carry.entry;
                scene.run(Command::MoveEntry { entry, instance, to: carry.to });
            }
            Some(WeekWish::Person(person)) => scene.go(Place::Person(person)),
            Some(WeekWish::New { day, hours }) => {
                self.begin(Prefill { day: Some(day), hours, ..Prefill::default() });
            }
            None => {}
        }
    }

    fn agenda(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let (from, to) = (scene.today, shifted(scene.today, agenda::DAYS - 1));
        let Some(answer) = scene.ask_exact(&DaysQuestion { from, to }) else { return };
        let items: Vec<&Item> = answer.iter().filter(|item| self.filter.lets_through(item)).collect();
        let occasions = kept(scene, from, to);
        if items.is_empty() && occasions.is_empty() {
            let words = scene.words;
            let [title, text, new] =
                ["diary-agenda-empty", "diary-agenda-empty-text", "new-entry"].map(|key| words.get(key));
            let button = |ui: &mut Ui| ui.add(Button::primary(&new).icon(icons::ADD)).clicked();
            let mut pressed = false;
            empty_state(ui, icons::CALENDAR, &title, &text, |ui| pressed = button(ui));
            if pressed {
                self.begin(Prefill::default());
            }
        } else {
            match agenda::agenda(ui, scene, &items, &occasions, self.chosen()) {
                Some(Wish::Entry(chosen)) => self.show_entry(chosen),
                Some(Wish::Person(person)) => scene.go(Place::Person(person)),
                None => {}
            }
        }
    }

    pub(super) fn side(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let tokens = Tokens::of(ui);
        let form = matches!(self.side, Side::New | Side::Edit(_));
        let frame = if form {
            pane_frame(&tokens).stroke(Stroke::new(stroke::HAIRLINE, tokens.accent))
        } else {
            pane_frame(&tokens)
        };
        frame.show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            match self.side {
                Side::Nothing => {}
                Side::New => self.form(ui, scene, None),
                Side::Entry(chosen) | Side::Edit(chosen) => self.about(ui, scene, chosen),
            }
        });
    }

    fn about(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, (id, instance): Chosen) {
        let Some(answer) = scene.ask_exact(&EntryQuestion { id, instance }) else { return };
        let Some(details) = answer.as_ref() else {
            if gone(ui, scene) {
                self.side = Side::Nothing;
            }
            return;
        };
        if std::mem::take(&mut self.follow) {
            self.shown = details.item.when.first_day().or(self.shown);
            self.scroll_to = details.item.when.time().map(|time| minute(time).saturating_sub(120));
        }
        if matches!(self.side, Side::Edit(_)) {
            self.form(ui, scene, Some(details));
            return;
        }
        match ui.push_id((id, instance), |ui| pane(ui, scene, &mut self.pane, details)).inner {
            Some(PaneWish::Close) => self.close(),
            Some(PaneWish::Edit) => self.side = Side::Edit((id, instance)),
            None => {}
        }
    }
}
