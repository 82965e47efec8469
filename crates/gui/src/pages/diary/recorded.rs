//! What happened, as it was written down: read, with a button to put it right.

use egui::Ui;
use sponsor_core::model::{Outcome, PersonId};

use super::questions::Details;
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Chip, body, heading, soft, split};

/// Shows what happened; tells whether it is to be put right.
pub(super) fn recorded(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, outcome: &Outcome) -> bool {
    let (title, edit) = (scene.words.get("how-did-it-go"), scene.words.get("edit"));
    let change = |ui: &mut Ui| ui.add(Button::quiet_icon(icons::EDIT, &edit).small()).clicked();
    let (_, pressed) = split(ui, height::BUTTON_SMALL, |ui| heading(ui, &title), change);
    ui.spacing_mut().item_spacing.y = space::XS;
    people(ui, scene, details, "diary-met", &outcome.met);
    line(ui, scene, "diary-talked-about", &outcome.talked_about);
    line(ui, scene, "diary-information", &outcome.information);
    line(ui, scene, "diary-promise", &outcome.promise);
    people(ui, scene, details, "diary-new-contacts", &outcome.new_contacts);
    line(ui, scene, "diary-what-matters", &outcome.important);
    pressed
}

fn line(ui: &mut Ui, scene: &Scene<'_>, key: &str, words: &str) {
    if !words.is_empty() {
        soft(ui, &scene.words.get(key));
        body(ui, words);
        ui.add_space(space::XS);
    }
}

fn people(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, key: &str, people: &[PersonId]) {
    if people.is_empty() {
        return;
    }
    soft(ui, &scene.words.get(key));
    person_chips(ui, scene, details, people);
}

/// People as chips that lead to them.
pub(super) fn person_chips(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, people: &[PersonId]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        for id in people {
            let name = details.name(*id);
            if !name.is_empty()
                && ui.push_id(id, |ui| Chip::new(name).icon(icons::PERSON).show(ui)).inner.response.clicked()
            {
                scene.go(Place::Person(*id));
            }
        }
    });
}
