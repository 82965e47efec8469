//! What can be mended of a row of a file of contacts: its name, phone, e-mail and city.

use egui::Ui;
use sponsor_core::exchange::{Mended, Preview, Reasons as _, Refusal, Verdict};

use crate::app::Scene;
use crate::pages::mending::{Mendable, Mending, RowOfFile};
use crate::words::Words;

impl Mendable for Mended {
    fn fields(&mut self, words: &Words) -> Vec<(String, &mut String)> {
        vec![
            (words.get("list-column-name"), &mut self.name),
            (words.get("list-phone"), &mut self.phone),
            (words.get("list-email"), &mut self.email),
            (words.get("list-city"), &mut self.city),
        ]
    }

    fn is_enough(&self) -> bool {
        !self.name.trim().is_empty()
    }
}

/// Shows the panel of a row that is mended; tells whether it has just closed.
pub(super) fn mend(ui: &Ui, scene: &Scene<'_>, mending: &mut Mending<Mended>, preview: &mut Preview) -> bool {
    let Some(row) = mending.open().and_then(|row| preview.rows.get(row)) else { return false };
    let refused = match &row.verdict {
        Verdict::Refused(refusal) => Some(scene.words.refusal(*refusal)),
        _ => None,
    };
    // The first field is the name, without which nobody comes.
    let wrong = matches!(row.verdict, Verdict::Refused(Refusal::NoName)).then_some(0);
    let of_file = RowOfFile { line: row.line, ordinal: row.ordinal, refused, wrong };
    mending.ui(ui, scene, &of_file, |row, typed| preview.mend(row, typed, scene.ids, scene.now).is_ok())
}
