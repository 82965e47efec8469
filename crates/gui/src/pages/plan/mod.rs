//! План: the ladder from the year to the day, for the user and for each partner. Actions are planned, outcomes are measured.

mod ask;
mod behind;
mod beside;
mod cell;
mod correct;
mod goal;
mod grid;
mod important;
mod ladder;
mod left;
pub(crate) mod say;
mod setup;
mod strip;
mod told;
mod typing;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use egui::{ScrollArea, Ui};
use sponsor_core::model::{PersonId, PlanAction, PlanLevel};

use self::ask::{PartnersQuestion, PlanAnswer, PlanQuestion};
use self::typing::CellAt;
use crate::app::{Action, Purpose, Question, Scene};
use crate::icons;
use crate::pages::search::search;
use crate::pages::today::{column, page_top};
use crate::theme::{IconSize, TextSize, Tokens, height, space, width};
use crate::widgets::{Button, Card, Select, icon, opening, page_header, page_margin, split, text};

/// Below this width of its contents the page puts what stands beside the table below it.
const BESIDE_FROM: f32 = 940.0;
/// Below this width the ladder is a switch above the table.
const LADDER_FROM: f32 = 760.0;
/// From this width on the columns beside the table are wider.
const ROOMY_FROM: f32 = 1150.0;
/// The widest that the page grows.
const WIDEST: f32 = 1680.0;

/// What is open over the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Nothing,
    Goal,
    Told,
    Left,
    AsBefore,
    Setup,
    Behind {
        action: PlanAction,
        from: NaiveDate,
        to: NaiveDate,
    },
    Correct {
        action: PlanAction,
        on: NaiveDate,
    },
}

/// What a person wishes of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wish {
    Open(Open),
    /// To another level.
    Level(PlanLevel),
    /// So many periods on.
    Turn(i32),
    /// Back to the period that runs.
    Today,
    /// To the keys: the first cell of today.
    Keys,
}

/// The page as it was left.
#[derive(Debug)]
pub struct PlanPage {
    person: Option<PersonId>,
    level: PlanLevel,
    /// A day of the period; none for today.
    day: Option<NaiveDate>,
    open: Open,
    /// A form has just opened: its first field takes the focus.
    fresh: bool,
    /// A form was tried: what is wrong in it is said.
    tried: bool,
    dropped: BTreeSet<PlanAction>,
    chosen: Option<CellAt>,
    writing: bool,
    /// The cells take the keys as soon as they are there.
    keys: bool,
}

impl Default for PlanPage {
    fn default() -> Self {
        Self {
            person: None,
            level: PlanLevel::Week,
            day: None,
            open: Open::Nothing,
            fresh: false,
            tried: false,
            dropped: BTreeSet::new(),
            chosen: None,
            writing: false,
            keys: false,
        }
    }
}

impl PlanPage {
    /// Turns to the week of a person's plan; without a person, of the user's own.
    pub fn show_week(&mut self, person: Option<PersonId>) {
        *self = Self { person, keys: true, ..Self::default() };
    }

