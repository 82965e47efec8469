//! Files that are not what they should be: refused with their bytes untouched, or read right.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use redb::{Database, TableDefinition};
use sponsor_core::Desk;
use sponsor_core::model::{AnyRecord, IdSource};
use sponsor_core::store::{SCHEMA, StoreError};

use crate::world::{World, moment, records, sound};

const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
const PAGE: usize = 4096;

/// A small workspace in a folder, and its records.
fn workspace(folder: &Path) -> (PathBuf, Vec<AnyRecord>) {
    let path = folder.join("a.desk");
    let desk = Desk::create(&path, IdSource::seeded(1), moment(0)).unwrap();
    let mut world = World { desk, minute: 0, seed: 1 };
    world.fill();
    (path, world.state())
}

fn open(path: &Path) -> Result<Desk, StoreError> {
    Desk::open(path, IdSource::seeded(2))
}

/// Opens a copy of these bytes: it must be refused untouched, or show what the undamaged one shows.
fn refused_or_right(path: &Path, bytes: &[u8], before: &[AnyRecord], about: &str) -> bool {
    std::fs::write(path, bytes).unwrap();
    let opened = catch_unwind(AssertUnwindSafe(|| open(path))).unwrap_or_else(|_| panic!("{about}: a panic"));
    match opened {
        Err(error) => {
            let known = matches!(error, StoreError::Damaged(_) | StoreError::NotAWorkspace | StoreError::Newer { .. });
            assert!(known, "{about}: {error:?}");
            assert_eq!(std::fs::read(path).unwrap(), bytes, "{about}: the refused file was changed");
            false
        }
        Ok(desk) => {
            let view = desk.read().unwrap();
            sound(&view);
            assert_eq!(records(&view), before, "{about}: silently wrong");
            assert!(!view.history(1_000).unwrap().is_empty());
            true
        }
    }
}

fn damaged(whole: &[u8], number: usize) -> (Vec<u8>, String) {
    let mut random = fastrand::Rng::with_seed(number as u64);
    let mut bytes = whole.to_vec();
    let pages = whole.len() / PAGE;
    let about = match number % 6 {
        0 => {
            let at = random.usize(..bytes.len());
            bytes[at] ^= 1 << random.u8(..8);
            format!("a bit flipped at {at}")
        }
        1 => {
            // The pages that hold something come first; the rest of a small file is empty.
            let page = random.usize(..pages.min(60));
            bytes[page * PAGE..(page + 1) * PAGE].fill(0);
            format!("page {page} zeroed")
        }
        2 => {
            let length = random.usize(1..bytes.len());
            bytes.truncate(length);
            format!("cut short to {length}")
        }
        3 => {
            let page = random.usize(..pages.min(60));
            random.fill(&mut bytes[page * PAGE..(page + 1) * PAGE]);
            format!("page {page} of noise")
        }
        4 => {
            let at = random.usize(..320);
            bytes[at] ^= 1 << random.u8(..8);
            format!("a bit of the header flipped at {at}")
        }
        _ => {
            let (one, other) = (random.usize(..pages.min(60)), random.usize(..pages.min(60)));
            let copy = bytes[one * PAGE..(one + 1) * PAGE].to_vec();
            bytes[other * PAGE..(other + 1) * PAGE].copy_from_slice(&copy);
            format!("page {one} over page {other}")
        }
    };
    (bytes, format!("{number}: {about}"))
}

#[test]
fn a_damaged_file_is_refused_untouched_or_read_right() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = workspace(folder.path());
    let whole = std::fs::read(&path).unwrap();
    let copy = folder.path().join("b.desk");
    let mut right = 0;
    for number in 0..120 {
        let (bytes, about) = damaged(&whole, number);
        right += usize::from(refused_or_right(&copy, &bytes, &before, &about));
    }
    assert!(right < 100, "the damage must reach what is kept");
}

#[test]
fn a_file_that_was_not_closed_is_opened_with_everything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let desk = Desk::create(&path, IdSource::seeded(1), moment(0)).unwrap();
    let mut world = World { desk, minute: 0, seed: 1 };
    world.fill();
    let bytes = std::fs::read(&path).unwrap();
    let copy = folder.path().join("b.desk");
    assert!(refused_or_right(&copy, &bytes, &world.state(), "copied while open"));
}

#[test]
fn what_is_no_workspace_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    assert!(matches!(open(&path), Err(StoreError::Missing)));
    assert!(!folder.path().join("a.desk.lock").exists());
    assert!(matches!(open(folder.path()), Err(StoreError::NotAWorkspace)));
    let noise: Vec<u8> = std::iter::repeat_with(|| fastrand::u8(..)).take(50_000).collect();
    for bytes in [&b""[..], b"redb", b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"SQLite format 3\0", &noise, &[0; 8192]] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(open(&path), Err(StoreError::NotAWorkspace)));
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

/// A database that the test writes to as it likes.
fn other_database(path: &Path, change: impl FnOnce(&redb::WriteTransaction)) -> Vec<u8> {
    let database = Database::create(path).unwrap();
    let transaction = database.begin_write().unwrap();
    change(&transaction);
    transaction.commit().unwrap();
    drop(database);
    std::fs::read(path).unwrap()
}

#[test]
fn another_programs_database_is_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let foreign: TableDefinition<'_, u64, u64> = TableDefinition::new("numbers");
    let bytes = other_database(&path, |transaction| drop(transaction.open_table(foreign).unwrap()));
    assert!(matches!(open(&path), Err(StoreError::NotAWorkspace)));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);

    let path = folder.path().join("b.desk");
    let same_name: TableDefinition<'_, u64, u64> = TableDefinition::new("meta");
    let bytes = other_database(&path, |transaction| drop(transaction.open_table(same_name).unwrap()));
    assert!(matches!(open(&path), Err(StoreError::NotAWorkspace)));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);

    let path = folder.path().join("c.desk");
    let bytes = other_database(&path, |transaction| {
        let mut meta = transaction.open_table(META).unwrap();
        meta.insert("schema", SCHEMA.to_be_bytes().as_slice()).unwrap();
    });
    assert!(open(&path).is_err(), "a schema without the tables is no workspace");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = workspace(folder.path());
    for (schema, newer) in [(SCHEMA + 1, true), (u32::MAX, true), (0, false)] {
        let bytes = other_database(&path, |transaction| {
            let mut meta = transaction.open_table(META).unwrap();
            meta.insert("schema", schema.to_be_bytes().as_slice()).unwrap();
        });
        match open(&path) {
            Err(StoreError::Newer { found, known }) => assert!(newer && found == schema && known == SCHEMA),
            Err(StoreError::Damaged(_)) => assert!(!newer),
            other => panic!("{schema}: {other:?}"),
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "schema {schema}");
    }
}
