//! The table, twin of the tree: its ready views, its search, its rows and what stands below them.

use egui::{Key, Modifiers, Rect, Sense, Ui, UiBuilder, vec2};
use sponsor_core::model::PersonId;

use super::behind::Behind;
use super::columns::{Column, Rows};
use super::tree::find;
use super::{Shape, StructurePage};
use crate::app::Scene;
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Chip, Sorting, Table, hairline, key_hint, soft, split};

/// The height of the line above the table.
const BAR: f32 = 46.0;
/// The height of the line below the table.
const FOOT: f32 = 40.0;

impl StructurePage {
    pub(super) fn table_card(&mut self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect) -> Option<PersonId> {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.views(ui, scene);
        hairline(ui);
        let room = vec2(ui.available_width(), rect.height() - BAR - FOOT - 4.0);
        let (table, _) = ui.allocate_exact_size(room, Sense::hover());
        let inside = table.shrink2(vec2(space::S, 0.0));
        let opened = ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| self.table(ui, scene)).inner;
        hairline(ui);
        self.foot(ui, scene);
        opened
    }

    /// The ready views, and the search that the tree has, too.
    fn views(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let registered = self.choice.registered;
        let mut wanted = registered;
        ui.horizontal(|ui| {
            ui.add_space(space::L);
            ui.allocate_ui(vec2(ui.available_width() - space::L, BAR), |ui| {
                split(
                    ui,
                    BAR,
                    |ui| {
                        ui.spacing_mut().item_spacing.x = space::S;
                        let by_branch = words.get("structure-view-branches");
                        let chip = Chip::new(&by_branch).icon(icons::STRUCTURE).selected(!registered);
                        if chip.show(ui).response.clicked() {
                            wanted = false;
                        }
                        let all = words.get("structure-view-registered");
                        let chip = Chip::new(&all).icon(icons::CALENDAR_DONE).selected(registered);
                        if chip.show(ui).response.clicked() {
                            wanted = true;
                        }
                    },
                    |ui| find(ui, scene, &mut self.choice.text, 220.0),
                );
            });
        });
        if wanted != registered {
            self.choice.registered = wanted;
            // The newest first, as one looks for them.
            self.choice.sorted = wanted.then_some((Column::Registered, true));
            self.reveal = self.selected;
        }
    }

    fn table(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> Option<PersonId> {
        let shown = self.shown.as_ref()?;
        let today = scene.now.date();
        let columns = Column::of_view(self.choice.registered);
        let titles: Vec<_> = columns.iter().map(|column| column.title(scene.words, scene.formats, today)).collect();
        let drawn: Vec<_> =
            columns.iter().zip(&titles).map(|(column, title)| column.column(title, self.choice.registered)).collect();
        let mut sorting = self.choice.sorted.and_then(|(sorted, descending)| {
            let column = columns.iter().position(|column| *column == sorted)?;
            Some(Sorting { column, descending })
        });
        let reveal = self.reveal.take();
        let reveal =
            reveal.and_then(|id| (0..shown.rows.len()).find(|at| shown.row(*at).map(|row| row.person.id) == Some(id)));
        let mut rows = Rows {
            shown,
            columns,
            folded: &self.choice.folded,
            words: scene.words,
            formats: scene.formats,
            today,
            now: scene.now.local,
            turned: None,
            behind: None,
        };
        let name = scene.words.get("page-structure");
        let focus = std::mem::take(&mut self.focus);
        let table = Table::new(&name, &drawn).row_height(height::TABLE_ROW_TALL).reveal(reveal).take_focus(focus);
        let answer = table.show(ui, scene.words, &mut self.selected, &mut sorting, &mut rows);
        let behind = rows.behind.map(|(person, figure)| Behind { person, figure });
        let turned = rows.turned.or_else(|| {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            let by_key = answer.response.has_focus() && (pressed(Key::Minus) || pressed(Key::Plus));
            self.selected.filter(|_| by_key && self.choice.is_indented())
        });
        if answer.sorted {
            self.choice.sorted = sorting.and_then(|sorting| Some((*columns.get(sorting.column)?, sorting.descending)));
        }
        if let Some(id) = turned
            && !self.choice.folded.remove(&id)
        {
            self.choice.folded.insert(id);
        }
        if let Some(behind) = behind {
            self.selected = Some(behind.person);
            self.behind = Some(behind);
        }
        if Self::turns_by_key(ui, answer.response.has_focus()) {
            self.turn_to(Shape::Tree);
        }
        answer.activated
    }

    fn foot(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let shown = self.shown.as_ref().map_or(0, |shown| shown.rows.len());
        let people = words.with("count-people", &[("count", shown.into())]);
        let day = scene.formats.date_day_month(scene.now.date());
        let note = words.with("structure-points-note", &[("date", day.into())]);
        let flat = !self.choice.is_indented();
        let back = words.get("structure-by-branch");
        let mut by_branch = false;
        ui.horizontal(|ui| {
            ui.add_space(space::L);
            ui.allocate_ui(vec2(ui.available_width() - space::L, FOOT), |ui| {
                split(
                    ui,
                    FOOT,
                    |ui| {
                        ui.spacing_mut().item_spacing.x = space::L;
                        soft(ui, &people);
                        if !self.choice.registered {
                            soft(ui, &note);
                        }
                    },
                    |ui| {
                        key_hint(ui, &["D"], &words.get("structure-in-tree"));
                        key_hint(ui, &["Enter"], &words.get("structure-opens"));
                        if flat {
                            by_branch = ui.add(Button::link(&back).small()).clicked();
                        } else {
                            key_hint(ui, &["–"], &words.get("structure-folds"));
                        }
                    },
                );
            });
        });
        if by_branch {
            self.choice.sorted = None;
            self.choice.registered = false;
            self.choice.text.clear();
        }
    }
}
