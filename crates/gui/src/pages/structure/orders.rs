//! The orders of a person: newest first, typed one after another.

use chrono::NaiveDate;
use egui::{Id, Ui};
use serde::{Deserialize, Serialize};
use sponsor_core::command::Command;
use sponsor_core::model::{Currency, Money, Order, PersonId, Points};
use sponsor_core::query::{PersonView, StructureView};

use super::calls::{self, OfferedCalls};
use super::goals::{buttons, dated_row};
use super::pane::{Pane, Typing, part_heading};
use super::who::Who;
use crate::app::{Form, FormKey, FormKind, Scene, older_draft};
use crate::format::{Formats, parse};
use crate::icons;
use crate::theme::{TextSize, Tokens, height, space};
use crate::widgets::{Below, Button, Field, MenuItem, menu, parsed_field, row, soft, split, text};

/// How many orders the pane shows before it is asked for all.
const SHOWN: usize = 5;

/// What is typed of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderForm {
    /// The day; empty for the day of the order typed before, at first today.
    pub on: String,
    /// What was ordered.
    pub products: String,
    /// The points.
    pub points: String,
    /// What it cost; may be empty.
    pub amount: String,
    /// Who ordered; empty for whom the pane is about.
    #[serde(default)]
    pub ordered_by: Who,
    /// The calls that ask after it, as they were changed.
    #[serde(default)]
    pub calls: OfferedCalls,
}

impl Form for OrderForm {
    const KIND: FormKind = FormKind::Order;
}

fn key(person: PersonId, order: Option<&Order>) -> FormKey {
    match order {
        Some(order) => FormKey::about(FormKind::Order, order.id),
        None => FormKey::about(FormKind::Order, format!("of/{person}")),
    }
}

/// Shows the orders, and the one that is typed.
pub(super) fn orders(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    pane: &mut Pane,
    structure: &StructureView,
    view: &PersonView,
) {
    let words = scene.words;
    let add = words.get("add");
    let title = words.get("structure-orders");
    if part_heading(ui, icons::ORDER, &title, &add, &format!("{add}: {title}")) {
        pane.turn(Typing::NewOrder);
    }
    if pane.typing == Some(Typing::NewOrder) {
        write(ui, scene, pane, (structure, view), None);
    } else if view.orders.is_empty() {
        soft(ui, &words.get("structure-no-orders"));
    }
    let most = if pane.all_orders { usize::MAX } else { SHOWN };
    for (index, order) in view.orders.iter().take(most).enumerate() {
        if pane.typing == Some(Typing::Order(order.id)) {
            write(ui, scene, pane, (structure, view), Some(order));
        } else {
            ui.push_id(order.id, |ui| show(ui, scene, pane, order, index));
        }
    }
    let more = view.orders.len().saturating_sub(SHOWN);
    if more > 0 && !pane.all_orders {
        let words = words.with("structure-more-orders", &[("count", more.into())]);
        pane.all_orders = ui.add(Button::link(&words).small()).clicked();
    }
}

fn show(ui: &mut Ui, scene: &mut Scene<'_>, pane: &mut Pane, order: &Order, index: usize) {
    let words = scene.words;
    let when = scene.formats.date_near(order.on, scene.now.date());
    let points = scene.formats.decimal(order.points.amount());
    let amount = order.amount.as_ref().map(|money| scene.formats.money(money.amount(), money.currency().code()));
    let name =
        words.with("structure-order-more", &[("date", when.as_str().into()), ("points", points.as_str().into())]);
    row(ui, index, height::TABLE_ROW, |ui| {
        split(
            ui,
            height::TABLE_ROW,
            |ui| dated_row(ui, &when, &order.products),
            |ui| {
                let tokens = Tokens::of(ui);
                ui.spacing_mut().item_spacing.x = space::XS;
                let button = ui.add(Button::quiet_icon(icons::MORE, &name).small());
                menu(&button, |ui| {
                    if ui.add(MenuItem::new(&words.get("edit")).icon(icons::EDIT)).clicked() {
                        pane.turn(Typing::Order(order.id));
                    }
                    if ui.add(MenuItem::new(&words.get("delete")).icon(icons::DELETE).danger()).clicked() {
                        scene.run(Command::DeleteOrder(order.id));
                    }
                });
                if let Some(amount) = amount {
                    text(ui, &amount, TextSize::SoftTabular, tokens.soft);
                    ui.add_space(space::XS);
                }
                text(ui, &points, TextSize::TabularMedium, tokens.ink);
            },
        );
    });
}

