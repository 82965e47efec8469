//! The structure of registered users: a table by branch, and a pane of the chosen one with lines, goals, results and
//! orders.

mod ask;
mod columns;
mod goals;
mod lines;
mod orders;
mod pane;
mod report;
mod results;
mod shown;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Frame, Key, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};
use sponsor_core::model::PersonId;
use sponsor_core::query::StructureView;

use self::ask::StructureQuestion;
use self::columns::{Column, Rows};
use self::pane::Pane;
use self::report::Reporting;
use self::shown::{Choice, Shown, Tab};
use crate::app::{Action, Place, Purpose, Scene};
use crate::icons;
use crate::pages::search::search;
use crate::theme::{height, space, width};
use crate::widgets::{
    Button, Card, Field, Fold, Segmented, Sorting, Table, empty_state, hairline, key_hint, page_header, page_margin,
    soft, split,
};

/// The height of the line below the table.
const FOOT: f32 = 40.0;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct StructurePage {
    choice: Choice,
    selected: Option<PersonId>,
    /// A person who is to be scrolled to.
    reveal: Option<PersonId>,
    shown: Option<Shown>,
    pane: Pane,
    /// The company's report while it is looked at.
    reporting: Option<Reporting>,
}

impl StructurePage {
    /// Turns to a person: chosen, with every branch above unfolded.
    pub fn show_person(&mut self, person: PersonId) {
        self.reporting = None;
        self.choice = Choice::default();
        self.selected = Some(person);
        self.reveal = Some(person);
    }

    /// Opens the preview of the company's report.
    pub fn import_report(&mut self, path: PathBuf) {
        self.reporting = Some(Reporting::new(path));
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if let Some(reporting) = &mut self.reporting {
            if reporting.ui(ui, scene) {
                self.reporting = None;
            }
            return;
        }
        let today = scene.now.date();
        let answer = scene.ask(&StructureQuestion { today });
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            self.header(ui, scene, answer.as_deref());
            match &answer {
                Some(view) if view.rows.is_empty() => nobody(ui, scene),
                Some(view) => self.contents(ui, scene, view),
                None => (),
            }
        });
    }

    fn header(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: Option<&StructureView>) {
        let words = scene.words;
        let count = |count: usize| scene.formats.count(count);
        let (partners, customers) = view.map_or((0, 0), |view| (view.partners, view.customers));
        let counts = [partners, customers, partners + customers].map(count);
        let any = partners + customers > 0;
        let mut meet = false;
        page_header(
            ui,
            &words.get("page-structure"),
            "",
            |ui, fold| {
                let [partners, customers, all] = &counts;
                let (tab, text) = (&mut self.choice.tab, &mut self.choice.text);
                Segmented::new(&words.get("structure-tabs"), tab)
                    .full_option(Tab::Partners, None, &words.get("structure-partners"), Some(partners))
                    .full_option(Tab::Customers, None, &words.get("structure-customers"), Some(customers))
                    .full_option(Tab::All, None, &words.get("structure-all"), Some(all))
                    .folded(fold.actions())
                    .show(ui);
                if any {
                    let find = words.get("structure-find");
                    let field = Field::new(&find, text).hint(&find).icon(icons::SEARCH).hide_label();
                    let size = vec2(if fold.subtitle() { 200.0 } else { 240.0 }, height::FIELD);
                    ui.allocate_ui(size, |ui| field.width(size.x).show(ui));
                }
            },
            |ui, fold| {
                let label = words.get("meet-new-person");
                let button = Button::primary(&label).icon(icons::ONBOARDING).folded(fold.main());
                meet = ui.add(button).clicked();
                if any {
                    files(ui, scene, fold);
                }
                search(ui, scene, fold);
            },
        );
        if meet {
            scene.go(Place::Meet(None));
        }
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &Arc<StructureView>) {
        if !self.shown.as_ref().is_some_and(|shown| shown.is_of(view, &self.choice)) {
            self.shown = Some(Shown::of(view, &self.choice, &scene.frame.me));
        }
        if self.selected.is_none_or(|id| !view.rows.iter().any(|row| row.person.id == id)) {
            self.selected = self.shown.as_ref().and_then(|shown| shown.row(0)).map(|row| row.person.id);
        }
        let whole = ui.available_rect_before_wrap();
        let split = whole.right() - width::PANE;
        let left = Rect::from_min_max(whole.min, pos2(split - space::L, whole.bottom()));
        let right = Rect::from_min_max(pos2(split, whole.top()), whole.max);
        let opened = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| self.table_card(ui, scene, left)).inner;
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            Card::new().show(ui, |ui| {
                // Less the padding and the edge of the card.
                ui.set_min_height(right.height() - 34.0);
                ui.set_max_height(right.height() - 34.0);
                if let Some(person) = self.selected {
                    self.pane.ui(ui, scene, person);
                }
            });
        });
        ui.advance_cursor_after_rect(whole);
        if let Some(person) = opened {
            scene.go(Place::Person(person));
        }
    }

    fn table_card(&mut self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect) -> Option<PersonId> {
        Card::new()
            .padding(0)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let room = vec2(ui.available_width(), rect.height() - FOOT - 3.0);
                let (table, _) = ui.allocate_exact_size(room, egui::Sense::hover());
                let inside = table.shrink2(vec2(space::S, 0.0));
                let builder = UiBuilder::new().max_rect(inside);
                let opened = ui.scope_builder(builder, |ui| self.table(ui, scene)).inner;
                hairline(ui);
                self.foot(ui, scene);
                opened
            })
            .inner
    }

    fn table(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> Option<PersonId> {
        let shown = self.shown.as_ref()?;
        let today = scene.now.date();
        let columns = Column::ALL;
        let titles: Vec<_> = columns.iter().map(|column| column.title(scene.words, scene.formats, today)).collect();
        let drawn: Vec<_> = columns.iter().zip(&titles).map(|(column, title)| column.column(title)).collect();
        let mut sorting = self.choice.sorted.and_then(|(sorted, descending)| {
            let column = columns.iter().position(|column| *column == sorted)?;
            Some(Sorting { column, descending })
        });
        let reveal = self.reveal.take();
        let reveal =
            reveal.and_then(|id| (0..shown.rows.len()).find(|at| shown.row(*at).map(|row| row.person.id) == Some(id)));
        let mut rows = Rows {
            shown,
            columns: &columns,
            folded: &self.choice.folded,
            words: scene.words,
            formats: scene.formats,
            today,
            now: scene.now.local,
            turned: None,
        };
        let name = scene.words.get("page-structure");
        let table = Table::new(&name, &drawn).row_height(36.0).reveal(reveal);
        let answer = table.show(ui, scene.words, &mut self.selected, &mut sorting, &mut rows);
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
                        soft(ui, &note);
                    },
                    |ui| {
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
            self.choice.text.clear();
        }
    }
}

