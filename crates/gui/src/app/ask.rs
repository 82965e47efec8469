//! How pages come by what they show. A page asks a question; it paints the last answer while the reader makes the next
//! one. Nothing is read while nothing has changed.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use chrono::{NaiveDateTime, Timelike as _};
use sponsor_core::desk::Revisions;
use sponsor_core::model::RecordKind;
use sponsor_core::query::View;
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, Now};

/// A question of a page to the workspace, with the answer that is kept until the records that it shows change.
pub trait Question: Clone + Eq + Hash + Debug + Send + Sync + 'static {
    /// What a page paints from.
    type Answer: Send + Sync + 'static;

    /// The kinds of record whose change makes the answer stale.
    const SHOWS: &'static [RecordKind];

    /// Whether the answer depends on the minute, too.
    const BY_MINUTE: bool = false;

    /// Reads the answer; on the reader's thread.
    ///
    /// # Errors
    /// Any failure of the store.
    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError>;
}

/// What an answer was made from: the revisions of the kinds that it shows and, if it matters, the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    revisions: Revisions,
    minute: Option<NaiveDateTime>,
}

impl Stamp {
    fn of<Q: Question>(revisions: &Revisions, now: Now) -> Self {
        let mut shown = Revisions::default();
        for kind in Q::SHOWS {
            let at = usize::from(kind.byte());
            if let (Some(slot), Some(revision)) = (shown.get_mut(at), revisions.get(at)) {
                *slot = *revision;
            }
        }
        let minute = Q::BY_MINUTE.then(|| now.local.with_second(0).and_then(|local| local.with_nanosecond(0)));
        Self { revisions: shown, minute: minute.flatten() }
    }
}

struct Slot {
    question: Box<dyn Any + Send + Sync>,
    answer: Option<(Stamp, Arc<dyn Any + Send + Sync>)>,
    asked: Option<Stamp>,
    used: u64,
    trouble: Trouble,
}

/// Whether the last reading for an answer failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    No,
    Failed,
    /// It failed, and is being tried again.
    Again,
}

/// Answers of one kind of question that are kept at a time.
const KEPT: usize = 12;

/// Takes an answer in, when it comes back from the reader.
pub type Arrival = Box<dyn FnOnce(&mut Answers) -> Result<(), StoreError> + Send>;

/// Work for the reader's thread.
pub type Errand = Box<dyn FnOnce(&Desk) -> Arrival + Send>;

/// The answers that pages paint from.
#[derive(Default)]
pub struct Answers {
    slots: HashMap<TypeId, Vec<Slot>>,
    revisions: Revisions,
    uses: u64,
    errands: Vec<Errand>,
    made: u64,
    /// Which workspace the answers are of, counted: what was still being read in one before comes too late.
    workspace: u64,
}

impl Debug for Answers {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Answers").field("kinds", &self.slots.len()).field("made", &self.made).finish_non_exhaustive()
    }
}

impl Answers {
    /// The answer to a question: the fresh one, else the last one to it, else the last one to a question of its kind
    /// while its own is being made; none where there was never any.
    pub fn ask<Q: Question>(&mut self, question: &Q, now: Now) -> Option<Arc<Q::Answer>> {
        let own = self.ask_exact(question, now);
        if own.is_some() {
            return own;
        }
        let slots = self.slots.get(&TypeId::of::<Q>())?;
        // What cannot be read is not shown as if it were something else.
        let same = |slot: &&Slot| slot.question.downcast_ref::<Q>() == Some(question);
        if slots.iter().find(same).is_some_and(|slot| slot.trouble != Trouble::No) {
            return None;
        }
        let latest = slots.iter().filter(|slot| slot.answer.is_some()).max_by_key(|slot| slot.used)?;
        latest.answer.as_ref().and_then(|(_, answer)| Arc::clone(answer).downcast().ok())
    }

    /// As [`Answers::ask`], without the answers to other questions.
    pub fn ask_exact<Q: Question>(&mut self, question: &Q, now: Now) -> Option<Arc<Q::Answer>> {
        self.uses += 1;
        let uses = self.uses;
        let (stamp, workspace) = (Stamp::of::<Q>(&self.revisions, now), self.workspace);
        let slot = self.slot(question);
        slot.used = uses;
        let fresh = slot.answer.as_ref().is_some_and(|(made, _)| *made == stamp);
        let answer = slot.answer.as_ref().and_then(|(_, answer)| Arc::clone(answer).downcast().ok());
        if !fresh && slot.asked != Some(stamp) {
            slot.asked = Some(stamp);
            self.errands.push(errand(question.clone(), now, workspace));
        }
        answer
    }

    fn slot<Q: Question>(&mut self, question: &Q) -> &mut Slot {
        let slots = self.slots.entry(TypeId::of::<Q>()).or_default();
        let same = |slot: &Slot| slot.question.downcast_ref::<Q>() == Some(question);
        if let Some(at) = slots.iter().position(same) {
            return &mut slots[at];
        }
        if slots.len() >= KEPT {
            let oldest = slots.iter().enumerate().min_by_key(|(_, slot)| slot.used).map(|(at, _)| at);
            slots.swap_remove(oldest.unwrap_or(0));
        }
        slots.push(Slot {
            question: Box::new(question.clone()),
            answer: None,
            asked: None,
            used: 0,
            trouble: Trouble::No,
        });
        let last = slots.len() - 1;
        &mut slots[last]
    }

