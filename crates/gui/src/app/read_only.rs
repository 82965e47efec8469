//! A workspace that can only be read: why, and what a person may do.

use std::path::Path;

use egui::{Frame, Margin, Panel, Ui};

use super::action::Action;
use super::chooser::Purpose;
use super::scene::Scene;
use crate::icons;
use crate::theme::{Tokens, space};
use crate::widgets::{Banner, Button, Tone};
use crate::words::Words;

/// Why a workspace can only be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The file itself may not be written.
    File,
    /// Nothing may be written in its folder, so that nobody can be told that it is open.
    Folder,
    /// The place cannot lock a file: a share on another computer.
    Place,
}

impl ReadOnly {
    /// Why the workspace of this file, which is open and not writable, is so.
    #[must_use]
    pub fn of(path: Option<&Path>) -> Self {
        let Some(path) = path else { return Self::Place };
        let writes = |path: &Path| std::fs::OpenOptions::new().write(true).open(path).is_ok();
        let mut lock = path.as_os_str().to_owned();
        lock.push(".lock");
        if !writes(path) {
            Self::File
        } else if writes(Path::new(&lock)) {
            Self::Place
        } else {
            Self::Folder
        }
    }

    /// «Отворено само за четене: …».
    #[must_use]
    pub fn sentence(self, words: &Words) -> String {
        let why = match self {
            Self::File => "read-only-file",
            Self::Folder => "read-only-folder",
            Self::Place => "read-only-place",
        };
        words.with("read-only", &[("why", words.get(why).into())])
    }
}

/// Shows above every page that the workspace can only be read.
pub(super) fn banner(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(reason) = scene.frame.read_only else { return };
    let words = scene.words;
    let margin = Margin { left: 24, right: 24, top: 12, bottom: 0 };
    let frame = Frame::new().fill(Tokens::of(ui).paper).inner_margin(margin);
    let other = Panel::top("read only").show_separator_line(false).frame(frame).show(ui, |ui| {
        let (title, text) = (reason.sentence(words), words.get("read-only-do"));
        Banner::new(&title).text(&text).icon(icons::LOCK).tone(Tone::Important).show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.add(Button::plain(&words.get("other-workspace")).small()).clicked()
        })
    });
    if other.inner {
        scene.act(Action::Choose(Purpose::OtherWorkspace));
    }
}
