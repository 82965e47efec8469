//! Language and look, the user, the pages.

use egui::Ui;
use sponsor_core::command::Command;
use sponsor_core::model::{Language, Name, Page, Settings};

use super::field::{TextRow, change, changed, text_row};
use crate::app::{Action, Scene};
use crate::icons;
use crate::pages::start::theme_switch;
use crate::widgets::{Card, Segmented, setting_row, toggle};

/// The sizes of text, in per cent.
const SIZES: [u16; 4] = [90, 100, 115, 130];

pub(super) fn look(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("settings-look");
    Card::new().title(&title).icon(icons::LANGUAGE).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = scene.words.get("settings-language");
        let mut language = scene.frame.language;
        let [bulgarian, english] = Language::ALL;
        let switched = setting_row(ui, 0, &name, "", |ui| {
            let switch = Segmented::new(&name, &mut language).option(bulgarian, bulgarian.own_name());
            switch.option(english, english.own_name()).show(ui).changed()
        });
        if switched {
            choose(scene, |settings| settings.language = language);
        }
        let name = scene.words.get("settings-theme");
        let mut theme = scene.frame.theme;
        let words = scene.words.clone();
        if setting_row(ui, 1, &name, "", |ui| theme_switch(ui, &words, &name, &mut theme)) {
            choose(scene, |settings| settings.theme = theme);
        }
        text_size(ui, scene);
    });
}

/// Sets language or theme, which then also go before what the window was started with.
fn choose(scene: &mut Scene<'_>, how: impl FnOnce(&mut Settings)) {
    let (language, theme) = (scene.frame.language, scene.frame.theme);
    change(scene, |settings| {
        (settings.language, settings.theme) = (language, theme);
        how(settings);
    });
    scene.act(Action::AsSet);
}

fn text_size(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.words.get("settings-text-size");
    let mut percent = scene.frame.settings.text_percent;
    let sizes = SIZES.map(|size| (size, scene.formats.percent(size.into())));
    let switched = setting_row(ui, 2, &name, "", |ui| {
        let switch = Segmented::new(&name, &mut percent);
        sizes.iter().fold(switch, |switch, (size, words)| switch.option(*size, words)).show(ui).changed()
    });
    if switched {
        change(scene, |settings| settings.text_percent = percent);
    }
}

pub(super) fn about_you(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("settings-about-you");
    Card::new().title(&title).icon(icons::PERSON).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let row = |index, key, noted, current: String, unread| TextRow {
            index,
            key,
            noted,
            current,
            hint: "",
            width: 184.0,
            unread,
        };
        let me = std::sync::Arc::clone(&scene.frame.me);
        text_row(ui, scene, row(0, "settings-name", false, me.name.full(), "error-empty-name"), |text, scene| {
            let mut me = (*scene.frame.me).clone();
            me.name = Name::from_full(text).ok()?;
            Some(Command::EditPerson(Box::new(me)))
        });
        let city = scene.frame.settings.home_city.clone();
        text_row(ui, scene, row(1, "settings-city", true, city, ""), |text, scene| {
            Some(changed(scene, |settings| text.clone_into(&mut settings.home_city)))
        });
        let phone = me.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
        text_row(ui, scene, row(2, "settings-phone", true, phone, ""), |text, scene| {
            let mut me = (*scene.frame.me).clone();
            match (me.phones.first_mut(), text.is_empty()) {
                (Some(_), true) => drop(me.phones.remove(0)),
                (Some(phone), false) => text.clone_into(&mut phone.number),
                (None, true) => {}
                (None, false) => {
                    me.phones.push(sponsor_core::model::Phone { number: text.to_owned(), label: String::new() });
                }
            }
            Some(Command::EditPerson(Box::new(me)))
        });
    });
}

pub(super) fn pages(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (title, note) = (scene.words.get("settings-pages"), scene.words.get("settings-pages-note"));
    let why = scene.words.get("settings-pages-needed");
    let rows = [
        (Page::Structure, "page-structure"),
        (Page::Onboarding, "page-onboarding"),
        (Page::Figures, "page-figures"),
        (Page::Training, "page-training"),
    ];
    // They are shown anyway once somebody is registered.
    let needed = scene.frame.registered > 0;
    Card::new().title(&title).icon(icons::PAGES).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, (page, key)) in rows.into_iter().enumerate() {
            let name = scene.words.get(key);
            let below = if index + 1 == rows.len() { note.as_str() } else { "" };
            let mut on = needed || scene.frame.settings.pages_on.contains(&page);
            let switched = setting_row(ui, index, &name, below, |ui| {
                let switch = ui.add_enabled_ui(!needed, |ui| toggle(ui, &mut on, &name)).inner;
                let changed = switch.changed();
                switch.on_disabled_hover_text(&why);
                changed
            });
            if switched {
                change(scene, |settings| {
                    settings.pages_on.retain(|one| *one != page);
                    if on {
                        settings.pages_on.push(page);
                    }
                });
            }
        }
    });
}
