//! A snapshot as a picture for the clipboard, to be put into a chat.

use std::sync::Arc;

use eframe::icon_data::from_png_bytes;
use egui::ColorImage;
use sponsor_core::Desk;
use sponsor_core::command::CommandError;
use sponsor_core::model::SnapshotId;

use super::{SnapshotFileError, snapshot_file};
use crate::app::{Progress, Work, WorkOutcome};
use crate::format::Formats;
use crate::words::Words;

/// Makes the picture of a snapshot and copies it.
#[derive(Debug)]
pub struct SnapshotPicture {
    /// The snapshot.
    pub id: SnapshotId,
    /// In which language.
    pub words: Words,
}

impl Work for SnapshotPicture {
    fn name(&self) -> &'static str {
        "figures-copy-work"
    }

    fn run(self: Box<Self>, desk: &Desk, progress: &Progress) -> WorkOutcome {
        let found = desk.read().and_then(|view| view.snapshots());
        let snapshot = match found.map(|all| all.into_iter().find(|one| one.id == self.id)) {
            Ok(Some(snapshot)) => snapshot,
            Ok(None) => return WorkOutcome::failed(CommandError::NotFound("snapshot")),
            Err(error) => return WorkOutcome::failed(error),
        };
        let pages = snapshot_file(&self.words, &Formats::new(self.words.clone()), &snapshot, "png");
        let picture = pages.and_then(|pages| decoded(pages.first().map(Vec::as_slice).unwrap_or_default()));
        match picture {
            _ if progress.is_cancelled() => WorkOutcome::Cancelled,
            Ok(picture) => WorkOutcome::ToCopy(Arc::new(picture)),
            Err(error) => WorkOutcome::failed(error),
        }
    }
}

fn decoded(png: &[u8]) -> Result<ColorImage, SnapshotFileError> {
    let picture = from_png_bytes(png).map_err(|error| SnapshotFileError::Picture(error.to_string()))?;
    let side = |length: u32| usize::try_from(length).unwrap_or(0);
    Ok(ColorImage::from_rgba_unmultiplied([side(picture.width), side(picture.height)], &picture.rgba))
}
