//! Днес: what matters now, on one screen.

mod day;
pub(super) mod decide;
pub(super) mod item;
mod notes;
mod occasions;
pub(super) mod people;
pub(super) mod press;
pub(super) mod progress;
mod review;
mod unfinished;

use std::sync::Arc;

use egui::{Align, Frame, Layout, Margin, Ui, vec2};
use sponsor_core::Now;
use sponsor_core::model::{Interview, InterviewId, InterviewState, RecordKind};
use sponsor_core::query::{TodayView, View, today};
use sponsor_core::store::StoreError;

pub use self::decide::MoveForm;
pub(crate) use self::people::ask_words;
pub(crate) use self::progress::plan_name;
use self::review::{ReviewOffer, offer};
use crate::app::{Action, Place, Purpose, Question, Scene, done_words, jot_id, jot_line};
use crate::icons;
use crate::pages::search::wide_search;
use crate::theme::{height, space};
use crate::widgets::{Button, Card, empty_state, keep_free, opening, page_header, page_margin};

/// Below this width of the page its two columns become one.
const ONE_COLUMN_BELOW: f32 = 860.0;
/// Below this height of the window rows are slimmer and lists are shorter, so that the day is one screen.
const SHORT_BELOW: f32 = 880.0;
const LOW_BELOW: f32 = 1120.0;
/// The widest that the page grows; on wider windows the rest stays paper.
const WIDEST: f32 = 1680.0;

/// Whether the window is so low that rows are slimmer and lists are shorter.
pub(super) fn is_short(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < SHORT_BELOW
}

/// Whether the window is low enough for a card of one line to go without its heading.
fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < LOW_BELOW
}

/// The height of a row with two lines.
pub(super) fn tall_row(ui: &Ui) -> f32 {
    if is_short(ui) { 46.0 } else { height::AGENDA_ROW_TALL }
}

/// Asks for what Today shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct TodayQuestion;

/// What Today shows.
#[derive(Clone, Debug)]
struct TodayAnswer {
    view: TodayView,
    interviews: Vec<OpenInterview>,
    review: Option<ReviewOffer>,
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
        Ok(TodayAnswer { view: today(view, now)?, interviews: interviews.collect(), review: offer(view, now)? })
    }
}

/// The page as it was left.
#[derive(Debug, Default)]
pub struct TodayPage;

impl TodayPage {
    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let answer = scene.ask(&TodayQuestion);
        page_top(ui, |ui| header(ui, scene));
        page_body(ui, |ui| match answer {
            Some(answer) => contents(ui, scene, &answer),
            None => opening(ui, &scene.words.get("page-opens")),
        });
    }
}

fn contents(ui: &mut Ui, scene: &mut Scene<'_>, answer: &Arc<TodayAnswer>) {
    let wide = ui.available_width() + 2.0 * space::PAGE >= ONE_COLUMN_BELOW;
    ui.spacing_mut().item_spacing = vec2(space::L, space::L);
    if !wide {
        left(ui, scene, answer);
        right(ui, scene, answer);
        return;
    }
    let room = ui.available_width();
    let right_width = (room * 0.387).clamp(320.0, 560.0);
    ui.horizontal_top(|ui| {
        column(ui, room - right_width - space::L, |ui| left(ui, scene, answer));
        column(ui, right_width, |ui| right(ui, scene, answer));
    });
}

fn left(ui: &mut Ui, scene: &mut Scene<'_>, answer: &TodayAnswer) {
    let view = &answer.view;
    jot(ui, scene);
    review::review_card(ui, scene, answer.review);
    let near = notes::evening_is_near(scene);
    if near && !view.evening.is_over() {
        notes::evening_card(ui, scene, view.evening);
    }
    if is_beginning(scene, view) {
        first_step(ui, scene);
    } else {
        day::day_card(ui, scene, view);
    }
    notes::notes_card(ui, scene, &view.notes);
    if !near || view.evening.is_over() {
        notes::evening_card(ui, scene, view.evening);
    }
}

fn right(ui: &mut Ui, scene: &mut Scene<'_>, answer: &TodayAnswer) {
    let view = &answer.view;
    people::first_days_card(ui, scene, &view.first_days);
    unfinished::unfinished_card(ui, scene, &answer.interviews);
    people::silent_card(ui, scene, &view.silent);
    progress::plan_card(ui, scene, &view.plan);
    progress::figures_card(ui, scene, &view.figures);
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
    page_header(
        ui,
        &title,
        &subtitle,
        |_, _| {},
        |ui, fold| {
            undo_button(ui, scene);
            wide_search(ui, scene, fold);
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

fn jot(ui: &mut Ui, scene: &mut Scene<'_>) {
    let card = Card::new().padding(6).show(ui, |ui| jot_line(ui, scene, jot_id()));
    keep_free(ui.ctx(), card.response.rect);
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
