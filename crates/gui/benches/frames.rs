//! One frame of our own work at the size of a lifetime: the page is laid out and cut into triangles, as it is before the
//! graphics driver gets it. Where a page scrolls, each frame is scrolled further; everything that a frame needs from the
//! workspace is already there, as in the window, where another thread reads.

#![expect(clippy::unwrap_used, reason = "a bench that cannot begin has nothing to measure")]

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use divan::Bencher;
use eframe::App as _;
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sponsor_core::command::Command;
use sponsor_core::demo::{Recipe, Size, build_file};
use sponsor_core::model::{CommandId, Entry, EntryId, EntryKind, IdSource, Language, Repeat, ThemeChoice, When};
use sponsor_core::store::Author;
use sponsor_core::{Desk, Now, Request};
use sponsor_desk::app::{App, Clock, Options, Page};

/// The window on the larger of the screens that we look at.
const WINDOW: Vec2 = vec2(1920.0, 1080.0);
/// How far the wheel goes in a frame, in points.
const SCROLLED: f32 = -48.0;

fn main() {
    divan::main();
}

fn moment() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(12, 40, 0)).unwrap_or_default()
}

/// The example of a lifetime, copied from where it is kept between runs; another schema makes it anew.
fn lifetime(to: &Path) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/example-workspaces");
    let kept = folder.join(format!("window-{}-{}.desk", env!("CARGO_PKG_VERSION"), sponsor_core::store::SCHEMA));
    if !kept.exists() {
        std::fs::create_dir_all(&folder).unwrap();
        let now = Now::new(moment(), chrono_tz::Europe::Sofia);
        let recipe = Recipe { seed: 1, size: Size::Lifetime, language: Language::Bulgarian, now };
        build_file(&kept, &recipe, &mut |_, _| {}).unwrap();
    }
    std::fs::copy(kept, to).unwrap();
}

/// A window that is painted frame by frame.
struct Painted {
    window: Harness<'static, App>,
    frame: eframe::Frame,
    time: f64,
    _folder: tempfile::TempDir,
}

impl Painted {
    /// The window on a page, settled; `press` names what is pressed there first.
    fn new(page: Page, press: &[&str]) -> Self {
        Self::with(page, press, |_| {})
    }

    /// The window over a workspace to which `change` was done first.
    fn with(page: Page, press: &[&str], change: impl FnOnce(&Desk)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("workspace.desk");
        lifetime(&path);
        change(&Desk::open(&path, IdSource::seeded(9)).unwrap());
        let options = Options {
            language: Some(Language::Bulgarian),
            theme: Some(ThemeChoice::Light),
            page: Some(page),
            clock: Clock::still(moment()),
            inline: true,
            ..Options::new(path)
        };
        let mut window = Harness::builder()
            .with_size(WINDOW)
            .with_max_steps(64)
            .build_eframe(move |creation| App::new(&creation.egui_ctx, options));
        window.run();
        for label in press {
            window.get_all_by_label(label).next().unwrap().click();
            window.run();
        }
        // Nobody listens on most machines; without a listener nothing is told.
        window.ctx.disable_accesskit();
        Self { window, frame: eframe::Frame::_new_kittest(), time: 1000.0, _folder: folder }
    }

    fn context(&self) -> Context {
        self.window.ctx.clone()
    }

    /// Paints a frame with these events; tells how many shapes were cut.
    fn paint(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, WINDOW));
        let input = RawInput { screen_rect, time: Some(self.time), events, focused: true, ..RawInput::default() };
        let (context, frame) = (self.context(), &mut self.frame);
        let app = self.window.state_mut();
        let output = context.run_ui(input, |ui| {
            app.logic(ui, frame);
            app.ui(ui, frame);
        });
        context.tessellate(output.shapes, output.pixels_per_point).len()
    }

    /// Presses a key and lets the page settle.
    fn press(&mut self, key: Key) {
        let pressed = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        self.paint(vec![pressed]);
        for _ in 0..8 {
            self.paint(Vec::new());
        }
    }

    /// A frame in which the wheel is turned over this place, as a share of the window.
    fn scroll(&mut self, x: f32, y: f32) -> usize {
        let at = Pos2::new(WINDOW.x * x, WINDOW.y * y);
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, SCROLLED),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        self.paint(vec![Event::PointerMoved(at), wheel])
    }
}

