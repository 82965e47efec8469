//! The size of the window and the last page, kept beside the workspace: no commands, in no export.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::action::Page;
use super::reminders::PutOff;
use crate::pages::diary::Look;

/// What is kept of the window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowState {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// The last page.
    pub page: Page,
    /// How the diary was looked at last.
    pub diary: Look,
    /// When the last backup of each workspace was made in the window, by its path.
    pub backups: BTreeMap<String, NaiveDateTime>,
    /// Up to when reminders of each workspace were told, by its path.
    pub reminded: BTreeMap<String, NaiveDateTime>,
    /// Reminders that were put off.
    pub put_off: Vec<PutOff>,
    /// The workspace that was chosen last in the window; none while it is the usual one.
    pub workspace: Option<PathBuf>,
    /// What is being typed at the first start, as the draft of a form; none once there is a workspace.
    pub first_start: Option<String>,
}

impl Default for WindowState {
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 800.0,
            page: Page::Today,
            diary: Look::default(),
            backups: BTreeMap::new(),
            reminded: BTreeMap::new(),
            put_off: Vec::new(),
            workspace: None,
            first_start: None,
        }
    }
}

const FILE: &str = "window.json";

impl WindowState {
    /// What was kept; the first state where nothing was, or where it cannot be read.
    #[must_use]
    pub fn load(folder: &Path) -> Self {
        let bytes = std::fs::read(folder.join(FILE)).unwrap_or_default();
        let state: Self = serde_json::from_slice(&bytes).unwrap_or_default();
        let usable = state.width >= 400.0 && state.height >= 300.0 && state.width < 20_000.0 && state.height < 20_000.0;
        if usable {
            return state;
        }
        let Self { width, height, .. } = Self::default();
        Self { width, height, ..state }
    }

    /// Keeps the state. That it cannot be kept is no reason to tell anybody.
    pub fn save(&self, folder: &Path) {
        let write = || -> std::io::Result<()> {
            std::fs::create_dir_all(folder)?;
            sponsor_core::files::write_whole(&folder.join(FILE), &serde_json::to_vec(self)?)
        };
        if let Err(error) = write() {
            tracing::debug!(%error, "the state of the window was not kept");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Page, WindowState};

    #[test]
    fn the_window_opens_as_it_was_left_and_a_broken_file_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        let state = WindowState {
            width: 1400.0,
            height: 900.0,
            page: Page::Diary,
            diary: Look::Chronicle,
            workspace: Some("other.desk".into()),
            ..WindowState::default()
        };
        state.save(folder.path());
        assert_eq!(WindowState::load(folder.path()), state);
        std::fs::write(folder.path().join("window.json"), b"{").unwrap();
        assert_eq!(WindowState::load(folder.path()), WindowState::default());
    }
}
