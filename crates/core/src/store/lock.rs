//! The lock beside a workspace: `FILE.lock`, held while it is open, so that there is never a second writer.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// What trying to take the lock came to.
#[derive(Debug)]
pub(crate) enum Locked {
    /// The lock is held until this is dropped.
    Held(WorkspaceLock),
    /// Another program holds it.
    Elsewhere,
    /// The place cannot lock (a network share, say): only reading is safe.
    CannotLock,
}

/// A lock that is held.
#[derive(Debug)]
pub(crate) struct WorkspaceLock {
    file: File,
}

impl WorkspaceLock {
    /// Tries to take the lock of a workspace without waiting.
    ///
    /// # Errors
    /// When the lock file can be neither opened nor made, as in a folder that may not be written.
    pub(crate) fn take(workspace: &Path) -> io::Result<Locked> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        private(&mut options);
        let mut file = options.open(lock_path(workspace))?;
        match file.try_lock() {
            Ok(()) => {
                // For a person who wonders who holds it; nothing reads it back.
                let _ = file.set_len(0);
                let _ = file.rewind();
                let _ = writeln!(file, "{}", std::process::id());
                Ok(Locked::Held(Self { file }))
            }
            Err(TryLockError::WouldBlock) => Ok(Locked::Elsewhere),
            Err(TryLockError::Error(_)) => Ok(Locked::CannotLock),
        }
    }
}

impl Drop for WorkspaceLock {
    fn drop(&mut self) {
        // The file stays: removing it would let a second program lock another file of the same name.
        let _ = self.file.unlock();
    }
}

/// Where the lock of a workspace stands.
pub(crate) fn lock_path(workspace: &Path) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// Makes a file that is created with these options readable by the user alone, from its first byte.
pub(crate) fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = options;
}

#[cfg(test)]
mod tests {
    use super::{Locked, WorkspaceLock};

    #[test]
    fn a_second_writer_is_told_that_the_workspace_is_open_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.desk");
        let first = WorkspaceLock::take(&file).unwrap();
        assert!(matches!(first, Locked::Held(_)));
        assert!(matches!(WorkspaceLock::take(&file).unwrap(), Locked::Elsewhere));
        drop(first);
        assert!(matches!(WorkspaceLock::take(&file).unwrap(), Locked::Held(_)));
    }
}
