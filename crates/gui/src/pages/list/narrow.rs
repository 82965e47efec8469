//! What the list is narrowed to: the menus that choose it, and a chip for each thing that can be taken away.

use egui::{Ui, vec2};
use sponsor_core::model::{LastContact, ListFilter, WhichList};
use sponsor_core::query::ListView;

use super::filters::Filters;
use super::say;
use super::views::Views;
use crate::app::Scene;
use crate::icons;
use crate::theme::{space, width};
use crate::widgets::{Button, Chip, Field, Select, checkbox, popover, soft};

/// Days without contact that can be chosen.
const DAYS: [u16; 4] = [14, 30, 60, 90];

/// From this room on stage and relation have chips of their own; else they stand with the rest.
const ROOMY: f32 = 640.0;

/// The chips that open what can be narrowed.
pub(super) fn menus(ui: &mut Ui, scene: &Scene<'_>, filters: &mut Filters, view: &ListView, room: f32) {
    let words = scene.words;
    let filter = &mut filters.filter;
    let roomy = room >= ROOMY;
    if roomy {
        let stage = words.get("list-stage");
        let button = Chip::new(&stage).opens().selected(!filter.stages.is_empty()).show(ui).response;
        popover(&button, 200.0, |ui| stages(ui, scene, filter));
        let relation = words.get("list-relation");
        let button = Chip::new(&relation).opens().selected(filter.relation.is_some()).show(ui).response;
        popover(&button, width::POPOVER, |ui| relations(ui, scene, filter));
    }
    let hidden = !roomy && (!filter.stages.is_empty() || filter.relation.is_some());
    let name = words.get(if roomy { "list-more-filters" } else { "list-filters" });
    let button = Chip::new(&name).opens().selected(is_more_set(filter) || hidden).show(ui).response;
    popover(&button, 320.0, |ui| {
        if !roomy {
            soft(ui, &words.get("list-column-stage"));
            stages(ui, scene, filter);
            ui.add_space(space::S);
            soft(ui, &words.get("list-column-relation"));
            relations(ui, scene, filter);
            ui.add_space(space::S);
        }
        rest(ui, scene, filter, view);
    });
}

fn stages(ui: &mut Ui, scene: &Scene<'_>, filter: &mut ListFilter) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for stage in say::STAGES {
            let name = say::stage(scene.words, stage);
            let chip = Chip::new(&name).icon(say::look(stage, None).icon()).selected(filter.stages.contains(&stage));
            if chip.show(ui).response.clicked() {
                filter.toggle_stage(stage);
            }
        }
    });
}

fn relations(ui: &mut Ui, scene: &Scene<'_>, filter: &mut ListFilter) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for relation in say::RELATIONS {
            let on = filter.relation == Some(relation);
            if Chip::new(&say::relation(scene.words, relation)).selected(on).show(ui).response.clicked() {
                filter.relation = (!on).then_some(relation);
            }
        }
    });
}

/// Whether anything of the last menu is chosen.
fn is_more_set(filter: &ListFilter) -> bool {
    let city = filter.city.is_some() && filter.which != WhichList::Others;
    !filter.interest.trim().is_empty()
        || filter.last.is_some()
        || city
        || filter.no_phone
        || filter.no_city
        || filter.promise
}

/// Interest, city, last contact, and what is missing or open.
fn rest(ui: &mut Ui, scene: &Scene<'_>, filter: &mut ListFilter, view: &ListView) {
    let words = scene.words;
    let (interest, hint) = (words.get("list-filter-interest"), words.get("list-interests-hint"));
    Field::new(&interest, &mut filter.interest).hint(&hint).width(320.0).show(ui);
    ui.add_space(space::S);
    if !matches!(filter.which, WhichList::NoCity) && !view.cities.is_empty() {
        let (label, any) = (words.get("list-city"), words.get("list-any-city"));
        let named = view.cities.iter().map(|city| (Some(city.key.clone()), city.name.clone()));
        Select::new(&label, &mut filter.city).option(None, any).options(named).width(320.0).show(ui);
        ui.add_space(space::S);
    }
    soft(ui, &words.get("list-last-contact"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        let choices = DAYS.map(LastContact::OlderThan).into_iter().chain([LastContact::Never]);
        for choice in choices {
            let on = filter.last == Some(choice);
            if Chip::new(&last_in_short(scene, choice)).selected(on).show(ui).response.clicked() {
                filter.last = (!on).then_some(choice);
            }
        }
    });
    ui.add_space(space::S);
    let ticks = [
        ("list-no-phone", &mut filter.no_phone),
        ("list-without-city", &mut filter.no_city),
        ("list-open-promise", &mut filter.promise),
    ];
    for (key, on) in ticks {
        checkbox(ui, on, &words.get(key), false);
    }
}

