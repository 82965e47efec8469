//! Trainings held and planned with who came to them, what each person has learnt, and the methods of sponsoring.

mod ask;
mod attend;
mod form;
mod list;
mod matrix;
mod method_form;
mod methods;
mod one;
mod paste;
mod path;
mod preview;
mod reading;
mod say;
mod steps;

use std::path::PathBuf;

use chrono::NaiveDate;
use egui::{Frame, Rect, ScrollArea, Ui, UiBuilder, pos2};
use sponsor_core::model::{EntryId, PersonId};
use sponsor_core::query::Trainings;

use self::ask::{TrainingQuestion, TrainingsQuestion};
use self::form::TrainingModal;
use self::matrix::Matrix;
use self::methods::MethodsPart;
use self::one::OneTraining;
use self::paste::PasteModal;
pub(crate) use self::path::learnt_lines;
use self::reading::FileModal;
use self::steps::StepsModal;
use crate::app::Scene;
use crate::icons;
use crate::pages::search::search;
use crate::theme::space;
use crate::widgets::{Button, Card, Segmented, empty_state, opening, page_header, page_margin};

/// How many of the trainings that are over are shown at first, and how many more each time.
const SHOWN: usize = 12;
/// Width of the list of trainings, and of the methods beside a training.
const LIST: f32 = 292.0;
const METHODS: f32 = 272.0;
/// From this width of the page on the methods stand beside a training.
const WIDE: f32 = 1180.0;

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// The trainings.
    #[default]
    Trainings,
    /// Who has learnt what.
    Learnt,
    /// The methods.
    Methods,
}

/// A training: its entry, and the original day of an instance of a series.
type Chosen = (EntryId, Option<NaiveDate>);

/// What is open over the page.
#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    Form(TrainingModal),
    Paste(PasteModal),
    File(FileModal),
    Steps(StepsModal),
}

/// The page as it was left.
#[derive(Debug)]
pub struct TrainingPage {
    part: Part,
    chosen: Option<Chosen>,
    most: usize,
    one: OneTraining,
    matrix: Matrix,
    methods: MethodsPart,
    open: Open,
    /// A file of an attendance that waits for its training to be known.
    file: Option<PathBuf>,
}

impl Default for TrainingPage {
    fn default() -> Self {
        Self {
            part: Part::default(),
            chosen: None,
            most: SHOWN,
            one: OneTraining::default(),
            matrix: Matrix::default(),
            methods: MethodsPart::default(),
            open: Open::default(),
            file: None,
        }
    }
}

impl TrainingPage {
    /// Shows a training.
    pub fn open(&mut self, id: EntryId, instance: Option<NaiveDate>) {
        (self.part, self.chosen, self.open) = (Part::Trainings, Some((id, instance)), Open::Nothing);
    }

    /// Opens the form of a new training, or of one that is there.
    pub fn type_training(&mut self, id: Option<EntryId>) {
        self.part = Part::Trainings;
        self.open = Open::Form(TrainingModal::new(id));
    }

    /// Shows who has learnt what, at a person.
    pub fn show_learning(&mut self, person: Option<PersonId>) {
        self.part = Part::Learnt;
        self.matrix.choose(person);
    }

    /// Shows what a file of an attendance would do to the chosen training.
    pub fn import(&mut self, path: PathBuf) {
        self.part = Part::Trainings;
        self.file = Some(path);
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let answer = scene.ask(&TrainingsQuestion { most: self.most });
        Frame::new().inner_margin(page_margin()).show(ui, |ui| {
            self.header(ui, scene, answer.as_deref());
            let Some(trainings) = answer.as_deref() else {
                opening(ui, &scene.words.get("page-opens"));
                return;
            };
            match self.part {
                Part::Trainings => self.trainings(ui, scene, trainings),
                Part::Learnt => {
                    if self.matrix.ui(ui, scene) {
                        self.open = Open::Steps(StepsModal::default());
                    }
                }
                Part::Methods => self.methods.ui(ui, scene),
            }
        });
        self.over(ui, scene);
    }

    fn header(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, trainings: Option<&Trainings>) {
        let words = scene.words;
        let title = words.get("page-training");
        let subtitle = trainings.and_then(|trainings| say::month(scene, &trainings.month)).unwrap_or_default();
        let mut begin = false;
        let mut part = self.part;
        page_header(
            ui,
            &title,
            &subtitle,
            |ui, fold| {
                Segmented::new(&words.get("training-parts"), &mut part)
                    .option(Part::Trainings, &words.get("training-part-trainings"))
                    .option(Part::Learnt, &words.get("training-part-learnt"))
                    .option(Part::Methods, &words.get("training-part-methods"))
                    .folded(fold.main())
                    .show(ui);
            },
            |ui, fold| {
                let label = words.get("training-new");
                begin = ui.add(Button::primary(&label).icon(icons::ADD).folded(fold.main())).clicked();
                search(ui, scene, fold);
            },
        );
        self.part = part;
        if begin {
            self.type_training(None);
        }
    }

