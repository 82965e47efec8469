//! What the page shows: the filters, the week or the days that come, and at the right the pane or the form.

use chrono::NaiveDate;
use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::agenda;
use super::chronicle::Reading;
use super::layout::{minute, minutes_on, shifted};
use super::looks::action_count;
use super::month::{Month, MonthQuestion};
use super::pane::{PaneWish, gone, pane, pane_frame};
use super::questions::{AgendaQuestion, DaysQuestion, EntryQuestion};
use super::series_ask::{Asked, MoveAsked};
use super::views::{Look, month_days};
use super::week::{Chosen, Week};
use super::{DiaryPage, Prefill, Side};
use crate::app::Scene;
use crate::icons;
use crate::pages::occasions::kept;
use crate::theme::{TextSize, Tokens, radius, space, stroke};
use crate::widgets::{Button, empty_state, opening, soft};

/// How many minutes before now the hours begin to be seen, where now is late.
const BEFORE_NOW: u32 = 6 * 60;

impl DiaryPage {
    pub(super) fn filters(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            self.filter.ui(ui, scene);
            self.undated_chip(ui, scene);
            self.out.menu(ui, scene, &self.filter);
            if self.look == Look::Month && !self.is_free(scene) {
                self.done_in_month(ui, scene);
            }
        });
    }

    /// Whether nothing stands on the days that are shown, and nothing is held back.
    fn is_free(&self, scene: &mut Scene<'_>) -> bool {
        let question = match self.look {
            Look::Week => self.question(self.first_day(scene), 6),
            Look::Day => self.question(self.day(scene.today), 0),
            Look::Month => {
                let question = self.month_question(scene);
                let held_back = self.filter.wanted().is_on();
                return !held_back && scene.ask_exact(&question).is_some_and(|answer| answer.items.is_empty());
            }
            Look::Agenda | Look::Chronicle => return false,
        };
        let nothing = |items: std::sync::Arc<Vec<_>>| items.is_empty();
        self.side == Side::Nothing && !question.wanted.is_on() && scene.ask_exact(&question).is_some_and(nothing)
    }

    fn question(&self, from: NaiveDate, more: i64) -> DaysQuestion {
        DaysQuestion { from, to: shifted(from, more), wanted: self.filter.wanted().clone() }
    }

    fn month_question(&self, scene: &Scene<'_>) -> MonthQuestion {
        let month = self.day(scene.today);
        let (first, weeks) = month_days(month, scene.frame.settings.week_starts);
        let month = chrono::Datelike::with_day(&month, 1).unwrap_or(month);
        MonthQuestion { first, weeks, month, wanted: self.filter.wanted().clone() }
    }

    /// «ноември досега: 58 обаждания · 7 срещи 2+1», as much of it as has room in the row.
    fn done_in_month(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let question = self.month_question(scene);
        let Some(answer) = scene.ask_exact(&question) else { return };
        let done = answer.done.iter().map(|(action, count)| action_count(scene.words, action, *count));
        let done: Vec<String> = done.collect();
        let month = scene.formats.month(chrono::Datelike::month(&question.month));
        let room = ui.available_size_before_wrap().x - space::L;
        let words = (1..=done.len()).rev().find_map(|count| {
            let done = done.iter().take(count).cloned().collect::<Vec<_>>().join(" · ");
            let values = [("month", month.as_str().into()), ("done", done.into())];
            let words = scene.words.with("diary-month-done", &values);
            let font = TextSize::Soft.font();
            let wide = ui.painter().layout_no_wrap(words.clone(), font, Tokens::of(ui).soft).size().x;
            (wide <= room).then_some(words)
        });
        if let Some(words) = words {
            ui.add_space(space::S);
            soft(ui, &words);
        }
    }

    /// What stands on a calendar where there is nothing: that it is so, and the first step.
    fn say_free(&self, ui: &mut Ui, scene: &mut Scene<'_>, room: Rect) {
        if self.drag.is_some() || !self.is_free(scene) {
            return;
        }
        let key = match self.look {
            Look::Month => "diary-month-free",
            Look::Day => "diary-day-free",
            _ => "diary-week-free",
        };
        let (tokens, words) = (Tokens::of(ui), scene.words.get(key));
        let wide = room.width() - 2.0 * space::L;
        let galley = ui.painter().layout(words, TextSize::Soft.font(), tokens.soft, wide);
        let at = room.center_bottom() - vec2(0.0, space::XL + galley.size().y);
        let place = Rect::from_center_size(at, galley.size());
        let ground = place.expand2(vec2(space::M, space::S));
        let edge = Stroke::new(stroke::HAIRLINE, tokens.line);
        ui.painter().rect(ground, CornerRadius::same(radius::CARD), tokens.card, edge, StrokeKind::Inside);
        ui.put(place, egui::Label::new(galley).selectable(false));
    }

    pub(super) fn entries(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let room = ui.available_rect_before_wrap();
        self.view(ui, scene);
        self.say_free(ui, scene, room);
    }

    fn view(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        match self.look {
            Look::Month => self.month(ui, scene),
            Look::Week | Look::Day => self.week(ui, scene),
            Look::Agenda => self.agenda(ui, scene),
            Look::Chronicle => self.tell(ui, scene),
        }
    }

    fn month(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if let Some(day) = self.reveal.take().and_then(|when| when.first_day()) {
            self.shown = Some(day);
        }
        let question = self.month_question(scene);
        let Some(answer) = scene.ask_exact(&question) else {
            opening(ui, &scene.words.get("page-opens"));
            return;
        };
        let last = i64::try_from(question.weeks * 7).unwrap_or(42) - 1;
        let occasions = kept(scene, question.first, shifted(question.first, last));
        let month = Month {
            first: question.first,
            about: question.month,
            answer: &answer,
            chosen: self.chosen(),
            occasions: &occasions,
            focus: self.focus_day.take(),
        };
        let done = month.show(ui, scene, &mut self.drag);
        self.month_day = done.focused;
        if let Some(day) = done.reached {
            self.reach(day);
        }
        self.grant(scene, done.wish);
    }

    /// The hours of a week, or of a day.
    fn week(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let reveal = self.reveal.take();
        if let Some(day) = reveal.and_then(|when| when.first_day()) {
            self.shown = Some(day);
        }
        let question = match self.look {
            Look::Day => self.question(self.day(scene.today), 0),
            _ => self.question(self.first_day(scene), 6),
        };
        let answer = scene.ask(&question);
        if answer.is_none() {
            opening(ui, &scene.words.get("page-opens"));
        }
        let items = answer.as_ref().map_or(&[][..], |items| items.as_slice());
        let occasions = kept(scene, question.from, question.to);
        let (first, count) = self.days(ui.available_width(), scene, items);
        if !std::mem::replace(&mut self.opened, true) {
            // In the evening one looks at the evening.
            let now = minute(scene.now.local.time()).saturating_sub(BEFORE_NOW);
            self.scroll_to.get_or_insert(now.max(super::MORNING));
        }
        let is_there = |chosen: &Chosen| items.iter().any(|item| (item.id, item.instance) == *chosen);
        let nothing_has_it = ui.memory(|memory| memory.focused().is_none());
        let focus = self.focus_entry.map(|(entry, _)| entry).filter(|entry| is_there(entry) && nothing_has_it);
        self.focus_entry = self.focus_entry.filter(|(_, left)| focus.is_none() && *left > 0);
        self.focus_entry = self.focus_entry.map(|(entry, left)| (entry, left - 1));
        let week = Week {
            first,
            count,
            items,
            chosen: self.chosen(),
            focus,
            ghost: self.ghost.as_ref(),
            edited: matches!(self.side, Side::Edit(_)),
            scroll_to: self.scroll_to.take(),
            reveal: reveal.and_then(|when| minutes_on(&when, when.first_day()?)),
            occasions: &occasions,
            look: self.look,
        };
        let wish = week.show(ui, scene, &mut self.drag);
        self.grant(scene, wish);
    }

    fn agenda(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let question = AgendaQuestion(self.question(self.day(scene.today), agenda::DAYS - 1));
        let Some(answer) = scene.ask_exact(&question) else { return };
        let occasions = kept(scene, question.0.from, question.0.to);
        if answer.is_empty() && occasions.is_empty() {
            self.nothing(ui, scene, ["diary-agenda-empty", "diary-agenda-empty-text"]);
        } else {
            let wish = agenda::agenda(ui, scene, &answer, &occasions, self.chosen(), &mut self.drag);
            self.grant(scene, wish);
        }
    }

    fn tell(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let reading =
            Reading { until: self.day(scene.today), wanted: &self.filter.wanted().clone(), chosen: self.chosen() };
        let whole = ui.available_rect_before_wrap();
        let told = self.chronicle.show(ui, scene, &reading);
        if told.is_empty {
            let over = UiBuilder::new().id_salt("nothing").max_rect(whole);
            let words = ["diary-chronicle-empty", "diary-chronicle-empty-text"];
            ui.scope_builder(over, |ui| self.nothing(ui, scene, words));
        }
        self.grant(scene, told.wish);
    }

    /// What stands where there is nothing: what will, and the first step, or that filters hold it back.
    fn nothing(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, [title, about]: [&str; 2]) {
        let words = scene.words;
        let held_back = self.filter.wanted().is_on();
        let keys = if held_back {
            ["diary-filter-nothing", "diary-filter-nothing-text", "diary-filter-none"]
        } else {
            [title, about, "new-entry"]
        };
        let [title, text, button] = keys.map(|key| words.get(key));
        let sign = if held_back { icons::CLOSE } else { icons::ADD };
        let mut pressed = false;
        empty_state(ui, icons::CALENDAR, &title, &text, |ui| {
            pressed = ui.add(Button::primary(&button).icon(sign)).clicked();
        });
        if pressed && held_back {
            self.filter = super::Filter::default();
        } else if pressed {
            self.begin(Prefill::default());
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
            Some(PaneWish::Edit) => {
                self.side = Side::Edit((id, instance));
                self.begins = true;
            }
            Some(PaneWish::Move(to)) => {
                let (title, from) = (details.item.title.clone(), details.item.when);
                self.asked = Some(Asked::Move(MoveAsked { entry: (id, instance), title, from, to, typed: true }));
            }
            None => {}
        }
    }
}
