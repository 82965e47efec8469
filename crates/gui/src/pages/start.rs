//! The first start: language, name, home city, evening hour and review day; then an empty workspace, the example, or a
//! backup.

use std::path::PathBuf;

use egui::Ui;
use sponsor_core::command::Beginning;

use crate::format::Formats;
use crate::words::{Language, Words};

/// How the workspace begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// Empty.
    Empty,
    /// With the example.
    Example,
    /// From a backup.
    Backup(PathBuf),
}

/// What the first start asks for.
#[derive(Debug)]
pub enum StartAnswer {
    /// Another language.
    Speak(Language),
    /// A backup is to be chosen.
    ChooseBackup,
    /// Everything is said.
    Begin(Box<Beginning>, How),
}

/// The first start.
#[derive(Debug)]
pub struct StartPage {
    language: Language,
}

impl StartPage {
    /// In a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// Shows it; what was asked for, if anything.
    pub fn ui(&mut self, _ui: &mut Ui, _words: &Words, _formats: &Formats) -> Option<StartAnswer> {
        let _ = self.language;
        None
    }
}
