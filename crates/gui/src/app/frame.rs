//! What the whole window knows of the workspace: settings, counts for the rail, what undo would undo.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;
use sponsor_core::Now;
use sponsor_core::command::CommandName;
use sponsor_core::model::{Interview, InterviewState, Language, Person, RecordKind, Settings, ThemeChoice};
use sponsor_core::query::View;
use sponsor_core::store::{Author, HistoryState, StoreError};

use super::ask::Question;
use super::read_only::ReadOnly;

/// Asks for what the whole window knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FrameQuestion;

/// What the whole window knows.
#[derive(Clone, Debug)]
pub struct FrameAnswer {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The user's own record.
    pub me: Arc<Person>,
    /// People on the user's own lists.
    pub on_list: usize,
    /// Registered users.
    pub registered: usize,
    /// Interviews that are open.
    pub open_interviews: usize,
    /// What Ctrl+Z would take back.
    pub undo: Option<(CommandName, String)>,
    /// What can be done again.
    pub redo: Option<(CommandName, String)>,
    /// The language that is spoken: what the window was started with goes before what is set.
    pub language: Language,
    /// The theme that is worn, in the same way.
    pub theme: ThemeChoice,
    /// The file of the workspace.
    pub path: Option<PathBuf>,
    /// When the window last made a backup of it.
    pub backup: Option<NaiveDateTime>,
    /// Whether commands can be given.
    pub writable: bool,
    /// Why they cannot be.
    pub read_only: Option<ReadOnly>,
}

/// How far back the history is looked at for what can be undone.
const LOOKED_BACK: usize = 200;

impl Question for FrameQuestion {
    type Answer = Option<FrameAnswer>;

    const SHOWS: &'static [RecordKind] = &RecordKind::ALL;

    fn answer(&self, view: &View, _now: Now) -> Result<Self::Answer, StoreError> {
        let people = view.people();
        let (Some(settings), Some(me)) = (people.settings(), people.me()) else { return Ok(None) };
        let interviews: Vec<Interview> = view.all()?;
        let history = view.history(LOOKED_BACK)?;
        let undo = history.iter().find(|row| row.by == Author::Person && row.state == HistoryState::Done);
        let redo = view.next_to_redo()?;
        Ok(Some(FrameAnswer {
            settings: Arc::clone(settings),
            me: Arc::clone(me),
            on_list: people.all().filter(|person| person.is_mine()).count(),
            registered: people.branch(settings.me).len().saturating_sub(1),
            open_interviews: interviews.iter().filter(|one| one.state == InterviewState::Open).count(),
            undo: undo.map(|row| (row.name, row.subject.clone())),
            redo: redo.map(|row| (row.name, row.subject)),
            language: settings.language,
            theme: settings.theme,
            path: None,
            backup: None,
            writable: true,
            read_only: None,
        }))
    }
}
