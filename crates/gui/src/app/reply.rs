//! What comes back from the threads.

use std::path::PathBuf;

use sponsor_core::backup::BackupError;
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, DeskError, Done};

use super::ask::Arrival;
use super::forms::FormKey;
use super::notifier::NotifyError;
use super::opener::OpenOutsideError;
use super::work::WorkOutcome;

/// What was asked of the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A command.
    Run {
        /// The form that closes when it is done.
        form: Option<FormKey>,
        /// What is said of it, where that is more than its name.
        said: Option<String>,
    },
    /// Undo of the newest command or of one of the history.
    Undo,
    /// Redo.
    Redo,
}

/// What breaks when a job ends without its reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Nothing beyond the job itself: what was typed stays where it is.
    Job,
    /// The opening of the workspace.
    Opening,
    /// An answer that a page waits for.
    Answer,
    /// The long work of this number.
    Work(u64),
}

/// What came back.
pub enum Reply {
    /// The workspace was opened or made, with what was being typed in it.
    Opened(Result<Opened, OpenFailure>),
    /// The first workspace was made, or why not.
    Begun(Result<Opened, BeginError>),
    /// A backup was put in the place of the workspace, with the place of what stood there, or why not; and the workspace
    /// as it is now.
    Restored(Result<Option<PathBuf>, BackupError>, Result<Opened, OpenFailure>),
    /// An answer to a page's question, and how far the workspace is.
    Answer(Arrival),
    /// A command, undo or redo; none when there was nothing to undo.
    Done {
        /// What was asked.
        deed: Deed,
        /// What became of it.
        result: Result<Option<Done>, DeskError>,
        /// Of which workspace, as [`super::Answers::workspace`] counts them.
        workspace: u64,
    },
    /// The state of the window was kept, or could not be.
    StateKept,
    /// Drafts were kept, or not.
    DraftsKept(Result<(), StoreError>),
    /// The long work of this number ended.
    Worked(u64, WorkOutcome),
    /// A job ended without its reply, which is a bug.
    Broke(Broken),
    /// Something was opened outside, or not.
    OpenedOutside(Result<(), OpenOutsideError>),
    /// The system showed a notification, or did not.
    Notified(Result<(), NotifyError>),
    /// A file was chosen, or none.
    Chosen(super::chooser::Purpose, Option<PathBuf>),
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self {
            Self::Opened(_) => "Opened",
            Self::Begun(_) => "Begun",
            Self::Restored(..) => "Restored",
            Self::Answer(_) => "Answer",
            Self::Done { .. } => "Done",
            Self::StateKept => "StateKept",
            Self::DraftsKept(_) => "DraftsKept",
            Self::Worked(..) => "Worked",
            Self::Broke(_) => "Broke",
            Self::OpenedOutside(_) => "OpenedOutside",
            Self::Notified(_) => "Notified",
            Self::Chosen(..) => "Chosen",
        };
        out.write_str(name)
    }
}

/// A workspace that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The workspace.
    pub desk: Desk,
    /// What was being typed in it.
    pub drafts: Vec<(String, Vec<u8>)>,
}

/// Why a workspace could not be opened.
#[derive(Debug)]
pub struct OpenFailure {
    /// The file.
    pub path: Option<PathBuf>,
    /// What is wrong.
    pub error: DeskError,
}

/// Why the first workspace could not be made.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    /// The workspace could not be made or begun.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The backup could not be put in its place.
    #[error(transparent)]
    Backup(#[from] BackupError),
}
