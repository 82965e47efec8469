//! Opening a workspace, and what the window shows while there is none.

use std::path::Path;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Ui};
use sponsor_core::command::{Beginning, Command};
use sponsor_core::model::{CommandId, IdSource};
use sponsor_core::store::{Author, StoreError};
use sponsor_core::{Desk, DeskError, Now, Request};

use super::action::Action;
use super::chooser::Purpose;
use super::crew::Lane;
use super::reply::{OpenFailure, Opened, Reply};
use super::{App, sentence};
use crate::icons;
use crate::pages::start::{How, StartAnswer, StartPage};
use crate::theme::Tokens;
use crate::widgets::{Button, empty_state};

/// How far the window is with its workspace.
#[derive(Debug)]
pub enum Phase {
    /// It is being opened or made.
    Opening,
    /// There is none yet.
    FirstStart(Box<StartPage>),
    /// It could not be opened.
    Failed(OpenFailure),
    /// It is open.
    Open,
}

impl App {
    /// Begins to open the workspace of the options.
    pub(super) fn open_workspace(&mut self) {
        self.phase = Phase::Opening;
        self.desk = None;
        self.answers.forget();
        let (path, seed) = (self.options.workspace.clone(), self.options.seed);
        self.crew.post(Lane::Long, Box::new(move || Reply::Opened(open(&path, IdSource::seeded(seed)))));
    }

    pub(super) fn opened(&mut self, result: Result<Opened, OpenFailure>) {
        match result {
            Ok(opened) => {
                let desk = Arc::new(opened.desk);
                self.drafts.load(opened.drafts);
                self.answers.forget();
                self.answers.hear(&desk.revisions());
                let begun = desk.read().is_ok_and(|view| view.settings().is_ok());
                self.desk = Some(desk);
                self.phase = if begun { Phase::Open } else { self.first_start() };
            }
            Err(OpenFailure { error: DeskError::Store(StoreError::Missing), .. }) => self.phase = self.first_start(),
            Err(failure) => self.phase = Phase::Failed(failure),
        }
    }

    fn first_start(&self) -> Phase {
        Phase::FirstStart(Box::new(StartPage::new(self.words.language())))
    }

    /// What is drawn while no workspace is open.
    pub(super) fn draw_phase(&mut self, ui: &mut Ui) -> Vec<Action> {
        let ground = Frame::new().fill(Tokens::of(ui).paper);
        let mut phase = std::mem::replace(&mut self.phase, Phase::Opening);
        let mut next = None;
        CentralPanel::default().frame(ground).show(ui, |ui| match &mut phase {
            // A checked open takes a tenth of a second at most: an empty ground is calmer than a word that flashes.
            Phase::Opening | Phase::Open => {}
            Phase::FirstStart(page) => next = page.ui(ui, &self.words, &self.formats).map(Next::Start),
            Phase::Failed(failure) => next = self.failed(ui, failure),
        });
        self.phase = phase;
        match next {
            Some(Next::Start(StartAnswer::Speak(language))) => self.speak(language),
            Some(Next::Start(StartAnswer::ChooseBackup)) => self.choose(Purpose::BeginFromBackup),
            Some(Next::Start(StartAnswer::Begin(beginning, how))) => self.begin(*beginning, how),
            Some(Next::Retry) => self.open_workspace(),
            Some(Next::Other) => self.choose(Purpose::OtherWorkspace),
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
        });
        next
    }

    /// Makes the first workspace: empty, with the example, or from a backup.
    fn begin(&mut self, beginning: Beginning, how: How) {
        let open = self.desk.take();
        let path = self.options.workspace.clone();
        let (seed, now) = (self.options.seed, self.options.clock.now());
        self.phase = Phase::Opening;
        let job = move || {
            let failed = |error: DeskError| OpenFailure { path: Some(path.clone()), error };
            Reply::Opened(make(&path, open, beginning, how, seed, now).map_err(failed))
        };
        self.crew.post(Lane::Long, Box::new(job));
    }
}

enum Next {
    Start(StartAnswer),
    Retry,
    Other,
}

fn open(path: &Path, ids: IdSource) -> Result<Opened, OpenFailure> {
    let failed = |error| OpenFailure { path: Some(path.to_owned()), error: DeskError::Store(error) };
    let desk = Desk::open(path, ids).map_err(failed)?;
    let drafts = desk.drafts().map_err(failed)?;
    Ok(Opened { desk, drafts })
}

fn make(
    path: &Path,
    open: Option<Arc<Desk>>,
    beginning: Beginning,
    how: How,
    seed: u64,
    now: Now,
) -> Result<Opened, DeskError> {
    let ids = IdSource::seeded(seed);
    match how {
        How::Empty => {
            let desk = if let Some(desk) = open.and_then(Arc::into_inner) {
                desk
            } else {
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).map_err(StoreError::Io)?;
                }
                Desk::create(path, ids, now)?
            };
            let id = CommandId::new(desk.ids(), now.local);
            let command = Command::Begin(Box::new(beginning));
            desk.run(&Request { id, by: Author::Background, now, command })?;
            Ok(Opened { desk, drafts: Vec::new() })
        }
        How::Example | How::Backup(_) => Err(DeskError::Store(StoreError::Missing)),
    }
}
