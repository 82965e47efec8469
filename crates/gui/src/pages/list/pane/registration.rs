//! What is known of a person's registration, or the button that begins one.

use egui::Ui;
use sponsor_core::command::Command;
use sponsor_core::model::PersonId;
use sponsor_core::query::PersonView;

use super::PaneEvent;
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::list::say;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, hairline, property, text};

/// How wide the labels are.
const LABEL: f32 = 92.0;

/// How somebody becomes a registered user: by the interview, or outright.
fn begin(ui: &mut Ui, scene: &mut Scene<'_>, person: PersonId) -> Option<PaneEvent> {
    let (meet, register) = (scene.words.get("meet"), scene.words.get("list-register"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if ui.add(Button::plain(&meet).icon(icons::ONBOARDING).small()).clicked() {
            scene.go(Place::Meet(Some(person)));
        }
        ui.add(Button::quiet(&register).icon(icons::EDIT).small()).clicked().then_some(PaneEvent::Register)
    })
    .inner
}

/// The registration in a few lines; without one, «Регистрирай».
pub(super) fn summary(ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView) -> Option<PaneEvent> {
    let words = scene.words;
    let person = &view.row.person;
    let Some(own) = &person.registration else {
        return begin(ui, scene, person.id);
    };
    hairline(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    let (_, role) = say::stage_of(words, person);
    let day = scene.formats.date_long(own.on);
    let when = own.at.map_or_else(|| day.clone(), |at| format!("{day}, {}", scene.formats.time(at)));
    let facts = [
        ("list-registered-as", role),
        ("list-registered-on", when),
        ("list-company-number", own.company_number.clone()),
        ("list-rank", own.rank.clone()),
    ];
    for (key, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
        property(ui, &words.get(key), LABEL, |ui| text(ui, &value, TextSize::Body, Tokens::of(ui).ink));
    }
    if let Some(sponsor) = &view.sponsor {
        property(ui, &words.get("list-sponsor"), LABEL, |ui| {
            if ui.add(Button::link(&sponsor.full).small()).clicked() && sponsor.id != scene.frame.me.id {
                scene.go(Place::Person(sponsor.id));
            }
        });
    }
    ui.spacing_mut().item_spacing.y = space::M;
    let mut event = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if ui.add(Button::plain(&words.get("list-in-structure")).small()).clicked() {
            scene.go(Place::InStructure(person.id));
        }
        if ui.add(Button::quiet(&words.get("edit")).name(&words.get("list-edit-registration")).small()).clicked() {
            event = Some(PaneEvent::Register);
        }
        if ui.add(Button::quiet(&words.get("list-unregister")).small()).clicked() {
            scene.run(Command::Unregister(person.id));
        }
    });
    event
}
