//! The way in: a workspace that is open. Commands go in here, views come out.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use crate::command::{Command, CommandError, CommandName, Doing, apply};
use crate::model::{CommandId, IdSource, RecordKey, RecordKind, WorkspaceId};
use crate::moment::Now;
use crate::query::{People, SharedByViews, View};
use crate::store::{
    Author, Changes, CheckReport, HistoryRow, HistoryState, Medium, Reading, SCHEMA, Store, StoreError, Way, Writing,
};

/// A command with its id, its author and its moment.
#[derive(Clone, Debug)]
pub struct Request {
    /// The id; a retry has the same one and is done only once.
    pub id: CommandId,
    /// Who gives it.
    pub by: Author,
    /// When.
    pub now: Now,
    /// What is to change.
    pub command: Command,
}

/// What a command came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its number; none when there was nothing to change.
    pub sequence: Option<u64>,
    /// What it was.
    pub name: CommandName,
    /// Whom or what it was about.
    pub subject: String,
    /// How many records changed.
    pub touched: u32,
    /// Records whose fields later commands had changed already and that were left as they are (for an undo).
    pub left: Vec<RecordKey>,
}

/// Why a command, an undo or a view could not be had.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The command was refused; nothing was changed.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DeskError {
    /// The failure of the store behind it, if it is one.
    #[must_use]
    pub const fn store(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) | Self::Command(CommandError::Store(error)) => Some(error),
            Self::Command(_) => None,
        }
    }
}

/// How often records of a kind have changed since the workspace was opened; a view is fresh as long as the numbers of
/// the kinds that it shows stay.
pub type Revisions = [u64; RecordKind::ALL.len() + 1];

#[derive(Debug)]
struct Kept {
    people: People,
    revisions: Revisions,
    /// Whether the file may have moved on without what is kept here: a commit that failed may have become durable.
    is_stale: bool,
}

impl Kept {
    /// Loads everything again where the file may have moved on.
    fn freshen(&mut self, reading: &Reading) -> Result<(), StoreError> {
        if self.is_stale {
            self.people = People::load(reading)?;
            self.revisions.iter_mut().for_each(|revision| *revision += 1);
            self.is_stale = false;
        }
        Ok(())
    }
}

/// An open workspace.
#[derive(Debug)]
pub struct Desk {
    store: Store,
    kept: RwLock<Kept>,
    ids: IdSource,
    shared: SharedByViews,
    reads: AtomicU64,
    /// Held from a commit until what is kept has followed it, so that changes are followed in their order.
    turn: Mutex<()>,
}

impl Desk {
    /// Makes the file of a new workspace. It is empty until [`Command::Begin`].
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there is a file; [`StoreError::Io`] when the folder cannot be written.
    pub fn create(path: &Path, ids: IdSource, now: Now) -> Result<Self, StoreError> {
        let id = WorkspaceId::new(&ids, now.local);
        Self::over(Store::create(path, id)?, ids)
    }

    /// Makes the file of a workspace that takes over an id: the one of an export that is then imported.
    ///
    /// # Errors
    /// As [`Desk::create`].
    pub fn create_with_id(path: &Path, id: WorkspaceId, ids: IdSource) -> Result<Self, StoreError> {
        Self::over(Store::create(path, id)?, ids)
    }

    /// Opens the file of a workspace, checked, and holds its lock.
    ///
    /// # Errors
    /// As [`StoreError`] says; a file that is refused keeps its bytes.
    pub fn open(path: &Path, ids: IdSource) -> Result<Self, StoreError> {
        Self::over(Store::open(path)?, ids)
    }

    /// Makes a new workspace in any medium: memory, or one that fails on purpose.
    ///
    /// # Errors
    /// As [`Desk::create`].
    pub fn create_in(medium: Box<dyn Medium>, ids: IdSource, now: Now) -> Result<Self, StoreError> {
        let id = WorkspaceId::new(&ids, now.local);
        Self::over(Store::create_in(medium, id)?, ids)
    }

