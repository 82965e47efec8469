//! What a person decides about a record before it is taken in: who somebody is, and what of each field stays.

use std::sync::Arc;

use super::compare::{Choice, compare};
use super::preview::{Preview, PreviewRow, Verdict, verdict_of};
use crate::model::{Person, PersonId};

impl Preview {
    /// What of a field of a row is to stay; `at` is its place among the row's changes.
    pub fn choose(&mut self, row: usize, at: usize, choice: Choice) {
        let Some(change) = self.rows.get_mut(row).and_then(|row| row.changes.get_mut(at)) else { return };
        if !change.same {
            change.choice = choice;
        }
        self.judge(row);
    }

    /// A row is the one whom it may be: it is joined with them.
    pub fn join(&mut self, row: usize) {
        let Some(with) = self.rows.get(row).and_then(|row| row.proposed) else { return };
        let Some(there) = self.there(with) else { return };
        let Some(person) = self.rows.get(row).and_then(|row| row.person.clone()) else { return };
        self.move_row(row, with);
        if let Some(row) = self.rows.get_mut(row) {
            (row.verdict, row.proposed, row.include) = (Verdict::Unchanged, None, true);
            if row.changes.is_empty() {
                row.changes = compare(&there, &person);
            }
        }
        self.judge(row);
        self.decide(row);
        self.follow(person.id, with);
    }

    /// A person has said how it is with a row, also where that is how it was found.
    pub fn decide(&mut self, row: usize) {
        if let Some(row) = self.rows.get_mut(row) {
            row.decided = true;
        }
    }

    /// Rows of this file that were joined with somebody go along when that one turns out to be another.
    pub(super) fn follow(&mut self, from: PersonId, to: PersonId) {
        for other in 0..self.rows.len() {
            let follows = self.rows.get(other).is_some_and(|one| is_joined_with(one, from));
            if follows {
                self.move_row(other, to);
                self.judge(other);
            }
        }
    }

    /// A row is somebody else than the one with whom it would be joined: it is added.
    pub fn part(&mut self, row: usize) {
        self.decide(row);
        let Some(known) = self.rows.get(row) else { return };
        let (with, fresh) = (known.other(), known.fresh);
        if matches!(known.verdict, Verdict::Added | Verdict::Refused(_)) {
            return;
        }
        self.move_row(row, fresh);
        if let Some(row) = self.rows.get_mut(row) {
            (row.verdict, row.proposed, row.include) = (Verdict::Added, with, true);
        }
    }

    /// The person who is there, or who comes with another row.
    pub(super) fn there(&self, id: PersonId) -> Option<Person> {
        let comes = || {
            let mut rows = self.rows.iter().filter(|row| row.verdict == Verdict::Added);
            rows.find_map(|row| row.person.clone().filter(|person| person.id == id))
        };
        self.people.get(id).cloned().or_else(comes).map(|person| Person::clone(&person))
    }

    fn move_row(&mut self, row: usize, id: PersonId) {
        if let Some(person) = self.rows.get_mut(row).and_then(|row| row.person.as_mut()) {
            Arc::make_mut(person).id = id;
        }
    }

    /// Finds anew what a row comes to that is joined with somebody.
    pub(super) fn judge(&mut self, row: usize) {
        let Some(known) = self.rows.get(row).filter(|known| known.verdict != Verdict::Added) else { return };
        let Some(new) = known.person.clone() else { return };
        let Some(mut there) = self.there(new.id) else { return };
        let verdict = verdict_of(&mut there, &new, &known.changes);
        if let Some(row) = self.rows.get_mut(row) {
            row.verdict = verdict;
        }
    }
}

/// Whether a row of the file was found to be this person.
fn is_joined_with(row: &PreviewRow, id: PersonId) -> bool {
    row.verdict != Verdict::Added && row.person.as_ref().is_some_and(|person| person.id == id)
}
