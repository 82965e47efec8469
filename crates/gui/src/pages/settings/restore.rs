//! A backup is put back: what it holds beside what is there now, and the question.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Ui;
use sponsor_core::Now;
use sponsor_core::backup::{Holdings, newest_aside};
use sponsor_core::model::RecordKind;
use sponsor_core::query::View;
use sponsor_core::store::StoreError;

use crate::app::{Action, Purpose, Question, Scene, sentence};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, body, hairline, modal, soft, split, text};
use crate::works::{BackupLook, LookIntoBackup};

/// A restore while it is being asked for.
#[derive(Debug, Default)]
pub(super) struct Restoring {
    looked: Option<Arc<BackupLook>>,
}

/// Asks which file was set aside before the last restore of this workspace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct AsideAsk(PathBuf);

impl Question for AsideAsk {
    type Answer = Option<PathBuf>;

    const SHOWS: &'static [RecordKind] = &[RecordKind::Settings];

    fn answer(&self, _view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        Ok(newest_aside(&self.0))
    }
}

/// Width of the labels, and of each of the two columns beside them.
const LABELS: f32 = 132.0;
const COLUMN: f32 = 190.0;

impl Restoring {
    /// The buttons: a backup is chosen, or the file from before the last restore comes back.
    pub(super) fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
        let words = scene.words;
        let writable = scene.frame.writable;
        let why = scene.frame.read_only.map(|why| why.sentence(words)).unwrap_or_default();
        let (restore, back) = (words.get("restore"), words.get("settings-restore-back"));
        let button = Button::plain(&restore).icon(icons::FROM_BEFORE);
        if ui.add_enabled(writable, button).on_disabled_hover_text(&why).clicked() {
            scene.act(Action::Choose(Purpose::Restore));
        }
        let aside = scene.frame.path.clone().and_then(|path| scene.ask_exact(&AsideAsk(path)));
        if let Some(path) = aside.as_deref().cloned().flatten() {
            let button = Button::plain(&back).icon(icons::UNDO);
            if ui.add_enabled(writable, button).on_disabled_hover_text(&why).clicked() {
                scene.act(Action::Work(Box::new(LookIntoBackup { path, now: scene.now })));
            }
        }
    }

    /// Asks, once a backup was looked into.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        if let Some(looked) = scene.worked.iter().rev().find_map(crate::app::WorkOutcome::read::<BackupLook>) {
            self.looked = Some(looked);
        }
        let Some(looked) = self.looked.clone() else { return };
        let words = scene.words;
        let (title, close) = (words.get("settings-restore-title"), words.get("close"));
        let answer = modal(ui.ctx(), "restore", &title, &close, LABELS + 2.0 * COLUMN, |ui| match &looked.contents {
            Ok(contents) => {
                compare(ui, scene, &looked, &contents.holdings);
                if !contents.problems.is_empty() {
                    let count = contents.problems.len().into();
                    text_below(ui, &words.with("settings-restore-problems", &[("count", count)]));
                }
                if contents.holdings.user != looked.present.user {
                    text_below(ui, &words.get("settings-restore-other-user"));
                }
                soft(ui, &words.get("settings-restore-text"));
                ask(ui, scene, Some("restore"))
            }
            Err(error) => {
                body(ui, &sentence(words, error));
                soft(ui, &words.get("settings-restore-nothing-changed"));
                ask(ui, scene, None)
            }
        });
        let (restored, cancelled) = answer.inner;
        if restored {
            scene.act(Action::Restore(looked.path.clone()));
        }
        if restored || cancelled || answer.closed {
            self.looked = None;
        }
    }
}

fn text_below(ui: &mut Ui, words: &str) {
    let important = Tokens::of(ui).important;
    text(ui, words, TextSize::Soft, important);
}

/// The buttons below: whether it is to be done, and whether it is given up.
fn ask(ui: &mut Ui, scene: &Scene<'_>, does: Option<&str>) -> (bool, bool) {
    ui.add_space(space::M);
    let left = |_: &mut Ui| {};
    split(ui, height::BUTTON, left, |ui| {
        let done = does.is_some_and(|key| {
            let words = scene.words.get(key);
            ui.add(Button::primary(&words).icon(icons::FROM_BEFORE)).clicked()
        });
        (done, ui.add(Button::plain(&scene.words.get("cancel"))).clicked())
    })
    .1
}

/// The backup and the present workspace, line by line.
fn compare(ui: &mut Ui, scene: &Scene<'_>, looked: &BackupLook, backup: &Holdings) {
    let (words, formats, present) = (scene.words, scene.formats, &looked.present);
    let name = |path: Option<&Path>| {
        path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let moment = |at: Option<chrono::NaiveDateTime>| {
        let words =
            |at: chrono::NaiveDateTime| format!("{}, {}", formats.date_compact(at.date()), formats.time(at.time()));
        at.map_or_else(|| "–".to_owned(), words)
    };
    let count = |number: u64| formats.count(usize::try_from(number).unwrap_or(usize::MAX));
    line(ui, "", &words.get("settings-restore-backup"), &words.get("settings-restore-present"), true);
    let rows = [
        ("settings-file", name(Some(&looked.path)), name(scene.frame.path.as_deref())),
        ("settings-restore-written", moment(looked.written), "–".to_owned()),
        ("settings-restore-user", backup.user.clone(), present.user.clone()),
        ("settings-restore-people", count(backup.people), count(present.people)),
        ("settings-restore-registered", count(backup.registered), count(present.registered)),
        ("settings-restore-entries", count(backup.entries), count(present.entries)),
        ("settings-restore-orders", count(backup.orders), count(present.orders)),
        ("settings-restore-changed", moment(backup.last_change), moment(present.last_change)),
    ];
    for (key, theirs, ours) in rows {
        hairline(ui);
        line(ui, &words.get(key), &theirs, &ours, false);
    }
    ui.add_space(space::S);
}

fn line(ui: &mut Ui, label: &str, backup: &str, present: &str, heading: bool) {
    let tokens = Tokens::of(ui);
    let size = if heading { TextSize::SoftMedium } else { TextSize::SoftTabular };
    // A reader hears the label with the two values.
    let spoken = format!("{label}: {backup} / {present}");
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (words, width, colour) in [
            (label, LABELS, tokens.soft),
            (backup, COLUMN, tokens.ink),
            (present, COLUMN, if heading { tokens.ink } else { tokens.soft }),
        ] {
            ui.allocate_ui_with_layout(
                egui::vec2(width, 26.0),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_min_size(egui::vec2(width, 26.0));
                    ui.set_max_width(width - space::S);
                    crate::widgets::text_cut(ui, words, size, colour)
                },
            );
        }
    });
    if !heading {
        let response = ui.interact(row.response.rect, ui.scope_id().with(("line", label)), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
    }
}
