//! People who are marked for something to be done with all of them, and what that can be.

use std::collections::BTreeSet;

use egui::{Id, Modifiers, Ui};
use sponsor_core::command::{Command, PeopleChange};
use sponsor_core::model::{PersonId, Stage};
use sponsor_core::query::ListRow;

use super::say;
use super::views::ListField;
use crate::app::{FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, space, width};
use crate::widgets::{Button, Field, MenuItem, menu, popover, split, text};

/// Marked people, and from whom a range goes.
#[derive(Debug, Default)]
pub(super) struct Marks {
    people: BTreeSet<PersonId>,
    anchor: Option<PersonId>,
}

/// How the choice in the table moved in this frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moved {
    /// Who was chosen before.
    pub(super) from: Option<PersonId>,
    /// Who is now.
    pub(super) to: Option<PersonId>,
    /// Whether it was by a click.
    pub(super) clicked: bool,
    /// The keys that were held.
    pub(super) held: Modifiers,
}

impl Marks {
    /// Whether nobody is marked.
    pub(super) fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether a person is marked.
    pub(super) fn has(&self, person: PersonId) -> bool {
        self.people.contains(&person)
    }

    /// Everyone who is marked.
    pub(super) fn people(&self) -> Vec<PersonId> {
        self.people.iter().copied().collect()
    }

    /// Leaves marked only who is shown: nothing is done with people whom nobody sees.
    pub(super) fn keep_shown(&mut self, rows: &[ListRow]) {
        if !self.people.is_empty() {
            let shown: BTreeSet<PersonId> = rows.iter().map(|row| row.person.id).collect();
            self.people.retain(|person| shown.contains(person));
            self.anchor = self.anchor.filter(|person| shown.contains(person));
        }
    }

    /// Takes all marks away.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Marks a person, or takes the mark away.
    pub(super) fn toggle(&mut self, person: PersonId) {
        if !self.people.remove(&person) {
            self.people.insert(person);
        }
        self.anchor = Some(person);
    }

    /// Marks everyone who is shown.
    pub(super) fn all(&mut self, rows: &[ListRow]) {
        self.people = rows.iter().map(|row| row.person.id).collect();
    }

    /// Follows the choice: Ctrl marks one by one, Shift from where it began to here.
    pub(super) fn follow(&mut self, moved: Moved, rows: &[ListRow]) {
        let Some(to) = moved.to else { return };
        if moved.held.shift {
            let anchor = *self.anchor.get_or_insert(moved.from.unwrap_or(to));
            self.range(anchor, to, rows);
        } else if moved.clicked && moved.held.command {
            // The one who was chosen is meant, too.
            if let Some(from) = moved.from.filter(|from| self.people.is_empty() && *from != to) {
                self.people.insert(from);
            }
            self.toggle(to);
        } else {
            self.anchor = None;
        }
    }

    fn range(&mut self, from: PersonId, to: PersonId, rows: &[ListRow]) {
        let at = |person| rows.iter().position(|row| row.person.id == person);
        let (Some(from), Some(to)) = (at(from), at(to)) else { return };
        let shown = rows.get(from.min(to)..=from.max(to)).unwrap_or_default();
        self.people = shown.iter().map(|row| row.person.id).collect();
    }
}

/// What was asked for all who are marked that the page does itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// They are deleted.
    Delete,
    /// Nobody is marked any more.
    Unmark,
    /// The two of them are held against each other.
    Compare,
    /// They go out to a file.
    Export,
}

/// The form in which a city for all of them is typed.
fn city_key() -> FormKey {
    FormKey::about(FormKind::ListField, "city")
}

/// The bar with what can be done with all who are marked.
pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, marks: &mut Marks, tall: f32) -> Option<Asked> {
    if scene.was_saved(&city_key()) {
        marks.clear();
        return None;
    }
    let ink = Tokens::of(ui).ink;
    let people = marks.people();
    let count = scene.words.with("list-marked", &[("count", people.len().into())]);
    let ((), (asked, command)) = split(
        ui,
        tall,
        |ui| {
            ui.add_space(space::L);
            text(ui, &count, TextSize::SoftMedium, ink);
        },
        |ui| {
            ui.add_space(space::M);
            ui.spacing_mut().item_spacing.x = space::S;
            let words = scene.words;
            let unmark = words.get("list-unmark");
            let unmarked = ui.add(Button::quiet_icon(icons::CLOSE, &unmark).small()).clicked();
            let deleted = ui.add(Button::danger(&words.get("delete")).icon(icons::DELETE).small()).clicked();
            let asked = deleted.then_some(Asked::Delete).or_else(|| unmarked.then_some(Asked::Unmark));
            let (others, mut command) = more(ui, scene, &people);
            city(ui, scene, &people);
            command = relation(ui, scene, &people).or(stage(ui, scene, &people)).or(command);
            (asked.or(others), command)
        },
    );
    if let Some(command) = command {
        scene.run(command);
        marks.clear();
    }
    asked
}

