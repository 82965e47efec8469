//! A field for a person: a name is typed, and those who are meant are proposed.

use egui::Ui;
use serde::{Deserialize, Serialize};
use sponsor_core::model::PersonId;

use crate::app::Scene;
use crate::pages::list::ask::WhoAsk;
use crate::theme::space;
use crate::widgets::{Below, Chip, Field};

/// Who is meant: the name as typed, and the person once it is known who that is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) id: Option<PersonId>,
}

impl Who {
    /// A person who is known.
    pub(super) const fn known(id: PersonId, name: String) -> Self {
        Self { name, id: Some(id) }
    }

    /// Whether a name stands there of somebody unknown.
    pub(super) fn is_unclear(&self) -> bool {
        self.id.is_none() && !self.name.trim().is_empty()
    }
}

/// Shows the field, with proposals below while it is unclear who is meant; tells whether Enter was pressed.
///
/// `who` gives the field's place in its form, anew each time, since the form belongs to the scene.
pub(super) fn who_field(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    label: &str,
    registered: bool,
    not: Option<PersonId>,
    who: impl for<'a, 'b> Fn(&'a mut Scene<'b>) -> &'a mut Who,
) -> bool {
    let unclear = scene.words.get("list-who-unclear");
    let value = who(scene);
    let before = value.name.clone();
    let below = value.is_unclear().then_some(Below::Note(unclear));
    let field = Field::new(label, &mut value.name).below(below).show(ui);
    if value.name != before {
        value.id = None;
    }
    let typed = value.name.trim().to_owned();
    if value.id.is_some() || typed.is_empty() {
        return field.committed;
    }
    let found = scene.ask(&WhoAsk { typed: typed.clone(), registered });
    let found: Vec<_> = found.iter().flat_map(|found| found.iter()).filter(|one| Some(one.id) != not).collect();
    let exact = found.iter().find(|one| one.full.to_lowercase() == typed.to_lowercase());
    let mut chosen = exact.map(|one| (*one).clone());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for one in &found {
            if Chip::new(&one.full).show(ui).response.clicked() {
                chosen = Some((*one).clone());
            }
        }
    });
    if let Some(chosen) = chosen {
        *who(scene) = Who::known(chosen.id, chosen.full);
    }
    field.committed
}
