//! The columns of a table and their headings.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, radius, space};
use crate::widgets::paint::{Line, focus_ring_inside};
use crate::words::Words;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnWidth {
    /// Exactly this wide.
    Exact(f32),
    /// A share of what remains, but at least this wide.
    Share {
        /// How much of what remains, against the other shares.
        weight: f32,
        /// The least width.
        least: f32,
    },
}

/// A column: `TableColumn::new("Име", ColumnWidth::Share { weight: 2.0, least: 160.0 }).sorts()`.
#[derive(Debug, Clone)]
pub struct TableColumn<'a> {
    pub(super) title: &'a str,
    pub(super) width: ColumnWidth,
    pub(super) right: bool,
    pub(super) sorts: bool,
    pub(super) yields: u8,
}

impl<'a> TableColumn<'a> {
    /// A column with this heading; `\n` in it makes two lines.
    #[must_use]
    pub const fn new(title: &'a str, width: ColumnWidth) -> Self {
        Self { title, width, right: false, sorts: false, yields: 0 }
    }

    /// Numbers: heading and cells stand at the right.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// A click on the heading sorts by this column.
    #[must_use]
    pub const fn sorts(mut self) -> Self {
        self.sorts = true;
        self
    }

    /// Where there is no room for all, this column goes; the one with the greatest number first.
    #[must_use]
    pub const fn yields(mut self, order: u8) -> Self {
        self.yields = order;
        self
    }
}

/// By which column a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorting {
    /// The index of the column.
    pub column: usize,
    /// From the greatest to the least.
    pub descending: bool,
}

/// A heading; gives whether it was pressed to sort by it.
pub(super) fn heading(
    ui: &Ui,
    words: &Words,
    id: Id,
    cell: Rect,
    (column, index): (&TableColumn<'_>, usize),
    sorting: &mut Option<Sorting>,
) -> bool {
    let tokens = Tokens::of(ui);
    if !column.sorts {
        paint_heading(ui, cell, column, tokens.soft, None);
        return false;
    }
    let response = ui.interact(cell, id, Sense::click());
    let clicked = response.clicked();
    if clicked {
        let again = sorting.is_some_and(|now| now.column == index && !now.descending);
        *sorting = Some(Sorting { column: index, descending: again });
    }
    let mine = sorting.filter(|now| now.column == index);
    let plain = column.plain_title();
    let name = match mine {
        Some(now) if now.descending => words.with("sorted-descending", &[("column", plain.into())]),
        Some(_) => words.with("sorted-ascending", &[("column", plain.into())]),
        None => plain,
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), &name));
    let colour = if mine.is_some() || response.hovered() { tokens.ink } else { tokens.soft };
    paint_heading(ui, cell, column, colour, mine);
    focus_ring_inside(ui, &response, cell.shrink(2.0), radius::KEY);
    clicked
}

impl TableColumn<'_> {
    /// The heading on one line.
    pub(super) fn plain_title(&self) -> String {
        self.title.replace('\n', " ")
    }

    /// The lines of the heading, with the arrow of the column that sorts.
    fn lines(&self, ui: &Ui, colour: egui::Color32, sorted: Option<Sorting>) -> Vec<Line> {
        let count = self.title.split('\n').count();
        let size = if sorted.is_some() { TextSize::SoftStrong } else { TextSize::SoftMedium };
        let line = |(index, words): (usize, &str)| {
            let mut line = Line::new(space::XS);
            line.text(ui, words, size, colour);
            if let Some(sorting) = sorted.filter(|_| index + 1 == count) {
                let arrow = if sorting.descending { icons::ARROW_DOWN } else { icons::ARROW_UP };
                line.icon(ui, arrow, IconSize::Small, colour);
            }
            line
        };
        self.title.split('\n').enumerate().map(line).collect()
    }

    /// The width that the heading needs.
    pub(super) fn heading_width(&self, ui: &Ui, sorted: Option<Sorting>) -> f32 {
        let lines = self.lines(ui, Tokens::of(ui).ink, sorted);
        lines.iter().map(|line| line.size().x).fold(0.0, f32::max)
    }
}

/// The words of a heading, and the arrow of the column that sorts.
fn paint_heading(ui: &Ui, cell: Rect, column: &TableColumn<'_>, colour: egui::Color32, sorted: Option<Sorting>) {
    let lines = column.lines(ui, colour, sorted);
    let each = 15.0;
    let count = u16::try_from(lines.len()).unwrap_or(1);
    let mut middle = cell.center().y - each * f32::from(count.saturating_sub(1)) / 2.0;
    for line in lines {
        let left = if column.right { cell.right() - line.size().x } else { cell.left() };
        line.paint(ui.painter(), pos2(left, middle));
        middle += each;
    }
}
