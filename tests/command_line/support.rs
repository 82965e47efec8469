//! Runs the binary over a workspace in a temporary folder, at a moment that stands still.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder with a workspace.
pub struct Script {
    folder: tempfile::TempDir,
}

impl Script {
    /// No workspace yet.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The example workspace in English.
    pub fn example() -> Self {
        let script = Self::new();
        script.ok(&["demo", "--lang", "en", "--out", script.workspace().to_str().unwrap()]);
        script
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace.desk")
    }

    /// Puts a file beside the workspace.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sponsor-desk"));
        command.arg("--workspace").arg(self.workspace()).args(["--now", "2026-11-24T12:40"]).args(arguments);
        command.env("HOME", self.folder.path()).env("LANG", "en_GB.UTF-8").env("LC_ALL", "en_GB.UTF-8");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What it prints when it succeeds.
    pub fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The JSON that it prints when it succeeds.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.ok(&arguments)).unwrap()
    }

    /// The one sentence of a failure; nothing is printed and the status is 1.
    pub fn fails(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?} printed {:?}", output.stdout);
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!(sentence.trim().lines().count(), 1, "{arguments:?}: {sentence}");
        sentence
    }
}
