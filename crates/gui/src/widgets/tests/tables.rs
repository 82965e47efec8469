//! How tables are walked, sorted and kept.

use std::sync::LazyLock;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::light;
use crate::widgets::*;
use crate::words::{Language, Words};

fn bulgarian() -> Words {
    Words::new(Language::Bulgarian)
}

struct Names(Vec<&'static str>);

impl TableRows<&'static str> for Names {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn key(&self, row: usize) -> Option<&'static str> {
        self.0.get(row).copied()
    }

    fn name(&self, row: usize) -> String {
        self.0.get(row).copied().unwrap_or_default().to_owned()
    }

    fn cell(&mut self, ui: &mut egui::Ui, cell: Cell) {
        let name = self.0.get(cell.row).copied().unwrap_or_default();
        soft(ui, &format!("{name} {}", cell.column));
    }
}

struct TableState {
    selection: Option<&'static str>,
    sorting: Option<Sorting>,
    activated: Option<&'static str>,
    rows: Names,
}

/// A hundred names, as in a list of contacts.
static HUNDRED: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| (0..100).map(|index| &*format!("Човек {index}").leak()).collect());

fn table<'a>() -> egui_kittest::Harness<'a, TableState> {
    let words = bulgarian();
    light(
        move |ui, state: &mut TableState| {
            let columns = [
                TableColumn::new("Име", ColumnWidth::Share { weight: 1.0, least: 100.0 }).sorts(),
                TableColumn::new("Точки", ColumnWidth::Exact(80.0)).right().sorts(),
            ];
            let response = Table::new("Хора", &columns).show(
                ui,
                &words,
                &mut state.selection,
                &mut state.sorting,
                &mut state.rows,
            );
            state.activated = response.activated.or(state.activated);
        },
        TableState { selection: None, sorting: None, activated: None, rows: Names(HUNDRED.clone()) },
    )
}

#[test]
fn a_table_is_walked_by_the_keyboard() {
    let mut window = table();
    window.get_by_role_and_label(Role::Row, HUNDRED[1]).click();
    window.run();
    assert_eq!(window.state().selection, Some(HUNDRED[1]));
    for (key, expected) in [
        (Key::ArrowDown, HUNDRED[2]),
        (Key::ArrowUp, HUNDRED[1]),
        (Key::End, HUNDRED[99]),
        (Key::Home, HUNDRED[0]),
        (Key::ArrowUp, HUNDRED[0]),
    ] {
        window.key_press(key);
        window.run();
        assert_eq!(window.state().selection, Some(expected), "{key:?}");
        window.get_by_role_and_label(Role::Row, expected);
    }
    window.key_press(Key::PageDown);
    window.run();
    assert!(window.state().selection.is_some_and(|name| name != HUNDRED[0] && name != HUNDRED[1]));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().activated, window.state().selection);
}

#[test]
fn only_the_rows_that_are_seen_are_drawn() {
    let window = table();
    let drawn = window.query_all_by_role(Role::Row).count();
    assert!((10..25).contains(&drawn), "{drawn} rows");
}

#[test]
fn a_heading_sorts_and_sorts_the_other_way() {
    let mut window = table();
    window.get_by_role_and_label(Role::ColumnHeader, "Точки").click();
    window.run();
    assert_eq!(window.state().sorting, Some(Sorting { column: 1, descending: false }));
    window.get_by_role_and_label(Role::ColumnHeader, "Точки, подредено нагоре").click();
    window.run();
    assert_eq!(window.state().sorting, Some(Sorting { column: 1, descending: true }));
}

#[test]
fn a_selection_stays_with_its_record_when_the_order_changes() {
    let mut window = table();
    window.get_by_role_and_label(Role::Row, HUNDRED[1]).click();
    window.run();
    window.state_mut().rows.0.swap(1, 3);
    window.run();
    let row = window.get_by_role_and_label(Role::Row, HUNDRED[1]);
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
}

/// A table of three columns, of which the last goes where there is no room, in a room of this width.
fn narrowed<'a>(width: f32) -> egui_kittest::Harness<'a, f32> {
    let words = bulgarian();
    light(
        move |ui, width: &mut f32| {
            let columns = [
                TableColumn::new("Име", ColumnWidth::Share { weight: 1.0, least: 140.0 }),
                TableColumn::new("Точки", ColumnWidth::Exact(80.0)),
                TableColumn::new("Последна поръчка", ColumnWidth::Exact(40.0)).yields(1),
            ];
            ui.set_max_width(*width);
            let _ = Table::new("Хора", &columns).show(ui, &words, &mut None, &mut None, &mut Names(HUNDRED.clone()));
        },
        width,
    )
}

#[test]
fn a_column_goes_where_there_is_no_room_for_it() {
    let mut window = narrowed(520.0);
    let width = window.get_by_label("Човек 0 2").rect().left() - window.get_by_label("Човек 0 1").rect().left();
    assert!((width - 92.0).abs() < 1.0, "the columns stand where their widths say: {width}");
    *window.state_mut() = 300.0;
    window.run();
    assert!(window.query_by_label("Човек 0 2").is_none());
    window.get_by_label("Човек 0 1");
}

#[test]
fn a_column_is_drawn_wider_and_gets_its_own_width_back() {
    let mut window = narrowed(520.0);
    let second = |window: &egui_kittest::Harness<'_, f32>| window.get_by_label("Човек 0 2").rect().left();
    let before = second(&window);
    let handle = window.get_by_role_and_label(Role::Splitter, "Ширина на колоната „Точки“").rect().center();
    window.drag_at(handle);
    window.run();
    window.hover_at(handle + egui::vec2(30.0, 0.0));
    window.run();
    window.drop_at(handle + egui::vec2(30.0, 0.0));
    window.run();
    let name = |window: &egui_kittest::Harness<'_, f32>| window.get_by_label("Човек 0 1").rect().left();
    let wide = second(&window) - name(&window);
    assert!((wide - 122.0).abs() < 2.0, "{wide}");
    let handle = window.get_by_role_and_label(Role::Splitter, "Ширина на колоната „Точки“").rect().center();
    for _ in 0..2 {
        window.drag_at(handle);
        window.drop_at(handle);
    }
    window.run();
    assert!((second(&window) - before).abs() < 1.0);
}
