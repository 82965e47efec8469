//! The hours of the week and of a day: what stands in them, free time between, what is dragged over them, now.

use chrono::NaiveDate;
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::query::{Item, overlap};

use super::block::{block, ghost};
use super::carry::{By, Over};
use super::crowd::{crowd, crowds, readable};
use super::drag::{Drag, Hours, carried, hear_copy, keys_of, leaves, lift, plus, tip};
use super::layout::{
    DAY_MINUTES, LEAST_MINUTES, Slot, dragged, minute, minutes_on, shown_spans, side_by_side, time_at,
};
use super::looks::spoken_day;
use super::views::Look;
use super::week::{Columns, GUTTER, Ghost, Week, WeekWish};
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, radius, stroke};

/// Height of an hour.
const HOUR: f32 = 56.0;
/// How far from its lower edge an entry is stretched rather than moved.
const EDGE: f32 = 6.0;
/// How near to the edge of what is seen a drag scrolls.
const EDGE_ZONE: f32 = 36.0;
/// How fast it scrolls at the very edge, in points a second.
const EDGE_SPEED: f32 = 520.0;
/// How many minutes from a full hour the pill of now covers its words: half of both heights, 9 and 8 points.
const COVERED: u32 = 18;
/// The least height of an entry: one line.
const LEAST: f32 = 13.0;

/// What has an hour on a day, side by side.
struct SideBySide<'a> {
    /// What stands there.
    timed: Vec<&'a Item>,
    /// The minutes that each takes as it is shown.
    spans: Vec<(u32, u32)>,
    /// The column of each.
    slots: Vec<Slot>,
    /// The entry of the form, where it stands on the day.
    ghost: Option<((u32, u32), Slot)>,
}

/// How far below midnight a minute of the day stands.
#[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
pub(super) fn y(minutes: u32) -> f32 {
    minutes as f32 * HOUR / 60.0
}

