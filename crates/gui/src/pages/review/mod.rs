//! Седмичен анализ: the three figures, the plan and what was done, the people, corrections, and a snapshot that closes it.

mod cards;
mod closing;
mod correcting;
mod corrections;
mod lines;
mod place;
mod question;
mod tabs;

use chrono::NaiveDate;
use egui::{Key, Modifiers, Popup, Ui, vec2};
use sponsor_core::command::Command;
use sponsor_core::model::{FigurePeriod, ReviewState, Scope};

pub use self::correcting::CorrectionForm;
pub use self::place::ReviewPlaceForm;
use self::place::{Step, place_key};
use self::question::{ReviewQuestion, ReviewView};
use super::figures::ReadingModal;
use super::search::search;
use super::today::{page_body, page_top};
use crate::app::{Page, Place, Scene};
use crate::icons;
use crate::theme::{height, space};
use crate::widgets::{Button, Card, MenuItem, menu, opening, page_header, split, two_lines};

/// The page as it was left.
#[derive(Debug, Default)]
pub struct ReviewPage {
    /// Where one is; none until it was looked up.
    place: Option<ReviewPlaceForm>,
    /// The week that was asked for and is not turned to yet.
    wanted: Option<NaiveDate>,
    /// The step whose field was already given the focus.
    greeted: Option<Step>,
    /// Whether the week at hand was held: it is only read.
    reads: bool,
    reading: Option<ReadingModal>,
}

impl ReviewPage {
    /// Turns to the review of a week; without one to that at hand, unless that is only being read.
    pub fn open(&mut self, week: Option<NaiveDate>) {
        self.wanted = week.map(|week| FigurePeriod::week_of(week).first_day());
        if week.is_none() && self.reads {
            self.place = Some(ReviewPlaceForm::default());
        }
        self.greeted = None;
    }

    fn turn(&mut self, week: NaiveDate) {
        self.place = Some(ReviewPlaceForm { week: Some(week), ..ReviewPlaceForm::default() });
        self.greeted = None;
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let today = scene.now.date();
        let mut place = match self.place.take() {
            Some(place) => place,
            None => scene.form(&place_key(), ReviewPlaceForm::default).clone(),
        };
        let current = FigurePeriod::week_of(today).first_day();
        // Where one is in a week is found again, also when that week is asked for.
        if let Some(wanted) = self.wanted.take().filter(|wanted| place.week.unwrap_or(current) != *wanted) {
            place = ReviewPlaceForm { week: Some(wanted), ..ReviewPlaceForm::default() };
        }
        let week = place.week.unwrap_or(current);
        let view = scene.ask(&ReviewQuestion { week, today }).filter(|view| view.review.from == week);
        let mut turned = None;
        if self.reading.is_none() && escape_pressed(ui) {
            scene.go(Place::Page(Page::Today));
        }
        page_top(ui, |ui| turned = header(ui, scene, week, view.as_deref()));
        page_body(ui, |ui| match &view {
            Some(view) => self.contents(ui, scene, view, &mut place, &mut turned),
            None => opening(ui, &scene.words.get("page-opens")),
        });
        if let Some(modal) = &mut self.reading
            && modal.ui(ui, scene, Scope::Whole, &[])
        {
            self.reading = None;
        }
        if let Some(view) = &view {
            self.keep(scene, view, &mut place);
        }
        self.place = Some(place);
        if let Some(week) = turned.filter(|turned| *turned != week) {
            self.turn(week);
            ui.request_repaint();
        }
    }

