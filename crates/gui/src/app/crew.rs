//! The threads behind the window: one that writes, one that reads, and one for each long work. In tests everything runs
//! inline, in the order in which it was given.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use super::reply::Reply;

/// Something to do away from the painting thread; what it yields comes back to the window.
pub type Job = Box<dyn FnOnce() -> Reply + Send>;

/// Who does a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The one writer, in order.
    Write,
    /// The reader, newest first: what the eye waits for now comes before what it waited for.
    Read,
    /// A thread of its own.
    Long,
}

/// Those who do the jobs.
#[derive(Debug)]
pub enum Crew {
    /// Threads, which wake the window.
    Threads(Threads),
    /// Nobody else: jobs are done when their replies are collected.
    Inline(InlineCrew),
}

/// Jobs that wait to be done inline.
#[derive(Default)]
pub struct InlineCrew {
    waiting: VecDeque<Job>,
}

impl std::fmt::Debug for InlineCrew {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("InlineCrew").field("waiting", &self.waiting.len()).finish()
    }
}

#[derive(Default)]
struct Stack {
    jobs: Mutex<Vec<Job>>,
    more: Condvar,
}

/// The threads of a window.
pub struct Threads {
    write: Sender<Job>,
    read: Arc<Stack>,
    replies: Receiver<Reply>,
    speak: Sender<Reply>,
    context: egui::Context,
}

impl std::fmt::Debug for Threads {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Threads").finish_non_exhaustive()
    }
}

impl Crew {
    /// Jobs are done inline.
    #[must_use]
    pub fn inline() -> Self {
        Self::Inline(InlineCrew::default())
    }

    /// Jobs are done by threads that wake this window.
    #[must_use]
    pub fn threads(context: &egui::Context) -> Self {
        let (speak, replies) = channel();
        let (write, jobs) = channel::<Job>();
        let read = Arc::new(Stack::default());
        spawn("writer", {
            let voice = Voice { speak: speak.clone(), context: context.clone() };
            move || {
                for job in jobs {
                    voice.say(job());
                }
            }
        });
        spawn("reader", {
            let (stack, voice) = (Arc::clone(&read), Voice { speak: speak.clone(), context: context.clone() });
            move || while voice.say(stack.newest()()) {}
        });
        Self::Threads(Threads { write, read, replies, speak, context: context.clone() })
    }

    /// Gives somebody a job.
    pub fn post(&mut self, lane: Lane, job: Job) {
        match self {
            Self::Inline(crew) => crew.waiting.push_back(job),
            Self::Threads(threads) => threads.post(lane, job),
        }
    }

    /// What came back since the last time.
    pub fn collect(&mut self) -> Vec<Reply> {
        match self {
            Self::Inline(crew) => std::mem::take(&mut crew.waiting).into_iter().map(|job| job()).collect(),
            Self::Threads(threads) => threads.replies.try_iter().collect(),
        }
    }
}

impl Threads {
    fn post(&self, lane: Lane, job: Job) {
        match lane {
            Lane::Write => {
                // The writer lives as long as the window; a job that nobody takes would only be lost at the very end.
                let _ = self.write.send(job);
            }
            Lane::Read => {
                self.read.jobs.lock().unwrap_or_else(PoisonError::into_inner).push(job);
                self.read.more.notify_one();
            }
            Lane::Long => {
                let voice = Voice { speak: self.speak.clone(), context: self.context.clone() };
                spawn("long work", move || {
                    voice.say(job());
                });
            }
        }
    }
}

impl Stack {
    fn newest(&self) -> Job {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match jobs.pop() {
                Some(job) => return job,
                None => jobs = self.more.wait(jobs).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

struct Voice {
    speak: Sender<Reply>,
    context: egui::Context,
}

impl Voice {
    /// Brings a reply to the window; tells whether there still is one.
    fn say(&self, reply: Reply) -> bool {
        let heard = self.speak.send(reply).is_ok();
        if heard {
            self.context.request_repaint();
        }
        heard
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(work) {
        tracing::error!(%error, "a thread could not be started");
    }
}
