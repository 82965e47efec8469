//! A disk that fails: whatever was acknowledged is there, and the desk goes on once the disk does.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use redb::StorageBackend;
use sponsor_core::command::CommandName;
use sponsor_core::model::{AnyRecord, IdSource};
use sponsor_core::store::{Medium, StoreError};
use sponsor_core::{Desk, DeskError};

use crate::world::{Choice, World, moment, records, sound};

/// What a failing disk keeps of the writes that were not synced when the power goes.
#[derive(Clone, Copy, Debug)]
enum Lost {
    /// All of them are lost.
    All,
    /// Some reach the disk, in any order: every other piece, by a counted choice.
    Some(u64),
}

#[derive(Debug)]
struct Disk {
    bytes: Vec<u8>,
    synced: Vec<u8>,
    /// What was done since the last sync.
    pending: Vec<Pending>,
    calls: u64,
    fail_at: Option<u64>,
    /// Whether every call after the failing one fails too, until the fault is lifted.
    stays: bool,
    failed: bool,
}

#[derive(Clone, Debug)]
enum Pending {
    Write(usize, Vec<u8>),
    Length(usize),
}

impl Pending {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Length(length) => bytes.resize(*length, 0),
            Self::Write(at, data) => {
                if bytes.len() < at + data.len() {
                    bytes.resize(at + data.len(), 0);
                }
                bytes[*at..at + data.len()].copy_from_slice(data);
            }
        }
    }
}

/// A disk in memory that fails when it is told to.
#[derive(Clone, Debug)]
struct FailingMedium(Arc<Mutex<Disk>>);

impl FailingMedium {
    fn over(bytes: Vec<u8>) -> Self {
        let synced = bytes.clone();
        let disk = Disk { bytes, synced, pending: Vec::new(), calls: 0, fail_at: None, stays: false, failed: false };
        Self(Arc::new(Mutex::new(disk)))
    }

    fn disk(&self) -> MutexGuard<'_, Disk> {
        self.0.lock().unwrap()
    }

    /// From now on the k-th call fails; with `stays` all after it, too.
    fn fail_at(&self, k: u64, stays: bool) {
        let mut disk = self.disk();
        disk.fail_at = Some(disk.calls + k);
        disk.stays = stays;
        disk.failed = false;
    }

    fn lift(&self) {
        self.disk().fail_at = None;
    }

    fn has_failed(&self) -> bool {
        self.disk().failed
    }

    /// What a power cut now would leave.
    fn after_power_cut(&self, lost: Lost) -> Vec<u8> {
        let disk = self.disk();
        let mut bytes = disk.synced.clone();
        if let Lost::Some(seed) = lost {
            let mut random = fastrand::Rng::with_seed(seed);
            let kept: Vec<_> = disk.pending.iter().filter(|_| random.bool()).collect();
            for pending in kept {
                pending.apply(&mut bytes);
            }
        }
        bytes
    }

    fn call(&self) -> io::Result<MutexGuard<'_, Disk>> {
        let mut disk = self.disk();
        disk.calls += 1;
        let fails = disk.fail_at.is_some_and(|at| disk.calls == at || disk.stays && disk.calls > at);
        if fails {
            disk.failed = true;
            return Err(io::Error::other("the disk fails"));
        }
        Ok(disk)
    }
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap()
}

