//! The gate: a storage backend that holds every write in memory until the file behind it is accepted.
//!
//! A checked open of redb commits, so it would change even a file that is then refused. Behind a closed gate the file
//! keeps its bytes; once integrity and schema are accepted the held writes go through and the gate stays open. A
//! workspace that may only be read is opened through a gate that is never released.

use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use redb::{BackendError, StorageBackend};

/// The size of the pieces in which held writes are kept, in bytes.
const BLOCK: u64 = 4096;

/// What was written between two syncs. Releasing keeps the syncs: what the database meant to be durable before it
/// wrote something else is durable before that, so that a power cut during the release harms nothing.
#[derive(Clone, Debug)]
struct Layer {
    length: u64,
    /// The shortest that the file was meanwhile: what stood beyond it is gone, though the file may be longer again.
    lowest: u64,
    blocks: BTreeMap<u64, Box<[u8]>>,
}

impl Layer {
    const fn over(length: u64) -> Self {
        Self { length, lowest: length, blocks: BTreeMap::new() }
    }
}

/// What was written behind a closed gate.
#[derive(Debug)]
struct Held {
    synced: Vec<Layer>,
    now: Layer,
    /// How much of the file behind the gate still shows through.
    through: u64,
}

/// How a gate stands.
#[derive(Debug)]
enum Standing {
    Closed(Held),
    Open,
    /// A release failed half way: nothing more may be written by this handle.
    Broken,
}

/// A backend with a gate before its writes.
#[derive(Debug)]
pub(crate) struct Gate {
    state: Arc<GateState>,
}

/// The other handle to a gate, with which it is released.
#[derive(Debug)]
pub(crate) struct GateKeeper {
    state: Arc<GateState>,
}

#[derive(Debug)]
struct GateState {
    inner: Box<dyn StorageBackend>,
    standing: Mutex<Standing>,
    failed: AtomicBool,
}

impl Gate {
    /// A closed gate before `inner`, and the keeper that can release it.
    ///
    /// # Errors
    /// When the length of `inner` cannot be read.
    pub(crate) fn closed(inner: Box<dyn StorageBackend>) -> io::Result<(Self, GateKeeper)> {
        let through = inner.len()?;
        let held = Held { synced: Vec::new(), now: Layer::over(through), through };
        let standing = Mutex::new(Standing::Closed(held));
        let state = Arc::new(GateState { inner, standing, failed: AtomicBool::new(false) });
        Ok((Self { state: Arc::clone(&state) }, GateKeeper { state }))
    }
}

impl GateKeeper {
    /// Writes what was held and opens the gate for good.
    ///
    /// # Errors
    /// When the backend behind the gate fails; then the gate lets nothing through any more.
    pub(crate) fn release(&self) -> io::Result<()> {
        let mut guard = self.state.standing();
        if let Standing::Closed(held) = &mut *guard {
            let written = self.state.write_through(held);
            *guard = if written.is_ok() { Standing::Open } else { Standing::Broken };
            return self.state.note(written);
        }
        Ok(())
    }

    /// Whether the backend behind the gate has failed. The database then refuses all further work on this handle,
    /// though what it has in its cache it may still read.
    pub(crate) fn has_failed(&self) -> bool {
        self.state.failed.load(Ordering::Acquire)
    }
}

impl Held {
    fn sync(&mut self) {
        let next = Layer::over(self.now.length);
        self.synced.push(std::mem::replace(&mut self.now, next));
    }

    fn set_length(&mut self, length: u64, inner: &dyn StorageBackend) -> io::Result<()> {
        if length < self.now.length {
            let cut = usize::try_from(length % BLOCK).unwrap_or(0);
            if cut > 0 {
                let mut last = self.block(inner, length / BLOCK)?;
                last.iter_mut().skip(cut).for_each(|byte| *byte = 0);
                self.now.blocks.insert(length / BLOCK, last);
            }
            let beyond = length.div_ceil(BLOCK);
            self.now.blocks.split_off(&beyond);
            for block in self.synced.iter().flat_map(|layer| layer.blocks.range(beyond..)).map(|(block, _)| *block) {
                self.now.blocks.insert(block, blank());
            }
            self.through = self.through.min(length);
            self.now.lowest = self.now.lowest.min(length);
        }
        self.now.length = length;
        Ok(())
    }

