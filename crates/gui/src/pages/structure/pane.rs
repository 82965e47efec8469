//! The pane of the chosen one: at its top what they need and what is going on.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui, vec2};
use sponsor_core::command::Line;
use sponsor_core::model::{GoalId, OrderId, PersonId, Registration};
use sponsor_core::query::{PersonView, StructureView};

use super::ask::MemberQuestion;
use super::behind::Behind;
use super::{bring, goals, head, lines, orders, plain, results};
use crate::app::{Place, Scene};
use crate::icons;
use crate::pages::training::learnt_lines;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, hairline, icon, scroll_from_top, split, text};

/// What is being typed in the pane; one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    Line(Line),
    Sponsor,
    NewGoal,
    Goal(GoalId),
    Result,
    NewOrder,
    Order(OrderId),
}

/// The pane as it was left.
#[derive(Debug, Default)]
pub(super) struct Pane {
    person: Option<PersonId>,
    pub(super) typing: Option<Typing>,
    /// A form was opened in this frame and takes the focus.
    pub(super) fresh: bool,
    /// The day of the order that was typed last, which the next one begins with.
    pub(super) order_day: Option<NaiveDate>,
    pub(super) all_orders: bool,
    /// Enter was pressed in an order without points that can be read.
    pub(super) no_points: bool,
    pub(super) past_goals: bool,
}

impl Pane {
    /// Opens the line of a new order of a person.
    pub(super) fn open_order(&mut self, person: PersonId) {
        *self = Self { person: Some(person), typing: Some(Typing::NewOrder), fresh: true, ..Self::default() };
    }

    /// Shows the pane of a person; gives the figure that is to be opened.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        structure: &StructureView,
        person: PersonId,
    ) -> Option<Behind> {
        if self.person != Some(person) {
            *self = Self { person: Some(person), ..Self::default() };
        }
        if self.typing.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.typing = None;
        }
        let question = MemberQuestion { person, today: scene.now.date() };
        let answer = scene.ask_exact(&question)?;
        let view = answer.as_ref().as_ref()?;
        let registration = view.row.person.registration.clone();
        let me = scene.frame.me.id == person;
        if registration.is_none() && !me {
            return None;
        }
        let mut behind = None;
        ui.push_id(person, |ui| {
            let room = ui.available_height() - height::BUTTON - 2.0 * space::S;
            ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
                scroll_from_top(ui, person).auto_shrink(false).max_height(room).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    // The bar does not stand on the figures.
                    ui.set_max_width(ui.available_width() - space::L);
                    behind = self.contents(ui, scene, structure, view, registration.as_ref());
                });
            });
            ui.add_space(space::S);
            let open = scene.words.get("open");
            let button = Button::plain(&open).trailing(icons::ARROW_RIGHT).width(ui.available_width());
            if !me && ui.add(button).clicked() {
                scene.go(Place::Person(person));
            }
        });
        behind
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        structure: &StructureView,
        view: &PersonView,
        registration: Option<&Registration>,
    ) -> Option<Behind> {
        let person = view.row.person.id;
        head::head(ui, scene, self, view, registration);
        bring::form(ui, scene, self, structure, view);
        ui.add_space(space::XS);
        if registration.is_some() {
            lines::dated(ui, scene, self, view);
            part(ui);
        }
        let mut behind = plain::own(ui, scene, view);
        part(ui);
        behind = plain::branch(ui, scene, structure, person).or(behind);
        part(ui);
        goals::goals(ui, scene, self, view);
        part(ui);
        if registration.is_some() {
            learnt_lines(ui, scene, &view.row.person);
            part(ui);
        }
        if let Some(registration) = registration {
            results::results(ui, scene, self, person, registration);
            part(ui);
        }
        orders::orders(ui, scene, self, structure, view);
        behind
    }

    /// Opens a form, or closes it when it is the one that is open.
    pub(super) fn turn(&mut self, typing: Typing) {
        self.typing = (self.typing != Some(typing)).then_some(typing);
        self.fresh = true;
    }

    /// Whether the form that was just opened is to take the focus now.
    pub(super) const fn take_fresh(&mut self) -> bool {
        std::mem::replace(&mut self.fresh, false)
    }
}

fn part(ui: &mut Ui) {
    ui.add_space(space::XS);
    hairline(ui);
    ui.add_space(space::XS);
}

/// The heading of a part with an action at the right; tells whether it was pressed.
pub(super) fn part_heading(ui: &mut Ui, sign: char, title: &str, action: &str, name: &str) -> bool {
    let tokens = Tokens::of(ui);
    split(
        ui,
        height::BUTTON_SMALL,
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            icon(ui, sign, IconSize::Regular, tokens.soft);
            text(ui, title, TextSize::Strong, tokens.ink);
        },
        |ui| ui.add(Button::link(action).name(name).small()).clicked(),
    )
    .1
}
