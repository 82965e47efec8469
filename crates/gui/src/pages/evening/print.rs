//! The page of the next day on paper: what stands on it, and the way to the printer.

use egui::{Key, Modifiers, Ui};

use super::question::EveningView;
use crate::app::{Action, Purpose, Scene};
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Segmented, body, popover, text, tick_box};
use crate::works::{DayPart, DayParts};

/// How wide what stands on the page is chosen.
const WIDE: f32 = 250.0;

/// The button that prints the day, also by Ctrl+P, with what stands on the page beside it.
pub fn print_buttons(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView, parts: &mut DayParts) {
    let (print, choose) = (scene.words.get("evening-print"), scene.words.get("day-parts"));
    let width = ui.available_width() - space::S - crate::theme::height::BUTTON;
    let mut wanted = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::P));
    let mut saved = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        wanted |= ui.add(Button::plain(&print).icon(icons::PRINT).keys("Ctrl P").width(width)).clicked();
        let button = ui.add(Button::icon_only(icons::SETTINGS, &choose));
        popover(&button, WIDE, |ui| saved = chosen(ui, scene, parts));
    });
    let purpose = Purpose::SaveTomorrow(view.next, *parts);
    if saved {
        scene.act(Action::Choose(purpose));
    } else if wanted {
        scene.act(Action::Print(purpose));
    }
}

/// What stands on the page; tells whether it is to be saved as a file.
fn chosen(ui: &mut Ui, scene: &Scene<'_>, parts: &mut DayParts) -> bool {
    ui.spacing_mut().item_spacing.y = space::S;
    text(ui, &scene.words.get("day-parts"), TextSize::Strong, Tokens::of(ui).ink);
    for part in DayPart::ALL {
        let name = scene.words.get(part.name());
        let mut stands = parts.has(part);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if tick_box(ui, &mut stands, &name).changed() {
                parts.put(part, stands);
            }
            body(ui, &name);
        });
    }
    let (paper, one, two) =
        (scene.words.get("day-paper"), scene.words.get("day-paper-one"), scene.words.get("day-paper-two"));
    ui.horizontal(|ui| {
        body(ui, &paper);
        Segmented::new(&paper, &mut parts.two).option(false, &one).option(true, &two).show(ui);
    });
    let save = scene.words.get("day-save-pdf");
    let pressed = ui.add(Button::plain(&save).icon(icons::EXPORT).width(WIDE)).clicked();
    if pressed {
        ui.close();
    }
    pressed
}
