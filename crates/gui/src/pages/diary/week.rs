//! The week: seven days side by side, a strip for whole days, hours from midnight to midnight.

use chrono::{Datelike as _, NaiveDate, Weekday};
use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use sponsor_core::model::{EntryId, PersonId, When};
use sponsor_core::query::{Item, Occasion, overlap};

use super::block::{block, ghost};
use super::carry::Carry;
use super::crowd::{crowd, crowds, readable};
use super::day_notes::notes_chip;
use super::layout::{DAY_MINUTES, LEAST_MINUTES, Slot, dragged, minute, minutes_on, shifted, side_by_side, time_at};
use super::looks::spoken_day;
use super::occasions::occasions_chip;
use super::strip::Strip;
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, radius, stroke};

/// Width of the hours at the left.
pub(super) const GUTTER: f32 = 50.0;
/// Height of the names of the days.
const HEAD: f32 = 46.0;
/// Height of an hour.
const HOUR: f32 = 56.0;
/// How far from its lower edge an entry is stretched rather than moved.
const EDGE: f32 = 6.0;
/// The least height of an entry.
const LEAST: f32 = 24.0;

/// An entry, or one instance of a series.
pub(super) type Chosen = (EntryId, Option<NaiveDate>);

/// The entry of a form, which is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ghost {
    /// When it would be.
    pub(super) when: When,
    /// What it would be called, with the people in it.
    pub(super) title: String,
    /// With whom.
    pub(super) people: Vec<String>,
}

/// Hours of a day that are being dragged over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hours {
    day: NaiveDate,
    from: u32,
    to: u32,
}

/// What is being dragged in the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drag {
    /// Free hours, for a new entry.
    Hours(Hours),
    /// An entry.
    Entry(Carry),
}

impl Drag {
    const fn hours(&self) -> Option<&Hours> {
        match self {
            Self::Hours(hours) => Some(hours),
            Self::Entry(_) => None,
        }
    }
}

/// What the week asks of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WeekWish {
    /// To open an entry.
    Open(Chosen),
    /// To show a person.
    Person(PersonId),
    /// To move an entry, or to let it last longer or shorter.
    Move(Carry),
    /// To begin an entry on a day, with hours if some were pointed at.
    New {
        /// The day.
        day: NaiveDate,
        /// Minutes of the day.
        hours: Option<(u32, u32)>,
    },
}

/// The week as it is shown.
pub(super) struct Week<'a> {
    /// The first day that is shown.
    pub(super) first: NaiveDate,
    /// How many days are shown, up to seven.
    pub(super) count: usize,
    /// What is on these days.
    pub(super) items: &'a [Item],
    /// The entry whose pane is open.
    pub(super) chosen: Option<Chosen>,
    /// The entry of the form.
    pub(super) ghost: Option<&'a Ghost>,
    /// Whether the form changes the entry that is chosen, rather than making a new one.
    pub(super) edited: bool,
    /// The minute to which the hours are scrolled now.
    pub(super) scroll_to: Option<u32>,
    /// What is kept of people on these days.
    pub(super) occasions: &'a [Occasion],
}

/// What has an hour on a day, side by side.
struct SideBySide<'a> {
    /// Each with its minutes.
    timed: Vec<(&'a Item, (u32, u32))>,
    /// The column of each.
    slots: Vec<Slot>,
    /// The entry of the form, where it stands on the day.
    ghost: Option<((u32, u32), Slot)>,
}

/// Columns of days.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) left: f32,
    pub(super) width: f32,
}

