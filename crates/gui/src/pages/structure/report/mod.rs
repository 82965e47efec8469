//! The preview of the company's report: what every row comes to and why, before anything is written.

mod mend;
mod say;
mod table;

use std::path::PathBuf;

use chrono::NaiveDate;
use egui::{Frame, Key, Modifiers, Rect, Ui, UiBuilder, pos2};
use sponsor_core::exchange::{
    FileError, ReadOptions, ReportOptions, ReportPreview, ReportVerdict, TableLook, guess_report_columns, month_before,
};
use sponsor_core::model::{ReportColumn, remembered};

use self::mend::{Typed, mend};
use self::table::Line;
use crate::app::{Action, FormKey, FormKind, Purpose, Scene, WorkOutcome, sentence};
use crate::icons;
use crate::pages::mapping::{Mapping, MappingEvent, MappingKind, Reading, reading_choices, warning};
use crate::pages::mending::Mending;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{
    Banner, Button, Card, Chip, Select, Tone, empty_state, icon, key_hint, page_header, page_margin, soft, split, text,
};
use crate::works::report::{ReadReport, ReportRead};

/// How many months back the day of a report may be chosen.
const MONTHS: usize = 12;

/// The height of the line below the table.
const FOOT: f32 = 40.0;

/// Which lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    All,
    Added,
    Updated,
    Moved,
    Unchanged,
    Refused,
    Left,
}

impl Kind {
    const fn holds(self, verdict: &ReportVerdict) -> bool {
        match (self, verdict) {
            (Self::All, _)
            | (Self::Added, ReportVerdict::Added { .. })
            | (Self::Updated, ReportVerdict::Updated { .. })
            | (Self::Unchanged, ReportVerdict::Unchanged { .. })
            | (Self::Refused, ReportVerdict::Refused(_)) => true,
            (Self::Moved, ReportVerdict::Updated { changes, .. }) => changes.moved.is_some(),
            _ => false,
        }
    }
}

/// How far the reading of the report is.
#[derive(Debug)]
enum State {
    Wanted,
    Running,
    Read(Box<ReportPreview>),
    /// What the columns are is to be said first.
    Columns(Mapping<ReportColumn>),
    Refused(String),
}

/// A report while it is looked at.
#[derive(Debug)]
pub(super) struct Reporting {
    path: PathBuf,
    on: Option<NaiveDate>,
    reading: Reading,
    columns: Option<Vec<Option<ReportColumn>>>,
    look: Option<TableLook>,
    state: State,
    shown: Kind,
    chosen: Option<Line>,
    focus: bool,
    /// The row that is being mended.
    mending: Mending<Typed>,
}

impl Reporting {
    /// Begins the import of a report.
    pub(super) const fn new(path: PathBuf) -> Self {
        Self {
            path,
            on: None,
            reading: Reading { encoding: None, delimiter: None },
            columns: None,
            look: None,
            state: State::Wanted,
            shown: Kind::All,
            chosen: None,
            focus: false,
            mending: Mending::new(),
        }
    }

    fn key(&self) -> FormKey {
        FormKey::about(FormKind::Import, self.path.display())
    }

    fn day(&self, scene: &Scene<'_>) -> NaiveDate {
        self.on.unwrap_or_else(|| month_before(scene.now.date()))
    }

    /// Takes in what was read since the last painting; tells whether the import is over.
    fn hear(&mut self, scene: &mut Scene<'_>) -> bool {
        if matches!(self.state, State::Wanted) {
            let read = ReadOptions {
                encoding: self.reading.encoding,
                delimiter: self.reading.delimiter,
                ..ReadOptions::default()
            };
            let options = ReportOptions { read, on: self.day(scene), columns: self.columns.clone() };
            scene.act(Action::Work(Box::new(ReadReport { path: self.path.clone(), options, now: scene.now })));
            self.state = State::Running;
        }
        for outcome in scene.worked {
            if matches!(outcome, WorkOutcome::Cancelled | WorkOutcome::Failed(_)) {
                return matches!(self.state, State::Running);
            }
            let Some(read) = outcome.read::<ReportRead>().filter(|read| read.path == self.path) else { continue };
            self.look.clone_from(&read.look);
            self.state = match (&read.preview, &read.look) {
                (Ok(preview), _) => {
                    let mut preview = preview.clone();
                    // A registration after the day that is proposed: the report is of this month.
                    let later = preview.newest.is_some_and(|newest| newest > preview.on());
                    if self.on.is_none() && later {
                        preview.set_day(scene.now.date());
                        self.on = Some(scene.now.date());
                    }
                    self.chosen = preview.rows.iter().position(|row| row.proposed.is_some()).map(Line::Row);
                    self.focus = true;
                    State::Read(Box::new(preview))
                }
                (Err(FileError::Cancelled), _) => return true,
                (Err(FileError::NoReport), Some(look)) => State::Columns(mapping_of(look, None)),
                (Err(error), _) => State::Refused(sentence(scene.words, error)),
            };
        }
        scene.was_saved(&self.key())
    }

