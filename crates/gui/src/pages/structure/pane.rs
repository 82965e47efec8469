//! The pane of the chosen one: at its top what they need and what is going on.

use chrono::NaiveDate;
use egui::{Key, Modifiers, ScrollArea, Ui, vec2};
use rust_decimal::Decimal;
use sponsor_core::command::Line;
use sponsor_core::model::{GoalId, Money, OrderId, PersonId, Registration, Role};
use sponsor_core::query::PersonView;

use super::ask::MemberQuestion;
use super::{goals, lines, orders, results};
use crate::app::{Place, Scene};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
use crate::widgets::{Button, avatar, avatar_size, hairline, icon, person_name, soft, split, text};

/// What is being typed in the pane; one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    Line(Line),
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
}

impl Pane {
    /// Opens the line of a new order of a person.
    pub(super) fn open_order(&mut self, person: PersonId) {
        *self = Self { person: Some(person), typing: Some(Typing::NewOrder), fresh: true, ..Self::default() };
    }

    /// Shows the pane of a person.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, person: PersonId) {
        if self.person != Some(person) {
            *self = Self { person: Some(person), ..Self::default() };
        }
        if self.typing.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.typing = None;
        }
        let question = MemberQuestion { person, today: scene.now.date() };
        let Some(answer) = scene.ask_exact(&question) else { return };
        let Some(view) = answer.as_ref() else { return };
        let Some(registration) = view.row.person.registration.clone() else { return };
        ui.push_id(person, |ui| {
            let room = ui.available_height() - height::BUTTON - 2.0 * space::S;
            ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
                ScrollArea::vertical().auto_shrink(false).max_height(room).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    // The bar does not stand on the figures.
                    ui.set_max_width(ui.available_width() - space::L);
                    self.contents(ui, scene, view, &registration);
                });
            });
            ui.add_space(space::S);
            let open = scene.words.get("open");
            let button = Button::plain(&open).trailing(icons::ARROW_RIGHT).width(ui.available_width());
            if ui.add(button).clicked() {
                scene.go(Place::Person(person));
            }
        });
    }

    fn contents(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, view: &PersonView, registration: &Registration) {
        head(ui, scene, view, registration);
        ui.add_space(space::XS);
        lines::dated(ui, scene, self, view);
        part(ui);
        plain_lines(ui, scene, view);
        part(ui);
        goals::goals(ui, scene, self, view);
        part(ui);
        results::results(ui, scene, self, view.row.person.id, registration);
        part(ui);
        orders::orders(ui, scene, self, view);
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

fn head(ui: &mut Ui, scene: &Scene<'_>, view: &PersonView, registration: &Registration) {
    let tokens = Tokens::of(ui);
    let words = scene.words;
    let person = &view.row.person;
    let name = person.name.full();
    let role = words.get(match registration.role {
        Role::Partner => "role-partner",
        Role::Customer => "role-customer",
    });
    let cadence = view.cadence_days.map(|days| words.with("structure-cadence", &[("days", days.into())]));
    let about = [Some(role), Some(person.city.clone()), cadence];
    let about: Vec<_> = about.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let sponsor = view
        .sponsor
        .as_ref()
        .map(|sponsor| words.with("structure-sponsor-of", &[("name", sponsor.short.as_str().into())]));
    let since = scene.formats.date_near(registration.on, scene.now.date());
    let since = words.with("structure-since", &[("date", since.into())]);
    // A company number is an identifier: it is shown as it was typed.
    let number = registration.company_number.as_str();
    let number = (!number.is_empty()).then(|| words.with("structure-number", &[("number", number.into())]));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        avatar(ui, &name, avatar_size::LARGE, false);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            person_name(ui, &name, TextSize::Heading, tokens.ink);
            soft(ui, &about.join(" · "));
        });
    });
    let facts: Vec<_> = [Some(since), sponsor, number].into_iter().flatten().collect();
    for line in whole_lines(ui, &facts) {
        soft(ui, &line);
    }
}

/// What stands beside each other, broken between two things, so that no line ends in «·».
fn whole_lines(ui: &Ui, parts: &[String]) -> Vec<String> {
    let (ink, room) = (Tokens::of(ui).soft, ui.available_width());
    let fits = |line: &str| ui.painter().layout_no_wrap(line.to_owned(), TextSize::Soft.font(), ink).size().x <= room;
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line} · {part}")).filter(|longer| fits(longer));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// Own order this month, customers served, people brought in, whom they teach.
fn plain_lines(ui: &mut Ui, scene: &Scene<'_>, view: &PersonView) {
    let words = scene.words;
    let Some(plain) = &view.plain else { return };
    let today = scene.now.date();
    let month = words.with("structure-own-order", &[("month", scene.formats.month(month_of(today)).into())]);
    let own = match plain.own_points {
        Some(points) => own_order(scene, view, points),
        None => words.get("unknown-yet"),
    };
    let lines = [
        (month, own, plain.own_points.is_some()),
        (words.get("structure-serves"), scene.formats.count(plain.customers), true),
        (words.get("structure-brought-in"), scene.formats.count(plain.brought_in), true),
        (words.get("structure-teaches"), words.get("unknown-yet"), false),
    ];
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    for (label, value, known) in &lines {
        let (size, colour) = if *known { (TextSize::TabularMedium, tokens.ink) } else { (TextSize::Soft, tokens.soft) };
        split(ui, 20.0, |ui| soft(ui, label), |ui| text(ui, value, size, colour));
    }
    ui.spacing_mut().item_spacing.y = space::S;
}

fn month_of(day: NaiveDate) -> u32 {
    chrono::Datelike::month(&day)
}

/// The points of this month's orders, and what they cost where every one says it in one currency.
fn own_order(scene: &Scene<'_>, view: &PersonView, points: Decimal) -> String {
    use chrono::Datelike as _;
    let today = scene.now.date();
    let this_month = |on: NaiveDate| (on.year(), on.month()) == (today.year(), today.month());
    let orders: Vec<_> = view.orders.iter().filter(|order| this_month(order.on)).collect();
    let currency = orders.first().and_then(|order| order.amount.as_ref()).map(Money::currency);
    let amounts = orders.iter().map(|order| {
        let money = order.amount.as_ref()?;
        (Some(money.currency()) == currency).then(|| money.amount())
    });
    let points = scene.words.with("structure-points-short", &[("points", scene.formats.decimal(points).into())]);
    match (amounts.sum::<Option<Decimal>>(), currency) {
        (Some(sum), Some(currency)) => format!("{points} · {}", scene.formats.money(sum, currency.code())),
        _ => points,
    }
}
