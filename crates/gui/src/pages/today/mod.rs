//! Днес: what matters now.

use egui::Ui;

use crate::app::Scene;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct TodayPage;

impl TodayPage {
    /// Paints the page.
    pub fn ui(&mut self, _ui: &mut Ui, _scene: &mut Scene<'_>) {}
}
