//! Long tables: virtual rows of one height, a header that sorts, a selection that arrows move.
//!
//! The header that stays and the virtual rows are those of [`egui_extras::TableBuilder`]. The widths are worked out
//! here and given to it as exact ones, because its own remain as they were when the window grows, share what remains
//! only equally, and know no column that goes where there is no room. The handles between the headings are therefore
//! ours as well, and so is a row: one thing with one name, whichever of its cells is pressed.

mod columns;
mod row;
mod widths;

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Key, Modifiers, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder};

use crate::theme::{Tokens, height};
use crate::words::Words;

/// Space between cells.
const GAP: f32 = 12.0;
/// Space at the left and right of a row.
const EDGE: f32 = 10.0;
/// Height of the header with one line of words; two take [`HEADER_TALL`].
const HEADER: f32 = 34.0;
const HEADER_TALL: f32 = 42.0;

use columns::heading;
pub use columns::{ColumnWidth, Sorting, TableColumn};
use row::{RowPlace, heading_row, show_row};
use widths::{Placed, Widths};

/// What happened in a table in this frame.
#[derive(Debug)]
pub struct TableResponse<K> {
    /// The table itself, which holds the focus of the keyboard.
    pub response: Response,
    /// The selection moved.
    pub selected: bool,
    /// The sorting changed.
    pub sorted: bool,
    /// The row of this record was clicked, whatever keys were held.
    pub clicked: Option<K>,
    /// Enter or a double click on this record.
    pub activated: Option<K>,
    /// The first and one past the last row that is seen.
    pub seen: std::ops::Range<usize>,
}

/// What a cell is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Index of the row in the present order.
    pub row: usize,
    /// Index of the column.
    pub column: usize,
    /// The row is the selected one.
    pub selected: bool,
}

/// What the rows of a table are: how many, which record each is, and what is read aloud for it.
pub trait TableRows<K> {
    /// How many rows.
    fn count(&self) -> usize;
    /// The record of a row; ids of widgets come from it. `None` past the end and for a heading.
    fn key(&self, row: usize) -> Option<K>;
    /// What is read aloud for a row.
    fn name(&self, row: usize) -> String;
    /// The words of a row that is a heading over those below it, and the number after them; it has no key.
    fn heading(&self, _row: usize) -> Option<(String, String)> {
        None
    }
    /// Draws one cell; the layout is one line, in the middle of the row.
    fn cell(&mut self, ui: &mut Ui, cell: Cell);
}

/// A table that fills the room there is: `Table::new("people", &columns).show(ui, &words, &mut selection, &mut sorting, &mut rows)`.
#[derive(Debug, Clone)]
#[must_use = "a table is shown with `show`"]
pub struct Table<'a> {
    name: &'a str,
    columns: &'a [TableColumn<'a>],
    row_height: f32,
    max_height: Option<f32>,
    focus: bool,
    reveal: Option<usize>,
}

