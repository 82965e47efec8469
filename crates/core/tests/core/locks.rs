//! One writer at a time, and files that only the user can read.

use std::path::Path;

use sponsor_core::command::CommandName;
use sponsor_core::model::IdSource;
use sponsor_core::store::StoreError;
use sponsor_core::{Desk, DeskError};

use crate::world::{Choice, World, moment};

fn workspace(path: &Path) -> World {
    let desk = Desk::create(path, IdSource::seeded(1), moment(0)).unwrap();
    let mut world = World { desk, minute: 0, seed: 1 };
    world.fill();
    world
}

fn open(path: &Path) -> Result<Desk, StoreError> {
    Desk::open(path, IdSource::seeded(2))
}

#[test]
fn a_second_opening_is_told_that_the_workspace_is_open_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let first = workspace(&path);
    assert!(matches!(open(&path), Err(StoreError::OpenElsewhere)));
    let state = first.state();
    drop(first);
    let again = World { desk: open(&path).unwrap(), minute: 100, seed: 2 };
    assert!(again.desk.is_writable());
    assert_eq!(again.state(), state);
    assert!(matches!(Desk::create(&path, IdSource::seeded(1), moment(0)), Err(StoreError::AlreadyThere)));
}

#[cfg(unix)]
#[test]
fn the_same_file_under_another_name_is_open_elsewhere_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let first = workspace(&path);
    let (link, twin) = (folder.path().join("link.desk"), folder.path().join("twin.desk"));
    std::os::unix::fs::symlink(&path, &link).unwrap();
    std::fs::hard_link(&path, &twin).unwrap();
    assert!(matches!(open(&link), Err(StoreError::OpenElsewhere)));
    assert!(matches!(open(&twin), Err(StoreError::OpenElsewhere)));
    first.state();
}

/// Everything that can be read is, and everything that would write is refused.
fn only_reads(path: &Path) {
    let bytes = std::fs::read(path).unwrap();
    let mut world = World { desk: open(path).unwrap(), minute: 100, seed: 2 };
    assert!(!world.desk.is_writable());
    assert!(!world.state().is_empty());
    let read_only = |error: &DeskError| matches!(error.store(), Some(StoreError::ReadOnly));
    assert!(read_only(&world.give(CommandName::AddPeople, Choice { a: 1, b: 1, c: 1 }).unwrap_err()));
    assert!(read_only(&world.desk.undo().unwrap_err()));
    assert!(read_only(&world.desk.redo().unwrap_err()));
    assert!(matches!(world.desk.keep_drafts(&[("new".to_owned(), None)]), Err(StoreError::ReadOnly)));
    assert!(matches!(world.desk.repair(), Err(StoreError::ReadOnly)));
    assert!(!world.state().is_empty());
    drop(world);
    assert_eq!(std::fs::read(path).unwrap(), bytes);
}

#[test]
fn where_no_lock_can_be_had_the_workspace_is_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    drop(workspace(&path));
    let lock = folder.path().join("a.desk.lock");
    std::fs::remove_file(&lock).unwrap();
    // A folder stands where the lock would.
    std::fs::create_dir_all(&lock).unwrap();
    only_reads(&path);
    let (one, other) = (open(&path).unwrap(), open(&path).unwrap());
    assert_eq!(one.read().unwrap().people().len(), other.read().unwrap().people().len());
}

#[test]
fn a_workspace_that_is_being_written_is_not_read_without_its_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let writer = workspace(&path);
    let lock = folder.path().join("a.desk.lock");
    std::fs::rename(&lock, folder.path().join("away")).unwrap();
    std::fs::create_dir_all(&lock).unwrap();
    assert!(matches!(open(&path), Err(StoreError::OpenElsewhere)));
    writer.state();
}

#[cfg(unix)]
#[test]
fn a_file_or_folder_that_may_not_be_written_is_only_read() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    drop(workspace(&path));
    let state = World { desk: open(&path).unwrap(), minute: 100, seed: 2 }.state();
    std::fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
    let is_administrator = std::fs::OpenOptions::new().write(true).open(&path).is_ok();
    let only_reads = |path: &Path| {
        if is_administrator {
            // Nothing is read-only for the administrator, so that alone cannot be seen; that it opens whole can.
            println!("left out for the administrator, who may write everything: that nothing is written");
        } else {
            only_reads(path);
        }
        let again = World { desk: open(path).unwrap(), minute: 100, seed: 2 };
        assert_eq!(again.desk.is_writable(), is_administrator);
        assert_eq!(again.state(), state);
    };
    only_reads(&path);
    std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    std::fs::remove_file(folder.path().join("a.desk.lock")).unwrap();
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o500)).unwrap();
    only_reads(&path);
    std::fs::set_permissions(folder.path(), Permissions::from_mode(0o700)).unwrap();
}

#[cfg(unix)]
#[test]
fn workspace_and_lock_are_readable_by_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let world = workspace(&path);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    drop(world);
}
