//! The preview of an import: what every row of the file comes to and why, before anything is written.

mod calendar;
mod compare;
mod mend;
mod say;
mod table;

use std::path::PathBuf;

use egui::{Frame, Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use sponsor_core::command::Command;
use sponsor_core::exchange::{
    FileError, FileKind, Mended, Preview, PreviewRow, ReadOptions, TableLook, Verdict, guess_contact_column,
};
use sponsor_core::model::{ContactColumn, PersonId, remembered};

use self::calendar::CalendarImport;
use self::compare::Decision;
pub(super) use self::compare::field;
use self::mend::mend;

use crate::app::{Action, FormKey, FormKind, Place, Scene, WorkOutcome, sentence};
use crate::icons;
use crate::pages::mapping::{Mapping, MappingEvent, MappingKind, Reading as Said, reading_choices};
use crate::pages::mending::Mending;
use crate::theme::{IconSize, TextSize, Tokens, height, space, width};
use crate::widgets::{
    Button, Card, Chip, Tone, empty_state, icon, key_hint, page_header, page_margin, soft, split, text,
};
use crate::works::contacts::{ContactsRead, ReadContacts};

/// How much of the width the pane of a comparison takes.
const PANE_SHARE: f32 = 0.34;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    All,
    Added,
    Joined,
    Compared,
    Unchanged,
    Refused,
}

impl Kind {
    const fn holds(self, row: &PreviewRow) -> bool {
        let verdict = &row.verdict;
        match self {
            Self::All => true,
            Self::Added => matches!(verdict, Verdict::Added),
            Self::Joined => matches!(verdict, Verdict::Joined { .. }),
            Self::Compared => compare::is_compared(row),
            Self::Unchanged => matches!(verdict, Verdict::Unchanged),
            Self::Refused => matches!(verdict, Verdict::Refused(_)),
        }
    }
}

/// How far the reading of the file is.
#[derive(Debug)]
enum Reading {
    /// It has not begun.
    Wanted,
    /// It runs.
    Running,
    /// It has ended.
    Read(Box<Preview>),
    /// What the columns are is to be said first.
    Columns(Mapping<ContactColumn>),
    /// The whole file is refused.
    Refused(String),
}

/// An import while it is looked at.
#[derive(Debug)]
pub(super) struct Importing {
    path: PathBuf,
    /// Encoding and delimiter, where a person chose them.
    said: Said,
    /// What the columns are, where a person said it.
    columns: Option<Vec<Option<ContactColumn>>>,
    look: Option<TableLook>,
    reading: Reading,
    shown: Kind,
    chosen: Option<usize>,
    /// The table is to take the keyboard and show the chosen row.
    reveal: bool,
    /// The table is shown for the first time.
    begins: bool,
    /// The pane is to take the keyboard.
    enter_pane: bool,
    /// The row that is being mended.
    mending: Mending<Mended>,
    /// Whom the import that was begun adds.
    added: Vec<PersonId>,
    /// Whether it was done.
    done: bool,
    /// The file turned out to be a calendar, which has a preview of its own.
    calendar: Option<Box<CalendarImport>>,
}

impl Importing {
    /// Begins the import of a file.
    pub(super) const fn new(path: PathBuf) -> Self {
        Self {
            path,
            said: Said { encoding: None, delimiter: None },
            columns: None,
            look: None,
            reading: Reading::Wanted,
            shown: Kind::All,
            chosen: None,
            reveal: true,
            begins: false,
            enter_pane: false,
            mending: Mending::new(),
            added: Vec::new(),
            done: false,
            calendar: None,
        }
    }

    fn key(&self) -> FormKey {
        FormKey::about(FormKind::Import, self.path.display())
    }

