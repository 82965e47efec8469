//! The table of the list: one row a person, however many they are.

use chrono::NaiveDate;
use egui::{Color32, Id, Ui};
use sponsor_core::model::{PersonId, WhichList};
use sponsor_core::query::{CityGroup, Due, ListRow, ListView};

use super::columns::{Column, columns};
use super::filters::Filters;
use super::marked::Marks;
use super::say;
use super::views::ListField;
use crate::app::{FormKey, FormKind, Scene};
use crate::format::Formats;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens};
use crate::widgets::{
    Cell, Field, Pill, Sorting, TICK_BOX, Table, TableColumn, TableResponse, TableRows, avatar, avatar_size,
    person_name, telling_icon, text, text_cut, tick_box,
};
use crate::words::Words;

/// The form in which a city is typed in a row.
pub(super) fn city_key(person: PersonId) -> FormKey {
    FormKey::about(FormKind::ListField, person)
}

/// The field in which it is typed.
pub(super) fn city_id(person: PersonId) -> Id {
    Id::unique(("city in the row", person))
}

/// What the table changes of the page.
#[derive(Debug)]
pub(super) struct TableState<'a> {
    /// The chosen person.
    pub(super) chosen: &'a mut Option<PersonId>,
    /// People who are marked for something to be done with all of them.
    pub(super) marks: &'a mut Marks,
    /// The table is to take the focus of the keyboard.
    pub(super) take_focus: bool,
    /// The row that is to be seen.
    pub(super) reveal: Option<usize>,
}

/// What came of the table in a frame.
#[derive(Debug)]
pub(super) struct TableAnswer {
    pub(super) table: TableResponse<PersonId>,
    /// The people who are seen, by their places.
    pub(super) seen: std::ops::Range<usize>,
    /// A city was typed for this person.
    pub(super) city_typed: Option<(PersonId, String)>,
}

/// Shows the table.
pub(super) fn table(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    filters: &mut Filters,
    state: TableState<'_>,
    view: &ListView,
) -> TableAnswer {
    let columns = columns(filters.filter.view, filters.which());
    let words = scene.words;
    let titles: Vec<String> = columns.iter().map(|column| column.title(words)).collect();
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
    let home = filters.which() == WhichList::Home;
    let (formats, today) = (scene.formats, scene.today);
    let places = Places { groups: &view.groups, rows: view.rows.len() };
    let rows = &view.rows;
    let mut shown =
        Rows { list: rows, places, columns, marks: state.marks, scene, words, formats, today, home, city_typed: None };
    let name = words.get("page-list");
    let reveal = state.reveal.map(|row| places.shown_at(row));
    let table = Table::new(&name, &heads).take_focus(state.take_focus).reveal(reveal);
    let answer = table.show(ui, words, state.chosen, &mut sorting, &mut shown);
    let city_typed = shown.city_typed;
    if let Some(sorting) = sorting.filter(|_| answer.sorted) {
        let order = columns.get(sorting.column).and_then(|column| column.order());
        (filters.order, filters.descending) = (order.unwrap_or_default(), sorting.descending);
    }
    let seen = places.people(&answer.seen);
    TableAnswer { table: answer, seen, city_typed }
}

/// Where people stand among the headings of their cities.
#[derive(Clone, Copy, Debug)]
struct Places<'a> {
    groups: &'a [CityGroup],
    rows: usize,
}

impl Places<'_> {
    /// How many rows are shown, headings too.
    const fn count(&self) -> usize {
        self.rows + self.groups.len()
    }

    /// The heading at or above a shown row: its place among headings.
    fn heading_over(&self, shown: usize) -> Option<usize> {
        // Above the n-th heading stand n others and everyone of their cities.
        let mut above = (0, self.groups.len());
        while above.0 < above.1 {
            let middle = usize::midpoint(above.0, above.1);
            let stands = self.groups.get(middle).map_or(usize::MAX, |group| group.from + middle);
            above = if stands <= shown { (middle + 1, above.1) } else { (above.0, middle) };
        }
        above.0.checked_sub(1)
    }

    /// The city whose heading a shown row is.
    fn heading(&self, shown: usize) -> Option<&CityGroup> {
        let heading = self.heading_over(shown)?;
        self.groups.get(heading).filter(|group| group.from + heading == shown)
    }

    /// The place of the person of a shown row; none for a heading.
    fn person(&self, shown: usize) -> Option<usize> {
        match self.heading_over(shown) {
            Some(_) if self.heading(shown).is_some() => None,
            Some(heading) => Some(shown - heading - 1),
            None => Some(shown),
        }
    }

    /// The shown row of the person at a place.
    fn shown_at(&self, person: usize) -> usize {
        person + self.groups.partition_point(|group| group.from <= person)
    }

    /// The people among shown rows, by their places.
    fn people(&self, shown: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let from = shown.clone().find_map(|row| self.person(row)).unwrap_or(0);
        let to = shown.clone().rev().find_map(|row| self.person(row)).map_or(from, |row| row + 1);
        from..to
    }
}

