//! What is made from the whole workspace when it is first asked for, then follows each change and is shared by all
//! views: the texts that a search scans, and the facts that figures are counted from.

use std::sync::{Arc, Mutex, PoisonError};

use super::{People, View};
use crate::store::{Changes, StoreError};

/// Something that is made once and then follows changes.
pub(crate) trait Following: Sized {
    /// Reads everything once.
    fn load(view: &View) -> Result<Self, StoreError>;

    /// Follows a change; `people` have followed it already.
    fn follow(&mut self, changes: &Changes, people: &People) -> Result<(), StoreError>;
}

/// What all views share of it.
#[derive(Debug)]
pub(crate) struct Shared<T> {
    made: Mutex<Made<T>>,
}

#[derive(Debug)]
struct Made<T> {
    it: Option<T>,
    /// Grows with each change, so that what was made from an older view is not taken for the present one.
    generation: u64,
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self { made: Mutex::new(Made { it: None, generation: 0 }) }
    }
}

impl<T: Following> Shared<T> {
    /// Lets it follow a change, or lets it go where it cannot; it is then made again.
    pub(crate) fn follow(&self, changes: &Changes, people: &People) -> Result<(), StoreError> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.generation += 1;
        let followed = made.it.as_mut().map_or(Ok(()), |it| it.follow(changes, people));
        if followed.is_err() {
            made.it = None;
        }
        followed
    }

    /// Lets it go.
    pub(crate) fn forget(&self) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.generation += 1;
        made.it = None;
    }

    /// How far it is.
    pub(crate) fn generation(&self) -> u64 {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).generation
    }

    /// Asks it for a view that was taken when it was at `generation`.
    pub(crate) fn ask<A>(&self, view: &View, generation: u64, ask: impl FnOnce(&T) -> A) -> Result<A, StoreError> {
        if let Some(it) = &self.made.lock().unwrap_or_else(PoisonError::into_inner).it {
            return Ok(ask(it));
        }
        // Made without the lock: a change that follows meanwhile does not wait for it.
        let it = T::load(view)?;
        let answer = ask(&it);
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.it.is_none() && made.generation == generation {
            made.it = Some(it);
        }
        Ok(answer)
    }
}

/// All that views share.
#[derive(Debug, Default)]
pub(crate) struct AllShared {
    pub(crate) finder: Shared<super::finding::Finder>,
    pub(crate) ledger: Shared<super::ledger::Ledger>,
}

/// How far each of them was when a view was taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Generations {
    pub(crate) finder: u64,
    pub(crate) ledger: u64,
}

/// What all views have in common.
pub(crate) type SharedByViews = Arc<AllShared>;

impl AllShared {
    /// Lets everything follow a change.
    pub(crate) fn follow(&self, changes: &Changes, people: &People) -> Result<(), StoreError> {
        let found = self.finder.follow(changes, people);
        self.ledger.follow(changes, people).and(found)
    }

    /// Lets everything go.
    pub(crate) fn forget(&self) {
        self.finder.forget();
        self.ledger.forget();
    }

    /// How far everything is.
    pub(crate) fn generations(&self) -> Generations {
        Generations { finder: self.finder.generation(), ledger: self.ledger.generation() }
    }
}
