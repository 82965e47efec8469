//! The columns of the table, and how a row is drawn in them.

use std::collections::HashSet;

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime};
use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use rust_decimal::Decimal;
use sponsor_core::model::{FigurePeriod, PersonId};
use sponsor_core::query::StructureRow;

use super::shown::Shown;
use crate::format::Formats;
use crate::icons;
use crate::theme::{TextSize, Tokens, radius, space};
use crate::widgets::{
    Cell, ColumnWidth, Pill, TableColumn, TableRows, Tone, avatar, avatar_size, person_name, progress_segments, text,
};
use crate::words::Words;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Name,
    Sponsor,
    Registered,
    Points,
    PointsBefore,
    New,
    LastContact,
    FirstSteps,
    LastOrder,
}

impl Column {
    /// All columns, in their order.
    pub(super) const ALL: [Self; 9] = [
        Self::Name,
        Self::Sponsor,
        Self::Registered,
        Self::Points,
        Self::PointsBefore,
        Self::New,
        Self::LastContact,
        Self::FirstSteps,
        Self::LastOrder,
    ];

    /// Which goes first where there is no room for all, and is then left to the pane; 0 always stays.
    const fn yields(self) -> u8 {
        match self {
            Self::LastOrder => 6,
            Self::Sponsor => 5,
            Self::Registered => 4,
            Self::New => 3,
            Self::PointsBefore => 2,
            Self::FirstSteps => 1,
            Self::Name | Self::Points | Self::LastContact => 0,
        }
    }

    /// The heading.
    pub(super) fn title(self, words: &Words, formats: &Formats, today: NaiveDate) -> String {
        let points_of = |month: u32| format!("{}\n{}", words.get("structure-points"), formats.month(month));
        // A narrow column has its heading on two lines, parted after the first word.
        let two_lines = |words: String| words.replacen(' ', "\n", 1);
        match self {
            Self::Name => words.get("structure-name"),
            Self::Sponsor => words.get("structure-sponsor"),
            Self::Registered => words.get("structure-registered"),
            Self::Points => points_of(today.month()),
            Self::PointsBefore => points_of(FigurePeriod::month_of(today).previous().first_day().month()),
            Self::New => two_lines(words.get("structure-new-in-branch")),
            Self::LastContact => two_lines(words.get("structure-last-contact")),
            Self::FirstSteps => words.get("first-steps"),
            Self::LastOrder => words.get("structure-last-order"),
        }
    }

    /// The column as the table draws it.
    pub(super) fn column(self, title: &str) -> TableColumn<'_> {
        let exact = ColumnWidth::Exact;
        let (width, right) = match self {
            Self::Name => (ColumnWidth::Share { weight: 1.0, least: 190.0 }, false),
            Self::Sponsor => (exact(92.0), false),
            Self::Registered => (exact(84.0), false),
            Self::Points | Self::PointsBefore => (exact(68.0), true),
            Self::New => (exact(50.0), true),
            Self::LastContact => (exact(78.0), false),
            Self::FirstSteps => (exact(114.0), false),
            Self::LastOrder => (exact(118.0), false),
        };
        let column = TableColumn::new(title, width).yields(self.yields()).sorts();
        if right { column.right() } else { column }
    }
}

/// The rows as the table asks for them.
pub(super) struct Rows<'a> {
    pub(super) shown: &'a Shown,
    pub(super) columns: &'a [Column],
    pub(super) folded: &'a HashSet<PersonId>,
    pub(super) words: &'a Words,
    pub(super) formats: &'a Formats,
    pub(super) today: NaiveDate,
    pub(super) now: NaiveDateTime,
    /// Whose branch was folded or unfolded in this frame.
    pub(super) turned: Option<PersonId>,
}

/// How far each level is indented, and the deepest that is.
const INDENT: f32 = 14.0;
const DEEPEST: u16 = 7;

impl TableRows<PersonId> for Rows<'_> {
    fn count(&self) -> usize {
        self.shown.rows.len()
    }

    fn key(&self, row: usize) -> Option<PersonId> {
        self.shown.row(row).map(|row| row.person.id)
    }

    fn name(&self, row: usize) -> String {
        let Some(row) = self.shown.row(row) else { return String::new() };
        let points = self.points(row.points);
        let values = [("name", row.person.name.full().into()), ("points", points.into())];
        self.words.with("structure-row-name", &values)
    }

    fn cell(&mut self, ui: &mut Ui, cell: Cell) {
        let shown = self.shown;
        let (Some(row), Some(column)) = (shown.row(cell.row), self.columns.get(cell.column)) else { return };
        let tokens = Tokens::of(ui);
        match column {
            Column::Name => self.name_cell(ui, row, cell.selected),
            Column::Sponsor => drop(person_name(ui, shown.sponsor(row), TextSize::Soft, tokens.soft)),
            Column::Registered => {
                let on = row.person.registration.as_ref().map(|own| own.on);
                let words = on.map(|on| self.near(on)).unwrap_or_default();
                text(ui, &words, TextSize::SoftTabular, tokens.soft);
            }
            Column::Points => {
                let points = self.points(row.points);
                text(ui, &points, TextSize::TabularMedium, tokens.ink);
            }
            Column::PointsBefore => {
                let points = self.points(row.points_before);
                text(ui, &points, TextSize::Tabular, tokens.soft);
            }
            Column::New => {
                let (words, colour) = match row.new_in_branch {
                    0 => ("–".to_owned(), tokens.soft),
                    new => (format!("+{}", self.formats.count(new)), tokens.up),
                };
                text(ui, &words, TextSize::TabularMedium, colour);
            }
            Column::LastContact => self.last_contact(ui, row),
            Column::FirstSteps => self.first_steps(ui, row),
            Column::LastOrder => {
                let order = row.last_order.map(|(on, points)| {
                    let points = self.formats.decimal(points);
                    let values = [("date", self.near(on).into()), ("points", points.into())];
                    self.words.with("structure-last-order-of", &values)
                });
                text(ui, &order.unwrap_or_else(|| "–".to_owned()), TextSize::SoftTabular, tokens.soft);
            }
        }
    }
}

