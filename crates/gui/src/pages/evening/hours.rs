//! The hours of tomorrow as a small column: what stands at them, what overlaps, and where a suggestion is let go.

use chrono::{NaiveTime, Timelike as _};
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::When;
use sponsor_core::query::{Item, overlap};

use super::question::EveningView;
use super::suggest::{Carried, Suggestion};
use super::tomorrow::added_words;
use crate::app::Scene;
use crate::format::fitting_title;
use crate::pages::today::item::place_of;
use crate::theme::{TextSize, Tokens, radius, stroke};

/// The hours that are shown unless something stands outside them.
const FROM: u32 = 8;
const UNTIL: u32 = 21;
/// The height of an hour.
const HOUR: f32 = 25.0;
/// The room of the hours at the left.
const LABELS: f32 = 44.0;
/// How long something is painted that has no length.
pub(super) const UNSAID: u32 = 30;

/// Minutes from midnight.
fn minute(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// The hours that are shown: from, until.
fn span(items: &[&Item]) -> (u32, u32) {
    let begins = items.iter().filter_map(|item| item.when.time()).map(|time| time.hour());
    let ends = items.iter().filter_map(|item| ends(item)).map(|end| end.div_ceil(60));
    (begins.min().unwrap_or(FROM).min(FROM), ends.max().unwrap_or(UNTIL).clamp(UNTIL, 24))
}

fn ends(item: &Item) -> Option<u32> {
    Some((minute(item.when.time()?) + item.when.minutes().unwrap_or(UNSAID)).min(24 * 60))
}

/// The half hour at a height of the column.
fn time_at(rect: Rect, from: u32, y: f32) -> Option<NaiveTime> {
    let halves = ((y - rect.top()) / (HOUR / 2.0)).floor().clamp(0.0, 47.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 47")]
    let minutes = from * 60 + halves as u32 * 30;
    NaiveTime::from_hms_opt((minutes / 60).min(23), minutes % 60, 0)
}

#[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
fn height_of(minutes: u32) -> f32 {
    minutes as f32 * HOUR / 60.0
}

/// Shows the column; gives the number of the suggestion that was let go on it, with its time.
pub fn hours_column(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    view: &EveningView,
    suggested: &[Suggestion],
) -> Option<(usize, When)> {
    let timed: Vec<&Item> = view.tomorrow.iter().filter(|item| item.when.time().is_some()).collect();
    let (from, until) = span(&timed);
    let size = vec2(ui.available_width(), height_of((until - from) * 60) + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let name = scene.words.get("evening-hours");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let body = Rect::from_min_max(pos2(rect.left() + LABELS, rect.top() + 4.0), rect.max);
    lines(ui, scene, body, from, until);
    let mut opened = None;
    for item in &timed {
        if block(ui, scene, view, body, from, item) {
            opened = Some(place_of(item));
        }
    }
    if let Some(place) = opened {
        scene.go(place);
    }
    let over = response.dnd_hover_payload::<Carried>().is_some();
    let at = ui.ctx().pointer_interact_pos().filter(|at| body.contains(*at) || rect.contains(*at));
    let time = at.and_then(|at| time_at(body, from, at.y))?;
    let when = When::Timed { start: view.target.and_time(time), minutes: Some(UNSAID), zone: scene.now.zone };
    if over {
        ghost(ui, scene, body, from, &when, &timed);
    }
    let carried = response.dnd_release_payload::<Carried>()?;
    let minutes = match suggested.get(carried.0) {
        Some(Suggestion::Open(item)) => item.when.minutes(),
        Some(Suggestion::Plan(_) | Suggestion::Hear(_)) => Some(UNSAID),
        None => return None,
    };
    let When::Timed { start, zone, .. } = when else { return None };
    Some((carried.0, When::Timed { start, minutes, zone }))
}

fn lines(ui: &Ui, scene: &Scene<'_>, body: Rect, from: u32, until: u32) {
    let tokens = Tokens::of(ui);
    for hour in from..=until {
        let y = body.top() + height_of((hour - from) * 60);
        ui.painter().hline(body.x_range(), y, Stroke::new(stroke::HAIRLINE, tokens.line));
        let Some(time) = NaiveTime::from_hms_opt(hour, 0, 0).filter(|_| hour % 2 == 0) else { continue };
        let at = pos2(body.left() - 8.0, y);
        ui.painter().text(at, Align2::RIGHT_CENTER, scene.formats.time(time), TextSize::Entry.font(), tokens.soft);
    }
}

/// Something at its hour; beside it what overlaps with it. Tells whether it was pressed.
fn block(ui: &Ui, scene: &Scene<'_>, view: &EveningView, body: Rect, from: u32, item: &Item) -> bool {
    let (Some(time), Some(end)) = (item.when.time(), ends(item)) else { return false };
    let tokens = Tokens::of(ui);
    let beside: Vec<&Item> = view.overlapping(item).collect();
    let before = beside.iter().filter(|other| (other.when.time(), other.id) < (item.when.time(), item.id)).count();
    let lanes = (beside.len() + 1).min(3);
    #[expect(clippy::cast_precision_loss, reason = "three lanes at most")]
    let (lane, wide) = (before.min(lanes - 1) as f32, (body.width() - 4.0) / lanes as f32);
    let top = body.top() + height_of(minute(time).saturating_sub(from * 60)) + 1.0;
    let tall = (height_of(end.saturating_sub(minute(time))) - 2.0).max(15.0);
    let rect = Rect::from_min_size(pos2(body.left() + 4.0 + lane * wide, top), vec2(wide - 3.0, tall));
    let added = view.is_added(item);
    let (fill, edge, ink) = match (beside.is_empty(), added) {
        (true, false) => (tokens.other_soft, tokens.other_soft, tokens.ink),
        (true, true) => (tokens.accent_soft, tokens.accent, tokens.accent),
        (false, _) => (tokens.important_soft, tokens.important, tokens.important),
    };
    let response = ui.interact(rect, ui.scope_id().with(("block", item.id, item.instance)), Sense::click());
    let title = if added { added_words(scene, &item.title) } else { item.title.clone() };
    let spoken = format!("{} {title}", scene.formats.time(time));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(radius::KEY), fill, Stroke::new(stroke::HAIRLINE, edge), StrokeKind::Inside);
    let words = block_words(ui, &scene.formats.time(time), item, rect.width() - 10.0);
    let galley = painter.layout_no_wrap(words, TextSize::Entry.font(), ink);
    let inside = painter.with_clip_rect(rect.shrink2(vec2(5.0, 0.0)).intersect(painter.clip_rect()));
    let y = if tall < 24.0 { rect.center().y - galley.size().y / 2.0 } else { rect.top() + 3.0 };
    inside.galley(pos2(rect.left() + 6.0, y), galley, ink);
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, tokens.accent);
        painter.rect_stroke(rect, CornerRadius::same(radius::KEY), ring, StrokeKind::Inside);
    }
    response.on_hover_text(spoken).clicked()
}