/// What is done more seldom.
fn more(ui: &mut Ui, scene: &Scene<'_>, people: &[PersonId]) -> (Option<Asked>, Option<Command>) {
    let words = scene.words;
    let (mut asked, mut command) = (None, None);
    let button = ui.add(Button::icon_only(icons::MORE, &words.get("list-more-actions")).small());
    menu(&button, |ui| {
        for days in say::CADENCES {
            if ui.add(MenuItem::new(&say::cadence(words, Some(days))).icon(icons::REPEAT)).clicked() {
                command = Some(Command::SetCadence { people: people.to_vec(), days: Some(days) });
            }
        }
        if ui.add(MenuItem::new(&words.get("list-cadence-usual")).icon(icons::REPEAT)).clicked() {
            command = Some(Command::SetCadence { people: people.to_vec(), days: None });
        }
        crate::widgets::hairline(ui);
        for (off, key, sign) in [(true, "list-take-off", icons::EYE_OFF), (false, "list-put-back", icons::EYE)] {
            if ui.add(MenuItem::new(&words.get(key)).icon(sign)).clicked() {
                command = Some(Command::EditPeople { people: people.to_vec(), change: PeopleChange::OffList(off) });
            }
        }
        crate::widgets::hairline(ui);
        if people.len() == 2 && ui.add(MenuItem::new(&words.get("list-same-two")).icon(icons::LINK)).clicked() {
            asked = Some(Asked::Compare);
        }
        if ui.add(MenuItem::new(&words.get("list-export-these")).icon(icons::EXPORT)).clicked() {
            asked = Some(Asked::Export);
        }
    });
    (asked, command)
}

/// A city for all of them, typed.
fn city(ui: &mut Ui, scene: &mut Scene<'_>, people: &[PersonId]) {
    let words = scene.words;
    let (label, hint) = (words.get("list-city"), words.get("list-city-for-all"));
    let button = ui.add(Button::plain(&label).trailing(icons::DOWN).small());
    let id = Id::unique("city for all");
    popover(&button, width::POPOVER, |ui| {
        // Once it has opened; the button that opened it has let the keyboard go.
        if ui.memory(|memory| memory.focused().is_none_or(|focused| focused == button.id)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let key = city_key();
        let form = scene.form(&key, ListField::default);
        let field = Field::new(&hint, &mut form.text).id(id).show(ui);
        let city = form.text.trim().to_owned();
        ui.add_space(space::S);
        let set = ui.add_enabled(!city.is_empty(), Button::primary(&words.get("save")).keys("Enter")).clicked();
        if (set || field.committed) && !city.is_empty() {
            let change = PeopleChange::City(city);
            scene.save(key, Command::EditPeople { people: people.to_vec(), change });
            egui::Popup::close_all(ui.ctx());
        }
    });
}

fn stage(ui: &mut Ui, scene: &Scene<'_>, people: &[PersonId]) -> Option<Command> {
    let words = scene.words;
    let button = ui.add(Button::plain(&words.get("list-column-stage")).trailing(icons::DOWN).small());
    let mut command = None;
    menu(&button, |ui| {
        // Those who are registered have a date, and «не сега» has one on which to ask again: both are said one by one.
        for stage in say::STAGES.into_iter().filter(|stage| !matches!(stage, Stage::Registered | Stage::NotNow)) {
            if ui.add(MenuItem::new(&say::stage(words, stage)).icon(say::look(stage, None).icon())).clicked() {
                command = Some(Command::ReachStage { people: people.to_vec(), stage, ask_again: None });
            }
        }
    });
    command
}

fn relation(ui: &mut Ui, scene: &Scene<'_>, people: &[PersonId]) -> Option<Command> {
    let words = scene.words;
    let button = ui.add(Button::plain(&words.get("list-column-relation")).trailing(icons::DOWN).small());
    let mut command = None;
    menu(&button, |ui| {
        for relation in say::RELATIONS {
            if ui.add(MenuItem::new(&say::relation(words, relation))).clicked() {
                let change = PeopleChange::Relation(Some(relation));
                command = Some(Command::EditPeople { people: people.to_vec(), change });
            }
        }
    });
    command
}