impl Week<'_> {
    pub(super) fn grid(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        whole: Rect,
        columns: Columns,
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), y(DAY_MINUTES)), Sense::hover());
        let shows_today = self.days().any(|(_, day)| day == scene.now.local.date());
        hour_lines(ui, scene, rect, columns, shows_today);
        if let Some((from, to)) = self.reveal {
            let hours = rect.top() + y(from)..=rect.top() + y(to.max(from + LEAST_MINUTES));
            let place = Rect::from_x_y_ranges(rect.x_range(), hours).expand2(vec2(0.0, 12.0));
            ui.scroll_to_rect_animation(place, None, egui::style::ScrollAnimation::none());
        }
        if shows_today {
            let at = rect.top() + y(minute(scene.now.local.time()));
            let thin = Stroke::new(stroke::HAIRLINE, Tokens::of(ui).accent.gamma_multiply(0.45));
            ui.painter().hline(columns.left..=rect.right(), at, thin);
        }
        // Below the entries: no word is struck through.
        self.now_line(ui, scene, rect, columns);
        let mut wish = None;
        for (column, day) in self.days() {
            let left = columns.x(column);
            let room = Rect::from_min_max(pos2(left, rect.top()), pos2(left + columns.width, rect.bottom()));
            wish = free_time(ui, scene, room, day, drag).or(wish);
            wish = self.day(ui, scene, room, day, drag).or(wish);
        }
        self.carried(ui, whole, rect, columns, drag);
        let mut shown = None;
        for (column, day) in self.days() {
            let left = columns.x(column);
            let room = Rect::from_min_max(pos2(left, rect.top()), pos2(left + columns.width, rect.bottom()));
            shown = self.ghosts(ui, scene, room, day, drag.as_ref()).or(shown);
        }
        self.now_sign(ui, scene, rect, columns);
        if carried(drag.as_ref()).is_some_and(|carry| carry.by == By::Keys) {
            shown.inspect(|ghost| ui.scroll_to_rect(ghost.expand(24.0), None));
        }
        tip(ui, scene, drag.as_ref(), shown);
        scroll_at_edge(ui, drag.as_ref());
        wish
    }

    /// The entry that is dragged follows the pointer over days and hours; above the hours it is for a whole day.
    fn carried(&self, ui: &Ui, whole: Rect, rect: Rect, columns: Columns, drag: &mut Option<Drag>) {
        let (Some(Drag::Entry(carry)), Some(at)) = (drag.as_mut(), ui.input(|input| input.pointer.interact_pos()))
        else {
            return;
        };
        hear_copy(ui, carry);
        let over = self.days().filter(|(column, _)| columns.x(*column) <= at.x).last();
        match over.filter(|_| at.x <= whole.right() && at.y >= whole.top()) {
            Some((_, day)) if at.y < ui.clip_rect().top() => carry.follow(Over::Day(day)),
            Some((_, day)) => carry.follow(Over::Hour(day, minute_at(at.y - rect.top()))),
            None if carry.by == By::Keys => {}
            None => carry.stay(),
        }
    }

    /// What has an hour on a day, side by side.
    fn side_by_side_on(&self, day: NaiveDate) -> SideBySide<'_> {
        let ghost = self.ghost.and_then(|ghost| minutes_on(&ghost.when, day));
        // While an entry is changed its form's entry stands for it, where the two meet.
        let replaced = |item: &Item| {
            self.edited
                && self.chosen == Some((item.id, item.instance))
                && self.ghost.is_some_and(|ghost| overlap(&ghost.when, &item.when))
        };
        let timed = self.items.iter().filter(|item| !replaced(item));
        let timed: Vec<_> = timed.filter_map(|item| Some((item, minutes_on(&item.when, day)?))).collect();
        let spans: Vec<_> = timed.iter().map(|(_, span)| *span).chain(ghost).collect();
        let mut spans = shown_spans(&spans);
        let mut slots = side_by_side(&spans);
        let ghost = ghost.and_then(|_| spans.pop().zip(slots.pop()));
        SideBySide { timed: timed.into_iter().map(|(item, _)| item).collect(), spans, slots, ghost }
    }

    fn day(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        room: Rect,
        day: NaiveDate,
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let SideBySide { timed, spans, mut slots, .. } = self.side_by_side_on(day);
        let mut wish = None;
        let hidden = crowds(&spans, &mut slots, readable(room.width()));
        for found in &hidden {
            let items: Vec<_> = found.members.iter().filter_map(|at| timed.get(*at).copied()).collect();
            let slot = found.members.first().and_then(|at| slots.get(*at)).copied();
            let rect = slot.map(|slot| slot_rect(room, found.span, slot));
            let chosen = rect.and_then(|rect| crowd(ui, scene, rect, day, &items));
            wish = chosen.map(WeekWish::Open).or(wish);
        }
        let is_hidden = |at: usize| hidden.iter().any(|found| found.members.contains(&at));
        for (at, ((item, span), slot)) in timed.into_iter().zip(spans).zip(slots).enumerate() {
            if is_hidden(at) {
                continue;
            }
            let rect = slot_rect(room, span, slot);
            wish = self.entry(ui, scene, rect, item, (room, day), drag).or(wish);
        }
        wish
    }

    /// An entry that has an hour, in its place of a day.
    fn entry(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        rect: Rect,
        item: &Item,
        (room, day): (Rect, NaiveDate),
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let entry = (item.id, item.instance);
        let chosen = self.chosen == Some(entry);
        let part = item.when.first_day().map_or(0, |first| (day - first).num_days());
        let form = super::block::Form {
            chosen,
            lines: true,
            detail: self.look == Look::Day,
            part,
            focus: self.focus == Some(entry) && part == 0,
        };
        let response = block(ui, scene, rect, item, form, leaves(drag.as_ref(), entry));
        let held = |origin: egui::Pos2| {
            let by = if origin.y > rect.bottom() - EDGE.min(rect.height() / 3.0) { By::Edge } else { By::Pointer };
            (by, Some(day.and_time(time_at(minute_at(origin.y - room.top())))))
        };
        lift(ui, scene, &response, item, held, drag);
        let by_key = keys_of(ui, scene, self.look, &response, item, chosen, drag);
        by_key.or(response.clicked().then_some(WeekWish::Open(entry)))
    }

    /// What is not there yet on a day; gives where an entry that is carried stands.
    fn ghosts(&self, ui: &Ui, scene: &Scene<'_>, room: Rect, day: NaiveDate, drag: Option<&Drag>) -> Option<Rect> {
        let words = |(from, to): (u32, u32)| scene.formats.time_range(time_at(from), time_at(to));
        let whole = |span| span_rect(room, span, room.left() + 2.0, room.width() - 5.0);
        if let Some(carry) = carried(drag) {
            let span = minutes_on(&carry.to, day).filter(|_| carry.changes() || carry.by != By::Keys)?;
            let people: Vec<_> = carry.people.iter().map(String::as_str).collect();
            let rect = whole((span.0, span.1.max(span.0 + LEAST_MINUTES)));
            // Its own words do not shine through what is painted over them.
            ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), Tokens::of(ui).card);
            ghost(ui, rect, &carry.title, &people, &words(span));
            if carry.copies {
                plus(ui, rect);
            }
            return Some(rect);
        }
        if let Some(hours) = drag.and_then(Drag::hours).filter(|hours| hours.day == day) {
            let span = dragged(hours.from, hours.to);
            ui.painter().rect_filled(whole(span), CornerRadius::same(radius::ENTRY), Tokens::of(ui).card);
            ghost(ui, whole(span), "", &[], &words(span));
        } else if let Some(Ghost { when, title, people }) = self.ghost
            && let Some(span) = minutes_on(when, day)
            && let Some((shown, slot)) = self.side_by_side_on(day).ghost
        {
            let people: Vec<_> = people.iter().map(String::as_str).collect();
            ghost(ui, slot_rect(room, shown, slot), title, &people, &words(span));
        }
        None
    }

    fn now_line(&self, ui: &Ui, scene: &Scene<'_>, rect: Rect, columns: Columns) {
        let (now, tokens) = (scene.now.local, Tokens::of(ui));
        let Some((column, _)) = self.days().find(|(_, day)| *day == now.date()) else { return };
        let at = rect.top() + y(minute(now.time()));
        let left = columns.x(column);
        ui.painter().hline(left..=left + columns.width, at, Stroke::new(stroke::FOCUS, tokens.accent));
    }

    /// The point and the hour of the line of now, over everything.
    fn now_sign(&self, ui: &Ui, scene: &Scene<'_>, rect: Rect, columns: Columns) {
        let (now, tokens) = (scene.now.local, Tokens::of(ui));
        let Some((column, _)) = self.days().find(|(_, day)| *day == now.date()) else { return };
        let at = rect.top() + y(minute(now.time()));
        let left = columns.x(column);
        ui.painter().circle_filled(pos2(left, at), 4.0, tokens.accent);
        let pill = Rect::from_center_size(pos2(rect.left() + GUTTER / 2.0 - 1.0, at), vec2(44.0, 18.0));
        ui.painter().rect_filled(pill, CornerRadius::same(9), tokens.accent);
        let time = scene.formats.time(now.time());
        ui.painter().text(pill.center(), Align2::CENTER_CENTER, time, TextSize::Pill.font(), tokens.on_accent);
    }
}

