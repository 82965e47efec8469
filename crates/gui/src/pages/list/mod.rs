//! The list of contacts, with a pane of the chosen person and the import of contacts.

mod ask;
mod body;
mod deleting;
mod empty;
mod filters;
mod forms;
mod import;
mod jogger;
mod keys;
mod pane;
mod quick;
mod say;
mod table;
mod typed;

pub use self::pane::LineForm;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Frame, Ui};
use sponsor_core::model::{ListOwner, PersonId};
use sponsor_core::query::{ListView, PersonView};
use sponsor_core::text::fold_city;

use self::ask::{ListAsk, PersonAsk};
use self::deleting::Deleting;
use self::empty::Prompts;
use self::filters::{Filters, Shown};
use self::forms::{Panel, PersonPanel, RegistrationPanel};
use self::import::Importing;
use self::jogger::Jogger;
use self::pane::PaneEvent;
use self::quick::Quick;
use super::search::search;
use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::widgets::{Button, page_header, page_margin};

/// The page as it was left.
#[derive(Debug, Default)]
pub struct ListPage {
    filters: Filters,
    /// The chosen person, whose pane is shown.
    chosen: Option<PersonId>,
    /// A person came from elsewhere: their list is to be shown, and their row.
    reveal: bool,
    /// The one who came was typed just now: the keyboard stays where the next name is typed.
    quietly: bool,
    /// The table is to take the focus of the keyboard.
    take_focus: bool,
    /// The pane is to take it.
    enter_pane: bool,
    /// People who are marked for something to be done with all of them.
    marked: BTreeSet<PersonId>,
    quick: Quick,
    prompts: Prompts,
    person_panel: Option<PersonPanel>,
    /// A new person was asked for from elsewhere; the city is known only while painting.
    wants_new: bool,
    registering: Option<RegistrationPanel>,
    deleting: Option<Deleting>,
    /// Who is chosen once the chosen person is deleted.
    after_delete: Option<PersonId>,
    /// The list is to be narrowed to those who wait for a call.
    only_waiting: bool,
    importing: Option<Importing>,
    /// The row of the person who was stepped to is to be seen.
    follow: bool,
    jogger: Option<Jogger>,
}

impl ListPage {
    /// Shows a person.
    pub fn open_person(&mut self, person: PersonId) {
        self.importing = None;
        self.jogger = None;
        self.only_waiting = false;
        self.person_panel = None;
        self.registering = None;
        self.filters.kept_city = None;
        self.chosen = Some(person);
        (self.reveal, self.quietly) = (true, false);
    }

    /// Shows those who wait for a call, at this person.
    pub fn show_waiting(&mut self, person: PersonId) {
        self.open_person(person);
        self.only_waiting = true;
    }

    /// Opens the form of a new person.
    pub fn new_person(&mut self) {
        self.importing = None;
        self.jogger = None;
        self.wants_new = true;
    }

    /// Opens the memory jogger.
    pub fn open_jogger(&mut self) {
        self.importing = None;
        self.jogger.get_or_insert_default();
    }

