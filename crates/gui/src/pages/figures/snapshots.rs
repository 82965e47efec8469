//! Snapshots: the figures frozen with a comment, kept and exported.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Snapshot, SnapshotId};

use super::ask::{FiguresAnswer, SnapshotsQuestion};
use crate::app::{Action, Form, FormKey, FormKind, Purpose, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space, width};
use crate::widgets::{Button, Field, MenuItem, hairline, heading, menu, modal, row, soft, split, text, two_lines};
use crate::works::snapshot::{SNAPSHOT_ENDINGS, SnapshotPicture, scope_name};

const ROW: f32 = 48.0;

/// What is typed to a snapshot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotForm {
    /// The comment.
    pub comment: String,
}

impl Form for SnapshotForm {
    const KIND: FormKind = FormKind::SnapshotComment;
}

/// The window of the snapshots: the one to be taken, and those that are kept. Tells whether it should close.
pub(super) fn modal_window(
    ui: &Ui,
    scene: &mut Scene<'_>,
    id: &mut SnapshotId,
    answer: Option<&FiguresAnswer>,
) -> bool {
    // It stays open with what was taken on top of the list; another one would be another record.
    if scene.was_saved(&FormKey::new(FormKind::SnapshotComment)) {
        *id = scene.new_snapshot();
    }
    let (title, close) = (scene.words.get("snapshot"), scene.words.get("close"));
    let mut cancelled = false;
    let answer = modal(ui.ctx(), "snapshots", &title, &close, width::MODAL, |ui| {
        if let Some(answer) = answer {
            cancelled = take(ui, scene, *id, answer);
        }
        ui.add_space(space::M);
        hairline(ui);
        ui.add_space(space::S);
        list(ui, scene);
    });
    answer.closed || cancelled
}

/// The form of a new snapshot; tells whether Cancel was pressed.
fn take(ui: &mut Ui, scene: &mut Scene<'_>, id: SnapshotId, answer: &FiguresAnswer) -> bool {
    let words = scene.words;
    let snapshot = &answer.snapshot;
    let values = [
        ("period", scene.formats.figure_period(snapshot.period, snapshot.until).into()),
        ("scope", scope_name(words, snapshot.scope, &snapshot.scope_name).into()),
    ];
    soft(ui, &words.with("figures-snapshot-about", &values));
    ui.add_space(space::S);
    let key = FormKey::new(FormKind::SnapshotComment);
    let (label, hint) = (words.get("figures-comment"), words.get("figures-comment-hint"));
    let form = scene.form(&key, SnapshotForm::default);
    let id_of_field = Id::unique("snapshot comment");
    let field = Field::new(&label, &mut form.comment).hint(&hint).rows(2).id(id_of_field);
    let entered = field.show(ui).committed;
    if ui.memory(|memory| memory.focused().is_none()) {
        ui.memory_mut(|memory| memory.request_focus(id_of_field));
    }
    let comment = form.comment.trim().to_owned();
    ui.add_space(space::S);
    let save = words.get("figures-take");
    let button = Button::primary(&save).icon(icons::SAVE).keys("Ctrl ↵");
    let cancel = words.get("cancel");
    let right = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        (ui.add(button).clicked(), ui.add(Button::plain(&cancel).keys("Esc")).clicked())
    };
    let (pressed, cancelled) = split(ui, height::BUTTON, |_| (), right).1;
    let keyed = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter));
    if pressed || entered || keyed {
        let taken = Snapshot { id, comment, taken: scene.now.local, ..snapshot.clone() };
        scene.save(key, Command::TakeSnapshot(Box::new(taken)));
    }
    cancelled
}

fn list(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(snapshots) = scene.ask(&SnapshotsQuestion) else { return };
    heading(ui, &scene.words.get("figures-snapshots"));
    if snapshots.is_empty() {
        soft(ui, &scene.words.get("figures-no-snapshots"));
        return;
    }
    egui::ScrollArea::vertical().max_height(288.0).show_rows(ui, ROW, snapshots.len(), |ui, shown| {
        for (index, snapshot) in shown.clone().zip(snapshots.get(shown).into_iter().flatten()) {
            row(ui, index, ROW, |ui| show_snapshot(ui, scene, snapshot));
        }
    });
}

fn show_snapshot(ui: &mut Ui, scene: &mut Scene<'_>, snapshot: &Snapshot) {
    let words = scene.words;
    let period = scene.formats.figure_period(snapshot.period, snapshot.until);
    let scope = scope_name(words, snapshot.scope, &snapshot.scope_name);
    let taken = scene.formats.date_near(snapshot.taken.date(), scene.now.date());
    let below = [taken, scope, snapshot.comment.replace('\n', " ")];
    let below: Vec<_> = below.into_iter().filter(|part| !part.is_empty()).collect();
    let points = scene.formats.figure_value(snapshot.values.points);
    ui.push_id(snapshot.id, |ui| {
        split(
            ui,
            ROW,
            |ui| two_lines(ui, &period, &below.join(" · ")),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let delete = words.with("figures-delete-snapshot", &[("period", period.as_str().into())]);
                if ui.add(Button::quiet_icon(icons::DELETE, &delete).small()).clicked() {
                    scene.run(Command::DeleteSnapshot(snapshot.id));
                }
                export(ui, scene, snapshot, &period);
                ui.add_space(space::S);
                let ink = Tokens::of(ui).ink;
                text(ui, &points, TextSize::TabularMedium, ink);
            },
        );
    });
}

fn export(ui: &mut Ui, scene: &mut Scene<'_>, snapshot: &Snapshot, period: &str) {
    let words = scene.words;
    let name = words.with("figures-export-as", &[("period", period.into())]);
    let export = words.get("export");
    let button = ui.add(Button::plain(&export).icon(icons::EXPORT).trailing(icons::DOWN).name(&name).small());
    menu(&button, |ui| {
        let copy = words.get("figures-copy");
        if ui.add(MenuItem::new(&copy).icon(icons::COPY)).clicked() {
            scene.act(Action::Work(Box::new(SnapshotPicture { id: snapshot.id, words: words.clone() })));
            ui.close();
        }
        for ending in SNAPSHOT_ENDINGS {
            let label = words.get(&format!("figures-format-{ending}"));
            if ui.add(MenuItem::new(&label)).clicked() {
                scene.act(Action::Choose(Purpose::ExportSnapshot { id: snapshot.id, ending }));
                ui.close();
            }
        }
    });
}