/// Where a span of minutes stands in its column.
fn slot_rect(room: Rect, span: (u32, u32), slot: Slot) -> Rect {
    let share = f32::from(u16::try_from(slot.of).unwrap_or(u16::MAX));
    let width = (room.width() - 4.0) / share;
    let left = room.left() + 2.0 + width * f32::from(u16::try_from(slot.column).unwrap_or(0));
    let gap = if slot.column + 1 < slot.of { 2.0 } else { 1.0 };
    span_rect(room, span, left, width - gap)
}

/// Where a span of minutes stands.
fn span_rect(room: Rect, (from, to): (u32, u32), left: f32, width: f32) -> Rect {
    let tall = y(to.saturating_sub(from));
    // Where every point counts there is but a hair between one and the next.
    let gap = if tall < LEAST + 6.0 { 0.5 } else { 1.0 };
    let top = room.top() + y(from) + gap;
    let height = (tall - 2.0 * gap).max(LEAST);
    Rect::from_min_size(pos2(left, top.min(room.bottom() - LEAST)), vec2(width, height))
}

fn hour_lines(ui: &Ui, scene: &Scene<'_>, rect: Rect, columns: Columns, shows_today: bool) {
    let tokens = Tokens::of(ui);
    let now = minute(scene.now.local.time());
    for hour in 1..24_u32 {
        let at = rect.top() + y(hour * 60);
        ui.painter().hline(columns.left..=rect.right(), at, Stroke::new(stroke::HAIRLINE, tokens.grid));
        // The pill of now lies over an hour that is near.
        if !shows_today || now.abs_diff(hour * 60) > COVERED {
            let time = scene.formats.time(time_at(hour * 60));
            let place = pos2(columns.left - 9.0, at);
            ui.painter().text(place, Align2::RIGHT_CENTER, time, TextSize::Entry.font(), tokens.soft);
        }
    }
}

