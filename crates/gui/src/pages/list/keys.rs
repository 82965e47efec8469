//! The keys of the page: the lists, the people in a row, and what is done with the chosen one.

use egui::{Key, Modifiers, Ui};
use sponsor_core::model::WhichList;
use sponsor_core::query::ListView;

use super::filters::text_id;
use super::{ListPage, is_covered, pane};
use crate::app::{PersonDeed, Scene};

impl ListPage {
    /// Takes the keys of the page, while nothing covers it.
    pub(super) fn keys(&mut self, ui: &Ui, scene: &mut Scene<'_>, view: Option<&ListView>) {
        if is_covered(ui) {
            return;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
            ui.memory_mut(|memory| memory.request_focus(text_id()));
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let plain = |key| pressed(Modifiers::NONE, key);
        // With Alt one goes on from a field, too; what is typed there is kept.
        let (down, up) = (pressed(Modifiers::ALT, Key::ArrowDown), pressed(Modifiers::ALT, Key::ArrowUp));
        self.leave_search(ui, view);
        if ui.ctx().text_edit_focused() {
            self.step(view, down, up);
            return;
        }
        // Arrows lead into the table from nowhere.
        let arrows = [Key::ArrowDown, Key::ArrowUp, Key::Home, Key::End];
        let walks = ui.input(|input| arrows.iter().any(|key| input.key_pressed(*key)));
        self.take_focus |= walks && ui.memory(|memory| memory.focused().is_none());
        if plain(Key::N) {
            self.wants_new = scene.frame.writable;
        }
        for (key, shown) in [
            (Key::Num1, WhichList::Home),
            (Key::Num2, WhichList::Others),
            (Key::Num3, WhichList::NoCity),
            (Key::Num4, WhichList::All),
        ] {
            if plain(key) {
                self.filters.show(shown);
            }
        }
        if self.chosen.is_some() {
            let (next, before) = (plain(Key::J), plain(Key::K));
            self.step(view, down || next, up || before);
            self.deeds(ui, scene);
        }
        if plain(Key::Escape) {
            if self.marks.is_empty() {
                self.chosen = None;
            }
            self.marks.clear();
        }
    }

    /// From the field of the search: Enter and the arrow lead to who was found, Escape takes the words away.
    fn leave_search(&mut self, ui: &Ui, view: Option<&ListView>) {
        let there = ui.memory(|memory| memory.had_focus_last_frame(text_id()));
        if !there {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if !self.filters.filter.text.is_empty() && pressed(Key::Escape) {
            self.filters.filter.text.clear();
            ui.memory_mut(|memory| memory.request_focus(text_id()));
        } else if (pressed(Key::Enter) || pressed(Key::ArrowDown))
            && let Some(first) = view.and_then(|view| view.rows.first())
        {
            self.chosen = Some(first.person.id);
            self.take_focus = true;
        }
    }

    /// The next or the previous person of the list, as it is shown.
    fn step(&mut self, view: Option<&ListView>, down: bool, up: bool) {
        let (Some(chosen), Some(view), true) = (self.chosen, view, down != up) else { return };
        let at = view.rows.iter().position(|row| row.person.id == chosen);
        let to = match at {
            Some(at) if down => Some(at + 1),
            Some(at) => at.checked_sub(1),
            None => Some(0),
        };
        if let Some(row) = to.and_then(|to| view.rows.get(to)) {
            self.chosen = Some(row.person.id);
            self.follow = true;
        }
    }

    /// What is done with the chosen person.
    fn deeds(&self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(person) = self.chosen.filter(|_| scene.frame.writable) else { return };
        for deed in PersonDeed::ALL {
            let Some((key, _)) = deed.key() else { continue };
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                scene.act(deed.action(person));
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::B)) {
            ui.memory_mut(|memory| memory.request_focus(pane::note_id()));
        }
    }
}
