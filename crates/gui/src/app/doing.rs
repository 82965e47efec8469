//! What pages and keys ask for, carried out.

use egui::Context;
use sponsor_core::command::Command;
use sponsor_core::model::When;
use sponsor_core::{Desk, DeskError, Now, Request};

use super::action::{Action, Page, Place};
use super::crew::Lane;
use super::forms::FormKey;
use super::jot::{jot_id, jot_window_id};
use super::palette::Palette;
use super::reply::{Broken, Deed, Reply};
use super::said::said;
use super::setting_words::changed_settings;
use super::{App, contact, ready_words};

impl App {
    /// Carries out what pages asked for.
    pub(super) fn carry_out(&mut self, context: &Context, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Run { command, form } => self.run(command, form),
                Action::Undo => self.turn(Deed::Undo, sponsor_core::Desk::undo),
                Action::UndoOne(sequence) => self.turn(Deed::Undo, move |desk| desk.undo_command(sequence)),
                Action::AsSet => {
                    (self.options.language, self.options.theme) = (None, None);
                    self.framed = None;
                }
                Action::Redo => self.turn(Deed::Redo, sponsor_core::Desk::redo),
                Action::Go(place) => self.go(place),
                Action::Forget(form) => self.drafts.forget(&form),
                Action::Choose(purpose) => self.choose(purpose),
                Action::Print(purpose) => self.print(purpose),
                Action::PutOff { entry, instance, minutes } => self.put_off(entry, instance, minutes),
                Action::PutAside { entry, instance } => self.put_aside(entry, instance),
                Action::Work(work) => self.start(work),
                Action::Copy(text) => context.copy_text(text),
                Action::OpenOutside(what) => self.open_outside(what),
                Action::Say(text) => self.toasts.say(text),
                Action::Contact(wish) => self.contact = (!self.focused).then(|| contact::ContactPanel::new(wish)),
                Action::ReadyWords { person, text } => {
                    self.ready_words = (!self.focused).then(|| ready_words::ReadyPanel::new(person, text));
                }
                Action::PickPerson(deed) => self.palette = (!self.focused).then(|| Palette::to_pick(deed)),
                Action::Palette => self.palette = (!self.focused).then(Palette::default),
                Action::Jot => self.open_jot(context),
                Action::History => self.history = !self.focused,
                Action::Focus(on) => {
                    if on && !self.focused {
                        // Nothing that names anybody else stays on the screen.
                        self.toasts.clear();
                        (self.palette, self.jot, self.history) = (None, false, false);
                        (self.contact, self.ready_words) = (None, None);
                    }
                    self.focused = on;
                }
                Action::Restore(backup) => self.restore(backup),
                Action::OpenWorkspace(path) => self.open_other(path),
            }
        }
    }

    fn open_jot(&mut self, context: &Context) {
        if self.page == Page::Today {
            context.memory_mut(|memory| memory.request_focus(jot_id()));
        } else {
            self.jot = !self.focused;
            context.memory_mut(|memory| memory.request_focus(jot_window_id()));
        }
    }

    fn run(&mut self, command: Command, form: Option<FormKey>) {
        let now = self.options.clock.now();
        let id = sponsor_core::model::CommandId::new(&self.ids, now.local);
        let said = match &command {
            Command::ChangeSettings(after) => self
                .frame_answer()
                .map(|frame| changed_settings(&self.words, &self.formats, &frame.settings, after))
                .filter(|said| !said.is_empty()),
            Command::MoveEntry { to, .. } => self.moved(to, now),
            command => said(&self.words, command),
        };
        let request = Request { id, by: sponsor_core::store::Author::Person, now, command };
        self.turn(Deed::Run { form, said }, move |desk| desk.run(&request).map(Some));
    }

    /// To which day something is moved.
    fn moved(&mut self, to: &When, now: Now) -> Option<String> {
        let today = now.today(self.frame_answer()?.settings.day_ends);
        let day = self.formats.date_near(to.first_day()?, today);
        Some(self.words.with("said-moved", &[("when", day.into())]))
    }

    fn turn(
        &mut self,
        deed: Deed,
        work: impl FnOnce(&Desk) -> Result<Option<sponsor_core::Done>, DeskError> + Send + 'static,
    ) {
        let Some(desk) = self.desk.clone() else { return };
        let workspace = self.answers.workspace();
        let job = move || {
            let result = work(&desk);
            drop(desk);
            Reply::Done { deed, result, workspace }
        };
        self.crew.post(Lane::Write, Broken::Job, Box::new(job));
    }

    pub(super) fn go(&mut self, place: Place) {
        self.page = self.pages.go(place);
        self.state.page = self.page;
        self.save_state();
    }

    /// Keeps how the diary is looked at as soon as that changes, so that it is known after a kill, too.
    pub(super) fn keep_look(&mut self) {
        let look = self.pages.diary_look();
        if self.state.diary != look {
            self.state.diary = look;
            self.save_state();
        }
    }
}
