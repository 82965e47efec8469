//! The table of the preview.

use egui::{Key, Modifiers, Rect, Ui, vec2};
use sponsor_core::exchange::{Preview, PreviewRow, Verdict};

use super::say;
use crate::app::Scene;
use crate::format::Formats;
use crate::theme::{TextSize, Tokens};
use crate::widgets::{Cell, ColumnWidth, Pill, Table, TableColumn, TableRows, person_name, text_cut, tick_box};
use crate::words::Words;

/// From this width on the table has a column of cities.
const WITH_CITY: f32 = 760.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Include,
    Name,
    Phone,
    City,
    Verdict,
    Why,
}

impl Column {
    fn shown(width: f32) -> Vec<Self> {
        let all = [Self::Include, Self::Name, Self::Phone, Self::City, Self::Verdict, Self::Why];
        all.into_iter().filter(|column| *column != Self::City || width >= WITH_CITY).collect()
    }

    fn title(self, words: &Words) -> String {
        match self {
            Self::Include => String::new(),
            Self::Name => words.get("list-column-name"),
            Self::Phone => words.get("list-phone"),
            Self::City => words.get("list-city"),
            Self::Verdict => words.get("import-column-verdict"),
            Self::Why => words.get("import-column-why"),
        }
    }

    const fn width(self) -> ColumnWidth {
        match self {
            Self::Include => ColumnWidth::Exact(20.0),
            Self::Name => ColumnWidth::Share { weight: 1.4, least: 130.0 },
            Self::Phone => ColumnWidth::Exact(104.0),
            Self::City => ColumnWidth::Share { weight: 0.8, least: 84.0 },
            Self::Verdict => ColumnWidth::Exact(128.0),
            Self::Why => ColumnWidth::Share { weight: 2.2, least: 110.0 },
        }
    }

    /// The phone goes where there is no room for all.
    const fn yields(self) -> u8 {
        match self {
            Self::Phone => 1,
            _ => 0,
        }
    }
}

/// What happened in the table.
pub(super) struct TableAnswer {
    /// The rows that are seen.
    pub(super) seen: std::ops::Range<usize>,
    /// Enter on the chosen row.
    pub(super) activated: bool,
    /// The chosen row is to be mended.
    pub(super) mend: bool,
}

/// Shows the rows of these indices. The keyboard is given to the table, and the chosen row shown, where these say so.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &mut Preview,
    indices: &[usize],
    chosen: &mut Option<usize>,
    (reveal, focus): (bool, bool),
) -> TableAnswer {
    let words = scene.words;
    let shown = Column::shown(ui.available_width());
    let titles: Vec<String> = shown.iter().map(|column| column.title(words)).collect();
    let columns: Vec<TableColumn<'_>> = titles
        .iter()
        .zip(&shown)
        .map(|(title, column)| TableColumn::new(title, column.width()).yields(column.yields()))
        .collect();
    let name = words.get("import");
    let corner = ui.cursor().min;
    let at = chosen.and_then(|chosen| indices.iter().position(|index| *index == chosen));
    let mut rows = Rows { preview, indices, columns: &shown, words };
    let table = Table::new(&name, &columns).reveal(at.or(Some(0)).filter(|_| reveal)).take_focus(focus);
    let answer = table.show(ui, words, chosen, &mut None, &mut rows);
    let space = answer.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    if let Some(row) = chosen.filter(|_| space).and_then(|index| rows.preview.rows.get_mut(index))
        && row.changes_something()
    {
        row.include = !row.include;
    }
    let mend = !crate::pages::list::is_covered(ui)
        && !ui.ctx().text_edit_focused()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::E));
    tick_all(ui, corner, preview, indices, words);
    TableAnswer { seen: answer.seen, activated: answer.activated.is_some(), mend }
}

/// Where the heading of the first column stands within the table.
const HEAD: egui::Vec2 = vec2(10.0, 7.0);

/// The box in the heading: all the shown rows are taken in, or none.
fn tick_all(ui: &mut Ui, corner: egui::Pos2, preview: &mut Preview, indices: &[usize], words: &Words) {
    let takes: Vec<usize> = indices
        .iter()
        .copied()
        .filter(|index| preview.rows.get(*index).is_some_and(PreviewRow::changes_something))
        .collect();
    let mut all =
        !takes.is_empty() && takes.iter().all(|index| preview.rows.get(*index).is_some_and(|row| row.include));
    let rect = Rect::from_min_size(corner + HEAD, vec2(18.0, 20.0));
    let builder = egui::UiBuilder::new().id_salt("all").max_rect(rect);
    let changed = ui.scope_builder(builder, |ui| {
        ui.add_enabled_ui(!takes.is_empty(), |ui| tick_box(ui, &mut all, &words.get("import-include-all")).changed())
            .inner
    });
    if changed.inner {
        for index in takes {
            if let Some(row) = preview.rows.get_mut(index) {
                row.include = all;
            }
        }
    }
}

struct Rows<'a> {
    preview: &'a mut Preview,
    indices: &'a [usize],
    columns: &'a [Column],
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
        let (Some(index), Some(column)) = (self.key(cell.row), self.columns.get(cell.column)) else { return };
        if *column == Column::Include {
            self.tick(ui, index);
            return;
        }
        let Some(row) = self.preview.rows.get(index) else { return };
        let tokens = Tokens::of(ui);
        let refused = matches!(row.verdict, Verdict::Refused(_));
        match column {
            Column::Include => {}
            Column::Name => {
                let ink = if refused { tokens.soft } else { tokens.ink };
                person_name(ui, &self.shown_name(row), TextSize::Medium, ink);
            }
            Column::Phone => {
                drop(text_cut(ui, dash(&Formats::phone(&row.phone)), TextSize::SoftTabular, tokens.soft));
            }
            Column::City => drop(text_cut(ui, dash(&row.city), TextSize::Soft, tokens.soft)),
            Column::Verdict => {
                let (sign, word, tone) = say::verdict(self.words, row);
                ui.add(Pill::new(&word).icon(sign).tone(tone));
            }
            Column::Why => {
                drop(text_cut(ui, &say::why(self.words, self.preview, row), TextSize::Soft, tokens.soft));
            }
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
        let can = row.changes_something();
        let Some(row) = self.preview.rows.get_mut(index) else { return };
        let mut on = row.include && can;
        ui.add_enabled_ui(can, |ui| {
            if tick_box(ui, &mut on, &name).changed() {
                row.include = on;
            }
        });
    }
}
