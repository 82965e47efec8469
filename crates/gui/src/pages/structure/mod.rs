//! The structure of registered users: as a table and as a tree, which are twins, and a pane of the chosen one with
//! lines, figures, goals, results and orders.

mod ask;
mod behind;
mod bring;
mod calls;
mod columns;
mod goals;
mod head;
mod lines;
mod orders;
mod pane;
mod plain;
mod report;
mod results;
mod shown;
mod status;
mod tree;
mod twin;
mod who;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Frame, Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use sponsor_core::model::{FigurePeriod, Gender, PersonId, Role};
use sponsor_core::query::{StructureRow, StructureView};

use self::ask::StructureQuestion;
use self::behind::Behind;
use self::pane::Pane;
use self::report::Reporting;
use self::shown::{Choice, Shown, Tab};
use self::tree::Tree;
use crate::app::{Action, Place, Purpose, Scene};
use crate::icons;
use crate::pages::export::{Exporting, Offer};
use crate::pages::search::search;
use crate::theme::{space, width};
use crate::widgets::{Button, Card, Fold, Segmented, empty_state, opening, page_header, page_margin};
use crate::words::Words;
use crate::works::Exported;

/// As what the structure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Table,
    Tree,
}

/// The page as it was left.
#[derive(Debug, Default)]
pub struct StructurePage {
    shape: Shape,
    choice: Choice,
    selected: Option<PersonId>,
    /// A person who is to be scrolled to.
    reveal: Option<PersonId>,
    /// The table takes the focus of the keyboard.
    focus: bool,
    shown: Option<Shown>,
    tree: Tree,
    pane: Pane,
    /// The company's report while it is looked at.
    reporting: Option<Reporting>,
    /// The figure whose people, orders and readings are open.
    behind: Option<Behind>,
    exporting: Option<Exporting>,
}

impl StructurePage {
    /// Turns to a person: chosen, with every branch above unfolded.
    pub fn show_person(&mut self, person: PersonId) {
        self.reporting = None;
        self.choice = Choice::default();
        self.choose(person);
    }

    fn choose(&mut self, person: PersonId) {
        self.selected = Some(person);
        self.reveal = Some(person);
        self.tree.show(person);
    }

