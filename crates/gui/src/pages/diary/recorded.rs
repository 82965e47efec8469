//! What happened, as it was written down: read, with a button to put it right.

use egui::Ui;
use sponsor_core::model::{EntryState, Outcome, PersonId};

use super::looks::{item_when, state_word};
use super::questions::Details;
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{Tokens, height, space};
use crate::widgets::{Button, Chip, body, heading, soft, split};

/// Shows what happened; tells whether it is to be put right.
pub(super) fn recorded(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, outcome: &Outcome) -> bool {
    let (title, edit) = (scene.words.get("how-did-it-go"), scene.words.get("edit"));
    let change = |ui: &mut Ui| ui.add(Button::quiet_icon(icons::EDIT, &edit).small()).clicked();
    let (_, pressed) = split(ui, height::BUTTON_SMALL, |ui| heading(ui, &title), change);
    ui.spacing_mut().item_spacing.y = space::XS;
    if !details.entry.is_training() {
        people(ui, scene, details, "diary-met", &outcome.met);
    }
    if let Some(presenter) = outcome.presented_by {
        people(ui, scene, details, "diary-presented", &[presenter]);
    }
    line(ui, scene, "diary-talked-about", &outcome.talked_about);
    call(ui, scene, details);
    line(ui, scene, "diary-information", &outcome.information);
    line(ui, scene, "diary-promise", &outcome.promise);
    for step in &outcome.after {
        soft(ui, &scene.words.with("diary-after-of", &[("name", details.name(step.person).into())]));
        body(ui, &step.text);
        ui.add_space(space::XS);
    }
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

/// When to call: the day and hour at which the call stands now, and what became of it; pressed, it leads there.
fn call(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details) {
    let Some(call) = &details.call else { return };
    soft(ui, &scene.words.get("diary-call-when"));
    let mut words = item_when(scene.formats, scene.words, call);
    if call.state != EntryState::Planned {
        words = format!("{words} · {}", state_word(scene.words, call));
    }
    let link = Button::link(&words).colour(Tokens::of(ui).ink);
    if ui.add(link).clicked() {
        scene.go(Place::Entry { id: call.id, instance: call.instance, day: call.when.first_day() });
    }
    ui.add_space(space::XS);
}

fn people(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, key: &str, people: &[PersonId]) {
    if people.is_empty() {
        return;
    }
    soft(ui, &scene.words.get(key));
    person_chips(ui, scene, details, key, people);
}

/// People as chips that lead to them; `of` tells these from other chips of the same people.
pub(super) fn person_chips(ui: &mut Ui, scene: &mut Scene<'_>, details: &Details, of: &str, people: &[PersonId]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        let most = ui.max_rect().width();
        for id in people {
            let name = details.name(*id);
            let chip = Chip::new(name).icon(icons::PERSON).id(ui.scope_id().with((of, id))).most(most);
            if !name.is_empty() && chip.show(ui).response.clicked() {
                scene.go(Place::Person(*id));
            }
        }
    });
}
