//! The table of the list: one row a person, however many they are.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::{Color32, Ui};
use sponsor_core::model::PersonId;
use sponsor_core::query::{Due, ListOrder, ListRow};

use super::filters::{Filters, Shown};
use super::say;
use crate::app::Scene;
use crate::format::Formats;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens};
use crate::widgets::{
    Cell, ColumnWidth, Pill, Sorting, Table, TableColumn, TableResponse, TableRows, avatar, avatar_size, person_name,
    telling_icon, text, text_cut, tick_box,
};
use crate::words::Words;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Relation,
    Place,
    Stage,
    Interests,
    Last,
    Next,
    Due,
}

impl Column {
    const ALL: [Self; 8] =
        [Self::Name, Self::Relation, Self::Place, Self::Stage, Self::Interests, Self::Last, Self::Next, Self::Due];

    /// Which goes first where there is no room for all, and is then left to the pane; 0 always stays.
    const fn yields(self) -> u8 {
        match self {
            Self::Interests => 4,
            Self::Relation => 3,
            Self::Place => 2,
            Self::Last => 1,
            Self::Name | Self::Stage | Self::Next | Self::Due => 0,
        }
    }

    fn title(self, words: &Words) -> String {
        match self {
            Self::Name => words.get("list-column-name"),
            Self::Relation => words.get("list-column-relation"),
            Self::Place => words.get("list-column-place"),
            Self::Stage => words.get("list-column-stage"),
            Self::Interests => words.get("list-column-interests"),
            Self::Last => words.get("list-column-last"),
            Self::Next => words.get("list-column-next"),
            Self::Due => String::new(),
        }
    }

    const fn width(self) -> ColumnWidth {
        match self {
            Self::Name => ColumnWidth::Share { weight: 2.2, least: 150.0 },
            Self::Relation => ColumnWidth::Exact(78.0),
            Self::Place => ColumnWidth::Share { weight: 1.1, least: 84.0 },
            Self::Stage => ColumnWidth::Exact(138.0),
            Self::Interests => ColumnWidth::Share { weight: 1.4, least: 90.0 },
            Self::Last => ColumnWidth::Exact(74.0),
            Self::Next => ColumnWidth::Exact(80.0),
            Self::Due => ColumnWidth::Exact(20.0),
        }
    }

    const fn order(self) -> Option<ListOrder> {
        match self {
            Self::Name => Some(ListOrder::Name),
            Self::Relation => Some(ListOrder::Relation),
            Self::Place => Some(ListOrder::City),
            Self::Stage => Some(ListOrder::Stage),
            Self::Last => Some(ListOrder::Last),
            Self::Next => Some(ListOrder::Next),
            Self::Interests | Self::Due => None,
        }
    }
}

/// What the table changes of the page.
#[derive(Debug)]
pub(super) struct TableState<'a> {
    /// The chosen person.
    pub(super) chosen: &'a mut Option<PersonId>,
    /// People who are marked for something to be done with all of them.
    pub(super) marked: &'a mut BTreeSet<PersonId>,
    /// The table is to take the focus of the keyboard.
    pub(super) take_focus: bool,
    /// The row that is to be seen.
    pub(super) reveal: Option<usize>,
}

/// Shows the table.
pub(super) fn table(
    ui: &mut Ui,
    scene: &Scene<'_>,
    filters: &mut Filters,
    state: TableState<'_>,
    rows: &[ListRow],
) -> TableResponse<PersonId> {
    let columns = Column::ALL;
    let titles: Vec<String> = columns.iter().map(|column| column.title(scene.words)).collect();
    let heads: Vec<TableColumn<'_>> = columns
        .iter()
        .zip(&titles)
        .map(|(column, title)| {
            let head = TableColumn::new(title, column.width()).yields(column.yields());
            if column.order().is_some() { head.sorts() } else { head }
        })
        .collect();
    let at = columns.iter().position(|column| column.order() == Some(filters.order));
    let mut sorting = at.map(|column| Sorting { column, descending: filters.descending });
    let mut shown = Rows {
        list: rows,
        columns: &columns,
        marked: state.marked,
        words: scene.words,
        formats: scene.formats,
        today: scene.today,
        home: filters.shown == Shown::Home,
    };
    let name = scene.words.get("page-list");
    let table = Table::new(&name, &heads).take_focus(state.take_focus).reveal(state.reveal);
    let answer = table.show(ui, scene.words, state.chosen, &mut sorting, &mut shown);
    if let Some(sorting) = sorting.filter(|_| answer.sorted) {
        let order = columns.get(sorting.column).and_then(|column| column.order());
        (filters.order, filters.descending) = (order.unwrap_or_default(), sorting.descending);
    }
    answer
}

