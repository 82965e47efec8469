//! The window: it drains what the threads bring, draws the page, and carries out what the page asked for.

mod action;
mod ask;
mod chooser;
mod clock;
mod commands;
mod contact;
mod crew;
mod deeds;
mod doing;
mod drafts;
mod errors;
mod forms;
mod frame;
mod hearing;
mod held;
mod history;
mod jot;
mod notifier;
mod older;
mod open;
mod opener;
mod options;
mod palette;
mod reach;
mod read_only;
mod ready_words;
mod reminder_cards;
mod reminders;
mod reply;
mod said;
mod scene;
mod setting_words;
mod shell;
mod system;
mod toasts;
mod window_state;
mod work;
mod working;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{CentralPanel, Context, Event, Frame, Key, Modifiers, Ui, ViewportCommand};
use sponsor_core::Desk;
use sponsor_core::model::IdSource;

pub use self::action::{Action, ContactWish, Page, Place};
pub use self::ask::{Answers, Question};
pub use self::chooser::{Chooser, Dialog, Purpose, QueuedChooser, SystemChooser};
pub use self::clock::{Clock, ClockHand};
pub use self::commands::{WindowCommand, page_icon, page_name};
pub use self::contact::ContactForm;
pub use self::deeds::PersonDeed;
pub use self::drafts::Drafts;
pub use self::errors::sentence;
pub use self::forms::{Form, FormKey, FormKind, FormPlace};
pub use self::frame::FrameAnswer;
pub use self::history::{done_words, undo_words};
pub use self::jot::{
    AskedAnswer, JotForm, LineAnswer, LineLook, asking_line, jot_id, jot_line, line_with_chips, read_line,
};
pub use self::notifier::{Notice, Notifier, NotifyError, RememberingNotifier, SystemNotifier};
pub use self::older::{older_draft, select_all};
pub use self::opener::{OpenOutsideError, Opener, RememberingOpener, SystemOpener};
pub use self::options::Options;
pub use self::palette::{kind_icon, marked, state_icon};
pub use self::reach::{Reach, ReachBy, dialled, messenger_name};
pub use self::ready_words::{CONGRATULATION, ReadyForm};
pub use self::reminders::PutOff;
pub use self::scene::Scene;
pub(crate) use self::setting_words::{RELATIONS, STAGES};
pub use self::shell::shown_pages;
pub use self::window_state::WindowState;
pub use self::work::{Progress, Work, WorkOutcome};

use self::crew::Crew;
use self::frame::FrameQuestion;
use self::open::Phase;
use self::palette::Palette;
pub use self::read_only::ReadOnly;
use self::system::{Follower, SystemLook};
use self::toasts::Toasts;
use self::working::Running;
use crate::format::Formats;
use crate::pages::Pages;
use crate::theme::{self, Tokens};
use crate::widgets::has_steps;
use crate::words::{Language, Words};

/// The window of the program.
#[derive(Debug)]
pub struct App {
    options: Options,
    crew: Crew,
    phase: Phase,
    desk: Option<Arc<Desk>>,
    answers: Answers,
    /// What the window knows, and the answer that it was made from.
    framed: Option<(Arc<Option<FrameAnswer>>, Arc<FrameAnswer>)>,
    drafts: Drafts,
    pages: Pages,
    page: Page,
    palette: Option<Palette>,
    jot: bool,
    contact: Option<contact::ContactPanel>,
    ready_words: Option<ready_words::ReadyPanel>,
    history: bool,
    focused: bool,
    toasts: Toasts,
    reminders: reminders::Reminders,
    works: Vec<Running>,
    /// How many long works were begun.
    works_begun: u64,
    /// The workspace that was open before another one was asked for that does not open.
    before: Option<PathBuf>,
    saved: Vec<FormKey>,
    worked: Vec<WorkOutcome>,
    /// What is typed while a panel opens.
    held: Option<held::Held>,
    ids: IdSource,
    words: Words,
    formats: Formats,
    look: SystemLook,
    follower: Option<Follower>,
    worn: Option<(Tokens, u16, bool)>,
    state: WindowState,
    /// Why the open workspace can only be read.
    read_only: Option<ReadOnly>,
}

