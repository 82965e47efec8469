//! What is typed while a panel opens: it belongs to the panel's field, though that takes the keyboard only a painting or
//! two later. Until then it is held back, so that no letter is lost and none acts as a key of the page below.

use egui::{Context, Event, Id};

/// For how many paintings a field is waited for that does not come.
const LONGEST: u8 = 20;

/// What was typed since a panel was asked for.
#[derive(Debug)]
pub(super) struct Held {
    events: Vec<Event>,
    /// What had the keyboard before.
    before: Option<Id>,
    /// Whether the field stands in a panel over the page.
    over: bool,
    paintings: u8,
}

impl Held {
    /// Nothing yet, when a panel is asked for; `over` tells that it lies over the page.
    pub(super) fn begin(context: &Context, over: bool) -> Self {
        let before = context.memory(egui::Memory::focused);
        Self { events: Vec::new(), before, over, paintings: 0 }
    }

    /// Holds back what was typed behind this place among the events of the frame.
    pub(super) fn hold_from(&mut self, events: &mut Vec<Event>, from: usize) {
        let mut at = from;
        while at < events.len() {
            if events.get(at).is_some_and(is_typed) {
                self.events.push(events.remove(at));
            } else {
                at += 1;
            }
        }
    }

    /// Whether the field has come, or is waited for no longer.
    fn is_over(&self, context: &Context) -> bool {
        let (focused, covered) = context.memory(|memory| (memory.focused(), memory.top_modal_layer().is_some()));
        let new = focused.is_some() && focused != self.before && context.text_edit_focused();
        self.paintings >= LONGEST || (new && (covered || !self.over))
    }
}

/// At the beginning of a frame: gives what was held back to the field that has come, or holds back more.
pub(super) fn hold(held: &mut Option<Held>, context: &Context) {
    let Some(holding) = held else { return };
    if holding.is_over(context) {
        let typed = std::mem::take(&mut holding.events);
        context.input_mut(|input| drop(input.events.splice(0..0, typed)));
        *held = None;
        return;
    }
    holding.paintings += 1;
    context.input_mut(|input| holding.hold_from(&mut input.events, 0));
    context.request_repaint();
}

/// What a field would take: letters, and the keys that come with them.
const fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Key { .. } | Event::Ime(_))
}
