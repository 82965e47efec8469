//! The three key figures: by week and by month, for the whole structure or one branch; readings typed from the
//! company's site, and snapshots.

mod ask;
mod cards;
mod charts;
mod reading;
mod snapshots;
mod table;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Frame, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};
use sponsor_core::model::{FigurePeriod, FigureValues, PersonId, Scope, Snapshot, SnapshotId};
use sponsor_documents::SnapshotData;

use self::ask::{BranchesQuestion, FiguresAnswer, FiguresQuestion};
pub(super) use self::cards::spark;
pub(super) use self::reading::ReadingModal;
pub(super) use self::snapshots::SnapshotForm;
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::search::search;
use crate::theme::{TextSize, Tokens, space};
use crate::widgets::{Button, Card, Segmented, Select, empty_state, opening, page_header, page_margin, text};
use crate::words::Language;
use crate::works::snapshot::snapshot_data;

/// Heights of the parts of the page.
const CHARTS_LEAST: f32 = 290.0;
const CHARTS_MOST: f32 = 460.0;
/// Below this width a legend stands below its heading, and the charts are taller.
const CHARTS_NARROW: f32 = 960.0;
const CHARTS_TALL: f32 = 350.0;
/// From this width on the charts stand beside each other.
const CHARTS_BESIDE: f32 = 700.0;

/// By what the page counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    Weeks,
    #[default]
    Months,
}

/// What is open over the page.
#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    Reading(ReadingModal),
    Snapshots(SnapshotId),
}

/// The page as it was left.
#[derive(Debug, Default)]
pub struct FiguresPage {
    by: By,
    /// The chosen period; none for the one that runs.
    period: Option<FigurePeriod>,
    scope: Scope,
    open: Open,
    worded: Option<Worded>,
}

/// An answer in words, kept while neither changes.
#[derive(Debug)]
struct Worded {
    answer: Arc<FiguresAnswer>,
    language: Language,
    data: Arc<SnapshotData>,
}