impl StorageBackend for FailingMedium {
    fn len(&self) -> io::Result<u64> {
        Ok(self.call()?.bytes.len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let disk = self.call()?;
        let from = place(offset);
        let part = disk.bytes.get(from..from + out.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        out.copy_from_slice(part);
        Ok(())
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let mut disk = self.call()?;
        let pending = Pending::Length(place(length));
        pending.apply(&mut disk.bytes);
        disk.pending.push(pending);
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut disk = self.call()?;
        let Disk { bytes, synced, .. } = &mut *disk;
        synced.clone_from(bytes);
        disk.pending.clear();
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut disk = self.call()?;
        let pending = Pending::Write(place(offset), data.to_vec());
        pending.apply(&mut disk.bytes);
        disk.pending.push(pending);
        Ok(())
    }
}

impl Medium for FailingMedium {
    fn backend(&self) -> io::Result<Box<dyn StorageBackend>> {
        drop(self.call()?);
        Ok(Box::new(self.clone()))
    }

    fn peek(&self) -> io::Result<Option<(Vec<u8>, u64)>> {
        let disk = self.call()?;
        let head = disk.bytes.iter().take(16).copied().collect();
        Ok((!disk.bytes.is_empty()).then_some((head, disk.bytes.len() as u64)))
    }
}

/// One step of the scenario.
#[derive(Clone, Copy, Debug)]
enum Act {
    Give(CommandName, [u64; 3]),
    Undo,
    Redo,
    Draft,
    /// Closes and opens again: what an open writes can fail, too.
    Reopen,
}

const SCENARIO: [Act; 17] = [
    Act::Give(CommandName::Begin, [0, 0, 0]),
    Act::Give(CommandName::AddPeople, [1, 1, 1]),
    Act::Give(CommandName::AddPeople, [2, 2, 2]),
    Act::Give(CommandName::AddEntry, [0, 1, 4]),
    Act::Give(CommandName::AddOrder, [1, 2, 3]),
    Act::Reopen,
    Act::Give(CommandName::EditPerson, [1, 1, 39]),
    Act::Give(CommandName::RecordOutcome, [0, 1, 2]),
    Act::Undo,
    Act::Redo,
    Act::Draft,
    Act::Give(CommandName::AddReading, [1, 2, 3]),
    Act::Give(CommandName::PlanCount, [1, 1, 3]),
    Act::Give(CommandName::DeletePeople, [1, 2, 1]),
    Act::Undo,
    Act::Give(CommandName::StartInterview, [1, 1, 1]),
    Act::Give(CommandName::FinishFirstTalk, [0, 0, 0]),
];

/// What an act came to: nothing, or a failure of the disk.
fn act(world: &mut World, act: Act) -> Result<(), DeskError> {
    match act {
        Act::Give(name, [a, b, c]) => {
            // What is there is asked of the desk: this must work, or fail as the disk does.
            world.desk.read()?;
            world.try_give(name, Choice { a, b, c }).map(drop)
        }
        Act::Undo => world.desk.undo().map(drop),
        Act::Redo => world.desk.redo().map(drop),
        Act::Draft => Ok(world.desk.keep_drafts(&[("new".to_owned(), Some(vec![1]))])?),
        Act::Reopen => Ok(()),
    }
}

/// The states of the scenario without any fault: after how many acts the records are which.
fn fault_free() -> (Vec<Vec<AnyRecord>>, u64) {
    let medium = FailingMedium::over(Vec::new());
    let mut world = World::create(Box::new(medium.clone()));
    let mut states = vec![world.state()];
    for step in SCENARIO {
        if matches!(step, Act::Reopen) {
            world = reopened(world, &medium).unwrap();
        }
        act(&mut world, step).unwrap_or_else(|error| panic!("{step:?}: {error}"));
        states.push(world.state());
    }
    let calls = medium.disk().calls;
    (states, calls)
}

fn reopened(world: World, medium: &FailingMedium) -> Result<World, StoreError> {
    let World { desk, minute, .. } = world;
    drop(desk);
    let desk = Desk::open_in(Box::new(medium.clone()), IdSource::seeded(2))?;
    Ok(World { desk, minute, seed: 2 })
}

/// Opens what a power cut leaves, and shows that it is the state after the last acknowledged act, or after the one
/// that failed.
fn shows_one_of(bytes: Vec<u8>, states: &[Vec<AnyRecord>], acknowledged: usize, about: &str) {
    let desk = Desk::open_in(Box::new(FailingMedium::over(bytes)), IdSource::seeded(3))
        .unwrap_or_else(|error| panic!("{about}: {error}"));
    let view = desk.read().unwrap();
    sound(&view);
    let found = records(&view);
    let allowed = states.get(acknowledged..=acknowledged + 1).unwrap_or(&states[acknowledged..]);
    assert!(allowed.contains(&found), "{about}: neither acknowledged nor under way");
}

/// Runs the scenario with the k-th call failing. Says whether any call failed.
fn run_with_fault(k: u64, stays: bool, states: &[Vec<AnyRecord>]) -> bool {
    let about = format!("call {k}, stays {stays}");
    let medium = FailingMedium::over(Vec::new());
    let mut world = World::create(Box::new(medium.clone()));
    medium.fail_at(k, stays);
    for (acknowledged, step) in SCENARIO.into_iter().enumerate() {
        if matches!(step, Act::Reopen) {
            let desk = Desk::open_in(Box::new(FailingMedium::over(Vec::new())), IdSource::seeded(2));
            assert!(matches!(desk, Err(StoreError::Missing)));
            let minute = world.minute;
            match reopened(world, &medium) {
                Ok(open) => world = open,
                Err(_) => {
                    for lost in [Lost::All, Lost::Some(k), Lost::Some(k + 1_000_000)] {
                        shows_one_of(medium.after_power_cut(lost), states, acknowledged, &about);
                    }
                    medium.lift();
                    let desk = Desk::open_in(Box::new(medium.clone()), IdSource::seeded(2)).unwrap();
                    world = World { desk, minute, seed: 2 };
                    assert_eq!(world.state(), states[acknowledged], "{about}");
                }
            }
        }
        if act(&mut world, step).is_err() {
            assert!(medium.has_failed(), "{about}: {step:?} failed without a fault");
            for lost in [Lost::All, Lost::Some(k), Lost::Some(k + 1_000_000)] {
                shows_one_of(medium.after_power_cut(lost), states, acknowledged, &about);
            }
            medium.lift();
            goes_on(world, states, acknowledged, &about);
            return true;
        }
        if medium.has_failed() {
            // The desk helped itself, as after a failed read.
            medium.lift();
            assert_eq!(world.state(), states[acknowledged + 1], "{about}: {step:?}");
        }
    }
    medium.has_failed()
}

/// The same desk goes on after the fault is lifted: it shows what the file holds and does what it is asked to.
fn goes_on(mut world: World, states: &[Vec<AnyRecord>], acknowledged: usize, about: &str) {
    let now = world.state();
    let allowed = states.get(acknowledged..=acknowledged + 1).unwrap_or(&states[acknowledged..]);
    assert!(allowed.contains(&now), "{about}: the desk shows what is not in the file");
    let name = if world.there().settings.is_some() { CommandName::AddPeople } else { CommandName::Begin };
    world.give(name, Choice { a: 5, b: 6, c: 7 }).unwrap_or_else(|error| panic!("{about}: {error}"));
    let after = world.state();
    assert_ne!(after, now);
    world.desk.undo().unwrap();
    assert_eq!(world.state(), now, "{about}");
}

#[test]
fn whatever_call_fails_nothing_acknowledged_is_lost_and_the_desk_goes_on() {
    let (states, calls) = fault_free();
    let made = {
        let medium = FailingMedium::over(Vec::new());
        World::create(Box::new(medium.clone()));
        medium.disk().calls
    };
    for stays in [false, true] {
        for k in 1..=calls - made {
            let failed = run_with_fault(k, stays, &states);
            assert!(failed || k + 40 > calls - made, "call {k} of {calls} never came");
        }
    }
}

#[test]
fn a_workspace_that_could_not_be_made_is_refused_or_whole() {
    let whole = {
        let medium = FailingMedium::over(Vec::new());
        World::create(Box::new(medium.clone()));
        medium.disk().calls
    };
    for k in 1..=whole {
        let medium = FailingMedium::over(Vec::new());
        medium.fail_at(k, true);
        if Desk::create_in(Box::new(medium.clone()), IdSource::seeded(1), moment(0)).is_ok() {
            continue;
        }
        let left = FailingMedium::over(medium.after_power_cut(Lost::All));
        if let Ok(desk) = Desk::open_in(Box::new(left), IdSource::seeded(1)) {
            assert!(records(&desk.read().unwrap()).is_empty());
            assert!(desk.read().unwrap().workspace_id().is_ok());
        }
    }
}

#[test]
fn a_disk_that_fails_while_only_read_is_read_again() {
    let medium = FailingMedium::over(Vec::new());
    let mut world = World::create(Box::new(medium.clone()));
    world.fill();
    let before = world.state();
    world = reopened(world, &medium).unwrap();
    for k in 1..30 {
        medium.fail_at(k, false);
        for _ in 0..3 {
            // Nothing that is asked while the disk fails is ever wrong: it is right, or an error.
            if let Ok(view) = world.desk.read() {
                let mut all = Vec::new();
                if view.each_record(|record| all.push(record)).is_ok() {
                    assert_eq!(all, before);
                }
            }
        }
        medium.lift();
        assert_eq!(world.state(), before);
    }
}

#[test]
fn a_retry_after_a_failed_commit_is_done_once() {
    let medium = FailingMedium::over(Vec::new());
    let mut world = World::create(Box::new(medium.clone()));
    world.fill();
    for k in 1..40 {
        let request = world.request(CommandName::AddPeople, Choice { a: k, b: k + 1_000, c: k });
        let before = world.state().len();
        assert!(world.desk.read().unwrap().find(&format!("Георгиев{}", k + 1_000), 5).unwrap().is_empty());
        medium.fail_at(k, true);
        let first = world.desk.run(&request);
        medium.lift();
        world.desk.run(&request).unwrap();
        assert_eq!(world.state().len(), before + 2, "call {k}, first {first:?}");
        let view = world.desk.read().unwrap();
        assert!(view.was_done(request.id).unwrap());
        // Search knows them too, whichever of the two times it was that made them durable.
        assert_eq!(view.find(&format!("Georgiev{}", k + 1_000), 5).unwrap().len(), 1, "call {k}, first {first:?}");
    }
}

#[test]
fn a_power_cut_while_opening_after_a_power_cut_harms_nothing() {
    let medium = FailingMedium::over(Vec::new());
    let mut world = World::create(Box::new(medium.clone()));
    world.fill();
    let before = world.state();
    let not_closed = medium.after_power_cut(Lost::All);
    let mut k = 1;
    loop {
        let medium = FailingMedium::over(not_closed.clone());
        medium.fail_at(k, true);
        let opened = Desk::open_in(Box::new(medium.clone()), IdSource::seeded(2)).is_ok();
        let cuts = (0..40).map(|seed| Lost::Some(k * 1_000 + seed)).chain([Lost::All]);
        for lost in cuts {
            let about = format!("call {k}, {lost:?}");
            shows_one_of(medium.after_power_cut(lost), std::slice::from_ref(&before), 0, &about);
        }
        if opened {
            break;
        }
        k += 1;
    }
    assert!(k > 5, "opening must write");
}
