//! People whom the title of a new entry names: who is sure is put down, removable; who may be meant is offered.

use std::collections::HashMap;

use egui::Ui;
use sponsor_core::Now;
use sponsor_core::model::{PersonId, RecordKind};
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::text::fold;

use super::chosen::Chosen;
use super::draft::EntryDraft;
use super::entry_fields::Fields;
use crate::app::{Question, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::Chip;

/// How many people of a title are offered.
const OFFERED: usize = 3;

/// Asks whom of the list a title names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct NamedQuestion {
    title: String,
}

/// Who is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Named {
    /// By their whole name, which nobody else has.
    sure: Vec<(PersonId, String)>,
    /// By a name that others have too, or by a given name that nobody else has.
    maybe: Vec<(PersonId, String)>,
}

impl Question for NamedQuestion {
    type Answer = Named;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Person];

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let words = |text: &str| format!(" {} ", fold(text));
        let title = words(&self.title);
        let me = view.people().me().map(|me| me.id);
        let everybody: Vec<_> = view.people().all().filter(|person| Some(person.id) != me).collect();
        let (mut with_name, mut with_given) = (HashMap::new(), HashMap::new());
        for person in &everybody {
            *with_name.entry(words(&person.name.full())).or_insert(0) += 1;
            *with_given.entry(words(person.name.given())).or_insert(0) += 1;
        }
        let mut named = Named::default();
        for person in everybody {
            let (name, whole, given) = (person.name.full(), words(&person.name.full()), words(person.name.given()));
            if name.contains(' ') && title.contains(&whole) {
                let sure = with_name.get(&whole) == Some(&1);
                if sure { &mut named.sure } else { &mut named.maybe }.push((person.id, name));
            } else if with_given.get(&given) == Some(&1)
                && title.contains(&given)
                && says_with_capital(&self.title, &given)
            {
                named.maybe.push((person.id, name));
            }
        }
        named.maybe.truncate(OFFERED);
        Ok(named)
    }
}

/// Whether a folded word stands in a title with a capital: «мира» is a word, «Мира» a name.
fn says_with_capital(title: &str, word: &str) -> bool {
    let mut words = title.split(|letter: char| !letter.is_alphanumeric());
    words.any(|one| one.chars().next().is_some_and(char::is_uppercase) && fold(one) == word.trim())
}

/// Puts down who is sure, and takes out who was put down so and is named no longer.
fn put_down(draft: &mut EntryDraft, sure: &[(PersonId, String)]) {
    draft.people.retain(|one| !one.titled || sure.iter().any(|(id, _)| *id == one.id));
    for (id, name) in sure {
        let known = draft.not_these.contains(id) || draft.people.iter().any(|one| one.id == *id);
        if !known {
            draft.people.push(Chosen { titled: true, ..Chosen::of(*id, name.clone()) });
        }
    }
}

impl Fields<'_> {
    /// Puts down people whom the title names; gives those who are to be offered.
    pub(super) fn name_people(&mut self, scene: &mut Scene<'_>) -> Vec<(PersonId, String)> {
        let title = self.draft.title.trim().to_owned();
        if self.about.is_some_and(|details| details.shown().title == title) {
            return Vec::new();
        }
        if title.is_empty() {
            put_down(self.draft, &[]);
            return Vec::new();
        }
        let Some(named) = scene.ask_exact(&NamedQuestion { title }) else { return Vec::new() };
        put_down(self.draft, &named.sure);
        let is_new = |id: PersonId| self.draft.people.iter().all(|one| one.id != id);
        let offered = named.maybe.iter().filter(|(id, _)| is_new(*id) && !self.draft.not_these.contains(id));
        offered.cloned().collect()
    }

    /// Those who may be meant, while no name is being typed: each a chip that adds them.
    pub(super) fn offer(&mut self, ui: &mut Ui, scene: &Scene<'_>, offered: Vec<(PersonId, String)>) {
        if offered.is_empty() || !self.draft.person.trim().is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            let most = ui.max_rect().width();
            for (id, name) in offered {
                let words = scene.words.with("diary-add-named", &[("name", name.as_str().into())]);
                let chip = Chip::new(&words).icon(icons::ADD_PERSON).id(ui.scope_id().with(("named", id))).most(most);
                if chip.show(ui).response.clicked() {
                    self.draft.people.push(Chosen::of(id, name));
                }
            }
        });
    }
}
