//! The steps at the left, and the evenings in a row below them.

use chrono::{Datelike as _, Days, NaiveDate};
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use sponsor_core::model::ReviewState;
use sponsor_core::query::Item;

use super::place::PlaceForm;
use super::question::{EVENINGS_SHOWN, EveningView};
use crate::app::Scene;
use crate::icons;
use crate::pages::today::item::item_icon;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};
use crate::widgets::{Card, icon, row, soft, text, text_cut};
use crate::words::Words;

/// A step of the evening review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Step {
    /// Какво стана днес?
    #[default]
    Happened,
    /// Бележки.
    Notes,
    /// Недовършени.
    Open,
    /// Утре.
    Tomorrow,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 4] = [Self::Happened, Self::Notes, Self::Open, Self::Tomorrow];

    /// Whether it ends with the review.
    #[must_use]
    pub const fn is_last(self) -> bool {
        matches!(self, Self::Tomorrow)
    }

    /// The step after this one.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Happened => Some(Self::Notes),
            Self::Notes => Some(Self::Open),
            Self::Open => Some(Self::Tomorrow),
            Self::Tomorrow => None,
        }
    }

    /// Its name; of a past day the day is said.
    #[must_use]
    pub fn name(self, scene: &Scene<'_>, view: &EveningView) -> String {
        let words = scene.words;
        let past = view.on < scene.today;
        match self {
            Self::Happened if past => {
                let date = scene.formats.date_day_month(view.on);
                words.with("evening-happened-on", &[("date", date.into())])
            }
            Self::Happened => words.get("evening-happened"),
            Self::Notes => words.get("evening-notes"),
            Self::Open => words.get("evening-open"),
            Self::Tomorrow if past => capital(&scene.formats.date_near(view.next, scene.today)),
            Self::Tomorrow => words.get("evening-tomorrow"),
        }
    }

    /// Its name without a day, for where it was left.
    #[must_use]
    pub fn short_name(self, words: &Words) -> String {
        words.get(match self {
            Self::Happened => "evening-happened",
            Self::Notes => "evening-notes",
            Self::Open => "evening-open",
            Self::Tomorrow => "evening-tomorrow",
        })
    }

    /// How far the step is, in words.
    fn line(self, words: &Words, view: &EveningView, past: bool) -> String {
        let counted = |some: &str, none: &str, count: usize| match count {
            0 => words.get(none),
            count => words.with(some, &[("count", count.into())]),
        };
        match self {
            Self::Happened if !view.asks.is_empty() => {
                words.with("evening-happened-asks", &[("count", view.asks.len().into())])
            }
            Self::Happened => counted("evening-happened-line", "evening-happened-none", view.happened.len()),
            Self::Notes => match (view.sorted.len(), view.notes.len()) {
                (0, 0) => words.get("evening-notes-none"),
                (done, left) => {
                    words.with("evening-notes-line", &[("done", done.into()), ("total", (done + left).into())])
                }
            },
            Self::Open => counted("evening-open-line", "evening-open-none", view.open.len()),
            Self::Tomorrow if past => counted("evening-next-line", "evening-tomorrow-none", view.tomorrow.len()),
            Self::Tomorrow => counted("evening-tomorrow-line", "evening-tomorrow-none", view.tomorrow.len()),
        }
    }

    /// Whether nothing is left to do in it, and something was done in it or it was passed.
    fn is_done(self, view: &EveningView, passed: bool) -> bool {
        match self {
            Self::Happened => view.asks.is_empty() && (passed || !view.happened.is_empty()),
            Self::Notes => view.notes.is_empty() && (passed || !view.sorted.is_empty()),
            Self::Open => view.open.is_empty() && passed,
            Self::Tomorrow => view.held,
        }
    }
}

/// Words at the beginning of a line.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The card of the steps; a press goes to one.
pub fn steps_card(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView, place: &mut PlaceForm) {
    Card::new().padding(8).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        for (number, one) in Step::ALL.into_iter().enumerate() {
            if step_row(ui, scene, view, one, (number, place.passed.contains(&one)), place.step == one) {
                (place.step, place.at) = (one, None);
            }
        }
    });
}

/// The steps beside each other, where there is no room for a column of them.
pub fn steps_line(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView, place: &mut PlaceForm) {
    Card::new().padding(8).show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        ui.columns(Step::ALL.len(), |columns| {
            for (number, (ui, one)) in columns.iter_mut().zip(Step::ALL).enumerate() {
                if step_row(ui, scene, view, one, (number, place.passed.contains(&one)), place.step == one) {
                    (place.step, place.at) = (one, None);
                }
            }
        });
    });
}

/// Between the edges of a step and its words: the number stands at the left.
const LEFT: f32 = 46.0;
const RIGHT: f32 = 6.0;

