//! A window over a workspace, with a clock that stands still and everything run inline.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::{Beginning, Command};
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::{CommandId, IdSource, Language, Name, Person, PersonId, Settings, ThemeChoice};
use sponsor_core::store::Author;
use sponsor_core::{Desk, Now, Request};
use sponsor_desk::app::{App, Clock, Options, Page, QueuedChooser, RememberingNotifier, RememberingOpener};

/// Tuesday 24 November 2026, 12:40: the moment of all pictures.
pub fn moment() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 40, 0).unwrap()
}

/// The moment in Sofia.
pub fn now() -> Now {
    Now::new(moment(), chrono_tz::Europe::Sofia)
}

/// A workspace in a temporary folder, which goes with this value.
pub struct Workspace {
    folder: tempfile::TempDir,
    /// Paths that dialogs answer with.
    pub chooser: QueuedChooser,
    /// What was opened outside.
    pub opener: RememberingOpener,
    /// What the system was asked to show.
    pub notifier: RememberingNotifier,
    /// How often the file was opened: each time ids come from another seed, as they would.
    opened: std::cell::Cell<u64>,
}

impl Workspace {
    /// No file yet: the window opens with the first start.
    pub fn missing() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            chooser: QueuedChooser::default(),
            opener: RememberingOpener::default(),
            notifier: RememberingNotifier::default(),
            opened: std::cell::Cell::new(0),
        }
    }

    /// A workspace that has begun and is empty: Невена Стоянова, Пловдив.
    pub fn empty() -> Self {
        let workspace = Self::missing();
        workspace.change(|desk| {
            begin(desk);
        });
        workspace
    }

    /// The example, with text of this size in per cent: the larger it is, the less has room in the window.
    pub fn with_text_of(percent: u16, language: Language) -> Self {
        let workspace = Self::missing();
        let recipe = Recipe { seed: 1, size: Size::Small, language, now: now() };
        build_file(&workspace.path(), &recipe, &mut |_, _| {}).unwrap();
        workspace.change(|desk| {
            let settings = Settings::clone(desk.read().unwrap().people().settings().unwrap());
            run(desk, Command::ChangeSettings(Box::new(Settings { text_percent: percent, ..settings })));
        });
        workspace
    }

    fn seed(&self) -> u64 {
        self.opened.set(self.opened.get() + 1);
        self.opened.get()
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("workspace.desk")
    }

    /// The folder in which it stands.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Does something to the workspace while no window has it open; makes the file where there is none.
    pub fn change<T>(&self, work: impl FnOnce(&Desk) -> T) -> T {
        let ids = IdSource::seeded(self.seed());
        let desk =
            if self.path().exists() { Desk::open(&self.path(), ids) } else { Desk::create(&self.path(), ids, now()) };
        work(&desk.unwrap())
    }

    /// How the window is opened in tests.
    pub fn options(&self, language: Language, page: Page) -> Options {
        Options {
            language: Some(language),
            theme: Some(ThemeChoice::Light),
            page: Some(page),
            clock: Clock::still(moment()),
            chooser: Arc::new(self.chooser.clone()),
            opener: Arc::new(self.opener.clone()),
            notifier: Arc::new(self.notifier.clone()),
            print_folder: self.folder.path().join("print"),
            inline: true,
            state_folder: None,
            seed: self.seed(),
            ..Options::new(self.path())
        }
    }

    /// The window on a page.
    pub fn window(&self, language: Language, page: Page) -> Window {
        open(self.options(language, page), [1280.0, 800.0])
    }
}

/// Opens a window with these options and lets it settle.
pub fn open(options: Options, size: [f32; 2]) -> Window {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(64)
        .build_eframe(move |creation| App::new(&creation.egui_ctx, options));
    harness.run();
    harness
}

/// A window that is driven.
pub type Window = Harness<'static, App>;

/// Clicks what has this name, and there is one.
pub fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    window.run();
}

/// Presses a key.
pub fn key(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Types where the caret stands.
pub fn typed(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

/// Does a command as a person would.
pub fn run(desk: &Desk, command: Command) {
    run_as(desk, Author::Person, command);
}

fn run_as(desk: &Desk, by: Author, command: Command) {
    let id = CommandId::new(desk.ids(), moment());
    desk.run(&Request { id, by, now: now(), command }).unwrap();
}

fn begin(desk: &Desk) {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let beginning = Beginning {
        me: PersonId::new(desk.ids(), moment()),
        name: Name::new("Невена", "Стоянова").unwrap(),
        language: Language::Bulgarian,
        home_city: "Пловдив".to_owned(),
        evening_at: hour(20),
        review_day: chrono::Weekday::Fri,
        review_at: hour(17),
        theme: ThemeChoice::Light,
    };
    run_as(desk, Author::Background, Command::Begin(Box::new(beginning)));
}

/// Adds a person of the list.
pub fn add_person(desk: &Desk, name: &str) -> PersonId {
    let id = PersonId::new(desk.ids(), moment());
    run(desk, Command::AddPeople(vec![Person::new(id, Name::from_full(name).unwrap(), moment().date())]));
    id
}

/// The looks in which pictures are drawn: what they are called, the language, the theme.
pub const LOOKS: [(&str, Language, ThemeChoice); 4] = [
    ("bg-light", Language::Bulgarian, ThemeChoice::Light),
    ("bg-dark", Language::Bulgarian, ThemeChoice::Dark),
    ("en-light", Language::English, ThemeChoice::Light),
    ("en-dark", Language::English, ThemeChoice::Dark),
];

/// A look in which a picture is drawn, and the size of its window.
pub type Look = (&'static str, Language, ThemeChoice, [f32; 2]);

/// Draws a full and an empty workspace in each of these looks; `draw` is told which, and how the window is to look.
pub fn full_and_empty(full: &Workspace, looks: &[Look], mut draw: impl FnMut(&str, &Workspace, &Look)) {
    let empty = Workspace::empty();
    for (what, workspace) in [("full", full), ("empty", &empty)] {
        for look in looks {
            draw(&format!("{what}-{}", look.0), workspace, look);
        }
    }
}

/// The folder in which cargo builds, where pictures and examples are kept between runs.
pub fn target_folder() -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(named)
}

/// Draws the window by software Vulkan and leaves the picture in `target/pictures`.
pub fn picture(window: &mut Window, name: &str) {
    let folder = target_folder().join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}