    /// Keeps where one is, until the review is held.
    fn keep(&mut self, scene: &mut Scene<'_>, view: &ReviewView, place: &mut ReviewPlaceForm) {
        self.reads = view.is_held();
        let begun = place.step != Step::Figures || place.week.is_some();
        if begun && !self.reads && place.week.is_none() {
            // The week stays at hand when it is over.
            place.week = Some(view.review.from);
        }
        let kept = if begun && !self.reads { place.clone() } else { ReviewPlaceForm::default() };
        let form = scene.form(&place_key(), ReviewPlaceForm::default);
        if *form != kept {
            *form = kept;
        }
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        view: &ReviewView,
        place: &mut ReviewPlaceForm,
        turned: &mut Option<NaiveDate>,
    ) {
        ui.spacing_mut().item_spacing = vec2(space::L, space::L);
        if place.reached.index() < place.step.index() {
            place.reached = place.step;
        }
        let (held, reached) = (view.is_held(), place.reached);
        let passed = |step: Step| held || step.index() < reached.index();
        let wanted = tabs::tabs(ui, scene, place.step, passed).or_else(|| number_pressed(ui));
        cards::figure_cards(ui, scene, view);
        let mut onward = false;
        match place.step {
            Step::Figures => self.figures_step(ui, scene),
            Step::Plan | Step::People => {
                let line = if place.step == Step::Plan {
                    lines::plan_step(ui, scene, view)
                } else {
                    lines::people_step(ui, scene, view)
                };
                if let Some(line) = line {
                    corrections::begin_from(ui, scene, line);
                    go(scene, view, place, Step::Corrections);
                    return;
                }
            }
            Step::Corrections => onward = corrections::corrections_step(ui, scene, view),
            Step::Snapshot => closing::closing_step(ui, scene, view),
        }
        self.greet(ui, place.step, held);
        let moved = foot(ui, scene, view, place.step);
        let wanted = wanted.or(moved).or_else(|| place.step.next().filter(|_| onward));
        if let Some(step) = wanted.filter(|step| *step != place.step) {
            go(scene, view, place, step);
            ui.request_repaint();
        }
        if held && let Some(week) = browse(ui, view) {
            *turned = Some(week);
        }
    }

    /// Gives the field of a step the focus when one comes to it.
    fn greet(&mut self, ui: &Ui, step: Step, held: bool) {
        if self.greeted == Some(step) {
            return;
        }
        self.greeted = Some(step);
        let field = match step {
            Step::Corrections if !held => correcting::correction_id(),
            Step::Snapshot if !held => closing::comment_id(),
            _ => return,
        };
        ui.memory_mut(|memory| memory.request_focus(field));
    }

    /// Step 1: the figures stand above; what is not known can be typed at once.
    fn figures_step(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let [title, line, read] =
            ["review-figures-title", "review-figures-line", "figures-first-reading"].map(|key| words.get(key));
        let mut pressed = false;
        Card::new().show(ui, |ui| {
            split(
                ui,
                height::AGENDA_ROW_TALL,
                |ui| two_lines(ui, &title, &line),
                |ui| pressed = ui.add(Button::plain(&read).icon(icons::EDIT)).clicked(),
            );
        });
        if pressed {
            self.reading = Some(ReadingModal::new());
        }
    }
}

/// Goes to a step; the first one that is gone to begins the review.
fn go(scene: &mut Scene<'_>, view: &ReviewView, place: &mut ReviewPlaceForm, step: Step) {
    place.step = step;
    if view.review.state.is_none() {
        scene.run(Command::HoldWeek { week: view.review.from, state: ReviewState::Open });
    }
}

