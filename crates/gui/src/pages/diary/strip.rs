//! The strip of the week: what lasts whole days, three lanes of it, and how much more there is.

use chrono::NaiveDate;
use egui::{
    Align, CornerRadius, EventFilter, Key, Layout, Modifiers, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use sponsor_core::model::When;
use sponsor_core::query::Item;

use super::block::{Form, block, ghost, has_room};
use super::carry::By;
use super::drag::{Drag, carried, keys_of, leaves, lift, over_days, plus};
use super::layout::{lanes, shifted};
use super::looks::{entry_icon, spoken_day};
use super::views::Look;
use super::week::{Chosen, Columns, GUTTER, Week, WeekWish};
use crate::app::Scene;
use crate::format::fitting_title;
use crate::theme::{TextSize, Tokens, radius, space, stroke};
use crate::widgets::{Button, MenuItem, menu, text};

/// Height of a thing that lasts whole days, with the space below it.
const LANE: f32 = 26.0;
/// The same where a title takes two lines.
const LANE_TALL: f32 = 41.0;
/// How many lanes are shown.
const LANES: usize = 3;
/// Height of the line that says how much more there is.
const MORE: f32 = 20.0;
/// The width of a title in the list of a day.
const TITLE: f32 = 240.0;

/// Something that lasts whole days: its first and last column, and its lane.
struct Whole<'a> {
    item: &'a Item,
    span: (usize, usize),
    lane: usize,
}

/// What lasts whole days in a week.
pub(super) struct Strip<'a> {
    first: NaiveDate,
    count: usize,
    chosen: Option<Chosen>,
    focus: Option<Chosen>,
    look: Look,
    items: Vec<Whole<'a>>,
    /// Height of a lane, with the space below it.
    lane: f32,
}

impl<'a> Strip<'a> {
    /// What of a week lasts whole days.
    pub(super) fn of(ui: &Ui, week: &Week<'a>, columns: Columns) -> Self {
        let last = i64::try_from(week.count).unwrap_or(7) - 1;
        let last_day = shifted(week.first, last);
        let column = |day: NaiveDate| usize::try_from((day - week.first).num_days().clamp(0, last)).unwrap_or(0);
        let mut found: Vec<(&Item, (usize, usize))> = week
            .items
            .iter()
            .filter(|item| !item.is_note_of_day())
            .filter_map(|item| match item.when {
                When::AllDay { from, to } if to >= week.first && from <= last_day => {
                    Some((item, (column(from), column(to))))
                }
                _ => None,
            })
            .collect();
        // What lasts longest stands on top.
        found.sort_by_key(|(_, (from, to))| (*from, std::cmp::Reverse(*to)));
        let spans: Vec<_> = found.iter().map(|(_, span)| *span).collect();
        let placed = found.into_iter().zip(lanes(&spans));
        let items: Vec<Whole<'_>> = placed.map(|((item, span), lane)| Whole { item, span, lane }).collect();
        // A title that has no room in one line takes two, unless the strip would take too much of the hours.
        let few = items.iter().all(|whole| whole.lane < LANES - 1);
        let wide = |whole: &Whole<'_>| columns.x(whole.span.1 + 1) - columns.x(whole.span.0) - 4.0;
        let tall = few && items.iter().any(|whole| !has_room(ui, whole.item, wide(whole)));
        let lane = if tall { LANE_TALL } else { LANE };
        let (first, count, look) = (week.first, week.count, week.look);
        Self { first, count, chosen: week.chosen, focus: week.focus, look, items, lane }
    }

    /// How high the strip is.
    pub(super) fn height(&self) -> f32 {
        let count = self.items.iter().map(|whole| whole.lane + 1).max().unwrap_or(1);
        let more = if count > LANES { MORE } else { 0.0 };
        f32::from(u8::try_from(count.min(LANES)).unwrap_or(1)) * self.lane + more + 6.0
    }

