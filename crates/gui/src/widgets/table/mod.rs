//! Long tables: virtual rows of one height, a header that sorts, a selection that arrows move.

mod columns;

use std::fmt::Debug;
use std::hash::Hash;

use egui::{
    Align, CornerRadius, Key, Layout, Modifiers, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::paint::{ground, mark_selected};
use crate::theme::{Tokens, height, radius, space};
use crate::words::Words;

/// Space between cells.
const GAP: f32 = 12.0;
/// Space at the left and right of a row.
const EDGE: f32 = 10.0;
/// Height of the header with one line of words; two take [`HEADER_TALL`].
const HEADER: f32 = 34.0;
const HEADER_TALL: f32 = 42.0;

pub use columns::{ColumnWidth, Sorting, TableColumn};
use columns::{paint_heading, sorting_heading};

/// What happened in a table in this frame.
#[derive(Debug)]
pub struct TableResponse<K> {
    /// The table itself, which holds the focus of the keyboard.
    pub response: Response,
    /// The selection moved.
    pub selected: bool,
    /// The sorting changed.
    pub sorted: bool,
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
    /// The record of a row; ids of widgets come from it. `None` only past the end.
    fn key(&self, row: usize) -> Option<K>;
    /// What is read aloud for a row.
    fn name(&self, row: usize) -> String;
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

struct Grid {
    row_height: f32,
    columns: Vec<(f32, f32)>,
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
            let grid = self.grid(ui);
            let sorted = self.header(ui, words, &grid, sorting);
            let before = selection.clone();
            let jumped = self.keys(ui, &response, selection, rows).or(self.reveal);
            let (activated, seen) = self.body(ui, &grid, &response, selection, jumped, rows);
            let activated = activated.or_else(|| entered(ui, &response, selection.as_ref()));
            TableResponse { selected: before != *selection, response, sorted, activated, seen }
        })
        .inner
    }

    /// Left edge and width of each column.
    fn grid(&self, ui: &Ui) -> Grid {
        let bar = ui.spacing().scroll.allocated_width();
        let count = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        let gaps = GAP * f32::from(count.saturating_sub(1));
        let room = ui.available_width() - bar - 2.0 * EDGE - gaps;
        let (mut exact, mut weights) = (0.0, 0.0);
        for column in self.columns {
            match column.width {
                ColumnWidth::Exact(width) => exact += width,
                ColumnWidth::Share { weight, .. } => weights += weight.max(0.0),
            }
        }
        let spare = (room - exact).max(0.0);
        let mut left = EDGE;
        let columns = self
            .columns
            .iter()
            .map(|column| {
                let width = match column.width {
                    ColumnWidth::Exact(width) => width,
                    ColumnWidth::Share { weight, least } if weights > 0.0 => {
                        (spare * weight.max(0.0) / weights).max(least)
                    }
                    ColumnWidth::Share { least, .. } => least,
                };
                let place = (left, width);
                left += width + GAP;
                place
            })
            .collect();
        Grid { row_height: self.row_height, columns }
    }

    fn header(&self, ui: &mut Ui, words: &Words, grid: &Grid, sorting: &mut Option<Sorting>) -> bool {
        let tokens = Tokens::of(ui);
        let tall = self.columns.iter().any(|column| column.title.contains('\n'));
        let size = vec2(ui.available_width(), if tall { HEADER_TALL } else { HEADER });
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let mut changed = false;
        for (index, (column, (left, width))) in self.columns.iter().zip(&grid.columns).enumerate() {
            let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(*width, size.y));
            if column.sorts {
                let id = response.id.with(index);
                changed |= sorting_heading(ui, words, id, cell, column, index, sorting);
            } else {
                paint_heading(ui, cell, column, tokens.soft, None);
            }
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
        changed
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
        let now = selection.as_ref().and_then(|key| (0..rows.count()).find(|row| rows.key(*row).as_ref() == Some(key)));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let target = if pressed(Key::ArrowDown) {
            now.map_or(0, |now| now + 1)
        } else if pressed(Key::ArrowUp) {
            now.map_or(0, |now| now.saturating_sub(1))
        } else if pressed(Key::PageDown) {
            now.map_or(page, |now| now + page)
        } else if pressed(Key::PageUp) {
            now.map_or(0, |now| now.saturating_sub(page))
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else {
            return None;
        };
        let target = target.min(last);
        *selection = rows.key(target);
        Some(target)
    }

    fn body<K: Clone + PartialEq + Hash + Debug>(
        &self,
        ui: &mut Ui,
        grid: &Grid,
        table: &Response,
        selection: &mut Option<K>,
        jumped: Option<usize>,
        rows: &mut impl TableRows<K>,
    ) -> (Option<K>, std::ops::Range<usize>) {
        let mut activated = None;
        let mut seen = 0..0;
        let room = self.max_height.map_or(f32::INFINITY, |most| (most - HEADER).max(self.row_height));
        ScrollArea::vertical().auto_shrink([false, self.max_height.is_some()]).max_height(room).show_rows(
            ui,
            grid.row_height,
            rows.count(),
            |ui, range| {
                if let Some(row) = jumped {
                    scroll_to(ui, grid.row_height, row, range.start);
                }
                seen = range.clone();
                for row in range {
                    let Some(key) = rows.key(row) else { continue };
                    let selected = selection.as_ref() == Some(&key);
                    let answer = show_row(ui, grid, self.columns, row, &key, selected, rows);
                    if answer.clicked() || answer.double_clicked() {
                        *selection = Some(key.clone());
                        table.request_focus();
                    }
                    if answer.double_clicked() {
                        activated = Some(key);
                    }
                }
            },
        );
        (activated, seen)
    }
}

/// Scrolls until this row is seen; `first` is the row at the cursor of this frame.
fn scroll_to(ui: &Ui, row_height: f32, row: usize, first: usize) {
    #[expect(clippy::cast_precision_loss, reason = "rows of a table")]
    let top = ui.cursor().top() + (row as f32 - first as f32) * row_height;
    let rect = Rect::from_min_size(pos2(ui.cursor().left(), top), vec2(1.0, row_height));
    ui.scroll_to_rect(rect, None);
}

fn entered<K: Clone>(ui: &Ui, response: &Response, selection: Option<&K>) -> Option<K> {
    let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    enter.then(|| selection.cloned()).flatten()
}

fn show_row<K: Hash + Debug>(
    ui: &mut Ui,
    grid: &Grid,
    columns: &[TableColumn<'_>],
    row: usize,
    key: &K,
    selected: bool,
    rows: &mut impl TableRows<K>,
) -> Response {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), grid.row_height);
    let id = ui.make_persistent_id(("row", key));
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::CLICK);
    let name = rows.name(row);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), &name));
    mark_selected(&response, selected);
    if selected {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::BUTTON), tokens.accent_soft);
    } else {
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(radius::BUTTON), ground(&tokens, &response, tokens.card));
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    }
    for (column, ((left, width), about)) in grid.columns.iter().zip(columns).enumerate() {
        let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(*width, size.y));
        let layout =
            if about.right { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
        let builder = UiBuilder::new().id_salt((key, column)).max_rect(cell).layout(layout);
        let mut inside = ui.new_child(builder);
        inside.set_clip_rect(inside.clip_rect().intersect(cell.expand2(vec2(GAP / 2.0, 0.0))));
        inside.spacing_mut().item_spacing.x = space::S;
        rows.cell(&mut inside, Cell { row, column, selected });
    }
    response
}
