//! How the window is opened.

use std::path::PathBuf;
use std::sync::Arc;

use sponsor_core::model::{Language, ThemeChoice};

use super::action::Page;
use super::chooser::{Chooser, SystemChooser};
use super::clock::Clock;
use super::notifier::{Notifier, SystemNotifier};
use super::opener::{Opener, SystemOpener};

/// How the window is opened: what the command line says, and what tests put in the place of the system.
#[derive(Clone, Debug)]
pub struct Options {
    /// The file of the workspace.
    pub workspace: PathBuf,
    /// A language other than the workspace's.
    pub language: Option<Language>,
    /// A theme other than the workspace's.
    pub theme: Option<ThemeChoice>,
    /// The page to begin with; else the last one.
    pub page: Option<Page>,
    /// The clock.
    pub clock: Clock,
    /// Who lets a person choose files.
    pub chooser: Arc<dyn Chooser>,
    /// Who opens files and addresses outside.
    pub opener: Arc<dyn Opener>,
    /// Who shows notifications of the system.
    pub notifier: Arc<dyn Notifier>,
    /// The folder in which documents stand that are being printed.
    pub print_folder: PathBuf,
    /// Whether everything runs inline, for tests.
    pub inline: bool,
    /// The folder in which the size of the window and the last page are kept; none keeps nothing.
    pub state_folder: Option<PathBuf>,
    /// The seed of new ids; random for a real window.
    pub seed: u64,
    /// The language of the system, for the first start.
    pub system_language: Language,
}

impl Options {
    /// The window over a workspace, with the system's own clock and dialogs.
    #[must_use]
    pub fn new(workspace: PathBuf) -> Self {
        let (seed, _) = uuid::Uuid::new_v4().as_u64_pair();
        let locale = sys_locale::get_locale().unwrap_or_default();
        Self {
            workspace,
            language: None,
            theme: None,
            page: None,
            clock: Clock::new(None),
            chooser: Arc::new(SystemChooser),
            opener: Arc::new(SystemOpener),
            notifier: Arc::new(SystemNotifier),
            print_folder: std::env::temp_dir().join("sponsor-desk-print"),
            inline: false,
            state_folder: None,
            seed,
            system_language: Language::from_system(&locale),
        }
    }
}