/// As [`last_words`], below words that say the rest.
fn last_in_short(scene: &Scene<'_>, last: LastContact) -> String {
    match last {
        LastContact::OlderThan(days) => scene.words.with("list-days", &[("count", i64::from(days).into())]),
        LastContact::Never => scene.words.get("list-never"),
    }
}

fn last_words(scene: &Scene<'_>, last: LastContact) -> String {
    match last {
        LastContact::OlderThan(days) => scene.words.with("list-older-than", &[("count", i64::from(days).into())]),
        LastContact::Never => scene.words.get("list-never"),
    }
}

/// A chip for everything that is narrowed, with a way to take each away, all of it, or to keep it under a name.
pub(super) fn active(ui: &mut Ui, scene: &mut Scene<'_>, filters: &mut Filters, views: &mut Views, view: &ListView) {
    let shown = narrowed(scene, &filters.filter, view);
    if shown.is_empty() && filters.filter.text.trim().is_empty() {
        return;
    }
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        for (name, without) in shown {
            let remove = scene.words.with("list-filter-remove", &[("what", name.as_str().into())]);
            let chip = Chip::new(&name).removable(&remove).show(ui);
            if chip.removed {
                filters.filter = without;
            }
        }
        if ui.add(Button::link(&scene.words.get("list-clear")).small()).clicked() {
            filters.clear();
        }
        let is_kept = scene.frame.settings.views.iter().any(|kept| kept.filter == filters.filter);
        let can_be = !is_kept && scene.frame.writable && !matches!(filters.which(), WhichList::Partner(_));
        let keep = scene.words.get("list-view-keep");
        if can_be && ui.add(Button::link(&keep).icon(icons::SAVE).small()).clicked() {
            views.keep();
        }
    });
}

/// Everything that is narrowed, in words, each with the filter as it would be without.
fn narrowed(scene: &Scene<'_>, filter: &ListFilter, view: &ListView) -> Vec<(String, ListFilter)> {
    let words = scene.words;
    let mut shown = Vec::new();
    let mut put = |name: String, take: &dyn Fn(&mut ListFilter)| {
        let mut without = filter.clone();
        take(&mut without);
        shown.push((name, without));
    };
    if let Some(city) = filter.city.as_ref().filter(|_| filter.which != WhichList::Others) {
        let known =
            view.cities.iter().find(|one| one.key == *city).map_or_else(|| city.clone(), |one| one.name.clone());
        put(known, &|filter| filter.city = None);
    }
    for stage in &filter.stages {
        put(say::stage(words, *stage), &|filter| filter.toggle_stage(*stage));
    }
    if let Some(relation) = filter.relation {
        put(say::relation(words, relation), &|filter| filter.relation = None);
    }
    if !filter.interest.trim().is_empty() {
        let name = words.with("list-interest-is", &[("what", filter.interest.trim().into())]);
        put(name, &|filter| filter.interest.clear());
    }
    if let Some(last) = filter.last {
        let name = words.with("list-last-contact-is", &[("when", last_words(scene, last).into())]);
        put(name, &|filter| filter.last = None);
    }
    if filter.no_phone {
        put(words.get("list-no-phone"), &|filter| filter.no_phone = false);
    }
    if filter.no_city {
        put(words.get("list-without-city"), &|filter| filter.no_city = false);
    }
    if filter.promise {
        put(words.get("list-open-promise"), &|filter| filter.promise = false);
    }
    shown
}
