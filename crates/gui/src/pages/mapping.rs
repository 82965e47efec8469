//! The step before a preview: what the columns of another program's table are, with their first rows shown.

use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};
use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_8, WINDOWS_1251, WINDOWS_1252};
use sponsor_core::exchange::{FileKind, TableLook};

use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Banner, Button, Card, Select, Tone, heading, row, soft, strong, text_cut};
use crate::words::Words;

/// Encodings that a person may choose where the guess is wrong.
const ENCODINGS: [&Encoding; 5] = [UTF_8, WINDOWS_1251, IBM866, KOI8_R, WINDOWS_1252];

/// What may stand between cells, with the key of its name.
const DELIMITERS: [(u8, &str); 3] = [(b',', "mapping-comma"), (b';', "mapping-semicolon"), (b'\t', "mapping-tab")];

/// The width of the choice of a field.
const CHOICE: f32 = 240.0;

/// The most room that the heading of a column and its first cells take.
const COLUMN: f32 = 480.0;

/// What of the reading of a file a person said; none for what is recognised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The encoding.
    pub encoding: Option<&'static Encoding>,
    /// The byte between cells.
    pub delimiter: Option<u8>,
}

/// What columns are, while a person says it.
#[derive(Debug)]
pub struct Mapping<C> {
    look: TableLook,
    /// Column by column; none for one that is left out.
    pub columns: Vec<Option<C>>,
}

/// What was done in the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingEvent {
    /// The columns are said: the preview may come.
    Said,
    /// The file is to be read in another way.
    Read(Reading),
}

/// The words and rules of a kind of table.
#[derive(Debug)]
pub struct MappingKind<'a, C> {
    /// Everything that a column may be.
    pub all: &'a [C],
    /// What each is called.
    pub name: fn(&Words, C) -> String,
    /// Whether this is enough to go on.
    pub enough: fn(&[Option<C>]) -> bool,
    /// The key of the sentence that says what is missing.
    pub missing: &'static str,
}

impl<C: Copy + PartialEq> Mapping<C> {
    /// Begins with what the columns seem to be.
    #[must_use]
    pub fn new(look: TableLook, mut guessed: Vec<Option<C>>) -> Self {
        guessed.resize(look.columns().len(), None);
        Self { look, columns: guessed }
    }

    /// Shows the step.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        kind: &MappingKind<'_, C>,
        reading: Reading,
    ) -> Option<MappingEvent> {
        let mut event = None;
        Card::new().show(ui, |ui| {
            let inside = ui.available_rect_before_wrap();
            ui.set_min_height(inside.height());
            heading(ui, &words.get("mapping-title"));
            soft(ui, &words.get("mapping-note"));
            ui.add_space(space::S);
            event = self.reading(ui, words, reading);
            ui.add_space(space::S);
            let foot = inside.bottom() - height::FIELD - space::M;
            let middle =
                Rect::from_min_max(pos2(inside.left(), ui.cursor().top()), pos2(inside.right(), foot - space::S));
            ui.scope_builder(UiBuilder::new().id_salt("columns").max_rect(middle), |ui| self.rows(ui, words, kind));
            let below = Rect::from_min_max(pos2(inside.left(), foot), inside.max);
            let said =
                ui.scope_builder(UiBuilder::new().id_salt("foot").max_rect(below), |ui| self.foot(ui, words, kind));
            event = event.or(said.inner.then_some(MappingEvent::Said));
        });
        event
    }

    /// Encoding and delimiter of a file of text.
    fn reading(&self, ui: &mut Ui, words: &Words, mut reading: Reading) -> Option<MappingEvent> {
        if self.look.kind != FileKind::Csv {
            return None;
        }
        let before = reading;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            reading_choices(ui, words, &mut reading, self.look.encoding.as_deref(), self.look.delimiter);
        });
        (reading != before).then_some(MappingEvent::Read(reading))
    }

    fn rows(&mut self, ui: &mut Ui, words: &Words, kind: &MappingKind<'_, C>) {
        let look = &self.look;
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            for (place, column) in self.columns.iter_mut().enumerate() {
                row(ui, place, 56.0, |ui| one(ui, words, kind, look, place, column));
            }
        });
    }

    fn foot(&self, ui: &mut Ui, words: &Words, kind: &MappingKind<'_, C>) -> bool {
        let enough = (kind.enough)(&self.columns);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let go = words.get("mapping-go");
            let button = Button::primary(&go).trailing(icons::ARROW_RIGHT);
            let said = ui.add_enabled(enough, button).clicked();
            if !enough {
                ui.add_space(space::M);
                soft(ui, &words.get(kind.missing));
            }
            said
        })
        .inner
    }
}

