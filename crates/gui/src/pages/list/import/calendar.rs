//! The preview of a calendar: what every record comes to and why, before anything is written.

use std::path::PathBuf;

use chrono::{Datelike as _, NaiveDate};
use egui::{Frame, Key, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};
use sponsor_core::exchange::{
    CalendarField, CalendarPreview, CalendarRow, CalendarVerdict, ReadOptions, Reasons as _, Remark,
};
use sponsor_core::model::When;

use crate::app::{Action, FormKey, FormKind, Page, Place, Scene, WorkOutcome, sentence};
use crate::icons;
use crate::pages::diary::kind_word;
use crate::pages::mapping::{Reading as Said, reading_choices};
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{
    Button, Card, Cell, Chip, ColumnWidth, Pill, Table, TableColumn, TableRows, Tone, empty_state, icon, key_hint,
    page_header, page_margin, soft, split, text, text_cut, tick_box,
};
use crate::words::Words;
use crate::works::calendar::{CalendarRead, ReadCalendar};

/// Which records are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    All,
    Added,
    Updated,
    Unchanged,
    Refused,
}

impl Kind {
    const fn holds(self, row: &CalendarRow) -> bool {
        match self {
            Self::All => true,
            Self::Added => matches!(row.verdict, CalendarVerdict::Added),
            Self::Updated => matches!(row.verdict, CalendarVerdict::Updated { .. }),
            Self::Unchanged => matches!(row.verdict, CalendarVerdict::Unchanged { .. }),
            Self::Refused => matches!(row.verdict, CalendarVerdict::Refused(_)),
        }
    }
}

/// How far the reading of the file is.
#[derive(Debug)]
enum Reading {
    Wanted,
    Running,
    Read(Box<CalendarPreview>),
    Refused(String),
}

/// A calendar while it is looked at.
#[derive(Debug)]
pub(super) struct CalendarImport {
    path: PathBuf,
    said: Said,
    reading: Reading,
    shown: Kind,
    chosen: Option<usize>,
    /// The table is shown for the first time and takes the keyboard.
    begins: bool,
}

impl CalendarImport {
    /// Begins with a file.
    pub(super) const fn new(path: PathBuf) -> Self {
        let said = Said { encoding: None, delimiter: None };
        Self { path, said, reading: Reading::Wanted, shown: Kind::All, chosen: None, begins: false }
    }

    fn key(&self) -> FormKey {
        FormKey::about(FormKind::Import, self.path.display())
    }

    /// Takes in what was read since the last painting; tells whether the import is over.
    fn hear(&mut self, scene: &mut Scene<'_>) -> bool {
        if matches!(self.reading, Reading::Wanted) {
            let options = ReadOptions { encoding: self.said.encoding, ..ReadOptions::default() };
            scene.act(Action::Work(Box::new(ReadCalendar { path: self.path.clone(), options, now: scene.now })));
            self.reading = Reading::Running;
        }
        for outcome in scene.worked {
            if matches!(outcome, WorkOutcome::Cancelled | WorkOutcome::Failed(_)) {
                return matches!(self.reading, Reading::Running);
            }
            let Some(read) = outcome.read::<CalendarRead>().filter(|read| read.path == self.path) else { continue };
            self.reading = match &read.preview {
                Ok(preview) => {
                    self.begins = true;
                    Reading::Read(Box::new(preview.clone()))
                }
                Err(sponsor_core::exchange::FileError::Cancelled) => return true,
                Err(error) => Reading::Refused(sentence(scene.words, error)),
            };
        }
        let saved = scene.was_saved(&self.key());
        if saved {
            scene.go(Place::Page(Page::Diary));
        }
        saved
    }