impl Columns {
    #[expect(clippy::cast_precision_loss, reason = "a column from 0 to 7")]
    pub(super) fn x(self, column: usize) -> f32 {
        self.left + self.width * column as f32
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
fn y(minutes: u32) -> f32 {
    minutes as f32 * HOUR / 60.0
}

impl Week<'_> {
    /// Shows the week in all the room there is.
    pub(super) fn show(&self, ui: &mut Ui, scene: &Scene<'_>, drag: &mut Option<Drag>) -> Option<WeekWish> {
        let tokens = Tokens::of(ui);
        let whole = ui.available_rect_before_wrap();
        let columns = Columns { left: whole.left() + GUTTER, width: (whole.width() - GUTTER) / self.count_in_points() };
        ui.painter().rect_filled(whole, CornerRadius::same(radius::CARD), tokens.card);
        self.weekend(ui, whole, columns);
        let note = self.heads(ui, scene, whole, columns);
        let whole_days = Strip::of(ui, self, columns);
        let strip = Rect::from_min_max(
            pos2(whole.left(), whole.top() + HEAD),
            pos2(whole.right(), whole.top() + HEAD + whole_days.height()),
        );
        let mut wish = whole_days.show(ui, scene, strip, columns);
        let hours = Rect::from_min_max(pos2(whole.left(), strip.bottom()), whole.max - vec2(0.0, 1.0));
        ui.scope_builder(UiBuilder::new().id_salt("hours").max_rect(hours), |ui| {
            ui.set_clip_rect(ui.clip_rect().intersect(hours));
            let mut area = ScrollArea::vertical()
                .id_salt("week")
                .auto_shrink([false, false])
                .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
            if let Some(minutes) = self.scroll_to {
                area = area.vertical_scroll_offset((y(minutes) - 12.0).max(0.0));
            }
            area.show(ui, |ui| {
                wish = self.grid(ui, scene, columns, drag).or(wish.take());
            });
        });
        let edge = Stroke::new(stroke::HAIRLINE, tokens.line);
        ui.painter().rect_stroke(whole, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
        ui.advance_cursor_after_rect(whole);
        note.or(wish)
    }

    fn days(&self) -> impl Iterator<Item = (usize, NaiveDate)> {
        let first = self.first;
        (0..self.count).zip((0..7).map(move |day| shifted(first, day)))
    }

    fn count_in_points(&self) -> f32 {
        f32::from(u8::try_from(self.count.max(1)).unwrap_or(7))
    }

    fn weekend(&self, ui: &Ui, whole: Rect, columns: Columns) {
        let tokens = Tokens::of(ui);
        for (column, day) in self.days() {
            let left = columns.x(column);
            if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                let corner = if column + 1 == self.count { radius::CARD } else { 0 };
                let corner = CornerRadius { ne: corner, se: corner, ..CornerRadius::ZERO };
                let wash = Rect::from_min_max(pos2(left, whole.top()), pos2(left + columns.width, whole.bottom()));
                ui.painter().rect_filled(wash, corner, tokens.wash);
            }
            ui.painter().vline(
                left,
                whole.top() + HEAD - 14.0..=whole.bottom(),
                Stroke::new(stroke::HAIRLINE, tokens.line),
            );
        }
    }

    /// The names of the days, with what is kept and their notes; gives what was chosen.
    fn heads(&self, ui: &mut Ui, scene: &Scene<'_>, whole: Rect, columns: Columns) -> Option<WeekWish> {
        let tokens = Tokens::of(ui);
        let mut chosen = None;
        for (column, day) in self.days() {
            let rect = Rect::from_min_size(pos2(columns.x(column), whole.top()), vec2(columns.width, HEAD));
            let head = ui.interact(rect, ui.scope_id().with(("head", column)), Sense::hover());
            let name = spoken_day(scene.formats, day);
            head.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
            let weekday = scene.formats.weekday_short(day.weekday());
            let at = rect.left_center() + vec2(9.0, 0.0);
            let word = ui.painter().text(at, Align2::LEFT_CENTER, weekday, TextSize::Soft.font(), tokens.soft);
            let number = day.day().to_string();
            let is_today = day == scene.today;
            let ink = if is_today { tokens.on_accent } else { tokens.ink };
            let galley = ui.painter().layout_no_wrap(number, TextSize::Heading.font(), ink);
            let mut left = word.right() + 7.0;
            if is_today {
                left += 5.0;
                let centre = pos2(left + galley.size().x / 2.0, rect.center().y);
                ui.painter().circle_filled(centre, 14.0, tokens.accent);
            }
            let end = left + galley.size().x + if is_today { 10.0 } else { 5.0 };
            ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
            let of_day = |item: &&Item| item.is_note_of_day() && item.when.first_day() == Some(day);
            let notes: Vec<&Item> = self.items.iter().filter(of_day).collect();
            let room = Rect::from_min_max(pos2(end, rect.top()), rect.max);
            let kept: Vec<&Occasion> = self.occasions.iter().filter(|one| one.on == day).collect();
            let (room, person) = occasions_chip(ui, scene, room, &name, &kept);
            let note = notes_chip(ui, scene, room, &name, &notes).map(WeekWish::Open);
            chosen = person.map(WeekWish::Person).or(note).or(chosen);
        }
        ui.painter().hline(whole.x_range(), whole.top() + HEAD, Stroke::new(stroke::HAIRLINE, tokens.line));
        chosen
    }

    fn grid(&self, ui: &mut Ui, scene: &Scene<'_>, columns: Columns, drag: &mut Option<Drag>) -> Option<WeekWish> {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), y(DAY_MINUTES)), Sense::hover());
        hour_lines(ui, scene, rect, columns);
        let shows_today = self.days().any(|(_, day)| day == scene.now.local.date());
        if shows_today {
            let at = rect.top() + y(minute(scene.now.local.time()));
            let thin = Stroke::new(stroke::HAIRLINE, Tokens::of(ui).accent.gamma_multiply(0.45));
            ui.painter().hline(columns.left..=rect.right(), at, thin);
        }
        let mut wish = None;
        for (column, day) in self.days() {
            let left = columns.x(column);
            let room = Rect::from_min_max(pos2(left, rect.top()), pos2(left + columns.width, rect.bottom()));
            wish = free_time(ui, scene, room, day, drag).or(wish);
            wish = self.day(ui, scene, room, day, drag).or(wish);
        }
        self.carried(ui, rect, columns, drag);
        for (column, day) in self.days() {
            let left = columns.x(column);
            let room = Rect::from_min_max(pos2(left, rect.top()), pos2(left + columns.width, rect.bottom()));
            self.ghosts(ui, scene, room, day, drag.as_ref());
        }
        self.now_line(ui, scene, rect, columns);
        tip(ui, scene, drag.as_ref());
        wish
    }

    /// The entry that is dragged follows the pointer over days and hours.
    fn carried(&self, ui: &Ui, rect: Rect, columns: Columns, drag: &mut Option<Drag>) {
        let (Some(Drag::Entry(carry)), Some(at)) = (drag.as_mut(), ui.input(|input| input.pointer.interact_pos()))
        else {
            return;
        };
        let over = self.days().filter(|(column, _)| columns.x(*column) <= at.x).last();
        if let Some((_, day)) = over {
            carry.follow(day, minute_at(at.y - rect.top()));
        }
    }

    /// What has an hour on a day, side by side.
    fn side_by_side_on(&self, day: NaiveDate) -> SideBySide<'_> {
        let ghost = self.ghost.and_then(|ghost| minutes_on(&ghost.when, day));
        let ghost = ghost.map(|(from, to)| (from, to.max(from + LEAST_MINUTES)));
        // While an entry is changed its form's entry stands for it, where the two meet.
        let replaced = |item: &Item| {
            self.edited
                && self.chosen == Some((item.id, item.instance))
                && self.ghost.is_some_and(|ghost| overlap(&ghost.when, &item.when))
        };
        let timed = self.items.iter().filter(|item| !replaced(item));
        let timed: Vec<_> = timed.filter_map(|item| Some((item, minutes_on(&item.when, day)?))).collect();
        let spans: Vec<_> = timed.iter().map(|(_, span)| *span).chain(ghost).collect();
        let mut slots = side_by_side(&spans);
        let ghost = ghost.and_then(|span| Some((span, slots.pop()?)));
        SideBySide { timed, slots, ghost }
    }

