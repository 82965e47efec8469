//! The structure and the orders as tables that go out.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::table_out::{OutCell, OutTable};
use crate::model::{FigurePeriod, Money, Order, Person, PersonId, Reading, Role, Scope};
use crate::query::{View, structure};
use crate::store::StoreError;

/// The columns of the structure, as scripts call them.
pub const STRUCTURE_KEYS: [&str; 14] = [
    "number",
    "name",
    "sponsor_number",
    "sponsor",
    "registered",
    "role",
    "city",
    "own_points",
    "group_points",
    "rank",
    "phone",
    "email",
    "last_contact",
    "level",
];

/// The columns of orders, as scripts call them.
pub const ORDERS_KEYS: [&str; 8] = ["date", "number", "name", "products", "points", "amount", "currency", "note"];

/// Everyone registered below the user, each branch whole, with the points of the month of a day. `roles` are the words
/// for a partner and for a customer.
///
/// # Errors
/// Any failure of the store.
pub fn structure_table(view: &View, today: NaiveDate, roles: [&str; 2]) -> Result<OutTable, StoreError> {
    let shown = structure(view, today)?;
    let own = own_points(view, today)?;
    let number_of = |id: PersonId| view.people().get(id).map(|person| number(person)).unwrap_or_default();
    let rows = shown.rows.iter().map(|row| {
        let person = &row.person;
        let own_points = own.get(&person.id).copied();
        let registration = person.registration.as_ref();
        let sponsor = registration.map(|own| own.sponsor);
        vec![
            OutCell::text(&number(person)),
            OutCell::text(&person.name.full()),
            OutCell::text(&sponsor.map(number_of).unwrap_or_default()),
            OutCell::text(&sponsor.map(|id| view.people().name(id)).unwrap_or_default()),
            registration.map_or(OutCell::Nothing, |own| OutCell::Day(own.on)),
            OutCell::text(registration.map_or("", |own| if own.role == Role::Partner { roles[0] } else { roles[1] })),
            OutCell::text(&person.city),
            OutCell::number(own_points),
            OutCell::number(row.points),
            OutCell::text(registration.map_or("", |own| own.rank.as_str())),
            person.phones.first().map_or(OutCell::Nothing, |phone| OutCell::Phone(phone.number.clone())),
            OutCell::text(person.emails.first().map_or("", |email| email.address.as_str())),
            row.last_contact.map_or(OutCell::Nothing, OutCell::Day),
            OutCell::Number(Decimal::from(row.depth)),
        ]
    });
    Ok(OutTable { keys: &STRUCTURE_KEYS, rows: rows.collect() })
}

fn number(person: &Person) -> String {
    person.registration.as_ref().map(|own| own.company_number.clone()).unwrap_or_default()
}

/// Each one's own points of the month up to a day: the newest reading, else the sum of the orders.
fn own_points(view: &View, today: NaiveDate) -> Result<HashMap<PersonId, Decimal>, StoreError> {
    let days = FigurePeriod::month_of(today).first_day()..=today;
    let mut own: HashMap<PersonId, Decimal> = HashMap::new();
    for order in view.orders(&days)? {
        *own.entry(order.person).or_default() += order.points.amount();
    }
    let mut readings: Vec<Reading> = view.all()?;
    readings.retain(|reading| days.contains(&reading.on));
    readings.sort_by_key(|reading| reading.on);
    for reading in readings {
        if let Scope::Own(person) = reading.scope {
            own.insert(person, reading.points.amount());
        }
    }
    Ok(own)
}

/// Every order, oldest first.
///
/// # Errors
/// Any failure of the store.
pub fn orders_table(view: &View) -> Result<OutTable, StoreError> {
    let mut orders: Vec<Order> = view.all()?;
    orders.sort_by_key(|order| (order.on, order.id));
    let rows = orders.iter().map(|order| {
        let person = view.people().get(order.person);
        vec![
            OutCell::Day(order.on),
            OutCell::text(&person.map(|person| number(person)).unwrap_or_default()),
            OutCell::text(&view.people().name(order.person)),
            OutCell::text(&order.products),
            OutCell::Number(order.points.amount()),
            OutCell::number(order.amount.as_ref().map(Money::amount)),
            OutCell::text(order.amount.as_ref().map_or("", |amount| amount.currency().code())),
            OutCell::text(&order.note),
        ]
    });
    Ok(OutTable { keys: &ORDERS_KEYS, rows: rows.collect() })
}
