//! How the form of an entry begins: empty, at hours that were pointed at, with people, or over an entry that is changed.

use egui::Ui;
use sponsor_core::model::EntryKind;

use super::chosen::Chosen;
use super::draft::{EntryDraft, typed_day, typed_time};
use super::entry_fields::title_id;
use super::entry_form::{entry_form, next_hour};
use super::layout::{self, time_at};
use super::questions::{Details, NamesQuestion};
use super::series_ask::{Asked, EditAsked};
use super::week::Ghost;
use super::{DiaryPage, Prefill};
use crate::app::Scene;

impl DiaryPage {
    /// Fills in the form of a new entry once the names are known; tells whether the side can be painted.
    pub(super) fn prepare(&mut self, scene: &mut Scene<'_>) -> bool {
        let Some(prefill) = self.prefill.take() else { return true };
        let names = match prefill.person {
            // Without anybody there is nothing to wait for: one can type at once.
            None => Some(std::sync::Arc::default()),
            Some(person) => scene.ask_exact(&NamesQuestion { people: vec![person] }),
        };
        let Some(names) = names else {
            self.prefill = Some(prefill);
            return false;
        };
        let people: Vec<_> = names.iter().map(|(id, name)| Chosen::of(*id, name.clone())).collect();
        let key = prefill.key();
        let begun = EntryDraft { people, ..Self::empty(scene, &prefill) };
        if scene.drafts.is_touched(&key) {
            let draft = scene.form(&key, || begun.clone());
            put_time(draft, &prefill);
        } else {
            scene.drafts.forget(&key);
        }
        // What the form begins with, now or when what was typed is given up.
        self.initial = Some(begun);
        true
    }

    /// An empty form: on the day that was pointed at, else today at the next hour.
    fn empty(scene: &Scene<'_>, prefill: &Prefill) -> EntryDraft {
        let day = prefill.day.unwrap_or(scene.today);
        let mut draft = EntryDraft::empty(scene.new_entry(), day, scene.frame.settings.reminder_minutes);
        if prefill.hours.is_none() && day == scene.today {
            draft.from = typed_time(next_hour(scene.now.local.time()));
        }
        if let Some(kind) = prefill.kind {
            draft.kind = kind;
            draft.kind_chosen = true;
            // A task is for the day; its hour is said if it has one.
            if kind == EntryKind::Task {
                draft.from.clear();
            }
        }
        put_time(&mut draft, prefill);
        draft
    }

    pub(super) fn form(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, about: Option<&Details>) {
        let key = about.map_or_else(|| self.new.clone(), Details::form_key);
        let fallback = self.initial.clone().unwrap_or_else(|| Self::empty(scene, &Prefill::default()));
        let initial = || {
            about.map_or_else(
                || fallback.clone(),
                |details| EntryDraft::of(&details.shown(), |id| details.name(id).to_owned()),
            )
        };
        if about.is_none() && self.initial.is_none() {
            self.initial = Some(fallback.clone());
        }
        let begins = std::mem::take(&mut self.begins);
        if begins {
            ui.memory_mut(|memory| memory.request_focus(title_id()));
        }
        let answer = entry_form(ui, scene, (&key, begins), about, initial);
        let (title, people) = (answer.title, answer.people);
        let before = self.ghost.as_ref().map(|ghost| ghost.when);
        if answer.when != before && (about.is_none() || before.is_some()) {
            // What is being typed is seen where it will stand.
            self.reveal = answer.when;
            ui.ctx().request_repaint();
        }
        if let Some((entry, people)) = answer.asks {
            let instance = about.and_then(|details| details.item.instance);
            self.asked = instance.map(|instance| Asked::Edit(Box::new(EditAsked { entry, people, instance })));
        }
        self.ghost = answer.when.map(|when| Ghost { when, title, people });
        if answer.close {
            self.close();
        }
    }
}

/// Puts the day and hours that were pointed at in a form.
fn put_time(draft: &mut EntryDraft, prefill: &Prefill) {
    if prefill.undated {
        draft.day.clear();
    }
    if let Some(day) = prefill.day {
        draft.day = typed_day(day);
    }
    if let Some(last) = prefill.last {
        draft.all_day = true;
        draft.from.clear();
        draft.to.clear();
        draft.last_day = if prefill.day == Some(last) { String::new() } else { typed_day(last) };
    }
    if let Some((from, to)) = prefill.hours {
        draft.all_day = false;
        draft.from = typed_time(time_at(from));
        draft.to = if to >= layout::DAY_MINUTES { "24:00".to_owned() } else { typed_time(time_at(to)) };
    }
}
