//! What every task needs: where the workspace is, the clock, the language, and the way to open it.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use sponsor_core::command::{Beginning, Command};
use sponsor_core::model::{CommandId, IdSource, Language, Name, PersonId, Settings, WorkspaceId};
use sponsor_core::store::{Author, StoreError};
use sponsor_core::{Desk, Done, Now, Request};

use super::arguments::Arguments;
use super::failure::Failure;
use super::place::default_workspace;
use crate::app::Clock;
use crate::format::Formats;
use crate::words::Words;
use crate::works::is_same_file;

/// A run of the command line.
#[derive(Debug)]
pub struct Session {
    /// The file of the workspace.
    pub workspace: PathBuf,
    /// The moment.
    pub now: Now,
    /// Whether JSON is wanted.
    pub json: bool,
    language: Option<Language>,
    found: OnceCell<Language>,
    /// Where the sources of ids come from: each opening has one of its own, or the same ids would be the same commands.
    ids: IdSource,
}

impl Session {
    /// The run that these arguments ask for.
    #[must_use]
    pub fn new(arguments: &Arguments) -> Self {
        let (seed, _) = uuid::Uuid::new_v4().as_u64_pair();
        Self {
            workspace: arguments.workspace.clone().unwrap_or_else(default_workspace),
            now: Clock::new(arguments.now).now(),
            json: arguments.json,
            language: arguments.lang.map(Into::into),
            found: OnceCell::new(),
            ids: IdSource::seeded(seed),
        }
    }

    /// The language: the one that was said, else the workspace's, else the system's.
    #[must_use]
    pub fn language(&self) -> Language {
        let system = || Language::from_system(&sys_locale::get_locale().unwrap_or_default());
        self.language.or(self.found.get().copied()).unwrap_or_else(system)
    }

    /// The words of the language.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.language())
    }

    /// Numbers and dates of the language.
    #[must_use]
    pub fn formats(&self) -> Formats {
        Formats::new(self.words())
    }

    /// Where new ids come from.
    #[must_use]
    pub fn ids(&self) -> IdSource {
        self.ids.split()
    }

    /// Opens the workspace, which has to be there.
    ///
    /// # Errors
    /// As [`StoreError`] says; a workspace that has not begun counts as missing.
    pub fn open(&self) -> Result<Desk, Failure> {
        let desk = Desk::open(&self.workspace, self.ids())?;
        let language = desk.read()?.settings().map_err(|_| StoreError::Missing)?.language;
        self.found.get_or_init(|| language);
        Ok(desk)
    }

    /// Whether there is a workspace already.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.workspace.exists()
    }

    /// Makes a workspace with a name that stands for the user until they say their own.
    ///
    /// # Errors
    /// When the place cannot be written.
    pub fn create(&self) -> Result<Desk, Failure> {
        self.make_folder()?;
        self.begin(Desk::create(&self.workspace, self.ids(), self.now)?)
    }

    /// Begins a new workspace with a name that stands for the user.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(&self, desk: Desk) -> Result<Desk, Failure> {
        let words = self.words();
        let me = PersonId::new(desk.ids(), self.now.local);
        let settings = Settings::new(me, self.language());
        let beginning = Beginning {
            me,
            name: Name::from_full(&words.get("start-unnamed"))?,
            language: settings.language,
            home_city: String::new(),
            evening_at: settings.evening_at,
            review_day: settings.review_day,
            review_at: settings.review_at,
            theme: settings.theme,
        };
        self.run_as(&desk, Author::Background, Command::Begin(Box::new(beginning)))?;
        Ok(desk)
    }

    /// Makes an empty workspace that takes over an id.
    ///
    /// # Errors
    /// When the place cannot be written.
    pub fn create_with_id(&self, id: WorkspaceId) -> Result<Desk, Failure> {
        self.make_folder()?;
        Ok(Desk::create_with_id(&self.workspace, id, self.ids())?)
    }

    fn make_folder(&self) -> Result<(), Failure> {
        let folder = self.workspace.parent().filter(|folder| !folder.as_os_str().is_empty());
        Ok(std::fs::create_dir_all(folder.unwrap_or(Path::new(".")))?)
    }

    /// Refuses to write over the workspace itself.
    ///
    /// # Errors
    /// When the place is the file of the workspace.
    pub fn spare(&self, out: &Path) -> Result<(), Failure> {
        if is_same_file(&self.workspace, out) { Err(Failure::message("error-over-workspace")) } else { Ok(()) }
    }

    /// Does a command as a person's.
    ///
    /// # Errors
    /// Why it was refused.
    pub fn run(&self, desk: &Desk, command: Command) -> Result<Done, Failure> {
        self.run_as(desk, Author::Person, command)
    }

    fn run_as(&self, desk: &Desk, by: Author, command: Command) -> Result<Done, Failure> {
        let id = CommandId::new(desk.ids(), self.now.local);
        Ok(desk.run(&Request { id, by, now: self.now, command })?)
    }
}
