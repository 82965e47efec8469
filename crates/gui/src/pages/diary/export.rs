//! What is done with the diary as a whole: a calendar comes in; all of it goes out, or what the filter lets through, or
//! what is on the days of a period.

use egui::Ui;

use super::filter::Filter;
use crate::app::{Action, Purpose, Scene, undo_words};
use crate::icons;
use crate::pages::export::{Exporting, Offer};
use crate::widgets::{Button, MenuItem, menu};
use crate::works::{DiaryPart, Exported};

/// The export of the diary: its entry in the menu beside the filters, and the panel while it is open.
#[derive(Debug, Default)]
pub(super) struct DiaryExport {
    panel: Option<Exporting>,
}

impl DiaryExport {
    /// What is done with the diary as a whole, behind a button beside the filters.
    pub(super) fn menu(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, filter: &Filter) {
        let words = scene.words;
        let button = ui.add(Button::quiet_icon(icons::MORE, &words.get("diary-whole")).small());
        menu(&button, |ui| {
            let undo = undo_words(words, scene.frame);
            let can = scene.frame.undo.is_some() && scene.frame.writable;
            if ui.add_enabled(can, MenuItem::new(&undo).icon(icons::UNDO)).clicked() {
                scene.act(Action::Undo);
                ui.close();
            }
            let import = words.get("import");
            if ui.add_enabled(scene.frame.writable, MenuItem::new(&import).icon(icons::IMPORT)).clicked() {
                scene.act(Action::Choose(Purpose::ImportContacts));
                ui.close();
            }
            if ui.add(MenuItem::new(&words.get("export")).icon(icons::EXPORT)).clicked() {
                self.panel = Some(offers(scene, filter));
                ui.close();
            }
        });
    }

    /// Shows the panel while it is open.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        if self.panel.as_mut().is_some_and(|panel| panel.ui(ui, scene)) {
            self.panel = None;
        }
    }
}

/// What can go out; what the filter lets through is proposed where one is set.
fn offers(scene: &Scene<'_>, filter: &Filter) -> Exporting {
    let (words, home) = (scene.words, scene.now.zone);
    let offer = |key: &str, part| Offer { name: words.get(key), what: Exported::Diary { part, home } };
    let mut offers = vec![offer("calendar-export-all", DiaryPart::All)];
    if filter.wanted().is_on() {
        offers.push(offer("calendar-export-shown", DiaryPart::Filtered(filter.wanted().clone())));
    }
    let chosen = offers.len() - 1;
    offers.push(offer("calendar-export-period", DiaryPart::Period(scene.today, scene.today)));
    Exporting::new(offers, chosen)
}
