//! The page with people on it: lists, filters, the table, and the pane of the chosen person.

use egui::{Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use sponsor_core::command::Command;
use sponsor_core::model::{PersonId, Stage};
use sponsor_core::query::{ListView, PersonView};

use super::deleting::Deleting;
use super::table::{TableState, mark, table};
use super::{ListPage, filters, pane, say, seen_words};
use crate::app::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, space, width};
use crate::widgets::{Button, Card, MenuItem, hairline, key_hint, menu, split, text};

/// Height of the line for names above the table.
const QUICK: f32 = 50.0;
/// Height of the line below the table.
const FOOT: f32 = 40.0;
/// From this width of the window on the pane is wider.
const WIDE: f32 = 1700.0;

impl ListPage {
    /// Shows the list, and at its right the pane.
    pub(super) fn body(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView, person: Option<&PersonView>) {
        let room = ui.available_rect_before_wrap();
        let wide = ui.ctx().content_rect().width() >= WIDE;
        let pane_width = if wide { width::PANE + 64.0 } else { width::PANE };
        let mut left = room;
        if let Some(person) = person {
            left.max.x -= pane_width + space::L;
            let right = Rect::from_min_max(pos2(room.right() - pane_width, room.top()), room.max);
            let builder = UiBuilder::new().id_salt("pane").max_rect(right);
            let enter = std::mem::take(&mut self.enter_pane);
            let event = ui.scope_builder(builder, |ui| pane::pane(ui, scene, person, enter)).inner;
            if let Some(event) = event {
                self.pane_event(event, person.row.person.id);
            }
        }
        ui.scope_builder(UiBuilder::new().id_salt("list").max_rect(left), |ui| self.list(ui, scene, view));
        ui.advance_cursor_after_rect(room);
    }

    fn list(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView) {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.filters.lists(ui, scene, view);
        ui.add_space(space::M);
        self.filters.chips(ui, scene, view);
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
                if self.marked.is_empty() {
                    footer(ui, scene, &seen, view.rows.len());
                } else {
                    self.with_marked(ui, scene);
                }
            });
        });
    }

    fn rows(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &ListView) -> std::ops::Range<usize> {
        if view.rows.is_empty() {
            filters::no_match(ui, scene, self.filters.are_set());
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
        let state = TableState {
            chosen: &mut self.chosen,
            marked: &mut self.marked,
            take_focus: take_focus || reveal.is_some() && !self.quietly && !followed,
            reveal,
        };
        let answer = table(ui, scene, &mut self.filters, state, &view.rows);
        self.enter_pane = answer.activated.is_some();
        if answer.response.has_focus() {
            self.table_keys(ui, view);
        }
        answer.seen
    }

    /// Keys of the table: Space marks, Delete deletes.
    fn table_keys(&mut self, ui: &Ui, view: &ListView) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Space)
            && let Some(chosen) = self.chosen
        {
            mark(&mut self.marked, chosen);
        }
        if pressed(Key::Delete) {
            let people: Vec<PersonId> = if self.marked.is_empty() {
                self.chosen.into_iter().collect()
            } else {
                self.marked.iter().copied().collect()
            };
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
    fn with_marked(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let tokens = Tokens::of(ui);
        let words = scene.words;
        let people: Vec<PersonId> = self.marked.iter().copied().collect();
        let count = words.with("list-marked", &[("count", people.len().into())]);
        let mut command = None;
        let ((), (delete, cancel)) = split(
            ui,
            FOOT - 1.0,
            |ui| {
                ui.add_space(space::L);
                text(ui, &count, TextSize::SoftMedium, tokens.ink);
            },
            |ui| {
                ui.add_space(space::M);
                ui.spacing_mut().item_spacing.x = space::S;
                let cancel = ui.add(Button::quiet(&words.get("cancel")).small()).clicked();
                let delete = ui.add(Button::danger(&words.get("delete")).icon(icons::DELETE).small()).clicked();
                let cadence = ui.add(Button::plain(&words.get("cadence")).trailing(icons::DOWN).small());
                menu(&cadence, |ui| {
                    for days in say::CADENCES {
                        if ui.add(MenuItem::new(&say::cadence(words, Some(days)))).clicked() {
                            command = Some(Command::SetCadence { people: people.clone(), days: Some(days) });
                        }
                    }
                });
                let stage = ui.add(Button::plain(&words.get("list-column-stage")).trailing(icons::DOWN).small());
                menu(&stage, |ui| {
                    for stage in
                        say::STAGES.into_iter().filter(|stage| !matches!(stage, Stage::Registered | Stage::NotNow))
                    {
                        if ui.add(MenuItem::new(&say::stage(words, stage))).clicked() {
                            command = Some(Command::ReachStage { people: people.clone(), stage, ask_again: None });
                        }
                    }
                });
                (delete, cancel)
            },
        );
        if let Some(command) = command {
            scene.run(command);
            self.marked.clear();
        }
        if delete {
            self.deleting = Some(Deleting::new(people));
        } else if cancel {
            self.marked.clear();
        }
    }
}

fn footer(ui: &mut Ui, scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize) {
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
                key_hint(ui, &["Enter"], &words.get("list-key-open"));
            }
            key_hint(ui, &["Space"], &words.get("list-key-mark"));
            key_hint(ui, &["↑", "↓"], &words.get("list-key-person"));
        },
    );
}