impl Rows<'_> {
    fn points(&self, points: Option<Decimal>) -> String {
        points.map_or_else(|| "–".to_owned(), |points| self.formats.decimal(points))
    }

    /// «вчера», «12 март», with the year when that is another one.
    fn near(&self, on: NaiveDate) -> String {
        match (on - self.today).num_days() {
            -1..=1 => self.formats.date_near(on, self.today),
            _ if on.year() == self.today.year() => self.formats.date_tiny(on),
            _ => format!("{} {}", self.formats.date_tiny(on), on.year()),
        }
    }

    fn name_cell(&mut self, ui: &mut Ui, row: &StructureRow, selected: bool) {
        let tokens = Tokens::of(ui);
        ui.spacing_mut().item_spacing.x = space::XS;
        let name = row.person.name.full();
        if self.shown.choice.is_indented() {
            ui.add_space(INDENT * f32::from(row.depth.saturating_sub(1).min(DEEPEST)));
            if row.below > 0 {
                let folded = self.folded.contains(&row.person.id);
                let key = if folded { "structure-unfold" } else { "structure-fold" };
                let label = self.words.with(key, &[("name", name.as_str().into())]);
                if fold_sign(ui, folded, &label).clicked() {
                    self.turned = Some(row.person.id);
                }
            } else {
                ui.add_space(16.0 + space::XS);
            }
        }
        avatar(ui, &name, avatar_size::SMALL, selected);
        ui.add_space(space::XS);
        person_name(ui, &name, TextSize::Medium, tokens.ink);
        let hidden = self.folded.contains(&row.person.id) && self.shown.choice.is_indented();
        if hidden {
            text(ui, &self.formats.count(row.below), TextSize::SoftTabular, tokens.soft);
        }
    }

    fn last_contact(&self, ui: &mut Ui, row: &StructureRow) {
        let tokens = Tokens::of(ui);
        let due = row.due.is_some_and(|due| due <= self.today);
        let (words, colour) = match row.last_contact {
            None => ("–".to_owned(), tokens.soft),
            Some(on) if due => (self.near(on), tokens.important),
            Some(on) => (self.near(on), tokens.soft),
        };
        let size = if due { TextSize::SoftMedium } else { TextSize::SoftTabular };
        let response = text(ui, &words, size, colour);
        if due {
            response.on_hover_text(self.words.get("structure-contact-due"));
        }
    }

    fn first_steps(&self, ui: &mut Ui, row: &StructureRow) {
        let Some((done, total)) = row.first_steps.filter(|(_, total)| *total > 0) else {
            let soft = Tokens::of(ui).soft;
            text(ui, "–", TextSize::Soft, soft);
            return;
        };
        let counts = [("done", done.into()), ("total", total.into())];
        let steps = self.words.with("count-of-total", &counts);
        match hours_left(row, self.now) {
            Some(hours) => {
                let words =
                    self.words.with("structure-hours-left", &[("steps", steps.into()), ("hours", hours.into())]);
                ui.add(Pill::new(&words).icon(icons::FIRST_DAYS).tone(Tone::Important));
            }
            None => drop(progress_segments(ui, done, total, 92.0, &steps)),
        }
    }
}

/// The hours that are left of a user's first three days, while they last.
fn hours_left(row: &StructureRow, now: NaiveDateTime) -> Option<i64> {
    let registration = row.person.registration.as_ref()?;
    let begun = registration.first_steps_from.or_else(|| Some(registration.on.and_time(registration.at?)))?;
    let left = begun.checked_add_signed(Duration::hours(72))? - now;
    (begun <= now && left > Duration::zero()).then(|| left.num_hours())
}

/// The sign before a branch that folds and unfolds it.
fn fold_sign(ui: &mut Ui, folded: bool, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let colour = if response.hovered() { tokens.ink } else { tokens.soft };
    let centre = rect.center();
    let stroke = Stroke::new(1.5, colour);
    ui.painter().hline(centre.x - 4.0..=centre.x + 4.0, centre.y, stroke);
    if folded {
        ui.painter().vline(centre.x, centre.y - 4.0..=centre.y + 4.0, stroke);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius::KEY, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
    response.on_hover_text(name)
}
