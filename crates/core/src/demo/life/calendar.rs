//! On which days how much happens: working days and rest, holidays, illness, and growth over the years.

use chrono::{Datelike as _, NaiveDate, Weekday};

/// What is spread over the days.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pace {
    Contacts,
    Registered,
    Entries,
    Orders,
    Trainings,
}

/// For each day the part of everything that has happened by its end, from 0 to 1, by pace.
#[derive(Debug)]
pub(super) struct Calendar {
    works: Vec<bool>,
    shares: [Vec<f64>; 5],
}

impl Calendar {
    /// The calendar of so many days from a first one.
    pub(super) fn new(first: NaiveDate, days: u32, random: &mut fastrand::Rng) -> Self {
        let mut ill = 0;
        let works: Vec<bool> = first
            .iter_days()
            .zip(0..days)
            .map(|(day, _)| {
                if random.u32(..240) == 0 {
                    ill = random.u32(2..7);
                }
                ill = u32::saturating_sub(ill, 1);
                ill == 0 && !holiday(day)
            })
            .collect();
        let share = |start: f64, weight: fn(NaiveDate) -> f64, always: bool| {
            let mut sum = 0.0;
            let mut shares = Vec::with_capacity(works.len());
            for ((day, works), number) in first.iter_days().zip(&works).zip(0..days) {
                let growth = start + (2.0 - 2.0 * start) * f64::from(number) / f64::from(days);
                sum += if *works || always { growth * weight(day) } else { 0.0 };
                shares.push(sum);
            }
            for share in &mut shares {
                *share /= f64::max(sum, f64::MIN_POSITIVE);
            }
            shares
        };
        let shares = [
            share(0.7, any_day, false),
            share(0.3, any_day, false),
            share(0.4, any_day, false),
            share(0.1, any_day, true),
            share(0.5, training_day, false),
        ];
        Self { works, shares }
    }

    /// Whether anything is done on a day.
    pub(super) fn works(&self, day: u32) -> bool {
        usize::try_from(day).ok().and_then(|day| self.works.get(day)).copied().unwrap_or(false)
    }

    /// How many of a total there are by the end of a day; all of them on the last day.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count is no greater")]
    pub(super) fn until(&self, pace: Pace, day: u32, total: u32) -> u32 {
        let shares = self.shares.get(pace as usize);
        let share = usize::try_from(day).ok().and_then(|day| shares?.get(day).copied()).unwrap_or(1.0);
        (f64::from(total) * share).round() as u32
    }
}

fn holiday(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (8, 6..=19) | (12, 24..) | (1, 1..=2))
}

fn any_day(day: NaiveDate) -> f64 {
    match day.weekday() {
        Weekday::Sat => 0.5,
        Weekday::Sun => 0.2,
        _ => 1.0,
    }
}

fn training_day(day: NaiveDate) -> f64 {
    match day.weekday() {
        Weekday::Tue | Weekday::Sat => 1.0,
        Weekday::Thu => 0.6,
        _ => 0.0,
    }
}