    /// Shows the preview; tells whether the import is over, done or given up.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let over = self.hear(scene);
        let covered = ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui.ctx());
        let pressed = |modifiers, key| !covered && ui.input_mut(|input| input.consume_key(modifiers, key));
        let confirm = pressed(Modifiers::COMMAND, Key::Enter);
        let mut cancelled = pressed(Modifiers::NONE, Key::Escape);
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            let (cancel, import) = self.header(ui, scene);
            cancelled |= cancel;
            if import || confirm {
                self.commit(scene);
            }
            match &self.state {
                State::Read(_) => self.preview(ui, scene),
                State::Columns(_) => self.mapping(ui, scene),
                State::Refused(why) => {
                    let (title, other) = (scene.words.get("import-refused-file"), scene.words.get("report-other-file"));
                    let choose = |ui: &mut Ui| ui.add(Button::plain(&other).icon(icons::IMPORT)).clicked();
                    if empty_state(ui, icons::WARNING, &title, why, choose) {
                        scene.act(Action::Choose(Purpose::ImportReport));
                    }
                }
                State::Wanted | State::Running => drop(soft(ui, &scene.words.get("import-reading"))),
            }
        });
        if let State::Read(preview) = &mut self.state {
            self.focus |= mend(ui, scene, &mut self.mending, preview);
        }
        over || self.mending.leave(ui, scene, cancelled)
    }

    fn commit(&self, scene: &mut Scene<'_>) {
        if let State::Read(preview) = &self.state
            && included(preview) > 0
        {
            scene.save(self.key(), preview.into_command());
        }
    }

    /// Title and file; cancel and the one main action.
    fn header(&self, ui: &mut Ui, scene: &Scene<'_>) -> (bool, bool) {
        let words = scene.words;
        let file = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (subtitle, count) = match &self.state {
            State::Read(preview) => {
                let values = [("file", file.as_str().into()), ("count", preview.rows.len().into())];
                (words.with("report-file", &values), included(preview))
            }
            _ => (file, 0),
        };
        let import = words.with("import-commit", &[("count", count.into())]);
        let ((), pressed) = page_header(
            ui,
            &words.get("report-title"),
            &subtitle,
            |_, _| {},
            |ui, fold| {
                let button = Button::primary(&import).icon(icons::IMPORT).keys("Ctrl ↵").folded(fold.main());
                let imported = ui.add_enabled(count > 0, button).clicked();
                (ui.add(Button::plain(&words.get("cancel")).keys("Esc")).clicked(), imported)
            },
        );
        pressed
    }

    fn say_columns(&mut self, scene: &Scene<'_>) {
        if let Some(look) = &self.look {
            let known = remembered(&scene.frame.settings.columns.report, &look.heading);
            self.state = State::Columns(mapping_of(look, self.columns.clone().or(known)));
        }
    }

    /// How the file was read: the day, the columns, encoding and delimiter.
    fn choices(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::M, space::S);
            self.day_choice(ui, scene);
            let State::Read(preview) = &self.state else { return };
            let before = self.reading;
            let (encoding, delimiter) =
                (preview.encoding.as_deref(), self.look.as_ref().and_then(|look| look.delimiter));
            reading_choices(ui, scene.words, &mut self.reading, encoding, delimiter);
            if ui.add(Button::plain(&scene.words.get("report-columns")).icon(icons::TABLE)).clicked() {
                self.say_columns(scene);
            } else if before != self.reading {
                self.state = State::Wanted;
            }
        });
        ui.add_space(space::M);
    }

    /// The day that the points are about: the end of a month, or today.
    fn day_choice(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let State::Read(preview) = &mut self.state else { return };
        let words = scene.words;
        let mut days = vec![scene.now.date()];
        while days.len() <= MONTHS {
            let last = days.last().copied().unwrap_or(preview.on());
            days.push(month_before(last));
        }
        let mut on = preview.on();
        let say = |day: NaiveDate| {
            let date = scene.formats.date_long(day);
            words.with("report-day-of", &[("date", date.into())])
        };
        let label = words.get("report-day");
        let options = days.into_iter().map(|day| (day, say(day)));
        Select::new(&label, &mut on).hide_label().plain().icon(icons::DIARY).options(options).show(ui);
        if on != preview.on() {
            preview.set_day(on);
            self.on = Some(on);
        }
    }

    fn mapping(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let State::Columns(mapping) = &mut self.state else { return };
        let kind = MappingKind {
            all: &ReportColumn::ALL,
            name: say::column,
            enough: |columns| {
                [ReportColumn::Number, ReportColumn::Name].iter().all(|wanted| columns.contains(&Some(*wanted)))
            },
            missing: "mapping-missing-report",
        };
        match mapping.ui(ui, scene.words, &kind, self.reading) {
            Some(MappingEvent::Said) => self.columns = Some(mapping.columns.clone()),
            Some(MappingEvent::Read(reading)) => self.reading = reading,
            None => return,
        }
        self.state = State::Wanted;
    }

    fn preview(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        self.choices(ui, scene);
        self.counters(ui, scene);
        ui.add_space(space::M);
        self.notices(ui, scene);
        let room = ui.available_rect_before_wrap();
        let parted = room.bottom() - height::CHIP - space::XS;
        let upper = Rect::from_min_max(room.min, pos2(room.right(), parted));
        ui.scope_builder(UiBuilder::new().id_salt("rows").max_rect(upper), |ui| self.table(ui, scene));
        let lower = Rect::from_min_max(pos2(room.left(), parted + space::XS), room.max);
        ui.scope_builder(UiBuilder::new().id_salt("summary").max_rect(lower), |ui| self.summary(ui, scene));
        ui.advance_cursor_after_rect(room);
    }

    /// What asks for a look: a day that does not fit, and the chosen row where it may be somebody there.
    fn notices(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let State::Read(preview) = &mut self.state else { return };
        let words = scene.words;
        if let Some(newest) = preview.newest.filter(|newest| *newest > preview.on()) {
            warning(ui, &words.with("report-later", &[("date", scene.formats.date_long(newest).into())]));
            ui.add_space(space::M);
        }
        let open: Vec<usize> = may_be_same(preview);
        if open.len() > 1 {
            let said = words.with("report-many-same", &[("count", open.len().into())]);
            let all = words.get("report-all-same");
            let banner = Banner::new(&said).icon(icons::LINK).tone(Tone::Necessary);
            if banner.show(ui, |ui| ui.add(Button::plain(&all).small()).clicked()) {
                for place in open {
                    preview.join(place);
                }
                self.focus = true;
            }
            ui.add_space(space::S);
        }
        let Some(Line::Row(place)) = self.chosen else { return };
        let Some(row) = preview.rows.get(place) else { return };
        let (joined, other) = (preview.is_joined(place), row.proposed);
        let other = match (&row.verdict, other) {
            (_, Some(other)) => other,
            (ReportVerdict::Updated { person, .. }, None) if joined => *person,
            _ => return,
        };
        let values = [("row", row.name.as_str().into()), ("name", preview.name_of(other).into())];
        let said = words.with(if joined { "report-are-same" } else { "report-may-be-same" }, &values);
        let turn = words.get(if joined { "report-other" } else { "report-same" });
        let banner = Banner::new(&said).icon(icons::LINK).tone(Tone::Necessary);
        if banner.show(ui, |ui| ui.add(Button::plain(&turn).small()).clicked()) {
            turn_over(preview, place);
        }
        ui.add_space(space::M);
    }

    /// The counters, which filter.
    fn counters(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let State::Read(preview) = &self.state else { return };
        let words = scene.words;
        let kinds = [
            (Kind::All, "import-all", None, Tone::Accent),
            (Kind::Added, "report-added", Some(icons::ADD), Tone::Accent),
            (Kind::Updated, "report-updated", Some(icons::LINK), Tone::Necessary),
            (Kind::Moved, "report-moved", Some(icons::MOVE), Tone::Important),
            (Kind::Unchanged, "report-unchanged", Some(icons::NOTHING), Tone::Neutral),
            (Kind::Left, "report-left", Some(icons::WARNING), Tone::Neutral),
            (Kind::Refused, "report-refused", Some(icons::STAGE_NOT_FOR_THEM), Tone::Important),
        ];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            for (kind, key, sign, tone) in kinds {
                let count = lines_of(preview, kind).len();
                let (name, count) = (words.get(key), scene.formats.count(count));
                let mut chip = Chip::new(&name).count(&count).tone(tone).selected(self.shown == kind).height(34.0);
                if let Some(sign) = sign {
                    chip = chip.icon(sign);
                }
                if chip.show(ui).response.clicked() {
                    (self.shown, self.focus) = (kind, true);
                }
            }
        });
    }

    fn table(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let State::Read(preview) = &mut self.state else { return };
        let lines = lines_of(preview, self.shown);
        let focus = std::mem::take(&mut self.focus);
        let chosen = &mut self.chosen;
        Card::new().padding(0).show(ui, |ui| {
            let inside = ui.available_rect_before_wrap();
            ui.set_min_height(inside.height());
            let right = pos2(inside.right() - space::S, inside.bottom() - FOOT);
            let place = Rect::from_min_max(pos2(inside.left() + space::M, inside.top()), right);
            let answer = ui
                .scope_builder(UiBuilder::new().max_rect(place), |ui| {
                    table::show(ui, scene, preview, &lines, chosen, focus)
                })
                .inner;
            if let Some((rows, on)) = answer.ticked {
                preview.include(&rows, on);
            }
            if let Some(Line::Row(place)) = answer.activated {
                turn_over(preview, place);
            }
            let below = Rect::from_min_max(pos2(inside.left() + space::L, inside.bottom() - FOOT), inside.max);
            let row = chosen.and_then(Line::row).filter(|row| lines.contains(&Line::Row(*row)));
            let foot = |ui: &mut Ui| foot(ui, scene, &answer.seen, lines.len(), row.is_some());
            let pressed = ui.scope_builder(UiBuilder::new().max_rect(below), foot).inner;
            if let Some(row) = row.filter(|_| pressed || answer.mend) {
                self.mending.begin(row, || Typed::of(preview, row));
            }
        });
    }

    /// What the import would come to as it is chosen now.
    fn summary(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let State::Read(preview) = &self.state else { return };
        let (tokens, words, counts) = (Tokens::of(ui), scene.words, preview.counts());
        let say = |key: &str, count: usize| words.with(key, &[("count", count.into())]);
        let values = [
            ("added", say("report-new", counts.added).into()),
            ("updated", say("report-changed", counts.updated).into()),
            ("unchanged", say("import-same-count", counts.unchanged).into()),
            ("refused", say("import-refused-count", counts.refused).into()),
        ];
        let left = |ui: &mut Ui| {
            icon(ui, icons::DONE_CIRCLE, IconSize::Regular, tokens.up);
            text(ui, &words.with("report-summary", &values), TextSize::SoftMedium, tokens.ink);
            soft(ui, &words.get("report-nothing-yet"));
        };
        split(ui, height::CHIP, left, |_| {});
    }
}

