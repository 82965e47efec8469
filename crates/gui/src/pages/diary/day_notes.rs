//! The notes of a day in the week: they take no time, so they stand behind a small chip in the day's head.

use egui::{Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::query::Item;

use super::week::Chosen;
use crate::app::Scene;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, radius, space};
use crate::widgets::popover;

/// Width of the list of notes.
const LIST: f32 = 280.0;
/// Height of the list at most.
const LIST_HIGH: f32 = 320.0;

/// Shows the chip in what is left of a day's head, as much of it as has room: «2 бележки», else the number, else the
/// pencil alone. A click lists the notes; gives the one that was chosen.
pub(super) fn notes_chip(ui: &mut Ui, scene: &Scene<'_>, room: Rect, day: &str, notes: &[&Item]) -> Option<Chosen> {
    if notes.is_empty() {
        return None;
    }
    let tokens = Tokens::of(ui);
    let said = scene.words.with("diary-notes", &[("count", notes.len().into())]);
    let number = scene.formats.count(notes.len());
    let laid = |words: &str| ui.painter().layout_no_wrap(words.to_owned(), TextSize::Entry.font(), tokens.soft);
    let sign = IconSize::Small.font().size;
    // With some room before it: it must not touch the circle of today.
    let wide = |words: &str| sign + laid(words).size().x + 14.0;
    let fitting = [said.as_str(), number.as_str()].into_iter().find(|words| wide(words) + 8.0 <= room.width());
    let size = vec2(fitting.map_or(sign, wide), height::PILL);
    // The pencil alone takes the margin too.
    let right = if fitting.is_some() { room.right() - 4.0 } else { room.right() - 1.0 };
    let rect = Rect::from_min_size(pos2(right - size.x, room.center().y - size.y / 2.0), size);
    let response = ui.interact(rect, ui.scope_id().with(("notes", day)), Sense::click());
    let name = scene.words.with("diary-notes-of", &[("day", day.into()), ("notes", said.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let pointed = response.hovered() || response.has_focus();
    let ink = if pointed { tokens.accent } else { tokens.soft };
    match fitting {
        Some(words) => {
            let fill = if pointed { tokens.accent_soft } else { tokens.wash };
            ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), fill);
            let at = pos2(rect.left() + 5.0, rect.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, icons::EDIT, IconSize::Small.font(), ink);
            let galley = laid(words);
            ui.painter().galley(pos2(at.x + sign + 4.0, at.y - galley.size().y / 2.0), galley, ink);
        }
        None => {
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::EDIT, IconSize::Small.font(), ink);
        }
    }
    let mut chosen = None;
    popover(&response, LIST, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(LIST_HIGH).show(ui, |ui| {
            for note in notes {
                if note_line(ui, note) {
                    chosen = Some((note.id, note.instance));
                    ui.close();
                }
            }
        });
    });
    chosen
}

/// The whole text of a note, over as many lines as it takes; tells whether it was chosen.
fn note_line(ui: &mut Ui, note: &Item) -> bool {
    let tokens = Tokens::of(ui);
    let room = LIST - 2.0 * space::S - 22.0;
    let galley = ui.painter().layout(note.title.clone(), TextSize::Body.font(), tokens.ink, room);
    let tall = (galley.size().y + 2.0 * 6.0).max(height::MENU_ITEM);
    let (rect, response) = ui.allocate_exact_size(vec2(LIST, tall), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &note.title));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::ENTRY), tokens.accent_soft);
    }
    let first = pos2(rect.left() + space::S, rect.top() + 6.0 + 9.0);
    ui.painter().text(first, Align2::LEFT_CENTER, icons::EDIT, IconSize::Small.font(), tokens.soft);
    ui.painter().galley(pos2(first.x + 22.0, rect.top() + 6.0), galley, tokens.ink);
    response.clicked()
}
