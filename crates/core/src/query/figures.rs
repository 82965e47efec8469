//! The three key figures of a period: points, new users, people in training. What is unknown is none, never 0.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, NaiveDate};
use rust_decimal::Decimal;

use super::ledger::Ledger;
use super::{People, View};
use crate::model::{FigurePeriod, FigureValues, ListOwner, Mode, PersonId, PointsSource, Role, Scope};
use crate::store::StoreError;

/// The figures of a period beside those of the same days of the period before.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The period.
    pub period: FigurePeriod,
    /// The day up to which it was counted: its last one, or today while it runs.
    pub until: NaiveDate,
    /// The figures.
    pub values: FigureValues,
    /// Where the points come from.
    pub source: Option<PointsSource>,
    /// The points of the orders of these days, beside a reading that wins over them.
    pub orders: Option<Decimal>,
    /// The reading that the points end with.
    pub reading: Option<(NaiveDate, Decimal)>,
    /// The last day of the days compared with, in the period before.
    pub previous_until: NaiveDate,
    /// The figures of those days.
    pub previous: FigureValues,
}

/// The figures of a period for a scope, counted up to today while it runs.
///
/// # Errors
/// Any failure of the store.
pub fn figures(view: &View, period: FigurePeriod, scope: Scope, today: NaiveDate) -> Result<Figures, StoreError> {
    counting(view, scope, today, |counting| {
        let until = end_of(period, today);
        let previous_until = same_days_before(period, until);
        Figures {
            period,
            until,
            values: counting.values(period, until),
            source: counting.points(period, until).map(|(_, source)| source),
            orders: counting.orders_between(&(period.first_day()..=until)),
            reading: counting.reading(until).filter(|(on, _)| *on >= period.first_day()),
            previous_until,
            previous: counting.values(period.previous(), previous_until),
        }
    })
}

/// The figures of the periods that lead to one, oldest first, that one last.
///
/// # Errors
/// Any failure of the store.
pub fn figure_series(
    view: &View,
    last: FigurePeriod,
    how_many: usize,
    scope: Scope,
    today: NaiveDate,
) -> Result<Vec<(FigurePeriod, FigureValues)>, StoreError> {
    let mut periods = vec![last];
    while periods.len() < how_many.max(1) {
        periods.extend(periods.last().map(|period| period.previous()));
    }
    periods.reverse();
    counting(view, scope, today, |counting| {
        periods.into_iter().map(|period| (period, counting.values(period, end_of(period, today)))).collect()
    })
}

/// The points of periods a year before those that lead to one, oldest first; months only.
///
/// # Errors
/// Any failure of the store.
pub fn year_before(
    view: &View,
    series: &[(FigurePeriod, FigureValues)],
    scope: Scope,
) -> Result<Vec<Option<Decimal>>, StoreError> {
    counting(view, scope, NaiveDate::MAX, |counting| {
        let earlier = series.iter().map(|(period, _)| match *period {
            FigurePeriod::Month { year, month } => {
                let period = FigurePeriod::Month { year: year - 1, month };
                counting.points(period, period.last_day()).map(|(points, _)| points)
            }
            FigurePeriod::Week { .. } => None,
        });
        earlier.collect()
    })
}

/// Counts for a scope, from the facts that are kept.
fn counting<T>(
    view: &View,
    scope: Scope,
    today: NaiveDate,
    count: impl FnOnce(&Counting<'_>) -> T,
) -> Result<T, StoreError> {
    let me = view.settings()?.me;
    view.with_ledger(|ledger| count(&Counting { people: view.people(), ledger, me, scope, today }))
}

/// The last day of a period, or today while it runs.
fn end_of(period: FigurePeriod, today: NaiveDate) -> NaiveDate {
    let last = period.last_day();
    if (period.first_day()..=last).contains(&today) { today } else { last }
}

/// The day in the period before up to which the same days go: in a shorter month its last one; a period that is over
/// is compared with the whole of the one before.
#[must_use]
pub fn same_days_before(period: FigurePeriod, until: NaiveDate) -> NaiveDate {
    let before = period.previous();
    if until == period.last_day() {
        return before.last_day();
    }
    let passed = u64::try_from((until - period.first_day()).num_days()).unwrap_or(0);
    before.first_day().checked_add_days(Days::new(passed)).map_or(before.last_day(), |day| day.min(before.last_day()))
}

/// What the figures of one scope are counted from.
struct Counting<'a> {
    people: &'a People,
    ledger: &'a Ledger,
    me: PersonId,
    scope: Scope,
    /// A period that begins after this day has no figures yet.
    today: NaiveDate,
}