    /// What pages asked since the last time, for the reader.
    pub fn take_errands(&mut self) -> Vec<Errand> {
        std::mem::take(&mut self.errands)
    }

    /// Hears how far the workspace is; answers from before are asked for again when a page wants them.
    pub fn hear(&mut self, revisions: &Revisions) {
        self.revisions = *revisions;
    }

    /// What failed is asked for again when a page wants it: the person does something, and it may be readable now.
    pub fn try_again(&mut self) {
        for slot in self.slots.values_mut().flatten().filter(|slot| slot.trouble == Trouble::Failed) {
            (slot.trouble, slot.asked) = (Trouble::Again, None);
        }
    }

    /// A reading ended without an answer; which one is not known, so everything that is waited for counts as failed.
    pub fn broke(&mut self) {
        for slot in self.slots.values_mut().flatten() {
            if slot.asked.is_some() && slot.answer.as_ref().map(|(made, _)| *made) != slot.asked {
                slot.trouble = Trouble::Failed;
            }
        }
    }

    /// Which workspace the answers are of, counted.
    #[must_use]
    pub const fn workspace(&self) -> u64 {
        self.workspace
    }

    /// Forgets everything: another workspace is open.
    pub fn forget(&mut self) {
        *self = Self { made: self.made, workspace: self.workspace + 1, ..Self::default() };
    }

    /// How many answers were made, so that a test can show that painting reads nothing.
    #[must_use]
    pub const fn made(&self) -> u64 {
        self.made
    }
}

fn errand<Q: Question>(question: Q, now: Now, workspace: u64) -> Errand {
    Box::new(move |desk| {
        let answer = desk.read().and_then(|view| {
            let stamp = Stamp::of::<Q>(view.revisions(), now);
            Ok((stamp, question.answer(&view, now)?))
        });
        Box::new(move |answers| {
            if answers.workspace != workspace {
                return Ok(());
            }
            answers.made += 1;
            let slot = answers.slot(&question);
            match answer {
                Ok((stamp, answer)) => {
                    slot.answer = Some((stamp, Arc::new(answer)));
                    // Should the workspace have moved on meanwhile, the next painting asks again.
                    slot.asked = Some(stamp);
                    slot.trouble = Trouble::No;
                    Ok(())
                }
                Err(error) => {
                    slot.trouble = Trouble::Failed;
                    Err(error)
                }
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use chrono::NaiveDate;
    use sponsor_core::model::{IdSource, RecordKind};
    use sponsor_core::query::View;
    use sponsor_core::store::{MemoryMedium, StoreError};
    use sponsor_core::{Desk, Now};

    use super::{Answers, Question};

    /// How many questions are refused from now on.
    static REFUSED: AtomicU64 = AtomicU64::new(0);

    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    struct Number(u32);

    impl Question for Number {
        type Answer = u32;

        const SHOWS: &'static [RecordKind] = &[];

        fn answer(&self, _view: &View, _now: Now) -> Result<u32, StoreError> {
            let refused = REFUSED.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
            if refused.is_ok() { Err(StoreError::Decode("as if".to_owned())) } else { Ok(self.0) }
        }
    }

    #[test]
    fn what_could_not_be_read_is_tried_again_and_never_shown_as_something_else() {
        let moment = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 40, 0).unwrap();
        let now = Now::new(moment, chrono_tz::Europe::Sofia);
        let desk = Desk::create_in(Box::new(MemoryMedium::new()), IdSource::seeded(1), now).unwrap();
        let mut answers = Answers::default();
        let read = |answers: &mut Answers| {
            let errands = answers.take_errands();
            errands.into_iter().map(|errand| errand(&desk)(answers).is_ok()).collect::<Vec<_>>()
        };
        assert!(answers.ask(&Number(1), now).is_none());
        assert_eq!(read(&mut answers), [true]);
        // While the answer to another question is being made, the last one of its kind is painted.
        assert_eq!(answers.ask(&Number(2), now), Some(Arc::new(1)));
        REFUSED.store(1, Ordering::Relaxed);
        assert_eq!(read(&mut answers), [false]);
        assert_eq!(answers.ask(&Number(2), now), None);
        // Painting alone tries nothing: that would go on for ever.
        assert!(read(&mut answers).is_empty());
        answers.try_again();
        assert_eq!(answers.ask(&Number(2), now), None);
        assert_eq!(read(&mut answers), [true]);
        assert_eq!(answers.ask(&Number(2), now), Some(Arc::new(2)));
    }

    #[test]
    fn a_reading_that_ended_without_a_word_is_tried_again() {
        let moment = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 40, 0).unwrap();
        let now = Now::new(moment, chrono_tz::Europe::Sofia);
        let mut answers = Answers::default();
        assert!(answers.ask(&Number(1), now).is_none());
        drop(answers.take_errands());
        answers.broke();
        answers.try_again();
        assert!(answers.ask(&Number(1), now).is_none());
        assert_eq!(answers.take_errands().len(), 1);
    }
}
