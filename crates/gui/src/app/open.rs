//! Opening a workspace, making the first one, putting a backup in its place; and what the window shows meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{CentralPanel, Frame, Ui};
use sponsor_core::backup::{BackupError, restore_backup};
use sponsor_core::command::{Beginning, Command};
use sponsor_core::demo;
use sponsor_core::model::{CommandId, IdSource, PersonId, ThemeChoice};
use sponsor_core::store::{Author, StoreError};
use sponsor_core::{Desk, DeskError, Now, Request};

use super::action::Action;
use super::chooser::Purpose;
use super::crew::Lane;
use super::forms::{FormKey, FormKind};
use super::read_only::ReadOnly;
use super::reply::{BeginError, Broken, OpenFailure, Opened, Reply};
use super::{App, sentence};
use crate::icons;
use crate::pages::start::{How, StartAnswer, StartForm, StartPage};
use crate::theme::Tokens;
use crate::widgets::{Button, empty_state};

/// How far the window is with its workspace.
#[derive(Debug)]
pub enum Phase {
    /// It is being opened.
    Opening,
    /// There is none yet.
    FirstStart(Box<StartPage>),
    /// It is being made from what was said at the first start, which stays should it fail.
    Beginning(Box<StartPage>),
    /// It could not be opened.
    Failed(OpenFailure),
    /// It is open.
    Open,
}

impl App {
    /// Opens another workspace. Should it not open, there is a way back to the one that is open now.
    pub(super) fn open_other(&mut self, path: PathBuf) {
        let before = std::mem::replace(&mut self.options.workspace, path);
        if self.desk.is_some() {
            self.before = Some(before);
        }
        self.open_workspace();
        // The pages show what is not in it.
        self.pages = self.pages.anew();
        (self.palette, self.jot, self.history, self.focused) = (None, false, false, false);
    }

    /// Begins to open the workspace of the options.
    pub(super) fn open_workspace(&mut self) {
        self.phase = Phase::Opening;
        self.toasts.forget();
        if let Some(desk) = self.desk.take() {
            let drafts = self.drafts.changes();
            if desk.is_writable() && !drafts.is_empty() {
                let job = move || Reply::DraftsKept(desk.keep_drafts(&drafts));
                self.crew.post(Lane::Write, Broken::Job, Box::new(job));
            }
        }
        self.answers.forget();
        let (path, ids) = (self.options.workspace.clone(), self.ids.split());
        self.crew.post(Lane::Long, Broken::Opening, Box::new(move || Reply::Opened(open(&path, ids))));
    }

    /// The opening ended without a word, which is a bug: a person can try again or open another one.
    pub(super) fn opening_broke(&mut self) {
        self.phase = match std::mem::replace(&mut self.phase, Phase::Opening) {
            // What was said at the first start stays.
            Phase::Beginning(page) => Phase::FirstStart(page),
            _ => {
                let error = DeskError::Store(StoreError::Io(std::io::Error::other("the opening broke")));
                Phase::Failed(OpenFailure { path: Some(self.options.workspace.clone()), error })
            }
        };
    }

    pub(super) fn opened(&mut self, result: Result<Opened, OpenFailure>) {
        match result {
            Ok(opened) => {
                let desk = Arc::new(opened.desk);
                self.drafts.load(opened.drafts);
                self.answers.forget();
                self.answers.hear(&desk.revisions());
                self.read_only = if desk.is_writable() { None } else { Some(ReadOnly::of(desk.path())) };
                if let Some(before) = self.before.take() {
                    // What was chosen here is what opens the next time, unless the arguments say otherwise.
                    let chosen = desk.path().filter(|path| *path != before);
                    self.state.workspace = chosen.map(ToOwned::to_owned).or(self.state.workspace.take());
                }
                let begun = desk.read().is_ok_and(|view| view.settings().is_ok());
                self.desk = Some(desk);
                if begun {
                    self.end_first_start();
                }
                self.phase = if begun { Phase::Open } else { self.first_start() };
            }
            Err(OpenFailure { error: DeskError::Store(StoreError::Missing), .. }) => self.phase = self.first_start(),
            Err(failure) => self.phase = Phase::Failed(failure),
        }
    }

    /// The first start, with what was being typed when the window was last closed or killed.
    fn first_start(&mut self) -> Phase {
        let kept = self.state.first_start.clone().map(|kept| (first_key().name(), kept.into_bytes()));
        self.drafts.load(kept.into_iter().collect());
        let language = self.words.language();
        let form = self.drafts.form(&first_key(), || StartForm::new(language)).clone();
        if self.options.language.is_none() {
            self.speak(form.language());
        }
        Phase::FirstStart(Box::new(StartPage::new(form)))
    }

    /// Keeps what is being typed at the first start beside the size of the window: there is no workspace yet.
    pub(super) fn keep_first_start(&mut self, changes: Vec<(String, Option<Vec<u8>>)>) {
        for (name, bytes) in changes {
            if name == first_key().name() {
                self.state.first_start = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            }
        }
        self.save_state();
    }

