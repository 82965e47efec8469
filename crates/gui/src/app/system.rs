//! What the system asks for: dark or light, and no motion.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use mundy::{ColorScheme, Interest, Preferences, ReducedMotion, Subscription};

/// What the system asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemLook {
    /// Dark or light, where the system says.
    pub dark: Option<bool>,
    /// Nothing should move.
    pub still: bool,
}

impl From<Preferences> for SystemLook {
    fn from(preferences: Preferences) -> Self {
        let dark = match preferences.color_scheme {
            ColorScheme::Dark => Some(true),
            ColorScheme::Light => Some(false),
            ColorScheme::NoPreference => None,
        };
        Self { dark, still: preferences.reduced_motion == ReducedMotion::Reduce }
    }
}

/// Everything that the features of `mundy` in Cargo.toml bring: dark or light, and motion.
const WANTED: Interest = Interest::All;

/// How long the first frame may wait for the answer.
const PATIENCE: Duration = Duration::from_millis(60);

/// What the system asks for now, if it says so soon enough.
#[must_use]
pub fn look_now() -> SystemLook {
    Preferences::once_blocking(WANTED, PATIENCE).map(SystemLook::from).unwrap_or_default()
}

/// Hears of every change while it lives.
pub struct Follower {
    newest: Arc<Mutex<Option<SystemLook>>>,
    _subscription: Subscription,
}

impl std::fmt::Debug for Follower {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Follower").finish_non_exhaustive()
    }
}

impl Follower {
    /// Begins to listen; each change wakes the window.
    #[must_use]
    pub fn new(context: &egui::Context) -> Self {
        let newest = Arc::new(Mutex::new(None));
        let (heard, context) = (Arc::clone(&newest), context.clone());
        let tell = move |preferences: Preferences| {
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = Some(SystemLook::from(preferences));
            context.request_repaint();
        };
        Self { newest, _subscription: Preferences::subscribe(WANTED, tell) }
    }

    /// What changed since the last time.
    #[must_use]
    pub fn take(&self) -> Option<SystemLook> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
