//! A row of the file that is mended before it is taken in: its name, phone, e-mail and city.

use std::collections::BTreeMap;

use egui::Ui;
use sponsor_core::exchange::{Mended, Preview};

use crate::app::Scene;
use crate::theme::{height, space};
use crate::widgets::{Button, Field, modal, soft, split};

/// What is typed about rows. It lasts as long as the preview does: nobody could go on with it without the file.
#[derive(Debug)]
pub(super) struct Mending {
    open: Option<usize>,
    /// Row by row what was typed and not yet taken over.
    typed: BTreeMap<usize, Mended>,
    /// The panel has just opened: its first field takes the keyboard.
    fresh: bool,
}

impl Mending {
    pub(super) const fn new() -> Self {
        Self { open: None, typed: BTreeMap::new(), fresh: false }
    }

    /// Opens the panel of a row, with what was typed there before.
    pub(super) fn begin(&mut self, row: usize, preview: &Preview) {
        self.typed.entry(row).or_insert_with(|| preview.mendable(row));
        (self.open, self.fresh) = (Some(row), true);
    }

    /// Shows the panel where one is open; tells whether it has just closed.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &Scene<'_>, preview: &mut Preview) -> bool {
        let Some(row) = self.open else { return false };
        let Some(typed) = self.typed.get_mut(&row) else { return false };
        let words = scene.words;
        let (title, close) = (words.get("import-mend-title"), words.get("close"));
        let fresh = std::mem::take(&mut self.fresh);
        let answer = modal(ui.ctx(), "mend a row", &title, &close, 420.0, |ui| {
            if let Some(known) = preview.rows.get(row) {
                let line = known.line.map_or(known.ordinal, |line| line);
                let key = if known.line.is_some() { "import-mend-line" } else { "import-mend-record" };
                soft(ui, &words.with(key, &[("number", line.into())]));
                ui.add_space(space::S);
            }
            let committed = fields(ui, scene, typed, fresh);
            ui.add_space(space::M);
            let enough = !typed.name.trim().is_empty();
            let ((), saved) = split(
                ui,
                height::BUTTON,
                |_| {},
                |ui| {
                    let done = words.get("done");
                    ui.add_enabled(enough, Button::primary(&done).keys("Enter")).clicked()
                },
            );
            enough && (saved || committed)
        });
        let mended = answer.inner && preview.mend(row, typed, scene.ids, scene.now).is_ok();
        if mended {
            self.typed.remove(&row);
        }
        if mended || answer.closed {
            self.open = None;
        }
        self.open.is_none()
    }
}

/// The fields; tells whether Enter was pressed in one.
fn fields(ui: &mut Ui, scene: &Scene<'_>, typed: &mut Mended, fresh: bool) -> bool {
    let words = scene.words;
    let all = [
        ("list-column-name", &mut typed.name),
        ("list-phone", &mut typed.phone),
        ("list-email", &mut typed.email),
        ("list-city", &mut typed.city),
    ];
    let mut committed = false;
    for (place, (key, text)) in all.into_iter().enumerate() {
        let field = Field::new(&words.get(key), text).show(ui);
        if fresh && place == 0 {
            field.response.request_focus();
        }
        committed |= field.committed;
        ui.add_space(space::XS);
    }
    committed
}