    /// A block as it stands behind the closed gate: what was held, else what the file has, zero beyond its end.
    fn block(&self, inner: &dyn StorageBackend, block: u64) -> io::Result<Box<[u8]>> {
        let held = std::iter::once(&self.now).chain(self.synced.iter().rev());
        if let Some(bytes) = held.into_iter().find_map(|layer| layer.blocks.get(&block)) {
            return Ok(bytes.clone());
        }
        let mut bytes = blank();
        let offset = block * BLOCK;
        let there = usize::try_from(self.through.saturating_sub(offset).min(BLOCK)).unwrap_or(0);
        if let Some(part) = bytes.get_mut(..there).filter(|part| !part.is_empty()) {
            inner.read(offset, part)?;
        }
        Ok(bytes)
    }
}

fn blank() -> Box<[u8]> {
    vec![0_u8; 4096].into_boxed_slice()
}

impl GateState {
    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers a failure.
    fn note<T>(&self, outcome: io::Result<T>) -> io::Result<T> {
        if outcome.is_err() {
            self.failed.store(true, Ordering::Release);
        }
        outcome
    }

    fn write_through(&self, held: &mut Held) -> io::Result<()> {
        held.sync();
        for layer in held.synced.iter().filter(|layer| layer.lowest != layer.length || !layer.blocks.is_empty()) {
            write_layer(&*self.inner, layer)?;
        }
        if self.inner.len()? != held.now.length {
            self.inner.set_len(held.now.length)?;
            self.inner.sync_data()?;
        }
        Ok(())
    }
}

fn write_layer(inner: &dyn StorageBackend, layer: &Layer) -> io::Result<()> {
    if layer.lowest < inner.len()? {
        inner.set_len(layer.lowest)?;
    }
    if layer.length != inner.len()? {
        inner.set_len(layer.length)?;
    }
    for (block, bytes) in &layer.blocks {
        let offset = block * BLOCK;
        let length = usize::try_from(layer.length.saturating_sub(offset).min(BLOCK)).unwrap_or(0);
        if let Some(bytes) = bytes.get(..length).filter(|bytes| !bytes.is_empty()) {
            inner.write(offset, bytes)?;
        }
    }
    inner.sync_data()
}

/// The blocks that a range touches, each with the range inside the block.
fn pieces(offset: u64, length: usize) -> impl Iterator<Item = (u64, std::ops::Range<usize>)> {
    let end = offset + length as u64;
    (offset / BLOCK..end.div_ceil(BLOCK)).map(move |block| {
        let start = offset.max(block * BLOCK) - block * BLOCK;
        let stop = end.min((block + 1) * BLOCK) - block * BLOCK;
        (block, usize::try_from(start).unwrap_or(0)..usize::try_from(stop).unwrap_or(0))
    })
}

fn beyond_the_end() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "beyond the end of the file")
}

fn broken() -> io::Error {
    io::Error::other("an earlier write failed")
}

impl GateState {
    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let guard = self.standing();
        let held = match &*guard {
            Standing::Closed(held) => held,
            Standing::Broken => return Err(broken()),
            Standing::Open => {
                drop(guard);
                return self.inner.read(offset, out);
            }
        };
        if offset + out.len() as u64 > held.now.length {
            return Err(beyond_the_end());
        }
        let mut rest = out;
        for (block, range) in pieces(offset, rest.len()) {
            let bytes = held.block(&*self.inner, block)?;
            let (part, after) = rest.split_at_mut(range.len());
            part.copy_from_slice(bytes.get(range).ok_or_else(beyond_the_end)?);
            rest = after;
        }
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut guard = self.standing();
        let held = match &mut *guard {
            Standing::Closed(held) => held,
            Standing::Broken => return Err(broken()),
            Standing::Open => {
                drop(guard);
                return self.inner.write(offset, data);
            }
        };
        let mut rest = data;
        for (block, range) in pieces(offset, data.len()) {
            let mut bytes = held.block(&*self.inner, block)?;
            let (part, after) = rest.split_at(range.len());
            bytes.get_mut(range).ok_or_else(beyond_the_end)?.copy_from_slice(part);
            held.now.blocks.insert(block, bytes);
            rest = after;
        }
        held.now.length = held.now.length.max(offset + data.len() as u64);
        Ok(())
    }
}