    /// Shows the preview; tells whether the import is over, done or given up. `free` is whether nothing covers it.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, free: bool) -> bool {
        let over = self.hear(scene);
        let mut cancelled = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let confirm = free && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            let (cancel, import) = self.header(ui, scene);
            cancelled |= cancel;
            if import || confirm {
                self.commit(scene);
            }
            match &self.reading {
                Reading::Read(_) => self.preview(ui, scene),
                Reading::Refused(why) => {
                    let (title, other) = (scene.words.get("import-refused-file"), scene.words.get("import-other-file"));
                    let pressed = empty_state(ui, icons::WARNING, &title, why, |ui| {
                        ui.add(Button::plain(&other).icon(icons::IMPORT)).clicked()
                    });
                    if pressed {
                        scene.act(Action::Choose(crate::app::Purpose::ImportContacts));
                    }
                }
                Reading::Wanted | Reading::Running => drop(soft(ui, &scene.words.get("import-reading"))),
            }
        });
        over || cancelled
    }

    fn commit(&self, scene: &mut Scene<'_>) {
        if let Reading::Read(preview) = &self.reading
            && count_included(preview) > 0
        {
            scene.save(self.key(), preview.into_command());
        }
    }

    fn header(&self, ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
        let words = scene.words;
        let file = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (subtitle, included) = match &self.reading {
            Reading::Read(preview) => {
                let values = [("file", file.as_str().into()), ("count", preview.rows.len().into())];
                (words.with("calendar-file", &values), count_included(preview))
            }
            _ => (file, 0),
        };
        let import = words.with("import-commit", &[("count", included.into())]);
        let right = |ui: &mut Ui, fold: crate::widgets::Fold| {
            let button = Button::primary(&import).icon(icons::IMPORT).keys("Ctrl ↵").folded(fold.main());
            let imported = ui.add_enabled(included > 0, button).clicked();
            (ui.add(Button::plain(&words.get("cancel")).keys("Esc")).clicked(), imported)
        };
        page_header(ui, &words.get("import"), &subtitle, |_, _| {}, right).1
    }

    fn preview(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &self.reading else { return };
        let (encoding, before) = (preview.encoding.clone(), self.said);
        ui.horizontal_wrapped(|ui| reading_choices(ui, scene.words, &mut self.said, Some(&encoding), None));
        if before != self.said {
            self.reading = Reading::Wanted;
            return;
        }
        ui.add_space(space::M);
        self.counters(ui, scene);
        ui.add_space(space::M);
        let room = ui.available_rect_before_wrap();
        let parted = room.bottom() - height::CHIP - space::XS;
        let upper = Rect::from_min_max(room.min, pos2(room.right(), parted));
        ui.scope_builder(UiBuilder::new().max_rect(upper), |ui| self.table(ui, scene));
        let lower = Rect::from_min_max(pos2(room.left(), parted + space::XS), room.max);
        ui.scope_builder(UiBuilder::new().max_rect(lower), |ui| self.summary(ui, scene));
        ui.advance_cursor_after_rect(room);
    }

    /// The counters, which filter.
    fn counters(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &self.reading else { return };
        let kinds = [
            (Kind::All, "import-all", None, Tone::Accent),
            (Kind::Added, "import-added", Some(icons::ADD), Tone::Accent),
            (Kind::Updated, "calendar-updated", Some(icons::LINK), Tone::Necessary),
            (Kind::Unchanged, "import-unchanged", Some(icons::NOTHING), Tone::Neutral),
            (Kind::Refused, "import-count-refused", Some(icons::STAGE_NOT_FOR_THEM), Tone::Important),
        ];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::S);
            for (kind, key, sign, tone) in kinds {
                let count = preview.rows.iter().filter(|row| kind.holds(row)).count();
                // Where nothing is refused nothing is said of it.
                if count == 0 && kind == Kind::Refused && self.shown != kind {
                    continue;
                }
                let (name, count) = (scene.words.get(key), scene.formats.count(count));
                let mut chip =
                    Chip::new(&name).count(&count).tone(tone).selected(self.shown == kind).height(30.0).narrow();
                if let Some(sign) = sign {
                    chip = chip.icon(sign);
                }
                if chip.show(ui).response.clicked() {
                    self.shown = kind;
                }
            }
        });
    }

    /// What the import would come to as it is chosen now.
    fn summary(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &self.reading else { return };
        let (tokens, words, counts) = (Tokens::of(ui), scene.words, preview.counts());
        let say = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
        let values = [
            ("added", say("calendar-new", counts.added).into()),
            ("joined", say("calendar-changed", counts.updated).into()),
            ("unchanged", say("import-same-count", counts.unchanged).into()),
            ("refused", say("import-refused-count", counts.refused).into()),
        ];
        let left = |ui: &mut Ui| {
            icon(ui, icons::DONE_CIRCLE, IconSize::Regular, tokens.up);
            text(ui, &words.with("import-summary", &values), TextSize::SoftMedium, tokens.ink);
            soft(ui, &words.get("import-nothing-yet"));
        };
        split(ui, height::CHIP, left, |_| {});
    }

    fn table(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &mut self.reading else { return };
        let (kind, focus) = (self.shown, std::mem::take(&mut self.begins));
        let rows = preview.rows.iter().enumerate().filter(|(_, row)| kind.holds(row));
        let indices: Vec<usize> = rows.map(|(index, _)| index).collect();
        let chosen = &mut self.chosen;
        Card::new().padding(0).show(ui, |ui| {
            let inside = ui.available_rect_before_wrap();
            ui.set_min_height(inside.height());
            let foot = 40.0;
            let place = Rect::from_min_max(
                pos2(inside.left() + space::M, inside.top()),
                pos2(inside.right() - space::S, inside.bottom() - foot),
            );
            let count = indices.len();
            let builder = UiBuilder::new().max_rect(place);
            let seen = ui.scope_builder(builder, |ui| show(ui, scene, preview, &indices, chosen, focus)).inner;
            let below = Rect::from_min_max(pos2(inside.left() + space::L, inside.bottom() - foot), inside.max);
            ui.scope_builder(UiBuilder::new().max_rect(below), |ui| footer(ui, scene, &seen, count));
        });
    }
}

