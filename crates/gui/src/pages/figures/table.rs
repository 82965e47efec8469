//! The thirteen periods as text: what the charts show, in numbers.

use egui::{Align2, FontId, Id, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use sponsor_core::model::Snapshot;
use sponsor_documents::{Direction, Table};

use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space, stroke};
use crate::widgets::{Card, heading, soft, split};

const HEAD: f32 = 40.0;
const ROW: f32 = 28.0;
/// The height of the whole table with its edge and a little air below, so that a page that fits does not scroll.
pub(super) const HEIGHT: f32 = HEAD + 7.0 * ROW + 8.0;
/// The width of the names of the rows.
const NAME: f32 = 190.0;
/// The least width of a period.
const LEAST: f32 = 46.0;

/// Where the columns stand.
struct Columns {
    whole: Rect,
    count: usize,
}

impl Columns {
    /// The cell of a row, counted from the one with the periods, and of a period.
    fn cell(&self, row: usize, column: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a dozen rows and columns")]
        let (row, column, count) = (row as f32, column as f32, self.count.max(1) as f32);
        let width = (self.whole.width() - NAME) / count;
        let corner = pos2(self.whole.left() + NAME + column * width, self.whole.top() + row * ROW);
        Rect::from_min_size(corner, vec2(width, ROW))
    }
}

/// Shows the table.
pub(super) fn periods(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot, table: &Table) {
    Card::new().padding(0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.add_space(space::L);
            split(
                ui,
                HEAD,
                |ui| {
                    heading(ui, &table.title);
                    soft(ui, &table.note);
                },
                |_| (),
            );
        });
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let height = ROW * (table.rows.len() + 1) as f32;
        #[expect(clippy::cast_precision_loss, reason = "thirteen periods")]
        let least = NAME + LEAST * snapshot.series.len() as f32;
        let width = ui.available_width().max(least);
        // Where the numbers have no room they are scrolled sideways.
        ScrollArea::horizontal().id_salt("periods").show(ui, |ui| {
            let (whole, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let columns = Columns { whole, count: snapshot.series.len() };
            header(ui, &columns, table);
            for row in 0..table.rows.len() {
                show_row(ui, scene, &columns, snapshot, table, row);
            }
        });
    });
}

fn header(ui: &Ui, columns: &Columns, table: &Table) {
    let tokens = Tokens::of(ui);
    let last = columns.count.saturating_sub(1);
    if table.running {
        let top = columns.cell(0, last);
        let tint = Rect::from_min_max(top.min, columns.whole.max);
        let corner = egui::CornerRadius { se: crate::theme::radius::CARD, ..egui::CornerRadius::ZERO };
        ui.painter().rect_filled(tint, corner, tokens.accent_soft);
    }
    let mut words = table.header.iter();
    if let Some(name) = words.next() {
        let place = pos2(columns.whole.left() + space::L, columns.cell(0, 0).center().y);
        ui.painter().text(place, Align2::LEFT_CENTER, name, TextSize::SoftMedium.font(), tokens.soft);
    }
    for (at, label) in words.enumerate() {
        let running = table.running && at == last;
        let colour = if running { tokens.accent } else { tokens.soft };
        let size = if running { TextSize::SoftStrong } else { TextSize::SoftTabular };
        number(ui, columns.cell(0, at), label, size.font(), colour);
    }
}

fn number(ui: &Ui, cell: Rect, words: &str, font: FontId, colour: egui::Color32) {
    let place = pos2(cell.right() - space::M, cell.center().y);
    ui.painter().text(place, Align2::RIGHT_CENTER, words, font, colour);
}

fn show_row(ui: &Ui, scene: &Scene<'_>, columns: &Columns, snapshot: &Snapshot, table: &Table, at: usize) {
    let tokens = Tokens::of(ui);
    let Some(row) = table.rows.get(at) else { return };
    let first = columns.cell(at + 1, 0);
    ui.painter().hline(columns.whole.x_range(), first.top(), Stroke::new(stroke::HAIRLINE, tokens.line));
    let place = pos2(columns.whole.left() + space::L, first.center().y);
    ui.painter().text(place, Align2::LEFT_CENTER, &row.label, TextSize::Soft.font(), tokens.soft);
    for (column, (cell, (period, _))) in row.cells.iter().zip(&snapshot.series).enumerate() {
        let rect = columns.cell(at + 1, column);
        let known = cell.text.contains(|letter: char| letter.is_ascii_digit());
        let colour = match cell.direction {
            Direction::Up => tokens.up,
            Direction::Down => tokens.down,
            Direction::Same | Direction::None if known => tokens.ink,
            Direction::Same | Direction::None => tokens.soft,
        };
        number(ui, rect, &cell.text, TextSize::Tabular.font(), colour);
        let value = if known { cell.text.clone() } else { scene.words.get("no-data") };
        let name = scene.words.with(
            "figures-cell-name",
            &[
                ("row", row.label.as_str().into()),
                ("period", scene.formats.figure_period_name(*period).into()),
                ("value", value.into()),
            ],
        );
        let response = ui.interact(rect, Id::unique(("figures cell", at, column)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
        if !known {
            response.on_hover_text(name);
        }
    }
}