impl App {
    /// The window; the workspace begins to open at once, on a thread of its own.
    #[must_use]
    pub fn new(context: &Context, options: Options) -> Self {
        let crew = if options.inline { Crew::inline() } else { Crew::threads(context) };
        let language = options.language.unwrap_or(options.system_language);
        let words = Words::new(language);
        let state = options.state_folder.as_deref().map(WindowState::load).unwrap_or_default();
        let mut pages = Pages::default();
        pages.look_at_diary(state.diary);
        let look = if options.inline { SystemLook::default() } else { system::look_now() };
        let mut app = Self {
            crew,
            phase: Phase::Opening,
            desk: None,
            answers: Answers::default(),
            framed: None,
            drafts: Drafts::default(),
            pages,
            page: options.page.unwrap_or(state.page),
            palette: None,
            read_only: None,
            jot: false,
            contact: None,
            ready_words: None,
            history: false,
            focused: false,
            toasts: Toasts::default(),
            reminders: reminders::Reminders::default(),
            works: Vec::new(),
            works_begun: 0,
            before: None,
            saved: Vec::new(),
            worked: Vec::new(),
            held: None,
            ids: IdSource::seeded(options.seed),
            formats: Formats::new(words.clone()),
            words,
            look,
            follower: (!options.inline).then(|| Follower::new(context)),
            worn: None,
            state,
            options,
        };
        app.wear(context);
        app.open_workspace();
        app
    }

    /// How many answers were read, so that a test can show that painting reads nothing.
    #[must_use]
    pub const fn answers_made(&self) -> u64 {
        self.answers.made()
    }

    /// The page that is shown.
    #[must_use]
    pub const fn page(&self) -> Page {
        self.page
    }

    /// Goes to a page, as a command of the window would.
    pub fn show_page(&mut self, page: Page) {
        self.go(Place::Page(page));
    }

    /// Puts on theme and size of text when they change.
    fn wear(&mut self, context: &Context) {
        let settings = self.frame_answer().map(|frame| Arc::clone(&frame.settings));
        let chosen = settings.as_ref().map(|settings| settings.theme).or(self.first_theme());
        let choice = self.options.theme.or(chosen).unwrap_or_default();
        let percent = settings.as_ref().map_or(100, |settings| settings.text_percent);
        let tokens = theme::tokens(choice, self.look.dark);
        let wanted = (tokens, percent, self.look.still);
        if self.worn.as_ref() != Some(&wanted) {
            theme::install(context, tokens, f32::from(percent) / 100.0);
            theme::set_motion(context, !self.look.still);
            self.worn = Some(wanted);
            context.request_repaint();
        }
        let language = self.options.language.or(settings.map(|settings| settings.language));
        self.speak(language.unwrap_or(self.words.language()));
    }

    fn speak(&mut self, language: Language) {
        if self.words.language() != language {
            self.words = Words::new(language);
            self.formats = Formats::new(self.words.clone());
            // What was said in the other language goes with it.
            self.toasts = Toasts::default();
        }
    }

    fn frame_answer(&mut self) -> Option<Arc<FrameAnswer>> {
        let answer = self.answers.ask_exact(&FrameQuestion, self.options.clock.now())?;
        let desk = self.desk.as_ref()?;
        let backup = desk.path().and_then(|path| self.state.backups.get(&path.display().to_string()).copied());
        if let Some((of, shown)) = &self.framed
            && shown.backup == backup
            && Arc::ptr_eq(of, &answer)
            && shown.language == self.words.language()
            && self.options.theme.is_none_or(|theme| theme == shown.theme)
        {
            // Made once for all paintings until something changes.
            return Some(Arc::clone(shown));
        }
        let frame = answer.as_ref().as_ref()?;
        let (path, writable) = (desk.path().map(ToOwned::to_owned), desk.is_writable());
        let theme = self.options.theme.unwrap_or(frame.theme);
        let language = self.words.language();
        let read_only = self.read_only;
        let shown = Arc::new(FrameAnswer { language, theme, path, backup, writable, read_only, ..frame.clone() });
        self.framed = Some((answer, Arc::clone(&shown)));
        Some(shown)
    }

    fn keys(&mut self, context: &Context) -> Vec<Action> {
        let mut actions = Vec::new();
        for command in WindowCommand::ALL {
            // In a focused field these belong to the text, while it has steps of its own.
            let texts = match command {
                WindowCommand::Undo => has_steps(context, false),
                WindowCommand::Redo => has_steps(context, true),
                _ => false,
            };
            let hidden = self.focused && !command.in_focus();
            let Some(shortcut) = command.key().filter(|_| !texts && !hidden) else { continue };
            if let Some(behind) = context.input_mut(|input| commands::take_key(input, shortcut)) {
                self.hold_for(context, command, behind);
                let refused = self.read_only.filter(|_| command.changes());
                actions.push(refused.map_or_else(|| command.action(), |why| Action::Say(why.sentence(&self.words))));
            }
        }
        actions
    }

    /// What is typed behind the key of a command that opens a field is for that field.
    fn hold_for(&mut self, context: &Context, command: WindowCommand, behind: usize) {
        // The line on Today is there already.
        let line = command == WindowCommand::Jot && self.page == Page::Today;
        let there = line && context.memory(|memory| memory.has_focus(jot::jot_id()));
        let refused = there || self.focused || (self.read_only.is_some() && command.changes());
        if let Some(over) = command.opens_field().filter(|_| !refused) {
            let mut held = held::Held::begin(context, over && !line);
            context.input_mut(|input| held.hold_from(&mut input.events, behind));
            self.held = Some(held);
        }
    }

