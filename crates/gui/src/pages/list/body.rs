//! The page with people on it: lists, filters, the table, and the pane of the chosen person.

use egui::{Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use sponsor_core::command::{Command, PeopleChange};
use sponsor_core::model::{PersonId, ReadyView, WhichList};
use sponsor_core::query::{ListView, PersonView};

use super::deleting::Deleting;
use super::marked::{self, Asked, Moved};
use super::table::{TableState, city_id, city_key, table};
use super::{ListPage, bar, pane, seen_words};
use crate::app::Scene;
use crate::theme::{TextSize, Tokens, space, width};
use crate::widgets::{Button, Card, hairline, keep_free, key_hint, split, text};

/// Height of the line for names above the table.
const QUICK: f32 = 50.0;
/// Height of the line below the table.
const FOOT: f32 = 40.0;

/// The least width of a list that can be read.
const LEAST: f32 = 600.0;

impl ListPage {
    /// Shows the list, and at its right the pane.
    pub(super) fn body(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView, person: Option<&PersonView>) {
        let room = ui.available_rect_before_wrap();
        let pane_width = width::pane(ui.ctx().content_rect().width());
        let mut left = room;
        // Where there is no room for both, the pane stands in the place of the list.
        let beside = room.width() - pane_width - space::L >= LEAST;
        if let Some(person) = person {
            left.max.x -= pane_width + space::L;
            let from = if beside { room.right() - pane_width } else { room.left() };
            let right = Rect::from_min_max(pos2(from, room.top()), room.max);
            let builder = UiBuilder::new().id_salt("pane").max_rect(right);
            let enter = std::mem::take(&mut self.enter_pane);
            let event = ui.scope_builder(builder, |ui| pane::pane(ui, scene, person, enter)).inner;
            if let Some(event) = event {
                self.pane_event(event, person.row.person.id);
            }
        }
        if beside || person.is_none() {
            ui.scope_builder(UiBuilder::new().id_salt("list").max_rect(left), |ui| self.list(ui, scene, view));
        }
        ui.advance_cursor_after_rect(room);
    }

    fn list(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView) {
        ui.spacing_mut().item_spacing.y = 0.0;
        bar::lists(ui, scene, &mut self.filters, view);
        ui.add_space(space::M);
        bar::chips(ui, scene, &mut self.filters, &mut self.views, view);
        ui.add_space(space::M);
        Card::new().padding(0).show(ui, |ui| {
            let inside = ui.available_rect_before_wrap();
            ui.set_min_height(inside.height());
            let part = |from: f32, to: f32, left: f32, right: f32| {
                let bottom = if to > 0.0 { inside.top() + to } else { inside.bottom() + to };
                let top = if from >= 0.0 { inside.top() + from } else { inside.bottom() + from };
                Rect::from_min_max(pos2(inside.left() + left, top), pos2(inside.right() - right, bottom))
            };
            let quick = part(space::S, QUICK, space::M, space::M);
            let builder = UiBuilder::new().id_salt("quick").max_rect(quick);
            ui.scope_builder(builder, |ui| self.quick.line(ui, scene, &self.filters, view));
            let builder = UiBuilder::new().id_salt("rows").max_rect(part(QUICK, -FOOT, space::M, space::S));
            let seen = ui.scope_builder(builder, |ui| self.rows(ui, scene, view)).inner;
            let builder = UiBuilder::new().id_salt("foot").max_rect(part(-FOOT, 0.0, 0.0, 0.0));
            ui.scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                hairline(ui);
                if self.marks.is_empty() {
                    footer(ui, scene, &seen, view.rows.len(), self.asks_city());
                } else {
                    keep_free(ui.ctx(), ui.max_rect());
                    self.with_marked(ui, scene, view);
                }
            });
        });
    }

    fn rows(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView) -> std::ops::Range<usize> {
        if view.rows.is_empty() {
            bar::no_match(ui, scene, self.filters.are_set());
            let show_all = scene.words.get("list-show-all");
            if self.filters.are_set() {
                ui.vertical_centered(|ui| {
                    if ui.add(Button::plain(&show_all)).clicked() {
                        self.filters.clear();
                    }
                });
            }
            return 0..0;
        }
        let followed = std::mem::take(&mut self.follow);
        let chosen = self.chosen.filter(|_| self.reveal || followed);
        let reveal = chosen.and_then(|id| view.rows.iter().position(|row| row.person.id == id));
        // The list on which the person stands may still be on its way; then it is scrolled when it comes.
        self.reveal &= reveal.is_none();
        // A panel that closes in this frame still holds the focus; then the table takes it in the next.
        let covered = super::is_covered(ui);
        let take_focus = !covered && std::mem::take(&mut self.take_focus);
        if covered && self.take_focus {
            ui.ctx().request_repaint();
        }
        let before = self.chosen;
        let state = TableState {
            chosen: &mut self.chosen,
            marks: &mut self.marks,
            take_focus: take_focus || reveal.is_some() && !self.quietly && !followed,
            reveal,
        };
        let answer = table(ui, scene, &mut self.filters, state, view);
        let (clicked, held) = (answer.table.clicked.is_some(), ui.input(|input| input.modifiers));
        if clicked || answer.table.selected {
            let moved = Moved { from: before, to: self.chosen, clicked, held };
            self.marks.follow(moved, &view.rows);
        }
        let entered = answer.table.activated;
        self.enter_pane = entered.is_some() && !self.asks_city();
        if let Some(person) = entered.filter(|_| self.asks_city()) {
            ui.memory_mut(|memory| memory.request_focus(city_id(person)));
        }
        let focused = ui.memory(egui::Memory::focused);
        let free = focused.is_none() || answer.table.response.has_focus();
        if free || !covered && !ui.ctx().text_edit_focused() {
            self.table_keys(ui, view, free);
        }
        if let Some((person, city)) = answer.city_typed {
            self.put_city(scene, view, person, city);
        }
        answer.seen
    }

    /// Whether rows wait for a city that is typed in them.
    const fn asks_city(&self) -> bool {
        matches!(self.filters.which(), WhichList::NoCity) && matches!(self.filters.filter.view, ReadyView::Everyone)
    }

    /// Gives a person the city that was typed in their row; the next one is asked then.
    fn put_city(&mut self, scene: &mut Scene<'_>, view: &ListView, person: PersonId, city: String) {
        let change = PeopleChange::City(city);
        scene.save(city_key(person), Command::EditPeople { people: vec![person], change });
        let at = view.rows.iter().position(|row| row.person.id == person).unwrap_or(0);
        let next = view.rows.get(at + 1).or_else(|| at.checked_sub(1).and_then(|at| view.rows.get(at)));
        self.city_after = Some((person, next.map(|row| row.person.id)));
    }

    /// Hears whether the city was saved, and goes on to the next one.
    pub(super) fn hear_city(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let Some((person, next)) = self.city_after.filter(|(person, _)| scene.was_saved(&city_key(*person))) else {
            return;
        };
        self.city_after = None;
        if self.chosen == Some(person) {
            self.chosen = next;
        }
        if let Some(next) = next {
            ui.memory_mut(|memory| memory.request_focus(city_id(next)));
        }
    }

    /// Keys of the table: Space marks, Ctrl+A marks everyone, Delete deletes. While something else on the page has the
    /// focus Space is its own.
    fn table_keys(&mut self, ui: &Ui, view: &ListView, free: bool) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if free
            && pressed(Key::Space)
            && let Some(chosen) = self.chosen
        {
            self.marks.toggle(chosen);
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
            self.marks.all(&view.rows);
            self.take_focus = true;
        }
        if pressed(Key::Delete) {
            let people: Vec<PersonId> =
                if self.marks.is_empty() { self.chosen.into_iter().collect() } else { self.marks.people() };
            self.delete(people, view);
        }
    }

    /// Deletes people; the next row is chosen, so that one may go on.
    fn delete(&mut self, people: Vec<PersonId>, view: &ListView) {
        if people.is_empty() {
            return;
        }
        let stays = |row: &&sponsor_core::query::ListRow| !people.contains(&row.person.id);
        let at = view.rows.iter().position(|row| people.contains(&row.person.id)).unwrap_or(0);
        let next = view.rows.iter().skip(at).find(stays);
        let next = next.or_else(|| view.rows.iter().take(at).rev().find(stays));
        if self.chosen.is_some_and(|chosen| people.contains(&chosen)) {
            self.after_delete = next.map(|row| row.person.id);
        }
        self.deleting = Some(Deleting::new(people));
    }

    /// What can be done with all who are marked.
    fn with_marked(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView) {
        match marked::bar(ui, scene, &mut self.marks, FOOT - 1.0) {
            Some(Asked::Delete) => self.deleting = Some(Deleting::new(self.marks.people())),
            Some(Asked::Unmark) => self.marks.clear(),
            Some(Asked::Compare) => self.compare_marked(),
            Some(Asked::Export) => self.exporting = Some(self.offers(scene, view)),
            None => {}
        }
    }
}

fn footer(ui: &mut Ui, scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize, city: bool) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let range = seen_words(scene, seen, count);
    let narrow = ui.available_width() < 560.0;
    split(
        ui,
        FOOT - 1.0,
        |ui| {
            ui.add_space(space::L);
            text(ui, &range, TextSize::SoftTabular, tokens.soft);
        },
        |ui| {
            ui.add_space(space::M);
            key_hint(ui, &["Del"], &words.get("list-key-delete"));
            if !narrow {
                key_hint(ui, &["Enter"], &words.get(if city { "list-key-city" } else { "list-key-open" }));
            }
            key_hint(ui, &["Space"], &words.get("list-key-mark"));
            key_hint(ui, &["↑", "↓"], &words.get("list-key-person"));
        },
    );
}
