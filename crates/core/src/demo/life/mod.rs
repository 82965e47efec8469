//! A simulated life of a year or of ten: day after day contacts come, are met, register and order; things are moved,
//! dropped and forgotten, and there are days on which nothing happens.

mod business;
mod calendar;
mod diary;
mod people;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use rust_decimal::Decimal;

use self::calendar::{Calendar, Pace};
use self::diary::Planned;
use super::words::Words;
use super::{Progress, Recipe, Scribe, beginning};
use crate::command::Command;
use crate::desk::DeskError;
use crate::model::{Action, PersonId, PlanAction, PlanLevel, ReviewState};

/// How much of everything there is at the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    days: u32,
    contacts: u32,
    first_contacts: u32,
    registered: u32,
    first_registered: u32,
    entries: u32,
    orders: u32,
    trainings: u32,
}

/// A year.
pub(super) const YEAR: Scale = Scale {
    days: 365,
    contacts: 600,
    first_contacts: 60,
    registered: 60,
    first_registered: 5,
    entries: 4_500,
    orders: 420,
    trainings: 64,
};

/// Ten years.
pub(super) const LIFETIME: Scale = Scale {
    days: 3_652,
    contacts: 20_000,
    first_contacts: 100,
    registered: 5_000,
    first_registered: 3,
    entries: 150_000,
    orders: 60_000,
    trainings: 2_000,
};

/// Somebody of the simulated life.
#[derive(Clone, Debug)]
struct Known {
    id: PersonId,
    name: String,
    registered: bool,
}

/// What of the scale is made so far.
#[derive(Clone, Copy, Debug, Default)]
struct Made {
    contacts: u32,
    registered: u32,
    entries: u32,
    orders: u32,
    trainings: u32,
}

/// The simulated life.
#[derive(Debug)]
struct Life<'s, 'a> {
    scribe: &'s mut Scribe<'a>,
    words: &'s Words,
    scale: Scale,
    calendar: Calendar,
    me: PersonId,
    last_day: NaiveDate,
    people: Vec<Known>,
    /// Places in `people` of those who are registered, and of the partners among them.
    registered: Vec<usize>,
    partners: Vec<usize>,
    agenda: BTreeMap<NaiveDate, Vec<Planned>>,
    made: Made,
    month_points: Decimal,
}

pub(super) fn fill(
    scribe: &mut Scribe<'_>,
    words: &Words,
    recipe: &Recipe,
    scale: &Scale,
    progress: Progress<'_>,
) -> Result<(), DeskError> {
    let last_day = recipe.now.date();
    let first_day = last_day.checked_sub_days(Days::new((scale.days - 1).into())).unwrap_or(last_day);
    let began = first_day.and_time(NaiveTime::MIN);
    let me = PersonId::new(&scribe.ids, began);
    scribe.give(began, beginning(words, recipe, me)?);
    let calendar = Calendar::new(first_day, scale.days, &mut scribe.random);
    let mut life = Life {
        scribe,
        words,
        scale: *scale,
        calendar,
        me,
        last_day,
        people: Vec::new(),
        registered: Vec::new(),
        partners: Vec::new(),
        agenda: BTreeMap::new(),
        made: Made::default(),
        month_points: Decimal::ZERO,
    };
    for (number, day) in (0..scale.days).zip(first_day.iter_days()) {
        life.day(number, day)?;
        progress(number + 1, scale.days);
    }
    Ok(())
}

impl Life<'_, '_> {
    fn day(&mut self, number: u32, day: NaiveDate) -> Result<(), DeskError> {
        let target = |pace, total, first: u32| self.calendar.until(pace, number, total).max(first);
        let contacts = target(Pace::Contacts, self.scale.contacts, self.scale.first_contacts);
        let registered = target(Pace::Registered, self.scale.registered, self.scale.first_registered);
        let trainings = target(Pace::Trainings, self.scale.trainings, 0);
        let entries = target(Pace::Entries, self.scale.entries, 0);
        let orders = target(Pace::Orders, self.scale.orders, 0);
        self.come(day, contacts.saturating_sub(self.made.contacts))?;
        self.register(day, registered.saturating_sub(self.made.registered));
        if self.calendar.works(number) {
            self.keep_agenda(day);
        }
        for _ in self.made.trainings..trainings {
            self.training(day);
        }
        self.write_entries(day, entries.saturating_sub(self.made.entries));
        for _ in self.made.orders..orders {
            self.order(day);
        }
        self.reading(day);
        if self.calendar.works(number) {
            self.plan(day);
            self.evening(day);
        }
        self.scribe.end_day()
    }

    /// A moment of the working day.
    fn moment(&mut self, day: NaiveDate) -> NaiveDateTime {
        let (hour, minute) = (self.scribe.random.u32(9..20), self.scribe.random.u32(..12) * 5);
        self.scribe.moment(day, hour, minute)
    }

    /// Most evenings are held; some are planned rest, some are forgotten.
    fn evening(&mut self, day: NaiveDate) {
        let state = match self.scribe.random.u32(..100) {
            0..78 => ReviewState::Done,
            78..86 => ReviewState::Rest,
            _ => return,
        };
        let at = self.scribe.moment(day, 19, 50);
        if at.date() < self.last_day {
            self.scribe.give(at, Command::HoldEvening { on: day, state });
        }
    }

    /// On Mondays the week is planned.
    fn plan(&mut self, day: NaiveDate) {
        use chrono::Datelike as _;
        if day.weekday() != Weekday::Mon {
            return;
        }
        let at = self.scribe.moment(day, 8, 40);
        let lines = vec![self.words.any(&mut self.scribe.random, "week_words").to_owned()];
        self.scribe.give(at, Command::PlanWords { person: self.me, level: PlanLevel::Week, from: day, lines });
        let rows: [(PlanAction, &[u64], u16); 4] = [
            (PlanAction::NewNames, &[0, 1, 2, 3, 4], 2),
            (PlanAction::Action(Action::Call), &[0, 1, 2, 3, 4], 4),
            (PlanAction::Action(Action::TwoPlusOne), &[1, 3], 1),
            (PlanAction::Action(Action::Training), &[1], 1),
        ];
        for (action, days, most) in rows {
            for ahead in days {
                let Some(on) = day.checked_add_days(Days::new(*ahead)) else { continue };
                let planned = self.scribe.random.u16(1..=most);
                self.scribe.give(at, Command::PlanCount { person: self.me, on, action: action.clone(), planned });
            }
        }
    }
}
