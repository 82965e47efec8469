//! What a person decides about a report, and the one command that takes it in.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::judging::{new_person, scopes};
use super::preview::{ReportPreview, ReportUpdate, ReportVerdict};
use crate::command::{Command, ReportRecords};
use crate::model::{PersonId, Points, Reading, Scope};

/// The readings of the day that are there.
type Readings = HashMap<Scope, Points>;

impl ReportPreview {
    /// The points are about another day.
    pub fn set_day(&mut self, on: NaiveDate) {
        if self.on != on {
            self.on = on;
            self.judge();
        }
    }

    /// Rows are taken in or left out.
    pub fn include(&mut self, rows: &[usize], include: bool) {
        for place in rows {
            if let Some(row) = self.rows.get_mut(*place) {
                row.include = include;
            }
        }
        self.judge();
    }

    /// A row is the one whom it may be.
    pub fn join(&mut self, row: usize) {
        let Some(proposed) = self.rows.get(row).and_then(|row| row.proposed) else { return };
        let taken = self.rows.iter().any(|other| other.joined == Some(proposed));
        if let Some(row) = self.rows.get_mut(row).filter(|_| !taken) {
            row.joined = Some(proposed);
            row.include = true;
        }
        self.judge();
    }

    /// A row is somebody else than the one with whom it was joined.
    pub fn part(&mut self, row: usize) {
        if let Some(row) = self.rows.get_mut(row) {
            row.joined = None;
        }
        self.judge();
    }

    /// Whether a person said whom the row is.
    #[must_use]
    pub fn is_joined(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.joined.is_some())
    }

    /// The one command that takes in every row that is to be.
    #[must_use]
    pub fn into_command(&self) -> Command {
        let mut records =
            ReportRecords { file: self.file.clone(), mapping: self.mapping.clone(), ..ReportRecords::default() };
        let there = self.readings_of_day();
        for (place, row) in self.rows.iter().enumerate().filter(|(_, row)| row.include) {
            match &row.verdict {
                ReportVerdict::Added { .. } => self.add(place, &there, &mut records),
                ReportVerdict::Updated { person, .. } => self.update(place, *person, &there, &mut records),
                ReportVerdict::Unchanged { .. } | ReportVerdict::Refused(_) => {}
            }
        }
        Command::ImportReport(Box::new(records))
    }

    fn add(&self, place: usize, there: &Readings, records: &mut ReportRecords) {
        let (Some(row), Some(record)) = (self.rows.get(place), self.records.get(place)) else { return };
        let ReportVerdict::Added { sponsor } = row.verdict else { return };
        if let Ok(person) = new_person(record, row.fresh.person, sponsor, self.today) {
            records.added.push(person);
            self.read(place, row.fresh.person, there, records);
        }
    }

    fn update(&self, place: usize, person: PersonId, readings: &Readings, records: &mut ReportRecords) {
        let (Some(row), Some(record)) = (self.rows.get(place), self.records.get(place)) else { return };
        let ReportVerdict::Updated { changes, .. } = &row.verdict else { return };
        // The user's own row has no sponsor, and brings readings alone.
        if let Some(sponsor) = row.below {
            let moves = changes.moved.is_some();
            records.updated.push(ReportUpdate { moves, ..ReportUpdate::of(record, person, sponsor, self.on) });
        }
        self.read(place, person, readings, records);
    }

    /// The readings of a row, where they are not there already.
    fn read(&self, place: usize, person: PersonId, there: &Readings, records: &mut ReportRecords) {
        let Some(row) = self.rows.get(place) else { return };
        let is_me = self.people.me().is_some_and(|me| me.id == person);
        let (own, group) = scopes(person, is_me);
        let wanted = [(row.fresh.own, own, row.own), (row.fresh.group, group, row.group)];
        for (id, scope, points) in wanted {
            if let Some(points) = points.filter(|points| there.get(&scope) != Some(points)) {
                records.readings.push(Reading { id, on: self.on, scope, points, source: self.file.clone() });
            }
        }
    }
}
