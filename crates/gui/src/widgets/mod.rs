//! What the pages share. Colours and sizes come from the theme; every widget has an accessible name,
//! is reached by the keyboard and shows the focus.
//!
//! | widget | how it is called |
//! |---|---|
//! | text | [`body`], [`strong`], [`soft`], [`heading`], [`figure`], [`tabular`]`(ui, &str)`, [`text`]`(ui, &str, TextSize, colour)`, [`text_cut`] |
//! | a name | [`person_name`]`(ui, name, TextSize, colour)`: shortened, never cut |
//! | a title | [`entry_title`]`(ui, title, &people, TextSize, colour)`: the names in it shortened, never cut |
//! | icon | [`icon`]`(ui, icons::CALL, IconSize::Regular, colour)`, [`telling_icon`] with a meaning |
//! | button | `ui.add(`[`Button::primary`]`("Запази").icon(icons::SAVE).keys("Ctrl ↵"))`; `plain`, `accent`, `quiet`, `link`, `danger`, `icon_only(icon, name)`, `quiet_icon`; `.small()`, `.large()`, `.width(w)`, `.trailing(icon)` |
//! | search in a header | [`search_box`]`(ui, name, words, keys, width)` |
//! | switch of 2–5 | [`Segmented::new`]`(name, &mut value).option(v, "…").icon_option(v, icon, "…").show(ui).changed()`; `.accent()`, `.width(w)` |
//! | text field | [`Field::new`]`(label, &mut String).hint(…).icon(…).rows(3).width(w).below(…).show(ui)` → [`FieldResponse`]` { response, committed }` |
//! | date, time, duration, number, money | [`date_field`]`(ui, words, Field::new(…), today)` → [`Parsed`]` { field, value }`; [`time_field`], [`duration_field`], [`number_field`], [`money_field`], [`parsed_field`] |
//! | choice | [`Select::new`]`(label, &mut value).option(v, "…").icon(…).width(w).show(ui).changed()`; `.plain()` in headers |
//! | on or off | [`toggle`]`(ui, &mut bool, name)`, [`checkbox`]`(ui, &mut bool, words, struck)`, [`tick_box`]`(ui, &mut bool, name)` |
//! | pill | `ui.add(`[`Pill::new`]`("направено").icon(…).tone(Tone::Accent))`, [`Pill::stage`]`(StageLook, text)`, [`Pill::priority`]`(PriorityLook, text)` |
//! | chip | [`Chip::new`]`("днес").icon(…).tone(…).count("4").selected(on).opens().removable(name).show(ui)` → [`ChipResponse`]` { response, removed }` |
//! | avatar | [`avatar`]`(ui, name, avatar_size::SMALL, chosen)`; [`mark`] of the program |
//! | card | [`Card::new`]`().title(…).note(…).icon(…).show(ui, \|ui\| …)`; `.accent()`, `.edged()`, `.padding(0)` |
//! | row, hairline | [`row`]`(ui, index, height, \|ui\| …)`, [`split`]`(ui, height, left, right)`, [`two_lines`]`(ui, first, second)`, [`setting_row`]`(ui, index, words, below, control)`, [`hairline`]`(ui)` |
//! | panes of people | [`stepper`]`(ui, &[Step], present, width)`, [`dated_line`]`(ui, title, when, words)`, [`timeline_item`]`(ui, icon, colour, when, words, last)`, [`property`]`(ui, label, label_width, \|ui\| …)` |
//! | key caps | [`key_cap`]`(ui, "Enter")`, [`key_hint`]`(ui, &["↑", "↓"], "човек")` |
//! | progress | [`progress_bar`]`(ui, share, width, name)`, [`progress_segments`]`(ui, done, total, width, name)` |
//! | empty page | [`empty_state`]`(ui, icon, title, text, \|ui\| buttons)` |
//! | banner | [`Banner::new`]`(title).text(…).icon(…).tone(…).show(ui, \|ui\| actions)` |
//! | toasts | [`toasts`]`(ctx, &[Toast], close)` → `Option<`[`ToastEvent`]`>`; [`keep_free`]`(ctx, rect)` where none may lie |
//! | header of a page | [`page_header`]`(ui, title, subtitle, \|ui, fold\| left, \|ui, fold\| right)` folds by [`Fold`]; margins [`page_margin`] |
//! | navigation | [`nav_group`]`(ui, words)`, [`nav_item`]`(ui, icon, words, count, selected, folded)` |
//! | table | [`Table::new`]`(name, &columns).row_height(34.0).show(ui, words, &mut selection, &mut sorting, &mut rows)`; rows are a [`TableRows`] |
//! | menu, popover | [`menu`]`(&button, \|ui\| ui.add(`[`MenuItem::new`]`("…").icon(…).keys(…)))`, [`popover`]`(&button, width, …)`, [`popover_frame`] |
//! | modal | [`modal`]`(ctx, id, title, close, width, \|ui\| …)` → [`ModalAnswer`]` { inner, closed }`; [`bare_modal`] for the palette |
//!
//! Fields and switches keep their ids by their label within the surrounding scope: two of the same label need
//! `ui.push_id(record_id, …)` around each.
//!
//! In `right` of [`split`], [`page_header`], [`setting_row`] and [`Banner::show`] the first thing added stands rightmost.

mod avatar;
mod button;
mod card;
mod chip;
mod field;
mod header;
mod keys;
mod menu;
mod modal;
mod notice;
mod opening;
mod paint;
mod parsed_field;
mod person;
mod pill;
mod progress;
mod scroll;
mod segmented;
mod select;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod toggle;
mod tone;
mod typing_steps;

pub use avatar::{avatar, avatar_size, mark};
pub use button::{Button, search_box};
pub use card::{Card, hairline, row, setting_row, split, two_lines, two_lines_coloured};
pub use chip::{Chip, ChipResponse};
pub use field::{Below, Field, FieldResponse};
pub use header::{Fold, nav_group, nav_item, page_header, page_margin};
pub use keys::{key_cap, key_hint};
pub use menu::{MenuItem, menu, popover, popover_frame};
pub use modal::{ModalAnswer, Place, bare_modal, modal};
pub use notice::{Banner, Toast, ToastEvent, empty_state, keep_free, toasts};
pub use opening::opening;
pub use parsed_field::{Parsed, date_field, duration_field, money_field, number_field, parsed_field, time_field};
pub use person::{Step, dated_line, property, stepper, timeline_item};
pub use pill::Pill;
pub use progress::{progress_bar, progress_segments};
pub use scroll::scroll_from_top;
pub use segmented::Segmented;
pub use select::Select;
pub use table::{Cell, ColumnWidth, Sorting, Table, TableColumn, TableResponse, TableRows};
pub use text::{
    body, entry_title, figure, heading, icon, person_name, soft, strong, tabular, telling_icon, text, text_cut,
};
pub use toggle::{TICK_BOX, checkbox, tick_box, toggle};
pub use tone::{PriorityLook, StageLook, Tone};
pub use typing_steps::has_steps;