    fn trainings(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, trainings: &Trainings) {
        if trainings.coming.is_empty() && trainings.held.is_empty() {
            self.first_step(ui, scene);
            return;
        }
        let rows = || trainings.coming.iter().chain(&trainings.held);
        let chosen = self.chosen.or_else(|| list::first(trainings));
        let whole = ui.available_rect_before_wrap();
        let wide = whole.width() >= WIDE;
        let mut left = whole;
        left.set_width(LIST.min(whole.width() * 0.36));
        let mut middle = Rect::from_min_max(pos2(left.right() + space::L, whole.top()), whole.max);
        if wide {
            middle.max.x -= METHODS + space::L;
        }
        let mut picked = None;
        within(ui, "list", left, |ui| {
            ScrollArea::vertical().id_salt("trainings").auto_shrink(false).show(ui, |ui| {
                picked = list::list(ui, scene, trainings, chosen);
            });
        });
        match picked {
            Some(list::Picked::Training(id, instance)) => self.chosen = Some((id, instance)),
            Some(list::Picked::Older) => self.most += SHOWN,
            None => {}
        }
        if let Some((id, instance)) = chosen {
            let known = rows().any(|row| (row.item.id, row.item.instance) == (id, instance));
            within(ui, "one", middle, |ui| self.chosen_one(ui, scene, (id, instance), known));
        }
        if wide {
            let right = Rect::from_min_max(pos2(middle.right() + space::L, whole.top()), whole.max);
            within(ui, "methods", right, |ui| {
                ScrollArea::vertical().id_salt("beside").auto_shrink(false).show(ui, |ui| {
                    if let Some(key) = methods::beside(ui, scene) {
                        self.part = Part::Methods;
                        self.methods.choose(key);
                    }
                });
            });
        }
        ui.advance_cursor_after_rect(whole);
    }

    fn chosen_one(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, (id, instance): Chosen, known: bool) {
        let answer = scene.ask_exact(&TrainingQuestion { id, instance });
        let Some(answer) = answer else { return };
        let Some(view) = answer.as_ref().as_ref() else {
            // It was deleted, or became an entry of its own.
            if !known {
                self.chosen = None;
            }
            return;
        };
        if let Some(path) = self.file.take() {
            self.open = Open::File(FileModal::new(path, view));
        }
        match self.one.ui(ui, scene, view) {
            one::Asked::Nothing => {}
            one::Asked::Became(entry) => self.chosen = Some((entry, None)),
            one::Asked::Form => self.open = Open::Form(TrainingModal::new(Some(id))),
            one::Asked::Paste => self.open = Open::Paste(PasteModal::new(view)),
            one::Asked::Learnt(person) => self.show_learning(Some(person)),
        }
    }

    /// There is no training yet: what will stand here, and the first step.
    fn first_step(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let words = scene.words;
        let [saying, about, first, methods] =
            ["training-empty", "training-empty-about", "training-first", "training-read-methods"]
                .map(|key| words.get(key));
        let (begin, read) = Card::new()
            .show(ui, |ui| {
                empty_state(ui, icons::TRAINING, &saying, &about, |ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    let begin = ui.add(Button::primary(&first).icon(icons::ADD)).clicked();
                    (begin, ui.add(Button::plain(&methods).icon(icons::IDEA)).clicked())
                })
            })
            .inner;
        if begin {
            self.type_training(None);
        }
        if read {
            self.part = Part::Methods;
        }
    }

    /// What is open over the page.
    fn over(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let close = match &mut self.open {
            Open::Nothing => false,
            Open::Form(modal) => match modal.ui(ui, scene) {
                form::Answer::Open => false,
                form::Answer::Close => true,
                form::Answer::Saved(id) => {
                    self.chosen = id.map(|id| (id, None)).or(self.chosen);
                    true
                }
            },
            Open::Paste(modal) => match modal.ui(ui, scene) {
                paste::Answer::Open => false,
                paste::Answer::Close => true,
                paste::Answer::Saved(chosen) => {
                    self.chosen = Some(chosen);
                    true
                }
            },
            Open::File(modal) => match modal.ui(ui, scene) {
                paste::Answer::Open => false,
                paste::Answer::Close => true,
                paste::Answer::Saved(chosen) => {
                    self.chosen = Some(chosen);
                    true
                }
            },
            Open::Steps(modal) => modal.ui(ui, scene),
        };
        if close {
            self.open = Open::Nothing;
        }
    }
}

/// Gives the focus to the first field of a panel that has just opened, as soon as it can take it.
fn focus_first(ui: &Ui, fresh: &mut bool, field: egui::Id) {
    if !*fresh {
        return;
    }
    if ui.memory(|memory| memory.has_focus(field)) {
        *fresh = false;
    } else {
        ui.memory_mut(|memory| memory.request_focus(field));
        ui.ctx().request_repaint();
    }
}

/// Paints something in a part of the page.
fn within(ui: &mut Ui, name: &str, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().id_salt(name).max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = space::L;
        contents(ui);
    });
}
