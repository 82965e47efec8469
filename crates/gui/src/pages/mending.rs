//! A row of a file that is mended before it is taken in: a panel over the preview, with a field for each thing.

use std::collections::BTreeMap;

use egui::Ui;

use crate::app::Scene;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Button, Field, modal, soft, split, text};
use crate::words::Words;

/// Above so many fields they stand in two columns.
const ONE_COLUMN: usize = 4;

/// What is typed about a row.
pub trait Mendable {
    /// The names of its fields and their texts, in order.
    fn fields(&mut self, words: &Words) -> Vec<(String, &mut String)>;

    /// Whether what is typed can be taken over.
    fn is_enough(&self) -> bool;
}

/// Which row of the file it is.
#[derive(Clone, Debug)]
pub struct RowOfFile {
    /// The line on which it stands, if known.
    pub line: Option<usize>,
    /// Its number in the file, from 1.
    pub ordinal: usize,
    /// Why it cannot be taken in as it is.
    pub refused: Option<String>,
}

/// What is typed about rows. It lasts as long as the preview does: nobody could go on with it without the file.
#[derive(Debug)]
pub struct Mending<T> {
    open: Option<usize>,
    /// Row by row what was typed and not yet taken over.
    typed: BTreeMap<usize, T>,
    /// The panel has just opened: its first field takes the keyboard.
    fresh: bool,
}

impl<T: Mendable> Mending<T> {
    /// Nothing is mended yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { open: None, typed: BTreeMap::new(), fresh: false }
    }

    /// Opens the panel of a row, with what was typed there before or else with what it says.
    pub fn begin(&mut self, row: usize, says: impl FnOnce() -> T) {
        self.typed.entry(row).or_insert_with(says);
        (self.open, self.fresh) = (Some(row), true);
    }

    /// The row whose panel is open.
    #[must_use]
    pub const fn open(&self) -> Option<usize> {
        self.open
    }

    /// Shows the panel where one is open. `take` takes over what was typed and tells whether it could. Tells whether the
    /// panel has just closed.
    pub fn ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        of_file: &RowOfFile,
        take: impl FnOnce(usize, &T) -> bool,
    ) -> bool {
        let Some(row) = self.open else { return false };
        let Some(typed) = self.typed.get_mut(&row) else { return false };
        let words = scene.words;
        let (title, close) = (words.get("import-mend-title"), words.get("close"));
        let fresh = std::mem::take(&mut self.fresh);
        let count = typed.fields(words).len();
        let width = if count > ONE_COLUMN { 560.0 } else { 420.0 };
        let answer = modal(ui.ctx(), "mend a row", &title, &close, width, |ui| {
            about(ui, words, of_file);
            let committed = fields(ui, words, typed, fresh);
            ui.add_space(space::M);
            let enough = typed.is_enough();
            let done = words.get("done");
            let button = |ui: &mut Ui| ui.add_enabled(enough, Button::primary(&done).keys("Enter")).clicked();
            let ((), saved) = split(ui, height::BUTTON, |_| {}, button);
            enough && (saved || committed)
        });
        let mended = answer.inner && take(row, typed);
        if mended {
            self.typed.remove(&row);
        }
        if mended || answer.closed {
            self.open = None;
        }
        self.open.is_none()
    }
}

/// Where the row stands, and what is wrong with it.
fn about(ui: &mut Ui, words: &Words, of_file: &RowOfFile) {
    let number = of_file.line.unwrap_or(of_file.ordinal);
    let key = if of_file.line.is_some() { "import-mend-line" } else { "import-mend-record" };
    soft(ui, &words.with(key, &[("number", number.into())]));
    if let Some(why) = &of_file.refused {
        text(ui, why, TextSize::Soft, Tokens::of(ui).important);
    }
    ui.add_space(space::S);
}

/// The fields; tells whether Enter was pressed in one.
fn fields(ui: &mut Ui, words: &Words, typed: &mut impl Mendable, fresh: bool) -> bool {
    let mut all: Vec<_> = typed.fields(words).into_iter().enumerate().collect();
    let mut committed = false;
    let mut show = |ui: &mut Ui, place: usize, label: &str, text: &mut String| {
        let field = Field::new(label, text).show(ui);
        if fresh && place == 0 {
            field.response.request_focus();
        }
        committed |= field.committed;
        ui.add_space(space::XS);
    };
    if all.len() <= ONE_COLUMN {
        for (place, (label, text)) in all {
            show(ui, place, &label, text);
        }
        return committed;
    }
    ui.spacing_mut().item_spacing.x = space::M;
    // Pair by pair, so that Tab goes as one reads.
    for pair in all.chunks_mut(2) {
        ui.columns(2, |columns| {
            for (ui, (place, (label, text))) in columns.iter_mut().zip(pair) {
                show(ui, *place, label, text);
            }
        });
    }
    committed
}
