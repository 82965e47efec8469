//! Whether Ctrl+Z belongs to the text that is being typed: it does while there is something in it to take back.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::text::CCursorRange;
use egui::util::undoer::Undoer;
use egui::{Context, Id, TextEdit, Ui};

/// Whether typing in the focused field can be taken back, and whether it can be done again.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    back: bool,
    again: bool,
}

fn of_the_focused() -> Id {
    Id::unique("steps of the focused field")
}

fn hashed(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Whether the field that has the focus can take back a step of typing, or do one `again`.
#[must_use]
pub fn has_steps(context: &Context, again: bool) -> bool {
    let steps: Steps = context.data(|data| data.get_temp(of_the_focused())).unwrap_or_default();
    context.text_edit_focused() && if again { steps.again } else { steps.back }
}

/// What the program put into a field is no step of typing: after Enter has emptied it Ctrl+Z takes back what Enter did.
pub(super) fn forget_what_was_set(ui: &Ui, id: Id, text: &str) {
    let seen: Option<u64> = ui.data(|data| data.get_temp(id.with("seen")));
    if seen.is_none_or(|seen| seen == hashed(text)) {
        return;
    }
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        state.clear_undoer();
        TextEdit::store_state(ui.ctx(), id, state);
    }
}

/// Notes what stands in a field and, where it has the focus, whether it has steps to take back.
pub(super) fn note(ui: &Ui, id: Id, text: &str, focused: bool) {
    ui.data_mut(|data| data.insert_temp(id.with("seen"), hashed(text)));
    let Some(state) = TextEdit::load_state(ui.ctx(), id).filter(|_| focused) else { return };
    let now = (state.cursor.char_range().unwrap_or_default(), text.to_owned());
    let again = state.undoer().redo(&now).is_some_and(|(_, later)| later != text);
    let back = goes_back(state.undoer(), now);
    ui.data_mut(|data| data.insert_temp(of_the_focused(), Steps { back, again }));
}

/// Whether an earlier text is remembered; a step that only moved the caret is none.
fn goes_back(mut undoer: Undoer<(CCursorRange, String)>, mut now: (CCursorRange, String)) -> bool {
    let text = now.1.clone();
    while let Some(earlier) = undoer.undo(&now) {
        if earlier.1 != text {
            return true;
        }
        now = earlier.clone();
    }
    false
}
