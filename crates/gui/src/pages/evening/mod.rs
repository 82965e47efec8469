//! Вечерен преглед: the day's happenings and notes are sorted, what is unfinished is decided, tomorrow is planned.

mod deciding;
mod guess;
mod happened;
mod header;
mod hours;
mod line;
mod notes;
mod period;
mod place;
mod print;
mod question;
mod sorted;
mod steps;
mod suggest;
mod tiles;
mod tomorrow;

use egui::{Key, Modifiers, Ui, vec2};
use sponsor_core::model::{PlanLevel, ReviewState};
use sponsor_core::query::Item;

use self::deciding::Deciding;
use self::header::{escape_pressed, header, leave};
pub use self::line::EveningLineForm;
pub use self::notes::NoteForm;
use self::notes::Sorting;
pub use self::period::PeriodForm;
pub use self::place::PlaceForm;
use self::place::{begun, keep_place, keys_are_free, place};
use self::question::{EveningQuestion, EveningView};
use self::steps::Step;
use super::today::{column, page_body, page_top};
use crate::app::Scene;
use crate::icons;
use crate::theme::space;
use crate::widgets::{Button, Card, empty_state, keep_free, key_hint, opening, soft};
use crate::works::DayParts;

pub(super) use self::place::{left_at, left_before};
pub(crate) use self::question::{PlanShare, plan_shares};

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
    /// Where one is.
    place: PlaceForm,
    /// The step that was entered last, so that its line is given the focus once.
    entered: Option<Step>,
    /// Whether a typed line asks who is meant by a name.
    who: bool,
    /// The period whose questions are being answered.
    period: Option<PlanLevel>,
    /// What stands on the page of the next day when it is printed.
    paper: DayParts,
    sorting: Sorting,
    asking: Deciding,
    deciding: Deciding,
}