/// The order line: Enter in any field adds the order, and the next one begins.
fn write(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    pane: &mut Pane,
    about: (&StructureView, &PersonView),
    order: Option<&Order>,
) {
    let key = key(about.1.row.person.id, order);
    if scene.was_saved(&key) {
        if order.is_some() {
            pane.typing = None;
            return;
        }
        pane.fresh = true;
    }
    let formats = scene.formats;
    let begin = || begin(formats, order);
    let mut form = scene.form(&key, begin).clone();
    let [products, points] = ["products", "points"].map(|field| Id::unique((field, &key.about)));
    let day = pane.order_day.unwrap_or(scene.now.date());
    let mut entered = false;
    let shown = ui.push_id(("order form", &key.about), |ui| {
        if older_draft(ui, scene, &key, (products, &form.products)).start_over {
            form = begin();
        }
        entered |= fields(ui, scene, &mut form, &Line { products, points, day, insists: pane.no_points });
        if order.is_none() {
            entered |= of_a_new_one(ui, scene, about, &mut form, day);
        }
        entered |= buttons(ui, scene, pane);
    });
    if pane.take_fresh() {
        ui.memory_mut(|memory| memory.request_focus(products));
        shown.response.scroll_to_me(None);
    }
    *scene.form(&key, begin) = form.clone();
    let unread = parse::decimal(&form.points).is_none();
    pane.no_points = unread && (pane.no_points || entered);
    if entered && unread {
        // Without points it is no order: the field says so and takes the caret.
        ui.memory_mut(|memory| memory.request_focus(points));
        ui.request_repaint();
    }
    if entered {
        save(scene, pane, about, order, (key, &form));
    }
}

/// Saves the order as it is typed, unless something is missing or not understood.
fn save(
    scene: &mut Scene<'_>,
    pane: &mut Pane,
    about: (&StructureView, &PersonView),
    order: Option<&Order>,
    (key, form): (FormKey, &OrderForm),
) {
    let day = pane.order_day.unwrap_or(scene.now.date());
    let command = match order {
        Some(order) => {
            let form = scene.drafts.rebased(&key, form, &begin(scene.formats, Some(order)));
            changed(scene, &form, order, day)
        }
        None => added(scene, form, about, day),
    };
    let Some(command) = command else { return };
    if order.is_none() {
        pane.order_day = day_of(scene, form, day);
    }
    scene.save(key, command);
}

/// An order as it is typed now; none while something is missing or not understood.
fn changed(scene: &Scene<'_>, form: &OrderForm, order: &Order, day: NaiveDate) -> Option<Command> {
    let meant = meant(scene, form, order.person, day)?;
    Some(Command::EditOrder(Box::new(Order { id: order.id, note: order.note.clone(), ..meant })))
}

/// A new order with the calls that are wanted; none while something is missing or not understood.
fn added(
    scene: &Scene<'_>,
    form: &OrderForm,
    (structure, view): (&StructureView, &PersonView),
    day: NaiveDate,
) -> Option<Command> {
    let whose = &form.ordered_by;
    let person =
        if whose.name.trim().is_empty() { view.row.person.id } else { whose.clear(structure, &scene.frame.me)? };
    let order = meant(scene, form, person, day)?;
    if !scene.frame.settings.order_calls || person == scene.frame.me.id {
        return Some(Command::add_order(order, Vec::new()));
    }
    let row = structure.rows.iter().find(|row| row.person.id == person)?;
    let about = (person, &*row.person.name.full(), &*order.products);
    let calls = calls::entries(scene, &form.calls, about, order.on)?;
    Some(Command::add_order(order, calls))
}

/// Who ordered, and the calls after it; tells whether Enter was pressed.
fn of_a_new_one(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    (structure, view): (&StructureView, &PersonView),
    form: &mut OrderForm,
    day: NaiveDate,
) -> bool {
    let mut entered = whose(ui, scene, structure, view, &mut form.ordered_by);
    if scene.frame.settings.order_calls {
        let ordered = day_of(scene, form, day).unwrap_or(day);
        entered |= calls::show(ui, scene, &mut form.calls, ordered);
    }
    entered
}