    /// Shows the strip; gives what was chosen in it.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rect: Rect,
        columns: Columns,
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let tokens = Tokens::of(ui);
        let label = Rect::from_min_size(rect.min, vec2(GUTTER - 8.0, rect.height()));
        let galley = ui.painter().layout(scene.words.get("all-day"), TextSize::Entry.font(), tokens.soft, 36.0);
        let at = pos2(label.right() - galley.size().x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.soft);
        let top = rect.top() + 3.0;
        let mut wish = self.free_days(ui, scene, rect, columns, drag);
        for whole in self.items.iter().filter(|whole| whole.lane < LANES) {
            let lane = f32::from(u8::try_from(whole.lane).unwrap_or(0));
            let min = pos2(columns.x(whole.span.0) + 2.0, top + lane * self.lane);
            let max = pos2(columns.x(whole.span.1 + 1) - 2.0, min.y + self.lane - 3.0);
            wish = self.entry(ui, scene, Rect::from_min_max(min, max), whole.item, columns, drag).or(wish);
        }
        let lanes = f32::from(u8::try_from(LANES).unwrap_or(3));
        for column in 0..self.count {
            let room = Rect::from_min_size(
                pos2(columns.x(column) + 2.0, top + lanes * self.lane - 1.0),
                vec2(columns.width - 4.0, MORE),
            );
            wish = self.more(ui, scene, room, column).or(wish);
        }
        self.ghost(ui, rect, columns, drag.as_ref());
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(stroke::HAIRLINE, tokens.line));
        wish
    }

    /// The day above which a point lies.
    fn day_at(&self, columns: Columns, x: f32) -> NaiveDate {
        let column = (0..self.count).rev().find(|column| columns.x(*column) <= x).unwrap_or(0);
        shifted(self.first, i64::try_from(column).unwrap_or(0))
    }

    /// Free room of whole days: a click begins an entry for that day, a drag one for several. The keyboard begins one
    /// on the day itself, so nothing here takes the focus.
    fn free_days(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        rect: Rect,
        columns: Columns,
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let mut wish = None;
        for column in 0..self.count {
            let day = shifted(self.first, i64::try_from(column).unwrap_or(0));
            let room = Rect::from_min_size(pos2(columns.x(column), rect.top()), vec2(columns.width, rect.height()));
            let response = ui.interact(room, ui.scope_id().with(("free day", day)), Sense::CLICK | Sense::DRAG);
            let name = || scene.words.with("diary-new-all-day", &[("day", spoken_day(scene.formats, day).into())]);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
            let over = over_days(&response, day, |at| Some(self.day_at(columns, at.x)), drag);
            let one = response.clicked().then_some(WeekWish::New { day, hours: None, last: Some(day) });
            wish = over.or(one).or(wish);
            if drag.as_ref().and_then(Drag::days).is_some_and(|days| days.holds(day)) {
                ui.painter().rect_filled(room.shrink(1.0), CornerRadius::ZERO, Tokens::of(ui).accent_soft);
            } else if response.hovered() && drag.is_none() {
                let ground = Tokens::of(ui);
                ui.painter().rect_filled(room.shrink(1.0), CornerRadius::ZERO, ground.hovered(ground.card));
            }
        }
        wish
    }

    fn entry(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        rect: Rect,
        item: &Item,
        columns: Columns,
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let entry = (item.id, item.instance);
        let chosen = self.chosen == Some(entry);
        let focus = self.focus == Some(entry);
        let form = Form { chosen, lines: false, detail: false, part: 0, focus };
        let response = block(ui, scene, rect, item, form, leaves(drag.as_ref(), entry));
        let held =
            |origin: egui::Pos2| (By::Pointer, Some(self.day_at(columns, origin.x).and_time(chrono::NaiveTime::MIN)));
        lift(ui, scene, &response, item, held, drag);
        let by_key = keys_of(ui, scene, self.look, &response, item, chosen, drag);
        by_key.or(response.clicked().then_some(WeekWish::Open(entry)))
    }

    /// What would last whole days here, while it is carried.
    fn ghost(&self, ui: &Ui, rect: Rect, columns: Columns, drag: Option<&Drag>) {
        let Some(carry) = carried(drag).filter(|carry| carry.changes()) else { return };
        let When::AllDay { from, to } = carry.to else { return };
        let last = i64::try_from(self.count).unwrap_or(7) - 1;
        let (from, to) = ((from - self.first).num_days(), (to - self.first).num_days());
        if to < 0 || from > last {
            return;
        }
        let column = |at: i64| usize::try_from(at.clamp(0, last)).unwrap_or(0);
        let bottom = rect.bottom() - 4.0;
        let min = pos2(columns.x(column(from)) + 2.0, (bottom - LANE + 3.0).max(rect.top() + 2.0));
        let max = pos2(columns.x(column(to) + 1) - 2.0, bottom);
        let people: Vec<_> = carry.people.iter().map(String::as_str).collect();
        let rect = Rect::from_min_max(min, max);
        ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), Tokens::of(ui).card);
        ghost(ui, rect, &carry.title, &people, "");
        if carry.copies {
            plus(ui, rect);
        }
    }

    /// How much more a day has, with a list of everything on it.
    fn more(&self, ui: &mut Ui, scene: &Scene<'_>, room: Rect, column: usize) -> Option<WeekWish> {
        let on_day = |whole: &&Whole<'_>| (whole.span.0..=whole.span.1).contains(&column);
        let hidden = self.items.iter().filter(on_day).filter(|whole| whole.lane >= LANES).count();
        if hidden == 0 {
            return None;
        }
        let day = shifted(self.first, i64::try_from(column).unwrap_or(0));
        let spoken = spoken_day(scene.formats, day);
        let words = scene.words.with("diary-more", &[("count", hidden.into())]);
        let name = scene.words.with("diary-more-on", &[("count", hidden.into()), ("day", spoken.as_str().into())]);
        let builder = UiBuilder::new().id_salt(("more", column)).max_rect(room);
        let builder = builder.layout(Layout::left_to_right(Align::Center));
        let button = ui
            .scope_builder(builder, |ui| {
                ui.add_space(space::S);
                ui.add(Button::link(&words).name(&name).small())
            })
            .inner;
        menu(&button, |ui| {
            let tokens = Tokens::of(ui);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                text(ui, &spoken, TextSize::SoftMedium, tokens.soft);
            });
            let items: Vec<&Item> = self.items.iter().filter(on_day).map(|whole| whole.item).collect();
            list(ui, scene, &items)
        })?
        .inner
        .map(WeekWish::Open)
    }
}