/// How many rows are seen, and the keys.
fn footer(ui: &mut Ui, scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize) {
    let (tokens, words) = (Tokens::of(ui), scene.words);
    let range =
        if count == 0 { words.get("import-none-of-these") } else { super::super::seen_words(scene, seen, count) };
    split(
        ui,
        40.0,
        |ui| text(ui, &range, TextSize::SoftTabular, tokens.soft),
        |ui| {
            ui.add_space(space::M);
            key_hint(ui, &["Space"], &words.get("import-key-include"));
            key_hint(ui, &["↑", "↓"], &words.get("import-key-row"));
        },
    );
}

/// How many records would change something.
fn count_included(preview: &CalendarPreview) -> usize {
    let counts = preview.counts();
    counts.added + counts.updated
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Include,
    Title,
    When,
    People,
    Verdict,
    Why,
}

impl Column {
    const ALL: [Self; 6] = [Self::Include, Self::Title, Self::When, Self::People, Self::Verdict, Self::Why];

    fn title(self, words: &Words) -> String {
        match self {
            Self::Include => String::new(),
            Self::Title => words.get("calendar-column-title"),
            Self::When => words.get("calendar-column-when"),
            Self::People => words.get("calendar-column-people"),
            Self::Verdict => words.get("import-column-verdict"),
            Self::Why => words.get("import-column-why"),
        }
    }

    const fn width(self) -> ColumnWidth {
        match self {
            Self::Include => ColumnWidth::Exact(20.0),
            Self::Title => ColumnWidth::Share { weight: 2.0, least: 150.0 },
            Self::When => ColumnWidth::Share { weight: 1.1, least: 170.0 },
            Self::People => ColumnWidth::Share { weight: 1.0, least: 90.0 },
            Self::Verdict => ColumnWidth::Exact(128.0),
            Self::Why => ColumnWidth::Share { weight: 2.0, least: 130.0 },
        }
    }
}

