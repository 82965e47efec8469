//! Opening a file, a folder or an address in the system's own program; tests remember instead.

use std::sync::{Arc, Mutex, PoisonError};

/// Why nothing was opened.
#[derive(Debug, thiserror::Error)]
#[error("nothing could be opened outside: {0}")]
pub struct OpenOutsideError(pub String);

/// Who opens things outside.
pub trait Opener: Send + Sync + std::fmt::Debug {
    /// Opens a file, a folder or an address. May wait for the other program, so never on the painting thread.
    ///
    /// # Errors
    /// [`OpenOutsideError`] where the system has nothing that opens it.
    fn open(&self, what: &str) -> Result<(), OpenOutsideError>;
}

/// The system's own programs.
#[derive(Debug)]
pub struct SystemOpener;

impl Opener for SystemOpener {
    fn open(&self, what: &str) -> Result<(), OpenOutsideError> {
        opener::open(what).map_err(|error| OpenOutsideError(error.to_string()))
    }
}

/// Remembers what was opened, for tests.
#[derive(Clone, Debug, Default)]
pub struct RememberingOpener {
    opened: Arc<Mutex<Vec<String>>>,
}

impl RememberingOpener {
    /// What was opened so far, in order.
    #[must_use]
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Opener for RememberingOpener {
    fn open(&self, what: &str) -> Result<(), OpenOutsideError> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_owned());
        Ok(())
    }
}