/// The header: which week it is, the reviews before and after it, and the way out. Gives the week that was chosen.
fn header(ui: &mut Ui, scene: &mut Scene<'_>, week: NaiveDate, view: Option<&ReviewView>) -> Option<NaiveDate> {
    let title = scene.words.get("weekly-review");
    let subtitle = scene.formats.week(week);
    let [stop, other, before, after] =
        ["evening-stop", "review-other-week", "review-before", "review-after"].map(|key| scene.words.get(key));
    let beside = view.map(ReviewView::beside).unwrap_or_default();
    let mut wanted = None;
    page_header(
        ui,
        &title,
        &subtitle,
        |_, _| {},
        |ui, fold| {
            if ui.add(Button::quiet(&stop).keys("Esc")).clicked() {
                scene.go(Place::Page(Page::Today));
            }
            search(ui, scene, fold);
            ui.spacing_mut().item_spacing.x = space::XS;
            if ui.add_enabled(beside.1.is_some(), Button::quiet_icon(icons::RIGHT, &after)).clicked() {
                wanted = beside.1;
            }
            let button = ui.add(Button::plain(&other).trailing(icons::DOWN));
            menu(&button, |ui| {
                for week in view.iter().flat_map(|view| view.weeks.iter()) {
                    let words = week_words(scene, week.from, week.state, week.missed);
                    let sign = if week.state == Some(ReviewState::Done) { icons::DONE_CIRCLE } else { icons::OTHER };
                    if ui.add(MenuItem::new(&words).icon(sign)).clicked() {
                        wanted = Some(week.from);
                        ui.close();
                    }
                }
            });
            if ui.add_enabled(beside.0.is_some(), Button::quiet_icon(icons::LEFT, &before)).clicked() {
                wanted = beside.0;
            }
        },
    );
    wanted
}

/// A week of the menu: «седмица 47 · без анализ».
fn week_words(scene: &Scene<'_>, from: NaiveDate, state: Option<ReviewState>, missed: bool) -> String {
    let state = scene.words.get(match (state, missed) {
        (Some(ReviewState::Done | ReviewState::Rest), _) => "review-week-held",
        (Some(ReviewState::Open), _) => "review-week-open",
        (None, true) => "review-week-missed",
        (None, false) => "review-week-now",
    });
    format!("{} · {state}", scene.formats.week_of(from))
}

/// The way on and back. Gives the step that was wanted.
fn foot(ui: &mut Ui, scene: &mut Scene<'_>, view: &ReviewView, step: Step) -> Option<Step> {
    let words = scene.words;
    let (back, onward) = (words.get("back"), words.get("next"));
    let title = match step.next() {
        Some(next) => words.with("review-follows", &[("step", next.name(words).into())]),
        None => step.name(words),
    };
    let line = words.get(if view.is_held() { "review-line-held" } else { "review-line-kept" });
    let free = keys_are_free(ui) && ui.memory(|memory| memory.focused().is_none());
    let entered = ui.input_mut(|input| {
        (free && input.consume_key(Modifiers::NONE, Key::Enter))
            || (step.next().is_some() && input.consume_key(Modifiers::COMMAND, Key::Enter))
    });
    let mut wanted = step.next().filter(|_| entered);
    Card::new().show(ui, |ui| {
        split(
            ui,
            40.0,
            |ui| two_lines(ui, &title, &line),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let next = step.next();
                if next.is_some() && ui.add(Button::primary(&onward).keys("Enter")).clicked() {
                    wanted = next;
                }
                if let Some(previous) = step.previous()
                    && ui.add(Button::plain(&back).icon(icons::ARROW_LEFT)).clicked()
                {
                    wanted = Some(previous);
                }
            },
        );
    });
    wanted
}

/// The arrows go from one held review to the next.
fn browse(ui: &Ui, view: &ReviewView) -> Option<NaiveDate> {
    if !keys_are_free(ui) {
        return None;
    }
    let (before, after) = view.beside();
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::ArrowLeft) {
            before
        } else if input.consume_key(Modifiers::NONE, Key::ArrowRight) {
            after
        } else {
            None
        }
    })
}

/// Which of the keys 1 to 5 was pressed.
fn number_pressed(ui: &Ui) -> Option<Step> {
    if !keys_are_free(ui) {
        return None;
    }
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    let at = ui.input_mut(|input| numbers.into_iter().position(|key| input.consume_key(Modifiers::NONE, key)));
    at.and_then(|at| Step::ALL.get(at).copied())
}

/// Whether keys belong to the step: nothing is typed, nothing floats above it.
fn keys_are_free(ui: &Ui) -> bool {
    !floats(ui) && !ui.text_edit_focused()
}

fn floats(ui: &Ui) -> bool {
    Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some())
}

fn escape_pressed(ui: &Ui) -> bool {
    !floats(ui) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}
