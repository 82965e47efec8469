//! The preview of a calendar: what every record comes to and why, before anything is written.

mod say;
mod table;

use std::path::PathBuf;

use egui::{Frame, Key, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};
use sponsor_core::exchange::{CalendarPreview, CalendarRow, CalendarVerdict, FileError, ReadOptions};

use crate::app::{Action, FormKey, FormKind, Page, Place, Scene, WorkOutcome, sentence};
use crate::icons;
use crate::pages::mapping::{Reading as Said, reading_choices};
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{
    Button, Card, Chip, Tone, empty_state, icon, key_hint, page_header, page_margin, soft, split, text,
};
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
                Err(FileError::Cancelled) => return true,
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
                    // The keys stay with the table.
                    (self.shown, self.begins) = (kind, true);
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
            let seen = ui.scope_builder(builder, |ui| table::show(ui, scene, preview, &indices, chosen, focus)).inner;
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
