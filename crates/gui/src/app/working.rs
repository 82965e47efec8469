//! Long works of the window, and the files and programs outside it that they are about.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::action::Place;
use super::chooser::Purpose;
use super::crew::Lane;
use super::reply::{Broken, Reply};
use super::work::{Progress, Work, WorkOutcome};
use super::{App, sentence, toasts};
use crate::pages::start::How;

/// A long work that is under way.
#[derive(Debug)]
pub(super) struct Running {
    id: u64,
    name: &'static str,
    progress: Progress,
}

impl App {
    /// A long work ended.
    pub(super) fn work_ended(&mut self, context: &Context, work: u64, outcome: WorkOutcome) {
        let is_backup = self.works.iter().any(|running| running.id == work && running.name == "command-backup");
        self.works.retain(|running| running.id != work);
        if let Some(desk) = &self.desk {
            self.answers.hear(&desk.revisions());
            if let (true, WorkOutcome::Written(_), Some(path)) = (is_backup, &outcome, desk.path()) {
                let now = self.options.clock.now().local;
                self.state.backups.insert(path.display().to_string(), now);
            }
        }
        match &outcome {
            WorkOutcome::Written(path) => self.toasts.written(&self.words, path),
            WorkOutcome::ToPrint(path) => {
                self.toasts.say(self.words.get("print-opened"));
                self.open_outside(path.display().to_string());
            }
            WorkOutcome::ToCopy(picture) => {
                context.copy_image(egui::ColorImage::clone(picture));
                self.toasts.say(self.words.get("figures-copied"));
            }
            WorkOutcome::Failed(error) => self.toasts.say(sentence(&self.words, &**error)),
            WorkOutcome::Cancelled => self.toasts.say(self.words.get("work-cancelled")),
            WorkOutcome::Read(_) => {}
        }
        self.worked.push(outcome);
        context.request_repaint();
    }

    pub(super) fn start(&mut self, work: Box<dyn Work>) {
        let Some(desk) = self.desk.clone() else { return };
        let progress = Progress::default();
        self.works_begun += 1;
        let id = self.works_begun;
        self.works.push(Running { id, name: work.name(), progress: progress.clone() });
        let job = move || Reply::Worked(id, work.run(&desk, &progress));
        self.crew.post(Lane::Long, Broken::Work(id), Box::new(job));
    }

    pub(super) fn choose(&mut self, purpose: Purpose) {
        use Purpose::{ImportAttendance, ImportContacts, ImportReport, Restore};
        let changes = matches!(purpose, ImportContacts | ImportReport | ImportAttendance | Restore);
        if let Some(why) = self.read_only.filter(|_| changes) {
            self.toasts.say(why.sentence(&self.words));
            return;
        }
        let (chooser, dialog) =
            (Arc::clone(&self.options.chooser), purpose.dialog(&self.words, self.options.clock.now().date()));
        let job = move || Reply::Chosen(purpose, chooser.choose(&dialog));
        self.crew.post(Lane::Long, Broken::Job, Box::new(job));
    }

    pub(super) fn chosen(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::ImportContacts => self.go(Place::Import(path)),
            Purpose::ImportReport => self.go(Place::ImportReport(path)),
            Purpose::ImportAttendance => self.go(Place::ImportAttendance(path)),
            Purpose::BeginFromBackup => self.begin(How::Backup(path)),
            Purpose::OtherWorkspace => self.open_other(path),
            purpose => {
                if let Some(work) = crate::works::for_file(purpose, path, &self.words, self.options.clock.now()) {
                    self.start(work);
                }
            }
        }
    }

    /// Makes a document and opens it in the system's viewer: that is what printing means.
    pub(super) fn print(&mut self, purpose: Purpose) {
        let now = self.options.clock.now();
        let dialog = purpose.dialog(&self.words, now.date());
        let folder = self.options.print_folder.clone();
        let place = crate::works::print_place(&folder, now.local);
        if let Some(work) = crate::works::for_file(purpose, place.join(&dialog.name), &self.words, now) {
            self.start(Box::new(crate::works::PrintWork { work, folder, place, now: now.local }));
        }
    }

    pub(super) fn open_outside(&mut self, what: String) {
        let opener = Arc::clone(&self.options.opener);
        self.crew.post(Lane::Long, Broken::Job, Box::new(move || Reply::OpenedOutside(opener.open(&what))));
    }

    /// Shows how far the long works are.
    pub(super) fn show_works(&self, context: &Context) {
        if !self.works.is_empty() {
            let works = self.works.iter().map(|running| (running.name, &running.progress));
            toasts::works(context, &self.words, works);
        }
    }

    /// A job ended without its reply. What was typed stays; what waited for the reply waits no longer.
    pub(super) fn broke(&mut self, broken: Broken) {
        tracing::error!(?broken, "a job ended without its reply");
        match broken {
            Broken::Job => {}
            Broken::Opening => self.opening_broke(),
            Broken::Answer => self.answers.broke(),
            Broken::Work(work) => self.works.retain(|running| running.id != work),
        }
        self.toasts.say(self.words.get("error-unknown"));
    }
}

#[cfg(test)]
mod tests {
    use egui::Context;
    use sponsor_core::Desk;

    use super::super::{Options, Page};
    use super::{App, Broken, Progress, Running, WorkOutcome};

    /// A window without a screen, in which two long works are under way.
    fn window(folder: &std::path::Path) -> (Context, App) {
        let context = Context::default();
        let options = Options { inline: true, page: Some(Page::Today), ..Options::new(folder.join("none.desk")) };
        let mut app = App::new(&context, options);
        let running = |id| Running { id, name: "command-backup", progress: Progress::default() };
        app.works = vec![running(1), running(2)];
        (context, app)
    }

    fn under_way(app: &App) -> Vec<u64> {
        app.works.iter().map(|running| running.id).collect()
    }

    #[test]
    fn the_work_that_ended_goes_and_the_other_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (context, mut app) = window(folder.path());
        app.work_ended(&context, 2, WorkOutcome::Cancelled);
        assert_eq!(under_way(&app), [1]);
    }

    #[test]
    fn a_work_that_breaks_ends_and_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let (_, mut app) = window(folder.path());
        app.broke(Broken::Work(1));
        assert_eq!(under_way(&app), [2]);
        assert_eq!(app.toasts.texts(), [app.words.get("error-unknown")]);
    }

    #[test]
    fn an_opening_that_breaks_can_be_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let (_, mut app) = window(folder.path());
        assert!(matches!(app.phase, super::super::Phase::Opening));
        app.broke(Broken::Opening);
        assert!(matches!(app.phase, super::super::Phase::Failed(_)));
        assert!(app.desk.as_deref().is_none_or(Desk::is_writable));
    }
}
