//! The table of the report: its rows, and below them who has left.

use egui::{Key, Modifiers, Ui};
use sponsor_core::exchange::{Leaver, ReportPreview, ReportRow, ReportVerdict};
use sponsor_core::model::{PersonId, Points};

use super::say;
use crate::app::Scene;
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens};
use crate::widgets::{Cell, ColumnWidth, Pill, Table, TableColumn, TableRows, Tone, person_name, text_cut, tick_box};
use crate::words::Words;

/// What a line of the table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Line {
    /// A row of the report, by its place.
    Row(usize),
    /// Somebody who has left, by their place.
    Left(usize),
}

impl Line {
    /// The row of the report.
    pub(super) const fn row(self) -> Option<usize> {
        match self {
            Self::Row(row) => Some(row),
            Self::Left(_) => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Include,
    Number,
    Name,
    Own,
    Group,
    Verdict,
    Why,
}

impl Column {
    const ALL: [Self; 7] = [Self::Include, Self::Number, Self::Name, Self::Own, Self::Group, Self::Verdict, Self::Why];

    fn title(self, words: &Words) -> String {
        match self {
            Self::Include => String::new(),
            Self::Number => words.get("report-column-number"),
            Self::Name => words.get("list-column-name"),
            Self::Own => words.get("report-column-own"),
            Self::Group => words.get("report-column-group"),
            Self::Verdict => words.get("import-column-verdict"),
            Self::Why => words.get("import-column-why"),
        }
    }

    fn column(self, title: &str) -> TableColumn<'_> {
        let width = match self {
            Self::Include => ColumnWidth::Exact(20.0),
            Self::Number => ColumnWidth::Exact(84.0),
            Self::Name => ColumnWidth::Share { weight: 1.3, least: 130.0 },
            Self::Own | Self::Group => ColumnWidth::Exact(108.0),
            Self::Verdict => ColumnWidth::Exact(128.0),
            Self::Why => ColumnWidth::Share { weight: 2.2, least: 180.0 },
        };
        let column = TableColumn::new(title, width);
        match self {
            Self::Own => column.right().yields(1),
            Self::Group => column.right(),
            _ => column,
        }
    }
}

/// What happened in the table.
pub(super) struct TableAnswer {
    /// The lines that are seen.
    pub(super) seen: std::ops::Range<usize>,
    /// Enter on a line.
    pub(super) activated: Option<Line>,
    /// Rows that are to be taken in, or left out.
    pub(super) ticked: Option<(Vec<usize>, bool)>,
    /// The chosen row is to be mended.
    pub(super) mend: bool,
}

/// Shows these lines. The keyboard is given to the table where `focus` says so.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &ReportPreview,
    lines: &[Line],
    chosen: &mut Option<Line>,
    focus: bool,
) -> TableAnswer {
    let words = scene.words;
    let titles = Column::ALL.map(|column| column.title(words));
    let columns: Vec<_> = Column::ALL.iter().zip(&titles).map(|(column, title)| column.column(title)).collect();
    let name = words.get("report-title");
    let me = scene.frame.me.id;
    let mut rows = Rows { preview, lines, words, formats: scene.formats, me, ticked: None };
    let table = Table::new(&name, &columns).take_focus(focus);
    let answer = table.show(ui, words, chosen, &mut None, &mut rows);
    let space = answer.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    if let Some(Line::Row(place)) = chosen.filter(|_| space)
        && let Some(row) = preview.rows.get(place).filter(|row| can_be_ticked(row))
    {
        rows.ticked = Some((vec![place], !row.include));
    }
    let free = ui.memory(|memory| memory.top_modal_layer().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    let mend =
        free && !ui.ctx().text_edit_focused() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::E));
    TableAnswer { seen: answer.seen, activated: answer.activated, ticked: rows.ticked, mend }
}

/// Whether a row can be taken in, or could be if it were not left out.
fn can_be_ticked(row: &ReportRow) -> bool {
    row.changes_something() || !row.include
}