/// The rows of the table.
struct Rows<'a> {
    list: &'a [ListRow],
    columns: &'a [Column],
    marked: &'a mut BTreeSet<PersonId>,
    words: &'a Words,
    formats: &'a Formats,
    today: NaiveDate,
    home: bool,
}

impl TableRows<PersonId> for Rows<'_> {
    fn count(&self) -> usize {
        self.list.len()
    }

    fn key(&self, row: usize) -> Option<PersonId> {
        self.list.get(row).map(|row| row.person.id)
    }

    fn name(&self, row: usize) -> String {
        let Some(row) = self.list.get(row) else { return String::new() };
        let (_, stage) = say::stage_of(self.words, &row.person);
        match row.next {
            Some(next) => self.words.with(
                "list-row-next",
                &[
                    ("name", row.person.name.full().into()),
                    ("stage", stage.into()),
                    ("next", say::day_next(self.formats, next, self.today).into()),
                ],
            ),
            None => format!("{}, {stage}", row.person.name.full()),
        }
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let (Some(row), Some(column)) = (self.list.get(cell.row), self.columns.get(cell.column)) else { return };
        let soft = Tokens::of(ui).soft;
        match column {
            Column::Name => self.name_cell(ui, row, cell.selected),
            Column::Relation => {
                let word = row.person.relation.map(|relation| say::relation(self.words, relation));
                plain(ui, word.as_deref().unwrap_or_default());
            }
            Column::Place => plain(ui, self.place(row)),
            Column::Stage => {
                let (look, word) = say::stage_of(self.words, &row.person);
                ui.add(Pill::stage(look, &word));
            }
            Column::Interests => plain(ui, &row.person.interests.join(", ")),
            Column::Last => {
                let last = row.last.map(|day| say::day_past(self.formats, day, self.today));
                text(ui, last.as_deref().unwrap_or(NOTHING), TextSize::SoftTabular, soft);
            }
            Column::Next => {
                let next = row.next.map(|day| say::day_next(self.formats, day, self.today));
                text(ui, next.as_deref().unwrap_or(NOTHING), TextSize::SoftTabular, due_colour(ui, row.due, soft));
            }
            Column::Due => self.due_cell(ui, row),
        }
    }
}

/// What stands where there is nothing.
const NOTHING: &str = "–";

fn plain(ui: &mut Ui, words: &str) {
    let soft = Tokens::of(ui).soft;
    text_cut(ui, if words.is_empty() { NOTHING } else { words }, TextSize::Soft, soft);
}

fn due_colour(ui: &Ui, due: Option<Due>, otherwise: Color32) -> Color32 {
    let tokens = Tokens::of(ui);
    match due {
        Some(Due::Late) => tokens.urgent,
        Some(Due::Today) => tokens.important,
        Some(Due::Later) | None => otherwise,
    }
}

impl Rows<'_> {
    /// Within the own city the street, elsewhere the city.
    fn place<'r>(&self, row: &'r ListRow) -> &'r str {
        if self.home && !row.person.address.is_empty() { &row.person.address } else { &row.person.city }
    }

    fn name_cell(&mut self, ui: &mut Ui, row: &ListRow, selected: bool) {
        let tokens = Tokens::of(ui);
        let name = row.person.name.full();
        if self.marked.is_empty() {
            avatar(ui, &name, avatar_size::SMALL, selected);
        } else {
            let mut on = self.marked.contains(&row.person.id);
            let label = self.words.with("list-mark", &[("name", name.as_str().into())]);
            if tick_box(ui, &mut on, &label).changed() {
                mark(self.marked, row.person.id);
            }
            ui.add_space(2.0);
        }
        person_name(ui, &name, TextSize::Medium, tokens.ink);
    }

    fn due_cell(&self, ui: &mut Ui, row: &ListRow) {
        let tokens = Tokens::of(ui);
        let (sign, key) = match row.due {
            Some(Due::Late) => (icons::OVERDUE, "list-due-late"),
            Some(Due::Today) => (icons::DUE, "list-due-today"),
            Some(Due::Later) => (icons::DONE_CIRCLE, "list-due-later"),
            None => return,
        };
        let colour = due_colour(ui, row.due, tokens.up);
        telling_icon(ui, sign, IconSize::Regular, colour, &self.words.get(key));
    }
}

/// Marks a person, or takes the mark away.
pub(super) fn mark(marked: &mut BTreeSet<PersonId>, person: PersonId) {
    if !marked.remove(&person) {
        marked.insert(person);
    }
}
