//! An entry in the month: one line with its sign, its hour and as much of its title as has room.

use chrono::NaiveDate;
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::{EntryState, Priority};
use sponsor_core::query::Item;

use super::placing::{Bar, WEEK};
use super::{Month, NUMBER, begins};
use crate::app::Scene;
use crate::format::fitting_title;
use crate::pages::diary::carry::By;
use crate::pages::diary::drag::{Drag, keys_of, leaves, lift};
use crate::pages::diary::looks::{asks, priority_look, sign, spoken};
use crate::pages::diary::views::Look;
use crate::pages::diary::week::WeekWish;
use crate::theme::{IconSize, TextSize, Tokens, radius, stroke};

impl Month<'_> {
    /// Shows a bar in its week; gives what was asked there.
    pub(super) fn bar(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        (week, line): (Rect, f32),
        (at, bar): (usize, &Bar),
        drag: &mut Option<Drag>,
    ) -> Option<WeekWish> {
        let item = self.answer.items.get(bar.item)?;
        let entry = (item.id, item.instance);
        let width = week.width() / 7.0;
        let x = |column: usize| week.left() + width * f32::from(u8::try_from(column).unwrap_or(0));
        let above = line * f32::from(u16::try_from(bar.line).unwrap_or(0));
        let min = pos2(x(bar.span.0) + 4.0, week.top() + NUMBER + above);
        let rect = Rect::from_min_max(min, pos2(x(bar.span.1 + 1) - 4.0, min.y + line - 2.0));
        // It keeps the focus when it goes to another day.
        let part = item.when.first_day().map_or(0, |first| (self.day_at(at, bar.span.0) - first).num_days().min(1));
        let id = ui.scope_id().with(("bar", item.id, item.instance, part.max(0) * i64::try_from(at).unwrap_or(0)));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(scene, item)));
        let (chosen, gone) = (self.chosen == Some(entry), leaves(drag.as_ref(), entry));
        let past = self.day_at(at, bar.span.1) < scene.today;
        paint(ui, scene, rect, item, Painting { past, gone, hovered: response.hovered() });
        if chosen || response.has_focus() {
            let edge = Stroke::new(stroke::FOCUS, Tokens::of(ui).accent);
            ui.painter().rect_stroke(rect, CornerRadius::same(radius::ENTRY), edge, StrokeKind::Inside);
        }
        let held = |origin: egui::Pos2| (By::Pointer, Some(begins(self.held_day(week, at, origin.x))));
        lift(ui, scene, &response, item, held, drag);
        let by_key = keys_of(ui, scene, Look::Month, &response, item, chosen, drag);
        let clicked = response.clicked();
        if !response.dragged() {
            response.on_hover_ui(|ui| drop(ui.label(spoken(scene, item))));
        }
        by_key.or(clicked.then_some(WeekWish::Open(entry)))
    }

    fn held_day(&self, week: Rect, at: usize, x: f32) -> NaiveDate {
        let width = week.width() / 7.0;
        let left = |column: usize| week.left() + width * f32::from(u8::try_from(column).unwrap_or(0));
        let column = (0..WEEK).rev().find(|column| left(*column) <= x).unwrap_or(0);
        self.day_at(at, column)
    }
}

/// How a bar is painted.
#[derive(Clone, Copy)]
struct Painting {
    past: bool,
    gone: bool,
    hovered: bool,
}

fn paint(ui: &Ui, scene: &Scene<'_>, rect: Rect, item: &Item, look: Painting) {
    let tokens = Tokens::of(ui);
    let priority = priority_look(item.priority);
    let quiet = look.past || look.gone || item.state != EntryState::Planned;
    let corner = CornerRadius::same(radius::ENTRY);
    let note = item.is_note_of_day();
    // What is past, and notes, lose their ground and keep their sign.
    if !look.past && !note {
        let ground = priority.tone().ground(&tokens);
        let ground = if quiet { ground.lerp_to_gamma(tokens.card, 0.45) } else { ground };
        ui.painter().rect_filled(rect, corner, if look.hovered { tokens.hovered(ground) } else { ground });
        let bar = CornerRadius { nw: radius::ENTRY, sw: radius::ENTRY, ..CornerRadius::ZERO };
        let colour = if look.gone { tokens.line } else { priority.bar(&tokens) };
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(4.0, rect.height())), bar, colour);
    } else if look.hovered {
        ui.painter().rect_filled(rect, corner, tokens.hovered(tokens.card));
    }
    let asks = asks(scene, item);
    let presses = matches!(item.priority, Priority::Urgent | Priority::Important);
    // What presses is told by its glyph, not by colour alone; the rest by what it is or what became of it.
    let planned = item.state == EntryState::Planned && !asks;
    let sign = if planned && presses { priority.icon() } else { sign(scene, item) };
    let colour = match (item.priority, look.gone) {
        (_, false) if asks => tokens.accent,
        (_, true) | (Priority::Other, _) => tokens.soft,
        (_, false) => priority.bar(&tokens),
    };
    let middle = rect.center().y;
    let at = pos2(rect.left() + 9.0, middle);
    ui.painter().text(at, Align2::LEFT_CENTER, sign, IconSize::Small.font(), colour);
    words(ui, scene, rect, item, quiet);
}

/// The hour and the title, as much of it as has room; a word is whole or not there.
fn words(ui: &Ui, scene: &Scene<'_>, rect: Rect, item: &Item, quiet: bool) {
    let tokens = Tokens::of(ui);
    let size = if quiet { TextSize::Entry } else { TextSize::EntryStrong };
    let ink = if quiet { tokens.soft } else { tokens.ink };
    let wide = |text: &str, size: TextSize| ui.painter().layout_no_wrap(text.to_owned(), size.font(), ink).size().x;
    let mut left = rect.left() + 27.0;
    let right = rect.right() - 4.0;
    let people: Vec<&str> = item.people.iter().map(|person| person.full.as_str()).collect();
    let mut hour = item.when.time().map(|time| scene.formats.time(time)).unwrap_or_default();
    let for_hour = if hour.is_empty() { 0.0 } else { wide(&hour, TextSize::Entry) + 5.0 };
    let mut title = fitting_title(&item.title, &people, |form| wide(form, size) <= right - left - for_hour);
    if wide(&title, size) > right - left - for_hour {
        // The name says more than the hour, which the day and the tip say.
        let narrow = fitting_title(&item.title, &people, |form| wide(form, size) <= right - left);
        if wide(&narrow, size) <= right - left {
            hour.clear();
            title = narrow;
        } else {
            title.clear();
        }
    }
    let middle = rect.center().y;
    let mut put = |text: String, size: TextSize, ink| {
        if text.is_empty() {
            return;
        }
        let galley = ui.painter().layout_no_wrap(text, size.font(), ink);
        let wide = galley.size().x;
        let at = pos2(left, middle - galley.size().y / 2.0);
        if item.state == EntryState::Dropped {
            ui.painter().hline(left..=left + wide, middle, Stroke::new(stroke::HAIRLINE, tokens.soft));
        }
        ui.painter().galley(at, galley, ink);
        left += wide + 5.0;
    };
    put(hour, TextSize::Entry, tokens.soft);
    put(title, size, ink);
}
