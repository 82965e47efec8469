//! Which entries are shown: chips with menus for kind, priority, state and person.

use egui::Ui;
use sponsor_core::model::{EntryKind, EntryState, PersonId, Priority};
use sponsor_core::query::Item;

use super::looks::{KINDS, PRIORITIES, kind_word, priority_look};
use super::people_field::{find, list};
use crate::app::Scene;
use crate::icons;
use crate::theme::space;
use crate::widgets::{Button, Chip, Field, MenuItem, menu, popover};

/// What is let through; nothing chosen lets everything through.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) kind: Option<EntryKind>,
    pub(super) priority: Option<Priority>,
    pub(super) state: Option<EntryState>,
    pub(super) person: Option<(PersonId, String)>,
    typed: String,
}

impl Filter {
    /// Whether anything is held back.
    pub(super) const fn is_on(&self) -> bool {
        self.kind.is_some() || self.priority.is_some() || self.state.is_some() || self.person.is_some()
    }

    /// Whether an entry is shown.
    pub(super) fn lets_through(&self, item: &Item) -> bool {
        self.kind.is_none_or(|kind| kind == item.kind)
            && self.priority.is_none_or(|priority| priority == item.priority)
            && self.state.is_none_or(|state| state == item.state)
            && self.person.as_ref().is_none_or(|(id, _)| item.people.iter().any(|person| person.id == *id))
    }

    /// Shows the chips.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            self.kinds(ui, scene);
            self.priorities(ui, scene);
            self.states(ui, scene);
            self.people(ui, scene);
            if self.is_on() && ui.add(Button::quiet(&scene.words.get("diary-filter-none")).small()).clicked() {
                *self = Self::default();
            }
        });
    }

    fn kinds(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let options: Vec<_> = KINDS.into_iter().map(|kind| (kind, kind_word(scene.words, kind))).collect();
        choice(ui, scene, "diary-filter-kind", &options, &mut self.kind);
    }

    fn priorities(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let word = |priority| priority_look(priority).word(scene.words);
        let options: Vec<_> = PRIORITIES.into_iter().map(|priority| (priority, word(priority))).collect();
        choice(ui, scene, "diary-filter-priority", &options, &mut self.priority);
    }

    fn states(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let options = [
            (EntryState::Planned, scene.words.get("state-planned")),
            (EntryState::Done, scene.words.get("state-done")),
            (EntryState::Dropped, scene.words.get("state-dropped")),
        ];
        choice(ui, scene, "diary-filter-state", &options, &mut self.state);
    }

    fn people(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let label = scene.words.get("diary-filter-person");
        let clear = scene.words.get("diary-filter-none");
        if let Some((_, name)) = &self.person {
            let chip = Chip::new(name).icon(icons::PERSON).removable(&clear).show(ui);
            if chip.removed || chip.response.clicked() {
                self.person = None;
            }
            return;
        }
        let chip = Chip::new(&label).icon(icons::PERSON).opens().show(ui);
        popover(&chip.response, 300.0, |ui| {
            let hint = scene.words.get("diary-people-hint");
            let field = Field::new(&label, &mut self.typed).hint(&hint).icon(icons::SEARCH).show(ui);
            let found = find(scene, &self.typed, &[]);
            let typed = !self.typed.trim().is_empty();
            let id = ui.scope_id().with("people");
            let picked = typed.then(|| list(ui, scene, id, &found, 0, None)).flatten();
            let first = found.first().filter(|_| field.committed).cloned();
            if let Some(person) = picked.or(first) {
                self.person = Some((person.id, person.name));
                self.typed.clear();
                ui.close();
            }
        });
    }
}

/// A chip whose menu chooses one value or none.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    name: &str,
    options: &[(T, String)],
    value: &mut Option<T>,
) {
    let label = scene.words.get(name);
    let chosen = options.iter().find(|(one, _)| Some(*one) == *value).map(|(_, word)| word.as_str());
    let words = chosen.map_or_else(|| label.clone(), |chosen| format!("{label}: {chosen}"));
    let chip = Chip::new(&words).opens();
    let chip = if value.is_some() { chip.selected(true) } else { chip };
    let chip = chip.show(ui);
    menu(&chip.response, |ui| {
        let all = scene.words.get("diary-filter-all");
        if ui.add(MenuItem::new(&all).chosen(value.is_none())).clicked() {
            *value = None;
            ui.close();
        }
        for (one, word) in options {
            if ui.add(MenuItem::new(word).chosen(*value == Some(*one))).clicked() {
                *value = Some(*one);
                ui.close();
            }
        }
    });
}
