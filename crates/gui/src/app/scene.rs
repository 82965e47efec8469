//! What a page is given to paint with: words, the moment, answers, drafts, and a list of what it asks for. There is no
//! store in it, so that a store call in a page does not compile.

use std::sync::Arc;

use chrono::NaiveDate;
use sponsor_core::Now;
use sponsor_core::command::Command;
use sponsor_core::model::{EntryId, GoalId, IdSource, InterviewId, OrderId, PersonId, ReadingId, SnapshotId};

use super::action::{Action, Place};
use super::ask::{Answers, Question};
use super::drafts::Drafts;
use super::forms::{Form, FormKey};
use super::frame::FrameAnswer;
use super::work::WorkOutcome;
use crate::format::Formats;
use crate::words::Words;

/// What a page paints with.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The messages of the language.
    pub words: &'a Words,
    /// Numbers and dates of the language.
    pub formats: &'a Formats,
    /// The moment.
    pub now: Now,
    /// The day that a person would call "today".
    pub today: NaiveDate,
    /// Settings and what the whole window knows.
    pub frame: &'a FrameAnswer,
    /// What is being typed.
    pub drafts: &'a mut Drafts,
    /// Forms whose command was acknowledged since the last painting: they close.
    pub saved: &'a [FormKey],
    /// Long works that ended since the last painting.
    pub worked: &'a [WorkOutcome],
    /// Whether focus mode is on.
    pub focused: bool,
    pub(crate) answers: &'a mut Answers,
    pub(crate) actions: &'a mut Vec<Action>,
    pub(crate) ids: &'a IdSource,
}

/// A function a kind of record, which gives an id made at the moment.
macro_rules! new_ids {
    ($($(#[$what:meta])* $name:ident: $id:ty;)*) => {
        $(
            $(#[$what])*
            #[must_use]
            pub fn $name(&self) -> $id {
                <$id>::new(self.ids, self.now.local)
            }
        )*
    };
}

impl Scene<'_> {
    /// The answer to a question, or the last one of its kind while it is being made.
    pub fn ask<Q: Question>(&mut self, question: &Q) -> Option<Arc<Q::Answer>> {
        self.answers.ask(question, self.now)
    }

    /// The answer to just this question, stale or fresh.
    pub fn ask_exact<Q: Question>(&mut self, question: &Q) -> Option<Arc<Q::Answer>> {
        self.answers.ask_exact(question, self.now)
    }

    /// Asks for anything.
    pub fn act(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Does a command that no form waits for.
    pub fn run(&mut self, command: Command) {
        self.act(Action::Run { command, form: None });
    }

    /// Does a command that saves a form.
    pub fn save(&mut self, form: FormKey, command: Command) {
        debug_assert!(form.place().is_some(), "{form:?} stands in no place that the registry knows");
        self.act(Action::Run { command, form: Some(form) });
    }

    /// Goes somewhere.
    pub fn go(&mut self, place: Place) {
        self.act(Action::Go(place));
    }

    /// What is typed in a form.
    pub fn form<F: Form>(&mut self, key: &FormKey, initial: impl Fn() -> F) -> &mut F {
        self.drafts.form(key, initial)
    }

    /// Whether a form was saved since the last painting.
    #[must_use]
    pub fn was_saved(&self, key: &FormKey) -> bool {
        self.saved.contains(key)
    }

    new_ids! {
        /// A new id of a person.
        new_person: PersonId;
        /// A new id of an entry.
        new_entry: EntryId;
        /// A new id of an order.
        new_order: OrderId;
        /// A new id of a reading.
        new_reading: ReadingId;
        /// A new id of a goal.
        new_goal: GoalId;
        /// A new id of an interview.
        new_interview: InterviewId;
        /// A new id of a snapshot.
        new_snapshot: SnapshotId;
    }
}
