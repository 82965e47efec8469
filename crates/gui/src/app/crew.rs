//! The threads behind the window: one that writes, one that reads, and one for each long work. In tests everything runs
//! inline, in the order in which it was given.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use super::reply::{Broken, Reply};

/// Something to do away from the painting thread; what it yields comes back to the window.
pub type Job = Box<dyn FnOnce() -> Reply + Send>;

/// A job, and what breaks should it end without its reply.
struct Task {
    job: Job,
    breaks: Broken,
}

impl Task {
    /// Does it. A panic stays a bug, which the log has; but the window hears of it, and the thread goes on to the next
    /// job, for otherwise everything that is saved after it would wait for ever without a word.
    fn run(self) -> Reply {
        let Self { job, breaks } = self;
        catch_unwind(AssertUnwindSafe(job)).unwrap_or(Reply::Broke(breaks))
    }
}

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
    jobs: Mutex<Vec<Task>>,
    more: Condvar,
}

/// The threads of a window.
pub struct Threads {
    /// Without a bound of its own, for the window bounds it: one person gives one command with a key or a click, and
    /// drafts are written once a second at most. A bound here would make the painting thread wait for the disk.
    write: Sender<Task>,
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
        let (write, jobs) = channel::<Task>();
        let read = Arc::new(Stack::default());
        let mut there = spawn("writer", {
            let voice = Voice { speak: speak.clone(), context: context.clone() };
            move || {
                for job in jobs {
                    voice.say(job.run());
                }
            }
        });
        there &= spawn("reader", {
            let (stack, voice) = (Arc::clone(&read), Voice { speak: speak.clone(), context: context.clone() });
            move || while voice.say(stack.newest().run()) {}
        });
        if !there {
            let _ = speak.send(Reply::Broke(Broken::Job));
        }
        Self::Threads(Threads { write, read, replies, speak, context: context.clone() })
    }

    /// Gives somebody a job, and says what breaks should it end without its reply.
    pub fn post(&mut self, lane: Lane, breaks: Broken, job: Job) {
        match self {
            // Where nobody else is there, as in tests, a panic is seen where it happens.
            Self::Inline(crew) => crew.waiting.push_back(job),
            Self::Threads(threads) => threads.post(lane, Task { job, breaks }),
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
    fn post(&self, lane: Lane, job: Task) {
        match lane {
            Lane::Write => {
                if let Err(lost) = self.write.send(job) {
                    self.lost(lost.0.breaks);
                }
            }
            Lane::Read => {
                self.read.jobs.lock().unwrap_or_else(PoisonError::into_inner).push(job);
                self.read.more.notify_one();
            }
            Lane::Long => {
                let voice = Voice { speak: self.speak.clone(), context: self.context.clone() };
                let breaks = job.breaks;
                let begun = spawn("long work", move || {
                    voice.say(job.run());
                });
                if !begun {
                    self.lost(breaks);
                }
            }
        }
    }

    /// Nobody is there to do it: the window says so.
    fn lost(&self, breaks: Broken) {
        let _ = self.speak.send(Reply::Broke(breaks));
        self.context.request_repaint();
    }
}

impl Stack {
    fn newest(&self) -> Task {
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

/// Starts a thread; tells whether it could be.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> bool {
    let begun = std::thread::Builder::new().name(name.to_owned()).spawn(work);
    if let Err(error) = &begun {
        tracing::error!(%error, "a thread could not be started");
    }
    begun.is_ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Broken, Crew, Lane, Reply};

    /// The next reply of threads; a test that waits longer than this has found that nobody answers.
    fn next(crew: &Crew) -> Reply {
        let Crew::Threads(threads) = crew else { panic!("no threads") };
        threads.replies.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    #[test]
    fn a_job_that_breaks_is_said_and_its_thread_goes_on_with_the_next() {
        let mut crew = Crew::threads(&egui::Context::default());
        for lane in [Lane::Write, Lane::Read, Lane::Long] {
            crew.post(lane, Broken::Work(7), Box::new(|| panic!("a bug, on purpose")));
            assert!(matches!(next(&crew), Reply::Broke(Broken::Work(7))), "{lane:?}");
            crew.post(lane, Broken::Job, Box::new(|| Reply::DraftsKept(Ok(()))));
            assert!(matches!(next(&crew), Reply::DraftsKept(Ok(()))), "{lane:?}");
        }
    }

    #[test]
    fn a_job_that_nobody_takes_is_said() {
        let mut crew = Crew::threads(&egui::Context::default());
        let Crew::Threads(threads) = &mut crew else { panic!("no threads") };
        // As when the writer could not be started.
        threads.write = std::sync::mpsc::channel().0;
        crew.post(Lane::Write, Broken::Job, Box::new(|| Reply::DraftsKept(Ok(()))));
        assert!(matches!(next(&crew), Reply::Broke(Broken::Job)));
    }
}
