//! What the threads bring: answers, what became of commands, what was chosen; and what is handed to them.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;
use sponsor_core::DeskError;
use sponsor_core::store::StoreError;

use super::crew::Lane;
use super::open::Phase;
use super::reply::{Broken, Deed, Reply};
use super::{App, older, sentence};

impl App {
    /// Takes in what the threads brought, and hands on what pages asked.
    pub(super) fn drain(&mut self, context: &Context) {
        for _ in 0..8 {
            self.hand_on();
            let replies = self.crew.collect();
            if replies.is_empty() {
                break;
            }
            for reply in replies {
                self.hear(context, reply);
            }
            context.request_repaint();
        }
        self.keep_drafts(context);
    }

    pub(super) fn hand_on(&mut self) {
        let Some(desk) = &self.desk else { return };
        for errand in self.answers.take_errands() {
            let desk = Arc::clone(desk);
            self.crew.post(Lane::Read, Broken::Answer, Box::new(move || Reply::Answer(errand(&desk))));
        }
    }

    fn hear(&mut self, context: &Context, reply: Reply) {
        match reply {
            Reply::Opened(result) => self.opened(result),
            Reply::Answer(arrival) => {
                if let Err(error) = arrival(&mut self.answers) {
                    self.toasts.say(sentence(&self.words, &error));
                }
            }
            Reply::Begun(result) => self.begun(result),
            Reply::Restored(restored, opened) => self.restored(restored, opened),
            // What a workspace that was closed meanwhile says is about numbers that are others in this one.
            Reply::Done { workspace, .. } if workspace != self.answers.workspace() => {}
            Reply::Done { deed, result, .. } => {
                // Of the workspace that is open now: another one may have taken its place meanwhile.
                if let Some(desk) = &self.desk {
                    self.answers.hear(&desk.revisions());
                }
                self.acknowledge(deed, result);
            }
            Reply::DraftsKept(Err(error)) => self.toasts.say(sentence(&self.words, &error)),
            Reply::Worked(work, outcome) => self.work_ended(context, work, outcome),
            Reply::Broke(broken) => self.broke(broken),
            Reply::OpenedOutside(Err(error)) => {
                tracing::warn!(%error, "nothing could be opened outside");
                self.toasts.say(self.words.get("error-open-outside"));
            }
            // What stands in the window says it all the same.
            Reply::Notified(Err(error)) => tracing::warn!(%error, "no notification"),
            Reply::Chosen(purpose, Some(path)) => self.chosen(purpose, path),
            Reply::StateKept
            | Reply::Notified(Ok(()))
            | Reply::DraftsKept(Ok(()))
            | Reply::OpenedOutside(Ok(()))
            | Reply::Chosen(_, None) => {}
        }
    }

    fn acknowledge(&mut self, deed: Deed, result: Result<Option<sponsor_core::Done>, DeskError>) {
        match result {
            Err(error) => {
                let refused = matches!(error.store(), Some(StoreError::ReadOnly));
                let why = self.read_only.filter(|_| refused).map(|why| why.sentence(&self.words));
                self.toasts.say(why.unwrap_or_else(|| sentence(&self.words, &error)));
            }
            Ok(None) => {
                let nothing = if deed == Deed::Redo { "nothing-to-redo" } else { "nothing-to-undo" };
                self.toasts.say(self.words.get(nothing));
            }
            Ok(Some(done)) => {
                let mut typed_again = None;
                match (&deed, done.sequence) {
                    (Deed::Run { form: Some(form), .. }, sequence) => {
                        self.drafts.was_saved(form, sequence);
                        self.saved.push(form.clone());
                    }
                    // Where something of it was left as it is, typing it again would make it twice.
                    (Deed::Undo, Some(sequence)) if done.left.is_empty() => {
                        typed_again = self.drafts.was_taken_back(sequence);
                    }
                    (Deed::Redo, Some(sequence)) => self.saved.extend(self.drafts.was_done_again(sequence)),
                    _ => {}
                }
                let reopens = typed_again.filter(|_| !self.focused).and_then(|form| older::reopening(&form));
                self.toasts.done(&self.words, &deed, &done, self.focused, reopens);
            }
        }
    }

    fn keep_drafts(&mut self, context: &Context) {
        let first = matches!(self.phase, Phase::FirstStart(_));
        let desk = self.desk.clone().filter(|desk| desk.is_writable() && !first);
        if !first && desk.is_none() {
            return;
        }
        let time = context.input(|input| input.time);
        let due = self.drafts.due(time);
        if !due.is_empty() {
            if let Some(desk) = desk {
                let job = move || Reply::DraftsKept(desk.keep_drafts(&due));
                self.crew.post(Lane::Write, Broken::Job, Box::new(job));
            } else {
                self.keep_first_start(due);
            }
        }
        if let Some(wait) = self.drafts.wait(time) {
            context.request_repaint_after(Duration::from_secs_f64(wait.max(0.05)));
        }
    }
}
