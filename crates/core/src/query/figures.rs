//! The three key figures of a period: points, new users, people in training. What is unknown is none, never 0.

use std::collections::{BTreeMap, HashSet};
use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, NaiveDate};
use rust_decimal::Decimal;

use super::View;
use crate::model::{EntryState, FigurePeriod, FigureValues, Mode, PersonId, PointsSource, Reading, Role, Scope};
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
    let counting = Counting::new(view, scope, today)?;
    let until = end_of(period, today);
    let previous_until = same_days_before(period, until);
    Ok(Figures {
        period,
        until,
        values: counting.values(period, until)?,
        source: counting.points(period, until)?.map(|(_, source)| source),
        orders: counting.orders_between(&(period.first_day()..=until))?,
        reading: counting.reading(until).filter(|(on, _)| *on >= period.first_day()),
        previous_until,
        previous: counting.values(period.previous(), previous_until)?,
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
    let counting = Counting::new(view, scope, today)?;
    let mut periods = vec![last];
    while periods.len() < how_many.max(1) {
        periods.extend(periods.last().map(|period| period.previous()));
    }
    periods.reverse();
    let figures = periods.into_iter().map(|period| Ok((period, counting.values(period, end_of(period, today))?)));
    figures.collect()
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
    let counting = Counting::new(view, scope, NaiveDate::MAX)?;
    let earlier = series.iter().map(|(period, _)| match *period {
        FigurePeriod::Month { year, month } => {
            let period = FigurePeriod::Month { year: year - 1, month };
            Ok(counting.points(period, period.last_day())?.map(|(points, _)| points))
        }
        FigurePeriod::Week { .. } => Ok(None),
    });
    earlier.collect()
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
    view: &'a View,
    /// Who counts for orders; none for everybody.
    ordering: Option<HashSet<PersonId>>,
    /// Who counts as a user of the scope: below the user, or of the branch.
    users: HashSet<PersonId>,
    /// Readings of the scope by day.
    readings: BTreeMap<NaiveDate, Decimal>,
    scope: Scope,
    /// A period that begins after this day has no figures yet.
    today: NaiveDate,
}

impl<'a> Counting<'a> {
    fn new(view: &'a View, scope: Scope, today: NaiveDate) -> Result<Self, StoreError> {
        let me = view.settings()?.me;
        let people = view.people();
        let (ordering, mut users): (_, HashSet<PersonId>) = match scope {
            Scope::Whole => (None, people.branch(me).into_iter().collect()),
            Scope::Branch(root) => {
                let branch: HashSet<_> = people.branch(root).into_iter().collect();
                (Some(branch.clone()), branch)
            }
            Scope::Own(person) => (Some(HashSet::from([person])), HashSet::new()),
        };
        users.remove(&me);
        let readings = view.all::<Reading>()?.into_iter().filter(|reading| reading.scope == scope);
        // Of two of one day, as people who became one may have, the newest wins: ids follow time.
        let readings = readings.map(|reading| (reading.on, reading.points.amount())).collect();
        Ok(Self { view, ordering, users, readings, scope, today })
    }

    /// The newest reading of a month up to a day.
    fn reading(&self, until: NaiveDate) -> Option<(NaiveDate, Decimal)> {
        let first = until.with_day(1)?;
        self.readings.range(first..=until).next_back().map(|(on, points)| (*on, *points))
    }

    fn orders_between(&self, days: &RangeInclusive<NaiveDate>) -> Result<Option<Decimal>, StoreError> {
        let mut sum = None;
        for order in self.view.orders(days)? {
            if self.ordering.as_ref().is_none_or(|who| who.contains(&order.person)) {
                let sum = sum.get_or_insert(Decimal::ZERO);
                *sum = sum.saturating_add(order.points.amount());
            }
        }
        Ok(sum.map(|sum| sum.normalize()))
    }

    /// The level of points of a month on a day: its newest reading, else the sum of its orders up to then.
    fn level(&self, on: NaiveDate) -> Result<Option<(Decimal, PointsSource)>, StoreError> {
        if let Some((_, points)) = self.reading(on) {
            return Ok(Some((points, PointsSource::Reading)));
        }
        let first = on.with_day(1).unwrap_or(on);
        Ok(self.orders_between(&(first..=on))?.map(|sum| (sum, PointsSource::Orders)))
    }

    /// The points of a period up to a day: of a month its level, of a week the difference of levels.
    fn points(&self, period: FigurePeriod, until: NaiveDate) -> Result<Option<(Decimal, PointsSource)>, StoreError> {
        if matches!(period, FigurePeriod::Month { .. }) {
            return self.level(until);
        }
        let mut sum: Option<(Decimal, PointsSource)> = None;
        for part in month_parts(&(period.first_day()..=until)) {
            let Some((points, source)) = self.growth(&part)? else { continue };
            let (before, earlier) = sum.unwrap_or((Decimal::ZERO, source));
            let source = if earlier == PointsSource::Reading { earlier } else { source };
            sum = Some((before.saturating_add(points).normalize(), source));
        }
        Ok(sum)
    }

    /// How much the level grew over days of one month; a month begins from 0 on its first day.
    fn growth(&self, part: &RangeInclusive<NaiveDate>) -> Result<Option<(Decimal, PointsSource)>, StoreError> {
        let Some((end, source)) = self.level(*part.end())? else { return Ok(None) };
        // A reading from before these days says nothing of them: a difference needs a second one.
        let newest = self.reading(*part.end()).map(|(on, _)| on);
        if newest.is_some_and(|on| on < *part.start()) {
            return Ok(None);
        }
        let before = part.start().pred_opt().filter(|day| day.month() == part.start().month());
        let start = match before.map_or(Ok(None), |day| self.level(day))? {
            Some((start, _)) => start,
            None if source == PointsSource::Orders || part.start().day() <= 2 => Decimal::ZERO,
            // What the month had before these days is unknown, so their share of it is, too.
            None => return Ok(None),
        };
        Ok(Some((end.saturating_sub(start), source)))
    }

    fn values(&self, period: FigurePeriod, until: NaiveDate) -> Result<FigureValues, StoreError> {
        let mut values = FigureValues::default();
        if period.first_day() > self.today {
            return Ok(values);
        }
        values.points = self.points(period, until)?.map(|(points, _)| points);
        let days = period.first_day()..=until;
        if !matches!(self.scope, Scope::Own(_)) {
            self.count_new(&days, &mut values);
            self.count_training(&days, &mut values)?;
        }
        Ok(values)
    }

    fn count_new(&self, days: &RangeInclusive<NaiveDate>, values: &mut FigureValues) {
        let registrations = || {
            let people = self.users.iter().filter_map(|id| self.view.people().get(*id));
            people.filter_map(|person| person.registration.as_ref())
        };
        // Before the first registration nothing is known; after it, nobody is a real figure.
        if registrations().all(|own| own.on > *days.end()) {
            return;
        }
        let new = || registrations().filter(|own| days.contains(&own.on));
        values.new_users = Some(count(new()));
        values.new_partners = Some(count(new().filter(|own| own.role == Role::Partner)));
    }

    fn count_training(&self, days: &RangeInclusive<NaiveDate>, values: &mut FigureValues) -> Result<(), StoreError> {
        if !self.view.has_trainings()? || self.view.first_training()?.is_none_or(|first| first > *days.end()) {
            return Ok(());
        }
        let me = self.view.settings()?.me;
        let (mut came, mut in_person, mut wants) = (HashSet::new(), HashSet::new(), HashSet::new());
        for entry in self.view.trainings(days)? {
            let Some(training) = entry.training.as_ref().filter(|_| entry.state != EntryState::Dropped) else {
                continue;
            };
            for one in &training.came {
                if Some(one.person) == training.leader || one.person == me || !self.counts_in_training(one.person) {
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
        Ok(())
    }

    /// Whether a person who came belongs to the scope: a registered user of it, or a guest from a list of its people.
    fn counts_in_training(&self, person: PersonId) -> bool {
        match self.scope {
            Scope::Whole => true,
            Scope::Own(_) => false,
            Scope::Branch(_) if self.users.contains(&person) => true,
            Scope::Branch(_) => match self.view.people().get(person).map(|person| person.owner) {
                Some(crate::model::ListOwner::Partner(partner)) => self.users.contains(&partner),
                _ => false,
            },
        }
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
