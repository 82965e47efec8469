//! Long work: import, export, documents, backup. Each runs on a thread of its own, shows how far it is and can be
//! cancelled.

use std::any::Any;
use std::error::Error;
use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use sponsor_core::Desk;

/// How far a work is, shared between its thread and the window.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Says how much is done of how much.
    pub fn step(&self, done: u64, total: u64) {
        self.shared.done.store(done, Ordering::Relaxed);
        self.shared.total.store(total, Ordering::Relaxed);
    }

    /// The share that is done, 0 to 1; none before anything is known.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a share of a bar needs no more")]
    pub fn share(&self) -> Option<f32> {
        let total = self.shared.total.load(Ordering::Relaxed);
        (total > 0).then(|| self.shared.done.load(Ordering::Relaxed) as f32 / total as f32)
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}

/// A long work. It may read and command the workspace; what it yields comes back to the page.
pub trait Work: Debug + Send {
    /// The key of its name in the messages.
    fn name(&self) -> &'static str;

    /// Does it, on a thread of its own.
    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome;
}

/// What became of a long work.
#[derive(Clone, Debug)]
pub enum WorkOutcome {
    /// A file was written.
    Written(PathBuf),
    /// A document was written that is to be printed: it opens in the system's viewer.
    ToPrint(PathBuf),
    /// A picture was made that is to be copied.
    ToCopy(Arc<egui::ColorImage>),
    /// Something for the page that asked.
    Read(Arc<dyn Any + Send + Sync>),
    /// It was cancelled; nothing was changed.
    Cancelled,
    /// It failed; nothing half-done is left.
    Failed(Arc<dyn Error + Send + Sync>),
}

impl WorkOutcome {
    /// What was read, if it is of this type.
    #[must_use]
    pub fn read<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        match self {
            Self::Read(value) => Arc::clone(value).downcast().ok(),
            _ => None,
        }
    }

    /// A failure.
    pub fn failed(error: impl Error + Send + Sync + 'static) -> Self {
        Self::Failed(Arc::new(error))
    }
}
