//! Where a workspace's bytes are: a file, or memory in tests and for the example. Faults are injected here.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use redb::backends::{FileBackend, InMemoryBackend};
use redb::{BackendError, StorageBackend};

use super::lock::private;

/// A place that yields a storage backend each time the workspace is opened or reopened.
pub trait Medium: Send + Sync + std::fmt::Debug {
    /// A backend over the bytes that are there now.
    ///
    /// # Errors
    /// When the place cannot be reached.
    fn backend(&self) -> io::Result<Box<dyn StorageBackend>>;

    /// The first bytes and the length, without changing anything; none where there is nothing yet.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn peek(&self) -> io::Result<Option<(Vec<u8>, u64)>>;

    /// How many bytes the place takes. A file may take fewer than it is long: what was never written takes none.
    ///
    /// # Errors
    /// When the place cannot be reached.
    fn bytes_on_disk(&self) -> io::Result<u64> {
        Ok(self.peek()?.map_or(0, |(_, length)| length))
    }

    /// Copies the bytes to a place beside them whose name ends in `suffix`, before a migration. Memory keeps no copy.
    ///
    /// # Errors
    /// When the copy cannot be made; then nothing is migrated.
    fn copy_aside(&self, suffix: &str) -> io::Result<()> {
        let _ = suffix;
        Ok(())
    }
}

/// A file on disk.
#[derive(Clone, Debug)]
pub(crate) struct FileMedium {
    path: PathBuf,
    writable: bool,
}

impl FileMedium {
    /// The file at `path`, which is opened for reading only unless `writable`.
    pub(crate) fn new(path: &Path, writable: bool) -> Self {
        Self { path: path.to_owned(), writable }
    }

    fn open(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(self.writable);
        private(&mut options);
        options.open(&self.path)
    }
}

impl Medium for FileMedium {
    fn backend(&self) -> io::Result<Box<dyn StorageBackend>> {
        let backend = FileBackend::new(self.open()?).map_err(io::Error::other)?;
        Ok(if self.writable { Box::new(backend) } else { Box::new(ReadFile(backend)) })
    }

    fn peek(&self) -> io::Result<Option<(Vec<u8>, u64)>> {
        let mut file = match self.open() {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let length = file.metadata()?.len();
        let mut head = vec![0; 16];
        let read = file.read(&mut head)?;
        head.truncate(read);
        Ok(Some((head, length)))
    }

    #[cfg(unix)]
    fn bytes_on_disk(&self) -> io::Result<u64> {
        use std::os::unix::fs::MetadataExt as _;
        /// The unit of `st_blocks`, see stat(3type).
        const BLOCK: u64 = 512;
        let about = std::fs::metadata(&self.path)?;
        Ok(about.len().min(about.blocks().saturating_mul(BLOCK)))
    }

    fn copy_aside(&self, suffix: &str) -> io::Result<()> {
        let mut name = self.path.as_os_str().to_owned();
        name.push(".");
        name.push(suffix);
        let folder = crate::files::folder_of(&self.path);
        let mut copy = tempfile::Builder::new().prefix(".part-").tempfile_in(folder)?;
        io::copy(&mut self.open()?, copy.as_file_mut())?;
        copy.as_file().sync_all()?;
        copy.persist(PathBuf::from(name)).map_err(|error| error.error)?;
        crate::files::sync_folder(folder);
        Ok(())
    }
}

/// A file that is only read. It takes shared locks where the database asks for its own: an exclusive one cannot be had
/// on a file that was opened for reading, and a shared one still keeps a writer away from what is being read.
#[derive(Debug)]
struct ReadFile(FileBackend);

impl StorageBackend for ReadFile {
    fn len(&self) -> io::Result<u64> {
        self.0.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.0.read(offset, out)
    }

    fn set_len(&self, _: u64) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, _: u64, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }

    fn close(&self) -> io::Result<()> {
        self.0.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.0.try_lock_shared_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.0.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.0.lock_shared_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.0.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.0.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.0.query_lock_range(start, end)
    }
}

/// Bytes in memory that outlive a reopening.
#[derive(Clone, Debug, Default)]
pub struct MemoryMedium {
    bytes: Arc<InMemoryBackend>,
}

/// A backend over shared memory.
#[derive(Debug)]
struct SharedMemory(Arc<InMemoryBackend>);

impl StorageBackend for SharedMemory {
    fn len(&self) -> io::Result<u64> {
        self.0.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.0.read(offset, out)
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.0.write(offset, data)
    }
}

impl MemoryMedium {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// All the bytes, as a file would hold them.
    ///
    /// # Errors
    /// Never in practice: memory does not fail to be read.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut out = vec![0; usize::try_from(self.bytes.len()?).map_err(io::Error::other)?];
        self.bytes.read(0, &mut out)?;
        Ok(out)
    }
}

impl Medium for MemoryMedium {
    fn backend(&self) -> io::Result<Box<dyn StorageBackend>> {
        Ok(Box::new(SharedMemory(Arc::clone(&self.bytes))))
    }

    fn peek(&self) -> io::Result<Option<(Vec<u8>, u64)>> {
        let length = self.bytes.len()?;
        let mut head = vec![0; usize::try_from(length.min(16)).unwrap_or(0)];
        self.bytes.read(0, &mut head)?;
        Ok((length > 0).then_some((head, length)))
    }
}
