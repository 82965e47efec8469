//! The columns of the table, and how a row is drawn in them.

use std::collections::HashSet;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use rust_decimal::Decimal;
use sponsor_core::model::{FigurePeriod, PersonId};
use sponsor_core::query::{BranchFigure, StructureRow};

use super::shown::Shown;
use super::status::{Status, hours_left};
use crate::format::Formats;
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space, stroke};
use crate::widgets::{
    Cell, ColumnWidth, Pill, TableColumn, TableRows, Tone, avatar, avatar_size, person_name, progress_segments,
    telling_icon, text, text_cut,
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
    Training,
    LastContact,
    FirstSteps,
    LastOrder,
    Goal,
    Result,
    Next,
    Status,
}

/// What stands at the left behind a column of numbers keeps away from it.
const AFTER_NUMBER: f32 = 12.0;

impl Column {
    /// The columns of a view: of the branches, or of «Регистрирани».
    pub(super) const fn of_view(registered: bool) -> &'static [Self] {
        if registered { &Self::REGISTERED } else { &Self::BRANCHES }
    }

    const REGISTERED: [Self; 7] =
        [Self::Name, Self::Registered, Self::Goal, Self::LastOrder, Self::Result, Self::Next, Self::Status];

    const BRANCHES: [Self; 11] = [
        Self::Name,
        Self::Sponsor,
        Self::Registered,
        Self::Points,
        Self::PointsBefore,
        Self::New,
        Self::Training,
        Self::LastContact,
        Self::FirstSteps,
        Self::LastOrder,
        Self::Status,
    ];

    /// Which goes first where there is no room for all, and is then left to the pane; 0 always stays.
    const fn yields(self) -> u8 {
        match self {
            Self::LastOrder => 6,
            Self::Sponsor => 5,
            Self::Registered => 4,
            Self::PointsBefore => 3,
            Self::FirstSteps => 2,
            Self::Training | Self::Result => 1,
            Self::Name | Self::Points | Self::New | Self::LastContact | Self::Goal | Self::Next | Self::Status => 0,
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
            Self::LastOrder => two_lines(words.get("structure-last-order")),
            Self::Training => two_lines(words.get("structure-training")),
            Self::Goal => words.get("structure-goal"),
            Self::Result => words.get("structure-result"),
            Self::Next => words.get("structure-next"),
            Self::Status => String::new(),
        }
    }

    /// The column as the table draws it.
    pub(super) fn column(self, title: &str, registered: bool) -> TableColumn<'_> {
        let exact = ColumnWidth::Exact;
        let (width, right) = match self {
            Self::Name if registered => (ColumnWidth::Share { weight: 1.0, least: 120.0 }, false),
            Self::Name => (ColumnWidth::Share { weight: 1.0, least: 190.0 }, false),
            Self::Sponsor => (exact(92.0), false),
            Self::Registered if registered => (exact(74.0), false),
            Self::LastOrder if registered => (exact(98.0), false),
            Self::Registered => (exact(84.0), false),
            Self::Training => (exact(64.0), true),
            Self::Goal => (ColumnWidth::Share { weight: 1.6, least: 88.0 }, false),
            Self::Result => (ColumnWidth::Share { weight: 0.8, least: 64.0 }, false),
            Self::Next => (exact(62.0), false),
            Self::Status => (exact(20.0), false),
            Self::Points | Self::PointsBefore => (exact(68.0), true),
            Self::New => (exact(50.0), true),
            Self::LastContact => (exact(78.0 + AFTER_NUMBER), false),
            Self::FirstSteps => (exact(114.0), false),
            Self::LastOrder => (exact(118.0), false),
        };
        let mut column = TableColumn::new(title, width).yields(self.yields());
        if self != Self::Status {
            column = column.sorts();
        }
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
    /// The figure that was pressed in this frame.
    pub(super) behind: Option<(PersonId, BranchFigure)>,
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
                self.figure(ui, row, BranchFigure::Points, row.points.is_some(), &points, tokens.ink);
            }
            Column::PointsBefore => {
                let points = self.points(row.points_before);
                text(ui, &points, TextSize::Tabular, tokens.soft);
            }
            Column::New => self.new_users(ui, row),
            Column::Training => self.in_training(ui, row),
            Column::Goal => drop(text_cut(ui, row.goal.as_deref().unwrap_or("–"), TextSize::Soft, tokens.soft)),
            Column::Result => drop(text_cut(ui, result(row), TextSize::Soft, tokens.soft)),
            Column::Next => {
                let words = row.next.map_or_else(|| "–".to_owned(), |on| self.near(on));
                let late = row.next.is_some_and(|on| on < self.today);
                let colour = if late { tokens.important } else { tokens.soft };
                text(ui, &words, TextSize::SoftTabular, colour);
            }
            Column::Status => {
                let status = Status::of(row, self.today, self.now);
                let meaning = self.words.get(status.words());
                telling_icon(ui, status.icon(), IconSize::Regular, status.colour(&tokens), &meaning);
            }
            Column::LastContact => {
                ui.add_space(AFTER_NUMBER);
                self.last_contact(ui, row);
            }
            Column::FirstSteps => self.first_steps(ui, row),
            Column::LastOrder => drop(text(ui, &self.last_order(row), TextSize::SoftTabular, tokens.soft)),
        }
    }
}

