//! A row of the report that a person mends before it is taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::amounts::DecimalSign;
use super::preview::{ReportPreview, newest};
use super::records::ReportRecord;
use crate::model::ReportColumn;

impl ReportPreview {
    /// What a row says, by what its columns are: as the file has it, or as it was mended. An empty cell is not there.
    #[must_use]
    pub fn mendable(&self, row: usize) -> BTreeMap<ReportColumn, String> {
        self.records.get(row).map(|record| record.texts.clone()).unwrap_or_default()
    }

    /// Puts what was typed in the place of what a row says, and finds anew what every row comes to. A day or points that
    /// cannot be read, or a number that is not there, leave the row refused, with the reason.
    pub fn mend(&mut self, row: usize, typed: &BTreeMap<ReportColumn, String>) {
        let Some(before) = self.records.get(row) else { return };
        let texts = typed.iter().map(|(column, text)| (*column, text.trim().to_owned()));
        let texts: BTreeMap<_, _> = texts.filter(|(_, text)| !text.is_empty()).collect();
        let new = |column: &ReportColumn| texts.get(column) != before.texts.get(column);
        let typed: BTreeSet<_> =
            texts.keys().filter(|column| before.typed.contains(*column) || new(column)).copied().collect();
        // What a person typed shows its own sign of decimals; where it does not, it is written as the file is.
        let sign = |column| match texts.get(&column).filter(|_| typed.contains(&column)) {
            Some(text) => DecimalSign::of(std::iter::once(text.as_str())).or(self.sign),
            None => self.sign,
        };
        let record = ReportRecord { typed: typed.clone(), ..ReportRecord::read(before.line, texts.clone(), sign) };
        if let Some(shown) = self.rows.get_mut(row) {
            shown.number.clone_from(&record.number);
            shown.name.clone_from(&record.name);
            (shown.own, shown.group, shown.include) = (record.own, record.group, true);
        }
        if let Some(place) = Arc::make_mut(&mut self.records).get_mut(row) {
            *place = record;
        }
        self.newest = newest(&self.records);
        self.judge();
    }
}