    /// Opens a workspace in any medium.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_in(medium: Box<dyn Medium>, ids: IdSource) -> Result<Self, StoreError> {
        Self::over(Store::open_in(medium)?, ids)
    }

    fn over(store: Store, ids: IdSource) -> Result<Self, StoreError> {
        let people = People::load(&store.read()?)?;
        let kept = RwLock::new(Kept { people, revisions: [0; RecordKind::ALL.len() + 1], is_stale: false });
        let (shared, reads, turn) = (SharedByViews::default(), AtomicU64::new(0), Mutex::new(()));
        Ok(Self { store, kept, ids, shared, reads, turn })
    }

    /// Where new ids come from.
    pub const fn ids(&self) -> &IdSource {
        &self.ids
    }

    /// Whether commands can be given; a workspace on a share that cannot lock is only read.
    pub const fn is_writable(&self) -> bool {
        self.store.is_writable()
    }

    /// The file, for a workspace that is one.
    pub fn path(&self) -> Option<&Path> {
        self.store.path()
    }

    /// Does a command: all of it, durably, or nothing. A request that was done before is answered and not done again.
    ///
    /// # Errors
    /// Why it was refused or could not be written.
    pub fn run(&self, request: &Request) -> Result<Done, DeskError> {
        let done = self.change(|mut writing| {
            let done = self.perform(&mut writing, request)?;
            Ok((done, writing.into_changes()))
        })?;
        tracing::info!(command = ?done.name, touched = done.touched, "done");
        Ok(done)
    }

    /// Does several commands in one transaction: all of them, durably, or none. Each is a command of its own in the
    /// history and is undone by itself.
    ///
    /// # Errors
    /// Why one of them was refused or could not be written.
    pub fn run_all(&self, requests: &[Request]) -> Result<Vec<Done>, DeskError> {
        let done = self.change(|mut writing| {
            let done =
                requests.iter().map(|request| self.perform(&mut writing, request)).collect::<Result<Vec<_>, _>>()?;
            Ok((done, writing.into_changes()))
        })?;
        tracing::info!(commands = done.len(), "done together");
        Ok(done)
    }

    /// Does `work` in one transaction and lets what is kept follow it.
    fn change<T>(&self, work: impl FnOnce(Writing<'_>) -> Result<(T, Changes), CommandError>) -> Result<T, DeskError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        match self.store.write(work) {
            Ok((done, changes)) => {
                self.follow(&changes);
                Ok(done)
            }
            // What was refused before anything was written has changed nothing.
            Err(CommandError::Store(error @ StoreError::ReadOnly)) => Err(error.into()),
            Err(CommandError::Store(error)) => {
                self.kept.write().unwrap_or_else(PoisonError::into_inner).is_stale = true;
                Err(error.into())
            }
            Err(refused) => Err(refused.into()),
        }
    }

    fn perform(&self, writing: &mut Writing<'_>, request: &Request) -> Result<Done, CommandError> {
        if let Some(sequence) = writing.sequence_of(request.id)? {
            return already(writing, sequence);
        }
        let sequence = writing.sequence();
        let mut doing = Doing { writing: &mut *writing, ids: &self.ids, now: request.now };
        let subject = apply(&request.command, &mut doing)?;
        if !writing.names_are_there()? {
            return Err(CommandError::NotFound("person"));
        }
        let row = HistoryRow {
            sequence,
            command: request.id,
            name: request.command.name(),
            subject: subject.clone(),
            touched: 0,
            at: request.now.local,
            by: request.by,
            state: HistoryState::Done,
            schema: SCHEMA,
        };
        let touched = writing.finish(&row)?;
        let sequence = (touched > 0).then_some(sequence);
        Ok(Done { sequence, name: row.name, subject, touched, left: Vec::new() })
    }

    /// Takes back the newest command of a person's hand; none when there is nothing to take back.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn undo(&self) -> Result<Option<Done>, DeskError> {
        self.flip(HistoryState::Undone, |writing| {
            writing.newest_row(|row| row.by == Author::Person && row.state == HistoryState::Done)
        })
    }

    /// Takes back one command of the history. Fields that later commands have changed stay, and their records are named.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn undo_command(&self, sequence: u64) -> Result<Option<Done>, DeskError> {
        self.flip(HistoryState::Undone, |writing| {
            Ok(writing.history_row(sequence)?.filter(|row| row.state == HistoryState::Done))
        })
    }

    /// Does again what was last taken back; none when there is nothing.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn redo(&self) -> Result<Option<Done>, DeskError> {
        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the method's path is not general over lifetimes"
        )]
        self.flip(HistoryState::Done, |writing| writing.next_to_redo())
    }

    fn flip(
        &self,
        to: HistoryState,
        choose: impl FnOnce(&Writing<'_>) -> Result<Option<HistoryRow>, StoreError>,
    ) -> Result<Option<Done>, DeskError> {
        self.change(|writing| {
            let Some(row) = choose(&writing)? else { return Ok((None, Changes::default())) };
            let (ways, mut left) = untouched_since(&writing, row.sequence)?;
            let (ways, unsound) = writing.sound_ways(ways)?;
            left.extend(unsound);
            let changes = writing.flip(&row, &ways, &left, to)?;
            let touched = u32::try_from(ways.len()).unwrap_or(u32::MAX);
            let left = left.into_iter().map(|way| way.key).collect();
            let done = Done { sequence: Some(row.sequence), name: row.name, subject: row.subject, touched, left };
            Ok((Some(done), changes))
        })
    }

    /// Lets what is kept in memory follow a change. The change is durable already: where it cannot be followed now, the
    /// next view loads everything again.
    fn follow(&self, changes: &Changes) {
        if changes.records.is_empty() {
            return;
        }
        let reading = self.store.read();
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        let was_stale = kept.is_stale;
        let followed = reading.and_then(|reading| {
            kept.freshen(&reading)?;
            kept.people.follow(changes, &reading)
        });
        let shared = self.shared.follow(changes, &kept.people);
        if was_stale || followed.is_err() || shared.is_err() {
            kept.is_stale = followed.is_err() || shared.is_err();
            self.shared.forget();
        }
        for key in changes.records.keys() {
            if let Some(revision) = kept.revisions.get_mut(usize::from(key.kind.byte())) {
                *revision += 1;
            }
        }
    }

    /// A view of the workspace as it is now, which later commands do not change. It is for one question: none outlives
    /// its query.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn read(&self) -> Result<View, StoreError> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        if !kept.is_stale {
            return Ok(View::new(self.store.read()?, kept.people.clone(), kept.revisions, Arc::clone(&self.shared)));
        }
        drop(kept);
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        // Only now: a change between the reading and the lock would make old data pass for new.
        let reading = self.store.read()?;
        kept.freshen(&reading)?;
        // What is shared followed as little as the people did; it is made again when it is asked for.
        self.shared.forget();
        Ok(View::new(reading, kept.people.clone(), kept.revisions, Arc::clone(&self.shared)))
    }

    /// How often each kind of record has changed.
    pub fn revisions(&self) -> Revisions {
        self.kept.read().unwrap_or_else(PoisonError::into_inner).revisions
    }

    /// How many views were taken, so that a test can show that painting without input reads nothing.
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    /// Keeps or forgets what is being typed, by form. Drafts are no commands.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn keep_drafts(&self, drafts: &[(String, Option<Vec<u8>>)]) -> Result<(), StoreError> {
        self.store.keep_drafts(drafts)
    }

    /// Everything that was being typed, by form.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.store.read()?.drafts()
    }

    /// A consistent copy of the whole file, history too, at `path`: whole, or not at all. The workspace stays open.
    ///
    /// # Errors
    /// When the place cannot be written, or any failure of the store.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        self.store.copy_to(path)
    }

    /// Closes the workspace. A large file of which at least half stands empty is made smaller first; tells whether it
    /// was. Dropping a workspace closes it too, as it is.
    ///
    /// # Errors
    /// Any failure of the store; what was acknowledged is durable all the same.
    pub fn close(self) -> Result<bool, StoreError> {
        self.store.close()
    }

    /// Makes all lookups again from the records.
    ///
    /// # Errors
    /// Any failure of the store.
    pub fn repair(&self) -> Result<CheckReport, StoreError> {
        self.store.rebuild_lookups()?;
        self.read()?.check()
    }
}

fn already(writing: &Writing<'_>, sequence: u64) -> Result<Done, CommandError> {
    let row = writing.history_row(sequence)?.ok_or(StoreError::Damaged("a command has no history"))?;
    Ok(Done { sequence: Some(sequence), name: row.name, subject: row.subject, touched: row.touched, left: Vec::new() })
}

/// The ways of a command without what later commands have changed, and what they would have changed of that.
fn untouched_since(writing: &Writing<'_>, sequence: u64) -> Result<(Vec<Way>, Vec<Way>), StoreError> {
    let later = writing.changed_since(sequence)?;
    let (mut ways, mut left) = (Vec::new(), Vec::new());
    for way in writing.ways(sequence)? {
        match later.get(&way.key) {
            None => ways.push(way),
            Some(None) => left.push(way),
            Some(Some(fields)) => {
                let (free, concerned) = way.part(fields);
                ways.extend(free);
                left.extend(concerned);
            }
        }
    }
    Ok((ways, left))
}