impl FiguresPage {
    /// Opens the form of a reading.
    pub fn type_reading(&mut self) {
        self.open = Open::Reading(ReadingModal::new());
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let today = scene.now.date();
        let branches = scene.ask(&BranchesQuestion).unwrap_or_default();
        if matches!(self.scope, Scope::Branch(id) if !branches.iter().any(|(one, _)| *one == id)) {
            self.scope = Scope::Whole;
        }
        let question = FiguresQuestion { period: self.shown(today), scope: self.scope, today };
        let answer = scene.ask(&question);
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            self.header(ui, scene, answer.as_deref(), &branches);
            if answer.is_none() {
                opening(ui, &scene.words.get("page-opens"));
            }
            if let Some(answer) = &answer {
                let data = self.in_words(scene, answer);
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.contents(ui, scene, answer, &data));
            }
        });
        self.over(ui, scene, answer.as_deref(), &branches);
    }

    fn current(&self, today: NaiveDate) -> FigurePeriod {
        match self.by {
            By::Weeks => FigurePeriod::week_of(today),
            By::Months => FigurePeriod::month_of(today),
        }
    }

    fn shown(&self, today: NaiveDate) -> FigurePeriod {
        self.period.unwrap_or_else(|| self.current(today))
    }

    fn in_words(&mut self, scene: &Scene<'_>, answer: &Arc<FiguresAnswer>) -> Arc<SnapshotData> {
        let language = scene.words.language();
        let fresh = |worded: &Worded| Arc::ptr_eq(&worded.answer, answer) && worded.language == language;
        if let Some(worded) = self.worded.as_ref().filter(|worded| fresh(worded)) {
            return Arc::clone(&worded.data);
        }
        let data = Arc::new(snapshot_data(scene.words, scene.formats, &answer.snapshot));
        self.worded = Some(Worded { answer: Arc::clone(answer), language, data: Arc::clone(&data) });
        data
    }

    fn header(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        answer: Option<&FiguresAnswer>,
        branches: &[(PersonId, String)],
    ) {
        let words = scene.words;
        let title = words.get("page-figures");
        let mut by = self.by;
        let mut step = 0;
        let (mut scope, mut take) = (self.scope, false);
        let registered = scene.formats.count(scene.frame.registered);
        let period = answer.map(|answer| scene.formats.figure_period(answer.figures.period, answer.figures.until));
        let today = scene.now.date();
        let last = self.shown(today) >= self.current(today);
        page_header(
            ui,
            &title,
            "",
            |ui, fold| {
                Segmented::new(&words.get("figures-periods"), &mut by)
                    .option(By::Weeks, &words.get("figures-weeks"))
                    .option(By::Months, &words.get("figures-months"))
                    .folded(fold.actions())
                    .show(ui);
                ui.spacing_mut().item_spacing.x = space::XS;
                step -= i32::from(ui.add(Button::quiet_icon(icons::LEFT, &words.get("figures-before"))).clicked());
                let next = words.get("figures-after");
                step += i32::from(ui.add_enabled(!last, Button::quiet_icon(icons::RIGHT, &next)).clicked());
                let soft = Tokens::of(ui).soft;
                text(ui, &period.unwrap_or_default(), TextSize::Body, soft);
            },
            |ui, fold| {
                let label = words.get("snapshot");
                let button = Button::primary(&label).icon(icons::FILE).folded(fold.main());
                take = ui.add(button).clicked();
                search(ui, scene, fold);
                let whole = words.with("figures-whole-count", &[("count", registered.into())]);
                let named = branches.iter().map(|(id, name)| (Scope::Branch(*id), name.clone()));
                Select::new(&words.get("figures-scope"), &mut scope)
                    .option(Scope::Whole, whole)
                    .options(named)
                    .icon(icons::STRUCTURE)
                    .width(226.0)
                    .plain()
                    .hide_label()
                    .show(ui);
            },
        );
        self.turn(by, step, today);
        self.scope = scope;
        if take {
            self.open = Open::Snapshots(scene.new_snapshot());
        }
    }

    /// Turns to weeks or months, and to the period before or after.
    fn turn(&mut self, by: By, step: i32, today: NaiveDate) {
        if by != self.by {
            self.by = by;
            self.period = None;
        }
        if step != 0 {
            let shown = self.shown(today);
            let next = if step < 0 { shown.previous() } else { shown.next() };
            self.period = Some(next).filter(|next| *next < self.current(today));
        }
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &FiguresAnswer, data: &SnapshotData) {
        ui.spacing_mut().item_spacing.y = space::L;
        let room = ui.available_height();
        let top = ui.cursor().top();
        if cards::figure_cards(ui, scene, answer, data) {
            self.open = Open::Reading(ReadingModal::new());
        }
        if is_empty(&answer.snapshot) {
            self.first_step(ui, scene);
            return;
        }
        let taken = ui.cursor().top() - top + space::L + table::HEIGHT;
        let height = (room - taken)
            .clamp(if ui.available_width() < CHARTS_NARROW { CHARTS_TALL } else { CHARTS_LEAST }, CHARTS_MOST);
        charts_row(ui, scene, &answer.snapshot, data, height);
        table::periods(ui, scene, &answer.snapshot, &data.table);
    }

    /// Nothing is known yet: what will stand here, and the first step.
    fn first_step(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let words = scene.words;
        let [title, about, reading, order] =
            ["figures-empty", "figures-empty-about", "figures-first-reading", "figures-enter-order"]
                .map(|key| words.get(key));
        let (read, ordered) = Card::new()
            .show(ui, |ui| {
                empty_state(ui, icons::FIGURES, &title, &about, |ui| {
                    let read = ui.add(Button::primary(&reading).icon(icons::EDIT)).clicked();
                    (read, ui.add(Button::plain(&order).icon(icons::ORDER)).clicked())
                })
            })
            .inner;
        if read {
            self.open = Open::Reading(ReadingModal::new());
        }
        if ordered {
            scene.go(Place::NewOrder(scene.frame.me.id));
        }
    }

    /// What is open over the page.
    fn over(
        &mut self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        answer: Option<&FiguresAnswer>,
        branches: &[(PersonId, String)],
    ) {
        let close = match &mut self.open {
            Open::Nothing => false,
            Open::Reading(modal) => modal.ui(ui, scene, self.scope, branches),
            Open::Snapshots(id) => snapshots::modal_window(ui, scene, id, answer),
        };
        if close {
            self.open = Open::Nothing;
        }
    }
}

/// Whether no figure of any of the periods is known.
fn is_empty(snapshot: &Snapshot) -> bool {
    let known =
        |values: &FigureValues| values.points.is_some() || values.new_users.is_some() || values.in_training.is_some();
    !snapshot.series.iter().any(|(_, values)| known(values))
}

/// The chart of points, and beside it the two of people.
fn charts_row(ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot, data: &SnapshotData, height: f32) {
    if ui.available_width() < CHARTS_BESIDE {
        charts::points(ui, scene, snapshot, &data.points, CHARTS_LEAST);
        charts::stacked(ui, scene, snapshot, &data.new_users, CHARTS_LEAST / 1.5);
        charts::stacked(ui, scene, snapshot, &data.training, CHARTS_LEAST / 1.5);
        return;
    }
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    let split = whole.left() + ((whole.width() - space::L) * 0.586).round();
    let left = Rect::from_min_max(whole.min, pos2(split, whole.bottom()));
    let half = (height - space::L) / 2.0;
    let upper = Rect::from_min_size(pos2(split + space::L, whole.top()), vec2(whole.right() - split - space::L, half));
    let lower = upper.translate(vec2(0.0, half + space::L));
    let mut within = |rect: Rect, contents: &mut dyn FnMut(&mut Ui)| {
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| contents(ui));
    };
    within(left, &mut |ui| charts::points(ui, scene, snapshot, &data.points, left.height()));
    within(upper, &mut |ui| charts::stacked(ui, scene, snapshot, &data.new_users, upper.height()));
    within(lower, &mut |ui| charts::stacked(ui, scene, snapshot, &data.training, lower.height()));
}
