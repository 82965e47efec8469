//! The top of the pane: who, since when and under whom, and what is done about it.

use egui::Ui;
use sponsor_core::command::Command;
use sponsor_core::model::{Registration, Role};
use sponsor_core::query::PersonView;

use super::pane::{Pane, Typing};
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, MenuItem, avatar, avatar_size, menu, person_name, soft, split};

/// Who they are, and the menu.
pub(super) fn head(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    pane: &mut Pane,
    view: &PersonView,
    registration: Option<&Registration>,
) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let person = &view.row.person;
    let name = person.name.full();
    let role = words.get(match registration.map(|own| own.role) {
        None => "structure-it-is-me",
        Some(Role::Partner) => "role-partner",
        Some(Role::Customer) => "role-customer",
    });
    let cadence = view.cadence_days.filter(|_| registration.is_some());
    let cadence = cadence.map(|days| words.with("structure-cadence", &[("days", days.into())]));
    let about = [Some(role), Some(person.city.clone()), cadence];
    let about: Vec<_> = about.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        avatar(ui, &name, avatar_size::LARGE, false);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            split(
                ui,
                24.0,
                |ui| person_name(ui, &name, TextSize::Heading, tokens.ink),
                |ui| {
                    if registration.is_some() {
                        actions(ui, scene, pane, view, &name);
                    }
                },
            );
            soft(ui, &about.join(" · "));
        });
    });
    if let Some(registration) = registration {
        for line in whole_lines(ui, &since(scene, view, registration)) {
            soft(ui, &line);
        }
    }
}

/// Since when, under whom, and the number in the company.
fn since(scene: &Scene<'_>, view: &PersonView, registration: &Registration) -> Vec<String> {
    let words = scene.words;
    let sponsor = view
        .sponsor
        .as_ref()
        .map(|sponsor| words.with("structure-sponsor-of", &[("name", sponsor.short.as_str().into())]));
    let since = scene.formats.date_near(registration.on, scene.now.date());
    let since = words.with("structure-since", &[("date", since.into())]);
    // A company number is an identifier: it is shown as it was typed.
    let number = registration.company_number.as_str();
    let number = (!number.is_empty()).then(|| words.with("structure-number", &[("number", number.into())]));
    [Some(since), sponsor, number].into_iter().flatten().collect()
}

/// What stands beside each other, broken between two things, so that no line ends in «·».
fn whole_lines(ui: &Ui, parts: &[String]) -> Vec<String> {
    let (ink, room) = (Tokens::of(ui).soft, ui.available_width());
    let fits = |line: &str| ui.painter().layout_no_wrap(line.to_owned(), TextSize::Soft.font(), ink).size().x <= room;
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line} · {part}")).filter(|longer| fits(longer));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// «Премести под…», and the registration that was a mistake.
fn actions(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, view: &PersonView, name: &str) {
    let words = scene.words;
    let person = view.row.person.id;
    let label = words.with("structure-more", &[("name", name.into())]);
    let button = ui.add(Button::quiet_icon(icons::MORE, &label).small());
    menu(&button, |ui| {
        let partner = view.row.person.registration.as_ref().is_some_and(|own| own.role == Role::Partner);
        if partner && ui.add(MenuItem::new(&words.get("structure-plan")).icon(icons::PLAN)).clicked() {
            scene.go(Place::Plan(Some(person)));
        }
        if ui.add(MenuItem::new(&words.get("structure-move-under")).icon(icons::MOVE)).clicked() {
            pane.turn(Typing::Sponsor);
        }
        if ui.add(MenuItem::new(&words.get("structure-unregister")).icon(icons::CLOSE).danger()).clicked() {
            scene.run(Command::Unregister(person));
        }
    });
}
