//! Backup and restore, the file, what comes in and goes out.

use std::path::Path;

use egui::Ui;

use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Button, Card, body, modal, setting_row, soft};

/// Whether a restore is being asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Restoring {
    /// No.
    #[default]
    No,
    /// What it does is being told.
    Told,
}

impl Restoring {
    /// Tells what a restore does, before a file is chosen.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        if *self == Self::No {
            return;
        }
        let words = scene.words;
        let (title, close) = (words.get("settings-restore-title"), words.get("close"));
        let (choose, cancel) = (words.get("settings-restore-choose"), words.get("cancel"));
        let text = words.get("settings-restore-text");
        let answer = modal(ui.ctx(), "restore", &title, &close, 460.0, |ui| {
            body(ui, &text);
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let chosen = ui.add(Button::primary(&choose).icon(icons::FROM_BEFORE)).clicked();
                let cancelled = ui.add(Button::plain(&cancel)).clicked();
                (chosen, cancelled)
            })
            .inner
        });
        let (chosen, cancelled) = answer.inner;
        if chosen {
            scene.act(Action::Choose(Purpose::Restore));
        }
        if chosen || cancelled || answer.closed {
            *self = Self::No;
        }
    }
}

pub(super) fn backup(ui: &mut Ui, scene: &mut Scene<'_>, restoring: &mut Restoring) {
    let title = scene.words.get("settings-backup");
    Card::new().title(&title).icon(icons::BACKUP).show(ui, |ui| {
        soft(ui, &scene.words.get("settings-backup-note"));
        ui.add_space(space::XS);
        let (now, restore) = (scene.words.get("settings-backup-now"), scene.words.get("restore"));
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary(&now).icon(icons::SAVE)).clicked() {
                scene.act(Action::Choose(Purpose::Backup));
            }
            let button = Button::plain(&restore).icon(icons::FROM_BEFORE);
            if ui.add_enabled(scene.frame.writable, button).clicked() {
                *restoring = Restoring::Told;
            }
        });
    });
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
                Some(Action::Choose(Purpose::ExportContacts)),
            ),
            (
                "settings-export-all",
                scene.words.get("settings-export-all-note"),
                "settings-export-all-do",
                icons::EXPORT,
                Some(Action::Choose(Purpose::ExportAll)),
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
    soft(ui, &scene.words.get("settings-nothing-leaves"));
}