/// The last result that somebody reached, else their rank.
fn result(row: &StructureRow) -> &str {
    let own = row.person.registration.as_ref();
    let last = own.and_then(|own| own.results.last()).map(|result| result.text.as_str());
    let rank = own.map(|own| own.rank.as_str()).filter(|rank| !rank.is_empty());
    last.or(rank).unwrap_or("–")
}

impl Rows<'_> {
    fn new_users(&mut self, ui: &mut Ui, row: &StructureRow) {
        let tokens = Tokens::of(ui);
        let (words, colour) = match row.new_in_branch {
            0 => ("–".to_owned(), tokens.soft),
            new => (format!("+{}", self.formats.count(new)), tokens.up),
        };
        self.figure(ui, row, BranchFigure::NewUsers, row.new_in_branch > 0, &words, colour);
    }

    fn in_training(&mut self, ui: &mut Ui, row: &StructureRow) {
        let words = row.in_training.map_or_else(|| "–".to_owned(), |people| self.formats.count(people));
        let (some, ink) = (row.in_training.is_some_and(|people| people > 0), Tokens::of(ui).ink);
        self.figure(ui, row, BranchFigure::InTraining, some, &words, ink);
    }

    fn last_order(&self, row: &StructureRow) -> String {
        let order = row.last_order.map(|(on, points)| {
            let points = self.formats.decimal(points);
            let values = [("date", self.near(on).into()), ("points", points.into())];
            self.words.with("structure-last-order-of", &values)
        });
        order.unwrap_or_else(|| "–".to_owned())
    }

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

    /// A figure of the branch, which opens what is behind it where there is anything.
    fn figure(
        &mut self,
        ui: &mut Ui,
        row: &StructureRow,
        figure: BranchFigure,
        opens: bool,
        words: &str,
        colour: egui::Color32,
    ) {
        if !opens {
            text(ui, words, TextSize::TabularMedium, colour);
            return;
        }
        let values = [("name", row.person.name.full().into()), ("value", words.into())];
        let name = self.words.with(super::behind::name_key(figure), &values);
        // The keyboard comes to the same figures in the pane.
        if super::behind::figure(ui, words, &name, colour, Sense::CLICK).clicked() {
            self.behind = Some((row.person.id, figure));
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
        ui.painter().rect_stroke(rect, radius::KEY, Stroke::new(stroke::FOCUS, tokens.accent), StrokeKind::Inside);
    }
    response.on_hover_text(name)
}
