//! The list of contacts, with a pane of the chosen person and the import of contacts.

mod ask;
mod bar;
mod body;
mod columns;
mod deleting;
mod empty;
mod filters;
mod forms;
mod import;
mod jogger;
mod keys;
mod marked;
mod narrow;
mod pane;
mod quick;
mod same;
mod say;
mod sorting;
mod table;
mod typed;
mod views;

pub(crate) use self::say::{relation as relation_word, stage_of as stage_word};

pub use self::pane::LineForm;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Frame, Ui};
use sponsor_core::model::{ListOwner, PersonId, ReadyView, WhichList};
use sponsor_core::query::{ListView, PersonView};
use sponsor_core::text::fold_city;

use self::ask::{ListAsk, PersonAsk};
use self::deleting::Deleting;
use self::empty::Prompts;
use self::filters::Filters;
use self::forms::{Panel, PersonPanel, RegistrationPanel};
use self::import::Importing;
use self::jogger::Jogger;
use self::marked::Marks;
use self::pane::PaneEvent;
use self::quick::Quick;
use self::same::Same;
use self::sorting::Sorting;
use self::views::Views;
use super::export::{Exporting, Offer};
use super::search::search;
use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Banner, Button, MenuItem, Tone, menu, page_header, page_margin};
use crate::works::Exported;

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
    marks: Marks,
    /// The answer that was painted last.
    painted: Option<Arc<ListView>>,
    views: Views,
    /// For whom a city is being saved, and who is asked then.
    city_after: Option<(PersonId, Option<PersonId>)>,
    quick: Quick,
    prompts: Prompts,
    person_panel: Option<PersonPanel>,
    /// A view that is to be shown, by its name.
    wants_view: Option<String>,
    /// A new person was asked for from elsewhere; the city is known only while painting.
    wants_new: bool,
    registering: Option<RegistrationPanel>,
    deleting: Option<Deleting>,
    /// Who is chosen once the chosen person is deleted.
    after_delete: Option<PersonId>,
    /// The list is to be narrowed to those who wait for a call.
    only_waiting: bool,
    importing: Option<Importing>,
    same: Option<Same>,
    sorting: Option<Sorting>,
    /// Whom the last import added, until the person says what to do with them.
    imported: Option<Vec<PersonId>>,
    exporting: Option<Exporting>,
    /// The row of the person who was stepped to is to be seen.
    follow: bool,
    jogger: Option<Jogger>,
}

impl ListPage {
    /// Shows a person.
    pub fn open_person(&mut self, person: PersonId) {
        self.close_side();
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
        self.close_side();
        self.wants_new = true;
    }

    /// Opens the memory jogger.
    pub fn open_jogger(&mut self) {
        let jogger = self.jogger.take();
        self.close_side();
        self.jogger = Some(jogger.unwrap_or_default());
    }

    /// Opens the preview of an import.
    pub fn import(&mut self, path: PathBuf) {
        self.close_side();
        self.imported = None;
        self.importing = Some(Importing::new(path));
    }

    /// Shows what is kept under a name.
    pub fn show_view(&mut self, name: String) {
        self.close_side();
        self.wants_view = Some(name);
    }

    /// Sorts names one at a time, where it was left.
    pub fn sort(&mut self) {
        self.close_side();
        self.sorting = Some(Sorting::go_on());
    }

    /// Shows who looks the same.
    pub fn show_duplicates(&mut self) {
        self.close_side();
        self.same = Some(Same::default());
    }

    fn close_side(&mut self) {
        (self.importing, self.same, self.sorting, self.jogger) = (None, None, None, None);
    }