/// Every page as it stands, nothing moved.
#[divan::bench(args = Page::ALL, sample_count = 200)]
fn still(bencher: Bencher<'_, '_>, page: Page) {
    let mut painted = Painted::new(page, &[]);
    bencher.bench_local(|| painted.paint(Vec::new()));
}

/// The other views of the diary: a month, a day, the days that come; nothing moved.
#[divan::bench(args = [Key::M, Key::D, Key::A], sample_count = 200)]
fn diary_still(bencher: Bencher<'_, '_>, view: Key) {
    let mut painted = Painted::new(Page::Diary, &[]);
    painted.press(view);
    bencher.bench_local(|| painted.paint(Vec::new()));
}

/// Series of five kinds, begun three years ago.
fn add_series(desk: &Desk, count: usize) {
    const RULES: [&str; 5] =
        ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=2WE", "FREQ=YEARLY"];
    let start = moment() - chrono::Days::new(1_095);
    for number in 0..count {
        let when = When::Timed { start, minutes: Some(30), zone: chrono_tz::Europe::Sofia };
        let mut entry = Entry::new(EntryId::new(desk.ids(), start), EntryKind::Task, "Поредица", when, start);
        entry.repeat = RULES.get(number % RULES.len()).and_then(|rule| Repeat::new(rule).ok());
        let id = CommandId::new(desk.ids(), moment());
        let now = Now::new(moment(), chrono_tz::Europe::Sofia);
        let command = Command::AddEntry(Box::new(entry));
        desk.run(&Request { id, by: Author::Person, now, command }).unwrap();
    }
}

/// A month with so many series behind it.
#[divan::bench(args = [0, 1_000], sample_count = 200)]
fn month_with_series(bencher: Bencher<'_, '_>, series: usize) {
    let mut painted = Painted::with(Page::Diary, &[], |desk| add_series(desk, series));
    painted.press(Key::M);
    bencher.bench_local(|| painted.paint(Vec::new()));
}

/// The chronicle, scrolled: parts of it are read on the way.
#[divan::bench(sample_count = 400)]
fn chronicle_scrolled(bencher: Bencher<'_, '_>) {
    let mut painted = Painted::new(Page::Diary, &[]);
    painted.press(Key::C);
    bencher.bench_local(|| painted.scroll(0.4, 0.6));
}

/// 20,000 people, scrolled.
#[divan::bench(sample_count = 400)]
fn list_scrolled(bencher: Bencher<'_, '_>) {
    let mut painted = Painted::new(Page::List, &[]);
    painted.press(Key::Num4);
    bencher.bench_local(|| painted.scroll(0.4, 0.6));
}

/// 5,000 registered users in the table, scrolled.
#[divan::bench(sample_count = 400)]
fn structure_table_scrolled(bencher: Bencher<'_, '_>) {
    let mut painted = Painted::new(Page::Structure, &[]);
    bencher.bench_local(|| painted.scroll(0.4, 0.6));
}

/// 5,000 registered users in the tree, all unfolded, moved.
#[divan::bench(sample_count = 400)]
fn tree_moved(bencher: Bencher<'_, '_>) {
    let mut painted = Painted::new(Page::Structure, &["Дърво", "Разгъни всичко"]);
    bencher.bench_local(|| painted.scroll(0.4, 0.6));
}

/// The tree with all 5,000 in sight at once.
#[divan::bench(sample_count = 400)]
fn tree_whole(bencher: Bencher<'_, '_>) {
    let mut painted = Painted::new(Page::Structure, &["Дърво", "Разгъни всичко"]);
    painted.press(Key::Num0);
    bencher.bench_local(|| painted.paint(Vec::new()));
}