    fn day(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        room: Rect,
        day: NaiveDate,
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let SideBySide { timed, mut slots, .. } = self.side_by_side_on(day);
        let mut wish = None;
        let spans: Vec<_> = timed.iter().map(|(_, span)| *span).collect();
        let hidden = crowds(&spans, &mut slots, readable(room.width()));
        for found in &hidden {
            let items: Vec<_> = found.members.iter().filter_map(|at| timed.get(*at)).map(|(item, _)| *item).collect();
            let slot = found.members.first().and_then(|at| slots.get(*at)).copied();
            let rect = slot.map(|slot| slot_rect(room, found.span, slot));
            let chosen = rect.and_then(|rect| crowd(ui, scene, rect, day, &items));
            wish = chosen.map(WeekWish::Open).or(wish);
        }
        let is_hidden = |at: usize| hidden.iter().any(|found| found.members.contains(&at));
        for (at, ((item, span), slot)) in timed.into_iter().zip(slots).enumerate() {
            if is_hidden(at) {
                continue;
            }
            let rect = slot_rect(room, span, slot);
            let chosen = self.chosen == Some((item.id, item.instance));
            let response = block(ui, scene, rect, item, chosen, true);
            if response.clicked() {
                wish = Some(WeekWish::Open((item.id, item.instance)));
            }
            let origin = ui.input(|input| input.pointer.press_origin()).filter(|_| response.drag_started());
            if let Some(origin) = origin.filter(|_| scene.frame.writable) {
                let held = day.and_time(time_at(minute_at(origin.y - room.top())));
                let stretches = origin.y > rect.bottom() - EDGE;
                *drag = Carry::begin((item.id, item.instance), item.when, held, stretches).map(Drag::Entry);
            }
            if response.drag_stopped()
                && let Some(Drag::Entry(carry)) = drag.take()
                && carry.changes()
            {
                wish = Some(WeekWish::Move(carry));
            }
        }
        wish
    }

