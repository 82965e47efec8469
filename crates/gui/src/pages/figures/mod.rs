//! The three key figures with charts and snapshots.

use egui::Ui;

use crate::app::Scene;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct FiguresPage;

impl FiguresPage {
    /// Paints the page.
    pub fn ui(&mut self, _ui: &mut Ui, _scene: &mut Scene<'_>) {}
}
