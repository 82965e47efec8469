//! The month: whole weeks under each other, entries as bars of one line.

mod bar;
mod more;
mod placing;

use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};
use egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};
use sponsor_core::query::Occasion;

pub(super) use self::placing::{MonthAnswer, MonthQuestion};
use self::placing::{WEEK, WeekRow};
use super::carry::{By, Over};
use super::drag::{Drag, carried, hear_copy, over_days, plus, tip};
use super::layout::shifted;
use super::looks::spoken_day;
use super::week::{Chosen, WeekWish};
use crate::app::Scene;
use crate::format::week_number;
use crate::theme::{TextSize, Tokens, radius, stroke};

/// Width of the numbers of the weeks.
const GUTTER: f32 = 36.0;
/// Height of the names of the weekdays.
const HEAD: f32 = 32.0;
/// Height of the number of a day.
const NUMBER: f32 = 26.0;
/// Height of a bar with the space below it, where there is room.
const LINE: f32 = 21.5;
/// The least height of a bar with the space below it.
const LEAST_LINE: f32 = 18.5;

/// A month as it is shown.
pub(super) struct Month<'a> {
    /// The first day that is shown.
    pub(super) first: NaiveDate,
    /// A day of the month.
    pub(super) about: NaiveDate,
    /// What stands in it.
    pub(super) answer: &'a MonthAnswer,
    /// The entry whose pane is open.
    pub(super) chosen: Option<Chosen>,
    /// What is kept of people on these days.
    pub(super) occasions: &'a [Occasion],
    /// The day that takes the focus now.
    pub(super) focus: Option<NaiveDate>,
}

/// A day of the month in its place.
#[derive(Clone, Copy)]
struct Cell {
    day: NaiveDate,
    rect: Rect,
    column: usize,
}

/// What became of the month in this frame.
#[derive(Debug, Default)]
pub(super) struct MonthDone {
    /// What it asks of its page.
    pub(super) wish: Option<WeekWish>,
    /// The day that was reached by the arrows.
    pub(super) reached: Option<NaiveDate>,
    /// The day that has the focus.
    pub(super) focused: Option<NaiveDate>,
}

impl MonthDone {
    /// What became of one part, or else of the other.
    fn or(self, other: Self) -> Self {
        Self {
            wish: other.wish.or(self.wish),
            reached: other.reached.or(self.reached),
            focused: other.focused.or(self.focused),
        }
    }
}

/// The id of a day, by which it takes the focus.
fn day_id(day: NaiveDate) -> Id {
    Id::unique(("diary month day", day))
}