    fn ghosts(&self, ui: &Ui, scene: &Scene<'_>, room: Rect, day: NaiveDate, drag: Option<&Drag>) {
        let words = |(from, to): (u32, u32)| scene.formats.time_range(time_at(from), time_at(to));
        if let Some(Drag::Entry(carry)) = drag {
            if let Some(span) = minutes_on(&carry.to, day) {
                let title = self.items.iter().find(|item| (item.id, item.instance) == carry.entry);
                let people = title.iter().flat_map(|item| &item.people).map(|person| person.full.as_str());
                let people: Vec<_> = people.collect();
                let title = title.map_or("", |item| item.title.as_str());
                let rect = span_rect(room, span, room.left() + 2.0, room.width() - 5.0);
                ghost(ui, rect, title, &people, &words(span));
            }
        } else if let Some(hours) = drag.and_then(Drag::hours).filter(|hours| hours.day == day) {
            let span = dragged(hours.from, hours.to);
            ghost(ui, span_rect(room, span, room.left() + 2.0, room.width() - 5.0), "", &[], &words(span));
        } else if let Some(Ghost { when, title, people }) = self.ghost
            && let Some(span) = minutes_on(when, day)
            && let Some((shown, slot)) = self.side_by_side_on(day).ghost
        {
            let people: Vec<_> = people.iter().map(String::as_str).collect();
            ghost(ui, slot_rect(room, shown, slot), title, &people, &words(span));
        }
    }

    fn now_line(&self, ui: &Ui, scene: &Scene<'_>, rect: Rect, columns: Columns) {
        let (now, tokens) = (scene.now.local, Tokens::of(ui));
        let Some((column, _)) = self.days().find(|(_, day)| *day == now.date()) else { return };
        let at = rect.top() + y(minute(now.time()));
        let left = columns.x(column);
        ui.painter().hline(left..=left + columns.width, at, Stroke::new(stroke::FOCUS, tokens.accent));
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
    let top = room.top() + y(from) + 1.0;
    let height = (y(to.saturating_sub(from)) - 2.0).max(LEAST);
    Rect::from_min_size(pos2(left, top.min(room.bottom() - LEAST)), vec2(width, height))
}

fn hour_lines(ui: &Ui, scene: &Scene<'_>, rect: Rect, columns: Columns) {
    let tokens = Tokens::of(ui);
    let now = minute(scene.now.local.time());
    for hour in 1..24_u32 {
        let at = rect.top() + y(hour * 60);
        ui.painter().hline(columns.left..=rect.right(), at, Stroke::new(stroke::HAIRLINE, tokens.grid));
        if now.abs_diff(hour * 60) > 12 {
            let time = scene.formats.time(time_at(hour * 60));
            let place = pos2(columns.left - 9.0, at);
            ui.painter().text(place, Align2::RIGHT_CENTER, time, TextSize::Entry.font(), tokens.soft);
        }
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
    let pointed =
        response.interact_pointer_pos().filter(|at| room.contains(*at)).map(|at| minute_at(at.y - room.top()));
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
        let ended = *drag.take().as_ref().and_then(Drag::hours)?;
        // A long press is a click.
        let still = ended.from.abs_diff(ended.to) < 8;
        let hours = if still { hour_at(ended.from) } else { dragged(ended.from, ended.to) };
        return Some(WeekWish::New { day, hours: Some(hours) });
    }
    response.clicked().then(|| WeekWish::New { day, hours: pointed.map(hour_at) })
}

/// An hour from the half hour in which a minute lies.
fn hour_at(minutes: u32) -> (u32, u32) {
    let from = minutes / 30 * 30;
    (from, (from + 60).min(DAY_MINUTES))
}

/// Says from when to when an entry goes, beside the pointer.
fn tip(ui: &Ui, scene: &Scene<'_>, drag: Option<&Drag>) {
    let (Some(Drag::Entry(carry)), Some(at)) = (drag, ui.input(|input| input.pointer.interact_pos())) else { return };
    let tokens = Tokens::of(ui);
    let said = |when: &When| {
        let day = when.first_day().map(|day| scene.formats.weekday_short(day.weekday())).unwrap_or_default();
        format!("{day} {}", super::looks::hours(scene.formats, scene.words, when))
    };
    let values = [("from", said(&carry.from).into()), ("to", said(&carry.to).into())];
    let words = scene.words.with("diary-drag-tip", &values);
    let galley = ui.painter().layout_no_wrap(words, TextSize::Pill.font(), tokens.on_tip);
    let size = galley.size() + vec2(20.0, 10.0);
    let seen = ui.clip_rect();
    let left = (at.x - size.x / 2.0).clamp(seen.left() + 4.0, (seen.right() - size.x - 4.0).max(seen.left() + 4.0));
    let place = Rect::from_min_size(pos2(left, (at.y - size.y - 26.0).max(seen.top() + 4.0)), size);
    ui.painter().rect_filled(place, CornerRadius::same(12), tokens.tip);
    ui.painter().galley(place.min + vec2(10.0, 5.0), galley, tokens.on_tip);
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a day")]
fn minute_at(height: f32) -> u32 {
    (height * 60.0 / HOUR).clamp(0.0, 1439.0) as u32
}