/// Shows the records of these indices; gives those that are seen.
fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    preview: &mut CalendarPreview,
    indices: &[usize],
    chosen: &mut Option<usize>,
    focus: bool,
) -> std::ops::Range<usize> {
    let titles = Column::ALL.map(|column| column.title(scene.words));
    let columns: Vec<TableColumn<'_>> = titles
        .iter()
        .zip(Column::ALL)
        .map(|(title, column)| TableColumn::new(title, column.width()).yields(u8::from(column == Column::People)))
        .collect();
    let name = scene.words.get("import");
    let mut rows = Rows { preview, indices, scene };
    let table = Table::new(&name, &columns).take_focus(focus);
    let answer = table.show(ui, scene.words, chosen, &mut None, &mut rows);
    let space = answer.response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    if let Some(row) = chosen.filter(|_| space).and_then(|index| rows.preview.rows.get_mut(index))
        && row.changes_something()
    {
        row.include = !row.include;
    }
    answer.seen
}

struct Rows<'a, 's> {
    preview: &'a mut CalendarPreview,
    indices: &'a [usize],
    scene: &'a Scene<'s>,
}

impl TableRows<usize> for Rows<'_, '_> {
    fn count(&self) -> usize {
        self.indices.len()
    }

    fn key(&self, row: usize) -> Option<usize> {
        self.indices.get(row).copied()
    }

    fn name(&self, row: usize) -> String {
        let Some(row) = self.key(row).and_then(|index| self.preview.rows.get(index)) else { return String::new() };
        let words = self.scene.words;
        format!("{}, {}, {}: {}", title(words, row), when(self.scene, row), verdict(words, row).1, why(words, row))
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let (Some(index), Some(column)) = (self.key(cell.row), Column::ALL.get(cell.column)) else { return };
        let (words, tokens) = (self.scene.words, Tokens::of(ui));
        let Some(row) = self.preview.rows.get_mut(index) else { return };
        match column {
            Column::Include => tick(ui, words, row),
            Column::Title => {
                let refused = matches!(row.verdict, CalendarVerdict::Refused(_));
                let ink = if refused { tokens.soft } else { tokens.ink };
                drop(text_cut(ui, &title(words, row), TextSize::Medium, ink));
            }
            Column::When => {
                drop(text_cut(ui, &when(self.scene, row), TextSize::SoftTabular, tokens.soft));
            }
            Column::People => {
                let shown = if row.names.is_empty() { "–".to_owned() } else { row.names.join(", ") };
                drop(text_cut(ui, &shown, TextSize::Soft, tokens.soft));
            }
            Column::Verdict => {
                let (sign, word, tone) = verdict(words, row);
                ui.add(Pill::new(&word).icon(sign).tone(tone));
            }
            Column::Why => drop(text_cut(ui, &why(words, row), TextSize::Soft, tokens.soft)),
        }
    }
}

fn tick(ui: &mut Ui, words: &Words, row: &mut CalendarRow) {
    let name = words.with("import-include", &[("name", title(words, row).into())]);
    let can = row.changes_something();
    let mut on = row.include && can;
    ui.add_enabled_ui(can, |ui| {
        if tick_box(ui, &mut on, &name).changed() {
            row.include = on;
        }
    });
}

fn title(words: &Words, row: &CalendarRow) -> String {
    if row.title.is_empty() {
        words.with("import-record", &[("number", row.ordinal.into())])
    } else {
        row.title.clone()
    }
}