impl Month<'_> {
    /// Shows the month in all the room there is.
    pub(super) fn show(&self, ui: &mut Ui, scene: &Scene<'_>, drag: &mut Option<Drag>) -> MonthDone {
        let tokens = Tokens::of(ui);
        let whole = ui.available_rect_before_wrap();
        let corner = CornerRadius::same(radius::CARD);
        ui.painter().rect_filled(whole, corner, tokens.card);
        self.heads(ui, scene, whole);
        let mut done = MonthDone::default();
        let grid = Rect::from_min_max(whole.min + vec2(GUTTER, HEAD), whole.max);
        for (at, row) in self.answer.weeks.iter().enumerate() {
            let week = self.week_rect(grid, at);
            let part = self.week(ui, scene, (grid, week), (at, row), drag);
            done = done.or(part);
        }
        self.carried(ui, scene, grid, drag);
        ui.painter().rect_stroke(whole, corner, Stroke::new(stroke::HAIRLINE, tokens.line), StrokeKind::Inside);
        ui.advance_cursor_after_rect(whole);
        done
    }

    fn weeks(&self) -> f32 {
        f32::from(u8::try_from(self.answer.weeks.len().max(1)).unwrap_or(6))
    }

    fn week_rect(&self, grid: Rect, at: usize) -> Rect {
        let tall = grid.height() / self.weeks();
        let top = grid.top() + tall * f32::from(u8::try_from(at).unwrap_or(0));
        Rect::from_min_size(pos2(grid.left(), top), vec2(grid.width(), tall))
    }

    fn day_at(&self, week: usize, column: usize) -> NaiveDate {
        shifted(self.first, i64::try_from(week * WEEK + column).unwrap_or(0))
    }

    /// The names of the weekdays.
    fn heads(&self, ui: &Ui, scene: &Scene<'_>, whole: Rect) {
        let tokens = Tokens::of(ui);
        let width = (whole.width() - GUTTER) / 7.0;
        let wide =
            |word: &String| ui.painter().layout_no_wrap(word.clone(), TextSize::Soft.font(), tokens.soft).size().x;
        let days = || (0..WEEK).map(|column| self.day_at(0, column).weekday());
        // All of them long, or all short.
        let long = days().all(|weekday| wide(&scene.formats.weekday(weekday)) + 12.0 <= width);
        for (column, weekday) in days().enumerate() {
            let left = whole.left() + GUTTER + width * f32::from(u8::try_from(column).unwrap_or(0));
            let word = if long { scene.formats.weekday(weekday) } else { scene.formats.weekday_short(weekday) };
            let at = pos2(left + 9.0, whole.top() + HEAD / 2.0);
            ui.painter().text(at, Align2::LEFT_CENTER, word, TextSize::Soft.font(), tokens.soft);
        }
    }

    /// A week: its number, its days, its bars.
    fn week(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (grid, rect): (Rect, Rect),
        (at, row): (usize, &WeekRow),
        drag: &mut Option<Drag>,
    ) -> MonthDone {
        let mut done = MonthDone { wish: self.number(ui, scene, rect, at), ..MonthDone::default() };
        let width = rect.width() / 7.0;
        let cells: Vec<Cell> = (0..WEEK)
            .map(|column| {
                let left = rect.left() + width * f32::from(u8::try_from(column).unwrap_or(0));
                let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
                Cell { day: self.day_at(at, column), rect: place, column }
            })
            .collect();
        for cell in &cells {
            let part = self.day(ui, scene, (grid, *cell), row, drag);
            done = done.or(part);
        }
        let (room, line) = lines_in(rect.height());
        for bar in row.bars.iter().filter(|bar| row.is_shown(bar, room)) {
            done.wish = self.bar(ui, scene, (rect, line), (at, bar), drag).or(done.wish);
        }
        for cell in &cells {
            done.wish = self.more(ui, scene, (*cell, line), (row, room)).or(done.wish);
        }
        let edge = Stroke::new(stroke::HAIRLINE, Tokens::of(ui).line);
        ui.painter().hline(rect.left() - GUTTER..=rect.right(), rect.top(), edge);
        done
    }

    /// The number of a week leads to the week.
    fn number(&self, ui: &Ui, scene: &Scene<'_>, rect: Rect, at: usize) -> Option<WeekWish> {
        let tokens = Tokens::of(ui);
        let first = self.day_at(at, 0);
        let place = Rect::from_min_size(rect.min - vec2(GUTTER, 0.0), vec2(GUTTER, NUMBER));
        let response = ui.interact(place, Id::unique(("diary month week", first)), Sense::click());
        let name = scene.formats.week_of(first);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let pointed = response.hovered() || response.has_focus();
        let ink = if pointed { tokens.accent } else { tokens.soft };
        let number = week_number(first).to_string();
        ui.painter().text(place.center(), Align2::CENTER_CENTER, number, TextSize::SoftTabular.font(), ink);
        if response.has_focus() {
            let edge = Stroke::new(stroke::FOCUS, tokens.accent);
            ui.painter().rect_stroke(place.shrink(3.0), CornerRadius::same(radius::ENTRY), edge, StrokeKind::Inside);
        }
        response.on_hover_text(name).clicked().then_some(WeekWish::Week(first))
    }

    /// A day: its ground, its number, its focus; two clicks begin an entry, Enter opens it, arrows walk on.
    fn day(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        (grid, cell): (Rect, Cell),
        row: &WeekRow,
        drag: &mut Option<Drag>,
    ) -> MonthDone {
        let tokens = Tokens::of(ui);
        let response = ui.interact(cell.rect, day_id(cell.day), Sense::click_and_drag());
        // A drag within one day is a click that slipped.
        let several = |wish: &WeekWish| !matches!(wish, WeekWish::New { day, last, .. } if *last == Some(*day));
        let over = over_days(&response, cell.day, |at| self.day_under(grid, at), drag).filter(several);
        let count = row.on_day(cell.column).len();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.spoken(scene, cell.day, count)));
        if self.focus == Some(cell.day) {
            response.request_focus();
        }
        let is_today = cell.day == scene.today;
        let dragged = drag
            .as_ref()
            .and_then(Drag::days)
            .is_some_and(|days| days.range().0 != days.range().1 && days.holds(cell.day));
        let fill = match cell.day.weekday() {
            _ if dragged => Some(tokens.ghost),
            _ if is_today => Some(tokens.accent_soft),
            Weekday::Sat | Weekday::Sun => Some(tokens.wash),
            _ if response.hovered() => Some(tokens.hovered(tokens.card)),
            _ => None,
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(cell.rect, CornerRadius::ZERO, fill);
        }
        let edge = Stroke::new(stroke::HAIRLINE, tokens.line);
        ui.painter().vline(cell.rect.left(), cell.rect.y_range(), edge);
        self.day_number(ui, scene, cell);
        if response.has_focus() {
            let edge = Stroke::new(stroke::FOCUS, tokens.accent);
            let corner = CornerRadius::same(radius::ENTRY);
            ui.painter().rect_stroke(cell.rect.shrink(1.5), corner, edge, StrokeKind::Inside);
        }
        let by_pointer = response.clicked_by(egui::PointerButton::Primary);
        if by_pointer {
            response.request_focus();
        }
        let wish = if response.double_clicked() {
            Some(WeekWish::New { day: cell.day, hours: None, last: None })
        } else {
            over.or((response.clicked() && !by_pointer).then_some(WeekWish::Day(cell.day)))
        };
        let focused = response.has_focus().then_some(cell.day);
        MonthDone { wish, reached: arrows(ui, &response, cell.day), focused }
    }

    /// «вторник 24 ноември, днес, 6 записа; рожден ден: Ива Колева».
    fn spoken(&self, scene: &Scene<'_>, day: NaiveDate, count: usize) -> String {
        let today = (day == scene.today).then(|| scene.words.get("today"));
        let entries = scene.words.with("diary-entries", &[("count", count.into())]);
        let kept = self.occasions.iter().filter(|one| one.on == day);
        let kept =
            kept.map(|one| format!("{}, {}", one.person.full, crate::pages::occasions::kept_words(scene.words, one)));
        let parts = [spoken_day(scene.formats, day)].into_iter().chain(today).chain([entries]).chain(kept);
        parts.collect::<Vec<_>>().join(", ")
    }

    fn day_number(&self, ui: &Ui, scene: &Scene<'_>, cell: Cell) {
        let tokens = Tokens::of(ui);
        let is_today = cell.day == scene.today;
        let inside = cell.day.month() == self.about.month() && cell.day.year() == self.about.year();
        let (font, ink) = match (is_today, inside) {
            (true, _) => (TextSize::SoftStrong, tokens.on_accent),
            (false, true) => (TextSize::TabularMedium, tokens.ink),
            (false, false) => (TextSize::Tabular, tokens.soft),
        };
        let galley = ui.painter().layout_no_wrap(cell.day.day().to_string(), font.font(), ink);
        let middle = cell.rect.top() + NUMBER / 2.0;
        let left = cell.rect.left() + if is_today { 17.0 - galley.size().x / 2.0 } else { 9.0 };
        if is_today {
            ui.painter().circle_filled(pos2(cell.rect.left() + 17.0, middle), 11.0, tokens.accent);
        }
        let mut right = left + galley.size().x + if is_today { 12.0 } else { 7.0 };
        ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, ink);
        let beside = if is_today {
            scene.words.get("today")
        } else if cell.day.day() == 1 {
            scene.formats.month(cell.day.month())
        } else {
            String::new()
        };
        let quiet = if is_today { tokens.accent } else { tokens.soft };
        let word = ui.painter().layout_no_wrap(beside, TextSize::Soft.font(), quiet);
        if word.size().x > 0.0 && right + word.size().x <= cell.rect.right() - 4.0 {
            let at = pos2(right, middle - word.size().y / 2.0);
            right += word.size().x + 6.0;
            ui.painter().galley(at, word, quiet);
        }
        self.occasion_sign(ui, cell, right);
    }

    /// The sign of what is kept of people, at the right of a day's number.
    fn occasion_sign(&self, ui: &Ui, cell: Cell, left: f32) {
        let Some(first) = self.occasions.iter().find(|one| one.on == cell.day) else { return };
        let sign = crate::pages::occasions::sign(first);
        let at = pos2(cell.rect.right() - 14.0, cell.rect.top() + NUMBER / 2.0);
        if at.x - 8.0 >= left {
            let font = crate::theme::IconSize::Small.font();
            ui.painter().text(at, Align2::CENTER_CENTER, sign, font, Tokens::of(ui).accent);
        }
    }

    /// The entry that is dragged follows the pointer from day to day.
    fn carried(&self, ui: &Ui, scene: &Scene<'_>, grid: Rect, drag: &mut Option<Drag>) {
        if let (Some(Drag::Entry(carry)), Some(at)) = (drag.as_mut(), ui.input(|input| input.pointer.interact_pos())) {
            hear_copy(ui, carry);
            match self.day_under(grid, at) {
                Some(day) => carry.follow(Over::Day(day)),
                None if carry.by == By::Keys => {}
                None => carry.stay(),
            }
        }
        let mut ghost = None;
        if let Some(carry) = carried(drag.as_ref()).filter(|carry| carry.changes()) {
            ghost = carry.to.first_day().and_then(|day| self.cell_of(grid, day));
            if let Some(rect) = ghost {
                let bar = Rect::from_min_size(rect.min + vec2(4.0, NUMBER), vec2(rect.width() - 8.0, LINE - 2.0));
                ui.painter().rect_filled(bar, CornerRadius::same(radius::ENTRY), Tokens::of(ui).card);
                let people: Vec<&str> = carry.people.iter().map(String::as_str).collect();
                super::block::ghost(ui, bar, &carry.title, &people, "");
                if carry.copies {
                    plus(ui, bar);
                }
            }
        }
        tip(ui, scene, drag.as_ref(), ghost);
    }

    fn day_under(&self, grid: Rect, at: egui::Pos2) -> Option<NaiveDate> {
        let weeks = (0..self.answer.weeks.len()).find(|week| self.week_rect(grid, *week).contains(at))?;
        let column = (0..WEEK)
            .find(|column| self.cell_of(grid, self.day_at(weeks, *column)).is_some_and(|rect| rect.contains(at)))?;
        Some(self.day_at(weeks, column))
    }

    /// Where a day stands, if it does.
    fn cell_of(&self, grid: Rect, day: NaiveDate) -> Option<Rect> {
        let at = usize::try_from((day - self.first).num_days()).ok()?;
        let week = self.week_rect(grid, at / WEEK);
        (at / WEEK < self.answer.weeks.len()).then(|| {
            let width = week.width() / 7.0;
            let left = week.left() + width * f32::from(u8::try_from(at % WEEK).unwrap_or(0));
            Rect::from_min_size(pos2(left, week.top()), vec2(width, week.height()))
        })
    }
}

/// How many lines of entries have room below the number of a day, and how high each is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a height of a window at most, never negative"
)]
fn lines_in(height: f32) -> (usize, f32) {
    let room = (height - NUMBER - 3.0).max(LEAST_LINE);
    let lines = (room / LEAST_LINE).floor().max(1.0);
    // As many as have room, each as high as that leaves.
    let lines = if room / lines > LINE { (room / LINE).floor().max(lines) } else { lines };
    (lines as usize, (room / lines).min(LINE))
}

/// Where the arrows lead from a day that has the focus.
fn arrows(ui: &Ui, response: &Response, day: NaiveDate) -> Option<NaiveDate> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let steps = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];
    let (_, days) = steps.into_iter().find(|(key, _)| pressed(*key))?;
    // Where the focus goes is said here alone: the arrow is not taken a second time.
    let there = shifted(day, days);
    ui.memory_mut(|memory| {
        memory.move_focus(egui::FocusDirection::None);
        // At once, for the next arrow may follow in the next frame.
        memory.request_focus(day_id(there));
    });
    Some(there)
}

/// The moment at which a day begins, for what is held on it.
fn begins(day: NaiveDate) -> chrono::NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}
