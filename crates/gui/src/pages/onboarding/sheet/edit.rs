//! The fields in which a line of the sheet is edited: those of its step, with what was typed there.

use egui::{Id, Ui, vec2};
use sponsor_core::model::{Interview, Step};

use super::super::wording::Voice;
use super::super::{days, goal, guest_fields, question, steps};
use super::SheetLine;
use crate::app::Scene;
use crate::theme::space;
use crate::widgets::{Button, Field};

/// Shows the fields of a line, by its name; tells whether it is to be saved. `fresh` gives the focus to the first one.
pub fn ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    voice: &Voice,
    interview: &Interview,
    (line, what): (SheetLine, &str),
    fresh: bool,
) -> bool {
    let Some(step) = interview.steps.iter().find(|step| step.key == line.step()) else { return true };
    ui.push_id(line, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let entered = fields(ui, scene, voice, interview, step, (line, what), fresh);
        let save = voice.words.get("save");
        let button = Button::accent(&save).keys("Ctrl ↵").small();
        let pressed = ui.add(button).clicked();
        ui.add_space(space::XS);
        entered || pressed
    })
    .inner
}

/// The fields; tells whether Enter was pressed in one of a single line.
fn fields(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    voice: &Voice,
    interview: &Interview,
    step: &Step,
    (line, what): (SheetLine, &str),
    fresh: bool,
) -> bool {
    let (now, today) = (scene.now, scene.today);
    if line == SheetLine::Person {
        let form = steps::guest_draft(scene, voice, interview, step);
        return guest_fields::fields(ui, &voice.words, now, form, fresh);
    }
    let draft = steps::draft(scene, voice, interview, step);
    match line {
        SheetLine::Goal => goal::fields(ui, voice, interview, draft, today, fresh),
        SheetLine::Answer(key) => {
            let id = Id::unique(("interview-sheet", interview.id, key));
            Field::new(what, &mut draft.text).hide_label().rows(3).id(id).show(ui);
            if fresh {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, space::S);
                question::chips(ui, &step.chips, draft, 28.0);
            });
            false
        }
        SheetLine::Action(index) => {
            let Some(action) = draft.actions.get_mut(index) else { return true };
            days::action_row(ui, voice, interview, action, fresh)
        }
        SheetLine::Meeting => days::meeting_row(ui, voice, interview, &mut draft.meeting, fresh),
        SheetLine::Person => false,
    }
}
