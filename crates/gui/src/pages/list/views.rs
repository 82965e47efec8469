//! Views of the list that are kept under a name.

use egui::Ui;
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{SavedView, Settings, WhichList};

use super::filters::Filters;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Chip, Field, MenuItem, hairline, menu, modal, split};

/// A text that is typed on the page by itself: a name of a view, a city.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ListField {
    pub(super) text: String,
}

impl Form for ListField {
    const KIND: FormKind = FormKind::ListField;
}

/// What is being named.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Naming {
    /// What is shown, as a new view.
    New,
    /// A view that has this name.
    Again(String),
}

impl Naming {
    fn key(&self) -> FormKey {
        FormKey::about(FormKind::ListField, if *self == Self::New { "view" } else { "rename" })
    }
}

/// The views, and the panel that names one.
#[derive(Debug, Default)]
pub(super) struct Views {
    naming: Option<Naming>,
    /// The panel has just opened: its field takes the keyboard.
    fresh: bool,
}

impl Views {
    /// Asks for a name under which what is shown is kept.
    pub(super) fn keep(&mut self) {
        (self.naming, self.fresh) = (Some(Naming::New), true);
    }

    /// The chip with the views that are kept; there is none where there are no views.
    pub(super) fn chip(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, filters: &mut Filters) {
        let settings = std::sync::Arc::clone(&scene.frame.settings);
        if settings.views.is_empty() {
            return;
        }
        let words = scene.words;
        let shown = settings.views.iter().find(|view| view.filter == filters.filter);
        let views = words.get("list-views");
        let name = shown.map_or(views.as_str(), |view| view.name.as_str());
        let button = Chip::new(name).icon(icons::EYE).opens().selected(shown.is_some()).show(ui).response;
        let mut without = None;
        menu(&button, |ui| {
            for view in &settings.views {
                let on = Some(&view.name) == shown.map(|shown| &shown.name);
                if ui.add(MenuItem::new(&view.name).chosen(on)).clicked() {
                    filters.take(view.filter.clone());
                }
            }
            let Some(shown) = shown.filter(|_| scene.frame.writable) else { return };
            hairline(ui);
            if ui.add(MenuItem::new(&words.get("list-view-rename")).icon(icons::EDIT)).clicked() {
                (self.naming, self.fresh) = (Some(Naming::Again(shown.name.clone())), true);
            }
            if ui.add(MenuItem::new(&words.get("list-view-delete")).icon(icons::DELETE).danger()).clicked() {
                without = Some(shown.name.clone());
            }
        });
        if let Some(name) = without {
            change(scene, |settings| settings.views.retain(|view| view.name != name), None);
        }
    }

    /// The panel in which a view is named.
    pub(super) fn panel(&mut self, ui: &Ui, scene: &mut Scene<'_>, filters: &Filters) {
        let Some(naming) = self.naming.clone() else { return };
        let key = naming.key();
        if scene.was_saved(&key) || matches!(filters.which(), WhichList::Partner(_)) {
            self.naming = None;
            return;
        }
        let initial = || ListField {
            text: match &naming {
                Naming::New => String::new(),
                Naming::Again(name) => name.clone(),
            },
        };
        let words = scene.words;
        let title = words.get(if naming == Naming::New { "list-view-keep" } else { "list-view-rename" });
        let (close, label, hint) = (words.get("close"), words.get("list-view-name"), words.get("list-view-hint"));
        let fresh = std::mem::take(&mut self.fresh);
        let answer = modal(ui.ctx(), "name a view", &title, &close, 400.0, |ui| {
            let form = scene.form(&key, initial);
            let field = Field::new(&label, &mut form.text).hint(&hint).show(ui);
            let name = form.text.trim().to_owned();
            if fresh {
                field.response.request_focus();
            }
            ui.add_space(space::M);
            let ((), saved) = split(
                ui,
                height::BUTTON,
                |_| {},
                |ui| {
                    let save = words.get("save");
                    ui.add_enabled(!name.is_empty(), Button::primary(&save).keys("Enter")).clicked()
                },
            );
            ((saved || field.committed) && !name.is_empty()).then_some(name)
        });
        if let Some(name) = answer.inner {
            let filter = filters.filter.clone();
            change(scene, |settings| put(settings, &naming, name, filter), Some(key));
        }
        if answer.closed {
            self.naming = None;
        }
    }
}

/// Keeps a view under a name; one of the same name is replaced.
fn put(settings: &mut Settings, naming: &Naming, name: String, filter: sponsor_core::model::ListFilter) {
    match naming {
        Naming::New => {
            settings.views.retain(|view| view.name != name);
            settings.views.push(SavedView { name, filter });
        }
        Naming::Again(before) => {
            settings.views.retain(|view| view.name != name || view.name == *before);
            if let Some(view) = settings.views.iter_mut().find(|view| view.name == *before) {
                view.name = name;
            }
        }
    }
}

fn change(scene: &mut Scene<'_>, change: impl FnOnce(&mut Settings), form: Option<FormKey>) {
    let mut settings = Settings::clone(&scene.frame.settings);
    change(&mut settings);
    let command = Command::ChangeSettings(Box::new(settings));
    match form {
        Some(key) => scene.save(key, command),
        None => scene.run(command),
    }
}
