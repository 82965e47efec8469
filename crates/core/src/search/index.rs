//! The folded words of all records, one after the other in one stretch of memory.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use super::query::{Query, WORD};
use super::rank::{MatchClass, NEXT_TEXT, OTHER_READING, Score, score};
use crate::text::words::{Form, read_words};

/// Garbage below this is never worth a new stretch of memory, in bytes.
const LITTLE_GARBAGE: usize = 64 * 1024;

/// What a record is: people are always found before entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Somebody on a list.
    Person,
    /// A meeting, an event, a call, a message, a task, a note.
    Entry,
}

/// A record as it is given to the index.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a, Id> {
    /// Whose texts they are.
    pub id: Id,
    /// Its group.
    pub group: Group,
    /// Its place among equally good matches, smaller first: [`newest_first`] for entries,
    /// [`crate::text::SortKey::leading`] for people.
    pub rank: u64,
    /// The name or title.
    pub main: &'a str,
    /// Whatever else can be found: city, phones, interests, the note.
    pub others: &'a [&'a str],
}

/// A record that matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<Id> {
    /// Whose.
    pub id: Id,
    /// Its group.
    pub group: Group,
    /// How well it matches.
    pub class: MatchClass,
    /// Which text shows why: 0 is the name or title, n the n-th of the others, from 1.
    pub text: usize,
}

/// The rank of what happened at `seconds` (Unix time): the newest is the smallest.
#[must_use]
pub const fn newest_first(seconds: i64) -> u64 {
    !(seconds.cast_unsigned() ^ (1 << 63))
}

#[derive(Debug, Clone)]
struct Slot<Id> {
    id: Id,
    bytes: Range<usize>,
    rank: u64,
    group: Group,
    is_removed: bool,
}

#[derive(Debug)]
struct Candidate {
    order: (Group, Score, u64),
    slot: usize,
    text: usize,
}

/// Everything that can be found, by id.
#[derive(Debug, Clone)]
pub struct SearchIndex<Id> {
    folded: Vec<u8>,
    slots: Vec<Slot<Id>>,
    slot_of: HashMap<Id, usize>,
    garbage: usize,
}

impl<Id> Default for SearchIndex<Id> {
    fn default() -> Self {
        Self { folded: Vec::new(), slots: Vec::new(), slot_of: HashMap::new(), garbage: 0 }
    }
}

impl<Id: Clone + Eq + Hash> SearchIndex<Id> {
    /// An index of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many records it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slot_of.len()
    }

    /// Whether it knows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slot_of.is_empty()
    }

    /// How much memory the folded texts take, in bytes, without ids and ranks.
    #[must_use]
    pub fn folded_size(&self) -> usize {
        self.folded.len()
    }

    /// Adds a record, or replaces the one with its id.
    pub fn insert(&mut self, document: &Document<'_, Id>) {
        self.remove(&document.id);
        let start = self.folded.len();
        push_text(&mut self.folded, document.main);
        for text in document.others {
            self.folded.push(NEXT_TEXT);
            push_text(&mut self.folded, text);
        }
        self.slot_of.insert(document.id.clone(), self.slots.len());
        self.slots.push(Slot {
            id: document.id.clone(),
            bytes: start..self.folded.len(),
            rank: document.rank,
            group: document.group,
            is_removed: false,
        });
    }

    /// Forgets a record; says whether it was known.
    pub fn remove(&mut self, id: &Id) -> bool {
        let Some(slot) = self.slot_of.remove(id).and_then(|index| self.slots.get_mut(index)) else {
            return false;
        };
        slot.is_removed = true;
        self.garbage += slot.bytes.len() + size_of::<Slot<Id>>();
        if self.garbage > LITTLE_GARBAGE && self.garbage > self.folded.len() / 2 {
            self.compact();
        }
        true
    }

    /// The best `limit` records that match every word of the query, best first.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Vec<Hit<Id>> {
        if query.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut candidates: Vec<Candidate> = Vec::new();
        for (index, slot) in self.slots.iter().enumerate().filter(|(_, slot)| !slot.is_removed) {
            if let Some((score, text)) = score(self.bytes_of(slot), query) {
                candidates.push(Candidate { order: (slot.group, score, slot.rank), slot: index, text });
            }
        }
        if candidates.len() > limit {
            candidates.select_nth_unstable_by(limit, |one, other| self.compare(one, other));
            candidates.truncate(limit);
        }
        candidates.sort_unstable_by(|one, other| self.compare(one, other));
        candidates.iter().filter_map(|candidate| self.hit(candidate)).collect()
    }

    /// Best first; equals by their folded texts, so that the order does not depend on that of changes.
    fn compare(&self, one: &Candidate, other: &Candidate) -> std::cmp::Ordering {
        let texts = |candidate: &Candidate| self.slots.get(candidate.slot).map(|slot| self.bytes_of(slot));
        let by_order = one.order.cmp(&other.order);
        by_order.then_with(|| texts(one).cmp(&texts(other))).then(one.slot.cmp(&other.slot))
    }

    fn hit(&self, candidate: &Candidate) -> Option<Hit<Id>> {
        let slot = self.slots.get(candidate.slot)?;
        Some(Hit { id: slot.id.clone(), group: slot.group, class: candidate.order.1.class, text: candidate.text })
    }

    fn bytes_of(&self, slot: &Slot<Id>) -> &[u8] {
        self.folded.get(slot.bytes.clone()).unwrap_or_default()
    }

    /// Moves what is still known together.
    fn compact(&mut self) {
        let mut folded = Vec::with_capacity(self.folded.len());
        let old = std::mem::take(&mut self.folded);
        self.slots.retain_mut(|slot| {
            let start = folded.len();
            if !slot.is_removed {
                folded.extend_from_slice(old.get(slot.bytes.clone()).unwrap_or_default());
                slot.bytes = start..folded.len();
            }
            !slot.is_removed
        });
        self.slot_of = self.slots.iter().enumerate().map(|(index, slot)| (slot.id.clone(), index)).collect();
        self.folded = folded;
        self.garbage = 0;
    }
}

/// Appends the words of a text, each with its other readings behind it.
fn push_text(folded: &mut Vec<u8>, text: &str) {
    let mut word_start = folded.len();
    read_words(text, &mut |reading| {
        if reading.form == Form::First {
            word_start = folded.len();
        } else {
            let known = folded.get(word_start..).unwrap_or_default();
            let mut readings = known.split(|byte| *byte == OTHER_READING);
            if readings.any(|known| known.strip_prefix(&[WORD]) == Some(reading.bytes)) {
                return;
            }
            folded.push(OTHER_READING);
        }
        folded.push(WORD);
        folded.extend_from_slice(reading.bytes);
    });
}