    fn file(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Takes in what was read since the last painting; tells whether the import is over.
    fn hear(&mut self, scene: &mut Scene<'_>) -> bool {
        if matches!(self.reading, Reading::Wanted) {
            let Said { encoding, delimiter } = self.said;
            let options = ReadOptions { encoding, delimiter, columns: self.columns.clone() };
            scene.act(Action::Work(Box::new(ReadContacts { path: self.path.clone(), options, now: scene.now })));
            self.reading = Reading::Running;
        }
        for outcome in scene.worked {
            if matches!(outcome, WorkOutcome::Cancelled | WorkOutcome::Failed(_)) {
                return matches!(self.reading, Reading::Running);
            }
            let Some(read) = outcome.read::<ContactsRead>().filter(|read| read.path == self.path) else { continue };
            self.look.clone_from(&read.look);
            self.reading = match (&read.preview, &read.look) {
                (Ok(preview), _) => {
                    // Whoever may be there already is beside the table, which begins at its first row.
                    self.chosen = preview.rows.iter().position(compare::is_compared);
                    self.begins = true;
                    Reading::Read(Box::new(preview.clone()))
                }
                (Err(FileError::Cancelled), _) => return true,
                (Err(FileError::NoContacts), Some(look)) => Reading::Columns(mapping_of(look, None)),
                (Err(FileError::OtherKind(FileKind::ICalendar)), _) => {
                    self.calendar = Some(Box::new(CalendarImport::new(self.path.clone())));
                    Reading::Running
                }
                (Err(FileError::OtherKind(FileKind::Report)), _) => {
                    scene.go(Place::ImportReport(self.path.clone()));
                    return true;
                }
                (Err(error), _) => Reading::Refused(sentence(scene.words, error)),
            };
        }
        self.done |= scene.was_saved(&self.key());
        self.done
    }

    /// Whom the import added, once it is done.
    pub(super) fn added(self) -> Option<Vec<PersonId>> {
        self.done.then_some(self.added)
    }

    /// Shows the preview; tells whether the import is over, done or given up.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        if let Some(calendar) = &mut self.calendar {
            let free = !super::is_covered(ui);
            return calendar.ui(ui, scene, free);
        }
        let over = self.hear(scene);
        let free = !super::is_covered(ui);
        let escape = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let confirm = free && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut cancelled = escape;
        let margin = page_margin();
        Frame::new().inner_margin(margin).show(ui, |ui| {
            let (cancel, import) = self.header(ui, scene);
            cancelled |= cancel;
            if import || confirm {
                self.commit(scene);
            }
            match &self.reading {
                Reading::Read(_) => {
                    self.choices(ui, scene);
                    self.preview(ui, scene);
                }
                Reading::Columns(_) => self.mapping(ui, scene),
                Reading::Refused(why) => {
                    let title = scene.words.get("import-refused-file");
                    let other = scene.words.get("import-other-file");
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
        if let Reading::Read(preview) = &mut self.reading {
            self.reveal |= mend(ui, scene, &mut self.mending, preview);
        }
        over || self.mending.leave(ui, scene, cancelled)
    }

    fn commit(&mut self, scene: &mut Scene<'_>) {
        if let Reading::Read(preview) = &self.reading
            && count_included(preview) > 0
        {
            let command = preview.into_command();
            if let Command::ImportContacts { added, .. } = &command {
                self.added = added.iter().map(|person| person.id).collect();
            }
            scene.save(self.key(), command);
        }
    }

    /// Title and file; cancel and the one main action.
    fn header(&self, ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
        let words = scene.words;
        let (read, included) = match &self.reading {
            Reading::Read(preview) => (Some(preview.read), count_included(preview)),
            _ => (None, 0),
        };
        let file = self.file();
        let subtitle = match read {
            Some(read) => words.with("import-file", &[("file", file.as_str().into()), ("count", read.into())]),
            None => file,
        };
        let import = words.with("import-commit", &[("count", included.into())]);
        let ((), pressed) = page_header(
            ui,
            &words.get("import"),
            &subtitle,
            |_, _| {},
            |ui, fold| {
                let button = Button::primary(&import).icon(icons::IMPORT).keys("Ctrl ↵").folded(fold.main());
                let imported = ui.add_enabled(included > 0, button).clicked();
                let cancelled = ui.add(Button::plain(&words.get("cancel")).keys("Esc")).clicked();
                (cancelled, imported)
            },
        );
        pressed
    }

    /// How the file was read: encoding, delimiter and columns, as far as it has them.
    fn choices(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let Reading::Read(preview) = &self.reading else { return };
        let (encoding, delimiter, before) = (preview.encoding.clone(), preview.delimiter, self.said);
        let decided = preview.rows.iter().any(|row| row.decided);
        if encoding.is_none() && self.look.is_none() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::M, space::S);
            reading_choices(ui, scene.words, &mut self.said, encoding.as_deref(), delimiter);
            if before != self.said {
                if decided {
                    scene.act(Action::Say(scene.words.get("import-read-anew")));
                }
                self.reading = Reading::Wanted;
            }
            let columns = scene.words.get("report-columns");
            if let Some(look) = &self.look
                && ui.add(Button::plain(&columns).icon(icons::TABLE)).clicked()
            {
                let known = remembered(&scene.frame.settings.columns.contacts, &look.heading);
                self.reading = Reading::Columns(mapping_of(look, self.columns.clone().or(known)));
            }
        });
        ui.add_space(space::M);
    }

