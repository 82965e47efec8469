//! The structure of registered users, and their orders.

use egui::Ui;

use crate::app::Scene;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct StructurePage;

impl StructurePage {
    /// Paints the page.
    pub fn ui(&mut self, _ui: &mut Ui, _scene: &mut Scene<'_>) {}
}