impl Counting<'_> {
    /// Whether what a person did on a day counts in the scope.
    fn counts(&self, person: PersonId, on: NaiveDate) -> bool {
        match self.scope {
            Scope::Whole => true,
            Scope::Branch(head) => self.ledger.lineage().is_in(person, head, on),
            Scope::Own(owner) => person == owner,
        }
    }

    /// The newest reading of a month up to a day.
    fn reading(&self, until: NaiveDate) -> Option<(NaiveDate, Decimal)> {
        self.ledger.reading(self.scope, &(until.with_day(1)?..=until))
    }

    fn orders_between(&self, days: &RangeInclusive<NaiveDate>) -> Option<Decimal> {
        let points = self.ledger.orders(days).filter(|order| self.counts(order.person, order.on));
        let sum = points.map(|order| order.points).reduce(Decimal::saturating_add);
        sum.map(|sum| sum.normalize())
    }

    /// The level of points of a month on a day: its newest reading, else the sum of its orders up to then.
    fn level(&self, on: NaiveDate) -> Option<(Decimal, PointsSource)> {
        if let Some((_, points)) = self.reading(on) {
            return Some((points, PointsSource::Reading));
        }
        let first = on.with_day(1).unwrap_or(on);
        self.orders_between(&(first..=on)).map(|sum| (sum, PointsSource::Orders))
    }

    /// The points of a period up to a day: of a month its level, of a week the difference of levels.
    fn points(&self, period: FigurePeriod, until: NaiveDate) -> Option<(Decimal, PointsSource)> {
        if matches!(period, FigurePeriod::Month { .. }) {
            return self.level(until);
        }
        let mut sum: Option<(Decimal, PointsSource)> = None;
        for (points, source) in month_parts(&(period.first_day()..=until)).iter().filter_map(|part| self.growth(part)) {
            let (before, earlier) = sum.unwrap_or((Decimal::ZERO, source));
            let source = if earlier == PointsSource::Reading { earlier } else { source };
            sum = Some((before.saturating_add(points).normalize(), source));
        }
        sum
    }

    /// How much the level grew over days of one month; a month begins from 0 on its first day.
    fn growth(&self, part: &RangeInclusive<NaiveDate>) -> Option<(Decimal, PointsSource)> {
        let (end, source) = self.level(*part.end())?;
        // A reading from before these days says nothing of them: a difference needs a second one.
        let newest = self.reading(*part.end()).map(|(on, _)| on);
        if newest.is_some_and(|on| on < *part.start()) {
            return None;
        }
        let before = part.start().pred_opt().filter(|day| day.month() == part.start().month());
        let start = match before.and_then(|day| self.level(day)) {
            Some((start, _)) => start,
            None if source == PointsSource::Orders || part.start().day() <= 2 => Decimal::ZERO,
            // What the month had before these days is unknown, so their share of it is, too.
            None => return None,
        };
        Some((end.saturating_sub(start), source))
    }

    fn values(&self, period: FigurePeriod, until: NaiveDate) -> FigureValues {
        let mut values = FigureValues::default();
        if period.first_day() > self.today {
            return values;
        }
        values.points = self.points(period, until).map(|(points, _)| points);
        let days = period.first_day()..=until;
        if !matches!(self.scope, Scope::Own(_)) {
            self.count_new(&days, &mut values);
            self.count_training(&days, &mut values);
        }
        values
    }

    fn count_new(&self, days: &RangeInclusive<NaiveDate>, values: &mut FigureValues) {
        let up_to_then = self.ledger.lineage().registered().iter().take_while(|one| one.on <= *days.end());
        let of_scope = up_to_then.filter(|one| self.counts(one.person, one.on));
        let mut known = false;
        let (mut users, mut partners) = (0, 0);
        for one in of_scope {
            known = true;
            if one.on >= *days.start() {
                users += 1;
                partners += u32::from(one.role == Role::Partner);
            }
        }
        // Before the first registration nothing is known; after it, nobody is a real figure.
        values.new_users = known.then_some(users);
        values.new_partners = known.then_some(partners);
    }

    fn count_training(&self, days: &RangeInclusive<NaiveDate>, values: &mut FigureValues) {
        if self.ledger.first_training().is_none_or(|first| first > *days.end()) {
            return;
        }
        let (mut came, mut in_person, mut wants) = (HashSet::new(), HashSet::new(), HashSet::new());
        for training in self.ledger.trainings(days) {
            for one in &training.came {
                let leads = Some(one.person) == training.leader || one.person == self.me;
                if leads || !self.counts_in_training(one.person, training.on) {
                    continue;
                }
                came.insert(one.person);
                if one.mode == Mode::InPerson {
                    in_person.insert(one.person);
                }
                if one.wants_more {
                    wants.insert(one.person);
                }
            }
        }
        values.in_training = Some(count(&came));
        values.in_person = Some(count(&in_person));
        values.online_only = Some(count(came.difference(&in_person)));
        values.wants_more = Some(count(&wants));
    }

    /// Whether a person who came belongs to the scope: a registered user of it, or a guest from a list of its people.
    fn counts_in_training(&self, person: PersonId, on: NaiveDate) -> bool {
        let owner = self.people.get(person).map(|person| person.owner);
        self.counts(person, on) || matches!(owner, Some(ListOwner::Partner(partner)) if self.counts(partner, on))
    }
}

fn count(these: impl IntoIterator) -> u32 {
    u32::try_from(these.into_iter().count()).unwrap_or(u32::MAX)
}

/// A span of days cut at the ends of months.
fn month_parts(days: &RangeInclusive<NaiveDate>) -> Vec<RangeInclusive<NaiveDate>> {
    let mut parts = Vec::new();
    let mut from = *days.start();
    while from <= *days.end() {
        let last = FigurePeriod::month_of(from).last_day().min(*days.end());
        parts.push(from..=last);
        let Some(next) = last.succ_opt() else { break };
        from = next;
    }
    parts
}
