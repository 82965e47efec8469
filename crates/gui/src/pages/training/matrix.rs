//! What each person has learnt: people against the steps of the path.

use std::sync::Arc;

use egui::{CornerRadius, EventFilter, Key, Modifiers, Stroke, StrokeKind, Ui};
use sponsor_core::command::Command;
use sponsor_core::learning::{Step, learnt_of, steps};
use sponsor_core::model::{Person, PersonId};

use super::ask::LearnersQuestion;
use super::path::{name_cell, path_card, told, turn};
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, radius, space, stroke};
use crate::widgets::{
    Button, Card, Cell, ColumnWidth, Sorting, Table, TableColumn, TableRows, empty_state, key_hint, opening, soft,
    split, text, tick_box,
};

/// The height that the path of the chosen one takes below.
const PATH: f32 = 236.0;

/// The part of the page as it was left.
#[derive(Debug, Default)]
pub(super) struct Matrix {
    selected: Option<PersonId>,
    /// The step that the arrows are at.
    step: usize,
    sorting: Option<Sorting>,
    focus: bool,
}

struct Rows<'a> {
    scene: &'a Scene<'a>,
    people: &'a [Arc<Person>],
    steps: &'a [Step],
    /// The step at which the arrows are, while the table has the focus.
    at: Option<usize>,
    pressed: Option<(usize, usize)>,
}

impl Matrix {
    /// Chooses a person.
    pub(super) const fn choose(&mut self, person: Option<PersonId>) {
        self.selected = person;
        self.focus = true;
    }

    /// Shows the table and the path of the chosen one; tells whether the path is to be changed.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let Some(people) = scene.ask(&LearnersQuestion) else {
            opening(ui, &scene.words.get("page-opens"));
            return false;
        };
        let path = steps(&scene.frame.settings, scene.words.language());
        let change = bar(ui, scene, people.len());
        if people.is_empty() {
            nobody(ui, scene);
            return change;
        }
        let chosen = self.selected.and_then(|id| people.iter().find(|person| person.id == id)).cloned();
        let room = ui.available_height() - if chosen.is_some() { PATH + space::L } else { 0.0 };
        let command = self.table(ui, scene, &people, &path, room.max(height::TABLE_ROW * 5.0));
        if let Some(command) = command {
            scene.run(command);
        }
        if let Some(person) = chosen {
            ui.add_space(space::L);
            path_card(ui, scene, &person);
        }
        change
    }

    fn table(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        people: &[Arc<Person>],
        path: &[Step],
        room: f32,
    ) -> Option<Command> {
        let titles: Vec<String> = path.iter().map(|step| two_lines(&step.words.title)).collect();
        let (name, table) = (scene.words.get("training-column-learner"), scene.words.get("training-part-learnt"));
        let count = scene.words.get("training-column-learnt");
        let mut columns = vec![TableColumn::new(&name, ColumnWidth::Share { weight: 2.0, least: 176.0 })];
        columns.extend(
            titles.iter().map(|title| TableColumn::new(title, ColumnWidth::Share { weight: 1.0, least: 66.0 })),
        );
        columns.push(TableColumn::new(&count, ColumnWidth::Exact(62.0)).right().yields(1));
        let mut rows = Rows { scene, people, steps: path, at: None, pressed: None };
        let table_id = ui.make_persistent_id(("table", table.as_str()));
        if ui.memory(|memory| memory.has_focus(table_id)) {
            rows.at = Some(self.step.min(path.len().saturating_sub(1)));
        }
        let reveal = self.focus.then(|| people.iter().position(|one| Some(one.id) == self.selected)).flatten();
        let answer = Card::new()
            .padding(8)
            .show(ui, |ui| {
                Table::new(&table, &columns)
                    .max_height(room - 2.0 * space::L)
                    .take_focus(std::mem::take(&mut self.focus))
                    .reveal(reveal)
                    .show(ui, scene.words, &mut self.selected, &mut self.sorting, &mut rows)
            })
            .inner;
        let by_key = answer.response.has_focus().then(|| self.keys(ui, answer.response.id, path.len())).flatten();
        let row = || people.iter().position(|one| Some(one.id) == self.selected);
        let (row, step) = rows.pressed.or_else(|| Some((row()?, by_key?)))?;
        self.step = step;
        Some(turn(scene, people.get(row)?, &path.get(step)?.key))
    }

    /// Left and right walk the steps, Space ticks one; gives the step that is ticked.
    fn keys(&mut self, ui: &Ui, table: egui::Id, count: usize) -> Option<usize> {
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(table, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowRight) {
            self.step = (self.step + 1).min(count.saturating_sub(1));
            ui.ctx().request_repaint();
        }
        if pressed(Key::ArrowLeft) {
            self.step = self.step.saturating_sub(1);
            ui.ctx().request_repaint();
        }
        pressed(Key::Space).then(|| self.step.min(count.saturating_sub(1)))
    }
}

