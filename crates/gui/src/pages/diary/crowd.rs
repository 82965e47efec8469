//! Where more overlaps than can be read side by side: the last column says how much more there is, and lists it.

use chrono::NaiveDate;
use egui::{Align, Layout, Rect, Ui, UiBuilder};
use sponsor_core::query::Item;

use super::layout::Slot;
use super::looks::spoken_day;
use super::strip::list;
use super::week::Chosen;
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, menu, text};

/// The least width of a column in which something can be read.
const NARROWEST: f32 = 45.0;

/// What stands behind one «+N още».
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    /// From which minute to which.
    pub(super) span: (u32, u32),
    /// Which of the spans.
    pub(super) members: Vec<usize>,
}

/// How many columns can be read in a day of this width, between two and six.
pub(super) fn readable(width: f32) -> usize {
    [6_u8, 5, 4, 3].into_iter().find(|columns| f32::from(*columns) * NARROWEST <= width).map_or(2, usize::from)
}

/// Takes what has no readable column out of the slots; what overlaps of it stands behind one number, in the last column.
pub(super) fn crowds(spans: &[(u32, u32)], slots: &mut [Slot], most: usize) -> Vec<Crowd> {
    let mut hidden: Vec<usize> = Vec::new();
    for (at, slot) in slots.iter_mut().enumerate().filter(|(_, slot)| slot.of > most) {
        slot.of = most;
        if slot.column + 1 >= most {
            slot.column = most - 1;
            hidden.push(at);
        }
    }
    let span = |at: usize| spans.get(at).copied().unwrap_or_default();
    hidden.sort_by_key(|at| span(*at));
    let mut found: Vec<Crowd> = Vec::new();
    for at in hidden {
        let (from, to) = span(at);
        match found.last_mut().filter(|crowd| from < crowd.span.1) {
            Some(crowd) => {
                crowd.span.1 = crowd.span.1.max(to);
                crowd.members.push(at);
            }
            None => found.push(Crowd { span: (from, to), members: vec![at] }),
        }
    }
    found
}

/// Shows how much more there is, and on a click all of it; tells what was chosen there.
pub(super) fn crowd(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, day: NaiveDate, items: &[&Item]) -> Option<Chosen> {
    let spoken = spoken_day(scene.formats, day);
    let count = items.len();
    let words = format!("+{}", scene.formats.count(count));
    let name = scene.words.with("diary-more-on", &[("count", count.into()), ("day", spoken.as_str().into())]);
    let builder = UiBuilder::new().id_salt(("crowd", day, rect.top().to_bits())).max_rect(rect);
    let builder = builder.layout(Layout::top_down(Align::Center));
    let button = ui.scope_builder(builder, |ui| ui.add(Button::link(&words).name(&name).small())).inner;
    menu(&button, |ui| {
        let tokens = Tokens::of(ui);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            text(ui, &spoken, TextSize::SoftMedium, tokens.soft);
        });
        list(ui, scene, items)
    })?
    .inner
}

#[cfg(test)]
mod tests {
    use super::super::layout::side_by_side;
    use super::{Crowd, Slot, crowds, readable};

    #[test]
    fn what_cannot_be_read_side_by_side_stands_behind_a_number() {
        let spans = [(600, 660), (600, 660), (600, 660), (630, 690), (640, 700), (900, 930)];
        let mut slots = side_by_side(&spans);
        let found = crowds(&spans, &mut slots, 3);
        assert_eq!(found, [Crowd { span: (600, 700), members: vec![2, 3, 4] }]);
        let slot = |column, of| Slot { column, of };
        assert_eq!(slots, [slot(0, 3), slot(1, 3), slot(2, 3), slot(2, 3), slot(2, 3), slot(0, 1)]);
    }

    #[test]
    fn where_all_have_room_nothing_is_hidden() {
        let spans = [(600, 660), (600, 660), (600, 660)];
        let mut slots = side_by_side(&spans);
        assert_eq!(crowds(&spans, &mut slots, 3), []);
        assert_eq!((readable(80.0), readable(140.0), readable(200.0), readable(400.0)), (2, 3, 4, 6));
    }
}
