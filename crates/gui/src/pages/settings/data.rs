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

/// A line of the card: its words and what stands below them, what its button says and does.
struct Row {
    words: &'static str,
    below: String,
    does: &'static str,
    sign: char,
    action: Option<Action>,
}

/// The file, another one, what comes in and goes out, and the history.
pub(super) fn data(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("settings-data");
    Card::new().title(&title).icon(icons::DATA).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, row) in rows(scene).into_iter().enumerate() {
            let (words, does) = (scene.words.get(row.words), scene.words.get(row.does));
            let spoken = format!("{words}: {does}");
            let pressed = setting_row(ui, index, &words, &row.below, |ui| {
                let button = Button::plain(&does).icon(row.sign).name(&spoken).small();
                ui.add_enabled(row.action.is_some(), button).clicked()
            });
            if let Some(action) = row.action.filter(|_| pressed) {
                scene.act(action);
            }
        }
    });
}

fn rows(scene: &Scene<'_>) -> [Row; 6] {
    let path = scene.frame.path.as_deref();
    let name = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let folder = path.and_then(Path::parent).map(|folder| folder.display().to_string());
    let row = |words, below, does, sign, action| Row { words, below, does, sign, action };
    let choose = |purpose| Some(Action::Choose(purpose));
    let note = |key: &str| scene.words.get(key);
    let (open, opens) = ("settings-open-folder", folder.map(Action::OpenOutside));
    let contacts = note("settings-export-contacts-note");
    [
        row("settings-file", name.unwrap_or_default(), open, icons::FOLDER, opens),
        row("settings-other", String::new(), "settings-other-choose", icons::FILE, choose(Purpose::OtherWorkspace)),
        row("settings-import", note("settings-import-note"), "import", icons::IMPORT, choose(Purpose::ImportContacts)),
        row(
            "settings-export-contacts",
            contacts,
            "settings-export-contacts-do",
            icons::EXPORT,
            choose(Purpose::Export(Exported::Contacts, None)),
        ),
        row(
            "settings-export-all",
            note("settings-export-all-note"),
            "settings-export-all-do",
            icons::EXPORT,
            choose(Purpose::Export(Exported::All, None)),
        ),
        row("command-history", note("settings-history-note"), "show", icons::FROM_BEFORE, Some(Action::History)),
    ]
}

/// The last line of the page: that nothing leaves the machine.
pub(super) fn closing_line(ui: &mut Ui, scene: &Scene<'_>) {
    soft(ui, &scene.words.get("settings-nothing-leaves"));
}