/// The company's report in, the structure out.
fn files(ui: &mut Ui, scene: &mut Scene<'_>, fold: Fold) {
    let (import, export) = (scene.words.get("report-import"), scene.words.get("command-export-structure"));
    let why = scene.frame.read_only.map(|why| why.sentence(scene.words)).unwrap_or_default();
    let report = Button::plain(&import).icon(icons::IMPORT).folded(fold.subtitle());
    if ui.add_enabled(scene.frame.writable, report).on_disabled_hover_text(&why).clicked() {
        scene.act(Action::Choose(Purpose::ImportReport));
    }
    if ui.add(Button::icon_only(icons::EXPORT, &export)).on_hover_text(&export).clicked() {
        scene.act(Action::Choose(Purpose::ExportStructure));
    }
}

/// Nobody is registered yet: what will stand here, and the first step.
fn nobody(ui: &mut Ui, scene: &mut Scene<'_>) {
    let words = scene.words;
    let (title, text) = (words.get("structure-empty-title"), words.get("structure-empty-text"));
    let (meet, report) = (words.get("meet"), words.get("report-import"));
    let (met, reported) = empty_state(ui, icons::STRUCTURE, &title, &text, |ui| {
        let met = ui.add(Button::primary(&meet).icon(icons::ONBOARDING)).clicked();
        (met, ui.add_enabled(scene.frame.writable, Button::plain(&report).icon(icons::IMPORT)).clicked())
    });
    if met {
        scene.go(Place::Meet(None));
    }
    if reported {
        scene.act(Action::Choose(Purpose::ImportReport));
    }
}
