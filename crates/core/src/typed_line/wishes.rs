//! What a person decided about a line while typing it.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::model::{EntryKind, PersonId};

/// What a person decided about a line. Ranges are bytes of the line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// Words that are nothing but words.
    pub plain: Vec<Range<usize>>,
    /// Who is meant by a name that several people have.
    pub chosen: Vec<(Range<usize>, PersonId)>,
    /// The kind that was chosen, whatever the line says.
    pub kind: Option<EntryKind>,
    /// The day, or day and hour, that were set outright: the line is not asked for others.
    pub at: Option<(NaiveDate, Option<NaiveTime>)>,
}

impl Wishes {
    /// The same decisions about the line after it was changed: what stands before or behind the change keeps its
    /// decision, what was changed itself is read anew.
    #[must_use]
    pub fn follow(&self, before: &str, after: &str) -> Self {
        if after.trim().is_empty() {
            return Self::default();
        }
        let same = |one: &u8, other: &u8| one == other;
        let head = before.bytes().zip(after.bytes()).take_while(|(one, other)| same(one, other)).count();
        let most = before.len().min(after.len()) - head;
        let tail = before.bytes().rev().zip(after.bytes().rev()).take_while(|(one, other)| same(one, other)).count();
        let tail = tail.min(most);
        let moved = |range: &Range<usize>| {
            if range.end <= head {
                Some(range.clone())
            } else if range.start >= before.len() - tail {
                let to = |at: usize| at + after.len() - before.len();
                Some(to(range.start)..to(range.end))
            } else {
                None
            }
        };
        Self {
            plain: self.plain.iter().filter_map(moved).collect(),
            chosen: self.chosen.iter().filter_map(|(range, person)| Some((moved(range)?, *person))).collect(),
            kind: self.kind,
            at: self.at,
        }
    }

    /// Who was chosen for a name in this range.
    pub(super) fn chosen_for(&self, range: &Range<usize>) -> Option<PersonId> {
        self.chosen.iter().find(|(chosen, _)| chosen.start < range.end && range.start < chosen.end).map(|(_, one)| *one)
    }
}

#[cfg(test)]
mod tests {
    use super::Wishes;

    #[test]
    fn a_decision_follows_its_words_when_the_line_is_changed_elsewhere() {
        let line = "кафе утре";
        let plain = 9..17;
        let wishes = Wishes { plain: vec![plain.clone()], ..Wishes::default() };
        let now = |after: &str| wishes.follow(line, after).plain.pop();
        assert_eq!(now("кафе утре с Мария"), Some(plain.clone()));
        assert_eq!(now("голямо кафе утре"), Some(22..30));
        assert_eq!(now("кафе утрешно"), Some(plain));
        assert_eq!(now("кафе утр"), None);
        assert_eq!(now(""), None);
    }
}
