//! Deleting people: at once, with a way back; asked first only where registrations or orders would go with them.

use egui::Ui;
use sponsor_core::command::Command;
use sponsor_core::model::PersonId;

use super::ask::{Loss, LossAsk};
use crate::app::Scene;
use crate::theme::{height, space};
use crate::widgets::{Button, body, modal, split};

/// The people who are being deleted.
#[derive(Debug)]
pub(super) struct Deleting {
    people: Vec<PersonId>,
}

impl Deleting {
    /// Begins to delete people.
    pub(super) const fn new(people: Vec<PersonId>) -> Self {
        Self { people }
    }

    /// Deletes, or asks first; tells whether it is over.
    pub(super) fn ui(&self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let Some(loss) = scene.ask_exact(&LossAsk(self.people.clone())) else { return false };
        if loss.registered == 0 && loss.orders == 0 {
            scene.run(Command::DeletePeople(self.people.clone()));
            return true;
        }
        match confirm(ui, scene, &loss) {
            Some(true) => {
                scene.run(Command::DeletePeople(self.people.clone()));
                true
            }
            Some(false) => true,
            None => false,
        }
    }
}

/// Asks; `None` while there is no answer.
fn confirm(ui: &Ui, scene: &Scene<'_>, loss: &Loss) -> Option<bool> {
    let words = scene.words;
    let title = match loss.people {
        1 => words.with("list-delete-one", &[("name", loss.name.as_str().into())]),
        many => words.with("list-delete-many", &[("count", many.into())]),
    };
    let close = words.get("close");
    let answer = modal(ui.ctx(), "delete people", &title, &close, 420.0, |ui| {
        let values = [("registered", loss.registered.into()), ("orders", loss.orders.into())];
        body(ui, &words.with("list-delete-loss", &values));
        ui.add_space(space::M);
        let ((), pressed) = split(
            ui,
            height::BUTTON,
            |_| {},
            |ui| {
                let delete = ui.add(Button::danger(&words.get("delete"))).clicked();
                let cancel = ui.add(Button::plain(&words.get("cancel"))).clicked();
                (delete, cancel)
            },
        );
        pressed
    });
    match answer.inner {
        (true, _) => Some(true),
        (false, cancel) if cancel || answer.closed => Some(false),
        _ => None,
    }
}
