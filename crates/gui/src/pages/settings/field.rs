//! A text of the settings: typed as a draft, applied on Enter or when the field is left.

use egui::{Align, Key, Layout, Ui, vec2};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::Settings;

use crate::app::{Form, FormKey, FormKind, Scene};
use crate::theme::height;
use crate::widgets::{Field, setting_row};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct SettingForm {
    text: String,
}

impl Form for SettingForm {
    const KIND: FormKind = FormKind::Settings;
}

/// A row with a text: its place in the card, the key of its words, and how it stands now.
#[derive(Debug)]
pub struct TextRow<'a> {
    /// The place in the card, from 0.
    pub index: usize,
    /// The key of its label; with `-note` of the quiet words below.
    pub key: &'static str,
    /// Whether there are quiet words below.
    pub noted: bool,
    /// The present text.
    pub current: String,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// The width of the field.
    pub width: f32,
    /// The key of what is said when the text cannot be read.
    pub unread: &'static str,
}

/// Shows the row; `command` makes the command of a typed text, none where it cannot be read.
pub fn text_row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    row: TextRow<'_>,
    command: impl Fn(&str, &Scene<'_>) -> Option<Command>,
) {
    let form_key = FormKey::about(FormKind::Settings, row.key);
    // An untouched field begins anew: an undo may have changed what it shows.
    if !scene.drafts.is_touched(&form_key) {
        scene.drafts.forget(&form_key);
    }
    let mut form = scene.form(&form_key, || SettingForm { text: row.current.clone() }).clone();
    let label = scene.words.get(row.key);
    let understood = form.text == row.current || command(form.text.trim(), scene).is_some();
    let below = match (understood, row.noted) {
        (false, _) => scene.words.get(row.unread),
        (true, true) => scene.words.get(&format!("{}-note", row.key)),
        (true, false) => String::new(),
    };
    let answer = setting_row(ui, row.index, &label, &below, |ui| {
        let size = vec2(row.width, height::FIELD);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            Field::new(&label, &mut form.text).hide_label().hint(row.hint).width(row.width).show(ui)
        })
        .inner
    });
    scene.form(&form_key, || SettingForm { text: row.current.clone() }).text.clone_from(&form.text);
    let escaped = escaped(ui);
    let leaves = answer.committed || (answer.response.lost_focus() && !escaped);
    if leaves && form.text.trim() != row.current {
        if let Some(command) = command(form.text.trim(), scene) {
            scene.save(form_key, command);
        }
    } else if leaves {
        scene.drafts.forget(&form_key);
    }
}

/// Whether Escape was pressed in this frame or the one before: egui takes the focus away in the one and tells of it in
/// the other.
fn escaped(ui: &Ui) -> bool {
    let id = egui::Id::unique("settings-escaped");
    let frame = ui.ctx().cumulative_frame_nr();
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.insert_temp(id, frame));
    }
    ui.data(|data| data.get_temp::<u64>(id)).is_some_and(|pressed| frame - pressed <= 1)
}

/// The command that changes the settings.
pub fn changed(scene: &Scene<'_>, change: impl FnOnce(&mut Settings)) -> Command {
    let mut settings = (*scene.frame.settings).clone();
    change(&mut settings);
    Command::ChangeSettings(Box::new(settings))
}

/// Changes the settings at once.
pub fn change(scene: &mut Scene<'_>, how: impl FnOnce(&mut Settings)) {
    let command = changed(scene, how);
    scene.run(command);
}