/// The hour and the title in the room of a block. The hour stands at the left of the column, too: where there is little
/// room it gives way, and of the title whole words, never a part of a name.
fn block_words(ui: &Ui, time: &str, item: &Item, room: f32) -> String {
    let ink = Tokens::of(ui).ink;
    let fits = |form: &str| ui.painter().layout_no_wrap(form.to_owned(), TextSize::Entry.font(), ink).size().x <= room;
    let people: Vec<&str> = item.people.iter().map(|person| person.full.as_str()).collect();
    let both = format!("{time} {}", item.title);
    if fits(&both) { both } else { fitting_title(&item.title, &people, fits) }
}

/// Where a suggestion would be let go, with what it would overlap.
fn ghost(ui: &Ui, scene: &Scene<'_>, body: Rect, from: u32, when: &When, timed: &[&Item]) {
    let tokens = Tokens::of(ui);
    let Some(time) = when.time() else { return };
    let meets = timed.iter().find(|item| overlap(&item.when, when));
    let colour = if meets.is_some() { tokens.important } else { tokens.accent };
    let top = body.top() + height_of(minute(time).saturating_sub(from * 60));
    let rect = Rect::from_min_size(pos2(body.left() + 4.0, top), vec2(body.width() - 7.0, height_of(UNSAID)));
    let painter = ui.painter();
    painter.rect_stroke(rect, radius::KEY, Stroke::new(stroke::FOCUS, colour), StrokeKind::Inside);
    let time = scene.formats.time(time);
    let words = match meets {
        Some(item) => {
            let values = [("time", time.into()), ("title", item.title.as_str().into())];
            scene.words.with("evening-overlap-there", &values)
        }
        None => time,
    };
    let galley = painter.layout_no_wrap(words, TextSize::EntryStrong.font(), colour);
    let ground = Rect::from_min_size(pos2(rect.left(), rect.top() - 17.0), galley.size() + vec2(10.0, 2.0));
    painter.rect_filled(ground, radius::KEY, tokens.card);
    painter.galley(ground.min + vec2(5.0, 1.0), galley, colour);
}
