//! A field for somebody of the structure: a name is typed, and those who are meant are proposed.

use egui::{Id, Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{Person, PersonId};
use sponsor_core::query::StructureView;
use sponsor_core::text::fold;

use crate::app::Scene;
use crate::theme::space;
use crate::widgets::{Below, Chip, Field};

/// How many are proposed.
const PROPOSED: usize = 5;

/// Who is meant: the name as typed, and the person once one was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Who {
    /// The name as typed.
    pub name: String,
    /// Who was chosen of those proposed.
    pub id: Option<PersonId>,
}

/// Somebody who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) id: PersonId,
    pub(super) name: String,
}

/// Those of the structure whose name holds every word that is typed, the user among them; those whose name begins with
/// it first.
pub(super) fn meant(view: &StructureView, me: &Person, typed: &str) -> Vec<Meant> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let everyone = std::iter::once(me).chain(view.rows.iter().map(|row| &*row.person));
    let mut found: Vec<(bool, bool, Meant)> = Vec::new();
    for person in everyone {
        let name = person.name.full();
        let folded = fold(&format!("{name} {}", person.nickname));
        let parts: Vec<&str> = folded.split_whitespace().collect();
        let number = person.registration.as_ref().map_or("", |own| own.company_number.as_str());
        let holds = |word: &&str| parts.iter().any(|part| part.starts_with(*word)) || number == *word;
        if words.iter().all(holds) {
            let exact = fold(&name) == typed.trim();
            found.push((!exact, !folded.starts_with(typed.trim()), Meant { id: person.id, name }));
        }
    }
    found.sort_by_key(|(not_exact, not_first, _)| (*not_exact, *not_first));
    found.into_iter().map(|(_, _, meant)| meant).collect()
}

impl Who {
    /// Who is meant: who was chosen, the only one, or the only one with exactly this name.
    pub(super) fn clear(&self, view: &StructureView, me: &Person) -> Option<PersonId> {
        if self.id.is_some() || self.name.trim().is_empty() {
            return self.id;
        }
        let found = meant(view, me, &self.name);
        let typed = fold(&self.name);
        let exact: Vec<_> = found.iter().filter(|one| fold(&one.name) == typed.trim()).collect();
        match (exact.as_slice(), found.as_slice()) {
            ([only], _) => Some(only.id),
            ([], [only]) => Some(only.id),
            _ => None,
        }
    }

    /// Shows the field with proposals below while somebody is being typed; tells whether Enter was pressed.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        view: &StructureView,
        (label, hint, id): (&str, &str, Id),
        refused: Option<String>,
    ) -> bool {
        let me = &scene.frame.me;
        let before = self.name.clone();
        let unclear = || {
            let nobody = !self.name.trim().is_empty() && self.clear(view, me).is_none();
            let key = if meant(view, me, &self.name).is_empty() { "structure-nobody-so" } else { "structure-whom" };
            nobody.then(|| Below::Note(scene.words.get(key)))
        };
        let below = refused.map(Below::Error).or_else(unclear);
        let field = Field::new(label, &mut self.name).hint(hint).id(id).below(below).show(ui);
        if self.name != before {
            self.id = None;
        }
        if self.id.is_some() {
            return field.committed;
        }
        let found = meant(view, me, &self.name);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for one in found.into_iter().take(PROPOSED) {
                if Chip::new(&one.name).show(ui).response.clicked() {
                    *self = Self { name: one.name, id: Some(one.id) };
                }
            }
        });
        field.committed
    }
}