    fn draw(&mut self, ui: &mut Ui, frame: &FrameAnswer) -> Vec<Action> {
        let mut actions = self.keys(ui.ctx());
        let now = self.options.clock.now();
        self.drafts.at(now.local);
        let mut scene = Scene {
            words: &self.words,
            formats: &self.formats,
            now,
            today: now.today(frame.settings.day_ends),
            frame,
            drafts: &mut self.drafts,
            saved: &self.saved,
            worked: &self.worked,
            focused: self.focused,
            answers: &mut self.answers,
            actions: &mut actions,
            ids: &self.ids,
        };
        if !self.focused {
            shell::rail(ui, &mut scene, self.page);
        }
        read_only::banner(ui, &mut scene);
        let ground = Frame::new().fill(Tokens::of(ui).paper);
        CentralPanel::default().frame(ground).show(ui, |ui| self.pages.ui(ui, &mut scene, self.page));
        if self.palette.as_mut().is_some_and(|palette| palette.ui(ui, &mut scene)) {
            self.palette = None;
        }
        // A page that has no field to find in finds everywhere.
        let find = |input: &mut egui::InputState| input.consume_key(Modifiers::COMMAND, Key::F);
        if !self.focused && !is_covered(ui) && ui.input_mut(find) {
            scene.act(Action::Palette);
        }
        if self.jot && jot::jot_window(ui, &mut scene) {
            self.jot = false;
        }
        if self.contact.as_mut().is_some_and(|panel| panel.ui(ui, &mut scene)) {
            self.contact = None;
        }
        if self.ready_words.as_mut().is_some_and(|panel| panel.ui(ui, &mut scene)) {
            self.ready_words = None;
        }
        if self.history && history::history_window(ui, &mut scene) {
            self.history = false;
        }
        self.saved.clear();
        self.worked.clear();
        let said = (&self.words, &self.formats);
        actions.extend(reminder_cards::reminder_cards(ui.ctx(), said, &self.reminders.standing, self.focused));
        actions.extend(self.toasts.ui(ui.ctx(), &self.words));
        self.show_works(ui.ctx());
        actions
    }

    /// The next whole minute repaints the line for now, while time passes.
    fn await_minute(&self, context: &Context) {
        use chrono::Timelike as _;
        if self.options.clock.runs() && matches!(self.page, Page::Today | Page::Diary) {
            let second = self.options.clock.now().local.second().min(59);
            context.request_repaint_after(Duration::from_secs(u64::from(60 - second)));
        }
    }

    fn title(&self) -> String {
        let program = self.words.get("program");
        if self.focused { program } else { format!("{} · {program}", self.words.get(page_name(self.page))) }
    }
}

/// Whether a panel lies over the page.
fn is_covered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_some())
}

impl eframe::App for App {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.drain(context);
        if let Some(look) = self.follower.as_ref().and_then(Follower::take) {
            self.look = look;
        }
        self.wear(context);
        self.remind(context);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // What could not be read is tried again when a person does something, not while they only look.
        let acts = |event: &Event| {
            matches!(event, Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. })
        };
        if ui.input(|input| input.events.iter().any(acts)) {
            self.answers.try_again();
        }
        held::hold(&mut self.held, ui.ctx());
        let actions = match self.frame_answer() {
            Some(frame) if matches!(self.phase, Phase::Open) => self.draw(ui, &frame),
            _ => self.draw_phase(ui),
        };
        let context = ui.ctx().clone();
        self.carry_out(&context, actions);
        self.keep_look();
        let size = context.content_rect().size();
        (self.state.width, self.state.height) = (size.x, size.y);
        self.await_minute(&context);
        let title = self.title();
        let known = context.data(|data| data.get_temp::<String>(egui::Id::unique("title")));
        if known.as_ref() != Some(&title) {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            context.data_mut(|data| data.insert_temp(egui::Id::unique("title"), title));
        }
        // What was asked in this frame is read now, not when something else moves the window.
        self.hand_on();
        if self.options.inline {
            self.drain(&context);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if matches!(self.phase, Phase::FirstStart(_)) {
            let changes = self.drafts.changes();
            self.keep_first_start(changes);
        }
        self.end_reminders();
        if let Some(desk) = self.desk.take() {
            let drafts = self.drafts.changes();
            if desk.is_writable() && !drafts.is_empty() {
                // The last second of typing; the writer's thread may already be gone.
                let _ = desk.keep_drafts(&drafts);
            }
            if let Err(error) = open::close_soon(desk) {
                tracing::warn!(%error, "the workspace was not closed in peace");
            }
        }
        self.state.diary = self.pages.diary_look();
        if let Some(folder) = &self.options.state_folder {
            self.state.save(folder);
        }
    }
}