    fn mapping(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Columns(mapping) = &mut self.reading else { return };
        let kind = MappingKind {
            all: &ContactColumn::ALL,
            name: say::column,
            enough: |columns| columns.iter().flatten().any(|column| column.is_name()),
            missing: "mapping-missing-name",
        };
        match mapping.ui(ui, scene.words, &kind, self.said) {
            Some(MappingEvent::Said) => self.columns = Some(mapping.columns.clone()),
            Some(MappingEvent::Read(said)) => self.said = said,
            None => return,
        }
        self.reading = Reading::Wanted;
    }

    fn preview(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let room = ui.available_rect_before_wrap();
        let Reading::Read(preview) = &mut self.reading else { return };
        let shown = self.shown;
        let seen = |row: &PreviewRow| shown.holds(row) && compare::can_be_compared(row);
        let compared = self.chosen.filter(|at| preview.rows.get(*at).is_some_and(seen));
        let mut left = room;
        if let Some(at) = compared {
            let wide = (room.width() * PANE_SHARE).clamp(width::PANE, width::PANE + 110.0);
            left.max.x -= wide + space::L;
            let right = Rect::from_min_max(pos2(room.right() - wide, room.top()), room.max);
            let focus = std::mem::take(&mut self.enter_pane);
            let builder = UiBuilder::new().id_salt("compare").max_rect(right);
            let decision = ui.scope_builder(builder, |ui| compare::pane(ui, scene, preview, at, focus)).inner;
            self.decide(at, decision);
        }
        ui.scope_builder(UiBuilder::new().id_salt("preview").max_rect(left), |ui| self.left(ui, scene));
        ui.advance_cursor_after_rect(room);
    }

    /// Does what was decided about a row, and goes on to the next one that is to be compared.
    fn decide(&mut self, at: usize, decision: Option<Decision>) {
        let (Reading::Read(preview), Some(decision)) = (&mut self.reading, decision) else { return };
        let next = compare::next(preview, at);
        match decision {
            Decision::Choose(change, choice) => {
                preview.choose(at, change, choice);
                return;
            }
            Decision::Join => {
                preview.join(at);
                preview.decide(at);
                if let Some(row) = preview.rows.get_mut(at) {
                    row.include = true;
                }
            }
            Decision::JoinAll => {
                let all: Vec<usize> = compare::proposed(preview).collect();
                for one in all {
                    preview.join(one);
                }
            }
            Decision::Part => preview.part(at),
        }
        self.chosen = next.or(self.chosen);
        self.reveal = true;
    }

    fn left(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.counters(ui, scene);
        ui.add_space(space::M);
        let room = ui.available_rect_before_wrap();
        let parted = room.bottom() - height::CHIP - space::XS;
        let upper = Rect::from_min_max(room.min, pos2(room.right(), parted));
        ui.scope_builder(UiBuilder::new().max_rect(upper), |ui| self.table(ui, scene));
        let lower = Rect::from_min_max(pos2(room.left(), parted + space::XS), room.max);
        ui.scope_builder(UiBuilder::new().max_rect(lower), |ui| self.summary(ui, scene));
    }