    /// Opens the preview of an import.
    pub fn import(&mut self, path: PathBuf) {
        self.importing = Some(Importing::new(path));
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if let Some(importing) = &mut self.importing {
            if importing.ui(ui, scene) {
                self.importing = None;
            }
            return;
        }
        if let Some(jogger) = &mut self.jogger {
            if jogger.ui(ui, scene) {
                self.jogger = None;
            }
            return;
        }
        let view = scene.ask(&ListAsk(self.filters.question(scene.today)));
        let person = self.person(scene);
        if let Some(view) = &view {
            self.filters.settle(view);
            self.panels(ui, scene, view, person.as_deref());
        }
        self.keys(ui, scene, view.as_deref());
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            self.header(ui, scene, view.as_deref());
            let Some(view) = view else { return };
            if is_empty(scene, &self.filters, &view) {
                if empty::empty(ui, scene, &mut self.quick, &mut self.prompts, &self.filters, &view) {
                    self.open_jogger();
                }
            } else {
                self.body(ui, scene, &view, person.as_deref());
            }
        });
    }

    /// Everything that is known of the chosen person.
    fn person(&mut self, scene: &mut Scene<'_>) -> Option<Arc<PersonView>> {
        let id = self.chosen?;
        let answer = scene.ask_exact(&PersonAsk { id, today: scene.today })?;
        let Some(view) = answer.as_ref() else {
            // Gone: deleted here or elsewhere.
            self.chosen = self.after_delete.take();
            return None;
        };
        if view.row.person.id == scene.frame.me.id {
            // The user stands on no list: there is no row to wait for.
            self.reveal = false;
        }
        if self.reveal {
            self.show_list_of(scene, view);
        }
        Some(Arc::new(view.clone()))
    }

    /// Shows the list on which a person stands, nothing narrowed.
    fn show_list_of(&mut self, scene: &Scene<'_>, view: &PersonView) {
        let person = &view.row.person;
        let city = fold_city(&person.city);
        let shown = match person.owner {
            _ if person.off_list => Shown::OffList,
            ListOwner::Partner(partner) => Shown::Partner(partner),
            ListOwner::Mine if city.is_empty() => Shown::NoCity,
            ListOwner::Mine if city == fold_city(&scene.frame.settings.home_city) => Shown::Home,
            ListOwner::Mine => Shown::Others,
        };
        if let Some(partner) = &view.of_list {
            self.filters.whose.clone_from(&partner.full);
        }
        self.filters.turn_to(shown);
        self.filters.clear();
        self.filters.waiting = self.only_waiting;
    }

    fn header(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: Option<&ListView>) {
        let words = scene.words;
        let subtitle = match view.map(|view| (is_empty(scene, &self.filters, view), view.new_this_week)) {
            Some((true, _)) => words.get("list-no-names"),
            Some((false, count)) => words.with("list-new-this-week", &[("count", count.into())]),
            None => String::new(),
        };
        let empty = view.is_none_or(|view| is_empty(scene, &self.filters, view));
        page_header(
            ui,
            &words.get("page-list"),
            &subtitle,
            |_, _| {},
            |ui, fold| {
                let new = words.get("new-person");
                let why = scene.frame.read_only.map(|why| why.sentence(words)).unwrap_or_default();
                let command = |ui: &mut Ui, button: Button<'_>| {
                    ui.add_enabled(scene.frame.writable, button).on_disabled_hover_text(&why).clicked()
                };
                if command(ui, Button::primary(&new).icon(icons::ADD_PERSON).keys("N").folded(fold.main())) {
                    self.wants_new = true;
                }
                if command(ui, Button::plain(&words.get("import")).icon(icons::IMPORT).folded(fold.actions())) {
                    scene.act(Action::Choose(Purpose::ImportContacts));
                }
                let who_else = words.get("list-who-else");
                let who_else = Button::plain(&who_else).icon(icons::IDEA).folded(fold.actions());
                if !empty && command(ui, who_else) {
                    self.open_jogger();
                }
                search(ui, scene, fold);
            },
        );
    }

    /// The panels over the page, and what became of them.
    fn panels(&mut self, ui: &Ui, scene: &mut Scene<'_>, view: &ListView, person: Option<&PersonView>) {
        if let Some(added) = self.quick.ui(ui, scene, &self.filters, view) {
            self.filters.kept_city = Some(self.filters.proposed_city(scene, view));
            self.chosen = Some(added);
            (self.reveal, self.quietly) = (true, true);
        }
        if std::mem::take(&mut self.wants_new) {
            let owner = match self.filters.shown {
                Shown::Partner(partner) => ListOwner::Partner(partner),
                _ => ListOwner::Mine,
            };
            self.person_panel = Some(PersonPanel::new(self.filters.proposed_city(scene, view), owner));
        }
        if let Some(panel) = &mut self.person_panel
            && (panel.person().is_none() || panel.person() == person.map(|view| view.row.person.id))
        {
            let answer = panel.ui(ui, scene, person);
            self.close_panel(answer);
        }
        if let Some(panel) = &mut self.registering
            && let Some(view) = person.filter(|view| view.row.person.id == panel.person())
        {
            let answer = panel.ui(ui, scene, view);
            self.close_panel(answer);
        }
        if self.deleting.as_ref().is_some_and(|deleting| deleting.ui(ui, scene)) {
            self.deleting = None;
            self.marked.clear();
            self.take_focus = true;
        }
    }

    fn close_panel(&mut self, answer: Panel) {
        if let Panel::Saved(person) = answer {
            self.reveal = self.reveal || self.chosen != Some(person);
            self.quietly = false;
            self.chosen = Some(person);
        }
        if answer != Panel::Open {
            self.person_panel = None;
            self.registering = None;
            self.take_focus = true;
        }
    }

    /// Does what the pane asks for.
    fn pane_event(&mut self, event: PaneEvent, person: PersonId) {
        match event {
            PaneEvent::Close => self.chosen = None,
            PaneEvent::Edit => self.person_panel = Some(PersonPanel::edit(person)),
            PaneEvent::Register => self.registering = Some(RegistrationPanel::new(person)),
            PaneEvent::Delete => self.deleting = Some(Deleting::new(vec![person])),
            PaneEvent::ShowList { partner, name } => {
                self.filters.show(Shown::Partner(partner));
                self.filters.clear();
                self.filters.whose = name;
            }
        }
    }
}

/// Whether a panel, a menu or a popover lies over the page, so that keys belong to it.
fn is_covered(ui: &Ui) -> bool {
    let panel = ui.memory(|memory| memory.top_modal_layer().is_some());
    panel || egui::Popup::is_any_open(ui.ctx())
}

/// Whether nobody is on any list yet, so that the page says how to begin.
fn is_empty(scene: &Scene<'_>, filters: &Filters, view: &ListView) -> bool {
    let mine = matches!(filters.shown, Shown::Home | Shown::Others | Shown::NoCity);
    mine && scene.frame.on_list == 0 && view.home + view.others + view.no_city == 0
}

/// «1–19 от 126».
fn seen_words(scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize) -> String {
    let (from, to) = (seen.start.saturating_add(1).min(count), seen.end.min(count));
    let values = [("from", from.into()), ("to", to.into()), ("count", count.into())];
    scene.words.with("list-seen", &values)
}