    /// There is a workspace: the first start is over.
    fn end_first_start(&mut self) {
        if self.state.first_start.take().is_some() {
            self.save_state();
        }
    }

    /// Keeps the state of the window where it is found after a kill, too; nobody waits for it.
    pub(super) fn save_state(&mut self) {
        if let Some(folder) = self.options.state_folder.clone() {
            let state = self.state.clone();
            let job = move || {
                state.save(&folder);
                Reply::StateKept
            };
            self.crew.post(Lane::Write, Broken::Job, Box::new(job));
        }
    }

    /// What is drawn while no workspace is open.
    pub(super) fn draw_phase(&mut self, ui: &mut Ui) -> Vec<Action> {
        let ground = Frame::new().fill(Tokens::of(ui).paper);
        let mut phase = std::mem::replace(&mut self.phase, Phase::Opening);
        let mut next = None;
        CentralPanel::default().frame(ground).show(ui, |ui| match &mut phase {
            // A checked open takes a tenth of a second at most: an empty ground is calmer than a word that flashes.
            Phase::Opening | Phase::Beginning(_) | Phase::Open => {}
            Phase::FirstStart(page) => {
                next = page.ui(ui, &self.words).map(Next::Start);
                let form = self.drafts.form(&first_key(), || page.form().clone());
                if form != page.form() {
                    form.clone_from(page.form());
                }
            }
            Phase::Failed(failure) => next = self.failed(ui, failure),
        });
        self.phase = phase;
        match next {
            Some(Next::Start(StartAnswer::Speak(language))) => self.speak(language),
            Some(Next::Start(StartAnswer::ChooseBackup)) => self.choose(Purpose::BeginFromBackup),
            Some(Next::Start(StartAnswer::Begin(how))) => self.begin(how),
            Some(Next::Retry) => self.open_workspace(),
            Some(Next::Other) => self.choose(Purpose::OtherWorkspace),
            Some(Next::Back) => {
                if let Some(before) = self.before.clone() {
                    self.open_other(before);
                }
            }
            None => {}
        }
        Vec::new()
    }

    fn failed(&self, ui: &mut Ui, failure: &OpenFailure) -> Option<Next> {
        let path = failure.path.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
        let text = format!("{}\n{path}", sentence(&self.words, &failure.error));
        let mut next = None;
        ui.add_space(ui.available_height() / 4.0);
        empty_state(ui, icons::WARNING, &self.words.get("open-failed"), &text, |ui| {
            if ui.add(Button::primary(&self.words.get("retry"))).clicked() {
                next = Some(Next::Retry);
            }
            if ui.add(Button::plain(&self.words.get("other-workspace"))).clicked() {
                next = Some(Next::Other);
            }
            if let Some(before) = &self.before {
                let name = before.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if ui.add(Button::plain(&self.words.with("back-to-workspace", &[("file", name.into())]))).clicked() {
                    next = Some(Next::Back);
                }
            }
        });
        next
    }

    /// The theme that is chosen at the first start, so that it is seen at once.
    pub(super) fn first_theme(&self) -> Option<ThemeChoice> {
        match &self.phase {
            Phase::FirstStart(page) | Phase::Beginning(page) => Some(page.theme()),
            Phase::Opening | Phase::Failed(_) | Phase::Open => None,
        }
    }

    /// Makes the first workspace: empty, with the example, or from a backup.
    pub(super) fn begin(&mut self, how: How) {
        let Phase::FirstStart(page) = std::mem::replace(&mut self.phase, Phase::Opening) else { return };
        let now = self.options.clock.now();
        let first = First {
            path: self.options.workspace.clone(),
            beginning: page.beginning(PersonId::new(&self.ids, now.local), self.words.language()),
            ids: self.ids.split(),
            language: self.words.language(),
            now,
        };
        let open = self.desk.take();
        self.answers.forget();
        self.toasts.forget();
        self.phase = Phase::Beginning(page);
        self.crew.post(Lane::Long, Broken::Opening, Box::new(move || Reply::Begun(first.make(open, how))));
    }

    pub(super) fn begun(&mut self, result: Result<Opened, BeginError>) {
        match (result, std::mem::replace(&mut self.phase, Phase::Opening)) {
            (Ok(opened), _) => self.opened(Ok(opened)),
            (Err(error), Phase::Beginning(mut page)) => {
                page.fail(sentence(&self.words, &error));
                self.phase = Phase::FirstStart(page);
            }
            (Err(error), _) => {
                self.toasts.say(sentence(&self.words, &error));
                self.phase = self.first_start();
            }
        }
    }

