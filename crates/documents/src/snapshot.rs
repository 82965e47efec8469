//! The data of a snapshot: key figures frozen at a date, on one page.

use serde::Serialize;

/// Key figures of a period and a scope. All words are finished: translated and formatted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SnapshotData {
    /// What the page is: «Отчет», "Snapshot".
    pub heading: String,
    /// The period, as the title: «ноември 2026, до 24-ти».
    pub period: String,
    /// Whole structure or the name of a branch.
    pub scope: String,
    /// When it was taken and by whom.
    pub taken: String,
    /// What the user wrote to it; empty if nothing. A long one goes below the figures.
    pub comment: String,
    /// The key figures, three of them, in order.
    pub figures: Vec<Figure>,
    /// Points by month (or week).
    pub points: PointsChart,
    /// New users: partners and customers.
    pub new_users: StackedChart,
    /// People in training: in person and online only.
    pub training: StackedChart,
    /// The same in numbers; without rows it is left out.
    pub table: Table,
    /// Last line of the page.
    pub footer: String,
}

/// One key figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Which figure: «Точки».
    pub label: String,
    /// The value, formatted, or the words for "no data".
    pub value: String,
    /// Change against the same days before; `None` where one of both is not known.
    pub change: Option<Change>,
    /// A line below: «от тях 3 партньори».
    pub detail: String,
    /// The value before, with its days: «1–24 окт: 1 146».
    pub previous: String,
}

/// How a figure changed. The template draws the arrow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Size of the change without a sign: «138 · 12 %».
    pub text: String,
    /// Which way.
    pub direction: Direction,
}

/// Which way a number went: an arrow and a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More than before.
    Up,
    /// Less than before.
    Down,
    /// As before.
    Same,
    /// Not a change at all.
    #[default]
    None,
}

/// Points by period, against a year before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointsChart {
    /// Heading: «Точки по месеци».
    pub title: String,
    /// Legend of the line: «13 месеца»; empty where it is not drawn, as the two below.
    pub current: String,
    /// Legend of the thin line: «година по-рано».
    pub previous: String,
    /// Legend of the dashed line: «още тече».
    pub running: String,
    /// The words for "no data".
    pub no_data: String,
    /// What stands between groups of three digits on the axis.
    pub group_separator: String,
    /// The periods, oldest first; thirteen of them.
    pub months: Vec<PointsMonth>,
}

/// Points of one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointsMonth {
    /// Short name: «ноем».
    pub label: String,
    /// The year, where it should stand below the name.
    pub year: Option<String>,
    /// Points; `None` if not known.
    pub value: Option<f64>,
    /// The points as text, written at the point; empty for none.
    pub text: String,
    /// Points a year before; `None` if not known.
    pub previous: Option<f64>,
    /// The period is not over: dashed and hollow.
    pub running: bool,
}

/// Two counts that add up, by period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StackedChart {
    /// Heading: «Нови потребители».
    pub title: String,
    /// Legend of the lower part: «партньори».
    pub first: String,
    /// Legend of the upper part: «клиенти».
    pub second: String,
    /// The words for "no data".
    pub no_data: String,
    /// The periods, oldest first; thirteen of them.
    pub months: Vec<StackedMonth>,
}

/// Two counts of one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StackedMonth {
    /// Short name: «ноем».
    pub label: String,
    /// The lower part; `None` if not known.
    pub first: Option<u32>,
    /// The upper part; `None` if not known.
    pub second: Option<u32>,
    /// The period is not over.
    pub running: bool,
}

/// A table of numbers by period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Heading: «13 седмици».
    pub title: String,
    /// A quiet line beside it; empty for none.
    pub note: String,
    /// The first word stands above the names of the rows, the others above the periods.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// The last period is not over: its column is tinted.
    pub running: bool,
}

/// One row of the table; missing cells stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableRow {
    /// Name of the row.
    pub label: String,
    /// One cell a period.
    pub cells: Vec<Cell>,
}

/// One number of the table, formatted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The number, or the words or sign for "no data".
    pub text: String,
    /// Its colour, where the number is a change; the text then has its own sign.
    pub direction: Direction,
}

impl Cell {
    /// A number that is no change.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), direction: Direction::None }
    }
}