    /// What the import would come to as it is chosen now.
    fn summary(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &self.reading else { return };
        let (tokens, words, counts) = (Tokens::of(ui), scene.words, preview.counts());
        let say = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
        let values = [
            ("added", say("import-new", counts.added).into()),
            ("joined", say("import-filled", counts.joined).into()),
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

    /// The counters, which filter.
    fn counters(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &self.reading else { return };
        let words = scene.words;
        let kinds = [
            (Kind::All, "import-all", None, Tone::Accent),
            (Kind::Added, "import-added", Some(icons::ADD), Tone::Accent),
            (Kind::Joined, "import-joined", Some(icons::LINK), Tone::Necessary),
            (Kind::Compared, "import-to-compare", Some(icons::QUESTION), Tone::Important),
            (Kind::Unchanged, "import-unchanged", Some(icons::NOTHING), Tone::Neutral),
            (Kind::Refused, "import-count-refused", Some(icons::STAGE_NOT_FOR_THEM), Tone::Important),
        ];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::S);
            for (kind, key, sign, tone) in kinds {
                let count = preview.rows.iter().filter(|row| kind.holds(row)).count();
                // Where nothing is refused nothing is said of it.
                if count == 0 && kind == Kind::Refused && self.shown != kind {
                    continue;
                }
                let (name, count) = (words.get(key), scene.formats.count(count));
                let mut chip =
                    Chip::new(&name).count(&count).tone(tone).selected(self.shown == kind).height(30.0).narrow();
                if let Some(sign) = sign {
                    chip = chip.icon(sign);
                }
                if chip.show(ui).response.clicked() {
                    // The keys stay with the table, and what is chosen of it, or else its top, is seen.
                    (self.shown, self.reveal) = (kind, true);
                }
            }
        });
    }

    fn table(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Reading::Read(preview) = &mut self.reading else { return };
        let (kind, reveal) = (self.shown, std::mem::take(&mut self.reveal));
        let focus = std::mem::take(&mut self.begins) || reveal;
        let rows = preview.rows.iter().enumerate().filter(|(_, row)| kind.holds(row));
        let indices: Vec<usize> = rows.map(|(index, _)| index).collect();
        Card::new().padding(0).show(ui, |ui| {
            let inside = ui.available_rect_before_wrap();
            ui.set_min_height(inside.height());
            let foot = 40.0;
            let place = Rect::from_min_max(
                pos2(inside.left() + space::M, inside.top()),
                pos2(inside.right() - space::S, inside.bottom() - foot),
            );
            if indices.is_empty() {
                none_of_these(ui, scene, place);
            }
            let answer = ui
                .scope_builder(UiBuilder::new().max_rect(place), |ui| {
                    table::show(ui, scene, preview, &indices, &mut self.chosen, (reveal, focus))
                })
                .inner;
            self.enter_pane |= answer.activated;
            let below = Rect::from_min_max(pos2(inside.left() + space::L, inside.bottom() - foot), inside.max);
            let chosen = self.chosen.filter(|at| indices.contains(at));
            let builder = UiBuilder::new().max_rect(below);
            let count = indices.len();
            let pressed = ui.scope_builder(builder, |ui| footer(ui, scene, &answer.seen, count, chosen)).inner;
            if let Some(at) = chosen.filter(|_| pressed || answer.mend) {
                self.mending.begin(at, || preview.mendable(at));
            }
        });
    }
}

/// What stands in the place of the rows where the filter lets none through.
fn none_of_these(ui: &Ui, scene: &Scene<'_>, place: Rect) {
    let (words, ink) = (scene.words.get("import-none-of-these"), Tokens::of(ui).soft);
    ui.painter().text(place.center(), egui::Align2::CENTER_CENTER, words, TextSize::Body.font(), ink);
}

/// How many rows are seen, and what can be done with the chosen one; tells whether it is to be mended.
fn footer(ui: &mut Ui, scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize, chosen: Option<usize>) -> bool {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let range = if count == 0 { String::new() } else { super::seen_words(scene, seen, count) };
    let (mend, ()) = split(
        ui,
        40.0,
        |ui| {
            text(ui, &range, TextSize::SoftTabular, tokens.soft);
            ui.add_space(space::S);
            let mend = words.get("import-mend");
            ui.add_enabled(chosen.is_some(), Button::plain(&mend).icon(icons::EDIT).keys("E").small()).clicked()
        },
        |ui| {
            ui.add_space(space::M);
            key_hint(ui, &["Enter"], &words.get("import-key-compare"));
            key_hint(ui, &["Space"], &words.get("import-key-include"));
            key_hint(ui, &["↑", "↓"], &words.get("import-key-row"));
        },
    );
    mend
}

fn mapping_of(look: &TableLook, said: Option<Vec<Option<ContactColumn>>>) -> Mapping<ContactColumn> {
    let guessed = || look.heading.iter().map(|cell| guess_contact_column(cell)).collect();
    Mapping::new(look.clone(), said.unwrap_or_else(guessed))
}

/// How many rows would change something.
fn count_included(preview: &Preview) -> usize {
    let counts = preview.counts();
    counts.added + counts.joined
}
