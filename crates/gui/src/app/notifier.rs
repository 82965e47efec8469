//! Notifications of the system; tests remember instead.

use std::sync::{Arc, Mutex, PoisonError};

/// Why the system showed nothing.
#[derive(Debug, thiserror::Error)]
#[error("the system shows no notification: {0}")]
pub struct NotifyError(pub String);

/// What the system is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub title: String,
    /// The hour and the people; empty where nothing more is said.
    pub body: String,
}

/// Who shows notifications.
pub trait Notifier: Send + Sync + std::fmt::Debug {
    /// Shows a notification. May wait for the system, so never on the painting thread.
    ///
    /// # Errors
    /// [`NotifyError`] where the system has nothing that shows it.
    fn notify(&self, notice: &Notice) -> Result<(), NotifyError>;
}

/// The system's own notifications.
#[derive(Debug)]
pub struct SystemNotifier;

impl Notifier for SystemNotifier {
    fn notify(&self, notice: &Notice) -> Result<(), NotifyError> {
        let mut shown = notify_rust::Notification::new();
        shown.appname("Sponsor Desk").summary(&notice.title).body(&notice.body);
        shown.show().map(drop).map_err(|error| NotifyError(error.to_string()))
    }
}

/// Remembers what was shown, for tests.
#[derive(Clone, Debug, Default)]
pub struct RememberingNotifier {
    shown: Arc<Mutex<Vec<Notice>>>,
}

impl RememberingNotifier {
    /// What was shown so far, in order.
    #[must_use]
    pub fn shown(&self) -> Vec<Notice> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Notifier for RememberingNotifier {
    fn notify(&self, notice: &Notice) -> Result<(), NotifyError> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).push(notice.clone());
        Ok(())
    }
}
