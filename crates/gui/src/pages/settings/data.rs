//! Backup, the file, what comes in and goes out.

use std::path::Path;

use egui::Ui;

use super::restore::Restoring;
use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Banner, Button, Card, Tone, setting_row, soft};
use crate::works::Exported;

pub(super) fn backup(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("settings-backup");
    Card::new().title(&title).icon(icons::BACKUP).show(ui, |ui| {
        last_backup(ui, scene);
        soft(ui, &scene.words.get("settings-backup-note"));
        ui.add_space(space::XS);
        let now = scene.words.get("settings-backup-now");
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary(&now).icon(icons::SAVE)).clicked() {
                scene.act(Action::Choose(Purpose::Backup));
            }
            Restoring::buttons(ui, scene);
        });
    });
}

/// When the last copy was made, or that there is none yet.
fn last_backup(ui: &mut Ui, scene: &Scene<'_>) {
    let (words, sign, tone) = match scene.frame.backup {
        Some(at) => {
            let day = scene.formats.date_near(at.date(), scene.today);
            let when = format!("{day}, {}", scene.formats.time(at.time()));
            let words = scene.words.with("settings-backup-last", &[("when", when.into())]);
            (words, icons::DONE_CIRCLE, Tone::Accent)
        }
        None => (scene.words.get("settings-backup-none"), icons::INFO, Tone::Important),
    };
    Banner::new(&words).icon(sign).tone(tone).show(ui, |_| ());
}

pub(super) fn data(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("settings-data");
    let path = scene.frame.path.clone();
    let name = path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let folder = path.as_deref().and_then(Path::parent).map(|folder| folder.display().to_string());
    Card::new().title(&title).icon(icons::DATA).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = [
            (
                "settings-file",
                name.unwrap_or_default(),
                "settings-open-folder",
                icons::FOLDER,
                folder.map(Action::OpenOutside),
            ),
            (
                "settings-other",
                String::new(),
                "settings-other-choose",
                icons::FILE,
                Some(Action::Choose(Purpose::OtherWorkspace)),
            ),
            (
                "settings-import",
                scene.words.get("settings-import-note"),
                "import",
                icons::IMPORT,
                Some(Action::Choose(Purpose::ImportContacts)),
            ),
            (
                "settings-export-contacts",
                scene.words.get("settings-export-contacts-note"),
                "settings-export-contacts-do",
                icons::EXPORT,
                Some(Action::Choose(Purpose::Export(Exported::Contacts, None))),
            ),
            (
                "settings-export-all",
                scene.words.get("settings-export-all-note"),
                "settings-export-all-do",
                icons::EXPORT,
                Some(Action::Choose(Purpose::Export(Exported::All, None))),
            ),
            (
                "command-history",
                scene.words.get("settings-history-note"),
                "show",
                icons::FROM_BEFORE,
                Some(Action::History),
            ),
        ];
        for (index, (words, below, does, sign, action)) in rows.into_iter().enumerate() {
            let (words, does) = (scene.words.get(words), scene.words.get(does));
            let spoken = format!("{words}: {does}");
            let pressed = setting_row(ui, index, &words, &below, |ui| {
                let button = Button::plain(&does).icon(sign).name(&spoken).small();
                ui.add_enabled(action.is_some(), button).clicked()
            });
            if let Some(action) = action.filter(|_| pressed) {
                scene.act(action);
            }
        }
    });
}

/// The last line of the page: that nothing leaves the machine.
pub(super) fn closing_line(ui: &mut Ui, scene: &Scene<'_>) {
    soft(ui, &scene.words.get("settings-nothing-leaves"));
}
