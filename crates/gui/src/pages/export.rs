//! What goes out to a file and in which form: the panel that List and Structure share.

use egui::Ui;
use sponsor_core::exchange::CardVersion;

use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Field, Segmented, Select, date_field, modal, soft, split};
use crate::words::Words;
use crate::works::{DiaryPart, Exported, FileForm};

/// The width of the panel.
const WIDTH: f32 = 480.0;

/// Something that can go out, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is called, with how many there are.
    pub name: String,
    /// What goes out.
    pub what: Exported,
}

/// The panel while it is open.
#[derive(Debug)]
pub struct Exporting {
    offers: Vec<Offer>,
    chosen: usize,
    form: FileForm,
    fresh: bool,
    /// The days of a period, as they are typed.
    days: [String; 2],
}

impl Exporting {
    /// Opens with these to choose from, and the one that is proposed.
    #[must_use]
    pub fn new(offers: Vec<Offer>, chosen: usize) -> Self {
        let form = offers.get(chosen).and_then(|offer| offer.what.forms().first()).copied();
        Self { offers, chosen, form: form.unwrap_or(FileForm::Csv), fresh: true, days: Default::default() }
    }

    /// Shows the panel; tells whether it is over.
    pub fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let words = scene.words;
        let (title, close) = (words.get("export-title"), words.get("close"));
        let fresh = std::mem::take(&mut self.fresh);
        let answer = modal(ui.ctx(), "export", &title, &close, WIDTH, |ui| {
            self.what(ui, words);
            let what = self.asked(ui, scene);
            self.forms(ui, words);
            soft(ui, &words.get("export-open-to-all"));
            ui.add_space(space::M);
            let ((), pressed) = split(
                ui,
                height::BUTTON,
                |_| {},
                |ui| {
                    let export = words.get("export-where");
                    let export = ui.add_enabled(what.is_some(), Button::primary(&export).icon(icons::EXPORT));
                    if fresh {
                        export.request_focus();
                    }
                    let exported = what.filter(|_| export.clicked());
                    (exported, ui.add(Button::plain(&words.get("cancel"))).clicked())
                },
            );
            pressed
        });
        let (export, cancel) = answer.inner;
        let exported = export.is_some();
        if let Some(what) = export {
            scene.act(Action::Choose(Purpose::Export(what, Some(self.form))));
        }
        exported || cancel || answer.closed
    }

    /// What is to go out; of a period none until both of its days are typed.
    fn asked(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> Option<Exported> {
        let what = self.offers.get(self.chosen)?.what.clone();
        let Exported::Diary { part: DiaryPart::Period(..), home } = what else { return Some(what) };
        let words = scene.words;
        let mut days = [None, None];
        ui.columns(2, |columns| {
            let keys = ["calendar-export-from", "calendar-export-to"];
            for (((ui, key), text), day) in columns.iter_mut().zip(keys).zip(&mut self.days).zip(&mut days) {
                *day = date_field(ui, words, Field::new(&words.get(key), text), scene.today).value;
            }
        });
        ui.add_space(space::M);
        match days {
            [Some(from), Some(to)] if from <= to => Some(Exported::Diary { part: DiaryPart::Period(from, to), home }),
            _ => {
                soft(ui, &words.get("calendar-export-no-days"));
                ui.add_space(space::M);
                None
            }
        }
    }

    fn what(&mut self, ui: &mut Ui, words: &Words) {
        let before = self.chosen;
        let options = self.offers.iter().enumerate().map(|(place, offer)| (place, offer.name.clone()));
        Select::new(&words.get("export-what"), &mut self.chosen).options(options).show(ui);
        ui.add_space(space::M);
        let forms = self.offers.get(self.chosen).map(|offer| offer.what.forms()).unwrap_or_default();
        if before != self.chosen && !forms.contains(&self.form) {
            self.form = forms.first().copied().unwrap_or(self.form);
        }
    }

    fn forms(&mut self, ui: &mut Ui, words: &Words) {
        let label = words.get("export-form");
        soft(ui, &label);
        let forms = self.offers.get(self.chosen).map(|offer| offer.what.forms()).unwrap_or_default();
        let names: Vec<String> = forms.iter().map(|form| words.get(form_keys(*form).0)).collect();
        let mut switch = Segmented::new(&label, &mut self.form);
        for (form, name) in forms.iter().zip(&names) {
            switch = switch.option(*form, name);
        }
        switch.show(ui);
        ui.add_space(space::XS);
        soft(ui, &words.get(form_keys(self.form).1));
        ui.add_space(space::M);
    }
}

/// The keys of what a form is called and what it is good for.
const fn form_keys(form: FileForm) -> (&'static str, &'static str) {
    match form {
        FileForm::Cards(CardVersion::V4) => ("export-form-cards", "export-note-cards"),
        FileForm::Cards(CardVersion::V3) => ("export-form-cards-older", "export-note-cards-older"),
        FileForm::Csv => ("export-form-csv", "export-note-csv"),
        FileForm::Xlsx => ("export-form-xlsx", "export-note-xlsx"),
        FileForm::Calendar => ("export-form-calendar", "export-note-calendar"),
        FileForm::Json => ("export-form-json", "export-note-json"),
    }
}
