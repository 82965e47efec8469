//! The evening review, in its thin first form.

use egui::Ui;

use crate::app::Scene;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct EveningPage;

impl EveningPage {
    /// Paints the page.
    pub fn ui(&mut self, _ui: &mut Ui, _scene: &mut Scene<'_>) {}
}
