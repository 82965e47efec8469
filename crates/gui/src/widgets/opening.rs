//! What stands in a page whose first answer takes long.

use egui::{Id, Ui};

use super::text::soft;

/// Seconds of waiting that nobody notices.
const UNNOTICED: f64 = 0.2;

/// Since when a page waits, and the last frame in which it did.
#[derive(Clone, Copy)]
struct Waiting {
    since: f64,
    frame: u64,
}

/// Says quietly that a page is being opened, once its first answer takes longer than one would notice. Painted in every
/// frame that has no answer yet.
pub fn opening(ui: &mut Ui, words: &str) {
    let id = Id::unique("page is being opened");
    let (time, frame) = (ui.input(|input| input.time), ui.ctx().cumulative_frame_nr());
    let known = ui.data(|data| data.get_temp::<Waiting>(id)).filter(|waiting| frame <= waiting.frame + 1);
    let since = known.map_or(time, |waiting| waiting.since);
    ui.data_mut(|data| data.insert_temp(id, Waiting { since, frame }));
    if time - since < UNNOTICED {
        ui.ctx().request_repaint_after_secs(0.1);
    } else {
        soft(ui, words);
    }
}
