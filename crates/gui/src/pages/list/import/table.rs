//! The table of the preview.

use egui::{Key, Modifiers, Ui};
use sponsor_core::exchange::{Preview, PreviewRow, Verdict};

use super::say;
use crate::app::Scene;
use crate::theme::{TextSize, Tokens};
use crate::widgets::{Cell, ColumnWidth, Pill, Table, TableColumn, TableRows, person_name, text_cut, tick_box};
use crate::words::Words;

/// Which column goes first where there is no room for all.
const YIELDS: [u8; 6] = [0, 0, 1, 2, 0, 0];

/// Shows the rows of these indices; gives the range that is seen.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &mut Preview,
    indices: &[usize],
    chosen: &mut Option<usize>,
) -> std::ops::Range<usize> {
    let words = scene.words;
    let titles = ["", "list-column-name", "list-phone", "list-city", "import-column-verdict", "import-column-why"];
    let titles = titles.map(|key| if key.is_empty() { String::new() } else { words.get(key) });
    let widths = [
        ColumnWidth::Exact(20.0),
        ColumnWidth::Share { weight: 1.4, least: 150.0 },
        ColumnWidth::Exact(120.0),
        ColumnWidth::Share { weight: 0.8, least: 84.0 },
        ColumnWidth::Exact(130.0),
        ColumnWidth::Share { weight: 2.2, least: 200.0 },
    ];
    let columns: Vec<TableColumn<'_>> = titles
        .iter()
        .zip(widths)
        .zip(YIELDS)
        .map(|((title, width), yields)| TableColumn::new(title, width).yields(yields))
        .collect();
    let name = words.get("import");
    let mut rows = Rows { preview, indices, words };
    let answer = Table::new(&name, &columns).show(ui, words, chosen, &mut None, &mut rows);
    let space = answer.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    if let Some(row) = chosen.filter(|_| space).and_then(|index| rows.preview.rows.get_mut(index))
        && can_be_included(row)
    {
        row.include = !row.include;
    }
    answer.seen
}

/// Whether there is anything to take in.
const fn can_be_included(row: &PreviewRow) -> bool {
    matches!(row.verdict, Verdict::Added | Verdict::Joined { .. })
}

struct Rows<'a> {
    preview: &'a mut Preview,
    indices: &'a [usize],
    words: &'a Words,
}

impl TableRows<usize> for Rows<'_> {
    fn count(&self) -> usize {
        self.indices.len()
    }

    fn key(&self, row: usize) -> Option<usize> {
        self.indices.get(row).copied()
    }

    fn name(&self, row: usize) -> String {
        let Some(row) = self.key(row).and_then(|index| self.preview.rows.get(index)) else { return String::new() };
        let (_, verdict, _) = say::verdict(self.words, row);
        format!("{}, {verdict}: {}", self.shown_name(row), say::why(self.words, self.preview, row))
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let Some(index) = self.key(cell.row) else { return };
        if cell.column == 0 {
            self.tick(ui, index);
            return;
        }
        let Some(row) = self.preview.rows.get(index) else { return };
        let tokens = Tokens::of(ui);
        let refused = matches!(row.verdict, Verdict::Refused(_));
        match cell.column {
            1 => {
                let ink = if refused { tokens.soft } else { tokens.ink };
                person_name(ui, &self.shown_name(row), TextSize::Medium, ink);
            }
            2 => drop(text_cut(ui, dash(&row.phone), TextSize::SoftTabular, tokens.soft)),
            3 => drop(text_cut(ui, dash(&row.city), TextSize::Soft, tokens.soft)),
            4 => {
                let (sign, word, tone) = say::verdict(self.words, row);
                ui.add(Pill::new(&word).icon(sign).tone(tone));
            }
            _ => drop(text_cut(ui, &say::why(self.words, self.preview, row), TextSize::Soft, tokens.soft)),
        }
    }
}

fn dash(words: &str) -> &str {
    if words.is_empty() { "–" } else { words }
}

impl Rows<'_> {
    fn shown_name(&self, row: &PreviewRow) -> String {
        if row.name.is_empty() {
            self.words.with("import-record", &[("number", row.ordinal.into())])
        } else {
            row.name.clone()
        }
    }

    fn tick(&mut self, ui: &mut Ui, index: usize) {
        let Some(row) = self.preview.rows.get(index) else { return };
        let name = self.words.with("import-include", &[("name", self.shown_name(row).into())]);
        let can = can_be_included(row);
        let Some(row) = self.preview.rows.get_mut(index) else { return };
        let mut on = row.include && can;
        ui.add_enabled_ui(can, |ui| {
            if tick_box(ui, &mut on, &name).changed() {
                row.include = on;
            }
        });
    }
}