/// Who ordered, for an order that is typed at another's pane.
fn whose(ui: &mut Ui, scene: &Scene<'_>, structure: &StructureView, view: &PersonView, who: &mut Who) -> bool {
    let label = scene.words.get("structure-ordered-by");
    let name = view.row.person.name.full();
    let id = Id::unique(("ordered by", view.row.person.id));
    who.field(ui, scene, structure, (&label, &name, id), None)
}

/// The day that is typed, else the one offered; none while it is not understood.
fn day_of(scene: &Scene<'_>, form: &OrderForm, day: NaiveDate) -> Option<NaiveDate> {
    if form.on.trim().is_empty() { Some(day) } else { parse::date(&form.on, scene.now.date()) }
}

fn begin(formats: &Formats, order: Option<&Order>) -> OrderForm {
    let Some(order) = order else { return OrderForm::default() };
    OrderForm {
        on: Formats::date_typed(order.on),
        products: order.products.clone(),
        points: order.points.amount().to_string(),
        amount: order
            .amount
            .as_ref()
            .map(|money| formats.money(money.amount(), money.currency().code()))
            .unwrap_or_default(),
        ..OrderForm::default()
    }
}

/// What the order line shows beside what is typed in it.
struct Line {
    products: Id,
    points: Id,
    /// The day that an empty field means.
    day: NaiveDate,
    /// Whether the points were asked for and are missing still.
    insists: bool,
}

fn fields(ui: &mut Ui, scene: &Scene<'_>, form: &mut OrderForm, line: &Line) -> bool {
    let words = scene.words;
    let formats = scene.formats;
    let today = scene.now.date();
    let label = |key: &str| words.get(key);
    let (what, on, points, amount) = (
        label("structure-products"),
        label("structure-day"),
        label("structure-order-points"),
        label("structure-amount"),
    );
    let hint = label("structure-products-hint");
    let day = formats.date_near(line.day, today);
    let example = |example: String| words.with("structure-example", &[("example", example.into())]);
    let (bad_day, bad_number) =
        (example(Formats::date_typed(today)), example(formats.decimal(rust_decimal::Decimal::new(845, 1))));
    let currency = scene.frame.settings.currency.code();
    let mut entered = Field::new(&what, &mut form.products).hint(&hint).id(line.products).show(ui).committed;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let each = ((ui.available_width() - 2.0 * space::S) / 3.0).floor();
        let field = Field::new(&on, &mut form.on).hint(&day).width(each);
        let read = |text: &str| parse::date(text, today);
        entered |= parsed_field(ui, field, read, |on| formats.date_compact(*on), &bad_day).field.committed;
        let field = Field::new(&points, &mut form.points).width(each).id(line.points);
        let missing = words.get("structure-points-missing");
        let below = |text: &str, focused: bool| {
            let (empty, unread) = (text.trim().is_empty(), parse::decimal(text).is_none());
            match (empty, unread && (line.insists || !focused)) {
                (true, true) if line.insists => Some(Below::Error(missing.clone())),
                (false, true) => Some(Below::Error(bad_number.clone())),
                _ => None,
            }
        };
        entered |= field.show_with(ui, below).committed;
        let sign = formats.currency_sign(currency);
        let field = Field::new(&amount, &mut form.amount).hint(sign).width(each);
        let say = |money: &parse::TypedMoney| formats.money(money.amount, money.currency.unwrap_or(currency));
        entered |= parsed_field(ui, field, parse::money, say, &bad_number).field.committed;
    });
    entered
}

/// What the typed words mean; none while a number or a date is missing or not understood.
fn meant(scene: &Scene<'_>, form: &OrderForm, person: PersonId, day: NaiveDate) -> Option<Order> {
    let on = day_of(scene, form, day)?;
    let points = Points::new(parse::decimal(&form.points)?).ok()?;
    let amount = if form.amount.trim().is_empty() {
        None
    } else {
        let typed = parse::money(&form.amount)?;
        let currency = match typed.currency {
            Some(code) => Currency::new(code).ok()?,
            None => scene.frame.settings.currency.clone(),
        };
        Some(Money::new(typed.amount, currency).ok()?)
    };
    let products = form.products.trim().to_owned();
    Some(Order { id: scene.new_order(), person, on, products, points, amount, note: String::new() })
}
