//! Днес: what matters now, on one screen.

mod day;
pub(super) mod decide;
pub(super) mod item;
mod notes;
mod people;
pub(super) mod press;
mod progress;
mod unfinished;

use std::sync::Arc;

use egui::{Align, Frame, Layout, Margin, Ui, vec2};
use sponsor_core::Now;
use sponsor_core::model::{Interview, InterviewId, InterviewState, RecordKind};
use sponsor_core::query::{TodayView, View, today};
use sponsor_core::store::StoreError;

pub use self::decide::MoveForm;
use crate::app::{Action, Place, Purpose, Question, Scene, WindowCommand, done_words, jot_id, jot_line};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Card, empty_state, key_cap, page_header, page_margin, search_box};

/// Below this width of the page its two columns become one.
const ONE_COLUMN_BELOW: f32 = 1000.0;
/// The widest that the page grows; on wider windows the rest stays paper.
const WIDEST: f32 = 1680.0;

/// Asks for what Today shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct TodayQuestion;

/// What Today shows.
#[derive(Clone, Debug)]
struct TodayAnswer {
    view: TodayView,
    interviews: Vec<OpenInterview>,
}

/// An interview that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
struct OpenInterview {
    id: InterviewId,
    name: String,
}

impl Question for TodayQuestion {
    type Answer = TodayAnswer;

    const SHOWS: &'static [RecordKind] = &RecordKind::ALL;

    // The hours left of the first three days.
    const BY_MINUTE: bool = true;

    fn answer(&self, view: &View, now: Now) -> Result<Self::Answer, StoreError> {
        let open = view.all::<Interview>()?.into_iter().filter(|one| one.state == InterviewState::Open);
        let mut open: Vec<_> = open.collect();
        open.sort_by_key(|one| (one.updated, one.id));
        let interviews = open.into_iter().map(|one| OpenInterview {
            id: one.id,
            name: one.person.map_or(one.guest_name, |person| view.people().name(person)),
        });
        Ok(TodayAnswer { view: today(view, now)?, interviews: interviews.collect() })
    }
}

/// The page as it was left.
#[derive(Debug, Default)]
pub struct TodayPage {
    all_overdue: bool,
    all_silent: bool,
}

impl TodayPage {
    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let answer = scene.ask(&TodayQuestion);
        page_top(ui, |ui| header(ui, scene));
        page_body(ui, |ui| {
            if let Some(answer) = answer {
                self.contents(ui, scene, &answer);
            }
        });
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &Arc<TodayAnswer>) {
        let wide = ui.available_width() + 2.0 * space::PAGE >= ONE_COLUMN_BELOW;
        ui.spacing_mut().item_spacing = vec2(space::L, space::L);
        if !wide {
            self.left(ui, scene, answer);
            self.right(ui, scene, answer);
            return;
        }
        let room = ui.available_width();
        let right = (room * 0.387).clamp(380.0, 560.0);
        ui.horizontal_top(|ui| {
            column(ui, room - right - space::L, |ui| self.left(ui, scene, answer));
            column(ui, right, |ui| self.right(ui, scene, answer));
        });
    }

    fn left(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &TodayAnswer) {
        let view = &answer.view;
        jot(ui, scene);
        let near = notes::evening_is_near(scene);
        if near && !view.evening.held {
            notes::evening_card(ui, scene, view.evening);
        }
        if is_beginning(scene, view) {
            first_step(ui, scene);
        } else {
            day::day_card(ui, scene, view, &mut self.all_overdue);
        }
        notes::notes_card(ui, scene, &view.notes);
        if !near || view.evening.held {
            notes::evening_card(ui, scene, view.evening);
        }
    }

    fn right(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &TodayAnswer) {
        let view = &answer.view;
        people::first_days_card(ui, scene, &view.first_days);
        unfinished::unfinished_card(ui, scene, &answer.interviews);
        people::silent_card(ui, scene, &view.silent, &mut self.all_silent);
        progress::plan_card(ui, scene, &view.plan);
        progress::figures_card(ui, scene, &view.figures);
    }
}

/// The header of a page, no wider than its cards.
pub(super) fn page_top(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(Margin::symmetric(24, 0)).show(ui, |ui| {
        let widest = ui.available_width().min(WIDEST);
        column(ui, widest, contents);
    });
}

/// The cards of a page, which scroll below its header; the bar floats over the margin.
pub(super) fn page_body(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let scroll = &mut ui.spacing_mut().scroll;
    scroll.floating = true;
    scroll.floating_allocated_width = 0.0;
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            let widest = ui.available_width().min(WIDEST);
            column(ui, widest, contents);
        });
    });
}

/// A column of cards of this width.
pub(super) fn column<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        contents(ui)
    })
    .inner
}

fn header(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("page-today");
    let time = scene.formats.time(scene.now.local.time());
    let subtitle = format!("{} · {time}", scene.formats.date_weekday_long(scene.today));
    let room = ui.available_width();
    page_header(
        ui,
        &title,
        &subtitle,
        |_| {},
        |ui| {
            undo_button(ui, scene);
            search(ui, scene, room);
        },
    );
}

fn undo_button(ui: &mut Ui, scene: &mut Scene<'_>) {
    let undo = scene.words.get("undo");
    let frame = scene.frame;
    let name = match &frame.undo {
        Some((name, subject)) => format!("{undo}: {}", done_words(scene.words, *name, subject)),
        None => undo,
    };
    if ui.add_enabled(frame.undo.is_some(), Button::quiet_icon(icons::UNDO, &name)).clicked() {
        scene.act(Action::Undo);
    }
}

/// The box that opens the palette; on a narrow page its icon alone.
pub(super) fn search(ui: &mut Ui, scene: &mut Scene<'_>, room: f32) {
    let name = scene.words.get("command-palette");
    let keys = WindowCommand::Palette.key_text().unwrap_or_default();
    let words = if room > 760.0 { name.as_str() } else { "" };
    if search_box(ui, &name, words, &keys, 292.0).clicked() {
        scene.act(Action::Palette);
    }
}

fn jot(ui: &mut Ui, scene: &mut Scene<'_>) {
    Card::new().padding(6).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let room = ui.available_width() - 56.0;
            ui.allocate_ui(vec2(room, height::FIELD), |ui| jot_line(ui, scene, jot_id()));
            key_cap(ui, "Enter");
        });
    });
}

/// Whether nobody is on the list and nothing is written down yet.
fn is_beginning(scene: &Scene<'_>, view: &TodayView) -> bool {
    scene.frame.on_list == 0 && view.programme.is_empty() && view.overdue.is_empty()
}

fn first_step(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (title, words) = (scene.words.get("today-start-title"), scene.words.get("today-start-text"));
    let (person, import) = (scene.words.get("new-person"), scene.words.get("today-start-import"));
    Card::new().show(ui, |ui| {
        empty_state(ui, icons::LIST, &title, &words, |ui| {
            if ui.add(Button::primary(&person).icon(icons::ADD_PERSON)).clicked() {
                scene.go(Place::NewPerson);
            }
            if ui.add(Button::plain(&import).icon(icons::IMPORT)).clicked() {
                scene.act(Action::Choose(Purpose::ImportContacts));
            }
        });
    });
}
