//! Areas that scroll.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{ScrollArea, Ui};

/// An area that scrolls up and down. Each time it comes into sight it begins at its top, wherever it was left.
pub fn scroll_from_top(ui: &Ui, id: impl Hash + Debug) -> ScrollArea {
    let id = ui.scope_id().with(("scroll from top", id));
    let frame = ui.ctx().cumulative_frame_nr();
    let seen = ui.data_mut(|data| {
        let seen = data.get_temp::<u64>(id);
        data.insert_temp(id, frame);
        seen
    });
    let area = ScrollArea::vertical().id_salt(id);
    if seen.is_some_and(|seen| frame <= seen + 1) { area } else { area.vertical_scroll_offset(0.0) }
}