    /// Paints the page.
    pub fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let today = scene.today;
        if self.person == Some(scene.frame.me.id) {
            self.person = None;
        }
        let partners = scene.ask(&PartnersQuestion).unwrap_or_default();
        let question = PlanQuestion { person: self.person, level: self.level, day: self.day.unwrap_or(today), today };
        let answer = scene.ask(&question);
        let mut wish = None;
        page_top(ui, |ui| wish = self.header(ui, scene, answer.as_deref(), &partners));
        let scroll = &mut ui.spacing_mut().scroll;
        (scroll.floating, scroll.floating_allocated_width) = (true, 0.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            egui::Frame::new().inner_margin(page_margin()).show(ui, |ui| match &answer {
                None => opening(ui, &scene.words.get("page-opens")),
                Some(answer) => {
                    let widest = ui.available_width().min(WIDEST);
                    let wished = column(ui, widest, |ui| self.contents(ui, scene, answer));
                    wish = wished.or(wish.take());
                }
            });
        });
        if let Some(answer) = &answer {
            self.over(ui, scene, answer);
            if let Some(wish) = wish {
                self.grant(ui, answer, wish);
            }
            if self.keys && answer.now.level == self.level {
                self.keys = false;
                self.take_keys(ui, answer);
            }
        }
    }

    fn header(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        answer: Option<&PlanAnswer>,
        partners: &[(PersonId, String)],
    ) -> Option<Wish> {
        let words = scene.words;
        let (title, subtitle) = (words.get("page-plan"), words.get("plan-subtitle"));
        let [does, rows, print, whose, mine] =
            ["plan-do", "plan-setup-title", "print", "plan-whose", "plan-mine"].map(|key| words.get(key));
        let mut wish = None;
        let mut person = self.person;
        page_header(
            ui,
            &title,
            &subtitle,
            |_, _| {},
            |ui, fold| {
                if ui.add(Button::primary(&does).icon(icons::EDIT).folded(fold.main())).clicked() {
                    wish = Some(Wish::Keys);
                }
                search(ui, scene, fold);
                if let Some(answer) = answer
                    && ui.add(Button::icon_only(icons::PRINT, &print)).clicked()
                {
                    let day = self.day.unwrap_or(scene.today);
                    scene.act(Action::Print(Purpose::SavePlan { person: answer.person, day }));
                }
                if ui.add(Button::icon_only(icons::TABLE, &rows)).clicked() {
                    wish = Some(Wish::Open(Open::Setup));
                }
                if !partners.is_empty() {
                    let named = partners.iter().map(|(id, name)| (Some(*id), name.clone()));
                    Select::new(&whose, &mut person)
                        .option(None, mine)
                        .options(named)
                        .icon(icons::PERSON)
                        .width(200.0)
                        .plain()
                        .hide_label()
                        .show(ui);
                }
            },
        );
        if person != self.person {
            (self.person, self.chosen, self.writing) = (person, None, false);
        }
        wish
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) -> Option<Wish> {
        ui.spacing_mut().item_spacing = egui::vec2(space::L, space::L);
        if answer.empty && answer.mine {
            let wish = first_step(ui, scene);
            return self.table_and_beside(ui, scene, answer).or(wish);
        }
        let goal = goal::goal_card(ui, scene, answer).then_some(Wish::Open(Open::Goal));
        self.table_and_beside(ui, scene, answer).or(goal)
    }

    fn table_and_beside(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) -> Option<Wish> {
        let room = ui.available_width();
        let (ladder_wide, beside_wide) =
            if room >= ROOMY_FROM { (184.0, (room * 0.2).clamp(244.0, 300.0)) } else { (136.0, 216.0) };
        let beside = room >= BESIDE_FROM;
        if room < LADDER_FROM {
            let level = ladder::switch(ui, scene, answer).map(Wish::Level);
            return self.middle(ui, scene, answer, true).or(level);
        }
        let middle = room - ladder_wide - space::L - if beside { beside_wide + space::L } else { 0.0 };
        let mut wish = None;
        ui.horizontal_top(|ui| {
            column(ui, ladder_wide, |ui| {
                wish = ladder::ladder(ui, scene, answer).map(Wish::Level);
            });
            column(ui, middle, |ui| {
                wish = self.middle(ui, scene, answer, !beside).or(wish.take());
            });
            if beside {
                column(ui, beside_wide, |ui| wish = beside::beside(ui, scene, answer).or(wish.take()));
            }
        });
        wish
    }

    fn middle(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, answer: &PlanAnswer, all: bool) -> Option<Wish> {
        ui.spacing_mut().item_spacing.y = space::L;
        let mut wish = grid::table(ui, scene, answer, &mut self.chosen);
        important::important_card(ui, scene, answer, &mut self.writing);
        beside::known_card(ui, scene, answer);
        if all {
            wish = beside::beside(ui, scene, answer).or(wish);
        }
        wish
    }

    fn grant(&mut self, ui: &Ui, answer: &PlanAnswer, wish: Wish) {
        ui.ctx().request_repaint();
        match wish {
            Wish::Open(open) => {
                (self.open, self.fresh, self.tried) = (open, true, false);
                self.dropped.clear();
            }
            Wish::Level(level) => (self.level, self.chosen, self.writing) = (level, None, false),
            Wish::Today => (self.day, self.chosen, self.writing) = (None, None, false),
            Wish::Turn(by) => {
                let edge = if by < 0 {
                    answer.now.days.start().checked_sub_days(Days::new(1))
                } else {
                    answer.now.days.end().checked_add_days(Days::new(1))
                };
                (self.day, self.chosen, self.writing) = (edge.or(self.day), None, false);
            }
            Wish::Keys => self.take_keys(ui, answer),
        }
    }

    /// Gives the keys to the first cell of today, or of the period.
    fn take_keys(&mut self, ui: &Ui, answer: &PlanAnswer) {
        let now = answer.parts.iter().find(|part| part.contains(&answer.today));
        let (Some(row), Some(part)) = (answer.now.rows.first(), now.or(answer.parts.first())) else { return };
        let cell = CellAt { action: row.action.clone(), days: part.clone() };
        ui.memory_mut(|memory| memory.request_focus(cell::cell_id(&cell, false)));
        self.chosen = Some(cell);
    }

    /// What is open over the page.
    fn over(&mut self, ui: &Ui, scene: &mut Scene<'_>, answer: &PlanAnswer) {
        let (fresh, tried) = (&mut self.fresh, &mut self.tried);
        let close = match &self.open {
            Open::Nothing => return,
            Open::Goal => goal::goal_modal(ui, scene, answer, fresh),
            Open::Told => told::told_modal(ui, scene, answer, (fresh, tried)),
            Open::Left => left::left_modal(ui, scene, answer, &mut self.dropped),
            Open::AsBefore => left::as_before_modal(ui, scene, answer),
            Open::Setup => setup::setup_modal(ui, scene, answer),
            Open::Behind { action, from, to } => behind::behind_modal(ui, scene, answer, (action, *from, *to)),
            Open::Correct { action, on } => correct::correct_modal(ui, scene, answer, (action, *on), (fresh, tried)),
        };
        if close {
            self.open = Open::Nothing;
        }
    }
}

/// Nothing is planned yet: why it is worth it, and the first step.
fn first_step(ui: &mut Ui, scene: &Scene<'_>) -> Option<Wish> {
    let words = scene.words;
    let [title, about, goal, week] =
        ["plan-empty", "plan-empty-about", "plan-write-goal", "plan-fill-week"].map(|key| words.get(key));
    let tokens = Tokens::of(ui);
    let mut wish = None;
    Card::new().accent().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        split(
            ui,
            height::BUTTON,
            |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                icon(ui, icons::PLAN, IconSize::Large, tokens.accent);
                text(ui, &title, TextSize::Title, tokens.ink);
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                if ui.add(Button::primary(&week).icon(icons::EDIT)).clicked() {
                    wish = Some(Wish::Keys);
                }
                if ui.add(Button::plain(&goal).icon(icons::GOAL)).clicked() {
                    wish = Some(Wish::Open(Open::Goal));
                }
            },
        );
        let room = ui.available_width().min(width::READING);
        column(ui, room, |ui| text(ui, &about, TextSize::Body, tokens.ink));
    });
    wish
}
