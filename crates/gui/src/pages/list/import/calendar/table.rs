//! The table of the preview of a calendar.

use egui::{Key, Modifiers, Ui};
use sponsor_core::exchange::{CalendarPreview, CalendarRow, CalendarVerdict};

use super::say::{title, verdict, when, why};
use crate::app::Scene;
use crate::theme::{TextSize, Tokens};
use crate::widgets::{Cell, ColumnWidth, Pill, Table, TableColumn, TableRows, text_cut, tick_box};
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Include,
    Title,
    When,
    People,
    Verdict,
    Why,
}

impl Column {
    const ALL: [Self; 6] = [Self::Include, Self::Title, Self::When, Self::People, Self::Verdict, Self::Why];

    fn title(self, words: &Words) -> String {
        match self {
            Self::Include => String::new(),
            Self::Title => words.get("calendar-column-title"),
            Self::When => words.get("calendar-column-when"),
            Self::People => words.get("calendar-column-people"),
            Self::Verdict => words.get("import-column-verdict"),
            Self::Why => words.get("import-column-why"),
        }
    }

    const fn width(self) -> ColumnWidth {
        match self {
            Self::Include => ColumnWidth::Exact(20.0),
            Self::Title => ColumnWidth::Share { weight: 2.0, least: 150.0 },
            Self::When => ColumnWidth::Share { weight: 1.1, least: 220.0 },
            Self::People => ColumnWidth::Share { weight: 1.0, least: 90.0 },
            Self::Verdict => ColumnWidth::Exact(128.0),
            Self::Why => ColumnWidth::Share { weight: 2.6, least: 180.0 },
        }
    }
}

/// Shows the records of these indices; gives those that are seen.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &mut CalendarPreview,
    indices: &[usize],
    chosen: &mut Option<usize>,
    focus: bool,
) -> std::ops::Range<usize> {
    // A calendar of one's own often names nobody: then there is more room for the rest.
    let names = preview.rows.iter().any(|row| !row.names.is_empty());
    let shown: Vec<Column> = Column::ALL.into_iter().filter(|column| names || *column != Column::People).collect();
    let titles: Vec<String> = shown.iter().map(|column| column.title(scene.words)).collect();
    let columns: Vec<TableColumn<'_>> = titles
        .iter()
        .zip(shown.iter().copied())
        .map(|(title, column)| TableColumn::new(title, column.width()).yields(u8::from(column == Column::People)))
        .collect();
    let name = scene.words.get("import");
    let mut rows = Rows { preview, indices, columns: &shown, scene };
    let table = Table::new(&name, &columns).take_focus(focus);
    let answer = table.show(ui, scene.words, chosen, &mut None, &mut rows);
    let space = answer.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    if let Some(row) = chosen.filter(|_| space).and_then(|index| rows.preview.rows.get_mut(index))
        && row.changes_something()
    {
        row.include = !row.include;
    }
    answer.seen
}

struct Rows<'a, 's> {
    preview: &'a mut CalendarPreview,
    indices: &'a [usize],
    columns: &'a [Column],
    scene: &'a Scene<'s>,
}

impl TableRows<usize> for Rows<'_, '_> {
    fn count(&self) -> usize {
        self.indices.len()
    }

    fn key(&self, row: usize) -> Option<usize> {
        self.indices.get(row).copied()
    }

    fn name(&self, row: usize) -> String {
        let Some(row) = self.key(row).and_then(|index| self.preview.rows.get(index)) else { return String::new() };
        let words = self.scene.words;
        format!("{}, {}, {}: {}", title(words, row), when(self.scene, row), verdict(words, row).1, why(words, row))
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let (Some(index), Some(column)) = (self.key(cell.row), self.columns.get(cell.column)) else { return };
        let (words, tokens) = (self.scene.words, Tokens::of(ui));
        let Some(row) = self.preview.rows.get_mut(index) else { return };
        match column {
            Column::Include => tick(ui, words, row),
            Column::Title => {
                let refused = matches!(row.verdict, CalendarVerdict::Refused(_));
                let ink = if refused { tokens.soft } else { tokens.ink };
                drop(text_cut(ui, &title(words, row), TextSize::Medium, ink));
            }
            Column::When => {
                drop(text_cut(ui, &when(self.scene, row), TextSize::SoftTabular, tokens.soft));
            }
            Column::People => {
                let shown = if row.names.is_empty() { "–".to_owned() } else { row.names.join(", ") };
                drop(text_cut(ui, &shown, TextSize::Soft, tokens.soft));
            }
            Column::Verdict => {
                let (sign, word, tone) = verdict(words, row);
                ui.add(Pill::new(&word).icon(sign).tone(tone));
            }
            Column::Why => drop(text_cut(ui, &why(words, row), TextSize::Soft, tokens.soft)),
        }
    }
}

fn tick(ui: &mut Ui, words: &Words, row: &mut CalendarRow) {
    let name = words.with("import-include", &[("name", title(words, row).into())]);
    let can = row.changes_something();
    let mut on = row.include && can;
    ui.add_enabled_ui(can, |ui| {
        if tick_box(ui, &mut on, &name).changed() {
            row.include = on;
        }
    });
}