    /// Turns to a person, with the line of a new order open.
    pub fn type_order(&mut self, person: PersonId) {
        self.show_person(person);
        self.pane.open_order(person);
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
                None => opening(ui, &scene.words.get("page-opens")),
            }
        });
        self.what_is_behind(ui, scene, answer.as_deref());
        if self.exporting.as_mut().is_some_and(|exporting| exporting.ui(ui, scene)) {
            self.exporting = None;
        }
    }

    fn header(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: Option<&StructureView>) {
        let words = scene.words;
        let count = |count: usize| scene.formats.count(count);
        let (partners, customers) = view.map_or((0, 0), |view| (view.partners, view.customers));
        let counts = [partners, customers, partners + customers].map(count);
        let any = partners + customers > 0;
        let mut meet = false;
        let (tab, shape) = (&mut self.choice.tab, &mut self.shape);
        let before = *shape;
        page_header(
            ui,
            &words.get("page-structure"),
            "",
            |ui, fold| {
                let [partners, customers, all] = &counts;
                Segmented::new(&words.get("structure-tabs"), tab)
                    .full_option(Tab::Partners, None, &words.get("structure-partners"), Some(partners))
                    .full_option(Tab::Customers, None, &words.get("structure-customers"), Some(customers))
                    .full_option(Tab::All, None, &words.get("structure-all"), Some(all))
                    .folded(fold.actions())
                    .show(ui);
            },
            |ui, fold| {
                let label = words.get("meet-new-person");
                let button = Button::primary(&label).icon(icons::ONBOARDING).folded(fold.main());
                meet = ui.add(button).clicked();
                if any && files(ui, scene, fold) {
                    self.exporting = Some(offers(words));
                }
                search(ui, scene, fold);
                if any {
                    Segmented::new(&words.get("structure-shape"), shape)
                        .option(Shape::Table, &words.get("structure-table"))
                        .option(Shape::Tree, &words.get("structure-as-tree"))
                        .show(ui);
                }
            },
        );
        if before != self.shape {
            self.turn_to(self.shape);
        }
        if meet {
            scene.go(Place::Meet(None));
        }
    }

    /// Turns to the table or to the tree, with the chosen one in sight.
    fn turn_to(&mut self, shape: Shape) {
        self.shape = shape;
        self.focus = true;
        self.reveal = self.selected;
        if let Some(person) = self.selected {
            self.tree.show(person);
        }
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &Arc<StructureView>) {
        if !self.shown.as_ref().is_some_and(|shown| shown.is_of(view, &self.choice)) {
            self.shown = Some(Shown::of(view, &self.choice, &scene.frame.me));
        }
        let me = scene.frame.me.id;
        let chosen = self.selected.filter(|id| *id == me || view.rows.iter().any(|row| row.person.id == *id));
        self.selected = chosen
            .or_else(|| self.shown.as_ref().and_then(|shown| shown.row(0)).map(|row| row.person.id))
            .or_else(|| view.rows.first().map(|row| row.person.id));
        let whole = ui.available_rect_before_wrap();
        let split = whole.right() - width::pane(ui.ctx().content_rect().width());
        let left = Rect::from_min_max(whole.min, pos2(split - space::L, whole.bottom()));
        let right = Rect::from_min_max(pos2(split, whole.top()), whole.max);
        let opened = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| self.canvas(ui, scene, view, left)).inner;
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            Card::new().show(ui, |ui| {
                // Less the padding and the edge of the card.
                ui.set_min_height(right.height() - 34.0);
                ui.set_max_height(right.height() - 34.0);
                if let Some(person) = self.selected {
                    self.behind = self.pane.ui(ui, scene, view, person).or(self.behind.take());
                }
            });
        });
        ui.advance_cursor_after_rect(whole);
        if let Some(person) = opened {
            scene.go(Place::Person(person));
        }
    }

    /// The card at the left: the table or the tree; gives whom to open.
    fn canvas(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        view: &Arc<StructureView>,
        rect: Rect,
    ) -> Option<PersonId> {
        let card = Card::new().padding(0);
        if self.shape == Shape::Table {
            return card.show(ui, |ui| self.table_card(ui, scene, rect)).inner;
        }
        let event = card
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_max_height(rect.height() - 2.0);
                self.tree.ui(ui, scene, view, &mut self.choice, &mut self.selected)
            })
            .inner;
        if event.table {
            self.turn_to(Shape::Table);
        }
        event.opened
    }

    fn what_is_behind(&mut self, ui: &Ui, scene: &mut Scene<'_>, view: Option<&StructureView>) {
        let Some(behind) = &self.behind else { return };
        let answer = behind.ui(ui, scene);
        let known = |id: PersonId| view.is_some_and(|view| view.rows.iter().any(|row| row.person.id == id));
        match answer.person {
            Some(person) if known(person) || person == scene.frame.me.id => self.show_person(person),
            Some(person) => scene.go(Place::Person(person)),
            None => (),
        }
        if answer.closed || answer.person.is_some() {
            self.behind = None;
        }
    }

    /// D turns from the table to the tree.
    fn turns_by_key(ui: &Ui, has_focus: bool) -> bool {
        has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::D))
    }
}

/// Whether somebody was registered this month.
fn is_new(row: &StructureRow, today: NaiveDate) -> bool {
    let first = FigurePeriod::month_of(today).first_day();
    row.person.registration.as_ref().is_some_and(|own| (first..=today).contains(&own.on))
}

fn role(row: &StructureRow) -> Role {
    row.person.registration.as_ref().map_or(Role::Partner, |own| own.role)
}

/// The key of what somebody is.
fn role_key(row: &StructureRow) -> &'static str {
    match role(row) {
        Role::Partner => "role-partner",
        Role::Customer => "role-customer",
    }
}

/// The key of «нов клиент», of «нов» or «нова» where the gender is known, else of «нов партньор».
fn new_role(row: &StructureRow) -> &'static str {
    match (role(row), row.person.gender) {
        (Role::Customer, _) => "structure-new-customer",
        (Role::Partner, Gender::Male) => "structure-new-him",
        (Role::Partner, Gender::Female) => "structure-new-her",
        (Role::Partner, Gender::Unknown) => "structure-new-partner",
    }
}

/// The company's report in, the structure out; tells whether something is to go out.
fn files(ui: &mut Ui, scene: &mut Scene<'_>, fold: Fold) -> bool {
    let (import, export) = (scene.words.get("report-import"), scene.words.get("export"));
    let why = scene.frame.read_only.map(|why| why.sentence(scene.words)).unwrap_or_default();
    let report = Button::plain(&import).icon(icons::IMPORT).folded(fold.subtitle());
    if ui.add_enabled(scene.frame.writable, report).on_disabled_hover_text(&why).clicked() {
        scene.act(Action::Choose(Purpose::ImportReport));
    }
    ui.add(Button::icon_only(icons::EXPORT, &export)).on_hover_text(&export).clicked()
}

/// What can go out: the structure, the orders.
fn offers(words: &Words) -> Exporting {
    let offer = |key: &str, what| Offer { name: words.get(key), what };
    let offers = [offer("page-structure", Exported::Structure), offer("export-orders", Exported::Orders)];
    Exporting::new(offers.to_vec(), 0)
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
