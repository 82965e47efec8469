//! Who is meant by a name that several people have: asked when the line is entered, before it is kept.

use egui::{InputState, Key, Modifiers, Popup, Ui};
use sponsor_core::model::PersonId;
use sponsor_core::typed_line::Unsure;

use super::chips::who_may_be;
use crate::app::scene::Scene;
use crate::icons;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, text};

/// How many of those who may be meant have a key.
const KEYED: usize = 5;

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This person.
    Person(PersonId),
    /// Nobody of the list: the name stays but a word of the line.
    Nobody,
}

/// Asks who is meant; the keys 1 to 5 choose, Enter keeps the line without a person.
pub(super) fn who_is_meant(ui: &mut Ui, scene: &mut Scene<'_>, unsure: &Unsure) -> Option<Meant> {
    let all = who_may_be(scene, unsure);
    let title = scene.words.with("evening-who", &[("name", unsure.text.as_str().into())]);
    let nobody = scene.words.get("evening-who-nobody");
    let keyed = number(ui).and_then(|number| all.get(number)).map(|(id, _)| Meant::Person(*id));
    let left = is_free(ui) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut meant = keyed.or(left.then_some(Meant::Nobody));
    ui.add_space(space::S);
    text(ui, &title, TextSize::Strong, Tokens::of(ui).important);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for (number, (id, name)) in all.iter().enumerate() {
            let keys = (number + 1).to_string();
            let button = Button::plain(name).icon(icons::PERSON);
            let button = if number < KEYED { button.keys(&keys) } else { button };
            if ui.push_id(id, |ui| ui.add(button)).inner.clicked() {
                meant = Some(Meant::Person(*id));
            }
        }
        if ui.add(Button::quiet(&nobody).keys("Enter")).clicked() {
            meant = Some(Meant::Nobody);
        }
    });
    meant
}

/// Whether the keys belong to the question: nothing else has the keyboard, and no panel lies above it.
pub(super) fn is_free(ui: &Ui) -> bool {
    let layer = ui.layer_id();
    let below = |top: Option<egui::LayerId>| top.is_some_and(|top| top != layer);
    !Popup::is_any_open(ui.ctx()) && ui.memory(|memory| memory.focused().is_none() && !below(memory.top_modal_layer()))
}

/// Which of those with a key was chosen by it, from 0.
fn number(ui: &Ui) -> Option<usize> {
    let numbers: [Key; KEYED] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    let pressed = |input: &mut InputState| numbers.into_iter().position(|key| input.consume_key(Modifiers::NONE, key));
    if is_free(ui) { ui.input_mut(pressed) } else { None }
}