/// The rows of the table.
struct Rows<'a, 's> {
    list: &'a [ListRow],
    places: Places<'a>,
    columns: &'a [Column],
    marks: &'a mut Marks,
    scene: &'a mut Scene<'s>,
    words: &'a Words,
    formats: &'a Formats,
    today: NaiveDate,
    home: bool,
    city_typed: Option<(PersonId, String)>,
}

impl TableRows<PersonId> for Rows<'_, '_> {
    fn count(&self) -> usize {
        self.places.count()
    }

    fn key(&self, row: usize) -> Option<PersonId> {
        self.row(row).map(|row| row.person.id)
    }

    fn heading(&self, row: usize) -> Option<(String, String)> {
        let group = self.places.heading(row)?;
        Some((group.name.clone(), self.formats.count(group.people)))
    }

    fn name(&self, row: usize) -> String {
        let Some(row) = self.row(row) else { return String::new() };
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
        let list = self.list;
        let row = self.places.person(cell.row).and_then(|row| list.get(row));
        let (Some(row), Some(column)) = (row, self.columns.get(cell.column)) else { return };
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
            Column::City if cell.selected => self.city_cell(ui, row.person.id),
            Column::City => plain(ui, &row.person.city),
            Column::Interests => plain(ui, &row.person.interests.join(", ")),
            Column::Problem => plain(ui, &row.person.problem),
            Column::Information => plain(ui, row.beside.information.as_deref().unwrap_or_default()),
            Column::Promise => plain(ui, row.beside.promise.as_deref().unwrap_or_default()),
            Column::Ask => plain(ui, row.beside.ask.as_ref().map(|ask| ask.text.as_str()).unwrap_or_default()),
            Column::Phone => {
                let phone = row.person.phones.first().map(|phone| Formats::phone(&phone.number));
                text(ui, phone.as_deref().unwrap_or(NOTHING), TextSize::SoftTabular, soft);
            }
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

impl Rows<'_, '_> {
    fn row(&self, shown: usize) -> Option<&ListRow> {
        self.places.person(shown).and_then(|row| self.list.get(row))
    }

    /// Asks for a city in the row itself.
    fn city_cell(&mut self, ui: &mut Ui, person: PersonId) {
        let (label, hint) = (self.words.get("list-city"), self.words.get("list-city-in-row"));
        let width = ui.available_width();
        let form = self.scene.form(&city_key(person), ListField::default);
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.with_layout(layout, |ui| {
            let field = Field::new(&label, &mut form.text).hint(&hint).hide_label().id(city_id(person));
            let answer = field.width(width).show(ui);
            if answer.committed && !form.text.trim().is_empty() {
                self.city_typed = Some((person, form.text.trim().to_owned()));
            }
        });
    }

    /// Within the own city the street, elsewhere the city; below the heading of a city the street alone.
    fn place<'r>(&self, row: &'r ListRow) -> &'r str {
        if !self.places.groups.is_empty() {
            return &row.person.address;
        }
        if self.home && !row.person.address.is_empty() { &row.person.address } else { &row.person.city }
    }

    fn name_cell(&mut self, ui: &mut Ui, row: &ListRow, selected: bool) {
        let tokens = Tokens::of(ui);
        let name = row.person.name.full();
        if self.marks.is_empty() && !ui.rect_contains_pointer(ui.max_rect()) {
            avatar(ui, &name, avatar_size::SMALL, selected);
        } else {
            let mut on = self.marks.has(row.person.id);
            let label = self.words.with("list-mark", &[("name", name.as_str().into())]);
            if tick_box(ui, &mut on, &label).changed() {
                self.marks.toggle(row.person.id);
            }
            // As wide as the avatar, so that the name stays where it is.
            ui.add_space(avatar_size::SMALL - TICK_BOX);
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