    /// Holds the two who are marked against each other.
    fn compare_marked(&mut self) {
        if let [one, other] = *self.marks.people() {
            self.same = Some(Same::two(one, other));
        }
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if let Some(importing) = &mut self.importing {
            if importing.ui(ui, scene) {
                let added = self.importing.take().and_then(Importing::added);
                self.imported = added.filter(|added| !added.is_empty());
            }
            return;
        }
        if let Some(same) = &mut self.same {
            if same.ui(ui, scene) {
                self.same = None;
            }
            return;
        }
        if let Some(sorting) = &mut self.sorting {
            if sorting.ui(ui, scene) {
                self.sorting = None;
            }
            return;
        }
        if let Some(jogger) = &mut self.jogger {
            if jogger.ui(ui, scene) {
                self.jogger = None;
            }
            return;
        }
        if let Some(name) = self.wants_view.take()
            && let Some(view) = scene.frame.settings.views.iter().find(|view| view.name == name)
        {
            self.filters.take(view.filter.clone());
        }
        let view = scene.ask(&ListAsk(self.filters.question(scene.today)));
        let person = self.person(scene);
        // The answer is shared, not copied: it holds everything that was ever done with them.
        let person = person.as_ref().and_then(|answer| answer.as_ref().as_ref());
        if let Some(view) = &view {
            self.filters.settle(view);
            if self.painted.as_ref().is_none_or(|painted| !Arc::ptr_eq(painted, view)) {
                self.marks.keep_shown(&view.rows);
                self.painted = Some(Arc::clone(view));
            }
            self.panels(ui, scene, view, person);
        }
        self.views.panel(ui, scene, &self.filters);
        self.hear_city(ui, scene);
        self.keys(ui, scene, view.as_deref());
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            self.header(ui, scene, view.as_deref());
            let Some(view) = view else { return };
            if is_empty(scene, &self.filters, &view) {
                if empty::empty(ui, scene, &mut self.quick, &mut self.prompts, &self.filters, &view) {
                    self.open_jogger();
                }
            } else {
                self.after_import(ui, scene);
                self.body(ui, scene, &view, person);
            }
        });
    }

    /// Everything that is known of the chosen person.
    fn person(&mut self, scene: &mut Scene<'_>) -> Option<Arc<Option<PersonView>>> {
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
        Some(answer)
    }

    /// Shows the list on which a person stands, nothing narrowed.
    fn show_list_of(&mut self, scene: &Scene<'_>, view: &PersonView) {
        let person = &view.row.person;
        let city = fold_city(&person.city);
        let shown = match person.owner {
            _ if person.off_list => WhichList::OffList,
            ListOwner::Partner(partner) => WhichList::Partner(partner),
            ListOwner::Mine if city.is_empty() => WhichList::NoCity,
            ListOwner::Mine if city == fold_city(&scene.frame.settings.home_city) => WhichList::Home,
            ListOwner::Mine => WhichList::Others,
        };
        if let Some(partner) = &view.of_list {
            self.filters.whose.clone_from(&partner.full);
        }
        // Those who wait for a call stand on all lists.
        self.filters.turn_to(if self.only_waiting { WhichList::All } else { shown });
        self.filters.clear();
        if self.only_waiting {
            self.filters.toggle_view(ReadyView::Calls);
        }
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
                if !empty {
                    let export = words.get("export");
                    if ui.add(Button::icon_only(icons::EXPORT, &export)).on_hover_text(&export).clicked() {
                        self.exporting = view.map(|view| self.offers(scene, view));
                    }
                    self.more(ui, scene);
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

    /// What is done with the list as a whole.
    fn more(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let button = ui.add(Button::icon_only(icons::MORE, &words.get("list-whole")));
        menu(&button, |ui| {
            if ui.add(MenuItem::new(&words.get("list-sort")).icon(icons::SORT)).clicked() {
                self.sorting = Some(Sorting::go_on());
            }
            if ui.add(MenuItem::new(&words.get("list-same")).icon(icons::LINK)).clicked() {
                self.same = Some(Same::default());
            }
            let paste = words.get("list-paste");
            if scene.frame.writable && ui.add(MenuItem::new(&paste).icon(icons::PASTE)).clicked() {
                self.quick.pasting = true;
            }
        });
    }

    /// What can go out: everyone, those who are shown, those who are marked.
    fn offers(&self, scene: &Scene<'_>, view: &ListView) -> Exporting {
        let words = scene.words;
        let mut offers = vec![Offer { name: words.get("export-all-contacts"), what: Exported::Contacts }];
        let shown: Vec<PersonId> = view.rows.iter().map(|row| row.person.id).collect();
        // Marks may be of people who are not shown any more.
        for (people, key) in [(shown, "export-shown"), (self.marks.people(), "export-marked")] {
            if !people.is_empty() {
                let name = words.with(key, &[("count", people.len().into())]);
                offers.push(Offer { name, what: Exported::People(people) });
            }
        }
        let chosen = if self.marks.is_empty() { 0 } else { offers.len() - 1 };
        Exporting::new(offers, chosen)
    }

    /// After an import: the names that came, to be sorted, and those who look the same.
    fn after_import(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(added) = &self.imported else { return };
        let words = scene.words;
        let title = words.with("list-imported", &[("count", added.len().into())]);
        let banner = Banner::new(&title).icon(icons::IMPORT).tone(Tone::Accent);
        let (close, same, sort) = banner.show(ui, |ui| {
            let close = ui.add(Button::quiet_icon(icons::CLOSE, &words.get("close")).small()).clicked();
            let same = ui.add(Button::plain(&words.get("list-same")).icon(icons::LINK).small()).clicked();
            let sort = ui.add(Button::accent(&words.get("list-sort")).icon(icons::SORT).small()).clicked();
            (close, same, sort)
        });
        ui.add_space(space::M);
        if sort {
            self.sorting = self.imported.take().map(Sorting::of);
        } else if same {
            self.same = Some(Same::default());
        } else if close {
            self.imported = None;
        }
    }

    /// The panels over the page, and what became of them.
    fn panels(&mut self, ui: &Ui, scene: &mut Scene<'_>, view: &ListView, person: Option<&PersonView>) {
        if let Some(added) = self.quick.ui(ui, scene, &self.filters, view) {
            self.filters.kept_city = Some(self.filters.proposed_city(scene, view));
            self.chosen = Some(added);
            (self.reveal, self.quietly) = (true, true);
        }
        if std::mem::take(&mut self.wants_new) {
            let owner = match self.filters.which() {
                WhichList::Partner(partner) => ListOwner::Partner(partner),
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
            self.marks.clear();
            self.take_focus = true;
        }
        if self.exporting.as_mut().is_some_and(|exporting| exporting.ui(ui, scene)) {
            self.exporting = None;
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
                self.filters.show(WhichList::Partner(partner));
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
    let mine = !matches!(filters.which(), WhichList::OffList | WhichList::Partner(_));
    mine && scene.frame.on_list == 0 && view.home + view.others + view.no_city == 0
}

/// «1–19 от 126».
fn seen_words(scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize) -> String {
    let (from, to) = (seen.start.saturating_add(1).min(count), seen.end.min(count));
    let values = [("from", from.into()), ("to", to.into()), ("count", count.into())];
    scene.words.with("list-seen", &values)
}