struct Rows<'a> {
    preview: &'a ReportPreview,
    lines: &'a [Line],
    words: &'a Words,
    formats: &'a Formats,
    me: PersonId,
    ticked: Option<(Vec<usize>, bool)>,
}

impl TableRows<Line> for Rows<'_> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> Option<Line> {
        self.lines.get(row).copied()
    }

    fn name(&self, row: usize) -> String {
        match self.key(row) {
            Some(Line::Row(place)) => self.preview.rows.get(place).map_or_else(String::new, |row| {
                let (_, verdict, _) = say::verdict(self.words, row);
                format!("{}, {verdict}: {}", row.name, say::why(self.words, self.preview, self.me, place, row))
            }),
            Some(Line::Left(place)) => {
                let name = self.preview.left.get(place).map(|one| one.name.clone()).unwrap_or_default();
                format!("{name}, {}", self.words.get("report-why-left"))
            }
            None => String::new(),
        }
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let Some(column) = Column::ALL.get(cell.column).copied() else { return };
        match self.key(cell.row) {
            Some(Line::Row(place)) if column == Column::Include => self.tick(ui, place),
            Some(Line::Row(place)) => {
                if let Some(row) = self.preview.rows.get(place) {
                    self.row_cell(ui, column, place, row);
                }
            }
            Some(Line::Left(place)) => {
                if let Some(one) = self.preview.left.get(place) {
                    self.left_cell(ui, column, one);
                }
            }
            None => {}
        }
    }
}

impl Rows<'_> {
    fn row_cell(&self, ui: &mut Ui, column: Column, place: usize, row: &ReportRow) {
        let tokens = Tokens::of(ui);
        let points =
            |points: Option<Points>| points.map_or_else(|| "–".to_owned(), |one| self.formats.decimal(one.amount()));
        let refused = matches!(row.verdict, ReportVerdict::Refused(_));
        match column {
            Column::Include => {}
            Column::Number => drop(text_cut(ui, &row.number, TextSize::SoftTabular, tokens.soft)),
            Column::Name => {
                person_name(ui, &row.name, TextSize::Medium, if refused { tokens.soft } else { tokens.ink });
            }
            Column::Own => drop(text_cut(ui, &points(row.own), TextSize::SoftTabular, tokens.soft)),
            Column::Group => drop(text_cut(ui, &points(row.group), TextSize::SoftTabular, tokens.ink)),
            Column::Verdict => {
                let (sign, word, tone) = say::verdict(self.words, row);
                ui.add(Pill::new(&word).icon(sign).tone(tone));
            }
            Column::Why => {
                let why = say::why(self.words, self.preview, self.me, place, row);
                drop(text_cut(ui, &why, TextSize::Soft, tokens.soft));
            }
        }
    }

    fn left_cell(&self, ui: &mut Ui, column: Column, one: &Leaver) {
        let tokens = Tokens::of(ui);
        match column {
            Column::Number => drop(text_cut(ui, &one.number, TextSize::SoftTabular, tokens.soft)),
            Column::Name => drop(person_name(ui, &one.name, TextSize::Medium, tokens.ink)),
            Column::Verdict => {
                ui.add(Pill::new(&self.words.get("report-verdict-left")).icon(icons::WARNING).tone(Tone::Neutral));
            }
            Column::Why => drop(text_cut(ui, &self.words.get("report-why-left"), TextSize::Soft, tokens.soft)),
            Column::Include | Column::Own | Column::Group => {}
        }
    }

    fn tick(&mut self, ui: &mut Ui, place: usize) {
        let Some(row) = self.preview.rows.get(place) else { return };
        let whom = if row.name.is_empty() { &row.number } else { &row.name };
        let name = self.words.with("import-include", &[("name", whom.as_str().into())]);
        let can = can_be_ticked(row);
        let mut on = row.include && can;
        ui.add_enabled_ui(can, |ui| {
            if tick_box(ui, &mut on, &name).changed() {
                self.ticked = Some((vec![place], on));
            }
        });
    }
}
