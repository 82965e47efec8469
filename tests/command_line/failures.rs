//! What is wrong is said in one sentence, the status is 1, and the file is as it was.

use std::io::Read as _;
use std::process::Stdio;

use crate::support::Script;

#[test]
fn nothing_but_demo_import_and_restore_makes_a_workspace() {
    let script = Script::new();
    for arguments in [
        &["today"][..],
        &["search", "x"],
        &["add", "x"],
        &["export", "all", "--out", "x.json"],
        &["figures"],
        &["history"],
        &["undo"],
        &["check"],
        &["snapshot", "list"],
        &["reading", "--date", "2026-11-24", "--points", "5"],
    ] {
        assert!(script.fails(arguments).contains("no workspace"), "{arguments:?}");
        assert!(!script.workspace().exists(), "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_no_workspace_is_refused_and_keeps_its_bytes() {
    let script = Script::new();
    for bytes in [&b""[..], b"just a text", &[0_u8; 5000]] {
        std::fs::write(script.workspace(), bytes).unwrap();
        for arguments in [&["today"][..], &["check"], &["add", "x"]] {
            assert!(script.fails(arguments).contains("not a workspace"));
        }
        assert_eq!(std::fs::read(script.workspace()).unwrap(), bytes);
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_nothing_is_left_in_it() {
    let script = Script::example();
    let missing = script.folder().join("missing").join("out.json");
    script.fails(&["export", "all", "--out", missing.to_str().unwrap()]);
    script.fails(&["backup", "--out", missing.to_str().unwrap()]);
    assert!(!missing.parent().unwrap().exists());
}

#[test]
fn wrong_arguments_end_with_two() {
    let script = Script::example();
    for arguments in [&["figures", "--month", "2026-13"][..], &["nonsense"], &["figures", "--week", "2026-11"]] {
        assert_eq!(script.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_pipe_that_is_closed_early_is_no_panic() {
    let script = Script::example();
    let mut child = script
        .command(&["export", "contacts", "--out", "/dev/stdout"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    child.wait().unwrap();
    assert!(!errors.contains("panicked"), "{errors}");

    let mut child = script
        .command(&["history", "--limit", "100000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert!(!errors.contains("panicked"), "{errors}");
    assert!(child.wait().unwrap().code().is_some());
}

#[test]
fn a_second_demo_leaves_the_first_alone() {
    let script = Script::example();
    let before = std::fs::read(script.workspace()).unwrap();
    script.fails(&["demo", "--out", script.workspace().to_str().unwrap()]);
    assert_eq!(std::fs::read(script.workspace()).unwrap(), before);
}
