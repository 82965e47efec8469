//! «Премести под…»: another sponsor for a registered user, by name; the branch comes along.

use chrono::NaiveDate;
use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::PersonId;
use sponsor_core::query::{PersonView, StructureView};

use super::goals::buttons;
use super::pane::{Pane, Typing};
use super::who::Who;
use crate::app::{Form, FormKey, FormKind, Scene};
use crate::format::parse;
use crate::theme::space;
use crate::widgets::{Field, date_field, soft};

/// What is typed of another sponsor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveUnderForm {
    /// Under whom.
    pub sponsor: Who,
    /// From which day on; today where it is empty.
    pub from: String,
}

impl Form for MoveUnderForm {
    const KIND: FormKind = FormKind::MoveUnder;
}

/// Shows the form while it is open.
pub(super) fn form(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, structure: &StructureView, view: &PersonView) {
    if pane.typing != Some(Typing::Sponsor) {
        return;
    }
    let person = view.row.person.id;
    let key = FormKey::about(FormKind::MoveUnder, person);
    if scene.was_saved(&key) {
        pane.typing = None;
        return;
    }
    let words = scene.words;
    let mut form = scene.form(&key, MoveUnderForm::default).clone();
    let sponsor = form.sponsor.clear(structure, &scene.frame.me);
    let refused = sponsor.and_then(|sponsor| refusal(scene, structure, person, sponsor));
    let stays = refused.is_some();
    let id = Id::unique(("sponsor of", person));
    let (label, hint) = (words.get("structure-under-whom"), words.get("structure-under-whom-hint"));
    let (today, today_hint) = (scene.today, scene.formats.date_near(scene.today, scene.today));
    let mut entered = false;
    ui.push_id("another sponsor", |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        entered |= form.sponsor.field(ui, scene, structure, (&label, &hint, id), refused);
        let since = words.get("structure-move-from");
        let field = Field::new(&since, &mut form.from).hint(&today_hint);
        entered |= date_field(ui, words, field, today).field.committed;
        soft(ui, &words.get("structure-move-counts"));
        if below(structure, person) > 0 {
            soft(ui, &words.with("structure-branch-comes", &[("count", below(structure, person).into())]));
        }
        entered |= buttons(ui, scene, pane);
    });
    if pane.take_fresh() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let sponsor = form.sponsor.clear(structure, &scene.frame.me);
    let from = from_day(&form.from, today);
    *scene.form(&key, MoveUnderForm::default) = form;
    if let (Some(sponsor), Some(from)) = (sponsor.filter(|_| entered && !stays), from) {
        scene.save(key, Command::MoveUnder { person, sponsor, from });
    }
}

/// The day from which on the person stands elsewhere; none for one that is not understood, or has not come yet.
fn from_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    if typed.trim().is_empty() { Some(today) } else { parse::date(typed, today).filter(|day| *day <= today) }
}

fn below(structure: &StructureView, person: PersonId) -> usize {
    structure.rows.iter().find(|row| row.person.id == person).map_or(0, |row| row.below)
}

/// Why a person cannot come under somebody; none where they can.
fn refusal(scene: &Scene<'_>, structure: &StructureView, person: PersonId, sponsor: PersonId) -> Option<String> {
    let at = structure.rows.iter().position(|row| row.person.id == person)?;
    let row = structure.rows.get(at)?;
    if sponsor == person {
        return Some(scene.words.get("structure-move-own-self"));
    }
    if row.person.registration.as_ref().is_some_and(|own| own.sponsor == sponsor) {
        return Some(scene.words.get("structure-move-already"));
    }
    // A branch stands in one piece, its head first.
    let branch = structure.rows.get(at..=at + row.below)?;
    let inside = branch.iter().find(|row| row.person.id == sponsor)?;
    let values = [("name", row.person.name.short().into()), ("one", inside.person.name.short().into())];
    Some(scene.words.with("structure-move-own-branch", &values))
}
