//! What closing a workspace does to its file.

use std::path::Path;

use sponsor_core::Desk;
use sponsor_core::model::IdSource;

use crate::world::{World, moment};

/// How many long texts there were.
const TEXTS: usize = 24;
/// How long each of them was, in bytes.
const LONG: usize = 1024 * 1024;

/// A workspace in which many long texts were typed, of which only the last is left.
fn with_long_texts_that_are_gone(path: &Path) -> World {
    let desk = Desk::create(path, IdSource::seeded(1), moment(0)).unwrap();
    let mut world = World { desk, minute: 0, seed: 1 };
    world.fill();
    // Some file systems store what repeats itself in less room.
    let mut random = fastrand::Rng::with_seed(1);
    for text in 0..TEXTS {
        let long = std::iter::repeat_with(|| random.u8(..)).take(LONG).collect();
        world.desk.keep_drafts(&[(format!("form {text}"), Some(long))]).unwrap();
    }
    let gone: Vec<_> = (0..TEXTS - 1).map(|text| (format!("form {text}"), None)).collect();
    world.desk.keep_drafts(&gone).unwrap();
    world
}

fn again(path: &Path) -> World {
    World { desk: Desk::open(path, IdSource::seeded(2)).unwrap(), minute: 100, seed: 2 }
}

#[test]
fn a_file_that_stands_half_empty_is_small_after_it_was_closed_and_holds_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let world = with_long_texts_that_are_gone(&path);
    let (state, before) = (world.state(), std::fs::metadata(&path).unwrap().len());
    assert!(before > (TEXTS * LONG) as u64);
    let drafts = world.desk.drafts().unwrap();
    assert!(world.desk.close().unwrap());
    assert!(std::fs::metadata(&path).unwrap().len() < before / 4);
    let world = again(&path);
    assert_eq!(world.state(), state);
    assert_eq!(world.desk.drafts().unwrap(), drafts);
    world.desk.undo().unwrap();
    assert!(!world.desk.close().unwrap(), "a small file is left as it is");
}

#[test]
fn a_workspace_that_is_still_read_is_closed_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.desk");
    let world = with_long_texts_that_are_gone(&path);
    let (state, view) = (world.state(), world.desk.read().unwrap());
    assert!(!world.desk.close().unwrap());
    drop(view);
    let world = again(&path);
    assert_eq!(world.state(), state);
    assert!(world.desk.close().unwrap(), "the next closing makes up for it");
}
