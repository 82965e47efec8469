//! A row of the report that a person mends before it is taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::amounts::DecimalSign;
use super::preview::{ReportPreview, ReportVerdict, newest};
use super::records::ReportRecord;
use crate::exchange::Refusal;
use crate::model::ReportColumn;

impl ReportPreview {
    /// What a row says, by what its columns are: as the file has it, or as it was mended. An empty cell is not there.
    #[must_use]
    pub fn mendable(&self, row: usize) -> BTreeMap<ReportColumn, String> {
        self.records.get(row).map(|record| record.texts.clone()).unwrap_or_default()
    }

    /// Which column of a refused row a person has to mend; none for a row that comes, or that others hold back.
    #[must_use]
    pub fn wrong_column(&self, row: usize) -> Option<ReportColumn> {
        let ReportVerdict::Refused(refusal) = self.rows.get(row)?.verdict else { return None };
        match refusal {
            Refusal::NoNumber | Refusal::NumberTwice => Some(ReportColumn::Number),
            Refusal::NoName => Some(ReportColumn::Name),
            Refusal::NoSponsor | Refusal::Cycle => Some(ReportColumn::Sponsor),
            Refusal::NoDay | Refusal::Day => Some(ReportColumn::RegisteredOn),
            Refusal::Points => {
                let record = self.records.get(row)?;
                let unread = record.own.is_none() && record.texts.contains_key(&ReportColumn::OwnPoints);
                Some(if unread { ReportColumn::OwnPoints } else { ReportColumn::GroupPoints })
            }
            _ => None,
        }
    }

    /// What stands in the column for which a row is refused; none where nothing stands there.
    #[must_use]
    pub fn wrong_text(&self, row: usize) -> Option<&str> {
        let column = self.wrong_column(row)?;
        self.records.get(row)?.texts.get(&column).map(String::as_str)
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
