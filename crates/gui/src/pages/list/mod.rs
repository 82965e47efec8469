//! The list of contacts, with a pane of the chosen person and the import of contacts.

use egui::Ui;

use crate::app::Scene;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct ListPage;

impl ListPage {
    /// Paints the page.
    pub fn ui(&mut self, _ui: &mut Ui, _scene: &mut Scene<'_>) {}
}
