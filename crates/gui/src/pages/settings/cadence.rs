//! How often one wants to be in touch: by stage, by relation, and where neither says.

use egui::Ui;
use sponsor_core::model::Settings;

use super::field::change;
use super::rhythm::choice;
use crate::app::{RELATIONS, STAGES, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Card, soft};

/// Days between contacts that are offered.
const CADENCES: [u16; 8] = [3, 7, 10, 14, 21, 30, 60, 90];

/// The card.
pub(super) fn cadence(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (title, name, note) = (
        scene.words.get("settings-cadence"),
        scene.words.get("settings-cadence-default"),
        scene.words.get("settings-cadence-default-note"),
    );
    let settings = std::sync::Arc::clone(&scene.frame.settings);
    Card::new().title(&title).icon(icons::REPEAT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let options = cadences(scene, Some(settings.cadence_days));
        if let Some(days) = choice(ui, 0, (&name, &note), &settings.cadence_days, options) {
            change(scene, |settings| settings.cadence_days = days);
        }
        part(ui, scene, "settings-cadence-by-stage");
        ui.push_id("stages", |ui| {
            rules(ui, scene, &STAGES, &settings.cadence_by_stage, |settings| &mut settings.cadence_by_stage);
        });
        part(ui, scene, "settings-cadence-by-relation");
        ui.push_id("relations", |ui| {
            rules(ui, scene, &RELATIONS, &settings.cadence_by_relation, |settings| &mut settings.cadence_by_relation);
        });
    });
}

fn part(ui: &mut Ui, scene: &Scene<'_>, key: &str) {
    ui.add_space(space::M);
    soft(ui, &scene.words.get(key));
}

/// A row a rule; without one it is as where nothing else says.
fn rules<T: Copy + PartialEq>(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    kinds: &[(T, &str)],
    rules: &[(T, u16)],
    of: fn(&mut Settings) -> &mut Vec<(T, u16)>,
) {
    for (index, (kind, key)) in kinds.iter().enumerate() {
        let name = scene.words.get(key);
        let own = rules.iter().find(|(one, _)| one == kind).map(|(_, days)| *days);
        let mut options = vec![(None, scene.words.get("settings-cadence-same"))];
        options.extend(cadences(scene, own).into_iter().map(|(days, words)| (Some(days), words)));
        if let Some(days) = choice(ui, index, (&name, ""), &own, options) {
            change(scene, |settings| {
                let rules = of(settings);
                rules.retain(|(one, _)| one != kind);
                rules.extend(days.map(|days| (*kind, days)));
            });
        }
    }
}

fn cadences(scene: &Scene<'_>, present: Option<u16>) -> Vec<(u16, String)> {
    let mut days: Vec<u16> = CADENCES.into_iter().chain(present).collect();
    days.sort_unstable();
    days.dedup();
    let words = |days: u16| scene.words.with("settings-every-days", &[("count", days.into())]);
    days.into_iter().map(|days| (days, words(days))).collect()
}