fn step_row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    view: &EveningView,
    step: Step,
    (number, passed): (usize, bool),
    chosen: bool,
) -> bool {
    let tokens = Tokens::of(ui);
    let (name, line) = (step.name(scene, view), step.line(scene.words, view, view.on < scene.today));
    let width = ui.available_width() - LEFT - RIGHT;
    // Words that are too long take two lines: they say which day it is, and whether there is something to do.
    let more = |words: &str, size: TextSize| {
        let wide = ui.painter().layout_no_wrap(words.to_owned(), size.font(), tokens.soft).size().x;
        if wide <= width { 0.0 } else { size.line_height() }
    };
    let tall = 56.0 + more(&name, TextSize::Strong) + more(&line, TextSize::Soft);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, format!("{name} {line}")));
    let corner = CornerRadius::same(radius::BUTTON);
    let ground = match (chosen, response.hovered()) {
        (true, _) => tokens.accent_soft,
        (false, true) => tokens.hovered(tokens.card),
        (false, false) => tokens.card,
    };
    ui.painter().rect_filled(rect, corner, ground);
    let circle = egui::pos2(rect.left() + 24.0, rect.center().y);
    paint_number(ui, circle, number, chosen, step.is_done(view, passed));
    let room = Rect::from_min_max(egui::pos2(rect.left() + LEFT, rect.top() + 9.0), rect.max - vec2(RIGHT, 0.0));
    let mut lines = ui.new_child(egui::UiBuilder::new().id_salt(number).max_rect(room));
    lines.spacing_mut().item_spacing.y = 0.0;
    text(&mut lines, &name, TextSize::Strong, if chosen { tokens.accent } else { tokens.ink });
    text(&mut lines, &line, TextSize::Soft, tokens.soft);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, corner, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    response.clicked()
}

fn paint_number(ui: &Ui, centre: egui::Pos2, number: usize, chosen: bool, done: bool) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let (fill, edge, ink) = match (chosen, done) {
        (true, _) => (tokens.accent, tokens.accent, tokens.on_accent),
        (false, true) => (tokens.accent_soft, tokens.accent_soft, tokens.accent),
        (false, false) => (tokens.card, tokens.other, tokens.soft),
    };
    painter.circle(centre, 11.0, fill, Stroke::new(stroke::HAIRLINE, edge));
    if done && !chosen {
        painter.text(centre, Align2::CENTER_CENTER, icons::DONE, IconSize::Small.font(), ink);
    } else {
        painter.text(centre, Align2::CENTER_CENTER, number.to_string(), TextSize::EntryStrong.font(), ink);
    }
}

/// The card of the evenings in a row, three weeks of them.
pub fn streak_card(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
    let tokens = Tokens::of(ui);
    let words = scene.words.with("evening-streak", &[("count", view.streak.into())]);
    Card::new().show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            text(ui, &scene.formats.integer(view.streak), TextSize::Figure, tokens.ink);
            soft(ui, &words);
        });
        weeks(ui, scene, view);
    });
}

fn weeks(ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
    let tokens = Tokens::of(ui);
    let starts = scene.frame.settings.week_starts;
    let week = view.on.week(starts);
    let last = week.checked_first_day().unwrap_or(view.on);
    let first = last.checked_sub_days(Days::new(EVENINGS_SHOWN - 7)).unwrap_or(last);
    let each = (ui.available_width() / 7.0).floor();
    let (rect, response) = ui.allocate_exact_size(vec2(each * 7.0, 18.0 + 3.0 * 20.0), Sense::hover());
    let said = format!("{} {}", view.streak, scene.words.with("evening-streak", &[("count", view.streak.into())]));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    for column in 0_u8..7 {
        let day = first.checked_add_days(Days::new(column.into())).unwrap_or(first);
        let x = rect.left() + each * (f32::from(column) + 0.5);
        let name = scene.formats.weekday_short(day.weekday());
        let at = egui::pos2(x, rect.top() + 7.0);
        ui.painter().text(at, Align2::CENTER_CENTER, name, TextSize::Entry.font(), tokens.soft);
        for row in 0_u8..3 {
            let day = day.checked_add_days(Days::new(7 * u64::from(row))).unwrap_or(day);
            let centre = egui::pos2(x, rect.top() + 18.0 + 20.0 * f32::from(row) + 10.0);
            paint_evening(ui, view, day, Rect::from_center_size(centre, vec2(each - 6.0, 14.0)));
        }
    }
}

fn paint_evening(ui: &Ui, view: &EveningView, day: NaiveDate, rect: Rect) {
    let tokens = Tokens::of(ui);
    let state = view.evenings.iter().find(|(on, _)| *on == day).map(|(_, state)| *state);
    let (fill, edge) = match state {
        Some(ReviewState::Done) => (tokens.accent, tokens.accent),
        Some(ReviewState::Rest) => (tokens.card, tokens.accent),
        _ if day == view.on => (tokens.accent_soft, tokens.accent),
        _ => (tokens.other_soft, tokens.other_soft),
    };
    let corner = CornerRadius::same(radius::KEY);
    ui.painter().rect(rect, corner, fill, Stroke::new(stroke::HAIRLINE, edge), StrokeKind::Inside);
}

/// How many of those that follow are shown.
const FOLLOWING: usize = 4;

/// The card of what follows the thing at hand in its step.
pub fn following_card(ui: &mut Ui, scene: &Scene<'_>, items: &[Item], index: usize) {
    let following: Vec<_> = items.iter().skip(index + 1).take(FOLLOWING).collect();
    if following.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    Card::new().show(ui, |ui| {
        soft(ui, &scene.words.get("evening-following"));
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, item) in following.into_iter().enumerate() {
            row(ui, number, 32.0, |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                icon(ui, item_icon(item), IconSize::Small, tokens.soft);
                text_cut(ui, &item.title, TextSize::Soft, tokens.soft);
            });
        }
    });
}
