//! Everyone who was invited to a training or came: a row each, ticked by a press or by the keyboard.

use egui::{Key, Modifiers, Response, Ui};
use sponsor_core::learning::{Step, next_step};
use sponsor_core::model::{Attendance, AttendanceChange, Mode, PersonId};
use sponsor_core::query::Attendee;

use super::say;
use crate::app::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, height};
use crate::widgets::{
    Button, Cell, ColumnWidth, Sorting, Table, TableColumn, TableRows, avatar, avatar_size, person_name, soft,
    text_cut, tick_box,
};
use crate::words::Words;

/// The columns by their places.
const NAME: usize = 0;
const ROLE: usize = 1;
const CAME: usize = 2;
const ONLINE: usize = 3;
const WANTS: usize = 4;
const NEXT: usize = 5;
const OFF: usize = 6;

/// The rows of a training.
struct Rows<'a> {
    words: &'a Words,
    people: &'a [Attendee],
    steps: &'a [Step],
    /// How those come of whom nothing else is said.
    usual: Mode,
    change: Option<AttendanceChange>,
}

/// What came of the table in a frame.
pub(super) struct Ticked {
    pub(super) change: Option<AttendanceChange>,
    pub(super) response: Response,
}

/// How a table of people is shown.
pub(super) struct Attending<'a> {
    pub(super) people: &'a [Attendee],
    pub(super) steps: &'a [Step],
    pub(super) usual: Mode,
    pub(super) height: f32,
    pub(super) focus: bool,
}

impl Attending<'_> {
    /// Shows the table; gives what was changed in it.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        selected: &mut Option<PersonId>,
        sorting: &mut Option<Sorting>,
    ) -> Ticked {
        let words = scene.words;
        let [name, came, online, wants, next, table] = [
            "training-column-name",
            "training-column-came",
            "training-column-online",
            "training-column-wants",
            "training-column-next",
            "training-people",
        ]
        .map(|key| words.get(key));
        let wants = wants.replace('/', "\n");
        let columns = [
            TableColumn::new(&name, ColumnWidth::Share { weight: 2.0, least: 168.0 }),
            TableColumn::new("", ColumnWidth::Exact(74.0)).yields(1),
            TableColumn::new(&came, ColumnWidth::Exact(52.0)),
            TableColumn::new(&online, ColumnWidth::Exact(58.0)),
            TableColumn::new(&wants, ColumnWidth::Exact(72.0)),
            TableColumn::new(&next, ColumnWidth::Share { weight: 1.0, least: 96.0 }).yields(2),
            TableColumn::new("", ColumnWidth::Exact(28.0)).yields(3),
        ];
        let mut rows = Rows { words, people: self.people, steps: self.steps, usual: self.usual, change: None };
        let answer = Table::new(&table, &columns)
            .row_height(height::TABLE_ROW_TALL)
            .max_height(self.height)
            .take_focus(self.focus)
            .show(ui, words, selected, sorting, &mut rows);
        let by_key = answer.response.has_focus().then(|| rows.keys(ui, *selected)).flatten();
        Ticked { change: rows.change.or(by_key), response: answer.response }
    }
}

impl Rows<'_> {
    /// Space: came or not; O: online or in person; G: wants to grow; Delete: neither invited nor came.
    fn keys(&self, ui: &Ui, selected: Option<PersonId>) -> Option<AttendanceChange> {
        let one = self.people.iter().find(|one| Some(one.person.id) == selected)?;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Space) {
            return Some(self.came(one, one.came.is_none()));
        }
        if pressed(Key::O) {
            return Some(self.online(one));
        }
        if pressed(Key::G) {
            return Some(self.wants(one));
        }
        pressed(Key::Delete).then_some(AttendanceChange::Off(one.person.id))
    }

    fn attendance(&self, one: &Attendee) -> Attendance {
        one.came.unwrap_or(Attendance { person: one.person.id, mode: self.usual, wants_more: false })
    }

    fn came(&self, one: &Attendee, came: bool) -> AttendanceChange {
        if came { AttendanceChange::Came(self.attendance(one)) } else { AttendanceChange::NotCame(one.person.id) }
    }

    fn online(&self, one: &Attendee) -> AttendanceChange {
        let known = self.attendance(one);
        let other = match known.mode {
            Mode::InPerson => Mode::Online,
            Mode::Online => Mode::InPerson,
        };
        // Who was not there before comes online.
        AttendanceChange::Came(Attendance { mode: one.came.map_or(Mode::Online, |_| other), ..known })
    }

    fn wants(&self, one: &Attendee) -> AttendanceChange {
        let known = self.attendance(one);
        AttendanceChange::Came(Attendance { wants_more: !known.wants_more, ..known })
    }

    fn tick(&self, ui: &mut Ui, key: &str, name: &str, on: bool) -> bool {
        let mut on = on;
        let told = self.words.with(key, &[("name", name.into())]);
        tick_box(ui, &mut on, &told).changed()
    }
}

impl TableRows<PersonId> for Rows<'_> {
    fn count(&self) -> usize {
        self.people.len()
    }

    fn key(&self, row: usize) -> Option<PersonId> {
        self.people.get(row).map(|one| one.person.id)
    }

    fn name(&self, row: usize) -> String {
        let Some(one) = self.people.get(row) else { return String::new() };
        let mut parts = vec![one.person.name.full(), say::role(self.words, &one.person)];
        match one.came {
            Some(came) => {
                parts.push(self.words.get("training-told-came"));
                parts.push(say::mode_word(self.words, came.mode));
                if came.wants_more {
                    parts.push(self.words.get("training-told-wants"));
                }
            }
            None => parts.push(self.words.get("training-told-not-came")),
        }
        parts.join(", ")
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let tokens = Tokens::of(ui);
        let Some(one) = self.people.get(cell.row) else { return };
        let name = one.person.name.full();
        match cell.column {
            NAME => {
                avatar(ui, &name, avatar_size::SMALL, false);
                person_name(ui, &name, TextSize::Medium, tokens.ink);
            }
            ROLE => {
                soft(ui, &say::role(self.words, &one.person));
            }
            CAME if self.tick(ui, "training-came-name", &name, one.came.is_some()) => {
                self.change = Some(self.came(one, one.came.is_none()));
            }
            ONLINE => {
                if let Some(came) = one.came
                    && self.tick(ui, "training-online-name", &name, came.mode == Mode::Online)
                {
                    self.change = Some(self.online(one));
                }
            }
            WANTS => {
                if let Some(came) = one.came
                    && self.tick(ui, "training-wants-name", &name, came.wants_more)
                {
                    self.change = Some(self.wants(one));
                }
            }
            NEXT => {
                let learns = one.person.registration.is_some() || !one.person.learnt.is_empty();
                let next = next_step(self.steps, &one.person.learnt).filter(|_| learns);
                let words = next.map_or("–", |step| step.words.title.as_str());
                text_cut(ui, words, TextSize::Soft, tokens.soft);
            }
            OFF if cell.selected => {
                let told = self.words.with("training-off-name", &[("name", name.as_str().into())]);
                if ui.add(Button::quiet_icon(icons::CLOSE, &told).small()).clicked() {
                    self.change = Some(AttendanceChange::Off(one.person.id));
                }
            }
            _ => {}
        }
    }
}