    /// Puts a backup in the place of the open workspace: closes it once nobody reads or writes any more, swaps the file,
    /// opens it again. What stood there is set aside beside it.
    pub(super) fn restore(&mut self, backup: PathBuf) {
        let Some(desk) = self.desk.take() else { return };
        let drafts = self.drafts.changes();
        self.answers.forget();
        self.toasts.forget();
        self.phase = Phase::Opening;
        let (path, ids) = (self.options.workspace.clone(), self.ids.split());
        let job = move || {
            if desk.is_writable() && !drafts.is_empty() {
                // What was being typed goes with the file that it was typed in.
                if let Err(error) = desk.keep_drafts(&drafts) {
                    tracing::warn!(%error, "drafts could not be kept before a restore");
                }
            }
            let restored = close(desk).map_err(BackupError::Store).and_then(|()| restore_backup(&backup, &path));
            Reply::Restored(restored, open(&path, ids))
        };
        self.crew.post(Lane::Long, Broken::Opening, Box::new(job));
    }

    pub(super) fn restored(
        &mut self,
        restored: Result<Option<PathBuf>, BackupError>,
        opened: Result<Opened, OpenFailure>,
    ) {
        match restored {
            Ok(aside) => {
                // The pages may show what is not in it.
                self.pages = self.pages.anew();
                self.focused = false;
                self.toasts.restored(&self.words, aside);
            }
            Err(error) => self.toasts.say(sentence(&self.words, &error)),
        }
        self.opened(opened);
    }
}

const fn first_key() -> FormKey {
    FormKey::new(FormKind::FirstStart)
}

enum Next {
    Start(StartAnswer),
    Retry,
    Other,
    Back,
}

fn open(path: &Path, ids: IdSource) -> Result<Opened, OpenFailure> {
    let failed = |error| OpenFailure { path: Some(path.to_owned()), error: DeskError::Store(error) };
    let desk = Desk::open(path, ids).map_err(failed)?;
    let drafts = desk.drafts().map_err(failed)?;
    Ok(Opened { desk, drafts })
}

/// How often is looked whether a workspace is still read or written.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// How long is waited for that: a long export may be under way.
const LOOKS: u32 = 12_000;
/// How long at the end of the window, where nobody wants to wait: half a second.
const LAST_LOOKS: u32 = 100;

/// Closes a workspace once this is its last holder.
pub(super) fn close(desk: Arc<Desk>) -> Result<(), StoreError> {
    close_within(desk, LOOKS)
}

/// Closes a workspace at the end of the window, unless somebody goes on with it: then the process ends under them, and
/// what they had acknowledged is durable.
pub(super) fn close_soon(desk: Arc<Desk>) -> Result<(), StoreError> {
    close_within(desk, LAST_LOOKS)
}

fn close_within(mut desk: Arc<Desk>, looks: u32) -> Result<(), StoreError> {
    for _ in 0..looks {
        match Arc::try_unwrap(desk) {
            Ok(last) => return last.close().map(drop),
            Err(held) => desk = held,
        }
        std::thread::sleep(LOOK_EVERY);
    }
    Err(StoreError::OpenElsewhere)
}

/// The example of a first start is the same for everybody.
const EXAMPLE_SEED: u64 = 1;

/// What the first workspace is made from.
struct First {
    path: PathBuf,
    beginning: Option<Beginning>,
    ids: IdSource,
    language: sponsor_core::model::Language,
    now: Now,
}

impl First {
    fn make(self, open: Option<Arc<Desk>>, how: How) -> Result<Opened, BeginError> {
        if let Some(open) = open {
            close(open).map_err(DeskError::Store)?;
        }
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| DeskError::Store(StoreError::Io(error)))?;
        }
        match how {
            How::Empty => self.empty(),
            How::Example => {
                let size = demo::Size::Small;
                let recipe = demo::Recipe { seed: EXAMPLE_SEED, size, language: self.language, now: self.now };
                // Whole or not at all: the file is put in place when all of it is made, and what stood there goes aside.
                let failed = |error| DeskError::Store(StoreError::Io(error));
                let folder = self.path.parent().unwrap_or(Path::new("."));
                let made = tempfile::Builder::new().prefix(".example-").tempdir_in(folder).map_err(failed)?;
                let example = made.path().join("example.desk");
                demo::build_file(&example, &recipe, &mut |_, _| {})?;
                restore_backup(&example, &self.path)?;
                self.open()
            }
            How::Backup(backup) => {
                restore_backup(&backup, &self.path)?;
                self.open()
            }
        }
    }

    fn open(self) -> Result<Opened, BeginError> {
        Ok(open(&self.path, self.ids).map_err(|failure| failure.error)?)
    }

    fn empty(self) -> Result<Opened, BeginError> {
        let ids = self.ids;
        let made =
            if self.path.exists() { Desk::open(&self.path, ids) } else { Desk::create(&self.path, ids, self.now) };
        let desk = made.map_err(DeskError::Store)?;
        if let Some(beginning) = self.beginning {
            let id = CommandId::new(desk.ids(), self.now.local);
            let command = Command::Begin(Box::new(beginning));
            desk.run(&Request { id, by: Author::Background, now: self.now, command })?;
        }
        Ok(Opened { desk, drafts: Vec::new() })
    }
}
