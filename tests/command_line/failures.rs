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
fn a_pipe_that_is_closed_early_ends_with_one_sentence_and_no_panic() {
    let script = Script::new();
    let cards = (0..1500).map(|number| format!("Ana Number{number},0888{number:06}\n")).collect::<Vec<_>>().concat();
    let file = script.file("many.csv", &format!("Name,Phone\n{cards}"));
    script.ok(&["import", &file]);
    // The first line is read and then the pipe is closed, while far more than a pipe holds (64 KiB) is still to come.
    let arguments = ["search", "ana", "--limit", "100000", "--json"];
    assert!(script.ok(&arguments).len() > 2 * 65_536);
    let mut child = script.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut first = [0_u8; 1];
    out.read_exact(&mut first).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert_eq!(errors.trim(), "Nobody reads the output to its end. Nothing was changed by that.");
}

#[test]
fn a_second_demo_leaves_the_first_alone() {
    let script = Script::example();
    let before = std::fs::read(script.workspace()).unwrap();
    script.fails(&["demo", "--out", script.workspace().to_str().unwrap()]);
    assert_eq!(std::fs::read(script.workspace()).unwrap(), before);
}
