//! The gate: a storage backend that holds every write in memory until the file behind it is accepted.
//!
//! A checked open of redb commits, so it would change even a file that is then refused. Behind a closed gate the file
//! keeps its bytes; once integrity and schema are accepted the held writes go through and the gate stays open. A
//! workspace that may only be read is opened through a gate that is never released.

use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use redb::{BackendError, StorageBackend};

/// The size of the pieces in which held writes are kept, in bytes.
const BLOCK: u64 = 4096;

/// What was written behind a closed gate.
#[derive(Debug)]
struct Held {
    length: u64,
    blocks: BTreeMap<u64, Box<[u8]>>,
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
    held: Mutex<Option<Held>>,
}

impl Gate {
    /// A closed gate before `inner`, and the keeper that can release it.
    ///
    /// # Errors
    /// When the length of `inner` cannot be read.
    pub(crate) fn closed(inner: Box<dyn StorageBackend>) -> io::Result<(Self, GateKeeper)> {
        let held = Held { length: inner.len()?, blocks: BTreeMap::new() };
        let state = Arc::new(GateState { inner, held: Mutex::new(Some(held)) });
        Ok((Self { state: Arc::clone(&state) }, GateKeeper { state }))
    }
}

impl GateKeeper {
    /// Writes what was held and opens the gate for good.
    ///
    /// # Errors
    /// When the backend behind the gate fails; then nothing can be said about how much of it was written.
    pub(crate) fn release(&self) -> io::Result<()> {
        let mut guard = self.state.held();
        if let Some(held) = guard.take() {
            let inner = &self.state.inner;
            inner.set_len(held.length)?;
            for (block, bytes) in &held.blocks {
                let offset = block * BLOCK;
                let length = held.length.saturating_sub(offset).min(BLOCK);
                let length = usize::try_from(length).unwrap_or(0);
                if let Some(bytes) = bytes.get(..length).filter(|bytes| !bytes.is_empty()) {
                    inner.write(offset, bytes)?;
                }
            }
            inner.sync_data()?;
        }
        Ok(())
    }
}

impl GateState {
    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A block as it stands behind the closed gate: what was held, else what the file has, zero beyond its end.
    fn block(&self, held: &Held, block: u64) -> io::Result<Box<[u8]>> {
        if let Some(bytes) = held.blocks.get(&block) {
            return Ok(bytes.clone());
        }
        let mut bytes = vec![0_u8; 4096].into_boxed_slice();
        let offset = block * BLOCK;
        let there = self.inner.len()?.min(held.length).saturating_sub(offset).min(BLOCK);
        let there = usize::try_from(there).unwrap_or(0);
        if let Some(part) = bytes.get_mut(..there).filter(|part| !part.is_empty()) {
            self.inner.read(offset, part)?;
        }
        Ok(bytes)
    }
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

impl StorageBackend for Gate {
    fn len(&self) -> io::Result<u64> {
        match &*self.state.held() {
            Some(held) => Ok(held.length),
            None => self.state.inner.len(),
        }
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let guard = self.state.held();
        let Some(held) = &*guard else {
            drop(guard);
            return self.state.inner.read(offset, out);
        };
        if offset + out.len() as u64 > held.length {
            return Err(beyond_the_end());
        }
        let mut rest = out;
        for (block, range) in pieces(offset, rest.len()) {
            let bytes = self.state.block(held, block)?;
            let (part, after) = rest.split_at_mut(range.len());
            part.copy_from_slice(bytes.get(range).ok_or_else(beyond_the_end)?);
            rest = after;
        }
        Ok(())
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        let mut guard = self.state.held();
        let Some(held) = guard.as_mut() else {
            drop(guard);
            return self.state.inner.set_len(length);
        };
        if length < held.length {
            held.blocks.split_off(&length.div_ceil(BLOCK));
            let cut = usize::try_from(length % BLOCK).unwrap_or(0);
            if cut > 0 {
                let mut last = self.state.block(held, length / BLOCK)?;
                last.iter_mut().skip(cut).for_each(|byte| *byte = 0);
                held.blocks.insert(length / BLOCK, last);
            }
        }
        held.length = length;
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        if self.state.held().is_some() { Ok(()) } else { self.state.inner.sync_data() }
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut guard = self.state.held();
        let Some(held) = guard.as_mut() else {
            drop(guard);
            return self.state.inner.write(offset, data);
        };
        let mut rest = data;
        for (block, range) in pieces(offset, data.len()) {
            let mut bytes = self.state.block(held, block)?;
            let (part, after) = rest.split_at(range.len());
            bytes.get_mut(range).ok_or_else(beyond_the_end)?.copy_from_slice(part);
            held.blocks.insert(block, bytes);
            rest = after;
        }
        held.length = held.length.max(offset + data.len() as u64);
        Ok(())
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
    }

    proptest! {
        #[test]
        fn behind_the_gate_everything_reads_as_it_would_without_and_release_makes_it_true(
            start in proptest::collection::vec(any::<u8>(), 0..10_000),
            steps in proptest::collection::vec(
                prop_oneof![
                    (0_u64..12_000, proptest::collection::vec(any::<u8>(), 1..6_000)).prop_map(|(at, bytes)| Step::Write(at, bytes)),
                    (0_u64..14_000).prop_map(Step::SetLength),
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
