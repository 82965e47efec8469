//! Ready words in the user's own wording; those that come with the program can be had back.

use egui::{Key, Modifiers, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::model::{FormOfAddress, Settings, Wording};
use sponsor_core::ready_words::{ReadyText, all, put};

use super::field::changed;
use crate::app::{Action, Form, FormKey, FormKind, Scene};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Card, Field, Segmented, modal, setting_row, soft, split};

/// Width of the panel.
const WIDTH: f32 = 560.0;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct TextForm {
    text: String,
}

impl Form for TextForm {
    const KIND: FormKind = FormKind::ReadyText;
}

/// The text that is being changed, if one is.
#[derive(Debug, Default)]
pub(super) struct Editing {
    open: Option<(&'static ReadyText, Wording)>,
}

/// The name of a wording in the key of a form.
const fn word(wording: Wording) -> &'static str {
    match wording {
        Wording::BulgarianInformal => "informal",
        Wording::BulgarianFormal => "formal",
        Wording::English => "english",
    }
}

fn form_key(text: &ReadyText, wording: Wording) -> FormKey {
    FormKey::about(FormKind::ReadyText, format!("{}/{}", text.key.replace('_', "-"), word(wording)))
}

fn is_own(settings: &Settings, text: &ReadyText) -> bool {
    settings.ready_words.iter().any(|own| own.key == text.key)
}

impl Editing {
    /// The card: one row a text.
    pub(super) fn card(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let (title, edit) = (scene.words.get("settings-ready-words"), scene.words.get("edit"));
        let settings = std::sync::Arc::clone(&scene.frame.settings);
        Card::new().title(&title).icon(icons::MESSAGE).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, text) in all().iter().enumerate() {
                let name = text.title(scene.words.language());
                let below = if is_own(&settings, text) { scene.words.get("settings-ready-own") } else { String::new() };
                let spoken = format!("{edit}: {name}");
                let pressed = setting_row(ui, index, name, &below, |ui| {
                    ui.add(Button::plain(&edit).name(&spoken).small()).clicked()
                });
                if pressed {
                    let wording = Wording::of(scene.words.language(), FormOfAddress::Informal);
                    self.open = Some((text, wording));
                }
            }
        });
    }

    /// The panel of the text that is being changed.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some((text, mut wording)) = self.open else { return };
        if scene.was_saved(&form_key(text, wording)) {
            self.open = None;
            return;
        }
        let title = text.title(scene.words.language());
        let close = scene.words.get("close");
        let answer = modal(ui.ctx(), "ready text", title, &close, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            switch(ui, scene, &mut wording);
            ui.push_id(word(wording), |ui| edit(ui, scene, text, wording)).inner
        });
        self.open = Some((text, wording));
        let key = form_key(text, wording);
        match answer.inner {
            Some(words) => {
                let command = changed(scene, |settings| put(settings, text, wording, &words));
                scene.save(key, command);
            }
            None if answer.closed => self.open = None,
            None => {}
        }
    }
}

fn switch(ui: &mut Ui, scene: &Scene<'_>, wording: &mut Wording) {
    let names = ["ready-informal", "ready-formal", "ready-english"].map(|key| scene.words.get(key));
    let label = scene.words.get("ready-wording");
    let mut switch = Segmented::new(&label, wording);
    for (one, name) in Wording::ALL.into_iter().zip(&names) {
        switch = switch.option(one, name);
    }
    switch.show(ui);
}

/// The words and the buttons; gives the words that are to hold.
fn edit(ui: &mut Ui, scene: &mut Scene<'_>, text: &ReadyText, wording: Wording) -> Option<String> {
    let key = form_key(text, wording);
    // An untouched form begins anew: an undo may have changed what it shows.
    if !scene.drafts.is_touched(&key) {
        scene.drafts.forget(&key);
    }
    let present = text.words(&scene.frame.settings, wording).to_owned();
    let words = scene.words;
    let label = words.get("settings-ready-text");
    let form = scene.form(&key, || TextForm { text: present.clone() });
    let committed = Field::new(&label, &mut form.text).rows(6).show(ui).committed;
    let typed = form.text.clone();
    soft(ui, &words.get("settings-ready-places"));
    let is_shipped = present == text.shipped(wording);
    let (back, (save, cancel)) = split(
        ui,
        height::BUTTON,
        |ui| {
            let name = words.get("settings-ready-back");
            ui.add_enabled(!is_shipped, Button::quiet(&name).icon(icons::UNDO)).clicked()
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let save = ui.add(Button::primary(&words.get("save")).keys("Ctrl ↵")).clicked();
            (save, ui.add(Button::plain(&words.get("cancel"))).clicked())
        },
    );
    let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if cancel {
        scene.act(Action::Forget(key));
    }
    match (back, committed || save || keys) {
        (true, _) => Some(text.shipped(wording).to_owned()),
        (_, true) => Some(typed),
        _ => None,
    }
}
