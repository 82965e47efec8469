//! The chronicle: what happened, day under day backwards in time, read as text. Parts of it are read as one scrolls; only
//! those in sight are painted.

mod line;

use chrono::NaiveDate;
use egui::{Rect, ScrollArea, Ui, vec2};
use sponsor_core::Now;
use sponsor_core::model::{EntryState, RecordKind};
use sponsor_core::query::{Chronicle, ChronicleDay, View, chronicle};
use sponsor_core::store::StoreError;

use super::questions::DaysQuestion;
use super::views::{day_said, in_the_middle};
use super::week::{Chosen, WeekWish};
use crate::app::{Question, Scene};
use crate::theme::space;
use crate::widgets::{Card, opening, soft};
use crate::works::DiaryFilter;

/// How many lines a part has at least, where there are so many.
const LINES: usize = 40;
/// How far below what is seen the next part is read.
const AHEAD: f32 = 600.0;

/// Asks for a part of the chronicle.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ChronicleQuestion {
    /// The newest day of it.
    pub(super) until: NaiveDate,
    /// What the filters let through.
    pub(super) wanted: DiaryFilter,
}

impl Question for ChronicleQuestion {
    type Answer = Chronicle;

    const SHOWS: &'static [RecordKind] = DaysQuestion::SHOWS;

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        // What is planned has not happened; who asks for it sees what is still open of the past.
        let state: Option<EntryState> = self.wanted.state;
        chronicle(view, self.until, LINES, state, |item| self.wanted.shows(item))
    }
}

/// A part of the chronicle that was reached by scrolling.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    until: NaiveDate,
    height: f32,
    older: Option<NaiveDate>,
}

/// For what the parts that were reached are laid out; another makes them anew.
#[derive(Clone, Debug, PartialEq)]
struct Laid {
    until: NaiveDate,
    wanted: DiaryFilter,
    width: f32,
    zoom: f32,
}

/// The chronicle as it was left.
#[derive(Debug, Default)]
pub(super) struct ChronicleState {
    laid: Option<Laid>,
    parts: Vec<Part>,
}

/// What became of the chronicle in this frame.
pub(super) struct Told {
    /// What it asks of its page.
    pub(super) wish: Option<WeekWish>,
    /// Nothing at all is told, however far back.
    pub(super) is_empty: bool,
}

/// With what the chronicle is painted.
pub(super) struct Reading<'a> {
    /// The newest day.
    pub(super) until: NaiveDate,
    /// What the filters let through.
    pub(super) wanted: &'a DiaryFilter,
    /// The entry whose pane is open.
    pub(super) chosen: Option<Chosen>,
}

impl ChronicleState {
    /// Shows what happened up to a day.
    pub(super) fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, reading: &Reading<'_>) -> Told {
        let room = ui.available_width();
        let laid =
            Laid { until: reading.until, wanted: reading.wanted.clone(), width: room, zoom: ui.ctx().zoom_factor() };
        let begins = self.laid.as_ref() != Some(&laid);
        if begins {
            (self.laid, self.parts) = (Some(laid), Vec::new());
        }
        let mut told = Told { wish: None, is_empty: false };
        let mut area = ScrollArea::vertical().id_salt("chronicle").auto_shrink([false, false]);
        if begins {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            in_the_middle(ui, |ui, room| self.parts(ui, scene, reading, room, &mut told));
        });
        told
    }

    fn parts(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, reading: &Reading<'_>, room: f32, told: &mut Told) {
        let (mut next, mut at, mut days) = (Some(reading.until), 0, 0);
        while let Some(until) = next {
            let top = ui.cursor().top();
            let known = self.parts.get(at).filter(|part| part.until == until).cloned();
            let seen = ui.clip_rect().expand2(vec2(0.0, AHEAD));
            let apart = |height: f32| top > seen.bottom() || top + height < seen.top();
            if let Some(part) = known.as_ref().filter(|part| apart(part.height)) {
                ui.allocate_space(vec2(room, part.height));
                (next, at, days) = (part.older, at + 1, days + 1);
                continue;
            }
            if known.is_none() && top > seen.bottom() {
                return;
            }
            let question = ChronicleQuestion { until, wanted: reading.wanted.clone() };
            let Some(answer) = scene.ask_exact(&question) else {
                opening(ui, &scene.words.get("page-opens"));
                ui.ctx().request_repaint();
                return;
            };
            days += answer.days.len();
            let shown = ui.scope(|ui| days_of(ui, scene, &answer.days, reading.chosen, room));
            told.wish = shown.inner.or(told.wish.take());
            let part = Part { until, height: shown.response.rect.height(), older: answer.older };
            if known.as_ref().is_none_or(|known| known.older != part.older) {
                self.parts.truncate(at);
            }
            match self.parts.get_mut(at) {
                Some(slot) => *slot = part,
                None => self.parts.push(part),
            }
            (next, at) = (answer.older, at + 1);
        }
        told.is_empty = days == 0;
        if days > 0 {
            ui.add_space(space::S);
            soft(ui, &scene.words.get("diary-chronicle-begins"));
            ui.add_space(space::L);
        }
    }
}

/// Shows days, each in a card with its lines.
fn days_of(
    ui: &mut Ui,
    scene: &Scene<'_>,
    days: &[ChronicleDay],
    chosen: Option<Chosen>,
    room: f32,
) -> Option<WeekWish> {
    let mut wish = None;
    for day in days {
        let place = Rect::from_min_size(ui.cursor().min, vec2(room, ui.available_height().max(1.0)));
        let builder = egui::UiBuilder::new().id_salt(("day", day.on)).max_rect(place);
        let card = ui.scope_builder(builder, |ui| {
            let title = day_said(scene.formats, day.on, scene.today);
            let away = scene.formats.days_away(day.on, scene.today);
            Card::new().title(&title).note(&away).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for told in &day.lines {
                    wish = line::line(ui, scene, told, chosen).or(wish.take());
                }
            });
        });
        ui.advance_cursor_after_rect(card.response.rect);
        ui.add_space(space::L);
    }
    wish
}
