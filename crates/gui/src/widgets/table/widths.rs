//! How wide the columns of a table are: what their words need, what remains shared, what a person drew wider, and
//! which go where there is no room.

use std::collections::HashMap;

use egui::{CursorIcon, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{ColumnWidth, EDGE, GAP, Sorting, TableColumn};
use crate::theme::Tokens;
use crate::words::Words;

/// The narrowest and the widest that a column is drawn by hand.
const NARROWEST: f32 = 36.0;
const WIDEST: f32 = 640.0;
/// How wide the handle between two headings is.
const HANDLE: f32 = 8.0;

/// A column that is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    /// Its index among all columns of the table.
    pub(super) index: usize,
    pub(super) right: bool,
    width: f32,
    /// What stands before the first and after the last.
    before: f32,
    after: f32,
}

impl Placed {
    /// The width of the whole cell.
    pub(super) fn cell_width(&self) -> f32 {
        self.before + self.width + self.after
    }

    /// The part of a cell in which things stand.
    pub(super) fn inside(&self, cell: Rect) -> Rect {
        Rect::from_min_size(pos2(cell.left() + self.before, cell.top()), vec2(self.width, cell.height()))
    }
}

/// The width of all columns and what is between them.
pub(super) fn whole(ui: &Ui, columns: &[Placed]) -> f32 {
    columns.iter().map(Placed::cell_width).sum::<f32>() + ui.spacing().scroll.allocated_width()
}

/// The rectangle of a row, of which this is the first cell.
pub(super) fn whole_row(first: Rect, columns: &[Placed]) -> Rect {
    let width = columns.iter().map(Placed::cell_width).sum();
    Rect::from_min_size(first.min, vec2(width, first.height()))
}

/// The widths that a person gave to columns, by their headings.
#[derive(Debug, Clone, Default)]
pub(super) struct Widths {
    given: HashMap<String, f32>,
    /// How wide each column was drawn, for the handle that is taken.
    drawn: HashMap<String, f32>,
}

impl Widths {
    /// What was kept of this table.
    pub(super) fn kept(ui: &Ui, table: Id) -> Self {
        Self { given: ui.data(|data| data.get_temp(table.with("widths"))).unwrap_or_default(), ..Self::default() }
    }

    /// Keeps it for the next frame.
    pub(super) fn keep(self, ui: &Ui, table: Id) {
        ui.data_mut(|data| data.insert_temp(table.with("widths"), self.given));
    }

    /// The columns that there is room for, with their widths.
    pub(super) fn fit(&mut self, ui: &Ui, columns: &[TableColumn<'_>], sorting: Option<Sorting>) -> Vec<Placed> {
        let room = ui.available_width() - ui.spacing().scroll.allocated_width() - 2.0 * EDGE;
        let mut wanted: Vec<(usize, f32)> = columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let sorted = sorting.filter(|sorting| sorting.column == index);
                let (ColumnWidth::Exact(least) | ColumnWidth::Share { least, .. }) = column.width;
                (index, least.max(column.heading_width(ui, sorted)))
            })
            .collect();
        let yields = |index: usize| columns.get(index).map_or(0, |column| column.yields);
        while needed(&wanted) > room
            && let Some(goes) = wanted.iter().map(|(index, _)| yields(*index)).max().filter(|goes| *goes > 0)
        {
            wanted.retain(|(index, _)| yields(*index) != goes);
        }
        self.share(columns, &mut wanted, room);
        self.place(columns, &wanted)
    }

    /// Takes the widths that were given by hand and shares what remains among the others that share.
    fn share(&self, columns: &[TableColumn<'_>], wanted: &mut [(usize, f32)], room: f32) {
        let given = |index: usize| columns.get(index).and_then(|column| self.given.get(column.title).copied());
        let weight = |index: usize| match columns.get(index).map(|column| column.width) {
            Some(ColumnWidth::Share { weight, .. }) if given(index).is_none() => weight.max(0.0),
            _ => 0.0,
        };
        for (index, width) in wanted.iter_mut() {
            *width = given(*index).unwrap_or(*width);
        }
        let mut sharing: Vec<usize> = wanted.iter().map(|(index, _)| *index).filter(|at| weight(*at) > 0.0).collect();
        // A column whose share is less than it needs keeps what it needs; the others share what then remains.
        while !sharing.is_empty() {
            let weights: f32 = sharing.iter().map(|index| weight(*index)).sum();
            let fixed = wanted.iter().filter(|(index, _)| !sharing.contains(index));
            let gaps = needed(wanted) - wanted.iter().map(|(_, width)| width).sum::<f32>();
            let spare = (room - gaps - fixed.map(|(_, width)| width).sum::<f32>()).max(0.0);
            let share = |index: usize| spare * weight(index) / weights;
            let before = sharing.len();
            sharing.retain(|at| wanted.iter().any(|(index, least)| index == at && share(*at) >= *least));
            if sharing.len() == before {
                for (index, width) in wanted.iter_mut().filter(|(index, _)| sharing.contains(index)) {
                    *width = share(*index);
                }
                break;
            }
        }
    }

    fn place(&mut self, columns: &[TableColumn<'_>], wanted: &[(usize, f32)]) -> Vec<Placed> {
        let last = wanted.len().saturating_sub(1);
        let mut placed = Vec::with_capacity(wanted.len());
        for (at, (index, width)) in wanted.iter().enumerate() {
            let Some(column) = columns.get(*index) else { continue };
            self.drawn.insert(column.title.to_owned(), *width);
            placed.push(Placed {
                index: *index,
                right: column.right,
                width: *width,
                before: if at == 0 { EDGE } else { GAP / 2.0 },
                after: if at == last { EDGE } else { GAP / 2.0 },
            });
        }
        placed
    }

    /// The handle at the right of a heading: drawn it makes the column wider, pressed twice it gives its own width
    /// back.
    pub(super) fn handle(&mut self, ui: &Ui, words: &Words, id: Id, cell: Rect, column: &TableColumn<'_>) {
        if column.title.is_empty() {
            return;
        }
        let middle = cell.right() + GAP / 2.0;
        let rect = Rect::from_x_y_ranges(middle - HANDLE / 2.0..=middle + HANDLE / 2.0, cell.y_range());
        let response = ui.interact(rect, id, Sense::DRAG | Sense::CLICK);
        response.widget_info(|| {
            let name = words.with("column-width", &[("column", column.plain_title().into())]);
            WidgetInfo::labeled(Role::Splitter, ui.is_enabled(), name)
        });
        if response.double_clicked() {
            self.given.remove(column.title);
        } else if response.dragged() {
            let now = self.drawn.get(column.title).copied().unwrap_or_else(|| cell.width());
            let width = (now + response.drag_delta().x).clamp(NARROWEST, WIDEST);
            self.given.insert(column.title.to_owned(), width);
        }
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeColumn);
            let tokens = Tokens::of(ui);
            let colour = if response.dragged() { tokens.accent } else { tokens.hovered_line() };
            ui.painter().vline(middle, cell.y_range().shrink(6.0), Stroke::new(2.0, colour));
        }
    }
}

/// What these columns take, with what is between them.
fn needed(wanted: &[(usize, f32)]) -> f32 {
    let gaps = u16::try_from(wanted.len().saturating_sub(1)).unwrap_or(u16::MAX);
    wanted.iter().map(|(_, width)| width).sum::<f32>() + GAP * f32::from(gaps)
}