/// Day, hour, and that it repeats.
fn when(scene: &Scene<'_>, row: &CalendarRow) -> String {
    let (words, formats) = (scene.words, scene.formats);
    if matches!(row.verdict, CalendarVerdict::Refused(_)) {
        return "–".to_owned();
    }
    let day = match row.when {
        When::Undated => words.get("calendar-undated"),
        When::AllDay { from, to } if to > from && from.year() == to.year() => {
            dated(formats.date_range(from, to), from, scene.today)
        }
        When::AllDay { from, to } if to > from => formats.date_range(from, to),
        When::AllDay { from, .. } => dated(formats.date_short(from), from, scene.today),
        When::Timed { start, .. } => {
            let day = dated(formats.date_short(start.date()), start.date(), scene.today);
            format!("{day}, {}", formats.time(start.time()))
        }
    };
    let more = if row.of_series {
        Some("calendar-instance")
    } else if row.repeat.is_empty() {
        None
    } else {
        Some("calendar-repeats")
    };
    more.map_or_else(|| day.clone(), |key| format!("{day} · {}", words.get(key)))
}

/// A day with its year, where that is not this one.
fn dated(text: String, day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { text } else { format!("{text} {}", day.year()) }
}

/// Icon, word and tone of what a record comes to.
fn verdict(words: &Words, row: &CalendarRow) -> (char, String, Tone) {
    match &row.verdict {
        CalendarVerdict::Added => (icons::ADD, words.get("import-added"), Tone::Accent),
        CalendarVerdict::Updated { .. } => (icons::LINK, words.get("calendar-updated"), Tone::Necessary),
        CalendarVerdict::Unchanged { .. } => (icons::NOTHING, words.get("import-unchanged"), Tone::Neutral),
        CalendarVerdict::Refused(_) => (icons::STAGE_NOT_FOR_THEM, words.get("import-refused-one"), Tone::Important),
    }
}

/// Why a record comes to that.
fn why(words: &Words, row: &CalendarRow) -> String {
    let fields = |key: &str, fields: &[CalendarField]| {
        let names: Vec<String> = fields.iter().map(|field| words.get(field_key(*field))).collect();
        Some(words.with(key, &[("fields", names.join(", ").into())])).filter(|_| !fields.is_empty())
    };
    let remarks = row.remarks.iter().map(|remark| words.get(remark_key(*remark)));
    let said: Vec<String> = match &row.verdict {
        CalendarVerdict::Added => vec![format!("{}, {}", kind_word(words, row.kind), words.get("calendar-why-new"))],
        CalendarVerdict::Updated { news, kept } => {
            let news = fields("calendar-why-news", news).or_else(|| Some(words.get("calendar-why-rest")));
            news.into_iter().chain(fields("calendar-why-kept", kept)).collect()
        }
        CalendarVerdict::Unchanged { older: true, .. } => vec![words.get("calendar-why-older")],
        CalendarVerdict::Unchanged { kept, .. } => {
            vec![fields("calendar-why-kept", kept).unwrap_or_else(|| words.get("calendar-why-unchanged"))]
        }
        CalendarVerdict::Refused(refusal) => {
            let values = [("why", words.refusal(*refusal).into()), ("line", row.line.into())];
            vec![words.with("import-why-refused", &values)]
        }
    };
    // What is odd about it comes first: the end of a long line is cut.
    remarks.chain(said).collect::<Vec<_>>().join("; ")
}

const fn remark_key(remark: Remark) -> &'static str {
    match remark {
        Remark::UnknownZone => "calendar-remark-zone",
        Remark::WholeDays => "calendar-remark-days",
        Remark::WithoutEnd => "calendar-remark-end",
        Remark::NoTitle => "calendar-remark-title",
    }
}

const fn field_key(field: CalendarField) -> &'static str {
    match field {
        CalendarField::Kind => "calendar-field-kind",
        CalendarField::Title => "calendar-field-title",
        CalendarField::When => "calendar-field-when",
        CalendarField::Place => "calendar-field-place",
        CalendarField::Note => "calendar-field-note",
        CalendarField::People => "calendar-field-people",
        CalendarField::Priority => "calendar-field-priority",
        CalendarField::State => "calendar-field-state",
        CalendarField::Reminders => "calendar-field-reminders",
        CalendarField::Repeat => "calendar-field-repeat",
    }
}
