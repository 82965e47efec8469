//! «+2 още»: everything that is on a day of the month, walked by the arrows; from there the day, or a new entry.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use sponsor_core::query::Item;

use super::placing::WeekRow;
use super::{Cell, Month, NUMBER};
use crate::app::Scene;
use crate::icons;
use crate::pages::diary::looks::spoken_day;
use crate::pages::diary::strip::list;
use crate::pages::diary::week::WeekWish;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, MenuItem, hairline, menu, text};

/// Width of the list of a day.
const LIST: f32 = 330.0;

impl Month<'_> {
    /// How much more a day has, where not all of it has room.
    pub(super) fn more(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (cell, line): (Cell, f32),
        (row, room): (&WeekRow, usize),
    ) -> Option<WeekWish> {
        let hidden = row.hidden_on(cell.column, room);
        if hidden == 0 {
            return None;
        }
        let spoken = spoken_day(scene.formats, cell.day);
        let words = scene.words.with("diary-more", &[("count", hidden.into())]);
        let name = scene.words.with("diary-more-on", &[("count", hidden.into()), ("day", spoken.as_str().into())]);
        // In the last of its lines.
        let above = line * f32::from(u16::try_from(room.saturating_sub(1)).unwrap_or(0));
        let at =
            pos2(cell.rect.left() + 8.0, cell.rect.top() + NUMBER + above - (height::BUTTON_SMALL - line) / 2.0 - 1.0);
        let place = Rect::from_min_size(at, vec2(cell.rect.width() - 12.0, height::BUTTON_SMALL));
        let builder = UiBuilder::new().id_salt(("more", cell.day)).max_rect(place);
        let builder = builder.layout(Layout::left_to_right(Align::Center));
        let link = ui.scope_builder(builder, |ui| ui.add(Button::link(&words).name(&name).small())).inner;
        let items = row.on_day(cell.column).iter().filter_map(|bar| self.answer.items.get(bar.item));
        let items: Vec<&Item> = items.collect();
        menu(&link, |ui| {
            ui.set_min_width(LIST);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                text(ui, &spoken, TextSize::SoftMedium, Tokens::of(ui).soft);
            });
            let mut wish = list(ui, scene, &items).map(WeekWish::Open);
            ui.add_space(space::XS);
            hairline(ui);
            ui.add_space(space::XS);
            let [new, open] = ["new-entry", "diary-open-day"].map(|key| scene.words.get(key));
            if scene.frame.writable && ui.add(MenuItem::new(&new).icon(icons::ADD)).clicked() {
                wish = Some(WeekWish::New { day: cell.day, hours: None, last: None });
                ui.close();
            }
            if ui.add(MenuItem::new(&open).icon(icons::OPEN)).clicked() {
                wish = Some(WeekWish::Day(cell.day));
                ui.close();
            }
            wish
        })?
        .inner
    }
}
