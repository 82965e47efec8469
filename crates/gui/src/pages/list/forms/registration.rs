//! The form of a registration.

use egui::Ui;
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{PersonId, Registration, Role};
use sponsor_core::query::PersonView;

use super::person::Panel;
use super::who::{Who, who_field};
use super::{Pressed, save_row};
use crate::app::{Action, Form, FormKey, FormKind, Scene};
use crate::format::parse;
use crate::theme::space;
use crate::widgets::{Field, Segmented, date_field, modal, soft, time_field};

/// A registration as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct RegistrationForm {
    on: String,
    at: String,
    role: Role,
    company_number: String,
    sponsor: Who,
    rank: String,
}

impl Default for RegistrationForm {
    fn default() -> Self {
        Self {
            on: String::new(),
            at: String::new(),
            role: Role::Partner,
            company_number: String::new(),
            sponsor: Who::default(),
            rank: String::new(),
        }
    }
}

impl Form for RegistrationForm {
    const KIND: FormKind = FormKind::Registration;
}

/// The panel with the form of a registration.
#[derive(Debug)]
pub(in crate::pages::list) struct RegistrationPanel {
    person: PersonId,
    /// It was shown before: what is known was filled in.
    begun: bool,
}

impl RegistrationPanel {
    /// The form for a person.
    pub(in crate::pages::list) const fn new(person: PersonId) -> Self {
        Self { person, begun: false }
    }

    /// Whom it is about.
    pub(in crate::pages::list) const fn person(&self) -> PersonId {
        self.person
    }

    /// Shows the panel.
    pub(in crate::pages::list) fn ui(&mut self, ui: &Ui, scene: &mut Scene<'_>, view: &PersonView) -> Panel {
        let key = FormKey::about(FormKind::Registration, self.person);
        if scene.was_saved(&key) {
            return Panel::Saved(self.person);
        }
        if !std::mem::replace(&mut self.begun, true) {
            fill_first(scene, &key, view);
        }
        let words = scene.words;
        let name = view.row.person.name.full();
        let title = words.with("list-registration-of", &[("name", name.into())]);
        let answer = modal(ui.ctx(), "registration form", &title, &words.get("close"), 440.0, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            let committed = fields(ui, scene, &key, self.person);
            save_row(ui, words, "").or(committed)
        });
        let cancelled = answer.inner == Pressed::Cancel;
        if answer.inner == Pressed::Save {
            save(scene, key, view);
        } else if cancelled {
            scene.act(Action::Forget(key));
        }
        if answer.closed || cancelled { Panel::Closed } else { Panel::Open }
    }
}

/// Begins the form with the registration there is, else with today and the user as sponsor.
fn fill_first(scene: &mut Scene<'_>, key: &FormKey, view: &PersonView) {
    if !scene.drafts.is_touched(key) {
        // What was known when it was last open may have changed since.
        scene.drafts.forget(key);
    }
    let known = known(scene, view);
    if view.row.person.registration.is_some() {
        // A draft of another day goes on from the registration as it is now.
        scene.drafts.keep_up(key, &known);
    } else {
        scene.form(key, || known.clone());
    }
}

fn known(scene: &Scene<'_>, view: &PersonView) -> RegistrationForm {
    let (formats, today) = (scene.formats, scene.today);
    let me = Who::known(scene.frame.me.id, scene.frame.me.name.full());
    let own = view.row.person.registration.as_ref();
    let sponsor = view.sponsor.as_ref().map(|sponsor| Who::known(sponsor.id, sponsor.full.clone()));
    RegistrationForm {
        on: formats.date_long(own.map_or(today, |own| own.on)),
        at: own.and_then(|own| own.at).map(|at| formats.time(at)).unwrap_or_default(),
        role: own.map_or(Role::Partner, |own| own.role),
        company_number: own.map(|own| own.company_number.clone()).unwrap_or_default(),
        sponsor: sponsor.unwrap_or(me),
        rank: own.map(|own| own.rank.clone()).unwrap_or_default(),
    }
}

fn fields(ui: &mut Ui, scene: &mut Scene<'_>, key: &FormKey, person: PersonId) -> bool {
    let (words, today) = (scene.words, scene.today);
    let form = scene.form(key, RegistrationForm::default);
    let (partner, customer) = (words.get("role-partner"), words.get("role-customer"));
    Segmented::new(&words.get("list-registered-as"), &mut form.role)
        .option(Role::Partner, &partner)
        .option(Role::Customer, &customer)
        .show(ui);
    let (mut date, mut time, mut number, mut rank) = (false, false, false, false);
    super::pair(
        ui,
        |ui, _| {
            date = date_field(ui, words, Field::new(&words.get("list-registered-on"), &mut form.on), today)
                .field
                .committed;
        },
        |ui, _| {
            let (label, hint) = (words.get("list-registered-at"), words.get("list-if-known"));
            time = time_field(ui, words, Field::new(&label, &mut form.at).hint(&hint)).field.committed;
        },
    );
    super::pair(
        ui,
        |ui, _| {
            number = Field::new(&words.get("list-company-number"), &mut form.company_number).show(ui).committed;
        },
        |ui, _| rank = Field::new(&words.get("list-rank"), &mut form.rank).show(ui).committed,
    );
    let label = words.get("list-sponsor");
    let sponsor = who_field(ui, scene, &label, true, Some(person), |scene| {
        &mut scene.form(key, RegistrationForm::default).sponsor
    });
    soft(ui, &words.get("list-sponsor-note"));
    date || time || number || rank || sponsor
}

fn save(scene: &mut Scene<'_>, key: FormKey, view: &PersonView) {
    let today = scene.today;
    let mut form = scene.form(&key, RegistrationForm::default).clone();
    if view.row.person.registration.is_some() {
        let known = known(scene, view);
        form = scene.drafts.rebased(&key, &form, &known);
    }
    let at = parse::time(&form.at);
    let unclear_time = at.is_none() && !form.at.trim().is_empty();
    let (Some(on), Some(sponsor), false) = (parse::date(&form.on, today), form.sponsor.id, unclear_time) else {
        return;
    };
    let mut registration = match &view.row.person.registration {
        Some(own) => own.clone(),
        None => Registration::new(on, form.role, sponsor),
    };
    (registration.on, registration.at, registration.role, registration.sponsor) = (on, at, form.role, sponsor);
    form.company_number.trim().clone_into(&mut registration.company_number);
    form.rank.trim().clone_into(&mut registration.rank);
    scene.save(key, Command::Register { person: view.row.person.id, registration });
}
