//! Orders, readings and trainings.

use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;

use super::Life;
use crate::command::Command;
use crate::model::{
    Action, Attendance, Currency, Entry, EntryId, EntryKind, EntryState, FigurePeriod, Mode, Money, Order, OrderId,
    Points, Priority, Reading, ReadingId, Scope, Training,
};

impl Life<'_, '_> {
    /// An order of a registered user, now and then the user's own.
    pub(super) fn order(&mut self, day: NaiveDate) {
        self.made.orders += 1;
        let at = self.moment(day);
        let place = self.scribe.random.choice(&self.registered).copied().filter(|_| !self.scribe.chance(4));
        let person = place.and_then(|place| self.people.get(place)).map_or(self.me, |known| known.id);
        let amount = self.scribe.random.i64(8..72);
        let points = Points::new(Decimal::from(amount)).unwrap_or_default();
        let order = Order {
            id: OrderId::new(&self.scribe.ids, at),
            person,
            on: day,
            products: self.words.any(&mut self.scribe.random, "products").to_owned(),
            points,
            amount: Money::new(Decimal::new(amount * 175, 2), Currency::euro()).ok(),
            note: String::new(),
        };
        self.month_points += points.amount();
        self.scribe.give(at, Command::AddOrder(Box::new(order)));
    }

    /// On the last day of most months the site's figure is typed.
    pub(super) fn reading(&mut self, day: NaiveDate) {
        if day != FigurePeriod::month_of(day).last_day() {
            return;
        }
        let points = Points::new(std::mem::take(&mut self.month_points)).unwrap_or_default();
        if self.scribe.chance(85) {
            let at = self.scribe.moment(day, 21, 30);
            let id = ReadingId::new(&self.scribe.ids, at);
            let source = self.words.reading_source.clone();
            self.scribe.give(at, Command::AddReading(Reading { id, on: day, scope: Scope::Whole, points, source }));
        }
    }

    /// A training, written down with those who came; today's only with those who are invited.
    pub(super) fn training(&mut self, day: NaiveDate) {
        self.made.trainings += 1;
        self.made.entries += 1;
        let live = self.scribe.chance(40);
        let (hour, minutes, mode) = if live { (10, 180, Mode::InPerson) } else { (18, 60, Mode::Online) };
        let start = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
        let at = self.scribe.moment(day, hour + 3, 0);
        let topic = self.words.any(&mut self.scribe.random, "topic").to_owned();
        let mut entry = Entry::new(
            EntryId::new(&self.scribe.ids, at),
            EntryKind::Event,
            &topic,
            self.scribe.timed(start, Some(minutes)),
            at,
        );
        let mut training = Training { topic, leader: self.partner().map(|known| known.id), ..Training::default() };
        for _ in 0..self.scribe.random.u32(4..13) {
            let Some(known) = self.somebody() else { break };
            if training.invited.contains(&known.id) || training.leader == Some(known.id) {
                continue;
            }
            training.invited.push(known.id);
            if day < self.last_day && self.scribe.chance(68) {
                let wants_more = self.scribe.chance(30);
                training.came.push(Attendance { person: known.id, mode, wants_more });
            }
        }
        entry.state = if day < self.last_day { EntryState::Done } else { EntryState::Planned };
        entry.action = Some(Action::Training);
        entry.mode = Some(mode);
        entry.priority = Priority::Important;
        entry.training = Some(training);
        self.scribe.give(at, Command::AddEntry(Box::new(entry)));
    }
}