/// Near the upper or lower edge of what is seen of the hours, what is dragged scrolls them, the faster the nearer.
fn scroll_at_edge(ui: &Ui, drag: Option<&Drag>) {
    let Some(drag) = drag.filter(|drag| drag.is_by_pointer() && drag.days().is_none()) else { return };
    let held = ui.input(|input| input.pointer.interact_pos().filter(|_| input.pointer.primary_down()));
    let seen = ui.clip_rect();
    let Some(at) = held.filter(|at| seen.x_range().contains(at.x)) else { return };
    // Above the hours an entry is put on a day as a whole.
    let above = (at.y >= seen.top() || drag.hours().is_some()).then(|| seen.top() + EDGE_ZONE - at.y);
    let below = at.y - (seen.bottom() - EDGE_ZONE);
    let near = |distance: f32| (distance / EDGE_ZONE).clamp(0.0, 1.0);
    let pull = near(above.unwrap_or(0.0)) - near(below);
    if pull != 0.0 {
        let step = pull * EDGE_SPEED * ui.input(|input| input.stable_dt).min(0.1);
        ui.scroll_with_delta_animation(vec2(0.0, step), egui::style::ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}

/// Free hours: a click begins an entry there, a drag says from when to when; Enter on the day begins one without hours.
fn free_time(ui: &Ui, scene: &Scene<'_>, room: Rect, day: NaiveDate, drag: &mut Option<Drag>) -> Option<WeekWish> {
    let id = ui.scope_id().with(("free", day));
    let response = ui.interact(room, id, Sense::click_and_drag());
    let name = scene.words.with("diary-new-on", &[("day", spoken_day(scene.formats, day).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.has_focus() {
        let tokens = Tokens::of(ui);
        let seen = room.intersect(ui.clip_rect()).shrink(1.0);
        ui.painter().rect_stroke(
            seen,
            CornerRadius::same(radius::ENTRY),
            Stroke::new(stroke::FOCUS, tokens.accent),
            StrokeKind::Inside,
        );
    }
    // The day on which a drag began keeps it: over another day it goes on up and down.
    let pointed = response.interact_pointer_pos().map(|at| minute_at(at.y - room.top()));
    if response.drag_started()
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
    {
        let from = minute_at(origin.y - room.top());
        *drag = Some(Drag::Hours(Hours { day, from, to: from }));
    }
    if let (Some(Drag::Hours(hours)), true, Some(at)) = (drag.as_mut(), response.dragged(), pointed) {
        hours.to = at;
    }
    if response.drag_stopped() {
        let ended = *drag.take_if(|drag| drag.hours().is_some()).as_ref().and_then(Drag::hours)?;
        // A long press is a click.
        let still = ended.from.abs_diff(ended.to) < 8;
        let hours = if still { hour_at(ended.from) } else { dragged(ended.from, ended.to) };
        return Some(WeekWish::New { day, hours: Some(hours), last: None });
    }
    response.clicked().then(|| WeekWish::New { day, hours: pointed.map(hour_at), last: None })
}

/// An hour from the half hour in which a minute lies.
fn hour_at(minutes: u32) -> (u32, u32) {
    let from = minutes / 30 * 30;
    (from, (from + 60).min(DAY_MINUTES))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a day")]
fn minute_at(height: f32) -> u32 {
    (height * 60.0 / HOUR).clamp(0.0, 1439.0) as u32
}