impl<'a> Table<'a> {
    /// A table with this accessible name, which is also the salt of its id.
    pub const fn new(name: &'a str, columns: &'a [TableColumn<'a>]) -> Self {
        Self { name, columns, row_height: height::TABLE_ROW, max_height: None, focus: false, reveal: None }
    }

    /// Another height of the rows, 34 to 54.
    pub const fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// At most this high, header included; else it takes what there is.
    pub const fn max_height(mut self, height: f32) -> Self {
        self.max_height = Some(height);
        self
    }

    /// Takes the focus of the keyboard in this frame.
    pub const fn take_focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// Scrolls until this row is seen, in this frame.
    pub const fn reveal(mut self, row: Option<usize>) -> Self {
        self.reveal = row;
        self
    }

    /// Shows the table.
    pub fn show<K: Clone + PartialEq + Hash + Debug>(
        self,
        ui: &mut Ui,
        words: &Words,
        selection: &mut Option<K>,
        sorting: &mut Option<Sorting>,
        rows: &mut impl TableRows<K>,
    ) -> TableResponse<K> {
        let id = ui.make_persistent_id(("table", self.name));
        let whole = ui.available_rect_before_wrap();
        let response = ui.interact(whole, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Table, ui.is_enabled(), self.name));
        if self.focus {
            response.request_focus();
        }
        let builder = UiBuilder::new().id_salt(self.name).accessibility_parent(id);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let before = selection.clone();
            let jumped = self.keys(ui, &response, selection, rows).or(self.reveal);
            let mut drawn = Drawn { sorted: false, clicked: None, activated: None, seen: 0..0 };
            let mut widths = Widths::kept(ui, id);
            let columns = widths.fit(ui, self.columns, *sorting);
            // Where a person made columns wider than there is room for, the table scrolls sideways.
            let whole = widths::whole(ui, &columns);
            let scrolls = whole > ui.available_width() + 1.0;
            let sideways =
                ScrollArea::new([scrolls, false]).id_salt("sideways").auto_shrink([false, self.max_height.is_some()]);
            sideways.show(ui, |ui| {
                if scrolls {
                    ui.set_min_width(whole);
                }
                let window = ui.clip_rect();
                let heading = Heading { words, window, widths: &mut widths, sorting };
                self.body(ui, &columns, heading, &response, selection, jumped, rows, &mut drawn);
            });
            widths.keep(ui, id);
            let activated = drawn.activated.or_else(|| entered(ui, &response, selection.as_ref()));
            TableResponse {
                selected: before != *selection,
                response,
                sorted: drawn.sorted,
                clicked: drawn.clicked,
                activated,
                seen: drawn.seen,
            }
        })
        .inner
    }

    /// Moves the selection by the keyboard; gives the row to scroll to.
    fn keys<K: PartialEq>(
        &self,
        ui: &Ui,
        response: &Response,
        selection: &mut Option<K>,
        rows: &impl TableRows<K>,
    ) -> Option<usize> {
        if !response.has_focus() || rows.count() == 0 {
            return None;
        }
        let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let last = rows.count() - 1;
        let page = ((response.rect.height() - HEADER) / self.row_height).max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows on a screen")]
        let page = page as usize;
        let walked = [Key::ArrowDown, Key::ArrowUp, Key::PageDown, Key::PageUp, Key::Home, Key::End];
        let pressed = |key: &Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key));
        let key = walked.into_iter().find(pressed)?;
        // Looked for only now: there may be many rows.
        let now = selection.as_ref().and_then(|key| (0..rows.count()).find(|row| rows.key(*row).as_ref() == Some(key)));
        let target = match key {
            Key::ArrowDown => now.map_or(0, |now| now + 1),
            Key::ArrowUp => now.map_or(0, |now| now.saturating_sub(1)),
            Key::PageDown => now.map_or(page, |now| now + page),
            Key::PageUp => now.map_or(0, |now| now.saturating_sub(page)),
            Key::End => last,
            _ => 0,
        };
        let target = record_near(rows, target.min(last), now)?;
        *selection = rows.key(target);
        Some(target)
    }

    #[expect(clippy::too_many_arguments, reason = "what the header and the body of one table need")]
    fn body<K: Clone + PartialEq + Hash + Debug>(
        &self,
        ui: &mut Ui,
        columns: &[Placed],
        mut header: Heading<'_>,
        table: &Response,
        selection: &mut Option<K>,
        jumped: Option<usize>,
        rows: &mut impl TableRows<K>,
        drawn: &mut Drawn<K>,
    ) {
        let tall = self.columns.iter().any(|column| column.title.contains('\n'));
        let tall = if tall { HEADER_TALL } else { HEADER };
        let room = self.max_height.map_or(f32::INFINITY, |most| (most - tall).max(self.row_height));
        let mut builder = TableBuilder::new(ui)
            .id_salt(table.id)
            .auto_shrink([false, self.max_height.is_some()])
            .min_scrolled_height(self.row_height)
            .max_scroll_height(room);
        for place in columns {
            builder = builder.column(Column::exact(place.cell_width()));
        }
        if let Some(row) = jumped {
            builder = builder.scroll_to_row(row, None);
        }
        let mut built = builder.header(tall, |mut row| {
            for place in columns {
                row.col(|ui| drawn.sorted |= self.heading_cell(ui, table.id, place, &mut header));
            }
        });
        let ui = built.ui_mut();
        let edge = ui.available_rect_before_wrap();
        ui.painter().hline(edge.x_range(), edge.top() - 0.5, Stroke::new(1.0, Tokens::of(ui).line));
        built.body(|mut body| {
            let window = body.ui_mut().clip_rect();
            body.rows(self.row_height, rows.count(), |mut line| {
                let row = line.index();
                let Some(key) = rows.key(row) else {
                    if let Some(words) = rows.heading(row) {
                        heading_row(&mut line, table.id, window, columns, &words);
                    }
                    return;
                };
                let selected = selection.as_ref() == Some(&key);
                let place = RowPlace { table: table.id, window, columns, row, selected };
                let Some(answer) = show_row(&mut line, &place, &key, rows) else { return };
                if window.y_range().contains(answer.rect.center().y) {
                    drawn.seen = if drawn.seen.is_empty() { row..row + 1 } else { drawn.seen.start..row + 1 };
                }
                if answer.clicked() || answer.double_clicked() {
                    *selection = Some(key.clone());
                    drawn.clicked = Some(key.clone());
                    table.request_focus();
                }
                if answer.double_clicked() {
                    drawn.activated = Some(key);
                }
            });
        });
    }

    fn heading_cell(&self, ui: &mut Ui, table: Id, place: &Placed, header: &mut Heading<'_>) -> bool {
        let Some(column) = self.columns.get(place.index) else { return false };
        let rect = place.inside(ui.max_rect());
        ui.set_clip_rect(rect.expand2(vec2(GAP, 0.0)).intersect(header.window));
        let id = table.with(("heading", place.index));
        let pressed = heading(ui, header.words, id, rect, (column, place.index), header.sorting);
        header.widths.handle(ui, header.words, id.with("handle"), rect, column);
        pressed
    }
}

/// What the headings say and change.
struct Heading<'a> {
    window: egui::Rect,
    words: &'a Words,
    widths: &'a mut Widths,
    sorting: &'a mut Option<Sorting>,
}

/// What came of a frame.
struct Drawn<K> {
    sorted: bool,
    clicked: Option<K>,
    activated: Option<K>,
    seen: std::ops::Range<usize>,
}

/// The record at a row, or beyond the heading that stands there, the way one goes; at an end the other way.
fn record_near<K>(rows: &impl TableRows<K>, target: usize, from: Option<usize>) -> Option<usize> {
    let is_record = |row: &usize| rows.key(*row).is_some();
    let down = || (target..rows.count()).find(is_record);
    let up = || (0..=target).rev().find(is_record);
    if from.is_some_and(|from| target < from) { up().or_else(down) } else { down().or_else(up) }
}

fn entered<K: Clone>(ui: &Ui, response: &Response, selection: Option<&K>) -> Option<K> {
    let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    enter.then(|| selection.cloned()).flatten()
}