/// The entries of a day, one a line, walked by the arrows.
pub(super) fn list(ui: &mut Ui, scene: &Scene<'_>, items: &[&Item]) -> Option<Chosen> {
    let ink = Tokens::of(ui).ink;
    let mut chosen = None;
    let mut lines = Vec::new();
    for item in items {
        let people: Vec<&str> = item.people.iter().map(|person| person.full.as_str()).collect();
        let title = fitting_title(&item.title, &people, |form| {
            ui.painter().layout_no_wrap(form.to_owned(), TextSize::Body.font(), ink).size().x <= TITLE
        });
        let hour = item.when.time().map(|time| scene.formats.time(time));
        let title = hour.map_or_else(|| title.clone(), |hour| format!("{hour}  {title}"));
        let line = ui.add(MenuItem::new(&title).icon(entry_icon(item.kind, item.state, item.action.as_ref())));
        let entered = line.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if line.clicked() || entered {
            chosen = Some((item.id, item.instance));
            ui.close();
        }
        lines.push(line);
    }
    walk(ui, &lines);
    chosen
}

/// Up and down move the focus; it begins on the first line.
fn walk(ui: &Ui, lines: &[Response]) {
    let Some(now) = lines.iter().position(Response::has_focus) else {
        if let Some(first) = lines.first() {
            first.request_focus();
        }
        return;
    };
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    if let Some(line) = lines.get(now) {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(line.id, filter));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
        (true, _) => Some(now + 1),
        (_, true) => now.checked_sub(1),
        _ => None,
    };
    if let Some(line) = next.and_then(|next| lines.get(next)) {
        line.request_focus();
    }
}
