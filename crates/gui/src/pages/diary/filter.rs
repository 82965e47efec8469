//! Which entries are shown: chips with menus for kind, action, priority, state and person.

use egui::Ui;
use sponsor_core::model::EntryState;

use super::looks::{KINDS, PRIORITIES, action_word, kind_word, priority_look};
use super::people_field::{find, list};
use super::questions::every_action;
use crate::app::Scene;
use crate::icons;
use crate::widgets::{Button, Chip, Field, MenuItem, menu, popover};
use crate::works::DiaryFilter;

/// The filters as they were left.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    wanted: DiaryFilter,
    /// The name of the person who is wanted.
    name: String,
    typed: String,
}

impl Filter {
    /// What is let through.
    pub(super) const fn wanted(&self) -> &DiaryFilter {
        &self.wanted
    }

    /// Shows the chips.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.kinds(ui, scene);
        self.actions(ui, scene);
        self.priorities(ui, scene);
        self.states(ui, scene);
        self.people(ui, scene);
        let clear = scene.words.get("diary-filter-none");
        if self.wanted.is_on() && ui.add(Button::quiet(&clear).icon(icons::CLOSE).small()).clicked() {
            *self = Self::default();
        }
    }

    fn kinds(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let options =
            |scene: &mut Scene<'_>| KINDS.into_iter().map(|kind| (kind, kind_word(scene.words, kind))).collect();
        choice(ui, scene, "diary-filter-kind", options, &mut self.wanted.kind);
    }

    fn actions(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let options = |scene: &mut Scene<'_>| {
            let all = every_action(scene).into_iter();
            all.map(|one| (one.clone(), action_word(scene.words, &one))).collect()
        };
        choice(ui, scene, "diary-filter-action", options, &mut self.wanted.action);
    }

    fn priorities(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let options = |scene: &mut Scene<'_>| {
            let word = |priority| priority_look(priority).word(scene.words);
            PRIORITIES.into_iter().map(|priority| (priority, word(priority))).collect()
        };
        choice(ui, scene, "diary-filter-priority", options, &mut self.wanted.priority);
    }

    fn states(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let options = |scene: &mut Scene<'_>| {
            vec![
                (EntryState::Planned, scene.words.get("state-planned")),
                (EntryState::Done, scene.words.get("state-done")),
                (EntryState::Dropped, scene.words.get("state-dropped")),
            ]
        };
        choice(ui, scene, "diary-filter-state", options, &mut self.wanted.state);
    }

    fn people(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let label = scene.words.get("diary-filter-person");
        if self.wanted.person.is_some() {
            let clear = scene.words.get("diary-filter-everybody");
            let chip = Chip::new(&self.name).icon(icons::PERSON).removable(&clear).most(180.0).show(ui);
            if chip.removed || chip.response.clicked() {
                self.wanted.person = None;
            }
            return;
        }
        let chip = Chip::new(&label).icon(icons::PERSON).opens().show(ui);
        let id = egui::Id::unique("diary filter person");
        if chip.response.clicked() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        popover(&chip.response, 300.0, |ui| {
            let hint = scene.words.get("diary-people-hint");
            let field = Field::new(&label, &mut self.typed).hint(&hint).icon(icons::SEARCH).id(id).show(ui);
            if ui.memory(|memory| memory.focused().is_none()) {
                field.response.request_focus();
            }
            let found = find(scene, &self.typed, &[]);
            let typed = !self.typed.trim().is_empty();
            let id = ui.scope_id().with("people");
            let picked = typed.then(|| list(ui, scene, id, &found, 0, None)).flatten();
            let first = found.first().filter(|_| field.committed).cloned();
            if let Some(person) = picked.or(first) {
                (self.wanted.person, self.name) = (Some(person.id), person.name);
                self.typed.clear();
                ui.close();
            }
        });
    }
}

/// A chip whose menu chooses one value or none.
fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    name: &str,
    options: impl Fn(&mut Scene<'_>) -> Vec<(T, String)>,
    value: &mut Option<T>,
) {
    let label = scene.words.get(name);
    let words = match value {
        None => label,
        Some(value) => {
            let chosen =
                options(scene).into_iter().find(|(one, _)| one == value).map(|(_, word)| word).unwrap_or_default();
            format!("{label}: {chosen}")
        }
    };
    let chip = Chip::new(&words).opens();
    let chip = if value.is_some() { chip.selected(true) } else { chip };
    let chip = chip.show(ui);
    menu(&chip.response, |ui| {
        let all = scene.words.get("diary-filter-all");
        if ui.add(MenuItem::new(&all).chosen(value.is_none())).clicked() {
            *value = None;
            ui.close();
        }
        for (one, word) in options(scene) {
            if ui.add(MenuItem::new(&word).chosen(value.as_ref() == Some(&one))).clicked() {
                *value = Some(one);
                ui.close();
            }
        }
    });
}