impl EveningPage {
    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let kept = place(scene);
        self.place = begun(scene, kept);
        if escape_pressed(ui)
            && !std::mem::take(&mut self.who)
            && self.period.take().is_none()
            && !self.asking.close()
            && !self.deciding.close()
        {
            leave(scene);
        }
        let at = self.place.step;
        let before = self.place.day;
        page_top(ui, |ui| header(ui, scene, &mut self.place));
        if self.place.day != before {
            *self = Self { place: self.place.clone(), paper: self.paper, ..Self::default() };
        }
        let answer = scene.ask(&EveningQuestion { day: self.place.day, begun: self.place.begun });
        let on = self.place.day.unwrap_or(scene.today);
        page_body(ui, |ui| match answer.filter(|view| view.on == on) {
            Some(view) => self.contents(ui, scene, &view),
            None => opening(ui, &scene.words.get("page-opens")),
        });
        // What a line asked is asked again when it is entered again.
        self.who &= self.place.step == at;
        keep_place(scene, &self.place);
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        ui.spacing_mut().item_spacing = vec2(space::L, space::L);
        let room = ui.available_width();
        if room < TWO_COLUMNS_BELOW {
            steps::steps_line(ui, scene, view, &mut self.place);
        }
        if room < ONE_COLUMN_BELOW {
            self.middle(ui, scene, view);
            self.right(ui, scene, view);
            steps::streak_card(ui, scene, view);
            return;
        }
        if room < TWO_COLUMNS_BELOW {
            ui.horizontal_top(|ui| {
                column(ui, room - TOMORROW_WIDTH - space::L, |ui| self.middle(ui, scene, view));
                column(ui, TOMORROW_WIDTH, |ui| {
                    self.right(ui, scene, view);
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
            column(ui, tomorrow, |ui| self.right(ui, scene, view));
        });
    }

    fn right(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        tomorrow::tomorrow_card(ui, scene, view, self.place.step.is_last(), &mut self.paper);
    }

    fn left(&mut self, ui: &mut Ui, scene: &Scene<'_>, view: &EveningView) {
        steps::steps_card(ui, scene, view, &mut self.place);
        steps::streak_card(ui, scene, view);
        let (items, index): (&[Item], usize) = match self.place.step {
            Step::Notes => (&view.notes, self.sorting.index(view, &mut self.place.at)),
            Step::Open => (&view.open, self.deciding.index(&view.open, &mut self.place.at)),
            Step::Happened | Step::Tomorrow => return,
        };
        steps::following_card(ui, scene, items, index);
    }

    fn middle(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        let entered = self.entered != Some(self.place.step);
        self.entered = Some(self.place.step);
        match self.place.step {
            Step::Happened => {
                // Before the step: the Enter that leaves the empty line goes on where nothing asks.
                happened::happened_step(ui, scene, view, (&mut self.asking, &mut self.who), &mut self.place.at);
            }
            Step::Notes => self.sorting.ui(ui, scene, view, &mut self.place.at),
            Step::Open => self.open_step(ui, scene, view),
            Step::Tomorrow => tomorrow::tomorrow_step(ui, scene, view, &mut self.who, &mut self.period),
        }
        if let Some(line) = line::line_of(self.place.step).filter(|_| entered) {
            ui.memory_mut(|memory| memory.request_focus(line));
        }
        self.onward(ui, scene, view);
    }

    /// What is unfinished, one thing at a time.
    fn open_step(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        if view.open.is_empty() {
            let (title, words) = (scene.words.get("evening-open-empty-title"), scene.words.get("evening-open-empty"));
            Card::new().show(ui, |ui| empty_state(ui, icons::DONE_CIRCLE, &title, &words, |_| {}));
            return;
        }
        let keys = keys_are_free(ui);
        self.deciding.ui(ui, scene, view, &view.open, &mut self.place.at, keys);
    }

    /// How many things the step still has to decide.
    const fn waiting(&self, view: &EveningView) -> usize {
        match self.place.step {
            Step::Happened => view.asks.len(),
            Step::Notes => view.notes.len(),
            Step::Open => view.open.len(),
            Step::Tomorrow => 0,
        }
    }

    /// The way to the next step, or the end: by Enter where nothing of the step waits and nothing has the keyboard.
    fn onward(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &EveningView) {
        let waits = self.waiting(view);
        let free = keys_are_free(ui) && ui.memory(|memory| memory.focused().is_none());
        let entered = waits == 0 && free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if waits > 0 {
            hints(ui, scene, self.place.step, waits, self.asking.is_open() || self.deciding.is_open());
        }
        let Some(next) = self.place.step.next() else {
            if entered {
                tomorrow::end(scene, view.on, ReviewState::Done);
            }
            return;
        };
        let words = scene.words.get("evening-next");
        // While something waits for a decision its own buttons are the main ones.
        let button = if waits > 0 { Button::plain(&words) } else { Button::primary(&words).keys("Enter") };
        let onward = ui.add(button.trailing(icons::RIGHT));
        keep_free(ui.ctx(), onward.rect);
        if onward.clicked() || entered {
            self.place.passed.push(self.place.step);
            (self.place.step, self.place.at) = (next, None);
            ui.request_repaint();
        }
    }
}

fn hints(ui: &mut Ui, scene: &Scene<'_>, step: Step, waits: usize, open: bool) {
    let words = scene.words;
    let shown = ui.horizontal_wrapped(|ui| {
        if open {
            key_hint(ui, &["Esc"], &words.get("close").to_lowercase());
        } else {
            let keys = if step == Step::Open { "2–5" } else { "1–5" };
            key_hint(ui, &[keys], &words.get("evening-choose-key"));
            if waits > 1 {
                key_hint(ui, &["←"], &words.get("evening-previous-note"));
                key_hint(ui, &["→"], &words.get("evening-skip"));
            }
        }
        key_hint(ui, &["Ctrl Z"], &words.get("evening-undo-key"));
        soft(ui, &words.get("evening-kept"));
    });
    keep_free(ui.ctx(), shown.response.rect);
}