/// What the part is about, the keys, and the way to change the path.
fn bar(ui: &mut Ui, scene: &Scene<'_>, people: usize) -> bool {
    let words = scene.words;
    let (about, change) = (words.get("training-learnt-about"), words.get("training-change-path"));
    let (walk, tick) = (words.get("training-key-walk"), words.get("training-key-learnt"));
    let wide = ui.available_width() > 900.0;
    let pressed = split(
        ui,
        height::BUTTON,
        |ui| soft(ui, &about),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let pressed = ui.add(Button::plain(&change).icon(icons::EDIT)).clicked();
            if people > 0 && wide {
                key_hint(ui, &["Space"], &tick);
                key_hint(ui, &["←", "→", "↑", "↓"], &walk);
            }
            pressed
        },
    )
    .1;
    ui.add_space(space::M);
    pressed
}

/// Nobody learns yet.
fn nobody(ui: &mut Ui, scene: &mut Scene<'_>) {
    let [title, about, meet] =
        ["training-nobody-learns", "training-nobody-learns-about", "meet-new-person"].map(|key| scene.words.get(key));
    let card = Card::new().show(ui, |ui| {
        empty_state(ui, icons::LEARN, &title, &about, |ui| {
            ui.add(Button::primary(&meet).icon(icons::ONBOARDING)).clicked()
        })
    });
    if card.inner {
        scene.go(Place::Meet(None));
    }
}

/// A title in two lines, parted at the space nearest to its middle.
fn two_lines(title: &str) -> String {
    let count = title.chars().count();
    let spaces = title.char_indices().enumerate().filter(|(_, (_, letter))| letter.is_whitespace());
    let nearest = spaces.min_by_key(|(at, _)| at.abs_diff(count / 2)).map(|(_, (byte, _))| byte);
    match nearest.and_then(|byte| title.split_at_checked(byte)) {
        Some((first, second)) if count > 10 => format!("{first}\n{}", second.trim_start()),
        _ => title.to_owned(),
    }
}

impl TableRows<PersonId> for Rows<'_> {
    fn count(&self) -> usize {
        self.people.len()
    }

    fn key(&self, row: usize) -> Option<PersonId> {
        self.people.get(row).map(|person| person.id)
    }

    fn name(&self, row: usize) -> String {
        let Some(person) = self.people.get(row) else { return String::new() };
        format!("{}, {}", person.name.full(), self.count_of(person))
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let Some(person) = self.people.get(cell.row) else { return };
        let Some(at) = cell.column.checked_sub(1) else { return name_cell(ui, person) };
        let Some(step) = self.steps.get(at) else {
            let soft = Tokens::of(ui).soft;
            text(ui, &self.count_of(person), TextSize::SoftTabular, soft);
            return;
        };
        let learnt = person.learnt.iter().find(|one| one.step == step.key);
        let mut on = learnt.is_some();
        let response = tick_box(ui, &mut on, &told(self.scene, person, step));
        if cell.selected && self.at == Some(at) {
            let ring = Stroke::new(stroke::FOCUS, Tokens::of(ui).accent);
            let place = response.rect.expand(4.0);
            ui.painter().rect_stroke(place, CornerRadius::same(radius::ENTRY), ring, StrokeKind::Inside);
        }
        if response.changed() {
            self.pressed = Some((cell.row, at));
        }
        if let Some(learnt) = learnt {
            response.on_hover_text(self.scene.formats.date_long(learnt.on));
        }
    }
}

impl Rows<'_> {
    fn count_of(&self, person: &Person) -> String {
        let done = learnt_of(self.steps, &person.learnt);
        self.scene.words.with("training-learnt-of", &[("done", done.into()), ("total", self.steps.len().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::two_lines;

    #[test]
    fn a_long_title_is_parted_between_its_words() {
        assert_eq!(two_lines("2-минутна презентация"), "2-минутна\nпрезентация");
        assert_eq!(two_lines("Поканата"), "Поканата");
        assert_eq!(two_lines("Среща 2+1"), "Среща 2+1");
        assert_eq!(two_lines("Sponsoring online"), "Sponsoring\nonline");
    }
}