/// A column: its heading and first cells at the left, what it is at the right.
fn one<C: Copy + PartialEq>(
    ui: &mut Ui,
    words: &Words,
    kind: &MappingKind<'_, C>,
    look: &TableLook,
    place: usize,
    column: &mut Option<C>,
) {
    let number = words.with("mapping-column", &[("number", (place + 1).into())]);
    let title = look.heading.get(place).filter(|title| !title.is_empty()).cloned().unwrap_or(number);
    let examples = look.examples(place).join(" · ");
    // The choice stands near its column in a wide window, too.
    let left = (ui.available_width() - CHOICE - space::L).min(COLUMN);
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(vec2(left, 48.0), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(left);
            ui.spacing_mut().item_spacing.y = 2.0;
            strong(ui, &title);
            let tokens = Tokens::of(ui);
            drop(text_cut(ui, if examples.is_empty() { "–" } else { &examples }, TextSize::Soft, tokens.soft));
        });
        let label = words.with("mapping-is", &[("column", title.as_str().into())]);
        ui.push_id(place, |ui| {
            let options = kind.all.iter().map(|one| (Some(*one), (kind.name)(words, *one)));
            Select::new(&label, column)
                .hide_label()
                .width(CHOICE)
                .option(None, words.get("mapping-skip"))
                .options(options)
                .show(ui);
        });
    });
}

/// The choice of an encoding, with the one that was recognised.
fn encoding_choice(ui: &mut Ui, words: &Words, value: &mut Option<&'static Encoding>, recognised: Option<&str>) {
    let chosen_itself = value.is_none();
    let itself = recognised.filter(|_| chosen_itself).map(str::to_owned);
    let itself = itself.unwrap_or_else(|| words.get("mapping-itself"));
    let label = words.get("import-encoding");
    let chosen = value.map_or_else(|| itself.clone(), |one| one.name().to_owned());
    let closed = words.with("import-encoding-named", &[("name", chosen.into())]);
    let mut select = Select::new(&label, value).hide_label().plain().closed(closed).option(None, itself);
    // The one that was recognised stands in the first line already.
    let first = recognised.filter(|_| chosen_itself);
    for encoding in ENCODINGS.into_iter().filter(|one| first != Some(one.name())) {
        select = select.option(Some(encoding), encoding.name().to_owned());
    }
    select.show(ui);
}

/// How a file is read, as it was recognised or said, each to be changed: the encoding of a text, the byte between cells.
pub fn reading_choices(
    ui: &mut Ui,
    words: &Words,
    reading: &mut Reading,
    encoding: Option<&str>,
    delimiter: Option<u8>,
) {
    if encoding.is_some() {
        encoding_choice(ui, words, &mut reading.encoding, encoding);
    }
    if delimiter.is_some() {
        delimiter_choice(ui, words, &mut reading.delimiter, delimiter);
    }
}

fn delimiter_choice(ui: &mut Ui, words: &Words, value: &mut Option<u8>, recognised: Option<u8>) {
    let named = |byte: u8| {
        let key = DELIMITERS.iter().find(|(known, _)| *known == byte).map_or("mapping-comma", |(_, key)| *key);
        words.get(key)
    };
    let recognised = recognised.filter(|_| value.is_none());
    let itself = recognised.map_or_else(|| words.get("mapping-itself"), named);
    let label = words.get("mapping-delimiter");
    let chosen = value.map_or_else(|| itself.clone(), named);
    let closed = words.with("mapping-delimiter-named", &[("name", chosen.into())]);
    let others = DELIMITERS.iter().filter(|(byte, _)| recognised != Some(*byte));
    let options = others.map(|(byte, _)| (Some(*byte), named(*byte)));
    Select::new(&label, value).hide_label().plain().closed(closed).option(None, itself).options(options).show(ui);
}

/// Says that something about the file asks for a look.
pub fn warning(ui: &mut Ui, words: &str) {
    Banner::new(words).icon(icons::WARNING).tone(Tone::Important).show(ui, |_| {});
}
