//! The chip «брои се като: …»: which row of the plan an entry counts in, changed by its menu or by Ctrl+B.

use egui::{Key, Modifiers, Ui};
use sponsor_core::model::Action;

use super::looks::{ACTIONS, action_word, counts_as};
use super::questions::every_action;
use crate::app::Scene;
use crate::icons;
use crate::widgets::{Chip, MenuItem, menu};

/// What a person chose for an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counts(
    /// The row of the plan; none for an entry that does not count.
    pub(super) Option<Action>,
);

/// Shows the chip; gives what was chosen, if anything was.
pub(super) fn action_chip(ui: &mut Ui, scene: &mut Scene<'_>, action: Option<&Action>) -> Option<Counts> {
    let words = counts_as(scene.words, action);
    let chip = Chip::new(&words).icon(icons::PLAN).opens().selected(action.is_some()).show(ui);
    let mut chosen = by_key(ui).then(|| Counts(next(action)));
    menu(&chip.response, |ui| {
        let mut all = every_action(scene);
        all.extend(action.filter(|action| !all.contains(action)).cloned());
        for one in all {
            let word = action_word(scene.words, &one);
            if ui.add(MenuItem::new(&word).chosen(action == Some(&one))).clicked() {
                chosen = Some(Counts(Some(one)));
                ui.close();
            }
        }
        let nothing = scene.words.get("diary-counts-not");
        if ui.add(MenuItem::new(&nothing).chosen(action.is_none())).clicked() {
            chosen = Some(Counts(None));
            ui.close();
        }
    });
    chosen
}

fn by_key(ui: &Ui) -> bool {
    let covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    !covered && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::B))
}

/// The row after this one; after the last it does not count, then the first.
fn next(action: Option<&Action>) -> Option<Action> {
    match action.map(|action| ACTIONS.iter().position(|one| one == action)) {
        None | Some(None) => ACTIONS.first().cloned(),
        Some(Some(at)) => ACTIONS.get(at + 1).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS, next};

    #[test]
    fn the_key_goes_through_every_row_and_comes_round() {
        let mut action = None;
        for expected in ACTIONS {
            action = next(action.as_ref());
            assert_eq!(action, Some(expected));
        }
        assert_eq!(next(action.as_ref()), None);
    }
}
