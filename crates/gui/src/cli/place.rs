//! Where the workspace, the logs and the state of the window are.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The name of the workspace's file where none is said.
const FILE: &str = "workspace.desk";

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "sponsor-desk")
}

/// The workspace that is opened where none is said: in the user's folder for data.
#[must_use]
pub fn default_workspace() -> PathBuf {
    folders().map_or_else(|| PathBuf::from(FILE), |folders| folders.data_dir().join(FILE))
}

/// The folder for the state of the window and the logs.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let folders = folders()?;
    Some(folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned())
}
