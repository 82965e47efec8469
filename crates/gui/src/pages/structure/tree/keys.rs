//! The keys of the tree: arrows walk, with Shift they fold and unfold a branch, Enter opens, Space folds, + − 0 zoom, D turns to the table.

use egui::{EventFilter, Key, Modifiers, Rect, Response, Ui};
use sponsor_core::model::PersonId;

use super::layout::Step;
use super::{Tree, TreeEvent};
use crate::app::Scene;

impl Tree {
    /// Takes the keys while the tree has the focus.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        canvas: &Response,
        room: Rect,
        selected: &mut Option<PersonId>,
    ) -> TreeEvent {
        let mut event = TreeEvent::default();
        if !canvas.has_focus() {
            return event;
        }
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(canvas.id, filter));
        for (key, open) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key)) {
                self.turn_branch(*selected, open);
                self.reveal = *selected;
                ui.ctx().request_repaint();
            }
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, step) in [
            (Key::ArrowLeft, Step::Out),
            (Key::ArrowRight, Step::In),
            (Key::ArrowUp, Step::Up),
            (Key::ArrowDown, Step::Down),
        ] {
            if pressed(key) {
                self.walk(step, scene.frame.me.id, selected);
            }
        }
        if pressed(Key::Home) {
            *selected = Some(self.root.unwrap_or(scene.frame.me.id));
            self.reveal = *selected;
        }
        if pressed(Key::Enter) {
            event.opened = *selected;
        }
        if pressed(Key::Space)
            && let Some(person) = *selected
        {
            self.turn(person);
            self.reveal = Some(person);
            ui.ctx().request_repaint();
        }
        let closer = i32::from(pressed(Key::Plus) || pressed(Key::Equals)) - i32::from(pressed(Key::Minus));
        if closer != 0 {
            self.camera.zoom_by(closer, room, self.middle(room, *selected));
        }
        if pressed(Key::Num0) {
            self.fit(room);
        }
        event.table = pressed(Key::D);
        event
    }

    /// Shows all of the tree.
    pub(super) fn fit(&mut self, room: Rect) {
        if let Some(laid) = &self.laid {
            let root = laid.layout.nodes.first().map(|node| node.rect().center()).unwrap_or_default();
            self.camera.fit(room, laid.layout.size, root);
        }
    }

    /// Where the chosen one is seen, about whom one zooms by key; the middle where nobody is.
    pub(super) fn middle(&self, room: Rect, selected: Option<PersonId>) -> egui::Pos2 {
        let node = self.laid.as_ref().zip(selected).and_then(|(laid, person)| {
            let place = laid.layout.place(person)?;
            laid.layout.nodes.get(place).map(|node| self.camera.to_room(room, node.rect().center()))
        });
        node.filter(|place| room.contains(*place)).unwrap_or(room.center())
    }

    /// Goes a step from the chosen one. To the right of a folded branch is what it hides: it opens first.
    fn walk(&mut self, step: Step, me: PersonId, selected: &mut Option<PersonId>) {
        let Some(laid) = &self.laid else { return };
        let from = selected.and_then(|person| laid.layout.place(person));
        let Some(from) = from else {
            *selected = Some(self.root.unwrap_or(me));
            self.reveal = *selected;
            return;
        };
        if step == Step::In && laid.layout.nodes.get(from).is_some_and(super::layout::Node::is_folded) {
            if let Some(person) = laid.person(from) {
                self.turn(person);
            }
            return;
        }
        if let Some(person) = laid.layout.step(from, step).and_then(|to| laid.person(to)) {
            *selected = Some(person);
            self.reveal = *selected;
        }
    }
}
