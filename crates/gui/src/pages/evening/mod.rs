//! Вечерен преглед: the day's happenings and notes are sorted, what is unfinished is decided, tomorrow is planned.

mod guess;
mod happened;
mod notes;
mod question;
mod steps;
mod tiles;
mod tomorrow;

use chrono::NaiveDate;
use egui::{Key, Modifiers, Popup, Ui, vec2};
use sponsor_core::model::ReviewState;

pub use self::happened::EveningLineForm;
pub use self::notes::NoteForm;
use self::notes::Sorting;
use self::question::{EveningQuestion, EveningView};
use self::steps::Step;
use super::search::search;
use super::today::decide::decide_row;
use super::today::{column, page_body, page_top};
use crate::app::{Page, Place, Scene};
use crate::icons;
use crate::theme::space;
use crate::widgets::{Button, Card, empty_state, opening, page_header, soft};

/// The column of the steps.
const STEPS_WIDTH: f32 = 216.0;
/// The column of tomorrow.
const TOMORROW_WIDTH: f32 = 290.0;
/// Below this width the steps stand above the other two columns.
const TWO_COLUMNS_BELOW: f32 = 960.0;
/// Below this width the columns become one.
const ONE_COLUMN_BELOW: f32 = 640.0;

/// The page as it was left.
#[derive(Debug, Default)]
pub struct EveningPage {
    day: Option<NaiveDate>,
    step: Step,
    /// Those that were gone on from.
    passed: Vec<Step>,
    /// Whether the line of step 0 was already given the focus.
    greeted: bool,
    sorting: Sorting,
}

impl EveningPage {
    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if self.day != Some(scene.today) {
            *self = Self { day: Some(scene.today), ..Self::default() };
        }
        if escape_pressed(ui) {
            leave(scene);
        }
        let answer = scene.ask(&EveningQuestion);
        page_top(ui, |ui| header(ui, scene));
        page_body(ui, |ui| match answer {
            Some(view) => self.contents(ui, scene, &view),
            None => opening(ui, &scene.words.get("page-opens")),
        });
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        ui.spacing_mut().item_spacing = vec2(space::L, space::L);
        let room = ui.available_width();
        if room < TWO_COLUMNS_BELOW {
            steps::steps_line(ui, scene, view, &mut self.step, &self.passed);
        }
        if room < ONE_COLUMN_BELOW {
            self.middle(ui, scene, view);
            tomorrow::tomorrow_card(ui, scene, view, self.step.is_last());
            steps::streak_card(ui, scene, view);
            return;
        }
        if room < TWO_COLUMNS_BELOW {
            ui.horizontal_top(|ui| {
                column(ui, room - TOMORROW_WIDTH - space::L, |ui| self.middle(ui, scene, view));
                column(ui, TOMORROW_WIDTH, |ui| {
                    tomorrow::tomorrow_card(ui, scene, view, self.step.is_last());
                    steps::streak_card(ui, scene, view);
                });
            });
            return;
        }
        ui.horizontal_top(|ui| {
            // In a wide window the sides grow too, so that their words stand whole and the middle stays readable.
            let (steps, tomorrow) =
                ((room * 0.17).clamp(STEPS_WIDTH, 280.0), (room * 0.24).clamp(TOMORROW_WIDTH, 400.0));
            let middle = room - steps - tomorrow - 2.0 * space::L;
            column(ui, steps, |ui| self.left(ui, scene, view));
            column(ui, middle, |ui| self.middle(ui, scene, view));
            column(ui, tomorrow, |ui| tomorrow::tomorrow_card(ui, scene, view, self.step.is_last()));
        });
    }

    fn left(&mut self, ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
        steps::steps_card(ui, scene, view, &mut self.step, &self.passed);
        steps::streak_card(ui, scene, view);
    }

    fn middle(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        // Enter goes on where nothing has the keyboard, and from the line of the first step while it is empty.
        let unfocused = ui.memory(|memory| memory.focused().is_none()) || self.step == Step::Happened;
        match self.step {
            Step::Happened => {
                happened::happened_step(ui, scene, view);
                if !self.greeted {
                    self.greeted = true;
                    ui.memory_mut(|memory| memory.request_focus(happened::line_id()));
                }
            }
            Step::Notes => self.sorting.ui(ui, scene, view),
            Step::Open => open_step(ui, scene, view),
            Step::Tomorrow => tomorrow::tomorrow_step(ui, scene, view),
        }
        let Some(next) = self.step.next() else { return };
        let words = scene.words.get("evening-next");
        // While a note is being sorted its own button is the main one.
        let sorting = self.step == Step::Notes && !view.notes.is_empty();
        let button = if sorting { Button::plain(&words) } else { Button::primary(&words).keys("Enter") };
        let free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none()) && unfocused;
        let free = free && !sorting && !Popup::is_any_open(ui.ctx());
        let entered = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if ui.add(button.trailing(icons::RIGHT)).clicked() || entered {
            self.passed.push(self.step);
            self.step = next;
        }
    }
}

fn open_step(ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
    if view.open.is_empty() {
        let (title, words) = (scene.words.get("evening-open-empty-title"), scene.words.get("evening-open-empty"));
        Card::new().show(ui, |ui| empty_state(ui, icons::DONE_CIRCLE, &title, &words, |_| {}));
        return;
    }
    let title = scene.words.get("evening-open-title");
    Card::new().title(&title).show(ui, |ui| {
        soft(ui, &scene.words.get("evening-open-text"));
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in view.open.iter().enumerate() {
            decide_row(ui, scene, index, item);
        }
    });
}

fn header(ui: &mut Ui, scene: &mut Scene<'_>) {
    let title = scene.words.get("evening-review");
    let time = scene.formats.time(scene.now.local.time());
    let subtitle = format!("{} · {time}", scene.formats.date_weekday_long(scene.today));
    let (stop, rest, tip) =
        (scene.words.get("evening-stop"), scene.words.get("evening-rest"), scene.words.get("evening-rest-tip"));
    page_header(
        ui,
        &title,
        &subtitle,
        |_, _| {},
        |ui, fold| {
            if ui.add(Button::quiet(&stop).keys("Esc")).clicked() {
                leave(scene);
            }
            search(ui, scene, fold);
            if ui.add(Button::plain(&rest).icon(icons::PAUSED).folded(fold.actions())).on_hover_text(&tip).clicked() {
                tomorrow::end(scene, ReviewState::Rest);
            }
        },
    );
}

/// Escape leaves, unless it belongs to something that floats above the page.
fn escape_pressed(ui: &Ui) -> bool {
    let floats = Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some());
    !floats && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

fn leave(scene: &mut Scene<'_>) {
    scene.go(Place::Page(Page::Today));
}