impl StorageBackend for Gate {
    fn len(&self) -> io::Result<u64> {
        match &*self.state.standing() {
            Standing::Closed(held) => Ok(held.now.length),
            Standing::Open => self.state.note(self.state.inner.len()),
            Standing::Broken => Err(broken()),
        }
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.state.note(self.state.read(offset, out))
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let outcome = match &mut *self.state.standing() {
            Standing::Closed(held) => held.set_length(length, &*self.state.inner),
            Standing::Open => self.state.inner.set_len(length),
            Standing::Broken => Err(broken()),
        };
        self.state.note(outcome)
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut guard = self.state.standing();
        let outcome = match &mut *guard {
            Standing::Closed(held) => {
                held.sync();
                Ok(())
            }
            Standing::Broken => Err(broken()),
            Standing::Open => {
                drop(guard);
                self.state.inner.sync_data()
            }
        };
        self.state.note(outcome)
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.state.note(self.state.write(offset, data))
    }

    fn close(&self) -> io::Result<()> {
        self.state.inner.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.state.inner.try_lock_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.state.inner.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.state.inner.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.state.inner.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.state.inner.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.state.inner.query_lock_range(start, end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use redb::StorageBackend as _;
    use redb::backends::InMemoryBackend;

    use super::Gate;

    fn filled(bytes: &[u8]) -> InMemoryBackend {
        let backend = InMemoryBackend::new();
        backend.set_len(bytes.len() as u64).unwrap();
        backend.write(0, bytes).unwrap();
        backend
    }

    fn all(backend: &dyn redb::StorageBackend) -> Vec<u8> {
        let mut out = vec![0; usize::try_from(backend.len().unwrap()).unwrap()];
        backend.read(0, &mut out).unwrap();
        out
    }

    #[test]
    fn a_refused_file_keeps_its_bytes() {
        let before: Vec<u8> = (0..9000_u32).map(|byte| byte.to_le_bytes()[0]).collect();
        let (gate, keeper) = Gate::closed(Box::new(filled(&before))).unwrap();
        gate.write(4000, &[7; 300]).unwrap();
        gate.set_len(100).unwrap();
        gate.set_len(20_000).unwrap();
        assert_eq!(all(&*keeper.state.inner), before);
    }

    #[derive(Clone, Debug)]
    enum Step {
        Write(u64, Vec<u8>),
        SetLength(u64),
        Sync,
    }

    proptest! {
        #[test]
        fn behind_the_gate_everything_reads_as_it_would_without_and_release_makes_it_true(
            start in proptest::collection::vec(any::<u8>(), 0..10_000),
            steps in proptest::collection::vec(
                prop_oneof![
                    (0_u64..12_000, proptest::collection::vec(any::<u8>(), 1..6_000)).prop_map(|(at, bytes)| Step::Write(at, bytes)),
                    (0_u64..14_000).prop_map(Step::SetLength),
                    Just(Step::Sync),
                ],
                0..12,
            ),
        ) {
            let plain = filled(&start);
            let (gate, keeper) = Gate::closed(Box::new(filled(&start))).unwrap();
            for step in steps {
                match step {
                    Step::Write(at, bytes) => {
                        let end = at + bytes.len() as u64;
                        let both: [&dyn redb::StorageBackend; 2] = [&plain, &gate];
                        for backend in both {
                            if backend.len().unwrap() < end {
                                backend.set_len(end).unwrap();
                            }
                            backend.write(at, &bytes).unwrap();
                        }
                    }
                    Step::Sync => gate.sync_data().unwrap(),
                    Step::SetLength(length) => {
                        plain.set_len(length).unwrap();
                        gate.set_len(length).unwrap();
                    }
                }
                prop_assert_eq!(all(&plain), all(&gate));
            }
            keeper.release().unwrap();
            prop_assert_eq!(all(&plain), all(&*keeper.state.inner));
            prop_assert_eq!(all(&plain), all(&gate));
        }
    }
}
