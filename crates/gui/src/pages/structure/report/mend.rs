//! What can be mended of a row of the report: everything that a column may say but whether it is a partner.

use std::collections::BTreeMap;

use egui::Ui;
use sponsor_core::exchange::{ReportPreview, ReportVerdict};
use sponsor_core::model::ReportColumn;

use super::say;
use crate::app::Scene;
use crate::pages::mending::{Mendable, Mending, RowOfFile};
use crate::words::Words;

/// What is typed, column by column.
#[derive(Debug)]
pub(super) struct Typed(BTreeMap<ReportColumn, String>);

impl Typed {
    /// What a row says, with an empty text where it says nothing.
    pub(super) fn of(preview: &ReportPreview, row: usize) -> Self {
        let says = preview.mendable(row);
        let all = ReportColumn::ALL.into_iter().map(|column| (column, String::new()));
        Self(all.chain(says).collect())
    }
}

impl Mendable for Typed {
    fn fields(&mut self, words: &Words) -> Vec<(String, &mut String)> {
        let shown = self.0.iter_mut().filter(|(column, _)| **column != ReportColumn::Role);
        shown.map(|(column, text)| (say::column(words, *column), text)).collect()
    }

    fn is_enough(&self) -> bool {
        let is_there = |column| self.0.get(&column).is_some_and(|text| !text.trim().is_empty());
        is_there(ReportColumn::Number)
    }
}

/// Shows the panel of a row that is mended; tells whether it has just closed.
pub(super) fn mend(ui: &Ui, scene: &Scene<'_>, mending: &mut Mending<Typed>, preview: &mut ReportPreview) -> bool {
    let Some((place, row)) = mending.open().and_then(|place| Some((place, preview.rows.get(place)?))) else {
        return false;
    };
    let wrong = preview.wrong_column(place).and_then(|column| shown_columns().position(|one| one == column));
    let refused = match &row.verdict {
        ReportVerdict::Refused(refusal) => Some(say::refusal(scene.words, *refusal)),
        _ => None,
    };
    let of_file = RowOfFile { line: row.line, ordinal: row.ordinal, refused, wrong };
    mending.ui(ui, scene, &of_file, |row, typed| {
        preview.mend(row, &typed.0);
        preview.wrong_column(row).is_none()
    })
}

/// The columns that can be mended, in the order of their fields.
fn shown_columns() -> impl Iterator<Item = ReportColumn> {
    let mut all = ReportColumn::ALL;
    all.sort_unstable();
    all.into_iter().filter(|column| *column != ReportColumn::Role)
}
