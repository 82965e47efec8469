//! A row of a file that is mended before it is taken in: a panel over the preview, with a field for each thing.

use std::collections::BTreeMap;

use egui::{Id, Ui};

use crate::app::{Scene, select_all};
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Below, Button, Field, modal, soft, split, text};
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
    /// The field in which the reason stands, if it is one of them.
    pub wrong: Option<usize>,
}

/// What is typed about rows. It lasts as long as the preview does: nobody could go on with it without the file.
#[derive(Debug)]
pub struct Mending<T> {
    open: Option<usize>,
    /// Row by row what was typed and not yet taken over.
    typed: BTreeMap<usize, T>,
    /// The panel has just opened: the field that is wrong takes the keyboard, else the first.
    fresh: bool,
    /// How many rows were mended.
    mended: usize,
    /// It is asked whether the preview may close, though rows were mended in it.
    leaving: bool,
}

impl<T: Mendable> Mending<T> {
    /// Nothing is mended yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { open: None, typed: BTreeMap::new(), fresh: false, mended: 0, leaving: false }
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

    /// Whether the preview closes, now that a person wants it to: where rows were mended in it, that is asked first.
    pub fn leave(&mut self, ui: &Ui, scene: &Scene<'_>, wanted: bool) -> bool {
        if self.mended == 0 {
            return wanted;
        }
        self.leaving |= wanted;
        if !self.leaving {
            return false;
        }
        let words = scene.words;
        let (title, close) = (words.get("import-leave-title"), words.get("close"));
        let answer = modal(ui.ctx(), "leave a preview", &title, &close, 420.0, |ui| {
            soft(ui, &words.with("import-leave", &[("count", self.mended.into())]));
            ui.add_space(space::M);
            let (stay, leave) = (words.get("import-leave-stay"), words.get("import-leave-close"));
            let buttons = |ui: &mut Ui| {
                let stays = ui.add(Button::primary(&stay).keys("Esc")).clicked();
                (stays, ui.add(Button::plain(&leave)).clicked())
            };
            split(ui, height::BUTTON, |_| {}, buttons).1
        });
        let (stays, leaves) = answer.inner;
        if stays || answer.closed {
            self.leaving = false;
        }
        leaves
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
            let committed = fields(ui, words, typed, of_file, fresh);
            ui.add_space(space::M);
            let enough = typed.is_enough();
            let (done, cancel) = (words.get("done"), words.get("cancel"));
            let buttons = |ui: &mut Ui| {
                let saved = ui.add_enabled(enough, Button::primary(&done).keys("Enter")).clicked();
                (saved, ui.add(Button::plain(&cancel).keys("Esc")).clicked())
            };
            let ((), (saved, cancelled)) = split(ui, height::BUTTON, |_| {}, buttons);
            (saved || committed, cancelled)
        });
        let (wanted, cancelled) = answer.inner;
        let mended = wanted && typed.is_enough() && take(row, typed);
        if mended {
            self.typed.remove(&row);
            self.mended += 1;
        } else if wanted {
            // What is still wrong is to be mended at once.
            self.fresh = true;
        }
        if mended || cancelled || answer.closed {
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
    if let Some(why) = of_file.refused.as_ref().filter(|_| of_file.wrong.is_none()) {
        text(ui, why, TextSize::Soft, Tokens::of(ui).important);
    }
    ui.add_space(space::S);
}

/// The fields; tells whether Enter was pressed in one.
fn fields(ui: &mut Ui, words: &Words, typed: &mut impl Mendable, of_file: &RowOfFile, fresh: bool) -> bool {
    let mut all: Vec<_> = typed.fields(words).into_iter().enumerate().collect();
    let mut committed = false;
    let mut show = |ui: &mut Ui, place: usize, label: &str, text: &mut String| {
        let wrong = of_file.refused.clone().filter(|_| of_file.wrong == Some(place)).map(Below::Error);
        let id = Id::unique(("mended field", place));
        let field = Field::new(label, text).id(id).below(wrong).show(ui);
        if fresh && place == of_file.wrong.unwrap_or(0) {
            field.response.request_focus();
            select_all(ui, id, text);
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