/// The rows that may be somebody who is there, and are not joined.
fn may_be_same(preview: &ReportPreview) -> Vec<usize> {
    let rows = preview.rows.iter().enumerate();
    rows.filter(|(place, row)| row.proposed.is_some() && !preview.is_joined(*place)).map(|(place, _)| place).collect()
}

/// A row that may be somebody there is the same person, or no longer.
fn turn_over(preview: &mut ReportPreview, place: usize) {
    if preview.is_joined(place) {
        preview.part(place);
    } else {
        preview.join(place);
    }
}

fn mapping_of(look: &TableLook, said: Option<Vec<Option<ReportColumn>>>) -> Mapping<ReportColumn> {
    Mapping::new(look.clone(), said.unwrap_or_else(|| guess_report_columns(&look.heading)))
}

fn lines_of(preview: &ReportPreview, kind: Kind) -> Vec<Line> {
    let rows = preview.rows.iter().enumerate().filter(|(_, row)| kind.holds(&row.verdict));
    let left = matches!(kind, Kind::All | Kind::Left).then(|| (0..preview.left.len()).map(Line::Left));
    rows.map(|(place, _)| Line::Row(place)).chain(left.into_iter().flatten()).collect()
}

/// How many rows would change something.
fn included(preview: &ReportPreview) -> usize {
    let counts = preview.counts();
    counts.added + counts.updated
}

/// How many rows are seen, and what can be done with the chosen one; tells whether it is to be mended.
fn foot(ui: &mut Ui, scene: &Scene<'_>, seen: &std::ops::Range<usize>, count: usize, chosen: bool) -> bool {
    let (tokens, words) = (Tokens::of(ui), scene.words);
    let (from, to) = (seen.start.saturating_add(1).min(count), seen.end.min(count));
    let range = words.with("list-seen", &[("from", from.into()), ("to", to.into()), ("count", count.into())]);
    let range = if count == 0 { words.get("import-none-of-these") } else { range };
    let left = |ui: &mut Ui| {
        text(ui, &range, TextSize::SoftTabular, tokens.soft);
        ui.add_space(space::S);
        let mend = words.get("import-mend");
        ui.add_enabled(chosen, Button::plain(&mend).icon(icons::EDIT).keys("E").small()).clicked()
    };
    let right = |ui: &mut Ui| {
        ui.add_space(space::M);
        key_hint(ui, &["Enter"], &words.get("report-key-same"));
        key_hint(ui, &["Space"], &words.get("import-key-include"));
        key_hint(ui, &["↑", "↓"], &words.get("import-key-row"));
    };
    split(ui, FOOT, left, right).0
}
