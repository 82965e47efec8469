//! A row of a table: one thing with one name, in which the cells are drawn.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{
    Align, CornerRadius, Id, Layout, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_extras::TableRow;

use super::widths::{Placed, whole_row};
use super::{Cell, EDGE, GAP, TableRows};
use crate::theme::{TextSize, Tokens, radius, space};
use crate::widgets::paint::{Line, ground, mark_selected};

/// Where a row is, and whether it is the chosen one.
pub(super) struct RowPlace<'a> {
    /// The id of the table, from which those of rows and cells come.
    pub(super) table: Id,
    /// The part of the window in which rows are seen.
    pub(super) window: Rect,
    pub(super) columns: &'a [Placed],
    pub(super) row: usize,
    pub(super) selected: bool,
}

/// Draws a row; gives the response of the whole.
pub(super) fn show_row<K: Hash + Debug>(
    line: &mut TableRow<'_, '_>,
    place: &RowPlace<'_>,
    key: &K,
    rows: &mut impl TableRows<K>,
) -> Option<Response> {
    let mut answer = None;
    for column in place.columns {
        line.col(|ui| {
            ui.set_clip_rect(place.window);
            let rect = ui.max_rect();
            if answer.is_none() {
                let rect = whole_row(rect, place.columns);
                answer = Some(whole(ui, place, rect, place.table.with(("row", key)), &rows.name(place.row)));
            }
            let inside = column.inside(rect);
            let align = Align::Center;
            let layout = if column.right { Layout::right_to_left(align) } else { Layout::left_to_right(align) };
            // Ids come from the record, so that the focus stays with it when the order changes.
            let id = place.table.with((key, column.index));
            let builder = UiBuilder::new().scope_id(id).max_rect(inside).layout(layout);
            let mut cell = ui.new_child(builder);
            cell.set_clip_rect(place.window.intersect(inside.expand2(vec2(GAP / 2.0, 0.0))));
            cell.spacing_mut().item_spacing.x = space::S;
            rows.cell(&mut cell, Cell { row: place.row, column: column.index, selected: place.selected });
        });
    }
    answer
}

/// Draws a heading over the rows below it.
pub(super) fn heading_row(
    line: &mut TableRow<'_, '_>,
    table: Id,
    window: Rect,
    columns: &[Placed],
    (words, count): &(String, String),
) {
    let row = line.index();
    for (at, _) in columns.iter().enumerate() {
        line.col(|ui| {
            if at > 0 {
                return;
            }
            ui.set_clip_rect(window);
            let tokens = Tokens::of(ui);
            let rect = whole_row(ui.max_rect(), columns);
            let response = ui.interact(rect, table.with(("heading over", row)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, ui.is_enabled(), format!("{words}, {count}")));
            let mut text = Line::new(space::S);
            text.text(ui, words, TextSize::Strong, tokens.ink);
            text.text(ui, count, TextSize::SoftTabular, tokens.soft);
            text.paint(ui.painter(), pos2(rect.left() + EDGE, rect.center().y + space::XS));
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
        });
    }
}

fn whole(ui: &Ui, place: &RowPlace<'_>, rect: Rect, id: Id, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), name));
    mark_selected(&response, place.selected);
    let corner = CornerRadius::same(radius::BUTTON);
    if place.selected {
        ui.painter().rect_filled(rect, corner, tokens.accent_soft);
    } else {
        if response.hovered() {
            ui.painter().rect_filled(rect, corner, ground(&tokens, &response, tokens.card));
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.line));
    }
    response
}
